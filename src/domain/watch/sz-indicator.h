/* sz-indicator.h — what the policy sets the college to reach 指标 (RULE tgt-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_INDICATOR_COUNT, /* adds up over the year */
  SZ_INDICATOR_STOCK, /* a level */
  SZ_INDICATOR_RATIO, /* a part of a base */
} SzIndicatorKind;

/** SzIndicatorSource: which registers an indicator is read from. */
typedef enum
{
  SZ_REGISTER_NONE,
  SZ_REGISTER_GRADUATES,
  SZ_REGISTER_TRAINEES,
  SZ_REGISTER_JOINT,
  SZ_REGISTER_INTEGRATED,
  SZ_REGISTER_SKILL,
  SZ_REGISTER_ROTATION,
  SZ_REGISTER_HOSTED,
  SZ_REGISTER_WON,
} SzIndicatorSource;

typedef struct
{
  const char *id;
  const char *name; /* 指标 */
  const char *unit;
  SzIndicatorKind kind;
  SzIndicatorSource source;
  gboolean has_goal; /* FALSE: takes entries for a comparison and stands in no list */
} SzIndicator;

/** sz_indicators_standard: (array length=n): the ten of the policy in their order, then
 * students_paid. */
const SzIndicator *sz_indicators_standard (gsize *n);
/** sz_indicator_find: (nullable): one of these by its id. */
const SzIndicator *sz_indicator_find (const char *id);
/** sz_indicator_kind_word: "count", "stock", "ratio". */
const char *sz_indicator_kind_word (SzIndicatorKind kind);
/** sz_indicator_kind_parse: FALSE for any other word. */
gboolean sz_indicator_kind_parse (const char *word, SzIndicatorKind *kind);

/**
 * sz_indicator_parse_goal: 任务数 as people write it.
 * @goal: (out): a number; of a ratio ×10,000
 *
 * Of a ratio "98%" and "98" and "0.98" are the same; 0, more than four decimals of the ratio and
 * anything above 100 % are none. Of others an integer ≥ 0. FALSE: "number.invalid".
 */
gboolean sz_indicator_parse_goal (SzIndicatorKind kind, const char *text, gint64 *goal);

G_END_DECLS
