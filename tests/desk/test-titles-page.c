/* test-titles-page.c — posts, assessment, titles, appointment in the window (pst-6, asm-5, ttl-7,
 * ttl-15, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <string.h>

#include "sz-appoint-act.h"
#include "sz-assess-year.h"
#include "sz-form-dialog.h"
#include "sz-title-life.h"
#include "sz-titles-page.h"
#include "sz-what-if-dialog.h"

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzListPage *page;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (((Desk *)data)->page);
}

static void
desk_open (Desk *desk, guint people, const char *view)
{
  *desk = (Desk){ .path = desk_demo (people) };
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "titles");
  desk->page = SZ_LIST_PAGE (sz_window_get_page (desk->window, "titles"));
  sz_list_page_show_view (desk->page, view);
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

static guint
count (Desk *desk)
{
  return sz_list_table_get_size (sz_list_page_get_table (desk->page));
}

static SzOffice *
open_office (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_open (desk->path, "test", &error);

  g_assert_no_error (error);
  return office;
}

/* Every list can be shown and has its rows; the details of the first one follow the selection. */
static void
test_lists (void)
{
  static const char *const views[]
      = { "titles-posts", "titles-assess", "titles-who",     "titles-round",
          "titles-rise",  "titles-case",   "titles-standard" };
  Desk desk;

  desk_open (&desk, 60, "titles-posts");
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      sz_list_page_show_view (desk.page, views[i]);
      desk_wait (is_settled, &desk);
      g_test_message ("%s: %u", views[i], count (&desk));
      g_assert_cmpuint (count (&desk), >, 0);
      sz_list_table_enter (sz_list_page_get_table (desk.page), FALSE);
      desk_wait (is_settled, &desk);
    }
  sz_list_page_show_view (desk.page, "titles-due");
  desk_wait (is_settled, &desk);
  desk_close (&desk);
}

static gint64
count_grade (Desk *desk, SzGrade grade)
{
  g_autoptr (SzOffice) office = open_office (desk);
  g_autoptr (SzAssessYear) year = sz_assess_year (office, 2025, NULL);

  return year->grades[grade];
}

typedef struct
{
  Desk *desk;
  gint64 expected;
} Counting;

static gboolean
has_grades (gpointer data)
{
  const Counting *counting = data;

  return is_settled (counting->desk)
         && count_grade (counting->desk, SZ_GRADE_UNQUALIFIED) == counting->expected;
}

/* A key gives the grade of the rows that are selected; Ctrl+Z takes it back. */
static void
test_grade (void)
{
  Desk desk;
  Counting counting = { &desk, 0 };
  gint64 before;

  desk_open (&desk, 30, "titles-assess");
  sz_list_page_choose (desk.page, "year", "2025");
  desk_wait (is_settled, &desk);
  before = count_grade (&desk, SZ_GRADE_UNQUALIFIED);
  sz_list_page_choose (desk.page, "grade", "合格");
  desk_wait (is_settled, &desk);
  sz_list_table_enter (sz_list_page_get_table (desk.page), FALSE);
  desk_wait (is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.grade", "i", SZ_GRADE_UNQUALIFIED);
  counting.expected = before + 1;
  desk_wait (has_grades, &counting);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  counting.expected = before;
  desk_wait (has_grades, &counting);
  desk_close (&desk);
}

static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;
  return NULL;
}

static gboolean
has_lines (gpointer data)
{
  GtkWidget *dialog = find_dialog (SZ_TYPE_WHAT_IF_DIALOG);
  GtkWidget *list = desk_find (dialog, GTK_TYPE_LIST_BOX, NULL, NULL);

  return gtk_widget_get_first_child (list) != NULL
         && gtk_widget_get_next_sibling (gtk_widget_get_first_child (list)) != NULL;
}

/* Two people are asked to a level; each line says whether it fits. */
static void
test_what_if (void)
{
  Desk desk;
  SzWhatIfDialog *dialog;

  desk_open (&desk, 30, "titles-posts");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.what-if", NULL);
  dialog = SZ_WHAT_IF_DIALOG (find_dialog (SZ_TYPE_WHAT_IF_DIALOG));
  g_assert_nonnull (dialog);
  sz_what_if_dialog_add (dialog, "1001", "专技七级");
  sz_what_if_dialog_add (dialog, "1002", "专技七级");
  desk_wait (has_lines, &desk);
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_wait (is_settled, &desk);
  desk_close (&desk);
}

static guint
count_cases (Desk *desk, const char *state)
{
  g_autoptr (SzOffice) office = open_office (desk);
  g_autoptr (GPtrArray) cases = sz_appoint_list (office, state, NULL);

  return cases->len;
}

static gboolean
is_withdrawn (gpointer data)
{
  return is_settled (data) && count_cases (data, "withdrawn") == 1;
}

/* A case is withdrawn with its reason. */
static void
test_withdraw (void)
{
  Desk desk;
  GtkWidget *dialog;
  GtkWidget *reason;

  desk_open (&desk, 60, "titles-case");
  g_assert_cmpuint (count_cases (&desk, "open"), >, 0);
  sz_list_table_enter (sz_list_page_get_table (desk.page), FALSE);
  desk_wait (is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.withdraw-case", NULL);
  dialog = find_dialog (SZ_TYPE_FORM_DIALOG);
  g_assert_nonnull (dialog);
  reason = desk_find (dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), "本人放弃");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Withdraw"), "clicked");
  desk_wait (is_withdrawn, &desk);
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/titles-page/ttl-19/lists", test_lists);
  g_test_add_func ("/titles-page/asm-5/grade", test_grade);
  g_test_add_func ("/titles-page/pst-6/what-if", test_what_if);
  g_test_add_func ("/titles-page/ttl-7/withdraw", test_withdraw);
  return g_test_run ();
}
