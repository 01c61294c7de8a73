/* sz-form-roster.c — 教职工花名册
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"
#include "sz-office-private.h"
#include "sz-store-people.h"
#include "sz-view-people.h"

/* The columns after 序号, in the order of the sheet. */
typedef enum
{
  COLUMN_DEPARTMENT,
  COLUMN_STAFF_NO,
  COLUMN_NAME,
  COLUMN_SEX,
  COLUMN_ETHNICITY,
  COLUMN_BIRTH,
  COLUMN_POLITICAL,
  COLUMN_EDUCATION,
  COLUMN_DEGREE,
  COLUMN_SCHOOL,
  COLUMN_MAJOR,
  COLUMN_WORK_START,
  COLUMN_ENTRY,
  COLUMN_EMPLOYMENT,
  COLUMN_POST,
  COLUMN_TITLE,
  COLUMN_SKILL,
  COLUMN_FULL_TIME,
  COLUMN_ID_NUMBER,
  COLUMN_PHONE,
  N_COLUMNS
} Column;

typedef struct
{
  const char *heading;
  SzColumnKind kind;
  double width;
  gboolean optional; /* goes first when the page is too narrow */
} Look;

static const Look looks[N_COLUMNS] = {
  [COLUMN_DEPARTMENT] = { "部门", SZ_COLUMN_TEXT, 12, FALSE },
  [COLUMN_STAFF_NO] = { "工号", SZ_COLUMN_CODE, 7, FALSE },
  [COLUMN_NAME] = { "姓名", SZ_COLUMN_TEXT, 8, FALSE },
  [COLUMN_SEX] = { "性别", SZ_COLUMN_TEXT, 5, FALSE },
  [COLUMN_ETHNICITY] = { "民族", SZ_COLUMN_TEXT, 6, FALSE },
  [COLUMN_BIRTH] = { "出生年月", SZ_COLUMN_MONTH, 9, FALSE },
  [COLUMN_POLITICAL] = { "政治面貌", SZ_COLUMN_TEXT, 9, FALSE },
  [COLUMN_EDUCATION] = { "学历", SZ_COLUMN_TEXT, 10, FALSE },
  [COLUMN_DEGREE] = { "学位", SZ_COLUMN_TEXT, 7, FALSE },
  [COLUMN_SCHOOL] = { "毕业院校", SZ_COLUMN_TEXT, 16, TRUE },
  [COLUMN_MAJOR] = { "所学专业", SZ_COLUMN_TEXT, 12, TRUE },
  [COLUMN_WORK_START] = { "参加工作", SZ_COLUMN_MONTH, 9, FALSE },
  [COLUMN_ENTRY] = { "来校年月", SZ_COLUMN_MONTH, 9, FALSE },
  [COLUMN_EMPLOYMENT] = { "人员类别", SZ_COLUMN_TEXT, 9, FALSE },
  [COLUMN_POST] = { "岗位等级", SZ_COLUMN_TEXT, 11, FALSE },
  [COLUMN_TITLE] = { "职称", SZ_COLUMN_TEXT, 13, FALSE },
  [COLUMN_SKILL] = { "技能等级", SZ_COLUMN_TEXT, 9, FALSE },
  [COLUMN_FULL_TIME] = { "专任教师", SZ_COLUMN_TEXT, 6, FALSE },
  [COLUMN_ID_NUMBER] = { "身份证号", SZ_COLUMN_CODE, 20, FALSE },
  [COLUMN_PHONE] = { "手机", SZ_COLUMN_CODE, 13, TRUE },
};

/* One person as printed; texts belong to the table. */
typedef struct
{
  const char *texts[N_COLUMNS]; /* "" where there is nothing or a date stands */
  SzDate dates[N_COLUMNS];
} Row;

typedef struct
{
  SzDate day;
  GStringChunk *texts;
  GHashTable *by_id; /* person id → Row */
  GPtrArray *rows;   /* of Row, as printed */
  gboolean used[N_COLUMNS];
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_clear_pointer (&table->by_id, g_hash_table_unref);
  g_clear_pointer (&table->texts, g_string_chunk_free);
  g_free (table);
}

static void
put_text (Table *table, Row *row, Column column, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  row->texts[column] = g_string_chunk_insert_const (table->texts, text);
  table->used[column] = TRUE;
}

static void
put_code (Table *table, Row *row, Column column, SzCodeTable codes, const char *code)
{
  if (code != NULL && *code != '\0')
    put_text (table, row, column, sz_codes_name (codes, code));
}

static void
put_date (Table *table, Row *row, Column column, SzDate date)
{
  row->dates[column] = date;
  table->used[column] |= date != SZ_DATE_NONE;
}

static void
put_person (Table *table, Row *row, const SzPerson *person)
{
  const SzCode *sex = sz_codes_by_value (SZ_TABLE_SEX, (int)person->sex);
  g_autofree char *name = sz_form_dup_name (person->name);

  put_text (table, row, COLUMN_STAFF_NO, person->staff_no);
  put_text (table, row, COLUMN_NAME, name);
  put_text (table, row, COLUMN_SEX, sex != NULL ? sex->name : NULL);
  put_code (table, row, COLUMN_ETHNICITY, SZ_TABLE_ETHNICITY, person->ethnicity);
  put_date (table, row, COLUMN_BIRTH, person->birth_date);
  put_code (table, row, COLUMN_POLITICAL, SZ_TABLE_POLITICAL, person->political);
  put_code (table, row, COLUMN_EDUCATION, SZ_TABLE_EDUCATION, person->education);
  put_code (table, row, COLUMN_DEGREE, SZ_TABLE_DEGREE, person->degree);
  put_text (table, row, COLUMN_SCHOOL, person->school);
  put_text (table, row, COLUMN_MAJOR, person->major);
  put_date (table, row, COLUMN_WORK_START, person->work_start);
  put_code (table, row, COLUMN_SKILL, SZ_TABLE_SKILL, person->skill);
  put_text (table, row, COLUMN_ID_NUMBER, person->id_number);
  put_text (table, row, COLUMN_PHONE, person->phone);
}

