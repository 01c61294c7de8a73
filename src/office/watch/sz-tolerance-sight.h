/* sz-tolerance-sight.h — who may see an application for tolerance (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-supervision.h"
#include "sz-watch-book.h"

G_BEGIN_DECLS

/** SzToleranceSight: somebody who looks, today. */
typedef struct _SzToleranceSight SzToleranceSight;

/** sz_tolerance_sight_new: (transfer full): of who acts in @office. Everybody sees all where there
 * are no accounts, and the supervisor always. REFUSED "account.sign_in", "account.closed". */
SzToleranceSight *sz_tolerance_sight_new (SzOffice *office, GError **error);
void sz_tolerance_sight_free (SzToleranceSight *sight);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzToleranceSight, sz_tolerance_sight_free)

/** sz_tolerance_sight_reaches: the own applications, and what the conclusion opens: to 全院, or to
 * the 部门 of the applicant. Before there is a conclusion, only the own. */
gboolean sz_tolerance_sight_reaches (const SzToleranceSight *sight, const SzToleranceRow *row);

G_END_DECLS
