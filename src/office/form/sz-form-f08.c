/* sz-form-f08.c — F08 兼职教师经费核拨测算表 (RULE rec-10, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-fees-act.h"
#include "sz-forms-recruit.h"
#include "sz-params.h"
#include "sz-quota-day.h"
#include "sz-uppercase.h"

#define MONTHS_A_YEAR 12

typedef struct
{
  gint64 establishment;
  gint64 limit_by_establishment;
  gint64 peak_x1e4;
  gint64 senior;
  SzMoney pay_total;
  SzMoney average;
  gint64 months_x1e4;
  gint64 years_x1e4;
  SzMoney computed;
  SzMoney approved;
  SzMoney difference;
} Upper;

#define NUMBER(Struct, member, heading, as, wide, ...)                                             \
  SZ_FORM_COL_NUMBER (Struct, member, SZ_COL (heading, as, wide, ##__VA_ARGS__))

static const SzFormColumn upper_columns[] = {
  NUMBER (Upper, establishment, "编制数", COUNT, 7),
  NUMBER (Upper, limit_by_establishment, "20%额", COUNT, 7),
  NUMBER (Upper, peak_x1e4, "已用（最高）", DECIMAL, 9, .decimals = SZ_RATIO_DECIMALS),
  NUMBER (Upper, senior, "高级职称人数", COUNT, 8),
  NUMBER (Upper, pay_total, "高级年薪酬合计", AMOUNT, 15, .decimals = 2),
  NUMBER (Upper, average, "平均薪酬", AMOUNT, 13, .decimals = 2),
  NUMBER (Upper, months_x1e4, "人月", DECIMAL, 10, .decimals = SZ_RATIO_DECIMALS),
  NUMBER (Upper, years_x1e4, "人年", DECIMAL, 9, .decimals = SZ_RATIO_DECIMALS),
  NUMBER (Upper, computed, "测算额", AMOUNT, 15, .decimals = 2),
  NUMBER (Upper, approved, "已核拨", AMOUNT, 15, .decimals = 2),
  NUMBER (Upper, difference, "差额", AMOUNT, 15, .decimals = 2),
  SZ_FORM_COL_END,
};

static const SzFormColumn month_columns[] = {
  NUMBER (SzFundingMonth, month, "月份", COUNT, 6),
  NUMBER (SzFundingMonth,
          person_months_x1e4,
          "人月",
          DECIMAL,
          11,
          .decimals = SZ_RATIO_DECIMALS,
          .total = SZ_TOTAL_SUM),
  SZ_FORM_COL_NUMBER (SzFundingMonth, computed, SZ_COL_AMOUNT ("测算额", 15)),
  SZ_FORM_COL_NUMBER (SzFundingMonth, approved, SZ_COL_AMOUNT ("已核拨", 15)),
  SZ_FORM_COL_NUMBER (SzFundingMonth, paid, SZ_COL_AMOUNT ("已付课酬", 15)),
  SZ_FORM_COL_NUMBER (SzFundingMonth, difference, SZ_COL_AMOUNT ("差额", 15)),
  SZ_FORM_COL_NUMBER (SzFundingMonth, balance, SZ_COL_AMOUNT ("余额", 15)),
  SZ_FORM_COL_END,
};

/* The day of most use gives establishment and limit too: what is used is held against them. */
static gboolean
add_upper (SzPaper *paper,
           SzOffice *office,
           const SzFunding *funding,
           const SzFormParams *params,
           GError **error)
{
  static const SzFormTable table = { .row_size = sizeof (Upper), .columns = upper_columns };
  const SzDate first = sz_date_make (funding->year, 1, 1);
  const SzDate last = sz_date_make (funding->year, 12, 31);
  g_autoptr (SzQuotaTerm) term = sz_quota_term (office, first, last, error);
  g_autoptr (SzFormSheet) sheet = NULL;
  const SzQuotaState *state;
  Upper *row;

  if (term == NULL)
    return FALSE;
  state = &term->days[sz_quota_month (term, first, last).peak];
  sheet = sz_form_sheet_new (sizeof (Upper));
  row = sz_form_sheet_add (sheet);
  *row = (Upper){ .establishment = state->establishment,
                  .limit_by_establishment = state->limit.limit_by_establishment,
                  .peak_x1e4 = state->used_x1e4,
                  .senior = funding->senior,
                  .pay_total = funding->pay_total,
                  .average = funding->average,
                  .months_x1e4 = funding->totals.person_months_x1e4,
                  .computed = funding->totals.computed,
                  .approved = funding->totals.approved,
                  .difference = funding->totals.difference };
  if (!sz_decimal_div_round (row->months_x1e4, MONTHS_A_YEAR, &row->years_x1e4, error))
    return FALSE;
  sz_form_table_add (paper, &table, sheet, params);
  return TRUE;
}

