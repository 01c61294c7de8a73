/* sz-scheme-reader.h — a scheme from parsed JSON, every fault with its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-error.h"
#include "sz-scheme.h"

G_BEGIN_DECLS

/** sz_scheme_reader_read: fills the empty @scheme from the object @root as far as it can be read.
 */
void sz_scheme_reader_read (json_t *root, SzScheme *scheme, SzIssueList *issues);

G_END_DECLS
