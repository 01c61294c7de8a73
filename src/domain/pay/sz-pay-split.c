/* sz-pay-split.c — the sheet of a department judged 二次分配表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-split.h"

#include <string.h>

typedef struct
{
  const SzSplitBook *book;
  const SzPayDepartmentSum *department;
  SzIssueList *issues;
  GHashTable *lines; /* staff_no → line + 1 of the department's people */
  GHashTable *seen;  /* staff numbers that had a row */
  SzSplitSum *sums;
  GArray *own;
} Judge;

static SzMoney
get_pool (const Judge *judge, guint column)
{
  const SzMoney *pools_fen = judge->department->pools_fen;

  return pools_fen != NULL ? pools_fen[judge->book->columns[column].part] : -1;
}

static void
add_fault (Judge *judge, const char *code, guint row, const char *column, const char *value)
{
  sz_issue_list_add (judge->issues, SZ_SEVERITY_ERROR, code, row, column, value, "department",
                     judge->department->name, NULL);
}

static void
read_cell (Judge *judge, const SzSplitRow *row, guint line, guint column)
{
  const SzSplitColumn *head = &judge->book->columns[column];
  const SzPayShare *share = &judge->book->result->lines[line].shares[head->part];
  const SzSplitCell *cell = &row->cells[column];
  SzPayOwn own = { line, head->part, cell->amount_fen };

  if (!share->admitted || get_pool (judge, column) < 0)
    {
      if (cell->state == SZ_SPLIT_INVALID
          || (cell->state == SZ_SPLIT_AMOUNT && cell->amount_fen != 0))
        add_fault (judge, "split.not_admitted", row->row, head->name, cell->text);
      return;
    }
  switch (cell->state)
    {
    case SZ_SPLIT_EMPTY:
      add_fault (judge, "split.missing", row->row, head->name, row->staff_no);
      return;
    case SZ_SPLIT_INVALID:
      sz_issue_list_add (judge->issues, SZ_SEVERITY_ERROR, "money.invalid", row->row, head->name,
                         cell->text, "department", judge->department->name, "why",
                         cell->why != NULL ? cell->why : "", NULL);
      return;
    case SZ_SPLIT_AMOUNT:
    default:
      break;
    }
  if (cell->amount_fen < 0)
    add_fault (judge, "split.negative", row->row, head->name, cell->text);
  g_array_append_val (judge->own, own);
}

static void
read_row (Judge *judge, const SzSplitRow *row)
{
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (judge->lines, row->staff_no));

  if (!row->known)
    add_fault (judge, "staff_no.unknown", row->row, NULL, row->staff_no);
  else if (!g_hash_table_add (judge->seen, (gpointer)row->staff_no))
    add_fault (judge, "row.duplicate", row->row, NULL, row->staff_no);
  else if (line == 0)
    add_fault (judge, "split.not_member", row->row, NULL, row->staff_no);
  else
    for (guint i = 0; i < judge->book->n_columns; i++)
      read_cell (judge, row, line - 1, i);
}

/* Members without a row, in the order of the staff code. */
static void
find_absent (Judge *judge)
{
  const SzPayResult *result = judge->book->result;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      const char *staff_no = judge->book->input->people[result->lines[i].index].staff_no;

      if (g_hash_table_contains (judge->lines, staff_no)
          && !g_hash_table_contains (judge->seen, staff_no))
        add_fault (judge, "split.missing", 0, NULL, staff_no);
    }
}

static void
check_sums (Judge *judge)
{
  for (guint i = 0; i < judge->book->n_columns; i++)
    {
      SzSplitSum *sum = &judge->sums[i];
      g_autofree char *text = NULL;
      g_autofree char *pool = NULL;
      g_autofree char *difference = NULL;

      if (sum->sum_fen == sum->pool_fen)
        continue;
      text = sz_money_format (sum->sum_fen);
      pool = sz_money_format (sum->pool_fen);
      difference = sz_money_format (sum->sum_fen - sum->pool_fen);
      sz_issue_list_add (judge->issues, SZ_SEVERITY_ERROR, "split.sum", 0,
                         judge->book->columns[i].name, text, "department", judge->department->name,
                         "pool", pool, "sum", text, "difference", difference, NULL);
    }
}

/* RULE pay-8: of everybody in the department, also of whoever had no cell to fill. */
static void
check_limits (Judge *judge)
{
  const SzPayResult *result = judge->book->result;
  g_autofree SzMoney *totals_fen = g_new0 (SzMoney, result->n_lines + 1);

  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];

      for (guint j = 0; j < judge->book->n_fixed; j++)
        totals_fen[i] += MAX (line->fixed_fen[j], 0);
      for (guint j = 0; j < judge->book->n_parts; j++)
        totals_fen[i] += line->shares[j].central_fen;
    }
  for (guint i = 0; i < judge->own->len; i++)
    {
      const SzPayOwn *own = &g_array_index (judge->own, SzPayOwn, i);

      totals_fen[own->line]
          += own->amount_fen - result->lines[own->line].shares[own->part].central_fen;
    }
  for (gsize i = 0; i < result->n_lines; i++)
    {
      const char *staff_no = judge->book->input->people[result->lines[i].index].staff_no;

      if (strcmp (result->lines[i].department, judge->department->name) != 0)
        continue;
      if (result->ceiling_limit_fen > 0 && totals_fen[i] > result->ceiling_limit_fen)
        add_fault (judge, "split.over_ceiling", 0, NULL, staff_no);
      if (totals_fen[i] > 0 && totals_fen[i] < result->floor_limit_fen)
        add_fault (judge, "split.under_floor", 0, NULL, staff_no);
    }
}

gboolean
sz_pay_split_judge (const SzSplitBook *book,
                    const SzSplitRow *rows,
                    gsize n_rows,
                    SzIssueList *issues,
                    SzSplitSum *sums,
                    GArray *own)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Judge judge = { .book = book, .issues = issues, .lines = lines, .seen = seen };
  guint before;

  g_return_val_if_fail (book != NULL && issues != NULL && sums != NULL && own != NULL, FALSE);
  g_return_val_if_fail (rows != NULL || n_rows == 0, FALSE);
  before = sz_issue_list_errors (issues);
  judge.department = &book->result->departments[book->department];
  judge.sums = sums;
  judge.own = own;
  for (gsize i = 0; i < book->result->n_lines; i++)
    {
      const SzPayLine *line = &book->result->lines[i];

      if (strcmp (line->department, judge.department->name) == 0
          && sz_pay_is_member (book->result, line, book->n_parts))
        g_hash_table_insert (lines, (gpointer)book->input->people[line->index].staff_no,
                             GUINT_TO_POINTER ((guint)i + 1));
    }
  for (gsize i = 0; i < n_rows; i++)
    read_row (&judge, &rows[i]);
  find_absent (&judge);
  for (guint i = 0; i < book->n_columns; i++)
    {
      sums[i] = (SzSplitSum){ MAX (get_pool (&judge, i), 0), 0 };
      for (guint j = 0; j < own->len; j++)
        if (g_array_index (own, SzPayOwn, j).part == book->columns[i].part
            && __builtin_add_overflow (sums[i].sum_fen, g_array_index (own, SzPayOwn, j).amount_fen,
                                       &sums[i].sum_fen))
          add_fault (&judge, "money.invalid", 0, book->columns[i].name, NULL);
    }
  if (sz_issue_list_errors (issues) == before)
    check_sums (&judge);
  if (sz_issue_list_errors (issues) == before)
    check_limits (&judge);
  return sz_issue_list_errors (issues) == before;
}
