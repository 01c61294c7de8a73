/* sz-assess.c — the annual assessment 年度考核 (RULE asm-1 … asm-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-assess.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-money.h"
#include "sz-title-years.h"

#define LAST_MONTH 12
#define LAST_DAY 31
#define JULY 7

const char *
sz_undetermined_word (SzUndetermined reason)
{
  static const char *const words[]
      = { "", "new_half_year", "leave_half_year", "discipline", "under_investigation" };

  g_return_val_if_fail ((guint)reason < G_N_ELEMENTS (words), "");
  return words[reason];
}

const char *
sz_assess_flag_code (int index)
{
  static const char *const codes[SZ_N_ASSESS_FLAGS]
      = { "assess.excellent_barred", "assess.missing", "assess.should_be_undetermined",
          "assess.two_basic", "assess.two_unqualified" };

  g_return_val_if_fail (index >= 0 && index < SZ_N_ASSESS_FLAGS, "");
  return codes[index];
}

static gboolean
is_obliged (const SzCareer *career, SzDate day)
{
  const int employment = sz_career_employment (career, day);

  return sz_career_in_service (career, day)
         && (employment == SZ_EMPLOYMENT_ESTABLISHED || employment == SZ_EMPLOYMENT_AGENCY);
}

/* Of 31 December; the first one for who came later. */
static const char *
find_department (const SzCareer *career, SzDate day)
{
  const SzRecord *record = sz_career_at (career, SZ_RECORD_DEPARTMENT, day);

  for (gsize i = 0; record == NULL && i < career->n_records; i++)
    if (career->records[i].field == SZ_RECORD_DEPARTMENT)
      record = &career->records[i];
  return record != NULL ? record->value : "";
}

static gboolean
is_new (const SzCareer *career, int year)
{
  const SzDate work_start = sz_date_first_day (career->person->work_start);
  SzDate entry = SZ_DATE_NONE;

  for (gsize i = 0; i < career->n_services; i++)
    {
      const SzDate from = sz_date_first_day (career->services[i].from);

      if (sz_date_year (from) <= year)
        entry = MAX (entry, from);
    }
  return entry > sz_date_make (year, JULY, 1)
         && (work_start == SZ_DATE_NONE || work_start >= entry);
}

static int
count_leave_days (const SzCareer *career, int year)
{
  static const char *const kinds[] = { "病假", "事假", NULL };

  return sz_career_leave_days (career, kinds, sz_date_make (year, 1, 1),
                               sz_date_make (year, LAST_MONTH, LAST_DAY));
}

static gboolean
is_on_leave (const SzCareer *career, int year)
{
  const SzDate first = sz_date_make (year, 1, 1);
  const SzDate last = sz_date_make (year, LAST_MONTH, LAST_DAY);
  const int days = sz_date_days (last) - sz_date_days (first) + 1;

  return career->n_leaves > 0 && count_leave_days (career, year) > days / 2;
}

static gboolean
is_disciplined (const SzCareer *career, int year)
{
  for (gsize i = 0; i < career->n_discipline; i++)
    {
      const SzDisciplineFact *fact = &career->discipline[i];
      const int decided = sz_date_year (fact->from);

      if ((fact->kind == SZ_DISCIPLINE_DEMERIT && decided == year)
          || (fact->kind == SZ_DISCIPLINE_DEMOTION && (decided == year || decided == year - 1)))
        return TRUE;
    }
  return FALSE;
}

/* RULE asm-3: the first reason that applies. */
static SzUndetermined
find_reason (const SzCareer *career, int year)
{
  const SzDate last = sz_date_make (year, LAST_MONTH, LAST_DAY);

  if (is_new (career, year))
    return SZ_UNDETERMINED_NEW;
  if (is_on_leave (career, year))
    return SZ_UNDETERMINED_LEAVE;
  if (is_disciplined (career, year))
    return SZ_UNDETERMINED_DISCIPLINE;
  if (sz_discipline_bars (career, 1u << SZ_DISCIPLINE_INVESTIGATION, 0, last))
    return SZ_UNDETERMINED_INVESTIGATION;
  return SZ_UNDETERMINED_NOT;
}

