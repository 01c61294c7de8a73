/* main.c — shizictl: the headless twin of the desktop program, a table of commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sz-cli-commands.h"
#include "sz-locale.h"

/* In the order of a year's work; the longest words that fit win. */
static const SzCliCommand commands[] = {
  { "init", "--name 院校名 --establishment N", N_ ("Make an empty college"), sz_cli_init },
  { "demo", "--people N --year Y [--seed S]",
    N_ ("Fill an empty college with made-up people and a year of everything"), sz_cli_demo },
  { "template", "KIND -o FILE.xlsx", N_ ("An empty workbook to fill in, for one kind of import"),
    sz_cli_template },
  { "import", "KIND FILE [--sheet NAME] [--map 表头=字段]… [--from DATE] [--dry-run] [--update]",
    N_ ("Read a sheet into the college: all of it or nothing"), sz_cli_import },
  { "imports", "", N_ ("Past imports"), sz_cli_imports },
  { "import-undo", "ID", N_ ("Take one import back if nothing since depends on it"),
    sz_cli_import_undo },
  { "param list", "[--on DATE]", N_ ("The parameters in force, with their documents"),
    sz_cli_param_list },
  { "param set", "KEY VALUE --from DATE --source 文号",
    N_ ("The college's own value of a parameter from a day on"), sz_cli_param_set },
  { "people find", "TEXT", N_ ("People by name, pinyin, initials or staff number"),
    sz_cli_people_find },
  { "people show", "工号 [--on DATE]", N_ ("One person with the whole dated history"),
    sz_cli_people_show },
  { "quota", "[--on DATE]", N_ ("The quota of part-time teachers on a day"), sz_cli_quota },
  { "quota check", "--from DATE --to DATE [--fte X]",
    N_ ("Whether one more part-time teacher fits on every day of a term"), sz_cli_quota_check },
  { "convert", "--year Y", N_ ("Teaching and training of a year as standard hours"),
    sz_cli_convert },
  { "pay compute", "--scheme FILE.json [--dry-run]", N_ ("Compute performance pay and keep it"),
    sz_cli_pay_compute },
  { "pay list", "", N_ ("The pay runs there are"), sz_cli_pay_list },
  { "pay show", "RUN", N_ ("A pay run as it was kept"), sz_cli_pay_show },
  { "pay why", "RUN 工号", N_ ("Everything behind one person's amount"), sz_cli_pay_why },
  { "pay compare", "RUN [OTHER]",
    N_ ("Two runs beside each other, or a run and what it would be today: who gains, who loses, "
        "why"),
    sz_cli_pay_compare },
  { "pay rename", "RUN NAME", N_ ("Give a run that is not reviewed yet another name"),
    sz_cli_pay_rename },
  { "pay delete", "RUN", N_ ("Take a run away that is not reviewed yet"), sz_cli_pay_delete },
  { "pay total", "--year Y", N_ ("The year's performance pay as a whole, against its limit"),
    sz_cli_pay_total },
  { "form", "ID [--year Y] [--run RUN] [--on DATE] [--forms F19,F20,…] -o FILE.xlsx|.pdf|.csv",
    N_ ("Write a printed form; “form meeting” puts several into one file"), sz_cli_form },
  { "form list", "", N_ ("The forms that can be printed now"), sz_cli_form_list },
  { "workdays", "--from DATE --days N", N_ ("The day on which a notice of N working days ends"),
    sz_cli_workdays },
  { "case", "KIND NUMBER", N_ ("Where something stands, who did what, what may be done now"),
    sz_cli_case },
  { "verify", "", N_ ("Check that nobody touched the records behind the program's back"),
    sz_cli_verify },
  { "backup", "-o FILE", N_ ("Copy the college to a file and read it back"), sz_cli_backup },
  { "restore", "FILE", N_ ("Put a backup in place; the replaced file is kept"), sz_cli_restore },
};

static void
print_overview (void)
{
  printf ("%s\n\n", _ ("Usage: shizictl [--db PATH|URI] [--as NAME] [--json] COMMAND …"));
  printf ("%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %s %s\n      %s\n", commands[i].words, commands[i].arguments,
            _ (commands[i].summary));
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

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (!g_str_has_prefix (commands[i].words, start))
        continue;
      if (wholes->len > 0)
        g_string_append (wholes, ", ");
      g_string_append (wholes, commands[i].words);
    }
  if (wholes->len > 0)
    return sz_cli_usage (cli, _ ("“%s” wants one more word. There are: %s."), word, wholes->str);
  return sz_cli_usage (cli, _ ("There is no command “%s”."), word);
}

static int
run_command (SzCli *cli, int argc, char **argv)
{
  const SzCliCommand *best = NULL;
  int best_words = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int n = match_words (commands[i].words, argc, argv);

      if (n > best_words)
        {
          best = &commands[i];
          best_words = n;
        }
    }
  if (best == NULL)
    return refuse_word (cli, argv[0]);
  return best->run (cli, argc - best_words + 1, argv + best_words - 1);
}

/* What stands before the command; the commands take the same options behind it too. */
static gboolean
parse_leading_options (SzCli *cli, int *argc, char ***argv, gboolean *done)
{
  gboolean help = FALSE;
  gboolean version = FALSE;
  gboolean asks_json;
  GOptionEntry entries[] = { { "db", 0, 0, G_OPTION_ARG_FILENAME, &cli->db, NULL, NULL },
                             { "as", 0, 0, G_OPTION_ARG_STRING, &cli->who, NULL, NULL },
                             { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
                             { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
                             { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
                             { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  asks_json = g_strv_contains ((const char *const *)*argv, "--json");
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      /* A parser that fails takes back what it has read. */
      cli->json = asks_json;
      sz_cli_option_fault (cli, error);
      return FALSE;
    }
  *done = help || version;
  if (help)
    print_overview ();
  else if (version)
    printf ("shizictl %s\n", SHIZI_VERSION);
  return TRUE;
}

static int
run_program (SzCli *cli, int argc, char **argv)
{
  gboolean done = FALSE;

  if (!parse_leading_options (cli, &argc, &argv, &done))
    return SZ_EXIT_USAGE;
  if (done)
    return SZ_EXIT_DONE;
  if (argc < 2 && cli->json)
    return sz_cli_usage (cli, "%s", _ ("A command is missing."));
  if (argc < 2)
    {
      if (cli->json)
        return sz_cli_usage (cli, "%s", _ ("A command is missing."));
      print_overview ();
      return SZ_EXIT_USAGE;
    }
  if (cli->db == NULL)
    cli->db = g_build_filename (g_get_user_data_dir (), "shizi", "college.db", NULL);
  return run_command (cli, argc - 1, argv + 1);
}

int
main (int argc, char **argv)
{
  SzCli cli = { 0 };
  int result;

  sz_locale_init ();
  cli.document = json_object ();
  result = run_program (&cli, argc, argv);
  if (cli.json && json_object_size (cli.document) > 0)
    {
      json_dumpf (cli.document, stdout, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
      fputc ('\n', stdout);
    }
  if (fflush (stdout) != 0 && result == SZ_EXIT_DONE)
    result = SZ_EXIT_TROUBLE;

  json_decref (cli.document);
  g_clear_object (&cli.office);
  g_free (cli.db);
  g_free (cli.who);
  return result;
}
