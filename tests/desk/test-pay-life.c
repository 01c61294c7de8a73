/* test-pay-life.c — a run on its way, on the page of performance pay (RULE pay-10, pay-11, pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-desk.h"
#include "sz-case-bar.h"
#include "sz-pay-move-act.h"
#include "sz-query-dialog.h"
#include "sz-result-pane.h"

static GtkWidget *
find_step (PayDesk *desk, const char *verb)
{
  return desk_find (pay_desk_find (desk, SZ_TYPE_CASE_BAR), GTK_TYPE_BUTTON, "name", verb);
}

static gboolean
step_offered_cb (gpointer data)
{
  PayDesk *desk = data;
  GtkWidget *bar = desk_find (desk->page, SZ_TYPE_CASE_BAR, NULL, NULL);

  return bar != NULL && gtk_widget_get_mapped (bar);
}

static SzQueryDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SZ_IS_QUERY_DIALOG (window) && gtk_widget_get_mapped (window))
        return SZ_QUERY_DIALOG (window);
    }
  return NULL;
}

static gboolean
refused_cb (gpointer data)
{
  SzQueryDialog *dialog = find_dialog ();

  return dialog != NULL && pay_desk_find_text (GTK_WIDGET (dialog), data) != NULL;
}

/* Another person, another process: the page sees it by itself. */
static void
review_as (PayDesk *desk, const char *who)
{
  const SzPayMove move = { .defaults = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, who, &error);
  SzPayMoved *moved = sz_office_pay_review (office, 1, &move, &error);

  g_assert_no_error (error);
  sz_pay_moved_free (moved);
}

static gboolean
announce_offered_cb (gpointer data)
{
  PayDesk *desk = data;

  return step_offered_cb (desk) && find_step (desk, "announce") != NULL;
}

/* RULE pay-11: the maker is refused in the dialog itself; what others did stands on the bar, and
 * what can be done with the run follows. */
static void
test_life (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));

  desk_type (desk->page, "pool", "100000");
  desk_type (desk->page, "reserve_ratio", "1");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (step_offered_cb, desk);
  g_assert_nonnull (find_step (desk, "review"));
  g_assert_null (find_step (desk, "adjust"));
  sz_result_pane_show_tab (result, "adjust");
  pay_desk_wait (desk, "adjusted 0.00 · reserve 1,000.00 → 1,000.00");
  g_signal_emit_by_name (find_step (desk, "review"), "clicked");
  desk_turn ();
  g_assert_nonnull (find_dialog ());
  SZ_FORM_DIALOG_GET_CLASS (find_dialog ())->save (SZ_FORM_DIALOG (find_dialog ()));
  desk_wait (refused_cb, (gpointer) "test");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));

  review_as (desk, "乙");
  sz_page_reload (SZ_PAGE (desk->page));
  desk_wait (announce_offered_cb, desk);
  pay_desk_wait (desk, "names are statements");
  sz_result_pane_show_tab (result, "notice");
  pay_desk_wait (desk, "not announced");
  sz_result_pane_show_tab (result, "paid");
  pay_desk_wait (desk, "would be paid on 2026-01-08");
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/pay-life/pay-11/steps", test_life);
  return g_test_run ();
}
