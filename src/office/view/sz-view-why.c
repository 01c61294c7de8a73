/* sz-view-why.c — why an amount is what it is (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-why.h"

#define WORD_STRETCH "stretch"

const char *
sz_pay_source_word (SzPaySource source)
{
  static const char *const words[] = {
    [SZ_PAY_SOURCE_RECORD] = "record",     [SZ_PAY_SOURCE_LEVEL] = "level",
    [SZ_PAY_SOURCE_BAND] = "band",         [SZ_PAY_SOURCE_SUBSTITUTE] = "substitute",
    [SZ_PAY_SOURCE_NO_QUOTA] = "no_quota", [SZ_PAY_SOURCE_BOUND] = "bound",
    [SZ_PAY_SOURCE_ABSENT] = "absent",
  };

  g_return_val_if_fail ((guint)source < G_N_ELEMENTS (words), "");
  return words[source];
}

char *
sz_factor_title (const SzFactor *factor)
{
  static const char *const titles[SZ_N_FACTOR_KINDS] = {
    [SZ_FACTOR_POST] = "岗位系数",       [SZ_FACTOR_ASSESSMENT] = "考核系数",
    [SZ_FACTOR_WORKLOAD] = "工作量系数", [SZ_FACTOR_MONTHS] = "月数",
    [SZ_FACTOR_TRAINING] = "培训课时",   [SZ_FACTOR_AWARD] = "业绩点",
    [SZ_FACTOR_HEADCOUNT] = "人头",      [SZ_FACTOR_DEPARTMENT] = "部门系数",
  };

  g_return_val_if_fail (factor != NULL && (guint)factor->kind < SZ_N_FACTOR_KINDS, NULL);
  return g_strdup (factor->kind == SZ_FACTOR_VALUE ? factor->item : titles[factor->kind]);
}

char *
sz_pay_term_format (const SzPayTerm *term, SzFactorKind kind)
{
  gint64 value = 0;
  int decimals = kind == SZ_FACTOR_TRAINING || kind == SZ_FACTOR_AWARD ? 2 : SZ_RATIO_DECIMALS;

  g_return_val_if_fail (term != NULL, NULL);

  if (kind == SZ_FACTOR_MONTHS || term->factor == SZ_PAY_TERM_WEIGHT)
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, term->numerator,
                            term->denominator);
  if (kind == SZ_FACTOR_HEADCOUNT)
    return g_strdup ("1");
  /* A bound or a substitute of hours may have four decimals. */
  if (decimals == 2 && term->denominator == SZ_RATIO_ONE && term->numerator % 100 != 0)
    decimals = SZ_RATIO_DECIMALS;
  if (!sz_decimal_div_round ((SzWide)term->numerator * (decimals == 2 ? 100 : SZ_RATIO_ONE),
                             term->denominator, &value, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, term->numerator,
                            term->denominator);
  return sz_decimal_format (value, decimals);
}

static void
clear_factor_cb (gpointer data)
{
  SzWhyFactor *factor = data;

  g_free (factor->factor);
  g_free (factor->title);
  g_free (factor->value);
  g_free (factor->detail);
}

static void
clear_component_cb (gpointer data)
{
  SzWhyComponent *component = data;

  g_clear_pointer (&component->factors, g_array_unref);
}

static char *
dup_grade (const SzWhy *why)
{
  const SzGrade grade = why->view->input->people[why->line->index].grade;
  const SzCode *code = grade != SZ_GRADE_NONE ? sz_codes_by_value (SZ_TABLE_GRADE, grade) : NULL;

  return g_strdup (code != NULL ? code->name : "");
}

/* Only of the last stretch a run keeps the post: an earlier one gives the coefficient alone. */
static char *
describe_source (const SzWhy *why, const SzPayTerm *term, const SzFactor *factor)
{
  const SzPayLine *line = why->line;
  gboolean last = term->stretch + 1 == MAX (line->n_stretches, 1);
  const char *band = sz_band_name (sz_post_band (line->post));

  switch ((SzPaySource)term->source)
    {
    case SZ_PAY_SOURCE_LEVEL:
      return last ? sz_post_name (line->post) : g_strdup ("");
    case SZ_PAY_SOURCE_BAND:
    case SZ_PAY_SOURCE_SUBSTITUTE:
      return g_strdup (last ? band : "");
    case SZ_PAY_SOURCE_NO_QUOTA:
      return g_strdup (SZ_SCHEME_NO_QUOTA);
    case SZ_PAY_SOURCE_BOUND:
      {
        g_autofree char *lower = sz_decimal_format (factor->lower_x1e4, SZ_RATIO_DECIMALS);
        g_autofree char *upper = sz_decimal_format (factor->upper_x1e4, SZ_RATIO_DECIMALS);

        return g_strdup_printf ("%s–%s", lower, upper);
      }
    case SZ_PAY_SOURCE_RECORD:
      return factor->kind == SZ_FACTOR_ASSESSMENT ? dup_grade (why) : g_strdup ("");
    case SZ_PAY_SOURCE_ABSENT:
    default:
      return g_strdup ("");
    }
}

