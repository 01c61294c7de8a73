/* sz-step-links.c — the people whom a refused step is about, as links in its dialog (RULE rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-step-links.h"

#include <string.h>

#include "sz-error.h"

#define POST "sz-post"

static const char *
find_arg (const GStrv args, const char *name)
{
  const gsize length = strlen (name);

  for (guint i = 0; args != NULL && args[i] != NULL; i++)
    if (strncmp (args[i], name, length) == 0 && args[i][length] == '=')
      return args[i] + length + 1;
  return "";
}

static void
refused_cb (SzFormDialog *dialog, const GError *error, GtkLabel *links)
{
  g_auto (GStrv) args = sz_error_dup_args (error);
  g_auto (GStrv) names = g_strsplit (find_arg (args, "names"), "、", -1);
  g_auto (GStrv) tickets = g_strsplit (find_arg (args, "tickets"), " ", -1);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL && i < g_strv_length (tickets); i++)
    {
      g_autofree char *link
          = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", tickets[i], names[i]);

      g_string_append_printf (markup, "%s%s", i > 0 ? "、" : "", link);
    }
  gtk_label_set_markup (links, markup->str);
  gtk_widget_set_visible (GTK_WIDGET (links), markup->len > 0);
}

static gboolean
link_followed_cb (GtkLabel *links, const char *ticket, GtkWidget *page)
{
  SzFormDialog *dialog
      = SZ_FORM_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (links), SZ_TYPE_FORM_DIALOG));

  gtk_widget_activate_action (page, "recruit.person", "(ss)",
                              (const char *)g_object_get_data (G_OBJECT (links), POST), ticket);
  sz_form_dialog_finish (dialog);
  return TRUE;
}

void
sz_step_links_attach (SzFormDialog *dialog, SzPage *page, const char *post)
{
  GtkWidget *links;

  g_return_if_fail (SZ_IS_FORM_DIALOG (dialog) && SZ_IS_PAGE (page) && post != NULL);
  links = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (links), TRUE);
  gtk_label_set_xalign (GTK_LABEL (links), 0);
  gtk_widget_set_visible (links, FALSE);
  gtk_widget_set_name (links, "sz-people");
  g_object_set_data_full (G_OBJECT (links), POST, g_strdup (post), g_free);
  g_signal_connect_object (links, "activate-link", G_CALLBACK (link_followed_cb), page, 0);
  g_signal_connect_object (dialog, "refused", G_CALLBACK (refused_cb), links, 0);
  sz_form_dialog_add (dialog, links);
}
