/* sz-tax-year.c — wages of one person and calendar year, month by month 累计预扣
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax-year.h"

#include <stdlib.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-error.h"

#define MONTHS 12

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const SzTaxEntry *left = a;
  const SzTaxEntry *right = b;

  if (left->month != right->month)
    return left->month - right->month;
  if (left->source != right->source)
    return (int)left->source - (int)right->source;
  if (left->source == SZ_TAX_TRANSFER)
    return g_strcmp0 (left->project, right->project);
  if (left->day != right->day)
    return left->day - right->day;
  return (left->run > right->run) - (left->run < right->run);
}

void
sz_tax_year_sort (SzTaxEntry *entries, guint n)
{
  g_return_if_fail (entries != NULL || n == 0);
  if (n > 1)
    qsort (entries, n, sizeof *entries, compare_entries_cb);
}

static gboolean
serves_in (const SzTaxPerson *person, int month)
{
  SzMonth running = sz_date_month (sz_date_make (person->year, month, 1));
  SzDate first = sz_month_first_day (running);
  SzDate last = sz_month_last_day (running);

  for (guint i = 0; i < person->n_services; i++)
    {
      const SzService *service = &person->services[i];

      if (sz_date_first_day (service->from) <= last
          && (service->to == SZ_DATE_NONE || sz_date_first_day (service->to) >= first))
        return TRUE;
    }
  return FALSE;
}

static int
count_served (const SzTaxPerson *person, int from, int to)
{
  int n = 0;

  for (int month = from; month <= to; month++)
    n += serves_in (person, month) ? 1 : 0;
  return n;
}

/* RULE tax-1, `restart`: the month of this year in which the service present in @month began; 1
 * when it goes back further. Services that touch are one. */
static int
find_restart (const SzTaxPerson *person, int month)
{
  SzDate last = sz_month_last_day (sz_date_month (sz_date_make (person->year, month, 1)));
  SzDate began = SZ_DATE_NONE;

  for (guint i = 0; i < person->n_services; i++)
    {
      SzDate from = sz_date_first_day (person->services[i].from);

      if (from <= last && from > began)
        began = from;
    }
  for (guint i = 0; began != SZ_DATE_NONE && i < person->n_services;)
    {
      SzDate from = sz_date_first_day (person->services[i].from);
      SzDate to = sz_date_first_day (person->services[i].to);

      if (from < began && (to == SZ_DATE_NONE || sz_date_add_days (to, 1) >= began))
        {
          began = from;
          i = 0;
        }
      else
        i++;
    }
  return sz_date_year (began) == person->year ? sz_date_month_of_year (began) : 1;
}

static SzMoney
find_deduction (const SzTaxRules *rules, const SzTaxPerson *person, int first, int month)
{
  switch (person->deduction)
    {
    case SZ_TAX_FIRST_JOB:
      return rules->deduction_fen * month;
    case SZ_TAX_WHOLE_YEAR:
      return rules->deduction_fen * MONTHS;
    case SZ_TAX_BY_MONTH:
    default:
      return rules->deduction_fen * MAX (count_served (person, first, month), 1);
    }
}

/* Sums over the entries so far; wide, so that only the end has to fit. */
typedef struct
{
  SzWide income;
  SzWide exempt;
  SzWide special;
  SzWide additional;
  SzWide other;
  SzWide reduction;
  SzWide withheld;
} Sums;

static void
add_entry (Sums *sums, const SzTaxEntry *entry)
{
  sums->income += entry->income_fen;
  sums->exempt += entry->exempt_fen;
  sums->special += entry->special_fen;
  sums->other += entry->other_fen;
  sums->reduction += entry->reduction_fen;
  sums->additional = entry->has_cumulative ? entry->cumulative_additional_fen
                                           : sums->additional + entry->additional_fen;
}

static gboolean
fits (SzWide value)
{
  return value <= G_MAXINT64 && value >= -G_MAXINT64;
}

static gboolean
refuse_overflow (GError **error)
{
  return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", "tax", NULL);
}

static gboolean
make_step (const SzTaxRules *rules,
           const SzTaxEntry *entry,
           SzMoney deduction_fen,
           Sums *sums,
           SzTaxStep *step,
           GError **error)
{
  SzWide taxable = sums->income - sums->exempt - deduction_fen - sums->special - sums->additional
                   - sums->other;

  if (!fits (taxable) || !fits (sums->income) || !fits (sums->exempt) || !fits (sums->special)
      || !fits (sums->additional) || !fits (sums->other) || !fits (sums->withheld)
      || !fits (sums->reduction))
    return refuse_overflow (error);
  *step = (SzTaxStep){ .cumulative_income_fen = (SzMoney)sums->income,
                       .deduction_fen = deduction_fen,
                       .special_fen = (SzMoney)sums->special,
                       .additional_fen = (SzMoney)sums->additional,
                       .other_fen = (SzMoney)sums->other,
                       .exempt_fen = (SzMoney)sums->exempt,
                       .taxable_fen = (SzMoney)MAX (taxable, 0),
                       .withheld_before_fen = (SzMoney)sums->withheld };
  step->bracket = sz_tax_table_find (&rules->year_table, step->taxable_fen);
  step->cumulative_tax_fen
      = MAX (sz_tax_table_apply (&rules->year_table, step->taxable_fen) - (SzMoney)sums->reduction,
             0);
  step->due_fen = MAX (step->cumulative_tax_fen - step->withheld_before_fen, 0);
  /* RULE tax-4: what is taken back takes no tax; what is still missing comes with the next entry.
   */
  if (entry->income_fen < 0)
    step->due_fen = 0;
  step->withheld_fen = entry->has_withheld ? entry->withheld_fen : step->due_fen;
  sums->withheld += step->withheld_fen;
  return TRUE;
}

