/* sz-office-note.h — acts that write no rows but leave their trace (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office-private.h"

G_BEGIN_DECLS

/**
 * sz_office_note:
 * @summary: (transfer full): JSON object
 *
 * An act that writes no rows but leaves its trace: an export, a backup, a verify (RULE aud-1).
 */
gboolean sz_office_note (
    SzOffice *office, const char *kind, const char *source, json_t *summary, GError **error);

/** sz_office_note_file: the same about the file at @path: its base name and its SHA-256 go into the
 *  log; @file (nullable): where it lies now, when that is another place. */
gboolean sz_office_note_file (SzOffice *office,
                              const char *kind,
                              const char *path,
                              const char *file,
                              json_t *summary,
                              GError **error);

G_END_DECLS
