/* sz-recruit-desk.h — a plan of recruitment as a screen shows it: read once, shared by what shows
 * it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-calendar.h"
#include "sz-judge-ties.h"
#include "sz-recruit-book.h"
#include "sz-recruit-risk.h"
#include "sz-score-log.h"

G_BEGIN_DECLS

/** SzRecruitCard: what the board says of a post beside the book. */
typedef struct
{
  gboolean has_notice;
  SzRecruitNotice notice;
  int days_left; /* working days of the notice from the day on, with it; 0: over */
  guint risks;   /* findings of the post */
  gboolean due;  /* nothing keeps it from its next step any more: somebody should take it */
} SzRecruitCard;

/** SzRecruitDesk: made in one thread, only read from then on. Counted. */
typedef struct
{
  GStrv plans;
  SzDate day;
  SzRecruitBook *book; /* (nullable): without any plan */
  GArray *cards;       /* of SzRecruitCard, one a post of the book */
  SzCalendar *calendar;
  SzScoreLog *log; /* (nullable): with the book */
  GArray *ties;    /* (nullable) (element-type SzJudgeTie): with the book */
} SzRecruitDesk;

/** sz_recruit_desk_open: (transfer full): @plan (nullable): the last one. */
SzRecruitDesk *
sz_recruit_desk_open (SzOffice *office, const char *plan, SzDate day, GError **error);
SzRecruitDesk *sz_recruit_desk_ref (SzRecruitDesk *desk);
void sz_recruit_desk_unref (SzRecruitDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRecruitDesk, sz_recruit_desk_unref)

/** sz_recruit_desk_waiting: steps that are due, and findings. */
guint sz_recruit_desk_waiting (const SzRecruitDesk *desk);

G_END_DECLS
