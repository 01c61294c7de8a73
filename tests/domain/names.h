/* names.h — made-up names for laws and benches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/** make_name: (transfer full) — a surname, one in twenty compound, with one or two characters. */
char *make_name (GRand *random);

/** pick_part: (transfer full) — some characters out of the middle of a text. */
char *pick_part (GRand *random, const char *text);
