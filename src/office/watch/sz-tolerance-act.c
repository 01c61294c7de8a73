/* sz-tolerance-act.c — tolerance of honest faults: verifying and deciding 容错纠错 (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tolerance-act.h"

#include <string.h>

#include "sz-case-act.h"
#include "sz-codes.h"
#include "sz-store-people.h"
#include "sz-store-supervision.h"
#include "sz-text.h"
#include "sz-tolerance-sight.h"

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzToleranceRow *)a)->tolerance.no,
                 ((const SzToleranceRow *)b)->tolerance.no);
}

static const SzPersonName *
find_applicant (const SzPersonNames *names, gint64 id)
{
  for (gsize i = 0; i < names->n_people; i++)
    if (names->people[i].id == id)
      return &names->people[i];
  return NULL;
}

SzToleranceView *
sz_view_tolerance (SzOffice *office, GError **error)
{
  g_autoptr (SzToleranceView) view = NULL;
  g_autoptr (SzToleranceSight) sight = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  sight = sz_tolerance_sight_new (office, error);
  if (sight == NULL)
    return NULL;
  view = g_new0 (SzToleranceView, 1);
  view->items = g_array_new (FALSE, TRUE, sizeof (SzToleranceItem));
  view->names = sz_store_people_names (store, error);
  view->rows = view->names != NULL ? sz_store_tolerance_list (store, SZ_ROWS_ALL, error) : NULL;
  if (view->rows == NULL)
    return NULL;
  g_array_sort (view->rows, compare_rows_cb);
  for (guint i = 0; i < view->rows->len; i++)
    {
      const SzToleranceRow *row = &g_array_index (view->rows, SzToleranceRow, i);
      const SzPersonName *applicant = find_applicant (view->names, row->person_id);
      SzToleranceItem item = { row->tolerance, applicant != NULL ? applicant->staff_no : "",
                               applicant != NULL ? applicant->name : "", row->id };

      if (sz_tolerance_sight_reaches (sight, row))
        g_array_append_val (view->items, item);
    }
  return g_steal_pointer (&view);
}

void
sz_tolerance_view_free (SzToleranceView *view)
{
  if (view == NULL)
    return;
  g_array_unref (view->items);
  g_clear_pointer (&view->rows, g_array_unref);
  sz_person_names_free (view->names);
  g_free (view);
}

typedef struct
{
  SzOffice *office;
  const char *no;
  const char *text; /* of verifying, else NULL */
  const char *decision;
  const char *meeting;
  const char *open_to;
} Job;

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = sz_text_fold (text);
}

static gboolean
refuse (const Job *job, const char *code, const char *column, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "tolerance", job->no, "column",
                       column != NULL ? column : "", NULL);
}

static gboolean
take_code (const Job *job,
           SzCodeTable table,
           const char *word,
           const char *column,
           char **code,
           GError **error)
{
  const SzCode *known = word != NULL ? sz_codes_by_name (table, word) : NULL;

  if (known == NULL)
    return refuse (job, word == NULL || *word == '\0' ? "required.missing" : "code.unknown", column,
                   error);
  g_free (*code);
  *code = g_strdup (known->code);
  return TRUE;
}

static gboolean
fill_decision (const Job *job, SzTolerance *tolerance, GError **error)
{
  take_text (&tolerance->meeting, job->meeting);
  tolerance->decided = sz_office_today (job->office);
  return take_code (job, SZ_TABLE_DECISION, job->decision, "结论", &tolerance->decision, error)
         && take_code (job, SZ_TABLE_OPEN_TO, job->open_to, "公开范围", &tolerance->open_to, error);
}

static gboolean
fill_opinion (const Job *job, const char *who, SzTolerance *tolerance, GError **error)
{
  take_text (&tolerance->verified_by, who);
  take_text (&tolerance->opinion, job->text);
  tolerance->verified = sz_office_today (job->office);
  return *tolerance->opinion != '\0' || refuse (job, "required.missing", "核实意见", error);
}

/* A conclusion that is open to somebody is published with it. */
static gboolean
walk_on (const Job *job,
         SzAct *act,
         json_t *summary,
         const SzToleranceRow *row,
         SzCaseFile *file,
         GError **error)
{
  static const SzCaseWay way = { &sz_case_tolerance, "tolerance", NULL };
  SzCaseAsk ask = { .verb = job->text != NULL ? "verify" : "decide",
                    .subject = job->no,
                    .who = sz_act_get_who (act),
                    .day = sz_office_today (job->office),
                    .reason = row->tolerance.opinion,
                    .document = row->tolerance.meeting };

  if (!sz_office_case_step (act, summary, &way, file, &ask, NULL, error))
    return FALSE;
  if (!g_str_equal (sz_tolerance_state_word (&row->tolerance), "published"))
    return TRUE;
  ask = (SzCaseAsk){ .verb = "publish", .subject = job->no, .who = ask.who, .day = ask.day };
  return sz_office_case_step (act, summary, &way, file, &ask, NULL, error);
}

static gboolean
write_step (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  g_auto (SzToleranceRow) row = { .tolerance.no = g_strdup (job->no) };
  g_autoptr (SzPersonNames) names = NULL;
  g_autoptr (SzCaseFile) file = NULL;
  const SzPersonName *applicant;
  const char *column = NULL;
  const char *fault;
  gboolean found = FALSE;

  json_object_set_new (summary, "tolerance", json_string (job->no));
  names = sz_store_people_names (store, error);
  if (names == NULL || !sz_store_tolerance_find (store, &row, &found, error))
    return FALSE;
  if (!found)
    return refuse (job, "tolerance.unknown", NULL, error);
  file = sz_office_case_record (act, &sz_case_tolerance, row.id,
                                sz_tolerance_state_word (&row.tolerance),
                                sz_office_today (job->office), error);
  if (file == NULL
      || !(job->text != NULL ? fill_opinion (job, sz_act_get_who (act), &row.tolerance, error)
                             : fill_decision (job, &row.tolerance, error)))
    return FALSE;
  applicant = find_applicant (names, row.person_id);
  fault = sz_tolerance_fault (&row.tolerance, applicant != NULL ? applicant->name : "", &column);
  if (fault != NULL)
    return refuse (job, fault, column, error);
  return walk_on (job, act, summary, &row, file, error)
         && sz_store_tolerance_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_office_tolerance_verify (SzOffice *office, const char *no, const char *text, GError **error)
{
  Job job = { .office = office, .no = no, .text = text != NULL ? text : "" };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && no != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "tolerance.verify" }, write_step, &job, NULL,
                        error);
}

gboolean
sz_office_tolerance_decide (SzOffice *office,
                            const char *no,
                            const char *decision,
                            const char *meeting,
                            const char *open_to,
                            GError **error)
{
  Job job = {
    .office = office, .no = no, .decision = decision, .meeting = meeting, .open_to = open_to
  };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && no != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "tolerance.decide" }, write_step, &job, NULL,
                        error);
}

SzCaseView *
sz_view_tolerance_case (SzOffice *office,
                        const SzToleranceView *view,
                        const char *no,
                        GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && view != NULL && no != NULL, NULL);
  for (guint i = 0; i < view->rows->len; i++)
    {
      const SzToleranceRow *row = &g_array_index (view->rows, SzToleranceRow, i);

      if (g_str_equal (row->tolerance.no, no))
        return sz_view_case_at (office, &sz_case_tolerance, row->id,
                                sz_tolerance_state_word (&row->tolerance), error);
    }
  sz_error_set (error, SZ_ERROR_REFUSED, "tolerance.unknown", "tolerance", no, NULL);
  return NULL;
}
