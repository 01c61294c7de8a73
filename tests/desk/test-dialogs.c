/* test-dialogs.c — the forms of a person and of what changes about one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-fixture.h"
#include "sz-people-page.h"
#include "sz-person-act.h"
#include "sz-person-dialog.h"
#include "sz-record-dialog.h"
#include "sz-safety.h"
#include "sz-suggest-button.h"
#include "sz-window.h"

#define PEOPLE 40

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPage *page;
  GtkWidget *dialog;
} Desk;

static gboolean
is_settled (gpointer data)
{
  Desk *desk = data;

  return sz_people_page_is_settled (SZ_PEOPLE_PAGE (desk->page));
}

static void
desk_open_at (Desk *desk, char *path)
{
  *desk = (Desk){ .path = path };
  desk->window = desk_window (path, &desk->tasks);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1366, 768);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "people");
  desk->page = sz_window_get_page (desk->window, "people");
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

/* ---- masked numbers in the form ---- */

static GtkWidget *
find_number (Desk *desk)
{
  return desk_find (desk->dialog, ADW_TYPE_ENTRY_ROW, "title", "ID number");
}

static gboolean
is_loaded (gpointer data)
{
  return *gtk_editable_get_text (GTK_EDITABLE (find_number (data))) != '\0';
}

static gboolean
is_plain (gpointer data)
{
  return strchr (gtk_editable_get_text (GTK_EDITABLE (find_number (data))), '*') == NULL;
}

static guint64
count_acts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzVerifyReport report = { 0 };

  g_assert_no_error (error);
  g_assert_true (sz_office_verify (office, issues, &report, NULL, &error));
  return (guint64)report.acts;
}

/* RULE aud-1: the form masks numbers like the details, and the look is recorded. */
static void
test_masked_form (void)
{
  Desk desk;
  GtkWidget *button;
  guint64 acts;

  desk_open_at (&desk, desk_demo (PEOPLE));
  desk.dialog = GTK_WIDGET (sz_person_dialog_new (GTK_WINDOW (desk.window), desk.tasks, 1));
  gtk_window_present (GTK_WINDOW (desk.dialog));
  desk_wait (is_loaded, &desk);
  g_assert_false (is_plain (&desk));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_number (&desk))));
  /* What is blotted out is no fault of the person. */
  g_assert_true (
      gtk_widget_get_sensitive (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Save")));
  acts = count_acts (desk.path);
  button = desk_find (desk.dialog, GTK_TYPE_BUTTON, "name", "id_number");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_plain, &desk);
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (find_number (&desk))));
  g_assert_cmpuint (count_acts (desk.path), ==, acts + 1);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

/* What cannot be saved is marked and said how it is written. */
static void
test_record_form (void)
{
  Desk desk;
  GtkWidget *date, *post, *save;

  desk_open_at (&desk, desk_demo (PEOPLE));
  desk.dialog = GTK_WIDGET (
      sz_record_dialog_new_change (GTK_WINDOW (desk.window), desk.tasks, 1, SZ_RECORD_POST));
  gtk_window_present (GTK_WINDOW (desk.dialog));
  date = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "From the day");
  post = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "Post");
  save = desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Save");
  gtk_editable_set_text (GTK_EDITABLE (date), "2025-02-30");
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  g_assert_nonnull (
      desk_find (desk.dialog, GTK_TYPE_LABEL, "label", "A day is written as 2026-01-01."));
  gtk_editable_set_text (GTK_EDITABLE (date), "2025-02-28");
  gtk_editable_set_text (GTK_EDITABLE (post), "副教授");
  g_assert_true (gtk_widget_has_css_class (post, "error"));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (post), "专技七级");
  g_assert_false (gtk_widget_has_css_class (post, "error"));
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

/* ---- what is known, to choose instead of typing it ---- */

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int)n) != NULL)
    n++;
  return n;
}

