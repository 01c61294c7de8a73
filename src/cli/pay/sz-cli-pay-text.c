/* sz-cli-pay-text.c — a pay run as text whose lines add up (RULE num-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-message.h"

static void
add_amount (SzTextTable *table, const char *label, SzMoney amount_fen, const char *note)
{
  g_autofree char *amount = sz_money_format_grouped (amount_fen);

  sz_text_table_row (table, label, amount, note);
}

static char *
format_people (guint64 people)
{
  g_autofree char *count = sz_decimal_format ((gint64)people, 0);

  return g_strdup_printf (_ ("%s people"), count);
}

/* pool = reserve + Σ fixed + Σ components. */
static void
print_pools (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  const char *headings[] = { _ ("Where the pool goes"), _ (">Amount"), "", NULL };
  SzTextTable *table = sz_text_table_new (headings);

  add_amount (table, _ ("Reserve"), result->reserve_planned_fen, "");
  for (guint i = 0; i < view->scheme->fixed->len; i++)
    {
      g_autofree char *people = format_people (result->fixed[i].people);

      add_amount (table, g_array_index (view->scheme->fixed, SzFixed, i).name,
                  result->fixed[i].amount_fen, people);
    }
  for (guint i = 0; i < view->scheme->components->len; i++)
    {
      const SzPaySum *sum = &result->components[i];
      g_autofree char *points = sz_decimal_format_grouped (sum->points_x1e6, SZ_POINTS_DECIMALS);
      g_autofree char *note = g_strdup_printf (_ ("%s points"), points);

      add_amount (table, g_array_index (view->scheme->components, SzComponent, i).name,
                  sum->amount_fen, note);
    }
  add_amount (table, _ ("= Pool"), result->pool_fen, "");
  sz_cli_print_table (cli, table);
}

/* pool = reserve + Σ people, after the ceiling. */
static void
print_balance (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  const char *headings[] = { _ ("What people get"), _ (">Amount"), "", NULL };
  g_autofree char *people = format_people (result->n_lines);
  g_autofree char *limit = sz_money_format_grouped (result->ceiling_limit_fen);
  g_autofree char *unplaced = sz_money_format_grouped (result->unplaced_fen);
  SzTextTable *table = sz_text_table_new (headings);

  add_amount (table, _ ("Reserve"), result->reserve_fen, "");
  add_amount (table, _ ("All people"), result->total_fen, people);
  add_amount (table, _ ("= Pool"), result->pool_fen, "");
  sz_cli_print_table (cli, table);
  if (result->ceiling_limit_fen != 0)
    sz_cli_print (cli, _ ("Nobody gets more than %s.\n"), limit);
  if (result->unplaced_fen != 0)
    sz_cli_print (cli, _ ("%s could be given to nobody under the limit and went to the reserve.\n"),
                  unplaced);
}

static void
print_departments (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  const char *headings[] = { _ ("Department"), _ (">Amount"), _ (">People"), NULL };
  SzTextTable *table = sz_text_table_new (headings);
  guint people = 0;

  for (gsize i = 0; i < result->n_departments; i++)
    {
      const SzPayDepartmentSum *sum = &result->departments[i];
      g_autofree char *count = g_strdup_printf ("%u", sum->people);

      people += sum->people;
      add_amount (table, sum->name, sum->amount_fen, count);
    }
  {
    g_autofree char *count = g_strdup_printf ("%u", people);

    add_amount (table, _ ("= All people"), result->total_fen, count);
  }
  sz_cli_print_table (cli, table);
}

static void
print_excluded (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  const char *headings[] = { _ ("Takes no part"), _ ("Name"), _ ("Why"), NULL };
  SzTextTable *table;

  if (result->n_excluded == 0)
    return;
  table = sz_text_table_new (headings);
  for (gsize i = 0; i < result->n_excluded; i++)
    {
      const SzPayExcluded *excluded = &result->excluded[i];
      const SzPayPerson *person = &view->input->people[excluded->index];
      g_autofree char *code = g_strconcat ("pay.out.", sz_pay_reason_word (excluded->reason), NULL);
      g_autofree char *reason = sz_message_for_code (code, NULL);

      sz_text_table_row (table, person->staff_no, person->name, reason);
    }
  sz_cli_print_table (cli, table);
}