static void
add_factor (const SzWhy *why, GArray *factors, const SzPayTerm *term, const SzFactor *factor)
{
  SzWhyFactor made = { .source = (SzPaySource)term->source, .stretch = term->stretch };

  if (term->factor == SZ_PAY_TERM_WEIGHT)
    {
      made.factor = g_strdup (WORD_STRETCH);
      made.title = g_strdup ("任岗月数");
      made.value = sz_pay_term_format (term, SZ_FACTOR_MONTHS);
      made.detail = g_strdup ("");
    }
  else
    {
      made.factor = sz_factor_word (factor);
      made.title = sz_factor_title (factor);
      made.value = sz_pay_term_format (term, factor->kind);
      made.detail = describe_source (why, term, factor);
    }
  g_array_append_val (factors, made);
}

/* RULE pay-8: where the component goes by department, pool and points are the department's. */
static void
take_department (SzWhyComponent *made, const SzWhy *why, guint index)
{
  const SzPayResult *result = why->view->result;
  const SzPayDepartmentSum *of = NULL;

  for (gsize i = 0; i < result->n_departments && of == NULL; i++)
    if (g_strcmp0 (result->departments[i].name, why->line->department) == 0)
      of = &result->departments[i];
  if (of == NULL || of->pools_fen == NULL || of->pools_fen[index] < 0)
    return;
  made->by_department = TRUE;
  made->own_split = of->own;
  made->central_fen = why->line->shares[index].central_fen;
  made->pool_fen = of->pools_fen[index];
  made->points_total_x1e6 = 0;
  for (gsize i = 0; i < result->n_lines; i++)
    if (g_strcmp0 (result->lines[i].department, why->line->department) == 0)
      made->points_total_x1e6 += result->lines[i].shares[index].points_x1e6;
}

static void
add_component (SzWhy *why, guint index)
{
  const SzPayResult *result = why->view->result;
  const SzComponent *component = &g_array_index (why->view->scheme->components, SzComponent, index);
  const SzPayShare *share = &why->line->shares[index];
  SzWhyComponent made = { .name = component->name,
                          .admitted = share->admitted,
                          .points_x1e6 = share->points_x1e6,
                          .points_total_x1e6 = result->components[index].points_x1e6,
                          .pool_fen = result->components[index].amount_fen,
                          .amount_fen = share->amount_fen,
                          .remainder_fen = share->remainder_fen != 0 };

  take_department (&made, why, index);
  made.factors = g_array_new (FALSE, TRUE, sizeof (SzWhyFactor));
  g_array_set_clear_func (made.factors, clear_factor_cb);
  for (guint i = 0; i < share->n_terms; i++)
    {
      const SzPayTerm *term = &result->terms[share->first_term + i];
      const SzFactor *factor = term->factor < component->factors->len
                                   ? &g_array_index (component->factors, SzFactor, term->factor)
                                   : NULL;

      if (factor != NULL || term->factor == SZ_PAY_TERM_WEIGHT)
        add_factor (why, made.factors, term, factor);
    }
  if (made.points_total_x1e6 > 0)
    sz_decimal_div_round ((SzWide)made.points_x1e6 * SZ_POINTS_ONE, made.points_total_x1e6,
                          &made.share_x1e6, NULL);
  g_array_append_val (why->components, made);
}

/* RULE pay-9: the college, or in two levels a department, shares out what is over. */
static void
sum_excess (SzWhy *why)
{
  const SzPayResult *result = why->view->result;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];

      if (why->view->scheme->two_levels && g_strcmp0 (line->department, why->line->department) != 0)
        continue;
      if (line->ceiling_fen < 0)
        why->excess_fen -= line->ceiling_fen;
      else if (line->ceiling_fen > 0)
        {
          why->base_fen += line->before_fen;
          why->n_takers++;
        }
    }
}

SzWhy *
sz_why_new (const SzPayView *view, const char *staff_no, GError **error)
{
  const SzPayLine *line = sz_pay_view_find_line (view, staff_no);
  g_autofree char *run = g_strdup_printf ("%" G_GINT64_FORMAT, view->head.run);
  SzWhy *why;

  if (line == NULL)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "run.person_unknown", "run", run, "staff_no", staff_no,
                    NULL);
      return NULL;
    }
  why = g_new0 (SzWhy, 1);
  why->view = view;
  why->line = line;
  why->staff_no = view->input->people[line->index].staff_no;
  why->name = view->input->people[line->index].name;
  why->components = g_array_new (FALSE, TRUE, sizeof (SzWhyComponent));
  g_array_set_clear_func (why->components, clear_component_cb);
  for (guint i = 0; i < view->scheme->components->len; i++)
    add_component (why, i);
  sum_excess (why);
  return why;
}

void
sz_why_free (SzWhy *why)
{
  if (why == NULL)
    return;
  g_array_unref (why->components);
  g_free (why);
}
