/* sz-recruit-risk-log.c — findings of recruitment that the log of acts tells: corrected scores,
 * refused attempts (RULE rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-audit.h"
#include "sz-office-private.h"
#include "sz-recruit-risk-private.h"

typedef struct
{
  GArray *risks;
  const char *plan; /* (nullable) */
  SzDate from;
  SzDate to;
  GHashTable *refused; /* "day|who|kind period", each once */
} Log;

static const char *
get_text (json_t *summary, const char *name)
{
  const char *text = json_string_value (json_object_get (summary, name));

  return text != NULL ? text : "";
}

/* A correction of a locked score: who, before → after, why. */
static void
add_correction (Log *log, const SzAuditRow *row, json_t *summary, SzDate day)
{
  SzRecruitRisk *risk;

  if (!json_is_true (json_object_get (summary, "locked"))
      || (log->plan != NULL && strcmp (log->plan, get_text (summary, "plan")) != 0))
    return;
  risk = sz_recruit_risk_add (log->risks, SZ_SEVERITY_ERROR, "recruit.score_changed",
                              get_text (summary, "post"), get_text (summary, "ticket"),
                              json_pack ("{s:s, s:s, s:s, s:s, s:s}", "component",
                                         get_text (summary, "component"), "who", row->who, "before",
                                         get_text (summary, "before"), "after",
                                         get_text (summary, "after"), "reason",
                                         get_text (summary, "reason")));
  risk->plan = g_strdup (get_text (summary, "plan"));
  risk->from = risk->to = day;
  risk->order = g_strdup (get_text (summary, "component"));
}

/* RULE rec-9, rec-12: one a day, actor, kind and period. */
static void
add_refusal (Log *log, const SzAuditRow *row, json_t *summary, SzDate day)
{
  const char *from = get_text (summary, "from");
  const char *to = get_text (summary, "to");
  const char *date = get_text (summary, "date");
  g_autofree char *period = *from != '\0' ? g_strdup_printf ("%s %s", from, to) : g_strdup (date);
  g_autofree char *matter = g_strdup_printf ("%s %s", row->kind, period);
  char *key = g_strdup_printf ("%d|%s|%s", (int)day, row->who, matter);
  SzRecruitRisk *risk;

  if (!g_hash_table_add (log->refused, key))
    return;
  risk = sz_recruit_risk_add (log->risks, SZ_SEVERITY_WARNING, "quota.refused", NULL, NULL,
                              json_pack ("{s:s, s:s, s:s, s:s}", "who", row->who, "kind", row->kind,
                                         "period", period, "code", get_text (summary, "code")));
  risk->from = risk->to = day;
  risk->order = g_strdup_printf ("%s|%s", row->who, matter);
}

static gboolean
read_act_cb (const SzAuditRow *row, gpointer user_data, GError **error)
{
  static const char *const refusals[] = { "quota.exceeded", "establishment.exceeded",
                                          "establishment.negative", "establishment.frozen", NULL };
  static const char *const kind = "exam.correct";
  Log *log = user_data;
  const gboolean corrected = !row->refused && strcmp (row->kind, kind) == 0;
  g_autofree char *date = NULL;
  SzDate day = SZ_DATE_NONE;
  json_t *summary;

  if (!corrected && !row->refused)
    return TRUE;
  date = g_strndup (row->at, strlen ("2025-01-01"));
  if (!sz_date_parse (date, &day, NULL) || day < log->from
      || (log->to != SZ_DATE_NONE && day > log->to))
    return TRUE;
  summary = json_loads (row->summary, 0, NULL);
  if (corrected)
    add_correction (log, row, summary, day);
  else if (g_strv_contains (refusals, get_text (summary, "code")))
    add_refusal (log, row, summary, day);
  json_decref (summary);
  return TRUE;
}

gboolean
sz_recruit_risks_log (
    GArray *risks, SzOffice *office, const char *plan, SzDate from, SzDate to, GError **error)
{
  g_autoptr (GHashTable) refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Log log = { risks, plan, from, to, refused };

  g_return_val_if_fail (risks != NULL && SZ_IS_OFFICE (office), FALSE);
  return sz_audit_each (sz_office_get_store (office), 0, read_act_cb, &log, error);
}
