/* sz-supervision-steps.h — what is asked before a step of a finding, an item or an application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-ask-dialog.h"

G_BEGIN_DECLS

/** sz_supervision_step: (nullable): @kind: of the case: "finding", "rectify", "tolerance". */
const SzAskOrder *sz_supervision_step (const char *kind, const char *verb);

G_END_DECLS
