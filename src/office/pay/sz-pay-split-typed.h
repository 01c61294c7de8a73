/* sz-pay-split-typed.h — the amounts of a department as they were typed (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzSplitTyped: amounts typed on the screen instead of a sheet. @cells: for each row the staff
 *  number, then a text for each component of SzSplitView, "—" where nobody is admitted. */
typedef struct
{
  const char *token; /* of SzSplitPeople */
  const char *const *cells;
  guint n_rows;
  guint n_components;
} SzSplitTyped;

G_END_DECLS
