/* sz-person-act.c — adding and editing people by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-act.h"

#include <string.h>

#include "sz-idcard-words.h"
#include "sz-office-act.h"
#include "sz-rights.h"
#include "sz-store-people.h"
#include "sz-text.h"
#include "sz-undo.h"

static void
require (SzIssueList *issues, const char *column, const char *value)
{
  if (value == NULL || *value == '\0')
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "required.missing", 0, column, "", NULL);
}

static void
check_agreement (SzPerson *person, SzIssueList *issues)
{
  SzSex sex = sz_idcard_sex (person->id_number);
  SzDate birth_date = sz_idcard_birth_date (person->id_number);

  if (person->sex == SZ_SEX_UNKNOWN)
    person->sex = sex;
  else if (person->sex != sex)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "idcard.mismatch", 0, "性别",
                       sz_codes_by_value (SZ_TABLE_SEX, (int)person->sex)->name, "expected",
                       sz_codes_by_value (SZ_TABLE_SEX, (int)sex)->name, NULL);
  /* A month alone, as older rosters have it, must be that of the number, which knows the day. */
  if (person->birth_date == SZ_DATE_NONE
      || (sz_date_is_month (person->birth_date)
          && sz_date_month (person->birth_date) == sz_date_month (birth_date)))
    person->birth_date = birth_date;
  else if (person->birth_date != birth_date)
    {
      g_autofree char *given = sz_date_format (person->birth_date);
      g_autofree char *expected = sz_date_format (birth_date);

      sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "idcard.mismatch", 0, "出生日期", given,
                         "expected", expected, NULL);
    }
}

static void
check_id_number (SzPerson *person, SzDate today, SzIssueList *issues)
{
  static const char *const codes[] = {
    [SZ_IDCARD_OK] = NULL,
    [SZ_IDCARD_DAMAGED] = "idcard.damaged",
    [SZ_IDCARD_BIRTHDATE] = "idcard.birthdate",
    [SZ_IDCARD_CHECKSUM] = "idcard.checksum",
  };
  g_autofree char *normal = NULL;
  SzIdcardFault fault = sz_idcard_check (person->id_number, FALSE, today, &normal);

  if (fault != SZ_IDCARD_OK)
    {
      g_autofree char *why
          = fault == SZ_IDCARD_CHECKSUM ? sz_idcard_words (person->id_number) : g_strdup ("");

      sz_issue_list_add (issues, SZ_SEVERITY_ERROR, codes[fault], 0, "身份证号", person->id_number,
                         "why", why, NULL);
      return;
    }
  g_free (person->id_number);
  person->id_number = g_steal_pointer (&normal);
  check_agreement (person, issues);
}

static void
require_sound (SzIssueList *issues, const char *column, const char *value)
{
  g_autofree char *shown = sz_text_harmless (value);

  if (sz_text_find_fault (value) != SZ_TEXT_SOUND)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "text.control", 0, column, shown, NULL);
}

/* RULE ppl-1 */
void
sz_person_check (SzPerson *person, SzDate today, SzIssueList *issues)
{
  require (issues, "工号", person->staff_no);
  require (issues, "姓名", person->name);
  require (issues, "身份证号", person->id_number);
  require_sound (issues, "工号", person->staff_no);
  require_sound (issues, "姓名", person->name);
  if (person->id_number != NULL && *person->id_number != '\0')
    check_id_number (person, today, issues);
  if (person->work_start != SZ_DATE_NONE && sz_date_first_day (person->work_start) > today)
    {
      g_autofree char *given = sz_date_format (person->work_start);

      sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "date.future", 0, "参加工作日期", given, NULL);
    }
}

/* What a person's act writes. */
typedef struct
{
  SzPerson *person;    /* of an addition or an edit */
  SzPersonFile *file;  /* of an addition */
  SzIssueList *issues; /* faults of @person */
  SzDate today;
  gint64 person_id; /* of a record or service */
  const SzRecord *record;
  const SzService *service;
  gboolean (*put) (SzAct *act, gint64 person_id, SzRecord *record, GError **error);
} Job;

static gboolean
write_person (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const SzOrigin origin = { 0 };
  Job *job = user_data;
  g_autofree char *count = NULL;

  sz_person_check (job->person, job->today, job->issues);
  if (sz_issue_list_errors (job->issues) == 0)
    return job->file != NULL ? sz_store_person_insert (act, job->file, &origin, error)
                             : sz_store_person_update (act, job->person, &origin, NULL, error);
  count = g_strdup_printf ("%u", sz_issue_list_errors (job->issues));
  return sz_error_set (error, SZ_ERROR_REFUSED, "person.faulty", "count", count, NULL);
}

