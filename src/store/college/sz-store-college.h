/* sz-store-college.h — what the college says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_store_dup_college: (transfer full): 院校名称. */
char *sz_store_dup_college (SzStore *store, GError **error);
/** sz_store_set_college: 院校名称, at most one. */
gboolean sz_store_set_college (SzAct *act, const char *name, GError **error);

/* Of a college that lived elsewhere before: the head that its log had when it came; and of one that
 * lives elsewhere now: where, and nothing is written here any more (RULE srv-14). */
#define SZ_STORE_MOVED_FROM "college.moved_from"
#define SZ_STORE_MOVED_TO "college.moved_to"

/** sz_store_dup_moved: (transfer full): of either kind, "" when it never moved. */
char *sz_store_dup_moved (SzStore *store, const char *kind, GError **error);
gboolean sz_store_set_moved (SzAct *act, const char *kind, const char *text, GError **error);

/** sz_store_is_empty: no person and no import batch: what `demo` may fill. */
gboolean sz_store_is_empty (SzStore *store, gboolean *empty, GError **error);

G_END_DECLS
