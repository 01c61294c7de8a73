/* sz-cli-parttime-act.c — shizictl parttime open, sign, withdraw, change, renew, end (RULE rec-23)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-idcard.h"
#include "sz-parttime-act.h"

typedef struct
{
  const char *name;
  const char *id_number;
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
  gint64 rate_fen;
  const char *department;
  const char *course;
  const char *employer;
  gint64 years_x100;
  const char *approval;
} OpenAsked;

#define APPROVAL(Struct)                                                                           \
  SZ_OPTION (TEXT, Struct, approval, "approval", N_ ("批文号"),                                    \
             N_ ("Number of the approval that lifts a condition"))
#define FTE(Struct, usual)                                                                         \
  SZ_OPTION (DECIMAL, Struct, fte_x1e4, "fte", "X", N_ ("Share of a post, 1 at first"),            \
             .decimals = SZ_RATIO_DECIMALS, .otherwise = usual, .least = 1)
#define RATE(Struct, usual)                                                                        \
  SZ_OPTION (DECIMAL, Struct, rate_fen, "rate", "R", N_ ("Yuan an hour"), .decimals = 2,           \
             .otherwise = usual)

static const SzArg open_args[] = {
  SZ_OPTION (TEXT, OpenAsked, name, "name", N_ ("姓名"), N_ ("Name"), .required = TRUE),
  SZ_OPTION (TEXT, OpenAsked, id_number, "id", N_ ("身份证号"), N_ ("ID number"), .required = TRUE),
  SZ_OPTION (
      DATE, OpenAsked, from, "from", N_ ("DATE"), N_ ("First day of the term"), .required = TRUE),
  SZ_OPTION (DATE, OpenAsked, to, "to", N_ ("DATE"), N_ ("Last day of the term"), .required = TRUE),
  FTE (OpenAsked, SZ_RATIO_ONE),
  RATE (OpenAsked, 0),
  SZ_OPTION (TEXT, OpenAsked, department, "department", N_ ("部门"), N_ ("Department")),
  SZ_OPTION (TEXT, OpenAsked, course, "course", N_ ("课程"), N_ ("Course")),
  SZ_OPTION (TEXT, OpenAsked, employer, "employer", N_ ("原单位"), N_ ("Employer")),
  SZ_OPTION (DECIMAL,
             OpenAsked,
             years_x100,
             "years",
             "N",
             N_ ("Years in the trade"),
             .decimals = 2,
             .otherwise = -1),
  APPROVAL (OpenAsked),
  { 0 },
};

typedef struct
{
  const char *code;
  SzDate day;
} Warning;

typedef struct
{
  gint64 case_id;
  const char *state;
  GArray *warnings;
} Opened;

static const SzMember warning_fields[] = {
  SZ_SHOW_TEXT (Warning, code, "code", N_ ("Warning")),
  SZ_SHOW_DATE (Warning, day, "day", N_ ("On")),
  { NULL },
};

static const SzMember opened_fields[] = {
  SZ_SHOW_COUNT (Opened, case_id, "case", N_ ("Case")),
  SZ_SHOW_TEXT (Opened, state, "state", NULL),
  SZ_SHOW_LIST (Opened, warnings, "warnings", "", warning_fields),
  { NULL },
};

static gboolean
collect_warnings (SzOffice *office, const SzParttimeCaseRow *row, GArray *warnings, GError **error)
{
  const SzContractRow as_contract = { .id_number = row->id_number,
                                      .from = row->from,
                                      .to = row->to,
                                      .rate_fen = row->rate_fen,
                                      .has_years = row->years_x100 >= 0,
                                      .years_x100 = MAX (row->years_x100, 0) };
  SzDate day;
  guint found;

  if (!sz_parttime_warn_row (office, &as_contract, &found, &day, error))
    return FALSE;
  for (guint i = 0; i < SZ_N_PARTTIME_WARNINGS; i++)
    {
      const Warning warning = { sz_parttime_warning_code ((SzParttimeWarning)i),
                                i == SZ_PARTTIME_AGE ? day : SZ_DATE_NONE };

      if (found & (1U << i))
        g_array_append_val (warnings, warning);
    }
  return TRUE;
}

static int
run_open (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const OpenAsked *asked = data;
  g_autofree char *normal = NULL;
  g_autoptr (SzQuotaJudgement) judgement = NULL;
  g_autoptr (GArray) warnings = g_array_new (FALSE, FALSE, sizeof (Warning));
  SzParttimeCaseRow row = { .name = (char *)asked->name,
                            .employer = (char *)asked->employer,
                            .department = (char *)asked->department,
                            .course = (char *)asked->course,
                            .from = asked->from,
                            .to = asked->to,
                            .fte_x1e4 = asked->fte_x1e4,
                            .rate_fen = asked->rate_fen,
                            .years_x100 = asked->years_x100,
                            .approval = (char *)asked->approval };
  gboolean done;
  Opened opened = { .state = "open", .warnings = warnings };

  if (sz_idcard_check (asked->id_number, FALSE, sz_cli_day (office, SZ_DATE_NONE), &normal)
      != SZ_IDCARD_OK)
    return sz_cli_usage (cli, _ ("“%s” is no ID number."), asked->id_number);
  row.id_number = normal;
  done = sz_parttime_open (office, &row, &judgement, error);
  g_free (row.state);
  opened.case_id = row.id;
  if (done && !collect_warnings (office, &row, warnings, error))
    return SZ_EXIT_REFUSED;
  if (done)
    sz_cli_show (cli, opened_fields, &opened);
  if (judgement != NULL)
    sz_cli_show (cli, sz_cli_judgement_fields, judgement);
  return done ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_parttime_open
    = { "parttime open", N_ ("A case: somebody is to teach part-time, and holds the place"),
        open_args,       sizeof (OpenAsked),
        run_open,        .office = TRUE };

typedef struct
{
  gint64 case_id;
  const char *agreement;
  const char *approval;
  const char *reason;
} CaseAsked;

static const SzMember sign_fields[] = {
  SZ_SHOW_COUNT (CaseAsked, case_id, "case", NULL),
  SZ_SHOW_TEXT (CaseAsked, agreement, "agreement", NULL),
  { NULL },
};

static const SzMember withdraw_fields[] = {
  SZ_SHOW_COUNT (CaseAsked, case_id, "case", NULL),
  SZ_SHOW_TEXT (CaseAsked, reason, "reason", NULL),
  { NULL },
};

static const SzArg sign_args[] = {
  SZ_WORD_OF (COUNT, CaseAsked, case_id, N_ ("CASE"), .least = 1),
  SZ_OPTION (TEXT,
             CaseAsked,
             agreement,
             "agreement",
             N_ ("协议号"),
             N_ ("Number of the agreement"),
             .required = TRUE),
  APPROVAL (CaseAsked),
  { 0 },
};

static int
run_sign (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const CaseAsked *asked = data;

  if (!sz_parttime_sign (office, asked->case_id, asked->agreement, asked->approval, error))
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, sign_fields, asked);
  sz_cli_print (cli, _ ("Done.\n"));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_parttime_sign = { "parttime sign", N_ ("Turns a case into a contract"),
                                            sign_args,       sizeof (CaseAsked),
                                            run_sign,        .office = TRUE };

static const SzArg withdraw_args[] = {
  SZ_WORD_OF (COUNT, CaseAsked, case_id, N_ ("CASE"), .least = 1),
  SZ_OPTION (TEXT, CaseAsked, reason, "reason", N_ ("TEXT"), N_ ("Why"), .required = TRUE),
  { 0 },
};

static int
run_withdraw (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const CaseAsked *asked = data;

  if (!sz_parttime_withdraw (office, asked->case_id, asked->reason, error))
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, withdraw_fields, asked);
  sz_cli_print (cli, _ ("Done.\n"));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_parttime_withdraw
    = { "parttime withdraw", N_ ("Gives the place of a case back"),
        withdraw_args,       sizeof (CaseAsked),
        run_withdraw,        .office = TRUE };

/* ---- contracts ---- */

