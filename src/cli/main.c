/* main.c — shizictl: the headless twin of the desktop program, a table of duties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sz-cli-account.h"
#include "sz-cli-college.h"
#include "sz-cli-command.h"
#include "sz-cli-manual.h"
#include "sz-cli-pay.h"
#include "sz-cli-recruit.h"
#include "sz-cli-server.h"
#include "sz-cli-warn.h"
#include "sz-cli-watch.h"
#include "sz-cli-titles.h"
#include "sz-form.h"
#include "sz-import-kinds.h"
#include "sz-locale.h"
#include "sz-message.h"
#include "sz-soundness.h"
#include "sz-office.h"
#include "sz-rules.h"
#include "sz-text.h"
#include "sz-version.h"

/* A line a duty; each has its commands in its own folder. */
static const SzCliDuty *const duties[] = {
  &sz_cli_college,  &sz_cli_recruit,  &sz_cli_titles, &sz_cli_pay,    &sz_cli_watch,
  &sz_cli_handover, &sz_cli_accounts, &sz_cli_server, &sz_cli_safety, NULL,
};

static void
print_overview (void)
{
  printf (
      "%s\n",
      _ ("Usage: shizictl [--db PATH|URI] [--as NAME] [--password-file FILE] [--json] COMMAND …"));
  for (gsize d = 0; duties[d] != NULL; d++)
    {
      printf ("\n%s\n", _ (duties[d]->title));
      for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
        {
          g_autofree char *usage = sz_cli_dup_usage (*command);

          printf ("  %s \n      %s\n", usage, _ ((*command)->summary));
        }
    }
  printf ("\n%s\n", _ ("“shizictl COMMAND --help” explains a command and its options."));
  printf ("%s\n",
          _ ("Exit: 0 done · 1 refused by a rule · 2 wrong use · 3 the input has faults, nothing "
             "was written · 4 trouble with the database or a file"));
}

/* How many of the words given make up the command; 0: it is another one. */
static int
match_words (const char *words, int argc, char **argv)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  int n = (int)g_strv_length (parts);

  if (n > argc)
    return 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_str_equal (parts[i], argv[i]))
        return 0;
    }
  return n;
}

/* "pay" alone is half a command. */
static int
refuse_word (SzCli *cli, const char *word)
{
  g_autofree char *start = g_strconcat (word, " ", NULL);
  g_autoptr (GString) wholes = g_string_new (NULL);

  for (gsize d = 0; duties[d] != NULL; d++)
    for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
      {
        if (!g_str_has_prefix ((*command)->words, start))
          continue;
        g_string_append_printf (wholes, "%s%s", wholes->len > 0 ? ", " : "", (*command)->words);
      }
  if (wholes->len > 0)
    return sz_cli_usage (cli, _ ("“%s” wants one more word. There are: %s."), word, wholes->str);
  return sz_cli_usage (cli, _ ("There is no command “%s”."), word);
}

/* The longest words that fit win. */
static int
run_command (SzCli *cli, int argc, char **argv)
{
  const SzCliCommand *best = NULL;
  int best_words = 0;

  for (gsize d = 0; duties[d] != NULL; d++)
    for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
      {
        int n = match_words ((*command)->words, argc, argv);

        if (n > best_words)
          {
            best = *command;
            best_words = n;
          }
      }
  if (best == NULL)
    return refuse_word (cli, argv[0]);
  return sz_cli_run (cli, best, argc - best_words, argv + best_words);
}

/* Nothing but UTF-8 gets any further: a terminal of another encoding would write names that nobody
   can read again; and nothing that a terminal would obey. An asked for document is wanted whatever
   is wrong with the rest. */
static gboolean
check_words (SzCli *cli, int argc, char **argv)
{
  for (int i = 0; i < argc && !g_str_equal (argv[i], "--"); i++)
    cli->json = cli->json || g_str_equal (argv[i], "--json");
  for (int i = 0; i < argc; i++)
    {
      const SzTextFault fault = sz_text_find_fault (argv[i]);
      g_autofree char *shown = fault != SZ_TEXT_SOUND ? sz_text_harmless (argv[i]) : NULL;

      if (fault == SZ_TEXT_SOUND)
        continue;
      if (fault == SZ_TEXT_NO_UTF8)
        sz_cli_usage (cli, _ ("“%s” is no UTF-8 text. Set the terminal to UTF-8."), shown);
      else
        sz_cli_usage (cli,
                      _ ("“%s” holds control characters or marks that turn the direction of text. "
                         "Type it again; a file is to be renamed."),
                      shown);
      return FALSE;
    }
  return TRUE;
}

/* Words that stand for the argument that the usage shows so. */
static GStrv
list_kinds (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; sz_import_kinds ()[i] != NULL; i++)
    g_strv_builder_add (builder, sz_import_kinds ()[i]->word);
  return g_strv_builder_end (builder);
}

