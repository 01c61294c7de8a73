/* sz-screen.c — whether an applicant meets what a post asks for 资格审查 (RULE rec-16, rec-17,
 * rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-screen.h"

#include <string.h>

#include "sz-codes.h"
#include "sz-decimal.h"
#include "sz-requirement-private.h"
#include "sz-text.h"

const char *
sz_condition_name (SzScreenCondition condition)
{
  static const char *const names[SZ_N_CONDITIONS] = {
    "education", "degree",    "major",       "age",   "skill",     "title",
    "years",     "political", "certificate", "other", "integrity", "honour",
  };

  g_return_val_if_fail ((guint)condition < SZ_N_CONDITIONS, NULL);
  return names[condition];
}

const char *
sz_condition_result_name (SzConditionResult result)
{
  static const char *const names[SZ_N_RESULTS]
      = { "met", "not_met", "review", "waived", "relaxed" };

  g_return_val_if_fail ((guint)result < SZ_N_RESULTS, NULL);
  return names[result];
}

const char *
sz_screen_state_name (SzScreenState state)
{
  static const char *const names[] = { "qualified", "refused", "review" };

  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (names), NULL);
  return names[state];
}

void
sz_screening_clear (SzScreening *screening)
{
  g_return_if_fail (screening != NULL);
  for (guint i = 0; i < screening->n_lines; i++)
    {
      g_free (screening->lines[i].required);
      g_free (screening->lines[i].actual);
      g_free (screening->lines[i].basis);
    }
  *screening = (SzScreening){ 0 };
}

/* NULL instead of empty text. */
static char *
fold_or_null (const char *text)
{
  char *folded = sz_text_fold (text);

  if (*folded == '\0')
    g_clear_pointer (&folded, g_free);
  return folded;
}

static char *
dup_code_name (SzCodeTable table, const char *code)
{
  return code != NULL && *code != '\0' ? fold_or_null (sz_codes_name (table, code)) : NULL;
}

static char *
dup_years (const SzQualities *qualities)
{
  if (qualities->trade_from != SZ_DATE_NONE)
    return sz_date_format (qualities->trade_from);
  return qualities->has_years ? sz_decimal_format (qualities->years_x100, SZ_HOURS_DECIMALS) : NULL;
}

/* What the applicant has, in the official word. */
static char *
dup_actual (SzScreenCondition condition, const SzQualities *qualities, SzDate cutoff)
{
  switch (condition)
    {
    case SZ_CONDITION_EDUCATION:
      return dup_code_name (SZ_TABLE_EDUCATION, qualities->education);
    case SZ_CONDITION_DEGREE:
      return dup_code_name (SZ_TABLE_DEGREE, qualities->degree);
    case SZ_CONDITION_MAJOR:
      return fold_or_null (qualities->major);
    case SZ_CONDITION_AGE:
      return qualities->birth != SZ_DATE_NONE
                 ? g_strdup_printf ("%d", sz_age_on (qualities->birth, cutoff))
                 : NULL;
    case SZ_CONDITION_SKILL:
      return dup_code_name (SZ_TABLE_SKILL, qualities->skill);
    case SZ_CONDITION_TITLE:
      return dup_code_name (SZ_TABLE_TITLE, qualities->title);
    case SZ_CONDITION_YEARS:
      return dup_years (qualities);
    case SZ_CONDITION_POLITICAL:
      return dup_code_name (SZ_TABLE_POLITICAL, qualities->political);
    case SZ_CONDITION_CERTIFICATE:
      return fold_or_null (qualities->certificates);
    case SZ_CONDITION_OTHER:
    case SZ_CONDITION_INTEGRITY:
    case SZ_CONDITION_HONOUR:
    case SZ_N_CONDITIONS:
    default:
      return NULL;
    }
}

/* RULE rec-8: the first valid honour, as the applicant wrote it. */
static const char *
find_honour (const SzRequirements *requirements, const SzQualities *qualities)
{
  for (gsize i = 0; requirements->wants_honour && i < qualities->n_claims; i++)
    if (sz_honour_check (requirements->honours, requirements->n_honours, &qualities->claims[i],
                         NULL)
        == NULL)
      return qualities->claims[i].honour;
  return NULL;
}

static gboolean
is_waivable (SzScreenCondition condition)
{
  return condition == SZ_CONDITION_EDUCATION || condition == SZ_CONDITION_DEGREE
         || condition == SZ_CONDITION_AGE || condition == SZ_CONDITION_YEARS;
}

/* RULE rec-17: the first row in order of entry that lets the applicant in. */
static void
relax (SzConditionLine *line, const SzRequirements *requirements, const SzQualities *qualities)
{
  for (gsize i = 0; i < requirements->n_relaxations; i++)
    {
      const SzRelaxation *row = &requirements->relaxations[i];
      g_autofree char *to = sz_text_fold (row->to);

      if (row->condition != line->condition
          || (row->audience != NULL && g_strcmp0 (row->audience, qualities->talent) != 0))
        continue;
      if (*to != '\0'
          && sz_requirement_test (line->condition, to, requirements, qualities) != SZ_RESULT_MET)
        continue;
      line->result = SZ_RESULT_RELAXED;
      line->basis = g_strdup (row->basis);
      return;
    }
}

static void
add_requirement (SzScreening *screening,
                 SzScreenCondition condition,
                 const SzRequirements *requirements,
                 const SzQualities *qualities,
                 const char *honour)
{
  SzConditionLine *line = &screening->lines[screening->n_lines];

  if (sz_requirement_is_none (requirements->cells[condition]))
    return;
  screening->n_lines++;
  line->condition = condition;
  line->required = sz_text_fold (requirements->cells[condition]);
  line->actual = dup_actual (condition, qualities, requirements->cutoff);
  line->result = sz_requirement_test (condition, line->required, requirements, qualities);
  if (line->result == SZ_RESULT_MET)
    return;
  if (honour != NULL && is_waivable (condition))
    {
      line->result = SZ_RESULT_WAIVED;
      line->basis = g_strdup (honour);
    }
  else
    relax (line, requirements, qualities);
}

/* RULE rec-16 */
void
sz_screen (const SzRequirements *requirements, const SzQualities *qualities, SzScreening *screening)
{
  const char *honour;
  gboolean refused = FALSE;
  gboolean review = FALSE;

  g_return_if_fail (requirements != NULL && qualities != NULL && screening != NULL);
  *screening = (SzScreening){ 0 };
  honour = find_honour (requirements, qualities);
  for (SzScreenCondition condition = 0; condition < SZ_N_REQUIREMENTS; condition++)
    add_requirement (screening, condition, requirements, qualities, honour);
  if (qualities->cheated_on != SZ_DATE_NONE)
    screening->lines[screening->n_lines++]
        = (SzConditionLine){ .condition = SZ_CONDITION_INTEGRITY,
                             .result = SZ_RESULT_NOT_MET,
                             .actual = sz_date_format (qualities->cheated_on) };
  if (requirements->wants_honour)
    screening->lines[screening->n_lines++]
        = (SzConditionLine){ .condition = SZ_CONDITION_HONOUR,
                             .result = honour != NULL ? SZ_RESULT_MET : SZ_RESULT_NOT_MET,
                             .actual = g_strdup (honour),
                             .basis = g_strdup (honour) };
  for (guint i = 0; i < screening->n_lines; i++)
    {
      refused |= screening->lines[i].result == SZ_RESULT_NOT_MET;
      review |= screening->lines[i].result == SZ_RESULT_REVIEW;
    }
  screening->automatic = refused ? SZ_REFUSED : review ? SZ_REVIEW : SZ_QUALIFIED;
}