/* RULE asm-4: a 处分 decided in the year or in force at its end. */
static gboolean
bars_excellence (const SzCareer *career, int year)
{
  const guint kinds
      = 1u << SZ_DISCIPLINE_WARNING | 1u << SZ_DISCIPLINE_DEMERIT | 1u << SZ_DISCIPLINE_DEMOTION;

  for (gsize i = 0; i < career->n_discipline; i++)
    if ((kinds & 1u << career->discipline[i].kind) != 0
        && sz_date_year (career->discipline[i].from) == year)
      return TRUE;
  return sz_discipline_bars (career, kinds, 0, sz_date_make (year, LAST_MONTH, LAST_DAY));
}

/* RULE asm-1, asm-3, asm-4 */
void
sz_assess_person (const SzCareer *career, int year, SzAssessed *assessed)
{
  const SzGradeFact *fact, *before;
  SzDate last;

  g_return_if_fail (career != NULL && assessed != NULL);

  memset (assessed, 0, sizeof *assessed);
  last = sz_date_make (year, LAST_MONTH, LAST_DAY);
  fact = sz_career_grade (career, year);
  before = sz_career_grade (career, year - 1);
  assessed->grade = fact != NULL ? fact->grade : SZ_GRADE_NONE;
  assessed->due = fact != NULL || is_obliged (career, last);
  assessed->department = find_department (career, last);
  if (!assessed->due)
    return;
  assessed->reason = find_reason (career, year);
  if (assessed->reason == SZ_UNDETERMINED_LEAVE)
    assessed->leave_days = count_leave_days (career, year);
  if (fact == NULL)
    assessed->flags |= SZ_ASSESS_MISSING;
  else if (assessed->reason != SZ_UNDETERMINED_NOT && fact->grade != SZ_GRADE_UNDETERMINED)
    assessed->flags |= SZ_ASSESS_SHOULD_BE_UNDETERMINED;
  if (assessed->grade == SZ_GRADE_EXCELLENT && bars_excellence (career, year))
    assessed->flags |= SZ_ASSESS_EXCELLENT_BARRED;
  if (before != NULL && before->grade == assessed->grade)
    {
      if (assessed->grade == SZ_GRADE_BASIC)
        assessed->flags |= SZ_ASSESS_TWO_BASIC;
      else if (assessed->grade == SZ_GRADE_UNQUALIFIED)
        assessed->flags |= SZ_ASSESS_TWO_UNQUALIFIED;
    }
}

/* RULE asm-2, num-4 */
gint64
sz_assess_cap (gint64 ratio_x1e4, gint64 due)
{
  gint64 cap = 0;

  return sz_decimal_div_floor ((SzWide)ratio_x1e4 * due, SZ_RATIO_ONE, &cap, NULL) ? cap : 0;
}

static int
compare_shares_cb (gconstpointer a, gconstpointer b)
{
  const SzAssessShare *left = a;
  const SzAssessShare *right = b;

  if (left->position != right->position)
    return left->position < right->position ? -1 : 1;
  return strcmp (left->department, right->department);
}

/* RULE asm-2, num-6 */
gboolean
sz_assess_share_out (GArray *shares, gint64 cap, GError **error)
{
  g_autofree gint64 *weights = NULL;
  g_autofree SzMoney *parts = NULL;

  g_return_val_if_fail (shares != NULL, FALSE);

  if (shares->len == 0)
    return TRUE;
  g_array_sort (shares, compare_shares_cb);
  weights = g_new (gint64, shares->len);
  parts = g_new (SzMoney, shares->len);
  for (guint i = 0; i < shares->len; i++)
    weights[i] = g_array_index (shares, SzAssessShare, i).due;
  if (!sz_money_apportion (cap, "assess.cap", weights, NULL, shares->len, parts, NULL, error))
    return FALSE;
  for (guint i = 0; i < shares->len; i++)
    g_array_index (shares, SzAssessShare, i).cap = parts[i];
  return TRUE;
}
