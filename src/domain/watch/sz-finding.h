/* sz-finding.h — a matter that was found, and what a later scan makes of it (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-finding-kind.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_FINDING_OPEN,     /* "open" */
  SZ_FINDING_ANSWERED, /* "answered" */
  SZ_FINDING_ACCEPTED, /* "accepted" */
  SZ_FINDING_CLOSED,   /* "closed" */
  SZ_N_FINDING_STATES
} SzFindingState;

/** SzCondition: what a scan met: @kind and @subject name it. Strings are owned. */
typedef struct
{
  const SzFindingKind *kind;
  SzGravity gravity;
  char *subject;
  gint64 size;
  char *facts;    /* JSON object */
  char *staff_no; /* whom it concerns, "" when an office */
  char *office;   /* 责任部门, "" when a person */
} SzCondition;

void sz_condition_clear (SzCondition *condition);
/** sz_condition_compare: by gravity, kind and subject, bytewise: the order of new numbers. */
int sz_condition_compare (const SzCondition *a, const SzCondition *b);

/** SzFinding: strings are owned. */
typedef struct
{
  gint64 no; /* given once, never again */
  char *kind;
  char *subject;
  int gravity; /* SzGravity */
  gint64 size;
  char *facts;
  char *staff_no;
  char *office;
  int state; /* SzFindingState */
  gboolean present;
  gint64 reopened;
  SzDate first_seen;
  SzDate last_seen;
  char *answered_at; /* UTC, "" when not answered */
  char *answered_by;
  char *answer;
  char *evidence;
  gint64 accepted_size; /* of the last acceptance */
  int accepted_gravity;
} SzFinding;

/** SzFindingEvents: what a scan tells of a finding, as a set. */
typedef enum
{
  SZ_FINDING_SAME = 0,
  SZ_FINDING_GONE = 1 << 0,
  SZ_FINDING_RETURNED = 1 << 1,
  SZ_FINDING_GROWN = 1 << 2,
  SZ_FINDING_CHANGED = 1 << 3, /* facts or size: no event, but to be written */
} SzFindingEvents;

/** sz_finding_see: a scan met the condition again: takes its facts; reopens what was settled when
 *  it is back or has grown since. */
guint sz_finding_see (SzFinding *finding, const SzCondition *condition);
/** sz_finding_miss: a scan did not meet it: gone; an open notice is closed by that. */
guint sz_finding_miss (SzFinding *finding);

/** sz_finding_begin: a new one of @condition, first seen on @day. */
void sz_finding_begin (SzFinding *finding, gint64 no, const SzCondition *condition, SzDate day);

/** sz_finding_answer_fault: "finding.not_open", "finding.text_short" or "finding.evidence_missing",
 *  in this order; NULL: none. */
const char *
sz_finding_answer_fault (const SzFinding *finding, const char *text, const char *evidence);
/** sz_finding_accept_fault: "finding.not_answered" or "maker.checker"; NULL: none. */
const char *sz_finding_accept_fault (const SzFinding *finding, const char *who);

const char *sz_finding_state_word (SzFindingState state);
/** sz_finding_state_find: by its word; −1: there is none. */
int sz_finding_state_find (const char *word);

G_END_DECLS
