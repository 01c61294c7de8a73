/* sz-cli-command.c — the arguments of a command, read as it declares them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-command.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "sz-cli-open.h"
#include "sz-cli-rights.h"
#include "sz-rights.h"

#define YEAR_FIRST 1990
#define YEAR_LAST 2100
#define NOT_SHARED (-1)

/* ---- usage and help ---- */

static void
append_arg (GString *text, const SzArg *arg)
{
  const gboolean open = arg->option != NULL ? !arg->required : arg->optional;

  g_string_append (text, open ? " [" : " ");
  if (arg->letter != '\0')
    g_string_append_printf (text, "-%c", arg->letter);
  else if (arg->option != NULL)
    g_string_append_printf (text, "--%s", arg->option);
  if (arg->type != SZ_ARG_FLAG)
    g_string_append_printf (text, "%s%s", arg->option != NULL ? " " : "", _ (arg->value));
  g_string_append (text, open ? "]" : "");
  g_string_append (text, arg->type == SZ_ARG_TEXTS ? "…" : "");
}

char *
sz_cli_dup_usage (const SzCliCommand *command)
{
  GString *text;

  g_return_val_if_fail (command != NULL, NULL);
  text = g_string_new (command->words);
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    if (arg->option == NULL)
      append_arg (text, arg);
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    if (arg->option != NULL && !arg->hidden)
      append_arg (text, arg);
  return g_string_free (text, FALSE);
}

static void
add_option (
    SzTextTable *table, char letter, const char *option, const char *value, const char *help)
{
  g_autoptr (GString) left = g_string_new ("  ");

  if (letter != '\0')
    g_string_append_printf (left, "-%c, ", letter);
  g_string_append_printf (left, "--%s%s%s", option, value != NULL ? " " : "",
                          value != NULL ? _ (value) : "");
  sz_text_table_row (table, left->str, _ (help));
}

static void
print_help (const SzCliCommand *command)
{
  static const char *const headings[] = { "", "", NULL };
  g_autofree char *usage = sz_cli_dup_usage (command);
  g_autoptr (SzTextTable) table = sz_text_table_new (headings);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Usage: shizictl %s"), usage);
  g_string_append_printf (text, "\n%s\n", _ (command->summary));
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    if (arg->option != NULL && !arg->hidden)
      add_option (table, arg->letter, arg->option, arg->value, arg->help);
  add_option (table, '\0', "db", N_ ("PATH|URI"), N_ ("The college's database"));
  add_option (table, '\0', "as", N_ ("NAME"), N_ ("Who is acting"));
  add_option (table, '\0', "password-file", N_ ("FILE"),
              N_ ("Whose first line is the password of who signs in; before the command where the "
                  "command has a password of its own"));
  add_option (table, '\0', "json", NULL, N_ ("Print one JSON document"));
  add_option (table, 'h', "help", NULL, N_ ("Show this help"));
  sz_text_table_append (table, text, 0);
  fputs (text->str, stdout);
}

/* ---- reading ---- */

static gpointer
find_member (gpointer asked, gsize offset)
{
  return (guint8 *)asked + offset;
}

static void
write_integer (gpointer asked, const SzArg *arg, gint64 value)
{
  gpointer member = find_member (asked, arg->offset);

  if (arg->size == sizeof (gint64))
    *(gint64 *)member = value;
  else
    *(gint32 *)member = (gint32)value;
}

static void
add_text (SzCli *cli, gpointer member, const char *text)
{
  const char *const **texts = member;
  const guint n = *texts != NULL ? g_strv_length ((char **)*texts) : 0;
  const char **more = g_new0 (const char *, n + 2);

  if (n > 0)
    memcpy (more, *texts, n * sizeof *more);
  more[n] = text;
  *texts = sz_cli_keep (cli, more, g_free);
}

/* What the option is called in a sentence: "--from", or "PLAN" of a word. */
static char *
name_arg (const SzArg *arg)
{
  return arg->option != NULL ? g_strconcat ("--", arg->option, NULL) : g_strdup (_ (arg->value));
}

