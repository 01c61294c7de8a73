/* sz-package-diff-private.h — a package that is taken over; for files of this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-natural.h"
#include "sz-office-private.h"
#include "sz-package-diff.h"
#include "sz-package.h"

G_BEGIN_DECLS

/** sz_package_take: (transfer full): opened with the password or one's own key. */
SzPackage *sz_package_take (SzOffice *office, const SzPackageSource *source, GError **error);

/** sz_package_asked: (nullable): what its part is of: the act of a run, a plan, a batch. */
const char *sz_package_asked (const SzPackage *package);

/** sz_package_check: what can be said before rows are compared; @known: its sender must be. */
gboolean
sz_package_check (SzOffice *office, const SzPackage *package, gboolean known, GError **error);

/** sz_package_dup_sender: (transfer full) (nullable): name of its key: one's own is "". */
char *sz_package_dup_sender (SzOffice *office, const SzPackage *package, GError **error);

/** sz_package_compare: (transfer full): @rows (nullable): gets every row that came, as
 *  SzHandoverItem: what the next package is compared with. */
SzPackageDiff *
sz_package_compare (SzOffice *office, SzPackage *package, GPtrArray *rows, GError **error);

/**
 * sz_package_find_recipients: keys (X25519) of the names in @to into @recipients, the names into
 * @peers. REFUSED "key.unknown" (name), "package.nobody", "package.password_short".
 */
gboolean sz_package_find_recipients (SzOffice *office,
                                     const char *const *to,
                                     const char *password,
                                     GByteArray *recipients,
                                     GString *peers,
                                     GError **error);

void sz_handover_item_free (SzHandoverItem *item);

G_END_DECLS
