/* sz-form-f20.c — F20 奖励性绩效工资发放明细表（个人）
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-make.h"
#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-view-why.h"

/* A factor that has a column of its own. */
typedef struct
{
  guint component;
  guint8 factor;
  SzFactorKind kind;
} Factor;

typedef struct
{
  SzFormPay *pay;
  GArray *factors; /* of Factor */
  gboolean with_points;
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->factors, g_array_unref);
  g_clear_pointer (&table->pay, sz_form_pay_free);
  g_free (table);
}

static gboolean
has_factor (const Table *table, const char *word)
{
  for (guint i = 0; i < table->factors->len; i++)
    {
      const Factor *known = &g_array_index (table->factors, Factor, i);
      const SzComponent *component
          = &g_array_index (table->pay->view->scheme->components, SzComponent, known->component);
      g_autofree char *other
          = sz_factor_word (&g_array_index (component->factors, SzFactor, known->factor));

      if (strcmp (other, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where a component has one factor only, its points are that factor; months have their own column.
 */
static void
list_factors (Table *table)
{
  const GArray *components = table->pay->view->scheme->components;

  table->factors = g_array_new (FALSE, FALSE, sizeof (Factor));
  for (guint i = 0; i < components->len; i++)
    {
      const GArray *factors = g_array_index (components, SzComponent, i).factors;

      for (guint j = 0; factors->len > 1 && j < factors->len && j < SZ_PAY_TERM_WEIGHT; j++)
        {
          const SzFactor *factor = &g_array_index (factors, SzFactor, j);
          Factor made = { i, (guint8)j, factor->kind };
          g_autofree char *word = sz_factor_word (factor);

          if (factor->kind != SZ_FACTOR_MONTHS && factor->kind != SZ_FACTOR_HEADCOUNT
              && !has_factor (table, word))
            g_array_append_val (table->factors, made);
        }
    }
}

static int
get_factor_decimals (SzFactorKind kind)
{
  return kind == SZ_FACTOR_TRAINING || kind == SZ_FACTOR_AWARD ? SZ_HOURS_DECIMALS
                                                               : SZ_RATIO_DECIMALS;
}

/* One value where all stretches agree; else all of them, in their order. */
static void
fill_factor (const Table *table, const SzPayLine *line, const Factor *factor, SzFormRow *row)
{
  const SzPayShare *share = &line->shares[factor->component];
  const SzPayTerm *first = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean differ = FALSE;

  for (guint i = 0; i < share->n_terms; i++)
    {
      const SzPayTerm *term = &table->pay->view->result->terms[share->first_term + i];
      g_autofree char *text = NULL;

      if (term->factor != factor->factor)
        continue;
      first = first != NULL ? first : term;
      differ |= term->numerator != first->numerator || term->denominator != first->denominator;
      text = sz_pay_term_format (term, factor->kind);
      g_string_append_printf (all, "%s%s", all->len > 0 ? "→" : "", text);
    }
  if (first == NULL)
    sz_form_row_empty (row);
  else if (differ)
    sz_form_row_take (row, g_strdup (all->str));
  else
    {
      gint64 scale = factor->kind == SZ_FACTOR_TRAINING || factor->kind == SZ_FACTOR_AWARD
                         ? 100
                         : SZ_RATIO_ONE;
      gint64 value = 0;

      sz_decimal_div_round ((SzWide)first->numerator * scale, first->denominator, &value, NULL);
      sz_form_row_number (row, value);
    }
}

static void
fill_shares (const Table *table, const SzPayLine *line, SzFormRow *row)
{
  for (guint i = 0; i < table->pay->view->scheme->components->len; i++)
    {
      const SzPayShare *share = &line->shares[i];

      if (table->with_points && share->admitted)
        sz_form_row_number (row, share->points_x1e6);
      else if (table->with_points)
        sz_form_row_empty (row);
      if (share->admitted)
        sz_form_row_number (row, share->amount_fen);
      else
        sz_form_row_empty (row);
    }
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const SzFormPayRow *from = &g_array_index (table->pay->rows, SzFormPayRow, index);
  const SzPayLine *line = from->line;

  sz_form_row_group (row, from->place.department);
  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, from->place.staff_no);
  sz_form_row_take (row, sz_form_dup_name (from->name));
  sz_form_row_text (row, from->place.department);
  sz_form_row_take (row, sz_post_name (line->post));
  for (guint i = 0; i < table->factors->len; i++)
    fill_factor (table, line, &g_array_index (table->factors, Factor, i), row);
  sz_form_row_number (row, line->months);
  fill_shares (table, line, row);
  for (guint i = 0; i < table->pay->view->scheme->fixed->len; i++)
    {
      if (line->fixed_fen[i] >= 0)
        sz_form_row_number (row, line->fixed_fen[i]);
      else
        sz_form_row_empty (row);
    }
  sz_form_pay_fill_tail (table->pay, from, row);
  sz_form_row_empty (row);
}

static void
add_people_columns (SzFormColumns *columns)
{
  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 4);
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 7);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 8)->names = TRUE;
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 10.5);
  sz_form_columns_add (columns, NULL, "岗位等级", SZ_COLUMN_TEXT, 0, 10.5);
}

