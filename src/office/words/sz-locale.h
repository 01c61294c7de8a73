/* sz-locale.h — the language people read, decided once in main
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_locale_init:
 *
 * Sets the locale and binds the catalogue. Where the environment names no language (C, POSIX,
 * C.UTF-8 or nothing at all) people get Chinese: that is who the program is for. The catalogue is
 * looked for beside a program that runs from its build folder, else where it was installed.
 */
void sz_locale_init (void);

G_END_DECLS
