/* sz-draft-word.h — lines of a standard that is edited, and its words in the user's language (RULE
 * ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzDraftKind: what a line of the draft is. */
typedef enum
{
  SZ_DRAFT_STANDARD,
  SZ_DRAFT_LEVEL,
  SZ_DRAFT_COMMON, /* what holds on every path of a level */
  SZ_DRAFT_PATH,
  SZ_DRAFT_CONDITION,
  SZ_DRAFT_GROUP,
  SZ_DRAFT_ITEM, /* of achievements */
  SZ_N_DRAFT_KINDS
} SzDraftKind;

/** sz_draft_word: what a word of the file means: "any" → 任一项; translated; other words as they
 * are. */
const char *sz_draft_word (const char *word);

G_END_DECLS
