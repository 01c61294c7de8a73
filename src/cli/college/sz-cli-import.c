/* sz-cli-import.c — import KIND FILE: a sheet into the college's database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-college.h"
#include "sz-import-kinds.h"
#include "sz-import.h"

static char *
list_kinds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const SzImportKind *const *kind = sz_import_kinds (); *kind != NULL; kind++)
    g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", (*kind)->word,
                            (*kind)->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
sz_cli_import_kind_read_cb (SzCli *cli, const char *text, gpointer member)
{
  const SzImportKind *kind = sz_import_kind_find (text);
  g_autofree char *kinds = NULL;

  *(const SzImportKind **)member = kind;
  if (kind != NULL)
    return TRUE;
  kinds = list_kinds ();
  sz_cli_usage (cli, _ ("There is no kind of import “%s”. There are: %s."), text, kinds);
  return FALSE;
}

static gboolean
encoding_read_cb (SzCli *cli, const char *text, gpointer member)
{
  static const struct
  {
    const char *word;
    SzEncoding encoding;
  } words[] = {
    { "auto", SZ_ENCODING_AUTO },   { "utf-8", SZ_ENCODING_UTF8 },
    { "utf8", SZ_ENCODING_UTF8 },   { "gb18030", SZ_ENCODING_GB18030 },
    { "gbk", SZ_ENCODING_GB18030 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      {
        *(SzEncoding *)member = words[i].encoding;
        return TRUE;
      }
  sz_cli_usage (cli, _ ("--encoding knows auto, utf-8 and gb18030, not “%s”."), text);
  return FALSE;
}

typedef struct
{
  const SzImportKind *kind;
  const char *file;
  const char *sheet;
  const char *const *map;
  const char *const *set;
  SzEncoding encoding;
  SzDate from;
  gboolean dry_run;
  gboolean update;
} Asked;

static const SzArg args[] = {
  SZ_WORD_OF (READ, Asked, kind, N_ ("KIND"), .read = sz_cli_import_kind_read_cb),
  SZ_WORD_OF (TEXT, Asked, file, N_ ("FILE")),
  SZ_OPTION (TEXT, Asked, sheet, "sheet", N_ ("NAME"), N_ ("Which sheet of the workbook")),
  SZ_OPTION (TEXTS,
             Asked,
             map,
             "map",
             N_ ("表头=字段"),
             N_ ("Which field a heading is; remembered for the kind")),
  SZ_OPTION (TEXTS,
             Asked,
             set,
             "set",
             N_ ("字段=值"),
             N_ ("The value of a field for every row whose own cell is empty")),
  SZ_OPTION (READ,
             Asked,
             encoding,
             "encoding",
             N_ ("utf-8|gb18030"),
             N_ ("Of a CSV file"),
             .read = encoding_read_cb),
  SZ_OPTION (DATE,
             Asked,
             from,
             "from",
             N_ ("DATE"),
             N_ ("From when changes hold whose date the sheet does not give")),
  SZ_OPTION (FLAG, Asked, dry_run, "dry-run", NULL, N_ ("Check everything, write nothing")),
  SZ_OPTION (FLAG, Asked, update, "update", NULL, N_ ("Compare with what is there and change it")),
  { 0 },
};

/* What was asked and what came of it. */
typedef struct
{
  const SzImportRequest *request;
  const SzImportResult *result;
  guint errors;
  gboolean possible; /* of a dry run */
} Import;

static const SzMember kind_fields[] = {
  SZ_SHOW_TEXT (SzImportKind, word, "kind", NULL),
  { NULL },
};

static const SzMember kind_of_fields[] = {
  SZ_SHOW_INLINE (SzImportRequest, kind, kind_fields, .flags = SZ_POINTER),
  { NULL },
};

static const SzMember place_fields[] = {
  SZ_SHOW_TEXT (SzImportResult, file, "file", NULL),
  SZ_SHOW_TEXT (SzImportResult, sheet, "sheet", NULL),
  SZ_SHOW_COUNT (SzImportResult, heading_row, "heading_row", NULL, .flags = SZ_ZERO_NULL),
  SZ_SHOW_COUNT (SzImportResult, batch, "batch", NULL, .flags = SZ_ZERO_NULL),
  { NULL },
};

