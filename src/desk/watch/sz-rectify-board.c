/* sz-rectify-board.c — the 整改台账 as cards under their four states (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rectify-board.h"

#include <glib/gi18n.h>

#define BOARD_HEIGHT 236

const char *
sz_rectify_step_between (SzRectifyState from, SzRectifyState to)
{
  if (from == to)
    return NULL;
  if (to == SZ_RECTIFY_CLOSED)
    return "close";
  if (to == SZ_RECTIFY_SUBMITTED)
    return "submit";
  return from == SZ_RECTIFY_SUBMITTED ? "return" : "progress";
}

static void
add_card (GArray *cards, GPtrArray *texts, const SzRectifyView *view, guint i)
{
  const SzRectifyItem *item = sz_rectify_view_get (view, i);
  const gboolean overdue = sz_rectify_is_overdue (item, view->day);
  g_autofree char *date = sz_date_format (item->deadline);
  /* TRANSLATORS: a deadline, and how far the item is */
  char *line = overdue ? g_strdup_printf (_ ("%s overdue · %d%%"), date, item->percent)
                       : g_strdup_printf ("%s · %d%%", date, item->percent);
  const SzCard card = { .id = sz_rectify_view_get_id (view, i),
                        .column = sz_rectify_state (item),
                        .lines = { { item->no, "heading" },
                                   { item->problem, NULL },
                                   { item->unit, "dim-label" },
                                   { line, overdue ? "error" : "caption" } },
                        .tooltip = item->problem };

  g_ptr_array_add (texts, line);
  g_array_append_val (cards, card);
}

void
sz_rectify_board_show (SzCardBoard *board, const SzRectifyView *view)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, TRUE, sizeof (SzCard));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (SZ_IS_CARD_BOARD (board) && view != NULL);

  for (guint i = 0; i < sz_rectify_view_get_size (view); i++)
    add_card (cards, texts, view, i);
  sz_card_board_show (board, cards);
}

GtkWidget *
sz_rectify_board_new (void)
{
  const char *titles[SZ_N_RECTIFY_STATES + 1] = { NULL };

  for (int i = 0; i < SZ_N_RECTIFY_STATES; i++)
    titles[i] = sz_rectify_state_name ((SzRectifyState)i);
  return sz_card_board_new (titles, BOARD_HEIGHT);
}
