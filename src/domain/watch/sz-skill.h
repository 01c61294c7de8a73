/* sz-skill.h — who is due for a skill assessment and who took it 应评尽评 (RULE tgt-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

#define SZ_SCORE_NONE (-1)

/** SzSkillDue: a due item; its key is year, batch, student, occupation, level. Strings are owned.
 */
typedef struct
{
  int year;
  char *batch;
  char *student_no;
  char *name;
  char *id_number;
  char *major;
  char *class_name;
  char *occupation;      /* 职业工种 */
  char *level;           /* 等级 */
  char *exempt_reason;   /* 豁免原因 */
  char *exempt_document; /* 豁免文号 */
  char *missing_reason;  /* 未评原因 */
} SzSkillDue;

/** SzSkillResult: a result of the same key. */
typedef struct
{
  int year;
  char *batch;
  char *student_no;
  char *name;
  char *occupation;
  char *level;
  gint64 theory_x100;   /* 理论成绩, SZ_SCORE_NONE: none */
  gint64 practice_x100; /* 技能成绩 */
  char *outcome;        /* 结果: code, "" for none */
  char *certificate;
  SzDate examined; /* 考试日期, 0: not given */
} SzSkillResult;

/** sz_skill_is_exempt: a reason and a document; a reason alone leaves it due. */
gboolean sz_skill_is_exempt (const SzSkillDue *due);
/** sz_skill_took_part: by @day. */
gboolean sz_skill_took_part (const SzSkillResult *result, SzDate day);
/** sz_skill_passed: both scores where both are there, else 结果. */
gboolean sz_skill_passed (const SzSkillResult *result, gint64 pass_x100);
/** sz_skill_result_differs: 结果 against the scores. */
gboolean sz_skill_result_differs (const SzSkillResult *result, gint64 pass_x100);

/** SzSkillItem: a due item with its result (nullable), both borrowed. */
typedef struct
{
  const SzSkillDue *due;
  const SzSkillResult *result;
  gboolean exempt;
  gboolean taken;
  gboolean passed;
} SzSkillItem;

typedef struct
{
  guint due; /* less the exempt */
  guint exempt;
  guint exempt_unapproved;
  guint taken;
  guint passed;
  guint not_due;        /* results of nobody due */
  guint missing_reason; /* missing without 未评原因 */
  GArray *items; /* of SzSkillItem: all due items by major, student, occupation, level, batch */
} SzSkillYear;

/** sz_skill_year_new: (transfer full); what is handed in must outlive it. */
SzSkillYear *sz_skill_year_new (
    const GPtrArray *due, const GPtrArray *results, gint64 pass_x100, int year, SzDate day);
void sz_skill_year_free (SzSkillYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSkillYear, sz_skill_year_free)

G_END_DECLS