/* The list beside @row, opened. */
static GtkWidget *
open_known (GtkWidget *row)
{
  GtkWidget *known = desk_find (row, SZ_TYPE_SUGGEST_BUTTON, NULL, NULL);
  GtkWidget *button, *list;
  int width;

  g_assert_nonnull (known);
  g_assert_true (gtk_widget_get_visible (known));
  button = desk_find (known, GTK_TYPE_MENU_BUTTON, NULL, NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  desk_turn ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  desk_turn ();
  list = desk_find (known, GTK_TYPE_LIST_BOX, NULL, NULL);
  /* Names are read there, not guessed. */
  gtk_widget_measure (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW),
                      GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, >=, 200);
  return list;
}

static void
choose_known (GtkWidget *list, int place)
{
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place));
}

/* RULE ppl-3: a department is chosen among those there are; another one is new, and said to be. */
static void
test_known_departments (void)
{
  const char *news = "“新设的系” will be a new department: nobody is in it yet.";
  GPtrArray *names = g_ptr_array_new ();
  Desk desk;
  GtkWidget *department, *date, *save, *list;

  g_ptr_array_add (names, (gpointer) "机械工程系");
  g_ptr_array_add (names, (gpointer) "教务处");
  g_ptr_array_add (names, (gpointer) "电气工程系");
  desk_open_at (&desk, desk_demo (PEOPLE));
  desk.dialog = GTK_WIDGET (
      sz_record_dialog_new_change (GTK_WINDOW (desk.window), desk.tasks, 1, SZ_RECORD_DEPARTMENT));
  sz_record_dialog_offer_departments (SZ_RECORD_DIALOG (desk.dialog), names);
  gtk_window_present (GTK_WINDOW (desk.dialog));
  department = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "Department");
  date = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "From the day");
  save = desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Save");
  gtk_editable_set_text (GTK_EDITABLE (date), "2025-03-01");
  g_assert_cmpuint (count_rows (open_known (department)), ==, 3);
  gtk_editable_set_text (GTK_EDITABLE (department), "新设的系");
  g_assert_nonnull (desk_find (desk.dialog, GTK_TYPE_LABEL, "label", news));
  g_assert_true (gtk_widget_get_sensitive (save));
  /* What is typed narrows the list; what is chosen is not new. */
  gtk_editable_set_text (GTK_EDITABLE (department), "工程");
  list = open_known (department);
  g_assert_cmpuint (count_rows (list), ==, 2);
  choose_known (list, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (department)), ==, "电气工程系");
  g_assert_null (desk_find (desk.dialog, GTK_TYPE_LABEL, "label", news));
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
  g_ptr_array_unref (names);
}

static GtkWindow *
find_person_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (SZ_IS_PERSON_DIALOG (item->data))
        return item->data;
    }
  return NULL;
}

/* The form of a new person knows the departments of the page and every level of a post. */
static void
test_known_of_new (void)
{
  Desk desk;
  GtkWidget *department, *post, *list;

  desk_open_at (&desk, desk_demo (PEOPLE));
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "people.new", NULL);
  desk.dialog = GTK_WIDGET (find_person_dialog ());
  g_assert_nonnull (desk.dialog);
  department = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "Department");
  post = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "Post, such as 专技八级");
  choose_known (open_known (department), 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (department)), !=, "");
  g_assert_null (desk_find (desk.dialog, ADW_TYPE_PREFERENCES_GROUP, "description",
                            "“教务” will be a new department: nobody is in it yet."));
  gtk_editable_set_text (GTK_EDITABLE (department), "教务");
  g_assert_nonnull (desk_find (desk.dialog, ADW_TYPE_PREFERENCES_GROUP, "description",
                               "“教务” will be a new department: nobody is in it yet."));
  /* 专技 1–13, 管理 1–10, 技术工 1–5 and 普通工 */
  list = open_known (post);
  g_assert_cmpuint (count_rows (list), ==, 29);
  choose_known (list, 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (post)), ==, "专技八级");
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/dialogs/aud-1/masked-form", test_masked_form);
  g_test_add_func ("/desk/dialogs/ppl-3/record-form", test_record_form);
  g_test_add_func ("/desk/dialogs/ppl-3/known-departments", test_known_departments);
  g_test_add_func ("/desk/dialogs/ppl-3/known-of-new", test_known_of_new);
  return g_test_run ();
}
