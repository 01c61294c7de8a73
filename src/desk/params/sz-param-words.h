/* sz-param-words.h — what the parameters mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzParamWord: @meaning is a msgid; @blank: JSON of a value to begin with where none is there. */
typedef struct
{
  const char *key;
  const char *meaning;
  const char *blank;
} SzParamWord;

/** sz_param_words: in the order of the page, ended by a NULL key. */
const SzParamWord *sz_param_words (void);
/** sz_param_meaning: translated; the key itself where nobody described it. */
const char *sz_param_meaning (const char *key);

G_END_DECLS