#define AGREEMENT SZ_WORD_OF (TEXT, SzParttimeChange, agreement, N_ ("协议号"))

static const SzArg change_args[] = {
  AGREEMENT,
  SZ_OPTION (DATE,
             SzParttimeChange,
             from,
             "from",
             N_ ("DATE"),
             N_ ("From when it holds"),
             .required = TRUE),
  SZ_OPTION (DATE, SzParttimeChange, to, "to", N_ ("DATE"), N_ ("Last day of the term")),
  FTE (SzParttimeChange, -1),
  RATE (SzParttimeChange, -1),
  APPROVAL (SzParttimeChange),
  { 0 },
};

static const SzArg renew_args[] = {
  AGREEMENT,
  SZ_OPTION (TEXT,
             SzParttimeChange,
             renewed,
             "agreement",
             N_ ("协议号"),
             N_ ("Number of the agreement"),
             .required = TRUE),
  SZ_OPTION (
      DATE, SzParttimeChange, to, "to", N_ ("DATE"), N_ ("Last day of the term"), .required = TRUE),
  SZ_OPTION (DATE, SzParttimeChange, from, "from", N_ ("DATE"), N_ ("First day of the term")),
  FTE (SzParttimeChange, -1),
  RATE (SzParttimeChange, -1),
  APPROVAL (SzParttimeChange),
  { 0 },
};

