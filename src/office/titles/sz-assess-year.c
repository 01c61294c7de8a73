/* sz-assess-year.c — the annual assessment of a year, as a whole (RULE asm-1 … asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-assess-year.h"

#include <string.h>

#include "sz-act.h"
#include "sz-calendar-book.h"
#include "sz-case-act.h"
#include "sz-params.h"
#include "sz-store-careers.h"
#include "sz-store-people.h"
#include "sz-store-rounds.h"
#include "sz-title-params.h"

#define ORDINARY_CAP_X1E4 2000
#define LAST_MONTH 12
#define LAST_DAY 31

void
sz_assess_year_free (SzAssessYear *year)
{
  if (year == NULL)
    return;
  g_free (year->state);
  g_free (year->approval);
  g_array_unref (year->people);
  g_array_unref (year->shares);
  g_free (year);
}

static void
clear_person_cb (gpointer data)
{
  SzAssessPerson *person = data;

  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->department);
}

static SzAssessYear *
make_year (int number)
{
  SzAssessYear *year = g_new0 (SzAssessYear, 1);

  year->year = number;
  year->people = g_array_new (FALSE, TRUE, sizeof (SzAssessPerson));
  g_array_set_clear_func (year->people, clear_person_cb);
  year->shares = g_array_new (FALSE, TRUE, sizeof (SzAssessShare));
  return year;
}

static gboolean
assess_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  SzAssessYear *year = user_data;
  SzAssessPerson person = { 0 };

  (void)error;
  sz_assess_person (career, year->year, &person.assessed);
  if (!person.assessed.due)
    return TRUE;
  person.staff_no = g_strdup (career->person->staff_no);
  person.name = g_strdup (career->person->name);
  person.department = g_strdup (person.assessed.department);
  person.assessed.department = NULL;
  g_array_append_val (year->people, person);
  return TRUE;
}

static void
count_share (GArray *shares, const SzAssessPerson *person)
{
  SzAssessShare share = { .department = person->department, .position = G_MAXINT };
  SzAssessShare *found = NULL;

  for (guint i = 0; i < shares->len && found == NULL; i++)
    if (g_str_equal (g_array_index (shares, SzAssessShare, i).department, person->department))
      found = &g_array_index (shares, SzAssessShare, i);
  if (found == NULL)
    {
      g_array_append_val (shares, share);
      found = &g_array_index (shares, SzAssessShare, shares->len - 1);
    }
  found->due++;
  found->taken += person->assessed.grade != SZ_GRADE_NONE;
  found->excellent += person->assessed.grade == SZ_GRADE_EXCELLENT;
}

static gboolean
place_shares (SzAssessYear *year, SzStore *store, GError **error)
{
  g_autoptr (GArray) departments = sz_store_department_list (store, SZ_ROWS_ALL, error);

  if (departments == NULL)
    return FALSE;
  for (guint i = 0; i < year->shares->len; i++)
    {
      SzAssessShare *share = &g_array_index (year->shares, SzAssessShare, i);

      for (guint j = 0; j < departments->len; j++)
        {
          const SzDepartment *row = &g_array_index (departments, SzDepartment, j);

          if (g_strcmp0 (row->name, share->department) == 0 && row->position > 0)
            share->position = row->position;
        }
    }
  return sz_assess_share_out (year->shares, year->cap, error);
}

static gboolean
sum_up (SzAssessYear *year, SzStore *store, GError **error)
{
  for (guint i = 0; i < year->people->len; i++)
    {
      const SzAssessPerson *person = &g_array_index (year->people, SzAssessPerson, i);

      year->due++;
      if (person->assessed.grade != SZ_GRADE_NONE)
        {
          year->taken++;
          year->grades[person->assessed.grade]++;
        }
      count_share (year->shares, person);
    }
  year->cap = sz_assess_cap (year->cap_ratio_x1e4, year->due);
  year->over = MAX (0, year->grades[SZ_GRADE_EXCELLENT] - year->cap);
  return place_shares (year, store, error);
}

static gboolean
read_params (SzAssessYear *year, SzOffice *office, GError **error)
{
  const SzDate last = sz_date_make (year->year, LAST_MONTH, LAST_DAY);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzTitleParams) loaded
      = params != NULL ? sz_title_params_load (params, last, error) : NULL;
  const SzParam *cap;

  if (loaded == NULL)
    return FALSE;
  cap = sz_param_at ((const SzParam *)(gpointer)params->data, params->len, "assess.excellent_cap",
                     last);
  year->cap_ratio_x1e4 = loaded->rules.excellent_cap_x1e4;
  year->cap_by_department = loaded->rules.cap_by_department;
  memcpy (year->deduct_months, loaded->rules.deduct_months, sizeof year->deduct_months);
  year->approval
      = g_strdup (cap != NULL && year->cap_ratio_x1e4 > ORDINARY_CAP_X1E4 ? cap->source : "");
  return TRUE;
}

static gboolean
read_state (SzAssessYear *year, SzStore *store, GError **error)
{
  g_auto (SzAssessYearRow) row = { .year = year->year };
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;

  if (!sz_store_assess_year_find (store, &row, &found, error))
    return FALSE;
  if (found)
    {
      file = sz_store_case_load (store, sz_case_assess_year.kind, row.id, error);
      if (file == NULL)
        return FALSE;
      year->start = row.start;
      year->days = row.days;
      year->end = row.end;
    }
  year->state = g_strdup (found && *file->head.state != '\0' ? file->head.state : "draft");
  return TRUE;
}

/* RULE asm-1, asm-2 */
static gboolean
gather_year (SzAssessYear *year, SzOffice *office, SzStore *store, GError **error)
{
  return read_params (year, office, error) && read_state (year, store, error)
         && sz_store_careers_each (store,
                                   SZ_CAREER_GRADES | SZ_CAREER_LEAVES | SZ_CAREER_DISCIPLINE,
                                   assess_career_cb, year, error)
         && sum_up (year, store, error);
}

