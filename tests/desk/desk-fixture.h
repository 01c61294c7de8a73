/* desk-fixture.h — widgets on a display without anybody in front of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-field.h"
#include "sz-window.h"

G_BEGIN_DECLS

/** desk_init: GTK, the resources, a home of its own; the test's main calls it first. */
void desk_init (int *argc, char ***argv);
/** desk_keep_still: the window begins with the people and scans only when asked; desk_init() does.
 */
void desk_keep_still (void);

/** desk_demo: (transfer full): the path of a new demo college of 2025. */
char *desk_demo (guint people);
/** desk_demo_free: removes it. */
void desk_demo_free (char *path);

/** desk_window: a window on the college at @path, presented; @tasks: (out) (transfer full). */
SzWindow *desk_window (const char *path, SzTasks **tasks);
/** desk_take_down: destroys @window, waits for the work of @tasks (transfer full), and removes the
 * demo college at @path (transfer full). */
void desk_take_down (GtkWindow *window, SzTasks *tasks, char *path);

/** DeskCondition: whether to stop waiting. */
typedef gboolean (*DeskCondition) (gpointer data);
/** desk_wait: turns the main loop until @condition holds; stops the test after ten seconds. */
void desk_wait (DeskCondition condition, gpointer data);
/** desk_turn: everything that is pending now. */
void desk_turn (void);
/** desk_wait_frames: three frames of @widget: what was asked for is laid out and drawn. */
void desk_wait_frames (GtkWidget *widget);

/** desk_find: (nullable): the first widget below @root of @type whose @property is @value;
 * @property nullable. */
GtkWidget *desk_find (GtkWidget *root, GType type, const char *property, const char *value);

/** desk_find_dialog: (nullable): what is shown besides @window. */
GtkWidget *desk_find_dialog (GtkWidget *window);

/** desk_find_field: (nullable): the scheme's field below @root for @place: "pool". */
SzSchemeField *desk_find_field (GtkWidget *root, const char *place);
/** desk_type: replaces the text of the field for @place. */
void desk_type (GtkWidget *root, const char *place, const char *text);

/** desk_assert_named: assistive technology has a name for each control below @root, popovers and
 * what is hidden too. For tests with GTK_A11Y=test. */
void desk_assert_named (GtkWidget *root);

G_END_DECLS
