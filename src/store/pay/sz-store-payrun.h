/* sz-store-payrun.h — the life of a pay run, row by row (RULE pay-8 … pay-12, pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-money.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzPayLife: what a run is besides its frozen lines. Key: run_id. Runs of the released versions
 * have none and count as revision 1. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 run_id;
  gint64 revision;
  gint64 corrects;            /* 0: no correction */
  char *source;               /* of a correction: "people" or "reserve" */
  char *settle;               /* of a correction: "now" or "next" */
  gboolean own_scheme;        /* a correction that brought another scheme */
  SzMoney reserve_before_fen; /* of a correction: the reserve it found */
  SzMoney reserve_fen;        /* after splits and adjustments; of a correction: after it */
  SzMoney total_fen;          /* Σ of its people, likewise */
  gint64 last_adjustment;     /* the number given last */
  SzDate paid_on;
  char *inputs_hash;      /* of pay_inputs */
  char *differences_hash; /* of pay_differences */
  char *nets_hash;        /* of pay_nets */
} SzPayLife;
SZ_ROW_API (SzPayLife, sz_store_pay_life)

/** SzPaySplit: what a department sent (RULE pay-8). Key: run_id, department. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 run_id;
  char *department;
  char *amounts;  /* JSON: [["1001", part, fen], …] */
  gint64 changed; /* people with another amount than in the central split */
  char *who;
  char *at;
  char *file;
} SzPaySplit;
SZ_ROW_API (SzPaySplit, sz_store_pay_split)

/** SzPayAdjustment: a signed line out of the reserve (RULE pay-10). Key: run_id, n. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 run_id;
  gint64 n;
  gint64 person_id;
  char *staff_no;
  char *name;
  SzMoney amount_fen;
  char *reason;
  char *who;
  char *at;
} SzPayAdjustment;
SZ_ROW_API (SzPayAdjustment, sz_store_pay_adjustment)

/** SzPayObjection: to a notice (RULE pay-11). Key: run_id, notice, n. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 run_id;
  gint64 notice; /* number of the step that announced */
  gint64 n;
  char *source; /* 工号 or a name, as given */
  char *text;
  SzDate day;
  gboolean late;
  char *answer;    /* "" while it is open */
  SzDate answered; /* none while it is open */
  gboolean upheld;
} SzPayObjection;
SZ_ROW_API (SzPayObjection, sz_store_pay_objection)

/** SzPayCollection: handed in by somebody who owed (RULE pay-16). Key: person_id, n. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  gint64 n;
  SzDate day;
  SzMoney amount_fen;
  char *document;
} SzPayCollection;
SZ_ROW_API (SzPayCollection, sz_store_pay_collection)

G_END_DECLS
