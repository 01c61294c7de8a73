/* sz-assess-grade.c — grades given by hand, and corrected once their year is confirmed (RULE asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-assess-grade.h"

#include "sz-act.h"
#include "sz-case-tables.h"
#include "sz-codes.h"
#include "sz-office-act.h"
#include "sz-office-private.h"
#include "sz-store-case.h"
#include "sz-store-people.h"
#include "sz-store-rounds.h"
#include "sz-store-workload.h"

gboolean
sz_assess_is_confirmed (SzOffice *office, int year, gboolean *confirmed, GError **error)
{
  g_auto (SzAssessYearRow) row = { .year = year };
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && confirmed != NULL, FALSE);

  store = sz_office_get_store (office);
  *confirmed = FALSE;
  if (!sz_store_assess_year_find (store, &row, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  file = sz_store_case_load (store, sz_case_assess_year.kind, row.id, error);
  *confirmed = file != NULL && g_str_equal (file->head.state, "confirmed");
  return file != NULL;
}

static gboolean
put_grade (SzAct *act, const SzAssessGrades *asked, const char *staff_no, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (SzPersonFile) file
      = sz_store_person_by_staff_no (sz_act_get_store (act), staff_no, &reason);
  SzAssessmentRow row = { .year = asked->year };
  gboolean found = FALSE;
  SzPutResult result;

  if (file == NULL && reason == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", staff_no, NULL);
  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  row.person_id = file->person.id;
  if (!sz_store_assessment_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  /* By hand from now on: the sheet it came from no longer says so. */
  row.grade = asked->grade;
  row.batch_id = 0;
  row.source_row = 0;
  return sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

/* What is asked, inside the act. */
typedef struct
{
  SzOffice *office;
  const SzAssessGrades *asked;
} Job;

static gboolean
put_grades (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzAssessGrades *asked = job->asked;
  g_autofree char *year = g_strdup_printf ("%d", asked->year);
  const SzCode *grade = sz_codes_by_value (SZ_TABLE_GRADE, (int)asked->grade);
  const gboolean has_reason = asked->reason != NULL && *asked->reason != '\0';
  json_t *people = json_array ();
  gboolean confirmed;

  for (guint i = 0; asked->staff_nos[i] != NULL; i++)
    json_array_append_new (people, json_string (asked->staff_nos[i]));
  json_object_set_new (summary, "year", json_integer (asked->year));
  json_object_set_new (summary, "people", people);
  json_object_set_new (summary, "grade", json_string (grade->name));
  if (has_reason)
    json_object_set_new (summary, "reason", json_string (asked->reason));
  if (!sz_assess_is_confirmed (job->office, asked->year, &confirmed, error))
    return FALSE;
  if (confirmed && !has_reason)
    return sz_error_set (error, SZ_ERROR_REFUSED, "assess.confirmed", "year", year, NULL);
  for (guint i = 0; asked->staff_nos[i] != NULL; i++)
    if (!put_grade (act, asked, asked->staff_nos[i], error))
      return FALSE;
  return TRUE;
}

gboolean
sz_assess_grade (SzOffice *office, const SzAssessGrades *asked, GError **error)
{
  Job job = { office, asked };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && asked != NULL && asked->staff_nos != NULL, FALSE);
  g_return_val_if_fail (asked->grade < SZ_GRADE_NONE, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "assess.grade" }, put_grades, &job, NULL,
                        error);
}