static gboolean
refuse_value (SzCli *cli, const SzArg *arg, const char *text)
{
  g_autofree char *name = name_arg (arg);

  switch (arg->type)
    {
    case SZ_ARG_DATE:
      sz_cli_usage (cli, _ ("%s wants a date such as 2025-12-31, not “%s”."), name, text);
      break;
    case SZ_ARG_MONTH:
      sz_cli_usage (cli, _ ("%s wants a month such as 2025-12, not “%s”."), name, text);
      break;
    case SZ_ARG_YEAR:
      sz_cli_usage (cli, _ ("%s wants a year such as 2025."), name);
      break;
    case SZ_ARG_COUNT:
    case SZ_ARG_DECIMAL:
    case SZ_ARG_TEXT:
    case SZ_ARG_TEXTS:
    case SZ_ARG_FLAG:
    case SZ_ARG_READ:
    default:
      sz_cli_usage (cli, _ ("%s does not take “%s”."), name, text);
      break;
    }
  return FALSE;
}

static gboolean
read_number (SzCli *cli, const SzArg *arg, const char *text, gpointer asked)
{
  gint64 most = arg->most;
  gint64 value;

  if (most == 0)
    most = arg->size == sizeof (gint64) ? G_MAXINT64 : G_MAXINT32;
  if (!sz_decimal_parse (text, arg->decimals, &value, NULL) || value < arg->least || value > most)
    return refuse_value (cli, arg, text);
  write_integer (asked, arg, value);
  return TRUE;
}

static gboolean
read_month (SzCli *cli, const SzArg *arg, const char *text, gpointer asked)
{
  g_autofree char *first = g_strconcat (text, "-01", NULL);
  SzDate day;

  if (strlen (text) != strlen ("2025-12") || !sz_date_parse (first, &day, NULL))
    return refuse_value (cli, arg, text);
  write_integer (asked, arg, sz_date_month (day));
  return TRUE;
}

static gboolean
read_year (SzCli *cli, const SzArg *arg, const char *text, gpointer asked)
{
  gint64 year;

  if (!sz_decimal_parse (text, 0, &year, NULL) || year < YEAR_FIRST || year > YEAR_LAST)
    return refuse_value (cli, arg, text);
  write_integer (asked, arg, year);
  return TRUE;
}

static gboolean
read_date (SzCli *cli, const SzArg *arg, const char *text, gpointer asked)
{
  SzDate day;

  if (!sz_date_parse (text, &day, NULL))
    return refuse_value (cli, arg, text);
  write_integer (asked, arg, day);
  return TRUE;
}

static gboolean
read_value (SzCli *cli, const SzArg *arg, const char *text, gpointer asked)
{
  if (arg->given != 0)
    *(gboolean *)find_member (asked, arg->given - 1) = TRUE;
  switch (arg->type)
    {
    case SZ_ARG_TEXT:
      if (*text == '\0')
        return refuse_value (cli, arg, text);
      *(const char **)find_member (asked, arg->offset) = text;
      return TRUE;
    case SZ_ARG_TEXTS:
      add_text (cli, find_member (asked, arg->offset), text);
      return TRUE;
    case SZ_ARG_FLAG:
      *(gboolean *)find_member (asked, arg->offset) = TRUE;
      return TRUE;
    case SZ_ARG_DATE:
      return read_date (cli, arg, text, asked);
    case SZ_ARG_MONTH:
      return read_month (cli, arg, text, asked);
    case SZ_ARG_YEAR:
      return read_year (cli, arg, text, asked);
    case SZ_ARG_COUNT:
    case SZ_ARG_DECIMAL:
      return read_number (cli, arg, text, asked);
    case SZ_ARG_READ:
      return arg->read (cli, text, find_member (asked, arg->offset));
    default:
      g_assert_not_reached ();
    }
}

