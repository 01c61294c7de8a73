/* sz-person-details.c — what the details pane says of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-details.h"

#include <glib/gi18n.h>

#include "sz-leave-book.h"
#include "sz-message.h"
#include "sz-person-act.h"
#include "sz-person-events.h"
#include "sz-person-facts.h"
#include "sz-record-dialog.h"
#include "sz-view-history.h"
#include "sz-view-workload.h"

const char *
sz_person_details_title (SzDetails details)
{
  static const char *const titles[SZ_N_DETAILS]
      = { N_ ("Basics"), N_ ("Posts"), N_ ("Titles"), N_ ("Workload"), N_ ("Pay"), N_ ("History") };

  return _ (titles[details]);
}

const char *
sz_person_details_name (SzDetails details)
{
  static const char *const names[SZ_N_DETAILS]
      = { "basics", "posts", "titles", "workload", "pay", "history" };

  return names[details];
}

void
sz_person_head_free (SzPersonHead *head)
{
  if (head == NULL)
    return;
  g_free (head->name);
  g_free (head->line);
  g_free (head);
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
read_state (const SzPersonFile *file, SzDate day, SzPersonState *state)
{
  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len, day,
                      state);
}

static SzPersonHead *
make_head (const SzPersonFile *file, SzDate day)
{
  SzPersonHead *head = g_new0 (SzPersonHead, 1);
  g_autoptr (GString) line = g_string_new (file->person.staff_no);
  g_autofree char *post = NULL;
  SzPersonState state;

  read_state (file, day, &state);
  post = state.post != 0 ? sz_post_name (state.post) : NULL;
  append_part (line, state.department);
  append_part (line, post);
  head->name = g_strdup (file->person.name);
  head->line = g_strdup (line->str);
  head->in_service = state.in_service;
  return head;
}

static void
add_code_name (GPtrArray *fields, const char *title, SzCodeTable table, const char *code)
{
  if (code != NULL && *code != '\0')
    sz_fields_add (fields, title, sz_codes_name (table, code));
}

static void
add_date (GPtrArray *fields, const char *title, SzDate date)
{
  sz_fields_take (fields, title, sz_date_format (date));
}

static void
add_value_name (GPtrArray *fields, const char *title, SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  if (code != NULL)
    sz_fields_add (fields, title, code->name);
}

/* Basics */

static void
add_identity (GPtrArray *fields, const SzPerson *person)
{
  sz_fields_add (fields, _ ("Staff no."), person->staff_no);
  sz_fields_add (fields, _ ("Pinyin"), person->pinyin);
  sz_fields_add_code (fields, _ ("ID number"), person->id_number, "id_number");
  add_value_name (fields, _ ("Sex"), SZ_TABLE_SEX, (int)person->sex);
  add_date (fields, _ ("Born"), person->birth_date);
  add_code_name (fields, _ ("Ethnicity"), SZ_TABLE_ETHNICITY, person->ethnicity);
  add_code_name (fields, _ ("Political status"), SZ_TABLE_POLITICAL, person->political);
}

static void
add_education (GPtrArray *fields, const SzPerson *person)
{
  add_code_name (fields, _ ("Education"), SZ_TABLE_EDUCATION, person->education);
  add_code_name (fields, _ ("Degree"), SZ_TABLE_DEGREE, person->degree);
  sz_fields_add (fields, _ ("School"), person->school);
  sz_fields_add (fields, _ ("Major"), person->major);
  add_code_name (fields, _ ("Skill level"), SZ_TABLE_SKILL, person->skill);
}

static void
add_contact (GPtrArray *fields, const SzPerson *person)
{
  sz_fields_add_code (fields, _ ("Phone"), person->phone, "phone");
  sz_fields_add_code (fields, _ ("Bank account"), person->bank_account, "bank_account");
  add_date (fields, _ ("Began work"), person->work_start);
  if (person->original_retirement_age > 0)
    sz_fields_take (fields, _ ("Original retirement age"),
                    g_strdup_printf ("%d", person->original_retirement_age));
  sz_fields_add (fields, _ ("Note"), person->note);
}

static void
add_now (GPtrArray *fields, const SzPersonState *state)
{
  add_value_name (fields, _ ("State"), SZ_TABLE_SERVICE_STATE, (int)state->service_state);
  add_date (fields, _ ("Joined"), state->service_from);
  add_date (fields, _ ("Left"), state->service_to);
  sz_fields_add (fields, _ ("Department"), state->department);
  add_value_name (fields, _ ("Employment"), SZ_TABLE_EMPLOYMENT, (int)state->employment);
  if (state->post != 0)
    sz_fields_take (fields, _ ("Post"), sz_post_name (state->post));
  add_code_name (fields, _ ("Professional title"), SZ_TABLE_TITLE, state->title);
  add_value_name (fields, _ ("Full-time teacher"), SZ_TABLE_YES_NO, state->full_time);
  add_value_name (fields, _ ("Way of pay"), SZ_TABLE_PAY_REGIME, (int)state->pay_regime);
}