gboolean
sz_tax_year (const SzTaxRules *rules, const SzTaxPerson *person, SzTaxStep *steps, GError **error)
{
  Sums sums = { 0 };
  int first = 1;
  gboolean restarts;

  g_return_val_if_fail (rules != NULL && person != NULL, FALSE);
  g_return_val_if_fail (steps != NULL || person->n_entries == 0, FALSE);

  restarts = rules->rejoin_restart && person->deduction == SZ_TAX_BY_MONTH;
  for (guint i = 0; i < person->n_entries; i++)
    {
      const SzTaxEntry *entry = &person->entries[i];

      g_return_val_if_fail (entry->month >= 1 && entry->month <= MONTHS, FALSE);
      if (restarts && (i == 0 || entry->month != entry[-1].month))
        {
          int begun = find_restart (person, entry->month);

          /* Nothing before the month of coming back counts any longer. */
          if (begun != first)
            {
              memset (&sums, 0, sizeof sums);
              first = begun;
            }
        }
      add_entry (&sums, entry);
      if (!make_step (rules, entry, find_deduction (rules, person, first, entry->month), &sums,
                      &steps[i], error))
        return FALSE;
    }
  return TRUE;
}

int
sz_tax_year_missing (const SzTaxPerson *person, int after, int month)
{
  g_return_val_if_fail (person != NULL, 0);

  for (int wanted = after + 1; wanted <= month; wanted++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < person->n_entries && !known; i++)
        known = person->entries[i].source == SZ_TAX_SALARY && person->entries[i].month == wanted;
      if (!known && serves_in (person, wanted))
        return wanted;
    }
  return 0;
}

/* RULE tax-2: 专项附加 of a month to come. */
static SzMoney
find_month_additional (const SzTaxPerson *person, const SzTaxEntry *last)
{
  const SzTaxEntry *before = NULL;
  SzMoney additional_fen;

  if (!last->has_cumulative)
    return last->additional_fen;
  for (guint i = 0; i < person->n_entries; i++)
    {
      const SzTaxEntry *entry = &person->entries[i];

      if (entry->source == SZ_TAX_SALARY && entry->has_cumulative && entry->month < last->month)
        before = entry;
    }
  if (before != NULL)
    return last->cumulative_additional_fen - before->cumulative_additional_fen;
  if (!sz_decimal_div_round (last->cumulative_additional_fen,
                             MAX (count_served (person, 1, last->month), 1), &additional_fen, NULL))
    return 0;
  return additional_fen;
}

gboolean
sz_tax_year_choose (const SzTaxRules *rules,
                    const SzTaxPerson *person,
                    SzMoney amount_fen,
                    SzTaxChoice *choice,
                    GError **error)
{
  Sums sums = { 0 };
  const SzTaxEntry *last = NULL;
  SzWide rest;
  SzWide whole;

  g_return_val_if_fail (rules != NULL && person != NULL && choice != NULL, FALSE);
  g_return_val_if_fail (amount_fen >= 0, FALSE);

  *choice = (SzTaxChoice){ .separate_fen = sz_tax_bonus (rules, amount_fen).tax_fen };
  for (guint i = 0; i < person->n_entries; i++)
    {
      add_entry (&sums, &person->entries[i]);
      if (person->entries[i].source == SZ_TAX_SALARY)
        last = &person->entries[i];
    }
  rest = sums.income - sums.exempt - sums.special - sums.other - sums.additional
         - (SzWide)rules->deduction_fen * MONTHS;
  if (last != NULL)
    {
      choice->estimated_months = count_served (person, last->month + 1, MONTHS);
      rest += (SzWide)choice->estimated_months
              * ((SzWide)last->income_fen - last->exempt_fen - last->special_fen - last->other_fen
                 - find_month_additional (person, last));
    }
  whole = MAX (rest + amount_fen, 0);
  rest = MAX (rest, 0);
  if (!fits (whole))
    return refuse_overflow (error);
  choice->merged_fen = sz_tax_table_apply (&rules->year_table, (SzMoney)whole)
                       - sz_tax_table_apply (&rules->year_table, (SzMoney)rest);
  choice->bonus = choice->separate_fen <= choice->merged_fen;
  return TRUE;
}
