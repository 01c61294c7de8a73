/* sz-cli.c — what all commands of shizictl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "sz-error.h"
#include "sz-message.h"

static void
print_help_and_exit (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  fputs (help, stdout);
  exit (SZ_EXIT_DONE);
}

gboolean
sz_cli_parse (SzCli *cli,
              const char *words,
              const GOptionEntry *entries,
              int *argc,
              char ***argv,
              int min,
              int max)
{
  gboolean help = FALSE;
  gboolean asks_json;
  GOptionEntry shared[]
      = { { "db", 0, 0, G_OPTION_ARG_FILENAME, &cli->db, N_ ("The college's database"),
            N_ ("PATH|URI") },
          { "as", 0, 0, G_OPTION_ARG_STRING, &cli->who, N_ ("Who is acting"), N_ ("NAME") },
          { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print one JSON document"), NULL },
          { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (words);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  asks_json = g_strv_contains ((const char *const *)*argv, "--json");
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      /* A parser that fails takes back what it has read. */
      cli->json = cli->json || asks_json;
      sz_cli_option_fault (cli, error);
      return FALSE;
    }
  if (help)
    print_help_and_exit (context);
  if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    {
      sz_cli_usage (cli, _ ("Usage: shizictl %s"), words);
      return FALSE;
    }
  return TRUE;
}

SzOffice *
sz_cli_office (SzCli *cli, GError **error)
{
  if (cli->office != NULL)
    return cli->office;
  cli->office = sz_office_open (cli->db, cli->who, error);
  if (cli->office != NULL && sz_office_is_on_network (cli->office))
    g_printerr (_ ("%s lies on a network share, where a cut connection can cost the last act. Work "
                   "on a copy on this computer, and keep backups.\n"),
                cli->db);
  return cli->office;
}

static void
set_json_error (SzCli *cli, const char *code, const char *message)
{
  if (cli->json)
    json_object_set_new (cli->document, "error",
                         json_pack ("{s:s, s:s}", "code", code, "message", message));
}

int
sz_cli_usage (SzCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("shizictl: %s\n", text);
  g_printerr ("%s\n", _ ("“shizictl --help” lists the commands."));
  set_json_error (cli, "usage", text);
  return SZ_EXIT_USAGE;
}

/* The option that GLib complains of: its messages are not translated on every computer. */
static char *
find_option (const char *message)
{
  g_auto (GStrv) words = g_strsplit_set (message, " “”\"'", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] == '-' && words[i][1] != '\0')
      return g_strdup (words[i]);
  return NULL;
}

int
sz_cli_option_fault (SzCli *cli, const GError *error)
{
  g_autofree char *option = find_option (error->message);

  if (option == NULL)
    return sz_cli_usage (cli, "%s", error->message);
  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    return sz_cli_usage (cli, _ ("There is no option %s here."), option);
  return sz_cli_usage (cli, _ ("What %s wants is missing, or it does not fit."), option);
}

static int
exit_code_for (const GError *error)
{
  /* A database that is none of ours is a trouble of the database, though its remedy is another
   * file. */
  if (error->domain != SZ_ERROR || g_str_has_prefix (error->message, "db."))
    return SZ_EXIT_TROUBLE;
  switch ((SzErrorRemedy)error->code)
    {
    case SZ_ERROR_REFUSED:
      return SZ_EXIT_REFUSED;
    case SZ_ERROR_FORMAT:
    case SZ_ERROR_OVERFLOW:
      return SZ_EXIT_INPUT;
    case SZ_ERROR_IO:
    case SZ_ERROR_BUSY:
    case SZ_ERROR_STALE:
    case SZ_ERROR_CONSTRAINT:
    case SZ_ERROR_NEWER_SCHEMA:
    case SZ_ERROR_CORRUPT:
    case SZ_ERROR_CANCELLED:
    default:
      return SZ_EXIT_TROUBLE;
    }
}

int
sz_cli_fail (SzCli *cli, const GError *error)
{
  g_autofree char *code = sz_error_dup_code (error);
  g_autofree char *message = sz_message_for_error (error);

  g_printerr ("shizictl: %s\n", message);
  set_json_error (cli, code, message);
  return exit_code_for (error);
}

json_t *
sz_cli_string (const char *text)
{
  return text != NULL && *text != '\0' ? json_string (text) : json_null ();
}

static json_t *
make_finding (const SzIssue *issue)
{
  g_autofree char *message = sz_message_for_issue (issue);
  json_t *finding = json_object ();

  json_object_set_new (finding, "severity",
                       json_string (issue->severity == SZ_SEVERITY_ERROR ? "error" : "warning"));
  json_object_set_new (finding, "code", json_string (issue->code));
  json_object_set_new (finding, "file", sz_cli_string (issue->file));
  json_object_set_new (finding, "sheet", sz_cli_string (issue->sheet));
  json_object_set_new (finding, "row", issue->row != 0 ? json_integer (issue->row) : json_null ());
  json_object_set_new (finding, "column", sz_cli_string (issue->column));
  json_object_set_new (finding, "value",
                       issue->value != NULL ? json_string (issue->value) : json_null ());
  json_object_set_new (finding, "message", json_string (message));
  return finding;
}

json_t *
sz_cli_findings_json (const SzIssueList *issues)
{
  json_t *findings = json_array ();

  for (guint i = 0; issues != NULL && i < sz_issue_list_length (issues); i++)
    json_array_append_new (findings, make_finding (sz_issue_list_get (issues, i)));
  return findings;
}

void
sz_cli_findings (SzCli *cli, const SzIssueList *issues)
{
  if (cli->json)
    {
      json_object_set_new (cli->document, "findings", sz_cli_findings_json (issues));
      return;
    }
  for (guint i = 0; issues != NULL && i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      g_autofree char *message = sz_message_for_issue (issue);

      g_printerr ("%s: %s\n", issue->severity == SZ_SEVERITY_ERROR ? _ ("error") : _ ("warning"),
                  message);
    }
}

void
sz_cli_print (SzCli *cli, const char *format, ...)
{
  va_list args;

  if (cli->json)
    return;
  va_start (args, format);
  vfprintf (stdout, format, args);
  va_end (args);
}

json_t *
sz_cli_decimal (gint64 value, int decimals)
{
  g_autofree char *text = sz_decimal_format (value, decimals);

  return json_string (text);
}

json_t *
sz_cli_date (SzDate date)
{
  g_autofree char *text = sz_date_format (date);

  return sz_cli_string (text);
}

static void
progress_reported_cb (const char *what, guint64 done, guint64 total, gpointer user_data)
{
  if (total > 0)
    g_printerr ("\r%s %3u %%", sz_message_for_progress (what), (guint)(done * 100 / total));
  else
    g_printerr ("\r%s %" G_GUINT64_FORMAT, sz_message_for_progress (what), done);
  if (total > 0 && done >= total)
    g_printerr ("\r\033[K");
}

SzProgress
sz_cli_progress (SzCli *cli)
{
  SzProgress progress = { NULL, NULL };

  if (isatty (STDERR_FILENO))
    progress.report = progress_reported_cb;
  return progress;
}

gboolean
sz_cli_read_date (SzCli *cli, const char *option, const char *text, SzDate otherwise, SzDate *date)
{
  if (text == NULL)
    {
      *date = otherwise;
      return TRUE;
    }
  if (sz_date_parse (text, date, NULL))
    return TRUE;
  sz_cli_usage (cli, _ ("%s wants a date such as 2025-12-31, not “%s”."), option, text);
  return FALSE;
}
