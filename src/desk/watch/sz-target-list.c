/* sz-target-list.c — the indicators of a year: a bar, value / needed, and the state of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-list.h"

#include "sz-decimal.h"

static gint64
find_share (const SzTargetFigures *figures)
{
  if (!figures->reading.known || !figures->has_needed || figures->needed <= 0)
    return -1;
  return CLAMP (figures->reading.value, 0, figures->needed) * SZ_RATIO_ONE / figures->needed;
}

static const char *
find_style (SzTargetState state)
{
  return state == SZ_TARGET_MISSED || state == SZ_TARGET_BEHIND || state == SZ_TARGET_BELOW
             ? "error"
         : state == SZ_TARGET_MET ? "success"
                                  : NULL;
}

GPtrArray *
sz_target_list (const SzTargetsView *view)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (sz_side_row_free);

  g_return_val_if_fail (view != NULL, rows);
  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzTargetLine *line = &g_array_index (view->lines, SzTargetLine, i);
      const SzTargetFigures *figures = &line->figures;
      SzSideRow *row = sz_side_row_new (line->indicator->indicator.name,
                                        sz_target_state_name (figures->state));
      g_autofree char *value = sz_decimal_format_grouped (figures->reading.value, 0);
      g_autofree char *needed = sz_decimal_format_grouped (figures->needed, 0);

      if (figures->reading.known)
        {
          g_free (row->text);
          row->text = g_strdup_printf ("%s/%s", value, figures->has_needed ? needed : "—");
        }
      row->style = find_style (figures->state);
      row->share_x1e4 = find_share (figures);
      g_ptr_array_add (rows, row);
    }
  return rows;
}
