/* sz-pay-again.c — a run computed over today's inputs with the splits and adjustments it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-again.h"

#include "sz-office-private.h"
#include "sz-pay-split-sheet.h"

/* Its own result: the view is not shown yet. */
static SzPayOverlay
make_overlay (SzPayView *now)
{
  return (SzPayOverlay){ (SzPayResult *)now->result, now->scheme->fixed->len,
                         now->scheme->components->len };
}

static GArray *
list_columns (const SzScheme *scheme)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SzSplitColumn));

  for (guint i = 0; i < scheme->components->len; i++)
    {
      SzSplitColumn column = { i, g_array_index (scheme->components, SzComponent, i).name };

      if (sz_scheme_by_department (scheme, i))
        g_array_append_val (columns, column);
    }
  return columns;
}

/* A split that does not pass any longer leaves the central one. */
static void
lay_split (SzPayOverlay *overlay,
           const SzPayView *now,
           const SzPaySplit *split,
           const GArray *columns)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));
  g_autofree SzSplitSum *sums = g_new0 (SzSplitSum, columns->len + 1);
  g_autoptr (SzSplitSheet) sheet = sz_split_sheet_new ();
  int department = sz_pay_find_department (now->result, split->department);
  SzSplitBook book = { .result = now->result,
                       .input = now->input,
                       .n_fixed = overlay->n_fixed,
                       .n_parts = overlay->n_parts,
                       .department = (guint)MAX (department, 0),
                       .columns = (const SzSplitColumn *)(gpointer)columns->data,
                       .n_columns = columns->len };

  sz_split_sheet_take (sheet, split, columns);
  if (department >= 0
      && sz_pay_split_judge (&book, (const SzSplitRow *)(gpointer)sheet->rows->data,
                             sheet->rows->len, faults, sums, own))
    sz_pay_set_own (overlay, (guint)department, (const SzPayOwn *)(gpointer)own->data, own->len);
}

gboolean
sz_pay_lay_again (SzOffice *office, gint64 run, SzPayView *now, GError **error)
{
  SzStore *store;
  SzPayOverlay overlay;
  g_autoptr (GArray) splits = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && now != NULL, FALSE);
  store = sz_office_get_store (office);
  splits = sz_store_pay_splits_of (store, run, error);
  rows = splits != NULL ? sz_store_pay_adjustments_of (store, run, error) : NULL;
  if (rows == NULL)
    return FALSE;
  overlay = make_overlay (now);
  columns = list_columns (now->scheme);
  for (guint i = 0; i < splits->len; i++)
    lay_split (&overlay, now, &g_array_index (splits, SzPaySplit, i), columns);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPayAdjustment *row = &g_array_index (rows, SzPayAdjustment, i);
      const SzPayLine *line = sz_pay_view_find_line (now, row->staff_no);

      if (line != NULL)
        sz_pay_adjust (&overlay, (guint)(line - now->result->lines), row->amount_fen);
    }
  sz_pay_sum_up (&overlay);
  now->head.reserve_fen = now->result->reserve_fen;
  now->head.total_fen = now->result->total_fen;
  return TRUE;
}
