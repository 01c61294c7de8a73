/* sz-store-registers.h — registers that several duties read: relatives 亲属关系, leaves 请假
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-date.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Every row names its import batch and the row of the sheet (0: typed in by hand). */

/**
 * SzKinshipRow: kinships 亲属关系 (RULE aud-4): a pair once, whoever declared it. A party's key is
 * "p" and the id of a person of the college, "i" and an ID number, or "n" and a name; @party_a is
 * the bytewise smaller one. Key: the two.
 */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *party_a;
  char *party_b;
  gint64 person_a; /* 0: no person of the college */
  gint64 person_b;
  char *name_a; /* as declared */
  char *name_b;
  char *relation; /* the other is this to the one on whose side it stood: 夫妻 */
  gboolean of_b;  /* it stood on the side of @party_b */
  char *note;
  gint64 batch_id;
  int source_row;
} SzKinshipRow;
SZ_ROW_API (SzKinshipRow, sz_store_kinship)

/** SzLeaveRow: leaves 请假 (RULE pay-19). Key: person and first day. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate from;
  SzDate to;        /* last day granted; see sz_leave_end() */
  SzLeaveKind kind; /* 类别 */
  gint64 days_x100; /* 天数 as written, 0 when not; days are counted from the dates */
  SzDate back;      /* 销假日期, the first day back */
  char *note;
  gint64 batch_id;
  int source_row;
} SzLeaveRow;
SZ_ROW_API (SzLeaveRow, sz_store_leave)

G_END_DECLS
