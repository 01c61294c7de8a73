/* sz-package-look.h — a package as it is looked at before it is taken over (RULE pkg-5, pkg-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-package-diff.h"

G_BEGIN_DECLS

/** SzPackageLookField: one in which mine and theirs differ, as its sheet names and writes it; of
 * people by its name in the journal. */
typedef struct
{
  char *name;
  char *mine;
  char *theirs;
  char *base; /* (nullable): of what was handed over before */
} SzPackageLookField;

/** SzPackageLookRow: a row that differs. */
typedef struct
{
  char *table;
  char *key;
  SzHandoverState state;
  const char *why;   /* (nullable): of a conflict */
  GPtrArray *fields; /* of SzPackageLookField */
} SzPackageLookRow;

typedef struct
{
  char *part;
  gint64 number;
  char *from;    /* who made it */
  char *created; /* UTC */
  char *fingerprint;
  char *key;    /* of the sender, in hex */
  char *sender; /* (nullable): its name here: trusted */
  gint64 n_same;
  gint64 n_conflicts;
  GPtrArray *rows; /* of SzPackageLookRow: conflicts first, then as SzPackageDiff has them */
} SzPackageLook;

/** sz_office_package_look: (transfer full): the errors of sz_office_package_diff(). */
SzPackageLook *
sz_office_package_look (SzOffice *office, const SzPackageSource *source, GError **error);
void sz_package_look_free (SzPackageLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPackageLook, sz_package_look_free)

G_END_DECLS
