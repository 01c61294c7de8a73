/* sz-people-source.h — where the list of people gets its ids: at once, then all, then in any order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-row.h"
#include "sz-view-people-list.h"

G_BEGIN_DECLS

/**
 * SzPeopleSource: first a screenful in service, then all of them, then a list of everybody that
 * filters, searches and sorts; its names' keys come last, made beside the reader. Meanwhile it
 * answers with what it has.
 *
 * Signals: "ready": the list can filter: departments and titles are known. "failed" (GError).
 */
#define SZ_TYPE_PEOPLE_SOURCE (sz_people_source_get_type ())
G_DECLARE_FINAL_TYPE (SzPeopleSource, sz_people_source, SZ, PEOPLE_SOURCE, GObject)

/**
 * SzPeopleArrivedFunc: ids to show.
 * @ids, @rows, @context: (transfer full): for sz_list_table_set_ids()
 * @asked: whether it is the answer to a new query: show it from its top
 */
typedef void (*SzPeopleArrivedFunc) (
    GArray *ids, GPtrArray *rows, GBytes *context, gboolean asked, gpointer user_data);

SzPeopleSource *
sz_people_source_new (SzListFetchFunc fetch, SzPeopleArrivedFunc arrived, gpointer user_data);

/** sz_people_source_load: everything anew, as of @day; the old list answers until the new one can.
 * @tasks nullable: nothing is open. */
void sz_people_source_load (SzPeopleSource *self, SzTasks *tasks, SzDate day);
/** sz_people_source_ask: (transfer full): the query that counts from now on. */
void sz_people_source_ask (SzPeopleSource *self, SzPeopleQuery *query);
/** sz_people_source_stop: nothing arrives any more. */
void sz_people_source_stop (SzPeopleSource *self);

gboolean sz_people_source_is_ready (SzPeopleSource *self);
/** sz_people_source_is_answered: no query waits for its answer. */
gboolean sz_people_source_is_answered (SzPeopleSource *self);
/** sz_people_source_is_settled: ready, with names, and nothing under way. */
gboolean sz_people_source_is_settled (SzPeopleSource *self);
/** sz_people_source_get_size: how many people there are, shown or not; of a ready one. */
guint sz_people_source_get_size (SzPeopleSource *self);
/** sz_people_source_get_departments, _titles: (transfer none) (nullable): as of "ready". */
GPtrArray *sz_people_source_get_departments (SzPeopleSource *self);
GPtrArray *sz_people_source_get_titles (SzPeopleSource *self);

G_END_DECLS
