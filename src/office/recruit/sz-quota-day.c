/* sz-quota-day.c — the part-time quota on a day, and whether one more fits (RULE rec-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota-day.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"

/* All that the balance of the days @from … @to depends on. */
typedef struct
{
  SzOffice *office;
  GArray *params;
  GArray *rows; /* of SzContractRow */
  SzContract *contracts;
  gint32 first; /* day numbers */
  gint32 last;
  gint64 *full_time; /* 专任教师 by day */
} Balance;

static void
clear_balance (Balance *balance)
{
  g_clear_pointer (&balance->rows, g_array_unref);
  g_clear_pointer (&balance->params, g_array_unref);
  g_free (balance->contracts);
  g_free (balance->full_time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Balance, clear_balance)

/* Until when the full-time record @index holds: the day before the next of its field. */
static gint32
find_last_day (const GArray *records, guint index, gint32 last)
{
  const SzRecord *record = &g_array_index (records, SzRecord, index);

  for (guint i = 0; i < records->len; i++)
    {
      const SzRecord *other = &g_array_index (records, SzRecord, i);

      if (other->field == record->field && other->from > record->from)
        last = MIN (last, sz_date_days (other->from) - 1);
    }
  return last;
}

/* Marks the days of one service on which the person is a full-time teacher; @done is the last day
 * counted, so that services that touch count a day once. */
static void
count_service (Balance *balance, const SzPersonFile *file, const SzService *service, gint32 *done)
{
  gint32 start = MAX (sz_date_days (service->from), *done + 1);
  gint32 end = service->to != SZ_DATE_NONE ? sz_date_days (service->to) : balance->last;

  for (guint i = 0; i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);
      gint32 from = MAX (start, sz_date_days (record->from));
      gint32 to = MIN (end, find_last_day (file->records, i, balance->last));

      if (record->field != SZ_RECORD_FULL_TIME || strcmp (record->value, "1") != 0)
        continue;
      for (gint32 day = MAX (from, balance->first); day <= to; day++)
        balance->full_time[day - balance->first]++;
    }
  *done = MAX (*done, MIN (end, balance->last));
}

static gboolean
count_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Balance *balance = user_data;
  gint32 done = balance->first - 1;

  for (guint i = 0; i < file->services->len; i++)
    count_service (balance, file, &g_array_index (file->services, SzService, i), &done);
  return TRUE;
}

static void
take_contracts (Balance *balance)
{
  balance->contracts = g_new0 (SzContract, balance->rows->len + 1);
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const SzContractRow *row = &g_array_index (balance->rows, SzContractRow, i);

      balance->contracts[i] = (SzContract){ .from = row->from,
                                            .to = row->to,
                                            .fte_x1e4 = row->fte_x1e4,
                                            .agreement = row->agreement_no,
                                            .name = row->name };
    }
}

static gboolean
gather_balance (Balance *balance, SzOffice *office, SzDate from, SzDate to, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  gboolean gathered;

  balance->office = office;
  balance->first = sz_date_days (from);
  balance->last = sz_date_days (to);
  balance->full_time = g_new0 (gint64, balance->last - balance->first + 1);
  if (!sz_store_begin_read (store, error))
    return FALSE;
  balance->params = sz_params_gather (office, error);
  if (balance->params != NULL)
    balance->rows = sz_store_contract_list (store, SZ_ROWS_ALL, error);
  gathered = balance->rows != NULL && sz_store_people_each (store, count_person_cb, balance, error);
  sz_store_end_read (store);
  if (gathered)
    take_contracts (balance);
  return gathered;
}

static gint64
get_full_time_cb (SzDate day, gpointer user_data)
{
  const Balance *balance = user_data;

  return balance->full_time[sz_date_days (day) - balance->first];
}

