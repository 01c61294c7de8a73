/* sz-cli-pay-move.c — shizictl pay review, announce, objection, answer, approve, reopen, stale,
 * recompute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-cli-pay.h"
#include "sz-pay-move-act.h"
#include "sz-pay-objection.h"
#include "sz-pay-revise-act.h"
#include "sz-pay-stale.h"

typedef struct
{
  gint64 run;
  SzPayMove move;
} MoveAsked;

#define STALE_OPTION                                                                               \
  SZ_OPTION (TEXT, MoveAsked, move.accept_stale, "accept-stale", N_ ("TEXT"),                      \
             N_ ("Why the run may pass although inputs have changed"))

static const SzMember moved_fields[] = {
  SZ_SHOW_COUNT (SzPayMoved, run, "run", NULL),
  SZ_SHOW_TEXT (SzPayMoved, state, "state", NULL),
  SZ_SHOW_TEXT (SzPayMoved, by, "by", NULL),
  SZ_SHOW_SAY (N_ ("Run {run} is now “{state}” ({by}).")),
  { NULL },
};

static const SzMember announced_fields[] = {
  SZ_SHOW_COUNT (SzPayMoved, run, "run", NULL),
  SZ_SHOW_TEXT (SzPayMoved, state, "state", NULL),
  SZ_SHOW_TEXT (SzPayMoved, by, "by", NULL),
  SZ_SHOW_DATE (SzPayMoved, from, "from", NULL),
  SZ_SHOW_DATE (SzPayMoved, to, "to", NULL),
  SZ_SHOW_COUNT (SzPayMoved, days, "days", NULL),
  SZ_SHOW_SAY (N_ ("Run {run} is announced from {from} to {to} ({days} working days).")),
  { NULL },
};

static const SzMember approved_fields[] = {
  SZ_SHOW_COUNT (SzPayMoved, run, "run", NULL),
  SZ_SHOW_TEXT (SzPayMoved, state, "state", NULL),
  SZ_SHOW_TEXT (SzPayMoved, by, "by", NULL),
  SZ_SHOW_DATE (SzPayMoved, on, "on", NULL),
  SZ_SHOW_TEXT (SzPayMoved, document, "document", NULL),
  SZ_SHOW_SAY (N_ ("Run {run} is approved ({by}, {on}).")),
  { NULL },
};

static int
show_moved (SzCli *cli, const SzMember *fields, SzPayMoved *moved)
{
  g_autoptr (SzPayMoved) owned = moved;

  if (owned == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, fields, owned);
  return SZ_EXIT_DONE;
}

static const SzArg review_args[] = {
  SZ_WORD_RUN (MoveAsked, run),
  SZ_OPTION (FLAG,
             MoveAsked,
             move.defaults,
             "defaults",
             NULL,
             N_ ("The central split stands for departments that sent nothing")),
  STALE_OPTION,
  { 0 },
};

static int
run_review (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const MoveAsked *asked = data;

  return show_moved (cli, moved_fields,
                     sz_office_pay_review (office, asked->run, &asked->move, error));
}

const SzCliCommand sz_cli_pay_review
    = { "pay review", N_ ("Check a run (复核), as somebody else than its maker"),
        review_args,  sizeof (MoveAsked),
        run_review,   .office = TRUE };

/* Too few days are a refusal of the rule, not wrong use; −1 is none. */
static gboolean
read_days_cb (SzCli *cli, const char *text, gpointer member)
{
  gint64 days = 0;

  if (!sz_decimal_parse (text, 0, &days, NULL) || days < -1000 || days > 1000)
    {
      sz_cli_usage (cli, _ ("“%s” is no number of days."), text);
      return FALSE;
    }
  *(int *)member = days != 0 ? (int)days : -1;
  return TRUE;
}

static const SzArg announce_args[] = {
  SZ_WORD_RUN (MoveAsked, run),
  SZ_OPTION (DATE, MoveAsked, move.from, "from", N_ ("DATE"), N_ ("First day"), .required = TRUE),
  SZ_OPTION (READ, MoveAsked, move.days, "days", "N", N_ ("Working days"), .read = read_days_cb),
  STALE_OPTION,
  { 0 },
};

static int
run_announce (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const MoveAsked *asked = data;

  return show_moved (cli, announced_fields,
                     sz_office_pay_announce (office, asked->run, &asked->move, error));
}

const SzCliCommand sz_cli_pay_announce = { "pay announce", N_ ("Put a run on notice (公示)"),
                                           announce_args,  sizeof (MoveAsked),
                                           run_announce,   .office = TRUE };

static const SzArg approve_args[] = {
  SZ_WORD_RUN (MoveAsked, run),
  SZ_OPTION (DATE, MoveAsked, move.on, "on", N_ ("DATE"), N_ ("The day"), .required = TRUE),
  SZ_OPTION (TEXT,
             MoveAsked,
             move.document,
             "document",
             N_ ("文号"),
             N_ ("Number of the approval that lifts a limit (批文号)")),
  SZ_OPTION (TEXT,
             MoveAsked,
             move.no_notice,
             "no-notice",
             N_ ("文号"),
             N_ ("The document that says why without notice")),
  STALE_OPTION,
  { 0 },
};

