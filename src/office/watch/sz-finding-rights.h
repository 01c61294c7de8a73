/* sz-finding-rights.h — whose findings they are: rights by area (RULE acc-3, "own")
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-finding-kind.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_finding_dup_right: (transfer full): the line of the table of rights: @head "read.findings" or
 *  "findings.answer". */
char *sz_finding_dup_right (const char *head, SzArea area);

/** sz_finding_areas: of which areas findings are shown: a bit (1 << SzArea) each. */
guint sz_finding_areas (SzOffice *office);

G_END_DECLS
