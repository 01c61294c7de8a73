/* sz-cli-pay-net.c — shizictl pay net, bank, paid, owed, collect: from 应发 to 实发
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-cli-pay.h"
#include "sz-pay-bank.h"
#include "sz-pay-collect.h"
#include "sz-pay-net-act.h"

static json_t *
make_way (gconstpointer of)
{
  return json_string (sz_pay_way_word (((const SzNetPerson *)of)->net.way));
}

static const SzMember sum_fields[] = {
  SZ_SHOW_MONEY (SzPayNet, total_fen, "total", N_ ("Total")),
  SZ_SHOW_MONEY (SzPayNet, advance_fen, "advance", N_ ("Advance")),
  SZ_SHOW_MONEY (SzPayNet, correction_fen, "correction", N_ ("Correction")),
  SZ_SHOW_MONEY (SzPayNet, gross_fen, "gross", N_ ("Gross")),
  SZ_SHOW_MONEY (SzPayNet, tax_fen, "tax", N_ ("Tax")),
  SZ_SHOW_MONEY (SzPayNet, other_fen, "other", N_ ("Other")),
  SZ_SHOW_MONEY (SzPayNet, due_fen, "due", N_ ("Due")),
  SZ_SHOW_MONEY (SzPayNet, owed_fen, "owed", N_ ("Owed")),
  SZ_SHOW_MONEY (SzPayNet, actual_fen, "actual", N_ ("Actual")),
  SZ_SHOW_MONEY (SzPayNet, owed_after_fen, "owed_after", N_ ("Owed after")),
  { NULL },
};

static const SzMember person_fields[] = {
  SZ_SHOW_TEXT (SzNetPerson, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzNetPerson, name, "name", N_ ("Name")),
  SZ_SHOW_MADE ("way", N_ ("Way"), make_way),
  SZ_SHOW_INLINE (SzNetPerson, net, sum_fields),
  { NULL },
};

static json_t *
make_tax (gconstpointer of)
{
  return json_string (sz_scheme_tax_word (((const SzNetView *)of)->tax));
}

static const SzMember net_fields[] = {
  SZ_SHOW_COUNT (SzNetView, run, "run", NULL),
  SZ_SHOW_DATE (SzNetView, on, "on", NULL),
  SZ_SHOW_MADE ("tax", NULL, make_tax),
  SZ_SHOW_LIST (SzNetView, people, "people", "", person_fields),
  SZ_SHOW_OBJECT (SzNetView, totals, "totals", N_ ("Total"), sum_fields, .flags = SZ_FOOT),
  { NULL },
};

typedef struct
{
  gint64 run;
  SzDate on;
} NetAsked;

static const SzArg net_args[] = {
  SZ_WORD_RUN (NetAsked, run),
  SZ_OPTION (DATE, NetAsked, on, "on", N_ ("DATE"), N_ ("The day of payment")),
  { 0 },
};

/* A day is wanted until the run is paid; with @state only of a run in it: the state of another is
 * the refusal. */
static gboolean
needs_day (SzOffice *office, gint64 run, SzDate on, const char *state, GError **error)
{
  g_autoptr (GArray) heads = NULL;

  if (on != SZ_DATE_NONE)
    return FALSE;
  heads = sz_view_pay_list (office, error);
  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      const SzPayHead *head = &g_array_index (heads, SzPayHead, i);

      if (head->run == run)
        return state != NULL ? g_str_equal (head->state, state)
                             : !g_str_equal (head->state, "paid");
    }
  return FALSE;
}

static int
run_net (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const NetAsked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzNetView) view = NULL;

  if (needs_day (office, asked->run, asked->on, NULL, error))
    return sz_cli_usage (cli, "%s", _ ("--on DATE is wanted: the day of payment."));
  view = sz_view_pay_net (office, asked->run, asked->on, issues, error);
  if (view != NULL)
    sz_cli_show (cli, net_fields, view);
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return view != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_net
    = { "pay net", N_ ("What would be paid of a run on a day; of a paid run what was"),
        net_args,  sizeof (NetAsked),
        run_net,   .office = TRUE };

typedef struct
{
  gint64 run;
  const char *state;
  const char *by;
  SzDate on;
  guint count;
  SzMoney total_fen;
} Paid;

static const SzMember paid_fields[] = {
  SZ_SHOW_COUNT (Paid, run, "run", NULL),
  SZ_SHOW_TEXT (Paid, state, "state", NULL),
  SZ_SHOW_TEXT (Paid, by, "by", NULL),
  SZ_SHOW_DATE (Paid, on, "on", NULL),
  SZ_SHOW_COUNT (Paid, count, "count", NULL),
  SZ_SHOW_MONEY (Paid, total_fen, "total", NULL),
  SZ_SHOW_SAY (N_ ("Run {run} is paid on {on}: {count} people, {total}.")),
  { NULL },
};

static const SzArg paid_args[] = {
  SZ_WORD_RUN (NetAsked, run),
  SZ_OPTION (DATE, NetAsked, on, "on", N_ ("DATE"), N_ ("The day of payment"), .required = TRUE),
  { 0 },
};

static int
run_paid (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const NetAsked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzNetView) view = sz_office_pay_paid (office, asked->run, asked->on, issues, error);
  Paid paid = { 0 };

  if (view != NULL)
    {
      paid = (Paid){ .run = view->run,
                     .state = view->state,
                     .by = sz_office_get_who (office),
                     .on = view->on,
                     .total_fen = view->totals.actual_fen };
      for (guint i = 0; i < view->people->len; i++)
        paid.count += g_array_index (view->people, SzNetPerson, i).net.actual_fen > 0 ? 1 : 0;
      sz_cli_show (cli, paid_fields, &paid);
    }
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return view != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_paid = { "pay paid", N_ ("Pay a run (发放): what is paid is frozen"),
                                       paid_args,  sizeof (NetAsked),
                                       run_paid,   .office = TRUE };

