/* sz-achievements.c — the largest set of items that rows of achievements satisfy together (RULE
 * ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-achievements.h"

#include <string.h>

gboolean
sz_item_takes (const SzItem *item, const SzAchievement *row)
{
  g_return_val_if_fail (item != NULL && row != NULL, FALSE);
  return (item->kinds & 1u << row->kind) != 0 && row->level <= item->level
         && (item->prize == SZ_PRIZE_NONE || row->prize <= item->prize)
         && (item->rank == 0 || MAX (row->rank, 1) <= item->rank);
}

/* Rows matched to seats; an item of count 3 has three. */
typedef struct
{
  const SzItem *items;
  const SzAchievement *const *rows;
  guint n_rows;
  int *item_of; /* by row: the item that has it, −1: free */
  gboolean *seen;
} Matching;

/* A row for one more seat of @item, others moved to make room. */
static gboolean
seat_item (Matching *matching, int item)
{
  for (guint row = 0; row < matching->n_rows; row++)
    {
      if (matching->seen[row] || !sz_item_takes (&matching->items[item], matching->rows[row]))
        continue;
      matching->seen[row] = TRUE;
      if (matching->item_of[row] < 0 || seat_item (matching, matching->item_of[row]))
        {
          matching->item_of[row] = item;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
seat_once (Matching *matching, int item)
{
  memset (matching->seen, 0, matching->n_rows * sizeof *matching->seen);
  return seat_item (matching, item);
}

/* How many items stand when exactly the items of @set among @many (those of several rows) are to be
 * satisfied; −1: these cannot be. Seats once taken stay taken while others are added, so that items
 * of one row may simply follow. */
static int
count_with (Matching *matching, const int *many, guint n_many, guint set, guint n_items)
{
  int satisfied = 0;

  for (guint row = 0; row < matching->n_rows; row++)
    matching->item_of[row] = -1;
  for (guint i = 0; i < n_many; i++)
    {
      if ((set & 1u << i) == 0)
        continue;
      for (int seat = 0; seat < matching->items[many[i]].count; seat++)
        if (!seat_once (matching, many[i]))
          return -1;
      satisfied++;
    }
  for (guint item = 0; item < n_items; item++)
    if (matching->items[item].count == 1)
      satisfied += seat_once (matching, (int)item);
  return satisfied;
}

static guint
count_fitting (const Matching *matching, guint item)
{
  guint fitting = 0;

  for (guint row = 0; row < matching->n_rows; row++)
    fitting += sz_item_takes (&matching->items[item], matching->rows[row]);
  return fitting;
}

/* RULE ttl-10 */
int
sz_items_largest (const SzItem *items,
                  guint n_items,
                  const SzAchievement *const *rows,
                  guint n_rows)
{
  g_autofree int *item_of = g_new0 (int, n_rows + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n_rows + 1);
  Matching matching = { items, rows, n_rows, item_of, seen };
  int many[SZ_MANY_ROW_ITEMS_MAX];
  guint n_many = 0;
  int largest = 0;

  g_return_val_if_fail ((items != NULL || n_items == 0) && (rows != NULL || n_rows == 0), 0);

  for (guint item = 0; item < n_items; item++)
    if (items[item].count > 1 && n_many < SZ_MANY_ROW_ITEMS_MAX
        && count_fitting (&matching, item) >= (guint)items[item].count)
      many[n_many++] = (int)item;
  for (guint set = 0; set < 1u << n_many; set++)
    largest = MAX (largest, count_with (&matching, many, n_many, set, n_items));
  return largest;
}
