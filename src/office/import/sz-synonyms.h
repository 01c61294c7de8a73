/* sz-synonyms.h — how offices write headings and values (RULE ppl-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzSynonyms: the shipped ones and, over them, what the college added. */
typedef struct _SzSynonyms SzSynonyms;

/** sz_synonyms_new: @store (nullable): without it only the shipped ones. */
SzSynonyms *sz_synonyms_new (SzStore *store, GError **error);
void sz_synonyms_free (SzSynonyms *synonyms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSynonyms, sz_synonyms_free)

/** sz_synonyms_headings: (nullable): other ways to write the official @heading, NULL-terminated:
 *  those of the section of @kind in data/synonyms.json, and what every kind knows. */
const char *const *
sz_synonyms_headings (SzSynonyms *synonyms, const char *kind, const char *heading);

/** sz_synonyms_word: (nullable): the official word that @text (folded) means under @heading of
 *  @kind, by the kind's section. */
const char *
sz_synonyms_word (SzSynonyms *synonyms, const char *kind, const char *heading, const char *text);

/** sz_synonyms_code: the value of @table that @text means; NULL when unknown. */
const SzCode *sz_synonyms_code (SzSynonyms *synonyms, SzCodeTable table, const char *text);

G_END_DECLS