static void
add_months (SzPaper *paper, const SzFunding *funding, const SzFormParams *params)
{
  static const SzFormTable table = { .row_size = sizeof (SzFundingMonth),
                                     .columns = month_columns,
                                     .options = { .total_label = "合计" } };
  g_autoptr (SzFormSheet) sheet = sz_form_sheet_new (sizeof (SzFundingMonth));

  for (guint i = 0; i < SZ_FUNDING_MONTHS; i++)
    {
      SzFundingMonth *row = sz_form_sheet_add (sheet);

      *row = funding->months[i];
    }
  sz_form_table_add (paper, &table, sheet, params);
}

/* 口径: what was chosen, and by which documents; what no document orders is the college's own. */
static gboolean
add_basis (SzPaper *paper, SzOffice *office, const SzFunding *funding, GError **error)
{
  static const char *const keys[]
      = { "pt.quota_rate", "pt.comp_scope", "pt.month_rule", "pt.pay_year" };
  const SzDate last = sz_date_make (funding->year, 12, 31);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzRecruitRules) rules = params != NULL ? sz_recruit_rules (params, last, error) : NULL;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *documents = NULL;
  g_autofree char *text = NULL;

  if (rules == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const SzParam *param
          = sz_param_at ((const SzParam *)(gconstpointer)params->data, params->len, keys[i], last);

      if (param != NULL && param->source != NULL && strstr (param->source, "号") != NULL
          && !g_ptr_array_find_with_equal_func (sources, param->source, g_str_equal, NULL))
        g_ptr_array_add (sources, param->source);
    }
  g_ptr_array_add (sources, (gpointer) "其余按校内规定");
  g_ptr_array_add (sources, NULL);
  documents = g_strjoinv ("；", (char **)sources->pdata);
  text = g_strdup_printf (
      "口径：平均薪酬按 %d "
      "年全年在编、年末在岗并执行绩效工资的高级职称人员应发合计（不含转化奖励%s）"
      "计算；人月按%s计；测算额＝平均薪酬×人月÷12。依据：%s。",
      funding->pay_year, rules->with_employer ? "，含单位缴费" : "，不含单位缴费",
      rules->by_15th ? "每月15日在聘" : "当月在聘", documents);
  sz_paper_add_text (paper, text);
  return TRUE;
}

SzPaper *
sz_form_make_f08 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[] = { "人事处", "财务处", "主管部门", NULL };
  SzFunding funding;
  g_autofree char *title = g_strdup_printf ("%d年%s", params->year, form->title);
  g_autofree char *amount = NULL;
  g_autofree char *line = NULL;
  g_autoptr (SzPaper) paper = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (!sz_funding (office, params->year, 0, &funding, error))
    return NULL;
  paper = sz_form_new_paper (office, form, title, "单位：元、人月", error);
  if (paper == NULL || !add_upper (paper, office, &funding, params, error))
    return NULL;
  amount = sz_uppercase_amount (funding.totals.computed);
  line = g_strconcat ("测算额大写：", amount, NULL);
  sz_paper_add_text (paper, line);
  add_months (paper, &funding, params);
  if (!add_basis (paper, office, &funding, error))
    return NULL;
  sz_paper_add_signatures (paper, signatures);
  return g_steal_pointer (&paper);
}