static const SzMember left_fields[] = {
  SZ_SHOW_TEXT (SzBankLeft, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzBankLeft, name, "name", N_ ("Name")),
  SZ_SHOW_MONEY (SzBankLeft, amount_fen, "amount", N_ ("Amount")),
  { NULL },
};

static const SzMember bank_fields[] = {
  SZ_SHOW_COUNT (SzBankDone, run, "run", NULL),
  SZ_SHOW_TEXT (SzBankDone, layout, "template", NULL),
  SZ_SHOW_TEXT (SzBankDone, file, "file", NULL),
  SZ_SHOW_COUNT (SzBankDone, count, "count", NULL),
  SZ_SHOW_MONEY (SzBankDone, total_fen, "total", NULL),
  SZ_SHOW_LIST (SzBankDone, left_out, "left_out", N_ ("Left out"), left_fields),
  SZ_SHOW_MONEY (SzBankDone, left_out_fen, "left_out_total", NULL),
  SZ_SHOW_MONEY (SzBankDone, actual_fen, "actual", NULL),
  SZ_SHOW_SAY (N_ ("{file}: {count} people, {total}; {actual} with those left out.")),
  { NULL },
};

typedef struct
{
  SzBankAsk ask;
  const char *path;
} BankAsked;

static const SzArg bank_args[] = {
  SZ_WORD_RUN (BankAsked, ask.run),
  SZ_OPTION (DATE, BankAsked, ask.on, "on", N_ ("DATE"), N_ ("The day of payment")),
  SZ_OPTION (TEXT,
             BankAsked,
             ask.layout,
             "template",
             N_ ("NAME"),
             N_ ("The bank's layout, of the parameter bank.templates")),
  SZ_OPTION (TEXT, BankAsked, ask.note, "note", N_ ("TEXT"), N_ ("What stands as 摘要")),
  SZ_OPTION (FLAG,
             BankAsked,
             ask.without_account,
             "without-account",
             NULL,
             N_ ("Leave out who has no account, and list them")),
  SZ_OPTION (TEXT,
             BankAsked,
             path,
             "output",
             N_ ("FILE.xlsx|.csv|.txt"),
             N_ ("The file to write"),
             .letter = 'o',
             .required = TRUE),
  { 0 },
};

static int
run_bank (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const BankAsked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzBankDone) done = NULL;

  if (needs_day (office, asked->ask.run, asked->ask.on, "approved", error))
    return sz_cli_usage (cli, "%s", _ ("--on DATE is wanted: the day of payment."));
  done = sz_office_pay_bank (office, &asked->ask, asked->path, issues, error);
  if (done != NULL)
    sz_cli_show (cli, bank_fields, done);
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return done != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_bank
    = { "pay bank", N_ ("Write the bank list (银行代发清单) of a run"),
        bank_args,  sizeof (BankAsked),
        run_bank,   .office = TRUE };

static const SzMember owed_fields[] = {
  SZ_SHOW_TEXT (SzOwed, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzOwed, name, "name", N_ ("Name")),
  SZ_SHOW_MONEY (SzOwed, owed_fen, "owed", N_ ("Owed")),
  SZ_SHOW_COUNT (SzOwed, run, "run", N_ ("Run")),
  { NULL },
};

typedef struct
{
  GArray *people;
  SzMoney total_fen;
} AllOwed;

static const SzMember all_owed_fields[] = {
  SZ_SHOW_LIST (AllOwed, people, "people", "", owed_fields),
  SZ_SHOW_MONEY (AllOwed, total_fen, "total", N_ ("Total")),
  { NULL },
};

static int
run_owed (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (GArray) people = sz_view_pay_owed (office, error);
  AllOwed all = { people, 0 };

  if (people == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < people->len; i++)
    all.total_fen += g_array_index (people, SzOwed, i).owed_fen;
  sz_cli_show (cli, all_owed_fields, &all);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_owed
    = { "pay owed",    N_ ("Who still owes from runs that were paid"), NULL, 0, run_owed,
        .office = TRUE };

static const SzArg collect_args[] = {
  SZ_WORD_OF (TEXT, SzCollect, staff_no, N_ ("工号")),
  SZ_WORD_OF (DECIMAL, SzCollect, amount_fen, N_ ("AMOUNT"), .decimals = 2),
  SZ_OPTION (DATE, SzCollect, on, "on", N_ ("DATE"), N_ ("The day"), .required = TRUE),
  SZ_OPTION (TEXT,
             SzCollect,
             document,
             "document",
             N_ ("文号"),
             N_ ("Number of the receipt"),
             .required = TRUE),
  { 0 },
};

typedef struct
{
  const char *staff_no;
  SzMoney owed_fen;
} Collected;

static const SzMember collected_fields[] = {
  SZ_SHOW_TEXT (Collected, staff_no, "staff_no", NULL),
  SZ_SHOW_MONEY (Collected, owed_fen, "owed", NULL),
  SZ_SHOW_SAY (N_ ("{staff_no} owes {owed} now.")),
  { NULL },
};

static int
run_collect (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzCollect *asked = data;
  Collected collected = { asked->staff_no, 0 };

  if (!sz_office_pay_collect (office, asked, &collected.owed_fen, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, collected_fields, &collected);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_collect
    = { "pay collect", N_ ("Enter what somebody who owed has handed in (收回)"),
        collect_args,  sizeof (SzCollect),
        run_collect,   .office = TRUE };
