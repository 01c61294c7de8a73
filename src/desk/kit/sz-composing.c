/* sz-composing.c — while an input method composes a word, its keys are no shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-composing.h"

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("sz-composing");
}

gboolean
sz_is_composing (GtkWidget *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (text), FALSE);

  return g_object_get_qdata (G_OBJECT (text), get_quark ()) != NULL;
}

/* "preedit-changed" of any text there is. */
static gboolean
preedit_changed_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer user_data)
{
  GObject *text = g_value_get_object (&values[0]);
  const char *word = g_value_get_string (&values[1]);

  g_object_set_qdata (text, get_quark (), GINT_TO_POINTER (word != NULL && word[0] != '\0'));
  return TRUE;
}

/* Shortcuts, and handlers of pages that come before the text in the usual order, would take the key
 * first: so the text is asked here. What the input method has no use for goes on as ever. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && sz_is_composing (focus) && gtk_event_controller_key_forward (keys, focus);
}

static void
toplevels_changed_cb (GListModel *windows, guint at, guint removed, guint added, gpointer user_data)
{
  for (guint i = at; i < at + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
      gtk_widget_add_controller (window, keys);
    }
}

void
sz_composing_watch (void)
{
  const GType types[] = { GTK_TYPE_TEXT, GTK_TYPE_TEXT_VIEW };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_type_class_unref (g_type_class_ref (types[i]));
      g_signal_add_emission_hook (g_signal_lookup ("preedit-changed", types[i]), 0,
                                  preedit_changed_cb, NULL, NULL);
    }
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (toplevels_changed_cb),
                    NULL);
}
