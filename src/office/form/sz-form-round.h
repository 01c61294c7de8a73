/* sz-form-round.h — the applicants of a round as the forms of titles print them (handbook §13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-private.h"
#include "sz-store-rounds.h"
#include "sz-title-check.h"
#include "sz-view-people.h"

G_BEGIN_DECLS

#define SZ_FORM_GRADE_YEARS 5

/** SzFormApplicant: one application; everything is borrowed from the #SzFormRound. */
typedef struct
{
  gint64 person_id;
  const SzTitleApplicationRow *application;
  const SzTitlePerson *person; /* judged, with the one target of the application if any */
  const SzPeopleRow *row;      /* on the closing day */
  const char *target;          /* official name of the title */
  int level;                   /* of the title */
  guint place;                 /* by 姓氏笔画 */
  /* what the career tells on the cut-off */
  SzDate title_from;
  int education; /* −1: not known */
  int degree;    /* 0: none */
  int work_years;
  gboolean has_work_years;
  SzGrade grades[SZ_FORM_GRADE_YEARS]; /* up to assess_to, SZ_GRADE_NONE without one */
  gboolean has_hours;
  gint64 hours_x100;
  int skill; /* −1: none */
  guint n_achievements;
} SzFormApplicant;

/** SzFormRound: a round with its applicants: target from high to low, then 姓氏笔画. */
typedef struct
{
  SzTitleRound *round;
  SzPeopleView *view;
  GPtrArray *people;
  GArray *applicants;    /* of SzFormApplicant */
  GArray *evidence;      /* of SzTitleEvidenceRow, of this round */
  GArray *confirmations; /* of SzTitleConfirmationRow, likewise */
  GHashTable *pages;     /* "batch:row" of an achievement → its 页码 */
} SzFormRound;

/**
 * sz_form_round_open: (transfer full)
 *
 * All applications of --batch, or those of --target or --person. "batch.unknown" (value),
 * "code.unknown" (value, choices) for a target that is no title, "batch.no_application" for a
 * person without one.
 */
SzFormRound *sz_form_round_open (SzOffice *office,
                                 const SzFormParams *params,
                                 GCancellable *cancellable,
                                 GError **error);
void sz_form_round_free (SzFormRound *round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFormRound, sz_form_round_free)

/** sz_form_round_get: borrowed. */
const SzFormApplicant *sz_form_round_get (const SzFormRound *round, guint index);
/** sz_form_round_find: (nullable): by person. */
const SzFormApplicant *sz_form_round_find (const SzFormRound *round, gint64 person_id);

/** sz_form_round_dup_notice: (transfer full) (nullable): 公示期：…至…（5个工作日） of the last
 * notice of @stage, NULL without one or with @error; @start (out) (optional): its first day. */
char *sz_form_round_dup_notice (
    SzOffice *office, const SzFormRound *round, const char *stage, SzDate *start, GError **error);

/** sz_form_round_page: (nullable): 页码 that an achievement of this row of a sheet gives. */
const char *sz_form_round_page (const SzFormRound *round, SzTrace trace);

/** sz_form_condition_each: @result and, of a group, its members, each with its depth. */
typedef void (*SzFormConditionFn) (const SzTitleConditionResult *result,
                                   int depth,
                                   gpointer user_data);
void sz_form_condition_each (const SzTitleConditionResult *result,
                             int depth,
                             SzFormConditionFn fn,
                             gpointer user_data);

G_END_DECLS
