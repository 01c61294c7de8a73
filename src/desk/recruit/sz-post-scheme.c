/* sz-post-scheme.c — what a post asks for and how it is filled, in words (RULE rec-15, rec-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-field-list.h"
#include "sz-post-tables.h"

/* 3:1, 1.5:1 */
static char *
dup_ratio (gint64 ratio_x1e4)
{
  g_autofree char *text = sz_decimal_format (ratio_x1e4, SZ_RATIO_DECIMALS);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  return g_strdup_printf ("%.*s:1", (int)length, text);
}

char *
sz_post_scheme_line (const SzRecruitPost *post)
{
  g_autofree char *components = NULL;
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (post != NULL, NULL);
  components = sz_exam_plan_describe (&post->plan);
  ratio = post->plan.has_ratio ? dup_ratio (post->plan.ratio_x1e4) : g_strdup ("不设");
  return g_strdup_printf ("%s%s%s · 开考比例 %s → 招 %" G_GINT64_FORMAT
                          " 人 · 报名 %u 合格 %u 待审 %u",
                          sz_codes_by_value (SZ_TABLE_EXAM_ORDER, (int)post->plan.order)->name,
                          *components != '\0' ? " · " : "", components, ratio, post->places,
                          post->registered, post->qualified, post->undecided);
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

GPtrArray *
sz_post_scheme_fields (const SzRecruitBook *book, const SzRecruitPost *post)
{
  GPtrArray *fields = sz_fields_new ();
  const SzPositionRow *row;

  g_return_val_if_fail (book != NULL && post != NULL, fields);
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
  sz_fields_add_heading (fields, _ ("Relaxations"));
  for (guint i = 0; i < book->relaxations->len; i++)
    {
      const SzRelaxationRow *one = &g_array_index (book->relaxations, SzRelaxationRow, i);

      if (strcmp (one->post, row->code) == 0)
        sz_fields_take (fields, sz_codes_name (SZ_TABLE_CONDITION, one->condition),
                        g_strdup_printf ("%s → %s（%s）", one->audience,
                                         *one->relaxed_to != '\0' ? one->relaxed_to : "不限",
                                         one->basis));
    }
  sz_fields_add_heading (fields, _ ("Judges"));
  for (guint i = 0; i < book->judges->len; i++)
    {
      const SzJudgeRow *judge = &g_array_index (book->judges, SzJudgeRow, i);
      g_autofree char *number = g_strdup_printf (_ ("Judge %d"), judge->number);

      if (*judge->post == '\0' || strcmp (judge->post, row->code) == 0)
        sz_fields_take (fields, number, g_strdup_printf ("%s　%s", judge->name, judge->employer));
    }
  return fields;
}
