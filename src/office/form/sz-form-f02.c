/* sz-form-f02.c — F02 资格审查情况汇总表 (RULE rec-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-forms-recruit.h"
#include "sz-idcard.h"

typedef struct
{
  const char *post;
  const char *ticket;
  const char *name;
  const char *key; /* 姓氏笔画 */
  int sex;
  SzDate birth;
  const char *education;
  const char *degree;
  const char *school;
  const char *certificates;
  const char *verdict;
  const char *reason;
  const char *subtotal; /* of the post */
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, post, SZ_COL ("岗位代码", CODE, 7), .once = TRUE),
  SZ_FORM_COL_TEXT (Row, ticket, SZ_COL ("准考证号", CODE, 11)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 5)),
  SZ_FORM_COL_DAY (Row, birth, SZ_COL ("出生年月", MONTH, 8)),
  SZ_FORM_COL_STORED (Row, education, SZ_TABLE_EDUCATION, SZ_COL ("学历", TEXT, 10, .dash = TRUE)),
  SZ_FORM_COL_STORED (Row, degree, SZ_TABLE_DEGREE, SZ_COL ("学位", TEXT, 10, .dash = TRUE)),
  TEXT (school, "毕业院校及专业", 20),
  TEXT (certificates, "证书", 16),
  TEXT (verdict, "审查意见", 7),
  TEXT (reason, "不合格原因", 26),
  SZ_FORM_COL_END,
};

/* 年龄：要求40周岁以下，实为41 */
static char *
dup_reason (const SzRecruitPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < person->screening.n_lines && person->screened != SZ_QUALIFIED; i++)
    {
      const SzConditionLine *line = &person->screening.lines[i];
      const SzCode *name = sz_codes_by_value (SZ_TABLE_CONDITION, (int)line->condition);
      const char *label = line->condition == SZ_CONDITION_INTEGRITY ? "诚信记录"
                          : line->condition == SZ_CONDITION_HONOUR  ? "荣誉"
                          : name != NULL                            ? name->name
                                                                    : "";

      if (line->result != SZ_RESULT_NOT_MET)
        continue;
      g_string_append_printf (text, "%s%s：", text->len > 0 ? "；" : "", label);
      if (line->required != NULL)
        g_string_append_printf (text, "要求%s，", line->required);
      g_string_append_printf (text, "实为%s", line->actual != NULL ? line->actual : "无");
    }
  if (*person->row->decision_note != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "；" : "", person->row->decision_note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (SzFormSheet *sheet, SzNameKeys *keys, const SzRecruitPerson *person, const char *subtotal)
{
  static const char *const verdicts[] = { "合格", "不合格", "待审" };
  const SzApplicantRow *from = person->row;
  g_autofree char *school = sz_form_join (" ", from->school, from->major, NULL);
  g_autofree char *certificates
      = sz_form_join ("、", sz_codes_name (SZ_TABLE_TITLE, from->title),
                      sz_codes_name (SZ_TABLE_SKILL, from->skill), from->certificates, NULL);
  g_autofree char *reason = dup_reason (person);
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .post = from->post,
                .ticket = from->ticket,
                .name = from->name,
                .key = sz_form_keep_key (sheet, keys, from->name),
                .sex = (int)sz_idcard_sex (from->id_number),
                .birth = sz_idcard_birth_date (from->id_number),
                .education = from->education,
                .degree = from->degree,
                .school = sz_form_sheet_keep (sheet, school),
                .certificates = sz_form_sheet_keep (sheet, certificates),
                .verdict = verdicts[person->screened],
                .reason = sz_form_sheet_keep (sheet, reason),
                .subtotal = subtotal };
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *one = a;
  const Row *other = b;
  int order = strcmp (one->post, other->post);

  if (order == 0)
    order = strcmp (one->key, other->key);
  return order != 0 ? order : strcmp (one->ticket, other->ticket);
}

typedef struct
{
  guint registered;
  guint by_state[SZ_REVIEW + 1];
} Sums;

static char *
dup_sums (const char *name, const Sums *sums)
{
  return g_strdup_printf ("%s：报名 %u　合格 %u　不合格 %u　待审 %u", name, sums->registered,
                          sums->by_state[SZ_QUALIFIED], sums->by_state[SZ_REFUSED],
                          sums->by_state[SZ_REVIEW]);
}

/* Those who moved away are counted where they registered, and listed where they are now. */
static void
add_post (SzFormSheet *sheet, SzNameKeys *keys, const SzRecruitPost *post, Sums *all)
{
  Sums sums = { .registered = post->registered };
  g_autofree char *text = NULL;
  const char *subtotal;

  for (guint i = 0; i < post->people->len; i++)
    sums.by_state[((const SzRecruitPerson *)g_ptr_array_index (post->people, i))->screened]++;
  text = dup_sums (post->row->name, &sums);
  subtotal = sz_form_sheet_keep (sheet, text);
  for (guint i = 0; i < post->people->len; i++)
    add_row (sheet, keys, g_ptr_array_index (post->people, i), subtotal);
  all->registered += sums.registered;
  for (guint i = 0; i < G_N_ELEMENTS (sums.by_state); i++)
    all->by_state[i] += sums.by_state[i];
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzRecruitBook *book = sz_form_plan_load (office, params, error);
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  Sums all = { 0 };

  sz_form_sheet_hold (sheet, book, (GDestroyNotify)sz_recruit_book_free);
  if (book == NULL)
    return FALSE;
  if (book->plan.cutoff == SZ_DATE_NONE)
    return sz_error_set (error, SZ_ERROR_REFUSED, "plan.cutoff_missing", "plan", book->plan.code,
                         NULL);
  sz_form_sheet_above (sheet, sz_form_plan_line (book));
  for (guint i = 0; i < book->posts->len; i++)
    if (sz_form_plan_wants (params, g_ptr_array_index (book->posts, i)))
      add_post (sheet, keys, g_ptr_array_index (book->posts, i), &all);
  sz_form_sheet_sort (sheet, compare_rows_cb, NULL);
  sz_form_sheet_total (sheet, dup_sums ("合计", &all));
  return TRUE;
}

static const char *const signatures[] = { "初审人", "复审人", "日期", NULL };

const SzFormTable sz_form_f02 = {
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .autofilter = TRUE },
  .group = SZ_FORM_HAS (Row, post),
  .note = SZ_FORM_HAS (Row, subtotal),
  .signatures = signatures,
  .gather = gather,
};
