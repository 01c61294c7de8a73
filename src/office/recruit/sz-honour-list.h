/* sz-honour-list.h — the list of honours that open the way to direct assessment, line by line as
 * its sheet 直接考察荣誉清单 (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-office.h"
#include "sz-param.h"

G_BEGIN_DECLS

#define SZ_HONOUR_LIST_KEY "recruit.honours"

/** SzHonourLine: an honour with several team sizes stands once for each. */
typedef struct
{
  char *code;
  char *name;
  char *level;
  char *others; /* 别名, parted by 、 */
  char *source; /* 文号 */
  int team;     /* 队员数, 0: none said */
  int lowest;   /* 最低名次, 0: any rank counts */
} SzHonourLine;

void sz_honour_line_clear (SzHonourLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzHonourLine, sz_honour_line_clear)

/** sz_honour_list_find: (nullable) (transfer none): the honour of that code in the value of the
 * parameter. */
json_t *sz_honour_list_find (json_t *list, const char *code);
/** sz_honour_list_join: the line becomes an honour of its own, or one more team size of it. */
void sz_honour_list_join (json_t *list, const SzHonourLine *line);
/** sz_honour_list_param: (transfer full) (nullable): the newest list; CORRUPT when it is none. */
SzParam *sz_honour_list_param (SzOffice *office, GError **error);
/** sz_honour_list_lines: (transfer full) (element-type SzHonourLine): of sz_honour_list_param(). */
GArray *sz_honour_list_lines (const SzParam *param, GError **error);

G_END_DECLS
