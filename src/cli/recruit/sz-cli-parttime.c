/* sz-cli-parttime.c — shizictl parttime list, check, due (RULE rec-24, rec-25)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-recruit.h"
#include "sz-parttime-view.h"
#include "sz-reserve.h"

typedef struct
{
  const char *agreement;
  const char *name;
  const char *department;
  const char *course;
  SzDate from;
  SzDate to;
  gint64 fte;
  SzMoney rate;
  gboolean has_rate;
  gint64 days;
} Contract;

typedef struct
{
  gint64 case_id;
  const char *post;
  const char *name;
  SzDate from;
  SzDate to;
  gint64 fte;
} Case;

typedef struct
{
  SzDate date;
  GArray *contracts;
  GArray *cases;
} List;

static const SzMember contract_fields[] = {
  SZ_SHOW_TEXT (Contract, agreement, "agreement", N_ ("Agreement")),
  SZ_SHOW_TEXT (Contract, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (Contract, department, "department", N_ ("Department")),
  SZ_SHOW_TEXT (Contract, course, "course", N_ ("Course")),
  SZ_SHOW_DATE (Contract, from, "from", N_ ("From")),
  SZ_SHOW_DATE (Contract, to, "to", N_ ("To")),
  SZ_SHOW_DECIMAL (Contract, fte, "fte", N_ ("Share"), SZ_RATIO_DECIMALS),
  SZ_SHOW_MONEY (Contract, rate, "rate", N_ ("Rate"), .has = SZ_HAS (Contract, has_rate)),
  { NULL },
};

static const SzMember case_fields[] = {
  SZ_SHOW_COUNT (Case, case_id, "case", N_ ("Case"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_TEXT (Case, post, "post", N_ ("Post")),
  SZ_SHOW_TEXT (Case, name, "name", N_ ("Name")),
  SZ_SHOW_DATE (Case, from, "from", N_ ("From")),
  SZ_SHOW_DATE (Case, to, "to", N_ ("To")),
  SZ_SHOW_DECIMAL (Case, fte, "fte", N_ ("Share"), SZ_RATIO_DECIMALS),
  { NULL },
};

static const SzMember list_fields[] = {
  SZ_SHOW_DATE (List, date, "date", NULL),
  SZ_SHOW_LIST (List, contracts, "contracts", N_ ("Contracts"), contract_fields),
  SZ_SHOW_LIST (List, cases, "cases", N_ ("Open cases"), case_fields),
  { NULL },
};

typedef struct
{
  SzDate on;
} ListAsked;

static const SzArg list_args[] = {
  SZ_OPTION (DATE, ListAsked, on, "on", N_ ("DATE"), N_ ("Only what covers this day")),
  { 0 },
};

/* With a day the stretch of that day, else the run as a whole with its last share and rate. */
static void
add_contract (GArray *contracts, const SzParttimeContract *contract, SzDate on)
{
  const SzStretch *stretch
      = on != SZ_DATE_NONE ? sz_parttime_stretch_on (contract, on)
        : contract->stretches->len > 0
            ? &g_array_index (contract->stretches, SzStretch, contract->stretches->len - 1)
            : NULL;
  const Contract shown
      = { .agreement = contract->row->agreement_no,
          .name = contract->row->name,
          .department = contract->row->department,
          .course = contract->row->course,
          .from = sz_parttime_first (contract),
          .to = sz_parttime_last (contract),
          .fte = stretch != NULL ? stretch->fte_x1e4 : contract->row->fte_x1e4,
          .rate = stretch != NULL ? stretch->rate_fen : contract->row->rate_fen,
          .has_rate = (stretch != NULL ? stretch->rate_fen : contract->row->rate_fen) != 0 };

  if (on == SZ_DATE_NONE || stretch != NULL)
    g_array_append_val (contracts, shown);
}

