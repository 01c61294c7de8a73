/* test-pay-year.c — the year's total and the ledger of leave in the window (RULE pay-18, pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <string.h>

#include "sz-demo.h"
#include "sz-leave-dialog.h"
#include "sz-list-page.h"

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzListPage *page;
  const char *text; /* waited for */
  guint before;     /* rows */
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (((Desk *)data)->page);
}

static GtkWidget *
find_text (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SZ_IS_LEAVE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_said (gpointer data)
{
  Desk *desk = data;
  GtkWidget *dialog = find_dialog ();

  return find_text (dialog != NULL ? dialog : GTK_WIDGET (desk->page), desk->text) != NULL;
}

static void
wait_for (Desk *desk, const char *text)
{
  g_test_message ("waiting for “%s”", text);
  desk->text = text;
  desk_wait (is_said, desk);
}

static void
desk_open (Desk *desk, const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;

  *desk = (Desk){ .path = desk_demo (30) };
  office = sz_office_open (desk->path, "test", &error);
  g_assert_no_error (error);
  g_assert_true (sz_office_demo_payment (office, 2025, &error));
  g_clear_object (&office);
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", page);
  desk->page = SZ_LIST_PAGE (sz_window_get_page (desk->window, page));
  sz_list_page_choose (desk->page, "year", "2025");
  sz_page_reload (SZ_PAGE (desk->page));
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

static void
test_year (void)
{
  Desk desk;

  desk_open (&desk, "pay-year");
  wait_for (&desk, "Approved total");
  wait_for (&desk, "committed 0.00");
  desk_close (&desk);
}

static void
type_row (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL && is_settled (data);
}

static gboolean
has_one_more (gpointer data)
{
  Desk *desk = data;

  return is_closed (desk) && count (desk) == desk->before + 1;
}

/* RULE pay-19: days are counted as one types, a clash is said at once, what is sound is kept. */
static void
test_leave (void)
{
  Desk desk;

  desk_open (&desk, "leave");
  desk.before = count (&desk);
  g_assert_cmpuint (desk.before, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "leave.add", NULL);
  desk_turn ();
  g_assert_nonnull (find_dialog ());
  type_row (find_dialog (), "Staff no.", "1001");
  type_row (find_dialog (), "Kind", "年休假");
  type_row (find_dialog (), "First day", "2025-11-03");
  type_row (find_dialog (), "Last day", "2025-11-09");
  wait_for (&desk, "7 calendar days, 5 working days");
  SZ_FORM_DIALOG_GET_CLASS (find_dialog ())->save (SZ_FORM_DIALOG (find_dialog ()));
  desk_wait (has_one_more, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "leave.add", NULL);
  desk_turn ();
  type_row (find_dialog (), "Staff no.", "1001");
  type_row (find_dialog (), "Kind", "事假");
  type_row (find_dialog (), "First day", "2025-11-09");
  type_row (find_dialog (), "Last day", "2025-11-10");
  wait_for (&desk, "is on leave already");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  sz_list_page_show_view (desk.page, "leave-pay");
  desk_wait (is_settled, &desk);
  g_assert_cmpuint (count (&desk), >, 0);
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/pay-year/pay-18/total", test_year);
  g_test_add_func ("/desk/pay-year/pay-19/leave", test_leave);
  return g_test_run ();
}
