/* sz-recruit-risk-private.h — what the files of the findings of recruitment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-risk.h"
#include "sz-store.h"

G_BEGIN_DECLS

/* (transfer none): the new finding, to be refined at once; takes @detail. */
SzRecruitRisk *sz_recruit_risk_add (GArray *risks,
                                    SzSeverity severity,
                                    const char *code,
                                    const char *post,
                                    const char *ticket,
                                    json_t *detail);

/* (transfer full) (element-type SzKinFacts): the relations that are declared, by ID numbers;
 * @texts: gets the strings they borrow. */
GArray *sz_recruit_kin_load (SzStore *store, GPtrArray *texts, GError **error);

G_END_DECLS
