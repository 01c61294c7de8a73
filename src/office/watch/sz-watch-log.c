/* sz-watch-log.c — conditions in the log of acts: safety of the data (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-audit.h"
#include "sz-watch-scan.h"

#define BACK_SECONDS (5 * 60)

typedef struct
{
  SzWatchScan *scan;
  GDateTime *last;     /* of the act in front */
  SzDate backup;       /* the latest by the day */
  GHashTable *refused; /* "who|month" → count */
  GHashTable *looks;   /* "who|day" → numbers */
} Log;

static void
clear_log (Log *log)
{
  g_clear_pointer (&log->last, g_date_time_unref);
  g_clear_pointer (&log->refused, g_hash_table_unref);
  g_clear_pointer (&log->looks, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, clear_log)

static void
add_count (GHashTable *counts, const char *who, const char *when, gsize length, gint64 n)
{
  char *key = g_strdup_printf ("%s|%.*s", who, (int)length, when);
  gint64 *count = g_hash_table_lookup (counts, key);

  if (count == NULL)
    {
      count = g_new0 (gint64, 1);
      g_hash_table_insert (counts, g_steal_pointer (&key), count);
    }
  g_free (key);
  *count += n;
}

/* clock.back: an act more than five minutes before the one in front of it. */
static void
check_clock (Log *log, const SzAuditRow *row)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (row->at, NULL);

  if (at == NULL)
    return;
  if (log->last != NULL
      && g_date_time_difference (log->last, at) > BACK_SECONDS * G_TIME_SPAN_SECOND)
    sz_watch_scan_add_format (log->scan,
                              (SzFound){ .kind = "clock.back",
                                         .facts = json_pack ("{s:s, s:s}", "at", row->at, "who",
                                                             row->who) },
                              "%" G_GINT64_FORMAT, row->seq);
  g_clear_pointer (&log->last, g_date_time_unref);
  log->last = g_steal_pointer (&at);
}

static void
check_verify (Log *log, const SzAuditRow *row, json_t *summary)
{
  gint64 faults = json_integer_value (json_object_get (summary, "faults"));

  if (g_str_equal (row->kind, SZ_AUDIT_FAULTY) && faults > 0)
    sz_watch_scan_add (log->scan, &(SzFound){ .kind = "audit.broken",
                                              .subject = row->act_id,
                                              .size = faults,
                                              .facts = json_pack ("{s:s}", "at", row->at) });
}

static gboolean
read_act_cb (const SzAuditRow *row, gpointer user_data, GError **error)
{
  Log *log = user_data;
  json_t *summary = json_loads (row->summary, 0, NULL);
  const char *code = json_string_value (json_object_get (summary, "code"));
  json_t *count = json_object_get (summary, "count");
  SzDate day = SZ_DATE_NONE;
  g_autofree char *date = g_strndup (row->at, 10);

  check_clock (log, row);
  check_verify (log, row, summary);
  if (row->refused && code != NULL
      && g_strv_contains ((const char *const *)log->scan->book->rules->refused_codes->pdata, code))
    add_count (log->refused, row->who, row->at, strlen ("2025-01"), 1);
  if (g_str_equal (row->kind, "people.reveal"))
    add_count (log->looks, row->who, row->at, strlen ("2025-01-01"),
               count != NULL ? json_integer_value (count) : 1);
  if (g_str_equal (row->kind, "backup") && !row->refused && sz_date_parse (date, &day, NULL)
      && day <= log->scan->day)
    log->backup = MAX (log->backup, day);
  json_decref (summary);
  return TRUE;
}

static void
report_counts (SzWatchScan *scan, const char *kind, GHashTable *counts, gint64 least)
{
  GHashTableIter iter;
  gpointer key;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    if (*(gint64 *)count >= least)
      sz_watch_scan_add (scan,
                         &(SzFound){ .kind = kind, .subject = key, .size = *(gint64 *)count });
}

/* audit.broken, backup.old, act.refused_often, reveal.many, clock.back */
gboolean
sz_watch_find_log (SzWatchScan *scan, GError **error)
{
  g_auto (Log) log = { .scan = scan };
  const SzWatchRules *rules = scan->book->rules;

  log.refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  log.looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!sz_audit_each (scan->store, 0, read_act_cb, &log, error))
    return FALSE;
  report_counts (scan, "act.refused_often", log.refused, rules->refused_count);
  report_counts (scan, "reveal.many", log.looks, rules->reveal_max + 1);
  if (log.backup < sz_date_add_days (scan->day, -rules->backup_days))
    sz_watch_scan_add (scan, &(SzFound){ .kind = "backup.old",
                                         .subject = "backup",
                                         .facts = log.backup != SZ_DATE_NONE
                                                      ? json_pack ("{s:o}", "last",
                                                                   sz_watch_fact_date (log.backup))
                                                      : NULL });
  return TRUE;
}