static gboolean
weigh_day (const Balance *balance, SzDate date, SzQuotaDay *day, GError **error)
{
  SzQuotaRules rules;

  *day = (SzQuotaDay){ .date = date };
  if (!sz_rules_quota (balance->params, date, &rules, error)
      || !sz_office_establishment (balance->office, date, &day->establishment, error))
    return FALSE;
  day->full_time = balance->full_time[sz_date_days (date) - balance->first];
  if (!sz_quota_limit (&rules, day->establishment, day->full_time, &day->limit, error))
    return FALSE;
  day->used_x1e4 = sz_quota_used (balance->contracts, balance->rows->len, date, &day->contracts,
                                  &day->open_cases);
  day->available_x1e4 = day->limit.limit * SZ_RATIO_ONE - day->used_x1e4;
  return TRUE;
}

gboolean
sz_quota_on (SzOffice *office, SzDate day, SzQuotaDay *result, GError **error)
{
  g_auto (Balance) balance = { 0 };
  SzDate date = sz_date_first_day (day);

  g_return_val_if_fail (SZ_IS_OFFICE (office) && result != NULL, FALSE);
  return gather_balance (&balance, office, date, date, error)
         && weigh_day (&balance, date, result, error);
}

/* What may change from one day to the next besides people and contracts. */
typedef struct
{
  SzQuotaRules rules;
  gint64 establishment;
} Terms;

static gboolean
read_terms (const Balance *balance, gint32 day, Terms *terms, GError **error)
{
  SzDate date = sz_date_from_days (day);

  return sz_rules_quota (balance->params, date, &terms->rules, error)
         && sz_office_establishment (balance->office, date, &terms->establishment, error);
}

static gboolean
is_same (const Terms *a, const Terms *b)
{
  return a->establishment == b->establishment && a->rules.rate_x1e4 == b->rules.rate_x1e4
         && a->rules.share_cap_x1e4 == b->rules.share_cap_x1e4;
}

static void
merge_check (SzQuotaJudgement *judgement, const SzQuotaCheck *check)
{
  if (judgement->peak_day == SZ_DATE_NONE || check->peak_used_x1e4 > judgement->peak_used_x1e4)
    {
      judgement->peak_day = check->peak_day;
      judgement->peak_used_x1e4 = check->peak_used_x1e4;
    }
  if (judgement->first_day_over == SZ_DATE_NONE)
    judgement->first_day_over = check->first_day_over;
}

static gboolean
judge_stretch (SzQuotaJudgement *judgement,
               Balance *balance,
               const Terms *terms,
               gint32 first,
               gint32 last,
               GError **error)
{
  SzQuotaCheck check;

  if (!sz_quota_check (&terms->rules, terms->establishment, get_full_time_cb, balance,
                       balance->contracts, balance->rows->len, sz_date_from_days (first),
                       sz_date_from_days (last), judgement->asked_x1e4, &check, error))
    return FALSE;
  merge_check (judgement, &check);
  return TRUE;
}

/* Stretches of days with the same establishment and parameters, each judged as a whole. */
static gboolean
judge_days (SzQuotaJudgement *judgement, Balance *balance, GError **error)
{
  gint32 first = balance->first;
  Terms terms;

  if (!read_terms (balance, first, &terms, error))
    return FALSE;
  for (gint32 day = first; day <= balance->last; day++)
    {
      Terms next = terms;

      if (day < balance->last && !read_terms (balance, day + 1, &next, error))
        return FALSE;
      if (day < balance->last && is_same (&terms, &next))
        continue;
      if (!judge_stretch (judgement, balance, &terms, first, day, error))
        return FALSE;
      first = day + 1;
      terms = next;
    }
  judgement->accepted = judgement->first_day_over == SZ_DATE_NONE;
  return TRUE;
}

static void
clear_holder_cb (gpointer data)
{
  SzQuotaHolder *holder = data;

  g_free (holder->agreement);
  g_free (holder->name);
}

static int
compare_holders_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzQuotaHolder *)a)->agreement, ((const SzQuotaHolder *)b)->agreement);
}

static void
list_holders (SzQuotaJudgement *judgement, const Balance *balance)
{
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const SzContract *contract = &balance->contracts[i];
      SzQuotaHolder holder = { .from = contract->from, .to = contract->to };
      guint covers = 0;

      sz_quota_used (contract, 1, judgement->day.date, &covers, NULL);
      if (covers == 0)
        continue;
      holder.agreement = g_strdup (contract->agreement);
      holder.name = g_strdup (contract->name);
      holder.fte_x1e4 = contract->fte_x1e4;
      g_array_append_val (judgement->holders, holder);
    }
  g_array_sort (judgement->holders, compare_holders_cb);
}

