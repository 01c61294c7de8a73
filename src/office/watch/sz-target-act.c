/* sz-target-act.c — the allotted number of a target 任务数 (RULE tgt-1, tgt-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-act.h"

#include "sz-office-act.h"
#include "sz-params.h"
#include "sz-store-targets.h"
#include "sz-text.h"
#include "sz-view-targets.h"

typedef struct
{
  SzOffice *office;
  const SzTargetGoal *goal;
} Job;

static void
take_text (char **field, const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = sz_text_fold (text);
}

static gboolean
write_goal (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzTargetGoal *goal = job->goal;
  g_autoptr (GArray) params = sz_params_gather (job->office, error);
  g_autoptr (SzWatchRules) rules = NULL;
  g_auto (SzTargetRow) row = { .year = goal->year };
  const SzWatchIndicator *indicator;
  gboolean found = FALSE;

  if (params == NULL)
    return FALSE;
  rules = sz_watch_rules_new (params, sz_office_today (job->office), error);
  if (rules == NULL)
    return FALSE;
  indicator = sz_watch_rules_find (rules, sz_target_meaning (rules, goal->indicator));
  if (indicator == NULL || !indicator->indicator.has_goal)
    return sz_error_set (error, SZ_ERROR_REFUSED, "target.unknown", "indicator", goal->indicator,
                         NULL);
  row.indicator = g_strdup (indicator->indicator.id);
  json_object_set_new (summary, "year", json_integer (goal->year));
  json_object_set_new (summary, "indicator", json_string (row.indicator));
  if (!sz_store_target_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  if (!sz_indicator_parse_goal (indicator->indicator.kind, goal->number, &row.goal))
    return sz_error_set (error, SZ_ERROR_FORMAT, "number.invalid", "value", goal->number, NULL);
  take_text (&row.office, goal->office);
  take_text (&row.document, goal->document);
  return sz_store_target_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_office_target_set (SzOffice *office, const SzTargetGoal *goal, GError **error)
{
  Job job = { office, goal };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && goal != NULL && goal->indicator != NULL
                            && goal->number != NULL,
                        FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "targets.set" }, write_goal, &job, NULL,
                        error);
}
