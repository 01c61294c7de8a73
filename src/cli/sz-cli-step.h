/* sz-cli-step.h — what every command that takes a step of a case shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case.h"
#include "sz-cli.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzCliStep: the options of a step as they were given. */
typedef struct
{
  char *on;
  char *reason;
  char *document;
  char *approval;
} SzCliStep;

void sz_cli_step_clear (SzCliStep *step);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzCliStep, sz_cli_step_clear)

/** SZ_CLI_STEP_OPTIONS: lines for a command's list of options; --source and --document are one. */
#define SZ_CLI_STEP_OPTIONS(step)                                                                  \
  { "on", 0, 0, G_OPTION_ARG_STRING, &(step).on, N_ ("The day of the step"), N_ ("DATE") },        \
      { "reason", 0, 0, G_OPTION_ARG_STRING, &(step).reason, N_ ("Why"), N_ ("TEXT") },            \
      { "source",   0, 0, G_OPTION_ARG_STRING, &(step).document, N_ ("Number of the document"),    \
        N_ ("文号") },                                                                             \
      { "document", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &(step).document, NULL, NULL },  \
  {                                                                                                \
    "approval", 0, 0, G_OPTION_ARG_STRING, &(step).approval,                                       \
        N_ ("Number of the approval that lifts a condition"), N_ ("批文号")                        \
  }

/** sz_cli_step_ask: from the options; @otherwise: the day when none was given. FALSE after a usage
 *  message. Strings are borrowed from @step. */
gboolean sz_cli_step_ask (
    SzCli *cli, const SzCliStep *step, const char *verb, SzDate otherwise, SzCaseAsk *ask);

/** sz_cli_step_print: where the case stands, its steps and what may be done now: a table, or
 *  "state", "steps", "moves" of the document. */
void sz_cli_step_print (SzCli *cli, const SzCaseView *view);

G_END_DECLS
