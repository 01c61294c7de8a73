/* sz-arena.h — memory that is given back in one piece, and strings kept once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SzArena SzArena;

SzArena *sz_arena_new (void);
void sz_arena_free (SzArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzArena, sz_arena_free)

/** sz_arena_string: a copy of @length bytes, ended by NUL. */
const char *sz_arena_string (SzArena *arena, const char *text, gsize length);

/** sz_arena_intern: the same, but equal texts share one copy. */
const char *sz_arena_intern (SzArena *arena, const char *text, gsize length);

/** sz_arena_take: the arena frees @memory (of g_malloc) at its end; returns it. */
gpointer sz_arena_take (SzArena *arena, gpointer memory);

G_END_DECLS
