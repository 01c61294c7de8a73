/* sz-title-dossier.h — what hangs on an application beside its papers: what was decided, voted
 * and said (RULE ttl-15, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-ballot.h"
#include "sz-title-round.h"

G_BEGIN_DECLS

/** SzTitleConfirmed: what was looked at to confirm a condition by hand 人工核实. */
typedef struct
{
  char *condition;
  char *evidence;
  char *who;
} SzTitleConfirmed;

/** SzTitleDispute: 异议 or 复查. */
typedef struct
{
  SzDate raised;
  char *text;
  char *answer;    /* "" while it is open */
  SzDate answered; /* none while it is open */
  gboolean upheld; /* of an objection */
} SzTitleDispute;

/** SzTitleDossier: of one application; arrays in the order of their entry. */
typedef struct
{
  GArray *confirmed;  /* of SzTitleConfirmed */
  GArray *objections; /* of SzTitleDispute */
  GArray *appeals;    /* of SzTitleDispute */
  gboolean decided;
  gboolean recommended;
  char *reason; /* (nullable) */
  char *who;    /* (nullable): who decided */
  gboolean voted;
  SzDate meeting;
  SzTally tally;
  SzBallot ballot;
} SzTitleDossier;

/** sz_title_dossier: (transfer full): empty for who has not applied. */
SzTitleDossier *
sz_title_dossier (SzOffice *office, const SzTitleRound *round, gint64 person_id, GError **error);
void sz_title_dossier_free (SzTitleDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleDossier, sz_title_dossier_free)

G_END_DECLS
