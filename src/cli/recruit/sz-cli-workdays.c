/* sz-cli-workdays.c — shizictl workdays: when a notice ends (RULE rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-calendar-book.h"
#include "sz-cli-recruit.h"
#include "sz-cli-open.h"

typedef struct
{
  SzDate from;
  int days;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (
      DATE, Asked, from, "from", N_ ("DATE"), N_ ("First day of the notice"), .required = TRUE),
  SZ_OPTION (COUNT, Asked, days, "days", "N", N_ ("Working days"), .required = TRUE, .least = 1),
  { 0 },
};

typedef struct
{
  SzDate from;
  int days;
  SzDate to;
} Notice;

static const SzMember fields[] = {
  SZ_SHOW_DATE (Notice, from, "from", NULL),
  SZ_SHOW_COUNT (Notice, days, "days", NULL),
  SZ_SHOW_DATE (Notice, to, "to", NULL),
  SZ_SHOW_SAY (NP_ ("{days} working day from {from} ends on {to}",
                    "{days} working days from {from} end on {to}"),
               .by = "days"),
  { NULL },
};

/* The calendar that ships needs no college; one that is there may add its own days. */
static SzCalendar *
load_calendar (SzCli *cli, GError **error)
{
  const gboolean there = sz_cli_is_there (cli);
  SzOffice *office = there ? sz_cli_office (cli, error) : NULL;

  return there && office == NULL ? NULL : sz_calendar_book_load (office, error);
}

static int
run_workdays (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzCalendar) calendar = load_calendar (cli, error);
  Notice notice = { .from = asked->from, .days = asked->days };

  if (calendar == NULL
      || !sz_calendar_end_of_notice (calendar, asked->from, asked->days, &notice.to, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, fields, &notice);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_workdays
    = { "workdays", N_ ("The day on which a notice of N working days ends"), args, sizeof (Asked),
        run_workdays };
