/* sz-parttime-lists.c — contracts, quota, fees and funds as rows (RULE rec-23 … rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime-lists.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-fee-details.h"
#include "sz-fees-act.h"
#include "sz-field-list.h"
#include "sz-message.h"
#include "sz-parttime-names.h"
#include "sz-parttime-view.h"
#include "sz-quota-day.h"
#include "sz-quota-holders.h"

static char *
dup_ratio (gint64 value_x1e4)
{
  return sz_decimal_format (value_x1e4, SZ_RATIO_DECIMALS);
}

static char *
dup_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

/* ---- contracts, the open cases on top ---- */

enum
{
  AGREEMENT, /* the lists begin in this order: open cases have none and stand on top */
  STATE,
  NAME,
  DEPARTMENT,
  COURSE,
  FROM,
  TO,
  FTE,
  RATE,
  EMPLOYER,
  ON_DAY,
  DUE,
  N_CONTRACT
};

static const SzListColumn contract_columns[] = {
  [AGREEMENT] = { "agreement", N_ ("Agreement"), 100 },
  [STATE] = { "state", N_ ("State"), 76 },
  [NAME] = { "name", N_ ("Name"), 72, .name = TRUE },
  [DEPARTMENT] = { "department", N_ ("Department"), 96 },
  [COURSE] = { "course", N_ ("Course"), 100 },
  [FROM] = { "from", N_ ("From"), 86 },
  [TO] = { "to", N_ ("To"), 86 },
  [FTE] = { "fte", N_ ("Share"), 60, .numeric = TRUE },
  [RATE] = { "rate", N_ ("Rate"), 70, .numeric = TRUE },
  [EMPLOYER] = { "employer", N_ ("Employer"), 120 },
  [ON_DAY] = { "on-day", N_ ("On the day"), 70, .hidden = TRUE },
  [DUE] = { "due", N_ ("Falls due"), 90, .hidden = TRUE },
  [N_CONTRACT] = { NULL },
};

/* Whether it holds on the day of the header: what one filters by. */
static char *
dup_on_day (gboolean holds)
{
  return g_strdup (holds ? _ ("in force on the day") : _ ("not in force"));
}

static const char *
find_state (const SzParttimeContract *contract, SzDate day)
{
  if (contract->stretches->len == 0 || sz_parttime_last (contract) < day)
    return _ ("ended");
  return sz_parttime_first (contract) > day ? _ ("to come") : _ ("running");
}

/* @due_days: within which it ends, −1: it does not. */
static SzListRow *
make_contract (const SzParttimeContract *contract, int due_days, SzDate day)
{
  const SzContractRow *from = contract->row;
  const SzStretch *stretch = sz_parttime_stretch_on (contract, day);
  SzListRow *row = sz_list_row_new (from->id, N_CONTRACT);
  const gboolean due = due_days >= 0;

  row->cells[ON_DAY] = dup_on_day (stretch != NULL);
  row->cells[DUE] = due ? g_strdup_printf (_ ("within %d days"), due_days) : NULL;
  if (stretch == NULL && contract->stretches->len > 0)
    stretch = &g_array_index (contract->stretches, SzStretch, contract->stretches->len - 1);
  row->cells[STATE] = g_strdup (due ? _ ("due") : find_state (contract, day));
  row->cells[AGREEMENT] = g_strdup (from->agreement_no);
  row->cells[NAME] = g_strdup (from->name);
  row->cells[DEPARTMENT] = g_strdup (from->department);
  row->cells[COURSE] = g_strdup (from->course);
  row->cells[FROM] = sz_date_format (from->from);
  row->cells[TO] = sz_date_format (sz_parttime_last (contract));
  row->cells[FTE] = stretch != NULL ? dup_ratio (stretch->fte_x1e4) : NULL;
  row->cells[RATE]
      = stretch != NULL && stretch->rate_fen != 0 ? sz_money_format (stretch->rate_fen) : NULL;
  row->cells[EMPLOYER] = g_strdup (from->employer);
  if (due)
    row->style = "warning";
  return row;
}

