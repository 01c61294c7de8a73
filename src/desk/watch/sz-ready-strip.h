/* sz-ready-strip.h — the way from the roster to F20: what is there, what is missing, each with its
 * action
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-readiness.h"

G_BEGIN_DECLS

/** SzReadyStrip: buttons in a row. What is there leads to its page, what is missing to what brings
 * it (win.page, win.import, win.form). Signal "new-year": somebody wants to begin one. */
#define SZ_TYPE_READY_STRIP (sz_ready_strip_get_type ())
G_DECLARE_FINAL_TYPE (SzReadyStrip, sz_ready_strip, SZ, READY_STRIP, AdwBin)

GtkWidget *sz_ready_strip_new (void);
void sz_ready_strip_show (SzReadyStrip *self, const SzReadiness *readiness);

G_END_DECLS
