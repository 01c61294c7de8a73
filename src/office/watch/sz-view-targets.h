/* sz-view-targets.h — how far the targets of a year are reached, and what the registers say (RULE
 * tgt-1 … tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-contest.h"
#include "sz-graduate.h"
#include "sz-major.h"
#include "sz-office.h"
#include "sz-skill.h"
#include "sz-target.h"
#include "sz-trainee.h"
#include "sz-watch-rules.h"

G_BEGIN_DECLS

/** SzWatchBook: what the figures are read from; a matter of this room. */
typedef struct _SzWatchBook SzWatchBook;

/** SzRotationLine: one person on the roster on the day; borrowed from the view. */
typedef struct
{
  const char *staff_no;
  const char *name;
  const char *department; /* (nullable) */
  SzRotationState state;
} SzRotationLine;

/** SzTargetRegisters: what the registers of coverage say of a year on a day. */
typedef struct
{
  SzTrainingYear *training;
  gint64 equivalent_x100; /* 折算全日制学生 (RULE wrk-7) */
  SzGraduateYear *graduates;
  gboolean any_majors;
  GArray *majors; /* of SzMajorDay */
  SzSkillYear *skill;
  gboolean any_roster;
  GArray *rotation; /* of SzRotationLine, by staff number */
  guint covered;
  SzContestYear contests;
} SzTargetRegisters;

/** SzTargetLine: one indicator with its goal and figures; borrowed from the view. */
typedef struct
{
  const SzWatchIndicator *indicator;
  const char *office;   /* (nullable): of the year's row, as the next */
  const char *document; /* (nullable) */
  const char *note;     /* (nullable) */
  gboolean has_goal;
  gint64 goal;
  gboolean in_register;
  SzReading register_reading;
  SzReading entries_reading;
  SzTargetFigures figures;
} SzTargetLine;

/** SzTargetsView: all indicators of a year on a day. */
typedef struct
{
  SzWatchBook *book; /* owned unless made by sz_targets_view_of() */
  gboolean owns_book;
  int year;
  SzDate day;
  SzTargetRegisters *registers;
  GArray *lines; /* of SzTargetLine, in the order of tgt-3 */
} SzTargetsView;

/** sz_view_targets: (transfer full): @year 0: that of @day; @day none: that of tgt-11. */
SzTargetsView *sz_view_targets (SzOffice *office, int year, SzDate day, GError **error);
/** sz_targets_view_of: (transfer full): the same over a book that is open and outlives it. */
SzTargetsView *sz_targets_view_of (SzWatchBook *book, int year, SzDate day, GError **error);
void sz_targets_view_free (SzTargetsView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTargetsView, sz_targets_view_free)

/** sz_targets_view_find: (nullable): by id, name or a synonym of the data. */
const SzTargetLine *sz_targets_view_find (const SzTargetsView *view, const char *text);

/** sz_targets_view_entries: (transfer container) (element-type SzEntry): of one indicator and the
 *  view's year, by last and first day. */
GPtrArray *sz_targets_view_entries (const SzTargetsView *view, const char *indicator);

/** sz_target_meaning: (transfer none): the id that @text means: an id, a name or a synonym of
 *  data/synonyms.json; @text itself when nobody knows it. */
const char *sz_target_meaning (const SzWatchRules *rules, const char *text);

G_END_DECLS
