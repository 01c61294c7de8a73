/* sz-title-board.h — the applications of a round, each where it stands (RULE ttl-14 … ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-result.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzTitleStage: where an application stands. */
typedef enum
{
  SZ_TITLE_TO_DECIDE,       /* 待审 */
  SZ_TITLE_RECOMMENDED,     /* 推荐 */
  SZ_TITLE_NOT_RECOMMENDED, /* 不推荐 */
  SZ_TITLE_ON_NOTICE,       /* 公示中 */
  SZ_TITLE_TO_VOTE,         /* 待表决 */
  SZ_TITLE_PASSED,          /* 通过 */
  SZ_TITLE_NOT_PASSED,      /* 未通过 */
  SZ_N_TITLE_STAGES
} SzTitleStage;

/** SzTitleCard: one application; texts are owned. */
typedef struct
{
  gint64 person_id;
  char *staff_no;
  char *name;
  char *department;
  char *title; /* its official name */
  char *route;
  gboolean has_verdict; /* some standard of the person's gives the title */
  SzVerdict verdict;    /* of today */
  SzTitleStage stage;
  gboolean has_score;
  gint64 score_x100;
  gboolean has_vote;
  int in_favour;
  int needed;
  gboolean objection; /* one is open */
  gboolean appeal;    /* one is open */
  gboolean stale;     /* the verdict is no longer what it was when it was decided */
} SzTitleCard;

/** sz_title_board: (transfer full) (element-type SzTitleCard): bytewise by staff number;
 * "batch.unknown" (value). */
GArray *sz_title_board (SzOffice *office, const char *batch, GError **error);

G_END_DECLS
