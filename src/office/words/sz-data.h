/* sz-data.h — the data files shipped inside the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/**
 * sz_data_load: (transfer full)
 * @name: "parameters.json", "calendar.json" or "synonyms.json"
 *
 * The parsed file; it is compiled in, so that a missing or broken one is a fault of the build and
 * ends the program. Free with json_decref().
 */
json_t *sz_data_load (const char *name);

/** sz_data_dup_text: (transfer full): the file as it stands. */
char *sz_data_dup_text (const char *name);

G_END_DECLS
