/* sz-form-roster.c — 教职工花名册
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-people.h"
#include "sz-office-private.h"
#include "sz-store-people.h"
#include "sz-view-people.h"

/* One person as printed; texts are kept by the sheet. */
typedef struct
{
  const char *department, *staff_no, *name;
  SzSex sex;
  const char *ethnicity;
  SzDate birth;
  const char *political, *education, *degree, *school, *major;
  SzDate work_start, entry;
  const char *employment;
  SzPost post;
  const char *title, *skill, *full_time, *id_number, *phone;
} Row;

#define DASH .dash = TRUE
#define TEXT(member, heading, width, ...)                                                          \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, width, DASH, ##__VA_ARGS__), .absent = TRUE)
#define STORED(member, codes, heading, width)                                                      \
  SZ_FORM_COL_STORED (Row, member, SZ_TABLE_##codes, SZ_COL (heading, TEXT, width, DASH),          \
                      .absent = TRUE)
#define MONTH(member, heading)                                                                     \
  SZ_FORM_COL_DAY (Row, member, SZ_COL (heading, MONTH, 9, DASH), .absent = TRUE)
#define DIGITS(member, heading, width, ...)                                                        \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, CODE, width, DASH, ##__VA_ARGS__), .absent = TRUE)

/* A column that nobody fills is absent, never empty. */
static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  TEXT (department, "部门", 12),
  DIGITS (staff_no, "工号", 7),
  SZ_FORM_COL_NAME (Row,
                    name,
                    SZ_COL ("姓名", TEXT, 8, DASH, .total = SZ_TOTAL_COUNT, .unit = "人"),
                    .absent = TRUE),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 5, DASH), .absent = TRUE),
  STORED (ethnicity, ETHNICITY, "民族", 6),
  MONTH (birth, "出生年月"),
  STORED (political, POLITICAL, "政治面貌", 9),
  STORED (education, EDUCATION, "学历", 10),
  STORED (degree, DEGREE, "学位", 7),
  TEXT (school, "毕业院校", 16, .optional = TRUE),
  TEXT (major, "所学专业", 12, .optional = TRUE),
  MONTH (work_start, "参加工作"),
  MONTH (entry, "来校年月"),
  STORED (employment, EMPLOYMENT, "人员类别", 9),
  SZ_FORM_COL_LEVEL (Row, post, SZ_COL ("岗位等级", TEXT, 11, DASH), .absent = TRUE),
  STORED (title, TITLE, "职称", 13),
  STORED (skill, SKILL, "技能等级", 9),
  STORED (full_time, YES_NO, "专任教师", 6),
  DIGITS (id_number, "身份证号", 20),
  DIGITS (phone, "手机", 13, .optional = TRUE),
  SZ_FORM_COL_END,
};

/* While people are read. */
typedef struct
{
  SzDate day;
  SzFormSheet *sheet;
  GHashTable *by_id; /* person id → Row */
} Reading;

static const char *
find_record (const SzPersonFile *file, SzRecordField field, SzDate day)
{
  const SzRecord *record = sz_record_at ((const SzRecord *)(gpointer)file->records->data,
                                         file->records->len, field, day);

  return record != NULL ? record->value : NULL;
}

static void
put_person (Row *row, SzFormSheet *sheet, const SzPerson *person)
{
  row->staff_no = sz_form_sheet_keep (sheet, person->staff_no);
  row->name = sz_form_sheet_keep (sheet, person->name);
  row->sex = person->sex;
  row->ethnicity = sz_form_sheet_keep (sheet, person->ethnicity);
  row->birth = person->birth_date;
  row->political = sz_form_sheet_keep (sheet, person->political);
  row->education = sz_form_sheet_keep (sheet, person->education);
  row->degree = sz_form_sheet_keep (sheet, person->degree);
  row->school = sz_form_sheet_keep (sheet, person->school);
  row->major = sz_form_sheet_keep (sheet, person->major);
  row->work_start = person->work_start;
  row->skill = sz_form_sheet_keep (sheet, person->skill);
  row->id_number = sz_form_sheet_keep (sheet, person->id_number);
  row->phone = sz_form_sheet_keep (sheet, person->phone);
}

static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  SzFormSheet *sheet = reading->sheet;
  SzPersonState state;
  Row *row;

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      reading->day, &state);
  if (!state.in_service)
    return TRUE;
  row = g_new0 (Row, 1);
  put_person (row, sheet, &file->person);
  row->department = sz_form_sheet_keep (sheet, state.department);
  row->entry = state.service_from;
  row->post = state.post;
  row->title = sz_form_sheet_keep (sheet, state.title);
  row->employment
      = sz_form_sheet_keep (sheet, find_record (file, SZ_RECORD_EMPLOYMENT, reading->day));
  row->full_time
      = sz_form_sheet_keep (sheet, find_record (file, SZ_RECORD_FULL_TIME, reading->day));
  g_hash_table_insert (reading->by_id, g_memdup2 (&file->person.id, sizeof (gint64)), row);
  return TRUE;
}

/* 部门序 → 岗位等级 → 姓氏笔画 (handbook §13.1) */
static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GHashTable) by_id
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Reading reading = { sz_date_first_day (params->on), sheet, by_id };
  g_autoptr (SzPeopleView) people = NULL;
  SzPeopleFilter filter = SZ_PEOPLE_ALL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *day = sz_date_format_cn (params->on);

  if (sz_store_people_each (sz_office_get_store (office), add_person_cb, &reading, error))
    people = sz_view_people_open (office, reading.day, cancellable, error);
  if (people == NULL)
    return FALSE;
  filter.in_service = 1;
  ids = sz_people_view_ids (people, &filter, SZ_PEOPLE_BY_DEPARTMENT);
  for (guint i = 0; i < ids->len; i++)
    {
      const Row *row = g_hash_table_lookup (by_id, &g_array_index (ids, gint64, i));

      if (row != NULL)
        *(Row *)sz_form_sheet_add (sheet) = *row;
    }
  sz_form_sheet_below (sheet, g_strdup_printf ("在职人员截至%s。", day));
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "单位负责人（签章）", "联系电话", NULL };

const SzFormTable sz_form_roster = {
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .autofilter = TRUE },
  .signatures = signatures,
  .gather = gather,
};
