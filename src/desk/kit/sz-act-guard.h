/* sz-act-guard.h — what the account may not do is insensitive, with the reason as tooltip (RULE
 * acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Under this name a window keeps its SzTasks, for what stands in it. */
#define SZ_ACT_GUARD_TASKS "sz-tasks"

/** sz_act_guard: @act: a line of the table of rights, static. Whatever a page says of @widget
 *  otherwise, it is insensitive while the account may not do @act. */
void sz_act_guard (GtkWidget *widget, const char *act);

G_END_DECLS
