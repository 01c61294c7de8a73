/* sz-recent.h — colleges opened lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** sz_recent_dup: (transfer full): the paths that are still there and the addresses of servers, the
 * newest first. */
GStrv sz_recent_dup (GSettings *settings);
/** sz_recent_dup_last: (transfer full) (nullable): the one opened last, when it is still there. */
char *sz_recent_dup_last (GSettings *settings);
/** sz_recent_add: @path was opened: of a server its address without secrets. */
void sz_recent_add (GSettings *settings, const char *path);
/** sz_recent_dup_name: (transfer full): what the college is called; @place: (out) (transfer full):
 * its folder, or its login and server. */
char *sz_recent_dup_name (const char *path, char **place);
/** sz_recent_fill: one item a college, "app.open-path"; those of the same name with their folder,
 * those on a server with it. */
void sz_recent_fill (GMenu *menu, GSettings *settings);

G_END_DECLS
