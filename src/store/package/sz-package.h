/* sz-package.h — what is inside a package: manifest, sections, end, signature (RULE pkg-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-package-reader.h"

G_BEGIN_DECLS

/* What stands before the hash under the signature. */
#define SZ_PACKAGE_SIGNED "SHIZI-PKG-1\n"

#define SZ_PACKAGE_ROWS_MAX 1000000
#define SZ_PACKAGE_COLUMNS_MAX 64
#define SZ_PACKAGE_TEXT_MAX (1024 * 1024)

/** SzPackage: a package that was read to its end and found sound: every hash, every row, the
 *  signature of @sender. */
typedef struct
{
  SzPackageReader *reader;
  json_t *manifest;
  const char *id; /* the texts are the manifest's */
  const char *part;
  const char *answers; /* (nullable) */
  const char *run;     /* (nullable) */
  const char *college;
  gint64 number;
  gint64 schema;
  int year; /* 0: none */
  gboolean complete;
  guint8 sender[32]; /* Ed25519 */
} SzPackage;

/** sz_package_open: the errors of sz_package_reader_open() and sz_package_reader_each(), and then
 *  FORMAT "package.damaged", "package.signature". */
SzPackage *sz_package_open (const char *path, const SzPackageOpener *opener, GError **error);
void sz_package_free (SzPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPackage, sz_package_free)

/** SzPackageRowFn: @section: index in the manifest; @columns: array of names; @row: array of
 * strings and integers as long as @columns, NULL where a section begins. */
typedef gboolean (*SzPackageRowFn) (
    guint section, const json_t *columns, const json_t *row, gpointer user_data, GError **error);

/** sz_package_each_row: the rows of a hand-over, section by section. */
gboolean
sz_package_each_row (SzPackage *package, SzPackageRowFn fn, gpointer user_data, GError **error);

/** sz_package_each_byte: the file that a backup holds. */
gboolean
sz_package_each_byte (SzPackage *package, SzPackageBytesFn fn, gpointer user_data, GError **error);

/** sz_package_section: (transfer none): its table; NULL behind the last. */
const char *sz_package_section (const SzPackage *package, guint section, gint64 *rows);

/** sz_package_dup_fingerprint: (transfer full): of a public key: eight groups of four hex digits.
 */
char *sz_package_dup_fingerprint (const guint8 *key);

G_END_DECLS
