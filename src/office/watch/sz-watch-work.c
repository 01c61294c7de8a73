/* sz-watch-work.c — conditions about workload and training classes (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-rules-year.h"
#include "sz-store-timetable.h"
#include "sz-store-workload.h"
#include "sz-watch-scan.h"

/* The classes of the register, and what teachers recorded outside of them. */
typedef struct
{
  SzWatchScan *scan;
  GArray *classes;    /* of SzTrainingClass, by project and session */
  GHashTable *by_key; /* "project␟session" → SzTrainingClass */
  GHashTable *astray; /* "project|session" → records as pointer */
  gboolean any_class; /* not cancelled */
} Classes;

static void
clear_classes (Classes *classes)
{
  g_clear_pointer (&classes->by_key, g_hash_table_unref);
  g_clear_pointer (&classes->classes, g_array_unref);
  g_clear_pointer (&classes->astray, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Classes, clear_classes)

static void
count_key (GHashTable *counts, const char *key)
{
  gint64 *count = g_hash_table_lookup (counts, key);

  if (count == NULL)
    {
      count = g_new0 (gint64, 1);
      g_hash_table_insert (counts, g_strdup (key), count);
    }
  *count += 1;
}

static gboolean
note_record_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingRow *row = data;
  Classes *classes = user_data;
  g_autofree char *key = g_strconcat (row->project_code, "|", row->session, NULL);
  const SzTrainingClass *held = g_hash_table_lookup (classes->by_key, key);

  if (held == NULL || row->date < held->from || row->date > held->to)
    count_key (classes->astray, key);
  return TRUE;
}

/* training.no_class */
static gboolean
check_records (Classes *classes, GError **error)
{
  GHashTableIter iter;
  gpointer key;
  gpointer count;

  if (!classes->any_class)
    return TRUE;
  if (!sz_store_training_each (classes->scan->store, SZ_ROWS_ALL, note_record_cb, classes, error))
    return FALSE;
  g_hash_table_iter_init (&iter, classes->astray);
  while (g_hash_table_iter_next (&iter, &key, &count))
    sz_watch_scan_add (classes->scan, &(SzFound){ .kind = "training.no_class",
                                                  .subject = key,
                                                  .size = *(gint64 *)count });
  return TRUE;
}

/* Person-times of a project's classes of a year; −1 when the register has none of them. */
static gint64
count_person_times (const GArray *classes, const char *project, int year)
{
  gint64 person_times = -1;

  for (guint i = 0; i < classes->len; i++)
    {
      const SzTrainingClass *held = &g_array_index (classes, SzTrainingClass, i);

      if (sz_date_year (held->to) == year && g_str_equal (held->project, project))
        person_times = MAX (0, person_times) + (held->cancelled ? 0 : held->completed);
    }
  return person_times;
}

/* training.people_differ */
static gboolean
compare_income_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingIncome *row = data;
  Classes *classes = user_data;
  gint64 registered = count_person_times (classes->classes, row->project_code, row->year);

  if (registered >= 0 && registered != row->person_times)
    sz_watch_scan_add_format (classes->scan,
                              (SzFound){ .kind = "training.people_differ",
                                         .size = ABS (registered - row->person_times),
                                         .facts = json_pack ("{s:I, s:I}", "registered",
                                                             (json_int_t)registered, "reported",
                                                             (json_int_t)row->person_times) },
                              "%d|%s", row->year, row->project_code);
  return TRUE;
}

/* trainee.overlap */
static void
check_overlaps (Classes *classes, const GPtrArray *trainees)
{
  g_autoptr (GArray) overlaps
      = sz_training_overlaps ((const SzTrainee *const *)trainees->pdata, trainees->len,
                              classes->scan->book->rules->complete_share_x1e4, classes->classes);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const SzClassOverlap *overlap = &g_array_index (overlaps, SzClassOverlap, i);

      sz_watch_scan_add_format (classes->scan,
                                (SzFound){ .kind = "trainee.overlap", .size = overlap->people },
                                "%s|%s|%s|%s", overlap->one->project, overlap->one->session,
                                overlap->other->project, overlap->other->session);
    }
}

