/* sz-input-private.h — the bytes of a file that somebody else made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-table-row.h"

G_BEGIN_DECLS

/**
 * SzInput: an opened regular file, read at any place through one descriptor, so that a file that is
 * replaced or removed meanwhile is still the file that was opened. Errors carry @name as "file".
 */
typedef struct
{
  gatomicrefcount refs;
  char *name; /* base name, for sentences */
  int fd;
  guint64 size;
  SzTableLimits limits;
} SzInput;

/** sz_input_open: "file.missing", "file.unreadable", "file.limit" (limit file_bytes). */
SzInput *sz_input_open (const char *path, const SzTableLimits *limits, GError **error);
SzInput *sz_input_ref (SzInput *input);
void sz_input_unref (SzInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzInput, sz_input_unref)

/** sz_input_read_at: up to @n bytes; fewer only at the end of the file; −1 with "file.unreadable".
 */
gssize
sz_input_read_at (const SzInput *input, guint64 offset, void *buffer, gsize n, GError **error);

/**
 * sz_input_refuse: "file.format"; @detail is one of the words listed below.
 * @where, @place: (nullable): "cell" and "B7", "line" and "12", or "part" and "xl/workbook.xml"
 *
 * Returns: %FALSE, always.
 */
gboolean sz_input_refuse (
    const SzInput *input, GError **error, const char *detail, const char *where, const char *place);
/** sz_input_exceed: "file.limit" with the name of the limit and its value; %FALSE, always. */
gboolean sz_input_exceed (const SzInput *input,
                          GError **error,
                          const char *limit,
                          guint64 value,
                          const char *where,
                          const char *place);
/** sz_input_encrypted: "file.encrypted"; %FALSE, always. */
gboolean sz_input_encrypted (const SzInput *input, GError **error);

G_END_DECLS
