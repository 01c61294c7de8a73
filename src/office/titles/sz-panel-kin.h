/* sz-panel-kin.h — whether a member of a panel is a relative of an applicant (RULE ttl-17, aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-rounds.h"

G_BEGIN_DECLS

/** sz_panel_find_kin: a pair of the register, either way; members from outside by ID number;
 * @relation: (out) (optional) (nullable) (transfer full): as it was declared. */
gboolean sz_panel_find_kin (SzStore *store,
                            const SzPanelMemberRow *member,
                            gint64 person_id,
                            gboolean *kin,
                            char **relation,
                            GError **error);

G_END_DECLS
