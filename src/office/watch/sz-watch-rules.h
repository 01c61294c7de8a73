/* sz-watch-rules.h — parameters of targets, supervision and statistics (RULE num-7, tgt-3 … sta-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-indicator.h"
#include "sz-param.h"
#include "sz-period.h"
#include "sz-rotation.h"
#include "sz-stats.h"

G_BEGIN_DECLS

/** SzWatchIndicator: an indicator with what the parameters say of it. */
typedef struct
{
  SzIndicator indicator; /* texts borrowed from the rules */
  gboolean has_default;  /* target.goal */
  gint64 default_goal;
  gboolean by_pace;  /* stands in target.pace */
  GArray *deadlines; /* of SzDate, ascending */
} SzWatchIndicator;

typedef struct
{
  GHashTable *goals;        /* id → gint64 *, ×10,000 */
  GHashTable *deadlines;    /* id → GArray of SzDate */
  GHashTable *pace;         /* ids */
  GPtrArray *own;           /* of GStrv: id, name, unit, kind */
  GArray *terms;            /* of SzTerm; names owned */
  guint placed_kinds;       /* a bit for each SzGraduateKind */
  guint criteria;           /* SzCriterion */
  guint contest_levels;     /* a bit for each SzContestLevel */
  GPtrArray *key_units;     /* codes of 职能, ended by NULL; borrowed */
  GPtrArray *refused_codes; /* texts, ended by NULL */
  SzRotationRules rotation;
  SzStatsRules stats;
  gint64 warn_share_x1e4;
  gint64 complete_share_x1e4;
  gint64 pass_x100;
  gint64 tolerance_x1e4;
  int horizon_days;
  int warn_days;
  int answer_days;
  int backup_days;
  int refused_count;
  int reveal_max;
  int age_max;
  int term_max_years;
  GArray *indicators; /* of SzWatchIndicator: the ten, the college's own, students_paid last */
} SzWatchRules;

/**
 * sz_watch_rules_new: (transfer full)
 * @params: (element-type SzParam): presets and the college's own
 *
 * As of @day. Errors: FORMAT "param.missing" (key, date), "param.invalid" (key, value),
 * "param.part_invalid" (key, value, part).
 */
SzWatchRules *sz_watch_rules_new (const GArray *params, SzDate day, GError **error);
void sz_watch_rules_free (SzWatchRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWatchRules, sz_watch_rules_free)

/** sz_watch_rules_find: (nullable): by id or by name. */
const SzWatchIndicator *sz_watch_rules_find (const SzWatchRules *rules, const char *text);

/** sz_watch_rules_check: as sz_rules_check() for these keys; @known: whether it is one. */
gboolean sz_watch_rules_check (const char *key, const char *value, gboolean *known, GError **error);

G_END_DECLS
