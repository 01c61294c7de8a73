/* sz-import-people.c — kind people: the roster 教职工花名册 (RULE ppl-1, ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-import-cell.h"
#include "sz-import-people-private.h"
#include "sz-kinds-college.h"
#include "sz-pinyin.h"

typedef struct
{
  SzImportKeys *accounts;   /* met in the file */
  GHashTable *by_id_number; /* → SzPersonName of run->names; of the checking pass */
  GHashTable *departments;  /* names known; of the writing pass */
  GHashTable *writings;     /* simplified name → name as it was met first; of the checking pass */
  GHashTable *judged;       /* names that were compared */
  SzPinyin *pinyin;
  int last_position;
} State;

/* (nullable): what was met before and is the same name in another writing. */
static const char *
find_writing (State *state, const char *name)
{
  g_autofree char *simplified = NULL;
  const char *other;

  if (!g_hash_table_add (state->judged, g_strdup (name)))
    return NULL;
  simplified = sz_pinyin_dup_simplified (state->pinyin, name);
  other = g_hash_table_lookup (state->writings, simplified);
  if (other == NULL)
    g_hash_table_insert (state->writings, g_steal_pointer (&simplified), g_strdup (name));
  return other;
}

static gboolean
begin_checking (SzImportRun *run, State *state, GError **error)
{
  g_autoptr (GArray) known = sz_store_department_list (run->store, SZ_ROWS_ALL, error);

  if (known == NULL)
    return FALSE;
  state->pinyin = sz_pinyin_new ();
  state->judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->writings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < known->len; i++)
    find_writing (state, g_array_index (known, SzDepartment, i).name);
  state->accounts = sz_import_keys_new ();
  state->by_id_number = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < run->names->n_people; i++)
    {
      SzPersonName *person = &run->names->people[i];

      g_hash_table_insert (state->by_id_number, (gpointer)person->id_number, person);
    }
  return TRUE;
}

static gboolean
begin_writing (SzImportRun *run, State *state, GError **error)
{
  g_autoptr (GArray) known = NULL;

  /* The checking is over: a hundred thousand names make room for the pages to be written. */
  g_clear_pointer (&state->by_id_number, g_hash_table_unref);
  g_clear_pointer (&run->names, sz_person_names_free);
  known = sz_store_department_list (run->store, SZ_ROWS_ALL, error);
  if (known == NULL)
    return FALSE;
  state->departments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < known->len; i++)
    {
      const SzDepartment *department = &g_array_index (known, SzDepartment, i);

      g_hash_table_add (state->departments, g_strdup (department->name));
      state->last_position = MAX (state->last_position, department->position);
    }
  return TRUE;
}

static gboolean
begin_people (SzImportRun *run, GError **error)
{
  if (run->state == NULL)
    run->state = g_new0 (State, 1);
  g_clear_pointer (&run->keys, sz_import_keys_free);
  g_clear_pointer (&run->more_keys, sz_import_keys_free);
  run->keys = sz_import_keys_new ();
  run->more_keys = sz_import_keys_new ();
  return run->act == NULL ? begin_checking (run, run->state, error)
                          : begin_writing (run, run->state, error);
}

static void
end_people (SzImportRun *run)
{
  State *state = run->state;

  if (state == NULL)
    return;
  g_clear_pointer (&state->by_id_number, g_hash_table_unref);
  g_clear_pointer (&state->departments, g_hash_table_unref);
  g_clear_pointer (&state->writings, g_hash_table_unref);
  g_clear_pointer (&state->judged, g_hash_table_unref);
  g_clear_pointer (&state->pinyin, sz_pinyin_free);
  g_clear_pointer (&state->accounts, sz_import_keys_free);
  g_clear_pointer (&run->state, g_free);
}

/* ---- checking ---- */

static void
find_duplicate (SzImportRun *run, const char *code, int field, const char *value, const char *where)
{
  sz_import_find (run, SZ_SEVERITY_ERROR, code, field, value, "where", where, NULL);
}

/* RULE ppl-1: a 工号 belongs to one person. @known: whether the register has it. */
static gboolean
check_staff_no (SzImportRun *run, const char *staff_no, gboolean *known)
{
  const SzPersonName *person = sz_person_names_find (run->names, staff_no);
  guint first = sz_import_keys_add (run->keys, staff_no, run->row->number, NULL);
  g_autofree char *where = NULL;

  *known = person != NULL;
  if (first == 0 && (person == NULL || run->request->update))
    return TRUE;
  where = first != 0 ? sz_import_dup_where (first)
                     : g_strdup_printf (_ ("the register (%s)"), person->name);
  find_duplicate (run, "staff_no.duplicate", PEOPLE_STAFF_NO, staff_no, where);
  return FALSE;
}

