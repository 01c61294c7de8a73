/* sz-cli-leave.c — shizictl leave sheet, pay watch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay.h"
#include "sz-decimal.h"
#include "sz-leave-sheet.h"
#include "sz-pay-watch.h"

static json_t *
make_base (gconstpointer of)
{
  const SzLeaveSheetRow *row = of;
  g_autofree char *text = sz_money_format (row->line.base_fen);

  return row->line.base_fen >= 0 ? json_string (text) : json_null ();
}

static const SzMember row_fields[] = {
  SZ_SHOW_TEXT (SzLeaveSheetRow, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzLeaveSheetRow, name, "name", N_ ("Name")),
  SZ_SHOW_CODE (SzLeaveSheetRow, kind, "kind", N_ ("Kind"), SZ_TABLE_LEAVE),
  SZ_SHOW_COUNT (SzLeaveSheetRow, line.month, "month", N_ ("Month")),
  SZ_SHOW_DATE (SzLeaveSheetRow, line.from, "start", N_ ("From")),
  SZ_SHOW_DATE (SzLeaveSheetRow, line.to, "end", N_ ("To")),
  SZ_SHOW_COUNT (SzLeaveSheetRow, line.days, "days", N_ ("Days")),
  SZ_SHOW_COUNT (SzLeaveSheetRow, line.working_days, "working_days", N_ ("Working days")),
  SZ_SHOW_DECIMAL (SzLeaveSheetRow, line.ratio_x1e4, "ratio", N_ ("Paid"), SZ_RATIO_DECIMALS),
  SZ_SHOW_MADE ("base", NULL, make_base),
  SZ_SHOW_MONEY (SzLeaveSheetRow, line.deduction_fen, "deduction", N_ ("Deduction")),
  { NULL },
};

static const SzMember sheet_fields[] = {
  SZ_SHOW_COUNT (SzLeaveSheet, year, "year", NULL),
  SZ_SHOW_COUNT (SzLeaveSheet, month, "month", NULL, .flags = SZ_ZERO_NULL),
  SZ_SHOW_LIST (SzLeaveSheet, rows, "rows", "", row_fields),
  SZ_SHOW_MONEY (SzLeaveSheet, total_fen, "total", N_ ("Total")),
  { NULL },
};

typedef struct
{
  int year;
  int month;
} Asked;

static const SzArg sheet_args[] = {
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year"), .required = TRUE),
  SZ_OPTION (
      COUNT, Asked, month, "month", N_ ("M"), N_ ("One month of it"), .least = 1, .most = 12),
  { 0 },
};

static int
run_sheet (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzLeaveSheet) sheet
      = sz_view_leave_sheet (office, asked->year, asked->month, issues, error);

  if (sheet != NULL)
    sz_cli_show (cli, sheet_fields, sheet);
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return sheet != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_leave_sheet
    = { "leave sheet", N_ ("What leave takes off basic pay (病事假扣发)"),
        sheet_args,    sizeof (Asked),
        run_sheet,     .office = TRUE };

static json_t *
make_severity (gconstpointer of)
{
  return json_string (((const SzPayFinding *)of)->severity == SZ_SEVERITY_ERROR ? "error"
                                                                                : "warning");
}

static const SzMember finding_fields[] = {
  SZ_SHOW_MADE ("severity", N_ ("Severity"), make_severity),
  SZ_SHOW_TEXT (SzPayFinding, code, "code", N_ ("Finding")),
  SZ_SHOW_COUNT (SzPayFinding, run, "run", N_ ("Run"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_TEXT (SzPayFinding, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_DATE (SzPayFinding, date, "date", N_ ("Day")),
  SZ_SHOW_TEXT (SzPayFinding, message, "message", N_ ("What it says")),
  { NULL },
};

typedef struct
{
  int year;
  GArray *findings;
} Findings;

static const SzMember watch_fields[] = {
  SZ_SHOW_COUNT (Findings, year, "year", NULL),
  SZ_SHOW_LIST (Findings, findings, "findings", "", finding_fields),
  { NULL },
};

static const SzArg watch_args[] = {
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year"), .required = TRUE),
  { 0 },
};

static int
run_watch (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GArray) list = sz_view_pay_watch (office, asked->year, error);
  Findings findings = { asked->year, list };

  if (list == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, watch_fields, &findings);
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, SzPayFinding, i).severity == SZ_SEVERITY_ERROR)
      return SZ_EXIT_REFUSED;
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_watch
    = { "pay watch", N_ ("Findings of a year about pay, leave and part-time teachers"),
        watch_args,  sizeof (Asked),
        run_watch,   .office = TRUE };
