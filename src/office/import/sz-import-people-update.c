/* sz-import-people-update.c — what a newer roster changes about a person (RULE ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-import-people-private.h"
#include "sz-text.h"

/* What is not dated. An empty cell says nothing and leaves what is known. */
static const struct
{
  guint field;
  gsize offset;
  int table; /* of stored codes, −1: text */
} strings[] = {
  { PEOPLE_NAME, G_STRUCT_OFFSET (SzPerson, name), -1 },
  { PEOPLE_ID_NUMBER, G_STRUCT_OFFSET (SzPerson, id_number), -1 },
  { PEOPLE_ETHNICITY, G_STRUCT_OFFSET (SzPerson, ethnicity), SZ_TABLE_ETHNICITY },
  { PEOPLE_POLITICAL, G_STRUCT_OFFSET (SzPerson, political), SZ_TABLE_POLITICAL },
  { PEOPLE_EDUCATION, G_STRUCT_OFFSET (SzPerson, education), SZ_TABLE_EDUCATION },
  { PEOPLE_DEGREE, G_STRUCT_OFFSET (SzPerson, degree), SZ_TABLE_DEGREE },
  { PEOPLE_SCHOOL, G_STRUCT_OFFSET (SzPerson, school), -1 },
  { PEOPLE_MAJOR, G_STRUCT_OFFSET (SzPerson, major), -1 },
  { PEOPLE_SKILL, G_STRUCT_OFFSET (SzPerson, skill), SZ_TABLE_SKILL },
  { PEOPLE_PHONE, G_STRUCT_OFFSET (SzPerson, phone), -1 },
  { PEOPLE_BANK_ACCOUNT, G_STRUCT_OFFSET (SzPerson, bank_account), -1 },
  { PEOPLE_NOTE, G_STRUCT_OFFSET (SzPerson, note), -1 },
};

/* One row's changes under way. */
typedef struct
{
  SzImportRun *run;
  const SzPeopleRow *row;
  SzPersonFile *file;
  gboolean changed;
  SzDate returned; /* first day of a service that this row opens */
} Update;

static void
note_change (Update *update, guint field, const char *before, const char *after)
{
  update->changed = TRUE;
  sz_import_change (update->run, update->file->person.staff_no,
                    update->run->kind->fields[field].heading, before, after);
}

static void
note_date_change (Update *update, guint field, SzDate before, SzDate after)
{
  g_autofree char *old = sz_date_format (before);
  g_autofree char *new = sz_date_format (after);

  note_change (update, field, old, new);
}

/* RULE ppl-1: name and ID number of somebody else under an old number are another person; one of
   the two alone is a correction to be looked at. */
static gboolean
is_other_person (Update *update)
{
  const SzPerson *stored = &update->file->person;
  const SzPerson *given = &update->row->person;
  gboolean other_name = !sz_text_same_name (given->name, stored->name);
  gboolean other_id = given->id_number != NULL && *given->id_number != '\0'
                      && g_strcmp0 (given->id_number, stored->id_number) != 0;

  if (other_name && other_id)
    sz_import_find (update->run, SZ_SEVERITY_ERROR, "staff_no.reused", PEOPLE_STAFF_NO,
                    stored->staff_no, "name", stored->name, "other", given->name, NULL);
  else if (other_name || other_id)
    sz_import_find (update->run, SZ_SEVERITY_WARNING, "identity.changed",
                    other_name ? PEOPLE_NAME : PEOPLE_ID_NUMBER,
                    sz_import_get_cell (update->run, other_name ? PEOPLE_NAME : PEOPLE_ID_NUMBER)
                        ->text,
                    "name", stored->name, "staff_no", stored->staff_no, NULL);
  return other_name && other_id;
}

static void
merge_undated (Update *update)
{
  SzPerson *person = &update->file->person;
  const SzPerson *given = &update->row->person;

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      char **stored = &G_STRUCT_MEMBER (char *, person, strings[i].offset);
      const char *value = G_STRUCT_MEMBER (const char *, given, strings[i].offset);
      int table = strings[i].table;

      if (value == NULL || *value == '\0' || g_strcmp0 (*stored, value) == 0)
        continue;
      note_change (update, strings[i].field,
                   table < 0 ? *stored : sz_codes_name ((SzCodeTable)table, *stored),
                   table < 0 ? value : sz_codes_name ((SzCodeTable)table, value));
      g_free (*stored);
      *stored = g_strdup (value);
    }
  if (given->work_start != SZ_DATE_NONE && given->work_start != person->work_start)
    {
      note_date_change (update, PEOPLE_WORK_START, person->work_start, given->work_start);
      person->work_start = given->work_start;
    }
  if (given->original_retirement_age != 0
      && given->original_retirement_age != person->original_retirement_age)
    {
      g_autofree char *before = g_strdup_printf ("%d", person->original_retirement_age);
      g_autofree char *after = g_strdup_printf ("%d", given->original_retirement_age);

      note_change (update, PEOPLE_RETIREMENT_AGE, before, after);
      person->original_retirement_age = given->original_retirement_age;
    }
  person->sex = given->sex;
  person->birth_date = given->birth_date;
}

