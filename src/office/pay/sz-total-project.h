/* sz-total-project.h — a training project and its part of the year's total (RULE pay-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"

G_BEGIN_DECLS

/** SzTotalProject: a training project 培训项目 and its part of what is available (RULE pay-2). */
typedef struct
{
  char *code;
  char *name; /* from the training records, "" when there are none */
  char *category;
  guint sessions; /* 期次 */
  gint64 hours_x100;
  gint64 person_times;
  SzMoney income_fen;
  SzMoney cost_fen;
  SzMoney net_fen;
  SzMoney available_fen; /* Σ is the available part of the year; 0 for a loss */
} SzTotalProject;

G_END_DECLS
