/* sz-selection.h — who is called for the check and who is proposed 考察体检、递补、拟聘 (RULE
 * rec-20 … rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_OUTCOME_NONE,
  SZ_OUTCOME_PASSED, /* 合格 */
  SZ_OUTCOME_FAILED, /* 不合格 */
} SzOutcome;

typedef enum
{
  SZ_CALLED_NOT, /* not called */
  SZ_CALLED_TO_CHECK,
  SZ_CALLED_FAILED,
  SZ_CALLED_WITHDRAWN,
  SZ_CALLED_RESERVE,
  SZ_CALLED_PROPOSED,
  SZ_N_CALLED_STATES
} SzCalledState;

/** sz_called_state_name: "to_check", "failed", "withdrawn", "reserve", "proposed"; "" for not. */
const char *sz_called_state_name (SzCalledState state);

/** SzCandidate: in order, people of one rank side by side. */
typedef struct
{
  guint rank;           /* people of one rank are a group; without ranks each gets its own number */
  SzOutcome physical;   /* 体检 */
  SzOutcome inspection; /* 考察 */
  gboolean withdrawn;   /* 放弃 */
  gboolean upheld;      /* an objection was 成立 */
  guint notice;         /* 0: no publicity yet; 1: in the first; more: in a later one */

  SzCalledState state;
  gboolean substitute; /* 递补 */
} SzCandidate;

/** SzSelectionRules: how many are wanted. */
typedef struct
{
  guint places;      /* p' */
  guint check_count; /* c */
  guint newcomers;   /* at most so many after publicity began */
} SzSelectionRules;

typedef struct
{
  guint n_called; /* the first so many candidates */
  guint n_proposed;
  gboolean blocked; /* a tie stops the run */
  gboolean waiting; /* somebody called is still to be checked before the last proposed */
} SzSelection;

/** sz_select: sets state and substitute of every candidate. */
void
sz_select (const SzSelectionRules *rules, SzCandidate *candidates, guint n, SzSelection *selection);

G_END_DECLS
