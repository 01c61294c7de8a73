/* sz-quota-holders.h — who holds places of the part-time quota on a day (RULE rec-9, rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** sz_describe_quota_day: (transfer full): an SzListDetailsFunc; @id is the day, an SzDate: the
 *  contracts, open cases and posts that count on it, each with the way to it. */
SzListDetails *sz_describe_quota_day (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error);

G_END_DECLS
