/* sz-row-arena.c — one row in the making
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-arena-private.h"

#define FIRST_BYTES 4096
#define FIRST_COLUMNS 32

void
sz_row_arena_clear (SzRowArena *arena)
{
  g_clear_pointer (&arena->cells, g_free);
  g_clear_pointer (&arena->starts, g_free);
  g_clear_pointer (&arena->touched, g_free);
  g_clear_pointer (&arena->text, g_free);
  memset (arena, 0, sizeof *arena);
}

void
sz_row_arena_begin (SzRowArena *arena)
{
  g_return_if_fail (arena != NULL);

  for (guint i = 0; i < arena->n_touched; i++)
    arena->cells[arena->touched[i]] = (SzCell){ .type = SZ_CELL_EMPTY, .text = "" };
  arena->n_touched = 0;
  arena->used = 0;
}

gboolean
sz_row_arena_grow (SzRowArena *arena, gsize n)
{
  gsize size = MAX (arena->size, FIRST_BYTES);

  if (n >= SZ_ROW_BYTES || arena->used + n >= SZ_ROW_BYTES)
    return FALSE;
  while (size - arena->used <= n)
    size *= 2;
  arena->text = g_realloc (arena->text, size);
  arena->size = size;
  return TRUE;
}

static void
widen_arena (SzRowArena *arena, guint column)
{
  guint room = MAX (arena->room, FIRST_COLUMNS);

  while (room <= column)
    room *= 2;
  arena->cells = g_renew (SzCell, arena->cells, room);
  arena->starts = g_renew (guint32, arena->starts, room);
  /* A cell may be set once more by a merge that covers it. */
  arena->touched = g_renew (guint, arena->touched, 2 * room);
  for (guint i = arena->room; i < room; i++)
    arena->cells[i] = (SzCell){ .type = SZ_CELL_EMPTY, .text = "" };
  arena->room = room;
}

void
sz_row_arena_set (SzRowArena *arena, guint column, SzCellType type, guint32 start, SzDate date)
{
  g_return_if_fail (arena != NULL);

  if (column >= arena->room)
    widen_arena (arena, column);
  arena->cells[column] = (SzCell){ .type = type, .text = "", .date = date };
  arena->starts[column] = start;
  arena->touched[arena->n_touched++] = column;
}

void
sz_row_arena_borrow (
    SzRowArena *arena, guint column, SzCellType type, const char *text, SzDate date)
{
  sz_row_arena_set (arena, column, type, SZ_ARENA_BORROWED, date);
  arena->cells[column].text = text;
}

void
sz_row_arena_finish (SzRowArena *arena, SzTableRow *row)
{
  guint n_cells = 0;

  g_return_if_fail (arena != NULL && row != NULL);

  for (guint i = 0; i < arena->n_touched; i++)
    {
      guint column = arena->touched[i];

      if (arena->starts[column] != SZ_ARENA_BORROWED)
        arena->cells[column].text = arena->text + arena->starts[column];
      if (arena->cells[column].type != SZ_CELL_EMPTY)
        n_cells = MAX (n_cells, column + 1);
    }
  row->cells = arena->cells;
  row->n_cells = n_cells;
}
