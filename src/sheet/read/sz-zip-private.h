/* sz-zip-private.h — a zip container made by strangers, behind caps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-input-private.h"

G_BEGIN_DECLS

/** SzZip: the list of entries, judged as a whole before the first byte is inflated. */
typedef struct _SzZip SzZip;

/**
 * sz_zip_open:
 *
 * Refuses what is damaged ("file.format": zip, zip_duplicate, zip_overlap, zip_name,
 * zip_method), encrypted
 * ("file.encrypted"), or over a cap ("file.limit": entries, entry_bytes, total_bytes, ratio). The
 * sizes in the directory are binding: no entry ever gives more than it declares there.
 */
SzZip *sz_zip_open (SzInput *input, GError **error);
void sz_zip_free (SzZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzZip, sz_zip_free)

/** sz_zip_has: names are compared without regard to ASCII case, as the standard wants. */
gboolean sz_zip_has (SzZip *zip, const char *name);

/** SzZipPart: one entry being inflated; several may be open at the same time. */
typedef struct _SzZipPart SzZipPart;

/** sz_zip_part_open: "file.format" with detail part_missing or zip. */
SzZipPart *sz_zip_part_open (SzZip *zip, const char *name, GError **error);
void sz_zip_part_free (SzZipPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzZipPart, sz_zip_part_free)

/** sz_zip_part_read: 0 at the end, once the checksum has been found right; −1 with @error. */
gssize sz_zip_part_read (SzZipPart *part, void *buffer, gsize n, GError **error);
const char *sz_zip_part_name (const SzZipPart *part);
guint64 sz_zip_part_size (const SzZipPart *part);

G_END_DECLS
