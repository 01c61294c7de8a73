/* sz-surname.h — where a surname ends and how it is read (RULE ppl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_surname_get_compound: (nullable)
 * @name: a name without blanks
 *
 * The reading, "ou yang", of the compound surname (复姓) the name begins with. A name of just two
 * characters has none: 司马 is 司 with the given name 马.
 */
const char *sz_surname_get_compound (const char *name);

/**
 * sz_surname_get_readings: (nullable)
 *
 * Readings of a character as a surname, the likeliest first, separated by blanks: "zeng ceng";
 * %NULL when nothing but the dictionary needs asking.
 */
const char *sz_surname_get_readings (gunichar character);

/**
 * sz_surname_get_given_readings: (nullable)
 *
 * The same inside a given name: "yue le".
 */
const char *sz_surname_get_given_readings (gunichar character);

/** sz_surname_length: characters of the surname (尉迟, 欧阳, 司马 … are 2); a name of just two is
 * 司 with 马. */
int sz_surname_length (const char *name);

/** sz_surname_is_separator: blanks and the dots of 买买提·艾力, which no order and no search minds.
 */
gboolean sz_surname_is_separator (gunichar character);

G_END_DECLS
