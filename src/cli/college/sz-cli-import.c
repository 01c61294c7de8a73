/* sz-cli-import.c — import KIND FILE: a sheet into the college's database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-college.h"
#include "sz-cli-open.h"
#include "sz-import-batches.h"
#include "sz-import-kinds.h"
#include "sz-import-look.h"
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
  gboolean all_sheets;
} Asked;

static const SzArg args[] = {
  SZ_WORD_OF (READ, Asked, kind, N_ ("KIND"), .read = sz_cli_import_kind_read_cb),
  SZ_WORD_OF (TEXT, Asked, file, N_ ("FILE")),
  SZ_OPTION (TEXT, Asked, sheet, "sheet", N_ ("NAME"), N_ ("Which sheet of the workbook")),
  SZ_OPTION (FLAG,
             Asked,
             all_sheets,
             "all-sheets",
             NULL,
             N_ ("Every sheet of the workbook that fits the kind")),
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

/* ---- several sheets of one workbook ---- */

static const SzMember sheet_fields[] = {
  SZ_SHOW_TEXT (SzImportResult, sheet, "sheet", N_ ("Sheet")),
  SZ_SHOW_COUNT (SzImportResult, batch, "batch", N_ ("Batch"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_COUNT (SzImportResult, rows, "rows", N_ ("Rows")),
  SZ_SHOW_COUNT (SzImportResult, inserted, "inserted", N_ ("New")),
  SZ_SHOW_COUNT (SzImportResult, updated, "updated", N_ ("Changed")),
  SZ_SHOW_COUNT (SzImportResult, unchanged, "unchanged", NULL),
  SZ_SHOW_COUNT (SzImportResult, rejected, "rejected", NULL),
  SZ_SHOW_COUNT (SzImportResult, skipped, "skipped", NULL),
  { NULL },
};

typedef struct
{
  const SzImportKind *kind;
  const char *file;
  GPtrArray *results; /* of SzImportResult */
  SzIssueList *issues;
} Sheets;

static const SzMember sheets_fields[] = {
  SZ_SHOW_INLINE (Sheets, kind, kind_fields, .flags = SZ_POINTER),
  SZ_SHOW_TEXT (Sheets, file, "file", NULL),
  SZ_SHOW_LIST (Sheets, results, "sheets", "", sheet_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static void
add_findings (SzIssueList *all, const SzIssueList *issues)
{
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      sz_issue_list_set_place (all, issue->file, issue->sheet);
      sz_issue_list_add (all, issue->severity, issue->code, issue->row, issue->column, issue->value,
                         NULL)
          ->args
          = g_strdupv (issue->args);
    }
}

/* One after another; FALSE: one could not be, its findings are in @sheets. */
static gboolean
import_each (SzCli *cli, const SzImportRequest *asked, char **names, Sheets *sheets, GError **error)
{
  g_ptr_array_set_size (sheets->results, 0);
  sz_issue_list_free (sheets->issues);
  sheets->issues = sz_issue_list_new ();
  for (; *names != NULL; names++)
    {
      SzImportRequest request = *asked;
      SzImportResult *result;

      request.sheet = *names;
      result = sz_office_import (cli->office, &request, sz_cli_progress (cli), NULL, error);
      if (result == NULL)
        return FALSE;
      g_ptr_array_add (sheets->results, result);
      add_findings (sheets->issues, result->issues);
      if (!request.dry_run && sz_issue_list_errors (result->issues) > 0)
        return FALSE;
    }
  return sz_issue_list_errors (sheets->issues) == 0;
}

/* What the first sheets brought goes again when a later one cannot follow: all of it or nothing. */
static gboolean
take_back (SzCli *cli, const Sheets *sheets, GError **error)
{
  for (guint i = sheets->results->len; i > 0; i--)
    {
      SzImportResult *result = sheets->results->pdata[i - 1];

      if (result->batch != 0 && !sz_office_import_undo (cli->office, result->batch, NULL, error))
        return FALSE;
      result->batch = 0;
    }
  return TRUE;
}

static int
import_sheets (SzCli *cli, SzImportRequest *request, char **names, GError **error)
{
  g_autoptr (GPtrArray) results
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_import_result_free);
  g_autofree char *file = g_path_get_basename (request->path);
  Sheets sheets = { request->kind, file, results, sz_issue_list_new () };
  const gboolean dry_run = request->dry_run;
  gboolean done;
  g_autoptr (GError) fault = NULL;

  request->dry_run = TRUE;
  done = import_each (cli, request, names, &sheets, &fault);
  request->dry_run = dry_run;
  if (done && !dry_run)
    {
      done = import_each (cli, request, names, &sheets, &fault);
      if (!done && !take_back (cli, &sheets, fault == NULL ? &fault : NULL))
        g_warning ("%s", _ ("a sheet that was imported could not be taken back"));
    }
  if (fault != NULL)
    {
      sz_issue_list_free (sheets.issues);
      g_propagate_error (error, g_steal_pointer (&fault));
      return SZ_EXIT_TROUBLE;
    }
  sz_cli_show (cli, sheets_fields, &sheets);
  sz_cli_findings (cli, sheets.issues);
  sz_issue_list_free (sheets.issues);
  return done ? SZ_EXIT_DONE : SZ_EXIT_INPUT;
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
  if (office != NULL && asked->all_sheets && asked->sheet == NULL)
    {
      g_auto (GStrv) sheets = sz_office_import_sheets (office, &request, NULL, error);

      if (sheets == NULL)
        return SZ_EXIT_TROUBLE;
      if (g_strv_length (sheets) > 1)
        return import_sheets (cli, &request, sheets, error);
    }
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
