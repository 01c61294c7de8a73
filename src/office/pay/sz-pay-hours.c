/* sz-pay-hours.c — training records on leave, or at the time of a lesson
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-hours.h"

#include "sz-leave.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-store-registers.h"
#include "sz-store-timetable.h"
#include "sz-store-workload.h"

typedef struct
{
  GHashTable *by_person; /* person id → GPtrArray of rows of the other side, borrowed */
  SzTerms terms;
  GArray *found;
} Search;

static void
hours_cleared_cb (gpointer data)
{
  SzPayHours *hours = data;

  g_free (hours->period);
  g_free (hours->course);
}

static void
begin_search (Search *search)
{
  search->by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify)g_ptr_array_unref);
  search->found = g_array_new (FALSE, TRUE, sizeof (SzPayHours));
  g_array_set_clear_func (search->found, hours_cleared_cb);
}

static void
clear_search (Search *search)
{
  g_clear_pointer (&search->by_person, g_hash_table_unref);
  g_clear_pointer (&search->found, g_array_unref);
  sz_terms_clear (&search->terms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static void
note_row (Search *search, gint64 person_id, gpointer row)
{
  GPtrArray *rows = g_hash_table_lookup (search->by_person, &person_id);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (search->by_person, g_memdup2 (&person_id, sizeof person_id), rows);
    }
  g_ptr_array_add (rows, row);
}

/* The days of a leave as it ended. */
static SzLeave
get_leave (const SzLeaveRow *row)
{
  SzLeave leave = { row->kind, sz_date_first_day (row->from), row->to };

  if (sz_date_is_month (leave.to))
    leave.to = sz_month_last_day (sz_date_month (leave.to));
  sz_leave_end (leave.from, &leave.to, sz_date_first_day (row->back));
  return leave;
}

static gboolean
check_leaves_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingRow *row = data;
  Search *search = user_data;
  const GPtrArray *leaves = g_hash_table_lookup (search->by_person, &row->person_id);

  for (guint i = 0; leaves != NULL && i < leaves->len; i++)
    {
      const SzLeaveRow *of = g_ptr_array_index (leaves, i);
      const SzLeave leave = get_leave (of);
      const SzPayHours hours = { row->id, row->person_id, row->date, of->id, of->kind, NULL, NULL };

      if (leave.from <= row->date && row->date <= leave.to)
        g_array_append_val (search->found, hours);
    }
  return TRUE;
}

GArray *
sz_pay_hours_on_leave (SzOffice *office, int year, GError **error)
{
  g_auto (Search) search = { 0 };
  g_autoptr (GArray) leaves = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  begin_search (&search);
  leaves = sz_store_leave_list (store, SZ_ROWS_ALL, error);
  for (guint i = 0; leaves != NULL && i < leaves->len; i++)
    {
      SzLeaveRow *row = &g_array_index (leaves, SzLeaveRow, i);

      if (row->kind == SZ_LEAVE_SICK || row->kind == SZ_LEAVE_PERSONAL
          || row->kind == SZ_LEAVE_MATERNITY || row->kind == SZ_LEAVE_ABSENT)
        note_row (&search, row->person_id, row);
    }
  if (leaves == NULL
      || !sz_store_training_each (store, year != 0 ? SZ_ROWS_OF_YEAR (year) : SZ_ROWS_ALL,
                                  check_leaves_cb, &search, error))
    return NULL;
  return g_steal_pointer (&search.found);
}

/* RULE wrk-6: the day and a period in common. */
static gboolean
is_same_time (const Search *search, const SzTimetableRow *lesson, const SzTrainingRow *record)
{
  const SzLesson held = { lesson->weekday, lesson->week_from, lesson->week_to, lesson->weeks };
  const SzDate start = sz_terms_start (&search->terms, lesson->term);

  return start != SZ_DATE_NONE && sz_lesson_held (&held, start, sz_date_first_day (record->date))
         && sz_periods_clash (lesson->period, record->period,
                              (const SzPeriodName *)(gpointer)search->terms.names->data,
                              search->terms.names->len);
}

static gboolean
check_lessons_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingRow *row = data;
  Search *search = user_data;
  const GPtrArray *lessons = g_hash_table_lookup (search->by_person, &row->person_id);

  if (row->pay_mode != SZ_PAY_MODE_FEE || row->period == NULL || *row->period == '\0')
    return TRUE;
  for (guint i = 0; lessons != NULL && i < lessons->len; i++)
    {
      const SzTimetableRow *lesson = g_ptr_array_index (lessons, i);

      if (is_same_time (search, lesson, row))
        {
          const SzPayHours hours = { row->id,
                                     row->person_id,
                                     row->date,
                                     lesson->id,
                                     SZ_LEAVE_SICK,
                                     g_strdup (lesson->period),
                                     g_strdup (lesson->course) };

          g_array_append_val (search->found, hours);
          return TRUE;
        }
    }
  return TRUE;
}

GArray *
sz_pay_hours_double (SzOffice *office, int year, GError **error)
{
  g_auto (Search) search = { 0 };
  g_autoptr (GArray) lessons = NULL;
  g_autoptr (GArray) params = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  begin_search (&search);
  params = sz_params_gather (office, error);
  if (params == NULL || !sz_rules_terms (params, sz_office_today (office), &search.terms, error))
    return NULL;
  lessons = sz_store_timetable_list (store, SZ_ROWS_ALL, error);
  for (guint i = 0; lessons != NULL && i < lessons->len; i++)
    {
      SzTimetableRow *row = &g_array_index (lessons, SzTimetableRow, i);

      note_row (&search, row->person_id, row);
    }
  if (lessons == NULL
      || !sz_store_training_each (store, year != 0 ? SZ_ROWS_OF_YEAR (year) : SZ_ROWS_ALL,
                                  check_lessons_cb, &search, error))
    return NULL;
  return g_steal_pointer (&search.found);
}
