/* sz-cli-step.c — what every command that takes a step of a case shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-step.h"

#include <glib/gi18n.h>
#include <string.h>

SzCaseAsk
sz_cli_step_ask (const SzCliStep *step, const char *verb, SzDate otherwise)
{
  SzCaseAsk ask = { 0 };

  g_return_val_if_fail (step != NULL && verb != NULL, ask);
  ask.verb = verb;
  ask.day = step->on != SZ_DATE_NONE ? step->on : otherwise;
  ask.reason = step->reason;
  ask.document = step->document;
  ask.approval = step->approval;
  return ask;
}

/* A step, and how its state is called. */
typedef struct
{
  SzCaseStep step;
  const char *state;
  SzDate day; /* that of the entry where none was given */
} Step;

static const SzMember step_fields[] = {
  SZ_SHOW_TEXT (Step, step.verb, "verb", N_ ("Step")),
  SZ_SHOW_TEXT (Step, step.from, "from", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_TEXT (Step, step.to, "to", NULL),
  SZ_SHOW_TEXT (Step, state, "state", N_ ("State"), .flags = SZ_SAID),
  SZ_SHOW_DATE (Step, day, "day", N_ ("Day"), .flags = SZ_SAID),
  SZ_SHOW_TEXT (Step, step.who, "who", N_ ("By"), .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_TEXT (Step, step.at, "at", NULL),
  SZ_SHOW_DATE (Step, step.day, "on", NULL),
  SZ_SHOW_TEXT (Step, step.reason, "reason", N_ ("Reason")),
  SZ_SHOW_TEXT (Step, step.document, "document", N_ ("Document")),
  SZ_SHOW_TEXT (Step, step.approval, "approval", NULL),
  { NULL },
};

static const SzMember move_fields[] = {
  SZ_SHOW_TEXT (SzCaseMove, verb, "", NULL),
  { NULL },
};

typedef struct
{
  const char *state;
  GArray *steps;    /* of Step */
  GPtrArray *moves; /* of SzCaseMove */
} Case;

static const SzMember case_fields[] = {
  SZ_SHOW_TEXT (Case, state, "state", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_LIST (Case, steps, "steps", "", step_fields),
  SZ_SHOW_LIST (Case,
                moves,
                "moves",
                N_ ("Possible now"),
                move_fields,
                .holds = SZ_HOLDS_POINTERS,
                .when = "moves"),
  { NULL },
};

void
sz_cli_step_print (SzCli *cli, const SzCaseView *view)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Case shown = { .steps = steps };

  g_return_if_fail (cli != NULL && view != NULL);
  shown.state = view->state;
  shown.moves = view->moves;
  for (guint i = 0; i < view->steps->len; i++)
    {
      Step step = { .step = g_array_index (view->steps, SzCaseStep, i) };
      g_autofree char *entered = g_strndup (step.step.at, strlen ("2025-01-01"));

      step.state = sz_case_state_name (view->table, step.step.to);
      step.day = step.step.day;
      if (step.day == SZ_DATE_NONE)
        sz_date_parse (entered, &step.day, NULL);
      g_array_append_val (steps, step);
    }
  sz_cli_show (cli, case_fields, &shown);
}
