/* sz-people-actions.h — what the buttons of the people page do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-people-page.h"

G_BEGIN_DECLS

/** _sz_people_page_install_actions: in class_init: people.new, edit, change, correct, leave,
 * copy-codes. */
void _sz_people_page_install_actions (GtkWidgetClass *widget_class);

/** _sz_people_page_get_current: the one person selected, 0: none or several. */
gint64 _sz_people_page_get_current (SzPeoplePage *self);
guint _sz_people_page_count_selected (SzPeoplePage *self);
/** _sz_people_page_get_departments: (nullable): names that somebody has. */
GPtrArray *_sz_people_page_get_departments (SzPeoplePage *self);
/** _sz_people_page_select: when the person is in the list. */
void _sz_people_page_select (SzPeoplePage *self, gint64 person_id);
/** _sz_people_page_copy: @with_codes: ID and account numbers too. */
void _sz_people_page_copy (SzPeoplePage *self, gboolean with_codes);

G_END_DECLS
