/* sz-version.c — which state of the sources a program was made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-version.h"

#include "sz-office.h"

/* Of sz-commit.c, which is written while the program is built. */
extern const char sz_commit[];

char *
sz_version_dup_text (void)
{
  return g_strdup_printf ("%s (commit %s, schema %d)", SHIZI_VERSION, sz_commit,
                          sz_office_schema ());
}
