/* sz-version.c — which state of the sources a program was made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-version.h"

#include "sz-commit.h"
#include "sz-office.h"

char *
sz_version_dup_text (void)
{
  return g_strdup_printf ("%s (commit %s, schema %d)", SHIZI_VERSION, SHIZI_COMMIT,
                          sz_office_schema ());
}
