/* sz-recruit-hire.c — somebody proposed is hired 聘用 (RULE rec-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "sz-hire.h"
#include "sz-office-act.h"
#include "sz-params.h"
#include "sz-recruit-act.h"
#include "sz-recruit-book.h"
#include "sz-rules-year.h"
#include "sz-store-people.h"
#include "sz-recruit-lists.h"
#include "sz-recruit-state.h"

#define USUAL_EMPLOYMENT "agency"

typedef struct
{
  SzOffice *office;
  const SzHireAsk *ask;
  SzHired *hired;
  SzRecruitBook *book;
  SzRecruitPost *post;
  SzRecruitPerson *person;
  SzRecruitRules *rules; /* of the first day */
  GArray *params;
} Job;

static gboolean
refuse (const char *code, const char *name, const char *value, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, name, value, NULL);
}

/* Proposed, in publicity, the notice over, no open objection, once. */
static gboolean
check_hire (Job *job, GError **error)
{
  const char *ticket = job->ask->ticket;
  SzRecruitNotice notice = { 0 };
  g_autofree char *to = NULL;

  if (strcmp (job->post->state, "publicity") != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "step.not_allowed", "post", job->ask->post,
                         "state", job->post->state, "verb", "hire", NULL);
  if (job->person->hire != NULL)
    return refuse ("hire.done", "ticket", ticket, error);
  if (job->person->candidate == NULL || job->person->candidate->state != SZ_CALLED_PROPOSED
      || sz_recruit_published (job->post->file, job->person->row->id, &notice) == 0)
    return refuse ("hire.not_proposed", "ticket", ticket, error);
  to = sz_date_format (notice.to);
  if (job->ask->first_day <= notice.to)
    return refuse ("hire.too_early", "to", to, error);
  return (!job->person->objected && !job->post->post_objected)
         || refuse ("objection.open", "ticket", ticket, error);
}

static gboolean
highest_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  gint64 *highest = user_data;
  char *end;
  const gint64 number = g_ascii_strtoll (file->person.staff_no, &end, 10);

  if (*end == '\0')
    *highest = MAX (*highest, number);
  return TRUE;
}

