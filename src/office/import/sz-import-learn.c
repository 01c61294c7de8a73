/* sz-import-learn.c — values that no code table knows, and what the college means by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-learn.h"

#include "sz-import-cell.h"
#include "sz-import-head.h"
#include "sz-office-act.h"
#include "sz-store-import.h"
#include "sz-text.h"

#define PROGRESS_ROWS 256
#define THOUSANDTHS 1000

typedef struct
{
  SzImportRun run;
  GPtrArray *unknown; /* of SzImportUnknown */
  GHashTable *seen;   /* "field text" → SzImportUnknown */
} Search;

static void
free_unknown (gpointer data)
{
  SzImportUnknown *unknown = data;

  g_free (unknown->text);
  g_free (unknown);
}

static void
take_cell (Search *search, guint field, const SzTableRow *row)
{
  const SzCell *cell = sz_columns_cell (search->run.columns, row, field);
  g_autofree char *folded = sz_text_visible (cell->text);
  g_autofree char *key = NULL;
  SzImportUnknown *unknown;
  const SzCode *code;

  if (cell->type == SZ_CELL_ERROR || sz_import_mean_code (&search->run, field, cell, folded, &code))
    return;
  key = g_strdup_printf ("%u %s", field, folded);
  unknown = g_hash_table_lookup (search->seen, key);
  if (unknown == NULL)
    {
      if (search->unknown->len >= SZ_IMPORT_UNKNOWN_MAX)
        return;
      unknown = g_new0 (SzImportUnknown, 1);
      unknown->field = field;
      unknown->row = row->number;
      unknown->text = g_strdup (cell->text);
      g_ptr_array_add (search->unknown, unknown);
      g_hash_table_insert (search->seen, g_steal_pointer (&key), unknown);
    }
  unknown->count++;
}

static gboolean
read_rows (
    Search *search, SzTable *table, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzImportKind *kind = search->run.kind;
  const SzColumns *columns = search->run.columns;
  g_autoptr (GError) fault = NULL;
  gboolean behind_end = FALSE;
  const SzTableRow *row;
  guint64 n = 0;

  while ((row = sz_table_next (table, cancellable, &fault)) != NULL)
    {
      SzRowKind what = sz_columns_classify (columns, row);

      behind_end = sz_columns_ends (what, behind_end);
      for (guint i = 0; what == SZ_ROW_DATA && !behind_end && i < kind->n_fields; i++)
        if (kind->fields[i].type == SZ_FIELD_CODE && columns->column_of_field[i] >= 0)
          take_cell (search, i, row);
      if (++n % PROGRESS_ROWS == 0)
        sz_progress_report (progress, "read", sz_table_progress (table), THOUSANDTHS);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static int
compare_fields_cb (gconstpointer a, gconstpointer b)
{
  const SzImportUnknown *left = *(const SzImportUnknown *const *)a;
  const SzImportUnknown *right = *(const SzImportUnknown *const *)b;

  if (left->field != right->field)
    return left->field < right->field ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static gboolean
search_file (Search *search, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzImportRequest *request = search->run.request;
  g_autoptr (SzTableFile) file
      = sz_table_file_open (request->path, request->encoding, NULL, cancellable, error);
  g_autoptr (SzTable) table = file != NULL ? sz_table_open (file, request->sheet, error) : NULL;
  g_autoptr (SzColumns) columns
      = table != NULL ? sz_import_find_columns (&search->run, table, cancellable, error) : NULL;

  search->run.columns = columns;
  return columns != NULL
         && (columns->heading_row == 0 || read_rows (search, table, progress, cancellable, error));
}

GPtrArray *
sz_office_import_unknown (SzOffice *office,
                          const SzImportRequest *request,
                          SzProgress progress,
                          GCancellable *cancellable,
                          GError **error)
{
  Search search = { .run = { .office = office, .request = request } };
  g_autoptr (SzSynonyms) synonyms = NULL;
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (free_unknown);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (SZ_IS_OFFICE (office) && request != NULL && request->kind != NULL, NULL);
  search.run.store = sz_office_get_store (office);
  search.run.kind = request->kind;
  synonyms = sz_synonyms_new (search.run.store, error);
  if (synonyms == NULL)
    return NULL;
  search.run.synonyms = synonyms;
  search.unknown = unknown;
  search.seen = seen;
  if (!search_file (&search, progress, cancellable, error))
    return NULL;
  g_ptr_array_sort (unknown, compare_fields_cb);
  return g_steal_pointer (&unknown);
}

static gboolean
put_meaning (SzAct *act, const SzImportMeaning *meaning, GError **error)
{
  g_auto (SzSynonym) row = { .code_table = g_strdup (sz_codes_word (meaning->table)),
                             .text = sz_text_visible (meaning->text),
                             .code = g_strdup (meaning->code) };
  SzPutResult result;

  if (sz_codes_by_code (meaning->table, meaning->code) == NULL)
    {
      g_autofree char *choices = sz_import_dup_choices (meaning->table, meaning->text);

      return sz_error_set (error, SZ_ERROR_FORMAT, "code.unknown", "choices", choices, NULL);
    }
  return sz_store_synonym_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

typedef struct
{
  const SzImportMeaning *meanings;
  guint n;
} Lesson;

static gboolean
put_meanings (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Lesson *lesson = user_data;

  for (guint i = 0; i < lesson->n; i++)
    if (!put_meaning (act, &lesson->meanings[i], error))
      return FALSE;
  return TRUE;
}

gboolean
sz_office_import_learn (SzOffice *office,
                        const SzImportMeaning *meanings,
                        guint n_meanings,
                        GError **error)
{
  const SzActHead head = { .kind = "import.learn" };
  Lesson lesson = { meanings, n_meanings };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return n_meanings == 0 || sz_office_run (office, &head, put_meanings, &lesson, NULL, error);
}
