/* sz-parttime.h — contracts of part-time teachers 兼职教师聘用 (RULE rec-23 … rec-25, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"
#include "sz-quota.h"

G_BEGIN_DECLS

/** SzStretch: a part of a contract with one share and one rate. */
typedef struct
{
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
  SzMoney rate_fen; /* yuan an hour; 0: none agreed */
} SzStretch;

/** SzStretchChange: what `change` gives; −1 keeps what was. */
typedef struct
{
  SzDate from;
  SzDate to; /* 0: the old end */
  gint64 fte_x1e4;
  SzMoney rate_fen;
} SzStretchChange;

/** sz_stretches_change: the last of @stretches (of SzStretch) ends on the day before and a new one
 *  follows. "date.order" (from, to) when the day is not within the last one, or the end before it.
 */
gboolean sz_stretches_change (GArray *stretches, const SzStretchChange *change, GError **error);
/** sz_stretches_rise: on which days @after, made of @before by one change, takes more, and by how
 *  much more (RULE rec-9). @rises: two at most, in order; gives how many. */
guint sz_stretches_rise (const GArray *before, const GArray *after, SzStretch *rises);
/** sz_stretches_end: later days fall away; the day before the first means that it never began.
 *  "date.order" when @day is not before the end, or earlier than that. */
gboolean sz_stretches_end (GArray *stretches, SzDate day, GError **error);
/** sz_stretches_first, sz_stretches_last: the days of the whole run, none when it never began. */
SzDate sz_stretches_first (const SzStretch *stretches, gsize n);
SzDate sz_stretches_last (const SzStretch *stretches, gsize n);
/** sz_stretches_on: (nullable): the one that covers @day. */
const SzStretch *sz_stretches_on (const SzStretch *stretches, gsize n, SzDate day);

/** SzParttimeTerms: pt.age_max 65, pt.min_years 5, pt.term_min_months 4, pt.term_max_years 2,
 *  pt.fee_max 1000.00. */
typedef struct
{
  int age_max;
  gint64 min_years_x100;
  int term_min_months;
  int term_max_years;
  SzMoney fee_max;
} SzParttimeTerms;

typedef enum
{
  SZ_PARTTIME_AGE,        /* "parttime.age" */
  SZ_PARTTIME_FEE_HIGH,   /* "parttime.fee_high" */
  SZ_PARTTIME_TERM_LONG,  /* "parttime.term_long" */
  SZ_PARTTIME_TERM_SHORT, /* "parttime.term_short" */
  SZ_PARTTIME_YEARS,      /* "parttime.years" */
  SZ_N_PARTTIME_WARNINGS
} SzParttimeWarning;

/** sz_parttime_warning_code: the codes stand in the order of their spelling. */
const char *sz_parttime_warning_code (SzParttimeWarning warning);

/** SzParttimeFacts: what the warnings of rec-25 look at. */
typedef struct
{
  SzDate first;
  SzDate last;
  SzDate birth; /* 0: not known */
  gboolean has_years;
  gint64 years_x100; /* 从业年限 */
  SzMoney rate_fen;  /* the highest */
} SzParttimeFacts;

/** sz_parttime_warn: a bit (1 << SzParttimeWarning) for each; @age_day: the day of parttime.age. */
guint
sz_parttime_warn (const SzParttimeFacts *facts, const SzParttimeTerms *terms, SzDate *age_day);

/** SzParttimeSpan: one contract of somebody, for what is due. */
typedef struct
{
  const char *id_number;
  const char *agreement;
  SzDate first;
  SzDate last;
} SzParttimeSpan;

/** sz_parttime_due: (transfer full): indexes (guint) of what ends within @days of @on and is not
 *  renewed, by last day, then agreement (RULE rec-24). */
GArray *sz_parttime_due (const SzParttimeSpan *spans, gsize n, SzDate on, int days);

/** SzParttimeShare: a stretch of some person. */
typedef struct
{
  const char *id_number;
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
} SzParttimeShare;

/** sz_parttime_month: person-months of @month ×10,000: for each ID the greatest share held together
 *  on any day (or on the 15th when @by_15th); @shares sorted by ID (RULE rec-27). */
gint64 sz_parttime_month (const SzParttimeShare *shares, gsize n, SzMonth month, gboolean by_15th);

G_END_DECLS
