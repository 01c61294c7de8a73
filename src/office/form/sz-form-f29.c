/* sz-form-f29.c — F29 职业技能等级认定应评尽评台账 (RULE tgt-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-decimal.h"
#include "sz-forms-watch.h"
#include "sz-percent.h"
#include "sz-view-targets.h"

typedef struct
{
  const char *student_no;
  const char *name;
  const char *major;
  const char *occupation;
  const char *level;
  const char *batch;
  const char *took_part;
  const char *theory;
  const char *practice;
  const char *outcome; /* code */
  const char *certificate;
  const char *reason;
  const char *subtotal; /* of the major */
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, student_no, SZ_COL ("学号", CODE, 11)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 9)),
  TEXT (major, "专业", 18),
  TEXT (occupation, "职业工种", 14),
  TEXT (level, "等级", 8),
  TEXT (batch, "应评批次", 9),
  TEXT (took_part, "是否参加", 8),
  TEXT (theory, "理论成绩", 8),
  TEXT (practice, "技能成绩", 8),
  SZ_FORM_COL_STORED (Row, outcome, SZ_TABLE_SKILL_RESULT, SZ_COL ("结果", TEXT, 7, .dash = TRUE)),
  TEXT (certificate, "证书编号", 14),
  TEXT (reason, "未评原因", 16),
  SZ_FORM_COL_END,
};

static const char *
keep (SzFormSheet *sheet, const char *text)
{
  return sz_form_sheet_keep (sheet, text != NULL ? text : "");
}

static const char *
keep_score (SzFormSheet *sheet, gint64 score_x100)
{
  g_autofree char *text = sz_decimal_format (score_x100, 2);

  return score_x100 >= 0 ? sz_form_sheet_keep (sheet, text) : "";
}

static const char *
keep_reason (SzFormSheet *sheet, const SzSkillItem *item)
{
  const SzSkillDue *due = item->due;
  g_autofree char *exempt = NULL;

  if (item->taken)
    return "";
  if (!item->exempt)
    return due->missing_reason != NULL && *due->missing_reason != '\0'
               ? keep (sheet, due->missing_reason)
               : "未说明";
  exempt = g_strdup_printf ("%s（%s）", due->exempt_reason, due->exempt_document);
  return keep (sheet, exempt);
}

static void
add_row (SzFormSheet *sheet, const SzSkillItem *item, const char *subtotal)
{
  const SzSkillDue *due = item->due;
  const SzSkillResult *result = item->result;
  Row *row = sz_form_sheet_add (sheet);

  row->student_no = keep (sheet, due->student_no);
  row->name = keep (sheet, due->name);
  row->major = keep (sheet, due->major);
  row->occupation = keep (sheet, due->occupation);
  row->level = keep (sheet, due->level);
  row->batch = keep (sheet, due->batch);
  row->took_part = item->exempt ? "豁免" : item->taken ? "是" : "否";
  row->theory = result != NULL ? keep_score (sheet, result->theory_x100) : "";
  row->practice = result != NULL ? keep_score (sheet, result->practice_x100) : "";
  row->outcome = result != NULL ? keep (sheet, result->outcome) : "";
  row->certificate = result != NULL ? keep (sheet, result->certificate) : "";
  row->reason = keep_reason (sheet, item);
  row->subtotal = subtotal;
}

/* 应评 n　参加 n　合格 n of the major that begins at @first. */
static const char *
keep_subtotal (SzFormSheet *sheet, const GArray *items, guint first)
{
  const char *major = g_array_index (items, SzSkillItem, first).due->major;
  g_autofree char *text = NULL;
  guint due = 0;
  guint taken = 0;
  guint passed = 0;

  for (guint i = first; i < items->len; i++)
    {
      const SzSkillItem *item = &g_array_index (items, SzSkillItem, i);

      if (!g_str_equal (item->due->major, major))
        break;
      due += item->exempt ? 0 : 1;
      taken += item->taken ? 1 : 0;
      passed += item->passed ? 1 : 0;
    }
  text = g_strdup_printf ("%s：应评 %u　参加 %u　合格 %u", major, due, taken, passed);
  return sz_form_sheet_keep (sheet, text);
}

static char *
make_total (const SzSkillYear *year)
{
  g_autofree char *coverage = sz_percent_dup (year->taken, year->due);
  g_autofree char *passed = sz_percent_dup (year->passed, year->taken);

  return g_strdup_printf ("合计：应评 %u　参加 %u　合格 %u，应评尽评率 %s%%，合格率 %s%%，缺评 %u "
                          "人，豁免 %u 人",
                          year->due, year->taken, year->passed, coverage != NULL ? coverage : "—",
                          passed != NULL ? passed : "—", year->due - year->taken, year->exempt);
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzTargetsView) view = sz_view_targets (office, params->year, params->on, error);
  const SzSkillYear *year;
  const char *subtotal = NULL;

  if (view == NULL)
    return FALSE;
  year = view->registers->skill;
  for (guint i = 0; i < year->items->len; i++)
    {
      const SzSkillItem *item = &g_array_index (year->items, SzSkillItem, i);

      if (i == 0
          || !g_str_equal (item->due->major,
                           g_array_index (year->items, SzSkillItem, i - 1).due->major))
        subtotal = keep_subtotal (sheet, year->items, i);
      add_row (sheet, item, subtotal);
    }
  sz_form_sheet_total (sheet, make_total (year));
  return TRUE;
}

static const char *const signatures[]
    = { "填报人", "审核人", "教务处", "鉴定站（所）负责人", NULL };

const SzFormTable sz_form_f29 = {
  .title = "{year}年度{title}",
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .group = SZ_FORM_HAS (Row, major),
  .note = SZ_FORM_HAS (Row, subtotal),
  .signatures = signatures,
  .gather = gather,
};
