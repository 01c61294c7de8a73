/* sz-duties.h — the duties of the sidebar, in the order of the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** SzDuty: one line a page. @title is a msgid; @key: the figure (or -) that shows it with Alt, 0
 * for none.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  char key;
  const char *right;   /* (nullable): the line of the table of rights that shows it (RULE acc-3) */
  const char *part_of; /* (nullable): the duty whose tab it is; it has no line in the sidebar */
} SzDuty;

/** sz_duties: ended by a NULL name. */
const SzDuty *sz_duties (void);

G_END_DECLS
