/* sz-import-look.c — a look at a file before it is imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-look.h"

#include "sz-import-head.h"
#include "sz-import-kinds.h"
#include "sz-import-table.h"
#include "sz-office-private.h"
#include "sz-recruit-guess.h"

/* Rows shown below the heading row, and without one. */
#define ROWS_BELOW 8
#define ROWS_WITHOUT 16
#define SHEETS_TRIED 12

/* How well a sheet is of a kind; compared in the order of the members. */
typedef struct
{
  const SzImportKind *kind;
  const char *sheet;
  gboolean all_required;
  guint n_matched;
  guint n_lacking; /* fields of the kind that the sheet does not have */
} Match;

void
sz_import_look_row_free (SzImportLookRow *row)
{
  if (row == NULL)
    return;
  g_strfreev (row->cells);
  g_free (row);
}

static void
free_column (gpointer data)
{
  SzImportLookColumn *column = data;

  g_free (column->heading);
  g_free (column->sample);
  g_free (column);
}

void
sz_import_look_free (SzImportLook *look)
{
  if (look == NULL)
    return;
  g_strfreev (look->sheets);
  g_strfreev (look->fitting);
  g_free (look->sheet);
  g_free (look->encoding);
  g_ptr_array_unref (look->columns);
  g_ptr_array_unref (look->rows);
  g_clear_pointer (&look->given, g_hash_table_unref);
  g_free (look);
}

static SzImportLook *
make_look (SzTableFile *file)
{
  SzImportLook *look = g_new0 (SzImportLook, 1);

  look->sheets = g_strdupv ((char **)sz_table_file_sheets (file));
  look->encoding = g_strdup (sz_table_file_encoding (file));
  look->columns = g_ptr_array_new_with_free_func (free_column);
  look->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_import_look_row_free);
  return look;
}

static SzColumns *
find_columns (SzImportRun *run,
              SzTableFile *file,
              const char *sheet,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SzTable) table = sz_table_open (file, sheet, error);

  return table != NULL ? sz_import_find_columns (run, table, cancellable, error) : NULL;
}

static Match
weigh (const SzImportKind *kind, const char *sheet, const SzColumns *columns)
{
  Match match = { .kind = kind, .sheet = sheet, .all_required = TRUE };

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (columns->column_of_field[i] >= 0)
        match.n_matched++;
      else
        {
          match.n_lacking++;
          match.all_required &= !kind->fields[i].required;
        }
    }
  if (columns->heading_row == 0)
    match.kind = NULL;
  return match;
}

static gboolean
is_better (const Match *a, const Match *b)
{
  if (a->kind == NULL || b->kind == NULL)
    return a->kind != NULL && b->kind == NULL;
  if (a->all_required != b->all_required)
    return a->all_required;
  if (a->n_matched != b->n_matched)
    return a->n_matched > b->n_matched;
  return a->n_lacking < b->n_lacking;
}

/* The kinds that may be meant: the one asked for, or all. */
static gboolean
match_sheet (SzImportRun *run,
             SzTableFile *file,
             const char *sheet,
             Match *best,
             GCancellable *cancellable,
             GError **error)
{
  const SzImportKind *const asked[] = { run->request->kind, NULL };

  for (const SzImportKind *const *kind = asked[0] != NULL ? asked : sz_import_kinds ();
       *kind != NULL; kind++)
    {
      g_autoptr (SzColumns) columns = NULL;
      Match match;

      run->kind = *kind;
      columns = find_columns (run, file, sheet, cancellable, error);
      if (columns == NULL)
        return FALSE;
      match = weigh (*kind, sheet, columns);
      if (is_better (&match, best))
        *best = match;
    }
  return TRUE;
}

static gboolean
match_file (
    SzImportRun *run, SzTableFile *file, Match *best, GCancellable *cancellable, GError **error)
{
  const char *const *sheets = sz_table_file_sheets (file);

  if (run->request->sheet != NULL)
    return match_sheet (run, file, run->request->sheet, best, cancellable, error);
  for (guint i = 0; sheets[i] != NULL && i < SHEETS_TRIED; i++)
    if (!match_sheet (run, file, sheets[i], best, cancellable, error))
      return FALSE;
  return TRUE;
}

static gboolean
fits (SzImportRun *run,
      SzTableFile *file,
      const char *sheet,
      gboolean *fitting,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (SzColumns) columns = find_columns (run, file, sheet, cancellable, error);
  Match match;

  if (columns == NULL)
    return FALSE;
  match = weigh (run->kind, sheet, columns);
  *fitting = match.kind != NULL && match.all_required;
  return TRUE;
}

/* (transfer full): the sheets that have all required headings of run->kind. */
static GStrv
find_fitting (SzImportRun *run, SzTableFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *const *sheet = sz_table_file_sheets (file); *sheet != NULL; sheet++)
    {
      gboolean fitting = FALSE;

      if (!fits (run, file, *sheet, &fitting, cancellable, error))
        return NULL;
      if (fitting)
        g_strv_builder_add (builder, *sheet);
    }
  return g_strv_builder_end (builder);
}

static SzImportLookRow *
copy_row (const SzTableRow *row)
{
  SzImportLookRow *copy = g_new0 (SzImportLookRow, 1);

  copy->number = row->number;
  copy->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    copy->cells[i] = g_strdup (row->cells[i].text);
  return copy;
}

