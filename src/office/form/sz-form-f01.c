/* sz-form-f01.c — F01 公开招聘岗位汇总表 (RULE rec-15, rec-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-forms-recruit.h"

typedef struct
{
  const char *code;
  const char *name;
  const char *department;
  const char *level;
  int uses;
  int places;
  const char *education;
  const char *degree;
  const char *major;
  const char *age;
  const char *other;
  int way;
  const char *exam;
  const char *ratio;
  const char *note;
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (4),
  SZ_FORM_COL_TEXT (Row, code, SZ_COL ("岗位代码", CODE, 6)),
  TEXT (name, "岗位名称", 10),
  TEXT (department, "用人部门", 9),
  TEXT (level, "类别等级", 8),
  SZ_FORM_COL_CODE (Row, uses, SZ_TABLE_POST_USE, SZ_COL ("用编", TEXT, 6)),
  SZ_FORM_COL_NUMBER (Row, places, SZ_COL ("招聘人数", COUNT, 5, .total = SZ_TOTAL_SUM)),
  TEXT (education, "学历", 8),
  TEXT (degree, "学位", 7),
  TEXT (major, "专业", 14),
  TEXT (age, "年龄", 8),
  TEXT (other, "其他条件", 16),
  SZ_FORM_COL_CODE (Row, way, SZ_TABLE_RECRUIT_WAY, SZ_COL ("招聘方式", TEXT, 8)),
  TEXT (exam, "考试方式及成绩构成", 14),
  TEXT (ratio, "开考比例", 6),
  TEXT (note, "备注", 14),
  SZ_FORM_COL_END,
};

/* What the sheet has no column of its own for. */
static const char *
keep_other (SzFormSheet *sheet, const SzPositionRow *row)
{
  const struct
  {
    const char *label;
    const char *text;
  } parts[] = { { "技能等级：", row->skill },   { "职称：", row->title },
                { "工作年限：", row->years },   { "政治面貌：", row->political },
                { "证书：", row->certificate }, { "", row->other } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!sz_requirement_is_none (parts[i].text))
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "；" : "", parts[i].label,
                              parts[i].text);
  return sz_form_sheet_keep (sheet, text->str);
}

/* 放宽：年龄→45周岁以下（依据）；批文号 */
static const char *
keep_note (SzFormSheet *sheet, const SzRecruitBook *book, const SzPositionRow *row)
{
  g_autoptr (GString) text = g_string_new (row->note);

  for (guint i = 0; i < book->relaxations->len; i++)
    {
      const SzRelaxationRow *relaxation = &g_array_index (book->relaxations, SzRelaxationRow, i);

      if (strcmp (relaxation->post, row->code) == 0)
        g_string_append_printf (text, "%s放宽：%s（%s）→%s（%s）", text->len > 0 ? "；" : "",
                                sz_codes_name (SZ_TABLE_CONDITION, relaxation->condition),
                                relaxation->audience,
                                *relaxation->relaxed_to != '\0' ? relaxation->relaxed_to : "不限",
                                relaxation->basis);
    }
  if (*row->approval != '\0')
    g_string_append_printf (text, "%s批文号：%s", text->len > 0 ? "；" : "", row->approval);
  return sz_form_sheet_keep (sheet, text->str);
}

static void
add_row (SzFormSheet *sheet, const SzRecruitBook *book, const SzRecruitPost *post)
{
  const SzPositionRow *from = post->row;
  g_autofree char *level = from->post != 0 ? sz_post_name (from->post) : NULL;
  g_autofree char *exam = sz_form_exam_dup (&post->plan);
  g_autofree char *ratio
      = post->plan.has_ratio ? sz_form_ratio_dup (post->plan.ratio_x1e4) : g_strdup ("不设");
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .code = sz_form_sheet_keep (sheet, from->code),
                .name = sz_form_sheet_keep (sheet, from->name),
                .department = sz_form_sheet_keep (sheet, from->department),
                .level = sz_form_sheet_keep (sheet, level),
                .uses = (int)from->uses,
                .places = from->places,
                .education = sz_form_sheet_keep (sheet, from->education),
                .degree = sz_form_sheet_keep (sheet, from->degree),
                .major = sz_form_sheet_keep (sheet, from->major),
                .age = sz_form_sheet_keep (sheet, from->age),
                .other = keep_other (sheet, from),
                .way = (int)from->way,
                .exam = sz_form_sheet_keep (sheet, exam),
                .ratio = sz_form_sheet_keep (sheet, ratio),
                .note = keep_note (sheet, book, from) };
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzRecruitBook) book = sz_form_plan_load (office, params, error);
  g_autofree char *head = NULL;

  if (book == NULL)
    return FALSE;
  head = sz_form_plan_line (book);
  sz_form_sheet_above (sheet, g_strconcat (head, "　　咨询电话：＿＿＿＿＿＿＿＿", NULL));
  for (guint i = 0; i < book->posts->len; i++)
    add_row (sheet, book, g_ptr_array_index (book->posts, i));
  return TRUE;
}

static const char *const signatures[] = { "学院（盖章）", "主管部门（盖章）", NULL };

const SzFormTable sz_form_f01 = {
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .autofilter = TRUE },
  .signatures = signatures,
  .gather = gather,
};
