/* sz-quota-day.c — the part-time quota: a day, a term, a year 兼职教师名额 (RULE rec-9, rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota-day.h"

#include <string.h>

#include "sz-ledger-book.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-person-days.h"
#include "sz-recruit-lists.h"
#include "sz-reserve.h"
#include "sz-rules.h"
#include "sz-store-people-scan.h"

/* As many names as a sentence bears. */
#define HOLDERS_SAID 6

/* A term on its way to being judged. */
typedef struct
{
  SzQuotaTerm *term;
  const SzQuotaAsk *ask; /* NULL: only looked at */
  GArray *reservations;
  GArray *uses; /* of SzQuotaUse: what touches the term; NULL: nobody asks who they are */
} Balance;

static gboolean
count_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  SzQuotaTerm *term = user_data;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SzDays));

  sz_person_days (file, SZ_RECORD_FULL_TIME, "1", days);
  for (guint i = 0; i < days->len; i++)
    {
      const SzDays *stretch = &g_array_index (days, SzDays, i);
      const gint32 term_last = term->first + (gint32)term->n_days - 1;
      const gint32 last
          = stretch->to != SZ_DATE_NONE ? MIN (sz_date_days (stretch->to), term_last) : term_last;

      for (gint32 day = MAX (sz_date_days (stretch->from), term->first); day <= last; day++)
        term->days[day - term->first].full_time++;
    }
  return TRUE;
}

static void
add_use_cb (const SzQuotaUse *use, gpointer user_data)
{
  Balance *balance = user_data;

  if (balance->ask != NULL && use->case_id != 0 && use->case_id == balance->ask->without_case)
    return;
  if (balance->uses != NULL)
    g_array_append_val (balance->uses, *use);
  if (use->case_id != 0)
    sz_quota_term_add_open (balance->term, use->from, use->to, use->fte_x1e4);
  else
    sz_quota_term_add (balance->term, use->from, use->to, use->fte_x1e4);
}

/* RULE rec-13: an open post of 兼职员额 is an open case on its term. */
static gboolean
counts (const Balance *balance, const SzReservation *reservation)
{
  return reservation->uses == SZ_USES_PARTTIME
         && (balance->ask == NULL || balance->ask->without_position != reservation->position_id);
}

/* The days on which the parameters of the quota may change, within the term. */
static GArray *
collect_turns (const SzQuotaTerm *term, const GArray *params)
{
  g_autoptr (SzSteps) steps = sz_steps_new ();
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));
  const gint32 after = term->first + (gint32)term->n_days;

  for (guint i = 0; i < params->len; i++)
    {
      const SzParam *param = &g_array_index (params, SzParam, i);

      if (g_str_has_prefix (param->key, "pt."))
        sz_steps_add (steps, sz_date_first_day (param->from), sz_date_first_day (param->to), 1);
    }
  sz_steps_collect (steps, term->from, days);
  while (days->len > 0 && g_array_index (days, gint32, days->len - 1) >= after)
    g_array_set_size (days, days->len - 1);
  g_array_append_val (days, after);
  return days;
}

static gboolean
set_limits (SzQuotaTerm *term, const GArray *params, GError **error)
{
  g_autoptr (GArray) turns = collect_turns (term, params);
  SzDate from = term->from;

  for (guint i = 0; i < turns->len; i++)
    {
      const SzDate next = sz_date_from_days (g_array_index (turns, gint32, i));
      SzQuotaRules rules;

      if (!sz_rules_quota (params, from, &rules, error)
          || !sz_quota_term_limit (term, from, sz_date_add_days (next, -1), &rules, error))
        return FALSE;
      from = next;
    }
  return TRUE;
}

static gboolean
read_balance (Balance *balance, SzOffice *office, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  SzQuotaTerm *term = balance->term;
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzLedgerBook) ledger = params != NULL ? sz_store_ledger_load (store, error) : NULL;

  if (ledger == NULL
      || !sz_store_field_each (store, SZ_RECORD_FULL_TIME, count_person_cb, term, error)
      || !sz_store_quota_uses (store, term->from, term->to, add_use_cb, balance, error))
    return FALSE;
  balance->reservations = sz_reservations (office, SZ_USES_PARTTIME, error);
  if (balance->reservations == NULL)
    return FALSE;
  for (guint i = 0; i < balance->reservations->len; i++)
    {
      const SzReservation *open = &g_array_index (balance->reservations, SzReservation, i);

      if (counts (balance, open))
        sz_quota_term_add_open (term, open->term_from, open->term_to,
                                sz_reservation_open_x1e4 (open));
    }
  for (guint i = 0; i < term->n_days; i++)
    term->days[i].establishment
        = MAX (sz_ledger_book_at (ledger, sz_quota_term_day (term, i)).approved, 0);
  if (balance->ask != NULL)
    sz_quota_term_ask (term, balance->ask->from, balance->ask->to, balance->ask->asked_x1e4);
  sz_quota_term_settle (term);
  return set_limits (term, params, error);
}

