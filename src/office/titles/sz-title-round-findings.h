/* sz-title-round-findings.h — what does not fit in the rounds (RULE ttl-17, ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-title-finding.h"

G_BEGIN_DECLS

/** sz_title_round_findings: adds those of every round. */
gboolean sz_title_round_findings (SzOffice *office, GArray *findings, GError **error);

G_END_DECLS
