/* sz-cli-hire.c — shizictl recruit hire, calendar (RULE rec-11, rec-28)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-calendar-book.h"
#include "sz-cli-recruit.h"
#include "sz-recruit-act.h"

static gboolean
read_employment (SzCli *cli, const char *text, gpointer member)
{
  const SzCode *code = sz_codes_by_name (SZ_TABLE_EMPLOYMENT, text);

  if (code == NULL)
    {
      sz_cli_usage (cli, _ ("There is no 人员类别 “%s”."), text);
      return FALSE;
    }
  *(const char **)member = code->code;
  return TRUE;
}

static gboolean
read_yes (SzCli *cli, const char *text, gpointer member)
{
  const SzCode *code = sz_codes_by_name (SZ_TABLE_YES_NO, text);

  if (code == NULL)
    {
      sz_cli_usage (cli, _ ("It wants 是 or 否, not “%s”."), text);
      return FALSE;
    }
  *(gboolean *)member = code->value == 1;
  return TRUE;
}

static const SzArg hire_args[] = {
  SZ_WORD_OF (TEXT, SzHireAsk, plan, N_ ("PLAN")),
  SZ_WORD_OF (TEXT, SzHireAsk, post, N_ ("POST")),
  SZ_WORD_OF (TEXT, SzHireAsk, ticket, N_ ("TICKET")),
  SZ_OPTION (DATE,
             SzHireAsk,
             first_day,
             "from",
             N_ ("DATE"),
             N_ ("First day of service"),
             .required = TRUE),
  SZ_OPTION (TEXT,
             SzHireAsk,
             staff_no,
             "staff-no",
             N_ ("工号"),
             N_ ("Number, the next one at first")),
  SZ_OPTION (TEXT,
             SzHireAsk,
             department,
             "department",
             N_ ("部门"),
             N_ ("Department, that of the post at first")),
  SZ_OPTION (READ,
             SzHireAsk,
             employment,
             "employment",
             N_ ("人员类别"),
             N_ ("How employed"),
             .read = read_employment),
  SZ_OPTION (COUNT, SzHireAsk, years, "years", "N", N_ ("Years of the contract"), .most = 60),
  SZ_OPTION (READ,
             SzHireAsk,
             first_job,
             "first-job",
             "是|否",
             N_ ("Whether it is the first job"),
             .read = read_yes),
  SZ_OPTION (TEXT,
             SzHireAsk,
             agreement,
             "agreement",
             N_ ("协议号"),
             N_ ("Number of the agreement")),
  { 0 },
};

typedef struct
{
  const char *plan;
  const char *post;
  const char *ticket;
  SzHired hired;
} Answer;

static const SzMember contract_fields[] = {
  SZ_SHOW_DATE (Answer, hired.from, "from", N_ ("From")),
  SZ_SHOW_DATE (Answer, hired.to, "to", N_ ("To")),
  SZ_SHOW_DATE (Answer, hired.probation_to, "probation_to", N_ ("Probation until")),
  { NULL },
};

static const SzMember answer_fields[] = {
  SZ_SHOW_TEXT (Answer, plan, "plan", NULL),
  SZ_SHOW_TEXT (Answer, post, "post", NULL),
  SZ_SHOW_TEXT (Answer, ticket, "ticket", NULL),
  SZ_SHOW_TEXT (Answer, hired.staff_no, "staff_no", N_ ("Number")),
  SZ_SHOW_GROUP ("contract", NULL, contract_fields),
  SZ_SHOW_TEXT (Answer, hired.agreement, "agreement", N_ ("Agreement")),
  { NULL },
};

static int
run_hire (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SzHireAsk *asked = data;
  Answer answer = { asked->plan, asked->post, asked->ticket, { 0 } };
  const gboolean done = sz_recruit_hire (office, asked, &answer.hired, error);

  if (done)
    sz_cli_show (cli, answer_fields, &answer);
  sz_hired_clear (&answer.hired);
  return done ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_recruit_hire = { "recruit hire", N_ ("Hires somebody who is proposed"),
                                           hire_args,      sizeof (SzHireAsk),
                                           run_hire,       .office = TRUE };

/* ---- calendar ---- */

typedef struct
{
  int year;
} YearAsked;

static const SzArg calendar_args[] = {
  SZ_OPTION (YEAR, YearAsked, year, "year", N_ ("Y"), N_ ("The year"), .required = TRUE),
  { 0 },
};

typedef struct
{
  int year;
  GArray *days;
} Year;

static const SzMember day_fields[] = {
  SZ_SHOW_DATE (SzCalendarEntry, date, "date", N_ ("Date")),
  SZ_SHOW_FLAG (SzCalendarEntry, working, "working", N_ ("Working day")),
  SZ_SHOW_TEXT (SzCalendarEntry, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzCalendarEntry, source, "source", N_ ("Document")),
  SZ_SHOW_FLAG (SzCalendarEntry, own, "own", N_ ("The college's own")),
  { NULL },
};

static const SzMember year_fields[] = {
  SZ_SHOW_COUNT (Year, year, "year", NULL),
  SZ_SHOW_LIST (Year, days, "days", "", day_fields),
  { NULL },
};

static int
run_calendar (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Year year = { .year = ((const YearAsked *)data)->year };
  g_autoptr (GArray) days = sz_calendar_book_year (office, year.year, error);

  if (days == NULL)
    return SZ_EXIT_REFUSED;
  year.days = days;
  sz_cli_show (cli, year_fields, &year);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_calendar
    = { "calendar",    N_ ("The days of a year that differ from the week"),
        calendar_args, sizeof (YearAsked),
        run_calendar,  .office = TRUE };