gboolean
sz_office_person_add (
    SzOffice *office, SzPersonFile *file, SzIssueList *issues, char **act_id, GError **error)
{
  const SzActHead head = { .kind = "person.add", .issues = issues };
  Job job = { .file = file, .issues = issues };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && file != NULL && issues != NULL, FALSE);

  job.person = &file->person;
  job.today = sz_office_today (office);
  return sz_office_run (office, &head, write_person, &job, act_id, error);
}

gboolean
sz_office_person_edit (
    SzOffice *office, SzPerson *person, SzIssueList *issues, char **act_id, GError **error)
{
  const SzActHead head = { .kind = "person.edit", .issues = issues };
  Job job = { .person = person, .issues = issues };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && person != NULL && issues != NULL, FALSE);

  job.today = sz_office_today (office);
  return sz_office_run (office, &head, write_person, &job, act_id, error);
}

/* Who is deleted. */
typedef struct
{
  SzOffice *office;
  const GArray *ids;
} Doomed;

static gboolean
delete_people (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Doomed *doomed = user_data;
  const GArray *ids = doomed->ids;

  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (SzPersonFile) file = sz_office_person_load (doomed->office, id, error);

      if (file == NULL || !sz_store_person_delete (act, id, file->person.row_version, error))
        return FALSE;
    }
  json_object_set_new (summary, "people", json_integer (ids->len));
  return TRUE;
}

gboolean
sz_office_people_delete (SzOffice *office, const GArray *ids, char **act_id, GError **error)
{
  Doomed doomed = { office, ids };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ids != NULL, FALSE);

  return sz_office_run (office, &(SzActHead){ .kind = "person.delete" }, delete_people, &doomed,
                        act_id, error);
}

static gboolean
write_record (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  SzRecord copy = *job->record;

  if (copy.from == SZ_DATE_NONE)
    return sz_error_set (error, SZ_ERROR_FORMAT, "date.invalid", "value", "", NULL);
  return job->put (act, job->person_id, &copy, error);
}

gboolean
sz_office_record_change (
    SzOffice *office, gint64 person_id, const SzRecord *record, char **act_id, GError **error)
{
  const SzActHead head = { .kind = "record.change" };
  Job job = { .person_id = person_id, .record = record, .put = sz_store_record_change };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && record != NULL, FALSE);

  return sz_office_run (office, &head, write_record, &job, act_id, error);
}

gboolean
sz_office_record_correct (
    SzOffice *office, gint64 person_id, const SzRecord *record, char **act_id, GError **error)
{
  const SzActHead head = { .kind = "record.correct" };
  Job job = { .person_id = person_id, .record = record, .put = sz_store_record_correct };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && record != NULL, FALSE);

  return sz_office_run (office, &head, write_record, &job, act_id, error);
}

static gboolean
write_service (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  SzService copy = *job->service;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (copy.to == SZ_DATE_NONE || sz_date_first_day (copy.to) >= sz_date_first_day (copy.from))
    return sz_store_service_put (act, job->person_id, &copy, error);
  from = sz_date_format (copy.from);
  to = sz_date_format (copy.to);
  return sz_error_set (error, SZ_ERROR_REFUSED, "service.reversed", "from", from, "to", to, NULL);
}

gboolean
sz_office_service_set (
    SzOffice *office, gint64 person_id, const SzService *service, char **act_id, GError **error)
{
  const SzActHead head = { .kind = "service.set" };
  Job job = { .person_id = person_id, .service = service };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && service != NULL, FALSE);

  return sz_office_run (office, &head, write_service, &job, act_id, error);
}

SzPersonFile *
sz_office_person_load (SzOffice *office, gint64 person_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  SzPersonFile *file = sz_store_person_by_id (sz_office_get_store (office), person_id, &local);

  if (file == NULL && local == NULL)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person_id);

      sz_error_set (error, SZ_ERROR_STALE, "person.unknown", "id", id, NULL);
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return file;
}

typedef struct
{
  SzOffice *office;
  const char *act_id;
  gint64 *n_rows;
} Undo;

static gboolean
undo_act (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Undo *undo = user_data;

  return sz_office_allow_undo (undo->office, undo->act_id, error)
         && sz_undo_act (act, undo->act_id, undo->n_rows, error);
}

gboolean
sz_office_undo_act (
    SzOffice *office, const char *act_id, gint64 *n_rows, char **undo_id, GError **error)
{
  const SzActHead head = { .kind = "undo" };
  Undo undo = { office, act_id, n_rows };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && act_id != NULL, FALSE);

  return sz_office_run (office, &head, undo_act, &undo, undo_id, error);
}

gboolean
sz_office_undo (SzOffice *office, const char *act_id, gint64 *n_rows, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_office_undo_act (office, act_id, n_rows, NULL, error);
}
