/* sz-param-shape.h — what the value of a parameter must look like that no rule reads yet (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_param_shape_fits:
 * @preset, @value: JSON text
 *
 * Whether @value is of the shape of the preset: a number for a number (decimals as text, none
 * negative), one of the known words for a word, a table of as many columns for a table.
 */
gboolean sz_param_shape_fits (const char *key, const char *preset, const char *value);

G_END_DECLS
