/* sz-store-exam.h — scores, checks and decisions of applicants 考试与考察 (RULE rec-2, rec-8,
 * rec-21, rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-exam.h"
#include "sz-selection.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzScoreRow: 成绩: one component of an applicant, or one item of it. Key: applicant, component,
 * item. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  char *component;   /* 科目 */
  char *item;        /* 分项 */
  char *draw_no;     /* 抽签号 */
  char *marks;       /* 考官1 …: "88.00 86.50 -"; "-" is 回避 */
  gint64 score_x100; /* 成绩 as one number, −1: none */
  char *status;      /* "absent", "void", "cheated", "" */
  gint64 batch_id;
  int source_row;
} SzScoreRow;
SZ_ROW_API (SzScoreRow, sz_store_score)

/** SzScoreLockRow: 成绩 that a correction alone may change. Key: position, component; component ""
 * is all of them. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 position_id;
  char *component; /* 科目 */
} SzScoreLockRow;
SZ_ROW_API (SzScoreLockRow, sz_store_score_lock)

/** SzCheckRow: 体检与考察. Key: applicant. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  char *physical;     /* 体检: "passed", "failed", "" */
  char *inspection;   /* 考察 */
  gboolean withdrawn; /* 放弃 */
  SzDate day;         /* 日期 */
  char *note;         /* 说明 */
  gint64 batch_id;
  int source_row;
} SzCheckRow;
SZ_ROW_API (SzCheckRow, sz_store_check)

/** SzDecisionRow: 集体研究决定. Key: applicant. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  char *meeting;   /* 会议 */
  SzDate held_on;  /* 会议日期 */
  char *minutes;   /* 纪要号 */
  gboolean agreed; /* 结论 */
  char *basis;     /* 依据 */
  char *opinion;   /* 专家意见 */
  gint64 batch_id;
  int source_row;
} SzDecisionRow;
SZ_ROW_API (SzDecisionRow, sz_store_decision)

/** SzObjectionRow: 异议. No key; @applicant_id 0: about the post. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 position_id;
  gint64 applicant_id;
  SzDate day;   /* 日期 */
  char *text;   /* 内容 */
  char *state;  /* "open", "upheld", "dismissed" */
  char *answer; /* 答复 */
} SzObjectionRow;
SZ_ROW_API (SzObjectionRow, sz_store_objection)

/** SzHireRow: 聘用. Key: applicant. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  gint64 position_id;
  SzDate first_day;   /* 第一天 */
  gint64 person_id;   /* 0: 兼职 */
  gint64 contract_id; /* of 兼职 */
} SzHireRow;
SZ_ROW_API (SzHireRow, sz_store_hire)

G_END_DECLS
