/* sz-ear.h — when to look whether others have written (RULE srv-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzEar: on the main thread: asks its owner to look, and waits for the next time when it has. */
typedef struct _SzEar SzEar;

/** SzEarFunc: look, and say sz_ear_wait() when it is known. */
typedef void (*SzEarFunc) (gpointer user_data);

SzEar *sz_ear_new (SzEarFunc ask, gpointer user_data);
void sz_ear_free (SzEar *ear);

/** sz_ear_ask: looks now, unless that is under way: then once more after it. */
void sz_ear_ask (SzEar *ear);

/** sz_ear_wait: until @fd has something; -1: for a second. */
void sz_ear_wait (SzEar *ear, int fd);

G_END_DECLS
