/* sz-post-day.h — the posts of a college on a day, and whether moves fit (RULE pst-2 … pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-appoint.h"
#include "sz-office.h"
#include "sz-title-params.h"

G_BEGIN_DECLS

/** SzHolder: somebody in service of the kinds of pst-5, as far as posts ask. */
typedef struct
{
  gint64 person_id;
  char *staff_no;
  char *name;
  SzPlace main; /* of pst-5 */
  SzPost post;  /* the own record, whether it counts or not */
  SzDate post_from;
  gboolean by_approval; /* just that record has an approval number */
  gboolean unlevelled;
} SzHolder;

/** SzBeside: a special or double post that covers the day. */
typedef struct
{
  char *staff_no;
  char *name;
  SzPost main; /* of a double post: the own one, 0 for none */
  SzPost post;
  char *approval; /* "" without */
  gboolean special;
  gboolean student; /* counts in 学生工作 */
} SzBeside;

/** SzPostDay: everything about posts on one day. */
typedef struct
{
  SzDate date;
  gint64 establishment;
  SzTitleParams *params;
  SzStructure structure;
  guint special[SZ_N_PLACE_CATEGORIES]; /* special posts by category */
  int n_unlevelled;
  GArray *holders; /* of SzHolder, bytewise by staff number */
  GArray *beside;  /* of SzBeside, likewise: special and double ones */
  GArray *cases;   /* of SzOpenCase that count, by number */
  GStrv documents; /* 核准文号 in force, distinct, by date */
  guint warnings;  /* SzPlanWarning bits */
} SzPostDay;

/** SzPostDayFn: somebody of the day, whose rules are known; borrowed for the call. */
typedef void (*SzPostDayFn) (const SzPostDay *day, const SzCareer *career, gpointer user_data);

/** SzPostDayAsk: what is asked beside the day; zeroed for the ordinary question. */
typedef struct
{
  gint64 without_case; /* id of a case that is left aside */
  SzDate opened_by;    /* cases opened up to this day count too, when it is later */
  SzPostDayFn also;    /* (nullable): looks at everybody in the same reading */
  gpointer user_data;
  guint parts; /* of the careers that @also reads */
} SzPostDayAsk;

/** sz_post_day: (transfer full): as of @day; @ask nullable. */
SzPostDay *sz_post_day (SzOffice *office, SzDate day, const SzPostDayAsk *ask, GError **error);
void sz_post_day_free (SzPostDay *day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPostDay, sz_post_day_free)

/** sz_post_day_holder: (nullable): by staff number. */
const SzHolder *sz_post_day_holder (const SzPostDay *day, const char *staff_no);
/** sz_post_day_from: RULE pst-6: the place of the person's own open case whose day has come, else
 *  the main place; @case_open: (out): an open case of the person lies after the day. */
SzPlace sz_post_day_from (const SzPostDay *day, const char *staff_no, gboolean *case_open);

/** SzPostFinding: a warning about the plan of the day; @place SZ_PLACE_NONE: about all of it. */
typedef struct
{
  const char *code;
  SzPlace place;
} SzPostFinding;

/** sz_post_day_findings: (transfer full) (element-type SzPostFinding): in the order of the
 * contract. */
GArray *sz_post_day_findings (const SzPostDay *day);

/** SzWhatIf: one question of a list, with its answer. */
typedef struct
{
  char *staff_no;
  SzPost post; /* asked for */
  SzMove move;
} SzWhatIf;

/** sz_what_if_new: (transfer full): an empty list of SzWhatIf. */
GArray *sz_what_if_new (void);
void sz_what_if_add (GArray *list, const char *staff_no, SzPost post);
/**
 * sz_what_if_judge: answers @list in its order (RULE pst-6)
 * @after: (out): the structure with the fitting moves carried out
 *
 * "staff_no.unknown" (value) for somebody who is not in the register.
 */
gboolean sz_what_if_judge (
    SzOffice *office, const SzPostDay *day, GArray *list, SzStructure *after, GError **error);

/** sz_post_split_rules: what RULE pst-4 reads, in force on @day; @office (nullable): without a
 *  college the presets. */
gboolean sz_post_split_rules (SzOffice *office, SzDate day, SzSplitRules *rules, GError **error);

G_END_DECLS