static void
clear_balance (Balance *balance)
{
  g_clear_pointer (&balance->term, sz_quota_term_free);
  g_clear_pointer (&balance->reservations, g_array_unref);
  g_clear_pointer (&balance->uses, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Balance, clear_balance)

static gboolean
gather_balance (Balance *balance,
                SzOffice *office,
                SzDate from,
                SzDate to,
                const SzQuotaAsk *ask,
                GError **error)
{
  SzStore *store = sz_office_get_store (office);
  gboolean gathered;

  balance->ask = ask;
  balance->term = sz_quota_term_new (from, to, error);
  if (balance->term == NULL || !sz_store_begin_read (store, error))
    return FALSE;
  gathered = read_balance (balance, office, error);
  sz_store_end_read (store);
  return gathered;
}

/* What counts on one day of the term. */
typedef struct
{
  SzDate date;
  guint contracts;
  guint cases;
  GArray *uses; /* of SzQuotaUse: what covers the day */
} Covering;

static void
clear_covering (Covering *covering)
{
  g_clear_pointer (&covering->uses, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Covering, clear_covering)

static gboolean
covers (const SzQuotaUse *use, SzDate day)
{
  return sz_date_first_day (use->from) <= day
         && (use->to == SZ_DATE_NONE || day <= sz_date_first_day (use->to));
}

static void
pick_covering (Covering *covering, const Balance *balance)
{
  covering->uses = g_array_new (FALSE, FALSE, sizeof (SzQuotaUse));
  for (guint i = 0; i < balance->reservations->len; i++)
    {
      const SzReservation *open = &g_array_index (balance->reservations, SzReservation, i);

      if (counts (balance, open) && open->term_from <= covering->date
          && covering->date <= open->term_to && sz_reservation_open_x1e4 (open) > 0)
        covering->cases++;
    }
  for (guint i = 0; i < balance->uses->len; i++)
    {
      const SzQuotaUse *use = &g_array_index (balance->uses, SzQuotaUse, i);

      if (!covers (use, covering->date))
        continue;
      covering->contracts += use->contract_id != 0 ? 1 : 0;
      covering->cases += use->case_id != 0 ? 1 : 0;
      g_array_append_val (covering->uses, *use);
    }
}

static void
fill_day (const Balance *balance, const Covering *covering, SzQuotaDay *day)
{
  const SzQuotaState *state
      = &balance->term->days[sz_date_days (covering->date) - balance->term->first];

  *day = (SzQuotaDay){ .date = covering->date,
                       .establishment = state->establishment,
                       .full_time = state->full_time,
                       .limit = state->limit,
                       .used_x1e4 = state->used_x1e4,
                       .available_x1e4 = sz_quota_available (state),
                       .contracts = covering->contracts,
                       .open_cases = covering->cases };
}

gboolean
sz_quota_on (SzOffice *office, SzDate day, SzQuotaDay *result, GError **error)
{
  g_auto (Balance) balance = { 0 };
  g_auto (Covering) covering = { .date = sz_date_first_day (day) };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && result != NULL, FALSE);
  balance.uses = g_array_new (FALSE, FALSE, sizeof (SzQuotaUse));
  if (!gather_balance (&balance, office, covering.date, covering.date, NULL, error))
    return FALSE;
  pick_covering (&covering, &balance);
  fill_day (&balance, &covering, result);
  return TRUE;
}

SzQuotaTerm *
sz_quota_term (SzOffice *office, SzDate from, SzDate to, GError **error)
{
  g_auto (Balance) balance = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!gather_balance (&balance, office, from, to, NULL, error))
    return NULL;
  return g_steal_pointer (&balance.term);
}

/* What is asked is laid on days that are settled already. */
SzQuotaTerm *
sz_quota_term_asked (
    SzOffice *office, SzDate from, SzDate to, const SzQuotaAsk *asks, guint n_asks, GError **error)
{
  SzQuotaTerm *term;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && (asks != NULL || n_asks == 0), NULL);
  term = sz_quota_term (office, from, to, error);
  for (guint i = 0; term != NULL && i < term->n_days; i++)
    for (guint j = 0; j < n_asks; j++)
      {
        const SzDate day = sz_quota_term_day (term, i);

        if (asks[j].from <= day && day <= asks[j].to)
          term->days[i].asked_x1e4 += asks[j].asked_x1e4;
      }
  return term;
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

/* The contracts of the day, by id, and who holds each. */
typedef struct
{
  GArray *ids;     /* of gint64 */
  GArray *holders; /* of SzQuotaHolder, one an id */
} Named;

