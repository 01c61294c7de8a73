/* sz-fee-details.h — a sheet of fees, and what a contract taught, beside their lists (RULE rec-26)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** sz_describe_fee_sheet: (transfer full): an SzListDetailsFunc: who is paid what, and how much of
 *  the month was paid before. */
SzListDetails *sz_describe_fee_sheet (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error);
/** sz_fields_add_teaching: the months of a contract under a heading of their own, each with the
 *  sheet that pays it. */
gboolean
sz_fields_add_teaching (GPtrArray *fields, SzOffice *office, gint64 contract_id, GError **error);

G_END_DECLS
