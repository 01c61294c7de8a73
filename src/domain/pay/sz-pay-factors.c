/* sz-pay-factors.c — the value of one factor and where it comes from (RULE pay-5, pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

/* Everything that the value of a factor may depend on. */
typedef struct
{
  SzPayRun *run;
  const SzPayMember *member;
  const SzPayFactor *factor;
  const SzPayStretch *stretch;
  guint64 *reported;
} Question;

static gboolean
answer (SzPayTerm *term, gint64 numerator, gint64 denominator, SzPaySource source)
{
  term->numerator = numerator;
  term->denominator = denominator;
  term->source = (guint8)source;
  return TRUE;
}

/* A finding for each person and input, whatever the number of components that want it. */
static gboolean
miss (const Question *q, const char *code, const char *value)
{
  guint64 bit = q->factor->id < 64 ? G_GUINT64_CONSTANT (1) << q->factor->id : 0;
  g_autofree char *word = NULL;

  if ((*q->reported & bit) != 0)
    return FALSE;
  *q->reported |= bit;
  word = sz_factor_word (q->factor->factor);
  sz_pay_add_missing (q->run, code, q->member->person, word, value);
  return FALSE;
}

static gboolean
find_post (const Question *q, SzPayTerm *term)
{
  SzPost post = q->stretch->post;
  SzBand band = sz_post_band (post);
  g_autofree char *name = NULL;

  g_assert (post > 0 && post < SZ_PAY_N_POSTS);
  if (q->run->post_x1e4[post] != SZ_PAY_UNSET)
    return answer (term, q->run->post_x1e4[post], SZ_RATIO_ONE, SZ_PAY_SOURCE_LEVEL);
  if (band != SZ_BAND_NONE && q->run->band_x1e4[band] != SZ_PAY_UNSET)
    return answer (term, q->run->band_x1e4[band], SZ_RATIO_ONE, SZ_PAY_SOURCE_BAND);
  name = sz_post_name (post);
  return miss (q, "pay.coefficient_missing", name);
}

static gboolean
find_assessment (const Question *q, SzPayTerm *term)
{
  SzGrade grade = q->member->person->grade;
  const SzCode *code;

  if ((guint)grade >= G_N_ELEMENTS (q->run->grade_x1e4))
    return miss (q, "pay.input_missing", NULL);
  if (q->run->grade_x1e4[grade] != SZ_PAY_UNSET)
    return answer (term, q->run->grade_x1e4[grade], SZ_RATIO_ONE, SZ_PAY_SOURCE_RECORD);
  code = sz_codes_by_value (SZ_TABLE_GRADE, (int)grade);
  return miss (q, "pay.coefficient_missing", code != NULL ? code->name : NULL);
}

static gboolean
has_quota (const Question *q)
{
  return q->member->person->load.quota_x100 > 0;
}

/* RULE pay-5: (teaching + training credit) / quota, 4 decimals. */
static gboolean
find_workload (const Question *q, SzPayTerm *term)
{
  const SzLoadYear *load = &q->member->person->load;
  SzWide done_x100 = (SzWide)load->teaching_x100 + load->training_credit_x100;
  gint64 ratio_x1e4;

  if (!has_quota (q))
    return miss (q, "pay.input_missing", NULL);
  if (!sz_decimal_div_round (done_x100 * SZ_RATIO_ONE, load->quota_x100, &ratio_x1e4, NULL))
    return miss (q, "pay.input_out_of_range", NULL);
  return answer (term, ratio_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_RECORD);
}

static gboolean
find_department (const Question *q, SzPayTerm *term)
{
  const SzPayDivision *division;

  if (q->member->department == G_MAXUINT)
    return FALSE; /* the missing department is a finding already */
  division = &g_array_index (q->run->divisions, SzPayDivision, q->member->department);
  if (division->coefficient_x1e4 == SZ_PAY_UNSET)
    return miss (q, "pay.coefficient_missing", division->name);
  return answer (term, division->coefficient_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_RECORD);
}

static gboolean
find_value (const Question *q, SzPayTerm *term)
{
  const SzPayPerson *person = q->member->person;

  for (guint i = 0; i < person->n_values; i++)
    if (strcmp (person->values[i].item, q->factor->factor->item) == 0)
      return answer (term, person->values[i].value_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_RECORD);
  return miss (q, "pay.input_missing", NULL);
}

/* No training or award record is 0, and is said to be so. */
static gboolean
find_hundredths (gint64 value_x100, SzPayTerm *term)
{
  return answer (term, value_x100, 100,
                 value_x100 != 0 ? SZ_PAY_SOURCE_RECORD : SZ_PAY_SOURCE_ABSENT);
}

static gboolean
find_own (const Question *q, SzPayTerm *term)
{
  switch (q->factor->factor->kind)
    {
    case SZ_FACTOR_POST:
      return find_post (q, term);
    case SZ_FACTOR_ASSESSMENT:
      return find_assessment (q, term);
    case SZ_FACTOR_WORKLOAD:
      return find_workload (q, term);
    case SZ_FACTOR_MONTHS:
      return answer (term, q->stretch->months, q->run->result->period_months, SZ_PAY_SOURCE_RECORD);
    case SZ_FACTOR_TRAINING:
      return find_hundredths (q->member->person->load.training_credit_x100, term);
    case SZ_FACTOR_AWARD:
      return find_hundredths (q->member->person->award_x100, term);
    case SZ_FACTOR_HEADCOUNT:
      return answer (term, 1, 1, SZ_PAY_SOURCE_RECORD);
    case SZ_FACTOR_DEPARTMENT:
      return find_department (q, term);
    case SZ_FACTOR_VALUE:
      return find_value (q, term);
    case SZ_N_FACTOR_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* RULE pay-5: whole bands first, even a manager with a quota; then people without a quota. */
static gboolean
find_substitute (const Question *q, SzPayTerm *term)
{
  const SzPayFactor *factor = q->factor;
  gint64 by_band_x1e4 = factor->substitute_x1e4[sz_post_band (q->stretch->post)];

  if (by_band_x1e4 != SZ_PAY_UNSET)
    return answer (term, by_band_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_SUBSTITUTE);
  if (factor->no_quota_x1e4 != SZ_PAY_UNSET && !has_quota (q))
    return answer (term, factor->no_quota_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_NO_QUOTA);
  return FALSE;
}

static void
bound (const SzFactor *factor, SzPayTerm *term)
{
  SzWide value_x1e4 = (SzWide)term->numerator * SZ_RATIO_ONE;

  if (!factor->bounded)
    return;
  if (value_x1e4 < (SzWide)factor->lower_x1e4 * term->denominator)
    answer (term, factor->lower_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_BOUND);
  else if (value_x1e4 > (SzWide)factor->upper_x1e4 * term->denominator)
    answer (term, factor->upper_x1e4, SZ_RATIO_ONE, SZ_PAY_SOURCE_BOUND);
}

gboolean
sz_pay_find_factor (SzPayRun *run,
                    const SzPayMember *member,
                    const SzPayFactor *factor,
                    const SzPayStretch *stretch,
                    guint64 *reported,
                    SzPayTerm *term)
{
  Question q = { run, member, factor, stretch, reported };

  if (factor->has_substitutes && find_substitute (&q, term))
    return TRUE;
  if (!find_own (&q, term))
    return FALSE;
  bound (factor->factor, term);
  return TRUE;
}
