/* desk-fixture.h — widgets on a display without anybody in front of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** desk_init: GTK, the resources, a home of its own; the test's main calls it first. */
void desk_init (int *argc, char ***argv);

/** desk_demo: (transfer full): the path of a new demo college of 2025. */
char *desk_demo (guint people);
/** desk_demo_free: removes it. */
void desk_demo_free (char *path);

/** DeskCondition: whether to stop waiting. */
typedef gboolean (*DeskCondition) (gpointer data);
/** desk_wait: turns the main loop until @condition holds; stops the test after ten seconds. */
void desk_wait (DeskCondition condition, gpointer data);
/** desk_turn: everything that is pending now. */
void desk_turn (void);

/** desk_find: (nullable): the first widget below @root of @type whose @property is @value;
 * @property nullable. */
GtkWidget *desk_find (GtkWidget *root, GType type, const char *property, const char *value);

/** desk_assert_named: assistive technology has a name for each control below @root, popovers and
 * what is hidden too. For tests with GTK_A11Y=test. */
void desk_assert_named (GtkWidget *root);

G_END_DECLS