static const SzArg end_args[] = {
  AGREEMENT,
  SZ_OPTION (DATE,
             SzParttimeChange,
             from,
             "on",
             N_ ("DATE"),
             N_ ("Last day of the term"),
             .required = TRUE),
  SZ_OPTION (TEXT, SzParttimeChange, reason, "reason", N_ ("TEXT"), N_ ("Why"), .required = TRUE),
  { 0 },
};

typedef struct
{
  const char *agreement;
  const GArray *stretches;
} Run;

static const SzMember stretch_fields[] = {
  SZ_SHOW_DATE (SzStretch, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzStretch, to, "to", N_ ("To")),
  SZ_SHOW_DECIMAL (SzStretch, fte_x1e4, "fte", N_ ("Share"), SZ_RATIO_DECIMALS),
  SZ_SHOW_MONEY (SzStretch, rate_fen, "rate", N_ ("Rate"), .flags = SZ_ZERO_NULL),
  { NULL },
};

static const SzMember run_fields[] = {
  SZ_SHOW_TEXT (Run, agreement, "agreement", NULL),
  SZ_SHOW_LIST (Run, stretches, "stretches", "", stretch_fields),
  { NULL },
};

static int
show_run (SzCli *cli, SzOffice *office, const char *agreement, GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  const SzParttimeContract *contract
      = book != NULL ? sz_parttime_book_find (book, agreement) : NULL;
  Run run = { agreement, contract != NULL ? contract->stretches : NULL };

  if (contract == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, run_fields, &run);
  return SZ_EXIT_DONE;
}

static int
run_change (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzParttimeChange *asked = data;

  return sz_parttime_change (office, asked, error) ? show_run (cli, office, asked->agreement, error)
                                                   : SZ_EXIT_REFUSED;
}

static int
run_renew (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzParttimeChange *asked = data;

  return sz_parttime_renew (office, asked, error) ? show_run (cli, office, asked->renewed, error)
                                                  : SZ_EXIT_REFUSED;
}

static int
run_end (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzParttimeChange *asked = data;

  return sz_parttime_end (office, asked, error) ? show_run (cli, office, asked->agreement, error)
                                                : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_parttime_change
    = { "parttime change", N_ ("Another share or rate from a day on"),
        change_args,       sizeof (SzParttimeChange),
        run_change,        .office = TRUE };
const SzCliCommand sz_cli_parttime_renew
    = { "parttime renew", N_ ("A new contract after the old one"),
        renew_args,       sizeof (SzParttimeChange),
        run_renew,        .office = TRUE };
const SzCliCommand sz_cli_parttime_end
    = { "parttime end", N_ ("Ends a contract early"), end_args, sizeof (SzParttimeChange), run_end,
        .office = TRUE };
