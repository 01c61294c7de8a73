/* sz-pay-adjust-act.c — signed lines out of the reserve 调整
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-adjust-act.h"

#include <string.h>

#include "sz-columns.h"
#include "sz-office-act.h"
#include "sz-pay-run.h"
#include "sz-pay-split-sheet.h"
#include "sz-store-pay-overlay.h"
#include "sz-text.h"

static void
adjusted_cleared_cb (gpointer data)
{
  SzAdjusted *line = data;

  g_free (line->staff_no);
  g_free (line->name);
  g_free (line->reason);
  g_free (line->who);
  g_free (line->at);
}

void
sz_adjust_view_free (SzAdjustView *view)
{
  if (view == NULL)
    return;
  g_array_unref (view->lines);
  g_free (view);
}

SzAdjustView *
sz_view_pay_adjustments (SzOffice *office, gint64 run, GError **error)
{
  SzStore *store;
  g_auto (SzPayLife) life = { 0 };
  g_autoptr (GArray) rows = NULL;
  SzAdjustView *view;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_pay_life_of (store, run, &life, error))
    return NULL;
  rows = sz_store_pay_adjustments_of (store, run, error);
  if (rows == NULL)
    return NULL;
  view = g_new0 (SzAdjustView, 1);
  view->run = run;
  view->reserve_fen = life.reserve_fen;
  view->total_fen = life.total_fen;
  view->lines = g_array_new (FALSE, TRUE, sizeof (SzAdjusted));
  g_array_set_clear_func (view->lines, adjusted_cleared_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPayAdjustment *row = &g_array_index (rows, SzPayAdjustment, i);
      SzAdjusted line = { row->n,
                          g_strdup (row->staff_no),
                          g_strdup (row->name),
                          row->amount_fen,
                          g_strdup (row->reason),
                          g_strdup (row->who),
                          g_strdup (row->at) };

      g_array_append_val (view->lines, line);
    }
  return view;
}

SzAdjustView *
sz_view_pay_adjust_list (SzOffice *office, gint64 run, GError **error)
{
  g_auto (SzPayLife) life = { 0 };
  g_autofree char *number = sz_pay_run_number (run);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!sz_store_pay_life_of (sz_office_get_store (office), run, &life, error))
    return NULL;
  if (life.corrects != 0)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "run.is_correction", "run", number, NULL);
      return NULL;
    }
  return sz_view_pay_adjustments (office, run, error);
}

/* One act under way: new lines, or one that is taken back. */
typedef struct
{
  gint64 run;
  const SzAdjustLine *lines;
  gsize n;
  gint64 undo;
  SzIssueList *issues;
  SzPayRunFile file;
  SzMoney *amounts_fen;
  int *places; /* lines of the run */
} Job;

static void
clear_job (Job *job)
{
  sz_pay_run_file_clear (&job->file);
  g_free (job->amounts_fen);
  g_free (job->places);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static void
check_line (Job *job, gsize i)
{
  const SzAdjustLine *line = &job->lines[i];
  g_autofree char *reason = sz_text_squeeze (line->reason);
  g_autofree char *run = g_strdup_printf ("%" G_GINT64_FORMAT, job->run);
  SzIssueList *issues = job->issues;
  g_autoptr (GError) fault = NULL;

  job->places[i] = sz_pay_frozen_find_line (job->file.frozen, line->staff_no);
  if (*reason == '\0')
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "adjust.no_reason", line->row, "原因", NULL,
                       "staff_no", line->staff_no, NULL);
  if (job->places[i] < 0)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "run.person_unknown", line->row, "工号",
                       line->staff_no, "staff_no", line->staff_no, "run", run, NULL);
  if (!sz_money_parse (line->amount, &job->amounts_fen[i], &fault))
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "money.invalid", line->row, "金额", line->amount,
                       "why", sz_pay_sheet_explain (line->amount, fault), NULL);
  else if (job->amounts_fen[i] == 0)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "adjust.zero", line->row, "金额", line->amount,
                       NULL);
}

static gboolean
check_lines (Job *job, GError **error)
{
  g_autofree char *count = NULL;
  guint before = sz_issue_list_errors (job->issues);

  for (gsize i = 0; i < job->n; i++)
    check_line (job, i);
  if (sz_issue_list_errors (job->issues) == before)
    return TRUE;
  count = g_strdup_printf ("%u", sz_issue_list_errors (job->issues) - before);
  return sz_error_set (error, SZ_ERROR_FORMAT, "adjust.faulty", "count", count, NULL);
}

