/* sz-cli-recruit-act.c — shizictl recruit plan, review, withdraw, move, step, objection, answer,
 * findings (RULE rec-16, rec-18 … rec-22, rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-recruit.h"
#include "sz-cli-step.h"
#include "sz-recruit-act.h"
#include "sz-recruit-risk.h"

#define WORD_PLAN(Struct) SZ_WORD_OF (TEXT, Struct, plan, N_ ("PLAN"))
#define WORD_POST(Struct) SZ_WORD_OF (TEXT, Struct, post, N_ ("POST"))
#define WORD_TICKET(Struct) SZ_WORD_OF (TEXT, Struct, ticket, N_ ("TICKET"))

/* The document of an act that answers nothing new says what was done to whom. */
static int
finish (SzCli *cli, const SzMember *fields, gconstpointer asked, gboolean done)
{
  if (!done)
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, fields, asked);
  sz_cli_print (cli, _ ("Done.\n"));
  return SZ_EXIT_DONE;
}

static const SzArg plan_args[] = {
  SZ_WORD_OF (TEXT, SzPlanAsk, code, N_ ("PLAN")),
  SZ_OPTION (TEXT, SzPlanAsk, name, "name", N_ ("名称"), N_ ("What the plan is called")),
  SZ_OPTION (DATE,
             SzPlanAsk,
             cutoff,
             "cutoff",
             N_ ("DATE"),
             N_ ("The day that ages and years count to")),
  SZ_OPTION (TEXT,
             SzPlanAsk,
             document,
             "source",
             N_ ("文号"),
             N_ ("Number of the document (文号)")),
  { 0 },
};

static const SzMember plan_fields[] = {
  SZ_SHOW_TEXT (SzPlanAsk, code, "plan", NULL),
  SZ_SHOW_TEXT (SzPlanAsk, name, "name", NULL),
  SZ_SHOW_DATE (SzPlanAsk, cutoff, "cutoff", NULL),
  SZ_SHOW_TEXT (SzPlanAsk, document, "source", NULL),
  { NULL },
};

static int
run_plan (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return finish (cli, plan_fields, data, sz_recruit_put_plan (office, data, error));
}

const SzCliCommand sz_cli_recruit_plan
    = { "recruit plan", N_ ("Makes a plan of recruitment, or changes it"),
        plan_args,      sizeof (SzPlanAsk),
        run_plan,       .office = TRUE };

typedef struct
{
  const char *plan;
  const char *post;
  const char *ticket;
  const char *verdict;
  const char *reason;
  const char *second;
  SzDate on;
  const char *to;
} Asked;

#define SHOW_PERSON                                                                                \
  SZ_SHOW_TEXT (Asked, plan, "plan", NULL), SZ_SHOW_TEXT (Asked, post, "post", NULL),              \
      SZ_SHOW_TEXT (Asked, ticket, "ticket", NULL)

static const SzMember review_fields[] = {
  SHOW_PERSON,
  SZ_SHOW_TEXT (Asked, verdict, "verdict", NULL),
  SZ_SHOW_TEXT (Asked, reason, "reason", NULL),
  { NULL },
};

static const SzMember withdraw_fields[] = {
  SHOW_PERSON,
  SZ_SHOW_DATE (Asked, on, "on", NULL),
  SZ_SHOW_TEXT (Asked, reason, "reason", NULL),
  { NULL },
};

static const SzMember move_fields[] = {
  SZ_SHOW_TEXT (Asked, plan, "plan", NULL),
  SZ_SHOW_TEXT (Asked, ticket, "ticket", NULL),
  SZ_SHOW_TEXT (Asked, to, "to", NULL),
  { NULL },
};

static SzApplicantAsk
make_ask (const Asked *asked)
{
  return (SzApplicantAsk){ asked->plan, asked->post, asked->ticket, asked->on, asked->reason };
}

static const SzArg review_args[] = {
  WORD_PLAN (Asked),
  WORD_POST (Asked),
  WORD_TICKET (Asked),
  SZ_WORD_OF (TEXT, Asked, verdict, "合格|不合格"),
  SZ_OPTION (TEXT, Asked, reason, "reason", N_ ("TEXT"), N_ ("Why")),
  SZ_OPTION (TEXT, Asked, second, "second", N_ ("复审人"), N_ ("Who looked a second time")),
  { 0 },
};

static int
run_review (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzApplicantAsk ask = make_ask (asked);
  const SzCode *verdict = sz_codes_by_name (SZ_TABLE_OUTCOME, asked->verdict);

  if (verdict == NULL)
    return sz_cli_usage (cli, _ ("A review says 合格 or 不合格, not “%s”."), asked->verdict);
  return finish (cli, review_fields, asked,
                 sz_recruit_review (office, &ask, verdict->value == 1, asked->second, error));
}

