/* sz-leave-book.c — the ledger of leave 请假登记 of a year, and a leave that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave-book.h"

#include <string.h>

#include "sz-calendar-book.h"
#include "sz-office-private.h"
#include "sz-store-people.h"
#include "sz-store-registers.h"

typedef struct
{
  GArray *entries; /* of SzLeaveEntry */
  GHashTable *of;  /* person id → GArray of indexes */
  SzCalendar *calendar;
  int year;
} Job;

static void
entry_cleared_cb (gpointer data)
{
  SzLeaveEntry *entry = data;

  g_free (entry->staff_no);
  g_free (entry->name);
  g_free (entry->department);
  g_free (entry->note);
}

/* Granted from a month to a month, and shortened by whoever came back early. */
static SzLeave
make_leave (const SzLeaveRow *row)
{
  SzLeave leave = { row->kind, sz_date_first_day (row->from), row->to };

  if (sz_date_is_month (leave.to))
    leave.to = sz_month_last_day (sz_date_month (leave.to));
  sz_leave_end (leave.from, &leave.to, sz_date_first_day (row->back));
  return leave;
}

static int
count_working_days (const SzCalendar *calendar, const SzLeave *leave)
{
  int days = 0;

  return sz_leave_count_workdays (calendar, leave->from, leave->to, &days, NULL) ? days : -1;
}

static void
count_months (SzLeaveEntry *entry, int year)
{
  for (int month = 1; month <= 12; month++)
    {
      const SzDate first = sz_date_make (year, month, 1);
      const SzDate from = MAX (entry->leave.from, first);
      const SzDate to = MIN (entry->leave.to, sz_month_last_day (sz_date_month (first)));

      entry->month_days[month - 1] = from <= to ? sz_leave_count_days (from, to) : 0;
    }
}

static gboolean
take_leave_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzLeaveRow *row = data;
  Job *job = user_data;
  SzLeaveEntry entry = { .id = row->id, .leave = make_leave (row), .back = row->back };
  GArray *places;

  if (sz_date_year (entry.leave.from) > job->year || sz_date_year (entry.leave.to) < job->year)
    return TRUE;
  entry.note = g_strdup (row->note);
  entry.days = sz_leave_count_days (entry.leave.from, entry.leave.to);
  entry.working_days = count_working_days (job->calendar, &entry.leave);
  count_months (&entry, job->year);
  places = g_hash_table_lookup (job->of, &row->person_id);
  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (job->of, g_memdup2 (&row->person_id, sizeof row->person_id), places);
    }
  g_array_append_val (places, job->entries->len);
  g_array_append_val (job->entries, entry);
  return TRUE;
}

static gboolean
name_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const GArray *places = g_hash_table_lookup (job->of, &file->person.id);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      SzLeaveEntry *entry
          = &g_array_index (job->entries, SzLeaveEntry, g_array_index (places, guint, i));
      const SzRecord *record
          = sz_record_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                          SZ_RECORD_DEPARTMENT, entry->leave.from);

      entry->staff_no = g_strdup (file->person.staff_no);
      entry->name = g_strdup (file->person.name);
      entry->department = g_strdup (record != NULL ? record->value : "");
    }
  return TRUE;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const SzLeaveEntry *one = a;
  const SzLeaveEntry *other = b;

  if (one->leave.from != other->leave.from)
    return one->leave.from - other->leave.from;
  return g_strcmp0 (one->staff_no, other->staff_no);
}

GArray *
sz_view_leaves (SzOffice *office, int year, GError **error)
{
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GHashTable) of = NULL;
  g_autoptr (SzCalendar) calendar = NULL;
  SzStore *store;
  Job job;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  calendar = sz_calendar_book_load (office, error);
  if (calendar == NULL || !sz_store_begin_read (store, error))
    return NULL;
  entries = g_array_new (FALSE, TRUE, sizeof (SzLeaveEntry));
  g_array_set_clear_func (entries, entry_cleared_cb);
  of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  job = (Job){ entries, of, calendar, year };
  filled = sz_store_leave_each (store, SZ_ROWS_ALL, take_leave_cb, &job, error)
           && sz_store_people_each (store, name_person_cb, &job, error);
  sz_store_end_read (store);
  if (!filled)
    return NULL;
  g_array_sort (entries, compare_entries_cb);
  return g_steal_pointer (&entries);
}

static int
compare_leaves_cb (gconstpointer a, gconstpointer b)
{
  return ((const SzLeave *)a)->from - ((const SzLeave *)b)->from;
}

GArray *
sz_view_person_leaves (SzOffice *office, gint64 person_id, int year, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  GArray *leaves;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  rows
      = sz_store_leave_list (sz_office_get_store (office), (SzRowFilter){ 0, person_id, 0 }, error);
  if (rows == NULL)
    return NULL;
  leaves = g_array_new (FALSE, FALSE, sizeof (SzLeave));
  for (guint i = 0; i < rows->len; i++)
    {
      const SzLeave leave = make_leave (&g_array_index (rows, SzLeaveRow, i));

      if (sz_date_year (leave.from) <= year && sz_date_year (leave.to) >= year)
        g_array_append_val (leaves, leave);
    }
  g_array_sort (leaves, compare_leaves_cb);
  return leaves;
}

void
sz_leave_guess_free (SzLeaveGuess *guess)
{
  if (guess == NULL)
    return;
  g_free (guess->name);
  g_free (guess);
}

/* "person.unknown" is an answer, not an error. */
static gboolean
find_clash (SzLeaveGuess *guess,
            SzStore *store,
            const char *staff_no,
            const SzLeave *leave,
            gint64 except,
            GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) person = sz_store_person_by_staff_no (store, staff_no, &fault);
  g_autoptr (GArray) rows = NULL;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  guess->known = person != NULL;
  if (person == NULL)
    return TRUE;
  guess->name = g_strdup (person->person.name);
  rows = sz_store_leave_list (store, (SzRowFilter){ 0, person->person.id, 0 }, error);
  for (guint i = 0; rows != NULL && i < rows->len && !guess->clashes; i++)
    {
      const SzLeaveRow *row = &g_array_index (rows, SzLeaveRow, i);

      guess->other = make_leave (row);
      guess->clashes = row->id != except && sz_leaves_overlap (&guess->other, leave);
    }
  return rows != NULL;
}

SzLeaveGuess *
sz_view_leave_guess (
    SzOffice *office, const char *staff_no, const SzLeave *leave, gint64 except, GError **error)
{
  g_autoptr (SzLeaveGuess) guess = NULL;
  g_autoptr (SzCalendar) calendar = NULL;
  SzStore *store;
  gboolean found;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL && leave != NULL, NULL);
  store = sz_office_get_store (office);
  calendar = sz_calendar_book_load (office, error);
  if (calendar == NULL || !sz_store_begin_read (store, error))
    return NULL;
  guess = g_new0 (SzLeaveGuess, 1);
  guess->days = sz_leave_count_days (leave->from, leave->to);
  guess->working_days = count_working_days (calendar, leave);
  found = find_clash (guess, store, staff_no, leave, except, error);
  sz_store_end_read (store);
  return found ? g_steal_pointer (&guess) : NULL;
}
