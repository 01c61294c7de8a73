/* sz-total-parts.h — awards and trainings of a year, read for the total (RULE pay-2, pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"
#include "sz-total-project.h"
#include "sz-total.h"
#include "sz-transfer.h"

G_BEGIN_DECLS

/** SzTotalAwards: transfers of a year. */
typedef struct
{
  gint64 n;
  SzMoney sum_fen; /* their awards together */
} SzTotalAwards;

/** SzTotalTrainings: trainings of a year. */
typedef struct
{
  GArray *projects; /* of SzTotalProject, by code */
  SzMoney income_fen;
  SzMoney cost_fen;
  gint64 person_hours_x100; /* Σ people × hours, those who taught */
} SzTotalTrainings;

/** sz_total_awards: transfers of the year and their findings. */
gboolean sz_total_awards (SzStore *store,
                          int year,
                          const SzTransferRules *rules,
                          SzIssueList *issues,
                          SzTotalAwards *awards,
                          GError **error);

/**
 * sz_total_trainings: (transfer full) of @trainings->projects
 *
 * What is available is reckoned on the whole year and divided over the projects that earned
 * something (RULE num-6), so that the parts add up; "training.project_loss" (project, net) warns.
 * Advisers and leaders teach nobody (RULE wrk-7).
 */
gboolean sz_total_trainings (SzStore *store,
                             int year,
                             const SzTotalRules *rules,
                             SzIssueList *issues,
                             SzTotalTrainings *trainings,
                             GError **error);

G_END_DECLS
