/* test-case-bar.c — the way of a case: seen, walked, refused with a sentence, walked again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include "sz-case-bar.h"
#include "sz-step-dialog.h"

/* A loan that a second person checks before the thing goes out. */
static const SzCaseState states[]
    = { { "asked", "已申请" }, { "checked", "已复核" }, { "lent", "已借出" } };
static const SzCaseMove moves[] = {
  { .verb = "ask", .name = "申请", .from = "", .to = "asked" },
  { .verb = "check", .name = "复核", .from = "asked", .to = "checked", .other_than = "ask" },
  { .verb = "lend", .name = "借出", .from = "checked", .to = "lent", .needs = SZ_MOVE_DAY },
  { .verb = "send-back",
    .name = "退回",
    .from = "checked",
    .to = "asked",
    .needs = SZ_MOVE_REASON,
    .forgets = "check" },
};
static const SzCaseTable loan
    = { .kind = "loan", .noun = "loan", SZ_CASE_STATES (states), SZ_CASE_MOVES (moves) };

typedef struct
{
  SzCaseView view;
  GtkWidget *window;
  GtkWidget *bar;
  char *verb;
} Desk;

static void
step_cb (Desk *desk, const char *verb)
{
  g_free (desk->verb);
  desk->verb = g_strdup (verb);
}

static void
add_step (Desk *desk, const char *verb, const char *from, const char *to, const char *who)
{
  const SzCaseStep step = { .verb = (char *)verb,
                            .from = (char *)from,
                            .to = (char *)to,
                            .who = (char *)who,
                            .at = (char *)"2026-01-05T02:12:00Z" };

  g_array_append_val (desk->view.steps, step);
  desk->view.state = (char *)to;
}

/* What @who may do; the bar shows it. */
static void
show_to (Desk *desk, const char *who)
{
  g_ptr_array_set_size (desk->view.moves, 0);
  for (guint i = 0; i < loan.n_moves; i++)
    if (sz_case_allows (&loan, desk->view.state,
                        (const SzCaseStep *)(gpointer)desk->view.steps->data, desk->view.steps->len,
                        &moves[i], who))
      g_ptr_array_add (desk->view.moves, (gpointer)&moves[i]);
  sz_case_bar_show (SZ_CASE_BAR (desk->bar), &desk->view);
}

static void
desk_open (Desk *desk)
{
  *desk = (Desk){ .view = { .table = &loan,
                            .state = (char *)"",
                            .steps = g_array_new (FALSE, TRUE, sizeof (SzCaseStep)),
                            .moves = g_ptr_array_new () } };
  desk->window = gtk_window_new ();
  desk->bar = sz_case_bar_new ();
  g_signal_connect_swapped (desk->bar, "step", G_CALLBACK (step_cb), desk);
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->bar);
  gtk_window_present (GTK_WINDOW (desk->window));
}

static void
desk_close (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  g_array_unref (desk->view.steps);
  g_ptr_array_unref (desk->view.moves);
  g_free (desk->verb);
}

static void
test_bar (void)
{
  Desk desk;
  GtkWidget *check, *lend;

  desk_open (&desk);
  g_assert_false (gtk_widget_get_visible (desk.bar));
  add_step (&desk, "ask", "", "asked", "张三");
  show_to (&desk, "张三");
  /* All that is still to come is seen, and who has done what. */
  g_assert_nonnull (desk_find (desk.bar, GTK_TYPE_LABEL, "label", "已申请"));
  g_assert_nonnull (desk_find (desk.bar, GTK_TYPE_LABEL, "label", "已借出"));
  check = desk_find (desk.bar, GTK_TYPE_BUTTON, "label", "复核…");
  /* He asked himself: it is not suggested, but he may press it and is told why. */
  g_assert_false (gtk_widget_has_css_class (check, "suggested-action"));
  g_signal_emit_by_name (check, "clicked");
  g_assert_cmpstr (desk.verb, ==, "check");
  show_to (&desk, "李四");
  check = desk_find (desk.bar, GTK_TYPE_BUTTON, "label", "复核…");
  g_assert_true (gtk_widget_has_css_class (check, "suggested-action"));

  add_step (&desk, "check", "asked", "checked", "李四");
  show_to (&desk, "李四");
  lend = desk_find (desk.bar, GTK_TYPE_BUTTON, "label", "借出…");
  g_assert_true (gtk_widget_has_css_class (lend, "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (desk_find (desk.bar, GTK_TYPE_BUTTON, "label", "退回…"),
                                            "suggested-action"));
  g_assert_null (desk_find (desk.bar, GTK_TYPE_BUTTON, "label", "复核…"));
  sz_case_bar_show (SZ_CASE_BAR (desk.bar), NULL);
  g_assert_false (gtk_widget_get_visible (desk.bar));
  desk_close (&desk);
}

