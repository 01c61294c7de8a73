/* sz-career.h — what titles, assessment and appointment ask of a person: facts with their sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-person.h"
#include "sz-place.h"

G_BEGIN_DECLS

/** SzTrace: where a fact came from: the import batch and the row of its sheet; 0, 0: by hand. */
typedef struct
{
  gint64 batch;
  int row;
} SzTrace;

/* Facts. Strings are borrowed from whoever gathered them; codes are stored codes, "" when unknown;
 * a date 0 is missing, an end 0 never comes. */

/** SzSchoolLevel: 培养层次 of technician colleges. */
typedef enum
{
  SZ_SCHOOL_NONE,
  SZ_SCHOOL_MIDDLE,  /* 中级工 */
  SZ_SCHOOL_SENIOR,  /* 高级工 */
  SZ_SCHOOL_RESERVE, /* 预备技师 */
  SZ_SCHOOL_MASTER,  /* 技师 */
} SzSchoolLevel;

typedef struct
{
  const char *education;
  const char *degree;
  SzSchoolLevel school_level;
  SzDate graduated;
  SzTrace trace;
} SzSchooling;

typedef enum
{
  SZ_CERTIFICATE_SKILL,         /* 职业技能等级 */
  SZ_CERTIFICATE_QUALIFICATION, /* 职业资格 */
  SZ_CERTIFICATE_TEACHER,       /* 教师资格 */
  SZ_CERTIFICATE_OTHER,         /* 其他 */
  SZ_N_CERTIFICATES
} SzCertificateClass;

typedef struct
{
  SzCertificateClass kind;
  int level; /* 0 学徒工 … 7 首席技师; −1: none */
  SzDate from;
  SzDate to;
  SzTrace trace;
} SzCertificate;

/** SzHoursFact: hours of a year, certified or taught. */
typedef struct
{
  int year;
  gint64 hours_x100;
  SzTrace trace;
} SzHoursFact;

typedef struct
{
  int year;
  gint64 common_x100;       /* 公需 */
  gint64 professional_x100; /* 专业 */
  SzTrace trace;
} SzFurtherFact;

typedef struct
{
  SzDate from;
  SzDate to;
  int days; /* 天数, 0: as the dates say */
  SzTrace trace;
} SzPracticeFact;

typedef enum
{
  SZ_ACHIEVEMENT_PAPER,    /* 论文 */
  SZ_ACHIEVEMENT_BOOK,     /* 著作 */
  SZ_ACHIEVEMENT_TEXTBOOK, /* 教材 */
  SZ_ACHIEVEMENT_PROJECT,  /* 课题 */
  SZ_ACHIEVEMENT_TEACHING, /* 教学成果 */
  SZ_ACHIEVEMENT_CONTEST,  /* 竞赛 */
  SZ_ACHIEVEMENT_COACHING, /* 指导竞赛 */
  SZ_ACHIEVEMENT_PATENT,   /* 专利 */
  SZ_ACHIEVEMENT_COURSE,   /* 课程资源 */
  SZ_ACHIEVEMENT_HONOUR,   /* 荣誉称号 */
  SZ_ACHIEVEMENT_OTHER,    /* 其他 */
  SZ_N_ACHIEVEMENTS
} SzAchievementKind;

/** SzAchievementLevel: the smaller the higher. */
typedef enum
{
  SZ_LEVEL_STATE,    /* 国家级 */
  SZ_LEVEL_PROVINCE, /* 省部级 */
  SZ_LEVEL_CITY,     /* 市厅级 */
  SZ_LEVEL_SCHOOL,   /* 校级 */
  SZ_N_ACHIEVEMENT_LEVELS
} SzAchievementLevel;

/** SzPrize: 等次, the smaller the better. */
typedef enum
{
  SZ_PRIZE_SPECIAL, /* 特等 */
  SZ_PRIZE_FIRST,   /* 一等 */
  SZ_PRIZE_SECOND,  /* 二等 */
  SZ_PRIZE_THIRD,   /* 三等 */
  SZ_PRIZE_OTHER,   /* 其他 */
  SZ_PRIZE_NONE,    /* empty */
  SZ_N_PRIZES
} SzPrize;

typedef struct
{
  SzAchievementKind kind;
  const char *name;
  SzAchievementLevel level;
  SzPrize prize;
  int rank; /* 排名; 0: not given, counts as 1 */
  SzDate date;
  const char *page;
  SzTrace trace;
} SzAchievement;

typedef struct
{
  const char *role;
  SzDate from;
  SzDate to; /* always there */
  SzTrace trace;
} SzRoleFact;

typedef struct
{
  const char *kind; /* 病假 … as the register spells it */
  SzDate from;
  SzDate to; /* last day, after 销假 (RULE pay-19) */
} SzLeaveFact;

typedef enum
{
  SZ_DISCIPLINE_WARNING,       /* 警告 */
  SZ_DISCIPLINE_DEMERIT,       /* 记过 */
  SZ_DISCIPLINE_DEMOTION,      /* 降低岗位等级 */
  SZ_DISCIPLINE_DISMISSAL,     /* 开除 */
  SZ_DISCIPLINE_FALSIFICATION, /* 弄虚作假 */
  SZ_DISCIPLINE_INVESTIGATION, /* 立案审查 */
  SZ_N_DISCIPLINES
} SzDisciplineKind;

typedef struct
{
  SzDisciplineKind kind;
  SzDate from; /* decided */
  SzDate to;   /* 止, the last day; 0: not given */
} SzDisciplineFact;