/* RULE ppl-1: an ID number belongs to one person. */
static gboolean
check_id_number (SzImportRun *run, const SzPeopleRow *row)
{
  const State *state = run->state;
  const char *id_number = row->person.id_number;
  const SzPersonName *owner = g_hash_table_lookup (state->by_id_number, id_number);
  guint first = sz_import_keys_add (run->more_keys, id_number, run->row->number, NULL);
  g_autofree char *where = NULL;

  if (row->mismatch)
    return FALSE;
  if (first != 0)
    where = sz_import_dup_where (first);
  else if (owner != NULL && g_strcmp0 (owner->staff_no, row->person.staff_no) != 0)
    where = g_strdup_printf (_ ("the register (%s %s)"), owner->staff_no, owner->name);
  if (where == NULL)
    return TRUE;
  find_duplicate (run, "idcard.duplicate", PEOPLE_ID_NUMBER,
                  sz_import_get_cell (run, PEOPLE_ID_NUMBER)->text, where);
  return FALSE;
}

/* Pay of two people on one account may be meant, and is seldom. */
static void
check_account (SzImportRun *run, const SzPerson *person)
{
  const State *state = run->state;
  g_autofree char *where = NULL;
  guint first;

  if (person->bank_account == NULL || *person->bank_account == '\0')
    return;
  first = sz_import_keys_add (state->accounts, person->bank_account, run->row->number, NULL);
  where = sz_import_dup_where (first);
  if (first != 0)
    sz_import_find (run, SZ_SEVERITY_WARNING, "account.shared", PEOPLE_BANK_ACCOUNT,
                    person->bank_account, "where", where, NULL);
}

/* 南校區 and 南校区: two departments would come of one. */
static void
check_department (SzImportRun *run, const char *name)
{
  const char *other = name != NULL && *name != '\0' ? find_writing (run->state, name) : NULL;

  if (other != NULL)
    sz_import_find (run, SZ_SEVERITY_WARNING, "department.alike", PEOPLE_DEPARTMENT, name, "other",
                    other, NULL);
}

static gboolean
check_update (SzImportRun *run, const SzPeopleRow *row, GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) fault = NULL;
  SzPutResult result;

  file = sz_store_person_by_staff_no (run->store, row->person.staff_no, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return file == NULL || sz_people_row_update (run, row, file, &result, error);
}

static gboolean
check_people (SzImportRun *run, GError **error)
{
  g_auto (SzPeopleRow) row = { 0 };
  gboolean known = FALSE;
  gboolean good = sz_people_row_parse (run, &row);

  if (row.person.staff_no != NULL)
    good &= check_staff_no (run, row.person.staff_no, &known);
  if (row.person.id_number != NULL)
    good &= check_id_number (run, &row);
  if (!good)
    return TRUE;
  check_account (run, &row.person);
  check_department (run, row.value[SZ_RECORD_DEPARTMENT]);
  if (known)
    return check_update (run, &row, error);
  sz_person_file_free (sz_people_row_file (run, &row));
  return TRUE;
}

/* ---- writing ---- */

/* A department that nobody entered yet comes after the others. */
static gboolean
ensure_department (SzImportRun *run, const char *name, GError **error)
{
  State *state = run->state;
  g_auto (SzDepartment) department = { 0 };
  SzPutResult result;

  if (name == NULL || *name == '\0' || g_hash_table_contains (state->departments, name))
    return TRUE;
  department.name = g_strdup (name);
  department.position = ++state->last_position;
  department.batch_id = run->batch_id;
  department.source_row = (int)run->row->number;
  g_hash_table_add (state->departments, g_strdup (name));
  return sz_store_department_put (run->act, &department, SZ_PUT_INSERT, &result, error);
}

static gboolean
insert_person (SzImportRun *run, const SzPeopleRow *row, SzPutResult *result, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_people_row_file (run, row);
  SzOrigin origin = { .batch_id = run->batch_id, .source_row = (int)run->row->number };

  *result = SZ_PUT_INSERTED;
  return sz_store_person_insert (run->act, file, &origin, error);
}

