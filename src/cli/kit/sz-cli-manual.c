/* sz-cli-manual.c — the manual page and the completion of a shell, from the tables of the commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-manual.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- roff ---- */

/* A backslash, a dash and a point at the beginning of a line mean something to roff. */
static void
append_roff (GString *text, const char *words)
{
  if (*words == '.' || *words == '\'')
    g_string_append (text, "\\&");
  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '\\')
        g_string_append (text, "\\e");
      else if (*p == '-')
        g_string_append (text, "\\-");
      else
        g_string_append_c (text, *p);
    }
}

static void
append_line (GString *text, const char *request, const char *words)
{
  g_string_append_printf (text, "%s ", request);
  append_roff (text, words);
  g_string_append_c (text, '\n');
}

static void
append_text (GString *text, const char *words)
{
  append_roff (text, words);
  g_string_append_c (text, '\n');
}

static void
append_option (GString *text, const SzArg *arg)
{
  g_autoptr (GString) left = g_string_new (NULL);

  if (arg->letter != '\0')
    g_string_append_printf (left, "-%c, ", arg->letter);
  g_string_append_printf (left, "--%s", arg->option);
  if (arg->value != NULL)
    g_string_append_printf (left, " %s", _ (arg->value));
  g_string_append (text, ".RS\n.TP\n");
  append_line (text, ".B", left->str);
  append_text (text, arg->help != NULL ? _ (arg->help) : "");
  g_string_append (text, ".RE\n");
}

static void
append_command (GString *text, const SzCliCommand *command)
{
  g_autofree char *usage = sz_cli_dup_usage (command);

  g_string_append (text, ".TP\n");
  append_line (text, ".B", usage);
  append_text (text, _ (command->summary));
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    if (arg->option != NULL && !arg->hidden)
      append_option (text, arg);
}

static void
append_shared (GString *text)
{
  static const char *const options[][2] = {
    { "--db PATH|URI", N_ ("The college's database") },
    { "--as NAME", N_ ("Who is acting") },
    { "--password-file FILE",
      N_ ("Whose first line is the password of who signs in; before the command where the command "
          "has a password of its own") },
    { "--json", N_ ("Print one JSON document") },
    { "-h, --help", N_ ("Show this help") },
    { "--version", N_ ("Version, commit and schema of the database") },
  };

  g_string_append (text, ".SH OPTIONS\n");
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_string_append (text, ".TP\n");
      append_line (text, ".B", options[i][0]);
      append_text (text, _ (options[i][1]));
    }
}

char *
sz_cli_dup_manual (const SzCliDuty *const *duties)
{
  GString *text;

  g_return_val_if_fail (duties != NULL, NULL);
  text = g_string_new (".TH SHIZICTL 1 \"\" \"shizi " SHIZI_VERSION "\" \"Shizi\"\n.SH NAME\n");
  append_text (text, "shizictl - staff, recruitment, titles, pay and supervision of a college");
  g_string_append (text, ".SH SYNOPSIS\n");
  append_line (text, ".B",
               "shizictl [--db PATH|URI] [--as NAME] [--password-file FILE] [--json] COMMAND …");
  append_shared (text);
  for (gsize d = 0; duties[d] != NULL; d++)
    {
      append_line (text, ".SH", _ (duties[d]->title));
      for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
        append_command (text, *command);
    }
  g_string_append (text, ".SH EXIT STATUS\n");
  append_text (text, _ ("Exit: 0 done · 1 refused by a rule · 2 wrong use · 3 the input has "
                        "faults, nothing was written · 4 trouble with the database or a file"));
  g_string_append (text, ".SH SEE ALSO\n.BR shizi (1)\n");
  return g_string_free (text, FALSE);
}

/* ---- bash ---- */

static const char *const *
find_known (const SzCliWords *known, const char *value)
{
  for (; known->value != NULL; known++)
    if (g_strcmp0 (known->value, value) == 0)
      return known->words;
  return NULL;
}

static void
append_words (GString *text, const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_string_append_printf (text, " %s", words[i]);
}

/* What may follow the command: its options, and the words of arguments that are known. */
static void
append_case (GString *text, const SzCliCommand *command, const SzCliWords *known)
{
  g_string_append_printf (text, "    \"%s\") words=\"--db --as --json --help", command->words);
  for (const SzArg *arg = command->args; arg != NULL && arg->type != 0; arg++)
    {
      if (arg->option != NULL && !arg->hidden)
        g_string_append_printf (text, " --%s", arg->option);
      else if (arg->option == NULL)
        append_words (text, find_known (known, arg->value));
    }
  g_string_append (text, "\" ;;\n");
}

char *
sz_cli_dup_completion (const SzCliDuty *const *duties, const SzCliWords *known)
{
  GString *text;

  g_return_val_if_fail (duties != NULL && known != NULL, NULL);
  text = g_string_new (
      "# bash completion of shizictl, made from its tables of commands\n"
      "_shizictl () {\n"
      "  local current=\"${COMP_WORDS[COMP_CWORD]}\" words=\"\" one=\"\" two=\"\" i\n"
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
      "    case \"${COMP_WORDS[i]}\" in\n"
      "      --db|--as) i=$((i + 1)) ;;\n"
      "      -*) ;;\n"
      "      *) if [ -z \"$one\" ]; then one=\"${COMP_WORDS[i]}\"\n"
      "         elif [ -z \"$two\" ]; then two=\"$one ${COMP_WORDS[i]}\"; fi ;;\n"
      "    esac\n"
      "  done\n"
      "  local commands=\"");
  for (gsize d = 0; duties[d] != NULL; d++)
    for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
      g_string_append_printf (text, "%s\n", (*command)->words);
  g_string_append (text, "\"\n"
                         "  case \"$two\" in\n");
  for (gsize d = 0; duties[d] != NULL; d++)
    for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
      if (strchr ((*command)->words, ' ') != NULL)
        append_case (text, *command, known);
  g_string_append (text, "  esac\n"
                         "  [ -n \"$words\" ] || case \"$one\" in\n"
                         "    \"\") words=\"--db --as --json --help --version $(sed 's/ .*//' "
                         "<<<\"$commands\")\" ;;\n");
  for (gsize d = 0; duties[d] != NULL; d++)
    for (const SzCliCommand *const *command = duties[d]->commands; *command != NULL; command++)
      if (strchr ((*command)->words, ' ') == NULL)
        append_case (text, *command, known);
  g_string_append (
      text, "  esac\n"
            "  [ -z \"$one\" ] || words=\"$words $(sed -n \"s/^$one //p\" <<<\"$commands\")\"\n"
            "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
            "  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$current\"))\n"
            "}\n"
            "complete -o filenames -F _shizictl shizictl\n");
  return g_string_free (text, FALSE);
}
