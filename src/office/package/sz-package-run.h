/* sz-package-run.h — a pay run that came from another office; for files of this room (RULE pkg-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-natural.h"
#include "sz-package-diff.h"
#include "sz-package-rows.h"
#include "sz-package.h"

G_BEGIN_DECLS

/** sz_package_run_judge: who moves a run that is here already must have the right to each step.
 *  REFUSED "role.denied" (role, act). */
gboolean sz_package_run_judge (SzOffice *office, const SzPackageDiff *diff, GError **error);

/** sz_package_run_settle: after the rows: *@run: the number it has here, 0 of any other part. */
gboolean sz_package_run_settle (
    SzAct *act, SzNatural *natural, const SzPackage *package, gint64 *run, GError **error);

/** sz_package_run_compare: whether the run stands on what is here today; *@n_differ: inputs that
 *  do not. */
gboolean sz_package_run_compare (
    SzOffice *office, gint64 run, gboolean *equal, guint *n_differ, GError **error);

/** sz_package_run_undo: takes the run out again. REFUSED "undo.not_possible" (act, table) when it
 *  was here before, "undo.changed_since" (act, table, row) when something was done to it. */
gboolean
sz_package_run_undo (SzAct *act, const SzPackageRow *package, gint64 *n_rows, GError **error);

/** sz_package_run_sender: (out) (transfer full): the name of the key that the run came with, or its
 *  fingerprint; %NULL of a run that was computed here. */
gboolean sz_package_run_sender (SzOffice *office, gint64 run, char **sender, GError **error);

G_END_DECLS