static int
run_approve (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const MoveAsked *asked = data;

  return show_moved (cli, approved_fields,
                     sz_office_pay_approve (office, asked->run, &asked->move, error));
}

const SzCliCommand sz_cli_pay_approve
    = { "pay approve", N_ ("Approve a run (批准), as a third person"),
        approve_args,  sizeof (MoveAsked),
        run_approve,   .office = TRUE };

static const SzArg reopen_args[] = {
  SZ_WORD_RUN (MoveAsked, run),
  SZ_OPTION (TEXT, MoveAsked, move.reason, "reason", N_ ("TEXT"), N_ ("Why")),
  { 0 },
};

static int
run_reopen (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const MoveAsked *asked = data;

  return show_moved (cli, moved_fields,
                     sz_office_pay_reopen (office, asked->run, &asked->move, error));
}

const SzCliCommand sz_cli_pay_reopen
    = { "pay reopen", N_ ("Send a run back (退回) that is not paid"),
        reopen_args,  sizeof (MoveAsked),
        run_reopen,   .office = TRUE };

/* Not known until it is answered. */
static json_t *
make_upheld (gconstpointer of)
{
  const SzObjection *objection = of;

  return objection->answered != SZ_DATE_NONE ? json_boolean (objection->upheld) : json_null ();
}

static const SzMember objection_fields[] = {
  SZ_SHOW_COUNT (SzObjection, n, "n", N_ ("No.")),
  SZ_SHOW_TEXT (SzObjection, source, "from", N_ ("From")),
  SZ_SHOW_TEXT (SzObjection, text, "text", N_ ("Objection")),
  SZ_SHOW_DATE (SzObjection, on, "on", N_ ("Day")),
  SZ_SHOW_FLAG (SzObjection, late, "late", N_ ("Late")),
  SZ_SHOW_TEXT (SzObjection, answer, "answer", N_ ("Answer")),
  SZ_SHOW_DATE (SzObjection, answered, "answered_on", N_ ("Answered")),
  SZ_SHOW_MADE ("upheld", NULL, make_upheld),
  { NULL },
};

typedef struct
{
  gint64 run;
  GArray *objections;
  guint open;
} Objections;

static const SzMember objections_fields[] = {
  SZ_SHOW_COUNT (Objections, run, "run", NULL),
  SZ_SHOW_LIST (Objections, objections, "objections", "", objection_fields),
  SZ_SHOW_COUNT (Objections, open, "open", N_ ("Open")),
  { NULL },
};

typedef struct
{
  gint64 run;
  SzObjectionAsk ask;
} ObjectionAsked;

static int
show_objections (SzCli *cli, SzOffice *office, gint64 run, GError **error)
{
  Objections all = { .run = run };
  g_autoptr (GArray) list = sz_view_pay_objections (office, run, &all.open, error);

  if (list == NULL)
    return SZ_EXIT_REFUSED;
  all.objections = list;
  sz_cli_show (cli, objections_fields, &all);
  return SZ_EXIT_DONE;
}

static const SzArg objections_args[] = {
  SZ_WORD_RUN (ObjectionAsked, run),
  { 0 },
};

static int
run_objections (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return show_objections (cli, office, ((const ObjectionAsked *)data)->run, error);
}

const SzCliCommand sz_cli_pay_objections
    = { "pay objections", N_ ("Objections to the latest notice of a run"),
        objections_args,  sizeof (ObjectionAsked),
        run_objections,   .office = TRUE };

static const SzArg objection_args[] = {
  SZ_WORD_RUN (ObjectionAsked, run),
  SZ_OPTION (TEXT,
             ObjectionAsked,
             ask.source,
             "by",
             N_ ("工号或姓名"),
             N_ ("Who objects"),
             .required = TRUE),
  SZ_OPTION (
      TEXT, ObjectionAsked, ask.text, "text", N_ ("TEXT"), N_ ("What is said"), .required = TRUE),
  SZ_OPTION (DATE, ObjectionAsked, ask.on, "on", N_ ("DATE"), N_ ("The day"), .required = TRUE),
  { 0 },
};

static int
run_objection (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ObjectionAsked *asked = data;

  if (!sz_office_pay_object (office, asked->run, &asked->ask, error))
    return SZ_EXIT_REFUSED;
  return show_objections (cli, office, asked->run, error);
}

const SzCliCommand sz_cli_pay_objection
    = { "pay objection", N_ ("Enter an objection to a notice (异议)"),
        objection_args,  sizeof (ObjectionAsked),
        run_objection,   .office = TRUE };

static const SzArg answer_args[] = {
  SZ_WORD_RUN (ObjectionAsked, run),
  SZ_WORD_OF (COUNT, ObjectionAsked, ask.n, "N", .least = 1),
  SZ_OPTION (
      TEXT, ObjectionAsked, ask.text, "text", N_ ("TEXT"), N_ ("The answer"), .required = TRUE),
  SZ_OPTION (DATE, ObjectionAsked, ask.on, "on", N_ ("DATE"), N_ ("The day"), .required = TRUE),
  SZ_OPTION (FLAG, ObjectionAsked, ask.upheld, "upheld", NULL, N_ ("The objection is right")),
  { 0 },
};

