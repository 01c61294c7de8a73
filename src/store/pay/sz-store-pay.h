/* sz-store-pay.h — the inputs of a pay run in one reading, and runs as they were frozen (RULE pay-4
 * … pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-pay.h"
#include "sz-row.h"
#include "sz-store-payrun.h"

G_BEGIN_DECLS

/** SzPayFact: one person's raw material: ranges into the arrays of #SzPayFacts. */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  guint first_record, n_records;
  guint first_service, n_services;
  guint first_role, n_roles;
  guint first_value, n_values;
  guint first_teaching, n_teaching;
  guint first_training, n_training;
  guint first_leave, n_leaves;
  SzGrade grade;     /* SZ_GRADE_NONE: no assessment of the year */
  gint64 award_x100; /* Σ 业绩点 of the year */
  gint64 quota_x100; /* −1: no `quotas` row of the year */
  gboolean talent;   /* a `talents` row of the year */
} SzPayFact;

/**
 * SzPayFacts: everything that a run or `convert` reads, from one state of the database. People in
 * bytewise order of the staff number; records by field and date, services by date ascending.
 * Strings belong to the facts; small ones are shared. Hand the ranges on to sz_load_year() and
 * #SzPayPerson.
 */
typedef struct
{
  int year;
  SzPayFact *people;
  gsize n_people;
  SzRecord *records;
  gsize n_records;
  SzService *services;
  gsize n_services;
  SzPayRole *roles;
  gsize n_roles;
  SzPayValue *values;
  gsize n_values;
  SzTeaching *teaching;
  gsize n_teaching;
  SzTraining *training;
  gsize n_training;
  SzLeave *leaves; /* of all years, by person and first day, as they ended (RULE pay-19) */
  gsize n_leaves;
  SzPayDepartment *departments; /* bytewise by name */
  gsize n_departments;
  /* private */
  gpointer storage;
} SzPayFacts;

/**
 * sz_store_pay_facts:
 * @from, @to: the period: roles that touch it or the month before it
 *
 * Teaching, training, quotas, assessments, awards, talents and values are those of the year in
 * which the period ends (RULE pay-5).
 */
SzPayFacts *sz_store_pay_facts (
    SzStore *store, SzDate from, SzDate to, GCancellable *cancellable, GError **error);
void sz_pay_facts_free (SzPayFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayFacts, sz_pay_facts_free)

/** sz_pay_facts_dup_hash: (transfer full): SHA-256 over all of it, the same for the same inputs. */
char *sz_pay_facts_dup_hash (const SzPayFacts *facts);

/** SzPayRun: the head of a stored run. Key: none but its id, the RUN of the command line. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *act_id; /* filled from the act */
  char *at;     /* filled from the act */
  char *who;    /* filled from the act */
  char *name;
  char *frozen_as; /* "computed": its state when it was frozen; filled */
  char *state;     /* of its case; no column of its row; filled */
  SzDate from;
  SzDate to;
  char *scheme;        /* JSON, as it was computed */
  char *parameters;    /* JSON: the parameters in force that day */
  char *inputs_hash;   /* sz_pay_facts_dup_hash() */
  char *lines_hash;    /* filled: SHA-256 over the stored people and lines */
  gint64 n_people;     /* filled: who gets something or could */
  SzMoney pool_fen;    /* filled */
  SzMoney reserve_fen; /* filled */
  SzMoney total_fen;   /* filled */
  char *sums;          /* filled: JSON, what the stored result needs besides its lines */
} SzPayRun;

/**
 * sz_store_pay_put:
 * @run: name, from, to, scheme, parameters and inputs_hash are the caller's
 * @scheme: the one of @result; only how many allowances and components it has counts here
 *
 * Freezes a computed run and begins its case (sz_case_pay_run): head, people (also who is out, with
 * the reason), amounts with their terms. It never changes afterwards; the journal has one entry for
 * it that holds the hash of all lines.
 */
gboolean sz_store_pay_put (SzAct *act,
                           SzPayRun *run,
                           const SzScheme *scheme,
                           const SzPayInput *input,
                           const SzPayResult *result,
                           GCancellable *cancellable,
                           GError **error);

/** sz_store_pay_list: (transfer full) (element-type SzPayRun): heads by id. */
GArray *sz_store_pay_list (SzStore *store, GError **error);
gboolean
sz_store_pay_get (SzStore *store, gint64 id, SzPayRun *run, gboolean *found, GError **error);
/** sz_store_pay_adopt: a case for each run that is older than cases; an act of an upgrade. */
gboolean sz_store_pay_adopt (SzAct *act, GError **error);
void sz_store_pay_run_clear (SzPayRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzPayRun, sz_store_pay_run_clear)

/**
 * SzPayFrozen: a stored run in the shape in which it was computed, so that whoever shows one shows
 * the other, with the own splits and adjustments that were made since (RULE pay-8, pay-10). @input
 * has only person_id, staff_no and name of people; @result is complete. Never free @input or
 * @result by themselves.
 */
typedef struct
{
  SzPayRun run;
  SzPayLife life;
  SzPayInput input;
  SzPayResult result;
  guint n_fixed; /* lengths of the arrays in @result */
  guint n_components;
  /* private */
  gpointer storage;
} SzPayFrozen;

/** sz_store_pay_read: REFUSED "run.unknown" (run); CORRUPT "run.changed" (run) when its lines do
 * not give its hash. */
SzPayFrozen *
sz_store_pay_read (SzStore *store, gint64 id, GCancellable *cancellable, GError **error);
void sz_pay_frozen_free (SzPayFrozen *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayFrozen, sz_pay_frozen_free)

G_END_DECLS
