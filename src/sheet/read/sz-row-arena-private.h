/* sz-row-arena-private.h — one row in the making
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "sz-table-row.h"

G_BEGIN_DECLS

#define SZ_ROW_BYTES (8u * 1024u * 1024u)

/**
 * SzRowArena: one row in the making: cells by column, their text in one block. Cells that are not
 * touched are EMPTY; only touched ones cost anything, whatever their column.
 */
typedef struct
{
  SzCell *cells;
  guint32 *starts; /* by column: where the text starts in @text, or SZ_ARENA_BORROWED */
  guint room;      /* columns that @cells and @starts have */
  guint *touched;  /* columns in the order they were set */
  guint n_touched;
  char *text;
  gsize used;
  gsize size;
} SzRowArena;

#define SZ_ARENA_BORROWED G_MAXUINT32

void sz_row_arena_clear (SzRowArena *arena);
/** sz_row_arena_begin: forgets the row. */
void sz_row_arena_begin (SzRowArena *arena);
/** sz_row_arena_grow: makes room for @n more bytes; %FALSE when the row is over SZ_ROW_BYTES. */
gboolean sz_row_arena_grow (SzRowArena *arena, gsize n);
/** sz_row_arena_set: a cell whose text starts at @start in the arena (ended by NUL there). */
void
sz_row_arena_set (SzRowArena *arena, guint column, SzCellType type, guint32 start, SzDate date);
/** sz_row_arena_borrow: a cell whose text lives elsewhere. */
void sz_row_arena_borrow (
    SzRowArena *arena, guint column, SzCellType type, const char *text, SzDate date);
/** sz_row_arena_finish: turns offsets into pointers; cells behind the last filled one are cut off.
 */
void sz_row_arena_finish (SzRowArena *arena, SzTableRow *row);

static inline gboolean
sz_row_arena_append (SzRowArena *arena, const char *text, gsize n)
{
  if (arena->size - arena->used <= n && !sz_row_arena_grow (arena, n))
    return FALSE;
  memcpy (arena->text + arena->used, text, n);
  arena->used += n;
  return TRUE;
}

G_END_DECLS
