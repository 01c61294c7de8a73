/* sz-cli-pay-split.c — shizictl pay split, splits, adjust: what departments and reasons make of a
 * run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-cli-pay.h"
#include "sz-pay-adjust-act.h"
#include "sz-pay-split-act.h"

/* A department's amounts by the names of the components. */
typedef struct
{
  SzSplitFace face;
  const GPtrArray *components;
} Face;

static json_t *
make_pools (gconstpointer of)
{
  const Face *face = of;
  json_t *pools = json_object ();

  for (guint i = 0; i < face->components->len; i++)
    {
      g_autofree char *text = NULL;

      if (face->face.pools_fen[i] < 0)
        continue;
      text = sz_money_format (face->face.pools_fen[i]);
      json_object_set_new (pools, g_ptr_array_index (face->components, i), json_string (text));
    }
  return pools;
}

static const SzMember face_fields[] = {
  SZ_SHOW_TEXT (Face, face.name, "name", N_ ("Department")),
  SZ_SHOW_COUNT (Face, face.people, "people", N_ ("People")),
  SZ_SHOW_MADE ("pools", NULL, make_pools),
  SZ_SHOW_TEXT (Face, face.state, "state", N_ ("State")),
  SZ_SHOW_COUNT (Face, face.changed, "changed", N_ ("Changed")),
  SZ_SHOW_TEXT (Face, face.who, "by", N_ ("By")),
  SZ_SHOW_TIME (Face, face.at, "at", N_ ("When")),
  SZ_SHOW_TEXT (Face, face.file, "file", NULL),
  { NULL },
};

typedef struct
{
  SzSplitView view;
  GArray *faces; /* of Face */
} Splits;

static const SzMember splits_fields[] = {
  SZ_SHOW_COUNT (Splits, view.run, "run", NULL),
  SZ_SHOW_LIST (Splits, faces, "departments", "", face_fields),
  SZ_SHOW_COUNT (Splits, view.answered, "answered", NULL),
  SZ_SHOW_COUNT (Splits, view.silent, "silent", NULL),
  SZ_SHOW_SAY (N_ ("{answered} have answered, {silent} have not.")),
  { NULL },
};

static int
show_splits (SzCli *cli, SzOffice *office, gint64 run, GError **error)
{
  g_autoptr (SzSplitView) view = sz_view_pay_splits (office, run, error);
  g_autoptr (GArray) faces = g_array_new (FALSE, FALSE, sizeof (Face));
  Splits splits;

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < view->departments->len; i++)
    {
      Face face = { g_array_index (view->departments, SzSplitFace, i), view->components };

      g_array_append_val (faces, face);
    }
  splits = (Splits){ *view, faces };
  sz_cli_show (cli, splits_fields, &splits);
  return SZ_EXIT_DONE;
}

typedef struct
{
  gint64 run;
} RunAsked;

static const SzArg run_args[] = {
  SZ_WORD_RUN (RunAsked, run),
  { 0 },
};

static int
run_splits (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return show_splits (cli, office, ((const RunAsked *)data)->run, error);
}

const SzCliCommand sz_cli_pay_splits
    = { "pay splits", N_ ("Which departments have sent their own split"),
        run_args,     sizeof (RunAsked),
        run_splits,   .office = TRUE };

/* A workbook that was written. */
typedef struct
{
  SzSplitFile file;
  const GPtrArray *components;
} Sheet;

static json_t *
make_sheet_pools (gconstpointer of)
{
  const Sheet *sheet = of;
  json_t *pools = json_object ();

  for (guint i = 0; i < sheet->components->len; i++)
    {
      g_autofree char *text = sz_money_format (sheet->file.pools_fen[i]);

      json_object_set_new (pools, g_ptr_array_index (sheet->components, i), json_string (text));
    }
  return pools;
}

static const SzMember sheet_fields[] = {
  SZ_SHOW_TEXT (Sheet, file.department, "department", N_ ("Department")),
  SZ_SHOW_TEXT (Sheet, file.file, "file", N_ ("File")),
  SZ_SHOW_COUNT (Sheet, file.people, "people", N_ ("People")),
  SZ_SHOW_MADE ("pools", NULL, make_sheet_pools),
  { NULL },
};

