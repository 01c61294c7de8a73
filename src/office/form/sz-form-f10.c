/* sz-form-f10.c — F10 岗位设置及聘用情况表, as the posts are on a day (RULE pst-2, pst-3, pst-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-titles.h"
#include "sz-office-private.h"
#include "sz-post-day.h"

#define PERCENT_X100 10000

/* A level, or the sum of a band, of a category or of all. */
typedef struct
{
  const char *category;
  const char *band;
  const char *level;
  int approved;
  int occupied;
  int dual;
  int cases;
  int vacant;
  int over;
  int vacancy_new;
  int rise;
  gboolean has_new; /* not of sums */
  gboolean has_rise;
} Row;

#define FIGURE(member, heading, ...)                                                               \
  SZ_FORM_COL_NUMBER (Row, member, SZ_COL (heading, COUNT, 6), ##__VA_ARGS__)

static const SzFormColumn columns[] = {
  SZ_FORM_COL_TEXT (Row, category, SZ_COL ("岗位类别", TEXT, 8), .once = TRUE),
  SZ_FORM_COL_TEXT (Row, band, SZ_COL ("档次", TEXT, 9), .once = TRUE),
  SZ_FORM_COL_TEXT (Row, level, SZ_COL ("等级", TEXT, 12)),
  FIGURE (approved, "核准数"),
  FIGURE (occupied, "现聘数"),
  FIGURE (dual, "其中双肩挑", .absent = TRUE),
  FIGURE (cases, "在办", .absent = TRUE),
  FIGURE (vacant, "空缺"),
  FIGURE (over, "超聘"),
  SZ_FORM_COL_NUMBER (Row,
                      vacancy_new,
                      SZ_COL ("可新聘", COUNT, 6, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_new)),
  SZ_FORM_COL_NUMBER (Row,
                      rise,
                      SZ_COL ("可晋升", COUNT, 6, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_rise)),
  SZ_FORM_COL_END,
};

static const SzFormTable table = { .row_size = sizeof (Row), .columns = columns };

/* The rows being made, with the sums that stand below them. */
typedef struct
{
  const SzPostDay *day;
  SzFormSheet *sheet;
  int dual[SZ_N_PLACES];
  Row category;
  Row all;
} Table;

/* RULE num-5: sums are those of the printed rows. */
static void
add_up (Row *sum, const Row *row)
{
  sum->approved += row->approved;
  sum->occupied += row->occupied;
  sum->dual += row->dual;
  sum->cases += row->cases;
  sum->vacant += row->vacant;
  sum->over += row->over;
}

static Row
make_level (const Table *about, const SzPlaceBand *band, SzPlace place)
{
  const SzStructure *structure = &about->day->structure;
  const int gap = structure->approved[place] - structure->occupied[place];
  g_autofree char *name = sz_post_name (sz_place_post (place));

  return (Row){ .category = sz_place_category_name (band->category),
                .band = band->name,
                .level = sz_form_sheet_keep (about->sheet, name),
                .approved = structure->approved[place],
                .occupied = structure->occupied[place],
                .dual = about->dual[place],
                .cases = structure->open_cases[place],
                .vacant = MAX (0, gap),
                .over = MAX (0, -gap),
                .has_new = TRUE,
                .vacancy_new = sz_structure_vacancy_new (structure, place),
                .has_rise = place < band->last,
                .rise = place < band->last ? sz_structure_vacancy_rise (structure, place + 1, place)
                                           : 0 };
}

static void
add_row (const Table *about, const Row *row)
{
  *(Row *)sz_form_sheet_add (about->sheet) = *row;
}

/* 正高小计: where a band has more than one level to sum. */
static void
add_band (Table *about, const SzPlaceBand *band)
{
  const gboolean summed
      = band->last > band->first
        && (band->category == SZ_PLACE_PROFESSIONAL || band->category == SZ_PLACE_STUDENT);
  g_autofree char *label = g_strconcat (band->name, "小计", NULL);
  Row sum = { .category = sz_place_category_name (band->category),
              .band = band->name,
              .level = sz_form_sheet_keep (about->sheet, label) };

  for (SzPlace place = band->first; place <= band->last; place++)
    {
      const Row row = make_level (about, band, place);

      add_row (about, &row);
      add_up (&sum, &row);
    }
  if (summed)
    add_row (about, &sum);
  add_up (&about->category, &sum);
}

static void
end_category (Table *about, SzPlaceCategory category)
{
  g_autofree char *label = g_strconcat (sz_place_category_name (category), "合计", NULL);

  if (about->category.category == NULL)
    return;
  about->category.level = sz_form_sheet_keep (about->sheet, label);
  add_row (about, &about->category);
  add_up (&about->all, &about->category);
  about->category = (Row){ NULL };
}

static void
add_rows (Table *about)
{
  const SzPlaceBand *bands = sz_place_bands ();

  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      if (i > 0 && bands[i].category != bands[i - 1].category)
        end_category (about, bands[i - 1].category);
      if (!sz_structure_tells (&about->day->structure, &bands[i]))
        continue;
      about->category.category = sz_place_category_name (bands[i].category);
      add_band (about, &bands[i]);
    }
  end_category (about, SZ_PLACE_WORKER);
  about->all.category = "总计";
  if (sz_form_sheet_count (about->sheet) > 0)
    add_row (about, &about->all);
}

