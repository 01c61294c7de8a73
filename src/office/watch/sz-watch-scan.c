/* sz-watch-scan.c — the conditions of the catalogue, found in one state of the database (RULE
 * aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-watch-scan.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "sz-codes-watch.h"

static const SzWatchFinder finders[] = {
  sz_watch_find_quota,       sz_watch_find_contracts,  sz_watch_find_staff,
  sz_watch_find_assessments, sz_watch_find_pay,        sz_watch_find_payrun,
  sz_watch_find_training,    sz_watch_find_workload,   sz_watch_find_targets,
  sz_watch_find_coverage,    sz_watch_find_kin,        sz_watch_find_rectify,
  sz_watch_find_recruit,     sz_watch_find_employment, sz_watch_find_titles,
  sz_watch_find_log,
};

/* Whom a kind concerns when it is no person: the department of a 职能, by what stands in front of
   the dot. */
static const struct
{
  const char *stem;
  const char *function;
} concerns[] = {
  { "recruit.", SZ_FUNCTION_PERSONNEL },
  { "parttime.", SZ_FUNCTION_PERSONNEL },
  { "establishment.", SZ_FUNCTION_PERSONNEL },
  { "post.", SZ_FUNCTION_PERSONNEL },
  { "appoint.", SZ_FUNCTION_PERSONNEL },
  { "title.", SZ_FUNCTION_PERSONNEL },
  { "panel.", SZ_FUNCTION_PERSONNEL },
  { "batch.", SZ_FUNCTION_PERSONNEL },
  { "people.", SZ_FUNCTION_PERSONNEL },
  { "assess.", SZ_FUNCTION_PERSONNEL },
  { "contract.", SZ_FUNCTION_PERSONNEL },
  { "kin.", SZ_FUNCTION_PERSONNEL },
  { "talent.", SZ_FUNCTION_PERSONNEL },
  { "quota.", SZ_FUNCTION_PERSONNEL },
  { "pay.", SZ_FUNCTION_FINANCE },
};

static const char *
find_office (const SzWatchScan *scan, const SzFound *found)
{
  const char *office = found->unit;

  /* Who answers for the target of training answers for its classes. */
  if (g_str_has_prefix (found->kind, "training.") || g_str_has_prefix (found->kind, "trainee."))
    office = sz_targets_view_find (scan->this_year, "training")->office;
  for (gsize i = 0; office == NULL && i < G_N_ELEMENTS (concerns); i++)
    if (g_str_has_prefix (found->kind, concerns[i].stem))
      office = sz_watch_book_office_of (scan->book, concerns[i].function);
  return office != NULL ? office : "";
}

static char *
make_facts (const SzFindingKind *kind, const SzFound *found)
{
  g_auto (GStrv) parts = g_strsplit (kind->parts, "|", -1);
  g_auto (GStrv) values = g_strsplit (found->subject, "|", -1);
  json_t *facts = found->facts != NULL ? json_incref (found->facts) : json_object ();
  char *dumped;
  char *text;

  for (guint i = 0; parts[i] != NULL && values[i] != NULL; i++)
    json_object_set_new (facts, parts[i], json_string (values[i]));
  if (found->size > 1)
    json_object_set_new (facts, "size", json_integer (found->size));
  dumped = json_dumps (facts, JSON_COMPACT | JSON_SORT_KEYS);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (facts);
  return text;
}

void
sz_watch_scan_add (SzWatchScan *scan, const SzFound *found)
{
  const SzFindingKind *kind;
  SzCondition condition;

  g_return_if_fail (scan != NULL && found != NULL);
  kind = sz_finding_kind_find (found->kind);
  g_return_if_fail (kind != NULL);
  condition = (SzCondition){
    .kind = kind,
    .gravity = found->heavier   ? SZ_GRAVITY_ERROR
               : found->lighter ? SZ_GRAVITY_WARNING
                                : kind->gravity,
    .subject = g_strdup (found->subject),
    .size = MAX (1, found->size),
    .facts = make_facts (kind, found),
    .staff_no = g_strdup (found->staff_no != NULL ? found->staff_no : ""),
    .office = g_strdup (found->staff_no != NULL ? "" : find_office (scan, found)),
  };
  if (found->facts != NULL)
    json_decref (found->facts);
  g_array_append_val (scan->found, condition);
}

void
sz_watch_scan_add_format (SzWatchScan *scan, SzFound found, const char *format, ...)
{
  g_autofree char *subject = NULL;
  va_list args;

  g_return_if_fail (scan != NULL && format != NULL);
  va_start (args, format);
  subject = g_strdup_vprintf (format, args);
  va_end (args);
  found.subject = subject;
  sz_watch_scan_add (scan, &found);
}

json_t *
sz_watch_fact_date (SzDate date)
{
  g_autofree char *text = sz_date_format (date);

  return json_string (text);
}

static void
condition_freed_cb (gpointer data)
{
  sz_condition_clear (data);
}

static int
compare_conditions_cb (gconstpointer a, gconstpointer b)
{
  return sz_condition_compare (a, b);
}

/* A kind with a subject is one finding, however often it was met: the heaviest stays. */
static void
drop_repeated (GArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < found->len;)
    {
      const SzCondition *condition = &g_array_index (found, SzCondition, i);

      if (g_hash_table_add (seen,
                            g_strconcat (condition->kind->id, "\x1f", condition->subject, NULL)))
        i++;
      else
        g_array_remove_index (found, i);
    }
}

static gboolean
find_all (SzWatchScan *scan, GError **error)
{
  int year = sz_date_year (scan->day);

  scan->book = sz_watch_book_open (scan->office, scan->day, SZ_BOOK_ALL, error);
  if (scan->book == NULL)
    return FALSE;
  scan->this_year = sz_targets_view_of (scan->book, year, scan->day, error);
  scan->last_year
      = sz_targets_view_of (scan->book, year - 1, sz_date_make (year - 1, 12, 31), error);
  if (scan->this_year == NULL || scan->last_year == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (finders); i++)
    if (!finders[i](scan, error))
      return FALSE;
  g_array_sort (scan->found, compare_conditions_cb);
  drop_repeated (scan->found);
  return TRUE;
}

SzWatchScan *
sz_watch_scan_new (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzWatchScan) scan = NULL;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  scan = g_new0 (SzWatchScan, 1);
  scan->office = office;
  scan->store = sz_office_get_store (office);
  scan->day = sz_date_first_day (day);
  scan->found = g_array_new (FALSE, TRUE, sizeof (SzCondition));
  g_array_set_clear_func (scan->found, condition_freed_cb);
  if (!sz_store_begin_read (scan->store, error))
    return NULL;
  done = find_all (scan, error);
  sz_store_end_read (scan->store);
  return done ? g_steal_pointer (&scan) : NULL;
}

void
sz_watch_scan_free (SzWatchScan *scan)
{
  if (scan == NULL)
    return;
  g_array_unref (scan->found);
  sz_targets_view_free (scan->this_year);
  sz_targets_view_free (scan->last_year);
  g_clear_pointer (&scan->term, sz_quota_term_free);
  sz_watch_book_free (scan->book);
  g_free (scan);
}
