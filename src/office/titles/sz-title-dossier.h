/* sz-title-dossier.h — all that hangs on an application: its papers, what was decided, voted and
 * said (RULE ttl-15, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-ballot.h"
#include "sz-title-round.h"

G_BEGIN_DECLS

/** SzTitlePaper: 申报材料, or what was looked at to confirm a condition by hand (then with @who).
 */
typedef struct
{
  char *condition;
  char *material;
  char *page;       /* 页码, "" for none */
  char *attachment; /* 附件, "" for none */
  char *who;        /* "" of what was handed in */
} SzTitlePaper;

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
  GArray *papers;     /* of SzTitlePaper */
  GArray *confirmed;  /* of SzTitlePaper */
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
