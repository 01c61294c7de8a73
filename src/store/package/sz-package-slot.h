/* sz-package-slot.h — who may open a package: key slots (RULE pkg-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "sz-error.h"

G_BEGIN_DECLS

#define SZ_PACKAGE_KEY_BYTES 32
#define SZ_PACKAGE_PREFIX_BYTES 16
#define SZ_PACKAGE_SLOT_BYTES 128
#define SZ_PACKAGE_SLOTS_MAX 16

/** SzPackageOpener: what somebody has to open a package with; either may be %NULL. */
typedef struct
{
  const char *password;
  const guint8 *secret; /* X25519, 32 bytes */
  const guint8 *key;    /* the file key itself: of whoever has only just made it */
} SzPackageOpener;

/** SzPackageSealer: for whom a package is made: a password, public keys (X25519), or both. */
typedef struct
{
  const char *password;     /* (nullable) */
  const guint8 *recipients; /* one after the other */
  guint n_recipients;
} SzPackageSealer;

/** sz_package_slots_count: how many slots @sealer wants. */
guint sz_package_slots_count (const SzPackageSealer *sealer);

/** sz_package_slots_seal: fills the slots; @prefix: the first 16 bytes of the file. */
gboolean sz_package_slots_seal (const SzPackageSealer *sealer,
                                const guint8 *prefix,
                                const guint8 *key,
                                guint8 *slots,
                                GError **error);

/** sz_package_slots_check: FORMAT "package.kdf_limit" before anything is computed: what a slot asks
 *  of memory and time lies outside of 1 ≤ t ≤ 10, 8 MiB … 1 GiB. */
gboolean sz_package_slots_check (const guint8 *slots, guint n, GError **error);

/** sz_package_slots_open: the file key into @key; REFUSED "package.wrong_key" when no slot opens.
 */
gboolean sz_package_slots_open (const guint8 *prefix,
                                const guint8 *slots,
                                guint n,
                                const SzPackageOpener *opener,
                                guint8 *key,
                                GError **error);

G_END_DECLS