/* The number given, else one more than the highest there is. */
static char *
dup_staff_no (Job *job, SzStore *store, GError **error)
{
  gint64 highest = 1000;

  if (job->ask->staff_no != NULL)
    return g_strdup (job->ask->staff_no);
  if (!sz_store_people_each (store, highest_cb, &highest, error))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

static void
add_record (SzPersonFile *file, SzRecordField field, SzDate from, const char *value)
{
  const SzRecord record = { .field = field, .from = from, .value = g_strdup (value) };

  if (value != NULL && *value != '\0')
    g_array_append_val (file->records, record);
  else
    g_free (record.value);
}

static const char *
get_employment (const Job *job)
{
  if (job->post->row->uses == SZ_USES_ESTABLISHED)
    return "established";
  return job->ask->employment != NULL ? job->ask->employment : USUAL_EMPLOYMENT;
}

static SzPersonFile *
make_person (Job *job, const char *staff_no)
{
  const SzApplicantRow *row = job->person->row;
  const SzPositionRow *post = job->post->row;
  SzPersonFile *file = sz_person_file_new ();
  const SzDate from = job->ask->first_day;
  const SzService service = { .from = from, .ended_as = SZ_SERVICE_ACTIVE };
  g_autofree char *level = post->post % 100 != 0 ? sz_post_code (post->post) : NULL;
  const gboolean teacher = *post->full_time != '\0'
                               ? strcmp (post->full_time, "1") == 0
                               : sz_post_category (post->post) == SZ_POST_PROFESSIONAL;

  file->person.staff_no = g_strdup (staff_no);
  file->person.name = g_strdup (row->name);
  file->person.id_number = g_strdup (row->id_number);
  file->person.sex = sz_idcard_sex (row->id_number);
  file->person.birth_date = sz_idcard_birth_date (row->id_number);
  file->person.political = g_strdup (row->political);
  if (sz_codes_by_code (SZ_TABLE_EDUCATION, row->education) != NULL)
    file->person.education = g_strdup (row->education);
  file->person.degree = g_strdup (row->degree);
  file->person.school = g_strdup (row->school);
  file->person.major = g_strdup (row->major);
  file->person.skill = g_strdup (row->skill);
  file->person.work_start = row->trade_from != SZ_DATE_NONE ? row->trade_from
                            : job->ask->first_job           ? from
                                                            : SZ_DATE_NONE;
  file->person.phone = g_strdup (row->phone);
  g_array_append_val (file->services, service);
  add_record (file, SZ_RECORD_DEPARTMENT, from,
              job->ask->department != NULL ? job->ask->department : post->department);
  add_record (file, SZ_RECORD_EMPLOYMENT, from, get_employment (job));
  add_record (file, SZ_RECORD_POST, from, level);
  add_record (file, SZ_RECORD_FULL_TIME, from, teacher ? "1" : "0");
  add_record (file, SZ_RECORD_TITLE, from, row->title);
  add_record (file, SZ_RECORD_PAY_REGIME, from, "performance");
  return file;
}

/* A former member gets a new service and records from the first day. */
static gboolean
take_back (Job *job, SzAct *act, SzPersonFile *there, GError **error)
{
  g_autoptr (SzPersonFile) now = make_person (job, there->person.staff_no);
  SzService service = { .from = job->ask->first_day, .ended_as = SZ_SERVICE_ACTIVE };

  for (guint i = 0; i < there->services->len; i++)
    {
      const SzService *old = &g_array_index (there->services, SzService, i);

      if (old->to == SZ_DATE_NONE || old->to >= job->ask->first_day)
        return sz_error_set (error, SZ_ERROR_REFUSED, "hire.in_service", "name", there->person.name,
                             "staff_no", there->person.staff_no, NULL);
    }
  if (!sz_store_service_put (act, there->person.id, &service, error))
    return FALSE;
  for (guint i = 0; i < now->records->len; i++)
    if (!sz_store_record_change (act, there->person.id, &g_array_index (now->records, SzRecord, i),
                                 error))
      return FALSE;
  return TRUE;
}

static gboolean
find_dates (Job *job, SzHireDates *dates, GError **error)
{
  const SzApplicantRow *row = job->person->row;
  SzRetirementTable table = { 0 };
  SzRetirement retirement;
  const SzSex sex = sz_idcard_sex (row->id_number);
  const int age = sex == SZ_SEX_MALE                                          ? 60
                  : sz_post_category (job->post->row->post) == SZ_POST_WORKER ? 50
                                                                              : 55;
  SzHireTerms terms = { .first = job->ask->first_day,
                        .years = job->ask->years > 0 ? job->ask->years : job->rules->contract_years,
                        .first_job = job->ask->first_job,
                        .probation_first = job->rules->probation_first,
                        .probation_other = job->rules->probation_other };

  if (!sz_rules_retirement (job->params, terms.first, &table, error))
    return FALSE;
  terms.has_retirement
      = sz_retirement_find (&table.rules, sex, age, sz_idcard_birth_date (row->id_number),
                            &retirement, NULL);
  terms.retirement = terms.has_retirement ? retirement.month : 0;
  sz_retirement_table_clear (&table);
  *dates = sz_hire_dates (&terms);
  return TRUE;
}

static gboolean
hire_person (Job *job, SzAct *act, SzHireRow *hire, GError **error)
{
  SzStore *store = sz_act_get_store (act);
  const SzOrigin origin = { 0 };
  GError *fault = NULL;
  g_autoptr (SzPersonFile) there
      = sz_store_person_by_id_number (store, job->person->row->id_number, &fault);
  g_autofree char *staff_no = NULL;
  SzStaffContractRow contract = { .from = job->ask->first_day };
  SzHireDates dates;

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (!find_dates (job, &dates, error))
    return FALSE;
  if (there != NULL)
    {
      if (!take_back (job, act, there, error))
        return FALSE;
      staff_no = g_strdup (there->person.staff_no);
      contract.person_id = there->person.id;
    }
  else
    {
      g_autoptr (SzPersonFile) file = NULL;

      staff_no = dup_staff_no (job, store, error);
      if (staff_no == NULL)
        return FALSE;
      file = make_person (job, staff_no);
      if (!sz_store_person_insert (act, file, &origin, error))
        return FALSE;
      contract.person_id = file->person.id;
    }
  contract.to = job->hired->to = dates.to;
  contract.probation_to = job->hired->probation_to = dates.probation_to;
  job->hired->staff_no = g_steal_pointer (&staff_no);
  hire->person_id = contract.person_id;
  return sz_store_staff_contract_put (act, &contract, SZ_PUT_INSERT, NULL, error);
}

/* RULE rec-11: for 兼职 a part-time contract; its place is the one that the post reserved. */
static gboolean
hire_parttime (Job *job, SzAct *act, SzHireRow *hire, GError **error)
{
  const SzApplicantRow *row = job->person->row;
  const SzPositionRow *post = job->post->row;
  SzContractRow contract = { .agreement_no = (char *)job->ask->agreement,
                             .name = row->name,
                             .id_number = row->id_number,
                             .employer = row->employer,
                             .title = row->title,
                             .skill = row->skill,
                             .department = post->department,
                             .from = job->ask->first_day,
                             .to = post->term_to,
                             .fte_x1e4 = post->fte_x1e4,
                             .phone = row->phone };
  g_auto (SzContractRow) there = { .agreement_no = g_strdup (job->ask->agreement) };
  gboolean found = FALSE;

  if (job->ask->agreement == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "required.missing", "column", "协议号", NULL);
  if (!sz_store_contract_find (sz_act_get_store (act), &there, &found, error))
    return FALSE;
  if (found)
    return refuse ("agreement.duplicate", "agreement", job->ask->agreement, error);
  if (!sz_store_contract_put (act, &contract, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  hire->contract_id = contract.id;
  job->hired->agreement = g_strdup (job->ask->agreement);
  job->hired->to = contract.to;
  return TRUE;
}

static gboolean
hire (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzHireRow row = { .first_day = job->ask->first_day };

  json_object_set_new (summary, "plan", json_string (job->ask->plan));
  json_object_set_new (summary, "post", json_string (job->ask->post));
  json_object_set_new (summary, "ticket", json_string (job->ask->ticket));
  job->book = sz_recruit_book_load (job->office, job->ask->plan, error);
  if (job->book == NULL
      || (job->post = sz_recruit_book_need_post (job->book, job->ask->post, error)) == NULL
      || (job->person
          = sz_recruit_book_need_person (job->book, job->ask->post, job->ask->ticket, error))
             == NULL
      || !check_hire (job, error) || (job->params = sz_params_gather (job->office, error)) == NULL
      || (job->rules = sz_recruit_rules (job->params, job->ask->first_day, error)) == NULL)
    return FALSE;
  job->hired->from = job->ask->first_day;
  row.applicant_id = job->person->row->id;
  row.position_id = job->post->row->id;
  return (job->post->row->way == SZ_WAY_PARTTIME ? hire_parttime (job, act, &row, error)
                                                 : hire_person (job, act, &row, error))
         && sz_store_hire_put (act, &row, SZ_PUT_INSERT, NULL, error);
}

void
sz_hired_clear (SzHired *hired)
{
  g_return_if_fail (hired != NULL);
  g_free (hired->staff_no);
  g_free (hired->agreement);
  *hired = (SzHired){ 0 };
}

gboolean
sz_recruit_hire (SzOffice *office, const SzHireAsk *ask, SzHired *hired, GError **error)
{
  Job job = { .office = office, .ask = ask, .hired = hired };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && hired != NULL, FALSE);
  g_return_val_if_fail (ask->plan != NULL && ask->post != NULL && ask->ticket != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "recruit.hire" }, hire, &job, NULL, error);
  g_clear_pointer (&job.rules, sz_recruit_rules_free);
  g_clear_pointer (&job.params, g_array_unref);
  g_clear_pointer (&job.book, sz_recruit_book_free);
  return done;
}
