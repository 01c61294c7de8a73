/* test-register-page.c — a register in the window: entered, found, corrected, deleted, taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <string.h>

#include "sz-import-kinds.h"
#include "sz-register-dialog.h"
#include "sz-register-page.h"
#include "sz-register.h"

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzListPage *page;
  GtkWidget *dialog;
  guint before; /* rows, before something was entered */
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (((Desk *)data)->page);
}

static void
desk_open (Desk *desk, const char *view)
{
  *desk = (Desk){ .path = desk_demo (30) };
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "registers");
  desk->page = SZ_LIST_PAGE (sz_window_get_page (desk->window, "registers"));
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

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SZ_IS_REGISTER_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  ((Desk *)data)->dialog = find_dialog ();
  return ((Desk *)data)->dialog != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL && is_settled (data);
}

static gboolean
is_back (gpointer data)
{
  return is_settled (data) && count (data) == 1;
}

static gboolean
has_one_more (gpointer data)
{
  Desk *desk = data;

  return is_closed (desk) && count (desk) == desk->before + 1;
}

static GtkEditable *
find_entry (Desk *desk, const char *heading)
{
  GtkWidget *row = desk_find (desk->dialog, ADW_TYPE_ENTRY_ROW, "title", heading);

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static GtkWidget *
find_save (Desk *desk)
{
  return desk_find (desk->dialog, GTK_TYPE_BUTTON, "label", "_Save");
}

static gboolean
has_filled (gpointer data)
{
  return *gtk_editable_get_text (find_entry (data, "年度")) != '\0';
}

static gboolean
is_told (gpointer data)
{
  return gtk_widget_get_mapped (find_save (data)) && gtk_widget_is_sensitive (find_save (data));
}

/* The first label below @root that says @part. */
static GtkWidget *
find_words (GtkWidget *root, const char *part)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, part);
  return found;
}

static void
enter_quota (Desk *desk, const char *hours)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->page), "register.add", NULL);
  desk_wait (is_open, desk);
  g_assert_false (gtk_widget_is_sensitive (find_save (desk)));
  gtk_editable_set_text (find_entry (desk, "年度"), "2031");
  gtk_editable_set_text (find_entry (desk, "工号"), "1001");
  gtk_editable_set_text (find_entry (desk, "额定课时"), hours);
  g_assert_true (gtk_widget_is_sensitive (find_save (desk)));
  g_signal_emit_by_name (find_save (desk), "clicked");
}

static char *
dup_cell (Desk *desk, const char *heading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", &error);
  const SzRegister *reg = sz_register_find ("quotas");
  g_autoptr (GPtrArray) rows = sz_register_read (office, reg, NULL, &error);
  SzRegisterRow *row;

  g_assert_no_error (error);
  row = g_ptr_array_index (rows, rows->len - 1);
  for (guint i = 0; i < reg->n_columns; i++)
    if (g_str_equal (reg->columns[i].heading, heading))
      return g_strdup (row->cells[i]);
  return NULL;
}

/* What was entered is in the list; what is wrong is said in the dialog and can be mended. */
static void
test_enter_and_correct (void)
{
  Desk desk;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *name = NULL;

  desk_open (&desk, "register-quotas");
  desk.before = count (&desk);
  enter_quota (&desk, "so viel");
  desk_wait (is_told, &desk);
  g_assert_nonnull (find_words (desk.dialog, "“so viel”"));
  g_assert_cmpuint (count (&desk), ==, desk.before);
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "320");
  g_signal_emit_by_name (find_save (&desk), "clicked");
  desk_wait (has_one_more, &desk);
  first = dup_cell (&desk, "额定课时");
  g_assert_cmpstr (first, ==, "320.00");
  name = dup_cell (&desk, "姓名");
  g_assert_cmpstr (name, !=, "");

  g_object_set (desk.page, "search", "2031", NULL);
  desk_wait (is_back, &desk);
  sz_list_table_enter (sz_list_page_get_table (desk.page), TRUE);
  desk_wait (is_open, &desk);
  desk_wait (has_filled, &desk);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&desk, "额定课时")), ==, "320.00");
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "300.5");
  g_signal_emit_by_name (find_save (&desk), "clicked");
  desk_wait (is_closed, &desk);
  second = dup_cell (&desk, "额定课时");
  g_assert_cmpstr (second, ==, "300.50");
  desk_close (&desk);
}

static gboolean
is_empty (gpointer data)
{
  return is_settled (data) && count (data) == 0;
}

static void
test_delete_and_undo (void)
{
  Desk desk;

  desk_open (&desk, "register-quotas");
  desk.before = count (&desk);
  enter_quota (&desk, "300");
  desk_wait (has_one_more, &desk);
  g_object_set (desk.page, "search", "2031", NULL);
  desk_wait (is_settled, &desk);
  sz_list_table_enter (sz_list_page_get_table (desk.page), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "register.delete", NULL);
  desk_wait (is_empty, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  desk_wait (is_back, &desk);
  desk_close (&desk);
}

static gboolean
has_action (const SzListView *view, const char *name)
{
  for (const SzListAction *action = view->actions; action->label != NULL; action++)
    if (g_strcmp0 (action->action, name) == 0)
      return TRUE;
  return FALSE;
}

/* Every kind of sheet has a list where its rows are seen, corrected and deleted; people have a page
 * of their own. */
static void
test_kinds (void)
{
  Desk desk;

  desk_open (&desk, "register-quotas");
  for (gsize i = 0; sz_import_kinds ()[i] != NULL; i++)
    {
      const char *word = sz_import_kinds ()[i]->word;
      const gboolean people = g_str_equal (word, "people");
      g_autofree char *view = g_strconcat ("register-", word, NULL);

      g_test_message ("%s", word);
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s",
                                  people ? "people" : "registers");
      desk.page = SZ_LIST_PAGE (sz_window_get_page (desk.window, people ? "people" : "registers"));
      if (!people)
        {
          g_assert_nonnull (sz_register_find (word));
          sz_list_page_show_view (desk.page, view);
        }
      desk_wait (is_settled, &desk);
      g_assert_cmpstr (sz_list_page_get_view (desk.page)->name, ==, people ? "people" : view);
      g_assert_true (
          has_action (sz_list_page_get_view (desk.page), people ? "people.edit" : "register.edit"));
      g_assert_true (has_action (sz_list_page_get_view (desk.page),
                                 people ? "people.delete" : "register.delete"));
    }
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/registers/enter-and-correct", test_enter_and_correct);
  g_test_add_func ("/desk/registers/delete-and-undo", test_delete_and_undo);
  g_test_add_func ("/desk/registers/every-kind-of-sheet", test_kinds);
  return g_test_run ();
}
