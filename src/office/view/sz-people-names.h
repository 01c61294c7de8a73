/* sz-people-names.h — the names of everybody: their places in each order, and how they are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-namekey.h"

G_BEGIN_DECLS

/**
 * SzPeopleNames: each different name (with its corrected pinyin) once. It knows no database and may
 * be made in any thread; afterwards it does not change (RULE ppl-5, ppl-6).
 */
typedef struct _SzPeopleNames SzPeopleNames;

/** sz_people_names_new: @names: @n pairs of a name and its corrected pinyin ("" else), both ended
 * by NUL, one after the other. */
SzPeopleNames *sz_people_names_new (const char *names, guint n);
void sz_people_names_free (SzPeopleNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPeopleNames, sz_people_names_free)

/** sz_people_names_get_ranks: (transfer none): @n numbers; equal ones sort alike. */
const guint32 *sz_people_names_get_ranks (const SzPeopleNames *names, SzNameOrder order);

/** sz_people_names_find: (transfer full): one byte a name: 1 where @text is found (RULE ppl-6). */
guint8 *sz_people_names_find (const SzPeopleNames *names, const char *text);

G_END_DECLS
