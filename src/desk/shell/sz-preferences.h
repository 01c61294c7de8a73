/* sz-preferences.h — language, colours, order of names, folder of backups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SZ_TYPE_PREFERENCES (sz_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SzPreferences, sz_preferences, SZ, PREFERENCES, AdwPreferencesWindow)

/** sz_preferences_new: whatever is changed is in @settings at once; the language counts from the
 * next start. @parent nullable. */
SzPreferences *sz_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
