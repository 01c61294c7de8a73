/* sz-form-splits.c — 二次分配反馈情况表 and 二次分配表 (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-departments.h"
#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-pay-split-act.h"

/* ---- who has answered ---- */

typedef struct
{
  SzSplitView *view;
  GPtrArray *faces; /* of SzSplitFace, by 部门序 */
} Answers;

static void
answers_freed_cb (gpointer data)
{
  Answers *answers = data;

  g_ptr_array_unref (answers->faces);
  sz_split_view_free (answers->view);
  g_free (answers);
}

static const char *
get_state (const SzSplitFace *face)
{
  return strcmp (face->state, "own") == 0       ? "已反馈"
         : strcmp (face->state, "default") == 0 ? "未反馈"
                                                : "无";
}

static void
fill_answer_cb (gpointer data, guint index, SzFormRow *row)
{
  const Answers *answers = data;
  const SzSplitFace *face = g_ptr_array_index (answers->faces, index);
  const gboolean own = strcmp (face->state, "own") == 0;

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, face->name);
  sz_form_row_number (row, face->people);
  for (guint i = 0; i < answers->view->components->len; i++)
    {
      if (face->pools_fen[i] >= 0)
        sz_form_row_number (row, face->pools_fen[i]);
      else
        sz_form_row_empty (row);
    }
  sz_form_row_text (row, get_state (face));
  if (!own)
    {
      sz_form_row_empty (row);
      sz_form_row_empty (row);
      sz_form_row_empty (row);
      return;
    }
  sz_form_row_take (row, g_strdelimit (g_strndup (face->at, 16), "T", ' '));
  sz_form_row_text (row, face->who);
  sz_form_row_number (row, face->changed);
}

static SzFormColumns *
make_answer_columns (const SzSplitView *view)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 6);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 18);
  sz_form_columns_add (columns, NULL, "人数", SZ_COLUMN_COUNT, 0, 7)->total = SZ_TOTAL_SUM;
  for (guint i = 0; i < view->components->len; i++)
    sz_form_columns_add_amount (columns, "可分配额", g_ptr_array_index (view->components, i))->dash
        = TRUE;
  sz_form_columns_add (columns, NULL, "状态", SZ_COLUMN_TEXT, 0, 9);
  sz_form_columns_add (columns, NULL, "反馈时间", SZ_COLUMN_TEXT, 0, 16)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "经办", SZ_COLUMN_TEXT, 0, 10)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "变动人数", SZ_COLUMN_COUNT, 0, 9)->dash = TRUE;
  return columns;
}

static int
compare_faces_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  return sz_department_order_compare (order, (*(const SzSplitFace *const *)a)->name,
                                      (*(const SzSplitFace *const *)b)->name);
}

/* Takes @view. */
static Answers *
make_answers (SzSplitView *view, SzDepartmentOrder *order)
{
  Answers *answers = g_new0 (Answers, 1);

  answers->view = view;
  answers->faces = g_ptr_array_new ();
  for (guint i = 0; i < view->departments->len; i++)
    g_ptr_array_add (answers->faces, &g_array_index (view->departments, SzSplitFace, i));
  g_ptr_array_sort_with_data (answers->faces, compare_faces_cb, order);
  return answers;
}

SzPaper *
sz_form_make_splits (SzOffice *office,
                     const SzForm *form,
                     const SzFormParams *params,
                     GCancellable *cancellable,
                     GError **error)
{
  static const char *const signatures[] = { "制表人", "人事负责人", NULL };
  const SzTableOptions options = { .total_label = "合计" };
  g_autoptr (SzDepartmentOrder) order = sz_department_order_new (office, error);
  g_autoptr (SzFormPay) pay = NULL;
  g_autoptr (SzFormColumns) columns = NULL;
  g_autoptr (SzPaper) paper = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *sums = NULL;
  Answers *answers;
  SzSplitView *view;

  g_return_val_if_fail (form != NULL && params != NULL, NULL);

  if (order != NULL)
    pay = sz_form_pay_read (office, params, SZ_FORM_PAY_REGULAR, cancellable, error);
  view = pay != NULL ? sz_view_pay_splits (office, params->run, error) : NULL;
  if (view == NULL)
    return NULL;
  answers = make_answers (view, order);
  paper = sz_form_new_paper (office, form, form->title, "单位：元", error);
  if (paper == NULL)
    {
      answers_freed_cb (answers);
      return NULL;
    }
  basis = sz_form_pay_dup_basis (pay);
  sums = g_strdup_printf ("已反馈 %u　未反馈 %u。未反馈的部门以统一测算额为准。", view->answered,
                          view->silent);
  columns = make_answer_columns (view);
  sz_paper_add_text (paper, basis);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ answers->faces->len, fill_answer_cb, answers,
                                     answers_freed_cb });
  sz_paper_add_text (paper, sums);
  sz_paper_add_signatures (paper, signatures);
  return g_steal_pointer (&paper);
}
