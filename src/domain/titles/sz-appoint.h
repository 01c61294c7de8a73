/* sz-appoint.h — who sits where, appointments to a vacancy, rises inside a band (RULE pst-5, ttl-7,
 * ttl-20, ttl-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-rules.h"
#include "sz-title-years.h"

G_BEGIN_DECLS

/** SzOccupant: what one person takes of the plan on a day (RULE pst-5). */
typedef struct
{
  gboolean counts;           /* in service, of a kind of post.employment */
  SzPlace main;              /* SZ_PLACE_NONE: none, special, without level */
  gboolean unlevelled;       /* no post, or a category without level */
  const SzPostFact *special; /* (nullable) */
  const SzPostFact *duals[8];
  int n_duals; /* rows that cover the day, whether they count or not */
  gboolean student;
} SzOccupant;

void sz_occupant_of (const SzCareer *career,
                     const SzTitleRules *rules,
                     SzDate day,
                     SzOccupant *occupant);
/** sz_occupant_count: adds the person's places to occupied and expected. */
void
sz_occupant_count (const SzOccupant *occupant, const SzTitleRules *rules, SzStructure *structure);

/** SzOpenCase: an open appointment case, as far as vacancies ask. */
typedef struct
{
  gint64 id;
  const char *staff_no;
  SzPlace to;
  SzDate day; /* appointment day */
  SzDate opened;
} SzOpenCase;

/** sz_open_case_counts: opened on or before the day (RULE pst-5). */
gboolean sz_open_case_counts (const SzOpenCase *open_case, SzDate day);
/** sz_open_case_count: takes the target at once, gives @own back only from the appointment day on.
 */
void
sz_open_case_count (const SzOpenCase *open_case, SzPlace own, SzDate day, SzStructure *structure);

/** SzAppointment: one appointment asked for. */
typedef struct
{
  const SzCareer *career;
  SzPost post; /* asked for; the place follows from the person's series */
  SzDate day;
  gboolean approved;            /* carries an approval number */
  const SzStructure *structure; /* of the day, this case aside */
  SzPlace from;                 /* of pst-6 */
  gboolean case_open;           /* another case of the person lies after the day */
} SzAppointment;

/** sz_appointment_judge: the move, and the first refusal of RULE ttl-7 in its order; NULL: none. */
const char *
sz_appointment_judge (const SzAppointment *appointment, const SzTitleRules *rules, SzMove *move);

/** sz_appointment_term: the last day of the term: term years, or the retirement month (ttl-21). */
SzDate sz_appointment_term (const SzCareer *career, const SzTitleRules *rules, SzDate day);

/** SzRiseReason: bits, in the order of RULE ttl-20. */
typedef enum
{
  SZ_RISE_YEARS = 1 << 0,             /* "appoint.years" */
  SZ_RISE_TITLE = 1 << 1,             /* "appoint.title" */
  SZ_RISE_BARRED_ASSESSMENT = 1 << 2, /* "appoint.barred_assessment" */
  SZ_RISE_BARRED_DISCIPLINE = 1 << 3, /* "appoint.barred_discipline" */
  SZ_N_RISE_REASONS = 4
} SzRiseReason;

const char *sz_rise_reason_code (int index);

/** SzRise: a rise by one level, as far as the person is concerned. */
typedef struct
{
  const char *staff_no; /* borrowed */
  SzPlace from;
  SzPlace to;
  int level_months;
  int band_months;
  gboolean has_score;
  gint64 score_x100;
  int alternative; /* of post.ladder, from 1; 0: none is met */
  guint reasons;
  gboolean fits;
} SzRise;

/** sz_rise_of: FALSE when the main place is none, not professional, or the highest of its band. */
gboolean sz_rise_of (
    const SzCareer *career, const SzTitleRules *rules, SzPlace main, SzDate day, SzRise *rise);
/** sz_rises_rank: orders @rises (of SzRise) and judges those without reasons one after another
 *  against @structure, which is changed by those that fit. */
void sz_rises_rank (GArray *rises, SzStructure *structure);

G_END_DECLS
