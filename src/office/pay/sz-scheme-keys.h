/* sz-scheme-keys.h — keys of a JSON text that stand twice in one object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzKeyFn: @place is the object, such as "components[2]" ("" at the top); @key as it is written.
 */
typedef void (*SzKeyFn) (const char *place, const char *key, guint line, gpointer user_data);

/**
 * sz_scheme_keys_repeated:
 * @text: JSON that a parser has accepted, ended by 0
 *
 * A parser keeps the last of two equal keys and forgets the first; here both are told.
 */
void sz_scheme_keys_repeated (const char *text, SzKeyFn fn, gpointer user_data);

G_END_DECLS
