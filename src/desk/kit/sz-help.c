/* sz-help.c — the help: the page of where one is, the rule of a refusal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-help.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-error.h"
#include "sz-message.h"
#include "sz-rule-words.h"

#define SCHEME "help"
#define BOOK "help:shizi/"

/* Dialogs that have a page of their own; the others belong to the page behind them. */
static const struct
{
  const char *type;
  const char *page;
} dialogs[] = {
  { "SzAccountAddDialog", "accounts" }, { "SzAccountsDialog", "accounts" },
  { "SzBatchesDialog", "import" },      { "SzHandOverDialog", "handover" },
  { "SzImportDialog", "import" },       { "SzNewDialog", "start" },
  { "SzTakeOverDialog", "takeover" },   { "SzTemplateDialog", "import" },
};

/* A desktop without a viewer would say nothing at all. */
static void
say_how (GtkWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (
      window, _ ("No program shows the help"),
      _ ("Install the help viewer (Debian: apt install yelp). The manual in print says the same."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sz_help_show (GtkWidget *from, const char *place)
{
  g_autofree char *uri = g_strconcat (BOOK, place, NULL);
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme (SCHEME);
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from) && place != NULL);
  root = gtk_widget_get_root (from);
  if (viewer == NULL)
    say_how (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  else
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, uri, GDK_CURRENT_TIME);
}

/* ---- dialogs ---- */

const char *
sz_help_of_dialog (GtkWidget *dialog)
{
  g_return_val_if_fail (GTK_IS_WIDGET (dialog), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (dialog), dialogs[i].type))
      return dialogs[i].page;
  return NULL;
}

static gboolean
help_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (widget);

  for (; window != NULL; window = gtk_window_get_transient_for (window))
    {
      const char *place = sz_help_of_dialog (GTK_WIDGET (window));

      if (place != NULL)
        {
          sz_help_show (widget, place);
          return TRUE;
        }
      if (gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL))
        return TRUE;
    }
  return FALSE;
}

/* The main window has the key from its program. */
static void
toplevels_changed_cb (GListModel *windows, guint at, guint removed, guint added, gpointer user_data)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *keys;

      if (GTK_IS_APPLICATION_WINDOW (window))
        continue;
      keys = gtk_shortcut_controller_new ();
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                            gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1,
                                                                                      0),
                                                              gtk_callback_action_new (help_cb,
                                                                                       NULL,
                                                                                       NULL)));
      gtk_widget_add_controller (window, keys);
    }
}

void
sz_help_watch_dialogs (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (toplevels_changed_cb),
                    NULL);
}

/* ---- refusals ---- */

static gboolean
link_activated_cb (GtkLabel *label, const char *uri, gpointer user_data)
{
  sz_help_show (GTK_WIDGET (label), uri + strlen (BOOK));
  return TRUE;
}

const char *
sz_refusal_rule (const GError *error)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (error != NULL, NULL);
  code = sz_error_dup_code (error);
  return g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED) ? sz_rule_for_code (code) : NULL;
}

void
sz_refusal_tell_rule (GtkLabel *label, const char *text, const char *rule)
{
  g_autofree char *name = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (GTK_IS_LABEL (label) && text != NULL);
  if (rule == NULL)
    {
      gtk_label_set_text (label, text);
      return;
    }
  name = g_strdup_printf (_ ("Rule %s"), rule);
  markup = g_markup_printf_escaped ("%s  <a href=\"" BOOK "rules#%s\" title=\"%s\">%s</a>", text,
                                    rule, _ ("What the policy or document says"), name);
  gtk_label_set_markup (label, markup);
  if (g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, link_activated_cb, NULL) == 0)
    g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);
}

void
sz_refusal_tell (GtkLabel *label, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (label) && error != NULL);
  text = sz_message_for_error (error);
  sz_refusal_tell_rule (label, text, sz_refusal_rule (error));
}
