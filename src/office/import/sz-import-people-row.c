/* sz-import-people-row.c — a row of the roster becomes a person with first records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-import-cell.h"
#include "sz-import-doubt.h"
#include "sz-import-people-private.h"

/* In service since before anybody asks: where a sheet gives no beginning at all. */
#define ALWAYS 19000101

void
sz_people_row_clear (SzPeopleRow *row)
{
  sz_person_clear (&row->person);
  for (int i = 0; i < SZ_N_RECORD_FIELDS; i++)
    g_free (row->value[i]);
  memset (row, 0, sizeof *row);
}

guint
sz_people_record_field (SzRecordField field)
{
  static const guint fields[SZ_N_RECORD_FIELDS] = {
    [SZ_RECORD_DEPARTMENT] = PEOPLE_DEPARTMENT, [SZ_RECORD_EMPLOYMENT] = PEOPLE_EMPLOYMENT,
    [SZ_RECORD_POST] = PEOPLE_POST_LEVEL,       [SZ_RECORD_FULL_TIME] = PEOPLE_FULL_TIME,
    [SZ_RECORD_TITLE] = PEOPLE_TITLE,           [SZ_RECORD_PAY_REGIME] = PEOPLE_PAY_REGIME,
  };

  return fields[field];
}

/* A sex or birth date that stands beside the ID number must be that of the number (RULE ppl-1). */
static gboolean
compare_id_number (SzImportRun *run, SzPeopleRow *row)
{
  int sex = SZ_SEX_UNKNOWN;
  SzDate birth_date = SZ_DATE_NONE;
  gboolean good = sz_import_read_value (run, PEOPLE_SEX, &sex);

  good &= sz_import_read_date (run, PEOPLE_BIRTH_DATE, &birth_date);
  if (row->person.id_number == NULL)
    return FALSE;
  row->person.sex = sz_idcard_sex (row->person.id_number);
  row->person.birth_date = sz_idcard_birth_date (row->person.id_number);
  if ((sex == SZ_SEX_MALE || sex == SZ_SEX_FEMALE) && sex != (int)row->person.sex)
    {
      sz_import_find (run, SZ_SEVERITY_ERROR, "idcard.mismatch", PEOPLE_SEX,
                      sz_import_get_cell (run, PEOPLE_SEX)->text, "expected",
                      sz_codes_by_value (SZ_TABLE_SEX, (int)row->person.sex)->name, NULL);
      row->mismatch = TRUE;
      return FALSE;
    }
  /* 1985.1 in a number cell is what a spreadsheet makes of 1985.10: the ID number decides. */
  if (sz_date_is_month (birth_date) && sz_date_month_of_year (birth_date) == 1
      && sz_date_month_of_year (row->person.birth_date) == 10
      && sz_date_year (birth_date) == sz_date_year (row->person.birth_date)
      && g_str_has_suffix (sz_import_get_cell (run, PEOPLE_BIRTH_DATE)->text, ".1"))
    return good;
  if (birth_date != SZ_DATE_NONE
      && (sz_date_is_month (birth_date)
              ? sz_date_month (birth_date) != sz_date_month (row->person.birth_date)
              : birth_date != row->person.birth_date))
    {
      g_autofree char *expected = sz_date_format (row->person.birth_date);

      sz_import_find (run, SZ_SEVERITY_ERROR, "idcard.mismatch", PEOPLE_BIRTH_DATE,
                      sz_import_get_cell (run, PEOPLE_BIRTH_DATE)->text, "expected", expected,
                      NULL);
      row->mismatch = TRUE;
      return FALSE;
    }
  return good;
}

/* RULE ppl-4: the age before the delay. */
static gboolean
read_retirement_age (SzImportRun *run, int *age)
{
  int given = 0;

  if (!sz_import_read_count (run, PEOPLE_RETIREMENT_AGE, &given))
    return FALSE;
  if (given != 0 && given != 60 && given != 55 && given != 50)
    return sz_import_refuse_number (run, PEOPLE_RETIREMENT_AGE, _ (" (it is 60, 55 or 50)"));
  *age = given;
  return TRUE;
}

