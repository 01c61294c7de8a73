/* sz-window-toast.c — news at the foot of the window, one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-private.h"

/* A toast comes in within 0.3 s. */
#define TOAST_SETTLES_MS 500

static void put_toast (SzWindow *self, AdwToast *toast);

static gboolean
toast_settled_cb (gpointer user_data)
{
  SzWindow *self = user_data;

  self->toast_source = 0;
  if (self->next_toast != NULL)
    put_toast (self, g_steal_pointer (&self->next_toast));
  return G_SOURCE_REMOVE;
}

/* Takes @toast. Toasts queue: without dismissing the old one the news would wait until it was shown
 * to its end. */
static void
put_toast (SzWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
  self->toast_source
      = g_timeout_add_full (G_PRIORITY_LOW, TOAST_SETTLES_MS, toast_settled_cb, self, NULL);
}

void
sz_window_toast (
    SzWindow *self, const char *text, const char *label, const char *action, GVariant *target)
{
  AdwToast *toast = adw_toast_new (text);
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (SZ_IS_WINDOW (self));

  adw_toast_set_timeout (toast, label != NULL ? 8 : 4);
  if (label != NULL)
    adw_toast_set_button_label (toast, label);
  if (action != NULL)
    {
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, sunk);
    }
  /* libadwaita 1.2 reads what it has freed when a toast is dismissed while it comes in: the latest
   * waits until the one before it stands. */
  if (self->toast_source == 0)
    put_toast (self, toast);
  else
    {
      g_clear_object (&self->next_toast);
      self->next_toast = toast;
    }
}