static int
run_answer (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ObjectionAsked *asked = data;

  if (!sz_office_pay_answer (office, asked->run, &asked->ask, error))
    return SZ_EXIT_REFUSED;
  return show_objections (cli, office, asked->run, error);
}

const SzCliCommand sz_cli_pay_answer = { "pay answer", N_ ("Answer an objection (答复)"),
                                         answer_args,  sizeof (ObjectionAsked),
                                         run_answer,   .office = TRUE };

static const SzMember change_fields[] = {
  SZ_SHOW_TEXT (SzPayChange, kind, "kind", N_ ("Kind")),
  SZ_SHOW_TEXT (SzPayChange, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzPayChange, item, "item", N_ ("What")),
  SZ_SHOW_TEXT (SzPayChange, before, "before", N_ ("Before")),
  SZ_SHOW_TEXT (SzPayChange, after, "after", N_ ("After")),
  SZ_SHOW_TEXT (SzPayChange, who, "who", N_ ("By")),
  SZ_SHOW_TIME (SzPayChange, at, "at", NULL),
  { NULL },
};

typedef struct
{
  gint64 run;
  gboolean stale;
  guint count;
  GArray *changes;
} Stale;

static const SzMember stale_fields[] = {
  SZ_SHOW_COUNT (Stale, run, "run", NULL),
  SZ_SHOW_FLAG (Stale, stale, "stale", NULL),
  SZ_SHOW_COUNT (Stale, count, "count", NULL),
  SZ_SHOW_LIST (Stale, changes, "changes", "", change_fields),
  SZ_SHOW_SAY (N_ ("Inputs that have changed since: {count}.")),
  { NULL },
};

typedef struct
{
  gint64 run;
} RunAsked;

static const SzArg run_args[] = {
  SZ_WORD_RUN (RunAsked, run),
  { 0 },
};

static int
run_stale (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const RunAsked *asked = data;
  g_autoptr (GArray) changes = sz_office_pay_stale (office, asked->run, NULL, error);
  Stale stale = { .run = asked->run, .changes = changes };

  if (changes == NULL)
    return SZ_EXIT_REFUSED;
  stale.count = changes->len;
  stale.stale = changes->len > 0;
  sz_cli_show (cli, stale_fields, &stale);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_stale
    = { "pay stale", N_ ("Which inputs have changed since a run was computed"),
        run_args,    sizeof (RunAsked),
        run_stale,   .office = TRUE };

static json_t *
make_person_difference (gconstpointer of)
{
  const SzRevisedPerson *person = of;
  g_autofree char *text = sz_money_format (person->after_fen - person->before_fen);

  return json_string (text);
}

static const SzMember revised_person_fields[] = {
  SZ_SHOW_TEXT (SzRevisedPerson, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_MONEY (SzRevisedPerson, before_fen, "before", N_ ("Before")),
  SZ_SHOW_MONEY (SzRevisedPerson, after_fen, "after", N_ ("After")),
  SZ_SHOW_MADE ("difference", N_ ("Difference"), make_person_difference),
  { NULL },
};

static const SzMember name_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

typedef struct
{
  SzRevised revised;
  guint gain;
  guint lose;
  guint same;
} Revised;

static const SzMember revised_fields[] = {
  SZ_SHOW_COUNT (Revised, revised.run, "run", NULL),
  SZ_SHOW_COUNT (Revised, revised.revision, "revision", NULL),
  SZ_SHOW_LIST (Revised,
                revised.dropped,
                "dropped",
                N_ ("Own splits that no longer fit"),
                name_fields,
                .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_COUNT (Revised, gain, "gain", NULL),
  SZ_SHOW_COUNT (Revised, lose, "lose", NULL),
  SZ_SHOW_COUNT (Revised, same, "same", NULL),
  SZ_SHOW_LIST (Revised, revised.people, "people", "", revised_person_fields),
  SZ_SHOW_SAY (N_ ("Revision {revision}: {gain} gain, {lose} lose, {same} stay as they were.")),
  { NULL },
};

static int
run_recompute (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const RunAsked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzRevised) made = sz_office_pay_recompute (office, asked->run, issues, NULL, error);
  Revised revised = { 0 };

  if (made != NULL)
    {
      revised.revised = *made;
      for (guint i = 0; i < made->people->len; i++)
        {
          const SzRevisedPerson *person = &g_array_index (made->people, SzRevisedPerson, i);

          revised.gain += person->after_fen > person->before_fen ? 1 : 0;
          revised.lose += person->after_fen < person->before_fen ? 1 : 0;
          revised.same += person->after_fen == person->before_fen ? 1 : 0;
        }
      sz_cli_show (cli, revised_fields, &revised);
    }
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return made != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_recompute
    = { "pay recompute", N_ ("Compute a run again over today's inputs: a new revision"),
        run_args,        sizeof (RunAsked),
        run_recompute,   .office = TRUE };
