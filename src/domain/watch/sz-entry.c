/* sz-entry.c — entries by period towards a target 填报 (RULE tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-entry.h"

const char *
sz_entry_fault (SzIndicatorKind kind,
                gboolean has_increment,
                gboolean has_cumulative,
                gboolean has_base)
{
  if (has_increment == has_cumulative)
    return "entry.both";
  if (has_increment && kind != SZ_INDICATOR_COUNT)
    return "entry.kind";
  if (has_base != (kind == SZ_INDICATOR_RATIO))
    return "entry.base";
  return NULL;
}

gboolean
sz_entry_same_period (const SzEntry *a, const SzEntry *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  return a->year == b->year && a->from == b->from && a->to == b->to
         && g_str_equal (a->indicator, b->indicator);
}

gboolean
sz_entry_overlaps (const SzEntry *a, const SzEntry *b)
{
  const SzEntry *increment = a->cumulative ? b : a;
  const SzEntry *other = a->cumulative ? a : b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);
  if (a->year != b->year || !g_str_equal (a->indicator, b->indicator))
    return FALSE;
  if (!a->cumulative && !b->cumulative)
    return a->from <= b->to && b->from <= a->to;
  if (a->cumulative && b->cumulative)
    return FALSE;
  return increment->from <= other->to && increment->to > other->to;
}

static gboolean
is_later (const SzEntry *entry, const SzEntry *than)
{
  if (than == NULL || entry->to != than->to)
    return than == NULL || entry->to > than->to;
  return entry->from > than->from;
}

SzReading
sz_entries_read (const SzEntry *const *entries, gsize n, SzIndicatorKind kind, int year, SzDate day)
{
  const SzEntry *level = NULL;
  SzReading reading = { FALSE, 0, 0 };

  g_return_val_if_fail (entries != NULL || n == 0, reading);
  for (gsize i = 0; i < n; i++)
    if (entries[i]->year == year && entries[i]->to <= day && entries[i]->cumulative
        && is_later (entries[i], level))
      level = entries[i];
  if (level != NULL)
    reading = (SzReading){ TRUE, level->number, level->base };
  if (kind != SZ_INDICATOR_COUNT)
    return reading;
  for (gsize i = 0; i < n; i++)
    {
      if (entries[i]->year != year || entries[i]->to > day || entries[i]->cumulative
          || (level != NULL && entries[i]->from <= level->to))
        continue;
      reading.known = TRUE;
      reading.value += entries[i]->number;
    }
  return reading;
}
