/* sz-people-roster.h — the roster printed and saved from the page of the people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-people-page.h"

G_BEGIN_DECLS

/** _sz_people_page_install_roster: "people.print" and "people.export" (".xlsx", ".pdf", ".csv"):
 * the roster as of the page's day, with Ctrl+P and Ctrl+E. */
void _sz_people_page_install_roster (GtkWidgetClass *widget_class);
/** _sz_people_page_update_roster: @n_people in the college: nobody makes no roster. */
void _sz_people_page_update_roster (SzPeoplePage *self, guint n_people);

G_END_DECLS
