/* sz-cli-import.c — import KIND FILE: a sheet into the college's database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "sz-cli-commands.h"
#include "sz-import.h"

typedef struct
{
  char *sheet;
  char *encoding;
  char *from;
  char **map;
  char **set;
  gboolean dry_run;
  gboolean update;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->sheet);
  g_free (options->encoding);
  g_free (options->from);
  g_strfreev (options->map);
  g_strfreev (options->set);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static char *
list_kinds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const SzImportKind *const *kind = sz_import_kinds (); *kind != NULL; kind++)
    g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", (*kind)->word,
                            (*kind)->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const SzImportKind *
sz_cli_import_kind (SzCli *cli, const char *word)
{
  const SzImportKind *kind = sz_import_kind_find (word);
  g_autofree char *kinds = NULL;

  if (kind != NULL)
    return kind;
  kinds = list_kinds ();
  sz_cli_usage (cli, _ ("There is no kind of import “%s”. There are: %s."), word, kinds);
  return NULL;
}

static gboolean
add_match (SzCli *cli, const SzImportKind *kind, GHashTable *map, const char *text)
{
  const char *equals = strrchr (text, '=');
  int field = equals != NULL ? sz_import_kind_field (kind, equals + 1) : -1;

  if (equals == NULL || equals == text)
    {
      sz_cli_usage (cli, _ ("--map wants 表头=字段, not “%s”."), text);
      return FALSE;
    }
  if (field < 0)
    {
      sz_cli_usage (cli, _ ("“%s” has no field “%s”."), kind->name, equals + 1);
      return FALSE;
    }
  g_hash_table_replace (map, g_strndup (text, (gsize)(equals - text)),
                        g_strdup (kind->fields[field].heading));
  return TRUE;
}

/* The heading stands before the value, which may hold an equals sign itself. */
static gboolean
add_value (SzCli *cli, const SzImportKind *kind, GHashTable *set, const char *text)
{
  const char *equals = strchr (text, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (text, (gsize)(equals - text)) : NULL;
  int field = heading != NULL ? sz_import_kind_field (kind, heading) : -1;

  if (equals == NULL || equals == text || equals[1] == '\0')
    {
      sz_cli_usage (cli, _ ("--set wants 字段=值, not “%s”."), text);
      return FALSE;
    }
  if (field < 0)
    {
      sz_cli_usage (cli, _ ("“%s” has no field “%s”."), kind->name, heading);
      return FALSE;
    }
  g_hash_table_replace (set, g_strdup (kind->fields[field].heading), g_strdup (equals + 1));
  return TRUE;
}

static gboolean
read_encoding (SzCli *cli, const char *text, SzEncoding *encoding)
{
  *encoding = SZ_ENCODING_AUTO;
  if (text == NULL || g_ascii_strcasecmp (text, "auto") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (text, "utf-8") == 0 || g_ascii_strcasecmp (text, "utf8") == 0)
    *encoding = SZ_ENCODING_UTF8;
  else if (g_ascii_strcasecmp (text, "gb18030") == 0 || g_ascii_strcasecmp (text, "gbk") == 0)
    *encoding = SZ_ENCODING_GB18030;
  else
    {
      sz_cli_usage (cli, _ ("--encoding knows auto, utf-8 and gb18030, not “%s”."), text);
      return FALSE;
    }
  return TRUE;
}

static void
fill_document (SzCli *cli, const SzImportRequest *request, const SzImportResult *result)
{
  json_t *document = cli->document;

  json_object_set_new (document, "kind", json_string (request->kind->word));
  json_object_set_new (document, "file", json_string (result->file));
  json_object_set_new (document, "sheet", sz_cli_string (result->sheet));
  json_object_set_new (document, "heading_row",
                       result->heading_row != 0 ? json_integer (result->heading_row)
                                                : json_null ());
  json_object_set_new (document, "batch",
                       result->batch != 0 ? json_integer (result->batch) : json_null ());
  json_object_set_new (document, "dry_run", json_boolean (request->dry_run));
  json_object_set_new (document, "rows", json_integer (result->rows));
  json_object_set_new (document, "inserted", json_integer (result->inserted));
  json_object_set_new (document, "updated", json_integer (result->updated));
  json_object_set_new (document, "unchanged", json_integer (result->unchanged));
  json_object_set_new (document, "rejected", json_integer (result->rejected));
  json_object_set_new (document, "skipped", json_integer (result->skipped));
}

static void
print_summary (SzCli *cli, const SzImportRequest *request, const SzImportResult *result)
{
  guint errors = sz_issue_list_errors (result->issues);

  if (errors > 0)
    {
      sz_cli_print (cli,
                    _ ("%s was not imported: %u errors in %" PRId64 " of %" PRId64
                       " rows. Nothing was written.\n"),
                    result->file, errors, result->rejected, result->rows);
      return;
    }
  if (request->dry_run)
    sz_cli_print (cli, _ ("%s can be imported; nothing was written yet.\n"), result->file);
  else
    sz_cli_print (cli, _ ("%s was imported as batch %" PRId64 ".\n"), result->file, result->batch);
  sz_cli_print (cli,
                _ ("%" PRId64 " rows: %" PRId64 " new, %" PRId64 " changed, %" PRId64
                   " as they were; %" PRId64 " lines without data.\n"),
                result->rows, result->inserted, result->updated, result->unchanged,
                result->skipped);
}

static int
run_import (SzCli *cli, const SzImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportResult) result = NULL;
  SzOffice *office = sz_cli_office (cli, &error);

  if (office == NULL)
    return sz_cli_fail (cli, error);
  result = sz_office_import (office, request, sz_cli_progress (cli), NULL, &error);
  if (result == NULL)
    return sz_cli_fail (cli, error);
  fill_document (cli, request, result);
  sz_cli_findings (cli, result->issues);
  print_summary (cli, request, result);
  return sz_issue_list_errors (result->issues) > 0 ? SZ_EXIT_INPUT : SZ_EXIT_DONE;
}