const SzCliCommand sz_cli_recruit_review
    = { "recruit review", N_ ("Decides whether an applicant qualifies"),
        review_args,      sizeof (Asked),
        run_review,       .office = TRUE };

static const SzArg withdraw_args[] = {
  WORD_PLAN (Asked),
  WORD_POST (Asked),
  WORD_TICKET (Asked),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("The day of the step"), .required = TRUE),
  SZ_OPTION (TEXT, Asked, reason, "reason", N_ ("TEXT"), N_ ("Why"), .required = TRUE),
  { 0 },
};

static int
run_withdraw (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzApplicantAsk ask = make_ask (data);

  return finish (cli, withdraw_fields, data, sz_recruit_withdraw (office, &ask, error));
}

const SzCliCommand sz_cli_recruit_withdraw = { "recruit withdraw", N_ ("An applicant gives up"),
                                               withdraw_args,      sizeof (Asked),
                                               run_withdraw,       .office = TRUE };

static const SzArg move_args[] = {
  WORD_PLAN (Asked),
  WORD_TICKET (Asked),
  SZ_OPTION (TEXT, Asked, to, "to", N_ ("POST"), N_ ("The other post"), .required = TRUE),
  { 0 },
};

static int
run_move (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzApplicantAsk ask = make_ask (asked);

  return finish (cli, move_fields, asked, sz_recruit_move (office, &ask, asked->to, error));
}

const SzCliCommand sz_cli_recruit_move
    = { "recruit move", N_ ("An applicant of a cancelled post changes to another"),
        move_args,      sizeof (Asked),
        run_move,       .office = TRUE };

/* ---- steps ---- */

typedef struct
{
  const char *plan;
  const char *post;
  const char *act;
  SzCliStep step;
} StepAsked;

static const SzArg step_args[] = {
  WORD_PLAN (StepAsked),
  WORD_POST (StepAsked),
  SZ_WORD_OF (TEXT,
              StepAsked,
              act,
              "approve|announce|screen|open-exam|finish-exam|publish|close|cancel|back"),
  SZ_STEP_OPTIONS (StepAsked, step),
  { 0 },
};

typedef struct
{
  const char *plan;
  const char *post;
  SzRecruitStepped stepped;
} Stepped;

static json_t *
make_notice (gconstpointer of)
{
  const SzRecruitStepped *stepped = &((const Stepped *)of)->stepped;
  g_autofree char *from = sz_date_format (stepped->notice.from);
  g_autofree char *to = sz_date_format (stepped->notice.to);

  return stepped->has_notice
             ? json_pack ("{s:s, s:i, s:s}", "from", from, "days", stepped->notice.days, "to", to)
             : json_null ();
}

static const SzMember stepped_fields[] = {
  SZ_SHOW_TEXT (Stepped, plan, "plan", NULL),
  SZ_SHOW_TEXT (Stepped, post, "post", NULL),
  SZ_SHOW_TEXT (Stepped, stepped.from, "from", NULL),
  SZ_SHOW_TEXT (Stepped, stepped.to, "to", NULL),
  SZ_SHOW_DATE (Stepped, stepped.on, "on", NULL),
  SZ_SHOW_COUNT (Stepped, stepped.places, "places", NULL),
  SZ_SHOW_MADE ("notice", NULL, make_notice),
  SZ_SHOW_SAY (N_ ("{post}: {from} → {to} on {on}")),
  { NULL },
};

static int
run_step (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const StepAsked *asked = data;
  const SzCaseAsk ask = sz_cli_step_ask (&asked->step, asked->act, SZ_DATE_NONE);
  Stepped stepped = { asked->plan, asked->post, { 0 } };
  const gboolean done
      = sz_recruit_step (office, asked->plan, asked->post, &ask, &stepped.stepped, error);

  if (done)
    sz_cli_show (cli, stepped_fields, &stepped);
  sz_recruit_stepped_clear (&stepped.stepped);
  return done ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_recruit_step = { "recruit step", N_ ("The next act of a post's life"),
                                           step_args,      sizeof (StepAsked),
                                           run_step,       .office = TRUE };

/* ---- objections ---- */

static const SzArg objection_args[] = {
  WORD_PLAN (Asked),
  WORD_POST (Asked),
  SZ_WORD_OF (TEXT, Asked, ticket, N_ ("TICKET"), .optional = TRUE),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("The day of the step"), .required = TRUE),
  SZ_OPTION (TEXT, Asked, reason, "text", N_ ("TEXT"), N_ ("What is objected"), .required = TRUE),
  { 0 },
};

