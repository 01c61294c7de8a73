/* sz-words-register.c — sentences: rows of registers corrected by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

const SzWords sz_words_register[] = {
  { "register.value",
    N_ ("{column}: “{value}” is not understood; it is written like “{example}”.") },
  { "register.required", N_ ("{column} must be filled in.") },
  { "register.person", N_ ("Nobody has the staff number “{value}”.") },
  { "register.gone", N_ ("Somebody else has deleted this row meanwhile.") },
  { NULL },
};
