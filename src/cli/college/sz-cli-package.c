/* sz-cli-package.c — package make, show, diff, apply, undo; packages (RULE pkg-1 … pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-college.h"
#include "sz-cli-password.h"
#include "sz-package-apply.h"
#include "sz-package-make.h"

typedef struct
{
  const char *part;
  const char *file;
  int year;
  gint64 run;
  const char *plan;
  const char *batch;
  const char *password_file;
  const char *const *to;
  const char *answers;
  SzPackageMade made;
} Make;

static const SzArg make_args[] = {
  SZ_WORD_OF (TEXT, Make, part, N_ ("PART")),
  SZ_OPTION (TEXT,
             Make,
             file,
             "output",
             N_ ("FILE"),
             N_ ("The package to write"),
             .letter = 'o',
             .required = TRUE),
  SZ_OPTION (YEAR, Make, year, "year", N_ ("YEAR"), N_ ("The year of the part")),
  SZ_OPTION (COUNT, Make, run, "run", N_ ("RUN"), N_ ("The pay run of pay-result"), .least = 1),
  SZ_OPTION (TEXT, Make, plan, "plan", N_ ("PLAN"), N_ ("The plan of recruit")),
  SZ_OPTION (TEXT, Make, batch, "batch", N_ ("NAME"), N_ ("The round of titles")),
  SZ_OPTION (TEXT,
             Make,
             password_file,
             "password-file",
             N_ ("FILE"),
             N_ ("Whose first line is the password")),
  SZ_OPTION (TEXTS, Make, to, "to", N_ ("NAME"), N_ ("Who can open it: the name of a known key")),
  SZ_OPTION (TEXT, Make, answers, "answers", N_ ("ID"), N_ ("The package that this one answers")),
  { 0 },
};

static const SzMember make_fields[] = {
  SZ_SHOW_TEXT (Make, made.package, "package", NULL),
  SZ_SHOW_COUNT (Make, made.number, "number", NULL),
  SZ_SHOW_TEXT (Make, part, "part", NULL),
  SZ_SHOW_COUNT (Make, made.rows, "rows", NULL),
  SZ_SHOW_TEXT (Make, file, "file", NULL),
  SZ_SHOW_TEXT (Make, made.sha256, "sha256", NULL),
  SZ_SHOW_SAY (N_ ("Package {number} ({part}) with {rows} rows: {file}")),
  { NULL },
};

static int
run_make (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Make make = *(const Make *)data;
  SzPackageAsk ask = { .part = make.part,
                       .year = make.year,
                       .run = make.run,
                       .plan = make.plan,
                       .batch = make.batch,
                       .file = make.file,
                       .to = make.to,
                       .answers = make.answers };
  gboolean done;

  if (!sz_cli_password (cli, make.password_file, &ask.password, error))
    return SZ_EXIT_TROUBLE;
  done = sz_office_package_make (office, &ask, &make.made, error);
  if (done)
    sz_cli_show (cli, make_fields, &make);
  sz_package_made_clear (&make.made);
  return done ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_package_make
    = { "package make", N_ ("Hand a part of the college over: a sealed file"),
        make_args,      sizeof (Make),
        run_make,       .office = TRUE };

typedef struct
{
  const char *file;
  const char *password_file;
} Source;

static const SzArg source_args[] = {
  SZ_WORD_OF (TEXT, Source, file, N_ ("FILE")),
  SZ_OPTION (TEXT,
             Source,
             password_file,
             "password-file",
             N_ ("FILE"),
             N_ ("Whose first line is the password")),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Source *asked = data;
  SzPackageSource source = { .file = asked->file };
  json_t *shown, *sender, *section;
  size_t i;

  if (!sz_cli_password (cli, asked->password_file, &source.password, error))
    return SZ_EXIT_TROUBLE;
  shown = sz_office_package_show (office, &source, error);
  if (shown == NULL)
    return SZ_EXIT_REFUSED;
  sender = json_object_get (shown, "sender");
  sz_cli_print (cli, "%s %d: %s\n", json_string_value (json_object_get (shown, "part")),
                (int)json_integer_value (json_object_get (shown, "number")),
                json_string_value (json_object_get (sender, "fingerprint")));
  json_array_foreach (json_object_get (shown, "sections"), i, section)
  {
    sz_cli_print (cli, "  %s %d\n", json_string_value (json_object_get (section, "table")),
                  (int)json_integer_value (json_object_get (section, "rows")));
  }
  json_object_update (cli->document, shown);
  json_decref (shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_package_show
    = { "package show", N_ ("What is in a package and from whom"),
        source_args,    sizeof (Source),
        run_show,       .office = TRUE };

static json_t *
make_item_fields (gconstpointer of)
{
  return sz_handover_item_fields (of);
}

static json_t *
make_state (gconstpointer of)
{
  return json_string (sz_handover_state_word (((const SzHandoverItem *)of)->state));
}

static const SzMember item_fields[] = {
  SZ_SHOW_TEXT (SzHandoverItem, table, "table", N_ ("Table")),
  SZ_SHOW_TEXT (SzHandoverItem, key, "key", N_ ("Key")),
  SZ_SHOW_MADE ("state", N_ ("State"), make_state),
  SZ_SHOW_TEXT (SzHandoverItem, why, "why", N_ ("Why")),
  SZ_SHOW_MADE ("fields", NULL, make_item_fields),
  { NULL },
};

static const SzMember diff_fields[] = {
  SZ_SHOW_COUNT (SzPackageDiff, n_new, "new", N_ ("New")),
  SZ_SHOW_COUNT (SzPackageDiff, n_changed, "changed", N_ ("Changed")),
  SZ_SHOW_COUNT (SzPackageDiff, n_same, "same", N_ ("Unchanged")),
  SZ_SHOW_COUNT (SzPackageDiff, n_kept, "kept", N_ ("Kept")),
  SZ_SHOW_COUNT (SzPackageDiff, n_deleted, "deleted", N_ ("Deleted")),
  SZ_SHOW_COUNT (SzPackageDiff, n_conflicts, "conflicts", N_ ("Conflicts")),
  SZ_SHOW_LIST (SzPackageDiff, items, "rows", "", item_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_diff (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Source *asked = data;
  SzPackageSource source = { .file = asked->file };
  g_autoptr (SzPackageDiff) diff = NULL;

  if (!sz_cli_password (cli, asked->password_file, &source.password, error))
    return SZ_EXIT_TROUBLE;
  diff = sz_office_package_diff (office, &source, error);
  if (diff == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, diff_fields, diff);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_package_diff
    = { "package diff", N_ ("What a package would change here, row by row"),
        source_args,    sizeof (Source),
        run_diff,       .office = TRUE };

typedef struct
{
  const char *file;
  const char *password_file;
  SzTake take;
  const char *decide;
  SzPackageApplied applied;
} Taken;

static gboolean
read_take_cb (SzCli *cli, const char *text, gpointer member)
{
  SzTake *take = member;

  *take = g_str_equal (text, "theirs") ? SZ_TAKE_THEIRS
          : g_str_equal (text, "mine") ? SZ_TAKE_MINE
                                       : SZ_TAKE_NEITHER;
  if (*take == SZ_TAKE_NEITHER)
    sz_cli_usage (cli, _ ("--take is theirs or mine, not “%s”."), text);
  return *take != SZ_TAKE_NEITHER;
}

static const SzArg apply_args[] = {
  SZ_WORD_OF (TEXT, Taken, file, N_ ("FILE")),
  SZ_OPTION (TEXT,
             Taken,
             password_file,
             "password-file",
             N_ ("FILE"),
             N_ ("Whose first line is the password")),
  SZ_OPTION (READ,
             Taken,
             take,
             "take",
             "theirs|mine",
             N_ ("Which side counts in every conflict"),
             .read = read_take_cb),
  SZ_OPTION (TEXT,
             Taken,
             decide,
             "decide",
             N_ ("FILE.csv"),
             N_ ("Conflicts one by one: table, key, theirs or mine")),
  { 0 },
};

static const SzMember applied_fields[] = {
  SZ_SHOW_TEXT (Taken, applied.package, "package", NULL),
  SZ_SHOW_TEXT (Taken, applied.act, "act", NULL),
  SZ_SHOW_COUNT (Taken, applied.inserted, "inserted", NULL),
  SZ_SHOW_COUNT (Taken, applied.updated, "updated", NULL),
  SZ_SHOW_COUNT (Taken, applied.deleted, "deleted", NULL),
  SZ_SHOW_COUNT (Taken, applied.kept, "kept", NULL),
  SZ_SHOW_SAY (N_ ("Taken over: {inserted} new, {updated} changed, {deleted} deleted, {kept} "
                   "kept as they are here.")),
  { NULL },
};

/* RULE pkg-8 */
static const SzMember run_fields[] = {
  SZ_SHOW_COUNT (Taken, applied.run, "run", NULL),
  SZ_SHOW_FLAG (Taken, applied.inputs_equal, "inputs_equal", NULL),
  SZ_SHOW_COUNT (Taken, applied.n_differ, "differ", NULL),
  { NULL },
};