static gboolean
write_people (SzImportRun *run, SzPutResult *result, GError **error)
{
  g_auto (SzPeopleRow) row = { 0 };
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) fault = NULL;

  if (!sz_people_row_parse (run, &row))
    return sz_error_set (error, SZ_ERROR_STALE, "file.changed", "file", run->result->file, NULL);
  if (!ensure_department (run, row.value[SZ_RECORD_DEPARTMENT], error))
    return FALSE;
  if (!run->request->update)
    return insert_person (run, &row, result, error);
  file = sz_store_person_by_staff_no (run->store, row.person.staff_no, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (file == NULL)
    return insert_person (run, &row, result, error);
  return sz_people_row_update (run, &row, file, result, error);
}

static const SzImportHandler handler = {
  .wants = SZ_IMPORT_WANTS_NAMES,
  .begin = begin_people,
  .check = check_people,
  .write = write_people,
  .end = end_people,
};

/* In the order of the enum in sz-import-people-private.h. */
static const SzImportField fields[] = {
  { "工号", SZ_FIELD_STAFF_NO, .required = TRUE, .example = "1001",
    .note = N_ ("Each person's own, never given twice") },
  { "姓名", SZ_FIELD_NAME, .required = TRUE, .example = "张三" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .required = TRUE, .example = "11010519491231002X",
    .note = N_ ("18 characters, as text") },
  { "性别", SZ_FIELD_CODE, .table = SZ_TABLE_SEX, .example = "女" },
  { "出生日期", SZ_FIELD_DATE, .example = "1949-12-31",
    .note = N_ ("Only compared with the ID number") },
  { "民族", SZ_FIELD_CODE, .table = SZ_TABLE_ETHNICITY, .example = "汉族" },
  { "政治面貌", SZ_FIELD_CODE, .table = SZ_TABLE_POLITICAL, .example = "群众" },
  { "部门", SZ_FIELD_DEPARTMENT, .required = TRUE, .example = "机械工程系" },
  { "人员类别", SZ_FIELD_CODE, .required = TRUE, .table = SZ_TABLE_EMPLOYMENT, .example = "在编" },
  { "岗位类别", SZ_FIELD_CODE, .table = SZ_TABLE_POST_CATEGORY, .example = "专业技术" },
  { "岗位等级", SZ_FIELD_POST, .example = "专技八级",
    .note = N_ ("专技八级, 管理六级, 技术工二级, 普通工") },
  { "专任教师", SZ_FIELD_CODE, .table = SZ_TABLE_YES_NO, .example = "是",
    .note = N_ ("Empty means 否") },
  { "职称", SZ_FIELD_CODE, .table = SZ_TABLE_TITLE, .example = "讲师" },
  { "职称取得日期", SZ_FIELD_DATE, .example = "2019-12-01",
    .note = N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日") },
  { "岗位聘任日期", SZ_FIELD_DATE, .example = "2020-01-01",
    .note = N_ ("When the present post began; empty means 来校日期") },
  { "学历", SZ_FIELD_CODE, .table = SZ_TABLE_EDUCATION, .example = "本科" },
  { "学位", SZ_FIELD_CODE, .table = SZ_TABLE_DEGREE, .example = "学士" },
  { "毕业院校", SZ_FIELD_TEXT, .example = "某大学" },
  { "所学专业", SZ_FIELD_TEXT, .example = "机械工程" },
  { "技能等级", SZ_FIELD_CODE, .table = SZ_TABLE_SKILL, .example = "技师" },
  { "参加工作日期", SZ_FIELD_DATE, .example = "2010-07-01",
    .note = N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日") },
  { "来校日期", SZ_FIELD_DATE, .example = "2010-07-01", .note = N_ ("First day of service") },
  { "离校日期", SZ_FIELD_DATE, .example = "",
    .note = N_ ("Last day of service; empty while in service") },
  { "在职状态", SZ_FIELD_CODE, .table = SZ_TABLE_SERVICE_STATE, .example = "在职",
    .note = N_ ("Empty means 在职; any other needs 离校日期") },
  { "薪酬方式", SZ_FIELD_CODE, .table = SZ_TABLE_PAY_REGIME, .example = "绩效",
    .note = N_ ("Empty means 绩效") },
  { "原退休年龄", SZ_FIELD_COUNT, .example = "55",
    .note = N_ ("60, 55 or 50: before the delay of 2025") },
  { "手机", SZ_FIELD_PHONE, .example = "13800000000" },
  { "银行卡号", SZ_FIELD_ACCOUNT, .example = "6222000000000000000", .note = N_ ("As text") },
  { "备注", SZ_FIELD_TEXT, .example = "" },
};

const SzImportKind sz_import_kind_people
    = { "people", "教职工花名册", SZ_IMPORT_FIELDS (fields), .handler = &handler };
