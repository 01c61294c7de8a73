/* sz-requirement-private.h — single requirements, read as rec-16 says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-requirement.h"

G_BEGIN_DECLS

/** sz_requirement_test: @folded in place of the requirement of @condition; REVIEW when it cannot be
 *  read. Of the requirements only. */
SzConditionResult sz_requirement_test (SzScreenCondition condition,
                                       const char *folded,
                                       const SzRequirements *requirements,
                                       const SzQualities *qualities);
/** sz_requirement_strip: (transfer full): without parentheses and what stands in them. */
char *sz_requirement_strip (const char *folded);
/** sz_age_on: full years. */
int sz_age_on (SzDate birth, SzDate day);

G_END_DECLS
