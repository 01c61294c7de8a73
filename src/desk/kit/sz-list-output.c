/* sz-list-output.c — what leaves a list: rows on the clipboard, on paper, in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-form.h"
#include "sz-list-page-private.h"
#include "sz-list-paper.h"
#include "sz-page-output.h"
#include "sz-person-reveal.h"

/* With ID and account numbers: the log gets a row before the clipboard gets them (RULE aud-1). */
static gpointer
note_copy_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sz_office_people_reveal (office, *(const gint64 *)data, error));
}

static void
copy_noted_cb (gpointer owner, gpointer value)
{
  sz_list_table_copy (sz_list_page_get_table (owner), TRUE);
  sz_page_toast (owner, _ ("Copied with ID and account numbers"), NULL, NULL, NULL);
}

static void
copy_codes_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GArray) selected
      = sz_list_table_get_selected (sz_list_page_get_table (SZ_LIST_PAGE (widget)));
  const gint64 count = selected->len;

  if (count > 0 && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_page_write (SZ_PAGE (widget),
                   SZ_WORK (note_copy_cb, g_memdup2 (&count, sizeof count), g_free), copy_noted_cb);
}

/* ---- the list as it is seen: on paper and in a file ---- */

typedef struct
{
  SzListSeen *seen;
  char *title;
  char *about;
  char *path; /* NULL: on pages */
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  sz_list_seen_free (order->seen);
  g_free (order->title);
  g_free (order->about);
  g_free (order->path);
  g_free (order);
}

/* Rows that are selected are meant; of one alone the list is. */
static Order *
make_order (SzListPage *self)
{
  const SzListView *view = sz_list_page_get_view (self);
  SzListTable *table = sz_list_page_get_table (self);
  g_autoptr (GArray) selected = sz_list_table_get_selected (table);
  Order *order = g_new0 (Order, 1);

  order->seen = sz_list_table_dup_seen (table, selected->len > 1, FALSE);
  order->title = g_strdup (view->title != NULL ? _ (view->title) : view->name);
  if (SZ_PAGE_GET_CLASS (self)->has_date)
    order->about = sz_date_format (sz_page_get_as_of (SZ_PAGE (self)));
  return order;
}

static void
rows_done_cb (guint64 done, guint64 total, gpointer user_data)
{
  sz_progress_report (*(SzProgress *)user_data, "export", done, total);
}

static SzPaper *
make_paper (SzOffice *office, const Order *order, GError **error)
{
  GPtrArray *rows = sz_list_seen_fetch (order->seen, office, error);

  return rows != NULL ? sz_list_paper_new (order->title, order->about, order->seen, rows) : NULL;
}

static gpointer
export_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (SzPaper) paper = make_paper (office, order, error);

  if (paper == NULL
      || !sz_form_export_list (office, paper, order->path, progress, cancellable, error))
    return NULL;
  return g_strdup (order->path);
}

static gpointer
print_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPaper) paper = make_paper (office, data, error);
  SzPages *pages = paper != NULL
                       ? sz_pages_new_full (&paper, 1, rows_done_cb, &progress, cancellable, error)
                       : NULL;

  return pages != NULL ? sz_printout_new (pages) : NULL;
}

static void
set_path (gpointer order, char *path)
{
  ((Order *)order)->path = path;
}

static void
export_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzListPage *self = SZ_LIST_PAGE (widget);
  Order *order;
  SzSaving saving;
  g_autofree char *name = NULL;

  if (sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  order = make_order (self);
  saving = (SzSaving){ export_cb, order, free_order, set_path };
  name = g_strconcat (order->title, order->about != NULL ? "-" : "",
                      order->about != NULL ? order->about : "",
                      g_variant_get_string (parameter, NULL), NULL);
  sz_page_save (SZ_PAGE (self), _ ("Save the List"), name, &saving);
}

static void
pages_made_cb (gpointer owner, gpointer value)
{
  const SzListView *view = sz_list_page_get_view (owner);
  g_autoptr (SzPrintout) printout = value;

  sz_page_print (owner, printout, view->title != NULL ? _ (view->title) : view->name);
}

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_page_read (SZ_PAGE (widget),
                  SZ_WORK (print_cb, make_order (SZ_LIST_PAGE (widget)), free_order,
                           (GDestroyNotify)sz_printout_unref),
                  pages_made_cb);
}

void
_sz_list_page_install_output (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.copy-codes", NULL, copy_codes_action_cb);
  gtk_widget_class_install_action (widget_class, "list.export", "s", export_action_cb);
  gtk_widget_class_install_action (widget_class, "list.print", NULL, print_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "list.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "list.export",
                                       "s", ".xlsx");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "list.export", "s", ".pdf");
}

void
_sz_list_page_allow_output (SzListPage *self, gboolean allow)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.export", allow);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.print", allow);
}
