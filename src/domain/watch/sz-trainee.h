/* sz-trainee.h — trainees of training classes and what a year of them amounts to 职业培训 (RULE
 * tgt-5, wrk-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_ANSWER_EMPTY = -1,
  SZ_ANSWER_NO = 0,
  SZ_ANSWER_YES = 1,
} SzAnswer;

#define SZ_HOURS_NONE (-1)

/** SzTrainee: one person in one class. A class is project + session. Strings are owned. */
typedef struct
{
  char *project;      /* 项目编号 */
  char *project_name; /* 项目名称 */
  char *category;     /* 项目类别 */
  char *session;      /* 班次 */
  SzDate from;        /* 开班日期 */
  SzDate to;          /* 结班日期: its year is the class's */
  char *name;
  char *id_number;
  char *employer;         /* 工作单位 */
  gint64 due_hours_x100;  /* 应完成学时, SZ_HOURS_NONE: empty */
  gint64 done_hours_x100; /* 完成学时, SZ_HOURS_NONE: empty */
  int finished;           /* 结业, SzAnswer */
  char *certificate;
  gboolean cancelled; /* 班次状态 取消 */
} SzTrainee;

/** sz_trainee_completed: by 结业, else by the share of the hours, compared exactly. */
gboolean sz_trainee_completed (const SzTrainee *trainee, gint64 complete_share_x1e4);
/** sz_trainee_is_unclear: neither 结业 nor both hours, in a class held that ended by @today:
 * "completion.missing". */
gboolean sz_trainee_is_unclear (const SzTrainee *trainee, SzDate today);
/** sz_trainee_is_short: 结业 是 with too few hours: "completion.short". */
gboolean sz_trainee_is_short (const SzTrainee *trainee, gint64 complete_share_x1e4);

/**
 * sz_trainee_differs: the first thing in which two rows of one class contradict each other, as its
 * heading: 项目类别, 开班日期, 结班日期, 应完成学时, 班次状态; NULL: none. "row.conflict".
 */
const char *sz_trainee_differs (const SzTrainee *a, const SzTrainee *b);

/** SzTrainingCategory: a part of the year, by 项目类别. */
typedef struct
{
  const char *category; /* borrowed from the trainees */
  guint classes;
  guint person_times;
  guint people;
} SzTrainingCategory;

/** SzTrainingYear: the classes of a year that ended by a day. */
typedef struct
{
  gboolean any;       /* whether the register has a row of the year, whatever its day */
  guint registered;   /* rows, those of cancelled classes too */
  guint classes;      /* held */
  guint cancelled;    /* classes */
  guint person_times; /* 人次 */
  guint people;       /* 人数 */
  guint not_completed;
  gint64 person_hours_x100; /* Σ due hours of completed rows, for the equivalent students */
  GArray *categories;       /* of SzTrainingCategory, bytewise */
} SzTrainingYear;

/**
 * sz_training_year_new: (transfer full)
 * @trainees: (array length=n) (element-type SzTrainee*): in any order; must outlive the result
 */
SzTrainingYear *sz_training_year_new (
    const SzTrainee *const *trainees, gsize n, gint64 complete_share_x1e4, int year, SzDate day);
void sz_training_year_free (SzTrainingYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTrainingYear, sz_training_year_free)

/** SzTrainingClass: one class with who completed it; strings borrowed from the trainees. */
typedef struct
{
  const char *project;
  const char *session;
  SzDate from;
  SzDate to;
  gboolean cancelled;
  guint completed;
} SzTrainingClass;

/** sz_training_classes: (transfer full) (element-type SzTrainingClass): by project and session. */
GArray *sz_training_classes (const SzTrainee *const *trainees, gsize n, gint64 complete_share_x1e4);

/** SzClassOverlap: two classes held at the same time that the same people completed. */
typedef struct
{
  const SzTrainingClass *one;
  const SzTrainingClass *other;
  guint people;
} SzClassOverlap;

/** sz_training_overlaps: (transfer full) (element-type SzClassOverlap): pairs of classes ended in
 * one year that share a day and a person who completed both. @classes must outlive it. */
GArray *sz_training_overlaps (const SzTrainee *const *trainees,
                              gsize n,
                              gint64 complete_share_x1e4,
                              const GArray *classes);

G_END_DECLS
