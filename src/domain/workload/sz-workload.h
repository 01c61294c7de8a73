/* sz-workload.h — teaching and training workload 工作量 (RULE wrk-1 … wrk-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-decimal.h"
#include "sz-money.h"
#include "sz-person.h"

G_BEGIN_DECLS

#define SZ_SIZE_STEPS_MAX 32

/** SzSizeStep: classes of up to @up_to people have @coefficient_x1e4; the last step has up_to 0. */
typedef struct
{
  int up_to;
  gint64 coefficient_x1e4;
} SzSizeStep;

/**
 * SzLoadRules: the parameters of workload as they stand on one day (RULE num-7); nothing of it is
 * constant in code. Keys in data/parameters.json: load.size, load.repeat, load.new, load.type,
 * load.category, load.time, load.role, load.train_ratio, load.train_cap, load.quota_year,
 * load.dual_share, load.teaching_months, load.over_rate, load.student_hours, load.student_ratio.
 */
typedef struct
{
  SzSizeStep size[SZ_SIZE_STEPS_MAX];
  guint n_size;
  gint64 repeat_x1e4;                  /* K2, 0.9 */
  gint64 new_course_x1e4;              /* K4, 1.2 */
  gint64 type_x1e4[SZ_N_COURSE_TYPES]; /* K3 */
  GHashTable *category_x1e4;           /* project category → gint64* ; others 1.0 */
  gint64 time_x1e4[SZ_N_TIME_SLOTS];
  gint64 role_x1e4[SZ_N_TRAINING_ROLES];
  gint64 train_ratio_x1e4;  /* r, 0.8 */
  gint64 train_cap_x1e4;    /* c, 0.5 */
  gint64 quota_hours_x100;  /* 400.00 */
  int dual_share_numerator; /* 1 of 3 */
  int dual_share_denominator;
  gboolean teaching_month[12];       /* all but February and August */
  SzMoney over_rate_fen[SZ_N_BANDS]; /* a rate per hour by band */
  SzMoney over_rate_lowest_fen;      /* posts whose band has no rate */
  gint64 student_hours_x100;         /* H, 1200 */
  gint64 student_ratio_x1e4;         /* r2, 1.0 */
} SzLoadRules;

SzLoadRules *sz_load_rules_new (void); /* all zero, empty category table */
void sz_load_rules_free (SzLoadRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzLoadRules, sz_load_rules_free)

typedef struct
{
  gint64 hours_x100; /* 计划课时 */
  int students;      /* 人数 */
  SzCourseType type;
  gboolean repeat; /* 重复班 */
  gboolean is_new; /* 新课 */
} SzTeaching;

typedef struct
{
  gint64 hours_x100; /* 课时 */
  int students;      /* 人数 */
  SzCourseType type;
  SzTimeSlot time;
  SzTrainingRole role;
  SzPayMode pay_mode;
  const char *category; /* 项目类别, borrowed */
} SzTraining;

/** SzLoadTerms: the coefficients that made one record's standard hours, for printed forms and why.
 */
typedef struct
{
  gint64 size_x1e4;
  gint64 repeat_x1e4;
  gint64 type_x1e4;
  gint64 new_x1e4;
  gint64 category_x1e4;
  gint64 time_x1e4;
  gint64 role_x1e4;
} SzLoadTerms;

/** sz_load_size: K1 of a class of @students. */
gint64 sz_load_size (const SzLoadRules *rules, int students);

/** sz_load_teaching: RULE wrk-1, standard hours of one record; @terms optional. */
gboolean sz_load_teaching (const SzLoadRules *rules,
                           const SzTeaching *record,
                           gint64 *hours_x100,
                           SzLoadTerms *terms,
                           GError **error);

/** sz_load_training: RULE wrk-2, t of one record, before the ratio r; whatever its pay mode. */
gboolean sz_load_training (const SzLoadRules *rules,
                           const SzTraining *record,
                           gint64 *hours_x100,
                           SzLoadTerms *terms,
                           GError **error);

/**
 * sz_load_quota: RULE wrk-4
 * @full_time: 专任教师
 * @has_record: any teaching or training record in the year, those paid by fee too
 * @quota_x100: (out): −1 when the person has no quota
 *
 * @services clipped to @year decide the teaching months.
 */
gboolean sz_load_quota (const SzLoadRules *rules,
                        int year,
                        gboolean full_time,
                        gboolean has_record,
                        const SzService *services,
                        gsize n_services,
                        gint64 *quota_x100,
                        GError **error);

/** SzLoadYear: one person's year (RULE wrk-1 … wrk-5). All hours ×100. */
typedef struct
{
  gint64 teaching_x100;        /* Σ of wrk-1 */
  gint64 training_raw_x100;    /* Σt of records that count */
  gint64 training_fee_x100;    /* Σt of records paid by fee only */
  gint64 training_x100;        /* T = round2(Σt × r) */
  gint64 training_credit_x100; /* min(T, cap) */
  gint64 training_over_x100;   /* paid by fee, never lost */
  gint64 quota_x100;           /* −1: none */
  gint64 over_x100;            /* over-hours, ≥ 0 */
  SzMoney over_rate_fen;
  SzMoney over_pay_fen;
} SzLoadYear;

/**
 * sz_load_year:
 * @quota_override_x100: −1 when there is no `quotas` row
 * @post: in force at the end of the year, for the rate of over-hours (RULE wrk-5)
 */
gboolean sz_load_year (const SzLoadRules *rules,
                       int year,
                       const SzTeaching *teaching,
                       gsize n_teaching,
                       const SzTraining *training,
                       gsize n_training,
                       gboolean full_time,
                       SzPost post,
                       const SzService *services,
                       gsize n_services,
                       gint64 quota_override_x100,
                       SzLoadYear *result,
                       GError **error);

/** sz_load_equivalent_students: RULE wrk-7; @person_hours_x100 is Σ people × hours. */
gboolean sz_load_equivalent_students (const SzLoadRules *rules,
                                      gint64 person_hours_x100,
                                      gint64 *students_x100,
                                      GError **error);

G_END_DECLS
