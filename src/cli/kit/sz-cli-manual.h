/* sz-cli-manual.h — the manual page and the completion of a shell, from the tables of the commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"

G_BEGIN_DECLS

/** sz_cli_dup_manual: (transfer full): shizictl(1) in roff. @duties: ended by NULL. */
char *sz_cli_dup_manual (const SzCliDuty *const *duties);

/** SzCliWords: what may stand for a word of a command: "KIND" → kinds of import. @words: ended by
 *  NULL. */
typedef struct
{
  const char *value; /* as the usage shows it */
  const char *const *words;
} SzCliWords;

/** sz_cli_dup_completion: (transfer full): for bash. @known: ended by a NULL value. */
char *sz_cli_dup_completion (const SzCliDuty *const *duties, const SzCliWords *known);

G_END_DECLS
