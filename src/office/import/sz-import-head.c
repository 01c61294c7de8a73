/* sz-import-head.c — before the rows: the headings of the file, whether it was here before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-head.h"

#include <string.h>

#include "sz-store-import.h"

/* Sheets looked at for whether they fit. */
#define SHEETS_TRIED 64

static gboolean
is_own_name (const SzImportKind *kind, const char *folded)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].heading, folded))
      return TRUE;
  return FALSE;
}

/* The matches remembered for the kind, and over them those of the request. */
static GHashTable *
merge_map (SzImportRun *run, GError **error)
{
  g_autoptr (GArray) remembered = sz_store_mapping_list (run->store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer heading;
  gpointer field;

  if (remembered == NULL)
    return NULL;
  for (guint i = 0; i < remembered->len; i++)
    {
      const SzMapping *row = &g_array_index (remembered, SzMapping, i);

      /* A field's own name means the field, whatever was once said of another file. */
      if (g_str_equal (row->kind, run->kind->word)
          && (*row->field == '\0' || !is_own_name (run->kind, row->heading)))
        g_hash_table_replace (map, g_strdup (row->heading), g_strdup (row->field));
    }
  if (run->request->map == NULL)
    return g_steal_pointer (&map);
  g_hash_table_iter_init (&iter, run->request->map);
  while (g_hash_table_iter_next (&iter, &heading, &field))
    g_hash_table_replace (map, sz_columns_fold (heading), g_strdup (field));
  return g_steal_pointer (&map);
}

void
sz_import_take_set (SzImportRun *run)
{
  g_return_if_fail (run != NULL);

  if (run->request->set == NULL)
    return;
  run->set = g_new0 (SzCell, run->kind->n_fields);
  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      const char *text = g_hash_table_lookup (run->request->set, run->kind->fields[i].heading);

      run->set[i] = (SzCell){ text != NULL ? SZ_CELL_TEXT : SZ_CELL_EMPTY, text != NULL ? text : "",
                              SZ_DATE_NONE };
    }
}

gboolean
sz_import_is_set (const SzImportRun *run, guint field)
{
  g_return_val_if_fail (run != NULL, FALSE);

  return run->set != NULL && *run->set[field].text != '\0';
}

SzColumns *
sz_import_find_columns (SzImportRun *run, SzTable *table, GCancellable *cancellable, GError **error)
{
  g_autofree SzColumnSpec *specs = g_new0 (SzColumnSpec, run->kind->n_fields);
  g_autoptr (GHashTable) map = merge_map (run, error);

  g_return_val_if_fail (table != NULL, NULL);

  if (map == NULL)
    return NULL;
  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      const SzImportField *field = &run->kind->fields[i];

      specs[i].field = field->heading;
      specs[i].heading = field->heading;
      specs[i].required = field->required && !sz_import_is_set (run, i);
      specs[i].synonyms = sz_synonyms_headings (run->synonyms, run->kind->word, field->heading);
    }
  return sz_columns_find (table, specs, run->kind->n_fields, map, cancellable, error);
}

/* All required headings. */
static gboolean
fits_kind (SzImportRun *run,
           SzTableFile *file,
           const char *sheet,
           gboolean *fits,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SzTable) table = sz_table_open (file, sheet, error);
  g_autoptr (SzColumns) columns
      = table != NULL ? sz_import_find_columns (run, table, cancellable, error) : NULL;

  *fits = columns != NULL && columns->heading_row != 0;
  for (guint i = 0; *fits && i < run->kind->n_fields; i++)
    if (run->kind->fields[i].required && columns->column_of_field[i] < 0
        && !sz_import_is_set (run, i))
      *fits = FALSE;
  return columns != NULL;
}

