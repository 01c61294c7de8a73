/* sz-cli-pay-run.c — shizictl pay compute, list, show, rename, delete
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-pay-run.h"

#include <glib/gi18n.h>

#include "sz-cli-pay.h"
#include "sz-pay-act.h"
#include "sz-pay-edit.h"

gboolean
sz_cli_pay_run_read_cb (SzCli *cli, const char *text, gpointer member)
{
  if (sz_decimal_parse (text, 0, member, NULL) && *(const gint64 *)member > 0)
    return TRUE;
  sz_cli_usage (cli, _ ("“%s” is no number of a pay run. “pay list” shows them."), text);
  return FALSE;
}

typedef struct
{
  const char *scheme;
  gboolean dry_run;
} ComputeAsked;

static const SzArg compute_args[] = {
  SZ_OPTION (TEXT,
             ComputeAsked,
             scheme,
             "scheme",
             N_ ("FILE.json"),
             N_ ("The scheme (分配方案)"),
             .required = TRUE),
  SZ_OPTION (FLAG, ComputeAsked, dry_run, "dry-run", NULL, N_ ("Compute, but store nothing")),
  { 0 },
};

static int
run_compute (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ComputeAsked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view
      = sz_office_pay_compute (office, asked->scheme,
                               asked->dry_run ? SZ_PAY_DRY_RUN : SZ_PAY_STORE, issues,
                               sz_cli_progress (cli), NULL, error);

  if (view == NULL || sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  if (view == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_pay_fill (cli, view);
  if (!sz_cli_pay_fill_life (cli, office, view, error))
    return SZ_EXIT_REFUSED;
  sz_cli_pay_print_summary (cli, view);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_compute = { "pay compute", N_ ("Compute performance pay and keep it"),
                                          compute_args,  sizeof (ComputeAsked),
                                          run_compute,   .office = TRUE };

typedef struct
{
  GArray *heads;
} Runs;

static const SzMember head_fields[] = {
  SZ_SHOW_INLINE (SzPayHead, run, sz_cli_pay_head_fields),
  SZ_SHOW_COUNT (SzPayHead, people, "people", N_ ("People")),
  SZ_SHOW_MONEY (SzPayHead, pool_fen, "pool", NULL),
  SZ_SHOW_MONEY (SzPayHead, reserve_fen, "reserve", NULL),
  SZ_SHOW_MONEY (SzPayHead, total_fen, "total", N_ ("Total")),
  { NULL },
};

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (Runs, heads, "runs", "", head_fields),
  { NULL },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (GArray) heads = sz_view_pay_list (office, error);
  const Runs runs = { heads };

  if (heads == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, list_fields, &runs);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_list
    = { "pay list", N_ ("The pay runs there are"), NULL, 0, run_list, .office = TRUE };

typedef struct
{
  gint64 run;
} RunAsked;

static const SzArg run_args[] = {
  SZ_WORD_RUN (RunAsked, run),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const RunAsked *asked = data;
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPayView) view = NULL;

  if (sz_cli_pay_show_correct (cli, office, asked->run, &fault))
    return SZ_EXIT_DONE;
  view = sz_view_pay_open (office, asked->run, NULL, error);

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_pay_fill (cli, view);
  if (!sz_cli_pay_fill_life (cli, office, view, error))
    return SZ_EXIT_REFUSED;
  sz_cli_pay_print_summary (cli, view);
  sz_cli_pay_print_people (cli, view);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_show
    = { "pay show",    N_ ("A pay run as it was kept"), run_args, sizeof (RunAsked), run_show,
        .office = TRUE };

typedef struct
{
  gint64 run;
  const char *name;
} RenameAsked;

static const SzArg rename_args[] = {
  SZ_WORD_RUN (RenameAsked, run),
  SZ_WORD_OF (TEXT, RenameAsked, name, N_ ("NAME")),
  { 0 },
};

static const SzMember renamed_fields[] = {
  SZ_SHOW_COUNT (RenameAsked, run, "run", NULL),
  SZ_SHOW_TEXT (RenameAsked, name, "name", NULL),
  SZ_SHOW_SAY (N_ ("Run {run} is now called “{name}”.")),
  { NULL },
};

static int
run_rename (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const RenameAsked *asked = data;

  if (!sz_office_pay_rename (office, asked->run, asked->name, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, renamed_fields, asked);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_rename
    = { "pay rename", N_ ("Give a run that is not reviewed yet another name"),
        rename_args,  sizeof (RenameAsked),
        run_rename,   .office = TRUE };

typedef struct
{
  gint64 run;
  gboolean deleted;
} Deleted;

static const SzMember deleted_fields[] = {
  SZ_SHOW_COUNT (Deleted, run, "run", NULL),
  SZ_SHOW_FLAG (Deleted, deleted, "deleted", NULL),
  SZ_SHOW_SAY (N_ ("Run {run} was deleted.")),
  { NULL },
};

static int
run_delete (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const RunAsked *asked = data;
  const Deleted deleted = { asked->run, TRUE };

  if (!sz_office_pay_delete (office, asked->run, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, deleted_fields, &deleted);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_delete
    = { "pay delete", N_ ("Take a run away that is not reviewed yet"),
        run_args,     sizeof (RunAsked),
        run_delete,   .office = TRUE };
