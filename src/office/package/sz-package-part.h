/* sz-package-part.h — what can be handed over: parts and their tables (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gboolean of_year;          /* wants a year */
  const char *const *tables; /* ended by NULL; what others refer to stands first */
} SzPackagePart;

/** sz_package_part_find: (nullable): by its name. */
const SzPackagePart *sz_package_part_find (const char *name);

/** sz_package_part_dup_names: (transfer full): "people, workload, …". */
char *sz_package_part_dup_names (void);

G_END_DECLS
