/* sz-form-pay.c — what the forms of a pay run have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-pay.h"

#include <string.h>

#include "sz-bank-list.h"
#include "sz-case-tables.h"

void
sz_form_pay_free (SzFormPay *pay)
{
  if (pay == NULL)
    return;
  g_clear_pointer (&pay->rows, g_array_unref);
  g_clear_pointer (&pay->order, sz_people_order_free);
  g_clear_pointer (&pay->net, sz_net_view_free);
  g_clear_pointer (&pay->correct, sz_correct_view_free);
  g_clear_pointer (&pay->face, sz_pay_face_free);
  g_clear_pointer (&pay->view, sz_pay_view_free);
  g_free (pay);
}

static void
add_row (SzFormPay *pay, const char *staff_no, const SzFormPayRow *made)
{
  SzFormPayRow row = *made;

  row.place.key = sz_people_order_key (pay->order, row.name);
  row.place.staff_no = staff_no;
  g_array_append_val (pay->rows, row);
}

/* Lines and payments are both bytewise by staff number and of the same people. */
static void
list_people (SzFormPay *pay)
{
  const SzPayResult *result = pay->view->result;
  const SzNetPerson *nets
      = pay->net != NULL ? (const SzNetPerson *)(gpointer)pay->net->people->data : NULL;

  pay->rows = g_array_new (FALSE, FALSE, sizeof (SzFormPayRow));
  if (pay->correct != NULL)
    for (guint i = 0; i < pay->correct->people->len; i++)
      {
        const SzRevisedPerson *person = &g_array_index (pay->correct->people, SzRevisedPerson, i);

        add_row (pay, person->staff_no,
                 &(SzFormPayRow){ .place = { .department = person->department },
                                  .name = person->name,
                                  .revised = person,
                                  .net = nets != NULL ? &nets[i] : NULL });
      }
  for (gsize i = 0; pay->correct == NULL && i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];
      const SzPayPerson *person = &pay->view->input->people[line->index];
      const char *department = line->department != NULL ? line->department : "";

      add_row (pay, person->staff_no,
               &(SzFormPayRow){ .place = { .department = department, .post = line->post },
                                .name = person->name,
                                .line = line,
                                .net = nets != NULL ? &nets[i] : NULL });
      pay->limited |= line->ceiling_fen != 0;
      pay->adjusted |= line->adjust_fen != 0;
    }
  g_array_sort_with_data (pay->rows, sz_people_order_compare_cb, pay->order);
}

static void
find_parts (SzFormPay *pay)
{
  for (guint i = 0; pay->net != NULL && i < pay->net->people->len; i++)
    {
      const SzPayNet *net = &g_array_index (pay->net->people, SzNetPerson, i).net;

      pay->has_advance |= net->advance_fen != 0;
      pay->has_riding |= net->correction_fen != 0;
      pay->has_tax |= net->tax_fen != 0;
      pay->has_other |= net->other_fen != 0;
      pay->has_owed |= net->owed_fen != 0;
    }
}

static gboolean
read_net (SzFormPay *pay, SzOffice *office, const SzFormParams *params, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  if (params->on == SZ_DATE_NONE && strcmp (pay->view->head.state, "paid") != 0)
    return TRUE;
  pay->net = sz_view_pay_net (office, params->run, params->on, issues, error);
  return pay->net != NULL;
}

static gboolean
refuse_correction (const SzFormPay *pay, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, pay->view->head.run);

  return sz_error_set (error, SZ_ERROR_REFUSED, "run.is_correction", "run", number, NULL);
}

SzFormPay *
sz_form_pay_read (SzOffice *office,
                  const SzFormParams *params,
                  SzFormPayWants wants,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SzFormPay) pay = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && params != NULL, NULL);
  pay = g_new0 (SzFormPay, 1);
  pay->order = sz_people_order_new (office, error);
  if (pay->order != NULL)
    pay->view = sz_view_pay_open (office, params->run, cancellable, error);
  if (pay->view != NULL)
    pay->face = sz_view_pay_face (office, params->run, cancellable, error);
  if (pay->face == NULL)
    return NULL;
  if (pay->face->corrects != 0)
    {
      if ((wants & SZ_FORM_PAY_REGULAR) != 0)
        {
          refuse_correction (pay, error);
          return NULL;
        }
      pay->correct = sz_view_pay_correct (office, params->run, error);
      if (pay->correct == NULL)
        return NULL;
    }
  if ((wants & SZ_FORM_PAY_NET) != 0 && !read_net (pay, office, params, error))
    return NULL;
  list_people (pay);
  find_parts (pay);
  return g_steal_pointer (&pay);
}

gboolean
sz_form_need_day (const SzFormPay *pay,
                  const SzForm *form,
                  const SzFormParams *params,
                  GError **error)
{
  g_return_val_if_fail (pay != NULL && form != NULL && params != NULL, FALSE);
  return params->on != SZ_DATE_NONE || strcmp (pay->view->head.state, "paid") == 0
         || sz_error_set (error, SZ_ERROR_REFUSED, "form.asks", "form", form->id, "ask", "on",
                          NULL);
}

