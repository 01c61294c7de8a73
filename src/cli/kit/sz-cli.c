/* sz-cli.c — what all commands of shizictl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sz-error.h"
#include "sz-message.h"
#include "sz-cli-warn.h"
#include "sz-rule-words.h"
#include "sz-text.h"

/* Names come from files and people; a terminal would obey what is hidden in them. */
void
sz_cli_warn (const char *text)
{
  g_autofree char *harmless = sz_text_harmless (text);

  g_printerr ("%s\n", harmless);
}

static void
put (const char *text)
{
  g_autofree char *harmless = sz_text_harmless (text);

  fputs (harmless, stdout);
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
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  line = g_strconcat ("shizictl: ", text, NULL);
  sz_cli_warn (line);
  g_printerr ("%s\n", _ ("“shizictl --help” lists the commands."));
  set_json_error (cli, "usage", text);
  return SZ_EXIT_USAGE;
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

/* The day, the state or the rest of what the refusal is about stands beside it. */
static void
add_error_arguments (SzCli *cli, const GError *error)
{
  static const char *const told[] = { "date", "state", "to", NULL };
  g_auto (GStrv) args = cli->json ? sz_error_dup_args (error) : NULL;

  for (char **arg = args; arg != NULL && *arg != NULL; arg++)
    {
      char *equals = strchr (*arg, '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      if (g_strv_contains (told, *arg) && json_object_get (cli->document, *arg) == NULL)
        json_object_set_new (cli->document, *arg, json_string (equals + 1));
    }
}

/* Where the help says what the policy or document says. */
static void
name_rule (SzCli *cli, const char *rule)
{
  if (cli->json)
    json_object_set_new (json_object_get (cli->document, "error"), "rule", json_string (rule));
  else
    g_printerr (_ ("Rule %s says why: help:shizi/rules#%s\n"), rule, rule);
}

int
sz_cli_fail (SzCli *cli, const GError *error)
{
  g_autofree char *code = sz_error_dup_code (error);
  g_autofree char *message = sz_message_for_error (error);
  g_autofree char *line = g_strconcat ("shizictl: ", message, NULL);

  sz_cli_warn (line);
  set_json_error (cli, code, message);
  add_error_arguments (cli, error);
  if (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED) && sz_rule_for_code (code) != NULL)
    name_rule (cli, sz_rule_for_code (code));
  return exit_code_for (error);
}

static json_t *
make_severity (gconstpointer of)
{
  return json_string (((const SzIssue *)of)->severity == SZ_SEVERITY_ERROR ? "error" : "warning");
}

static json_t *
make_message (gconstpointer of)
{
  g_autofree char *message = sz_message_for_issue (of);

  return json_string (message);
}

/* What is found in a row of a sheet. */
static const SzMember finding_fields[] = {
  SZ_SHOW_MADE ("severity", NULL, make_severity),
  SZ_SHOW_TEXT (SzIssue, code, "code", NULL),
  SZ_SHOW_TEXT (SzIssue, file, "file", NULL),
  SZ_SHOW_TEXT (SzIssue, sheet, "sheet", NULL),
  SZ_SHOW_COUNT (SzIssue, row, "row", NULL, .flags = SZ_ZERO_NULL),
  SZ_SHOW_TEXT (SzIssue, column, "column", NULL),
  SZ_SHOW_TEXT (SzIssue, value, "value", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_MADE ("message", NULL, make_message),
  { NULL },
};

void
sz_cli_findings (SzCli *cli, const SzIssueList *issues)
{
  json_t *findings = NULL;

  g_return_if_fail (cli != NULL);
  if (cli->json)
    {
      findings = json_array ();
      json_object_set_new (cli->document, "findings", findings);
    }
  for (guint i = 0; issues != NULL && i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      g_autofree char *message = NULL;
      g_autofree char *line = NULL;

      if (cli->json)
        {
          json_array_append_new (findings, sz_member_json (finding_fields, issue));
          continue;
        }
      message = sz_message_for_issue (issue);
      line = g_strdup_printf ("%s: %s",
                              issue->severity == SZ_SEVERITY_ERROR ? _ ("error") : _ ("warning"),
                              message);
      sz_cli_warn (line);
    }
}

void
sz_cli_fill (SzCli *cli, const SzMember *fields, gconstpointer data)
{
  g_return_if_fail (cli != NULL);
  if (cli->json)
    sz_member_fill (cli->document, fields, data, FALSE);
}

void
sz_cli_show (SzCli *cli, const SzMember *fields, gconstpointer data)
{
  json_t *object;

  g_return_if_fail (cli != NULL);
  sz_cli_fill (cli, fields, data);
  if (!cli->json)
    {
      g_autofree char *text = NULL;

      object = json_object ();
      sz_member_fill (object, fields, data, TRUE);
      text = sz_member_text (fields, object);
      put (text);
      json_decref (object);
    }
}

void
sz_cli_print (SzCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  g_return_if_fail (cli != NULL);

  if (cli->json)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  put (text);
}

void
sz_cli_print_table (SzCli *cli, SzTextTable *table)
{
  g_autoptr (SzTextTable) taken = table;
  g_autoptr (GString) text = NULL;

  g_return_if_fail (cli != NULL && table != NULL);
  if (cli->json)
    return;
  text = g_string_new (NULL);
  sz_text_table_append (taken, text, 0);
  put (text->str);
}

SzDate
sz_cli_day (SzOffice *office, SzDate asked)
{
  g_return_val_if_fail (office != NULL, SZ_DATE_NONE);
  return asked != SZ_DATE_NONE ? asked : sz_office_today (office);
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

/* ---- kept ---- */

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Kept;

static void
kept_freed_cb (gpointer data)
{
  Kept *kept = data;

  kept->destroy (kept->data);
  g_free (kept);
}

gpointer
sz_cli_keep (SzCli *cli, gpointer data, GDestroyNotify destroy)
{
  Kept *kept;

  g_return_val_if_fail (cli != NULL && destroy != NULL, NULL);
  kept = g_new (Kept, 1);
  kept->data = data;
  kept->destroy = destroy;
  if (cli->kept == NULL)
    cli->kept = g_ptr_array_new_with_free_func (kept_freed_cb);
  g_ptr_array_add (cli->kept, kept);
  return data;
}