/** SzPostFact: a place beside or instead of the own post: 双肩挑, 特设岗位. */
typedef struct
{
  SzPost post;
  SzDate from;
  SzDate to;
  const char *approval;
} SzPostFact;

typedef struct
{
  SzDate from;
  SzDate to;
} SzSpan;

typedef struct
{
  int year;
  SzGrade grade;
  SzTrace trace;
} SzGradeFact;

typedef struct
{
  int year;
  const char *item;
  gint64 value_x1e4;
} SzFactorFact;

/** SzPaperFact: what a dated post or title record lies on. */
typedef struct
{
  SzRecordField field;
  SzDate from;
  SzDate term_to; /* 聘期止 */
  const char *approval;
  const char *document;
  const char *certificate;
  SzTrace trace;
} SzPaperFact;

/** SzCareer: a person with everything above, each list in the order of its dates or years. */
typedef struct
{
  const SzPerson *person;
  const SzRecord *records;
  gsize n_records;
  const SzService *services;
  gsize n_services;
  SzTrace trace; /* of the register */

  const SzSchooling *schooling;
  gsize n_schooling;
  const SzCertificate *certificates;
  gsize n_certificates;
  const SzHoursFact *yearly_hours;
  gsize n_yearly_hours;
  const SzHoursFact *teaching;
  gsize n_teaching;
  const SzFurtherFact *further;
  gsize n_further;
  const SzPracticeFact *practice;
  gsize n_practice;
  const SzAchievement *achievements;
  gsize n_achievements;
  const SzRoleFact *roles;
  gsize n_roles;
  const SzLeaveFact *leaves;
  gsize n_leaves;
  const SzDisciplineFact *discipline;
  gsize n_discipline;
  const SzPostFact *duals;
  gsize n_duals;
  const SzPostFact *specials;
  gsize n_specials;
  const SzSpan *student_affairs;
  gsize n_student_affairs;
  const SzGradeFact *grades;
  gsize n_grades;
  const SzFactorFact *factors;
  gsize n_factors;
  const SzPaperFact *papers;
  gsize n_papers;
} SzCareer;

/** SzCovered: what the college as a whole has told; without a row everything of a kind is unknown
 *  (RULE ttl-9). Years of hours and further education as bits from SZ_COVERED_FIRST_YEAR on. */
#define SZ_COVERED_FIRST_YEAR 1990
typedef struct
{
  gboolean skill; /* a skill certificate, or a 技能等级 of anybody */
  gboolean certificate[SZ_N_CERTIFICATES];
  gboolean practice;
  gboolean achievements;
  gboolean honours; /* a row of class 荣誉称号 */
  gboolean education;
  guint64 hours_years;
  guint64 further_years;
  const char *const *roles; /* every word of 角色 that occurs, ended by NULL */
} SzCovered;

void sz_covered_add_year (guint64 *years, int year);
gboolean sz_covered_has_year (guint64 years, int year);

/** sz_span_covers: 起 ≤ day ≤ 止, an empty 止 never ends. */
gboolean sz_span_covers (SzDate from, SzDate to, SzDate day);
/** sz_whole_months: the largest m with from + m months ≤ to; 0 when to < from. */
int sz_whole_months (SzDate from, SzDate to);

/** SzTitleLevel: the levels of titles, from low to high. */
typedef enum
{
  SZ_TITLE_LEVEL_NONE,
  SZ_TITLE_LEVEL_CLERK,            /* 员级 */
  SZ_TITLE_LEVEL_ASSISTANT,        /* 助理级 */
  SZ_TITLE_LEVEL_INTERMEDIATE,     /* 中级 */
  SZ_TITLE_LEVEL_ASSOCIATE_SENIOR, /* 副高级 */
  SZ_TITLE_LEVEL_FULL_SENIOR,      /* 正高级 */
} SzTitleLevel;

/** sz_title_level: of a title's code by its last digit: 5 正高级 … 1 员级; 0 of none (NULL, 无). */
int sz_title_level (const char *code);
/** sz_title_level_name: 员级 … 正高级, 无; sz_title_level_parse: 0 for any other word. */
const char *sz_title_level_name (int level);
int sz_title_level_parse (const char *name);

gboolean sz_career_in_service (const SzCareer *career, SzDate day);
/** sz_career_at: the record in force, or NULL. */
const SzRecord *sz_career_at (const SzCareer *career, SzRecordField field, SzDate day);
/** sz_career_employment: SzEmployment or SZ_EMPLOYMENT_UNSET. */
int sz_career_employment (const SzCareer *career, SzDate day);
SzPost sz_career_post (const SzCareer *career, SzDate day);
/** sz_career_title: its code, NULL without one or for 无. */
const char *sz_career_title (const SzCareer *career, SzDate day);
gboolean sz_career_is_full_time (const SzCareer *career, SzDate day);
gboolean sz_career_in_student_affairs (const SzCareer *career, SzDate day);
/** sz_career_grade: (nullable): the grade of a year. */
const SzGradeFact *sz_career_grade (const SzCareer *career, int year);
/** sz_career_paper: (nullable): what the record of @field from exactly @from lies on. */
const SzPaperFact *sz_career_paper (const SzCareer *career, SzRecordField field, SzDate from);
/** sz_career_leave_days: days of @from … @to covered by leaves of @kinds (NULL-ended), together. */
int sz_career_leave_days (const SzCareer *career, const char *const *kinds, SzDate from, SzDate to);
/** sz_word_in: whether @word is one of @words, ended by NULL. */
gboolean sz_word_in (const char *const *words, const char *word);

G_END_DECLS