static void
fill_basics (GPtrArray *fields, const SzPersonFile *file, SzDate day)
{
  g_autofree char *on = sz_date_format (day);
  /* TRANSLATORS: heading; a date */
  g_autofree char *heading = g_strdup_printf (_ ("As of %s"), on);
  SzPersonState state;

  read_state (file, day, &state);
  sz_fields_add_heading (fields, _ ("Person"));
  add_identity (fields, &file->person);
  sz_fields_add_heading (fields, heading);
  add_now (fields, &state);
  sz_fields_add_heading (fields, _ ("Education and contact"));
  add_education (fields, &file->person);
  add_contact (fields, &file->person);
}

/* Posts: the dated history, each field from its latest record back */

static void
add_record (GPtrArray *fields, const SzRecord *record, const SzRecord *now)
{
  g_autofree char *from = sz_date_format (record->from);
  SzField *field
      = sz_fields_take (fields, from, sz_record_value_name (record->field, record->value));

  if (field == NULL)
    return;
  if (record == now)
    field->style = "heading";
  sz_field_set_button (field,
                       g_strdup_printf ("people.correct(int64 %" G_GINT64_FORMAT ")", record->id),
                       "document-edit-symbolic", _ ("Correct what is wrong…"));
}

static void
add_records (GPtrArray *fields, const SzPersonFile *file, SzRecordField what, SzDate day)
{
  const SzRecord *records = (const SzRecord *)(gpointer)file->records->data;
  const SzRecord *now = sz_record_at (records, file->records->len, what, day);
  SzField *heading = sz_fields_add_heading (fields, sz_record_field_title (what));

  sz_field_set_button (heading,
                       g_strdup_printf ("people.change('%s')", sz_record_field_code (what)),
                       "list-add-symbolic", _ ("A change from a date on…"));
  for (guint i = file->records->len; i > 0; i--)
    if (records[i - 1].field == what)
      add_record (fields, &records[i - 1], now);
}

static void
add_services (GPtrArray *fields, const SzPersonFile *file)
{
  sz_fields_add_heading (fields, _ ("Service"));
  for (guint i = file->services->len; i > 0; i--)
    {
      const SzService *service = &g_array_index (file->services, SzService, i - 1);
      const SzCode *ended = sz_codes_by_value (SZ_TABLE_SERVICE_STATE, (int)service->ended_as);
      g_autofree char *from = sz_date_format (service->from);
      g_autofree char *to = sz_date_format (service->to);
      SzField *field;

      if (service->to == SZ_DATE_NONE)
        field = sz_fields_add (fields, from, _ ("until now"));
      else
        field = sz_fields_take (fields, from,
                                /* TRANSLATORS: a date, and how a service ended: 退休, 离职 … */
                                g_strdup_printf (_ ("until %s (%s)"), to, ended->name));
      sz_field_set_button (field,
                           g_strdup_printf ("people.leave(int64 %" G_GINT64_FORMAT ")",
                                            service->id),
                           "document-edit-symbolic", _ ("The end of this service…"));
    }
}

static void
fill_posts (GPtrArray *fields, const SzPersonFile *file, SzDate day)
{
  static const SzRecordField order[]
      = { SZ_RECORD_POST,       SZ_RECORD_TITLE,     SZ_RECORD_DEPARTMENT,
          SZ_RECORD_EMPLOYMENT, SZ_RECORD_FULL_TIME, SZ_RECORD_PAY_REGIME };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    add_records (fields, file, order[i], day);
  add_services (fields, file);
}

/* Workload: this year and the one before */

static void
add_hours (GPtrArray *fields, const char *title, gint64 hours_x100)
{
  sz_fields_take_figure (fields, title, sz_decimal_format_grouped (hours_x100, 2));
}

static void
add_teaching (GPtrArray *fields, const SzWorkloadView *view)
{
  gint64 hours_x100 = 0;
  gint64 standard_x100 = 0;

  for (gsize i = 0; i < view->n_teaching; i++)
    {
      hours_x100 += view->teaching[i].record.hours_x100;
      standard_x100 += view->teaching[i].standard_x100;
    }
  add_hours (fields, _ ("Planned hours"), hours_x100);
  add_hours (fields, _ ("Standard hours"), standard_x100);
  for (gsize i = 0; i < view->n_teaching; i++)
    {
      const SzTeachingLine *line = &view->teaching[i];
      g_autofree char *title = g_strdup_printf ("%s %s", line->course, line->class_name);

      add_hours (fields, title, line->standard_x100);
    }
}

static void
add_training (GPtrArray *fields, const SzWorkloadView *view)
{
  gint64 raw_x100 = 0;

  for (gsize i = 0; i < view->n_training; i++)
    raw_x100 += view->training[i].raw_x100;
  add_hours (fields, _ ("Training, before the ratio"), raw_x100);
  for (gsize i = 0; i < view->n_training; i++)
    {
      const SzTrainingLine *line = &view->training[i];
      g_autofree char *date = sz_date_format (line->date);
      g_autofree char *title = g_strdup_printf ("%s %s", date, line->project_name);

      add_hours (fields, title, line->raw_x100);
    }
}

