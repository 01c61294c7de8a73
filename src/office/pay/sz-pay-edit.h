/* sz-pay-edit.h — renaming and deleting drafts of pay runs (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/**
 * sz_office_pay_rename: gives a run that is not yet reviewed another name, as one act (RULE aud-1).
 *
 * REFUSED "run.unknown" (run), "run.not_draft" (run, state), "run.name_missing"; a refused attempt
 * is in the log.
 */
gboolean sz_office_pay_rename (SzOffice *office, gint64 run, const char *name, GError **error);

/** sz_office_pay_delete: takes such a run away with everything in it. Cannot be undone; the log
 *  keeps that it was there, and its hash. */
gboolean sz_office_pay_delete (SzOffice *office, gint64 run, GError **error);

G_END_DECLS