static void
add_points (SzFormColumns *columns, const char *component)
{
  SzPaperColumn *column
      = sz_form_columns_add_sum (columns, component, "点数", SZ_POINTS_DECIMALS, 11);

  column->dash = TRUE;
  column->dash_zero = TRUE;
}

static SzFormColumns *
make_columns (const Table *table)
{
  const SzScheme *scheme = table->pay->view->scheme;
  SzFormColumns *columns = sz_form_columns_new ();

  add_people_columns (columns);
  for (guint i = 0; i < table->factors->len; i++)
    {
      const Factor *factor = &g_array_index (table->factors, Factor, i);
      const GArray *factors
          = g_array_index (scheme->components, SzComponent, factor->component).factors;
      g_autofree char *title = sz_factor_title (&g_array_index (factors, SzFactor, factor->factor));

      sz_form_columns_add (columns, NULL, title, SZ_COLUMN_DECIMAL,
                           get_factor_decimals (factor->kind), 6.5)
          ->dash
          = TRUE;
    }
  sz_form_columns_add (columns, NULL, "月数", SZ_COLUMN_COUNT, 0, 4);
  for (guint i = 0; i < scheme->components->len; i++)
    {
      const char *name = g_array_index (scheme->components, SzComponent, i).name;

      if (table->with_points)
        add_points (columns, name);
      sz_form_columns_add_amount (columns, table->with_points ? name : NULL,
                                  table->with_points ? "金额" : name)
          ->dash
          = TRUE;
    }
  for (guint i = 0; i < scheme->fixed->len; i++)
    sz_form_columns_add_amount (columns, NULL, g_array_index (scheme->fixed, SzFixed, i).name)->dash
        = TRUE;
  sz_form_pay_add_tail (table->pay, columns);
  sz_form_columns_add (columns, NULL, "领取人签字", SZ_COLUMN_TEXT, 0, 10.5)->signs = TRUE;
  return columns;
}

SzPaper *
sz_form_make_f20 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "制表人", "审核人", "人事负责人", "财务负责人", "分管领导", "单位负责人（签章）", NULL };
  static const SzTableOptions options = { .page_subtotals = TRUE,
                                          .total_label = "合计",
                                          .uppercase = TRUE,
                                          .autofilter = TRUE,
                                          .dense = TRUE };
  g_autoptr (SzPaper) paper = NULL;
  g_autoptr (SzFormColumns) columns = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *title = NULL;
  SzFormPay *pay = sz_form_pay_read (office, params, SZ_FORM_PAY_NET, cancellable, error);
  Table *table;

  g_return_val_if_fail (form != NULL, NULL);

  if (pay == NULL)
    return NULL;
  table = g_new0 (Table, 1);
  table->pay = pay;
  table->with_points = params->with_points;
  title = sz_form_dup_run_title (pay->view, form->title);
  if (pay->correct == NULL)
    paper = sz_form_new_paper (office, form, title, "单位：元", error);
  else /* A correction has a form of its own. */
    paper = sz_form_make (office, "correct", params, cancellable, error);
  if (paper == NULL || pay->correct != NULL)
    {
      table_freed_cb (table);
      return g_steal_pointer (&paper);
    }
  list_factors (table);
  basis = sz_form_pay_dup_basis (pay);
  sz_paper_add_text (paper, basis);
  sz_form_set_run_foot (paper, pay->view);
  columns = make_columns (table);
  sz_form_columns_narrow (columns, pay->rows->len, fill_row_cb, table);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ pay->rows->len, fill_row_cb, table, table_freed_cb });
  if (!sz_form_pay_add_notes (pay, office, paper, error))
    return NULL;
  sz_paper_add_signatures (paper, signatures);
  return g_steal_pointer (&paper);
}
