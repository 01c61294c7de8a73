/* sz-cli-title-round.c — shizictl title batch …, recommend, confirm, object, result (RULE ttl-14 …
 * ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-titles.h"
#include "sz-title-life.h"
#include "sz-what-if-file.h"

static const SzMember standard_fields[] = {
  SZ_SHOW_TEXT (SzTitleStandardUse, id, "id", N_ ("Title standard")),
  SZ_SHOW_DATE (SzTitleStandardUse, from, "from", N_ ("From")),
  SZ_SHOW_TEXT (SzTitleStandardUse, hash, "hash", NULL),
  { NULL },
};

static const SzMember notice_fields[] = {
  SZ_SHOW_TEXT (SzTitleNotice, stage, "stage", N_ ("Notice")),
  SZ_SHOW_DATE (SzTitleNotice, start, "start", N_ ("From")),
  SZ_SHOW_COUNT (SzTitleNotice, days, "days", N_ ("Working days")),
  SZ_SHOW_DATE (SzTitleNotice, end, "end", N_ ("To")),
  { NULL },
};

static const SzMember appeal_fields[] = {
  SZ_SHOW_TEXT (SzTitleAppealView, staff_no, "staff_no", N_ ("Appeal of")),
  SZ_SHOW_DATE (SzTitleAppealView, day, "day", N_ ("From")),
  SZ_SHOW_TEXT (SzTitleAppealView, text, "text", N_ ("Text")),
  SZ_SHOW_TEXT (SzTitleAppealView, conclusion, "conclusion", N_ ("Conclusion")),
  SZ_SHOW_DATE (SzTitleAppealView, concluded, "concluded", NULL),
  { NULL },
};

static const SzMember text_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

static const SzMember round_fields[] = {
  SZ_SHOW_TEXT (SzTitleRoundView, name, "name", N_ ("Round")),
  SZ_SHOW_COUNT (SzTitleRoundView, year, "year", N_ ("Year")),
  SZ_SHOW_TEXT (SzTitleRoundView, state, "state", N_ ("State")),
  SZ_SHOW_DATE (SzTitleRoundView, opens, "opens", N_ ("Opens")),
  SZ_SHOW_DATE (SzTitleRoundView, closes, "closes", N_ ("Closes")),
  SZ_SHOW_DATE (SzTitleRoundView, cutoff, "cutoff", N_ ("Cut-off")),
  SZ_SHOW_COUNT (SzTitleRoundView, assess_to, "assess_to", N_ ("Assessments to")),
  SZ_SHOW_COUNT (SzTitleRoundView, hours_to, "hours_to", N_ ("Hours to")),
  SZ_SHOW_LIST (SzTitleRoundView, standards, "standards", "", standard_fields),
  SZ_SHOW_COUNT (SzTitleRoundView, applications, "applications", N_ ("Applications")),
  SZ_SHOW_COUNT (SzTitleRoundView, recommended, "recommended", N_ ("Recommended")),
  SZ_SHOW_LIST (SzTitleRoundView, notices, "notices", "", notice_fields),
  SZ_SHOW_LIST (SzTitleRoundView,
                stale,
                "stale",
                N_ ("Verdicts that have changed"),
                text_fields,
                .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_LIST (SzTitleRoundView, appeals, "appeals", "", appeal_fields),
  { NULL },
};

/* All these commands end by showing the round. */
static int
show_round (SzCli *cli, SzOffice *office, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTitleRoundView) view = sz_title_round_view (office, name, &error);

  if (view == NULL)
    return sz_cli_titles_fail (cli, error);
  sz_cli_show (cli, round_fields, view);
  return SZ_EXIT_DONE;
}

typedef struct
{
  const char *name;
  int year;
  SzDate opens;
  SzDate closes;
  SzDate cutoff;
  int assess_to;
  int hours_to;
  const char *const *standards;
} NewAsked;