static void
clear_named (Named *named)
{
  g_clear_pointer (&named->ids, g_array_unref);
  g_clear_pointer (&named->holders, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Named, clear_named)

static int
compare_uses_cb (gconstpointer a, gconstpointer b)
{
  const gint64 left = ((const SzQuotaUse *)a)->contract_id;
  const gint64 right = ((const SzQuotaUse *)b)->contract_id;

  return (left > right) - (left < right);
}

/* Two stretches of one contract are two holders of one name. */
static void
name_found_cb (gint64 contract_id, const char *agreement, const char *name, gpointer user_data)
{
  Named *named = user_data;
  guint low = 0;
  guint high = named->ids->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (named->ids, gint64, middle) < contract_id)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < named->ids->len && g_array_index (named->ids, gint64, low) == contract_id; low++)
    {
      SzQuotaHolder *holder = &g_array_index (named->holders, SzQuotaHolder, low);

      if (holder->agreement != NULL)
        continue;
      holder->agreement = g_strdup (agreement);
      holder->name = g_strdup (name);
    }
}

/* Hundreds of contracts are named by a few statements; cases are few. */
static gboolean
name_contracts (GArray *holders, SzStore *store, const GArray *uses, GError **error)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (SzQuotaUse));
  g_auto (Named) named = { g_array_new (FALSE, FALSE, sizeof (gint64)),
                           g_array_new (FALSE, TRUE, sizeof (SzQuotaHolder)) };

  g_array_append_vals (sorted, uses->data, uses->len);
  g_array_sort (sorted, compare_uses_cb);
  g_array_set_clear_func (named.holders, clear_holder_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SzQuotaUse *use = &g_array_index (sorted, SzQuotaUse, i);
      const SzQuotaHolder holder = { .from = use->from, .to = use->to, .fte_x1e4 = use->fte_x1e4 };

      if (use->contract_id == 0)
        continue;
      g_array_append_val (named.ids, use->contract_id);
      g_array_append_val (named.holders, holder);
    }
  if (!sz_store_quota_names (store, (const gint64 *)(gconstpointer)named.ids->data, named.ids->len,
                             name_found_cb, &named, error))
    return FALSE;
  for (guint i = 0; i < named.holders->len; i++)
    {
      SzQuotaHolder *holder = &g_array_index (named.holders, SzQuotaHolder, i);

      if (holder->agreement == NULL)
        {
          holder->agreement = g_strdup ("");
          holder->name = g_strdup ("");
        }
    }
  /* The strings go with them. */
  g_array_append_vals (holders, named.holders->data, named.holders->len);
  g_array_set_clear_func (named.holders, NULL);
  return TRUE;
}

static gboolean
list_holders (SzQuotaJudgement *judgement,
              SzStore *store,
              const Balance *balance,
              const Covering *covering,
              GError **error)
{
  if (!name_contracts (judgement->holders, store, covering->uses, error))
    return FALSE;
  for (guint i = 0; i < covering->uses->len; i++)
    {
      const SzQuotaUse *use = &g_array_index (covering->uses, SzQuotaUse, i);
      SzQuotaHolder holder = { .from = use->from, .to = use->to, .fte_x1e4 = use->fte_x1e4 };

      if (use->contract_id != 0)
        continue;
      if (!sz_store_quota_name (store, use, &holder.agreement, &holder.name, error))
        return FALSE;
      g_array_append_val (judgement->holders, holder);
    }
  for (guint i = 0; i < balance->reservations->len; i++)
    {
      const SzReservation *open = &g_array_index (balance->reservations, SzReservation, i);
      SzQuotaHolder holder = { .from = open->term_from, .to = open->term_to };

      if (!counts (balance, open) || covering->date < open->term_from
          || open->term_to < covering->date)
        continue;
      holder.fte_x1e4 = sz_reservation_open_x1e4 (open);
      holder.agreement = g_strdup ("");
      holder.name = g_strdup_printf ("%s %s", open->code, open->name);
      g_array_append_val (judgement->holders, holder);
    }
  g_array_sort (judgement->holders, compare_holders_cb);
  return TRUE;
}

static gboolean
check_question (const SzQuotaAsk *ask, GError **error)
{
  g_autofree char *asked = sz_decimal_format (ask->asked_x1e4, SZ_RATIO_DECIMALS);

  if (ask->to >= ask->from
      && sz_date_days (ask->to) - sz_date_days (ask->from) >= SZ_QUOTA_TERM_DAYS_MAX)
    return sz_error_set (error, SZ_ERROR_FORMAT, "quota.term_too_long", "max",
                         G_STRINGIFY (SZ_QUOTA_TERM_DAYS_MAX), NULL);
  if (ask->asked_x1e4 <= 0)
    return sz_error_set (error, SZ_ERROR_FORMAT, "quota.fte_invalid", "value", asked, NULL);
  return TRUE;
}

