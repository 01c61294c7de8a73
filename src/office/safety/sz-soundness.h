/* sz-soundness.h — a college that does not verify says so, and is not written to until somebody
 * accepts that or restores (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzSoundness: what was last found. */
typedef struct
{
  gboolean faulty;   /* and nobody accepted it: nothing is written */
  gboolean accepted; /* faulty, and accepted as it is */
  gint64 faults;
  char *since;  /* UTC: when it was found */
  char *who;    /* who accepted it */
  char *reason; /* and why */
} SzSoundness;

void sz_soundness_clear (SzSoundness *soundness);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzSoundness, sz_soundness_clear)

/** sz_office_soundness: by the log: the last act that verified and found something. */
gboolean sz_office_soundness (SzOffice *office, SzSoundness *soundness, GError **error);

/** sz_office_note_written: an act was committed. */
void sz_office_note_written (SzOffice *office);
/** sz_office_has_written: whether it wrote since it was opened: then the day's copy is due. */
gboolean sz_office_has_written (SzOffice *office);

/** sz_office_require_sound: REFUSED "college.unsound" (since, faults) while it is faulty. */
gboolean sz_office_require_sound (SzOffice *office, GError **error);

/** sz_office_note_soundness: leaves what verify found in the log, where that is news. */
gboolean sz_office_note_soundness (SzOffice *office, const SzIssueList *issues, GError **error);

/**
 * sz_office_accept_faults:
 * @reason: why the college is right as it is
 *
 * An act of its own: from now on just these faults hold nothing up. REFUSED "verify.nothing" when
 * it verifies, "verify.reason_missing".
 */
gboolean sz_office_accept_faults (SzOffice *office,
                                  const char *reason,
                                  GCancellable *cancellable,
                                  GError **error);

/** sz_office_dup_verified: (transfer full) (nullable): local time at which the newest copy that
 *  verified was made beside the college: "2026-03-07 16:15". */
char *sz_office_dup_verified (SzOffice *office);

/**
 * sz_office_daily:
 * @made: (out) (optional): whether there was something to do
 *
 * After the day's first writing: a whole copy beside the college, verified; what it finds is left
 * in the log. Nothing when there is one of today already.
 */
gboolean
sz_office_daily (SzOffice *office, gboolean *made, GCancellable *cancellable, GError **error);

G_END_DECLS
