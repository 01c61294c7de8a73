/* sz-total-act.c — the year's performance pay as a whole, out of the books (RULE pay-1 … pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-total-act.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-rules.h"
#include "sz-store-people.h"
#include "sz-store-total.h"
#include "sz-total-parts.h"

static void
source_freed_cb (gpointer data)
{
  g_free (((SzTotalSource *)data)->source);
}

static SzTotalView *
make_view (int year)
{
  SzTotalView *view = g_new0 (SzTotalView, 1);

  view->year = year;
  view->months = g_array_new (FALSE, TRUE, sizeof (SzTotalMonth));
  view->sources = g_array_new (FALSE, TRUE, sizeof (SzTotalSource));
  g_array_set_clear_func (view->sources, source_freed_cb);
  view->issues = sz_issue_list_new ();
  return view;
}

void
sz_total_view_free (SzTotalView *view)
{
  if (view == NULL)
    return;
  g_free (view->cap_document);
  g_free (view->x3_document);
  g_free (view->train_document);
  g_array_unref (view->months);
  g_clear_pointer (&view->projects, g_array_unref);
  g_array_unref (view->sources);
  g_clear_pointer (&view->runs, sz_pay_year_free);
  sz_issue_list_free (view->issues);
  g_free (view);
}

static int
find_addition (SzAccount account)
{
  switch (account)
    {
    case SZ_ACCOUNT_X1:
      return SZ_ADDITION_TRANSFER;
    case SZ_ACCOUNT_X2:
      return SZ_ADDITION_TALENT;
    case SZ_ACCOUNT_X3:
      return SZ_ADDITION_APPROVED;
    case SZ_ACCOUNT_BASIC:
    case SZ_ACCOUNT_INCENTIVE:
    case SZ_ACCOUNT_CAP:
    case SZ_ACCOUNT_PREVIOUS:
    case SZ_N_ACCOUNTS:
    default:
      return -1;
    }
}

static SzTotalMonth *
find_month (SzTotalView *view, int month)
{
  SzTotalMonth made = { .month = month };
  guint place = 0;

  while (place < view->months->len
         && g_array_index (view->months, SzTotalMonth, place).month < month)
    place++;
  if (place == view->months->len
      || g_array_index (view->months, SzTotalMonth, place).month != month)
    g_array_insert_val (view->months, place, made);
  return &g_array_index (view->months, SzTotalMonth, place);
}

/* Adds to the amounts of one source of an addition. */
static gboolean
add_source (
    SzTotalView *view, SzAddition addition, const char *source, SzMoney amount_fen, GError **error)
{
  SzTotalSource made = { addition, NULL, amount_fen };

  for (guint i = 0; i < view->sources->len; i++)
    {
      SzTotalSource *old = &g_array_index (view->sources, SzTotalSource, i);

      if (old->addition == addition && g_str_equal (old->source, source))
        return sz_money_add (old->amount_fen, amount_fen, &old->amount_fen, error);
    }
  made.source = g_strdup (source);
  g_array_append_val (view->sources, made);
  return TRUE;
}

/* RULE pay-1: each X its own source; X3 stands with its approval number or not at all. */
static gboolean
take_addition (SzTotalView *view, SzAddition addition, const SzLedgerRow *row, GError **error)
{
  SzTotalFacts *facts = &view->facts;

  if (!sz_money_add (facts->x_fen[addition], row->amount_fen, &facts->x_fen[addition], error)
      || !sz_money_add (find_month (view, row->month)->x_fen[addition], row->amount_fen,
                        &find_month (view, row->month)->x_fen[addition], error))
    return FALSE;
  if (addition == SZ_ADDITION_APPROVED && row->document[0] != '\0' && view->x3_document == NULL)
    view->x3_document = g_strdup (row->document);
  if (row->source[0] == '\0')
    return TRUE;
  facts->x_funded_fen[addition] += row->amount_fen;
  return add_source (view, addition, sz_codes_name (SZ_TABLE_FUND, row->source), row->amount_fen,
                     error);
}

static gboolean
take_r (SzTotalView *view, const SzLedgerRow *row, GError **error)
{
  SzTotalFacts *facts = &view->facts;
  SzMoney *sum = row->account == SZ_ACCOUNT_BASIC ? &facts->basic_fen : &facts->incentive_fen;
  SzTotalMonth *month = find_month (view, row->month);
  const SzCode *fund = sz_codes_by_code (SZ_TABLE_FUND, row->source);

  if (!sz_money_add (*sum, row->amount_fen, sum, error)
      || !sz_money_add (month->r_fen, row->amount_fen, &month->r_fen, error))
    return FALSE;
  return fund == NULL
         || sz_money_add (facts->funds_fen[fund->value], row->amount_fen,
                          &facts->funds_fen[fund->value], error);
}

