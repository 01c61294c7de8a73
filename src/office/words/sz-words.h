/* sz-words.h — the sentences behind the codes, a table a duty
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzWords: what one code says to people, as English msgids in which {name} stands for an argument.
 *
 * Beside the arguments of the code, findings have {file}, {sheet}, {row}, {column} and {value}.
 * Three things happen by themselves:
 * - An argument whose value is a word of the tables is said in that word: "detail=doctype" puts the
 *   sentence of "detail.doctype" for {detail}; that sentence may have {names} of the same
 * arguments. So nothing is translated before it is put together.
 * - A code with a fuller sentence for when more is known: "db.busy+who" where {who} is given.
 * - A sentence that counts takes its plural form by the number in @count:
 *   `{ "rows.hidden", NP_ ("{count} hidden row …", "{count} hidden rows …"), .count = "count" }`
 *
 * A duty has a file `sz-words-DUTY.c` with its table, named in sz-words.c; a code stands in one
 * table only. Other places and tests need nothing.
 */
typedef struct
{
  const char *code;
  const char *sentence;
  const char *plural; /* of several; nullable */
  const char *count;  /* the argument that counts; nullable */
  const char *desk; /* in the window, where it has other remedies than the command line; nullable */
} SzWords;

/** sz_words_find: (nullable) (transfer none): by code. */
const SzWords *sz_words_find (const char *code);

/** sz_words_tables: (transfer none): all tables, ended by %NULL; each ends with a %NULL code. */
const SzWords *const *sz_words_tables (void);

G_END_DECLS