gboolean
sz_watch_find_training (SzWatchScan *scan, GError **error)
{
  g_auto (Classes) classes = { .scan = scan };
  g_autoptr (GPtrArray) trainees = SZ_WATCH_POINTERS (scan->book->trainees, SzTraineeRow, trainee);

  classes.classes = sz_training_classes ((const SzTrainee *const *)trainees->pdata, trainees->len,
                                         scan->book->rules->complete_share_x1e4);
  classes.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  classes.astray = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < classes.classes->len; i++)
    {
      SzTrainingClass *held = &g_array_index (classes.classes, SzTrainingClass, i);

      if (held->cancelled)
        continue;
      classes.any_class = TRUE;
      g_hash_table_insert (classes.by_key, g_strconcat (held->project, "|", held->session, NULL),
                           held);
    }
  check_overlaps (&classes, trainees);
  return check_records (&classes, error)
         && sz_store_training_income_each (scan->store, SZ_ROWS_ALL, compare_income_cb, &classes,
                                           error);
}

/* What one teacher holds on one day. */
typedef struct
{
  gint64 id;
  gint64 person_id;
  SzDate date;
  char *period;
} Held;

typedef struct
{
  SzWatchScan *scan;
  GArray *held;      /* of Held */
  GHashTable *years; /* year as pointer → records out of service as pointer */
} Records;

static void
held_freed_cb (gpointer data)
{
  g_free (((Held *)data)->period);
}

static void
clear_records (Records *records)
{
  g_clear_pointer (&records->held, g_array_unref);
  g_clear_pointer (&records->years, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Records, clear_records)

static void
check_service (Records *records, gint64 person_id, int year, SzDate from, SzDate to)
{
  const SzWatchPerson *person = sz_watch_book_person (records->scan->book, person_id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (records->years, GINT_TO_POINTER (year)));

  if (person != NULL && !sz_watch_book_serves (records->scan->book, person, from, to))
    g_hash_table_insert (records->years, GINT_TO_POINTER (year), GUINT_TO_POINTER (n + 1));
}

static gboolean
read_training_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingRow *row = data;
  Records *records = user_data;
  Held held = { row->id, row->person_id, row->date, NULL };

  check_service (records, row->person_id, sz_date_year (row->date), row->date, row->date);
  if (row->period == NULL || *row->period == '\0')
    return TRUE;
  held.period = g_strdup (row->period);
  g_array_append_val (records->held, held);
  return TRUE;
}

static gboolean
read_teaching_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTeachingRow *row = data;

  check_service (user_data, row->person_id, row->year, sz_date_make (row->year, 1, 1),
                 sz_date_make (row->year, 12, 31));
  return TRUE;
}