typedef struct
{
  gint64 run;
  GArray *files; /* of Sheet */
} Sheets;

static const SzMember sheets_fields[] = {
  SZ_SHOW_COUNT (Sheets, run, "run", NULL),
  SZ_SHOW_LIST (Sheets, files, "files", "", sheet_fields),
  { NULL },
};

typedef struct
{
  gint64 run;
  const char *folder;
  const char *department;
} SheetsAsked;

static const SzArg sheets_args[] = {
  SZ_WORD_RUN (SheetsAsked, run),
  SZ_OPTION (TEXT,
             SheetsAsked,
             folder,
             "output",
             N_ ("FOLDER"),
             N_ ("Where the workbooks go"),
             .letter = 'o',
             .required = TRUE),
  SZ_OPTION (TEXT, SheetsAsked, department, "department", N_ ("NAME"), N_ ("One department only")),
  { 0 },
};

static int
run_sheets (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SheetsAsked *asked = data;
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (GArray) files = sz_office_pay_split_sheets (office, asked->run, asked->folder,
                                                         asked->department, &components, error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Sheet));
  Sheets sheets = { asked->run, list };

  if (files == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < files->len; i++)
    {
      Sheet sheet = { g_array_index (files, SzSplitFile, i), components };

      g_array_append_val (list, sheet);
    }
  sz_cli_show (cli, sheets_fields, &sheets);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_split_sheets
    = { "pay split-sheets", N_ ("Write the sheets that departments fill in (二次分配表)"),
        sheets_args,        sizeof (SheetsAsked),
        run_sheets,         .office = TRUE };

static json_t *
make_difference (gconstpointer of)
{
  const SzSplitPart *part = of;
  g_autofree char *text = sz_money_format (part->sum_fen - part->pool_fen);

  return json_string (text);
}

static const SzMember part_fields[] = {
  SZ_SHOW_TEXT (SzSplitPart, name, "name", N_ ("Component")),
  SZ_SHOW_MONEY (SzSplitPart, pool_fen, "pool", N_ ("Pool")),
  SZ_SHOW_MONEY (SzSplitPart, sum_fen, "sum", N_ ("Sum")),
  SZ_SHOW_MADE ("difference", NULL, make_difference),
  { NULL },
};

static const SzMember done_fields[] = {
  SZ_SHOW_COUNT (SzSplitDone, run, "run", NULL),
  SZ_SHOW_TEXT (SzSplitDone, department, "department", NULL),
  SZ_SHOW_LIST (SzSplitDone, parts, "components", "", part_fields),
  SZ_SHOW_COUNT (SzSplitDone, people, "people", NULL),
  SZ_SHOW_COUNT (SzSplitDone, changed, "changed", NULL),
  SZ_SHOW_SAY (N_ ("{department}: {people} people, {changed} with another amount than before.")),
  { NULL },
};

typedef struct
{
  gint64 run;
  const char *file;
  const char *department;
  const char *sheet;
  const char *withdraw;
} SplitAsked;

static const SzArg split_args[] = {
  SZ_WORD_RUN (SplitAsked, run),
  SZ_WORD_OF (TEXT, SplitAsked, file, N_ ("FILE"), .optional = TRUE),
  SZ_OPTION (TEXT,
             SplitAsked,
             department,
             "department",
             N_ ("NAME"),
             N_ ("Whose sheet it is, where the sheet does not say")),
  SZ_OPTION (TEXT, SplitAsked, sheet, "sheet", N_ ("NAME"), N_ ("The sheet of the workbook")),
  SZ_OPTION (TEXT,
             SplitAsked,
             withdraw,
             "withdraw",
             N_ ("NAME"),
             N_ ("The central split stands again for this department")),
  { 0 },
};

static int
run_split (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SplitAsked *asked = data;
  const SzSplitRequest request = { asked->run, asked->file, asked->sheet, asked->department };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzSplitDone) done = NULL;

  if ((asked->file == NULL) == (asked->withdraw == NULL))
    return sz_cli_usage (cli, "%s", _ ("Say either a FILE or --withdraw NAME."));
  if (asked->withdraw != NULL)
    return sz_office_pay_withdraw (office, asked->run, asked->withdraw, error)
               ? show_splits (cli, office, asked->run, error)
               : SZ_EXIT_REFUSED;
  done = sz_office_pay_split (office, &request, issues, error);
  if (done != NULL)
    sz_cli_show (cli, done_fields, done);
  sz_cli_findings (cli, issues);
  return done != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_split
    = { "pay split", N_ ("Read a department's own split, or withdraw it"),
        split_args,  sizeof (SplitAsked),
        run_split,   .office = TRUE };

