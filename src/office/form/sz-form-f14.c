/* sz-form-f14.c — F14 评审通过人员公示 (RULE ttl-18), for the public
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-round.h"
#include "sz-forms-titles.h"
#include "sz-title-life.h"
#include "sz-title-round-private.h"

typedef struct
{
  const char *name;
  const char *department;
  const char *title;
  const char *route;
  const char *group;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (6),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 12)),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 22, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, title, SZ_COL ("取得职称", TEXT, 20)),
  SZ_FORM_COL_TEXT (Row, route, SZ_COL ("备注", TEXT, 14, .dash = TRUE)),
  SZ_FORM_COL_END,
};

static gboolean
has_passed (const GArray *grants, const char *staff_no)
{
  for (guint i = 0; i < grants->len; i++)
    if (g_str_equal (g_array_index (grants, SzTitleGrant, i).staff_no, staff_no))
      return TRUE;
  return FALSE;
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzFormRound *about = sz_form_round_open (office, params, cancellable, error);
  g_autoptr (GArray) grants = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *day = NULL;
  SzDate start = SZ_DATE_NONE;

  if (about == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, about, (GDestroyNotify)sz_form_round_free);
  sz_form_sheet_above (sheet, g_strconcat ("批次：", params->batch, NULL));
  grants = sz_title_result (office, params->batch, error);
  if (grants == NULL)
    return FALSE;
  /* Applicants stand from the highest title down, by strokes within. */
  for (guint i = 0; i < about->applicants->len; i++)
    {
      const SzFormApplicant *applicant = sz_form_round_get (about, i);
      const char *route = applicant->application->route;

      if (has_passed (grants, applicant->person->staff_no))
        *(Row *)sz_form_sheet_add (sheet)
            = (Row){ .name = applicant->person->name,
                     .department = applicant->person->department,
                     .title = applicant->target,
                     .route = g_strcmp0 (route, "正常") == 0 ? "" : route,
                     .group = applicant->target };
    }
  notice = sz_form_round_dup_notice (office, about, "published", &start, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  sz_form_sheet_below (sheet, g_strdup_printf ("共 %u 人", sz_form_sheet_count (sheet)));
  if (notice != NULL)
    sz_form_sheet_below (sheet, g_steal_pointer (&notice));
  sz_form_sheet_below (sheet,
                       g_strdup ("受理部门：＿＿＿＿＿＿　电话：＿＿＿＿＿＿　邮箱：＿＿＿＿＿＿"));
  sz_form_sheet_below (sheet, g_strdup ("同一职称内按姓氏笔画为序。"));
  day = sz_date_format_cn (start);
  sz_form_sheet_below (sheet, g_strconcat ("（盖章）　", day, NULL));
  return TRUE;
}

const SzFormTable sz_form_f14 = {
  .orientation = SZ_ORIENTATION_PORTRAIT,
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .group_headings = TRUE },
  .group = SZ_FORM_HAS (Row, group),
  .gather = gather,
};
