/* sz-sniff-private.h — the kind of a file by what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-input-private.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_SNIFF_ZIP,
  SZ_SNIFF_XLS,
  SZ_SNIFF_TEXT,
  SZ_SNIFF_ENCRYPTED,
  SZ_SNIFF_OTHER,
  SZ_SNIFF_FAILED, /* could not be read, with @error */
} SzSniff;

/** sz_sniff_input: @detail is set for OTHER: what it is instead, a detail of "file.format". */
SzSniff sz_sniff_input (const SzInput *input, const char **detail, GError **error);

/** sz_sniff_ole: an OLE container: XLS, ENCRYPTED, or OTHER. */
SzSniff sz_sniff_ole (const SzInput *input);

G_END_DECLS
