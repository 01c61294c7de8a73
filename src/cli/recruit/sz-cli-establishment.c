/* sz-cli-establishment.c — shizictl establishment: the ledger, its balance, the forecast (RULE
 * rec-12 … rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-establishment-book.h"

typedef struct
{
  SzDate date;
  SzLedgerBalance balance;
} Day;

static const SzMember balance_fields[] = {
  SZ_SHOW_COUNT (SzLedgerBalance, approved, "approved", N_ ("Approved")),
  SZ_SHOW_COUNT (SzLedgerBalance, frozen, "frozen", N_ ("Frozen")),
  SZ_SHOW_COUNT (SzLedgerBalance, occupied, "occupied", N_ ("Occupied")),
  SZ_SHOW_COUNT (SzLedgerBalance, reserved, "reserved", N_ ("Reserved")),
  SZ_SHOW_COUNT (SzLedgerBalance, vacant, "vacant", N_ ("Vacant")),
  SZ_SHOW_COUNT (SzLedgerBalance, over, "over", N_ ("Over")),
  { NULL },
};

static const SzMember day_fields[] = {
  SZ_SHOW_DATE (Day, date, "date", N_ ("Date")),
  SZ_SHOW_INLINE (Day, balance, balance_fields),
  { NULL },
};

typedef struct
{
  SzDate on;
} DayAsked;

static const SzArg day_args[] = {
  SZ_OPTION (DATE, DayAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_day (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DayAsked *asked = data;
  Day day = { .date = sz_cli_day (office, asked->on) };
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);

  if (book == NULL)
    return SZ_EXIT_REFUSED;
  sz_establishment_balance (book, day.date, &day.balance);
  sz_cli_show (cli, day_fields, &day);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_establishment
    = { "establishment", N_ ("The balance of the establishment on a day"),
        day_args,        sizeof (DayAsked),
        run_day,         .office = TRUE };

/* A row as it stands in the list. */
typedef struct
{
  SzDate day;
  int kind;
  gint64 number;
  const char *document;
  const char *note;
  gint64 approved;
  gint64 frozen;
} Row;

typedef struct
{
  GArray *rows; /* of Row */
} List;

static const SzMember row_fields[] = {
  SZ_SHOW_DATE (Row, day, "date", N_ ("Date")),
  SZ_SHOW_WORD (Row, kind, "kind", N_ ("Change"), SZ_TABLE_LEDGER),
  SZ_SHOW_COUNT (Row, number, "number", N_ ("Number")),
  SZ_SHOW_TEXT (Row, document, "document", N_ ("Document")),
  SZ_SHOW_TEXT (Row, note, "note", N_ ("Note")),
  SZ_SHOW_COUNT (Row, approved, "approved", N_ ("Approved")),
  SZ_SHOW_COUNT (Row, frozen, "frozen", N_ ("Frozen")),
  { NULL },
};

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (List, rows, "rows", "", row_fields),
  { NULL },
};

