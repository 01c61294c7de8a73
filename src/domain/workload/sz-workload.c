/* sz-workload.c — teaching and training workload 工作量 (RULE wrk-1 … wrk-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload.h"

#include "sz-error.h"

#define MONTHS_OF_YEAR 12

SzLoadRules *
sz_load_rules_new (void)
{
  SzLoadRules *rules = g_new0 (SzLoadRules, 1);

  rules->category_x1e4 = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return rules;
}

void
sz_load_rules_free (SzLoadRules *rules)
{
  if (rules == NULL)
    return;
  g_hash_table_unref (rules->category_x1e4);
  g_free (rules);
}

gint64
sz_load_size (const SzLoadRules *rules, int students)
{
  g_return_val_if_fail (rules != NULL, 0);
  g_return_val_if_fail (rules->n_size > 0 && rules->n_size <= SZ_SIZE_STEPS_MAX, 0);

  for (guint i = 0; i + 1 < rules->n_size; i++)
    if (students <= rules->size[i].up_to)
      return rules->size[i].coefficient_x1e4;
  return rules->size[rules->n_size - 1].coefficient_x1e4;
}

/* hours × coefficients, rounded once to two decimals from the exact product (RULE num-3). */
static gboolean
multiply_hours (gint64 hours_x100,
                const gint64 *coefficients_x1e4,
                guint n,
                gint64 *result_x100,
                GError **error)
{
  SzWide product = hours_x100;
  SzWide divisor = 1;

  for (guint i = 0; i < n; i++)
    {
      /* 1.0000 changes nothing and would cost room. */
      if (coefficients_x1e4[i] == SZ_RATIO_ONE)
        continue;
      if (!sz_decimal_mul (product, coefficients_x1e4[i], &product, error))
        return FALSE;
      divisor *= SZ_RATIO_ONE;
    }
  return sz_decimal_div_round (product, divisor, result_x100, error);
}

static gboolean
multiply_terms (gint64 hours_x100, const SzLoadTerms *t, gint64 *result_x100, GError **error)
{
  const gint64 coefficients_x1e4[] = { t->size_x1e4,     t->repeat_x1e4, t->type_x1e4, t->new_x1e4,
                                       t->category_x1e4, t->time_x1e4,   t->role_x1e4 };

  return multiply_hours (hours_x100, coefficients_x1e4, G_N_ELEMENTS (coefficients_x1e4),
                         result_x100, error);
}

/* RULE wrk-1 */
gboolean
sz_load_teaching (const SzLoadRules *rules,
                  const SzTeaching *record,
                  gint64 *hours_x100,
                  SzLoadTerms *terms,
                  GError **error)
{
  SzLoadTerms t = { 0 };

  g_return_val_if_fail (rules != NULL && record != NULL && hours_x100 != NULL, FALSE);
  g_return_val_if_fail ((guint)record->type < SZ_N_COURSE_TYPES, FALSE);

  t.size_x1e4 = sz_load_size (rules, record->students);
  t.repeat_x1e4 = record->repeat ? rules->repeat_x1e4 : SZ_RATIO_ONE;
  t.type_x1e4 = rules->type_x1e4[record->type];
  t.new_x1e4 = record->is_new ? rules->new_course_x1e4 : SZ_RATIO_ONE;
  t.category_x1e4 = t.time_x1e4 = t.role_x1e4 = SZ_RATIO_ONE;
  if (terms != NULL)
    *terms = t;
  return multiply_terms (record->hours_x100, &t, hours_x100, error);
}

static gint64
find_category (const SzLoadRules *rules, const char *category)
{
  const gint64 *found
      = category != NULL ? g_hash_table_lookup (rules->category_x1e4, category) : NULL;

  return found != NULL ? *found : SZ_RATIO_ONE;
}