static gboolean
check_question (SzDate from, SzDate to, gint64 asked_x1e4, GError **error)
{
  g_autofree char *asked = sz_decimal_format (asked_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *start = sz_date_format (from);
  g_autofree char *end = sz_date_format (to);

  if (from > to)
    return sz_error_set (error, SZ_ERROR_FORMAT, "date.reversed", "from", start, "to", end, NULL);
  if (sz_date_days (to) - sz_date_days (from) >= SZ_QUOTA_TERM_DAYS_MAX)
    return sz_error_set (error, SZ_ERROR_FORMAT, "quota.term_too_long", "max",
                         G_STRINGIFY (SZ_QUOTA_TERM_DAYS_MAX), NULL);
  if (asked_x1e4 <= 0)
    return sz_error_set (error, SZ_ERROR_FORMAT, "quota.fte_invalid", "value", asked, NULL);
  return TRUE;
}

SzQuotaJudgement *
sz_quota_judge (SzOffice *office, SzDate from, SzDate to, gint64 asked_x1e4, GError **error)
{
  g_autoptr (SzQuotaJudgement) judgement = g_new0 (SzQuotaJudgement, 1);
  g_auto (Balance) balance = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  judgement->from = sz_date_first_day (from);
  judgement->to = sz_date_is_month (to) ? sz_month_last_day (sz_date_month (to)) : to;
  judgement->asked_x1e4 = asked_x1e4;
  judgement->holders = g_array_new (FALSE, TRUE, sizeof (SzQuotaHolder));
  g_array_set_clear_func (judgement->holders, clear_holder_cb);
  if (!check_question (judgement->from, judgement->to, asked_x1e4, error)
      || !gather_balance (&balance, office, judgement->from, judgement->to, error)
      || !judge_days (judgement, &balance, error)
      || !weigh_day (&balance,
                     judgement->accepted ? judgement->peak_day : judgement->first_day_over,
                     &judgement->day, error))
    return NULL;
  list_holders (judgement, &balance);
  return g_steal_pointer (&judgement);
}

void
sz_quota_judgement_free (SzQuotaJudgement *judgement)
{
  if (judgement == NULL)
    return;
  g_clear_pointer (&judgement->holders, g_array_unref);
  g_free (judgement);
}

gboolean
sz_quota_refusal (const SzQuotaJudgement *judgement, GError **error)
{
  g_autofree char *limit = sz_decimal_format (judgement->day.limit.limit, 0);
  g_autofree char *used = sz_decimal_format (judgement->day.used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *asked = sz_decimal_format (judgement->asked_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *date = sz_date_format (judgement->first_day_over);
  g_autofree char *holders = g_strdup_printf ("%u", judgement->holders->len);

  return sz_error_set (error, SZ_ERROR_REFUSED, "quota.exceeded", "limit", limit, "used", used,
                       "asked", asked, "date", date, "holders", holders, NULL);
}

/* RULE aud-1, rec-9 */
gboolean
sz_quota_refuse (SzOffice *office, const SzQuotaJudgement *judgement, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && !judgement->accepted, FALSE);
  sz_quota_refusal (judgement, &reason);
  sz_office_refuse (office, "quota.check", NULL, NULL, reason, NULL);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
sz_quota_each (
    SzOffice *office, SzDate from, SzDate to, SzQuotaDayFn fn, gpointer user_data, GError **error)
{
  g_auto (Balance) balance = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && fn != NULL && from <= to, FALSE);
  if (!gather_balance (&balance, office, from, to, error))
    return FALSE;
  for (gint32 number = balance.first; number <= balance.last; number++)
    {
      SzQuotaDay day;

      if (!weigh_day (&balance, sz_date_from_days (number), &day, error)
          || !fn (&day, user_data, error))
        return FALSE;
    }
  return TRUE;
}