int
sz_cli_import (SzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  GOptionEntry entries[]
      = { { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_ ("Which sheet of the workbook"),
            N_ ("NAME") },
          { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.map,
            N_ ("Which field a heading is; remembered for the kind"), N_ ("表头=字段") },
          { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.set,
            N_ ("The value of a field for every row whose own cell is empty"), N_ ("字段=值") },
          { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding, N_ ("Of a CSV file"),
            N_ ("utf-8|gb18030") },
          { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
            N_ ("From when changes hold whose date the sheet does not give"), N_ ("DATE") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
            N_ ("Check everything, write nothing"), NULL },
          { "update", 0, 0, G_OPTION_ARG_NONE, &options.update,
            N_ ("Compare with what is there and change it"), NULL },
          { NULL } };
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SzImportRequest request = { 0 };

  if (!sz_cli_parse (cli, "import KIND FILE", entries, &argc, &argv, 2, 2))
    return SZ_EXIT_USAGE;
  request.kind = sz_cli_import_kind (cli, argv[1]);
  if (request.kind == NULL || !read_encoding (cli, options.encoding, &request.encoding)
      || !sz_cli_read_date (cli, "--from", options.from, SZ_DATE_NONE, &request.from))
    return SZ_EXIT_USAGE;
  for (gsize i = 0; options.map != NULL && options.map[i] != NULL; i++)
    {
      if (!add_match (cli, request.kind, map, options.map[i]))
        return SZ_EXIT_USAGE;
    }
  for (gsize i = 0; options.set != NULL && options.set[i] != NULL; i++)
    {
      if (!add_value (cli, request.kind, set, options.set[i]))
        return SZ_EXIT_USAGE;
    }
  request.path = argv[2];
  request.sheet = options.sheet;
  request.map = options.map != NULL ? map : NULL;
  request.set = options.set != NULL ? set : NULL;
  request.dry_run = options.dry_run;
  request.update = options.update;
  return run_import (cli, &request);
}
