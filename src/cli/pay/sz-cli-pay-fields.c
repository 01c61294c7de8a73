/* sz-cli-pay-fields.c — a pay run as the contract prints it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-pay-face.h"

static const SzMember period_fields[] = {
  SZ_SHOW_DATE (SzPayHead, from, "from", NULL),
  SZ_SHOW_DATE (SzPayHead, to, "to", NULL),
  { NULL },
};

const SzMember sz_cli_pay_head_fields[] = {
  SZ_SHOW_COUNT (SzPayHead, run, "run", N_ ("Run"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_TEXT (SzPayHead, state, "state", N_ ("State")),
  SZ_SHOW_TEXT (SzPayHead, name, "name", N_ ("Scheme")),
  SZ_SHOW_GROUP ("period", NULL, period_fields),
  SZ_SHOW_TEXT (SzPayHead, at, "at", N_ ("Computed")),
  SZ_SHOW_TEXT (SzPayHead, who, "who", NULL),
  { NULL },
};

/* What became of a stored run. */
typedef struct
{
  const SzScheme *scheme;
  const SzPayFace *face;
} Life;

/* An allowance or a component, named by the scheme and summed by the run. */
typedef struct
{
  const char *name;
  SzPaySum sum;
} Part;

static const SzMember fixed_fields[] = {
  SZ_SHOW_TEXT (Part, name, "name", NULL),
  SZ_SHOW_MONEY (Part, sum.amount_fen, "amount", NULL),
  SZ_SHOW_COUNT (Part, sum.people, "people", NULL),
  { NULL },
};

static const SzMember component_fields[] = {
  SZ_SHOW_TEXT (Part, name, "name", NULL),
  SZ_SHOW_MONEY (Part, sum.amount_fen, "amount", NULL),
  SZ_SHOW_DECIMAL (Part, sum.points_x1e6, "points", NULL, SZ_POINTS_DECIMALS),
  { NULL },
};