static Row
make_row (const SzEstablishmentRow *row, const SzLedgerSum *sum)
{
  return (Row){ row->day,  (int)row->kind, row->number, row->document,
                row->note, sum->approved,  sum->frozen };
}

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  List list = { rows };
  SzLedgerSum sum = { 0 };

  if (book == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < book->ledger->rows->len; i++)
    {
      Row row;

      sz_ledger_add (&sum, &g_array_index (book->ledger->entries, SzLedgerEntry, i));
      row = make_row (&g_array_index (book->ledger->rows, SzEstablishmentRow, i), &sum);
      g_array_append_val (rows, row);
    }
  sz_cli_show (cli, list_fields, &list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_establishment_list
    = { "establishment list", N_ ("All rows of the ledger"), NULL, 0, run_list, .office = TRUE };

typedef struct
{
  int kind;
  gint64 number;
  SzDate from;
  const char *document;
  const char *approval;
  const char *note;
} AddAsked;

static gboolean
read_kind (SzCli *cli, const char *text, gpointer member)
{
  const SzCode *code = sz_codes_by_code (SZ_TABLE_LEDGER, text);

  if (code == NULL)
    code = sz_codes_by_name (SZ_TABLE_LEDGER, text);
  if (code == NULL)
    {
      sz_cli_usage (cli,
                    _ ("There is no change “%s”. There are: approve, increase, decrease, freeze, "
                       "unfreeze."),
                    text);
      return FALSE;
    }
  *(int *)member = code->value;
  return TRUE;
}

static const SzArg add_args[] = {
  SZ_WORD_OF (READ, AddAsked, kind, "KIND", .read = read_kind),
  SZ_WORD_OF (COUNT, AddAsked, number, "N"),
  SZ_OPTION (
      DATE, AddAsked, from, "from", N_ ("DATE"), N_ ("From when it holds"), .required = TRUE),
  SZ_OPTION (TEXT,
             AddAsked,
             document,
             "source",
             N_ ("文号"),
             N_ ("Number of the document (文号)"),
             .required = TRUE),
  SZ_OPTION (TEXT,
             AddAsked,
             approval,
             "approval",
             N_ ("批文号"),
             N_ ("Number of the approval that lifts a condition")),
  SZ_OPTION (TEXT, AddAsked, note, "note", N_ ("TEXT"), N_ ("Why")),
  { 0 },
};

typedef struct
{
  Row row;
  GArray *over; /* of SzDate */
} Added;

static json_t *
make_over (gconstpointer of)
{
  const Added *added = of;
  json_t *days;
  g_autofree char *day = NULL;

  if (added->over->len == 0)
    return json_null ();
  day = sz_date_format (g_array_index (added->over, SzDate, 0));
  days = json_array ();
  json_array_append_new (days, json_string (day));
  return days;
}

static const SzMember added_fields[] = {
  SZ_SHOW_OBJECT (Added, row, "row", NULL, row_fields),
  SZ_SHOW_MADE ("over", NULL, make_over),
  { NULL },
};

static int
run_add (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const AddAsked *asked = data;
  SzEstablishmentRow row = { .day = asked->from,
                             .kind = (SzLedgerKind)asked->kind,
                             .number = asked->number,
                             .document = (char *)asked->document,
                             .approval = (char *)asked->approval,
                             .note = (char *)asked->note };
  g_autoptr (GArray) over = g_array_new (FALSE, FALSE, sizeof (SzDate));
  SzEstablishmentAdded result = { 0 };
  Added added = { .over = over };

  if (!sz_establishment_add (office, &row, &result, error))
    return SZ_EXIT_REFUSED;
  if (result.over != SZ_DATE_NONE)
    g_array_append_val (over, result.over);
  added.row = make_row (&row, &result.sum);
  sz_cli_show (cli, added_fields, &added);
  sz_cli_print (cli, _ ("The row was added.\n"));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_establishment_add
    = { "establishment add", N_ ("Adds a row to the ledger"), add_args, sizeof (AddAsked), run_add,
        .office = TRUE };

typedef struct
{
  SzMonth from;
  int months;
} ForecastAsked;

static const SzArg forecast_args[] = {
  SZ_OPTION (MONTH,
             ForecastAsked,
             from,
             "from",
             N_ ("YYYY-MM"),
             N_ ("First month, this one at first")),
  SZ_OPTION (COUNT,
             ForecastAsked,
             months,
             "months",
             "N",
             N_ ("How many months, 36 at first"),
             .otherwise = 36,
             .least = 1,
             .most = 600),
  { 0 },
};

static json_t *
make_month_text (SzMonth month)
{
  const SzDate day = sz_month_first_day (month);
  g_autofree char *text
      = g_strdup_printf ("%04d-%02d", sz_date_year (day), sz_date_month_of_year (day));

  return json_string (text);
}

static json_t *
make_row_month (gconstpointer of)
{
  return make_month_text (((const SzForecastMonth *)of)->month);
}

static json_t *
make_name_month (gconstpointer of)
{
  return make_month_text (((const SzForecastName *)of)->month);
}

static json_t *
make_first_month (gconstpointer of)
{
  const SzForecast *forecast = of;

  return make_month_text (g_array_index (forecast->months, SzForecastMonth, 0).month);
}

static const SzMember month_fields[] = {
  SZ_SHOW_MADE ("month", N_ ("Month"), make_row_month),
  SZ_SHOW_INLINE (SzForecastMonth, balance, balance_fields),
  SZ_SHOW_COUNT (SzForecastMonth, joining, "joining", N_ ("Joining")),
  SZ_SHOW_COUNT (SzForecastMonth, leaving, "leaving", N_ ("Leaving")),
  SZ_SHOW_COUNT (SzForecastMonth, retirements, "retirements", N_ ("Retiring")),
  SZ_SHOW_COUNT (SzForecastMonth, contract_ends, "contract_ends", N_ ("Contracts ending")),
  SZ_SHOW_COUNT (SzForecastMonth,
                 full_time_teachers,
                 "full_time_teachers",
                 N_ ("Full-time teachers")),
  SZ_SHOW_COUNT (SzForecastMonth, parttime_limit, "parttime_limit", N_ ("Part-time limit")),
  SZ_SHOW_DECIMAL (SzForecastMonth,
                   parttime_used_x1e4,
                   "parttime_used",
                   N_ ("Part-time used"),
                   SZ_RATIO_DECIMALS),
  { NULL },
};

static const SzMember name_fields[] = {
  SZ_SHOW_TEXT (SzForecastName, staff_no, "staff_no", N_ ("Number")),
  SZ_SHOW_TEXT (SzForecastName, name, "name", N_ ("Name")),
  SZ_SHOW_MADE ("retire_month", N_ ("Month"), make_name_month),
  SZ_SHOW_FLAG (SzForecastName, overdue, "overdue", N_ ("Overdue")),
  { NULL },
};

static const SzMember forecast_fields[] = {
  SZ_SHOW_MADE ("from", NULL, make_first_month),
  SZ_SHOW_LIST (SzForecast, months, "months", "", month_fields),
  SZ_SHOW_LIST (SzForecast, retirements, "retirements", N_ ("Retirements"), name_fields),
  SZ_SHOW_COUNT (SzForecast, unknown, "unknown", N_ ("Without a known month of retirement")),
  { NULL },
};

static int
run_forecast (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ForecastAsked *asked = data;
  const SzMonth first
      = asked->from != 0 ? asked->from : sz_date_month (sz_cli_day (office, SZ_DATE_NONE));
  g_autoptr (SzForecast) forecast
      = sz_establishment_forecast (office, first, (guint)asked->months, error);

  if (forecast == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, forecast_fields, forecast);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_establishment_forecast = { "establishment forecast",
                                                     N_ ("The establishment in the months to come"),
                                                     forecast_args,
                                                     sizeof (ForecastAsked),
                                                     run_forecast,
                                                     .office = TRUE };