static void
count_duals (Table *about)
{
  for (guint i = 0; about->day->params->rules.dual_counts && i < about->day->beside->len; i++)
    {
      const SzBeside *beside = &g_array_index (about->day->beside, SzBeside, i);
      const SzPlace place
          = beside->special ? SZ_PLACE_NONE : sz_place_of (beside->post, beside->student);

      if (place != SZ_PLACE_NONE)
        about->dual[place]++;
    }
}

/* "28 : 40 : 32（28.00% : 40.00% : 32.00%）": two shares are rounded, the last is the rest. */
static char *
dup_ratio (const int *numbers)
{
  gint64 parts[3] = { 0 }, shares_x100[3] = { 0 };
  gint64 sum = 0;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  for (int series = 0; series < 2; series++)
    for (int level = 0; level < 13; level++)
      parts[level < 7 ? 0 : level < 10 ? 1 : 2] += numbers[series * 13 + level];
  sum = parts[0] + parts[1] + parts[2];
  if (sum == 0)
    return g_strdup ("—");
  for (int i = 0; i < 2; i++)
    sz_decimal_div_round ((SzWide)parts[i] * PERCENT_X100, sum, &shares_x100[i], NULL);
  shares_x100[2] = PERCENT_X100 - shares_x100[0] - shares_x100[1];
  first = sz_decimal_format (shares_x100[0], 2);
  second = sz_decimal_format (shares_x100[1], 2);
  third = sz_decimal_format (shares_x100[2], 2);
  return g_strdup_printf ("%" G_GINT64_FORMAT " : %" G_GINT64_FORMAT " : %" G_GINT64_FORMAT
                          "（%s%% : %s%% : %s%%）",
                          parts[0], parts[1], parts[2], first, second, third);
}

static void
add_text (SzPaper *paper, char *text)
{
  sz_paper_add_text (paper, text);
  g_free (text);
}

static void
add_shares (SzPaper *paper, const SzPostDay *day)
{
  g_autofree char *approved = dup_ratio (day->structure.approved);
  g_autofree char *occupied = dup_ratio (day->structure.occupied);
  const gint64 least_x1e4 = day->params->rules.plan.prof_min_x1e4;
  g_autofree char *least = sz_decimal_format (least_x1e4, 2);
  g_autofree char *share = NULL;
  gint64 share_x1e4;

  add_text (paper, g_strdup_printf ("高:中:初（核准）＝ %s；（现聘）＝ %s", approved, occupied));
  if (!sz_structure_professional_share (&day->structure, &share_x1e4))
    return;
  share = sz_decimal_format (share_x1e4, 2);
  add_text (paper, g_strdup_printf ("专业技术岗位占 %s%%，最低 %s%%，%s", share, least,
                                    (day->warnings & SZ_PLAN_PROFESSIONAL_BELOW) != 0 ? "未达到"
                                                                                      : "达到"));
}

static void
add_special (SzPaper *paper, const SzPostDay *day)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < day->beside->len; i++)
    {
      const SzBeside *beside = &g_array_index (day->beside, SzBeside, i);
      g_autofree char *level = sz_post_name (beside->post);

      if (!beside->special)
        continue;
      g_string_append_printf (names, "%s%s（%s，%s）", n > 0 ? "、" : "", beside->name, level,
                              *beside->approval != '\0' ? beside->approval : "无批文号");
      n++;
    }
  if (n > 0)
    add_text (paper, g_strdup_printf ("特设岗位 %u 人，不计入上表：%s", n, names->str));
}

static void
add_notes (SzPaper *paper, const SzPostDay *day)
{
  g_autofree char *documents = g_strjoinv ("、", day->documents);

  add_shares (paper, day);
  add_text (paper,
            g_strconcat ("取整法：", sz_split_method_name (day->params->rules.split.method), NULL));
  add_special (paper, day);
  if (day->n_unlevelled > 0)
    add_text (paper, g_strdup_printf ("未定等级 %d 人", day->n_unlevelled));
  if (*documents != '\0')
    add_text (paper, g_strconcat ("核准文号：", documents, NULL));
}

SzPaper *
sz_form_make_f10 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "制表人", "审核人", "人事负责人", "单位负责人（签章）", "联系电话", NULL };
  static const char *const opinions[] = { "主管部门意见", "人社部门备案意见", NULL };
  g_autofree char *on = sz_date_format_cn (params->on);
  g_autofree char *title = g_strdup_printf ("%s（截至%s）", form->title, on);
  g_autoptr (SzPostDay) day = NULL;
  g_autoptr (SzFormSheet) sheet = NULL;
  Table about = { NULL };
  SzPaper *paper;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  (void)cancellable;
  if (params->propose)
    return sz_form_f10_propose (office, form, params, error);
  day = sz_post_day (office, params->on, NULL, error);
  if (day == NULL)
    return NULL;
  sheet = sz_form_sheet_new (table.row_size);
  about.day = day;
  about.sheet = sheet;
  count_duals (&about);
  add_rows (&about);
  paper = sz_form_sheet_count (sheet) > 0
              ? sz_form_new_paper (office, form, title, "单位：个/人", error)
              : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    return NULL;
  sz_paper_set_orientation (paper, SZ_ORIENTATION_PORTRAIT);
  sz_form_table_add (paper, &table, sheet, params);
  add_notes (paper, day);
  sz_paper_add_signatures (paper, signatures);
  sz_paper_add_opinions (paper, opinions);
  return paper;
}
