/* test-first-week.c — the way from an empty college to F20, and the beginning of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <string.h>

#include "desk-fixture.h"
#include "sz-form-dialog.h"
#include "sz-new-year.h"
#include "sz-pay-act.h"
#include "sz-query-dialog.h"
#include "sz-ready-strip.h"
#include "sz-scheme-default.h"
#include "sz-scheme-next.h"

#define NEXT_YEAR 2026
#define DAY "2026-06-01"
#define POOL_FEN (G_GINT64_CONSTANT (100000) * 100)

static GtkWidget *
find_strip (PageDesk *desk)
{
  return desk_find (GTK_WIDGET (desk->page), SZ_TYPE_READY_STRIP, NULL, NULL);
}

static gboolean
says (gpointer data)
{
  PageDesk *desk = data;

  return desk_find (find_strip (desk), GTK_TYPE_BUTTON, "label", desk->text) != NULL;
}

static GtkWidget *
wait_step (PageDesk *desk, const char *text)
{
  desk->text = text;
  g_test_message ("waiting for “%s”", text);
  desk_wait (says, desk);
  return desk_find (find_strip (desk), GTK_TYPE_BUTTON, "label", text);
}

static const char *
get_action (GtkWidget *button)
{
  return gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
}

static gboolean
has_overview (gpointer data)
{
  PageDesk *desk = data;

  return desk_find (GTK_WIDGET (desk->window), SZ_TYPE_READY_STRIP, NULL, NULL) != NULL;
}

/* Issue 13: an empty college begins on the overview, which says what is missing, with its action;
 * what comes next stands out. */
static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shizi-desk-XXXXXX", NULL);
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  PageDesk desk = { .path = g_build_filename (folder, "new.db", NULL) };
  g_autoptr (SzOffice) office = sz_office_create (desk.path, "test", "某技师学院", 8, &error);
  GtkWidget *step;

  g_assert_no_error (error);
  g_clear_object (&office);
  g_settings_set_string (settings, "page", "");
  desk.window = desk_window (desk.path, &desk.tasks);
  desk_wait (has_overview, &desk);
  desk.page = sz_window_get_page (desk.window, "overview");
  step = wait_step (&desk, "– Roster");
  g_assert_cmpstr (get_action (step), ==, "win.import");
  g_assert_true (gtk_widget_has_css_class (step, "suggested-action"));
  step = wait_step (&desk, "– Assessments");
  g_assert_false (gtk_widget_has_css_class (step, "suggested-action"));
  step = wait_step (&desk, "– Scheme");
  g_assert_cmpstr (get_action (step), ==, "win.page");
  g_assert_false (gtk_widget_get_sensitive (wait_step (&desk, "F20")));
  desk_take_down (GTK_WINDOW (desk.window), desk.tasks, desk.path);
  desk_keep_still ();
}

/* The default scheme with a pool, on what the demo college has. */
static void
compute (PageDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (20260601);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;

  scheme->pool_fen = POOL_FEN;
  view = sz_office_pay_compute_scheme (office, scheme, SZ_PAY_STORE, issues,
                                       (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
  sz_tasks_tell_changed (desk->tasks, SZ_CHANGED_ALL);
}

static void
test_ready (void)
{
  PageDesk desk;

  page_desk_open (&desk, "overview@" DAY);
  wait_step (&desk, "✓ Roster");
  wait_step (&desk, "✓ Workload");
  g_assert_true (gtk_widget_has_css_class (wait_step (&desk, "– Scheme"), "suggested-action"));
  g_assert_nonnull (
      desk_find (find_strip (&desk), GTK_TYPE_LABEL, "label", "Performance pay of 2025"));
  g_object_set (desk.page, "as-of", 20251015, NULL);
  wait_step (&desk, "✓ Workload");
  g_assert_nonnull (
      desk_find (find_strip (&desk), GTK_TYPE_LABEL, "label", "Performance pay of 2025"));
  compute (&desk);
  wait_step (&desk, "✓ Scheme");
  g_assert_true (gtk_widget_get_sensitive (wait_step (&desk, "F20")));
  g_assert_cmpstr (get_action (wait_step (&desk, "F20")), ==, "win.form");
  page_desk_close (&desk);
}

static gboolean
find_text (GtkWidget *root, const char *part)
{
  gboolean found
      = GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, part);
  return found;
}

static gboolean
needs_something (gpointer data)
{
  GtkWidget *dialog = page_desk_find_dialog (data);

  return dialog != NULL && find_text (dialog, "Still needed:");
}

/* What a year begins with is said before, done in one act, and taken back by Ctrl+Z. */
static void
test_new_year (void)
{
  PageDesk desk;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzScheme) scheme = NULL;
  g_autoptr (GError) error = NULL;
  SzYearCopied left = { 0 };
  SzYearCopied before = { 0 };

  page_desk_open (&desk, "overview@" DAY);
  compute (&desk);
  wait_step (&desk, "✓ Scheme");
  office = page_desk_open_office (&desk);
  g_assert_true (sz_view_year_copied (office, NEXT_YEAR, &before, &error));
  g_assert_cmpuint (before.targets, >, 0);
  g_assert_true (sz_view_scheme_next (office, NEXT_YEAR, &scheme, &error));
  g_assert_cmpint (scheme->from, ==, 20260101);
  g_assert_cmpint (scheme->to, ==, 20261231);
  g_assert_cmpint (scheme->pool_fen, ==, POOL_FEN);
  g_assert_nonnull (strstr (scheme->name, "2026"));
  g_signal_emit_by_name (find_strip (&desk), "new-year");
  desk_wait (page_desk_has_dialog, &desk);
  desk_wait (needs_something, &desk);
  SZ_FORM_DIALOG_GET_CLASS (page_desk_find_dialog (&desk))
      ->save (SZ_FORM_DIALOG (page_desk_find_dialog (&desk)));
  desk_wait (page_desk_has_no_dialog, &desk);
  g_assert_true (sz_view_year_copied (office, NEXT_YEAR, &left, &error));
  g_assert_cmpuint (left.targets + left.quotas + left.roles, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (sz_view_year_copied (office, NEXT_YEAR, &left, &error));
    }
  while (left.targets != before.targets);
  g_assert_no_error (error);
  g_clear_object (&office);
  page_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/first-week/empty", test_empty);
  g_test_add_func ("/desk/first-week/ready", test_ready);
  g_test_add_func ("/desk/first-week/new-year", test_new_year);
  return g_test_run ();
}
