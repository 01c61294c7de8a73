/* camera.h — pictures of windows, with what hangs over them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-task.h"

G_BEGIN_DECLS

/** Camera: where the pictures go and what all their names end in. */
typedef struct
{
  const char *folder;
  const char *suffix;
  SzTasks *tasks; /* (nullable): a picture waits for its reader and writer */
} Camera;

/** camera_prepare: nothing moves, no scan comes in between, one begins among the people; letters as
 * large as SHIZI_TEXT_PERCENT of the environment says ("150"). */
void camera_prepare (void);
/** camera_rest: until nothing is read, written, laid out or painted any more. */
void camera_rest (const Camera *self);
/** camera_take: @window with the popovers open over it; exits with a message when there is nothing
 * to be seen, for a missing picture looks like one that nobody wanted. */
void camera_take (Camera *self, GtkWidget *window, const char *name);
/** camera_find: the first mapped widget of @type below @root, NULL: none. @property (nullable):
 * whose value is to be the string @value. */
GtkWidget *camera_find (GtkWidget *root, GType type, const char *property, const char *value);
/** camera_choose_rows: @n rows from @first of the first table of @root; none when it has fewer. */
void camera_choose_rows (Camera *self, GtkWidget *root, guint first, guint n);

G_END_DECLS
