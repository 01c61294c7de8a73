/* sz-cli-imports.c — imports: past batches; import-undo ID: takes one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-import-batches.h"

static const SzMember batch_fields[] = {
  SZ_SHOW_COUNT (SzImportBatch, batch, "batch", N_ ("Batch")),
  SZ_SHOW_TEXT (SzImportBatch, kind, "kind", N_ ("Kind")),
  SZ_SHOW_TEXT (SzImportBatch, file, "file", N_ ("File")),
  SZ_SHOW_TEXT (SzImportBatch, sheet, "sheet", NULL),
  SZ_SHOW_TIME (SzImportBatch, at, "at", N_ ("When")),
  SZ_SHOW_TEXT (SzImportBatch, who, "who", N_ ("Who"), .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_COUNT (SzImportBatch, rows, "rows", N_ ("Rows")),
  SZ_SHOW_COUNT (SzImportBatch, inserted, "inserted", N_ ("New")),
  SZ_SHOW_COUNT (SzImportBatch, updated, "updated", N_ ("Changed")),
  SZ_SHOW_COUNT (SzImportBatch, unchanged, "unchanged", NULL),
  SZ_SHOW_COUNT (SzImportBatch, skipped, "skipped", NULL),
  SZ_SHOW_FLAG (SzImportBatch, undone, "undone", N_ ("State"), .yes = N_ ("taken back"), .no = " "),
  { NULL },
};

typedef struct
{
  GPtrArray *batches;
} Past;

static const SzMember past_fields[] = {
  SZ_SHOW_LIST (Past, batches, "imports", "", batch_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_imports (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (GPtrArray) batches = sz_office_import_batches (office, error);
  const Past past = { batches };

  if (batches == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, past_fields, &past);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_imports
    = { "imports", N_ ("Past imports"), NULL, 0, run_imports, .office = TRUE };

typedef struct
{
  gint64 batch;
  gint64 rows;
} Undone;

static const SzArg undo_args[] = {
  SZ_WORD_OF (COUNT, Undone, batch, N_ ("ID"), .least = 1),
  { 0 },
};

static const SzMember undone_fields[] = {
  SZ_SHOW_COUNT (Undone, batch, "batch", NULL),
  SZ_SHOW_COUNT (Undone, rows, "rows", NULL),
  SZ_SHOW_SAY (NP_ ("Batch {batch} was taken back; {rows} row is as it was before.",
                    "Batch {batch} was taken back; {rows} rows are as they were before."),
               .by = "rows"),
  { NULL },
};

static int
run_import_undo (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Undone undone = *(const Undone *)data;

  if (!sz_office_import_undo (office, undone.batch, &undone.rows, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, undone_fields, &undone);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_import_undo
    = { "import-undo",   N_ ("Take one import back if nothing since depends on it"),
        undo_args,       sizeof (Undone),
        run_import_undo, .office = TRUE };
