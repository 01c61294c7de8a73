/* sz-transient.c — a dialog that a task keeps longer than its parent lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-transient.h"

static void
unrealized_cb (GtkWindow *window, gpointer user_data)
{
  gtk_window_set_transient_for (window, NULL);
}

void
sz_transient_let_go (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "unrealize", G_CALLBACK (unrealized_cb), NULL);
}
