/* sz-store-facts.h — what is known of people for titles and posts, one row a fact
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-career.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Natural keys are what `import --update` matches by. */

/** SzPaperRow: what a dated record of a post or a title lies on 聘任记录, 职称证书: @field as in
 *  person_records. Key: person, field, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  char *field;       /* "post" or "title" */
  SzDate from;       /* 起聘日期, 取得日期 */
  SzDate term_to;    /* 聘期止 */
  char *approval;    /* 批文号 */
  char *document;    /* 文号 */
  char *certificate; /* 证书编号 */
  gint64 batch_id;
  int source_row;
} SzPaperRow;
SZ_ROW_API (SzPaperRow, sz_store_paper)

/** SzSchoolingRow: 学历学位. Key: person, education, degree, school_level, graduated. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  char *education;            /* 学历, code */
  char *degree;               /* 学位, code */
  SzSchoolLevel school_level; /* 培养层次 */
  SzDate graduated;           /* 毕业日期 */
  char *school;               /* 毕业院校 */
  char *major;                /* 所学专业 */
  char *study_mode;           /* 学习形式 */
  gint64 batch_id;
  int source_row;
} SzSchoolingRow;
SZ_ROW_API (SzSchoolingRow, sz_store_schooling)

/** SzCertificateRow: 证书. Key: person, class, name, level, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzCertificateClass class; /* 类别 */
  char *name;               /* 证书名称 */
  char *level;              /* 等级: L0 … L7, "" none */
  SzDate from;              /* 取得日期 */
  char *number;             /* 证书编号 */
  SzDate to;                /* 失效日期 */
  gint64 batch_id;
  int source_row;
} SzCertificateRow;
SZ_ROW_API (SzCertificateRow, sz_store_certificate)

/** SzYearlyHoursRow: 年度课时, as certified. Key: person, year. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;          /* 年度 */
  gint64 hours_x100; /* 课时 */
  gint64 batch_id;
  int source_row;
} SzYearlyHoursRow;
SZ_ROW_API (SzYearlyHoursRow, sz_store_yearly_hours)

/** SzFurtherRow: 继续教育. Key: person, year. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  int year;                 /* 年度 */
  gint64 common_x100;       /* 公需学时 */
  gint64 professional_x100; /* 专业学时 */
  gint64 batch_id;
  int source_row;
} SzFurtherRow;
SZ_ROW_API (SzFurtherRow, sz_store_further)

/** SzPracticeRow: 企业实践. Key: person, company, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  char *company; /* 企业 */
  SzDate from;   /* 起 */
  SzDate to;     /* 止 */
  int days;      /* 天数, 0: as the dates say */
  gint64 batch_id;
  int source_row;
} SzPracticeRow;
SZ_ROW_API (SzPracticeRow, sz_store_practice)

/** SzAchievementRow: 业绩成果. Key: person, kind, name, date, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzAchievementKind kind; /* 类别 */
  char *name;             /* 名称 */
  SzDate date;            /* 取得日期 */
  int ordinal; /* from 0: the same work twice at different levels is told apart by order */
  SzAchievementLevel level; /* 级别 */
  SzPrize prize;            /* 等次 */
  int rank;                 /* 排名, 0: not given */
  char *page;               /* 页码 */
  gint64 batch_id;
  int source_row;
} SzAchievementRow;
SZ_ROW_API (SzAchievementRow, sz_store_achievement)

/** SzDisciplineRow: 处分. Key: person, kind, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDisciplineKind kind; /* 处分种类 */
  SzDate from;           /* 起 */
  SzDate to;             /* 止 */
  char *document;        /* 文号 */
  gint64 batch_id;
  int source_row;
} SzDisciplineRow;
SZ_ROW_API (SzDisciplineRow, sz_store_discipline)

/** SzDualPostRow: 双肩挑. Key: person, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate from;    /* 起 */
  SzPost post;    /* 兼任岗位等级 */
  char *approval; /* 批文号 */
  SzDate to;      /* 止 */
  gint64 batch_id;
  int source_row;
} SzDualPostRow;
SZ_ROW_API (SzDualPostRow, sz_store_dual_post)

/** SzSpecialPostRow: 特设岗位. Key: person, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate from;    /* 起 */
  SzPost post;    /* 岗位等级 */
  char *approval; /* 批文号 */
  SzDate to;      /* 止 */
  char *reason;   /* 事由 */
  gint64 batch_id;
  int source_row;
} SzSpecialPostRow;
SZ_ROW_API (SzSpecialPostRow, sz_store_special_post)

/** SzStudentAffairsRow: 学生工作人员. Key: person, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate from; /* 起 */
  SzDate to;   /* 止 */
  gint64 batch_id;
  int source_row;
} SzStudentAffairsRow;
SZ_ROW_API (SzStudentAffairsRow, sz_store_student_affairs)

G_END_DECLS
