/* sz-cli-step.h — what every command that takes a step of a case shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case.h"
#include "sz-cli-command.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzCliStep: the options of a step, a member of what the command asks. */
typedef struct
{
  SzDate on;
  const char *reason;
  const char *document;
  const char *approval;
} SzCliStep;

/** SZ_STEP_OPTIONS: lines for a command's list of arguments; --source and --document are one. */
#define SZ_STEP_OPTIONS(Struct, step)                                                              \
  SZ_OPTION (DATE, Struct, step.on, "on", N_ ("DATE"), N_ ("The day of the step")),                \
      SZ_OPTION (TEXT, Struct, step.reason, "reason", N_ ("TEXT"), N_ ("Why")),                    \
      SZ_OPTION (TEXT, Struct, step.document, "source", N_ ("文号"),                               \
                 N_ ("Number of the document (文号)")),                                            \
      SZ_OPTION (TEXT, Struct, step.document, "document", N_ ("文号"), NULL, .hidden = TRUE),      \
      SZ_OPTION (TEXT, Struct, step.approval, "approval", N_ ("批文号"),                           \
                 N_ ("Number of the approval that lifts a condition"))

/** sz_cli_step_ask: from the options; @otherwise: the day when none was given. Borrows from @step.
 */
SzCaseAsk sz_cli_step_ask (const SzCliStep *step, const char *verb, SzDate otherwise);

/** sz_cli_step_print: where the case stands, its steps and what may be done now: a table, or
 *  "state", "steps", "moves" of the document. */
void sz_cli_step_print (SzCli *cli, const SzCaseView *view);

G_END_DECLS
