/* sz-store-coverage.h — registers that prove a coverage: trainees, majors, graduates, skills,
 * rotation, contests (RULE tgt-5 … tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-contest.h"
#include "sz-graduate.h"
#include "sz-major.h"
#include "sz-rotation.h"
#include "sz-row.h"
#include "sz-skill.h"
#include "sz-trainee.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/** SzTraineeRow: a trainee of a class 培训学员 (RULE tgt-5). Key: project, session, ID number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzTrainee trainee;
  gint64 batch_id;
  int source_row;
} SzTraineeRow;
SZ_ROW_API (SzTraineeRow, sz_store_trainee)

/** SzMajorRow: an agreement of a major, or a major without one 专业 (RULE tgt-6). Key: code,
 * agreement. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzMajor major;
  gint64 batch_id;
  int source_row;
} SzMajorRow;
SZ_ROW_API (SzMajorRow, sz_store_major)

/** SzGraduateRow: a graduate 毕业生 (RULE tgt-7). Key: year, student number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzGraduate graduate;
  gint64 batch_id;
  int source_row;
} SzGraduateRow;
SZ_ROW_API (SzGraduateRow, sz_store_graduate)

/** SzSkillDueRow: who is due for an assessment 应评 (RULE tgt-8). Key: year, batch, student,
 * occupation, level. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzSkillDue due;
  gint64 batch_id;
  int source_row;
} SzSkillDueRow;
SZ_ROW_API (SzSkillDueRow, sz_store_skill_due)

/** SzSkillResultRow: a result of an assessment 参评成绩 (RULE tgt-8). Key: as above. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzSkillResult result;
  gint64 batch_id;
  int source_row;
} SzSkillResultRow;
SZ_ROW_API (SzSkillResultRow, sz_store_skill_result)

/** SzRosterRow: somebody on the roster of further training 轮训名册 (RULE tgt-9). Key: person,
 * kind, first day. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzRosterEntry entry;
  gint64 batch_id;
  int source_row;
} SzRosterRow;
SZ_ROW_API (SzRosterRow, sz_store_roster)

/** SzRotationRow: a course of further training 轮训记录 (RULE tgt-9). Key: person, name, first day.
 */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzRotationCourse course;
  gint64 batch_id;
  int source_row;
} SzRotationRow;
SZ_ROW_API (SzRotationRow, sz_store_rotation)

/** SzContestRow: a row about a contest 竞赛 (RULE tgt-10). Key: name, date, event, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzContest contest;
  gint64 batch_id;
  int source_row;
} SzContestRow;
SZ_ROW_API (SzContestRow, sz_store_contest)

G_END_DECLS