/* One run over the words of the command line. */
typedef struct
{
  const SzCliCommand *command;
  gpointer asked;
  GArray *seen; /* gboolean an argument */
  guint n_words;
  gboolean help;
} Reading;

/* "--year", "--year=2025", "-o": the value behind "=" into @value. */
static const SzArg *
find_option (const SzCliCommand *command, const char *word, const char **value)
{
  const char *equals = strchr (word, '=');
  const gsize length = equals != NULL ? (gsize)(equals - word) : strlen (word);

  *value = NULL;
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    {
      if (arg->option == NULL)
        continue;
      if (g_str_has_prefix (word, "--") && strlen (arg->option) == length - 2
          && strncmp (word + 2, arg->option, length - 2) == 0)
        {
          *value = equals != NULL ? equals + 1 : NULL;
          return arg;
        }
      if (word[1] != '-' && arg->letter != '\0' && word[1] == arg->letter)
        {
          *value = word[2] != '\0' ? word + 2 : NULL;
          return arg;
        }
    }
  return NULL;
}

static gboolean
take_option (SzCli *cli, Reading *reading, int argc, char **argv, int *i)
{
  const char *value;
  const SzArg *arg = find_option (reading->command, argv[*i], &value);

  if (arg == NULL)
    {
      sz_cli_usage (cli, _ ("There is no option %s here."), argv[*i]);
      return FALSE;
    }
  if (arg->type != SZ_ARG_FLAG && value == NULL && ++*i < argc)
    value = argv[*i];
  if ((value == NULL) != (arg->type == SZ_ARG_FLAG))
    {
      g_autofree char *name = name_arg (arg);

      sz_cli_usage (cli, _ ("What %s wants is missing, or it does not fit."), name);
      return FALSE;
    }
  g_array_index (reading->seen, gboolean, arg - reading->command->args) = TRUE;
  return read_value (cli, arg, value, reading->asked);
}

static int
refuse_usage (SzCli *cli, const SzCliCommand *command)
{
  g_autofree char *usage = sz_cli_dup_usage (command);

  return sz_cli_usage (cli, _ ("Usage: shizictl %s"), usage);
}

/* A word goes to the first place that is free; a place of texts is never full. */
static gboolean
take_word (SzCli *cli, Reading *reading, const char *word)
{
  guint place = 0;

  for (const SzArg *arg = reading->command->args; arg != NULL && arg->type != 0; arg++)
    {
      if (arg->option != NULL)
        continue;
      if (place++ < reading->n_words && arg->type != SZ_ARG_TEXTS)
        continue;
      reading->n_words++;
      g_array_index (reading->seen, gboolean, arg - reading->command->args) = TRUE;
      return read_value (cli, arg, word, reading->asked);
    }
  refuse_usage (cli, reading->command);
  return FALSE;
}

/* "-5.00" is an amount and "-" a mark; what begins with another dash is an option. */
static gboolean
is_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]);
}

/* A command's own option goes before one of the same name that all have. */
static gboolean
is_own (const SzCliCommand *command, const char *word)
{
  const char *value;

  return g_str_has_prefix (word, "--password-file") && find_option (command, word, &value) != NULL;
}

