/* sz-honour.h — honours that open the way to direct assessment 直接考察 (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

#define SZ_HONOUR_LIMITS_MAX 8

/** SzHonourLimit: a team of @team_size counts down to the rank @lowest_rank. */
typedef struct
{
  int team_size;
  int lowest_rank;
} SzHonourLimit;

/** SzHonourEntry: one line of the list; borrowed. */
typedef struct
{
  const char *code;
  const char *name;
  const char *level;
  const char *const *others; /* (nullable): other names, NULL-ended */
  const char *source;        /* 文号 */
  SzHonourLimit limits[SZ_HONOUR_LIMITS_MAX];
  guint n_limits;
} SzHonourEntry;

/** SzHonourClaim: what an applicant shows; borrowed. */
typedef struct
{
  const char *honour;
  const char *certificate; /* 证书号 */
  int rank;                /* 名次, 0: not given */
  int team_size;           /* 队员数, 0: one */
} SzHonourClaim;

/** sz_honour_find: (nullable): the entry of that name, or other name, blanks apart. */
const SzHonourEntry *sz_honour_find (const SzHonourEntry *list, gsize n, const char *honour);
/** sz_honour_check: %NULL when the claim is valid, else "assessment.no_basis",
 *  "assessment.no_certificate", "honour.rank_missing" or "honour.rank_low". @entry:
 * (out)(optional). */
const char *sz_honour_check (const SzHonourEntry *list,
                             gsize n,
                             const SzHonourClaim *claim,
                             const SzHonourEntry **entry);

G_END_DECLS
