/* sz-scheme-default.h — the scheme that a college begins with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme.h"

G_BEGIN_DECLS

/**
 * sz_scheme_default_new: (transfer full)
 * @today: its period is the last full year before it
 *
 * RULE pay-4: training tilt 8 %, outstanding 5 %, the rest by post, workload, assessment and
 * months; the coefficients of data/scheme-default.json. The pool is 0: only the user knows it.
 */
SzScheme *sz_scheme_default_new (SzDate today);

G_END_DECLS
