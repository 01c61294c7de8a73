/* sz-scheme-tab.h — how a post is filled, and the sentence of its scores with its reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/** SzSchemeTab: 成绩构成 of a post. What is typed is read at once, by the rules of the plan;
 *  Return saves it, once it can be read. */
#define SZ_TYPE_SCHEME_TAB (sz_scheme_tab_get_type ())
G_DECLARE_FINAL_TYPE (SzSchemeTab, sz_scheme_tab, SZ, SCHEME_TAB, GtkWidget)

/** sz_scheme_tab_new: @page outlives it. */
GtkWidget *sz_scheme_tab_new (SzPage *page);
/** sz_scheme_tab_show: @desk, @code (nullable): nothing. What is being typed for the same post
 *  stays. */
void sz_scheme_tab_show (SzSchemeTab *self, SzRecruitDesk *desk, const char *code);
/** sz_scheme_tab_type: as if typed; sz_scheme_tab_get_reading: (transfer none): what is said
 *  beside it. For tests. */
void sz_scheme_tab_type (SzSchemeTab *self, const char *text);
const char *sz_scheme_tab_get_reading (SzSchemeTab *self);

G_END_DECLS
