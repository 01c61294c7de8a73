/* sz-what-if-file.h — a list of moves in a sheet, and certificate numbers likewise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "sz-error.h"

G_BEGIN_DECLS

/** sz_pairs_read: (transfer full) (element-type utf8): two columns of a sheet, by their headings:
 *  first, second, first, second …; "heading.missing" (value). */
GPtrArray *sz_pairs_read (const char *path, const char *first, const char *second, GError **error);

/** sz_what_if_read: columns 工号 and 岗位等级 into a list of sz_what_if_new(); "code.unknown". */
gboolean sz_what_if_read (const char *path, GArray *list, GError **error);

G_END_DECLS