static gboolean
judge (SzQuotaJudgement *judgement, SzOffice *office, const SzQuotaAsk *ask, GError **error)
{
  g_auto (Balance) balance = { 0 };
  g_auto (Covering) covering = { 0 };
  SzQuotaCheck check;

  balance.uses = g_array_new (FALSE, FALSE, sizeof (SzQuotaUse));
  if (!gather_balance (&balance, office, ask->from, ask->to, ask, error))
    return FALSE;
  sz_quota_term_check (balance.term, &check);
  judgement->accepted = check.accepted;
  judgement->peak_day = check.peak_day;
  judgement->peak_used_x1e4 = check.peak_used_x1e4;
  judgement->first_day_over = check.first_day_over;
  covering.date = check.accepted ? check.peak_day : check.first_day_over;
  pick_covering (&covering, &balance);
  fill_day (&balance, &covering, &judgement->day);
  /* who fills it is asked for only where it does not fit */
  return check.accepted
         || list_holders (judgement, sz_office_get_store (office), &balance, &covering, error);
}

SzQuotaJudgement *
sz_quota_judge (SzOffice *office, const SzQuotaAsk *ask, GError **error)
{
  g_autoptr (SzQuotaJudgement) judgement = NULL;
  SzQuotaAsk own;
  gboolean judged;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);
  own = *ask;
  own.from = sz_date_first_day (ask->from);
  own.to = sz_date_is_month (ask->to) ? sz_month_last_day (sz_date_month (ask->to)) : ask->to;
  judgement = g_new0 (SzQuotaJudgement, 1);
  judgement->from = own.from;
  judgement->to = own.to;
  judgement->asked_x1e4 = ask->asked_x1e4;
  judgement->holders = g_array_new (FALSE, TRUE, sizeof (SzQuotaHolder));
  g_array_set_clear_func (judgement->holders, clear_holder_cb);
  /* One state for the arithmetic and the names, and its locks taken once. */
  if (!check_question (&own, error) || !sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  judged = judge (judgement, office, &own, error);
  sz_store_end_read (sz_office_get_store (office));
  return judged ? g_steal_pointer (&judgement) : NULL;
}

void
sz_quota_judgement_free (SzQuotaJudgement *judgement)
{
  if (judgement == NULL)
    return;
  g_clear_pointer (&judgement->holders, g_array_unref);
  g_free (judgement);
}

/* The first of them by name; a name twice is said once. */
static char *
dup_names (const GArray *holders)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *last = "";
  guint said = 0;

  for (guint i = 0; i < holders->len && said < HOLDERS_SAID; i++)
    {
      const char *name = g_array_index (holders, SzQuotaHolder, i).name;

      if (g_str_equal (name, last))
        continue;
      g_string_append_printf (names, "%s%s", said++ > 0 ? "、" : "", name);
      last = name;
    }
  if (said == HOLDERS_SAID && holders->len > said)
    g_string_append (names, " …");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

gboolean
sz_quota_refusal (const SzQuotaJudgement *judgement, GError **error)
{
  g_autofree char *limit = NULL;
  g_autofree char *used = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *date = NULL;
  g_autofree char *holders = NULL;
  g_autofree char *names = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (judgement != NULL, FALSE);
  limit = sz_decimal_format (judgement->day.limit.limit, 0);
  used = sz_decimal_format (judgement->day.used_x1e4, SZ_RATIO_DECIMALS);
  asked = sz_decimal_format (judgement->asked_x1e4, SZ_RATIO_DECIMALS);
  date = sz_date_format (judgement->first_day_over);
  holders = g_strdup_printf ("%u", judgement->holders->len);
  names = dup_names (judgement->holders);
  from = sz_date_format (judgement->from);
  to = sz_date_format (judgement->to);
  return sz_error_set (error, SZ_ERROR_REFUSED, "quota.exceeded", "limit", limit, "used", used,
                       "asked", asked, "date", date, "holders", holders, "from", from, "to", to,
                       *names != '\0' ? "names" : NULL, names, NULL);
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
  g_autoptr (SzQuotaTerm) term = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && fn != NULL && from <= to, FALSE);
  term = sz_quota_term (office, from, to, error);
  if (term == NULL)
    return FALSE;
  for (guint i = 0; i < term->n_days; i++)
    {
      const SzQuotaState *state = &term->days[i];
      const SzQuotaDay day = { .date = sz_quota_term_day (term, i),
                               .establishment = state->establishment,
                               .full_time = state->full_time,
                               .limit = state->limit,
                               .used_x1e4 = state->used_x1e4,
                               .available_x1e4 = sz_quota_available (state) };

      if (!fn (&day, user_data, error))
        return FALSE;
    }
  return TRUE;
}
