/* sz-total-parts.h — awards and trainings of a year, read for the total (RULE pay-2, pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"
#include "sz-total-act.h"
#include "sz-transfer.h"

G_BEGIN_DECLS

/** sz_total_awards: @n transfers of the year, their awards together; their findings. */
gboolean sz_total_awards (SzStore *store,
                          int year,
                          const SzTransferRules *rules,
                          SzIssueList *issues,
                          gint64 *n,
                          SzMoney *sum_fen,
                          GError **error);

/**
 * sz_total_projects: (transfer full) (element-type SzTotalProject)
 *
 * What is available is reckoned on the whole year and divided over the projects that earned
 * something (RULE num-6), so that the parts add up; "training.project_loss" (project, net) warns.
 * @person_hours_x100: (out): Σ people × hours of all training records of the year that were taught:
 *   advisers and leaders teach nobody (RULE wrk-7)
 */
GArray *sz_total_projects (SzStore *store,
                           int year,
                           const SzTotalRules *rules,
                           SzIssueList *issues,
                           SzMoney *income_fen,
                           SzMoney *cost_fen,
                           gint64 *person_hours_x100,
                           GError **error);

G_END_DECLS
