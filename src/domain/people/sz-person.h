/* sz-person.h — a person 人员 and the dated records of a working life (RULE ppl-1, ppl-3, ppl-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-date.h"
#include "sz-idcard.h"
#include "sz-posts.h"

G_BEGIN_DECLS

/** SzPerson: what is not dated. Strings are owned; codes are stored codes of the tables, "" when
 * not known. */
typedef struct
{
  gint64 id; /* of the database, 0 before it is stored */
  gint64 row_version;
  char *staff_no;  /* 工号 */
  char *name;      /* 姓名 */
  char *pinyin;    /* people can correct it; "" means: derive it (RULE ppl-6) */
  char *id_number; /* 身份证号, 18 characters */
  SzSex sex;
  SzDate birth_date;
  char *ethnicity;             /* 民族, code */
  char *political;             /* 政治面貌, code */
  char *education;             /* 学历, code */
  char *degree;                /* 学位, code */
  char *school;                /* 毕业院校 */
  char *major;                 /* 所学专业 */
  char *skill;                 /* 技能等级, code */
  SzDate work_start;           /* 参加工作日期 */
  int original_retirement_age; /* 原退休年龄 60/55/50, 0 when not known (RULE ppl-4) */
  char *phone;
  char *bank_account;
  char *note;
} SzPerson;

/** SzRecordField: what is kept as dated records (RULE ppl-3). Stored as the word in the comment. */
typedef enum
{
  SZ_RECORD_DEPARTMENT, /* 部门 "department": department name */
  SZ_RECORD_EMPLOYMENT, /* 人员类别 "employment": code */
  SZ_RECORD_POST, /* 岗位等级 (appointment 聘任) "post": post code; from 岗位聘任日期 */
  SZ_RECORD_FULL_TIME,  /* 专任教师 "full_time": "1"/"0" */
  SZ_RECORD_TITLE,      /* 职称 (qualification 资格) "title": code; from 职称取得日期 */
  SZ_RECORD_PAY_REGIME, /* 薪酬方式 "pay_regime": code */
  SZ_N_RECORD_FIELDS
} SzRecordField;

/** sz_record_field_code: the stored word; sz_record_field_from_code: −1 when unknown. */
const char *sz_record_field_code (SzRecordField field);
int sz_record_field_from_code (const char *code);

/** SzRecord: from a date on, a field has this value, until the next record of the same field. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzRecordField field;
  SzDate from;
  char *value;
} SzRecord;

/** SzService: 来校 … 离校 (both days inclusive; to = 0: still here). */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzDate from;
  SzDate to;
  SzServiceState ended_as; /* ACTIVE while open */
} SzService;

/** SZ_EMPLOYMENT_UNSET: what `employment` of a state is while there is no record of it; in no
 * table. */
#define SZ_EMPLOYMENT_UNSET (-1)

/**
 * SzPersonState: everything dated, as of one day; strings borrowed from the records.
 *
 * What has no record yet is unset: @employment SZ_EMPLOYMENT_UNSET (compare as int), @post 0,
 * @department and @title %NULL, @full_time %FALSE; @pay_regime is then 绩效, the ordinary one.
 * Out of service, @service_state tells how the last service ended (LEFT before the first one) and
 * @service_from, @service_to are those of that service, 0 when there was none.
 */
typedef struct
{
  gboolean in_service;
  SzServiceState service_state;
  SzDate service_from;
  SzDate service_to;
  const char *department;
  SzEmployment employment;
  SzPost post;
  SzDate post_from;
  gboolean full_time;
  const char *title;
  SzDate title_from;
  SzPayRegime pay_regime;
} SzPersonState;

/** SzPersonFile: a person with the whole dated history, records by field and date ascending. */
typedef struct
{
  SzPerson person;
  GArray *records;  /* of SzRecord */
  GArray *services; /* of SzService, ascending */
} SzPersonFile;

void sz_person_clear (SzPerson *person);
void sz_record_clear (SzRecord *record);
SzPersonFile *sz_person_file_new (void);
void sz_person_file_free (SzPersonFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPersonFile, sz_person_file_free)

/** sz_service_covers: in service on @day: 来校日期 ≤ day ≤ 离校日期 or none (RULE ppl-7). */
gboolean sz_service_covers (const SzService *service, SzDate day);

/** sz_record_at: the record of @field in force on @day, or NULL; @records sorted or not. */
const SzRecord *sz_record_at (const SzRecord *records, gsize n, SzRecordField field, SzDate day);

/** sz_person_state_at: as of @day; before the first record of a field the field is unset. */
void sz_person_state_at (const SzRecord *records,
                         gsize n_records,
                         const SzService *services,
                         gsize n_services,
                         SzDate day,
                         SzPersonState *state);

G_END_DECLS