static gboolean
covers (SzDate from, SzDate to, SzDate on)
{
  return on == SZ_DATE_NONE || (from <= on && on <= to);
}

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ListAsked *asked = data;
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (GArray) open = book != NULL ? sz_reservations (office, -1, error) : NULL;
  g_autoptr (GArray) contracts = g_array_new (FALSE, FALSE, sizeof (Contract));
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
  List list = { asked->on, contracts, cases };

  if (open == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < book->contracts->len; i++)
    add_contract (contracts, g_ptr_array_index (book->contracts, i), asked->on);
  for (guint i = 0; i < book->cases->len; i++)
    {
      const SzParttimeCaseRow *row = &g_array_index (book->cases, SzParttimeCaseRow, i);
      const Case one = { row->id, NULL, row->name, row->from, row->to, row->fte_x1e4 };

      if (strcmp (row->state, "open") == 0 && covers (row->from, row->to, asked->on))
        g_array_append_val (cases, one);
    }
  for (guint i = 0; i < open->len; i++)
    {
      const SzReservation *post = &g_array_index (open, SzReservation, i);
      const Case one = {
        0, post->code, post->name, post->term_from, post->term_to, sz_reservation_open_x1e4 (post)
      };

      if (post->uses == SZ_USES_PARTTIME && covers (post->term_from, post->term_to, asked->on))
        g_array_append_val (cases, one);
    }
  sz_cli_show (cli, list_fields, &list);
  if (!cli->json && contracts->len + cases->len == 0)
    sz_cli_print (cli, "%s\n", _ ("No contracts and no open cases of part-time teachers."));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_parttime_list
    = { "parttime list", N_ ("Contracts and open cases of part-time teachers"),
        list_args,       sizeof (ListAsked),
        run_list,        .office = TRUE };

typedef struct
{
  const char *agreement;
  const char *code;
  SzDate day;
} Warning;

typedef struct
{
  GArray *warnings;
} Check;

static const SzMember warning_fields[] = {
  SZ_SHOW_TEXT (Warning, agreement, "agreement", N_ ("Agreement")),
  SZ_SHOW_TEXT (Warning, code, "code", N_ ("Warning")),
  SZ_SHOW_DATE (Warning, day, "day", N_ ("On")),
  { NULL },
};

static const SzMember check_fields[] = {
  SZ_SHOW_LIST (Check, warnings, "warnings", "", warning_fields),
  { NULL },
};

static int
run_check (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (GArray) found = book != NULL ? sz_parttime_warnings (office, book, error) : NULL;
  g_autoptr (GArray) warnings = g_array_new (FALSE, FALSE, sizeof (Warning));
  Check check = { warnings };

  if (found == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < found->len; i++)
    {
      const SzParttimeWarned *one = &g_array_index (found, SzParttimeWarned, i);
      const Warning warning = { one->agreement, sz_parttime_warning_code (one->warning), one->day };

      g_array_append_val (warnings, warning);
    }
  sz_cli_show (cli, check_fields, &check);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_parttime_check
    = { "parttime check", N_ ("What is unusual about the contracts"), NULL, 0, run_check,
        .office = TRUE };

typedef struct
{
  SzDate on;
  int days;
} DueAsked;

static const SzArg due_args[] = {
  SZ_OPTION (DATE, DueAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  SZ_OPTION (COUNT,
             DueAsked,
             days,
             "days",
             "N",
             N_ ("How many days ahead"),
             .otherwise = -1,
             .most = 3660),
  { 0 },
};

typedef struct
{
  SzDate on;
  int days;
  GArray *contracts;
} Due;

static const SzMember due_contract_fields[] = {
  SZ_SHOW_TEXT (Contract, agreement, "agreement", N_ ("Agreement")),
  SZ_SHOW_TEXT (Contract, name, "name", N_ ("Name")),
  SZ_SHOW_DATE (Contract, to, "to", N_ ("To")),
  SZ_SHOW_DECIMAL (Contract, fte, "fte", N_ ("Share"), SZ_RATIO_DECIMALS),
  SZ_SHOW_COUNT (Contract, days, "days", N_ ("Days left")),
  { NULL },
};

static const SzMember due_fields[] = {
  SZ_SHOW_DATE (Due, on, "on", NULL),
  SZ_SHOW_COUNT (Due, days, "days", NULL),
  SZ_SHOW_LIST (Due, contracts, "contracts", "", due_contract_fields),
  { NULL },
};

static int
run_due (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DueAsked *asked = data;
  Due due = { .on = sz_cli_day (office, asked->on) };
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) contracts = g_array_new (FALSE, FALSE, sizeof (Contract));

  if (book != NULL)
    list = sz_parttime_due_list (office, book, due.on, asked->days, &due.days, error);
  if (list == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < list->len; i++)
    {
      add_contract (contracts, g_ptr_array_index (list, i), SZ_DATE_NONE);
      g_array_index (contracts, Contract, i).days
          = sz_date_days (g_array_index (contracts, Contract, i).to) - sz_date_days (due.on);
    }
  due.contracts = contracts;
  sz_cli_show (cli, due_fields, &due);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_parttime_due
    = { "parttime due", N_ ("Contracts that end soon and are not renewed"),
        due_args,       sizeof (DueAsked),
        run_due,        .office = TRUE };
