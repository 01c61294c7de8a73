/* sz-form-f28.c — F28 高质量发展目标任务进度表 (RULE tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-decimal.h"
#include "sz-forms-watch.h"
#include "sz-view-targets.h"

typedef struct
{
  const char *name;
  const char *unit;
  const char *goal;
  const char *office;
  const char *value;
  const char *base;
  const char *rate;
  const char *gap;
  const char *state;
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  TEXT (name, "指标", 28),
  TEXT (unit, "单位", 6),
  TEXT (goal, "年度目标", 10),
  TEXT (office, "责任处室", 14),
  TEXT (value, "当期完成", 10),
  TEXT (base, "基数", 8),
  TEXT (rate, "完成率", 10),
  TEXT (gap, "差额", 8),
  TEXT (state, "预警", 8),
  SZ_FORM_COL_END,
};

static const char *const signatures[] = { "填报人", "审核人", "牵头部门负责人", "联系电话", NULL };

static const SzFormTable table = {
  .unit = "单位：见表",
  .row_size = sizeof (Row),
  .columns = columns,
  .signatures = signatures,
};

/* Borrowed by the sheet; "" when @known is FALSE. */
static const char *
keep_number (SzFormSheet *sheet, gboolean known, gint64 number, int decimals, const char *behind)
{
  g_autofree char *text = sz_decimal_format (number, decimals);
  g_autofree char *whole = g_strconcat (text, behind, NULL);

  return known ? sz_form_sheet_keep (sheet, whole) : "";
}

static void
add_row (SzFormSheet *sheet, const SzTargetLine *line)
{
  const SzTargetFigures *figures = &line->figures;
  const SzIndicator *indicator = &line->indicator->indicator;
  const gboolean is_ratio = indicator->kind == SZ_INDICATOR_RATIO;
  Row *row = sz_form_sheet_add (sheet);

  row->name = sz_form_sheet_keep (sheet, indicator->name);
  row->unit = sz_form_sheet_keep (sheet, indicator->unit);
  row->goal = is_ratio ? keep_number (sheet, line->has_goal, line->goal, 2, "%")
                       : keep_number (sheet, line->has_goal, line->goal, 0, "");
  row->office = sz_form_sheet_keep (sheet, line->office != NULL ? line->office : "");
  row->value = keep_number (sheet, figures->reading.known, figures->reading.value, 0, "");
  row->base = keep_number (sheet, is_ratio && figures->reading.known, figures->reading.base, 0, "");
  row->rate = is_ratio
                  ? keep_number (sheet, figures->has_rate, figures->rate_x100, 2, "%")
                  : keep_number (sheet, figures->has_completion, figures->completion_x100, 2, "%");
  row->gap = keep_number (sheet, figures->has_gap, figures->gap, 0, "");
  row->state = sz_target_state_name (figures->state);
}

/* The documents of the rows, each once, in their order. */
static char *
list_documents (const SzTargetsView *view)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < view->lines->len; i++)
    {
      const char *document = g_array_index (view->lines, SzTargetLine, i).document;

      if (document != NULL && *document != '\0'
          && !g_ptr_array_find_with_equal_func (documents, document, g_str_equal, NULL))
        g_ptr_array_add (documents, (gpointer)document);
    }
  g_ptr_array_add (documents, NULL);
  return g_strjoinv ("；", (char **)documents->pdata);
}

static char *
list_sources (const SzTargetsView *view)
{
  g_autoptr (GString) sources = g_string_new (NULL);

  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzTargetLine *line = &g_array_index (view->lines, SzTargetLine, i);

      if (line->figures.reading.known)
        g_string_append_printf (sources, "%s%s：%s", sources->len > 0 ? "；" : "",
                                line->indicator->indicator.name,
                                line->figures.from_register ? "登记册" : "填报");
    }
  return g_string_free (g_steal_pointer (&sources), FALSE);
}

static SzFormSheet *
make_sheet (const SzTargetsView *view)
{
  SzFormSheet *sheet = sz_form_sheet_new (sizeof (Row));

  for (guint i = 0; i < view->lines->len; i++)
    add_row (sheet, &g_array_index (view->lines, SzTargetLine, i));
  return sheet;
}

/* Under the table: what the goals rest on, and where the values come from. */
static void
add_below (SzPaper *paper, const SzTargetsView *view)
{
  g_autofree char *documents = list_documents (view);
  g_autofree char *sources = list_sources (view);
  g_autofree char *rests_on
      = g_strconcat ("依据文件：", *documents != '\0' ? documents : "—", NULL);
  g_autofree char *comes_from = g_strconcat ("数据来源：", *sources != '\0' ? sources : "—", NULL);

  sz_paper_add_text (paper, rests_on);
  sz_paper_add_text (paper, comes_from);
}

SzPaper *
sz_form_make_f28 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SzTargetsView) view = sz_view_targets (office, params->year, params->on, error);
  g_autoptr (SzFormSheet) sheet = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  SzPaper *paper;

  g_return_val_if_fail (form != NULL, NULL);

  if (view == NULL)
    return NULL;
  day = sz_date_format_cn (view->day);
  title = g_strdup_printf ("%d年度%s（截至%s）", view->year, form->title, day);
  paper = sz_form_new_paper (office, form, title, table.unit, error);
  if (paper == NULL)
    return NULL;
  sheet = make_sheet (view);
  sz_form_table_add (paper, &table, sheet, params);
  add_below (paper, view);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
