/* sz-demo-recruit-private.h — what the makers of the plan of recruitment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-calendar.h"
#include "sz-demo-private.h"
#include "sz-recruit-rows.h"

G_BEGIN_DECLS

/** SzDemoStage: how far a post of the plan has come. */
typedef enum
{
  SZ_DEMO_DRAFT,
  SZ_DEMO_APPROVED,
  SZ_DEMO_ANNOUNCED,
  SZ_DEMO_SCREENING,
  SZ_DEMO_EXAM,
  SZ_DEMO_CHECK,
  SZ_DEMO_PUBLICITY,
  SZ_DEMO_CLOSED,
  SZ_DEMO_N_STAGES
} SzDemoStage;

/** SzDemoRecruit: the plan under way. */
typedef struct
{
  SzDemo *demo;
  char *plan;
  SzCalendar *calendar;
  guint n_people;        /* applicants so far */
  gint64 recruit_id;     /* 0: nobody */
  SzPersonFile *recruit; /* (nullable): who came in the year, and was hired so */
} SzDemoRecruit;

/** sz_demo_plan_day: a day of the year of the plan. */
SzDate sz_demo_plan_day (const SzDemoRecruit *recruit, int month, int day);
/** sz_demo_walk_post: all steps up to @last; @proposed (nullable): ids of those whom publicity
 *  names. */
gboolean sz_demo_walk_post (SzDemoRecruit *recruit,
                            const SzPositionRow *row,
                            SzDemoStage last,
                            const GArray *proposed,
                            GError **error);
/** sz_demo_add_other_posts: given up, assessed, part-time; a relaxation. */
gboolean sz_demo_add_other_posts (SzDemoRecruit *recruit, GError **error);

G_END_DECLS
