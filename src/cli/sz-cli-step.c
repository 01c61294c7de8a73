/* sz-cli-step.c — what every command that takes a step of a case shares, and shizictl case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-step.h"

#include <glib/gi18n.h>

#include "sz-cli-commands.h"

void
sz_cli_step_clear (SzCliStep *step)
{
  g_return_if_fail (step != NULL);

  g_free (step->on);
  g_free (step->reason);
  g_free (step->document);
  g_free (step->approval);
}

gboolean
sz_cli_step_ask (
    SzCli *cli, const SzCliStep *step, const char *verb, SzDate otherwise, SzCaseAsk *ask)
{
  g_return_val_if_fail (cli != NULL && step != NULL && verb != NULL && ask != NULL, FALSE);

  *ask = (SzCaseAsk){
    .verb = verb, .reason = step->reason, .document = step->document, .approval = step->approval
  };
  return sz_cli_read_date (cli, "--on", step->on, otherwise, &ask->day);
}

static json_t *
make_step (const SzCaseStep *step)
{
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "verb", step->verb, "from",
                    step->from, "to", step->to, "who", step->who, "at", step->at, "on",
                    sz_cli_date (step->day), "reason", sz_cli_string (step->reason), "document",
                    sz_cli_string (step->document), "approval", sz_cli_string (step->approval));
}

void
sz_cli_step_print (SzCli *cli, const SzCaseView *view)
{
  const char *headings[]
      = { _ ("Step"), _ ("State"), _ ("Day"), _ ("By"), _ ("Reason"), _ ("Document"), NULL };
  SzCliTable *table;
  json_t *steps = json_array ();
  json_t *moves = json_array ();

  g_return_if_fail (cli != NULL && view != NULL);

  table = sz_cli_table_new (headings);
  for (guint i = 0; i < view->steps->len; i++)
    {
      const SzCaseStep *step = &g_array_index (view->steps, SzCaseStep, i);
      g_autofree char *day
          = step->day != SZ_DATE_NONE ? sz_date_format (step->day) : g_strndup (step->at, 10);

      json_array_append_new (steps, make_step (step));
      sz_cli_table_row (table, step->verb, sz_case_state_name (view->table, step->to), day,
                        step->who, step->reason, step->document);
    }
  sz_cli_table_print (cli, table);
  for (guint i = 0; i < view->moves->len; i++)
    json_array_append_new (moves, json_string (((const SzCaseMove *)view->moves->pdata[i])->verb));
  json_object_set_new (cli->document, "state", json_string (view->state));
  json_object_set_new (cli->document, "steps", steps);
  json_object_set_new (cli->document, "moves", moves);
}

static const SzCaseTable *
find_table (SzCli *cli, const char *kind)
{
  const SzCaseTable *table = sz_case_table_by_kind (kind);
  g_autoptr (GString) known = g_string_new (NULL);

  if (table != NULL)
    return table;
  for (guint i = 0; sz_case_tables ()[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", sz_case_tables ()[i]->kind);
  sz_cli_usage (cli, _ ("“%s” is no kind of case. There are: %s."), kind, known->str);
  return NULL;
}

int
sz_cli_case (SzCli *cli, int argc, char **argv)
{
  g_autoptr (SzCaseView) view = NULL;
  g_autoptr (GError) error = NULL;
  const SzCaseTable *table;
  SzOffice *office;
  gint64 subject = 0;

  if (!sz_cli_parse (cli, "case KIND NUMBER", NULL, &argc, &argv, 2, 2))
    return SZ_EXIT_USAGE;
  table = find_table (cli, argv[1]);
  if (table == NULL)
    return SZ_EXIT_USAGE;
  if (!sz_decimal_parse (argv[2], 0, &subject, NULL) || subject <= 0)
    return sz_cli_usage (cli, _ ("“%s” is no number."), argv[2]);
  office = sz_cli_office (cli, &error);
  view = office != NULL ? sz_view_case (office, table, subject, &error) : NULL;
  if (view == NULL)
    return sz_cli_fail (cli, error);
  sz_cli_step_print (cli, view);
  return SZ_EXIT_DONE;
}
