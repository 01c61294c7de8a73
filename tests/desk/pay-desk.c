/* pay-desk.c — the page of performance pay on a demo college, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-desk.h"

#include <string.h>

#include "sz-run-list.h"

PayDesk *
pay_desk_new (void)
{
  PayDesk *desk = g_new0 (PayDesk, 1);
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  desk->db = desk_demo (PAY_DESK_PEOPLE);
  desk->tasks = sz_tasks_new (desk->db, "test");
  desk->window = gtk_window_new ();
  desk->page = g_object_new (SZ_TYPE_PAY_PAGE, "settings", settings, "as-of", 20260108, "tasks",
                             desk->tasks, NULL);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1190, 700);
  gtk_window_set_child (GTK_WINDOW (desk->window), desk->page);
  gtk_window_present (GTK_WINDOW (desk->window));
  return desk;
}

void
pay_desk_free (PayDesk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->db);
  g_free (desk);
}

GtkWidget *
pay_desk_find (PayDesk *desk, GType type)
{
  GtkWidget *widget = desk_find (desk->page, type, NULL, NULL);

  g_assert_nonnull (widget);
  return widget;
}

GtkWidget *
pay_desk_find_text (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pay_desk_find_text (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  PayDesk *desk;
  const char *start;
} Text;

static gboolean
text_shown_cb (gpointer data)
{
  const Text *text = data;
  GtkWidget *label = pay_desk_find_text (text->desk->page, text->start);

  return label != NULL && gtk_widget_get_mapped (label);
}

void
pay_desk_wait (PayDesk *desk, const char *start)
{
  Text text = { desk, start };

  g_test_message ("waiting for “%s”", start);
  desk_wait (text_shown_cb, &text);
}

PayDesk *
pay_desk_begin (void)
{
  PayDesk *desk = pay_desk_new ();

  pay_desk_wait (desk, "Pool 0.00 = departments 0.00 + reserve 0.00 ✓");
  return desk;
}

GtkWidget *
pay_desk_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

typedef struct
{
  SzRunList *runs;
  gint64 run;
} Listed;

static gboolean
run_listed_cb (gpointer data)
{
  const Listed *wanted = data;

  sz_run_list_select (wanted->runs, wanted->run);
  return sz_run_list_get_selected (wanted->runs) == wanted->run;
}

void
pay_desk_show_run (PayDesk *desk, gint64 run)
{
  Listed wanted = { SZ_RUN_LIST (pay_desk_find (desk, SZ_TYPE_RUN_LIST)), run };

  sz_page_reload (SZ_PAGE (desk->page));
  desk_wait (run_listed_cb, &wanted);
  g_signal_emit_by_name (wanted.runs, "run-selected", run);
}