typedef struct
{
  gint64 id;
} Objection;

static const SzMember objection_fields[] = {
  SZ_SHOW_COUNT (Objection, id, "id", N_ ("Objection")),
  { NULL },
};

static int
run_objection (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzApplicantAsk ask = make_ask (data);
  Objection objection = { 0 };

  if (!sz_recruit_object (office, &ask, &objection.id, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, objection_fields, &objection);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_recruit_objection
    = { "recruit objection", N_ ("Somebody objects during publicity"),
        objection_args,      sizeof (Asked),
        run_objection,       .office = TRUE };

typedef struct
{
  gint64 id;
  gboolean upheld;
  gboolean dismissed;
  const char *text;
} AnswerAsked;

static const SzArg answer_args[] = {
  SZ_WORD_OF (COUNT, AnswerAsked, id, "ID", .least = 1),
  SZ_OPTION (FLAG, AnswerAsked, upheld, "upheld", NULL, N_ ("The objection holds")),
  SZ_OPTION (FLAG, AnswerAsked, dismissed, "dismissed", NULL, N_ ("The objection does not hold")),
  SZ_OPTION (TEXT, AnswerAsked, text, "text", N_ ("TEXT"), N_ ("The answer"), .required = TRUE),
  { 0 },
};

static const SzMember answer_fields[] = {
  SZ_SHOW_COUNT (AnswerAsked, id, "id", NULL),
  SZ_SHOW_FLAG (AnswerAsked, upheld, "upheld", NULL),
  SZ_SHOW_TEXT (AnswerAsked, text, "text", NULL),
  { NULL },
};

static int
run_answer (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const AnswerAsked *asked = data;

  if (asked->upheld == asked->dismissed)
    return sz_cli_usage (cli, _ ("An answer is either --upheld or --dismissed."));
  return finish (cli, answer_fields, asked,
                 sz_recruit_answer (office, asked->id, asked->upheld, asked->text, error));
}

const SzCliCommand sz_cli_recruit_answer = { "recruit answer", N_ ("Answers an objection"),
                                             answer_args,      sizeof (AnswerAsked),
                                             run_answer,       .office = TRUE };

/* ---- findings ---- */

typedef struct
{
  const char *plan;
  SzDate from;
  SzDate to;
} FindingsAsked;

static const SzArg findings_args[] = {
  SZ_WORD_OF (TEXT, FindingsAsked, plan, N_ ("PLAN"), .optional = TRUE),
  SZ_OPTION (DATE, FindingsAsked, from, "from", N_ ("DATE"), N_ ("First day looked at")),
  SZ_OPTION (DATE, FindingsAsked, to, "to", N_ ("DATE"), N_ ("Last day looked at")),
  { 0 },
};

static json_t *
make_severity (gconstpointer of)
{
  return json_string (((const SzRecruitRisk *)of)->severity == SZ_SEVERITY_ERROR ? "error"
                                                                                 : "warning");
}

static json_t *
make_detail (gconstpointer of)
{
  return json_incref (((const SzRecruitRisk *)of)->detail);
}

static const SzMember risk_fields[] = {
  SZ_SHOW_MADE ("severity", N_ ("Severity"), make_severity),
  SZ_SHOW_TEXT (SzRecruitRisk, code, "code", N_ ("Finding")),
  SZ_SHOW_TEXT (SzRecruitRisk, post, "post", N_ ("Post")),
  SZ_SHOW_TEXT (SzRecruitRisk, ticket, "ticket", N_ ("Ticket")),
  SZ_SHOW_DATE (SzRecruitRisk, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzRecruitRisk, to, "to", N_ ("To")),
  SZ_SHOW_MADE ("detail", NULL, make_detail),
  { NULL },
};

typedef struct
{
  GArray *findings;
} Findings;

static const SzMember findings_fields[] = {
  SZ_SHOW_LIST (Findings, findings, "findings", "", risk_fields),
  { NULL },
};

static int
run_findings (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const FindingsAsked *asked = data;
  const int year = sz_date_year (sz_cli_day (office, SZ_DATE_NONE));
  const SzDate from = asked->from != SZ_DATE_NONE ? asked->from : sz_date_make (year, 1, 1);
  const SzDate to = asked->to != SZ_DATE_NONE ? asked->to : sz_date_make (year, 12, 31);
  g_autoptr (GArray) risks = sz_recruit_risks (office, asked->plan, from, to, error);
  Findings findings = { risks };

  if (risks == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, findings_fields, &findings);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_recruit_findings
    = { "recruit findings", N_ ("What looks wrong in recruitment and part-time teaching"),
        findings_args,      sizeof (FindingsAsked),
        run_findings,       .office = TRUE };
