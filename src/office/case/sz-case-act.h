/* sz-case-act.h — walking a case: one act for every kind of thing with states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case-tables.h"
#include "sz-office-act.h"
#include "sz-store-case.h"

G_BEGIN_DECLS

/** SzCaseWalk: a step about to be taken, as the duty's hook sees it: inside the act, judged by the
 *  table, not written yet. */
typedef struct
{
  SzAct *act;
  SzStore *store;
  const SzCaseAsk *ask;
  const SzCaseMove *move;
  SzCaseFile *file; /* the case with the steps so far */
  const char *to;   /* the hook may choose another state that the move leads to */
  json_t *detail;   /* an object that is kept with the step when the hook puts something in */
  json_t *summary;  /* an object for the log */
  gpointer user_data;
} SzCaseWalk;

/** SzCaseHook: the duty's own conditions; %FALSE with REFUSED. It may write rows of the duty too.
 */
typedef gboolean (*SzCaseHook) (SzCaseWalk *walk, GError **error);

/** SzCaseWay: how a duty walks its cases. */
typedef struct
{
  const SzCaseTable *table;
  const char *act; /* kind of the act in the log, before the verb: "pay" gives "pay.review" */
  SzCaseHook hook; /* (nullable) */
} SzCaseWay;

/**
 * sz_office_case_walk:
 * @subject_id: the row of the duty's own table
 * @ask: who is filled in: the office's name
 *
 * The case after the step, or NULL. Refusals of sz_case_judge() come first, then those of the hook;
 * both are written to the log.
 */
SzCaseFile *sz_office_case_walk (SzOffice *office,
                                 const SzCaseWay *way,
                                 gint64 subject_id,
                                 const SzCaseAsk *ask,
                                 gpointer user_data,
                                 GError **error);

/** sz_office_case_step: the same inside an act that does more, such as one that makes the subject.
 */
gboolean sz_office_case_step (SzAct *act,
                              json_t *summary,
                              const SzCaseWay *way,
                              SzCaseFile *file,
                              const SzCaseAsk *ask,
                              gpointer user_data,
                              GError **error);

/**
 * sz_office_case_record: (transfer full): the case of a subject whose row says where it stands
 * @state: what the row says
 *
 * What a sheet or a hand has changed since the last step is taken over first, by the step "record".
 */
SzCaseFile *sz_office_case_record (SzAct *act,
                                   const SzCaseTable *table,
                                   gint64 subject_id,
                                   const char *state,
                                   SzDate day,
                                   GError **error);

G_END_DECLS