static SzListRow *
make_case (const SzParttimeCaseRow *from, SzDate day)
{
  SzListRow *row = sz_list_row_new (-from->id, N_CONTRACT);

  row->cells[ON_DAY] = dup_on_day (from->from <= day && from->to >= day);
  row->cells[STATE] = g_strdup (_ ("open"));
  row->cells[NAME] = g_strdup (from->name);
  row->cells[DEPARTMENT] = g_strdup (from->department);
  row->cells[COURSE] = g_strdup (from->course);
  row->cells[FROM] = sz_date_format (from->from);
  row->cells[TO] = sz_date_format (from->to);
  row->cells[FTE] = dup_ratio (from->fte_x1e4);
  row->cells[RATE] = from->rate_fen != 0 ? sz_money_format (from->rate_fen) : NULL;
  row->cells[EMPLOYER] = g_strdup (from->employer);
  return row;
}

static GPtrArray *
read_contracts_cb (SzOffice *office,
                   const SzListView *view,
                   const SzListAsk *ask,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (GPtrArray) due = NULL;
  GPtrArray *rows;
  int days = 0;

  if (book == NULL)
    return NULL;
  due = sz_parttime_due_list (office, book, ask->day, -1, &days, error);
  if (due == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < book->cases->len; i++)
    if (strcmp (g_array_index (book->cases, SzParttimeCaseRow, i).state, "open") == 0)
      g_ptr_array_add (rows,
                       make_case (&g_array_index (book->cases, SzParttimeCaseRow, i), ask->day));
  for (guint i = 0; i < book->contracts->len; i++)
    {
      SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      g_ptr_array_add (rows,
                       make_contract (contract, g_ptr_array_find (due, contract, NULL) ? days : -1,
                                      ask->day));
    }
  return rows;
}

static void
add_stretches (GPtrArray *fields, const SzParttimeContract *contract)
{
  sz_fields_add_heading (fields, _ ("Stretches"));
  for (guint i = 0; i < contract->stretches->len; i++)
    {
      const SzStretch *stretch = &g_array_index (contract->stretches, SzStretch, i);
      g_autofree char *from = sz_date_format (stretch->from);
      g_autofree char *to = sz_date_format (stretch->to);
      g_autofree char *term = g_strdup_printf ("%s – %s", from, to);
      g_autofree char *fte = dup_ratio (stretch->fte_x1e4);
      g_autofree char *rate
          = stretch->rate_fen != 0 ? sz_money_format (stretch->rate_fen) : g_strdup ("—");

      sz_fields_take (fields, term, g_strdup_printf (_ ("share %s, rate %s"), fte, rate));
    }
  if (contract->stretches->len == 0)
    sz_fields_add_note (fields, _ ("It never began."));
}

static gboolean
add_warnings (GPtrArray *fields,
              SzOffice *office,
              const SzParttimeBook *book,
              const char *agreement,
              GError **error)
{
  g_autoptr (GArray) warned = sz_parttime_warnings (office, book, error);
  gboolean any = FALSE;

  for (guint i = 0; warned != NULL && i < warned->len; i++)
    {
      const SzParttimeWarned *one = &g_array_index (warned, SzParttimeWarned, i);
      g_autofree char *text = NULL;

      if (strcmp (one->agreement, agreement) != 0)
        continue;
      if (!any)
        sz_fields_add_heading (fields, _ ("Warnings"));
      any = TRUE;
      text = sz_message_for_code (sz_parttime_warning_code (one->warning), NULL);
      sz_fields_add_note (fields, text)->style = "warning";
    }
  return warned != NULL;
}

