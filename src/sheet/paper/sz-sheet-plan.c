/* sz-sheet-plan.c — where the pages of a sheet break, and rows that fill them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-writer.h"

#include <math.h>

#include "sz-leaf.h"
#include "sz-pen.h"

#define FILL 0.975       /* of a page: programs round heights, and none may run over */
#define PIXEL 0.75       /* heights come in these */
#define PERCENT_LEAST 85 /* of the scale that fills the width */

typedef struct
{
  const SzSheetWriter *w;
  const SzLeafPlan *plan;
  double scale;
} Plan;

/* As high as on paper, and never lower than its text. */
static double
get_height (const Plan *plan, guint i)
{
  const double least = g_array_index (plan->w->lines, SzPageLine, i).height;

  return MAX (ceil (least / PIXEL) * PIXEL,
              floor (plan->plan->lines[i].height * FILL / plan->scale / PIXEL) * PIXEL);
}

static double
get_sum_height (const Plan *plan, guint heading)
{
  return MAX (SZ_SHEET_LEAST,
              floor (plan->plan->lines[heading].subtotal_height * FILL / plan->scale / PIXEL)
                  * PIXEL);
}

static gboolean
is_fitting (const Plan *plan, double room)
{
  const SzPagination *pages = plan->plan->pages;
  guint heading = 0;
  double repeated = 0; /* on each page behind that of its table, whatever stands there */

  for (guint p = 0; p < pages->spans->len; p++)
    {
      const SzPageSpan *span = &g_array_index (pages->spans, SzPageSpan, p);
      double height = repeated;

      for (guint i = span->first; i < span->end; i++)
        {
          if (plan->plan->lines[i].kind == SZ_LINE_HEADING)
            {
              heading = i;
              repeated = plan->w->n_headings == 1 ? get_height (plan, i) : 0;
            }
          height += get_height (plan, i);
          if (pages->after[i] != SZ_AFTER_NOTHING)
            height += pages->after[i] * get_sum_height (plan, heading);
        }
      if (height * plan->scale > room)
        return FALSE;
    }
  return TRUE;
}

/* Text that needs more rows than on paper, in larger type, makes the whole somewhat smaller. */
static gboolean
choose_scale (SzSheetWriter *w, const SzLeafPlan *plan, double room)
{
  for (guint percent = w->percent; percent * 100 >= w->percent * PERCENT_LEAST; percent--)
    {
      const Plan tried = { w, plan, percent / 100.0 };

      if (!is_fitting (&tried, room))
        continue;
      w->percent = percent;
      return TRUE;
    }
  return FALSE;
}

/* What a sheet has more of than paper, the figures of a chart, does not fit: pages of its own. */
static void
break_anew (SzSheetWriter *w, SzLeafPlan *plan, double room)
{
  for (guint i = 0; i < plan->n; i++)
    {
      plan->lines[i].height = w->heights[i];
      if (plan->lines[i].subtotal_height > 0)
        plan->lines[i].subtotal_height = w->sum_height;
    }
  sz_pagination_free (plan->pages);
  plan->pages = sz_paginate (plan->lines, plan->n, room);
}

gboolean
sz_sheet_plan (SzSheetWriter *w, const SzPageBox *box, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPen) pen = NULL;
  g_autoptr (SzLeafPlan) plan = NULL;
  gboolean fits;
  Plan made;

  g_return_val_if_fail (w != NULL && box != NULL, FALSE);
  pen = sz_pen_new ();
  plan = sz_leaf_plan_new (w->paper, sz_pen_measure (pen), cancellable, error);
  if (plan == NULL)
    return FALSE;
  g_assert (plan->n == w->lines->len);
  fits = choose_scale (w, plan, sz_page_box_height (box));
  made = (Plan){ w, plan, w->percent / 100.0 };
  w->heights = g_new0 (double, plan->n + 1);
  for (guint i = 0; i < plan->n; i++)
    {
      w->heights[i] = get_height (&made, i);
      if (plan->lines[i].subtotal_height > 0)
        w->sum_height = get_sum_height (&made, i);
    }
  if (!fits)
    break_anew (w, plan, sz_page_box_height (box) * FILL / made.scale);
  w->pages = g_steal_pointer (&plan->pages);
  return TRUE;
}
