/* sz-form-weekly.c — weekly hours of a course out of the timetable 周课时, for F24
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-weekly.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-store-timetable.h"

/* Weeks of a term fit a bit each. */
#define WEEKS_MAX 63

struct _SzWeekly
{
  int year;
  SzTerms terms;
  GArray *rows;          /* of SzTimetableRow */
  GHashTable *by_person; /* person id → GPtrArray of rows */
};

static void
rows_freed_cb (gpointer data)
{
  g_ptr_array_unref (data);
}

void
sz_weekly_free (SzWeekly *weekly)
{
  if (weekly == NULL)
    return;
  sz_terms_clear (&weekly->terms);
  g_clear_pointer (&weekly->by_person, g_hash_table_unref);
  g_clear_pointer (&weekly->rows, g_array_unref);
  g_free (weekly);
}

static void
sort_by_person (SzWeekly *weekly)
{
  weekly->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, rows_freed_cb);
  for (guint i = 0; i < weekly->rows->len; i++)
    {
      SzTimetableRow *row = &g_array_index (weekly->rows, SzTimetableRow, i);
      GPtrArray *rows = g_hash_table_lookup (weekly->by_person, &row->person_id);

      if (rows == NULL)
        {
          rows = g_ptr_array_new ();
          g_hash_table_insert (weekly->by_person, &row->person_id, rows);
        }
      g_ptr_array_add (rows, row);
    }
}

SzWeekly *
sz_weekly_new (SzOffice *office, int year, GError **error)
{
  g_autoptr (SzWeekly) weekly = g_new0 (SzWeekly, 1);
  g_autoptr (GArray) params = sz_params_gather (office, error);

  weekly->year = year;
  if (params == NULL
      || !sz_rules_terms (params, sz_date_make (year, 12, 31), &weekly->terms, error))
    return NULL;
  weekly->rows = sz_store_timetable_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (weekly->rows == NULL)
    return NULL;
  sort_by_person (weekly);
  return g_steal_pointer (&weekly);
}

/* 2025春 of the timetable is 春季 of the record of 2025. */
static gboolean
is_same_season (const char *one, const char *other)
{
  static const char *const seasons[] = { "春", "夏", "秋", "冬" };

  for (gsize i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      if (strstr (one, seasons[i]) != NULL)
        return strstr (other, seasons[i]) != NULL;
    }
  return FALSE;
}

static gboolean
is_term (const SzWeekly *weekly, const char *term, const char *wanted)
{
  const SzDate start = sz_terms_start (&weekly->terms, term);
  g_autofree char *year = g_strdup_printf ("%d", weekly->year);

  if (start != SZ_DATE_NONE ? sz_date_year (start) != weekly->year : strstr (term, year) == NULL)
    return FALSE;
  return *wanted == '\0' || g_str_equal (term, wanted) || is_same_season (term, wanted);
}

static gboolean
is_course (const SzWeekly *weekly, const SzTimetableRow *row, const SzTeachingLine *line)
{
  return g_strcmp0 (row->course, line->course) == 0
         && g_strcmp0 (row->class_name, line->class_name) == 0
         && is_term (weekly, row->term, line->term);
}

static int
count_bits (guint64 bits)
{
  int n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static guint64
list_weeks (const SzLesson *lesson)
{
  guint64 bits = 0;

  for (int week = MAX (lesson->week_from, 1); week <= MIN (lesson->week_to, WEEKS_MAX); week++)
    {
      SzLesson one = { lesson->weekday, week, week, lesson->weeks };

      if (sz_lesson_weeks (&one) > 0)
        bits |= (guint64)1 << week;
    }
  return bits;
}

gboolean
sz_weekly_find (const SzWeekly *weekly, const SzTeachingLine *line, gint64 *hours_x100, int *weeks)
{
  GPtrArray *rows = g_hash_table_lookup (weekly->by_person, &line->person_id);
  guint64 held = 0;
  gint64 periods = 0;

  g_return_val_if_fail (weeks != NULL, FALSE);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTimetableRow *row = g_ptr_array_index (rows, i);
      SzLesson lesson = { row->weekday, row->week_from, row->week_to, row->weeks };
      guint64 bits = list_weeks (&lesson);

      if (!is_course (weekly, row, line))
        continue;
      held |= bits;
      periods += (gint64)count_bits (bits)
                 * count_bits (
                     sz_periods_parse (row->period,
                                       (const SzPeriodName *)(gpointer)weekly->terms.names->data,
                                       weekly->terms.names->len));
    }
  *weeks = count_bits (held);
  return periods > 0 && *weeks > 0
         && sz_decimal_div_round ((SzWide)periods * 100, *weeks, hours_x100, NULL);
}
