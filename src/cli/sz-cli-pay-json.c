/* sz-cli-pay-json.c — a pay run as the contract prints it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-pay.h"

static json_t *
make_amount (SzMoney amount_fen)
{
  return sz_cli_decimal (amount_fen, 2);
}

static json_t *
list_fixed (const SzPayView *view)
{
  json_t *list = json_array ();

  for (guint i = 0; i < view->scheme->fixed->len; i++)
    {
      json_t *object = json_object ();

      json_object_set_new (object, "name",
                           json_string (g_array_index (view->scheme->fixed, SzFixed, i).name));
      json_object_set_new (object, "amount", make_amount (view->result->fixed[i].amount_fen));
      json_object_set_new (object, "people", json_integer (view->result->fixed[i].people));
      json_array_append_new (list, object);
    }
  return list;
}

static json_t *
list_components (const SzPayView *view)
{
  json_t *list = json_array ();

  for (guint i = 0; i < view->scheme->components->len; i++)
    {
      const SzPaySum *sum = &view->result->components[i];
      json_t *object = json_object ();

      json_object_set_new (object, "name",
                           json_string (
                               g_array_index (view->scheme->components, SzComponent, i).name));
      json_object_set_new (object, "amount", make_amount (sum->amount_fen));
      json_object_set_new (object, "points", sz_cli_decimal (sum->points_x1e6, SZ_POINTS_DECIMALS));
      json_array_append_new (list, object);
    }
  return list;
}

static json_t *
list_departments (const SzPayView *view)
{
  json_t *list = json_array ();

  for (gsize i = 0; i < view->result->n_departments; i++)
    {
      const SzPayDepartmentSum *sum = &view->result->departments[i];
      json_t *object = json_object ();

      json_object_set_new (object, "name", json_string (sum->name));
      json_object_set_new (object, "people", json_integer (sum->people));
      json_object_set_new (object, "amount", make_amount (sum->amount_fen));
      json_array_append_new (list, object);
    }
  return list;
}

static json_t *
make_amounts (const SzPayView *view, const SzPayLine *line)
{
  const SzScheme *scheme = view->scheme;
  json_t *amounts = json_object ();

  for (guint i = 0; i < scheme->components->len; i++)
    if (line->shares[i].admitted)
      json_object_set_new (amounts, g_array_index (scheme->components, SzComponent, i).name,
                           make_amount (line->shares[i].amount_fen));
  for (guint i = 0; i < scheme->fixed->len; i++)
    if (line->fixed_fen[i] >= 0)
      json_object_set_new (amounts, g_array_index (scheme->fixed, SzFixed, i).name,
                           make_amount (line->fixed_fen[i]));
  return amounts;
}

static json_t *
make_person (const SzPayView *view, const SzPayLine *line)
{
  const SzPayPerson *person = &view->input->people[line->index];
  json_t *object = json_object ();

  json_object_set_new (object, "staff_no", json_string (person->staff_no));
  json_object_set_new (object, "name", json_string (person->name));
  json_object_set_new (object, "department", sz_cli_string (line->department));
  json_object_set_new (object, "amounts", make_amounts (view, line));
  json_object_set_new (object, "ceiling", make_amount (line->ceiling_fen));
  json_object_set_new (object, "adjustments", make_amount (0));
  json_object_set_new (object, "total", make_amount (line->total_fen));
  return object;
}

static json_t *
list_people (const SzPayView *view)
{
  json_t *list = json_array ();

  for (gsize i = 0; i < view->result->n_lines; i++)
    json_array_append_new (list, make_person (view, &view->result->lines[i]));
  return list;
}

static json_t *
list_excluded (const SzPayView *view)
{
  json_t *list = json_array ();

  for (gsize i = 0; i < view->result->n_excluded; i++)
    {
      const SzPayExcluded *excluded = &view->result->excluded[i];
      json_t *object = json_object ();

      json_object_set_new (object, "staff_no",
                           json_string (view->input->people[excluded->index].staff_no));
      json_object_set_new (object, "name", json_string (view->input->people[excluded->index].name));
      json_object_set_new (object, "reason", json_string (sz_pay_reason_word (excluded->reason)));
      json_array_append_new (list, object);
    }
  return list;
}

void
sz_cli_pay_fill_head (json_t *object, const SzPayHead *head)
{
  json_object_set_new (object, "run", head->run != 0 ? json_integer (head->run) : json_null ());
  json_object_set_new (object, "state", json_string (head->state));
  json_object_set_new (object, "name", json_string (head->name));
  json_object_set_new (object, "period",
                       json_pack ("{s:o, s:o}", "from", sz_cli_date (head->from), "to",
                                  sz_cli_date (head->to)));
  json_object_set_new (object, "at", sz_cli_string (head->at));
  json_object_set_new (object, "who", sz_cli_string (head->who));
}

void
sz_cli_pay_fill (SzCli *cli, const SzPayView *view)
{
  const SzPayResult *result = view->result;
  json_t *document = cli->document;

  if (!cli->json)
    return;
  sz_cli_pay_fill_head (document, &view->head);
  json_object_set_new (document, "pool", make_amount (result->pool_fen));
  json_object_set_new (document, "reserve", make_amount (result->reserve_fen));
  json_object_set_new (document, "unplaced", make_amount (result->unplaced_fen));
  json_object_set_new (document, "fixed", list_fixed (view));
  json_object_set_new (document, "components", list_components (view));
  json_object_set_new (document, "departments", list_departments (view));
  json_object_set_new (document, "people", list_people (view));
  json_object_set_new (document, "excluded", list_excluded (view));
  json_object_set_new (document, "total", make_amount (result->total_fen));
}
