/* sz-leave-sheet.c — what leave takes off basic pay in a year 病事假扣发
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave-sheet.h"

#include <string.h>

#include "sz-calendar-book.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-payrun.h"
#include "sz-store-people.h"
#include "sz-store-registers.h"
#include "sz-store-salary.h"

/* What a person's rows are made from. */
typedef struct
{
  GArray *leaves; /* of SzLeave, NULL: none */
  SzMoney base_fen[12];
} Person;

typedef struct
{
  SzLeaveSheet *sheet;
  SzLeaveBook book;
  SzIssueList *issues;
  GHashTable *people; /* person id → Person */
} Job;

static void
free_person (Person *person)
{
  g_clear_pointer (&person->leaves, g_array_unref);
  g_free (person);
}

static Person *
find_person (Job *job, gint64 person_id)
{
  Person *person = g_hash_table_lookup (job->people, &person_id);

  if (person == NULL)
    {
      person = g_new0 (Person, 1);
      for (int i = 0; i < 12; i++)
        person->base_fen[i] = -1;
      g_hash_table_insert (job->people, g_memdup2 (&person_id, sizeof person_id), person);
    }
  return person;
}

static gboolean
take_leave_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzLeaveRow *row = data;
  Person *person = find_person (user_data, row->person_id);
  SzLeave leave = { row->kind, sz_date_first_day (row->from), row->to };

  (void)error;
  if (sz_date_is_month (leave.to))
    leave.to = sz_month_last_day (sz_date_month (leave.to));
  sz_leave_end (leave.from, &leave.to, sz_date_first_day (row->back));
  if (person->leaves == NULL)
    person->leaves = g_array_new (FALSE, FALSE, sizeof (SzLeave));
  g_array_append_val (person->leaves, leave);
  return TRUE;
}

static gboolean
take_salary_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzSalaryRow *row = data;
  Job *job = user_data;

  (void)error;
  if (row->base_fen >= 0 && row->month >= 1 && row->month <= 12)
    find_person (job, row->person_id)->base_fen[row->month - 1] = row->base_fen;
  return TRUE;
}

static int
compare_leaves_cb (gconstpointer a, gconstpointer b)
{
  const SzLeave *left = a;
  const SzLeave *right = b;

  if (left->from != right->from)
    return left->from - right->from;
  if (left->to != right->to)
    return left->to - right->to;
  return (int)left->kind - (int)right->kind;
}

static void
add_row (Job *job, const SzPersonFile *file, const SzLeave *leave, const SzLeaveLine *line)
{
  const SzRecord *record = sz_record_at ((const SzRecord *)(gpointer)file->records->data,
                                         file->records->len, SZ_RECORD_DEPARTMENT, line->from);
  SzLeaveSheetRow row = { .staff_no = g_strdup (file->person.staff_no),
                          .name = g_strdup (file->person.name),
                          .department = g_strdup (record != NULL ? record->value : ""),
                          .work_start = file->person.work_start,
                          .kind = leave->kind,
                          .line = *line };

  job->sheet->total_fen += line->deduction_fen;
  g_array_append_val (job->sheet->rows, row);
}

static gboolean
count_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Job *job = user_data;
  Person *known = g_hash_table_lookup (job->people, &file->person.id);
  g_autoptr (GArray) lines = NULL;
  SzLeavePerson person;

  if (known == NULL || known->leaves == NULL)
    return TRUE;
  g_array_sort (known->leaves, compare_leaves_cb);
  person = (SzLeavePerson){ .staff_no = file->person.staff_no,
                            .leaves = (const SzLeave *)(gpointer)known->leaves->data,
                            .n_leaves = known->leaves->len,
                            .work_start = sz_date_first_day (file->person.work_start) };
  /* RULE pay-14: basic pay is that of the latest month of the year that gives one. */
  for (int i = 0; i < 12; i++)
    person.base_fen[i]
        = known->base_fen[i] >= 0 || i == 0 ? known->base_fen[i] : person.base_fen[i - 1];
  lines = g_array_new (FALSE, FALSE, sizeof (SzLeaveLine));
  if (!sz_leave_pay (&job->book, &person, job->issues, lines, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SzLeaveLine *line = &g_array_index (lines, SzLeaveLine, i);

      if (job->sheet->month == 0 || job->sheet->month == line->month)
        add_row (job, file, &g_array_index (known->leaves, SzLeave, line->leave), line);
    }
  return TRUE;
}

static void
row_cleared_cb (gpointer data)
{
  SzLeaveSheetRow *row = data;

  g_free (row->staff_no);
  g_free (row->name);
  g_free (row->department);
}

void
sz_leave_sheet_free (SzLeaveSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_array_unref (sheet->rows);
  g_free (sheet);
}

static gboolean
fill_sheet (Job *job, SzOffice *office, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzCalendar) calendar = params != NULL ? sz_calendar_book_load (office, error) : NULL;
  SzLeaveRules rules;

  if (calendar == NULL
      || !sz_rules_leave (params, sz_date_make (job->sheet->year, 12, 31), &rules, error))
    return FALSE;
  job->book = (SzLeaveBook){ &rules, calendar, job->sheet->year };
  return sz_store_leave_each (store, SZ_ROWS_ALL, take_leave_cb, job, error)
         && sz_store_salary_each (store, SZ_ROWS_OF_YEAR (job->sheet->year), take_salary_cb, job,
                                  error)
         && sz_store_people_each (store, count_person_cb, job, error);
}

SzLeaveSheet *
sz_view_leave_sheet (SzOffice *office, int year, int month, SzIssueList *issues, GError **error)
{
  g_autoptr (SzLeaveSheet) sheet = NULL;
  g_autoptr (GHashTable) people = NULL;
  g_autofree char *count = NULL;
  guint before;
  Job job = { .issues = issues };
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && issues != NULL, NULL);
  before = sz_issue_list_errors (issues);
  sheet = g_new0 (SzLeaveSheet, 1);
  sheet->year = year;
  sheet->month = month;
  sheet->rows = g_array_new (FALSE, TRUE, sizeof (SzLeaveSheetRow));
  g_array_set_clear_func (sheet->rows, row_cleared_cb);
  people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)free_person);
  job.sheet = sheet;
  job.people = people;
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  filled = fill_sheet (&job, office, error);
  sz_store_end_read (sz_office_get_store (office));
  if (!filled)
    return NULL;
  if (sz_issue_list_errors (issues) == before)
    return g_steal_pointer (&sheet);
  count = g_strdup_printf ("%u", sz_issue_list_errors (issues) - before);
  sz_error_set (error, SZ_ERROR_FORMAT, "leave.inputs_missing", "count", count, NULL);
  return NULL;
}