static gboolean
write_undated (Update *update, GError **error)
{
  SzImportRun *run = update->run;
  SzOrigin origin = { .batch_id = run->batch_id, .source_row = (int)run->row->number };
  SzPutResult result = SZ_PUT_UNCHANGED;

  merge_undated (update);
  if (run->act == NULL)
    return TRUE;
  if (!sz_store_person_update (run->act, &update->file->person, &origin, &result, error))
    return FALSE;
  if (result == SZ_PUT_UPDATED)
    update->changed = TRUE;
  return TRUE;
}

/* ---- dated records ---- */

static char *
name_value (SzRecordField field, const char *value)
{
  switch (field)
    {
    case SZ_RECORD_EMPLOYMENT:
      return g_strdup (sz_codes_name (SZ_TABLE_EMPLOYMENT, value));
    case SZ_RECORD_POST:
      return sz_post_name (sz_post_from_code (value));
    case SZ_RECORD_FULL_TIME:
      return g_strdup (sz_codes_name (SZ_TABLE_YES_NO, value));
    case SZ_RECORD_TITLE:
      return g_strdup (sz_codes_name (SZ_TABLE_TITLE, value));
    case SZ_RECORD_PAY_REGIME:
      return g_strdup (sz_codes_name (SZ_TABLE_PAY_REGIME, value));
    case SZ_RECORD_DEPARTMENT:
    case SZ_N_RECORD_FIELDS:
    default:
      return g_strdup (value);
    }
}

/* The latest record of a field, and the one before it. */
static SzRecord *
find_latest (SzPersonFile *file, SzRecordField field, SzRecord **previous)
{
  SzRecord *latest = NULL;

  *previous = NULL;
  for (guint i = 0; i < file->records->len; i++)
    {
      SzRecord *record = &g_array_index (file->records, SzRecord, i);

      if (record->field != field)
        continue;
      *previous = latest;
      latest = record;
    }
  return latest;
}

/* What would say from when: a column for posts and titles, for the others the order only. */
static char *
tell_date (const SzImportRun *run, SzRecordField field)
{
  if (field == SZ_RECORD_POST)
    return g_strdup_printf (_ ("Fill in “%s”, or give --from DATE."),
                            run->kind->fields[PEOPLE_POST_FROM].heading);
  if (field == SZ_RECORD_TITLE)
    return g_strdup_printf (_ ("Fill in “%s”, or give --from DATE."),
                            run->kind->fields[PEOPLE_TITLE_FROM].heading);
  return g_strdup (_ ("Give --from DATE."));
}

static gboolean
find_missing_date (Update *update, SzRecordField field, const char *before, const char *after)
{
  SzImportRun *run = update->run;
  guint column = sz_people_record_field (field);
  const char *heading = run->kind->fields[column].heading;
  g_autofree char *remedy = tell_date (run, field);
  g_autofree char *what
      = *before != '\0'
            ? g_strdup_printf (_ ("“%s” changes from “%s” to “%s”"), heading, before, after)
            : g_strdup_printf (_ ("“%s” becomes “%s”"), heading, after);

  sz_import_find (run, SZ_SEVERITY_ERROR, "date.required", (int)column,
                  sz_import_get_cell (run, column)->text, "field", heading, "what", what, "remedy",
                  remedy, NULL);
  return TRUE;
}

static gboolean
find_order (Update *update, guint field, SzDate date, SzDate other)
{
  g_autofree char *value = sz_date_format (date);
  g_autofree char *text = sz_date_format (other);

  sz_import_find (update->run, SZ_SEVERITY_ERROR, "date.order", (int)field, value, "other", text,
                  NULL);
  return TRUE;
}

