/* sz-entry.h — entries by period towards a target 填报 (RULE tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-indicator.h"

G_BEGIN_DECLS

/** SzEntry: exactly one of increment 本期完成 and cumulative 累计完成. Strings are owned. */
typedef struct
{
  int year;
  char *indicator; /* id */
  SzDate from;
  SzDate to;
  gboolean cumulative;
  gint64 number;  /* may be negative when it is an increment: a correction */
  gint64 base;    /* 基数 of a ratio, else 0 */
  char *period;   /* 期间 as it was written */
  char *evidence; /* 佐证 */
  char *note;
} SzEntry;

/** SzReading: a value, and of a ratio its base; not known: neither. */
typedef struct
{
  gboolean known;
  gint64 value;
  gint64 base;
} SzReading;

/**
 * sz_entry_fault: what is wrong with the numbers of an entry: "entry.both", "entry.kind" or
 * "entry.base" in this order; NULL when nothing is.
 */
const char *sz_entry_fault (SzIndicatorKind kind,
                            gboolean has_increment,
                            gboolean has_cumulative,
                            gboolean has_base);

/** sz_entry_same_period: same indicator, year, first and last day. */
gboolean sz_entry_same_period (const SzEntry *a, const SzEntry *b);
/** sz_entry_overlaps: whether two entries of one indicator and year count the same days twice. */
gboolean sz_entry_overlaps (const SzEntry *a, const SzEntry *b);

/**
 * sz_entries_read: the value on @day, from the entries of @year that ended by then.
 * @entries: (array length=n) (element-type SzEntry*): of one indicator, in any order
 */
SzReading sz_entries_read (
    const SzEntry *const *entries, gsize n, SzIndicatorKind kind, int year, SzDate day);

G_END_DECLS
