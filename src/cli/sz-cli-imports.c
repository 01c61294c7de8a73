/* sz-cli-imports.c — imports: past batches; import-undo ID: takes one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "sz-cli-commands.h"
#include "sz-import-batches.h"

static json_t *
make_batch (const SzImportBatch *batch)
{
  return json_pack ("{s:I, s:s, s:s, s:o, s:s, s:s, s:I, s:I, s:I, s:I, s:I, s:b}", "batch",
                    (json_int_t)batch->batch, "kind", batch->kind, "file", batch->file, "sheet",
                    sz_cli_string (batch->sheet), "at", batch->at, "who", batch->who, "rows",
                    (json_int_t)batch->rows, "inserted", (json_int_t)batch->inserted, "updated",
                    (json_int_t)batch->updated, "unchanged", (json_int_t)batch->unchanged,
                    "skipped", (json_int_t)batch->skipped, "undone", batch->undone);
}

static char *
format_local (const char *utc)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

static void
add_row (SzCliTable *table, const SzImportBatch *batch)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, batch->batch);
  g_autofree char *rows = g_strdup_printf ("%" G_GINT64_FORMAT, batch->rows);
  g_autofree char *inserted = g_strdup_printf ("%" G_GINT64_FORMAT, batch->inserted);
  g_autofree char *at = format_local (batch->at);
  g_autofree char *updated = g_strdup_printf ("%" G_GINT64_FORMAT, batch->updated);

  sz_cli_table_row (table, number, batch->kind, batch->file, at, batch->who, rows, inserted,
                    updated, batch->undone ? _ ("taken back") : "");
}

int
sz_cli_imports (SzCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  const char *headings[] = { _ (">Batch"), _ ("Kind"), _ ("File"),     _ ("When"),  _ ("Who"),
                             _ (">Rows"),  _ (">New"), _ (">Changed"), _ ("State"), NULL };
  SzCliTable *table;
  SzOffice *office;
  json_t *list;

  if (!sz_cli_parse (cli, "imports", NULL, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  batches = office != NULL ? sz_office_import_batches (office, &error) : NULL;
  if (batches == NULL)
    return sz_cli_fail (cli, error);
  list = json_array ();
  table = sz_cli_table_new (headings);
  for (guint i = 0; i < batches->len; i++)
    {
      const SzImportBatch *batch = g_ptr_array_index (batches, i);

      json_array_append_new (list, make_batch (batch));
      add_row (table, batch);
    }
  json_object_set_new (cli->document, "imports", list);
  sz_cli_table_print (cli, table);
  return SZ_EXIT_DONE;
}

int
sz_cli_import_undo (SzCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  gint64 batch = 0;
  gint64 n_rows = 0;

  if (!sz_cli_parse (cli, "import-undo ID", NULL, &argc, &argv, 1, 1))
    return SZ_EXIT_USAGE;
  if (!sz_decimal_parse (argv[1], 0, &batch, NULL) || batch <= 0)
    return sz_cli_usage (cli, _ ("“%s” is no number of a batch; “shizictl imports” lists them."),
                         argv[1]);
  office = sz_cli_office (cli, &error);
  if (office == NULL || !sz_office_import_undo (office, batch, &n_rows, &error))
    return sz_cli_fail (cli, error);
  json_object_set_new (cli->document, "batch", json_integer (batch));
  json_object_set_new (cli->document, "rows", json_integer (n_rows));
  sz_cli_print (cli,
                _ ("Batch %" PRId64 " was taken back; %" PRId64
                   " rows are as they were before.\n"),
                batch, n_rows);
  return SZ_EXIT_DONE;
}
