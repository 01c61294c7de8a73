/* sz-what-if-pane.h — 试算名单: would people fit into other posts, one after another (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

/**
 * SzWhatIfPane: people and the level each is asked to, judged in their order as of the page's day.
 * People are added by name or dropped from the details; a level is chosen in the row; drag, or
 * Alt+↑ and Alt+↓, change the order, Delete takes one out.
 *
 * Signal "judged": sz_what_if_pane_dup_after() says something else.
 */
#define SZ_TYPE_WHAT_IF_PANE (sz_what_if_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzWhatIfPane, sz_what_if_pane, SZ, WHAT_IF_PANE, GtkBox)

/** sz_what_if_pane_new: (transfer floating): @page: whose day and tasks it uses; must outlive it.
 */
GtkWidget *sz_what_if_pane_new (SzPage *page);
/** sz_what_if_pane_add: @who: a staff number, or a name; @level: "" for the one above the own. */
void sz_what_if_pane_add (SzWhatIfPane *self, const char *who, const char *level);
/** sz_what_if_pane_judge: again, as of the page's day. */
void sz_what_if_pane_judge (SzWhatIfPane *self);
/** sz_what_if_pane_dup_after: (transfer full): "3:71;4:70;": places and who sits there after the
 * list; "" without one. */
char *sz_what_if_pane_dup_after (SzWhatIfPane *self);
void sz_what_if_pane_focus (SzWhatIfPane *self);

G_END_DECLS