static const char *
get_sign (SzMoney one_fen, SzMoney other_fen)
{
  return one_fen == other_fen ? "=" : "≠";
}

/* RULE num-5: the same three ways, each side added up anew from what it is made of. */
static void
print_proof (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  SzMoney fixed_fen = 0, components_fen = 0, people_fen = 0, departments_fen = 0;
  g_autofree char *pool = sz_money_format_grouped (result->pool_fen);
  g_autofree char *planned = sz_money_format_grouped (result->reserve_planned_fen);
  g_autofree char *reserve = sz_money_format_grouped (result->reserve_fen);
  g_autofree char *fixed = NULL;
  g_autofree char *components = NULL;
  g_autofree char *people = NULL;
  g_autofree char *departments = NULL;

  for (guint i = 0; i < view->scheme->fixed->len; i++)
    fixed_fen += result->fixed[i].amount_fen;
  for (guint i = 0; i < view->scheme->components->len; i++)
    components_fen += result->components[i].amount_fen;
  for (gsize i = 0; i < result->n_lines; i++)
    people_fen += result->lines[i].total_fen;
  for (gsize i = 0; i < result->n_departments; i++)
    departments_fen += result->departments[i].amount_fen;
  fixed = sz_money_format_grouped (fixed_fen);
  components = sz_money_format_grouped (components_fen);
  people = sz_money_format_grouped (people_fen);
  departments = sz_money_format_grouped (departments_fen);
  sz_cli_print (cli, "%s\n", _ ("Added up again:"));
  sz_cli_print (cli, _ ("  Pool %s %s reserve %s + fixed %s + components %s\n"), pool,
                get_sign (result->pool_fen,
                          result->reserve_planned_fen + fixed_fen + components_fen),
                planned, fixed, components);
  sz_cli_print (cli, _ ("  Pool %s %s reserve %s + all people %s\n"), pool,
                get_sign (result->pool_fen, result->reserve_fen + people_fen), reserve, people);
  sz_cli_print (cli, _ ("  All departments %s %s all people %s\n"), departments,
                get_sign (departments_fen, people_fen), people);
}

void
sz_cli_pay_print_summary (SzCli *cli, const SzPayView *view)
{
  g_autofree char *run = sz_decimal_format (view->head.run, 0);

  g_return_if_fail (cli != NULL);

  if (cli->json)
    return;
  if (view->head.run != 0)
    sz_cli_print (cli, _ ("%s, run %s\n\n"), view->head.name, run);
  else
    sz_cli_print (cli, _ ("%s, dry run: nothing was stored\n\n"), view->head.name);
  print_pools (cli, view);
  sz_cli_print (cli, "\n");
  print_balance (cli, view);
  sz_cli_print (cli, "\n");
  print_departments (cli, view);
  sz_cli_print (cli, "\n");
  print_excluded (cli, view);
  if (view->result->n_excluded > 0)
    sz_cli_print (cli, "\n");
  print_proof (cli, view);
}

void
sz_cli_pay_print_people (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  const char *headings[]
      = { _ ("Staff no."), _ ("Name"), _ ("Department"), _ (">Before"), _ (">By limits"),
          _ (">Total"),    NULL };
  SzTextTable *table;

  g_return_if_fail (cli != NULL);

  if (cli->json)
    return;
  table = sz_text_table_new (headings);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];
      const SzPayPerson *person = &view->input->people[line->index];
      g_autofree char *before = sz_money_format_grouped (line->before_fen);
      g_autofree char *ceiling = sz_money_format_grouped (line->ceiling_fen);
      g_autofree char *total = sz_money_format_grouped (line->total_fen);

      sz_text_table_row (table, person->staff_no, person->name, line->department, before, ceiling,
                         total);
    }
  sz_cli_print_table (cli, table);
}
