/* sz-finding-scan.c — a scan: what is new, gone, back or heavier, in one act (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-act.h"
#include "sz-finding-act.h"
#include "sz-office-act.h"
#include "sz-store-finding.h"
#include "sz-watch-scan.h"

/* A finding before the scan, or a new one. */
typedef struct
{
  SzFindingRow *row;            /* of the stored list; NULL: new */
  const SzCondition *condition; /* NULL: not met this time */
  guint events;
} Change;

typedef struct
{
  SzOffice *office;
  GCancellable *cancellable; /* (nullable) borrowed */
  SzWatchScan *scan;
  GArray *stored;  /* of SzFindingRow */
  GArray *changes; /* of Change, in the order of new numbers */
  SzDate last_scan;
  SzScanReport *report;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->changes, g_array_unref);
  g_clear_pointer (&job->stored, g_array_unref);
  g_clear_pointer (&job->scan, sz_watch_scan_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static char *
make_key (const char *kind, const char *subject)
{
  return g_strconcat (kind, "\x1f", subject, NULL);
}

/* The state of each finding is that of its case. */
static gboolean
read_stored (Job *job, GError **error)
{
  SzStore *store = sz_office_get_store (job->office);
  g_autoptr (GHashTable) states = sz_store_case_states (store, sz_case_finding.kind, error);

  if (states == NULL || !sz_store_finding_last_scan (store, &job->last_scan, error))
    return FALSE;
  job->stored = sz_store_finding_list (store, SZ_ROWS_ALL, error);
  for (guint i = 0; job->stored != NULL && i < job->stored->len; i++)
    {
      SzFindingRow *row = &g_array_index (job->stored, SzFindingRow, i);
      const char *state = g_hash_table_lookup (states, &row->id);

      row->finding.state = state != NULL ? sz_finding_state_find (state) : SZ_FINDING_OPEN;
    }
  return job->stored != NULL;
}

static void
count_change (Job *job, const Change *change)
{
  job->report->found += change->row == NULL ? 1 : 0;
  job->report->returned += (change->events & SZ_FINDING_RETURNED) != 0 ? 1 : 0;
  job->report->grown += (change->events & SZ_FINDING_GROWN) != 0 ? 1 : 0;
  job->report->gone += (change->events & SZ_FINDING_GONE) != 0 ? 1 : 0;
}

static void
compare (Job *job)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer row;

  for (guint i = 0; i < job->stored->len; i++)
    {
      SzFindingRow *stored = &g_array_index (job->stored, SzFindingRow, i);

      g_hash_table_insert (by_key, make_key (stored->finding.kind, stored->finding.subject),
                           stored);
    }
  job->changes = g_array_new (FALSE, TRUE, sizeof (Change));
  for (guint i = 0; i < job->scan->found->len; i++)
    {
      const SzCondition *condition = &g_array_index (job->scan->found, SzCondition, i);
      g_autofree char *key = make_key (condition->kind->id, condition->subject);
      Change change = { g_hash_table_lookup (by_key, key), condition, SZ_FINDING_SAME };

      g_hash_table_remove (by_key, key);
      if (change.row != NULL)
        change.events = sz_finding_see (&change.row->finding, condition);
      if (change.row == NULL || change.events != SZ_FINDING_SAME)
        g_array_append_val (job->changes, change);
    }
  g_hash_table_iter_init (&iter, by_key);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      Change change = { row, NULL, sz_finding_miss (&((SzFindingRow *)row)->finding) };

      if (change.events != SZ_FINDING_SAME)
        g_array_append_val (job->changes, change);
    }
  job->report->present = job->scan->found->len;
  for (guint i = 0; i < job->changes->len; i++)
    count_change (job, &g_array_index (job->changes, Change, i));
}

/* Everything from one state of the database: inside the act once more. */
static gboolean
look (Job *job, SzDate day, GError **error)
{
  SzStore *store = sz_office_get_store (job->office);
  gboolean done;

  clear_job (job);
  *job->report = (SzScanReport){ .date = day };
  if (!sz_store_begin_read (store, error))
    return FALSE;
  job->scan = sz_watch_scan_new (job->office, day, job->cancellable, error);
  done = job->scan != NULL && read_stored (job, error);
  sz_store_end_read (store);
  if (done)
    compare (job);
  return done;
}

static gboolean
write_new (SzAct *act, const SzCondition *condition, gint64 no, SzDate day, GError **error)
{
  g_auto (SzFindingRow) row = { 0 };
  const SzCaseAsk ask = { .verb = "find", .who = sz_act_get_who (act), .day = day };

  sz_finding_begin (&row.finding, no, condition, day);
  return sz_store_finding_put (act, &row, SZ_PUT_INSERT, NULL, error)
         && sz_store_case_begin (act, &sz_case_finding, row.id, &ask, error);
}

static gboolean
write_change (Job *job, SzAct *act, const Change *change, GError **error)
{
  static const struct
  {
    guint event;
    const char *verb;
  } verbs[] = { { SZ_FINDING_GONE, "gone" },
                { SZ_FINDING_RETURNED, "return" },
                { SZ_FINDING_GROWN, "grow" } };
  SzFindingRow *row = change->row;

  row->finding.last_seen
      = (change->events & SZ_FINDING_GONE) != 0 ? job->last_scan : job->scan->day;
  if (!sz_store_finding_put (act, row, SZ_PUT_UPDATE, NULL, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const SzCaseAsk ask = { .verb = verbs[i].verb, .day = job->scan->day };
      const SzCaseEntry entry = { .to = sz_finding_state_word (row->finding.state) };
      g_autoptr (SzCaseFile) file = NULL;

      if ((change->events & verbs[i].event) == 0)
        continue;
      file = sz_store_case_load (sz_act_get_store (act), sz_case_finding.kind, row->id, error);
      if (file == NULL || !sz_store_case_step (act, file, &ask, &entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_scan (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzFindingScan) scan = { .act_id = g_strdup (sz_act_get_id (act)) };
  gint64 no = 0;

  if (!look (job, job->report->date, error)
      || !sz_store_finding_last_no (sz_act_get_store (act), &no, error))
    return FALSE;
  for (guint i = 0; i < job->changes->len; i++)
    {
      const Change *change = &g_array_index (job->changes, Change, i);

      if (change->row == NULL ? !write_new (act, change->condition, ++no, job->scan->day, error)
                              : !write_change (job, act, change, error))
        return FALSE;
    }
  scan.date = job->scan->day;
  scan.n_present = job->report->present;
  json_object_set_new (summary, "new", json_integer (job->report->found));
  json_object_set_new (summary, "gone", json_integer (job->report->gone));
  json_object_set_new (summary, "present", json_integer (job->report->present));
  return sz_store_finding_scan_put (act, &scan, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_office_findings_scan (SzOffice *office, SzDate day, SzScanReport *report, GError **error)
{
  return sz_office_findings_look (office, day, NULL, report, error);
}

gboolean
sz_office_findings_look (
    SzOffice *office, SzDate day, GCancellable *cancellable, SzScanReport *report, GError **error)
{
  g_auto (Job) job = { .office = office, .cancellable = cancellable, .report = report };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && report != NULL, FALSE);
  if (!look (&job, sz_date_first_day (day), error))
    return FALSE;
  /* What is found is written down whoever waits. */
  job.cancellable = NULL;
  return job.changes->len == 0
         || sz_office_run (office, &(SzActHead){ .kind = "findings.scan" }, write_scan, &job, NULL,
                           error);
}