/* RULE wrk-2 */
gboolean
sz_load_training (const SzLoadRules *rules,
                  const SzTraining *record,
                  gint64 *hours_x100,
                  SzLoadTerms *terms,
                  GError **error)
{
  SzLoadTerms t = { 0 };

  g_return_val_if_fail (rules != NULL && record != NULL && hours_x100 != NULL, FALSE);
  g_return_val_if_fail ((guint)record->type < SZ_N_COURSE_TYPES, FALSE);
  g_return_val_if_fail ((guint)record->time < SZ_N_TIME_SLOTS, FALSE);
  g_return_val_if_fail ((guint)record->role < SZ_N_TRAINING_ROLES, FALSE);

  t.size_x1e4 = sz_load_size (rules, record->students);
  t.type_x1e4 = rules->type_x1e4[record->type];
  t.category_x1e4 = find_category (rules, record->category);
  t.time_x1e4 = rules->time_x1e4[record->time];
  t.role_x1e4 = rules->role_x1e4[record->role];
  t.repeat_x1e4 = t.new_x1e4 = SZ_RATIO_ONE;
  if (terms != NULL)
    *terms = t;
  return multiply_terms (record->hours_x100, &t, hours_x100, error);
}

/* At least one day of the month lies in a service. */
static gboolean
covers_month (const SzService *services, gsize n, SzMonth month)
{
  SzDate first = sz_month_first_day (month);
  SzDate last = sz_month_last_day (month);

  for (gsize i = 0; i < n; i++)
    if (sz_date_first_day (services[i].from) <= last
        && (services[i].to == SZ_DATE_NONE || sz_date_first_day (services[i].to) >= first))
      return TRUE;
  return FALSE;
}

typedef struct
{
  int in_service; /* months of the year with a day in service */
  int served;     /* teaching months among them */
  int teaching;   /* teaching months of the whole year */
} TeachingMonths;

static TeachingMonths
count_teaching_months (const SzLoadRules *rules, int year, const SzService *services, gsize n)
{
  SzMonth january = sz_date_month (sz_date_make (year, 1, 1));
  TeachingMonths count = { 0 };

  for (int i = 0; i < MONTHS_OF_YEAR; i++)
    {
      gboolean covered = covers_month (services, n, january + i);
      gboolean teaching = rules->teaching_month[i];

      count.in_service += covered ? 1 : 0;
      count.teaching += teaching ? 1 : 0;
      count.served += covered && teaching ? 1 : 0;
    }
  return count;
}

static gboolean
refuse_parameter (GError **error, const char *key)
{
  return sz_error_set (error, SZ_ERROR_FORMAT, "load.parameter_missing", "key", key, NULL);
}

/* RULE wrk-4 */
gboolean
sz_load_quota (const SzLoadRules *rules,
               int year,
               gboolean full_time,
               gboolean has_record,
               const SzService *services,
               gsize n_services,
               gint64 *quota_x100,
               GError **error)
{
  TeachingMonths months;
  SzWide numerator;
  SzWide denominator;

  g_return_val_if_fail (rules != NULL && quota_x100 != NULL, FALSE);
  *quota_x100 = -1;
  if (!full_time && !has_record)
    return TRUE;
  months = count_teaching_months (rules, year, services, n_services);
  /* Who was gone before the year keeps the last 专任教师 record, but owes no hours. */
  if (months.in_service == 0 && !has_record)
    return TRUE;
  if (months.teaching == 0)
    return refuse_parameter (error, "load.teaching_months");
  if (rules->dual_share_denominator <= 0)
    return refuse_parameter (error, "load.dual_share");

  denominator = (SzWide)months.teaching * (full_time ? 1 : rules->dual_share_denominator);
  if (!sz_decimal_mul (rules->quota_hours_x100,
                       (SzWide)months.served * (full_time ? 1 : rules->dual_share_numerator),
                       &numerator, error))
    return FALSE;
  return sz_decimal_div_round (numerator, denominator, quota_x100, error);
}