static const SzMember department_fields[] = {
  SZ_SHOW_TEXT (SzPayDepartmentSum, name, "name", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_COUNT (SzPayDepartmentSum, people, "people", NULL),
  SZ_SHOW_MONEY (SzPayDepartmentSum, amount_fen, "amount", NULL),
  { NULL },
};

/* A person in the run, or out of it. */
typedef struct
{
  const SzPayView *view;
  const SzPayPerson *person;
  const SzPayLine *line;
  SzMoney adjustments_fen;
  const char *reason;
} Person;

static json_t *
make_amounts (gconstpointer of)
{
  const Person *person = of;
  const SzScheme *scheme = person->view->scheme;
  const SzPayLine *line = person->line;
  json_t *amounts = json_object ();

  for (guint i = 0; i < scheme->components->len + scheme->fixed->len; i++)
    {
      const gboolean component = i < scheme->components->len;
      const guint k = component ? i : i - scheme->components->len;
      const char *name = component ? g_array_index (scheme->components, SzComponent, k).name
                                   : g_array_index (scheme->fixed, SzFixed, k).name;
      g_autofree char *text = NULL;

      if (component ? !line->shares[k].admitted : line->fixed_fen[k] < 0)
        continue;
      text = sz_decimal_format (component ? line->shares[k].amount_fen : line->fixed_fen[k], 2);
      json_object_set_new (amounts, name, json_string (text));
    }
  return amounts;
}

static const SzMember who_fields[] = {
  SZ_SHOW_TEXT (SzPayPerson, staff_no, "staff_no", NULL),
  SZ_SHOW_TEXT (SzPayPerson, name, "name", NULL),
  { NULL },
};

static const SzMember department_of_line_fields[] = {
  SZ_SHOW_TEXT (SzPayLine, department, "department", NULL),
  { NULL },
};

static const SzMember ceiling_fields[] = {
  SZ_SHOW_MONEY (SzPayLine, ceiling_fen, "ceiling", NULL),
  { NULL },
};

static const SzMember total_fields[] = {
  SZ_SHOW_MONEY (SzPayLine, total_fen, "total", NULL),
  { NULL },
};

static const SzMember person_fields[] = {
  SZ_SHOW_INLINE (Person, person, who_fields, .flags = SZ_POINTER),
  SZ_SHOW_INLINE (Person, line, department_of_line_fields, .flags = SZ_POINTER),
  SZ_SHOW_MADE ("amounts", NULL, make_amounts),
  SZ_SHOW_INLINE (Person, line, ceiling_fields, .flags = SZ_POINTER),
  SZ_SHOW_MONEY (Person, adjustments_fen, "adjustments", NULL),
  SZ_SHOW_INLINE (Person, line, total_fields, .flags = SZ_POINTER),
  { NULL },
};

static const SzMember excluded_fields[] = {
  SZ_SHOW_INLINE (Person, person, who_fields, .flags = SZ_POINTER),
  SZ_SHOW_TEXT (Person, reason, "reason", NULL),
  { NULL },
};

/* The run with its lists put together. */
typedef struct
{
  SzPayHead head;
  SzPayResult result;
  GArray *fixed;
  GArray *components;
  GArray *people;
  GArray *excluded;
} Run;

static const SzMember run_fields[] = {
  SZ_SHOW_INLINE (Run, head, sz_cli_pay_head_fields),
  SZ_SHOW_MONEY (Run, result.pool_fen, "pool", NULL),
  SZ_SHOW_MONEY (Run, result.reserve_fen, "reserve", NULL),
  SZ_SHOW_MONEY (Run, result.unplaced_fen, "unplaced", NULL),
  SZ_SHOW_LIST (Run, fixed, "fixed", NULL, fixed_fields),
  SZ_SHOW_LIST (Run, components, "components", NULL, component_fields),
  SZ_SHOW_SPAN (Run,
                result.departments,
                result.n_departments,
                "departments",
                NULL,
                department_fields),
  SZ_SHOW_LIST (Run, people, "people", NULL, person_fields),
  SZ_SHOW_LIST (Run, excluded, "excluded", NULL, excluded_fields),
  SZ_SHOW_MONEY (Run, result.total_fen, "total", NULL),
  { NULL },
};

static void
list_parts (Run *run, const SzPayView *view)
{
  for (guint i = 0; i < view->scheme->fixed->len; i++)
    {
      const Part part
          = { g_array_index (view->scheme->fixed, SzFixed, i).name, view->result->fixed[i] };

      g_array_append_val (run->fixed, part);
    }
  for (guint i = 0; i < view->scheme->components->len; i++)
    {
      const Part part = { g_array_index (view->scheme->components, SzComponent, i).name,
                          view->result->components[i] };

      g_array_append_val (run->components, part);
    }
}

/* RULE pay-8: null for one level. */
static json_t *
make_levels (gconstpointer of)
{
  const SzScheme *scheme = ((const Life *)of)->scheme;
  json_t *names = json_array ();

  for (guint i = 0; i < scheme->components->len; i++)
    if (sz_scheme_by_department (scheme, i))
      json_array_append_new (names,
                             json_string (g_array_index (scheme->components, SzComponent, i).name));
  if (scheme->two_levels)
    return json_pack ("{s:s, s:o}", "by", sz_levels_by_word (scheme->levels_by), "components",
                      names);
  json_decref (names);
  return json_null ();
}

static json_t *
make_account (gconstpointer of)
{
  return json_string (
      sz_codes_by_value (SZ_TABLE_ACCOUNT, ((const Life *)of)->scheme->account)->name);
}

static json_t *
make_tax (gconstpointer of)
{
  return json_string (sz_scheme_tax_word (((const Life *)of)->scheme->tax));
}

static json_t *
make_notice (gconstpointer of)
{
  const SzPayFace *face = ((const Life *)of)->face;
  g_autofree char *from = sz_date_format (face->notice_from);
  g_autofree char *to = sz_date_format (face->notice_to);

  return face->announced
             ? json_pack ("{s:s, s:s, s:i}", "from", from, "to", to, "days", face->notice_days)
             : json_null ();
}

static const SzMember text_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

static const SzMember corrects_fields[] = {
  SZ_SHOW_COUNT (SzPayFace, corrects, "corrects", NULL, .flags = SZ_ZERO_NULL),
  SZ_SHOW_LIST (SzPayFace, makers, "makers", NULL, text_fields, .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_TEXT (SzPayFace, reviewed_by, "reviewed_by", NULL),
  { NULL },
};

static const SzMember approved_fields[] = {
  SZ_SHOW_TEXT (SzPayFace, approved_by, "approved_by", NULL),
  SZ_SHOW_DATE (SzPayFace, approved_on, "approved_on", NULL),
  SZ_SHOW_TEXT (SzPayFace, document, "document", NULL),
  SZ_SHOW_DATE (SzPayFace, paid_on, "paid_on", NULL),
  SZ_SHOW_TEXT (SzPayFace, sender, "sender", NULL),
  SZ_SHOW_LIST (SzPayFace, marks, "marks", NULL, text_fields, .holds = SZ_HOLDS_TEXTS),
  { NULL },
};

static const SzMember revision_fields[] = {
  SZ_SHOW_COUNT (SzPayFace, revision, "revision", NULL),
  SZ_SHOW_COUNT (SzPayFace, stale, "stale", NULL),
  { NULL },
};

static const SzMember life_fields[] = {
  SZ_SHOW_INLINE (Life, face, revision_fields, .flags = SZ_POINTER),
  SZ_SHOW_MADE ("account", NULL, make_account),
  SZ_SHOW_MADE ("tax", NULL, make_tax),
  SZ_SHOW_MADE ("levels", NULL, make_levels),
  SZ_SHOW_INLINE (Life, face, corrects_fields, .flags = SZ_POINTER),
  SZ_SHOW_MADE ("notice", NULL, make_notice),
  SZ_SHOW_INLINE (Life, face, approved_fields, .flags = SZ_POINTER),
  { NULL },
};

gboolean
sz_cli_pay_fill_life (SzCli *cli, SzOffice *office, const SzPayView *view, GError **error)
{
  g_autoptr (SzPayFace) face = NULL;
  Life life = { view->scheme, NULL };

  g_return_val_if_fail (cli != NULL && view != NULL, FALSE);
  if (!cli->json || view->head.run == 0)
    return TRUE;
  face = sz_view_pay_face (office, view->head.run, NULL, error);
  if (face == NULL)
    return FALSE;
  life.face = face;
  sz_cli_fill (cli, life_fields, &life);
  return TRUE;
}

void
sz_cli_pay_fill (SzCli *cli, const SzPayView *view)
{
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) components = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_autoptr (GArray) excluded = g_array_new (FALSE, FALSE, sizeof (Person));
  Run run = { .fixed = fixed, .components = components, .people = people, .excluded = excluded };

  g_return_if_fail (cli != NULL && view != NULL);
  if (!cli->json)
    return;
  run.head = view->head;
  run.result = *view->result;
  list_parts (&run, view);
  for (gsize i = 0; i < view->result->n_lines; i++)
    {
      const SzPayLine *line = &view->result->lines[i];
      const Person person = { .view = view,
                              .person = &view->input->people[line->index],
                              .line = line,
                              .adjustments_fen = line->adjust_fen };

      g_array_append_val (people, person);
    }
  for (gsize i = 0; i < view->result->n_excluded; i++)
    {
      const SzPayExcluded *out = &view->result->excluded[i];
      const Person person = { .person = &view->input->people[out->index],
                              .reason = sz_pay_reason_word (out->reason) };

      g_array_append_val (excluded, person);
    }
  sz_cli_fill (cli, run_fields, &run);
}