static SzListDetails *
describe_contract (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (SzListDetails) details = NULL;
  const SzParttimeContract *contract;
  const SzContractRow *row;

  if (book == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  for (guint i = 0; i < book->cases->len; i++)
    {
      const SzParttimeCaseRow *open = &g_array_index (book->cases, SzParttimeCaseRow, i);

      if (open->id != -id)
        continue;
      details->name = g_strdup (open->name);
      details->line = g_strdup (_ ("holds its place until it is signed or withdrawn"));
      sz_fields_add_code (details->fields, _ ("ID number"), open->id_number, "id");
      sz_fields_add (details->fields, _ ("Approval"), open->approval);
    }
  contract = sz_parttime_book_by_id (book, id);
  if (contract == NULL)
    return g_steal_pointer (&details);
  row = contract->row;
  details->name = g_strdup (row->name);
  details->line = g_strdup (row->agreement_no);
  sz_fields_add_code (details->fields, _ ("ID number"), row->id_number, "id");
  sz_fields_add (details->fields, _ ("Professional title"),
                 sz_codes_name (SZ_TABLE_TITLE, row->title));
  sz_fields_add (details->fields, _ ("Skill level"), sz_codes_name (SZ_TABLE_SKILL, row->skill));
  sz_fields_add (details->fields, _ ("Renews"), row->renews);
  sz_fields_add (details->fields, _ ("Approval"), row->approval);
  add_stretches (details->fields, contract);
  if (!sz_fields_add_teaching (details->fields, office, id, error)
      || !add_warnings (details->fields, office, book, row->agreement_no, error))
    return NULL;
  return g_steal_pointer (&details);
}

/* ---- the quota through the year ---- */

enum
{
  SEGMENT_FROM,
  SEGMENT_TO,
  SEGMENT_ESTABLISHMENT,
  SEGMENT_TEACHERS,
  SEGMENT_LIMIT,
  SEGMENT_USED,
  SEGMENT_LEFT,
  N_SEGMENT
};

static const SzListColumn segment_columns[] = {
  [SEGMENT_FROM] = { "from", N_ ("From"), 92 },
  [SEGMENT_TO] = { "to", N_ ("To"), 92 },
  [SEGMENT_ESTABLISHMENT] = { "establishment", N_ ("Establishment"), 90, .numeric = TRUE },
  [SEGMENT_TEACHERS] = { "teachers", N_ ("Full-time teachers"), 100, .numeric = TRUE },
  [SEGMENT_LIMIT] = { "limit", N_ ("Limit"), 70, .numeric = TRUE },
  [SEGMENT_USED] = { "used", N_ ("Used"), 80, .numeric = TRUE },
  [SEGMENT_LEFT] = { "left", N_ ("Available"), 80, .numeric = TRUE },
  [N_SEGMENT] = { NULL },
};

static GPtrArray *
read_segments_cb (SzOffice *office,
                  const SzListView *view,
                  const SzListAsk *ask,
                  GCancellable *cancellable,
                  GError **error)
{
  const int year = sz_date_year (ask->day);
  g_autoptr (SzQuotaTerm) term
      = sz_quota_term (office, sz_date_make (year, 1, 1), sz_date_make (year, 12, 31), error);
  g_autoptr (GArray) segments = NULL;
  GPtrArray *rows;

  if (term == NULL)
    return NULL;
  segments = sz_quota_segments (term);
  rows = g_ptr_array_new ();
  for (guint i = 0; i < segments->len; i++)
    {
      const SzQuotaSegment *segment = &g_array_index (segments, SzQuotaSegment, i);
      SzListRow *row = sz_list_row_new (segment->from, N_SEGMENT);

      row->cells[SEGMENT_FROM] = sz_date_format (segment->from);
      row->cells[SEGMENT_TO] = sz_date_format (segment->to);
      row->cells[SEGMENT_ESTABLISHMENT] = dup_count (segment->day.establishment);
      row->cells[SEGMENT_TEACHERS] = dup_count (segment->day.full_time);
      row->cells[SEGMENT_LIMIT] = dup_count (segment->day.limit.limit);
      row->cells[SEGMENT_USED] = dup_ratio (segment->day.used_x1e4);
      row->cells[SEGMENT_LEFT] = dup_ratio (sz_quota_available (&segment->day));
      if (sz_quota_available (&segment->day) < 0)
        row->style = "error";
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* ---- fees and funds ---- */

enum
{
  SHEET_NO,
  SHEET_FROM,
  SHEET_TO,
  SHEET_PAID,
  SHEET_PEOPLE,
  SHEET_HOURS,
  SHEET_GROSS,
  SHEET_TAX,
  SHEET_NET,
  N_SHEET
};

static const SzListColumn sheet_columns[] = {
  [SHEET_NO] = { "sheet", N_ ("Sheet"), 56, .numeric = TRUE },
  [SHEET_FROM] = { "from", N_ ("Taught from"), 92 },
  [SHEET_TO] = { "to", N_ ("To"), 92 },
  [SHEET_PAID] = { "paid", N_ ("Paid on"), 92 },
  [SHEET_PEOPLE] = { "people", N_ ("People"), 60, .numeric = TRUE },
  [SHEET_HOURS] = { "hours", N_ ("Hours"), 76, .numeric = TRUE },
  [SHEET_GROSS] = { "gross", N_ ("Gross"), 100, .numeric = TRUE, .sum = TRUE },
  [SHEET_TAX] = { "tax", N_ ("Tax"), 90, .numeric = TRUE, .sum = TRUE },
  [SHEET_NET] = { "net", N_ ("Net"), 100, .numeric = TRUE, .sum = TRUE },
  [N_SHEET] = { NULL },
};

static GPtrArray *
read_sheets_cb (SzOffice *office,
                const SzListView *view,
                const SzListAsk *ask,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GPtrArray) sheets = sz_fees_list (office, error);
  GPtrArray *rows;

  if (sheets == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < sheets->len; i++)
    {
      const SzFeeSheet *sheet = g_ptr_array_index (sheets, i);
      SzListRow *row = sz_list_row_new (sheet->id, N_SHEET);

      row->numbers = g_new0 (gint64, N_SHEET);
      row->cells[SHEET_NO] = dup_count (sheet->id);
      row->cells[SHEET_FROM] = sz_date_format (sheet->from);
      row->cells[SHEET_TO] = sz_date_format (sheet->to);
      row->cells[SHEET_PAID] = sz_date_format (sheet->paid_on);
      row->cells[SHEET_PEOPLE] = dup_count (sheet->people);
      row->cells[SHEET_HOURS] = sz_decimal_format (sheet->hours_x100, SZ_HOURS_DECIMALS);
      row->cells[SHEET_GROSS] = sz_money_format_grouped (sheet->gross_fen);
      row->cells[SHEET_TAX] = sz_money_format_grouped (sheet->tax_fen);
      row->cells[SHEET_NET] = sz_money_format_grouped (sheet->net_fen);
      row->numbers[SHEET_GROSS] = sheet->gross_fen;
      row->numbers[SHEET_TAX] = sheet->tax_fen;
      row->numbers[SHEET_NET] = sheet->net_fen;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

enum
{
  FUND_MONTH,
  FUND_PERSON_MONTHS,
  FUND_COMPUTED,
  FUND_APPROVED,
  FUND_PAID,
  FUND_DIFFERENCE,
  FUND_BALANCE,
  N_FUND
};

#define FUND(id, title, wide)                                                                      \
  {                                                                                                \
    id, title, wide, .numeric = TRUE, .sum = TRUE                                                  \
  }

static const SzListColumn fund_columns[] = {
  [FUND_MONTH] = { "month", N_ ("Month"), 60, .numeric = TRUE },
  [FUND_PERSON_MONTHS] = { "months", N_ ("Person-months"), 100, .numeric = TRUE },
  [FUND_COMPUTED] = FUND ("computed", N_ ("By the rule"), 110),
  [FUND_APPROVED] = FUND ("approved", N_ ("Allotted"), 110),
  [FUND_PAID] = FUND ("paid", N_ ("Fees paid"), 110),
  [FUND_DIFFERENCE] = FUND ("difference", N_ ("Difference"), 110),
  [FUND_BALANCE] = FUND ("balance", N_ ("Balance"), 110),
  [N_FUND] = { NULL },
};

static GPtrArray *
read_funds_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  SzFunding funding;
  GPtrArray *rows;

  if (!sz_funding (office, sz_date_year (ask->day), 0, &funding, error))
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < SZ_FUNDING_MONTHS; i++)
    {
      const SzFundingMonth *month = &funding.months[i];
      const SzMoney amounts[]
          = { month->computed, month->approved, month->paid, month->difference, month->balance };
      SzListRow *row = sz_list_row_new (i + 1, N_FUND);

      row->numbers = g_new0 (gint64, N_FUND);
      row->cells[FUND_MONTH] = dup_count (month->month);
      row->cells[FUND_PERSON_MONTHS] = dup_ratio (month->person_months_x1e4);
      for (guint j = 0; j < G_N_ELEMENTS (amounts); j++)
        {
          row->cells[FUND_COMPUTED + j] = sz_money_format_grouped (amounts[j]);
          row->numbers[FUND_COMPUTED + j] = amounts[j];
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

const SzListView *
sz_parttime_views (void)
{
  static const SzListFilter filters[]
      = { { "department", N_ ("Department"), "department", N_ ("All departments") },
          { "on-day", N_ ("On the Day"), "on-day", N_ ("In force or not") },
          { "due", N_ ("Falls Due"), "due", N_ ("Due or not") },
          { NULL } };
  static const SzListAction more[] = {
    { N_ ("_Sign…"), "parttime.sign", SZ_NEEDS_ONE },
    { N_ ("_Withdraw…"), "parttime.withdraw", SZ_NEEDS_ONE },
    { N_ ("Roster F07"), "parttime.print-roster" },
    { NULL },
  };
  static const SzListAction contract_actions[] = {
    { N_ ("_New…"), "parttime.open" },
    { N_ ("_Import…"), "win.import" },
    { N_ ("_Renew…"), "parttime.renew", SZ_NEEDS_SOME },
    { N_ ("_Change…"), "parttime.change", SZ_NEEDS_ONE },
    { N_ ("_End…"), "parttime.end", SZ_NEEDS_ONE },
    { N_ ("_More"), NULL, .menu = more },
    { NULL },
  };
  static const SzListAction fee_actions[] = {
    { N_ ("_Compute…"), "parttime.fees" },
    { N_ ("_Import…"), "win.import" },
    { N_ ("_Fee Sheet F09"), "parttime.print-sheet", SZ_NEEDS_ONE, .main = TRUE },
    { N_ ("_Bank List"), "parttime.print-bank", SZ_NEEDS_ONE },
    { N_ ("_Delete"), "parttime.delete-sheet", SZ_NEEDS_ONE },
    { NULL },
  };
  static const SzListAction quota_actions[] = { { N_ ("_New…"), "parttime.open" }, { NULL } };
  static const SzListAction fund_actions[] = { { N_ ("_Import…"), "win.import" },
                                               { N_ ("_Funds F08"), "parttime.print-funds" },
                                               { NULL } };
  static const SzListView views[] = {
    { .name = SZ_PARTTIME_CONTRACTS,
      .title = N_ ("Contracts"),
      .unit = N_ ("contracts"),
      .columns = contract_columns,
      .filters = filters,
      .actions = contract_actions,
      .empty = { "system-users-symbolic", N_ ("No Part-Time Teachers Yet"),
                 N_ ("Open a case, or import the contracts that were signed.") },
      .read = read_contracts_cb,
      .details = describe_contract },
    { .name = SZ_PARTTIME_QUOTA,
      .title = N_ ("Part-Time Quota"),
      .unit = N_ ("stretches"),
      .columns = segment_columns,
      .actions = quota_actions,
      .read = read_segments_cb,
      .details = sz_describe_quota_day },
    { .name = SZ_PARTTIME_FEES,
      .title = N_ ("Fees"),
      .unit = N_ ("sheets"),
      .columns = sheet_columns,
      .actions = fee_actions,
      .empty = { "accessories-calculator-symbolic", N_ ("No Fee Sheets Yet"),
                 N_ ("Import the records of teaching, then compute the sheet of a period.") },
      .read = read_sheets_cb,
      .details = sz_describe_fee_sheet },
    { .name = SZ_PARTTIME_FUNDS,
      .title = N_ ("Funds"),
      .unit = N_ ("months"),
      .columns = fund_columns,
      .actions = fund_actions,
      .read = read_funds_cb },
    { NULL },
  };

  return views;
}
