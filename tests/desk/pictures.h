/* pictures.h — pages whose states take many pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "camera.h"

G_BEGIN_DECLS

/** pictures_of_pay: the states of the page of performance pay, which is shown. */
void pictures_of_pay (Camera *camera, GtkWidget *window, GtkWidget *page);
/** pictures_of_runs: every tab of every run of the college, with what hangs over them. */
void pictures_of_runs (Camera *camera, GtkWidget *window, GtkWidget *page);
/** pictures_of_forms: the preview of each form, and the papers for a meeting. */
void pictures_of_forms (Camera *camera, GtkWidget *window, GtkWidget *page);
/** pictures_of_recruitment: the board and the tabs of a post. */
void pictures_of_recruitment (Camera *camera, GtkWidget *window, GtkWidget *page);

/** pictures_of_titles: the lists of posts and titles, and their dialogs. */
void pictures_of_titles (Camera *camera, GtkWidget *window);
/** pictures_of_watch: overview, targets, statistics and supervision. */
void pictures_of_watch (Camera *camera, GtkWidget *window);
/** pictures_of_sharing: two editors, packages, strips. pictures_of_accounts: of a college in which
 * one has to sign in. */
void pictures_of_sharing (Camera *camera, GtkWidget *window);
void pictures_of_accounts (Camera *camera, GtkWidget *window);
/** pictures_of_readme: what README and metainfo show. */
void pictures_of_readme (Camera *camera, GtkWidget *window);

G_END_DECLS
