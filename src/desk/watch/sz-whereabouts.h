/* sz-whereabouts.h — where in the window a thing stands that a finding, a fact or a date is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_whereabouts_of: (transfer full): where the page says of a kind stands, for sz_page_go()
 * @page: of a finding or of something due: "rectify"
 * @parts: the names of what @subject consists of, "year|indicator"
 * @subject: parted by | too
 */
char *sz_whereabouts_of (const char *page, const char *parts, const char *subject);

/** sz_whereabouts_of_fact: (nullable) (transfer full): the row that a fact names: "staff_no",
 * "1034"; NULL: it names none. */
char *sz_whereabouts_of_fact (const char *name, const char *value);

G_END_DECLS
