/* sz-import-clash.c — lessons of timetables against training records (RULE wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-clash.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "sz-clock.h"
#include "sz-params.h"
#include "sz-rules-year.h"

struct _SzImportClash
{
  SzTerms terms;
  GArray *lessons;       /* of SzTimetableRow, or NULL */
  GArray *trainings;     /* of SzTrainingRow that name a period, or NULL */
  GHashTable *by_person; /* person id → GPtrArray of rows of the one array there is */
  GHashTable *told;      /* terms that were said to be unknown */
  GHashTable *days;      /* person and date → place in noted, and 1 */
  GArray *noted;         /* of Noted */
};

/* The periods of a training record of this file, and the place of the next one that day. */
typedef struct
{
  SzPeriods periods;
  int from, to; /* of the clock, minutes; both 0: not said so */
  guint row;
  guint next;
} Noted;

void
sz_import_clash_free (SzImportClash *clash)
{
  if (clash == NULL)
    return;
  sz_terms_clear (&clash->terms);
  g_clear_pointer (&clash->by_person, g_hash_table_unref);
  g_clear_pointer (&clash->lessons, g_array_unref);
  g_clear_pointer (&clash->trainings, g_array_unref);
  g_clear_pointer (&clash->told, g_hash_table_unref);
  g_clear_pointer (&clash->days, g_hash_table_unref);
  g_clear_pointer (&clash->noted, g_array_unref);
  g_free (clash);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportClash, sz_import_clash_free)

static void
rows_freed_cb (gpointer rows)
{
  g_ptr_array_unref (rows);
}

static SzImportClash *
make_clash (SzImportRun *run, GError **error)
{
  g_autoptr (SzImportClash) clash = g_new0 (SzImportClash, 1);
  g_autoptr (GArray) params = sz_params_gather (run->office, error);

  if (params == NULL || !sz_rules_terms (params, run->today, &clash->terms, error))
    return NULL;
  clash->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, rows_freed_cb);
  clash->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  clash->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  clash->noted = g_array_new (FALSE, FALSE, sizeof (Noted));
  return g_steal_pointer (&clash);
}

static void
add_row (SzImportClash *clash, gint64 person_id, gpointer row)
{
  GPtrArray *rows = g_hash_table_lookup (clash->by_person, &person_id);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (clash->by_person, g_memdup2 (&person_id, sizeof person_id), rows);
    }
  g_ptr_array_add (rows, row);
}

SzImportClash *
sz_import_clash_lessons (SzImportRun *run, GError **error)
{
  g_autoptr (SzImportClash) clash = make_clash (run, error);

  if (clash == NULL)
    return NULL;
  clash->lessons = sz_store_timetable_list (run->store, SZ_ROWS_ALL, error);
  if (clash->lessons == NULL)
    return NULL;
  for (guint i = 0; i < clash->lessons->len; i++)
    {
      SzTimetableRow *row = &g_array_index (clash->lessons, SzTimetableRow, i);

      add_row (clash, row->person_id, row);
    }
  return g_steal_pointer (&clash);
}

SzImportClash *
sz_import_clash_trainings (SzImportRun *run, GError **error)
{
  g_autoptr (SzImportClash) clash = make_clash (run, error);

  if (clash == NULL)
    return NULL;
  clash->trainings = sz_store_training_list (run->store, SZ_ROWS_ALL, error);
  if (clash->trainings == NULL)
    return NULL;
  for (guint i = 0; i < clash->trainings->len; i++)
    {
      SzTrainingRow *row = &g_array_index (clash->trainings, SzTrainingRow, i);

      if (row->period[0] != '\0')
        add_row (clash, row->person_id, row);
    }
  return g_steal_pointer (&clash);
}

/* Without its first day a term's weeks lie nowhere. */
static SzDate
find_start (SzImportRun *run, SzImportClash *clash, const char *term, int field)
{
  SzDate start = sz_terms_start (&clash->terms, term);

  if (start == SZ_DATE_NONE && g_hash_table_add (clash->told, g_strdup (term)))
    sz_import_find (run, SZ_SEVERITY_WARNING, "time.term_unknown", field, NULL, "term", term, NULL);
  return start;
}

static SzLesson
get_lesson (const SzTimetableRow *row)
{
  return (SzLesson){ row->weekday, row->week_from, row->week_to, row->weeks };
}

/* RULE wrk-6 */
static gboolean
is_same_time (SzImportClash *clash,
              SzDate start,
              const SzTimetableRow *lesson,
              const SzTrainingRow *training)
{
  const SzLesson held = get_lesson (lesson);

  return start != SZ_DATE_NONE && sz_lesson_held (&held, start, sz_date_first_day (training->date))
         && sz_periods_clash (lesson->period, training->period,
                              (const SzPeriodName *)(gpointer)clash->terms.names->data,
                              clash->terms.names->len);
}

