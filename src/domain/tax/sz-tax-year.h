/* sz-tax-year.h — wages of one person and calendar year, month by month 累计预扣 (RULE tax-1,
 * tax-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-person.h"
#include "sz-tax.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_TAX_SALARY,   /* 工资 of a month */
  SZ_TAX_TRANSFER, /* a transfer award that was paid */
  SZ_TAX_RUN,      /* a run of the program, taxed with the wages */
} SzTaxSource;

/** SzTaxEntry: one income of tax-1. Amounts in fen; only runs may have a negative income. */
typedef struct
{
  SzTaxSource source;
  int month;           /* 1 … 12 */
  gint64 run;          /* of SZ_TAX_RUN: the last tie */
  SzDate day;          /* of SZ_TAX_RUN: its day of payment */
  const char *project; /* of SZ_TAX_TRANSFER; borrowed */
  SzMoney income_fen;
  SzMoney exempt_fen;
  SzMoney special_fen;               /* 三险一金 */
  SzMoney additional_fen;            /* 专项附加, 0 also when not given */
  SzMoney cumulative_additional_fen; /* 累计专项附加 */
  gboolean has_cumulative;
  SzMoney other_fen;     /* 其他扣除 and 职业年金 */
  SzMoney reduction_fen; /* 减免税额 */
  SzMoney withheld_fen;  /* 已扣税 */
  gboolean has_withheld;
} SzTaxEntry;

/** SzTaxPerson: one person's year. Everything is borrowed. */
typedef struct
{
  int year;
  const SzService *services;
  guint n_services;
  SzTaxDeduction deduction;
  SzTaxEntry *entries; /* in the order of sz_tax_year_sort() */
  guint n_entries;
} SzTaxPerson;

/** SzTaxStep: where the year stands after one entry; sums as tax-1 adds them up. */
typedef struct
{
  SzMoney cumulative_income_fen;
  SzMoney deduction_fen;
  SzMoney special_fen;
  SzMoney additional_fen;
  SzMoney other_fen;
  SzMoney exempt_fen;
  SzMoney taxable_fen; /* not below 0 */
  const SzTaxBracket *bracket;
  SzMoney cumulative_tax_fen;
  SzMoney withheld_before_fen;
  SzMoney due_fen;
  SzMoney withheld_fen;
} SzTaxStep;

/** sz_tax_year_sort: by month; inside one salary, transfers by project, runs by day and number. */
void sz_tax_year_sort (SzTaxEntry *entries, guint n);

/**
 * sz_tax_year:
 * @steps: (out) (array): one for each entry
 *
 * RULE tax-1. An entry of negative income takes no tax. "number.overflow" when sums do not fit.
 */
gboolean
sz_tax_year (const SzTaxRules *rules, const SzTaxPerson *person, SzTaxStep *steps, GError **error);

/** sz_tax_year_missing: the first month up to @month that was worked in and has no salary row; 0:
 *  none (RULE tax-4). @after: look only behind this month. */
int sz_tax_year_missing (const SzTaxPerson *person, int after, int month);

/** SzTaxChoice: an annual bonus both ways (RULE tax-2). */
typedef struct
{
  SzMoney separate_fen;
  SzMoney merged_fen;
  int estimated_months; /* months to come that were taken as the last salary row */
  gboolean bonus;       /* the separate way costs no more */
} SzTaxChoice;

/** sz_tax_year_choose: @person without the run itself. "number.overflow" likewise. */
gboolean sz_tax_year_choose (const SzTaxRules *rules,
                             const SzTaxPerson *person,
                             SzMoney amount_fen,
                             SzTaxChoice *choice,
                             GError **error);

G_END_DECLS
