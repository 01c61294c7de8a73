/* sz-standard-file.h — files of title standards and the honours list (RULE ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-title-standard.h"

G_BEGIN_DECLS

/** At most so large a file, and so deeply nested groups. */
#define SZ_STANDARD_BYTES_MAX (1024 * 1024)
#define SZ_STANDARD_DEPTH_MAX 8

/**
 * sz_standard_load: (transfer full)
 * @path: the file
 * @text: (out) (optional) (transfer full): as it stands in the file
 *
 * "standard.too_large" (file, max), "standard.format" (file, line, why): no JSON, or no standard.
 */
SzStandard *
sz_standard_load (const char *path, int place, GArray *faults, char **text, GError **error);

/**
 * sz_standard_parse: (transfer full)
 * @name: for the errors
 * @place: number among the files read together
 * @faults: what can be told of a condition or key goes there (standard.key_missing …)
 *
 * A standard with errors among its faults is not to be taken.
 */
SzStandard *
sz_standard_parse (const char *text, const char *name, int place, GArray *faults, GError **error);

/** sz_honours_shipped: (transfer full): the honours list of the program. */
SzHonours *sz_honours_shipped (void);

/** sz_standards_shipped: (transfer full) (element-type utf8): texts of the standards of the
 *  program. */
GPtrArray *sz_standards_shipped (void);

G_END_DECLS