void
sz_import_clash_doubt_period (SzImportRun *run,
                              SzImportClash *clash,
                              const char *period,
                              guint field)
{
  g_autofree char *told = g_strconcat ("\x1f", period, NULL);

  g_return_if_fail (run != NULL && clash != NULL);

  if (*period != '\0'
      && sz_periods_parse (period, (const SzPeriodName *)(gpointer)clash->terms.names->data,
                           clash->terms.names->len)
             == 0
      && g_hash_table_add (clash->told, g_steal_pointer (&told)))
    sz_import_find (run, SZ_SEVERITY_WARNING, "time.period_unknown", (int)field, period, NULL);
}

gboolean
sz_import_clash_stored (SzImportRun *run,
                        SzImportClash *clash,
                        const SzTrainingRow *row,
                        SzTrainingRow *other,
                        gboolean *found,
                        GError **error)
{
  g_return_val_if_fail (run != NULL && clash != NULL, FALSE);

  return sz_store_training_clash (run->store, row,
                                  (const SzPeriodName *)(gpointer)clash->terms.names->data,
                                  clash->terms.names->len, other, found, error);
}

guint
sz_import_clash_note_training (SzImportClash *clash, const SzTrainingRow *row)
{
  gint64 day = (row->person_id << 32) ^ (gint64)(guint32)row->date;
  Noted noted
      = { .periods
          = sz_periods_parse (row->period, (const SzPeriodName *)(gpointer)clash->terms.names->data,
                              clash->terms.names->len),
          .row = (guint)row->source_row,
          .next = GPOINTER_TO_UINT (g_hash_table_lookup (clash->days, &day)) };

  if (!sz_clock_parse (row->period, &noted.from, &noted.to))
    noted.from = noted.to = 0;
  if (noted.periods == 0 && noted.to == 0)
    return 0;
  for (guint at = noted.next; at != 0;)
    {
      const Noted *other = &g_array_index (clash->noted, Noted, at - 1);

      if ((other->periods & noted.periods) != 0
          || (noted.from < other->to && other->from < noted.to))
        return other->row;
      at = other->next;
    }
  g_array_append_val (clash->noted, noted);
  g_hash_table_replace (clash->days, g_memdup2 (&day, sizeof day),
                        GUINT_TO_POINTER (clash->noted->len));
  return 0;
}

static void
find_clash (SzImportRun *run,
            guint field,
            const char *value,
            gint64 batch_id,
            int source_row,
            const char *other)
{
  g_autofree char *where
      = batch_id != 0 ? g_strdup_printf (_ ("row %d of batch %" PRId64), source_row, batch_id)
                      : sz_import_dup_where (0);

  sz_import_find (run, SZ_SEVERITY_ERROR, "time.clash", (int)field, value, "where", where, "other",
                  other, NULL);
}

void
sz_import_clash_check_training (SzImportRun *run,
                                SzImportClash *clash,
                                const SzTrainingRow *row,
                                guint field)
{
  GPtrArray *lessons = g_hash_table_lookup (clash->by_person, &row->person_id);

  g_return_if_fail (run != NULL);

  for (guint i = 0; lessons != NULL && i < lessons->len; i++)
    {
      const SzTimetableRow *lesson = g_ptr_array_index (lessons, i);
      g_autofree char *other = NULL;

      if (sz_date_weekday (sz_date_first_day (row->date)) != lesson->weekday
          || !is_same_time (clash, find_start (run, clash, lesson->term, -1), lesson, row))
        continue;
      other = g_strdup_printf ("%s %s %s %s", lesson->term,
                               sz_codes_by_value (SZ_TABLE_WEEKDAY, lesson->weekday)->name,
                               lesson->period, lesson->course);
      find_clash (run, field, row->period, lesson->batch_id, lesson->source_row,
                  g_strchomp (other));
      return;
    }
}

void
sz_import_clash_check_lesson (SzImportRun *run,
                              SzImportClash *clash,
                              const SzTimetableRow *row,
                              guint field)
{
  GPtrArray *trainings = g_hash_table_lookup (clash->by_person, &row->person_id);
  SzDate start = find_start (run, clash, row->term, 0);

  for (guint i = 0; trainings != NULL && i < trainings->len; i++)
    {
      const SzTrainingRow *training = g_ptr_array_index (trainings, i);
      g_autofree char *day = NULL;
      g_autofree char *other = NULL;

      if (!is_same_time (clash, start, row, training))
        continue;
      day = sz_date_format (training->date);
      other = g_strdup_printf ("%s %s %s", day, training->period, training->project_code);
      find_clash (run, field, row->period, training->batch_id, training->source_row, other);
      return;
    }
}

gboolean
sz_import_clash_overlap (const SzImportClash *clash,
                         const SzTimetableRow *one,
                         const SzTimetableRow *other)
{
  g_return_val_if_fail (clash != NULL && one != NULL && other != NULL, FALSE);

  if (one->weekday != other->weekday || one->week_to < other->week_from
      || other->week_to < one->week_from
      || (one->weeks != other->weeks && one->weeks != SZ_WEEKS_ALL && other->weeks != SZ_WEEKS_ALL))
    return FALSE;
  return sz_periods_clash (one->period, other->period,
                           (const SzPeriodName *)(gpointer)clash->terms.names->data,
                           clash->terms.names->len);
}
