/* sz-cli-title-standard.c — shizictl title standard list, show, check, import, export (RULE ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-titles.h"
#include "sz-params.h"
#include "sz-standard-book.h"
#include "sz-title-params.h"

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const char *headings[] = { _ ("Title standard"), _ ("Name of the standard"),
                             _ ("From"),           _ ("To"),
                             _ ("Active"),         NULL };
  g_autoptr (GPtrArray) entries = sz_standard_book (office, error);
  g_autoptr (GArray) params = entries != NULL ? sz_params_gather (office, error) : NULL;
  g_autoptr (SzTitleParams) loaded
      = params != NULL ? sz_title_params_load (params, sz_office_today (office), error) : NULL;
  SzTextTable *table;
  json_t *list;

  if (loaded == NULL)
    return SZ_EXIT_REFUSED;
  table = sz_text_table_new (headings);
  list = json_array ();
  for (guint i = 0; i < entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (entries, i);
      const SzStandard *standard = entry->standard;
      const gboolean active = sz_standard_is_active (standard, &loaded->rules);
      g_autofree char *from = sz_date_format (standard->from);
      g_autofree char *to = sz_date_format (standard->to);

      json_array_append_new (list,
                             json_pack ("{s:s, s:o, s:o, s:o, s:o, s:o, s:b, s:s}", "id",
                                        standard->id, "name", sz_cli_make_text (standard->name),
                                        "series", sz_cli_make_text (standard->series), "source",
                                        sz_cli_make_text (standard->source), "from",
                                        sz_cli_make_date (standard->from), "to",
                                        sz_cli_make_date (standard->to), "active", active, "hash",
                                        entry->hash));
      sz_text_table_row (table, standard->id, standard->name, from, *to != '\0' ? to : NULL,
                         active ? _ ("yes") : _ ("no"));
    }
  sz_cli_print_table (cli, table);
  json_object_set_new (cli->document, "standards", list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_standard_list = {
  "title standard list", N_ ("The conditions of titles that the college uses"), NULL, 0, run_list,
  .office = TRUE
};

typedef struct
{
  const char *id;
  const char *output;
} IdAsked;

static const SzArg show_args[] = {
  SZ_WORD_OF (TEXT, IdAsked, id, N_ ("STANDARD")),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const IdAsked *asked = data;
  g_autoptr (GPtrArray) entries = sz_standard_book (office, error);
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (entries, i);
      json_t *root;

      if (g_strcmp0 (entry->standard->id, asked->id) != 0)
        continue;
      root = json_loads (entry->text, 0, NULL);
      json_object_update (cli->document, root);
      json_decref (root);
      sz_cli_print (cli, "%s\n", entry->text);
      return SZ_EXIT_DONE;
    }
  if (entries == NULL)
    return SZ_EXIT_REFUSED;
  sz_error_set (&reason, SZ_ERROR_FORMAT, "standard.unknown", "id", asked->id, NULL);
  return sz_cli_titles_fail (cli, reason);
}

const SzCliCommand sz_cli_title_standard_show = { "title standard show",
                                                  N_ ("A standard as its file stands"),
                                                  show_args,
                                                  sizeof (IdAsked),
                                                  run_show,
                                                  .office = TRUE };

static int
print_check (SzCli *cli, const SzStandardCheck *check)
{
  json_t *findings = json_array ();

  for (guint i = 0; i < check->faults->len; i++)
    {
      const SzStandardFault *fault = &g_array_index (check->faults, SzStandardFault, i);
      const gboolean is_error = fault->severity == SZ_SEVERITY_ERROR;

      json_array_append_new (findings, json_pack ("{s:s, s:s, s:s, s:o}", "severity",
                                                  is_error ? "error" : "warning", "code",
                                                  fault->code, "where", fault->where, "detail",
                                                  sz_cli_make_text (fault->detail)));
      sz_cli_print (cli, "%s: %s %s %s\n", is_error ? _ ("error") : _ ("warning"), fault->where,
                    fault->code, fault->detail != NULL ? fault->detail : "");
    }
  json_object_set_new (cli->document, "standards", json_integer (check->n_standards));
  json_object_set_new (cli->document, "findings", findings);
  return sz_standard_faults_errors (check->faults) > 0 ? SZ_EXIT_INPUT : SZ_EXIT_DONE;
}

typedef struct
{
  const char *const *files;
} CheckAsked;

static const SzArg check_args[] = {
  SZ_WORD_OF (TEXTS, CheckAsked, files, N_ ("FILE")),
  { 0 },
};

static int
run_check (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzStandardCheck) check
      = sz_standard_check_files ((char *const *)((const CheckAsked *)data)->files, error);

  return check != NULL ? print_check (cli, check) : SZ_EXIT_INPUT;
}

const SzCliCommand sz_cli_title_standard_check
    = { "title standard check", N_ ("What is wrong with files of standards"), check_args,
        sizeof (CheckAsked), run_check };

typedef struct
{
  const char *file;
} FileAsked;

static const SzArg import_args[] = {
  SZ_WORD_OF (TEXT, FileAsked, file, N_ ("FILE")),
  { 0 },
};

static int
run_import (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzStandardCheck) check
      = sz_standard_import (office, ((const FileAsked *)data)->file, error);

  return check != NULL ? print_check (cli, check) : SZ_EXIT_INPUT;
}

const SzCliCommand sz_cli_title_standard_import = { "title standard import",
                                                    N_ ("Take a standard of the college's own"),
                                                    import_args,
                                                    sizeof (FileAsked),
                                                    run_import,
                                                    .office = TRUE };

static const SzArg export_args[] = {
  SZ_WORD_OF (TEXT, IdAsked, id, N_ ("STANDARD")),
  SZ_OPTION (TEXT,
             IdAsked,
             output,
             "output",
             N_ ("FILE"),
             N_ ("Where to write it"),
             .letter = 'o',
             .required = TRUE),
  { 0 },
};

static int
run_export (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const IdAsked *asked = data;
  g_autoptr (GError) reason = NULL;

  if (!sz_standard_export (office, asked->id, asked->output, &reason))
    return sz_cli_titles_fail (cli, reason);
  json_object_set_new (cli->document, "file", json_string (asked->output));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_standard_export = { "title standard export",
                                                    N_ ("Write a standard to a file"),
                                                    export_args,
                                                    sizeof (IdAsked),
                                                    run_export,
                                                    .office = TRUE };
