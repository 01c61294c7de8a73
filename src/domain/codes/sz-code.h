/* sz-code.h — one value of a code table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzCode: one value of a table. @code is what is stored (the standard's code, or a stable English
 * word where no standard exists), @name the official Chinese term that people read and write.
 */
typedef struct
{
  int value; /* the enum value where the table has one, else its order */
  const char *code;
  const char *name;
} SzCode;

G_END_DECLS
