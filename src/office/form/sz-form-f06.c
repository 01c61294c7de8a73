/* sz-form-f06.c — F06 直接考察招聘高技能人才审批表 (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-forms-recruit.h"
#include "sz-idcard.h"

/* The best of what the applicant shows: the first valid honour, else the first. */
static const SzHonourRow *
find_honour (const SzRecruitBook *book, const SzRecruitPerson *person, const SzHonourEntry **entry)
{
  const SzHonourRow *first = NULL;

  *entry = NULL;
  for (guint i = 0; i < book->honours->len; i++)
    {
      const SzHonourRow *row = &g_array_index (book->honours, SzHonourRow, i);
      const SzHonourClaim claim = { row->honour, row->certificate, row->rank, row->team_size };

      if (strcmp (row->id_number, person->row->id_number) != 0)
        continue;
      if (sz_honour_check (book->rules->honours, book->rules->n_honours, &claim, entry) == NULL)
        return row;
      first = first != NULL ? first : row;
    }
  if (first != NULL)
    *entry = sz_honour_find (book->rules->honours, book->rules->n_honours, first->honour);
  return first;
}

static void
add_person (SzPaper *paper, const SzRecruitPerson *person)
{
  const SzApplicantRow *row = person->row;
  const SzCode *sex = sz_codes_by_value (SZ_TABLE_SEX, (int)sz_idcard_sex (row->id_number));
  g_autofree char *name = sz_form_dup_name (row->name);
  g_autofree char *birth = sz_date_format_dotted (sz_idcard_birth_date (row->id_number));
  g_autofree char *id_number = sz_idcard_mask (row->id_number);
  g_autofree char *post
      = g_strdup_printf ("%s %s", person->post->row->code, person->post->row->name);
  const char *const pairs[] = { "姓名",     name,
                                "性别",     sex != NULL ? sex->name : "",
                                "出生年月", birth,
                                "身份证号", id_number,
                                "学历",     sz_codes_name (SZ_TABLE_EDUCATION, row->education),
                                "专业",     row->major,
                                "职称",     sz_codes_name (SZ_TABLE_TITLE, row->title),
                                "技能等级", sz_codes_name (SZ_TABLE_SKILL, row->skill),
                                "原单位",   row->employer,
                                "拟聘岗位", post,
                                NULL };

  sz_paper_add_fields (paper, 2, pairs);
}

static void
add_honour (SzPaper *paper, const SzRecruitBook *book, const SzRecruitPerson *person)
{
  const SzHonourEntry *entry = NULL;
  const SzHonourRow *honour = find_honour (book, person, &entry);
  g_autofree char *day = honour != NULL ? sz_date_format_cn (honour->got_on) : g_strdup ("");
  g_autofree char *rank = honour != NULL && honour->rank > 0
                              ? g_strdup_printf ("第 %d 名", honour->rank)
                              : g_strdup ("");
  g_autofree char *basis
      = entry != NULL ? g_strdup_printf ("%s（%s）", entry->name, entry->source) : g_strdup ("");
  const char *const pairs[] = { "荣誉",     honour != NULL ? honour->honour : "",
                                "级别",     entry != NULL ? entry->level : "",
                                "证书号",   honour != NULL ? honour->certificate : "",
                                "获得日期", day,
                                "名次",     rank,
                                "授予单位", honour != NULL ? honour->issuer : "",
                                NULL };
  const char *const wide[] = { "依据", basis, NULL };

  sz_paper_add_fields (paper, 2, pairs);
  sz_paper_add_fields (paper, 1, wide);
}

/* 学历：要求本科以上，实为大学专科教育 */
static char *
dup_waived (const SzRecruitPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < person->screening.n_lines; i++)
    {
      const SzConditionLine *line = &person->screening.lines[i];

      if (line->result != SZ_RESULT_WAIVED)
        continue;
      g_string_append_printf (text, "%s%s：要求%s，实为%s", text->len > 0 ? "；" : "",
                              sz_codes_by_value (SZ_TABLE_CONDITION, (int)line->condition)->name,
                              line->required != NULL ? line->required : "",
                              line->actual != NULL ? line->actual : "无");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_outcome (const char *code)
{
  return *code == '\0' ? "" : strcmp (code, "passed") == 0 ? "合格" : "不合格";
}

static void
add_assessment (SzPaper *paper, const SzRecruitPerson *person)
{
  g_autofree char *waived = dup_waived (person);
  const SzDecisionRow *decision = person->decision;
  const SzCheckRow *check = person->check;
  g_autofree char *day = decision != NULL ? sz_date_format_cn (decision->held_on) : g_strdup ("");
  g_autofree char *meeting = decision != NULL
                                 ? sz_form_join ("，", decision->meeting, day, decision->minutes,
                                                 decision->agreed ? "同意" : "不同意", NULL)
                                 : g_strdup ("");
  const char *const wide[]
      = { "不作限制的条件", waived,  "专家意见", decision != NULL ? decision->opinion : "",
          "集体研究",       meeting, NULL };
  const char *const pairs[] = { "考察方式", "直接考察",
                                "考察结论", check != NULL ? get_outcome (check->inspection) : "",
                                "体检",     check != NULL ? get_outcome (check->physical) : "",
                                "考察说明", check != NULL ? check->note : "",
                                NULL };

  sz_paper_add_fields (paper, 1, wide);
  sz_paper_add_fields (paper, 2, pairs);
}

SzPaper *
sz_form_make_f06 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const opinions[]
      = { "用人部门意见（签章）：", "人事部门意见（签章）：",
          "党委会意见（会议、日期、纪要号、结论）：", "主管部门意见（签章）：", NULL };
  g_autoptr (SzRecruitBook) book = sz_form_plan_load (office, params, error);
  const SzRecruitPerson *person
      = book != NULL ? sz_recruit_book_need_person (book, params->post, params->ticket, error)
                     : NULL;
  SzPaper *paper;

  g_return_val_if_fail (form != NULL, NULL);

  if (person == NULL)
    return NULL;
  if (person->post == NULL || person->post->row->way != SZ_WAY_ASSESSMENT)
    return sz_form_refuse_empty (form, error);
  paper = sz_form_new_paper (office, form, form->title, NULL, error);
  if (paper == NULL)
    return NULL;
  add_person (paper, person);
  add_honour (paper, book, person);
  add_assessment (paper, person);
  sz_paper_add_opinions (paper, opinions);
  return paper;
}