static gboolean
parse_undated (SzImportRun *run, SzPerson *person)
{
  gboolean good = TRUE;

  good &= sz_import_read_text (run, PEOPLE_STAFF_NO, &person->staff_no);
  good &= sz_import_read_text (run, PEOPLE_NAME, &person->name);
  good &= sz_import_read_id_number (run, PEOPLE_ID_NUMBER, &person->id_number);
  good &= sz_import_read_code (run, PEOPLE_ETHNICITY, &person->ethnicity);
  good &= sz_import_read_code (run, PEOPLE_POLITICAL, &person->political);
  good &= sz_import_read_code (run, PEOPLE_EDUCATION, &person->education);
  good &= sz_import_read_code (run, PEOPLE_DEGREE, &person->degree);
  good &= sz_import_read_text (run, PEOPLE_SCHOOL, &person->school);
  good &= sz_import_read_text (run, PEOPLE_MAJOR, &person->major);
  good &= sz_import_read_code (run, PEOPLE_SKILL, &person->skill);
  good &= sz_import_read_date (run, PEOPLE_WORK_START, &person->work_start);
  good &= read_retirement_age (run, &person->original_retirement_age);
  good &= sz_import_read_text (run, PEOPLE_PHONE, &person->phone);
  good &= sz_import_read_text (run, PEOPLE_BANK_ACCOUNT, &person->bank_account);
  good &= sz_import_read_text (run, PEOPLE_NOTE, &person->note);
  return good;
}

static gboolean
parse_dated (SzImportRun *run, SzPeopleRow *row)
{
  SzPost post = 0;
  gboolean good = TRUE;

  good &= sz_import_read_text (run, PEOPLE_DEPARTMENT, &row->value[SZ_RECORD_DEPARTMENT]);
  good &= sz_import_read_code (run, PEOPLE_EMPLOYMENT, &row->value[SZ_RECORD_EMPLOYMENT]);
  good &= sz_import_read_post (run, PEOPLE_POST_CATEGORY, PEOPLE_POST_LEVEL, &post);
  good &= sz_import_read_code (run, PEOPLE_FULL_TIME, &row->value[SZ_RECORD_FULL_TIME]);
  good &= sz_import_read_code (run, PEOPLE_TITLE, &row->value[SZ_RECORD_TITLE]);
  good &= sz_import_read_code (run, PEOPLE_PAY_REGIME, &row->value[SZ_RECORD_PAY_REGIME]);
  good &= sz_import_read_date (run, PEOPLE_TITLE_FROM, &row->from[SZ_RECORD_TITLE]);
  good &= sz_import_read_date (run, PEOPLE_POST_FROM, &row->from[SZ_RECORD_POST]);
  if (post != 0)
    row->value[SZ_RECORD_POST] = sz_post_code (post);
  return good;
}

static gboolean
parse_service (SzImportRun *run, SzPeopleRow *row)
{
  gboolean good = TRUE;

  row->state = -1;
  good &= sz_import_read_date (run, PEOPLE_SERVICE_FROM, &row->service_from);
  good &= sz_import_read_date (run, PEOPLE_SERVICE_TO, &row->service_to);
  good &= sz_import_read_value (run, PEOPLE_STATE, &row->state);
  if (good && row->service_from != SZ_DATE_NONE && row->service_to != SZ_DATE_NONE
      && sz_date_first_day (row->service_to) < sz_date_first_day (row->service_from))
    {
      g_autofree char *from = sz_date_format (row->service_from);

      sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", PEOPLE_SERVICE_TO,
                      sz_import_get_cell (run, PEOPLE_SERVICE_TO)->text, "other", from, NULL);
      good = FALSE;
    }
  sz_import_doubt_birth (run, PEOPLE_SERVICE_FROM, row->service_from, row->person.birth_date);
  sz_import_doubt_birth (run, PEOPLE_WORK_START, row->person.work_start, row->person.birth_date);
  /* A day to come is known beforehand; one gone by and 在职 cannot both be. */
  if (good && row->state == SZ_SERVICE_ACTIVE && row->service_to != SZ_DATE_NONE
      && sz_date_first_day (row->service_to) < run->today)
    sz_import_find (run, SZ_SEVERITY_WARNING, "service.ended", PEOPLE_STATE,
                    sz_import_get_cell (run, PEOPLE_STATE)->text, "date",
                    sz_import_get_cell (run, PEOPLE_SERVICE_TO)->text, NULL);
  return good;
}

gboolean
sz_people_row_parse (SzImportRun *run, SzPeopleRow *row)
{
  gboolean good = parse_undated (run, &row->person);

  /* All of them speak, not only the first. */
  good &= compare_id_number (run, row);
  good &= parse_dated (run, row);
  good &= parse_service (run, row);
  return good;
}

