/* sz-form-f31.c — F31 风险点排查与整改台账 (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-watch.h"
#include "sz-percent.h"
#include "sz-rectify-act.h"

typedef struct
{
  const char *no;
  int source;
  int area;
  const char *problem;
  const char *unit;
  const char *person;
  const char *measure;
  SzDate deadline;
  const char *percent;
  const char *state;
  const char *closed_by;
  SzDate closed_on;
  const char *group;
  const char *subtotal; /* of the area */
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  TEXT (no, "问题编号", 11),
  SZ_FORM_COL_CODE (Row, source, SZ_TABLE_RECTIFY_SOURCE, SZ_COL ("来源", TEXT, 6)),
  SZ_FORM_COL_CODE (Row, area, SZ_TABLE_RECTIFY_AREA, SZ_COL ("领域", TEXT, 9)),
  TEXT (problem, "问题", 22),
  TEXT (unit, "责任单位", 11),
  SZ_FORM_COL_NAME (Row, person, SZ_COL ("责任人", TEXT, 8, .dash = TRUE)),
  TEXT (measure, "整改措施", 22),
  SZ_FORM_COL_DAY (Row, deadline, SZ_COL ("整改时限", DATE, 11)),
  TEXT (percent, "完成率", 7),
  TEXT (state, "状态", 13),
  SZ_FORM_COL_NAME (Row, closed_by, SZ_COL ("销号审核人", TEXT, 9, .dash = TRUE)),
  SZ_FORM_COL_DAY (Row, closed_on, SZ_COL ("销号日期", DATE, 11, .dash = TRUE)),
  SZ_FORM_COL_END,
};

static char *
make_sum (const char *name, const SzRectifySum *sum)
{
  guint closed = sum->by_state[SZ_RECTIFY_CLOSED];
  g_autofree char *rate = sz_percent_dup (closed, sum->items);

  return g_strdup_printf ("%s：共 %u 项　已销号 %u　逾期 %u　销号率 %s%%", name, sum->items, closed,
                          sum->overdue, rate != NULL ? rate : "—");
}

static const char *
keep (SzFormSheet *sheet, const char *text)
{
  return sz_form_sheet_keep (sheet, text != NULL ? text : "");
}

static void
add_row (SzFormSheet *sheet, const SzRectifyView *view, const SzRectifyItem *item)
{
  const char *area = sz_codes_by_value (SZ_TABLE_RECTIFY_AREA, (int)item->area)->name;
  g_autofree char *percent = g_strdup_printf ("%d%%", item->percent);
  g_autofree char *state
      = g_strconcat (sz_rectify_state_name (sz_rectify_state (item)),
                     sz_rectify_is_overdue (item, view->day) ? "（逾期）" : "", NULL);
  g_autofree char *subtotal = make_sum (area, &view->sums[item->area]);
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .no = keep (sheet, item->no),
                .source = (int)item->source,
                .area = (int)item->area,
                .problem = keep (sheet, item->problem),
                .unit = keep (sheet, item->unit),
                .person = keep (sheet, item->person),
                .measure = keep (sheet, item->measure),
                .deadline = item->deadline,
                .percent = keep (sheet, percent),
                .state = keep (sheet, state),
                .closed_by = keep (sheet, item->closed_by),
                .closed_on = item->closed_on,
                .group = area,
                .subtotal = keep (sheet, subtotal) };
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzRectifyView) view = sz_view_rectify (office, params->on, error);

  if (view == NULL)
    return FALSE;
  for (guint i = 0; i < sz_rectify_view_get_size (view); i++)
    add_row (sheet, view, sz_rectify_view_get (view, i));
  sz_form_sheet_total (sheet, make_sum ("合计", &view->sums[SZ_N_RECTIFY_AREAS]));
  return TRUE;
}

static const char *const signatures[] = { "制表人", "审核人", "纪检监察负责人", NULL };

const SzFormTable sz_form_f31 = {
  .title = "{title}（截至{on}）",
  .unit = "单位：项",
  .row_size = sizeof (Row),
  .columns = columns,
  .group = SZ_FORM_HAS (Row, group),
  .note = SZ_FORM_HAS (Row, subtotal),
  .signatures = signatures,
  .gather = gather,
};
