/* sz-cli-why.c — shizictl pay why: everything behind one person's amount (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-cli-pay.h"
#include "sz-message.h"
#include "sz-view-why.h"

static json_t *
make_factor (const SzWhyFactor *factor)
{
  json_t *object = json_object ();

  json_object_set_new (object, "factor", json_string (factor->factor));
  json_object_set_new (object, "title", json_string (factor->title));
  json_object_set_new (object, "value", json_string (factor->value));
  json_object_set_new (object, "source", json_string (sz_pay_source_word (factor->source)));
  json_object_set_new (object, "detail",
                       *factor->detail != '\0' ? json_string (factor->detail) : json_null ());
  json_object_set_new (object, "stretch", json_integer (factor->stretch + 1));
  return object;
}

static json_t *
make_component (const SzWhyComponent *component)
{
  json_t *object = json_object ();
  json_t *factors = json_array ();

  for (guint i = 0; i < component->factors->len; i++)
    json_array_append_new (factors,
                           make_factor (&g_array_index (component->factors, SzWhyFactor, i)));
  json_object_set_new (object, "component", json_string (component->name));
  json_object_set_new (object, "admitted", json_boolean (component->admitted));
  json_object_set_new (object, "factors", factors);
  json_object_set_new (object, "points",
                       sz_cli_decimal (component->points_x1e6, SZ_POINTS_DECIMALS));
  json_object_set_new (object, "points_of_all",
                       sz_cli_decimal (component->points_total_x1e6, SZ_POINTS_DECIMALS));
  json_object_set_new (object, "pool", sz_cli_decimal (component->pool_fen, 2));
  json_object_set_new (object, "share", sz_cli_decimal (component->share_x1e6, SZ_POINTS_DECIMALS));
  json_object_set_new (object, "remainder_fen", json_integer (component->remainder_fen ? 1 : 0));
  json_object_set_new (object, "amount", sz_cli_decimal (component->amount_fen, 2));
  return object;
}

static json_t *
list_fixed (const SzWhy *why)
{
  json_t *list = json_array ();

  for (guint i = 0; i < why->view->scheme->fixed->len; i++)
    {
      const SzFixed *fixed = &g_array_index (why->view->scheme->fixed, SzFixed, i);

      if (why->line->fixed_fen[i] >= 0)
        json_array_append_new (list, json_pack ("{s:s, s:s, s:o, s:o}", "name", fixed->name, "role",
                                                fixed->role, "whole_period",
                                                sz_cli_decimal (fixed->amount_fen, 2), "amount",
                                                sz_cli_decimal (why->line->fixed_fen[i], 2)));
    }
  return list;
}

static void
fill_document (SzCli *cli, const SzWhy *why)
{
  const SzPayResult *result = why->view->result;
  const SzPayLine *line = why->line;
  json_t *document = cli->document;
  json_t *components = json_array ();

  for (guint i = 0; i < why->components->len; i++)
    json_array_append_new (components,
                           make_component (&g_array_index (why->components, SzWhyComponent, i)));
  json_object_set_new (document, "run", json_integer (why->view->head.run));
  json_object_set_new (document, "staff_no", json_string (why->staff_no));
  json_object_set_new (document, "name", json_string (why->name));
  json_object_set_new (document, "department", sz_cli_string (line->department));
  json_object_set_new (document, "months", json_integer (line->months));
  json_object_set_new (document, "components", components);
  json_object_set_new (document, "fixed", list_fixed (why));
  json_object_set_new (document, "before", sz_cli_decimal (line->before_fen, 2));
  json_object_set_new (document, "ceiling", sz_cli_decimal (line->ceiling_fen, 2));
  json_object_set_new (document, "ceiling_limit",
                       result->ceiling_limit_fen != 0
                           ? sz_cli_decimal (result->ceiling_limit_fen, 2)
                           : json_null ());
  json_object_set_new (document, "floor_limit",
                       result->floor_limit_fen != 0 ? sz_cli_decimal (result->floor_limit_fen, 2)
                                                    : json_null ());
  json_object_set_new (document, "adjustments", sz_cli_decimal (0, 2));
  json_object_set_new (document, "total", sz_cli_decimal (line->total_fen, 2));
}

/* Who takes no part has a reason instead of an amount (RULE pay-7). */
static int
tell_reason (SzCli *cli, const SzPayView *view, const SzPayExcluded *excluded)
{
  const SzPayPerson *person = &view->input->people[excluded->index];
  const char *word = sz_pay_reason_word (excluded->reason);
  g_autofree char *code = g_strconcat ("pay.out.", word, NULL);
  g_autofree char *reason = sz_message_for_code (code, NULL);

  json_object_set_new (cli->document, "run", json_integer (view->head.run));
  json_object_set_new (cli->document, "staff_no", json_string (person->staff_no));
  json_object_set_new (cli->document, "name", json_string (person->name));
  json_object_set_new (cli->document, "excluded", json_string (word));
  json_object_set_new (cli->document, "message", json_string (reason));
  sz_cli_print (cli, _ ("%s (%s) %s.\n"), person->name, person->staff_no, reason);
  return SZ_EXIT_DONE;
}

int
sz_cli_pay_why (SzCli *cli, int argc, char **argv)
{
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (SzWhy) why = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const SzPayExcluded *excluded;
  SzOffice *office;
  gint64 run;

  if (!sz_cli_parse (cli, "pay why RUN 工号", NULL, &argc, &argv, 2, 2)
      || !sz_cli_pay_read_run (cli, argv[1], &run))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  view = office != NULL ? sz_view_pay_open (office, run, NULL, &error) : NULL;
  if (view == NULL)
    return sz_cli_fail (cli, error);
  excluded = sz_pay_view_find_excluded (view, argv[2]);
  if (excluded != NULL)
    return tell_reason (cli, view, excluded);
  why = sz_why_new (view, argv[2], &error);
  if (why == NULL)
    return sz_cli_fail (cli, error);
  if (cli->json)
    fill_document (cli, why);
  text = sz_why_dup_text (why);
  sz_cli_print (cli, "%s", text);
  return SZ_EXIT_DONE;
}