static const SzArg new_args[] = {
  SZ_WORD_OF (TEXT, NewAsked, name, N_ ("NAME")),
  SZ_OPTION (YEAR, NewAsked, year, "year", "Y", N_ ("The year"), .required = TRUE),
  SZ_OPTION (DATE,
             NewAsked,
             opens,
             "opens",
             N_ ("DATE"),
             N_ ("First day for applications"),
             .required = TRUE),
  SZ_OPTION (DATE,
             NewAsked,
             closes,
             "closes",
             N_ ("DATE"),
             N_ ("Last day for applications"),
             .required = TRUE),
  SZ_OPTION (DATE,
             NewAsked,
             cutoff,
             "cutoff",
             N_ ("DATE"),
             N_ ("Years are counted to this day"),
             .required = TRUE),
  SZ_OPTION (YEAR, NewAsked, assess_to, "assess-to", "Y", N_ ("Last year of assessments")),
  SZ_OPTION (YEAR, NewAsked, hours_to, "hours-to", "Y", N_ ("Last year of hours")),
  SZ_OPTION (TEXTS, NewAsked, standards, "standard", N_ ("STANDARD"), N_ ("Only by this standard")),
  { 0 },
};

static int
run_new (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const NewAsked *asked = data;
  const SzTitleRoundNew made
      = { asked->name,   asked->year,      asked->opens,    asked->closes,
          asked->cutoff, asked->assess_to, asked->hours_to, (char *const *)asked->standards };
  g_autoptr (GError) reason = NULL;

  if (!sz_title_round_new (office, &made, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_round (cli, office, asked->name);
}

const SzCliCommand sz_cli_title_new
    = { "title batch new", N_ ("Make a round of titles"), new_args, sizeof (NewAsked), run_new,
        .office = TRUE };

typedef struct
{
  GArray *batches;
} List;

static const SzMember brief_fields[] = {
  SZ_SHOW_TEXT (SzTitleRoundBrief, name, "name", N_ ("Round")),
  SZ_SHOW_COUNT (SzTitleRoundBrief, year, "year", N_ ("Year")),
  SZ_SHOW_TEXT (SzTitleRoundBrief, state, "state", N_ ("State")),
  { NULL },
};

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (List, batches, "batches", "", brief_fields),
  { NULL },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (GArray) batches = sz_title_round_list (office, error);
  const List list = { batches };

  if (batches == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, list_fields, &list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_list = {
  "title batch list", N_ ("The rounds of titles there are"), NULL, 0, run_list, .office = TRUE
};

typedef struct
{
  const char *name;
} ShowAsked;

static const SzArg show_args[] = {
  SZ_WORD_OF (TEXT, ShowAsked, name, N_ ("NAME")),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return show_round (cli, office, ((const ShowAsked *)data)->name);
}

const SzCliCommand sz_cli_title_show
    = { "title batch show", N_ ("Where a round stands"), show_args, sizeof (ShowAsked), run_show,
        .office = TRUE };

typedef struct
{
  const char *name;
  const char *state;
  SzDate on;
  SzDate from;
} StepAsked;

static const SzArg step_args[] = {
  SZ_WORD_OF (TEXT, StepAsked, name, N_ ("NAME")),
  SZ_WORD_OF (TEXT, StepAsked, state, N_ ("STATE")),
  SZ_OPTION (DATE, StepAsked, on, "on", N_ ("DATE"), N_ ("The day of the step")),
  SZ_OPTION (DATE, StepAsked, from, "from", N_ ("DATE"), N_ ("First day of the notice")),
  { 0 },
};

static int
take_step (SzCli *cli, SzOffice *office, const SzTitleStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!sz_title_round_step (office, step, &error))
    return sz_cli_titles_fail (cli, error);
  return show_round (cli, office, step->batch);
}

static int
run_step (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  static const char *const states[]
      = { "open", "closed", "recommended", "announced", "reviewed", "published", "done", NULL };
  const StepAsked *asked = data;
  const SzTitleStep step
      = { asked->name, asked->state, sz_cli_day (office, asked->on), asked->from, NULL };

  if (!g_strv_contains (states, asked->state))
    return sz_cli_usage (cli, _ ("“%s” is no step. There are: %s."), asked->state,
                         "open, closed, recommended, announced, reviewed, published, done");
  return take_step (cli, office, &step);
}

const SzCliCommand sz_cli_title_step = { "title batch step", N_ ("Take a round one step on"),
                                         step_args,          sizeof (StepAsked),
                                         run_step,           .office = TRUE };

typedef struct
{
  const char *name;
  const char *reason;
} BackAsked;

static const SzArg back_args[] = {
  SZ_WORD_OF (TEXT, BackAsked, name, N_ ("NAME")),
  SZ_OPTION (TEXT, BackAsked, reason, "reason", N_ ("TEXT"), N_ ("Why")),
  { 0 },
};

static int
run_back (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const BackAsked *asked = data;
  const SzTitleStep step
      = { asked->name, "back", sz_office_today (office), SZ_DATE_NONE, asked->reason };

  return take_step (cli, office, &step);
}

const SzCliCommand sz_cli_title_back = { "title batch back", N_ ("Take a round one step back"),
                                         back_args,          sizeof (BackAsked),
                                         run_back,           .office = TRUE };

typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *word; /* yes, no; a condition */
  const char *text; /* reason; evidence */
} DecideAsked;

static const SzArg recommend_args[] = {
  SZ_WORD_OF (TEXT, DecideAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, DecideAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXT, DecideAsked, word, "yes|no"),
  SZ_OPTION (TEXT, DecideAsked, text, "reason", N_ ("TEXT"), N_ ("Why")),
  { 0 },
};

static int
run_recommend (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DecideAsked *asked = data;
  const gboolean yes = g_str_equal (asked->word, "yes");
  g_autoptr (GError) reason = NULL;

  if (!yes && !g_str_equal (asked->word, "no"))
    return sz_cli_usage (cli, "%s", _ ("title recommend wants yes or no."));
  if (!sz_title_recommend (office, asked->batch, asked->staff_no, yes, asked->text, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_round (cli, office, asked->batch);
}

const SzCliCommand sz_cli_title_recommend = { "title recommend", N_ ("Decide on an application"),
                                              recommend_args,    sizeof (DecideAsked),
                                              run_recommend,     .office = TRUE };

static const SzArg confirm_args[] = {
  SZ_WORD_OF (TEXT, DecideAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, DecideAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXT, DecideAsked, word, N_ ("CONDITION")),
  SZ_OPTION (TEXT,
             DecideAsked,
             text,
             "evidence",
             N_ ("TEXT"),
             N_ ("What was looked at"),
             .required = TRUE),
  { 0 },
};

static int
run_confirm (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DecideAsked *asked = data;
  g_autoptr (GError) reason = NULL;

  if (!sz_title_confirm (office, asked->batch, asked->staff_no, asked->word, asked->text, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_round (cli, office, asked->batch);
}

const SzCliCommand sz_cli_title_confirm
    = { "title confirm", N_ ("Confirm by hand what no sheet tells"),
        confirm_args,    sizeof (DecideAsked),
        run_confirm,     .office = TRUE };

typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *text;
  const char *answer;
  gboolean upheld;
} ObjectAsked;

static const SzArg object_args[] = {
  SZ_WORD_OF (TEXT, ObjectAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, ObjectAsked, staff_no, N_ ("工号")),
  SZ_OPTION (TEXT, ObjectAsked, text, "text", N_ ("TEXT"), N_ ("What is objected")),
  SZ_OPTION (TEXT, ObjectAsked, answer, "answer", N_ ("TEXT"), N_ ("The conclusion")),
  SZ_OPTION (FLAG, ObjectAsked, upheld, "upheld", NULL, N_ ("The objection is right")),
  { 0 },
};

static int
run_object (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ObjectAsked *asked = data;
  const SzTitleObjection objection
      = { asked->batch, asked->staff_no, asked->text, asked->answer, asked->upheld };
  g_autoptr (GError) reason = NULL;

  if ((asked->text != NULL) == (asked->answer != NULL))
    return sz_cli_usage (cli, "%s", _ ("title object wants --text or --answer."));
  if (!sz_title_object (office, &objection, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_round (cli, office, asked->batch);
}

const SzCliCommand sz_cli_title_object
    = { "title object", N_ ("Raise or answer an objection against an applicant"),
        object_args,    sizeof (ObjectAsked),
        run_object,     .office = TRUE };

typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *text;
  const char *conclusion;
  SzDate on;
} AppealAsked;

static const SzArg appeal_args[] = {
  SZ_WORD_OF (TEXT, AppealAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, AppealAsked, staff_no, N_ ("工号")),
  SZ_OPTION (TEXT, AppealAsked, text, "text", N_ ("TEXT"), N_ ("What is asked for")),
  SZ_OPTION (TEXT, AppealAsked, conclusion, "conclusion", N_ ("TEXT"), N_ ("The conclusion")),
  SZ_OPTION (DATE, AppealAsked, on, "on", N_ ("DATE"), N_ ("The day of it")),
  { 0 },
};

static int
run_appeal (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const AppealAsked *asked = data;
  const SzTitleAppeal appeal
      = { asked->batch, asked->staff_no, asked->on, asked->text, asked->conclusion };
  g_autoptr (GError) reason = NULL;

  if ((asked->text == NULL) == (asked->conclusion == NULL))
    return sz_cli_usage (cli, "%s", _ ("title appeal wants --text or --conclusion."));
  if (!sz_title_appeal (office, &appeal, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_round (cli, office, asked->batch);
}

const SzCliCommand sz_cli_title_appeal
    = { "title appeal", N_ ("An applicant asks for another look at the result"),
        appeal_args,    sizeof (AppealAsked),
        run_appeal,     .office = TRUE };

typedef struct
{
  const char *batch;
  const char *document;
  const char *certificates;
} ResultAsked;

static const SzArg result_args[] = {
  SZ_WORD_OF (TEXT, ResultAsked, batch, N_ ("BATCH")),
  SZ_OPTION (TEXT, ResultAsked, document, "document", N_ ("文号"), N_ ("Document of the results")),
  SZ_OPTION (TEXT,
             ResultAsked,
             certificates,
             "certificates",
             N_ ("FILE"),
             N_ ("Columns 工号, 证书编号")),
  { 0 },
};

static const SzMember grant_fields[] = {
  SZ_SHOW_TEXT (SzTitleGrant, staff_no, "staff_no", N_ ("Staff number")),
  SZ_SHOW_TEXT (SzTitleGrant, title, "title", N_ ("Title")),
  SZ_SHOW_DATE (SzTitleGrant, from, "from", N_ ("From")),
  SZ_SHOW_TEXT (SzTitleGrant, certificate, "certificate", N_ ("Certificate")),
  { NULL },
};

typedef struct
{
  const char *batch;
  GPtrArray *passed;
  GArray *titles;
} Result;

static const SzMember result_fields[] = {
  SZ_SHOW_TEXT (Result, batch, "batch", NULL),
  SZ_SHOW_LIST (Result, passed, "passed", NULL, text_fields, .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_LIST (Result, titles, "titles", "", grant_fields),
  { NULL },
};

static gboolean
keep_given (SzOffice *office, const ResultAsked *asked, GError **error)
{
  g_autoptr (GPtrArray) pairs = NULL;

  if (asked->document == NULL && asked->certificates == NULL)
    return TRUE;
  if (asked->certificates != NULL)
    {
      pairs = sz_pairs_read (asked->certificates, "工号", "证书编号", error);
      if (pairs == NULL)
        return FALSE;
    }
  return sz_title_result_keep (office, asked->batch, asked->document, pairs, error);
}

static int
run_result (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ResultAsked *asked = data;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GArray) titles = NULL;
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  Result result;

  if (!keep_given (office, asked, &reason))
    return sz_cli_titles_fail (cli, reason);
  titles = sz_title_result (office, asked->batch, &reason);
  if (titles == NULL)
    return sz_cli_titles_fail (cli, reason);
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (passed, g_array_index (titles, SzTitleGrant, i).staff_no);
  result = (Result){ asked->batch, passed, titles };
  sz_cli_show (cli, result_fields, &result);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_result
    = { "title result", N_ ("Who passed, and the titles they get"),
        result_args,    sizeof (ResultAsked),
        run_result,     .office = TRUE };
