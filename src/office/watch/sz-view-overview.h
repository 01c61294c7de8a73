/* sz-view-overview.h — what a director sees at one glance (RULE aud-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-due.h"
#include "sz-finding.h"
#include "sz-money.h"
#include "sz-office.h"
#include "sz-quota-day.h"
#include "sz-target.h"

G_BEGIN_DECLS

/** SzOverviewBand: posts of one band. */
typedef struct
{
  const char *band; /* 管理, 专技高级 …; static */
  gint64 approved;
  gint64 occupied;
} SzOverviewBand;

/** SzOverview: every figure is that of the command it stands for; what has_… says is not there has
 *  no meaning. */
typedef struct
{
  SzDate day;
  guint in_service;
  guint own_staff; /* 在编 and 人事代理 */
  gint64 full_time;
  SzQuotaDay quota; /* of the day */
  SzQuotaDay worst; /* the least left of the coming days, the earliest of equals */
  GArray *bands;    /* of SzOverviewBand: those of `posts` */
  guint targets[SZ_N_TARGET_STATES];
  gboolean has_training;
  gint64 training_value;
  gboolean has_training_needed;
  gint64 training_needed;
  gboolean has_pay;
  int pay_year;
  SzMoney r_fen;
  gboolean has_cap;
  SzMoney cap_fen;
  gboolean within_cap;
  GHashTable *runs; /* state → count as pointer */
  guint findings[SZ_N_GRAVITIES];
  int due_days;
  guint due_total;
  guint due_overdue;
  guint due_kinds[SZ_N_DUE_KINDS];
} SzOverview;

/** SzOverviewParts: what is read; the rest stays zeroed. */
typedef enum
{
  SZ_OVERVIEW_PEOPLE = 1 << 0, /* full_time comes with the quota */
  SZ_OVERVIEW_QUOTA = 1 << 1,
  SZ_OVERVIEW_POSTS = 1 << 2,
  SZ_OVERVIEW_TARGETS = 1 << 3,
  SZ_OVERVIEW_PAY = 1 << 4,
  SZ_OVERVIEW_LISTS = 1 << 5, /* findings and what comes due */
  SZ_OVERVIEW_ALL = (1 << 6) - 1,
} SzOverviewParts;

/** sz_view_overview: (transfer full): from one state of the database. */
SzOverview *sz_view_overview (SzOffice *office, SzDate day, guint parts, GError **error);
void sz_overview_free (SzOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzOverview, sz_overview_free)

G_END_DECLS
