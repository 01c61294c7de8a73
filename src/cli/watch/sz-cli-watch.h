/* sz-cli-watch.h — the commands of targets, supervision and statistics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"
#include "sz-target.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_watch;

extern const SzCliCommand sz_cli_targets;
extern const SzCliCommand sz_cli_targets_show;
extern const SzCliCommand sz_cli_targets_set;
extern const SzCliCommand sz_cli_findings_list;
extern const SzCliCommand sz_cli_findings_scan;
extern const SzCliCommand sz_cli_findings_show;
extern const SzCliCommand sz_cli_findings_kinds;
extern const SzCliCommand sz_cli_findings_answer;
extern const SzCliCommand sz_cli_findings_accept;
extern const SzCliCommand sz_cli_findings_reopen;
extern const SzCliCommand sz_cli_kinship;
extern const SzCliCommand sz_cli_rectify;
extern const SzCliCommand sz_cli_rectify_progress;
extern const SzCliCommand sz_cli_rectify_submit;
extern const SzCliCommand sz_cli_rectify_close;
extern const SzCliCommand sz_cli_rectify_return;
extern const SzCliCommand sz_cli_rectify_extend;
extern const SzCliCommand sz_cli_tolerance;
extern const SzCliCommand sz_cli_tolerance_verify;
extern const SzCliCommand sz_cli_tolerance_decide;
extern const SzCliCommand sz_cli_due;
extern const SzCliCommand sz_cli_stats;
extern const SzCliCommand sz_cli_stats_list;
extern const SzCliCommand sz_cli_new_year;
extern const SzCliCommand sz_cli_overview;

/** sz_cli_watch_link: (transfer full): {"page", "filter"}: @parts and @values joined by `|`. */
json_t *sz_cli_watch_link (const char *page, const char *parts, const char *values);

/** sz_cli_watch_counts: (transfer full): {state: n} of the states that occur. */
json_t *sz_cli_watch_counts (const guint counts[SZ_N_TARGET_STATES]);

G_END_DECLS
