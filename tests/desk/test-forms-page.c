/* test-forms-page.c — the forms on a demo college: each one on its pages, of the run asked for,
 * for a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-fixture.h"
#include "sz-form-choice.h"
#include "sz-forms-page.h"
#include "sz-meeting-dialog.h"
#include "sz-pay-act.h"
#include "sz-scheme-default.h"
#include "sz-window.h"

#define PEOPLE 60
#define TODAY 20260108

typedef struct
{
  char *db;
  SzTasks *tasks;
  SzWindow *window;
  SzFormsPage *page;
} Desk;

static gpointer
compute_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (TODAY);
  g_autoptr (SzPayView) view = NULL;

  scheme->pool_fen = *(gint64 *)input;
  view = sz_office_pay_compute_scheme (office, scheme, SZ_PAY_STORE, issues, progress, cancellable,
                                       error);
  return view != NULL ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *)user_data = sz_tasks_finish (result, &error) != NULL;
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *)data;
}

static void
compute (Desk *desk, gint64 pool_fen)
{
  gboolean done = FALSE;

  sz_tasks_write (desk->tasks, desk->page,
                  SZ_WORK (compute_cb, g_memdup2 (&pool_fen, sizeof pool_fen), g_free,
                           .changes = SZ_CHANGED_PAY),
                  NULL, computed_cb, &done);
  desk_wait (is_set, &done);
}

typedef struct
{
  SzFormsPage *page;
  gint64 run;
} Wanted;

/* What was read before the last run was computed is not what a test is about. */
static gboolean
knows_run (gpointer data)
{
  const Wanted *wanted = data;
  GtkWidget *choice = desk_find (GTK_WIDGET (wanted->page), SZ_TYPE_FORM_CHOICE, NULL, NULL);

  return sz_forms_page_get_chosen (wanted->page) != NULL && choice != NULL
         && sz_form_choice_get_params (SZ_FORM_CHOICE (choice)).run == wanted->run;
}

static Desk *
desk_new (guint runs)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->db = desk_demo (PEOPLE);
  desk->window = desk_window (desk->db, &desk->tasks);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1366, 768);
  desk->page = SZ_FORMS_PAGE (sz_window_get_page (desk->window, "forms"));
  for (guint i = 1; i <= runs; i++)
    compute (desk, i * 10000000);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "forms");
  desk_wait (knows_run, &(Wanted){ desk->page, runs });
  return desk;
}

static void
desk_free (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->db);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static GtkWidget *
find (Desk *desk, GType type)
{
  GtkWidget *widget = desk_find (GTK_WIDGET (desk->page), type, NULL, NULL);

  g_assert_nonnull (widget);
  return widget;
}

/* The list of forms waits for nobody: it is there before anything was read, however many people
 * there are. */
static void
test_at_once (void)
{
  char *db = desk_demo (5);
  SzTasks *tasks;
  SzWindow *window = desk_window (db, &tasks);
  GtkWidget *page = GTK_WIDGET (sz_window_get_page (window, "forms"));
  GtkWidget *list;
  guint n = 0;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "forms");
  list = desk_find (page, GTK_TYPE_LIST_BOX, NULL, NULL);
  g_assert_nonnull (list);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += GTK_IS_LIST_BOX_ROW (row) ? 1 : 0;
  g_assert_cmpuint (n, >, 20);
  desk_take_down (GTK_WINDOW (window), tasks, db);
}

/* Drawn pages, or the sentence that says what is missing. */
static gboolean
is_shown (gpointer data)
{
  Desk *desk = data;
  SzPagePreview *preview = sz_forms_page_get_preview (desk->page);

  if (gtk_widget_get_mapped (find (desk, ADW_TYPE_STATUS_PAGE)))
    return TRUE;
  return gtk_widget_get_mapped (GTK_WIDGET (preview))
         && sz_page_preview_get_printout (preview) != NULL && sz_page_preview_is_settled (preview);
}

static gboolean
passed_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Some frames, so that sizes are given out and the window comes to rest. */
static void
let_rest (void)
{
  gboolean passed = FALSE;

  g_timeout_add (120, passed_cb, &passed);
  desk_wait (is_set, &passed);
}

/* Whether the window would paint something now; what has no place on the screen is a warning, which
 * ends a test. */
