/* sz-due.h — what comes due in the next days, and what is overdue 到期事项 (RULE aud-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzDueKind: in the order of the list where the date is the same. */
typedef enum
{
  SZ_DUE_CONTRACT_END,      /* "contract.end" */
  SZ_DUE_RETIREMENT,        /* "retirement" */
  SZ_DUE_ROTATION_LAPSE,    /* "rotation.lapse" */
  SZ_DUE_AGREEMENT_END,     /* "agreement.end" */
  SZ_DUE_RECTIFY_DEADLINE,  /* "rectify.deadline" */
  SZ_DUE_TARGET_CHECKPOINT, /* "target.checkpoint" */
  SZ_DUE_EMPLOYMENT_END,    /* "employment.end" */
  SZ_DUE_PROBATION_END,     /* "probation.end" */
  SZ_DUE_NOTICE_END,        /* "notice.end" */
  SZ_DUE_APPOINTMENT_END,   /* "appointment.end" */
  SZ_DUE_RUN_STALE,         /* "run.stale" */
  SZ_DUE_RUN_WAITING,       /* "run.waiting" */
  SZ_DUE_FINDING_ANSWER,    /* "finding.answer" */
  SZ_N_DUE_KINDS
} SzDueKind;

/** SzDue: strings are owned. */
typedef struct
{
  SzDate date;
  SzDueKind kind;
  char *key;
  char *name;
} SzDue;

void sz_due_clear (SzDue *due);
/** sz_due_compare: by date, kind, key. */
int sz_due_compare (const SzDue *a, const SzDue *b);
const char *sz_due_kind_word (SzDueKind kind);
/** sz_due_kind_page: where one looks at it; sz_due_kind_part: what its key is there. */
const char *sz_due_kind_page (SzDueKind kind);
const char *sz_due_kind_part (SzDueKind kind);

/**
 * sz_due_is_followed: whether a term from @next_from to @next_to carries on one that ends on @end:
 * ends later and begins at most 31 days after it (RULE rec-24).
 */
gboolean sz_due_is_followed (SzDate end, SzDate next_from, SzDate next_to);

G_END_DECLS
