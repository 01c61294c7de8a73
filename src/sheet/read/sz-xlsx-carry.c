/* sz-xlsx-carry.c — values that a merge carries downwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-carry-private.h"

#define ACTIVE_MAX 1024u

typedef struct
{
  SzXlsxMerge merge;
  SzCellType type;
  SzDate date;
  char *text;
} Carried;

static void
clear_carried (gpointer data)
{
  g_free (((Carried *)data)->text);
}

void
sz_xlsx_carry_init (SzXlsxCarry *carry, GArray *merges)
{
  g_return_if_fail (carry != NULL);

  carry->merges = merges;
  carry->next = 0;
  carry->active = g_array_new (FALSE, FALSE, sizeof (Carried));
  g_array_set_clear_func (carry->active, clear_carried);
}

void
sz_xlsx_carry_clear (SzXlsxCarry *carry)
{
  g_clear_pointer (&carry->active, g_array_unref);
}

static void
drop_ended (SzXlsxCarry *carry, guint row)
{
  for (guint i = carry->active->len; i > 0; i--)
    if (g_array_index (carry->active, Carried, i - 1).merge.bottom < row)
      g_array_remove_index_fast (carry->active, i - 1);
}

static gboolean
is_covered (const SzXlsxCarry *carry, guint column)
{
  for (guint i = 0; i < carry->active->len; i++)
    {
      const SzXlsxMerge *merge = &g_array_index (carry->active, Carried, i).merge;

      if (column >= merge->left && column <= merge->right)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_own_value (const SzXlsxCarry *carry, const SzRowArena *arena)
{
  for (guint i = 0; i < arena->n_touched; i++)
    {
      guint column = arena->touched[i];

      if (arena->cells[column].type != SZ_CELL_EMPTY && !is_covered (carry, column))
        return TRUE;
    }
  return FALSE;
}

static void
spread_values (SzXlsxCarry *carry, SzRowArena *arena)
{
  if (carry->active->len == 0 || !has_own_value (carry, arena))
    return;
  for (guint i = 0; i < carry->active->len; i++)
    {
      const Carried *carried = &g_array_index (carry->active, Carried, i);

      sz_row_arena_borrow (arena, carried->merge.left, carried->type, carried->text, carried->date);
    }
}

/* A joined range whose own cell is empty still hides what lies below it. */
static void
keep_value (SzXlsxCarry *carry, const SzXlsxMerge *merge, const SzRowArena *arena)
{
  Carried carried = { *merge, SZ_CELL_EMPTY, SZ_DATE_NONE, NULL };
  guint32 start;

  if (merge->left < arena->room && arena->cells[merge->left].type != SZ_CELL_EMPTY)
    {
      const SzCell *cell = &arena->cells[merge->left];

      start = arena->starts[merge->left];
      arena->cells[merge->left].merged = merge->bottom - merge->top + 1;
      carried.type = cell->type;
      carried.date = cell->date;
      carried.text = g_strdup (start == SZ_ARENA_BORROWED ? cell->text : arena->text + start);
    }
  else
    carried.text = g_strdup ("");
  g_array_append_val (carry->active, carried);
}

static gboolean
overlaps (const SzXlsxCarry *carry, const SzXlsxMerge *merge)
{
  for (guint i = 0; i < carry->active->len; i++)
    {
      const SzXlsxMerge *other = &g_array_index (carry->active, Carried, i).merge;

      if (merge->left <= other->right && other->left <= merge->right)
        return TRUE;
    }
  return FALSE;
}

static SzCarryOutcome
begin_merges (SzXlsxCarry *carry, guint row, const SzRowArena *arena, guint *column)
{
  for (; carry->next < carry->merges->len; carry->next++)
    {
      const SzXlsxMerge *merge = &g_array_index (carry->merges, SzXlsxMerge, carry->next);

      if (merge->top > row)
        break;
      if (merge->top < row)
        continue; /* its first row does not exist, so that it has no value */
      *column = merge->left;
      if (overlaps (carry, merge))
        return SZ_CARRY_OVERLAP;
      if (carry->active->len >= ACTIVE_MAX)
        return SZ_CARRY_TOO_MANY;
      keep_value (carry, merge, arena);
    }
  return SZ_CARRY_DONE;
}

SzCarryOutcome
sz_xlsx_carry_row (SzXlsxCarry *carry, guint row, SzRowArena *arena, guint *column)
{
  drop_ended (carry, row);
  spread_values (carry, arena);
  return begin_merges (carry, row, arena, column);
}
