/* sz-package-reader.h — the sealed file of a hand-over package or an encrypted backup, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-package-slot.h"

G_BEGIN_DECLS

#define SZ_PACKAGE_MAGIC "SHIZIPKG"
#define SZ_PACKAGE_FORMAT 1
#define SZ_PACKAGE_HEADER_MAX 65536
#define SZ_PACKAGE_MESSAGE_MAX 65536
#define SZ_PACKAGE_INNER_MAX (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024)

typedef enum
{
  SZ_PACKAGE_HANDOVER = 1,
  SZ_PACKAGE_BACKUP = 2,
} SzPackageKind;

/** SzPackageReader: a file that was opened with a key. */
typedef struct _SzPackageReader SzPackageReader;

/**
 * sz_package_reader_open:
 *
 * RULE pkg-5, in this order: FORMAT "package.format", "package.version", "package.truncated",
 * "package.too_large", "package.kdf_limit"; REFUSED "package.wrong_key". IO "file.missing" and
 * "file.unreadable" (file, detail) before all.
 */
SzPackageReader *
sz_package_reader_open (const char *path, const SzPackageOpener *opener, GError **error);
void sz_package_reader_free (SzPackageReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPackageReader, sz_package_reader_free)

SzPackageKind sz_package_reader_get_kind (const SzPackageReader *reader);
/** sz_package_reader_get_id: of the open header. */
const char *sz_package_reader_get_id (const SzPackageReader *reader);
/** sz_package_reader_get_sha256: of the whole file, in hex. */
const char *sz_package_reader_get_sha256 (const SzPackageReader *reader);

/** SzPackageBytesFn: a piece of what is inside; FALSE with @error stops. */
typedef gboolean (*SzPackageBytesFn) (const guint8 *bytes,
                                      gsize length,
                                      gpointer user_data,
                                      GError **error);

/**
 * sz_package_reader_each:
 *
 * All that is inside, from its beginning, piece by piece; may be called again. FORMAT
 * "package.truncated", "package.damaged", "package.too_large" (more than it says of itself: the
 * rest is not even inflated), "package.trailing". What was given to @fn before an error is worth
 * nothing.
 */
gboolean sz_package_reader_each (SzPackageReader *reader,
                                 SzPackageBytesFn fn,
                                 gpointer user_data,
                                 GError **error);

G_END_DECLS
