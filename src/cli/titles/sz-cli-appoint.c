/* sz-cli-appoint.c — shizictl appoint …, findings (RULE ttl-7, ttl-20 … ttl-22, ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-appoint-act.h"
#include "sz-cli-title-findings.h"
#include "sz-cli-titles.h"
#include "sz-post-words.h"
#include "sz-title-findings.h"

static void
fill_case (SzCli *cli, const SzAppointCase *shown)
{
  json_t *document = cli->document;

  json_object_set_new (document, "case",
                       shown->number > 0 ? json_integer (shown->number) : json_null ());
  json_object_set_new (document, "kind", json_string (sz_move_kind_word (shown->kind)));
  json_object_set_new (document, "vacancy",
                       shown->has_vacancy ? json_integer (shown->vacancy) : json_null ());
  json_object_set_new (document, "state", sz_cli_make_text (shown->state));
  json_object_set_new (document, "pay",
                       json_pack ("{s:o, s:o, s:o, s:o}", "from",
                                  sz_cli_make_date (shown->pay_from), "before",
                                  shown->has_before
                                      ? sz_cli_make_decimal (shown->before_x1e4, SZ_RATIO_DECIMALS)
                                      : json_null (),
                                  "after",
                                  shown->has_after
                                      ? sz_cli_make_decimal (shown->after_x1e4, SZ_RATIO_DECIMALS)
                                      : json_null (),
                                  "scheme", sz_cli_make_text (shown->scheme)));
  json_object_set_new (document, "term",
                       json_pack ("{s:o, s:o}", "from", sz_cli_make_date (shown->term_from), "to",
                                  sz_cli_make_date (shown->term_to)));
  sz_cli_print (cli, "%" G_GINT64_FORMAT " %s %s\n", shown->number, sz_move_kind_word (shown->kind),
                shown->state != NULL ? shown->state : "");
}

typedef struct
{
  const char *staff_no;
  const char *post;
  SzDate on;
  const char *approval;
  SzDate opened;
} OpenAsked;

static const SzArg open_args[] = {
  SZ_WORD_OF (TEXT, OpenAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXT, OpenAsked, post, N_ ("LEVEL")),
  SZ_OPTION (DATE, OpenAsked, on, "on", N_ ("DATE"), N_ ("The appointment day"), .required = TRUE),
  SZ_OPTION (TEXT, OpenAsked, approval, "approval", N_ ("文号"), N_ ("An approval number")),
  SZ_OPTION (DATE, OpenAsked, opened, "opened", N_ ("DATE"), N_ ("When it was asked for")),
  { 0 },
};

static int
run_open (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const OpenAsked *asked = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();
  g_autoptr (GError) reason = NULL;
  SzAppointAsk ask = { asked->staff_no, 0, asked->on, asked->approval, asked->opened };

  if (!sz_cli_read_post (cli, asked->post, &ask.post))
    return SZ_EXIT_USAGE;
  if (sz_appoint_open (office, &ask, shown, &reason))
    {
      fill_case (cli, shown);
      return SZ_EXIT_DONE;
    }
  json_object_set_new (cli->document, "kind", json_string (sz_move_kind_word (shown->kind)));
  json_object_set_new (cli->document, "vacancy",
                       shown->has_vacancy ? json_integer (shown->vacancy) : json_null ());
  return sz_cli_titles_fail (cli, reason);
}

const SzCliCommand sz_cli_appoint_open = { "appoint open", N_ ("Ask for an appointment to a post"),
                                           open_args,      sizeof (OpenAsked),
                                           run_open,       .office = TRUE };

typedef struct
{
  const char *const *cases;
  const char *text;
} CasesAsked;

static const SzArg decide_args[] = {
  SZ_WORD_OF (TEXTS, CasesAsked, cases, N_ ("CASE")),
  SZ_OPTION (TEXT, CasesAsked, text, "document", N_ ("文号"), N_ ("Number of the document")),
  { 0 },
};

static gboolean
read_case (SzCli *cli, const char *text, gint64 *number)
{
  if (sz_decimal_parse (text, 0, number, NULL) && *number > 0)
    return TRUE;
  sz_cli_usage (cli, _ ("“%s” is no number."), text);
  return FALSE;
}

static int
run_decide (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const CasesAsked *asked = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; asked->cases[i] != NULL; i++)
    {
      gint64 number;

      if (!read_case (cli, asked->cases[i], &number))
        return SZ_EXIT_USAGE;
      g_array_append_val (numbers, number);
    }
  if (!sz_appoint_decide (office, (const gint64 *)(gconstpointer)numbers->data, numbers->len,
                          asked->text, shown, &reason))
    return sz_cli_titles_fail (cli, reason);
  fill_case (cli, shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_appoint_decide
    = { "appoint decide", N_ ("Decide appointments, all of them or none"),
        decide_args,      sizeof (CasesAsked),
        run_decide,       .office = TRUE };

typedef struct
{
  gint64 number;
  const char *reason;
} WithdrawAsked;

static const SzArg withdraw_args[] = {
  SZ_WORD_OF (COUNT, WithdrawAsked, number, N_ ("CASE"), .least = 1),
  SZ_OPTION (TEXT, WithdrawAsked, reason, "reason", N_ ("TEXT"), N_ ("Why")),
  { 0 },
};

static int
run_withdraw (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const WithdrawAsked *asked = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();
  g_autoptr (GError) reason = NULL;

  if (!sz_appoint_withdraw (office, asked->number, asked->reason, shown, &reason))
    return sz_cli_titles_fail (cli, reason);
  fill_case (cli, shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_appoint_withdraw
    = { "appoint withdraw", N_ ("Withdraw an appointment that is not decided"),
        withdraw_args,      sizeof (WithdrawAsked),
        run_withdraw,       .office = TRUE };

typedef struct
{
  const char *state;
} ListAsked;

static const SzArg list_args[] = {
  SZ_OPTION (TEXT,
             ListAsked,
             state,
             "state",
             N_ ("STATE"),
             N_ ("Only open, decided or withdrawn ones")),
  { 0 },
};

static const SzMember case_fields[] = {
  SZ_SHOW_COUNT (SzAppointCase, number, "case", N_ ("Case")),
  SZ_SHOW_TEXT (SzAppointCase, staff_no, "staff_no", N_ ("Staff number")),
  SZ_SHOW_LEVEL (SzAppointCase, from, "from", N_ ("From")),
  SZ_SHOW_LEVEL (SzAppointCase, to, "to", N_ ("To")),
  SZ_SHOW_DATE (SzAppointCase, day, "day", N_ ("Day")),
  SZ_SHOW_DATE (SzAppointCase, opened, "opened", N_ ("Opened")),
  SZ_SHOW_TEXT (SzAppointCase, state, "state", N_ ("State")),
  SZ_SHOW_TEXT (SzAppointCase, approval, "approval", N_ ("Approval")),
  SZ_SHOW_TEXT (SzAppointCase, document, "document", N_ ("Document")),
  { NULL },
};

typedef struct
{
  GPtrArray *cases;
} CaseList;

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (CaseList, cases, "cases", "", case_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (GPtrArray) cases = sz_appoint_list (office, ((const ListAsked *)data)->state, error);
  const CaseList list = { cases };

  if (cases == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, list_fields, &list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_appoint_list = { "appoint list", N_ ("The appointment cases there are"),
                                           list_args,      sizeof (ListAsked),
                                           run_list,       .office = TRUE };

typedef struct
{
  SzDate on;
  int months;
} DayAsked;

static const SzArg rise_args[] = {
  SZ_OPTION (DATE, DayAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static json_t *
make_rise (const SzRise *rise)
{
  json_t *reasons = json_array ();

  for (int i = 0; i < SZ_N_RISE_REASONS; i++)
    if (rise->reasons & 1u << i)
      json_array_append_new (reasons, json_string (sz_rise_reason_code (i)));
  return json_pack ("{s:s, s:o, s:o, s:i, s:i, s:o, s:o, s:o, s:b}", "staff_no", rise->staff_no,
                    "from", sz_cli_place (rise->from), "to", sz_cli_place (rise->to),
                    "level_months", rise->level_months, "band_months", rise->band_months, "score",
                    rise->has_score ? sz_cli_make_decimal (rise->score_x100, 2) : json_null (),
                    "alternative",
                    rise->alternative > 0 ? json_integer (rise->alternative) : json_null (),
                    "reasons", reasons, "fits", rise->fits);
}

static int
run_rise (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzDate day = sz_cli_day (office, ((const DayAsked *)data)->on);
  g_autoptr (SzRiseList) list = sz_appoint_rises (office, day, error);
  json_t *people;

  if (list == NULL)
    return SZ_EXIT_REFUSED;
  people = json_array ();
  for (guint i = 0; i < list->rises->len; i++)
    {
      const SzRise *rise = &g_array_index (list->rises, SzRise, i);
      g_autofree char *to = sz_post_name (sz_place_post (rise->to));
      g_autofree char *reasons = sz_rise_words (rise);

      json_array_append_new (people, make_rise (rise));
      sz_cli_print (cli, "%u %s %s %s%s%s\n", i + 1, rise->staff_no, to, sz_rise_fits_words (rise),
                    *reasons != '\0' ? ": " : "", reasons);
    }
  json_object_set_new (cli->document, "date", sz_cli_make_date (day));
  json_object_set_new (cli->document, "people", people);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_appoint_rise
    = { "appoint rise", N_ ("Who could rise by a level inside a band"),
        rise_args,      sizeof (DayAsked),
        run_rise,       .office = TRUE };

static const SzArg due_args[] = {
  SZ_OPTION (DATE, DayAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  SZ_OPTION (COUNT,
             DayAsked,
             months,
             "months",
             "N",
             N_ ("So many months ahead"),
             .most = 1200,
             .otherwise = -1),
  { 0 },
};

static const SzMember term_fields[] = {
  SZ_SHOW_TEXT (SzTermDue, staff_no, "staff_no", N_ ("Staff number")),
  SZ_SHOW_LEVEL (SzTermDue, post, "level", N_ ("Level")),
  SZ_SHOW_DATE (SzTermDue, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzTermDue, to, "to", N_ ("To")),
  { NULL },
};

typedef struct
{
  SzDate date;
  int months;
  GArray *people;
} Due;

static const SzMember due_fields[] = {
  SZ_SHOW_DATE (Due, date, "date", NULL),
  SZ_SHOW_COUNT (Due, months, "months", NULL),
  SZ_SHOW_LIST (Due, people, "people", "", term_fields),
  { NULL },
};

static int
run_due (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DayAsked *asked = data;
  Due due = { sz_cli_day (office, asked->on), asked->months, NULL };
  g_autoptr (GArray) people = sz_appoint_due (office, due.date, &due.months, error);

  if (people == NULL)
    return SZ_EXIT_REFUSED;
  due.people = people;
  sz_cli_show (cli, due_fields, &due);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_appoint_due
    = { "appoint due", N_ ("Terms of posts that end soon"), due_args, sizeof (DayAsked), run_due,
        .office = TRUE };

static const SzMember finding_fields[] = {
  SZ_SHOW_TEXT (SzTitleFinding, code, "code", N_ ("Finding")),
  SZ_SHOW_TEXT (SzTitleFinding, staff_no, "staff_no", N_ ("Staff number")),
  SZ_SHOW_DATE (SzTitleFinding, date, "date", N_ ("Day")),
  SZ_SHOW_TEXT (SzTitleFinding, level, "level", N_ ("Level")),
  SZ_SHOW_TEXT (SzTitleFinding, batch, "batch", N_ ("Round")),
  { NULL },
};

typedef struct
{
  GArray *findings;
} Findings;

static const SzMember findings_fields[] = {
  SZ_SHOW_LIST (Findings, findings, "findings", "", finding_fields),
  { NULL },
};

int
sz_cli_show_title_findings (SzCli *cli, SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) list = NULL;
  Findings findings;

  g_return_val_if_fail (cli != NULL && office != NULL, SZ_EXIT_TROUBLE);

  list = sz_title_findings (office, sz_cli_day (office, day), error);
  if (list == NULL)
    return SZ_EXIT_REFUSED;
  findings.findings = list;
  sz_cli_show (cli, findings_fields, &findings);
  return SZ_EXIT_DONE;
}