char *
sz_form_pay_dup_basis (const SzFormPay *pay)
{
  const SzPayHead *head;
  const SzPayFace *face;
  g_autoptr (GString) text = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (pay != NULL, NULL);
  head = &pay->view->head;
  face = pay->face;
  from = sz_date_format_cn (head->from);
  to = sz_date_format_cn (head->to);
  text = g_string_new (NULL);
  g_string_printf (text, "依据：%s · 期间 %s至%s · 批次 %" G_GINT64_FORMAT " · %s", head->name,
                   from, to, head->run, sz_case_state_name (&sz_case_pay_run, head->state));
  if (face->corrects != 0)
    g_string_append_printf (text, " · 更正批次 %" G_GINT64_FORMAT, face->corrects);
  if (face->announced)
    {
      g_autofree char *first = sz_date_format (face->notice_from);
      g_autofree char *last = sz_date_format (face->notice_to);

      g_string_append_printf (text, " · 公示 %s 至 %s", first, last);
    }
  if (face->stale > 0)
    g_string_append_printf (text, " · 注意：计算后有 %u 项依据已变动", face->stale);
  if (strcmp (head->state, "computed") != 0)
    g_string_append (text, "（制表、复核、批准以署名为准）");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- from 应发 to 实发 ---- */

void
sz_form_pay_add_tail (const SzFormPay *pay, SzFormColumns *columns)
{

  g_return_if_fail (pay != NULL && columns != NULL);
  if (pay->limited)
    sz_form_columns_add_amount (columns, NULL, "封顶调节");
  if (pay->adjusted)
    sz_form_columns_add_amount (columns, NULL, "调整");
  sz_form_columns_add_amount (columns, NULL, pay->correct != NULL ? "差额" : "应发");
  if (pay->net == NULL)
    return;
  if (pay->has_advance)
    sz_form_columns_add_amount (columns, NULL, "已预发");
  if (pay->has_riding)
    sz_form_columns_add_amount (columns, NULL, "补扣");
  if (pay->has_tax)
    sz_form_columns_add_amount (columns, NULL, "个税");
  if (pay->has_tax && pay->net->tax != SZ_SCHEME_TAX_NONE)
    sz_form_columns_add (columns, NULL, "方式", SZ_COLUMN_TEXT, 0, 4.5);
  if (pay->has_other)
    sz_form_columns_add_amount (columns, NULL, "其他代扣");
  if (pay->has_owed)
    sz_form_columns_add_amount (columns, NULL, "往欠");
  sz_form_columns_add_amount (columns, NULL, "实发");
}

static const char *
get_way (SzPayWay way)
{
  return way == SZ_PAY_WAY_BONUS ? "单" : way == SZ_PAY_WAY_MONTHLY ? "并" : "";
}

void
sz_form_pay_fill_tail (const SzFormPay *pay, const SzFormPayRow *from, SzFormRow *row)
{
  const SzPayNet *net;

  g_return_if_fail (pay != NULL && from != NULL && row != NULL);
  if (pay->limited)
    sz_form_row_number (row, from->line->ceiling_fen);
  if (pay->adjusted)
    sz_form_row_number (row, from->line->adjust_fen);
  sz_form_row_number (row, from->line != NULL
                               ? from->line->total_fen
                               : from->revised->after_fen - from->revised->before_fen);
  if (pay->net == NULL)
    return;
  net = &from->net->net;
  if (pay->has_advance)
    sz_form_row_number (row, net->advance_fen);
  if (pay->has_riding)
    sz_form_row_number (row, net->correction_fen);
  if (pay->has_tax)
    {
      sz_form_row_number (row, net->tax_fen);
      if (pay->net->tax != SZ_SCHEME_TAX_NONE)
        sz_form_row_text (row, get_way (net->way));
    }
  if (pay->has_other)
    sz_form_row_number (row, net->other_fen);
  if (pay->has_owed)
    sz_form_row_number (row, net->owed_fen);
  sz_form_row_number (row, net->actual_fen);
}

/* RULE pay-17: what is paid is on the bank list, or left out of it. */
static gboolean
add_bank (const SzFormPay *pay, SzOffice *office, SzPaper *paper, GError **error)
{
  const SzBankAsk ask = { .run = pay->view->head.run, .on = pay->net->on, .without_account = TRUE };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzBankList) list = sz_bank_list_read (office, &ask, issues, error);
  g_autofree char *actual = NULL;
  g_autofree char *total = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *text = NULL;

  if (list == NULL)
    return FALSE;
  actual = sz_money_format_grouped (list->actual_fen);
  total = sz_money_format_grouped (list->total_fen);
  left_out = sz_money_format_grouped (list->left_out_fen);
  text = g_strdup_printf ("实发合计 %s ＝ 银行代发清单 %s（%u 人）＋ 未列入 %s（%u 人）。", actual,
                          total, list->rows->len, left_out, list->left_out->len);
  sz_paper_add_text (paper, text);
  return TRUE;
}

gboolean
sz_form_pay_add_notes (const SzFormPay *pay, SzOffice *office, SzPaper *paper, GError **error)
{
  const char *state;

  g_return_val_if_fail (pay != NULL && paper != NULL, FALSE);
  if (pay->net == NULL)
    return TRUE;
  if (pay->net->tax != SZ_SCHEME_TAX_NONE && pay->has_tax)
    sz_paper_add_text (paper, "个税方式：单＝全年一次性奖金单独计税；并＝并入当月工资累计预扣。");
  state = pay->view->head.state;
  return (strcmp (state, "approved") != 0 && strcmp (state, "paid") != 0)
         || add_bank (pay, office, paper, error);
}
