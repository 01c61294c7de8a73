/* sz-target-lists.h — the lists of the page of targets, and which of them a target has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** All targets in one list: a way to choose one, to copy and to print them. */
#define SZ_TARGET_LIST_ALL "targets"

/** sz_target_lists: (transfer none): all of them, ended by a NULL name; made once. The data of a
 * register's list is its #SzRegister. */
const SzListView *sz_target_lists (void);
/** sz_target_tabs: (transfer none): the names of the lists of the target @id: its entries, what it
 * is counted from, who is missing; @id (nullable): of one that has no register. */
const char *const *sz_target_tabs (const char *id);

G_END_DECLS