/* 更正: the record itself was wrong. */
static gboolean
correct_record (Update *update, SzRecord *record, const char *value, SzDate from, GError **error)
{
  char *old = record->value;

  update->changed = TRUE;
  if (update->run->act == NULL)
    return TRUE;
  record->value = g_strdup (value);
  record->from = from;
  g_free (old);
  return sz_store_record_correct (update->run->act, update->file->person.id, record, error);
}

/* 变更: another value from a date on. */
static gboolean
change_record (Update *update, SzRecordField field, const char *value, SzDate from, GError **error)
{
  SzRecord record = { .field = field, .from = from };
  gboolean done;

  update->changed = TRUE;
  if (update->run->act == NULL)
    return TRUE;
  record.value = g_strdup (value);
  done = sz_store_record_change (update->run->act, update->file->person.id, &record, error);
  sz_record_clear (&record);
  return done;
}

static gboolean
correct_date (Update *update, SzRecord *latest, const SzRecord *previous, GError **error)
{
  SzDate from = update->row->from[latest->field];

  if (from == SZ_DATE_NONE || from == latest->from)
    return TRUE;
  if (previous != NULL && sz_date_first_day (from) <= sz_date_first_day (previous->from))
    return find_order (update, sz_people_record_field (latest->field), from, previous->from);
  note_date_change (update, latest->field == SZ_RECORD_POST ? PEOPLE_POST_FROM : PEOPLE_TITLE_FROM,
                    latest->from, from);
  return correct_record (update, latest, latest->value, from, error);
}

/* 专业技术 beside an empty level says no more than the register knows already (专技八级). */
static gboolean
says_less (SzRecordField field, const char *value, const char *known)
{
  SzPost post = field == SZ_RECORD_POST ? sz_post_from_code (value) : 0;

  return post != 0 && sz_post_level (post) == 0
         && sz_post_category (post) == sz_post_category (sz_post_from_code (known));
}

static gboolean
write_record (Update *update, SzRecordField field, GError **error)
{
  const char *value = update->row->value[field];
  SzRecord *previous;
  SzRecord *latest = find_latest (update->file, field, &previous);
  SzDate from = update->row->from[field];
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (value == NULL || *value == '\0')
    return TRUE;
  if (latest != NULL
      && (g_str_equal (latest->value, value) || says_less (field, value, latest->value)))
    return correct_date (update, latest, previous, error);
  before = latest != NULL ? name_value (field, latest->value) : g_strdup ("");
  after = name_value (field, value);
  if (from == SZ_DATE_NONE)
    from = update->run->request->from;
  /* Back again: what is new holds from the day of return. */
  if (from == SZ_DATE_NONE)
    from = update->returned;
  if (from == SZ_DATE_NONE)
    return find_missing_date (update, field, before, after);
  if (latest != NULL && sz_date_first_day (from) < sz_date_first_day (latest->from))
    return find_order (update, sz_people_record_field (field), from, latest->from);
  note_change (update, sz_people_record_field (field), before, after);
  /* The same day again: what began then was something else. */
  if (latest != NULL && sz_date_first_day (from) == sz_date_first_day (latest->from))
    return correct_record (update, latest, value, latest->from, error);
  return change_record (update, field, value, from, error);
}

/* ---- service ---- */

static gboolean
put_service (Update *update, SzService *service, GError **error)
{
  update->changed = TRUE;
  if (update->run->act == NULL)
    return TRUE;
  return sz_store_service_put (update->run->act, update->file->person.id, service, error);
}

/* The records that began with the service begin with it still. */
static gboolean
correct_entry (Update *update, SzService *service, GError **error)
{
  SzDate old = service->from;
  SzDate from = update->row->service_from;

  note_date_change (update, PEOPLE_SERVICE_FROM, old, from);
  service->from = from;
  if (!put_service (update, service, error))
    return FALSE;
  for (guint i = 0; i < update->file->records->len; i++)
    {
      SzRecord *record = &g_array_index (update->file->records, SzRecord, i);

      if (record->from != old)
        continue;
      if (!correct_record (update, record, record->value, from, error))
        return FALSE;
    }
  return TRUE;
}

