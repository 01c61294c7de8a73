/* sz-pay-watch.c — findings of a year about pay, leave and those who teach for a fee
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-watch.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-message.h"
#include "sz-office-private.h"
#include "sz-pay-hours.h"
#include "sz-pay-notice.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"
#include "sz-total-act.h"

typedef struct
{
  SzOffice *office;
  SzStore *store;
  int year;
  GArray *findings;
  GHashTable *staff_nos; /* person id → 工号 */
  SzPersonNames *names;
} Watch;

static void
finding_cleared_cb (gpointer data)
{
  SzPayFinding *finding = data;

  g_free (finding->staff_no);
  g_free (finding->message);
}

static void
add_finding (Watch *watch,
             SzSeverity severity,
             const char *code,
             gint64 run,
             const char *staff_no,
             SzDate date,
             const char *detail)
{
  g_autoptr (SzIssueList) list = sz_issue_list_new ();
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run);
  g_autofree char *day = sz_date_format (date);
  const SzIssue *issue
      = sz_issue_list_add (list, severity, code, 0, NULL, detail, "run", number, "staff_no",
                           staff_no, "date", day, "detail", detail, NULL);
  SzPayFinding finding = { severity, g_intern_string (code),      run, g_strdup (staff_no),
                           date,     sz_message_for_issue (issue) };

  g_array_append_val (watch->findings, finding);
}

/* RULE pay-18: more was paid than is allowed; a document makes it a warning. */
static gboolean
watch_cap (Watch *watch, GError **error)
{
  g_autoptr (SzTotalView) total = sz_office_total (watch->office, watch->year, error);
  gboolean approved = FALSE;
  g_autofree char *over = NULL;

  if (total == NULL)
    return FALSE;
  if (!total->facts.has_cap || total->total.r_fen <= total->facts.cap_fen)
    return TRUE;
  for (guint i = 0; i < total->runs->runs->len; i++)
    {
      const SzPayYearRun *run = &g_array_index (total->runs->runs, SzPayYearRun, i);
      g_autoptr (SzCaseFile) file
          = sz_store_case_load (watch->store, sz_case_pay_run.kind, run->run, error);
      const SzCaseStep *steps;
      const SzCaseStep *step;
      guint n_steps = 0;

      if (file == NULL)
        return FALSE;
      steps = sz_case_file_steps (file, &n_steps);
      step = sz_case_last_step (&sz_case_pay_run, steps, n_steps, "approve waive");
      approved |= strcmp (run->state, "paid") == 0 && step != NULL && step->approval != NULL
                  && *step->approval != '\0';
    }
  over = sz_money_format (total->total.r_fen - total->facts.cap_fen);
  add_finding (watch, approved ? SZ_SEVERITY_WARNING : SZ_SEVERITY_ERROR, "pay.over_cap", 0, NULL,
               SZ_DATE_NONE, over);
  return TRUE;
}

/* aud-2: runs that were marked on their way, once approved or paid. */
static gboolean
watch_marks (Watch *watch, GError **error)
{
  static const char *const marks[] = { "pay.same_person", "pay.no_notice", "pay.approved_stale" };
  g_autoptr (SzPayYear) year = sz_pay_year_read (watch->office, watch->year, error);

  if (year == NULL)
    return FALSE;
  for (gsize m = 0; m < G_N_ELEMENTS (marks); m++)
    for (guint i = 0; i < year->runs->len; i++)
      {
        const SzPayYearRun *run = &g_array_index (year->runs, SzPayYearRun, i);
        g_autoptr (SzCaseFile) file = NULL;
        g_autoptr (GPtrArray) found = NULL;

        if (strcmp (run->state, "approved") != 0 && strcmp (run->state, "paid") != 0)
          continue;
        file = sz_store_case_load (watch->store, sz_case_pay_run.kind, run->run, error);
        if (file == NULL)
          return FALSE;
        found = sz_pay_marks_of (file);
        if (g_ptr_array_find_with_equal_func (found, marks[m], g_str_equal, NULL))
          add_finding (watch, SZ_SEVERITY_WARNING, marks[m], run->run, NULL, SZ_DATE_NONE,
                       run->name);
      }
  return TRUE;
}