/* ---- a new person ---- */

static void
take_string (char **to, const char *from)
{
  *to = g_strdup (from != NULL ? from : "");
}

static void
copy_person (SzPerson *to, const SzPerson *from)
{
  *to = *from;
  take_string (&to->staff_no, from->staff_no);
  take_string (&to->name, from->name);
  take_string (&to->pinyin, from->pinyin);
  take_string (&to->id_number, from->id_number);
  take_string (&to->ethnicity, from->ethnicity);
  take_string (&to->political, from->political);
  take_string (&to->education, from->education);
  take_string (&to->degree, from->degree);
  take_string (&to->school, from->school);
  take_string (&to->major, from->major);
  take_string (&to->skill, from->skill);
  take_string (&to->phone, from->phone);
  take_string (&to->bank_account, from->bank_account);
  take_string (&to->note, from->note);
}

/* Where the sheet gives no 来校日期 the next best beginning is taken, and said. */
static SzDate
find_service_start (SzImportRun *run, const SzPeopleRow *row)
{
  SzDate from = row->service_from;
  g_autofree char *text = NULL;

  if (from != SZ_DATE_NONE)
    return from;
  from = run->request->from;
  if (from == SZ_DATE_NONE)
    from = row->person.work_start != SZ_DATE_NONE ? row->person.work_start : ALWAYS;
  text = sz_date_format (from);
  sz_import_find (run, SZ_SEVERITY_WARNING, "date.assumed", PEOPLE_SERVICE_FROM, NULL, "date", text,
                  NULL);
  return from;
}

void
sz_people_find_undated_state (SzImportRun *run, int field, guint date_field)
{
  const char *state = run->kind->fields[PEOPLE_STATE].heading;
  const char *value = field == PEOPLE_STATE ? sz_import_get_cell (run, PEOPLE_STATE)->text : NULL;
  g_autofree char *what
      = g_strdup_printf (_ ("“%s” says “%s”"), state, sz_import_get_cell (run, PEOPLE_STATE)->text);
  g_autofree char *remedy = g_strdup_printf (_ ("Fill in “%s”, or give --from DATE."),
                                             run->kind->fields[date_field].heading);

  sz_import_find (run, SZ_SEVERITY_ERROR, "date.required", field, value, "field", state, "what",
                  what, "remedy", remedy, NULL);
}

static void
add_service (SzImportRun *run, const SzPeopleRow *row, SzDate from, SzPersonFile *file)
{
  SzService service = { .from = from, .to = row->service_to, .ended_as = SZ_SERVICE_ACTIVE };

  if (row->state > SZ_SERVICE_ACTIVE && service.to == SZ_DATE_NONE)
    service.to = run->request->from;
  if (row->state > SZ_SERVICE_ACTIVE && service.to == SZ_DATE_NONE)
    sz_people_find_undated_state (run, PEOPLE_SERVICE_TO, PEOPLE_SERVICE_TO);
  if (service.to != SZ_DATE_NONE)
    service.ended_as
        = row->state > SZ_SERVICE_ACTIVE ? (SzServiceState)row->state : SZ_SERVICE_LEFT;
  g_array_append_val (file->services, service);
}

static const char *
get_default (SzRecordField field)
{
  if (field == SZ_RECORD_FULL_TIME)
    return sz_codes_by_value (SZ_TABLE_YES_NO, FALSE)->code;
  if (field == SZ_RECORD_PAY_REGIME)
    return sz_codes_by_value (SZ_TABLE_PAY_REGIME, SZ_PAY_REGIME_PERFORMANCE)->code;
  return NULL;
}

/* RULE ppl-3: first records start at 来校日期, an appointment and a title at their own date. */
SzPersonFile *
sz_people_row_file (SzImportRun *run, const SzPeopleRow *row)
{
  SzPersonFile *file = sz_person_file_new ();
  SzDate from = find_service_start (run, row);

  copy_person (&file->person, &row->person);
  add_service (run, row, from, file);
  for (int i = 0; i < SZ_N_RECORD_FIELDS; i++)
    {
      const char *value = row->value[i] != NULL ? row->value[i] : get_default ((SzRecordField)i);
      SzRecord record = { .field = (SzRecordField)i,
                          .from = row->from[i] != SZ_DATE_NONE ? row->from[i] : from };

      if (value == NULL || *value == '\0')
        continue;
      record.value = g_strdup (value);
      g_array_append_val (file->records, record);
    }
  return file;
}
