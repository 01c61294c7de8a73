/* sz-cli-compare.c — shizictl pay compare: two runs beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-cli-pay.h"
#include "sz-compare.h"

static json_t *
make_cause (gconstpointer of)
{
  return json_string (sz_compare_cause_word (((const SzCompareReason *)of)->cause));
}

/* What a factor does is within the effect of the points. */
static json_t *
make_effect (gconstpointer of)
{
  const SzCompareReason *reason = of;
  g_autofree char *text = sz_decimal_format (reason->effect_fen, 2);

  return reason->cause == SZ_CAUSE_FACTOR ? json_null () : json_string (text);
}

static const SzMember reason_fields[] = {
  SZ_SHOW_MADE ("cause", NULL, make_cause),
  SZ_SHOW_TEXT (SzCompareReason, part, "part", NULL),
  SZ_SHOW_TEXT (SzCompareReason, factor, "factor", NULL),
  SZ_SHOW_TEXT (SzCompareReason, before, "before", NULL),
  SZ_SHOW_TEXT (SzCompareReason, after, "after", NULL),
  SZ_SHOW_MADE ("effect", NULL, make_effect),
  { NULL },
};

typedef struct
{
  SzComparePerson person;
  GArray *reasons; /* of SzCompareReason */
} Person;

static const SzMember person_fields[] = {
  SZ_SHOW_TEXT (Person, person.staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (Person, person.name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (Person, person.department, "department", N_ ("Department"), .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_MONEY (Person, person.before_fen, "before", N_ ("Before")),
  SZ_SHOW_MONEY (Person, person.after_fen, "after", N_ ("After")),
  SZ_SHOW_MONEY (Person, person.difference_fen, "difference", N_ ("Difference")),
  SZ_SHOW_LIST (Person, reasons, "reasons", NULL, reason_fields),
  { NULL },
};

static const SzMember department_fields[] = {
  SZ_SHOW_TEXT (SzCompareDepartment, name, "name", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_COUNT (SzCompareDepartment, people_before, "people_before", NULL),
  SZ_SHOW_COUNT (SzCompareDepartment, people_after, "people_after", NULL),
  SZ_SHOW_MONEY (SzCompareDepartment, before_fen, "before", NULL),
  SZ_SHOW_MONEY (SzCompareDepartment, after_fen, "after", NULL),
  SZ_SHOW_MONEY (SzCompareDepartment, difference_fen, "difference", NULL),
  { NULL },
};

static const SzMember side_fields[] = {
  SZ_SHOW_INLINE (SzPayView, head, sz_cli_pay_head_fields),
  SZ_SHOW_MONEY (SzPayView, head.pool_fen, "pool", NULL),
  SZ_SHOW_MONEY (SzPayView, head.reserve_fen, "reserve", NULL),
  SZ_SHOW_MONEY (SzPayView, head.total_fen, "total", NULL),
  { NULL },
};

typedef struct
{
  SzCompare compare;
  GArray *people; /* of Person; for people only those whose amount moved */
} Compared;

static const SzMember compare_fields[] = {
  SZ_SHOW_OBJECT (Compared, compare.before, "before", NULL, side_fields, .flags = SZ_POINTER),
  SZ_SHOW_OBJECT (Compared, compare.after, "after", NULL, side_fields, .flags = SZ_POINTER),
  SZ_SHOW_COUNT (Compared, compare.n_gain, "gain", NULL),
  SZ_SHOW_COUNT (Compared, compare.n_lose, "lose", NULL),
  SZ_SHOW_COUNT (Compared, compare.n_same, "same", NULL),
  SZ_SHOW_LIST (Compared, compare.departments, "departments", NULL, department_fields),
  SZ_SHOW_LIST (Compared, people, "people", "", person_fields),
  SZ_SHOW_SAY (N_ ("{gain} gain, {lose} lose, {same} stay as they were.")),
  { NULL },
};

static void
person_cleared_cb (gpointer data)
{
  g_clear_pointer (&((Person *)data)->reasons, g_array_unref);
}

static void
show_compare (SzCli *cli, const SzCompare *compare)
{
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (Person));
  const Compared compared = { *compare, people };

  g_array_set_clear_func (people, person_cleared_cb);
  for (guint i = 0; i < compare->people->len; i++)
    {
      Person person = { .person = g_array_index (compare->people, SzComparePerson, i) };

      if (!cli->json && person.person.difference_fen == 0)
        continue;
      if (cli->json)
        person.reasons = sz_compare_why (compare, &person.person);
      g_array_append_val (people, person);
    }
  sz_cli_show (cli, compare_fields, &compared);
}

typedef struct
{
  gint64 run;
  gint64 other;
} Asked;

static const SzArg args[] = {
  SZ_WORD_RUN (Asked, run),
  SZ_WORD_OF (READ, Asked, other, N_ ("OTHER"), .read = sz_cli_pay_run_read_cb, .optional = TRUE),
  { 0 },
};

static int
run_compare (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzCompare) compare
      = asked->other != 0
            ? sz_compare_runs (office, asked->run, asked->other, NULL, error)
            : sz_compare_again (office, asked->run, issues, sz_cli_progress (cli), NULL, error);

  if (compare == NULL)
    {
      if (sz_issue_list_length (issues) > 0)
        sz_cli_findings (cli, issues);
      return SZ_EXIT_REFUSED;
    }
  show_compare (cli, compare);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_compare
    = { "pay compare",
        N_ ("Two runs beside each other, or a run and what it would be today: who gains, who "
            "loses, why"),
        args,
        sizeof (Asked),
        run_compare,
        .office = TRUE };