char *
sz_import_choose_sheet (
    SzImportRun *run, SzTableFile *file, char **others, GCancellable *cancellable, GError **error)
{
  const char *const *sheets = sz_table_file_sheets (file);
  const char *active = sz_table_file_active (file);
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  const char *chosen = sheets[0];

  g_return_val_if_fail (run != NULL, NULL);

  *others = NULL;
  if (run->request->sheet != NULL || sheets[1] == NULL)
    return g_strdup (run->request->sheet != NULL ? run->request->sheet : chosen);
  for (guint i = 0; sheets[i] != NULL && i < SHEETS_TRIED; i++)
    {
      g_autoptr (GError) fault = NULL;
      gboolean fits = FALSE;

      /* One that cannot be read is no answer here; it is an error when it is the one to be read. */
      if (!fits_kind (run, file, sheets[i], &fits, cancellable, &fault)
          && g_error_matches (fault, SZ_ERROR, SZ_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      if (fits && g_strcmp0 (sheets[i], active) == 0)
        chosen = sheets[i];
      if (fits)
        g_ptr_array_add (fitting, (gpointer)sheets[i]);
    }
  g_ptr_array_remove (fitting, (gpointer)chosen);
  g_ptr_array_add (fitting, NULL);
  if (fitting->len > 1)
    *others = g_strjoinv ("、", (char **)fitting->pdata);
  return g_strdup (chosen);
}

static int
find_field_of_column (const SzImportRun *run, guint column)
{
  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      if (run->columns->column_of_field[i] == (int)column)
        return (int)i;
    }
  return -1;
}

/* A, B, … Z, AA, as the spreadsheet program names its columns. */
char *
sz_import_name_column (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (name, (char)('A' + (n - 1) % 26));
  return g_string_free (name, FALSE);
}

/* No column of ours, or a second one of the same meaning: which one was read is no secret. */
static void
report_left_out (SzImportRun *run, guint column)
{
  const SzColumns *columns = run->columns;
  const char *heading = g_ptr_array_index (columns->headings, column);
  int field = sz_import_kind_match (run->kind, run->synonyms, heading);
  g_autofree char *letter = sz_import_name_column (column);
  g_autofree char *read = NULL;

  if (field < 0 || columns->column_of_field[field] < 0)
    {
      sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "heading.unknown",
                         columns->heading_row, heading, heading, NULL);
      return;
    }
  read = sz_import_name_column ((guint)columns->column_of_field[field]);
  sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "heading.repeated",
                     columns->heading_row, heading, heading, "column", letter, "read", read, NULL);
}

static gboolean
is_money (const SzImportField *field)
{
  return field->type == SZ_FIELD_MONEY || field->type == SZ_FIELD_SIGNED_MONEY;
}

/* Amounts are yuan. A sheet in 万元 would be read ten thousand times too small, and nobody saw. */
static void
report_units (SzImportRun *run)
{
  const SzColumns *columns = run->columns;

  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      int column = columns->column_of_field[i];
      const char *heading = column >= 0 ? g_ptr_array_index (columns->headings, column) : "";
      const char *unit = sz_columns_unit (heading);

      if (column < 0 || !is_money (&run->kind->fields[i])
          || (unit == NULL && (columns->unit_row == 0 || strstr (heading, "元") != NULL)))
        continue;
      sz_issue_list_add (run->result->issues, SZ_SEVERITY_ERROR, "money.unit",
                         unit != NULL ? columns->heading_row : columns->unit_row, heading, unit,
                         NULL);
      run->n_errors++;
    }
}

/* 双栏: all required headings twice in a row are two lists side by side, and only one would be
 * read. */
static void
report_two_lists (SzImportRun *run)
{
  const SzColumns *columns = run->columns;
  guint n_required = 0;
  guint n_twice = 0;

  for (guint i = 0; columns->heading_row != 0 && i < run->kind->n_fields; i++)
    {
      gboolean twice = FALSE;

      if (!run->kind->fields[i].required || columns->column_of_field[i] < 0)
        continue;
      n_required++;
      for (guint c = 0; c < columns->unknown->len; c++)
        twice
            |= sz_import_kind_match (run->kind, run->synonyms,
                                     g_ptr_array_index (columns->headings,
                                                        g_array_index (columns->unknown, guint, c)))
               == (int)i;
      n_twice += twice ? 1 : 0;
    }
  if (n_required < 2 || n_twice < n_required)
    return;
  sz_issue_list_add (run->result->issues, SZ_SEVERITY_ERROR, "sheet.two_lists",
                     columns->heading_row, NULL, NULL, NULL);
  run->n_errors++;
}

/* What was once said of another file is not passed over in silence. */
static gboolean
report_remembered (SzImportRun *run, GError **error)
{
  g_autoptr (GArray) remembered = sz_store_mapping_list (run->store, SZ_ROWS_ALL, error);

  for (guint i = 0; remembered != NULL && i < remembered->len; i++)
    {
      const SzMapping *row = &g_array_index (remembered, SzMapping, i);

      if (!g_str_equal (row->kind, run->kind->word) || *row->field == '\0'
          || is_own_name (run->kind, row->heading))
        continue;
      for (guint f = 0; f < run->kind->n_fields; f++)
        {
          int column = run->columns->column_of_field[f];
          const char *heading
              = column >= 0 ? g_ptr_array_index (run->columns->headings, column) : "";
          g_autofree char *folded = sz_columns_fold (heading);

          if (column < 0 || !g_str_equal (run->kind->fields[f].heading, row->field)
              || !g_str_equal (folded, row->heading)
              || (run->request->map != NULL && g_hash_table_contains (run->request->map, heading)))
            continue;
          sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "heading.remembered",
                             run->columns->heading_row, heading, heading, "field", row->field,
                             NULL);
        }
    }
  return remembered != NULL;
}