/* A total approved anew takes the place of the one before; funds of one approval add up. */
static gboolean
take_cap (SzTotalView *view, const SzLedgerRow *row, int *cap_month, GError **error)
{
  SzTotalFacts *facts = &view->facts;

  if (facts->has_cap && row->month < *cap_month)
    return TRUE;
  if (!facts->has_cap || row->month > *cap_month)
    facts->cap_fen = 0;
  facts->has_cap = TRUE;
  *cap_month = row->month;
  g_free (view->cap_document);
  view->cap_document = g_strdup (row->document);
  return sz_money_add (facts->cap_fen, row->amount_fen, &facts->cap_fen, error);
}

static gboolean
take_ledger (SzTotalView *view, const GArray *rows, GError **error)
{
  gboolean unapproved = FALSE;
  int cap_month = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const SzLedgerRow *row = &g_array_index (rows, SzLedgerRow, i);
      int addition = find_addition (row->account);
      gboolean taken = TRUE;

      if (addition >= 0)
        taken = take_addition (view, (SzAddition)addition, row, error);
      else if (row->account == SZ_ACCOUNT_CAP)
        taken = take_cap (view, row, &cap_month, error);
      else if (row->account == SZ_ACCOUNT_PREVIOUS)
        taken = sz_money_add (view->previous_fen, row->amount_fen, &view->previous_fen, error);
      else
        taken = take_r (view, row, error);
      if (!taken)
        return FALSE;
      view->has_previous = view->has_previous || row->account == SZ_ACCOUNT_PREVIOUS;
      unapproved = unapproved || (row->account == SZ_ACCOUNT_X3 && row->document[0] == '\0');
    }
  view->has_ledger = rows->len > 0;
  /* One part without a number leaves all of X3 a draft. */
  view->facts.x3_approval = unapproved ? NULL : view->x3_document;
  return TRUE;
}

/* Awards and contracts are what the ledger's X1 and X2 come from: they stand where they are known.
 */
static gboolean
replace_addition (SzTotalView *view,
                  SzAddition addition,
                  gint64 n,
                  SzMoney amount_fen,
                  const char *source,
                  GError **error)
{
  SzTotalFacts *facts = &view->facts;
  const SzMoney ledger_fen = facts->x_fen[addition];

  if (n == 0)
    return TRUE;
  if (ledger_fen != 0 && ledger_fen != amount_fen)
    {
      g_autofree char *ledger = sz_money_format (ledger_fen);
      g_autofree char *amount = sz_money_format (amount_fen);

      sz_issue_list_add (view->issues, SZ_SEVERITY_WARNING, "total.x_differs", 0, NULL, ledger,
                         "account", sz_addition_name (addition), "ledger", ledger, "amount", amount,
                         NULL);
    }
  for (guint i = view->sources->len; i > 0; i--)
    if (g_array_index (view->sources, SzTotalSource, i - 1).addition == addition)
      g_array_remove_index (view->sources, i - 1);
  facts->x_fen[addition] = facts->x_funded_fen[addition] = amount_fen;
  return add_source (view, addition, source, amount_fen, error);
}

static gboolean
take_transfers (SzTotalView *view, SzStore *store, const GArray *params, GError **error)
{
  SzTransferRules rules;
  SzTotalAwards awards;

  if (!sz_rules_transfer (params, sz_date_make (view->year, 12, 31), &rules, error)
      || !sz_total_awards (store, view->year, &rules, view->issues, &awards, error))
    return FALSE;
  return replace_addition (view, SZ_ADDITION_TRANSFER, awards.n, awards.sum_fen,
                           "科技成果转化净收入", error);
}

/* @talents: (inout) set of the people with a contract. */
static gboolean
take_talents (SzTotalView *view, SzStore *store, GHashTable *talents, GError **error)
{
  g_autoptr (GArray) rows = sz_store_talent_list (store, SZ_ROWS_OF_YEAR (view->year), error);
  SzMoney sum_fen = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTalentRow *row = &g_array_index (rows, SzTalentRow, i);

      if (!sz_money_add (sum_fen, row->amount_fen, &sum_fen, error))
        return FALSE;
      g_hash_table_add (talents, g_memdup2 (&row->person_id, sizeof row->person_id));
    }
  return rows != NULL
         && replace_addition (view, SZ_ADDITION_TALENT, rows->len, sum_fen, "高层次人才专项",
                              error);
}

