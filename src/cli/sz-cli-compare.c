/* sz-cli-compare.c — shizictl pay compare, pay rename, pay delete
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-cli-pay.h"
#include "sz-compare.h"
#include "sz-pay-edit.h"

static json_t *
make_reasons (const SzCompare *compare, const SzComparePerson *person)
{
  g_autoptr (GArray) reasons = sz_compare_why (compare, person);
  json_t *list = json_array ();

  for (guint i = 0; i < reasons->len; i++)
    {
      const SzCompareReason *reason = &g_array_index (reasons, SzCompareReason, i);
      json_t *object = json_object ();

      json_object_set_new (object, "cause", json_string (sz_compare_cause_word (reason->cause)));
      json_object_set_new (object, "part", sz_cli_string (reason->part));
      json_object_set_new (object, "factor", sz_cli_string (reason->factor));
      json_object_set_new (object, "before", sz_cli_string (reason->before));
      json_object_set_new (object, "after", sz_cli_string (reason->after));
      json_object_set_new (object, "effect",
                           reason->cause == SZ_CAUSE_FACTOR
                               ? json_null ()
                               : sz_cli_decimal (reason->effect_fen, 2));
      json_array_append_new (list, object);
    }
  return list;
}

static void
set_amounts (json_t *object, SzMoney before_fen, SzMoney after_fen)
{
  json_object_set_new (object, "before", sz_cli_decimal (before_fen, 2));
  json_object_set_new (object, "after", sz_cli_decimal (after_fen, 2));
  json_object_set_new (object, "difference", sz_cli_decimal (after_fen - before_fen, 2));
}

static json_t *
make_people (const SzCompare *compare)
{
  json_t *list = json_array ();

  for (guint i = 0; i < compare->people->len; i++)
    {
      const SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);
      json_t *object = json_object ();

      json_object_set_new (object, "staff_no", json_string (person->staff_no));
      json_object_set_new (object, "name", json_string (person->name));
      json_object_set_new (object, "department", json_string (person->department));
      set_amounts (object, person->before_fen, person->after_fen);
      json_object_set_new (object, "reasons", make_reasons (compare, person));
      json_array_append_new (list, object);
    }
  return list;
}

static json_t *
make_departments (const SzCompare *compare)
{
  json_t *list = json_array ();

  for (guint i = 0; i < compare->departments->len; i++)
    {
      const SzCompareDepartment *one
          = &g_array_index (compare->departments, SzCompareDepartment, i);
      json_t *object = json_object ();

      json_object_set_new (object, "name", json_string (one->name));
      json_object_set_new (object, "people_before", json_integer (one->people_before));
      json_object_set_new (object, "people_after", json_integer (one->people_after));
      set_amounts (object, one->before_fen, one->after_fen);
      json_array_append_new (list, object);
    }
  return list;
}

static json_t *
make_side (const SzPayView *view)
{
  json_t *side = json_object ();

  sz_cli_pay_fill_head (side, &view->head);
  json_object_set_new (side, "pool", sz_cli_decimal (view->head.pool_fen, 2));
  json_object_set_new (side, "reserve", sz_cli_decimal (view->head.reserve_fen, 2));
  json_object_set_new (side, "total", sz_cli_decimal (view->head.total_fen, 2));
  return side;
}

static void
fill_document (SzCli *cli, const SzCompare *compare)
{
  json_t *document = cli->document;

  json_object_set_new (document, "before", make_side (compare->before));
  json_object_set_new (document, "after", make_side (compare->after));
  json_object_set_new (document, "gain", json_integer (compare->n_gain));
  json_object_set_new (document, "lose", json_integer (compare->n_lose));
  json_object_set_new (document, "same", json_integer (compare->n_same));
  json_object_set_new (document, "departments", make_departments (compare));
  json_object_set_new (document, "people", make_people (compare));
}

static void
print_tables (SzCli *cli, const SzCompare *compare)
{
  const char *headings[]
      = { _ ("Staff no."),   _ ("Name"), _ ("Department"), _ (">Before"), _ (">After"),
          _ (">Difference"), NULL };
  SzCliTable *table = sz_cli_table_new (headings);

  for (guint i = 0; i < compare->people->len; i++)
    {
      const SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);
      g_autofree char *before = sz_money_format_grouped (person->before_fen);
      g_autofree char *after = sz_money_format_grouped (person->after_fen);
      g_autofree char *difference = sz_money_format_grouped (person->difference_fen);

      if (person->difference_fen != 0)
        sz_cli_table_row (table, person->staff_no, person->name, person->department, before, after,
                          difference);
    }
  sz_cli_table_print (cli, table);
  sz_cli_print (cli, _ ("%u gain, %u lose, %u stay as they were.\n"), compare->n_gain,
                compare->n_lose, compare->n_same);
}

int
sz_cli_pay_compare (SzCli *cli, int argc, char **argv)
{
  g_autoptr (SzCompare) compare = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  gint64 run;
  gint64 other = 0;

  if (!sz_cli_parse (cli, "pay compare RUN [OTHER]", NULL, &argc, &argv, 1, 2)
      || !sz_cli_pay_read_run (cli, argv[1], &run)
      || (argc > 2 && !sz_cli_pay_read_run (cli, argv[2], &other)))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office != NULL && other != 0)
    compare = sz_compare_runs (office, run, other, NULL, &error);
  else if (office != NULL)
    compare = sz_compare_again (office, run, issues, sz_cli_progress (cli), NULL, &error);
  if (compare == NULL)
    {
      if (sz_issue_list_length (issues) > 0)
        sz_cli_findings (cli, issues);
      return sz_cli_fail (cli, error);
    }
  if (cli->json)
    fill_document (cli, compare);
  else
    print_tables (cli, compare);
  return SZ_EXIT_DONE;
}

int
sz_cli_pay_rename (SzCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  gint64 run;

  if (!sz_cli_parse (cli, "pay rename RUN NAME", NULL, &argc, &argv, 2, 2)
      || !sz_cli_pay_read_run (cli, argv[1], &run))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL || !sz_office_pay_rename (office, run, argv[2], &error))
    return sz_cli_fail (cli, error);
  json_object_set_new (cli->document, "run", json_integer (run));
  json_object_set_new (cli->document, "name", json_string (argv[2]));
  sz_cli_print (cli, _ ("Run %s is now called “%s”.\n"), argv[1], argv[2]);
  return SZ_EXIT_DONE;
}

int
sz_cli_pay_delete (SzCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  gint64 run;

  if (!sz_cli_parse (cli, "pay delete RUN", NULL, &argc, &argv, 1, 1)
      || !sz_cli_pay_read_run (cli, argv[1], &run))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL || !sz_office_pay_delete (office, run, &error))
    return sz_cli_fail (cli, error);
  json_object_set_new (cli->document, "run", json_integer (run));
  json_object_set_new (cli->document, "deleted", json_true ());
  sz_cli_print (cli, _ ("Run %s was deleted.\n"), argv[1]);
  return SZ_EXIT_DONE;
}
