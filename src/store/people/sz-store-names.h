/* sz-store-names.h — everybody's names and numbers, for search and matching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/** SzPersonName: what search and row matching need of a person. Strings borrowed from the list. */
typedef struct
{
  gint64 id;
  const char *staff_no;
  const char *name;
  const char *pinyin;
  const char *id_number;
} SzPersonName;

/** SzPersonNames: bytewise by staff number, in one block of memory. */
typedef struct
{
  SzPersonName *people;
  gsize n_people;
  /* private */
  gpointer storage;
} SzPersonNames;

/** sz_store_people_names: (transfer full): of everybody, gone or not. */
SzPersonNames *sz_store_people_names (SzStore *store, GError **error);
void sz_person_names_free (SzPersonNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPersonNames, sz_person_names_free)
/** sz_person_names_find: by staff number, by bisection; NULL when unknown. */
const SzPersonName *sz_person_names_find (const SzPersonNames *names, const char *staff_no);

G_END_DECLS
