/* sz-form-f23.c — F23 高层次人才薪酬备案表, X2 (RULE pay-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-pay.h"
#include "sz-office-private.h"
#include "sz-store-people.h"
#include "sz-store-total.h"

typedef struct
{
  SzTalentRow talent; /* borrowed texts */
  const char *staff_no;
  const char *name;
  SzSex sex;
  SzDate birth;
  const char *title;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 9, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 5)),
  SZ_FORM_COL_DAY (Row, birth, SZ_COL ("出生年月", MONTH, 9)),
  SZ_FORM_COL_STORED (Row, title, SZ_TABLE_TITLE, SZ_COL ("职称", TEXT, 12, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row,
                    talent.category,
                    SZ_COL ("人才类别", TEXT, 12, .dash = TRUE),
                    .absent = TRUE),
  SZ_FORM_COL_CODE (Row, talent.mode, SZ_TABLE_PAY_REGIME, SZ_COL ("薪酬方式", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, talent.amount_fen, SZ_COL_AMOUNT ("年度额度", 14)),
  SZ_FORM_COL_DAY (Row, talent.from, SZ_COL ("期限起", DATE, 11), .absent = TRUE),
  SZ_FORM_COL_DAY (Row, talent.to, SZ_COL ("期限止", DATE, 11), .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, talent.target, SZ_COL ("目标", TEXT, 18, .dash = TRUE), .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, talent.fund, SZ_COL ("经费来源", TEXT, 10, .dash = TRUE), .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, talent.approval, SZ_COL ("批文号", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row,
                    talent.verdict,
                    SZ_COL ("考核结果", TEXT, 9, .dash = TRUE),
                    .absent = TRUE),
  SZ_FORM_COL_BLANK (SZ_COL ("备注", TEXT, 10)),
  SZ_FORM_COL_END,
};

typedef struct
{
  SzFormSheet *sheet;
  GArray *talents; /* of SzTalentRow */
  SzDate day;
} Job;

static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzPersonState state;

  for (guint i = 0; i < job->talents->len; i++)
    {
      const SzTalentRow *talent = &g_array_index (job->talents, SzTalentRow, i);
      Row *row;

      if (talent->person_id != file->person.id)
        continue;
      sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                          (const SzService *)(gpointer)file->services->data, file->services->len,
                          job->day, &state);
      row = sz_form_sheet_add (job->sheet);
      *row = (Row){ .talent = *talent,
                    .staff_no = sz_form_sheet_keep (job->sheet, file->person.staff_no),
                    .name = sz_form_sheet_keep (job->sheet, file->person.name),
                    .sex = file->person.sex,
                    .birth = file->person.birth_date,
                    .title = sz_form_sheet_keep (job->sheet, state.title) };
    }
  return TRUE;
}

/* 年薪, 协议, 项目; in each the highest first. */
static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *one = a;
  const Row *other = b;

  if (one->talent.mode != other->talent.mode)
    return (int)one->talent.mode - (int)other->talent.mode;
  if (one->talent.amount_fen != other->talent.amount_fen)
    return one->talent.amount_fen > other->talent.amount_fen ? -1 : 1;
  return strcmp (one->staff_no, other->staff_no);
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzStore *store = sz_office_get_store (office);
  Job job = { .sheet = sheet, .day = sz_date_make (params->year, 12, 31) };

  job.talents = sz_store_talent_list (store, SZ_ROWS_OF_YEAR (params->year), error);
  sz_form_sheet_hold (sheet, job.talents, (GDestroyNotify)g_array_unref);
  if (job.talents == NULL || !sz_store_people_each (store, add_person_cb, &job, error))
    return FALSE;
  sz_form_sheet_sort (sheet, compare_rows_cb, NULL);
  sz_form_sheet_below (sheet, g_strdup ("单列，不作为绩效工资调控基数。"));
  return TRUE;
}

static const char *const signatures[] = { "制表人", "审核人", "单位负责人（签章）", NULL };
static const char *const opinions[]
    = { "单位意见", "主管部门意见", "人社部门意见", "财政部门意见", NULL };

const SzFormTable sz_form_f23 = {
  .title = "{year}年度{title}",
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE },
  .signatures = signatures,
  .opinions = opinions,
  .gather = gather,
};
