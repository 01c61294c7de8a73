/* sz-bank-paper.c — the bank list on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-bank-paper.h"

/* The rows of the list as a paper pulls them. */
typedef struct
{
  SzBankList *list;
  gsize next;
  GPtrArray *texts; /* of the row that was pulled last */
} Source;

static gboolean
source_reset_cb (gpointer self, GError **error)
{
  (void)error;
  ((Source *)self)->next = 0;
  return TRUE;
}

static gboolean
source_next_cb (gpointer self, SzValue *values, const char **group, GError **error)
{
  Source *source = self;
  const SzBankTemplate *layout = &source->list->layout.layout;
  const SzBankRow *rows = (const SzBankRow *)(gpointer)source->list->rows->data;

  (void)error;
  *group = NULL;
  if (source->next >= source->list->rows->len)
    return FALSE;
  g_ptr_array_set_size (source->texts, 0);
  for (guint i = 0; i < layout->n_columns; i++)
    {
      const SzBankColumn *column = &layout->columns[i];
      char *text = sz_bank_cell (layout, column, rows, source->next, source->list->note);

      g_ptr_array_add (source->texts, text);
      values[i] = (SzValue){ .type = SZ_VALUE_TEXT, .text = text };
      if (column->field == SZ_BANK_AMOUNT)
        values[i] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = rows[source->next].amount_fen };
      if (column->field == SZ_BANK_NUMBER)
        values[i] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = (gint64)source->next + 1 };
    }
  source->next++;
  return TRUE;
}

static guint64
source_count_cb (gpointer self)
{
  return ((Source *)self)->list->rows->len;
}

static void
source_freed_cb (gpointer self)
{
  Source *source = self;

  g_ptr_array_unref (source->texts);
  sz_bank_list_free (source->list);
  g_free (source);
}

static const SzPaperSourceClass source_class
    = { source_reset_cb, source_next_cb, source_count_cb, source_freed_cb };

static SzPaperColumn
make_column (const SzBankColumn *column)
{
  switch (column->field)
    {
    case SZ_BANK_NUMBER:
      return (SzPaperColumn){ .heading = column->title, .kind = SZ_COLUMN_COUNT, .width = 6 };
    case SZ_BANK_AMOUNT:
      return (SzPaperColumn){
        .heading = column->title, .kind = SZ_COLUMN_AMOUNT, .width = 14, .total = SZ_TOTAL_SUM
      };
    case SZ_BANK_ACCOUNT:
    case SZ_BANK_BRANCH_NO:
    case SZ_BANK_STAFF_NO:
      return (SzPaperColumn){ .heading = column->title, .kind = SZ_COLUMN_CODE, .width = 22 };
    case SZ_BANK_HOLDER:
      return (SzPaperColumn){ .heading = column->title,
                              .kind = SZ_COLUMN_TEXT,
                              .width = 12,
                              .total = SZ_TOTAL_COUNT,
                              .unit = "人" };
    case SZ_BANK_NOTE:
      return (SzPaperColumn){ .heading = column->title, .kind = SZ_COLUMN_TEXT, .width = 36 };
    case SZ_BANK_BRANCH:
    case SZ_BANK_DEPARTMENT:
    case SZ_BANK_FIXED:
    case SZ_N_BANK_FIELDS:
    default:
      return (SzPaperColumn){ .heading = column->title, .kind = SZ_COLUMN_TEXT, .width = 18 };
    }
}

/* RULE pay-17: the list and those left out are all that is paid. */
static void
add_left_out (SzPaper *paper, const SzBankList *list)
{
  g_autofree char *total = sz_money_format_grouped (list->total_fen);
  g_autofree char *left_out = sz_money_format_grouped (list->left_out_fen);
  g_autofree char *actual = sz_money_format_grouped (list->actual_fen);
  g_autofree char *sum
      = g_strdup_printf ("实发合计 %s ＝ 清单合计 %s ＋ 未列入 %s。", actual, total, left_out);
  g_autofree char *count = g_strdup_printf ("未列入：%u 人", list->left_out->len);

  if (list->left_out->len > 0)
    sz_paper_add_text (paper, count);
  for (guint i = 0; i < list->left_out->len; i++)
    {
      const SzBankLeft *left = &g_array_index (list->left_out, SzBankLeft, i);
      g_autofree char *amount = sz_money_format_grouped (left->amount_fen);
      g_autofree char *text
          = g_strdup_printf ("%s　%s　%s　无账号", left->staff_no, left->name, amount);

      sz_paper_add_text (paper, text);
    }
  sz_paper_add_text (paper, sum);
}

void
sz_bank_paper_add (SzPaper *paper, SzBankList *list)
{
  const SzBankTemplate *layout;
  SzPaperColumn columns[SZ_BANK_COLUMNS_MAX];
  const SzTableOptions options = { .total_label = "合计", .uppercase = TRUE };
  const char *const signatures[] = { "制表人", "审核人", "财务负责人", NULL };
  Source *source;

  g_return_if_fail (paper != NULL && list != NULL);
  layout = &list->layout.layout;
  source = g_new0 (Source, 1);
  source->list = list;
  source->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < layout->n_columns; i++)
    columns[i] = make_column (&layout->columns[i]);
  sz_paper_add_table (paper, columns, layout->n_columns, &options, &source_class, source);
  add_left_out (paper, list);
  sz_paper_add_signatures (paper, signatures);
}