/* 离校 or its correction; back again (回校) opens a new service. */
static gboolean
write_leaving (Update *update, SzService *service, GError **error)
{
  const SzPeopleRow *row = update->row;
  SzDate to = row->service_to;
  SzServiceState as = row->state > SZ_SERVICE_ACTIVE ? (SzServiceState)row->state : SZ_SERVICE_LEFT;

  if (to == SZ_DATE_NONE && row->state > SZ_SERVICE_ACTIVE && service->to == SZ_DATE_NONE)
    {
      to = update->run->request->from;
      if (to == SZ_DATE_NONE)
        {
          sz_people_find_undated_state (update->run, PEOPLE_SERVICE_TO, PEOPLE_SERVICE_TO);
          return TRUE;
        }
    }
  if (to == SZ_DATE_NONE)
    to = service->to;
  if (to == SZ_DATE_NONE || (to == service->to && (row->state < 0 || as == service->ended_as)))
    return TRUE;
  if (sz_date_first_day (to) < sz_date_first_day (service->from))
    return find_order (update, PEOPLE_SERVICE_TO, to, service->from);
  note_date_change (update, PEOPLE_SERVICE_TO, service->to, to);
  service->to = to;
  if (row->state >= 0 || service->ended_as == SZ_SERVICE_ACTIVE)
    service->ended_as = as;
  return put_service (update, service, error);
}

static gboolean
write_return (Update *update, SzDate from, GError **error)
{
  SzService service = { .from = from, .to = update->row->service_to };

  if (service.to != SZ_DATE_NONE)
    service.ended_as = update->row->state > SZ_SERVICE_ACTIVE ? (SzServiceState)update->row->state
                                                              : SZ_SERVICE_LEFT;
  update->returned = from;
  note_date_change (update, PEOPLE_SERVICE_FROM, SZ_DATE_NONE, from);
  return put_service (update, &service, error);
}

/* In service says the row, left says the register. */
static gboolean
write_state (Update *update, SzService *latest, GError **error)
{
  const SzPeopleRow *row = update->row;
  SzDate from = update->run->request->from;

  if (row->state != SZ_SERVICE_ACTIVE || latest->to == SZ_DATE_NONE
      || row->service_to != SZ_DATE_NONE || sz_date_first_day (latest->to) >= update->run->today)
    return write_leaving (update, latest, error);
  if (from == SZ_DATE_NONE)
    {
      sz_people_find_undated_state (update->run, PEOPLE_STATE, PEOPLE_SERVICE_FROM);
      return TRUE;
    }
  return write_return (update, from, error);
}

static gboolean
knows_entry (const SzPersonFile *file, SzDate from)
{
  for (guint i = 0; i < file->services->len; i++)
    {
      if (g_array_index (file->services, SzService, i).from == from)
        return TRUE;
    }
  return FALSE;
}

/* RULE ppl-7: a service begins after the one before has ended. */
static gboolean
begins_too_early (const GArray *services, SzDate from, SzDate *earliest)
{
  const SzService *previous;

  if (services->len < 2)
    return FALSE;
  previous = &g_array_index (services, SzService, services->len - 2);
  if (previous->to == SZ_DATE_NONE)
    return FALSE;
  *earliest = sz_date_add_days (sz_date_first_day (previous->to), 1);
  return sz_date_first_day (from) < *earliest;
}

static gboolean
write_service (Update *update, GError **error)
{
  const SzPeopleRow *row = update->row;
  SzService *latest;
  SzDate earliest = SZ_DATE_NONE;

  if (update->file->services->len == 0)
    return row->service_from == SZ_DATE_NONE || write_return (update, row->service_from, error);
  latest = &g_array_index (update->file->services, SzService, update->file->services->len - 1);
  if (row->service_from != SZ_DATE_NONE && !knows_entry (update->file, row->service_from))
    {
      if (latest->to != SZ_DATE_NONE
          && sz_date_first_day (row->service_from) > sz_date_first_day (latest->to))
        return write_return (update, row->service_from, error);
      if (begins_too_early (update->file->services, row->service_from, &earliest))
        return find_order (update, PEOPLE_SERVICE_FROM, row->service_from, earliest);
      if (!correct_entry (update, latest, error))
        return FALSE;
    }
  return write_state (update, latest, error);
}

gboolean
sz_people_row_update (SzImportRun *run,
                      const SzPeopleRow *row,
                      SzPersonFile *file,
                      SzPutResult *result,
                      GError **error)
{
  Update update = { .run = run, .row = row, .file = file };

  g_return_val_if_fail (result != NULL, FALSE);

  *result = SZ_PUT_UNCHANGED;
  if (is_other_person (&update))
    return TRUE;
  if (!write_undated (&update, error) || !write_service (&update, error))
    return FALSE;
  for (int i = 0; i < SZ_N_RECORD_FIELDS; i++)
    {
      if (!write_record (&update, (SzRecordField)i, error))
        return FALSE;
    }
  *result = update.changed ? SZ_PUT_UPDATED : SZ_PUT_UNCHANGED;
  return TRUE;
}
