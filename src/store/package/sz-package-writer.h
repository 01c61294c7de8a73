/* sz-package-writer.h — a hand-over package or an encrypted backup, made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-package-reader.h"

G_BEGIN_DECLS

/** SzPackageWriter: what goes inside, deflated in memory: the plain text never touches a disk. */
typedef struct _SzPackageWriter SzPackageWriter;

SzPackageWriter *sz_package_writer_new (SzPackageKind kind, const char *id);
void sz_package_writer_free (SzPackageWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPackageWriter, sz_package_writer_free)

/** sz_package_writer_add_line: compact JSON and LF; takes @line. FORMAT "package.too_large". */
gboolean sz_package_writer_add_line (SzPackageWriter *writer, json_t *line, GError **error);
/** sz_package_writer_add_bytes: of the file of a backup. */
gboolean sz_package_writer_add_bytes (SzPackageWriter *writer,
                                      const guint8 *bytes,
                                      gsize length,
                                      GError **error);

/**
 * sz_package_writer_finish:
 * @seed: of the sender's Ed25519 key, 32 bytes
 * @created: day
 * @path: REFUSED "package.exists" (file) when there is one
 *
 * Puts end and signature behind the lines, seals all, writes it under a temporary name, mode 0600,
 * synced, and gives it its name (RULE pkg-10).
 */
gboolean sz_package_writer_finish (SzPackageWriter *writer,
                                   const guint8 *seed,
                                   const char *created,
                                   const SzPackageSealer *sealer,
                                   const char *path,
                                   GError **error);

G_END_DECLS