static const SzRecord *
find_record (const SzPersonFile *file, SzRecordField field, SzDate day)
{
  return sz_record_at ((const SzRecord *)(gpointer)file->records->data, file->records->len, field,
                       day);
}

static void
put_state (Table *table, Row *row, const SzPersonFile *file, const SzPersonState *state)
{
  const SzRecord *employment = find_record (file, SZ_RECORD_EMPLOYMENT, table->day);
  const SzRecord *full_time = find_record (file, SZ_RECORD_FULL_TIME, table->day);
  g_autofree char *post = state->post != 0 ? sz_post_name (state->post) : NULL;

  put_text (table, row, COLUMN_DEPARTMENT, state->department);
  put_date (table, row, COLUMN_ENTRY, state->service_from);
  put_text (table, row, COLUMN_POST, post);
  put_code (table, row, COLUMN_TITLE, SZ_TABLE_TITLE, state->title);
  if (employment != NULL)
    put_code (table, row, COLUMN_EMPLOYMENT, SZ_TABLE_EMPLOYMENT, employment->value);
  if (full_time != NULL)
    put_code (table, row, COLUMN_FULL_TIME, SZ_TABLE_YES_NO, full_time->value);
}

static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Table *table = user_data;
  SzPersonState state;
  Row *row;

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      table->day, &state);
  if (!state.in_service)
    return TRUE;
  row = g_new0 (Row, 1);
  put_person (table, row, &file->person);
  put_state (table, row, file, &state);
  g_hash_table_insert (table->by_id, g_memdup2 (&file->person.id, sizeof (gint64)), row);
  return TRUE;
}

/* 部门序 → 岗位等级 → 姓氏笔画 (handbook §13.1) */
static gboolean
order_rows (Table *table, SzOffice *office, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPeopleView) people = sz_view_people_open (office, table->day, cancellable, error);
  SzPeopleFilter filter = SZ_PEOPLE_ALL;
  g_autoptr (GArray) ids = NULL;

  if (people == NULL)
    return FALSE;
  filter.in_service = 1;
  ids = sz_people_view_ids (people, &filter, SZ_PEOPLE_BY_DEPARTMENT);
  table->rows = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer row = g_hash_table_lookup (table->by_id, &g_array_index (ids, gint64, i));

      if (row != NULL)
        g_ptr_array_add (table->rows, row);
    }
  return TRUE;
}

static Table *
gather_table (SzOffice *office, SzDate day, GCancellable *cancellable, GError **error)
{
  Table *table = g_new0 (Table, 1);

  table->day = sz_date_first_day (day);
  table->texts = g_string_chunk_new (64 * 1024);
  table->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (sz_store_people_each (sz_office_get_store (office), add_person_cb, table, error)
      && order_rows (table, office, cancellable, error))
    return table;
  table_freed_cb (table);
  return NULL;
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const Row *person = g_ptr_array_index (table->rows, index);

  sz_form_row_number (row, index + 1);
  for (int column = 0; column < N_COLUMNS; column++)
    {
      if (!table->used[column])
        continue;
      if (looks[column].kind == SZ_COLUMN_MONTH)
        sz_form_row_date (row, person->dates[column]);
      else
        sz_form_row_text (row, person->texts[column]);
    }
}

/* A column that nobody fills is absent, never empty. */
static SzFormColumns *
make_columns (const Table *table)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  for (int i = 0; i < N_COLUMNS; i++)
    {
      SzPaperColumn *column;

      if (!table->used[i])
        continue;
      column
          = sz_form_columns_add (columns, NULL, looks[i].heading, looks[i].kind, 0, looks[i].width);
      column->dash = TRUE;
      column->optional = looks[i].optional;
      if (i == COLUMN_NAME)
        {
          column->total = SZ_TOTAL_COUNT;
          column->unit = "人";
        }
    }
  return columns;
}

SzPaper *
sz_form_make_roster (SzOffice *office,
                     const SzForm *form,
                     const SzFormParams *params,
                     GCancellable *cancellable,
                     GError **error)
{
  static const char *const signatures[]
      = { "单位负责人（签章）", "审核人", "制表人", "联系电话", NULL };
  static const SzTableOptions options = { .total_label = "合计", .autofilter = TRUE };
  Table *table = gather_table (office, params->on, cancellable, error);
  g_autofree char *day = sz_date_format_cn (params->on);
  g_autofree char *note = g_strdup_printf ("在职人员截至%s。", day);
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper;

  if (table == NULL)
    return NULL;
  paper = table->rows->len > 0 ? sz_form_new_paper (office, form, form->title, "单位：人", error)
                               : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  columns = make_columns (table);
  sz_form_add_table (paper, columns, &options, table->rows->len, fill_row_cb, table,
                     table_freed_cb);
  sz_paper_add_text (paper, note);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