/* RULE pay-10: all lines of the act together, people first. */
static gboolean
judge_sums (Job *job, GError **error)
{
  const SzPayFrozen *frozen = job->file.frozen;
  g_autofree SzWide *sums = g_new0 (SzWide, frozen->result.n_lines + 1);
  SzWide asked = 0;

  for (gsize i = 0; i < job->n; i++)
    {
      sums[job->places[i]] += job->amounts_fen[i];
      asked += job->amounts_fen[i];
    }
  for (gsize i = 0; i < frozen->result.n_lines; i++)
    {
      const SzPayLine *line = &frozen->result.lines[i];
      const SzPayPerson *person = &frozen->input.people[line->index];
      SzWide total = line->total_fen + sums[i];

      if (sums[i] != 0 && total < 0)
        {
          g_autofree char *had = sz_money_format (line->total_fen);
          g_autofree char *sum = sz_money_format ((SzMoney)MAX (total, G_MININT64));

          return sz_error_set (error, SZ_ERROR_REFUSED, "adjust.total_negative", "staff_no",
                               person->staff_no, "name", person->name, "had", had, "total", sum,
                               NULL);
        }
      if (sums[i] > 0 && frozen->result.ceiling_limit_fen > 0
          && total > frozen->result.ceiling_limit_fen && job->issues != NULL)
        sz_issue_list_add (job->issues, SZ_SEVERITY_WARNING, "adjust.over_ceiling", 0, NULL,
                           person->staff_no, "staff_no", person->staff_no, "name", person->name,
                           NULL);
    }
  if (frozen->result.reserve_fen - asked < 0)
    {
      g_autofree char *reserve = sz_money_format (frozen->result.reserve_fen);
      g_autofree char *sum = sz_money_format ((SzMoney)MIN (asked, G_MAXINT64));

      return sz_error_set (error, SZ_ERROR_REFUSED, "pay.reserve_short", "reserve", reserve,
                           "asked", sum, NULL);
    }
  return TRUE;
}

static gboolean
put_lines (Job *job, SzAct *act, GError **error)
{
  SzPayLife *life = &job->file.frozen->life;

  for (gsize i = 0; i < job->n; i++)
    {
      const SzPayLine *line = &job->file.frozen->result.lines[job->places[i]];
      const SzPayPerson *person = &job->file.frozen->input.people[line->index];
      SzPutResult result;
      g_auto (SzPayAdjustment) row = { .run_id = job->run,
                                       .n = ++life->last_adjustment,
                                       .person_id = person->person_id,
                                       .staff_no = g_strdup (person->staff_no),
                                       .name = g_strdup (person->name),
                                       .amount_fen = job->amounts_fen[i],
                                       .reason = g_strstrip (g_strdup (job->lines[i].reason)),
                                       .who = g_strdup (sz_act_get_who (act)),
                                       .at = g_strdup (sz_act_get_at (act)) };

      if (!sz_store_pay_adjustment_put (act, &row, SZ_PUT_INSERT, &result, error))
        return FALSE;
    }
  return TRUE;
}

/* The number given last must not be lost when the run is read again. */
static gboolean
keep_life (Job *job, SzAct *act, GError **error)
{
  SzPutResult result;

  return sz_store_pay_life_put (act, &job->file.frozen->life, SZ_PUT_UPDATE, &result, error)
         && sz_pay_run_refresh (act, &job->file, error);
}

static gboolean
add_lines (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzCaseAsk ask = { .verb = "adjust" };

  if (!sz_pay_run_open (sz_act_get_store (act), job->run, SZ_PAY_RUN_PLAIN, &job->file, error)
      || !sz_pay_run_judge (&job->file, &ask, error))
    return FALSE;
  job->amounts_fen = g_new0 (SzMoney, job->n + 1);
  job->places = g_new0 (int, job->n + 1);
  if (!check_lines (job, error) || !judge_sums (job, error) || !put_lines (job, act, error))
    return FALSE;
  json_object_set_new (summary, "lines", json_integer ((json_int_t)job->n));
  return sz_pay_run_step (act, summary, &job->file, &ask, NULL, error)
         && keep_life (job, act, error);
}

SzAdjustView *
sz_office_pay_adjust (SzOffice *office,
                      gint64 run,
                      const SzAdjustLine *lines,
                      gsize n,
                      SzIssueList *issues,
                      GError **error)
{
  g_auto (Job) job = { .run = run, .lines = lines, .n = n, .issues = issues };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && lines != NULL && issues != NULL, NULL);
  if (!sz_office_run (office, &(SzActHead){ .kind = "pay.adjust", .issues = issues }, add_lines,
                      &job, NULL, error))
    return NULL;
  return sz_view_pay_adjustments (office, run, error);
}

