/* sz-rules.h — parameters as typed rules for a date 参数 (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-param.h"
#include "sz-quota.h"
#include "sz-workload.h"

G_BEGIN_DECLS

/**
 * sz_rules_presets: (transfer full) (element-type SzParam)
 *
 * The presets that ship with the program; values are JSON text. A college's own rows are appended
 * by whoever reads the store: they win in sz_param_at() wherever they stand.
 */
GArray *sz_rules_presets (void);

/**
 * sz_rules_load: (transfer full)
 * @params: (element-type SzParam): presets and the college's own
 * @day: the day the rules are wanted for; yearly figures take the period's last day
 *
 * Errors: FORMAT "param.missing" (key, date), "param.invalid" (key, value), "param.part_invalid"
 * (key, value, part: the member of a table that is wrong or missing).
 */
SzLoadRules *sz_rules_load (const GArray *params, SzDate day, GError **error);

/** sz_rules_quota: RULE rec-9; errors as sz_rules_load(). */
gboolean sz_rules_quota (const GArray *params, SzDate day, SzQuotaRules *rules, GError **error);

/**
 * sz_rules_check: whether @value (JSON text) is what the key wants; errors as above otherwise.
 * Keys that no rule reads are "param.unknown" (key) unless a preset has them.
 */
gboolean sz_rules_check (const char *key, const char *value, GError **error);

/** sz_rules_dup_json: (transfer full): {"key": {"value", "source", "from"}} of all keys that begin
 *  with @prefix and are in force on @day; what a run keeps of its parameters. */
char *sz_rules_dup_json (const GArray *params, const char *prefix, SzDate day);

G_END_DECLS
