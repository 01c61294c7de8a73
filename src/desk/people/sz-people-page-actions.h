/* sz-people-page-actions.h — what the buttons of the people page do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-people-page.h"

G_BEGIN_DECLS

/** _sz_people_page_install_actions: in class_init: people.new, edit, change, correct, leave, why,
 * export, print, and their keys. */
void _sz_people_page_install_actions (GtkWidgetClass *widget_class);
/** _sz_people_page_allow_roster: nobody makes no roster. */
void _sz_people_page_allow_roster (SzPeoplePage *self, gboolean allow);
/** _sz_people_page_get_departments: (nullable): names that somebody has. */
GPtrArray *_sz_people_page_get_departments (SzPeoplePage *self);

G_END_DECLS
