/* sz-list-output.c — what leaves a list: rows on the clipboard, on paper, in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-list-page-private.h"
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

void
_sz_list_page_install_output (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.copy-codes", NULL, copy_codes_action_cb);
}
