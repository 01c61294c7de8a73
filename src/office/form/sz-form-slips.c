/* sz-form-slips.c — 工资条: as strips to be cut, several a page, and two a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-pay.h"
#include "sz-forms-pay.h"
#include "sz-pay-adjust-act.h"
#include "sz-pay-tax.h"

#define UNIT "单位：元"

/* Shared by the tables of all strips; the last of them frees it. */
typedef struct
{
  SzFormPay *pay; /* its people stand as F20 has them */
  SzAdjustView *adjustments;
  SzPayTaxView *tax;  /* NULL: nobody is taxed by the program; else it has a net of its own */
  GHashTable *points; /* department → points_x1e6 of its people, per component */
  char *college;
  guint refs;
} Slips;

/* One strip: a table of one row. */
typedef struct
{
  Slips *slips;
  guint index;
} Strip;

static void
unref_slips (Slips *slips)
{
  if (--slips->refs > 0)
    return;
  g_clear_pointer (&slips->tax, sz_pay_tax_view_free);
  g_clear_pointer (&slips->adjustments, sz_adjust_view_free);
  g_clear_pointer (&slips->points, g_hash_table_unref);
  g_clear_pointer (&slips->pay, sz_form_pay_free);
  g_free (slips->college);
  g_free (slips);
}

static void
strip_freed_cb (gpointer data)
{
  Strip *strip = data;

  unref_slips (strip->slips);
  g_free (strip);
}

static gboolean
read_tax (Slips *slips, SzOffice *office, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  const SzNetView *known = slips->pay->net;
  SzNetView *net;

  if (known == NULL || known->tax == SZ_SCHEME_TAX_NONE)
    return TRUE;
  net = sz_view_pay_net (office, known->run, known->on, issues, error);
  if (net != NULL)
    slips->tax = sz_view_pay_tax (office, net, error);
  return slips->tax != NULL;
}

static void
sum_points (Slips *slips)
{
  const SzPayResult *result = slips->pay->view->result;
  const guint n_parts = slips->pay->view->scheme->components->len;

  slips->points = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];
      const char *department = line->department != NULL ? line->department : "";
      gint64 *points = g_hash_table_lookup (slips->points, department);

      if (points == NULL)
        {
          points = g_new0 (gint64, n_parts + 1);
          g_hash_table_insert (slips->points, (gpointer)department, points);
        }
      for (guint j = 0; j < n_parts; j++)
        points[j] += line->shares[j].points_x1e6;
    }
}

static Slips *
gather (SzOffice *office, const SzFormParams *params, GCancellable *cancellable, GError **error)
{
  Slips *slips = g_new0 (Slips, 1);

  slips->refs = 1;
  slips->college = sz_office_dup_college (office, error);
  if (slips->college != NULL)
    slips->pay = sz_form_pay_read (office, params, SZ_FORM_PAY_NET, cancellable, error);
  if (slips->pay != NULL)
    slips->adjustments = sz_view_pay_adjustments (office, params->run, error);
  if (slips->adjustments != NULL && read_tax (slips, office, error))
    {
      sum_points (slips);
      return slips;
    }
  unref_slips (slips);
  return NULL;
}

static void
fill_amounts (const SzScheme *scheme, const SzPayLine *line, SzFormRow *row)
{
  for (guint i = 0; i < scheme->components->len; i++)
    {
      if (line->shares[i].admitted)
        sz_form_row_number (row, line->shares[i].amount_fen);
      else
        sz_form_row_empty (row);
    }
  for (guint i = 0; i < scheme->fixed->len; i++)
    {
      if (line->fixed_fen[i] >= 0)
        sz_form_row_number (row, line->fixed_fen[i]);
      else
        sz_form_row_empty (row);
    }
}

static void
fill_strip_cb (gpointer data, guint index, SzFormRow *row)
{
  const Strip *strip = data;
  const SzFormPay *pay = strip->slips->pay;
  const SzFormPayRow *from = &g_array_index (pay->rows, SzFormPayRow, strip->index);

  sz_form_row_text (row, from->place.staff_no);
  sz_form_row_take (row, sz_form_dup_name (from->name));
  sz_form_row_text (row, from->place.department);
  if (from->line != NULL)
    fill_amounts (pay->view->scheme, from->line, row);
  else
    {
      sz_form_row_number (row, from->revised->before_fen);
      sz_form_row_number (row, from->revised->after_fen);
    }
  sz_form_pay_fill_tail (pay, from, row);
}