/* The line goes; its number is not given again. */
static gboolean
undo_line (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzCaseAsk ask = { .verb = "undo" };
  g_auto (SzPayAdjustment) row = { .run_id = job->run, .n = job->undo };
  g_autofree char *number = sz_pay_run_number (job->undo);
  gboolean found = FALSE;

  if (!sz_pay_run_open (sz_act_get_store (act), job->run, SZ_PAY_RUN_PLAIN, &job->file, error)
      || !sz_pay_run_judge (&job->file, &ask, error)
      || !sz_store_pay_adjustment_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "adjust.unknown", "n", number, NULL);
  job->n = 1;
  job->amounts_fen = g_new0 (SzMoney, 2);
  job->places = g_new0 (int, 2);
  job->amounts_fen[0] = -row.amount_fen;
  job->places[0] = sz_pay_frozen_find_line (job->file.frozen, row.staff_no);
  json_object_set_new (summary, "n", json_integer (job->undo));
  return judge_sums (job, error)
         && sz_store_pay_adjustment_delete (act, row.id, row.row_version, error)
         && sz_pay_run_step (act, summary, &job->file, &ask, NULL, error)
         && sz_pay_run_refresh (act, &job->file, error);
}

SzAdjustView *
sz_office_pay_adjust_undo (SzOffice *office, gint64 run, gint64 n, GError **error)
{
  g_auto (Job) job = { .run = run, .undo = n };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!sz_office_run (office, &(SzActHead){ .kind = "pay.undo" }, undo_line, &job, NULL, error))
    return NULL;
  return sz_view_pay_adjustments (office, run, error);
}

#define FIELD_AMOUNT 2 /* of the sheet's columns */

/* The rows of a sheet as lines; texts live in @texts. */
static gboolean
read_lines (SzTable *table,
            SzColumns *columns,
            GStringChunk *texts,
            GArray *lines,
            SzIssueList *issues,
            GError **error)
{
  g_autoptr (GError) fault = NULL;
  const SzTableRow *row;
  gboolean ended = FALSE;
  guint hidden = 0;

  while ((row = sz_table_next (table, NULL, &fault)) != NULL)
    {
      SzRowKind kind = sz_columns_classify (columns, row);
      const char *cells[4];
      SzAdjustLine line;

      ended = sz_columns_ends (kind, ended);
      if (kind != SZ_ROW_DATA || ended)
        continue;
      hidden += row->hidden ? 1 : 0;
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        {
          g_autofree char *text = sz_text_fold (sz_columns_cell (columns, row, i)->text);

          cells[i] = g_string_chunk_insert (texts, text);
        }
      line = (SzAdjustLine){ row->number, cells[0], cells[1], cells[2], cells[3] };
      g_array_append_val (lines, line);
    }
  sz_pay_sheet_tell_hidden (hidden, issues);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

SzAdjustView *
sz_office_pay_adjust_file (
    SzOffice *office, gint64 run, const char *path, SzIssueList *issues, GError **error)
{
  static const char *const numbers[] = { "职工号", "教工号", NULL };
  static const char *const amounts[] = { "调整金额", NULL };
  static const char *const reasons[] = { "调整原因", "事由", NULL };
  static const SzColumnSpec specs[] = { { "工号", "工号", numbers, TRUE },
                                        { "姓名", "姓名", NULL, FALSE },
                                        { "金额", "金额", amounts, TRUE },
                                        { "原因", "原因", reasons, TRUE } };
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzTable) table = NULL;
  g_autoptr (SzColumns) columns = NULL;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SzAdjustLine));

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL && issues != NULL, NULL);
  file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, error);
  table = file != NULL ? sz_table_open (file, NULL, error) : NULL;
  columns = table != NULL ? sz_columns_find (table, specs, G_N_ELEMENTS (specs), NULL, NULL, error)
                          : NULL;
  if (columns == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (specs[i].required && (columns->heading_row == 0 || columns->column_of_field[i] < 0))
      sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "heading.missing", columns->heading_row,
                         specs[i].heading, specs[i].heading, NULL);
  sz_pay_sheet_judge_unit (columns, FIELD_AMOUNT, issues);
  if (sz_issue_list_errors (issues) > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", sz_issue_list_errors (issues));

      sz_error_set (error, SZ_ERROR_FORMAT, "adjust.faulty", "count", count, NULL);
      return NULL;
    }
  if (!read_lines (table, columns, texts, lines, issues, error))
    return NULL;
  return sz_office_pay_adjust (office, run, (const SzAdjustLine *)(gpointer)lines->data, lines->len,
                               issues, error);
}
