/* sz-post-scheme.c — what a post asks for and how it is filled, in words (RULE rec-15, rec-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-field-list.h"
#include "sz-post-tables.h"

/* 3, 1.5 */
static char *
dup_number (gint64 ratio_x1e4)
{
  char *text = sz_decimal_format (ratio_x1e4, SZ_RATIO_DECIMALS);
  gsize length = strlen (text);

  if (strchr (text, '.') == NULL)
    return text;
  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[length - 1] = '\0';
  return text;
}

/* 3:1, 1.5:1 */
static char *
dup_ratio (const SzExamPlan *plan)
{
  g_autofree char *number = dup_number (plan->ratio_x1e4);

  return plan->has_ratio ? g_strdup_printf ("%s:1", number) : g_strdup ("不设");
}

char *
sz_post_scheme_line (const SzRecruitPost *post)
{
  g_autofree char *components = NULL;
  g_autofree char *ratio = NULL;
  g_autofree char *check = NULL;

  g_return_val_if_fail (post != NULL, NULL);
  components = sz_exam_plan_describe (&post->plan);
  ratio = dup_ratio (&post->plan);
  check = dup_number (post->plan.check_x1e4);
  return g_strdup_printf ("%s%s%s · 开考 %s · 考察 1:%s%s",
                          sz_codes_by_value (SZ_TABLE_EXAM_ORDER, (int)post->plan.order)->name,
                          *components != '\0' ? " · " : "", components, ratio, check,
                          post->plan.check_x1e4 % SZ_RATIO_ONE == 0 ? ""
                          : post->plan.check_round == SZ_ROUND_UP   ? "↑"
                                                                    : "↓");
}

char *
sz_post_applicants_line (const SzRecruitPost *post)
{
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (post != NULL, NULL);
  ratio = dup_ratio (&post->plan);
  return g_strdup_printf ("%u 报名 · %u 合格 · %u 待审 · 开考比例 %s → 招 %" G_GINT64_FORMAT " 人",
                          post->registered, post->qualified, post->undecided, ratio, post->places);
}

static void
add_requirements (GPtrArray *fields, const SzPositionRow *row)
{
  const char *const cells[]
      = { row->education, row->degree, row->major,     row->age,         row->skill,
          row->title,     row->years,  row->political, row->certificate, row->other };

  sz_fields_add_heading (fields, _ ("Requirements"));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    sz_fields_add (fields, sz_post_condition ((SzScreenCondition)i), cells[i]);
}

/* Who marks, and under each judge the applicants with whom a relation is declared: for 回避. */
static void
add_judges (GPtrArray *fields, const SzRecruitDesk *desk, const SzRecruitPost *post)
{
  const SzRecruitBook *book = desk->book;
  gboolean any;

  sz_fields_add_heading (fields, _ ("Judges"));
  for (guint i = 0; i < book->judges->len; i++)
    {
      const SzJudgeRow *judge = &g_array_index (book->judges, SzJudgeRow, i);
      g_autofree char *number = g_strdup_printf (_ ("Judge %d"), judge->number);

      if (*judge->post == '\0' || strcmp (judge->post, post->row->code) == 0)
        sz_fields_take (fields, number,
                        g_strdup_printf ("%s　%s%s", judge->name, judge->employer,
                                         judge->outside ? "（外单位）" : ""));
    }
  sz_fields_add_heading (fields, _ ("Relations of judges (回避)"));
  any = FALSE;
  for (guint i = 0; desk->ties != NULL && i < desk->ties->len; i++)
    {
      const SzJudgeTie *tie = &g_array_index (desk->ties, SzJudgeTie, i);

      if (tie->post != post)
        continue;
      any = TRUE;
      sz_fields_take (fields, tie->judge->name,
                      g_strdup_printf ("%s　%s　%s", tie->person->row->ticket,
                                       tie->person->row->name, tie->relation))
          ->style
          = "error";
    }
  if (!any)
    sz_fields_add_note (fields, _ ("None is declared."));
}

GPtrArray *
sz_post_scheme_fields (const SzRecruitDesk *desk, const SzRecruitPost *post)
{
  GPtrArray *fields = sz_fields_new ();
  const SzRecruitBook *book;
  const SzPositionRow *row;
  gboolean any;

  g_return_val_if_fail (desk != NULL && desk->book != NULL && post != NULL, fields);
  book = desk->book;
  row = post->row;
  sz_fields_add (fields, "招聘方式", sz_codes_by_value (SZ_TABLE_RECRUIT_WAY, (int)row->way)->name);
  sz_fields_add (fields, "用编", sz_codes_by_value (SZ_TABLE_POST_USE, (int)row->uses)->name);
  sz_fields_add (fields, "合格线", row->lines);
  sz_fields_add (fields, "面试分项", row->items);
  sz_fields_add (fields, "开考比例", row->open_ratio);
  sz_fields_add (fields, "考察比例", row->check_ratio);
  sz_fields_add (fields, "批文号", row->approval);
  sz_fields_add (fields, "备注", row->note);
  add_requirements (fields, row);
  any = FALSE;
  for (guint i = 0; i < book->relaxations->len; i++)
    {
      const SzRelaxationRow *one = &g_array_index (book->relaxations, SzRelaxationRow, i);

      if (strcmp (one->post, row->code) != 0)
        continue;
      if (!any)
        sz_fields_add_heading (fields, _ ("Relaxations"));
      any = TRUE;
      sz_fields_take (fields, sz_codes_name (SZ_TABLE_CONDITION, one->condition),
                      g_strdup_printf ("%s → %s（%s）", one->audience,
                                       *one->relaxed_to != '\0' ? one->relaxed_to : "不限",
                                       one->basis));
    }
  add_judges (fields, desk, post);
  return fields;
}
