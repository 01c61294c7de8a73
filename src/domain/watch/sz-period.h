/* sz-period.h — the period that an entry of a target reports on 期间 (RULE tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzTerm: a named part of the year, 春季: from and to as month × 100 + day. */
typedef struct
{
  const char *name; /* borrowed */
  int from;
  int to;
} SzTerm;

/**
 * sz_period_parse:
 * @terms: (array length=n_terms): those of target.periods
 * @from, @to: (out): first and last day
 *
 * 1月, 第一季度 (also 一季度, 1季度, Q1), 上半年, 下半年, a term with or without 学期, 全年, or a
 * date, which is one day; a month alone (2025.03, 3月, 2025年3月) is the month. FALSE for anything
 * else and for what lies outside @year.
 */
gboolean sz_period_parse (
    const char *text, int year, const SzTerm *terms, gsize n_terms, SzDate *from, SzDate *to);

G_END_DECLS
