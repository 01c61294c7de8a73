/* sz-people-finder.h — finding and sorting the people of a run by their names (RULE ppl-5, ppl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay.h"
#include "sz-people-names.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** SzPeopleFinder: keys are made in a thread of their own. Signal "ready": there are keys now. */
#define SZ_TYPE_PEOPLE_FINDER (sz_people_finder_get_type ())
G_DECLARE_FINAL_TYPE (SzPeopleFinder, sz_people_finder, SZ, PEOPLE_FINDER, GObject)

SzPeopleFinder *sz_people_finder_new (void);
/** sz_people_finder_set_people: copies the names; makes new keys when they are others than before.
 */
void sz_people_finder_set_people (SzPeopleFinder *self, const SzPayInput *input);
/** sz_people_finder_find: (transfer full) (nullable): one byte a person: 1 where @text is found in
 * name, pinyin or initials; %NULL while there are no keys. */
guint8 *sz_people_finder_find (SzPeopleFinder *self, const char *text);
/** sz_people_finder_get_ranks: (transfer none) (nullable): one number a person. */
const guint32 *sz_people_finder_get_ranks (SzPeopleFinder *self, SzNameOrder order);

G_END_DECLS
