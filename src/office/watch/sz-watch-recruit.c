/* sz-watch-recruit.c — conditions of recruitment, the establishment and employment contracts (RULE
 * aud-3, rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-recruit-risk.h"
#include "sz-store-parttime.h"
#include "sz-watch-scan.h"

/* A part of a subject by its name; (transfer full). */
static char *
dup_part (const SzRecruitRisk *risk, const char *part)
{
  json_t *value = json_object_get (risk->detail, part);

  if (g_str_equal (part, "post"))
    return g_strdup (risk->post);
  if (g_str_equal (part, "ticket"))
    return g_strdup (risk->ticket);
  if (g_str_equal (part, "plan"))
    return g_strdup (risk->plan);
  if (g_str_equal (part, "day"))
    return sz_date_format (risk->from);
  if (g_str_equal (part, "matter"))
    return g_strdup_printf ("%s %s", json_string_value (json_object_get (risk->detail, "kind")),
                            json_string_value (json_object_get (risk->detail, "period")));
  if (g_str_equal (part, "person"))
    return g_strdup (risk->ticket != NULL ? risk->ticket : risk->post);
  return json_is_integer (value)
             ? g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value))
             : g_strdup (json_string_value (value));
}

static char *
make_subject (const SzFindingKind *kind, const SzRecruitRisk *risk)
{
  g_auto (GStrv) parts = g_strsplit (kind->parts, "|", -1);
  g_autoptr (GString) subject = g_string_new (NULL);

  if (g_str_equal (kind->id, "establishment.over"))
    return g_strdup ("establishment");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *text = dup_part (risk, parts[i]);

      g_string_append_printf (subject, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "");
    }
  return g_string_free (g_steal_pointer (&subject), FALSE);
}

/* Two plans may have a post of the same code, a correction may have followed another: one finding,
 * the heavier and larger. */
static gboolean
joins_other (GHashTable *seen, const SzFindingKind *kind, const char *subject)
{
  return !g_hash_table_add (seen, g_strconcat (kind->id, "\x1f", subject, NULL));
}

static int
compare_severity_cb (gconstpointer a, gconstpointer b)
{
  const SzRecruitRisk *one = *(const SzRecruitRisk *const *)a;
  const SzRecruitRisk *other = *(const SzRecruitRisk *const *)b;

  if (one->severity != other->severity)
    return one->severity == SZ_SEVERITY_ERROR ? -1 : 1;
  return (one->size < other->size) - (one->size > other->size);
}

static gboolean
is_logged (const char *code)
{
  return g_str_equal (code, "recruit.score_changed") || g_str_equal (code, "quota.refused");
}

/* All of rec-29 but parttime.over, which is weighed elsewhere: what is over the establishment by
 * the horizon, what the log tells over all its days. */
gboolean
sz_watch_find_recruit (SzWatchScan *scan, GError **error)
{
  g_autoptr (GArray) ahead = sz_recruit_risks_on (scan->office, NULL, scan->term, error);
  g_autoptr (GArray) logged = sz_recruit_risks_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) risks = g_ptr_array_new ();

  if (ahead == NULL
      || !sz_recruit_risks_log (logged, scan->office, NULL, SZ_DATE_NONE, SZ_DATE_NONE, error))
    return FALSE;
  for (guint i = 0; i < ahead->len; i++)
    if (!is_logged (g_array_index (ahead, SzRecruitRisk, i).code))
      g_ptr_array_add (risks, &g_array_index (ahead, SzRecruitRisk, i));
  for (guint i = 0; i < logged->len; i++)
    g_ptr_array_add (risks, &g_array_index (logged, SzRecruitRisk, i));
  g_ptr_array_sort (risks, compare_severity_cb);
  for (guint i = 0; i < risks->len; i++)
    {
      const SzRecruitRisk *risk = g_ptr_array_index (risks, i);
      const SzFindingKind *kind = sz_finding_kind_find (risk->code);
      g_autofree char *subject = kind != NULL ? make_subject (kind, risk) : NULL;
      SzFound found = { .kind = risk->code, .subject = subject, .size = risk->size };

      if (kind == NULL || g_str_equal (risk->code, "parttime.over")
          || joins_other (seen, kind, subject))
        continue;
      found.heavier = risk->severity == SZ_SEVERITY_ERROR && kind->gravity != SZ_GRAVITY_ERROR;
      found.facts = json_deep_copy (risk->detail);
      if (risk->plan != NULL)
        json_object_set_new (found.facts, "plan", json_string (risk->plan));
      if (risk->from != SZ_DATE_NONE)
        json_object_set_new (found.facts, "from", sz_watch_fact_date (risk->from));
      if (risk->to != SZ_DATE_NONE)
        json_object_set_new (found.facts, "to", sz_watch_fact_date (risk->to));
      sz_watch_scan_add (scan, &found);
    }
  return TRUE;
}

/* contract.ended: the last 聘用合同 of somebody who is in service is over (RULE rec-11). */
gboolean
sz_watch_find_employment (SzWatchScan *scan, GError **error)
{
  g_autoptr (GArray) rows = sz_store_staff_contract_list (scan->store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SzStaffContractRow *row = &g_array_index (rows, SzStaffContractRow, i);
      const SzStaffContractRow *other = g_hash_table_lookup (last, &row->person_id);

      if (other == NULL || row->to > other->to)
        g_hash_table_replace (last, &row->person_id, row);
    }
  for (guint i = 0; rows != NULL && i < scan->book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (scan->book->people, SzWatchPerson, i);
      const SzStaffContractRow *row = g_hash_table_lookup (last, &person->id);

      if (row != NULL && person->state.in_service && row->to < scan->day)
        sz_watch_scan_add (scan,
                           &(SzFound){ .kind = "contract.ended",
                                       .subject = person->staff_no,
                                       .facts = json_pack ("{s:s, s:o}", "name", person->name,
                                                           "date", sz_watch_fact_date (row->to)),
                                       .staff_no = person->staff_no });
    }
  return rows != NULL;
}
