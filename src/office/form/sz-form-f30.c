/* sz-form-f30.c — F30 骨干教师和管理人员轮训台账 (RULE tgt-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-departments.h"
#include "sz-forms-watch.h"
#include "sz-namekey.h"
#include "sz-percent.h"
#include "sz-view-targets.h"

typedef struct
{
  const char *department;
  const char *name;
  const char *kinds;
  SzDate listed;
  const char *course;
  SzDate finished;
  SzDate until;
  const char *covered;
  const char *sort_key;
  const char *staff_no;
  const char *subtotal; /* of the department */
  gboolean is_covered;
} Row;

#define DAY(member, heading) SZ_FORM_COL_DAY (Row, member, SZ_COL (heading, DATE, 11, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 10)),
  SZ_FORM_COL_TEXT (Row, kinds, SZ_COL ("类别", TEXT, 18)),
  DAY (listed, "列入日期"),
  SZ_FORM_COL_TEXT (Row, course, SZ_COL ("最近培训班", TEXT, 28, .dash = TRUE)),
  DAY (finished, "结业日期"),
  DAY (until, "有效至"),
  SZ_FORM_COL_TEXT (Row, covered, SZ_COL ("是否覆盖", TEXT, 9)),
  SZ_FORM_COL_END,
};

static const char *
name_kinds (guint kinds)
{
  if (kinds == (1u << SZ_ROTATION_TEACHER | 1u << SZ_ROTATION_MANAGER))
    return "骨干教师、管理人员";
  return kinds == 1u << SZ_ROTATION_MANAGER ? "管理人员" : "骨干教师";
}

static void
add_row (SzFormSheet *sheet, const SzRotationLine *line, SzNameKeys *keys)
{
  g_autofree char *sort_key
      = sz_name_keys_sort_key (keys, SZ_NAME_ORDER_SURNAME_STROKES, line->name, NULL);
  const SzRotationCourse *last = line->state.last_course;
  Row *row = sz_form_sheet_add (sheet);

  row->department = sz_form_sheet_keep (sheet, line->department != NULL ? line->department : "");
  row->name = sz_form_sheet_keep (sheet, line->name);
  row->staff_no = sz_form_sheet_keep (sheet, line->staff_no);
  row->sort_key = sz_form_sheet_keep (sheet, sort_key);
  row->kinds = name_kinds (line->state.kinds);
  row->listed = line->state.listed;
  row->course = last != NULL ? sz_form_sheet_keep (sheet, last->name) : "";
  row->finished = last != NULL ? last->to : SZ_DATE_NONE;
  row->until = last != NULL ? sz_date_add_days (line->state.lapses, -1) : SZ_DATE_NONE;
  row->is_covered = line->state.covered;
  row->covered = row->is_covered ? "是" : "否";
}

/* 部门序 → 姓氏笔画 */
static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  const Row *one = a;
  const Row *other = b;
  int place = sz_department_order_compare (order, one->department, other->department);

  if (place == 0)
    place = strcmp (one->sort_key, other->sort_key);
  return place != 0 ? place : strcmp (one->staff_no, other->staff_no);
}

static void
add_subtotals (SzFormSheet *sheet)
{
  guint first = 0;

  for (guint i = 0; i < sz_form_sheet_count (sheet); i++)
    {
      const Row *row = sz_form_sheet_row (sheet, i);
      const Row *next
          = i + 1 < sz_form_sheet_count (sheet) ? sz_form_sheet_row (sheet, i + 1) : NULL;
      g_autofree char *text = NULL;
      guint covered = 0;

      if (next != NULL && g_str_equal (next->department, row->department))
        continue;
      for (guint j = first; j <= i; j++)
        covered += ((Row *)sz_form_sheet_row (sheet, j))->is_covered ? 1 : 0;
      text = g_strdup_printf ("%s：应训 %u　已训 %u", row->department, i + 1 - first, covered);
      for (guint j = first; j <= i; j++)
        ((Row *)sz_form_sheet_row (sheet, j))->subtotal = sz_form_sheet_keep (sheet, text);
      first = i + 1;
    }
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzTargetsView) view = sz_view_targets (office, 0, params->on, error);
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  SzDepartmentOrder *order = view != NULL ? sz_department_order_new (office, error) : NULL;
  g_autofree char *rate = NULL;

  if (order == NULL)
    return FALSE;
  for (guint i = 0; i < view->registers->rotation->len; i++)
    add_row (sheet, &g_array_index (view->registers->rotation, SzRotationLine, i), keys);
  sz_form_sheet_sort (sheet, compare_rows_cb, order);
  sz_department_order_free (order);
  add_subtotals (sheet);
  rate = sz_percent_dup (view->registers->covered, view->registers->rotation->len);
  sz_form_sheet_total (sheet,
                       g_strdup_printf ("合计：应训 %u　已训 %u　覆盖率 %s%%",
                                        view->registers->rotation->len, view->registers->covered,
                                        rate != NULL ? rate : "—"));
  return TRUE;
}

static const char *const signatures[] = { "制表人", "审核人", "人事部门负责人", NULL };

const SzFormTable sz_form_f30 = {
  .title = "{title}（截至{on}）",
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .group = SZ_FORM_HAS (Row, department),
  .note = SZ_FORM_HAS (Row, subtotal),
  .empty_too = TRUE,
  .signatures = signatures,
  .gather = gather,
};