static gboolean
read_rows (SzImportLook *look, SzTableFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzTable) table = sz_table_open (file, look->sheet, error);
  guint below = 0;
  GError *fault = NULL;

  if (table == NULL)
    return FALSE;
  while (below < (look->heading_row > 0 ? ROWS_BELOW : ROWS_WITHOUT))
    {
      const SzTableRow *row = sz_table_next (table, cancellable, &fault);

      if (row == NULL)
        break;
      look->n_columns = MAX (look->n_columns, row->n_cells);
      below += row->number > look->heading_row ? 1 : 0;
      g_ptr_array_add (look->rows, copy_row (row));
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static char *
find_sample (const SzImportLook *look, guint column)
{
  for (guint i = 0; i < look->rows->len; i++)
    {
      const SzImportLookRow *row = g_ptr_array_index (look->rows, i);

      if (row->number > look->heading_row && column < g_strv_length (row->cells)
          && *row->cells[column] != '\0')
        return g_strdup (row->cells[column]);
    }
  return g_strdup ("");
}

static int
find_field (const SzColumns *columns, guint column)
{
  for (guint i = 0; i < columns->n_specs; i++)
    if (columns->column_of_field[i] == (int)column)
      return (int)i;
  return -1;
}

static void
take_columns (SzImportLook *look, const SzColumns *columns)
{
  for (guint i = 0; look->heading_row > 0 && i < columns->headings->len; i++)
    {
      const char *heading = g_ptr_array_index (columns->headings, i);
      SzImportLookColumn *column;

      if (*heading == '\0')
        continue;
      column = g_new0 (SzImportLookColumn, 1);
      column->column = i;
      column->heading = g_strdup (heading);
      column->field = find_field (columns, i);
      column->sample = find_sample (look, i);
      g_ptr_array_add (look->columns, column);
    }
}

static gboolean
ask_known (SzImportRun *run, gboolean *known, GError **error)
{
  gint64 n_people = 0;

  if (run->kind->handler == NULL)
    return sz_import_table_any (run, known, error);
  if (!sz_store_people_count (run->store, &n_people, error))
    return FALSE;
  *known = n_people > 0;
  return TRUE;
}

static gboolean
look_at (SzImportLook *look,
         SzImportRun *run,
         SzTableFile *file,
         const Match *match,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (SzColumns) columns = NULL;

  look->kind = match->kind;
  look->sheet = g_strdup (match->sheet != NULL          ? match->sheet
                          : run->request->sheet != NULL ? run->request->sheet
                                                        : look->sheets[0]);
  if (match->kind != NULL)
    {
      run->kind = match->kind;
      columns = find_columns (run, file, look->sheet, cancellable, error);
      if (columns == NULL || !ask_known (run, &look->known, error))
        return FALSE;
      look->heading_row = columns->heading_row;
      look->fitting = find_fitting (run, file, cancellable, error);
      if (look->fitting == NULL)
        return FALSE;
    }
  if (!read_rows (look, file, cancellable, error))
    return FALSE;
  if (columns != NULL)
    take_columns (look, columns);
  return TRUE;
}

SzImportLook *
sz_office_import_look (SzOffice *office,
                       const SzImportRequest *request,
                       GCancellable *cancellable,
                       GError **error)
{
  SzImportRun run = { .office = office, .request = request };
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzSynonyms) synonyms = NULL;
  g_autoptr (SzImportLook) look = NULL;
  Match best = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && request != NULL && request->path != NULL, NULL);
  run.store = sz_office_get_store (office);
  synonyms = sz_synonyms_new (run.store, error);
  if (synonyms == NULL)
    return NULL;
  run.synonyms = synonyms;
  file = sz_table_file_open (request->path, request->encoding, NULL, cancellable, error);
  if (file == NULL || !match_file (&run, file, &best, cancellable, error))
    return NULL;
  look = make_look (file);
  if (!look_at (look, &run, file, &best, cancellable, error))
    return NULL;
  look->given = sz_recruit_guess (office, look->kind, request->path);
  /* what has a column is said there, or missing there */
  for (guint i = 0; look->kind != NULL && i < look->columns->len; i++)
    {
      const SzImportLookColumn *column = g_ptr_array_index (look->columns, i);

      if (column->field >= 0)
        g_hash_table_remove (look->given, look->kind->fields[column->field].heading);
    }
  return g_steal_pointer (&look);
}

GStrv
sz_office_import_sheets (SzOffice *office,
                         const SzImportRequest *request,
                         GCancellable *cancellable,
                         GError **error)
{
  SzImportRun run = { .office = office, .request = request };
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzSynonyms) synonyms = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && request != NULL && request->kind != NULL, NULL);
  g_return_val_if_fail (request->path != NULL, NULL);

  run.store = sz_office_get_store (office);
  synonyms = sz_synonyms_new (run.store, error);
  run.synonyms = synonyms;
  file = synonyms != NULL
             ? sz_table_file_open (request->path, request->encoding, NULL, cancellable, error)
             : NULL;
  if (file == NULL)
    return NULL;
  run.kind = request->kind;
  return find_fitting (&run, file, cancellable, error);
}

SzImportLookRow *
sz_import_look_row (const SzImportRequest *request,
                    guint number,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SzTableFile) file
      = sz_table_file_open (request->path, request->encoding, NULL, cancellable, error);
  g_autoptr (SzTable) table = file != NULL ? sz_table_open (file, request->sheet, error) : NULL;
  const SzTableRow *row;
  SzImportLookRow *none;
  GError *fault = NULL;

  if (table == NULL)
    return NULL;
  while ((row = sz_table_next (table, cancellable, &fault)) != NULL && row->number <= number)
    if (row->number == number)
      return copy_row (row);
  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return NULL;
    }
  none = g_new0 (SzImportLookRow, 1);
  none->number = number;
  none->cells = g_new0 (char *, 1);
  return none;
}
