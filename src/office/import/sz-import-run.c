/* sz-import-run.c — findings about the row at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-run.h"

#include <glib/gi18n.h>

/* Templates mark a heading with it; it is no part of the column's name. */
#define REQUIRED_MARK "*"

static const char *
get_heading (SzImportRun *run, int field)
{
  int column;

  if (field < 0)
    return NULL;
  column = run->columns != NULL ? run->columns->column_of_field[field] : -1;
  if (column >= 0 && (guint)column < run->columns->headings->len
      && !g_str_has_suffix (g_ptr_array_index (run->columns->headings, column), REQUIRED_MARK))
    return g_ptr_array_index (run->columns->headings, column);
  return run->kind->fields[field].heading;
}

static gboolean
is_rejected (SzImportRun *run, guint row)
{
  const SzIssueList *issues = run->result->issues;

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      if (issue->row == row && issue->severity == SZ_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

/* What is found about rows together, behind the last of them, rejects its row too. */
static void
reject_row (SzImportRun *run, guint row)
{
  run->result->rejected++;
  if (run->faulty != NULL)
    g_hash_table_add (run->faulty, GUINT_TO_POINTER (row));
}

void
sz_import_find_at (SzImportRun *run,
                   guint row,
                   SzSeverity severity,
                   const char *code,
                   int field,
                   const char *value,
                   GStrv args)
{
  guint here = run->row != NULL ? run->row->number : 0;
  SzIssue *issue;

  if (severity == SZ_SEVERITY_ERROR)
    run->n_errors++;
  if (severity == SZ_SEVERITY_ERROR && row != here && !is_rejected (run, row))
    reject_row (run, row);
  /* The second pass meets the same warnings again. */
  if (run->act != NULL)
    return;
  if (sz_issue_list_length (run->result->issues) >= SZ_IMPORT_FINDINGS_MAX)
    {
      run->n_dropped++;
      return;
    }
  issue = sz_issue_list_add (run->result->issues, severity, code, row, get_heading (run, field),
                             value, NULL);
  issue->args = g_strdupv (args);
}

void
sz_import_find (
    SzImportRun *run, SzSeverity severity, const char *code, int field, const char *value, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  va_list list;

  g_return_if_fail (run != NULL);

  va_start (list, value);
  for (const char *name = va_arg (list, const char *); name != NULL;
       name = va_arg (list, const char *))
    {
      const char *text = va_arg (list, const char *);
      g_autofree char *pair = g_strconcat (name, "=", text != NULL ? text : "", NULL);

      g_strv_builder_add (builder, pair);
    }
  va_end (list);
  args = g_strv_builder_end (builder);
  run->row_errors += severity == SZ_SEVERITY_ERROR ? 1 : 0;
  sz_import_find_at (run, run->row != NULL ? run->row->number : 0, severity, code, field, value,
                     args);
}

char *
sz_import_dup_where (guint row)
{
  return row != 0 ? g_strdup_printf (_ ("row %u"), row) : g_strdup (_ ("the register"));
}

void
sz_import_change (
    SzImportRun *run, const char *key, const char *field, const char *before, const char *after)
{
  SzImportChange *change;

  if (!run->request->list_changes || run->act == NULL)
    return;
  if (run->result->n_changes++ >= SZ_IMPORT_CHANGES_MAX)
    return;
  change = g_new0 (SzImportChange, 1);
  change->row = run->row->number;
  change->key = g_strdup (key);
  change->field = g_strdup (field);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (run->result->changes, change);
}

int
sz_import_field (const SzImportRun *run, const char *heading)
{
  g_return_val_if_fail (run != NULL, 0);

  return (int)sz_import_kind_named (run->kind, heading);
}

const SzPersonName *
sz_import_person_by_id (SzImportRun *run, gint64 person_id)
{
  g_return_val_if_fail (run != NULL, NULL);

  if (run->by_id == NULL)
    {
      run->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (gsize i = 0; i < run->names->n_people; i++)
        g_hash_table_insert (run->by_id, &run->names->people[i].id, &run->names->people[i]);
    }
  return g_hash_table_lookup (run->by_id, &person_id);
}

const SzPersonName *
sz_import_person_by_id_number (SzImportRun *run, const char *id_number)
{
  g_return_val_if_fail (run != NULL, NULL);

  if (run->by_id_number == NULL)
    {
      run->by_id_number = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; i < run->names->n_people; i++)
        g_hash_table_insert (run->by_id_number, (gpointer)run->names->people[i].id_number,
                             &run->names->people[i]);
    }
  return g_hash_table_lookup (run->by_id_number, id_number);
}

void
sz_import_run_clear (SzImportRun *run)
{
  g_return_if_fail (run != NULL);
  if (run->handler != NULL && run->handler->end != NULL)
    run->handler->end (run);
  g_clear_pointer (&run->synonyms, sz_synonyms_free);
  g_clear_pointer (&run->columns, sz_columns_free);
  g_clear_pointer (&run->names, sz_person_names_free);
  g_clear_pointer (&run->keys, sz_import_keys_free);
  g_clear_pointer (&run->more_keys, sz_import_keys_free);
  g_clear_pointer (&run->services, g_hash_table_unref);
  g_clear_pointer (&run->faulty, g_hash_table_unref);
  g_clear_pointer (&run->by_id, g_hash_table_unref);
  g_clear_pointer (&run->by_id_number, g_hash_table_unref);
  g_clear_pointer (&run->set, g_free);
  g_clear_pointer (&run->sums_x1e4, g_free);
  g_clear_pointer (&run->unnamed, g_hash_table_unref);
}

const SzCell *
sz_import_get_cell (SzImportRun *run, guint field)
{
  const SzCell *cell = sz_columns_cell (run->columns, run->row, field);

  return run->set != NULL && *cell->text == '\0' ? &run->set[field] : cell;
}
