/* sz-person-rows.c — people and their dated records as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-rows.h"

#include "sz-pay-ties.h"
#include "sz-row-type.h"

#define PERSON(field) G_STRUCT_OFFSET (PersonRow, person.field)

static const SzColumn person_columns[] = {
  { "staff_no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, PERSON (staff_no), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (name), 0 },
  { "pinyin", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (pinyin), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (id_number), 0 },
  { "sex", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, PERSON (sex), SZ_TABLE_SEX },
  { "birth_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, PERSON (birth_date), 0 },
  { "ethnicity", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (ethnicity), 0 },
  { "political", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (political), 0 },
  { "education", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (education), 0 },
  { "degree", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (degree), 0 },
  { "school", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (school), 0 },
  { "major", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (major), 0 },
  { "skill", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (skill), 0 },
  { "work_start", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, PERSON (work_start), 0 },
  { "original_retirement_age", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, PERSON (original_retirement_age),
    0 },
  { "phone", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (phone), 0 },
  { "bank_account", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (bank_account), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (note), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (PersonRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (PersonRow, source_row), 0 },
};

const SzRowType sz_person_type
    = { SZ_ROW_TYPE ("people", PersonRow, person_columns), .ties = sz_pay_ties };

static const SzColumn record_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (RecordRow, person_id), 0 },
  { "field", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (RecordRow, field), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (RecordRow, from), 0 },
  { "value", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (RecordRow, value), 0 },
};

const SzRowType sz_record_type
    = { SZ_ROW_TYPE ("person_records", RecordRow, record_columns), .ties = sz_pay_ties };

static const SzColumn service_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (ServiceRow, person_id), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (ServiceRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ServiceRow, to), 0 },
  { "ended_as", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ServiceRow, ended_as),
    SZ_TABLE_SERVICE_STATE },
};

const SzRowType sz_service_type
    = { SZ_ROW_TYPE ("services", ServiceRow, service_columns), .ties = sz_pay_ties };

int
sz_record_compare_cb (gconstpointer a, gconstpointer b)
{
  const SzRecord *left = a;
  const SzRecord *right = b;

  if (left->field != right->field)
    return left->field < right->field ? -1 : 1;
  return (left->from > right->from) - (left->from < right->from);
}
