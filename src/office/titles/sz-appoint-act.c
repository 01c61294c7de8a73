/* sz-appoint-act.c — appointments: opened, decided, withdrawn (RULE ttl-7, ttl-21, ttl-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-appoint-act.h"

#include <string.h>

#include "sz-act.h"
#include "sz-appoint-pay.h"
#include "sz-case-act.h"
#include "sz-post-day.h"
#include "sz-store-careers.h"
#include "sz-store-facts.h"
#include "sz-store-people.h"
#include "sz-store-rounds.h"

/* One appointment while it is judged. */
typedef struct
{
  SzOffice *office;
  const SzPostDay *day;
  const SzAppointmentRow *row;
  SzAppointCase *shown;
  SzAppointment asked;
  SzMove move;
  const char *fault;
} Judged;

static gboolean
judge_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  Judged *judged = user_data;
  const SzTitleRules *rules = &judged->day->params->rules;

  (void)error;
  judged->asked.career = career;
  judged->fault = sz_appointment_judge (&judged->asked, rules, &judged->move);
  judged->shown->kind = judged->move.kind;
  judged->shown->has_vacancy = judged->move.has_vacancy;
  judged->shown->vacancy = judged->move.vacancy;
  judged->shown->from = sz_place_post (judged->asked.from);
  judged->shown->term_from = judged->asked.day;
  judged->shown->term_to = sz_appointment_term (career, rules, judged->asked.day);
  return TRUE;
}

/* "副高 72 / 70 + 2": approved, there, in cases, of the band in which the place is taken. */
static char *
dup_arithmetic (const SzStructure *structure, SzPlace place)
{
  const SzPlaceBand *band = place != SZ_PLACE_NONE ? sz_place_band (place) : NULL;
  int approved = 0;
  int occupied = 0;
  int cases = 0;

  if (band == NULL)
    return g_strdup ("");
  for (SzPlace i = band->first; i <= band->last; i++)
    {
      approved += structure->approved[i];
      occupied += structure->occupied[i];
      cases += structure->open_cases[i];
    }
  return g_strdup_printf ("%s %d / %d + %d", band->name, approved, occupied, cases);
}

/* Judges an appointment as things stand now, its own case aside (RULE ttl-7). */
static gboolean
judge (SzOffice *office, const SzAppointmentRow *row, SzAppointCase *shown, GError **error)
{
  const SzPostDayAsk ask = { .without_case = row->id, .opened_by = row->opened };
  g_autoptr (SzPostDay) day = sz_post_day (office, row->day, &ask, error);
  Judged judged = { .office = office,
                    .day = day,
                    .row = row,
                    .shown = shown,
                    .move = { .from = SZ_PLACE_NONE, .to = SZ_PLACE_NONE } };
  gboolean found = FALSE;

  if (day == NULL)
    return FALSE;
  judged.asked.post = row->to_post;
  judged.asked.day = sz_date_first_day (row->day);
  judged.asked.approved = row->approval != NULL && *row->approval != '\0';
  judged.asked.structure = &day->structure;
  judged.asked.from = sz_post_day_from (day, shown->staff_no, &judged.asked.case_open);
  if (!sz_store_career_with (sz_office_get_store (office), SZ_CAREER_OF_POSTS, shown->staff_no,
                             judge_career_cb, &judged, &found, error)
      || !sz_appoint_pay (office, shown, error))
    return FALSE;
  if (judged.fault != NULL)
    {
      g_autofree char *post = sz_post_name (row->to_post);
      g_autofree char *vacancy = g_strdup_printf ("%d", judged.move.vacancy);
      g_autofree char *sum = dup_arithmetic (&day->structure, judged.move.to);

      return sz_error_set (error, SZ_ERROR_REFUSED, judged.fault, "staff_no", shown->staff_no,
                           "post", post, "vacancy", vacancy, "sum", sum, NULL);
    }
  return TRUE;
}

static void
show_row (const SzAppointmentRow *row, const char *state, SzAppointCase *shown)
{
  g_free (shown->state);
  g_free (shown->approval);
  g_free (shown->document);
  shown->number = row->number;
  shown->from = row->from_post;
  shown->to = row->to_post;
  shown->day = row->day;
  shown->opened = row->opened;
  shown->state = g_strdup (state);
  shown->approval = g_strdup (row->approval);
  shown->document = g_strdup (row->document);
}

/* Opening, deciding or withdrawing. */
typedef struct
{
  SzOffice *office;
  const SzAppointAsk *ask;
  const gint64 *numbers;
  gsize n;
  const char *document;
  const char *reason;
  SzAppointCase *shown;
} Job;

static gint64
find_next_number (const GArray *rows)
{
  gint64 number = 0;

  for (guint i = 0; i < rows->len; i++)
    number = MAX (number, g_array_index (rows, SzAppointmentRow, i).number);
  return number + 1;
}

