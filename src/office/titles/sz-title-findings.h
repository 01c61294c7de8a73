/* sz-title-findings.h — what does not fit in posts, titles and appointments (RULE ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-title-finding.h"

G_BEGIN_DECLS

/** sz_title_findings: (transfer full) (element-type SzTitleFinding): on @day, by code, staff
 * number, date, level, batch. */
GArray *sz_title_findings (SzOffice *office, SzDate day, GError **error);

G_END_DECLS
