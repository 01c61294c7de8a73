/* sz-ballot.h — the vote of a panel 评审表决 (RULE ttl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzTally: only counts; who voted how is never kept. */
typedef struct
{
  int panel;     /* 评委会人数 */
  int attending; /* 出席 */
  int recused;   /* 回避 */
  int in_favour; /* 同意 */
  int against;   /* 反对 */
  int abstain;   /* 弃权 */
  int spoilt;    /* 废票 */
} SzTally;

typedef struct
{
  int quorum;      /* ceil(2 · panel / 3) */
  int denominator; /* attending, less the recused unless they are included */
  int needed;      /* ceil(2 · denominator / 3) */
  gboolean valid;
  gboolean passed;
  const char *error; /* "ballot.…", static; NULL when valid */
} SzBallot;

/** sz_ballot_count: RULE ttl-6; numbers are ≥ 0. @includes: title.recusal_denominator = include. */
void sz_ballot_count (const SzTally *tally, gboolean includes, SzBallot *ballot);

G_END_DECLS
