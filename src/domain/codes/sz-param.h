/* sz-param.h — parameters looked up for a date 参数 (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzParam: one row: a key has a value (JSON text) from a date, by a document, until a date (0:
 * open). */
typedef struct
{
  gint64 id;
  char *key;
  char *value;  /* JSON text: a number in decimal string, a table as an object */
  char *source; /* 文号 */
  SzDate from;
  SzDate to;
  gboolean preset; /* shipped with the program; a college's own row wins, whatever its dates */
} SzParam;

void sz_param_clear (SzParam *param);

/** sz_param_at: the row of @key in force on @day: the college's own before presets, then the latest
 *  beginning; NULL when none. */
const SzParam *sz_param_at (const SzParam *params, gsize n, const char *key, SzDate day);

G_END_DECLS