static gboolean
read_words (SzCli *cli, Reading *reading, int argc, char **argv)
{
  gboolean options = TRUE;
  int result = NOT_SHARED;

  for (int i = 0; i < argc; i++)
    {
      if (options && g_str_equal (argv[i], "--"))
        options = FALSE;
      else if (!options || !is_option (argv[i]))
        {
          if (!take_word (cli, reading, argv[i]))
            return FALSE;
        }
      else if (!is_own (reading->command, argv[i])
               && sz_cli_take_shared (cli, argc, argv, &i, &reading->help, &result))
        {
          if (result != NOT_SHARED)
            return FALSE;
        }
      else if (!take_option (cli, reading, argc, argv, &i))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_cli_take_shared (SzCli *cli, int argc, char **argv, int *i, gboolean *help, int *result)
{
  const char *word = argv[*i];
  char **member = NULL;

  g_return_val_if_fail (cli != NULL && help != NULL && result != NULL, FALSE);

  *result = NOT_SHARED;
  if (g_str_equal (word, "--json"))
    cli->json = TRUE;
  else if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    *help = TRUE;
  else if (g_str_equal (word, "--db") || g_str_has_prefix (word, "--db="))
    member = &cli->db;
  else if (g_str_equal (word, "--as") || g_str_has_prefix (word, "--as="))
    member = &cli->who;
  else if (g_str_equal (word, "--password-file") || g_str_has_prefix (word, "--password-file="))
    member = &cli->password_file;
  else
    return FALSE;
  if (member == NULL)
    return TRUE;
  if (strchr (word, '=') == NULL && *i + 1 == argc)
    {
      *result = sz_cli_usage (cli, _ ("What %s wants is missing, or it does not fit."), word);
      return TRUE;
    }
  g_free (*member);
  *member = g_strdup (strchr (word, '=') != NULL ? strchr (word, '=') + 1 : argv[++*i]);
  return TRUE;
}

/* By this word or another one for the same. */
static gboolean
is_given (const Reading *reading, const SzArg *wanted)
{
  const SzArg *args = reading->command->args;

  for (guint i = 0; args[i].type != 0; i++)
    if (args[i].offset == wanted->offset && g_array_index (reading->seen, gboolean, i))
      return TRUE;
  return FALSE;
}

/* FALSE: something that must be given is not. */
static gboolean
check_given (SzCli *cli, const Reading *reading)
{
  const SzArg *args = reading->command->args;

  for (guint i = 0; args != NULL && args[i].type != 0; i++)
    {
      const gboolean needed = args[i].option != NULL ? args[i].required : !args[i].optional;

      if (needed && !is_given (reading, &args[i]))
        {
          refuse_usage (cli, reading->command);
          return FALSE;
        }
    }
  return TRUE;
}

static void
set_otherwise (const SzCliCommand *command, gpointer asked)
{
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    if (arg->otherwise != 0)
      write_integer (asked, arg, arg->otherwise);
}

/* Before anything is looked at: the answer to who may not does not depend on what is there. */
gboolean
sz_cli_ask_right (const SzCliCommand *command, SzOffice *office, GError **error)
{
  gboolean known;
  const char *right;

  g_return_val_if_fail (command != NULL && SZ_IS_OFFICE (office), FALSE);

  right = sz_cli_right (command->words, &known);
  if (!known)
    g_critical ("the command %s has no line in the table of rights", command->words);
  return right == NULL || sz_office_require (office, right, error);
}

int
sz_cli_run (SzCli *cli, const SzCliCommand *command, int argc, char **argv)
{
  g_autofree gpointer asked = NULL;
  g_autoptr (GArray) seen = NULL;
  g_autoptr (GError) error = NULL;
  Reading reading = { command, NULL, NULL, 0, FALSE };
  SzOffice *office = NULL;
  guint n_args = 0;
  int result;

  g_return_val_if_fail (cli != NULL && command != NULL, SZ_EXIT_USAGE);
  while (command->args != NULL && command->args[n_args].type != 0)
    n_args++;
  asked = g_malloc0 (MAX (command->size, 1));
  seen = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), n_args);
  g_array_set_size (seen, n_args);
  reading.asked = asked;
  reading.seen = seen;
  set_otherwise (command, asked);
  if (!read_words (cli, &reading, argc, argv))
    return SZ_EXIT_USAGE;
  if (reading.help)
    {
      print_help (command);
      return SZ_EXIT_DONE;
    }
  if (!check_given (cli, &reading))
    return SZ_EXIT_USAGE;
  if (command->office)
    {
      office = sz_cli_office (cli, &error);
      if (office == NULL || !sz_cli_ask_right (command, office, &error))
        return sz_cli_fail (cli, error);
    }
  result = command->run (cli, office, asked, &error);
  return error != NULL ? sz_cli_fail (cli, error) : result;
}