static int
compare_held_cb (gconstpointer a, gconstpointer b)
{
  const Held *one = a;
  const Held *other = b;

  if (one->person_id != other->person_id)
    return one->person_id < other->person_id ? -1 : 1;
  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* time.clash: two stored records of one teacher and day that share a period (RULE wrk-6). */
static void
check_clashes (Records *records, const SzTerms *terms)
{
  const SzPeriodName *names = (const SzPeriodName *)(gpointer)terms->names->data;

  g_array_sort (records->held, compare_held_cb);
  for (guint i = 0; i < records->held->len; i++)
    for (guint j = i + 1; j < records->held->len; j++)
      {
        const Held *one = &g_array_index (records->held, Held, i);
        const Held *other = &g_array_index (records->held, Held, j);
        const SzWatchPerson *person;

        if (one->person_id != other->person_id || one->date != other->date)
          break;
        if (!sz_periods_clash (one->period, other->period, names, terms->names->len))
          continue;
        person = sz_watch_book_person (records->scan->book, one->person_id);
        sz_watch_scan_add_format (records->scan,
                                  (SzFound){ .kind = "time.clash",
                                             .facts
                                             = json_pack ("{s:s, s:o, s:s}", "name",
                                                          person != NULL ? person->name : "",
                                                          "date", sz_watch_fact_date (one->date),
                                                          "period", one->period) },
                                  "%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, one->id, other->id);
      }
}

static void
report_years (Records *records)
{
  GHashTableIter iter;
  gpointer year;
  gpointer count;

  g_hash_table_iter_init (&iter, records->years);
  while (g_hash_table_iter_next (&iter, &year, &count))
    sz_watch_scan_add_format (records->scan,
                              (SzFound){ .kind = "workload.out_of_service",
                                         .size = GPOINTER_TO_UINT (count) },
                              "%d", GPOINTER_TO_INT (year));
}

/* Weeks of a term, each with its periods. */
#define WEEKS_MAX 63

typedef struct
{
  GHashTable *weeks; /* "person␟term" → int[WEEKS_MAX + 1] */
  const SzTerms *terms;
} Weeks;

static gboolean
add_lesson_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTimetableRow *row = data;
  Weeks *weeks = user_data;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "|%s", row->person_id, row->term);
  int *hours = g_hash_table_lookup (weeks->weeks, key);
  SzPeriods periods
      = sz_periods_parse (row->period, (const SzPeriodName *)(gpointer)weeks->terms->names->data,
                          weeks->terms->names->len);
  int n = __builtin_popcount (periods);

  if (hours == NULL)
    {
      hours = g_new0 (int, WEEKS_MAX + 1);
      g_hash_table_insert (weeks->weeks, g_steal_pointer (&key), hours);
    }
  for (int week = MAX (1, row->week_from); week <= MIN (WEEKS_MAX, row->week_to); week++)
    if (row->weeks == SZ_WEEKS_ALL || (row->weeks == SZ_WEEKS_ODD) == (week % 2 == 1))
      hours[week] += n;
  return TRUE;
}

/* workload.week_max */
static gboolean
check_weeks (SzWatchScan *scan, const SzTerms *terms, GError **error)
{
  Weeks weeks = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), terms };
  g_autoptr (GHashTable) owned = weeks.weeks;
  const SzParam *param = sz_param_at ((const SzParam *)(gpointer)scan->book->params->data,
                                      scan->book->params->len, "load.week_max", scan->day);
  g_autofree char *plain = param != NULL ? g_strdup (param->value) : NULL;
  gint64 most = 0;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (plain == NULL || !sz_decimal_parse (g_strdelimit (plain, "\"", ' '), 0, &most, NULL))
    return TRUE;
  if (!sz_store_timetable_each (scan->store, SZ_ROWS_ALL, add_lesson_cb, &weeks, error))
    return FALSE;
  g_hash_table_iter_init (&iter, weeks.weeks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const int *hours = value;
      const char *term = strchr (key, '|') + 1;
      const SzWatchPerson *person
          = sz_watch_book_person (scan->book, g_ascii_strtoll (key, NULL, 10));
      int peak = 0;

      for (int week = 1; week <= WEEKS_MAX; week++)
        peak = MAX (peak, hours[week]);
      if (person == NULL || peak <= most)
        continue;
      sz_watch_scan_add_format (scan,
                                (SzFound){ .kind = "workload.week_max",
                                           .facts
                                           = json_pack ("{s:s, s:i, s:I}", "name", person->name,
                                                        "hours", peak, "max", (json_int_t)most),
                                           .staff_no = person->staff_no },
                                "%s|%s", person->staff_no, term);
    }
  return TRUE;
}

gboolean
sz_watch_find_workload (SzWatchScan *scan, GError **error)
{
  g_auto (Records) records = { .scan = scan };
  g_auto (SzTerms) terms = { 0 };

  records.held = g_array_new (FALSE, TRUE, sizeof (Held));
  g_array_set_clear_func (records.held, held_freed_cb);
  records.years = g_hash_table_new (NULL, NULL);
  if (!sz_rules_terms (scan->book->params, scan->day, &terms, error)
      || !sz_store_training_each (scan->store, SZ_ROWS_ALL, read_training_cb, &records, error)
      || !sz_store_teaching_each (scan->store, SZ_ROWS_ALL, read_teaching_cb, &records, error))
    return FALSE;
  check_clashes (&records, &terms);
  report_years (&records);
  return check_weeks (scan, &terms, error);
}