static const SzMember dry_fields[] = {
  SZ_SHOW_FLAG (SzImportRequest, dry_run, "dry_run", NULL),
  { NULL },
};

static const SzMember count_fields[] = {
  SZ_SHOW_COUNT (SzImportResult, rows, "rows", NULL),
  SZ_SHOW_COUNT (SzImportResult, inserted, "inserted", NULL),
  SZ_SHOW_COUNT (SzImportResult, updated, "updated", NULL),
  SZ_SHOW_COUNT (SzImportResult, unchanged, "unchanged", NULL),
  SZ_SHOW_COUNT (SzImportResult, rejected, "rejected", NULL),
  SZ_SHOW_COUNT (SzImportResult, skipped, "skipped", NULL),
  { NULL },
};

static const SzMember import_fields[] = {
  SZ_SHOW_INLINE (Import, request, kind_of_fields, .flags = SZ_POINTER),
  SZ_SHOW_INLINE (Import, result, place_fields, .flags = SZ_POINTER),
  SZ_SHOW_INLINE (Import, request, dry_fields, .flags = SZ_POINTER),
  SZ_SHOW_INLINE (Import, result, count_fields, .flags = SZ_POINTER),
  SZ_SHOW_COUNT (Import, errors, "errors", NULL, .flags = SZ_SAID),
  SZ_SHOW_FLAG (Import, possible, "possible", NULL, .flags = SZ_SAID),
  SZ_SHOW_SAY (NP_ ("{file} was not imported: {errors} error in {rejected} of {rows} rows. Nothing "
                    "was written.",
                    "{file} was not imported: {errors} errors in {rejected} of {rows} rows. "
                    "Nothing was written."),
               .by = "errors",
               .when = "errors"),
  SZ_SHOW_SAY (N_ ("{file} can be imported; nothing was written yet."), .when = "possible"),
  SZ_SHOW_SAY (N_ ("{file} was imported as batch {batch}."), .when = "batch"),
  SZ_SHOW_SAY (
      N_ ("{rows} rows: {inserted} new, {updated} changed, {unchanged} as they were; {skipped} "
          "lines without data."),
      .when = "!errors"),
  { NULL },
};

/* FALSE after a usage message: "表头=字段" names no field of the kind. */
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

static int
run_import (SzCli *cli, SzOffice *none, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GHashTable) map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SzImportRequest request = { .kind = asked->kind,
                              .path = asked->file,
                              .sheet = asked->sheet,
                              .encoding = asked->encoding,
                              .from = asked->from,
                              .map = asked->map != NULL ? map : NULL,
                              .set = asked->set != NULL ? set : NULL,
                              .dry_run = asked->dry_run,
                              .update = asked->update };
  g_autoptr (SzImportResult) result = NULL;
  SzOffice *office;
  Import import = { .request = &request };

  for (gsize i = 0; asked->map != NULL && asked->map[i] != NULL; i++)
    if (!add_match (cli, asked->kind, map, asked->map[i]))
      return SZ_EXIT_USAGE;
  for (gsize i = 0; asked->set != NULL && asked->set[i] != NULL; i++)
    if (!add_value (cli, asked->kind, set, asked->set[i]))
      return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, error);
  if (office != NULL)
    result = sz_office_import (office, &request, sz_cli_progress (cli), NULL, error);
  if (result == NULL)
    return SZ_EXIT_TROUBLE;
  import.result = result;
  import.errors = sz_issue_list_errors (result->issues);
  import.possible = import.errors == 0 && request.dry_run;
  sz_cli_show (cli, import_fields, &import);
  sz_cli_findings (cli, result->issues);
  return import.errors > 0 ? SZ_EXIT_INPUT : SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_import
    = { "import", N_ ("Read a sheet into the college: all of it or nothing"), args, sizeof (Asked),
        run_import };
