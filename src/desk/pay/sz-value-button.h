/* sz-value-button.h — a button that says a value; what it is made of is chosen below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzValueButton: base class. Signal "changed": by the user. */
#define SZ_TYPE_VALUE_BUTTON (sz_value_button_get_type ())
G_DECLARE_DERIVABLE_TYPE (SzValueButton, sz_value_button, SZ, VALUE_BUTTON, GtkWidget)

struct _SzValueButtonClass
{
  GtkWidgetClass parent_class;

  /* (transfer full): the value in words; "" for none. */
  char *(*describe) (SzValueButton *self);
};

/** sz_value_button_setup: @name: for assistive technology; @nothing: what the button says without
 * a value; @content: what opens below it. */
void sz_value_button_setup (SzValueButton *self,
                            const char *name,
                            const char *nothing,
                            GtkWidget *content);
/** sz_value_button_set_subject: (nullable): whose value it is, for assistive technology. */
void sz_value_button_set_subject (SzValueButton *self, const char *subject);
/** sz_value_button_set_showing: while TRUE what changes below is not the user's doing; after it the
 * button says the value. */
void sz_value_button_set_showing (SzValueButton *self, gboolean showing);
/** sz_value_button_changed: for handlers of what stands below. */
void sz_value_button_changed (SzValueButton *self);

/** sz_value_button_make_caption: (transfer floating): of a group of what stands below. */
GtkWidget *sz_value_button_make_caption (const char *text);

G_END_DECLS
