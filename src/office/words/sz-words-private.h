/* sz-words-private.h — for the tables of sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib/gi18n.h>

#include "sz-words.h"

G_BEGIN_DECLS

/* One and several, marked for translators as a pair. */
#define NP_(one, several) one, several

extern const SzWords sz_words_account[];
extern const SzWords sz_words_case[];
extern const SzWords sz_words_college[];
extern const SzWords sz_words_file[];
extern const SzWords sz_words_import[];
extern const SzWords sz_words_package[];
extern const SzWords sz_words_pay[];
extern const SzWords sz_words_recruit[];
extern const SzWords sz_words_payrun[];
extern const SzWords sz_words_register[];
extern const SzWords sz_words_store[];
extern const SzWords sz_words_watch[];
extern const SzWords sz_words_titles[];

G_END_DECLS
