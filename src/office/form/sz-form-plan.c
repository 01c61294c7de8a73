/* sz-form-plan.c — what the forms of recruitment say of a plan and of its posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-forms-recruit.h"

SzRecruitBook *
sz_form_plan_load (SzOffice *office, const SzFormParams *params, GError **error)
{
  g_autoptr (SzRecruitBook) book = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && params != NULL, NULL);
  book = sz_recruit_book_load (office, params->plan, error);
  if (book == NULL
      || (params->post != NULL && sz_recruit_book_need_post (book, params->post, error) == NULL))
    return NULL;
  return g_steal_pointer (&book);
}

gboolean
sz_form_plan_wants (const SzFormParams *params, const SzRecruitPost *post)
{
  g_return_val_if_fail (params != NULL && post != NULL, FALSE);
  return params->post == NULL || strcmp (params->post, post->row->code) == 0;
}

char *
sz_form_plan_line (const SzRecruitBook *book)
{
  g_autofree char *cutoff = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  cutoff = sz_date_format_cn (book->plan.cutoff);
  return g_strdup_printf ("招聘批次：%s%s%s　　方案文号：%s　　年龄和年限截止日：%s",
                          book->plan.code, *book->plan.name != '\0' ? " " : "", book->plan.name,
                          *book->plan.document != '\0' ? book->plan.document : "—",
                          *cutoff != '\0' ? cutoff : "—");
}

char *
sz_form_exam_dup (const SzExamPlan *plan)
{
  g_autofree char *components = NULL;
  const char *order;

  g_return_val_if_fail (plan != NULL, NULL);
  order = sz_codes_by_value (SZ_TABLE_EXAM_ORDER, (int)plan->order)->name;
  if (plan->n_components == 0)
    return g_strdup (order);
  components = sz_exam_plan_describe (plan);
  return g_strconcat (order, "，", components, NULL);
}

char *
sz_form_decimal (gint64 value, int decimals)
{
  char *text = sz_decimal_format (value, decimals);
  gsize length = strlen (text);

  if (strchr (text, '.') == NULL)
    return text;
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';
  return text;
}

char *
sz_form_ratio_dup (gint64 ratio_x1e4)
{
  g_autofree char *number = sz_form_decimal (ratio_x1e4, SZ_RATIO_DECIMALS);

  return g_strconcat (number, ":1", NULL);
}

char *
sz_form_join (const char *between, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *part;
  va_list parts;

  g_return_val_if_fail (between != NULL, NULL);
  va_start (parts, between);
  while ((part = va_arg (parts, const char *)) != NULL)
    if (*part != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
  va_end (parts);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
sz_form_keep_key (SzFormSheet *sheet, SzNameKeys *keys, const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (sheet != NULL && keys != NULL && name != NULL, NULL);
  key = sz_name_keys_sort_key (keys, SZ_NAME_ORDER_SURNAME_STROKES, name, NULL);
  return sz_form_sheet_keep (sheet, key);
}