static gboolean
is_painted (gpointer data)
{
  Desk *desk = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (desk->window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  return node != NULL;
}

/* RULE handbook §13: every form comes to be seen, whatever was seen before it. */
static void
test_each_form (void)
{
  g_autoptr (Desk) desk = desk_new (1);
  GtkListBox *list = GTK_LIST_BOX (find (desk, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gtk_list_box_select_row (list, row);
      let_rest ();
      desk_wait (is_shown, desk);
      let_rest ();
      desk_wait (is_painted, desk);
      n++;
    }
  g_assert_cmpuint (n, >=, 12);
}

static gboolean
is_of_run_one (gpointer data)
{
  Desk *desk = data;
  SzFormChoice *choice = SZ_FORM_CHOICE (find (desk, SZ_TYPE_FORM_CHOICE));

  return sz_form_choice_get_params (choice).run == 1 && is_shown (desk)
         && g_strcmp0 (sz_forms_page_get_chosen (desk->page), "F20") == 0;
}

/* Who comes from a run sees that run, not the latest. */
static void
test_run_asked_for (void)
{
  g_autoptr (Desk) desk = desk_new (2);

  sz_forms_page_choose (desk->page, "F16", 0);
  desk_wait (is_shown, desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "pay");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.form", "(sx)", "F20", (gint64)1);
  desk_wait (is_of_run_one, desk);
}

static gboolean
is_pay_shown (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (sz_window_get_page (((Desk *)data)->window, "pay")));
}

/* What is missing is said, and where it is to be had. */
static void
test_missing (void)
{
  g_autoptr (Desk) desk = desk_new (0);
  AdwStatusPage *missing = ADW_STATUS_PAGE (find (desk, ADW_TYPE_STATUS_PAGE));

  sz_forms_page_choose (desk->page, "F20", 0);
  desk_wait (is_shown, desk);
  g_assert_cmpstr (adw_status_page_get_title (missing), ==, "No pay run yet");
  g_signal_emit_by_name (desk_find (GTK_WIDGET (missing), GTK_TYPE_BUTTON, NULL, NULL), "clicked");
  desk_wait (is_pay_shown, desk);
}

/* Widgets that matter have accessible names. */
static void
test_names (void)
{
  g_autoptr (Desk) desk = desk_new (1);

  desk_wait (is_shown, desk);
  desk_assert_named (GTK_WIDGET (desk->page));
}

static GtkWidget *
find_meeting (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SZ_IS_MEETING_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
answered_cb (SzMeetingDialog *dialog, SzFormOrder *order, gpointer user_data)
{
  *(SzFormOrder **)user_data = order;
}

static void
set_checks (GtkWidget *widget, gboolean active)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), active);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_checks (child, active);
}

/* Nothing chosen, nothing to save; slips are not for a meeting. */
static void
test_meeting (void)
{
  g_autoptr (Desk) desk = desk_new (1);
  g_autoptr (SzFormOrder) order = NULL;
  GtkWidget *dialog;
  GtkWidget *save;

  desk_wait (is_shown, desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->page), "forms.meeting", NULL);
  dialog = find_meeting ();
  g_assert_nonnull (dialog);
  save = desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save…");
  g_assert_nonnull (save);
  /* Everybody's numbers go along only when they are wanted. */
  g_assert_false (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (desk_find (dialog, GTK_TYPE_CHECK_BUTTON, "label", "教职工花名册"))));
  set_checks (dialog, FALSE);
  g_assert_false (gtk_widget_get_sensitive (save));
  set_checks (dialog, TRUE);
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_handlers_disconnect_matched (dialog, G_SIGNAL_MATCH_ID,
                                        g_signal_lookup ("answered", SZ_TYPE_MEETING_DIALOG), 0,
                                        NULL, NULL, NULL);
  g_signal_connect (dialog, "answered", G_CALLBACK (answered_cb), &order);
  g_signal_emit_by_name (save, "clicked");
  g_assert_nonnull (order);
  g_assert_true (order->meeting);
  g_assert_true (order->pdf);
  g_assert_true (g_strv_contains ((const char *const *)order->ids, "F20"));
  g_assert_false (g_strv_contains ((const char *const *)order->ids, "slips"));
}

/* The columns that somebody chose are there the next time, and other texts are asked where wanted.
 */
static void
test_choices (void)
{
  g_autoptr (Desk) desk = desk_new (1);
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  SzFormChoice *choice
      = SZ_FORM_CHOICE (g_object_ref_sink (g_object_new (SZ_TYPE_FORM_CHOICE, NULL)));
  SzFormChoice *next
      = SZ_FORM_CHOICE (g_object_ref_sink (g_object_new (SZ_TYPE_FORM_CHOICE, NULL)));
  GtkWidget *points;
  GtkWidget *plan;
  SzFormParams params;

  sz_form_choice_set_settings (choice, settings);
  sz_form_choice_set_needs (choice, SZ_FORM_NEEDS_PLAN, SZ_FORM_NEEDS_POINTS, NULL);
  points = desk_find (GTK_WIDGET (choice), GTK_TYPE_CHECK_BUTTON, "label",
                      "With the columns of points");
  plan
      = desk_find (GTK_WIDGET (choice), GTK_TYPE_ENTRY, "placeholder-text", "The recruitment plan");
  g_assert_true (gtk_widget_get_visible (points) && gtk_widget_get_visible (plan));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (points), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (plan), "2025");
  params = sz_form_choice_get_params (choice);
  g_assert_true (params.with_points);
  g_assert_cmpstr (params.plan, ==, "2025");
  sz_form_choice_set_settings (next, settings);
  sz_form_choice_set_needs (next, 0, SZ_FORM_NEEDS_POINTS, NULL);
  params = sz_form_choice_get_params (next);
  g_assert_true (params.with_points);
  g_assert_null (params.plan);
  g_settings_reset (settings, "form-choices");
  g_object_unref (choice);
  g_object_unref (next);
}

int
main (int argc, char **argv)
{
  /* Names are kept for asking, and told to nobody. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/forms-page/at-once", test_at_once);
  g_test_add_func ("/desk/forms-page/each-form", test_each_form);
  g_test_add_func ("/desk/forms-page/run-asked-for", test_run_asked_for);
  g_test_add_func ("/desk/forms-page/missing", test_missing);
  g_test_add_func ("/desk/forms-page/names", test_names);
  g_test_add_func ("/desk/forms-page/meeting", test_meeting);
  g_test_add_func ("/desk/forms-page/choices", test_choices);
  return g_test_run ();
}
