/* sz-cli-watch.c — the commands of targets, supervision and statistics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-watch.h"

#include <glib/gi18n.h>

static const SzCliCommand *const commands[] = {
  &sz_cli_overview,
  &sz_cli_due,
  &sz_cli_new_year,
  &sz_cli_targets,
  &sz_cli_targets_show,
  &sz_cli_targets_set,
  &sz_cli_findings_list,
  &sz_cli_findings_scan,
  &sz_cli_findings_show,
  &sz_cli_findings_answer,
  &sz_cli_findings_accept,
  &sz_cli_findings_reopen,
  &sz_cli_findings_kinds,
  &sz_cli_kinship,
  &sz_cli_rectify,
  &sz_cli_rectify_progress,
  &sz_cli_rectify_submit,
  &sz_cli_rectify_close,
  &sz_cli_rectify_return,
  &sz_cli_rectify_extend,
  &sz_cli_tolerance,
  &sz_cli_tolerance_verify,
  &sz_cli_tolerance_decide,
  &sz_cli_stats,
  &sz_cli_stats_list,
  NULL,
};

const SzCliDuty sz_cli_watch = { N_ ("Targets, supervision and statistics"), commands };

json_t *
sz_cli_watch_link (const char *page, const char *parts, const char *values)
{
  g_auto (GStrv) names = g_strsplit (parts, "|", -1);
  g_auto (GStrv) texts = g_strsplit (values, "|", -1);
  json_t *filter = json_object ();

  for (guint i = 0; names[i] != NULL && texts[i] != NULL; i++)
    json_object_set_new (filter, names[i], json_string (texts[i]));
  return json_pack ("{s:s, s:o}", "page", page, "filter", filter);
}

json_t *
sz_cli_watch_counts (const guint counts[SZ_N_TARGET_STATES])
{
  json_t *object = json_object ();

  for (int i = 0; i < SZ_N_TARGET_STATES; i++)
    if (counts[i] > 0)
      json_object_set_new (object, sz_target_state_word ((SzTargetState)i),
                           json_integer (counts[i]));
  return object;
}
