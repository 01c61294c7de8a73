/* sz-store-workload.h — what people did and earned in a year: teaching, training, assessments, …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-lesson.h"
#include "sz-row.h"
#include "sz-workload.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). Natural keys are
 * what `import --update` matches by. */

/** SzTeachingRow: 教学工作量. Key: person, year, term, course, class, type, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;                 /* 年度 */
  char *term;               /* 学期 */
  char *course;             /* 课程 */
  char *class_name;         /* 班级 */
  SzCourseType course_type; /* 课程类型 */
  int ordinal;              /* from 0: the same lesson twice is told apart by order alone */
  int students;             /* 人数 */
  gint64 hours_x100;        /* 计划课时 */
  gboolean is_repeat;       /* 重复班 */
  gboolean is_new;          /* 新课 */
  gint64 batch_id;
  int source_row;
} SzTeachingRow;
SZ_ROW_API (SzTeachingRow, sz_store_teaching)

/** SzTrainingRow: 培训授课记录. Key: person, date, project code, session, period, role, ordinal.
 * Its year in a filter is that of its date. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate date;              /* 日期 */
  char *project_code;       /* 项目编号 */
  char *session;            /* 班次 */
  char *period;             /* 节次 */
  SzTrainingRole role;      /* 角色 */
  int ordinal;              /* as above; only where 节次 is empty it is not 0 */
  char *project_name;       /* 项目名称 */
  char *category;           /* 项目类别 */
  SzCourseType course_type; /* 课程类型 */
  int students;             /* 人数 */
  gint64 hours_x100;        /* 课时 */
  SzTimeSlot time_slot;     /* 时段 */
  SzPayMode pay_mode;       /* 计酬方式 */
  gint64 batch_id;
  int source_row;
} SzTrainingRow;
SZ_ROW_API (SzTrainingRow, sz_store_training)

/** sz_store_workload_years: (transfer full) (element-type int): years that have a teaching or
 *  training record, the latest first. */
GArray *sz_store_workload_years (SzStore *store, GError **error);

/** SzTrainingIncome: 培训收支. Key: year, project code. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  int year;
  char *project_code;  /* 项目编号 */
  SzMoney income_fen;  /* 收入 */
  SzMoney cost_fen;    /* 成本 */
  gint64 person_times; /* 培训人次 */
  gint64 batch_id;
  int source_row;
} SzTrainingIncome;
SZ_ROW_API (SzTrainingIncome, sz_store_training_income)

/** SzQuotaRow: 额定课时, overrides RULE wrk-4. Key: person, year. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;
  gint64 hours_x100;
  gint64 batch_id;
  int source_row;
} SzQuotaRow;
SZ_ROW_API (SzQuotaRow, sz_store_quota)

/** SzRoleRow: 角色 (班主任 …) with its dates. Key: person, year, role, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;
  char *role;
  SzDate from;
  SzDate to; /* 0: open */
  gint64 batch_id;
  int source_row;
} SzRoleRow;
SZ_ROW_API (SzRoleRow, sz_store_role)

/** SzAwardRow: 业绩点; several of a person and year add up. Key: person, year, basis. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;
  char *basis; /* 依据 */
  gint64 points_x100;
  gint64 batch_id;
  int source_row;
} SzAwardRow;
SZ_ROW_API (SzAwardRow, sz_store_award)

/** SzFactorRow: a figure for `value:项目` (RULE pay-5). Key: person, year, item. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;
  char *item; /* 项目 */
  gint64 value_x1e4;
  gint64 batch_id;
  int source_row;
} SzFactorRow;
SZ_ROW_API (SzFactorRow, sz_store_factor)

/** SzAssessmentRow: 年度考核. Key: person, year. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;
  SzGrade grade; /* 档次 */
  gint64 batch_id;
  int source_row;
} SzAssessmentRow;
SZ_ROW_API (SzAssessmentRow, sz_store_assessment)

/** SzAnnualPayRow: 全年应发合计 (RULE rec-10). Key: person, year. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;
  SzMoney amount_fen;
  SzMoney conversion_fen; /* 其中转化奖励 */
  SzMoney employer_fen;   /* 单位缴费 */
  gint64 batch_id;
  int source_row;
} SzAnnualPayRow;
SZ_ROW_API (SzAnnualPayRow, sz_store_annual_pay)

/** sz_store_training_clash: whether another training record holds this teacher, date and a period
 *  of @row's, by the @n_names words for periods 节次 (RULE wrk-6); @found is filled with it. A
 * record of @row->id itself does not count. */
gboolean sz_store_training_clash (SzStore *store,
                                  const SzTrainingRow *row,
                                  const SzPeriodName *names,
                                  gsize n_names,
                                  SzTrainingRow *found,
                                  gboolean *clash,
                                  GError **error);

G_END_DECLS
