/* sz-package-apply.h — a package taken over, all or nothing, and taken back (RULE pkg-7, pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-package-diff.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_TAKE_NEITHER, /* a conflict refuses the whole */
  SZ_TAKE_THEIRS,
  SZ_TAKE_MINE,
} SzTake;

/** SzPackageDecisions: about conflicts; @rows: "table\tkey" → GINT_TO_POINTER (SzTake), before
 *  @all. */
typedef struct
{
  SzTake all;
  GHashTable *rows; /* (nullable) */
} SzPackageDecisions;

/** sz_package_decisions_read: (transfer full): lines "table,key,theirs|mine" of the CSV file.
 *  FORMAT "package.decision" (file, row). */
GHashTable *sz_package_decisions_read (const char *file, GError **error);

typedef struct
{
  char *package;
  char *act;
  gint64 inserted;
  gint64 updated;
  gint64 deleted;
  gint64 kept;
  gint64 run;            /* RULE pkg-8: the run that came in; 0: none */
  gboolean inputs_equal; /* computed here it would stand on the same */
  guint n_differ;        /* inputs that differ */
} SzPackageApplied;
void sz_package_applied_clear (SzPackageApplied *applied);

/** sz_office_package_apply: one act "package.apply" behind a kept copy of the college. All errors
 * of RULE pkg-5; refused attempts are in the log too. "package.conflicts" (count). */
gboolean sz_office_package_apply (SzOffice *office,
                                  const SzPackageSource *source,
                                  const SzPackageDecisions *decisions,
                                  SzPackageApplied *applied,
                                  GError **error);

/** SzPackageEntry: one line of what went out and came in. */
typedef struct
{
  gint64 no;
  char *direction;
  char *package;
  gint64 number;
  char *part;
  char *at;
  char *who;
  char *sender; /* name of the key, or its fingerprint */
  gboolean undone;
} SzPackageEntry;

/** sz_office_packages: (transfer full) (element-type SzPackageEntry): by no. */
GPtrArray *sz_office_packages (SzOffice *office, GError **error);

/** sz_office_package_undo: REFUSED "package.unknown" (no), "package.not_in" (no), and what undo
 *  refuses. */
gboolean sz_office_package_undo (SzOffice *office, gint64 no, gint64 *n_rows, GError **error);

G_END_DECLS
