/* sz-cli-quota.c — shizictl quota, quota check: part-time teachers within the establishment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-quota-day.h"

static const SzMember day_fields[] = {
  SZ_SHOW_DATE (SzQuotaDay, date, "date", NULL),
  SZ_SHOW_COUNT (SzQuotaDay, establishment, "establishment", NULL),
  SZ_SHOW_COUNT (SzQuotaDay, full_time, "full_time_teachers", NULL),
  SZ_SHOW_COUNT (SzQuotaDay, limit.limit_by_establishment, "limit_by_establishment", NULL),
  SZ_SHOW_COUNT (SzQuotaDay, limit.limit_by_share, "limit_by_share", NULL),
  SZ_SHOW_COUNT (SzQuotaDay, limit.limit, "limit", NULL),
  SZ_SHOW_DECIMAL (SzQuotaDay, used_x1e4, "used", NULL, SZ_RATIO_DECIMALS),
  SZ_SHOW_DECIMAL (SzQuotaDay, available_x1e4, "available", NULL, SZ_RATIO_DECIMALS),
  SZ_SHOW_COUNT (SzQuotaDay, contracts, "contracts", NULL),
  SZ_SHOW_COUNT (SzQuotaDay, open_cases, "open_cases", NULL),
  SZ_SHOW_SAY (
      N_ ("On {date}: establishment {establishment}, full-time teachers {full_time_teachers}")),
  SZ_SHOW_SAY (N_ ("Limit {limit}: the lesser of {limit_by_establishment} by establishment and "
                   "{limit_by_share} by share")),
  SZ_SHOW_SAY (N_ ("Used {used} by {contracts} contracts and {open_cases} open cases; {available} "
                   "available")),
  { NULL },
};

typedef struct
{
  SzDate on;
} DayAsked;

static const SzArg day_args[] = {
  SZ_OPTION (DATE, DayAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_quota (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DayAsked *asked = data;
  SzQuotaDay day;

  if (!sz_quota_on (office, sz_cli_day (office, asked->on), &day, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, day_fields, &day);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_quota = { "quota",   N_ ("The quota of part-time teachers on a day"),
                                    day_args,  sizeof (DayAsked),
                                    run_quota, .office = TRUE };

static const SzMember peak_fields[] = {
  SZ_SHOW_DATE (SzQuotaJudgement, peak_day, "date", NULL),
  SZ_SHOW_DECIMAL (SzQuotaJudgement, peak_used_x1e4, "used", NULL, SZ_RATIO_DECIMALS),
  { NULL },
};

static const SzMember holder_fields[] = {
  SZ_SHOW_TEXT (SzQuotaHolder, agreement, "agreement", N_ ("Agreement")),
  SZ_SHOW_TEXT (SzQuotaHolder, name, "name", N_ ("Name")),
  SZ_SHOW_DATE (SzQuotaHolder, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzQuotaHolder, to, "to", N_ ("To")),
  SZ_SHOW_DECIMAL (SzQuotaHolder, fte_x1e4, "fte", N_ ("Share"), SZ_RATIO_DECIMALS),
  { NULL },
};

const SzMember sz_cli_judgement_fields[] = {
  SZ_SHOW_INLINE (SzQuotaJudgement, day, day_fields),
  SZ_SHOW_DATE (SzQuotaJudgement, from, "from", NULL),
  SZ_SHOW_DATE (SzQuotaJudgement, to, "to", NULL),
  SZ_SHOW_DECIMAL (SzQuotaJudgement, asked_x1e4, "asked", NULL, SZ_RATIO_DECIMALS),
  SZ_SHOW_GROUP ("peak", NULL, peak_fields),
  SZ_SHOW_DATE (SzQuotaJudgement, first_day_over, "first_day_over", NULL),
  SZ_SHOW_FLAG (SzQuotaJudgement, accepted, "accepted", NULL),
  SZ_SHOW_SAY (N_ ("Asked {asked}; the most taken is {peak.used}, on {peak.date}")),
  SZ_SHOW_SAY (N_ ("It fits on every day."), .when = "accepted"),
  SZ_SHOW_SAY (N_ ("The first day over the limit is {first_day_over}. These fill it:"),
               .when = "!accepted"),
  SZ_SHOW_LIST (SzQuotaJudgement, holders, "filled_by", "", holder_fields, .when = "!accepted"),
  { NULL },
};

typedef struct
{
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
} TermAsked;

static const SzArg term_args[] = {
  SZ_OPTION (
      DATE, TermAsked, from, "from", N_ ("DATE"), N_ ("First day of the term"), .required = TRUE),
  SZ_OPTION (DATE, TermAsked, to, "to", N_ ("DATE"), N_ ("Last day of the term"), .required = TRUE),
  SZ_OPTION (DECIMAL,
             TermAsked,
             fte_x1e4,
             "fte",
             "X",
             N_ ("Share of a post, 1 at first"),
             .decimals = SZ_RATIO_DECIMALS,
             .otherwise = SZ_RATIO_ONE,
             .least = 1),
  { 0 },
};

static int
run_check (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const TermAsked *asked = data;
  g_autoptr (SzQuotaJudgement) judgement
      = sz_quota_judge (office,
                        &(SzQuotaAsk){
                            .from = asked->from, .to = asked->to, .asked_x1e4 = asked->fte_x1e4 },
                        error);

  if (judgement == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, sz_cli_judgement_fields, judgement);
  if (!judgement->accepted)
    sz_quota_refuse (office, judgement, error);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_quota_check
    = { "quota check", N_ ("Whether one more part-time teacher fits on every day of a term"),
        term_args,     sizeof (TermAsked),
        run_check,     .office = TRUE };