static const SzMember line_fields[] = {
  SZ_SHOW_COUNT (SzAdjusted, n, "n", N_ ("No.")),
  SZ_SHOW_TEXT (SzAdjusted, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzAdjusted, name, "name", N_ ("Name")),
  SZ_SHOW_MONEY (SzAdjusted, amount_fen, "amount", N_ ("Amount")),
  SZ_SHOW_TEXT (SzAdjusted, reason, "reason", N_ ("Reason")),
  SZ_SHOW_TEXT (SzAdjusted, who, "by", N_ ("By")),
  SZ_SHOW_TIME (SzAdjusted, at, "at", NULL),
  { NULL },
};

static const SzMember adjust_fields[] = {
  SZ_SHOW_COUNT (SzAdjustView, run, "run", NULL),
  SZ_SHOW_LIST (SzAdjustView, lines, "adjustments", "", line_fields),
  SZ_SHOW_MONEY (SzAdjustView, reserve_fen, "reserve", N_ ("Reserve")),
  SZ_SHOW_MONEY (SzAdjustView, total_fen, "total", N_ ("Total")),
  { NULL },
};

/* A reason may be given empty: then the rule says so, not the usage. */
static gboolean
read_any_text_cb (SzCli *cli, const char *text, gpointer member)
{
  *(const char **)member = sz_cli_keep (cli, g_strdup (text), g_free);
  return TRUE;
}

typedef struct
{
  gint64 run;
  const char *staff_no;
  const char *amount;
  const char *reason;
  const char *file;
  gint64 undo;
} AdjustAsked;

static const SzArg adjust_args[] = {
  SZ_WORD_RUN (AdjustAsked, run),
  SZ_WORD_OF (TEXT, AdjustAsked, staff_no, N_ ("工号"), .optional = TRUE),
  SZ_WORD_OF (TEXT, AdjustAsked, amount, N_ ("AMOUNT"), .optional = TRUE),
  SZ_OPTION (
      READ, AdjustAsked, reason, "reason", N_ ("TEXT"), N_ ("Why"), .read = read_any_text_cb),
  SZ_OPTION (TEXT, AdjustAsked, file, "file", N_ ("FILE"), N_ ("A sheet 工号 姓名 金额 原因")),
  SZ_OPTION (COUNT, AdjustAsked, undo, "undo", "N", N_ ("Take line N back"), .least = 1),
  { 0 },
};

static int
run_adjust (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const AdjustAsked *asked = data;
  const SzAdjustLine line
      = { 1, asked->staff_no, NULL, asked->amount, asked->reason != NULL ? asked->reason : "" };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzAdjustView) view = NULL;

  if (asked->staff_no != NULL && asked->amount == NULL)
    return sz_cli_usage (cli, "%s", _ ("An amount is missing behind the staff number."));
  if ((asked->staff_no != NULL) + (asked->file != NULL) + (asked->undo != 0) > 1)
    return sz_cli_usage (cli, "%s", _ ("Say one of: 工号 AMOUNT, --file FILE, --undo N."));
  if (asked->staff_no != NULL)
    view = sz_office_pay_adjust (office, asked->run, &line, 1, issues, error);
  else if (asked->file != NULL)
    view = sz_office_pay_adjust_file (office, asked->run, asked->file, issues, error);
  else if (asked->undo != 0)
    view = sz_office_pay_adjust_undo (office, asked->run, asked->undo, error);
  else
    view = sz_view_pay_adjust_list (office, asked->run, error);
  if (view != NULL)
    sz_cli_show (cli, adjust_fields, view);
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return view != NULL ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_pay_adjust
    = { "pay adjust", N_ ("Adjustments out of the reserve: list, add, take back"),
        adjust_args,  sizeof (AdjustAsked),
        run_adjust,   .office = TRUE };
