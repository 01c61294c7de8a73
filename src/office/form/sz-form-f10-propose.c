/* sz-form-f10-propose.c — F10 of a plan that is only proposed 岗位设置测算 (RULE pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-titles.h"
#include "sz-office-private.h"
#include "sz-post-day.h"

#define N_METHODS SZ_N_SPLIT_METHODS

/* A level, or a sum, by each method. */
typedef struct
{
  const char *band;
  const char *level;
  int posts[N_METHODS];
} Row;

static const SzFormColumn fixed[] = {
  SZ_FORM_COL_TEXT (Row, band, SZ_COL ("档次", TEXT, 10), .once = TRUE),
  SZ_FORM_COL_TEXT (Row, level, SZ_COL ("等级", TEXT, 14)),
  SZ_FORM_COL_NUMBER (Row, posts[0], SZ_COL ("", COUNT, 18)),
  SZ_FORM_COL_NUMBER (Row, posts[1], SZ_COL ("", COUNT, 18)),
  SZ_FORM_COL_NUMBER (Row, posts[2], SZ_COL ("", COUNT, 18)),
  SZ_FORM_COL_END,
};

/* The headings name the methods and say which one counts; they live as long as the rows. */
static const SzFormColumn *
make_columns (SzFormSheet *sheet, const SzSplitRules *rules)
{
  SzFormColumn *columns = g_memdup2 (fixed, sizeof fixed);

  sz_form_sheet_hold (sheet, columns, g_free);
  for (int i = 0; i < N_METHODS; i++)
    {
      const SzSplitMethod method = (SzSplitMethod)i;
      g_autofree char *heading = g_strconcat (sz_split_method_name (method),
                                              method == rules->method ? "（采用）" : "", NULL);

      columns[2 + i].paper.heading = sz_form_sheet_keep (sheet, heading);
    }
  return columns;
}

static void
add_up (Row *sum, const Row *row)
{
  for (int i = 0; i < N_METHODS; i++)
    sum->posts[i] += row->posts[i];
}

static void
add_rows (SzFormSheet *sheet, const SzSplitRules *rules, const SzProposal *proposals)
{
  const int first = rules->splits_second ? 2 : SZ_PROPOSAL_FIRST;
  Row band_sum = { NULL };
  Row all = { .band = "专业技术", .level = "合计" };

  for (int level = first; level <= SZ_PROPOSAL_LAST; level++)
    {
      const SzPlace place = sz_place_of (SZ_POST_PROFESSIONAL * 100 + level, FALSE);
      const SzPlaceBand *band = sz_place_band (place);
      g_autofree char *name = sz_post_name (sz_place_post (place));
      g_autofree char *sum = g_strconcat (band->name, "小计", NULL);
      Row row = { .band = band->name, .level = sz_form_sheet_keep (sheet, name) };

      for (int i = 0; i < N_METHODS; i++)
        row.posts[i] = proposals[i].levels[level];
      *(Row *)sz_form_sheet_add (sheet) = row;
      add_up (&band_sum, &row);
      if (place != band->last)
        continue;
      band_sum.band = band->name;
      band_sum.level = sz_form_sheet_keep (sheet, sum);
      *(Row *)sz_form_sheet_add (sheet) = band_sum;
      add_up (&all, &band_sum);
      band_sum = (Row){ NULL };
    }
  *(Row *)sz_form_sheet_add (sheet) = all;
}

/* What was given on the form, over what the parameters say. */
static gboolean
read_rules (SzOffice *office, const SzFormParams *params, SzSplitRules *rules, GError **error)
{
  int parts[SZ_SPLIT_PARTS_MAX];
  guint n = 0;

  if (!sz_post_split_rules (office, params->on, rules, error))
    return FALSE;
  if (params->ratio != NULL && (!sz_ratio_parse (params->ratio, parts, &n) || n != 3))
    return sz_error_set (error, SZ_ERROR_REFUSED, "form.value", "ask", "ratio", "value",
                         params->ratio, NULL);
  for (guint i = 0; i < n; i++)
    rules->hml[i] = parts[i];
  if (params->senior != NULL
      && (!sz_decimal_parse (params->senior, SZ_RATIO_DECIMALS, &rules->full_senior_x1e4, NULL)
          || rules->full_senior_x1e4 < 0 || rules->full_senior_x1e4 > SZ_RATIO_ONE))
    return sz_error_set (error, SZ_ERROR_REFUSED, "form.value", "ask", "full-senior", "value",
                         params->senior, NULL);
  return TRUE;
}

SzPaper *
sz_form_f10_propose (SzOffice *office,
                     const SzForm *form,
                     const SzFormParams *params,
                     GError **error)
{
  static const char *const signatures[]
      = { "制表人", "审核人", "人事负责人", "单位负责人（签章）", "联系电话", NULL };
  g_autoptr (SzFormSheet) sheet = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *share = NULL;
  g_autofree char *minimum = NULL;
  SzProposal proposals[N_METHODS];
  SzSplitRules rules;
  int least, professional;
  SzFormTable *table;
  SzPaper *paper;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && form != NULL && params != NULL, NULL);

  if (params->total <= 0 || params->total > SZ_SPLIT_POSTS_MAX
      || params->professional > SZ_SPLIT_POSTS_MAX)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "form.asks", "form", form->id, "ask", "total", NULL);
      return NULL;
    }
  if (!read_rules (office, params, &rules, error))
    return NULL;
  least = sz_posts_least_professional (rules.prof_min_x1e4, params->total);
  professional = params->professional > 0 ? params->professional : least;
  for (int i = 0; i < N_METHODS; i++)
    sz_posts_propose (&rules, (SzSplitMethod)i, professional, &proposals[i]);
  sheet = sz_form_sheet_new (sizeof (Row));
  add_rows (sheet, &rules, proposals);
  table = g_new0 (SzFormTable, 1);
  sz_form_sheet_hold (sheet, table, g_free);
  table->row_size = sizeof (Row);
  table->columns = make_columns (sheet, &rules);
  paper = sz_form_new_paper (office, form, "岗位设置测算表", "单位：个", error);
  if (paper == NULL)
    return NULL;
  share = sz_decimal_format (rules.full_senior_x1e4, 2);
  basis = g_strdup_printf ("岗位总量 %d 个，专业技术岗位 %d 个；高:中:初 ＝ %d:%d:%d，正高占高级的 "
                           "%s%%",
                           params->total, professional, rules.hml[0], rules.hml[1], rules.hml[2],
                           share);
  minimum = g_strdup_printf ("专业技术岗位最低 %d 个，%s", least,
                             professional >= least ? "达到" : "未达到");
  sz_paper_set_orientation (paper, SZ_ORIENTATION_PORTRAIT);
  sz_paper_add_text (paper, basis);
  sz_form_table_add (paper, table, sheet, params);
  sz_paper_add_text (paper, minimum);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
