/* pictures.h — a window comes to rest and its picture is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-window.h"

G_BEGIN_DECLS

/** A page has so long to come to rest; a change within it, so long. */
#define PICTURES_REST_MS 1500
#define PICTURES_SHORT_REST_MS 400

/** PicturesPlace: where pictures go and what their names end in. */
typedef struct
{
  const char *folder;
  const char *suffix;
} PicturesPlace;

void pictures_rest (guint milliseconds);
/** pictures_take: @folder/@name-@suffix.png. */
void pictures_take (GtkWidget *window, const PicturesPlace *place, const char *name);
/** pictures_find: (nullable): the first of @type that is to be seen. */
GtkWidget *pictures_find (GtkWidget *root, GType type);
/** pictures_choose_row: of the first table of @root that is to be seen. */
void pictures_choose_row (GtkWidget *root, guint row);

/** pictures_of_pay: the states of the page of performance pay, which is shown. */
void pictures_of_pay (GtkWidget *window, GtkWidget *page, const PicturesPlace *place);
/** pictures_of_forms: the preview of each form, and the papers for a meeting. */
void pictures_of_forms (GtkWidget *window, GtkWidget *page, const PicturesPlace *place);

G_END_DECLS
