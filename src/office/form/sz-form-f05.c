/* sz-form-f05.c — F05 拟聘用人员公示表 (RULE rec-21, rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-forms-recruit.h"
#include "sz-idcard.h"
#include "sz-params.h"

typedef struct
{
  const char *name;
  const char *key; /* 姓氏笔画 */
  int sex;
  SzDate birth;
  const char *education;
  const char *school;
  const char *employer;
  const char *code;
  const char *post;
  gboolean has_total;
  gint64 total_x100;
  gboolean has_rank;
  gint64 rank;
  const char *checked;
  const char *ticket;
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 9, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 5)),
  SZ_FORM_COL_DAY (Row, birth, SZ_COL ("出生年月", MONTH, 9)),
  TEXT (education, "学历学位", 14),
  TEXT (school, "毕业院校及专业", 20),
  TEXT (employer, "原单位", 16),
  TEXT (post, "岗位代码及名称", 16),
  SZ_FORM_COL_NUMBER (Row,
                      total_x100,
                      SZ_COL ("总成绩", DECIMAL, 8, .decimals = 2, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_total)),
  SZ_FORM_COL_NUMBER (Row,
                      rank,
                      SZ_COL ("名次", COUNT, 5, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_rank)),
  TEXT (checked, "考察体检结果", 12),
  SZ_FORM_COL_END,
};

static void
add_row (SzFormSheet *sheet, SzNameKeys *keys, const SzRecruitPerson *person)
{
  const SzApplicantRow *from = person->row;
  const SzExamEntry *entry = person->entry;
  g_autofree char *education
      = sz_form_join ("、", sz_codes_name (SZ_TABLE_EDUCATION, from->education),
                      sz_codes_name (SZ_TABLE_DEGREE, from->degree), NULL);
  g_autofree char *school = sz_form_join (" ", from->school, from->major, NULL);
  g_autofree char *post
      = g_strdup_printf ("%s %s", person->post->row->code, person->post->row->name);
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .name = from->name,
                .key = sz_form_keep_key (sheet, keys, from->name),
                .sex = (int)sz_idcard_sex (from->id_number),
                .birth = sz_idcard_birth_date (from->id_number),
                .education = sz_form_sheet_keep (sheet, education),
                .school = sz_form_sheet_keep (sheet, school),
                .employer = from->employer,
                .code = from->post,
                .post = sz_form_sheet_keep (sheet, post),
                .has_total = entry != NULL && entry->has_total,
                .total_x100 = entry != NULL ? entry->total_x100 : 0,
                .has_rank = entry != NULL && entry->rank > 0,
                .rank = entry != NULL ? entry->rank : 0,
                .checked = "合格",
                .ticket = from->ticket };
}

/* By post and rank; without ranks by 姓氏笔画. */
static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *one = a;
  const Row *other = b;
  int order = strcmp (one->code, other->code);

  if (order == 0)
    order = (int)(one->rank - other->rank);
  if (order == 0)
    order = strcmp (one->key, other->key);
  return order != 0 ? order : strcmp (one->ticket, other->ticket);
}

/* The notices of the people listed, each once. */
static void
add_notice (GPtrArray *notices, const SzRecruitNotice *notice)
{
  g_autofree char *from = sz_date_format_cn (notice->from);
  g_autofree char *to = sz_date_format_cn (notice->to);
  g_autofree char *text = g_strdup_printf ("%s至%s（%d 个工作日）", from, to, notice->days);

  if (!g_ptr_array_find_with_equal_func (notices, text, g_str_equal, NULL))
    g_ptr_array_add (notices, g_steal_pointer (&text));
}

/* (transfer full): 监督电话, to be written in where the college has not given one. */
static char *
dup_telephone (SzOffice *office, GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (office, error);
  const SzParam *param;
  json_t *value;
  char *text;

  if (params == NULL)
    return NULL;
  param = sz_param_at ((const SzParam *)(gconstpointer)params->data, params->len,
                       "college.supervision_phone", sz_office_today (office));
  value = param != NULL ? json_loads (param->value, JSON_DECODE_ANY, NULL) : NULL;
  text = g_strdup (json_is_string (value) && *json_string_value (value) != '\0'
                       ? json_string_value (value)
                       : "＿＿＿＿＿＿＿＿");
  json_decref (value);
  return text;
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
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *telephone = book != NULL ? dup_telephone (office, error) : NULL;
  g_autofree char *days = NULL;
  gboolean has_unranked = FALSE;

  sz_form_sheet_hold (sheet, book, (GDestroyNotify)sz_recruit_book_free);
  if (telephone == NULL)
    return FALSE;
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (book->people, i);
      SzRecruitNotice notice;

      if (person->post == NULL || !sz_form_plan_wants (params, person->post)
          || person->candidate == NULL || person->candidate->state != SZ_CALLED_PROPOSED
          || !sz_recruit_person_notice (person, &notice))
        continue;
      add_row (sheet, keys, person);
      add_notice (notices, &notice);
      has_unranked |= person->entry == NULL || person->entry->rank == 0;
    }
  sz_form_sheet_sort (sheet, compare_rows_cb, NULL);
  g_ptr_array_add (notices, NULL);
  days = g_strjoinv ("；", (char **)notices->pdata);
  sz_form_sheet_above (sheet, sz_form_plan_line (book));
  sz_form_sheet_above (sheet, g_strdup_printf ("公示期：%s　　监督电话：%s", days, telephone));
  if (has_unranked)
    sz_form_sheet_below (sheet, g_strdup ("无名次的岗位按姓氏笔画为序。"));
  return TRUE;
}

static const char *const signatures[] = { "单位（盖章）", "日期", NULL };

const SzFormTable sz_form_f05 = {
  .unit = "单位：人、分",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .autofilter = TRUE },
  .signatures = signatures,
  .gather = gather,
};