/* The first sheet may be a cover: the others are named. */
static void
report_other_sheets (SzImportRun *run, SzTableFile *file)
{
  g_autofree char *sheets = g_strjoinv ("、", (char **)sz_table_file_sheets (file));

  if (g_strv_length ((char **)sz_table_file_sheets (file)) > 1 && run->request->sheet == NULL)
    sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "sheet.others", 0, NULL, NULL,
                       "sheet", run->result->sheet, "sheets", sheets, NULL);
}

gboolean
sz_import_report_headings (SzImportRun *run, SzTableFile *file, GError **error)
{
  const SzColumns *columns = run->columns;

  run->result->heading_row = columns->heading_row;
  for (guint i = 0; columns->heading_row != 0 && i < columns->headings->len; i++)
    {
      SzImportColumn *column = g_new0 (SzImportColumn, 1);

      column->heading = g_strdup (g_ptr_array_index (columns->headings, i));
      column->field = find_field_of_column (run, i);
      g_ptr_array_add (run->result->columns, column);
    }
  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      const SzImportField *field = &run->kind->fields[i];

      if (field->required && columns->column_of_field[i] < 0 && !sz_import_is_set (run, i))
        {
          sz_issue_list_add (run->result->issues, SZ_SEVERITY_ERROR, "heading.missing",
                             columns->heading_row, field->heading, field->heading, NULL);
          run->n_errors++;
        }
    }
  report_units (run);
  report_two_lists (run);
  if (run->n_errors > 0)
    report_other_sheets (run, file);
  for (guint i = 0; columns->heading_row != 0 && i < columns->unknown->len; i++)
    report_left_out (run, g_array_index (columns->unknown, guint, i));
  return columns->heading_row == 0 || report_remembered (run, error);
}

/* As the wall clock shows it here. */
static char *
format_local (const char *utc)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

gboolean
sz_import_check_repeated (SzImportRun *run, const char *sha256, GError **error)
{
  g_auto (SzBatch) batch = { 0 };
  g_autofree char *number = NULL;
  g_autofree char *at = NULL;
  gboolean found = FALSE;
  gint64 id = 0;

  g_return_val_if_fail (run != NULL, FALSE);

  if (run->request->update)
    return TRUE;
  if (!sz_store_batch_same_file (run->store, run->kind->word, run->result->sheet, sha256, &id,
                                 error))
    return FALSE;
  if (id == 0)
    return TRUE;
  if (!sz_store_batch_get (run->store, id, &batch, &found, error))
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  at = format_local (found ? batch.at : "");
  sz_issue_list_add (run->result->issues, SZ_SEVERITY_ERROR, "batch.repeated", 0, NULL, NULL,
                     "batch", number, "at", at, "who", found ? batch.who : "", NULL);
  run->n_errors++;
  return TRUE;
}

static void
services_freed_cb (gpointer data)
{
  g_array_unref (data);
}

static gboolean
person_read_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  GHashTable *services = user_data;
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (SzService), file->services->len);
  gint64 *id = g_new (gint64, 1);

  *id = file->person.id;
  g_array_append_vals (copy, file->services->data, file->services->len);
  g_hash_table_insert (services, id, copy);
  return TRUE;
}

gboolean
sz_import_load_knowledge (SzImportRun *run, GError **error)
{
  gboolean names_people = (run->wants & SZ_IMPORT_WANTS_NAMES) != 0;

  for (guint i = 0; i < run->kind->n_fields; i++)
    names_people |= run->kind->fields[i].type == SZ_FIELD_PERSON;
  if (names_people)
    {
      run->names = sz_store_people_names (run->store, error);
      if (run->names == NULL)
        return FALSE;
    }
  if ((run->wants & SZ_IMPORT_WANTS_SERVICES) == 0)
    return TRUE;
  run->services = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, services_freed_cb);
  return sz_store_people_each (run->store, person_read_cb, run->services, error);
}