static void
show_run (SzCli *cli, const Taken *taken)
{
  const guint n = taken->applied.n_differ;

  sz_cli_fill (cli, run_fields, taken);
  if (taken->applied.inputs_equal)
    sz_cli_print (cli, _ ("Run %d: inputs equal.\n"), (int)taken->applied.run);
  else
    sz_cli_print (cli,
                  ngettext ("Run %d: %u input differs from what is here.\n",
                            "Run %d: %u inputs differ from what is here.\n", n),
                  (int)taken->applied.run, n);
}

static int
run_apply (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Taken taken = *(const Taken *)data;
  SzPackageSource source = { .file = taken.file };
  g_autoptr (GHashTable) rows
      = taken.decide != NULL ? sz_package_decisions_read (taken.decide, error) : NULL;
  const SzPackageDecisions decisions = { .all = taken.take, .rows = rows };
  gboolean done;

  if ((taken.decide != NULL && rows == NULL)
      || !sz_cli_password (cli, taken.password_file, &source.password, error))
    return SZ_EXIT_TROUBLE;
  done = sz_office_package_apply (office, &source, &decisions, &taken.applied, error);
  if (done)
    sz_cli_show (cli, applied_fields, &taken);
  if (done && taken.applied.run != 0)
    show_run (cli, &taken);
  sz_package_applied_clear (&taken.applied);
  return done ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_package_apply
    = { "package apply", N_ ("Take a package over, all of it or nothing"),
        apply_args,      sizeof (Taken),
        run_apply,       .office = TRUE };

static const SzMember entry_fields[] = {
  SZ_SHOW_COUNT (SzPackageEntry, no, "no", N_ ("No.")),
  SZ_SHOW_TEXT (SzPackageEntry, direction, "direction", N_ ("Direction")),
  SZ_SHOW_TEXT (SzPackageEntry, package, "package", NULL),
  SZ_SHOW_COUNT (SzPackageEntry, number, "number", N_ ("Number")),
  SZ_SHOW_TEXT (SzPackageEntry, part, "part", N_ ("Part")),
  SZ_SHOW_TIME (SzPackageEntry, at, "at", N_ ("When")),
  SZ_SHOW_TEXT (SzPackageEntry, who, "who", N_ ("Who"), .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_TEXT (SzPackageEntry, sender, "sender", N_ ("Sender")),
  SZ_SHOW_FLAG (SzPackageEntry,
                undone,
                "undone",
                N_ ("State"),
                .yes = N_ ("taken back"),
                .no = " "),
  { NULL },
};

typedef struct
{
  GPtrArray *packages;
} Past;

static const SzMember past_fields[] = {
  SZ_SHOW_LIST (Past, packages, "packages", "", entry_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_packages (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (GPtrArray) packages = sz_office_packages (office, error);
  const Past past = { packages };

  if (packages == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, past_fields, &past);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_packages = { "packages",   N_ ("Packages that went out and came in"),
                                       NULL,         0,
                                       run_packages, .office = TRUE };

typedef struct
{
  gint64 no;
  gint64 rows;
} Undone;

static const SzArg undo_args[] = {
  SZ_WORD_OF (COUNT, Undone, no, N_ ("NO"), .least = 1),
  { 0 },
};

static const SzMember undone_fields[] = {
  SZ_SHOW_COUNT (Undone, no, "no", NULL),
  SZ_SHOW_COUNT (Undone, rows, "rows", NULL),
  SZ_SHOW_SAY (N_ ("Package {no} was taken back.")),
  { NULL },
};

static int
run_undo (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Undone undone = *(const Undone *)data;

  if (!sz_office_package_undo (office, undone.no, &undone.rows, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, undone_fields, &undone);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_package_undo
    = { "package undo", N_ ("Take a package back if nothing since depends on it"),
        undo_args,      sizeof (Undone),
        run_undo,       .office = TRUE };
