/* sz-title-values.h — what the office itself gives for the scores of a round: its `value` items
 * (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-round.h"
#include "sz-title-score.h"

G_BEGIN_DECLS

/** SzTitleValue: a row of 项目值 of the year of the round. */
typedef struct
{
  char *staff_no;
  char *item;         /* 项目 */
  gint64 id;          /* 0: there is none */
  gint64 row_version; /* as it was read */
  gboolean given;     /* FALSE: there is none, or it is to go */
  gint64 value_x1e4;
} SzTitleValue;

/** sz_title_values_new: (transfer full) (element-type SzTitleValue): empty; owns the texts. */
GArray *sz_title_values_new (void);

/** sz_title_values: (transfer full) (element-type SzTitleValue): those that stand for the
 * applicants of @round and the items of @table. */
GArray *sz_title_values (SzOffice *office,
                         const SzTitleRound *round,
                         const SzScoreTable *table,
                         GError **error);

/**
 * sz_title_values_put:
 * @values: those that are to be another one, as sz_title_values() gave them or with id 0
 *
 * One act: all are written, new ones, other ones and those that go, and the scores that come of
 * them are kept with the applications; or nothing is. STALE "row.stale" when somebody else changed
 * or entered one meanwhile; FORMAT "register.value" (column, value, example) out of all range;
 * "batch.no_application" (RULE ttl-16).
 */
gboolean sz_title_values_put (SzOffice *office,
                              const SzTitleRound *round,
                              const SzScoreTable *table,
                              const GArray *values,
                              GError **error);

G_END_DECLS