/* ---- the dialog of a step ---- */

static gboolean
walk_cb (SzOffice *office, gint64 subject_id, const SzCaseAsk *ask, GError **error)
{
  g_assert_cmpint (subject_id, ==, 7);
  g_assert_cmpstr (ask->verb, ==, "lend");
  if (ask->day < 20260105)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.no_reason", NULL);
  return TRUE;
}

static gboolean
is_told (gpointer data)
{
  return gtk_widget_get_sensitive (desk_find (data, GTK_TYPE_BUTTON, "label", "借出"));
}

static gboolean
is_taken (gpointer data)
{
  return *(const gboolean *)data;
}

static void
taken_cb (gboolean *taken)
{
  *taken = TRUE;
}

static void
test_dialog (void)
{
  const SzStepOrder order = { .move = &moves[2],
                              .subject_id = 7,
                              .subject = "投影仪",
                              .day = 20260101,
                              .walk = walk_cb,
                              .changes = SZ_CHANGED_REGISTERS };
  char *path = desk_demo (10);
  SzTasks *tasks = sz_tasks_new (path, "李四");
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *dialog = GTK_WIDGET (sz_step_dialog_new (window, tasks, &order));
  GtkWidget *save = desk_find (dialog, GTK_TYPE_BUTTON, "label", "借出");
  GtkWidget *day = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Day");
  gboolean taken = FALSE;

  g_signal_connect_swapped (dialog, "taken", G_CALLBACK (taken_cb), &taken);
  gtk_window_present (window);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "2026-01-01");
  /* The first field has the keyboard. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), day));
  gtk_editable_set_text (GTK_EDITABLE (day), "");
  g_assert_false (gtk_widget_is_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (day), "so");
  g_assert_false (gtk_widget_is_sensitive (save));
  g_assert_true (gtk_widget_has_css_class (day, "error"));
  /* Refused: it is said here, and what was typed stays. */
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-01-01");
  g_signal_emit_by_name (save, "clicked");
  g_assert_false (gtk_widget_is_sensitive (save));
  desk_wait (is_told, dialog);
  g_assert_false (taken);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "2026-01-01");
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-01-06");
  g_signal_emit_by_name (save, "clicked");
  desk_wait (is_taken, &taken);
  desk_take_down (window, tasks, path);
}

/* Escape does not throw away what was typed; untouched, the dialog just goes. */
static void
test_escape (void)
{
  const SzStepOrder order = { .move = &moves[2],
                              .subject_id = 7,
                              .subject = "投影仪",
                              .day = 20260101,
                              .walk = walk_cb,
                              .changes = SZ_CHANGED_REGISTERS };
  char *path = desk_demo (10);
  SzTasks *tasks = sz_tasks_new (path, "李四");
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *dialog = GTK_WIDGET (sz_step_dialog_new (window, tasks, &order));
  GtkWidget *day = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Day");

  gtk_window_present (window);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-01-02");
  gtk_widget_activate_action (dialog, "window.close", NULL);
  desk_turn ();
  g_assert_true (gtk_widget_get_visible (dialog));
  sz_form_dialog_begin (SZ_FORM_DIALOG (dialog));
  g_object_ref (dialog);
  gtk_widget_activate_action (dialog, "window.close", NULL);
  desk_turn ();
  g_assert_false (gtk_widget_get_visible (dialog));
  g_object_unref (dialog);
  desk_take_down (window, tasks, path);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/case-bar/bar", test_bar);
  g_test_add_func ("/desk/case-bar/dialog", test_dialog);
  g_test_add_func ("/desk/case-bar/escape", test_escape);
  return g_test_run ();
}