static gboolean
add_year (GPtrArray *fields,
          SzOffice *office,
          gint64 person_id,
          int year,
          GCancellable *cancellable,
          GError **error)
{
  const SzWorkloadFilter filter = { .year = year, .person_id = person_id };
  g_autoptr (SzWorkloadView) view = sz_view_workload_open (office, &filter, cancellable, error);
  g_autofree char *heading = g_strdup_printf (_ ("Year %d"), year);

  if (view == NULL)
    return FALSE;
  sz_fields_add_heading (fields, heading);
  if (view->n_teaching == 0 && view->n_training == 0)
    sz_fields_add_note (fields, _ ("Nothing recorded"));
  if (view->n_teaching > 0)
    add_teaching (fields, view);
  if (view->n_training > 0)
    add_training (fields, view);
  return TRUE;
}

/* Leave of a year, and the way to the tax of the day's year. */
static gboolean
add_leave (GPtrArray *fields, SzOffice *office, gint64 person_id, int year, GError **error)
{
  g_autoptr (GArray) leaves = sz_view_person_leaves (office, person_id, year, error);
  g_autofree char *heading = g_strdup_printf (_ ("Leave and tax of %d"), year);

  if (leaves == NULL)
    return FALSE;
  sz_field_set_button (sz_fields_add_heading (fields, heading), g_strdup ("people.tax"),
                       "accessories-calculator-symbolic", _ ("The tax of the year…"));
  for (guint i = 0; i < leaves->len; i++)
    {
      const SzLeave *leave = &g_array_index (leaves, SzLeave, i);
      g_autofree char *from = sz_date_format (leave->from);
      g_autofree char *to = sz_date_format (leave->to);
      g_autofree char *span = g_strdup_printf ("%s – %s", from, to);

      /* TRANSLATORS: a kind of leave, and how many days of the calendar */
      sz_fields_take (fields, span,
                      g_strdup_printf (_ ("%s, %d days"),
                                       sz_codes_by_value (SZ_TABLE_LEAVE, (int)leave->kind)->name,
                                       sz_leave_count_days (leave->from, leave->to)));
    }
  if (leaves->len == 0)
    sz_fields_add_note (fields, _ ("No leave recorded"));
  return TRUE;
}

/* Pay: the runs */

static gboolean
fill_pay (GPtrArray *fields, SzOffice *office, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) runs = sz_view_person_pay (office, person_id, error);

  if (runs == NULL)
    return FALSE;
  if (runs->len == 0)
    sz_fields_add_note (fields, _ ("In no run of performance pay yet"));
  for (guint i = 0; i < runs->len; i++)
    {
      const SzPersonPay *pay = g_ptr_array_index (runs, i);
      g_autofree char *from = sz_date_format (pay->from);
      g_autofree char *to = sz_date_format (pay->to);
      g_autofree char *period = g_strdup_printf ("%s – %s", from, to);
      g_autofree char *code = g_strconcat ("pay.out.", pay->reason, NULL);
      SzField *heading;

      heading = sz_fields_add_heading (fields, pay->name);
      sz_field_set_button (heading,
                           g_strdup_printf ("people.why(int64 %" G_GINT64_FORMAT ")", pay->run),
                           "help-about-symbolic", _ ("Why this amount…"));
      sz_fields_add (fields, _ ("Period"), period);
      if (*pay->reason == '\0')
        sz_fields_take_figure (fields, _ ("Amount"), sz_money_format_grouped (pay->total_fen));
      else
        sz_fields_take (fields, _ ("Left out"), sz_message_for_code (code, NULL));
    }
  return TRUE;
}

static gboolean
fill (GPtrArray *fields,
      SzOffice *office,
      const SzPersonFile *file,
      SzDate day,
      SzDetails details,
      GCancellable *cancellable,
      GError **error)
{
  const gint64 id = file->person.id;
  const int year = sz_date_year (day);

  switch (details)
    {
    case SZ_DETAILS_POSTS:
      fill_posts (fields, file, day);
      return TRUE;
    case SZ_DETAILS_TITLES:
      return sz_person_facts_fill (fields, office, file->person.staff_no, cancellable, error);
    case SZ_DETAILS_WORKLOAD:
      return add_year (fields, office, id, year, cancellable, error)
             && add_year (fields, office, id, year - 1, cancellable, error);
    case SZ_DETAILS_PAY:
      return fill_pay (fields, office, id, error) && add_leave (fields, office, id, year, error);
    case SZ_DETAILS_HISTORY:
      return sz_person_events_fill (fields, office, id, error);
    case SZ_DETAILS_BASIC:
    case SZ_N_DETAILS:
    default:
      fill_basics (fields, file, day);
      return TRUE;
    }
}

GPtrArray *
sz_person_details_read (SzOffice *office,
                        gint64 person_id,
                        SzDate day,
                        SzDetails details,
                        SzPersonHead **head,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SzPersonFile) file = sz_office_person_load (office, person_id, error);
  g_autoptr (GPtrArray) fields = NULL;

  if (file == NULL)
    return NULL;
  fields = sz_fields_new ();
  if (!fill (fields, office, file, day, details, cancellable, error))
    return NULL;
  *head = make_head (file, day);
  return g_steal_pointer (&fields);
}