static int
compare_findings_cb (gconstpointer a, gconstpointer b)
{
  const SzPayFinding *left = a;
  const SzPayFinding *right = b;
  int order = g_strcmp0 (left->staff_no, right->staff_no);

  return order != 0 ? order : left->date - right->date;
}

/* Those of one kind by person, then by day. */
static void
sort_from (Watch *watch, guint first)
{
  if (watch->findings->len > first)
    qsort (&g_array_index (watch->findings, SzPayFinding, first), watch->findings->len - first,
           sizeof (SzPayFinding), compare_findings_cb);
}

/* Training records that lie in a leave (@on_leave), or in a lesson of their teacher. */
static gboolean
watch_hours (Watch *watch, gboolean on_leave, GError **error)
{
  const guint first = watch->findings->len;
  g_autoptr (GArray) hours = on_leave ? sz_pay_hours_on_leave (watch->office, watch->year, error)
                                      : sz_pay_hours_double (watch->office, watch->year, error);

  for (guint i = 0; hours != NULL && i < hours->len; i++)
    {
      const SzPayHours *found = &g_array_index (hours, SzPayHours, i);
      const char *staff_no = g_hash_table_lookup (watch->staff_nos, &found->person_id);

      if (on_leave)
        add_finding (watch, SZ_SEVERITY_WARNING, "pay.hours_on_leave", 0, staff_no, found->date,
                     sz_codes_by_value (SZ_TABLE_LEAVE, (int)found->kind)->name);
      else
        add_finding (watch, SZ_SEVERITY_WARNING, "pay.double_hours", 0, staff_no, found->date,
                     found->course);
    }
  sort_from (watch, first);
  return hours != NULL;
}

/* A contract of somebody who is in service on a day of its term. */
static gboolean
check_contract_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzContractRow *row = data;
  Watch *watch = user_data;
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  if (sz_date_year (row->from) > watch->year || sz_date_year (row->to) < watch->year)
    return TRUE;
  file = sz_store_person_by_id_number (watch->store, row->id_number, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  for (guint i = 0; file != NULL && i < file->services->len; i++)
    {
      const SzService *service = &g_array_index (file->services, SzService, i);

      if (sz_date_first_day (service->from) <= row->to
          && (service->to == SZ_DATE_NONE || sz_date_first_day (service->to) >= row->from))
        {
          add_finding (watch, SZ_SEVERITY_ERROR, "parttime.own_staff", 0, file->person.staff_no,
                       SZ_DATE_NONE, row->agreement_no);
          return TRUE;
        }
    }
  return TRUE;
}

static gboolean
watch_contracts (Watch *watch, GError **error)
{
  guint first = watch->findings->len;
  g_autoptr (GArray) rows = sz_store_contract_list (watch->store, SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!check_contract_cb (&g_array_index (rows, SzContractRow, i), watch, error))
      return FALSE;
  sort_from (watch, first);
  return rows != NULL;
}

static gboolean
watch_all (Watch *watch, GError **error)
{
  watch->names = sz_store_people_names (watch->store, error);
  for (gsize i = 0; watch->names != NULL && i < watch->names->n_people; i++)
    g_hash_table_insert (watch->staff_nos, &watch->names->people[i].id,
                         (gpointer)watch->names->people[i].staff_no);
  return watch->names != NULL && watch_cap (watch, error) && watch_marks (watch, error)
         && watch_hours (watch, TRUE, error) && watch_contracts (watch, error)
         && watch_hours (watch, FALSE, error);
}

GArray *
sz_view_pay_watch (SzOffice *office, int year, GError **error)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, TRUE, sizeof (SzPayFinding));
  g_autoptr (GHashTable) staff_nos = g_hash_table_new (g_int64_hash, g_int64_equal);
  Watch watch = { .office = office, .year = year, .findings = findings, .staff_nos = staff_nos };
  gboolean watched;

  g_array_set_clear_func (findings, finding_cleared_cb);
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  watch.store = sz_office_get_store (office);
  if (!sz_store_begin_read (watch.store, error))
    return NULL;
  watched = watch_all (&watch, error);
  sz_store_end_read (watch.store);
  g_clear_pointer (&watch.names, sz_person_names_free);
  return watched ? g_steal_pointer (&findings) : NULL;
}