static GStrv
list_keys (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) presets = sz_rules_presets ();
  const char *last = "";

  for (guint i = 0; i < presets->len; i++)
    {
      const char *key = g_array_index (presets, SzParam, i).key;

      if (!g_str_equal (key, last))
        g_strv_builder_add (builder, key);
      last = key;
    }
  return g_strv_builder_end (builder);
}

static void
print_completion (void)
{
  g_auto (GStrv) kinds = list_kinds ();
  g_auto (GStrv) keys = list_keys ();
  g_auto (GStrv) forms = sz_form_dup_ids ();
  const SzCliWords known[] = { { "KIND", (const char *const *)kinds },
                               { "KEY", (const char *const *)keys },
                               { "FORM", (const char *const *)forms },
                               { NULL, NULL } };
  g_autofree char *text = sz_cli_dup_completion (duties, known);

  fputs (text, stdout);
}

/* The manual page and the completion are made by the build, from the same tables as the help. */
static gboolean
tell_about_itself (const char *option)
{
  g_autofree char *text = NULL;

  if (g_str_equal (option, "--version"))
    {
      text = sz_version_dup_text ();
      printf ("shizictl %s\n", text);
    }
  else if (g_str_equal (option, "--completion"))
    print_completion ();
  else if (g_str_equal (option, "--manual"))
    {
      text = sz_cli_dup_manual (duties);
      fputs (text, stdout);
    }
  else
    return FALSE;
  return TRUE;
}

/* What stands before the command; the commands take the same options behind it too. */
static int
run_program (SzCli *cli, int argc, char **argv)
{
  gboolean help = FALSE;
  int i = 0;

  if (!check_words (cli, argc, argv))
    return SZ_EXIT_USAGE;
  for (; i < argc && argv[i][0] == '-' && !g_str_equal (argv[i], "--"); i++)
    {
      int result;

      if (tell_about_itself (argv[i]))
        return SZ_EXIT_DONE;
      if (!sz_cli_take_shared (cli, argc, argv, &i, &help, &result))
        return sz_cli_usage (cli, _ ("There is no option %s here."), argv[i]);
      if (result >= 0)
        return result;
    }
  if (i < argc && g_str_equal (argv[i], "--"))
    i++;
  if (help || (i == argc && !cli->json))
    {
      print_overview ();
      return help ? SZ_EXIT_DONE : SZ_EXIT_USAGE;
    }
  if (i == argc)
    return sz_cli_usage (cli, "%s", _ ("A command is missing."));
  if (cli->db == NULL)
    cli->db = g_build_filename (g_get_user_data_dir (), "shizi", "college.db", NULL);
  return run_command (cli, argc - i, argv + i);
}

/* What stands in names of people and files must not reach the terminal raw, in a document neither:
   JSON has its own way to write it. */
static void
print_document (const json_t *document)
{
  char *text = json_dumps (document, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  const char *p = text;

  if (sz_text_find_fault (text) == SZ_TEXT_SOUND)
    {
      fputs (text, stdout);
      p += strlen (text);
    }
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gsize n = (gsize)(g_utf8_next_char (p) - p);
      char one[8] = { 0 };

      memcpy (one, p, n);
      if (sz_text_find_fault (one) == SZ_TEXT_SOUND)
        fwrite (p, 1, n, stdout);
      else
        printf ("\\u%04x", g_utf8_get_char (p));
    }
  fputc ('\n', stdout);
  free (text);
}

/* The work is done; now the day's first whole copy is made and verified. Its trouble is no trouble
   of the command, but is said. */
static void
keep_daily (SzCli *cli)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *message = NULL;

  if (cli->office == NULL || !sz_office_has_written (cli->office)
      || (sz_office_daily (cli->office, NULL, NULL, &fault)
          && sz_office_require_sound (cli->office, &fault)))
    return;
  message = sz_message_for_error (fault);
  sz_cli_warn (message);
}

int
main (int argc, char **argv)
{
  SzCli cli = { 0 };
  int result;

  sz_locale_init ();
  cli.document = json_object ();
  result = run_program (&cli, argc - 1, argv + 1);
  keep_daily (&cli);
  if (cli.json && json_object_size (cli.document) > 0)
    print_document (cli.document);
  if ((fflush (stdout) != 0 || ferror (stdout) != 0) && result == SZ_EXIT_DONE)
    {
      g_printerr ("shizictl: %s\n",
                  _ ("What was asked for was done, but the answer could not be written: standard "
                     "output is closed or full."));
      result = SZ_EXIT_TROUBLE;
    }

  json_decref (cli.document);
  g_clear_pointer (&cli.kept, g_ptr_array_unref);
  g_clear_object (&cli.office);
  g_free (cli.db);
  g_free (cli.who);
  g_free (cli.password_file);
  return result;
}
