/* sz-param-voice.h — the value of a parameter as people write it: units, percent, words (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_param_say: (transfer full): the JSON text @json as a line: "80%", "400.00 hours", "counted",
 *  "理论 1.0 · 双语 1.2"; of what is deeper than a table, the names in it. */
char *sz_param_say (const char *key, const char *json);

/** sz_param_say_cell: (transfer full): a cell of its table, without the unit. */
char *sz_param_say_cell (const char *key, const char *text);

/** sz_param_say_name: (transfer full): a name of its table: a code in words. */
char *sz_param_say_name (const char *key, const char *text);

/** sz_param_hear_cell: (transfer full): back: "80%" is 0.80, a word of the choices its code; other
 *  text stays, for the rule to judge. */
char *sz_param_hear_cell (const char *key, const char *text);

/** sz_param_unit: (nullable): what its figures are: "hours"; of shares %NULL, they show "%". */
const char *sz_param_unit (const char *key);

/** sz_param_heading: (transfer full) (nullable): of a column of its table, from 0. */
char *sz_param_heading (const char *key, guint column);

/** sz_param_choices: (transfer full) (nullable): the codes that @json, a word, may be changed to;
 *  %NULL where it is no word of known ones. */
GStrv sz_param_choices (const char *key, const char *json);

G_END_DECLS
