/* sz-key-order.h — a million rows put in order of a number each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_key_order:
 * @keys: one a row
 *
 * Returns: (transfer full): the row numbers in order of their keys; rows of the same key stay as
 * they are. One pass of counting, two where a key is above 65,535.
 */
guint32 *sz_key_order (const guint32 *keys, guint n);

G_END_DECLS
