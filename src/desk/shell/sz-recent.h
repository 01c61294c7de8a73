/* sz-recent.h — colleges opened lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** sz_recent_dup: (transfer full): the paths that are still there, the newest first. */
GStrv sz_recent_dup (GSettings *settings);
/** sz_recent_dup_last: (transfer full) (nullable): the one opened last, when it is still there. */
char *sz_recent_dup_last (GSettings *settings);
/** sz_recent_add: @path was opened. */
void sz_recent_add (GSettings *settings, const char *path);
/** sz_recent_fill: one item a college, "app.open-path"; those of the same name with their folder.
 */
void sz_recent_fill (GMenu *menu, GSettings *settings);

G_END_DECLS
