/* sz-package-diff.h — taking over: what a package would change here (RULE pkg-5, pkg-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-office.h"

G_BEGIN_DECLS

/** SzPackageSource: a package, and the password for it. */
typedef struct
{
  const char *file;
  const char *password; /* (nullable): one's own key then */
} SzPackageSource;

typedef enum
{
  SZ_HANDOVER_NEW,
  SZ_HANDOVER_CHANGED,
  SZ_HANDOVER_KEPT,
  SZ_HANDOVER_DELETED,
  SZ_HANDOVER_CONFLICT,
} SzHandoverState;

/** SzHandoverItem: a row that differs. Values are JSON arrays in our order; %NULL: none. */
typedef struct
{
  const char *table;
  char *key;
  SzHandoverState state;
  const char *why; /* of a conflict: "changed_here", "deleted_here", "renumbered", "both" */
  guint place;     /* among all that differ, as they came */
  gint64 id;       /* of mine; 0: none */
  gint64 row_version;
  char *mine;
  char *theirs;
  char *base;
} SzHandoverItem;

typedef struct
{
  gint64 n_new;
  gint64 n_changed;
  gint64 n_same;
  gint64 n_kept;
  gint64 n_deleted;
  gint64 n_conflicts;
  GPtrArray *items; /* of SzHandoverItem, by table in the part's order, then key */
} SzPackageDiff;
void sz_package_diff_free (SzPackageDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPackageDiff, sz_package_diff_free)

/** sz_handover_state_word: "new", "changed", "kept", "deleted", "conflict". */
const char *sz_handover_state_word (SzHandoverState state);

/** sz_handover_item_fields: (transfer full): the fields in which mine, theirs and base differ. */
json_t *sz_handover_item_fields (const SzHandoverItem *item);

/** sz_office_package_show: (transfer full): what is in it and from whom; of unknown senders too. */
json_t *sz_office_package_show (SzOffice *office, const SzPackageSource *source, GError **error);

/** sz_office_package_diff: (transfer full): the errors of RULE pkg-5 but for an unknown sender and
 *  conflicts. */
SzPackageDiff *
sz_office_package_diff (SzOffice *office, const SzPackageSource *source, GError **error);

G_END_DECLS
