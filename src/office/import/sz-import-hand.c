/* sz-import-hand.c — a row typed in by hand, judged as a line of its sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-hand.h"

#include <string.h>

#include "sz-import-head.h"
#include "sz-import-table.h"
#include "sz-office-private.h"
#include "sz-row-type.h"

/* More arguments than this no finding has. */
#define ARGS_MAX 4

gboolean
sz_import_takes_hand (const SzImportKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  if (kind->type == NULL || kind->handler != NULL
      || (kind->hooks != NULL && kind->hooks->put != NULL))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SzImportField *field = &kind->fields[i];

      if (field->type == SZ_FIELD_PERIOD
          || (field->offset == 0 && field->type != SZ_FIELD_PERSON_NAME
              && (kind->hooks == NULL || kind->hooks->written == NULL)))
        return FALSE;
    }
  return TRUE;
}

/* The first fault, as an error of the act. */
static void
raise_fault (const SzIssueList *issues, GError **error)
{
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      char *pairs[2 * ARGS_MAX] = { NULL };

      if (issue->severity != SZ_SEVERITY_ERROR)
        continue;
      for (guint n = 0; n < ARGS_MAX && issue->args != NULL && issue->args[n] != NULL; n++)
        {
          const char *sign = strchr (issue->args[n], '=');

          pairs[2 * n] = g_strndup (issue->args[n], (gsize)(sign - issue->args[n]));
          pairs[2 * n + 1] = g_strdup (sign + 1);
        }
      sz_error_set (error, SZ_ERROR_FORMAT, issue->code, "column", issue->column, "value",
                    issue->value, pairs[0], pairs[1], pairs[2], pairs[3], pairs[4], pairs[5],
                    pairs[6], pairs[7], NULL);
      for (guint n = 0; n < G_N_ELEMENTS (pairs); n++)
        g_free (pairs[n]);
      return;
    }
  sz_error_set (error, SZ_ERROR_FORMAT, "row.duplicate", NULL);
}

static gboolean
judge (SzImportRun *run, gpointer *row, GError **error)
{
  const SzImportHandler *handler = run->handler;
  GError *fault = NULL;

  if (!sz_import_load_knowledge (run, error) || !handler->begin (run, error))
    return FALSE;
  *row = sz_import_table_judge (run, &fault);
  if (fault == NULL && *row != NULL && handler->finish != NULL)
    handler->finish (run, &fault);
  if (fault == NULL && (*row == NULL || run->n_errors > 0))
    raise_fault (run->result->issues, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

static SzColumns *
make_columns (guint n_fields)
{
  SzColumns *columns = g_new0 (SzColumns, 1);

  columns->n_specs = n_fields;
  columns->column_of_field = g_new (gint, n_fields);
  for (guint i = 0; i < n_fields; i++)
    columns->column_of_field[i] = -1;
  columns->headings = g_ptr_array_new_with_free_func (g_free);
  columns->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->required = g_new0 (gboolean, n_fields);
  return columns;
}

/* All cells are given as by --set: there is no sheet. */
static void
begin_run (SzImportRun *run, const char *const *cells)
{
  const guint n = run->kind->n_fields;

  run->by_hand = TRUE;
  run->store = sz_office_get_store (run->office);
  run->result = sz_import_result_new ("");
  run->today = sz_office_today (run->office);
  run->handler = &sz_import_table_handler;
  run->wants = run->handler->wants | (run->kind->hooks != NULL ? run->kind->hooks->wants : 0);
  run->columns = make_columns (n);
  run->set = g_new0 (SzCell, n);
  for (guint i = 0; i < n; i++)
    {
      const char *text = cells[i] != NULL ? cells[i] : "";

      run->set[i] = (SzCell){ *text != '\0' ? SZ_CELL_TEXT : SZ_CELL_EMPTY, text, SZ_DATE_NONE, 0 };
    }
}

gpointer
sz_import_judge_hand (SzOffice *office,
                      const SzImportKind *kind,
                      const char *const *cells,
                      gint64 replaces,
                      GError **error)
{
  const SzImportRequest request = { .kind = kind, .path = "", .update = replaces != 0 };
  const SzTableRow line = { 0 };
  SzImportRun run
      = { .office = office, .kind = kind, .request = &request, .row = &line, .replaces = replaces };
  gpointer row = NULL;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && kind != NULL && cells != NULL, NULL);
  g_return_val_if_fail (sz_import_takes_hand (kind), NULL);

  begin_run (&run, cells);
  run.synonyms = sz_synonyms_new (run.store, error);
  done = run.synonyms != NULL && judge (&run, &row, error);
  if (!done && row != NULL)
    {
      sz_row_type_clear (kind->type, row);
      g_clear_pointer (&row, g_free);
    }
  sz_import_run_clear (&run);
  sz_import_result_free (run.result);
  return row;
}
