/* sz-form-split.c — 二次分配表: what goes out to a department (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-pay-split-act.h"

#define HINT "填写说明：单位元，合计必须等于可分配总额；个人不得为负；不得增减人员。"

/* One department's people. */
typedef struct
{
  SzFormPay *pay;
  const SzPayDepartmentSum *department;
  GArray *parts;    /* of guint: components that go by department */
  GPtrArray *lines; /* of SzPayLine, by staff number */
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_array_unref (table->parts);
  g_ptr_array_unref (table->lines);
  sz_form_pay_free (table->pay);
  g_free (table);
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const SzPayLine *line = g_ptr_array_index (table->lines, index);
  const SzPayPerson *person = &table->pay->view->input->people[line->index];

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, person->staff_no);
  sz_form_row_take (row, sz_form_dup_name (person->name));
  sz_form_row_take (row, line->post != 0 ? sz_post_name (line->post) : NULL);
  sz_form_row_number (row, line->months);
  for (guint i = 0; i < table->parts->len; i++)
    {
      const SzPayShare *share = &line->shares[g_array_index (table->parts, guint, i)];

      if (share->admitted)
        sz_form_row_number (row, share->central_fen);
      else
        sz_form_row_empty (row);
      sz_form_row_text (row, share->admitted ? "" : "—");
    }
  sz_form_row_empty (row);
}

static const char *
get_part_name (const Table *table, guint i)
{
  return g_array_index (table->pay->view->scheme->components, SzComponent,
                        g_array_index (table->parts, guint, i))
      .name;
}

static SzFormColumns *
make_columns (const Table *table)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 6);
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 9);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 10);
  sz_form_columns_add (columns, NULL, "岗位等级", SZ_COLUMN_TEXT, 0, 12)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "月数", SZ_COLUMN_COUNT, 0, 6);
  for (guint i = 0; i < table->parts->len; i++)
    {
      sz_form_columns_add_amount (columns, get_part_name (table, i), "测算额")->dash = TRUE;
      sz_form_columns_add (columns, get_part_name (table, i), "分配额", SZ_COLUMN_TEXT, 0, 14)
          ->signs
          = TRUE;
    }
  sz_form_columns_add (columns, NULL, "备注", SZ_COLUMN_TEXT, 0, 14);
  return columns;
}

static const SzPayDepartmentSum *
find_department (const SzPayResult *result, const char *name)
{
  for (gsize i = 0; i < result->n_departments; i++)
    if (strcmp (result->departments[i].name, name) == 0)
      return &result->departments[i];
  return NULL;
}

/* The members: who is admitted to something that goes by department. Takes @pay. */
static Table *
make_table (SzFormPay *pay, const char *department)
{
  const SzPayResult *result = pay->view->result;
  Table *table = g_new0 (Table, 1);

  table->pay = pay;
  table->department = find_department (result, department);
  table->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  table->lines = g_ptr_array_new ();
  for (guint i = 0; i < pay->view->scheme->components->len; i++)
    if (table->department->pools_fen != NULL && table->department->pools_fen[i] >= 0)
      g_array_append_val (table->parts, i);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      gboolean member = FALSE;

      for (guint j = 0; j < table->parts->len; j++)
        member |= result->lines[i].shares[g_array_index (table->parts, guint, j)].admitted;
      if (member && g_strcmp0 (result->lines[i].department, department) == 0)
        g_ptr_array_add (table->lines, &result->lines[i]);
    }
  return table;
}

static void
add_head (SzPaper *paper, const Table *table, const char *token)
{
  g_autofree char *head
      = g_strdup_printf ("部门：%s　　批次：%" G_GINT64_FORMAT "　　校验码：%s",
                         table->department->name, table->pay->view->head.run, token);

  sz_paper_add_text (paper, head);
  for (guint i = 0; i < table->parts->len; i++)
    {
      g_autofree char *pool = sz_money_format_grouped (
          table->department->pools_fen[g_array_index (table->parts, guint, i)]);
      g_autofree char *text = g_strdup_printf ("%s可分配总额：%s", get_part_name (table, i), pool);

      sz_paper_add_text (paper, text);
    }
  sz_paper_add_text (paper, HINT);
}

SzPaper *
sz_form_make_split (SzOffice *office,
                    const SzForm *form,
                    const SzFormParams *params,
                    GCancellable *cancellable,
                    GError **error)
{
  static const char *const signatures[] = { "制表人", "部门负责人（签字）", "日期", NULL };
  static const SzTableOptions options = { .total_label = "合计" };
  g_autofree char *token = sz_view_pay_split_token (office, params->run, params->department, error);
  g_autoptr (SzFormColumns) columns = NULL;
  g_autoptr (SzPaper) paper = NULL;
  g_autofree char *title = NULL;
  SzFormPay *pay;
  Table *table;

  pay = token != NULL ? sz_form_pay_read (office, params, SZ_FORM_PAY_REGULAR, cancellable, error)
                      : NULL;
  if (pay == NULL)
    return NULL;
  table = make_table (pay, params->department);
  title = g_strconcat (pay->view->head.name, "二次分配表", NULL);
  paper = sz_form_new_paper (office, form, title, "单位：元", error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  add_head (paper, table, token);
  columns = make_columns (table);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ table->lines->len, fill_row_cb, table, table_freed_cb });
  sz_paper_add_signatures (paper, signatures);
  return g_steal_pointer (&paper);
}

gboolean
sz_form_write_split (SzOffice *office,
                     const SzFormParams *params,
                     const char *place,
                     GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && params != NULL && place != NULL, FALSE);
  return sz_view_pay_split_sheet (office, params->run, params->department, place, error);
}
