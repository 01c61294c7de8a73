/* sz-title-finding.h — one thing that does not fit in posts, titles and appointments (RULE ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzTitleFinding: NULL and 0 where it is about no such thing. */
typedef struct
{
  const char *code;
  char *staff_no;
  SzDate date;
  char *level;
  char *batch;
  int number; /* people over, members, working days */
} SzTitleFinding;

G_END_DECLS
