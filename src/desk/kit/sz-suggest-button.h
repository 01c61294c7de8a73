/* sz-suggest-button.h — what is already known, beside an entry, to choose instead of typing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-posts.h"

G_BEGIN_DECLS

/**
 * SzSuggestButton: ▾ beside an entry. It lists what holds the text typed so far, or everything when
 * nothing does; Alt+Down in the entry opens it. Without choices it is not shown.
 */
#define SZ_TYPE_SUGGEST_BUTTON (sz_suggest_button_get_type ())
G_DECLARE_FINAL_TYPE (SzSuggestButton, sz_suggest_button, SZ, SUGGEST_BUTTON, GtkWidget)

/** sz_suggest_button_new: for @entry, which must live as long as the button; @label: translated. */
GtkWidget *sz_suggest_button_new (GtkEditable *entry, const char *label);

/** sz_suggest_button_offer: one more choice, below the others. */
void sz_suggest_button_offer (SzSuggestButton *self, const char *text);
/** sz_suggest_button_offer_posts: every level there is, 专技 first. */
void sz_suggest_button_offer_posts (SzSuggestButton *self);
void sz_suggest_button_clear (SzSuggestButton *self);

/** sz_suggest_button_is_new: there are choices, and what the entry says is none of them. */
gboolean sz_suggest_button_is_new (SzSuggestButton *self);

G_END_DECLS
