/* sz-establishment-parts.h — whom and which posts the bar of the establishment counts, as lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_established_columns, sz_read_established_cb: who is 在编 and in service on the day. */
extern const SzListColumn sz_established_columns[];
GPtrArray *sz_read_established_cb (SzOffice *office,
                                   const SzListView *view,
                                   const SzListAsk *ask,
                                   GCancellable *cancellable,
                                   GError **error);
/** sz_describe_established: (transfer full): with the way to the person. */
SzListDetails *sz_describe_established (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error);

/** sz_reserved_columns, sz_read_reserved_cb: the open posts of 在编 that reserve places on the day.
 */
extern const SzListColumn sz_reserved_columns[];
GPtrArray *sz_read_reserved_cb (SzOffice *office,
                                const SzListView *view,
                                const SzListAsk *ask,
                                GCancellable *cancellable,
                                GError **error);
/** sz_describe_reserved: (transfer full): with the way to the post. */
SzListDetails *sz_describe_reserved (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error);

/** sz_reserved_place: (transfer full): where the post @id stands, as of sz_page_go(); NULL with
 *  @error set, or without it when the post reserves nothing. */
char *sz_reserved_place (SzOffice *office, gint64 id, GError **error);

G_END_DECLS
