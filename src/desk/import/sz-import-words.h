/* sz-import-words.h — findings in the words of the assistant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"

G_BEGIN_DECLS

/** sz_import_words: (transfer full): the sentence alone, without its place; where the remedy is a
 *  switch of the assistant, that one is named. */
char *sz_import_words (const SzIssue *issue);

G_END_DECLS
