/* sz-cli-pay-correct.c — shizictl pay correct: a correction of what was paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-cli-pay.h"
#include "sz-pay-revise-act.h"

static json_t *
make_total (gconstpointer of)
{
  const SzRevisedPerson *person = of;
  g_autofree char *text = sz_money_format (person->after_fen - person->before_fen);

  return json_string (text);
}

static const SzMember person_fields[] = {
  SZ_SHOW_TEXT (SzRevisedPerson, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzRevisedPerson, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzRevisedPerson, department, "department", N_ ("Department")),
  SZ_SHOW_MONEY (SzRevisedPerson, before_fen, "before", N_ ("Before")),
  SZ_SHOW_MONEY (SzRevisedPerson, after_fen, "after", N_ ("After")),
  SZ_SHOW_MADE ("total", N_ ("Difference"), make_total),
  { NULL },
};

static const SzMember correct_fields[] = {
  SZ_SHOW_COUNT (SzCorrectView, run, "run", NULL),
  SZ_SHOW_TEXT (SzCorrectView, state, "state", NULL),
  SZ_SHOW_COUNT (SzCorrectView, revision, "revision", NULL),
  SZ_SHOW_COUNT (SzCorrectView, corrects, "corrects", NULL),
  SZ_SHOW_TEXT (SzCorrectView, source, "source", NULL),
  SZ_SHOW_TEXT (SzCorrectView, settle, "settle", NULL),
  SZ_SHOW_MONEY (SzCorrectView, pool_fen, "pool", NULL),
  SZ_SHOW_MONEY (SzCorrectView, reserve_before_fen, "reserve_before", N_ ("Reserve before")),
  SZ_SHOW_MONEY (SzCorrectView, reserve_fen, "reserve", N_ ("Reserve after")),
  SZ_SHOW_LIST (SzCorrectView, people, "people", "", person_fields),
  SZ_SHOW_MONEY (SzCorrectView, gain_fen, "gain", N_ ("To pay")),
  SZ_SHOW_MONEY (SzCorrectView, lose_fen, "lose", N_ ("To take back")),
  SZ_SHOW_MONEY (SzCorrectView, total_fen, "total", N_ ("Together")),
  { NULL },
};

gboolean
sz_cli_pay_show_correct (SzCli *cli, SzOffice *office, gint64 run, GError **error)
{
  g_autoptr (SzCorrectView) view = sz_view_pay_correct (office, run, error);

  if (view != NULL)
    sz_cli_show (cli, correct_fields, view);
  return view != NULL;
}

typedef struct
{
  gint64 run;
  gboolean from_reserve;
  gboolean settle_next;
  const char *scheme;
} Asked;

static gboolean
read_source_cb (SzCli *cli, const char *text, gpointer member)
{
  *(gboolean *)member = g_str_equal (text, "reserve");
  if (*(gboolean *)member || g_str_equal (text, "people"))
    return TRUE;
  sz_cli_usage (cli, _ ("“%s”: say people or reserve."), text);
  return FALSE;
}

static gboolean
read_settle_cb (SzCli *cli, const char *text, gpointer member)
{
  *(gboolean *)member = g_str_equal (text, "next");
  if (*(gboolean *)member || g_str_equal (text, "now"))
    return TRUE;
  sz_cli_usage (cli, _ ("“%s”: say now or next."), text);
  return FALSE;
}

static const SzArg args[] = {
  SZ_WORD_RUN (Asked, run),
  SZ_OPTION (READ,
             Asked,
             from_reserve,
             "from",
             "people|reserve",
             N_ ("Share anew (重算分摊), or take it from the reserve (调节金列支)"),
             .read = read_source_cb),
  SZ_OPTION (READ,
             Asked,
             settle_next,
             "settle",
             "now|next",
             N_ ("Pay it by itself, or with the next payment"),
             .read = read_settle_cb),
  SZ_OPTION (TEXT, Asked, scheme, "scheme", N_ ("FILE.json"), N_ ("Another scheme")),
  { 0 },
};

static int
run_correct (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzCorrectAsk ask = { asked->run, asked->from_reserve, asked->settle_next, asked->scheme };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  gint64 number = 0;

  if (!sz_office_pay_correct (office, &ask, issues, &number, error))
    {
      if (sz_issue_list_length (issues) > 0)
        sz_cli_findings (cli, issues);
      return SZ_EXIT_REFUSED;
    }
  return sz_cli_pay_show_correct (cli, office, number, error) ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_correct
    = { "pay correct", N_ ("Correct a run that was paid (更正), as a new run"),
        args,          sizeof (Asked),
        run_correct,   .office = TRUE };