SzAssessYear *
sz_assess_year (SzOffice *office, int number, GError **error)
{
  g_autoptr (SzAssessYear) year = NULL;
  SzStore *store;
  gboolean gathered;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  year = make_year (number);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  gathered = gather_year (year, office, store, error);
  sz_store_end_read (store);
  return gathered ? g_steal_pointer (&year) : NULL;
}

GArray *
sz_assess_findings (const SzAssessYear *year)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (SzAssessFinding));

  g_return_val_if_fail (year != NULL, findings);

  for (guint i = 0; i < year->people->len; i++)
    {
      const SzAssessPerson *person = &g_array_index (year->people, SzAssessPerson, i);

      for (int flag = 0; flag < SZ_N_ASSESS_FLAGS; flag++)
        {
          const SzAssessFinding finding
              = { 1u << flag == SZ_ASSESS_EXCELLENT_BARRED ? SZ_SEVERITY_ERROR
                                                           : SZ_SEVERITY_WARNING,
                  sz_assess_flag_code (flag), person->staff_no, NULL };

          if (person->assessed.flags & 1u << flag)
            g_array_append_val (findings, finding);
        }
    }
  if (year->over > 0)
    {
      const SzAssessFinding finding = { SZ_SEVERITY_WARNING, "assess.over_cap", NULL, NULL };

      g_array_append_val (findings, finding);
    }
  for (guint i = 0; year->cap_by_department && i < year->shares->len; i++)
    {
      const SzAssessShare *share = &g_array_index (year->shares, SzAssessShare, i);
      const SzAssessFinding finding
          = { SZ_SEVERITY_WARNING, "assess.department_over_cap", NULL, share->department };

      if (share->excellent > share->cap)
        g_array_append_val (findings, finding);
    }
  return findings;
}

/* A step of a year. */
typedef struct
{
  SzOffice *office;
  SzAssessYear *year;
  SzAssessYearRow *row;
  SzDate from;
} Step;

/* RULE asm-5: neither is done while an error stands, over the cap, or with somebody missing. */
static gboolean
judge_year (const SzAssessYear *year, GError **error)
{
  g_autoptr (GArray) findings = sz_assess_findings (year);
  g_autofree char *number = g_strdup_printf ("%d", year->year);
  g_autofree char *over = g_strdup_printf ("%" G_GINT64_FORMAT, year->over);

  for (guint i = 0; i < findings->len; i++)
    {
      const SzAssessFinding *finding = &g_array_index (findings, SzAssessFinding, i);

      if (finding->severity == SZ_SEVERITY_ERROR || g_str_equal (finding->code, "assess.missing"))
        return sz_error_set (error, SZ_ERROR_REFUSED, finding->code, "year", number, "value",
                             finding->staff_no, NULL);
      if (g_str_equal (finding->code, "assess.department_over_cap"))
        return sz_error_set (error, SZ_ERROR_REFUSED, finding->code, "year", number, "value",
                             finding->department, NULL);
    }
  if (year->over > 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "assess.over_cap", "year", number, "value", over,
                         NULL);
  return TRUE;
}