static SzFormColumns *
make_columns (const Slips *slips)
{
  const SzScheme *scheme = slips->pay->view->scheme;
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 9);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 14)->dash = TRUE;
  if (slips->pay->correct != NULL)
    {
      sz_form_columns_add_amount (columns, NULL, "原应发");
      sz_form_columns_add_amount (columns, NULL, "更正后");
    }
  for (guint i = 0; slips->pay->correct == NULL && i < scheme->components->len; i++)
    sz_form_columns_add_amount (columns, NULL,
                                g_array_index (scheme->components, SzComponent, i).name)
        ->dash
        = TRUE;
  for (guint i = 0; slips->pay->correct == NULL && i < scheme->fixed->len; i++)
    sz_form_columns_add_amount (columns, NULL, g_array_index (scheme->fixed, SzFixed, i).name)->dash
        = TRUE;
  sz_form_pay_add_tail (slips->pay, columns);
  return columns;
}

static void
add_strip (SzPaper *paper,
           Slips *slips,
           const SzFormColumns *columns,
           const SzTableOptions *options,
           guint index)
{
  Strip *strip = g_new0 (Strip, 1);

  strip->slips = slips;
  strip->index = index;
  slips->refs++;
  sz_form_add_table (paper, columns, options,
                     (SzFormSource){ 1, fill_strip_cb, strip, strip_freed_cb });
}

static void
add_strips (SzPaper *paper, Slips *slips, const SzFormColumns *columns, gboolean small)
{
  static const SzTableOptions options = { .no_repeat = TRUE, .dense = TRUE };
  g_autofree char *from = sz_date_format_cn (slips->pay->view->head.from);
  g_autofree char *to = sz_date_format_cn (slips->pay->view->head.to);
  g_autofree char *title
      = g_strdup_printf ("%s（%s至%s）工资条", slips->pay->view->head.name, from, to);

  for (guint i = 0; i < slips->pay->rows->len; i++)
    {
      sz_paper_add_headline (paper, title, "", UNIT);
      add_strip (paper, slips, columns, &options, i);
      sz_paper_add_cut (paper);
    }
}

/* ---- why: below the strip of the page form (RULE pay-13) ---- */

static const SzPayDepartmentSum *
find_department (const SzPayResult *result, const char *name)
{
  for (gsize i = 0; i < result->n_departments; i++)
    if (g_strcmp0 (result->departments[i].name, name) == 0)
      return &result->departments[i];
  return NULL;
}

/* What a point is worth: of the department where the component goes by department. */
static char *
dup_point_value (const Slips *slips, const SzPayLine *line, guint component)
{
  const SzPayResult *result = slips->pay->view->result;
  const SzPayDepartmentSum *department = find_department (result, line->department);
  SzMoney pool_fen = result->components[component].amount_fen;
  gint64 points_x1e6 = result->components[component].points_x1e6;
  gint64 value_fen = 0;

  if (department != NULL && department->pools_fen != NULL && department->pools_fen[component] >= 0)
    {
      if (department->own)
        return g_strdup ("本部门分配");
      pool_fen = department->pools_fen[component];
      points_x1e6
          = ((const gint64 *)g_hash_table_lookup (slips->points, department->name))[component];
    }
  if (points_x1e6 <= 0
      || !sz_decimal_div_round ((SzWide)pool_fen * SZ_POINTS_ONE, points_x1e6, &value_fen, NULL))
    return g_strdup ("—");
  return sz_money_format_grouped (value_fen);
}

static void
add_points (SzPaper *paper, const Slips *slips, const SzPayLine *line)
{
  const GArray *components = slips->pay->view->scheme->components;
  g_autoptr (GString) text = g_string_new ("点数 × 点值：");

  for (guint i = 0; i < components->len; i++)
    {
      g_autofree char *points = NULL;
      g_autofree char *value = NULL;

      if (!line->shares[i].admitted)
        continue;
      points = sz_decimal_format (line->shares[i].points_x1e6, SZ_POINTS_DECIMALS);
      value = dup_point_value (slips, line, i);
      g_string_append_printf (text, "%s %s × %s；", g_array_index (components, SzComponent, i).name,
                              points, value);
    }
  sz_paper_add_text (paper, text->str);
}