/* The row of a case that is asked for, judged; it borrows from @ask. */
static gboolean
judge_asked (SzOffice *office,
             const SzAppointAsk *ask,
             SzAppointmentRow *row,
             SzAppointCase *shown,
             GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GError) reason = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_staff_no (store, ask->staff_no, &reason);
  g_autoptr (GArray) rows = NULL;

  if (file == NULL && reason == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", ask->staff_no, NULL);
  rows = file != NULL ? sz_store_appointment_list (store, SZ_ROWS_ALL, &reason) : NULL;
  if (rows == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  *row = (SzAppointmentRow){ .number = find_next_number (rows),
                             .person_id = file->person.id,
                             .to_post = ask->post,
                             .day = sz_date_first_day (ask->day),
                             .opened = ask->opened,
                             .approval = (char *)ask->approval };
  shown->staff_no = g_strdup (file->person.staff_no);
  shown->to = row->to_post;
  shown->day = row->day;
  shown->opened = row->opened;
  if (!judge (office, row, shown, error))
    return FALSE;
  row->from_post = shown->from;
  return TRUE;
}

static gboolean
open_case (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autofree char *subject = NULL;
  SzAppointmentRow row;
  SzPutResult result;

  json_object_set_new (summary, "staff_no", json_string (job->ask->staff_no));
  if (!judge_asked (job->office, job->ask, &row, job->shown, error))
    return FALSE;
  subject = g_strdup_printf ("%" G_GINT64_FORMAT, row.number);
  if (!sz_store_appointment_put (act, &row, SZ_PUT_INSERT, &result, error)
      || !sz_store_case_begin (act, &sz_case_appointment, row.id,
                               &(SzCaseAsk){ .verb = "open",
                                             .subject = subject,
                                             .day = row.opened,
                                             .approval = job->ask->approval },
                               error))
    return FALSE;
  json_object_set_new (summary, "case", json_integer (row.number));
  show_row (&row, "open", job->shown);
  return TRUE;
}

gboolean
sz_appoint_preview (SzOffice *office, const SzAppointAsk *ask, SzAppointCase *shown, GError **error)
{
  SzAppointAsk whole;
  SzAppointmentRow row;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && shown != NULL, FALSE);
  whole = *ask;
  if (whole.opened == SZ_DATE_NONE)
    whole.opened = sz_office_today (office);
  return judge_asked (office, &whole, &row, shown, error);
}

gboolean
sz_appoint_open (SzOffice *office, const SzAppointAsk *ask, SzAppointCase *shown, GError **error)
{
  SzAppointAsk whole;
  Job job = { .office = office, .shown = shown };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && shown != NULL, FALSE);

  whole = *ask;
  if (whole.opened == SZ_DATE_NONE)
    whole.opened = sz_office_today (office);
  job.ask = &whole;
  return sz_office_run (office, &(SzActHead){ .kind = "appoint.open" }, open_case, &job, NULL,
                        error);
}

/* Several on their way. */
typedef struct
{
  SzOffice *office;
  const SzAppointAsk *asks;
  gsize n;
} Several;

