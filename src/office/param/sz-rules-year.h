/* sz-rules-year.h — parameters of the year as a whole: total, transfers, retirement, terms (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-lesson.h"
#include "sz-param.h"
#include "sz-retirement.h"
#include "sz-total.h"
#include "sz-transfer.h"

G_BEGIN_DECLS

/* Errors are those of sz_rules_load(): "param.missing" (key, date), "param.invalid" (key, value),
   "param.part_invalid" (key, value, part). */

/**
 * sz_rules_total:
 * @approval: (out) (optional): 文号 of pay.train_mode, borrowed: it approves the addition
 *
 * pay.train_ratio, pay.train_mode, pay.ctrl, pay.limit; pay.L only where the college has set it.
 */
gboolean sz_rules_total (
    const GArray *params, SzDate day, SzTotalRules *rules, const char **approval, GError **error);

/** sz_rules_transfer: pay.conv_min, pay.conv_max, pay.conv_main_share. */
gboolean
sz_rules_transfer (const GArray *params, SzDate day, SzTransferRules *rules, GError **error);

/** sz_rules_excellent_cap: assess.excellent_cap: how many of those assessed may be 优秀. */
gboolean
sz_rules_excellent_cap (const GArray *params, SzDate day, gint64 *cap_x1e4, GError **error);

/** SzRetirementTable: @rules points into @lines. */
typedef struct
{
  GArray *lines; /* of SzRetirementRule */
  SzRetirementRules rules;
  int warn; /* months ahead in which F33 warns */
} SzRetirementTable;

/** sz_rules_retirement: people.retire_delay, people.retire_flex, people.retire_warn. */
gboolean
sz_rules_retirement (const GArray *params, SzDate day, SzRetirementTable *table, GError **error);
void sz_retirement_table_clear (SzRetirementTable *table);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzRetirementTable, sz_retirement_table_clear)

/** SzTerms: what places a timetable in the year. */
typedef struct
{
  GHashTable *starts; /* 学期 → SzDate as pointer */
  GArray *names;      /* of SzPeriodName; strings owned */
} SzTerms;

/** sz_rules_terms: load.term_start of all dates together (each term has one), load.periods as of
 *  @day. */
gboolean sz_rules_terms (const GArray *params, SzDate day, SzTerms *terms, GError **error);
/** sz_terms_start: the first day of the term, SZ_DATE_NONE when no parameter tells. */
SzDate sz_terms_start (const SzTerms *terms, const char *term);
void sz_terms_clear (SzTerms *terms);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzTerms, sz_terms_clear)

/** sz_rules_year_check: as sz_rules_check() for the keys above; @known: whether it is one. */
gboolean sz_rules_year_check (const char *key, const char *value, gboolean *known, GError **error);

G_END_DECLS