static gboolean
sum_teaching (const SzLoadRules *rules,
              const SzTeaching *records,
              gsize n,
              SzLoadYear *result,
              GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      gint64 hours_x100;

      if (!sz_load_teaching (rules, &records[i], &hours_x100, NULL, error)
          || !sz_money_add (result->teaching_x100, hours_x100, &result->teaching_x100, error))
        return FALSE;
    }
  return TRUE;
}

/* RULE wrk-2: count_only and split enter Σt; what is paid by fee only is kept apart. */
static gboolean
sum_training (const SzLoadRules *rules,
              const SzTraining *records,
              gsize n,
              SzLoadYear *result,
              GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      gint64 *sum = records[i].pay_mode == SZ_PAY_MODE_FEE ? &result->training_fee_x100
                                                           : &result->training_raw_x100;
      gint64 hours_x100;

      if (!sz_load_training (rules, &records[i], &hours_x100, NULL, error)
          || !sz_money_add (*sum, hours_x100, sum, error))
        return FALSE;
    }
  return TRUE;
}

/* RULE wrk-3: the credit stops at the cap; what is over is paid by fee, never lost. */
static gboolean
credit_training (const SzLoadRules *rules, SzLoadYear *result, GError **error)
{
  gint64 cap_x100 = 0;

  if (!multiply_hours (result->training_raw_x100, &rules->train_ratio_x1e4, 1,
                       &result->training_x100, error))
    return FALSE;
  if (result->quota_x100 > 0
      && !multiply_hours (result->quota_x100, &rules->train_cap_x1e4, 1, &cap_x100, error))
    return FALSE;
  result->training_credit_x100 = MIN (result->training_x100, cap_x100);
  result->training_over_x100 = result->training_x100 - result->training_credit_x100;
  return TRUE;
}

static SzMoney
find_over_rate (const SzLoadRules *rules, SzPost post)
{
  SzMoney rate_fen = rules->over_rate_fen[sz_post_band (post)];

  return rate_fen > 0 ? rate_fen : rules->over_rate_lowest_fen;
}

/* RULE wrk-5 */
static gboolean
pay_over_hours (const SzLoadRules *rules, SzPost post, SzLoadYear *result, GError **error)
{
  gint64 done_x100;

  result->over_rate_fen = find_over_rate (rules, post);
  if (result->quota_x100 < 0)
    return TRUE;
  if (!sz_money_add (result->teaching_x100, result->training_credit_x100, &done_x100, error))
    return FALSE;
  result->over_x100 = MAX (done_x100 - result->quota_x100, 0);
  return sz_decimal_div_round ((SzWide)result->over_x100 * result->over_rate_fen, 100,
                               &result->over_pay_fen, error);
}

gboolean
sz_load_year (const SzLoadRules *rules,
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
              GError **error)
{
  g_return_val_if_fail (rules != NULL && result != NULL, FALSE);

  *result = (SzLoadYear){ .quota_x100 = quota_override_x100 };
  if (!sum_teaching (rules, teaching, n_teaching, result, error)
      || !sum_training (rules, training, n_training, result, error))
    return FALSE;
  if (quota_override_x100 < 0
      && !sz_load_quota (rules, year, full_time, n_teaching + n_training > 0, services, n_services,
                         &result->quota_x100, error))
    return FALSE;
  return credit_training (rules, result, error) && pay_over_hours (rules, post, result, error);
}

/* RULE wrk-7 */
gboolean
sz_load_equivalent_students (const SzLoadRules *rules,
                             gint64 person_hours_x100,
                             gint64 *students_x100,
                             GError **error)
{
  SzWide numerator;

  g_return_val_if_fail (rules != NULL && students_x100 != NULL, FALSE);
  if (rules->student_hours_x100 <= 0)
    return refuse_parameter (error, "load.student_hours");
  if (!sz_decimal_mul ((SzWide)person_hours_x100 * rules->student_ratio_x1e4, 100, &numerator,
                       error))
    return FALSE;
  return sz_decimal_div_round (numerator, (SzWide)rules->student_hours_x100 * SZ_RATIO_ONE,
                               students_x100, error);
}
