/* sz-watch-staff.c — conditions about people, part-time teachers and families (RULE aud-3, aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-retirement-day.h"
#include "sz-stats.h"
#include "sz-watch-scan.h"

typedef struct
{
  gint64 excess_x1e4; /* the greatest */
  SzDate first;       /* day over, none: there is none */
  SzDate worst;       /* the first of the greatest */
  SzDate from;        /* of the run of days at hand, none: there is none */
  SzDate last;
  json_t *runs;
} Excess;

static void
end_run (Excess *excess)
{
  if (excess->from == SZ_DATE_NONE)
    return;
  json_array_append_new (excess->runs,
                         json_pack ("{s:o, s:o}", "from", sz_watch_fact_date (excess->from), "to",
                                    sz_watch_fact_date (excess->last)));
  excess->from = SZ_DATE_NONE;
}

static void
weigh_day (Excess *excess, SzDate day, gint64 available_x1e4)
{
  if (available_x1e4 >= 0)
    {
      end_run (excess);
      return;
    }
  if (excess->first == SZ_DATE_NONE)
    excess->first = day;
  if (-available_x1e4 > excess->excess_x1e4)
    {
      excess->excess_x1e4 = -available_x1e4;
      excess->worst = day;
    }
  if (excess->from == SZ_DATE_NONE)
    excess->from = day;
  excess->last = day;
}

static void
report_excess (SzWatchScan *scan, const Excess *excess)
{
  g_autofree char *over = sz_decimal_format (excess->excess_x1e4, SZ_RATIO_DECIMALS);

  sz_watch_scan_add (scan,
                     &(SzFound){ .kind = "parttime.over",
                                 .subject = "parttime",
                                 .size = excess->excess_x1e4,
                                 .facts
                                 = json_pack ("{s:O, s:o, s:o, s:s}", "runs", excess->runs, "from",
                                              sz_watch_fact_date (excess->first), "day",
                                              sz_watch_fact_date (excess->worst), "over", over) });
}

/* parttime.over */
gboolean
sz_watch_find_quota (SzWatchScan *scan, GError **error)
{
  Excess excess = { 0 };

  g_return_val_if_fail (scan != NULL, FALSE);

  scan->term = sz_quota_term (scan->office, scan->day,
                              sz_date_add_days (scan->day, scan->book->rules->horizon_days), error);
  if (scan->term == NULL)
    return FALSE;
  excess.runs = json_array ();
  for (guint i = 0; i < scan->term->n_days; i++)
    weigh_day (&excess, sz_quota_term_day (scan->term, i),
               sz_quota_available (&scan->term->days[i]));
  end_run (&excess);
  if (excess.excess_x1e4 > 0)
    report_excess (scan, &excess);
  json_decref (excess.runs);
  return TRUE;
}

/* What the sentences of all kinds about a contract say. */
static json_t *
make_contract_facts (const SzContractRow *row)
{
  return json_pack ("{s:s, s:o, s:o}", "name", row->name, "from", sz_watch_fact_date (row->from),
                    "to", sz_watch_fact_date (row->to));
}

static void
check_contract (SzWatchScan *scan, const SzContractRow *row)
{
  const SzWatchRules *rules = scan->book->rules;
  const char *id_number = row->id_number != NULL ? row->id_number : "";
  const SzWatchPerson *own
      = *id_number != '\0' ? sz_watch_book_by_id_number (scan->book, id_number) : NULL;
  const int age
      = *id_number != '\0' ? sz_years_complete (sz_idcard_birth_date (id_number), row->to) : 0;
  SzFound found = { .subject = row->agreement_no };

  if (own != NULL && sz_watch_book_serves (scan->book, own, row->from, row->to))
    {
      found.kind = "parttime.own_staff";
      found.facts = make_contract_facts (row);
      json_object_set_new (found.facts, "staff_no", json_string (own->staff_no));
      sz_watch_scan_add (scan, &found);
    }
  if (age > rules->age_max)
    {
      found.kind = "parttime.age";
      found.facts = make_contract_facts (row);
      json_object_set_new (found.facts, "age", json_integer (age));
      json_object_set_new (found.facts, "max", json_integer (rules->age_max));
      sz_watch_scan_add (scan, &found);
    }
  if (sz_date_add_years (row->from, rules->term_max_years) <= row->to)
    {
      found.kind = "parttime.term_long";
      found.facts = make_contract_facts (row);
      json_object_set_new (found.facts, "max", json_integer (rules->term_max_years));
      sz_watch_scan_add (scan, &found);
    }
}

/* parttime.own_staff, parttime.age, parttime.term_long */
gboolean
sz_watch_find_contracts (SzWatchScan *scan, GError **error)
{
  g_return_val_if_fail (scan != NULL, FALSE);

  for (guint i = 0; i < scan->book->contracts->len; i++)
    check_contract (scan, &g_array_index (scan->book->contracts, SzContractRow, i));
  return TRUE;
}

/* people.past_retirement, people.no_post */
gboolean
sz_watch_find_staff (SzWatchScan *scan, GError **error)
{
  g_auto (SzRetirementTable) table = { 0 };
  gint64 without_post = 0;

  g_return_val_if_fail (scan != NULL, FALSE);

  if (!sz_rules_retirement (scan->book->params, scan->day, &table, error))
    return FALSE;
  for (guint i = 0; i < scan->book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (scan->book->people, SzWatchPerson, i);
      SzDate last;

      if (!person->state.in_service)
        continue;
      if ((person->state.employment == SZ_EMPLOYMENT_ESTABLISHED
           || person->state.employment == SZ_EMPLOYMENT_AGENCY)
          && person->state.post == 0)
        without_post++;
      if (person->state.employment == SZ_EMPLOYMENT_EXTERNAL)
        continue;
      last = sz_retirement_last_day (&table, person);
      if (last == SZ_DATE_NONE || scan->day <= last)
        continue;
      sz_watch_scan_add (scan, &(SzFound){ .kind = "people.past_retirement",
                                           .subject = person->staff_no,
                                           .facts = json_pack ("{s:s, s:o}", "name", person->name,
                                                               "date", sz_watch_fact_date (last)),
                                           .staff_no = person->staff_no });
    }
  if (without_post > 0)
    sz_watch_scan_add (scan, &(SzFound){ .kind = "people.no_post",
                                         .subject = "people",
                                         .size = without_post });
  return TRUE;
}
