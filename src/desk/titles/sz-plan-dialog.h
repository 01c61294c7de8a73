/* sz-plan-dialog.h — 岗位设置方案: the three methods beside the numbers in force (RULE pst-3,
 * pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PLAN_DIALOG (sz_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzPlanDialog, sz_plan_dialog, SZ, PLAN_DIALOG, SzFormDialog)

/** sz_plan_dialog_present: reads what is in force on the day of @page, then shows itself over it.
 */
void sz_plan_dialog_present (SzPage *page);

G_END_DECLS