static gboolean
begin_notice (SzCaseWalk *walk, Step *step, GError **error)
{
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (step->office, error);
  g_autoptr (GArray) params = sz_params_gather (step->office, error);
  const SzDate start = step->from != SZ_DATE_NONE ? step->from : walk->ask->day;
  g_autoptr (SzTitleParams) loaded
      = params != NULL ? sz_title_params_load (params, start, error) : NULL;
  SzPutResult result;

  if (calendar == NULL || loaded == NULL)
    return FALSE;
  step->row->start = start;
  step->row->days = loaded->rules.publicity_wd;
  return sz_calendar_end_of_notice (calendar, start, step->row->days, &step->row->end, error)
         && sz_store_assess_year_put (walk->act, step->row, SZ_PUT_UPDATE, &result, error);
}

static gboolean
step_hook (SzCaseWalk *walk, GError **error)
{
  Step *step = walk->user_data;
  g_autofree char *end = sz_date_format (step->row->end);

  if (g_str_equal (walk->move->verb, "begin") || g_str_equal (walk->move->verb, "draft"))
    return TRUE;
  if (!judge_year (step->year, error))
    return FALSE;
  if (g_str_equal (walk->move->verb, "announced"))
    return begin_notice (walk, step, error);
  return walk->ask->day > step->row->end
         || sz_error_set (error, SZ_ERROR_REFUSED, "assess.notice_running", "date", end, NULL);
}

static const SzCaseWay way = { &sz_case_assess_year, "assess", step_hook };

/* What is asked, inside the act. */
typedef struct
{
  Step step;
  SzCaseAsk ask;
} Job;

static gboolean
walk_year (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  g_auto (SzAssessYearRow) row = { .year = job->step.year->year };
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;
  SzPutResult result;

  job->ask.who = sz_act_get_who (act);
  job->step.row = &row;
  if (!sz_store_assess_year_find (store, &row, &found, error)
      || (!found && !sz_store_assess_year_put (act, &row, SZ_PUT_INSERT, &result, error)))
    return FALSE;
  file = sz_store_case_load (store, sz_case_assess_year.kind, row.id, error);
  if (file == NULL)
    return FALSE;
  if (*file->head.state == '\0')
    {
      const SzCaseAsk begin = { .verb = "begin", .subject = job->ask.subject, .who = job->ask.who };

      if (!sz_office_case_step (act, summary, &way, file, &begin, &job->step, error))
        return FALSE;
      if (g_str_equal (job->ask.verb, "begin"))
        return TRUE;
    }
  return sz_office_case_step (act, summary, &way, file, &job->ask, &job->step, error);
}

gboolean
sz_assess_step (SzOffice *office, const SzAssessStep *step, GError **error)
{
  g_autoptr (SzAssessYear) year = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *kind = NULL;
  Job job = { .step = { .office = office } };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && step != NULL && step->step != NULL, FALSE);

  year = sz_assess_year (office, step->year, error);
  if (year == NULL)
    return FALSE;
  subject = g_strdup_printf ("%d", step->year);
  kind = g_strconcat ("assess.", step->step, NULL);
  job.step.year = year;
  job.step.from = step->from;
  job.ask = (SzCaseAsk){
    .verb = step->step, .subject = subject, .day = step->on, .reason = step->reason
  };
  return sz_office_run (office, &(SzActHead){ .kind = kind }, walk_year, &job, NULL, error);
}

SzCaseView *
sz_assess_case (SzOffice *office, int year, GError **error)
{
  g_auto (SzAssessYearRow) row = { .year = year };
  gboolean found = FALSE;
  SzCaseView *view;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (!sz_store_assess_year_find (sz_office_get_store (office), &row, &found, error))
    return NULL;
  if (found)
    return sz_view_case (office, &sz_case_assess_year, row.id, error);
  view = g_new0 (SzCaseView, 1);
  view->table = &sz_case_assess_year;
  view->state = g_strdup ("");
  view->steps = g_array_new (FALSE, TRUE, sizeof (SzCaseStep));
  view->moves = g_ptr_array_new ();
  g_ptr_array_add (view->moves, (gpointer)sz_case_find_move (view->table, "", "begin"));
  return view;
}