static gboolean
open_several (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Several *several = user_data;

  for (gsize i = 0; i < several->n; i++)
    {
      g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();
      SzAppointAsk ask = several->asks[i];
      Job job = { .office = several->office, .ask = &ask, .shown = shown };

      if (ask.opened == SZ_DATE_NONE)
        ask.opened = sz_office_today (several->office);
      if (!open_case (act, summary, &job, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_appoint_open_several (SzOffice *office, const SzAppointAsk *asks, gsize n, GError **error)
{
  Several several = { office, asks, n };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && asks != NULL && n > 0, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "appoint.open" }, open_several, &several,
                        NULL, error);
}

static gboolean
find_case (SzStore *store, gint64 number, SzAppointmentRow *row, char **staff_no, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr (SzPersonFile) file = NULL;
  gboolean found = FALSE;

  row->number = number;
  if (!sz_store_appointment_find (store, row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_FORMAT, "case.unknown", "value", text, NULL);
  file = sz_store_person_by_id (store, row->person_id, error);
  if (file == NULL)
    return FALSE;
  *staff_no = g_strdup (file->person.staff_no);
  return TRUE;
}

static gboolean
walk (SzAct *act,
      json_t *summary,
      const SzAppointmentRow *row,
      SzCaseAsk *ask,
      SzAppointCase *shown,
      GError **error)
{
  static const SzCaseWay way = { &sz_case_appointment, "appoint", NULL };
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, row->number);
  g_autoptr (SzCaseFile) file
      = sz_store_case_load (sz_act_get_store (act), sz_case_appointment.kind, row->id, error);

  ask->subject = subject;
  ask->who = sz_act_get_who (act);
  if (file == NULL || !sz_office_case_step (act, summary, &way, file, ask, NULL, error))
    return FALSE;
  show_row (row, file->head.state, shown);
  return TRUE;
}

/* The new post record begins on the appointment day; pay follows by pay-6 (RULE ttl-7, ttl-21). */
static gboolean
write_post (SzAct *act, const SzAppointmentRow *row, const SzAppointCase *shown, GError **error)
{
  g_autofree char *code = sz_post_code (row->to_post);
  SzRecord record = { .field = SZ_RECORD_POST, .from = row->day, .value = code };
  SzPaperRow paper = { .person_id = row->person_id,
                       .field = (char *)sz_record_field_code (SZ_RECORD_POST),
                       .from = row->day,
                       .term_to = shown->term_to,
                       .approval = row->approval,
                       .document = row->document };
  SzPutResult result;

  return sz_store_record_change (act, row->person_id, &record, error)
         && sz_store_paper_put (act, &paper, SZ_PUT_UPDATE, &result, error);
}

static gboolean
decide_one (SzAct *act, json_t *summary, Job *job, gsize index, GError **error)
{
  g_auto (SzAppointmentRow) row = { 0 };
  g_autoptr (SzAppointCase) own = sz_appoint_case_new ();
  SzAppointCase *shown = index == 0 ? job->shown : own;
  SzCaseAsk ask = { .verb = "decide", .document = job->document };
  SzPutResult result;

  if (!find_case (sz_act_get_store (act), job->numbers[index], &row, &shown->staff_no, error))
    return FALSE;
  shown->to = row.to_post;
  shown->day = row.day;
  ask.day = row.day;
  /* Its state first: a decided case is not judged again. */
  if (!walk (act, summary, &row, &ask, shown, error) || !judge (job->office, &row, shown, error))
    return FALSE;
  g_free (row.document);
  row.document = g_strdup (job->document);
  if (!sz_store_appointment_put (act, &row, SZ_PUT_UPDATE, &result, error)
      || !write_post (act, &row, shown, error))
    return FALSE;
  show_row (&row, "decided", shown);
  return TRUE;
}

/* RULE ttl-7: several together, all or none. */
static gboolean
decide_cases (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;

  for (gsize i = 0; i < job->n; i++)
    if (!decide_one (act, summary, job, i, error))
      return FALSE;
  return TRUE;
}

gboolean
sz_appoint_decide (SzOffice *office,
                   const gint64 *numbers,
                   gsize n,
                   const char *document,
                   SzAppointCase *shown,
                   GError **error)
{
  Job job = { .office = office, .numbers = numbers, .n = n, .document = document, .shown = shown };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && numbers != NULL && n > 0 && shown != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "appoint.decide" }, decide_cases, &job, NULL,
                        error);
}

static gboolean
withdraw_case (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzAppointmentRow) row = { 0 };
  SzCaseAsk ask = { .verb = "withdraw", .reason = job->reason };

  return find_case (sz_act_get_store (act), job->numbers[0], &row, &job->shown->staff_no, error)
         && walk (act, summary, &row, &ask, job->shown, error)
         && sz_appoint_pay (job->office, job->shown, error);
}

gboolean
sz_appoint_withdraw (
    SzOffice *office, gint64 number, const char *reason, SzAppointCase *shown, GError **error)
{
  Job job = { .office = office, .numbers = &number, .n = 1, .reason = reason, .shown = shown };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && shown != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "appoint.withdraw" }, withdraw_case, &job,
                        NULL, error);
}

static void
free_case_cb (gpointer data)
{
  sz_appoint_case_free (data);
}

static int
compare_cases_cb (gconstpointer a, gconstpointer b)
{
  const gint64 left = (*(SzAppointCase *const *)a)->number;
  const gint64 right = (*(SzAppointCase *const *)b)->number;

  return (left > right) - (left < right);
}

GPtrArray *
sz_appoint_list (SzOffice *office, const char *state, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_case_cb);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GHashTable) states = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  store = sz_office_get_store (office);
  rows = sz_store_appointment_list (store, SZ_ROWS_ALL, error);
  states = rows != NULL ? sz_store_case_states (store, sz_case_appointment.kind, error) : NULL;
  if (states == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzAppointmentRow *row = &g_array_index (rows, SzAppointmentRow, i);
      const char *at = g_hash_table_lookup (states, &row->id);
      g_autoptr (SzPersonFile) file = NULL;
      SzAppointCase *shown;

      if (state != NULL && g_strcmp0 (state, at) != 0)
        continue;
      file = sz_store_person_by_id (store, row->person_id, error);
      if (file == NULL)
        return NULL;
      shown = sz_appoint_case_new ();
      shown->staff_no = g_strdup (file->person.staff_no);
      show_row (row, at, shown);
      g_ptr_array_add (list, shown);
    }
  g_ptr_array_sort (list, compare_cases_cb);
  return g_steal_pointer (&list);
}