/* RULE pay-18: a paid run stands in the month of its payment, after the year's end in month 12. */
static gboolean
take_runs (SzTotalView *view, SzOffice *office, GError **error)
{
  SzTotalFacts *facts = &view->facts;

  view->runs = sz_pay_year_read (office, view->year, error);
  for (guint i = 0; view->runs != NULL && i < view->runs->runs->len; i++)
    {
      const SzPayYearRun *run = &g_array_index (view->runs->runs, SzPayYearRun, i);
      gboolean is_x3 = run->account == SZ_ACCOUNT_X3;
      SzMoney *sum = run->account == SZ_ACCOUNT_BASIC ? &facts->basic_fen
                     : is_x3                          ? &facts->x_fen[SZ_ADDITION_APPROVED]
                                                      : &facts->incentive_fen;
      SzTotalMonth *month;

      if (run->paid_on == SZ_DATE_NONE || strcmp (run->state, "paid") != 0)
        continue;
      month = find_month (view, sz_date_year (run->paid_on) > view->year
                                    ? 12
                                    : sz_date_month_of_year (run->paid_on));
      if (!sz_money_add (*sum, run->amount_fen, sum, error)
          || !sz_money_add (is_x3 ? month->x_fen[SZ_ADDITION_APPROVED] : month->r_fen,
                            run->amount_fen,
                            is_x3 ? &month->x_fen[SZ_ADDITION_APPROVED] : &month->r_fen, error))
        return FALSE;
    }
  return view->runs != NULL;
}

typedef struct
{
  SzDate day;
  GHashTable *talents;
  gint64 heads;
} Count;

static gboolean
count_head_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Count *count = user_data;
  SzPersonState state;

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      count->day, &state);
  /* RULE pay-7: 外聘 and 劳务派遣 are not paid out of R, nor are contracts of talents. */
  if (state.in_service && state.pay_regime == SZ_PAY_REGIME_PERFORMANCE
      && !g_hash_table_contains (count->talents, &file->person.id)
      && (state.employment == SZ_EMPLOYMENT_ESTABLISHED
          || state.employment == SZ_EMPLOYMENT_AGENCY))
    count->heads++;
  return TRUE;
}

/* RULE wrk-7 */
static gboolean
count_students (SzTotalView *view, const GArray *params, SzDate day, GError **error)
{
  g_autoptr (SzLoadRules) rules = sz_rules_load (params, day, error);

  return rules != NULL
         && sz_load_equivalent_students (rules, view->person_hours_x100, &view->students_x100,
                                         error);
}

static gboolean
gather (SzTotalView *view, SzOffice *office, const GArray *params, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  SzTotalTrainings trainings;
  const SzDate last = sz_date_make (view->year, 12, 31);
  g_autoptr (GArray) ledger = sz_store_ledger_list (store, SZ_ROWS_OF_YEAR (view->year), error);
  const char *approval = NULL;
  g_autoptr (GHashTable) talents
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Count count = { last, talents, 0 };

  if (ledger == NULL || !take_ledger (view, ledger, error) || !take_runs (view, office, error)
      || !take_transfers (view, store, params, error) || !take_talents (view, store, talents, error)
      || !sz_rules_total (params, last, &view->rules, &approval, error)
      || !sz_store_people_each (store, count_head_cb, &count, error)
      || !sz_office_establishment (office, last, &view->establishment, error))
    return FALSE;
  view->train_document = g_strdup (approval);
  view->facts.train_approval = view->train_document;
  view->facts.heads = count.heads;
  if (!sz_total_trainings (store, view->year, &view->rules, view->issues, &trainings, error))
    return FALSE;
  view->projects = trainings.projects;
  view->facts.train_income_fen = trainings.income_fen;
  view->facts.train_cost_fen = trainings.cost_fen;
  view->person_hours_x100 = trainings.person_hours_x100;
  return count_students (view, params, last, error);
}

SzTotalView *
sz_office_total (SzOffice *office, int year, GError **error)
{
  g_autoptr (SzTotalView) view = make_view (year);
  g_autoptr (GArray) params = NULL;
  gboolean gathered;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  params = sz_params_gather (office, error);
  gathered = params != NULL && gather (view, office, params, error);
  sz_store_end_read (sz_office_get_store (office));
  if (!gathered
      || !sz_total_compute (&view->rules, &view->facts, view->issues, &view->total, error))
    return NULL;
  return g_steal_pointer (&view);
}

static const char *
choose_refusal (const SzTotal *total)
{
  if (!total->within_cap)
    return total->has_cap ? "total.over_cap" : "total.cap_missing";
  if (!total->approved)
    return "total.x3_unapproved";
  return total->level_allowed ? NULL : "total.level_refused";
}

GError *
sz_total_view_refusal (const SzTotalView *view)
{
  GError *error = NULL;
  const char *code;

  g_return_val_if_fail (view != NULL, NULL);
  code = choose_refusal (&view->total);
  for (guint i = 0; code != NULL && i < sz_issue_list_length (view->issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (view->issues, i);

      if (!g_str_equal (code, issue->code))
        continue;
      sz_error_set (&error, SZ_ERROR_REFUSED, code, "amount", sz_issue_arg (issue, "amount"), "cap",
                    sz_issue_arg (issue, "cap"), "over", sz_issue_arg (issue, "over"), "level",
                    sz_issue_arg (issue, "level"), "limit", sz_issue_arg (issue, "limit"), NULL);
      return error;
    }
  return NULL;
}