static void
add_adjustments (SzPaper *paper, const Slips *slips, const char *staff_no)
{
  g_autoptr (GString) text = g_string_new ("调整：");
  const gsize empty = text->len;

  for (guint i = 0; i < slips->adjustments->lines->len; i++)
    {
      const SzAdjusted *line = &g_array_index (slips->adjustments->lines, SzAdjusted, i);
      g_autofree char *amount = NULL;

      if (g_strcmp0 (line->staff_no, staff_no) != 0)
        continue;
      amount = sz_money_format_grouped (line->amount_fen);
      g_string_append_printf (text, "%s（%s）；", amount, line->reason);
    }
  if (text->len > empty)
    sz_paper_add_text (paper, text->str);
}

static void
add_tax (SzPaper *paper, const Slips *slips, const char *staff_no)
{
  const SzPayTaxLine *line
      = slips->tax != NULL ? sz_pay_tax_view_find (slips->tax, staff_no) : NULL;
  const SzTaxBracket *bracket;
  g_autofree char *rate = NULL;
  g_autofree char *quick = NULL;
  g_autofree char *tax = NULL;
  g_autofree char *text = NULL;
  gboolean bonus;

  if (line == NULL)
    return;
  bonus = line->person->net.way == SZ_PAY_WAY_BONUS;
  bracket = bonus ? line->bonus.bracket : line->step.bracket;
  rate = sz_decimal_format (bracket != NULL ? bracket->rate_x1e4 / 100 : 0, 0);
  quick = sz_money_format_grouped (bracket != NULL ? bracket->quick_fen : 0);
  tax = sz_money_format_grouped (line->person->net.tax_fen);
  text = g_strdup_printf ("计税方式：%s，税率 %s%%，速算扣除 %s，本次扣税 %s。",
                          bonus ? "全年一次性奖金单独计税" : "并入当月工资累计预扣", rate, quick,
                          tax);
  sz_paper_add_text (paper, text);
}

static void
add_why (SzPaper *paper, const Slips *slips, const SzFormPayRow *from)
{
  if (from->line != NULL)
    add_points (paper, slips, from->line);
  add_adjustments (paper, slips, from->place.staff_no);
  add_tax (paper, slips, from->place.staff_no);
}

/* Two a page with a line to cut along, or one on each small page. */
static void
add_pages (SzPaper *paper, Slips *slips, const SzFormColumns *columns, gboolean small)
{
  static const SzTableOptions options = { .no_repeat = TRUE, .uppercase = TRUE };
  static const char *const signatures[] = { "领取人签字", "日期", NULL };
  g_autofree char *basis = sz_form_pay_dup_basis (slips->pay);

  for (guint i = 0; i < slips->pay->rows->len; i++)
    {
      if (!small && i % 2 == 1)
        sz_paper_add_half (paper);
      else if (i > 0)
        sz_paper_add_page_break (paper);
      sz_paper_add_title (paper, "工资条");
      sz_paper_add_headline (paper, slips->college, "", UNIT);
      sz_paper_add_text (paper, basis);
      add_strip (paper, slips, columns, &options, i);
      add_why (paper, slips, &g_array_index (slips->pay->rows, SzFormPayRow, i));
      sz_paper_add_signatures (paper, signatures);
    }
}

static SzPaper *
make_slips (SzOffice *office,
            const SzForm *form,
            const SzFormParams *params,
            void (*add) (SzPaper *, Slips *, const SzFormColumns *, gboolean),
            GCancellable *cancellable,
            GError **error)
{
  Slips *slips = gather (office, params, cancellable, error);
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper;

  if (slips == NULL)
    return NULL;
  columns = make_columns (slips);
  paper
      = sz_paper_new (form->title, params->is_a5 ? SZ_ORIENTATION_LANDSCAPE : SZ_ORIENTATION_AUTO);
  sz_paper_set_page (paper, params->is_a5 ? SZ_PAGE_A5 : SZ_PAGE_A4, TRUE);
  sz_form_set_run_foot (paper, slips->pay->view);
  add (paper, slips, columns, params->is_a5);
  unref_slips (slips);
  return paper;
}

SzPaper *
sz_form_make_slips (SzOffice *office,
                    const SzForm *form,
                    const SzFormParams *params,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return make_slips (office, form, params, add_strips, cancellable, error);
}

SzPaper *
sz_form_make_slip (SzOffice *office,
                   const SzForm *form,
                   const SzFormParams *params,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return make_slips (office, form, params, add_pages, cancellable, error);
}
