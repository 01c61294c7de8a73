/* sz-title-params.h — the parameters of posts, assessment, titles and appointment, loaded (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-param.h"
#include "sz-rules-year.h"
#include "sz-title-rules.h"

G_BEGIN_DECLS

/** SzTitleParams: the rules, and what they borrow from. */
typedef struct
{
  SzTitleRules rules;
  SzRetirementTable retirement;
} SzTitleParams;

/** sz_title_params_load: (transfer full): in force on @day; errors as sz_rules_load(). */
SzTitleParams *sz_title_params_load (const GArray *params, SzDate day, GError **error);
void sz_title_params_free (SzTitleParams *params);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleParams, sz_title_params_free)

/** sz_title_params_check: whether @value is what the key wants; @known: whether it is one of these.
 *  "param.out_of_range" (key, value, max) for assess.excellent_cap over 0.25 (RULE asm-2). */
gboolean
sz_title_params_check (const char *key, const char *value, gboolean *known, GError **error);

G_END_DECLS
