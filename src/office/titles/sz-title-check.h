/* sz-title-check.h — who may apply for which title, and what is missing (RULE ttl-2, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-round.h"

G_BEGIN_DECLS

/** SzTitlePerson: one person's answer. */
typedef struct
{
  gint64 person_id;
  char *staff_no;
  char *name;
  char *department;            /* of the closing day, "" without */
  const char *held;            /* code of the title at the cut-off; NULL: none */
  SzTitleYears years;          /* of the level held */
  GPtrArray *targets;          /* of SzTargetResult */
  gboolean retirement_unknown; /* nobody is barred by it, and it is said (RULE ttl-3) */
} SzTitlePerson;

void sz_title_person_free (SzTitlePerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitlePerson, sz_title_person_free)

/**
 * sz_title_check_person: (transfer full)
 * @title: (nullable): code of a title; NULL: the application's, else all above the one held
 *
 * "staff_no.unknown" (value).
 */
SzTitlePerson *sz_title_check_person (SzOffice *office,
                                      const SzTitleRound *round,
                                      const char *staff_no,
                                      const char *title,
                                      GError **error);

/** sz_title_check_applications: (transfer full) (element-type SzTitlePerson): every application,
 *  bytewise by staff number, with its one target (none when no standard of the person's gives it).
 */
GPtrArray *
sz_title_check_applications (SzOffice *office, const SzTitleRound *round, GError **error);

/** SzTitleWhoFn: FALSE stops (with @error set: as an error). @person is borrowed. */
typedef gboolean (*SzTitleWhoFn) (const SzTitlePerson *person, gpointer user_data, GError **error);

/** sz_title_who_each: RULE ttl-19 over the college: those with anything to tell, one at a time. */
gboolean sz_title_who_each (SzOffice *office,
                            const SzTitleRound *round,
                            SzTitleWhoFn fn,
                            gpointer user_data,
                            GError **error);

/** sz_title_round_stale: (transfer full) (element-type utf8): staff numbers of decided applications
 *  whose verdict is no longer what it was. */
GPtrArray *sz_title_round_stale (SzOffice *office, const SzTitleRound *round, GError **error);

/** sz_title_person_best: (nullable): the best path of the first target. */
const SzPathResult *sz_title_person_best (const SzTitlePerson *person);

G_END_DECLS
