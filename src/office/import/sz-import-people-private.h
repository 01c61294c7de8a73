/* sz-import-people-private.h — a row of the roster 花名册, parsed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/* In the order of the fields in sz-import-kind.c. */
enum
{
  PEOPLE_STAFF_NO,
  PEOPLE_NAME,
  PEOPLE_ID_NUMBER,
  PEOPLE_SEX,
  PEOPLE_BIRTH_DATE,
  PEOPLE_ETHNICITY,
  PEOPLE_POLITICAL,
  PEOPLE_DEPARTMENT,
  PEOPLE_EMPLOYMENT,
  PEOPLE_POST_CATEGORY,
  PEOPLE_POST_LEVEL,
  PEOPLE_FULL_TIME,
  PEOPLE_TITLE,
  PEOPLE_TITLE_FROM,
  PEOPLE_POST_FROM,
  PEOPLE_EDUCATION,
  PEOPLE_DEGREE,
  PEOPLE_SCHOOL,
  PEOPLE_MAJOR,
  PEOPLE_SKILL,
  PEOPLE_WORK_START,
  PEOPLE_SERVICE_FROM,
  PEOPLE_SERVICE_TO,
  PEOPLE_STATE,
  PEOPLE_PAY_REGIME,
  PEOPLE_RETIREMENT_AGE,
  PEOPLE_PHONE,
  PEOPLE_BANK_ACCOUNT,
  PEOPLE_NOTE,
};

/** SzPeopleRow: what the row says; "" , 0 and NULL mean that it says nothing. */
typedef struct
{
  SzPerson person;
  char *value[SZ_N_RECORD_FIELDS]; /* as records store it */
  SzDate from[SZ_N_RECORD_FIELDS]; /* its own date, of post and title */
  SzDate service_from;
  SzDate service_to;
  int state;         /* SzServiceState, −1 */
  gboolean mismatch; /* the ID number has its finding already */
} SzPeopleRow;

void sz_people_row_clear (SzPeopleRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzPeopleRow, sz_people_row_clear)

/** sz_people_row_parse: FALSE when a cell was faulty. */
gboolean sz_people_row_parse (SzImportRun *run, SzPeopleRow *row);

/** sz_people_record_field: the column that gives a record's value. */
guint sz_people_record_field (SzRecordField field);

/** sz_people_row_file: (transfer full): a new person as the row says (RULE ppl-3). */
SzPersonFile *sz_people_row_file (SzImportRun *run, const SzPeopleRow *row);

/** sz_people_find_undated_state: "date.required": 在职状态 says something that @date_field should
 *  date and does not. */
void sz_people_find_undated_state (SzImportRun *run, int field, guint date_field);

/**
 * sz_people_row_update:
 * @file: the person as stored; changed to what the row says
 *
 * Without an act it only finds what hinders ("date.required", "date.order"); with one it writes.
 */
gboolean sz_people_row_update (SzImportRun *run,
                               const SzPeopleRow *row,
                               SzPersonFile *file,
                               SzPutResult *result,
                               GError **error);

G_END_DECLS
