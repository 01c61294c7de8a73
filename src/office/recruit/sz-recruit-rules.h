/* sz-recruit-rules.h — the parameters of recruitment and of part-time teachers (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-exam.h"
#include "sz-param.h"
#include "sz-parttime.h"
#include "sz-screen.h"

G_BEGIN_DECLS

/** SzRecruitRules: what is in force on one day; strings live as long as it. */
typedef struct
{
  SzExamRules exam;
  int notice_days;    /* recruit.notice_wd */
  int publicity_days; /* recruit.publicity_wd */
  int judges_min;
  int cheat_years;
  int contract_years;
  int probation_first; /* months */
  int probation_other;
  SzEduEqual *equals;
  gsize n_equals;
  SzHonourEntry *honours;
  gsize n_honours;
  SzParttimeTerms parttime;
  int due_days;
  gint64 half_day_x100;
  gboolean by_15th;       /* pt.month_rule */
  gboolean previous_year; /* pt.pay_year */
  gboolean with_employer; /* pt.comp_scope */
  /* private */
  GPtrArray *texts;
  GPtrArray *lists;
} SzRecruitRules;

/** sz_recruit_rules: (transfer full): "param.missing" (key, date), "param.invalid" (key, value). */
SzRecruitRules *sz_recruit_rules (const GArray *params, SzDate day, GError **error);
void sz_recruit_rules_free (SzRecruitRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRecruitRules, sz_recruit_rules_free)

G_END_DECLS
