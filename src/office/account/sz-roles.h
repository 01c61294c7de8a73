/* sz-roles.h — the roles of an account 角色 (RULE acc-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_ROLE_NONE = 0,
  SZ_ROLE_PERSONNEL = 1 << 0,     /* 人事 */
  SZ_ROLE_FINANCE = 1 << 1,       /* 财务 */
  SZ_ROLE_LEADER = 1 << 2,        /* 领导 */
  SZ_ROLE_SUPERVISOR = 1 << 3,    /* 监督 */
  SZ_ROLE_ADMINISTRATOR = 1 << 4, /* 管理员 */
} SzRoles;

#define SZ_ROLE_OFFICES (SZ_ROLE_PERSONNEL | SZ_ROLE_FINANCE)
#define SZ_ROLE_READERS (SZ_ROLE_OFFICES | SZ_ROLE_LEADER | SZ_ROLE_SUPERVISOR)
#define SZ_ROLE_ALL (SZ_ROLE_READERS | SZ_ROLE_ADMINISTRATOR)

/** sz_roles_parse: words with "," between them; FALSE: one is unknown, or there is none. */
gboolean sz_roles_parse (const char *text, SzRoles *roles);
/** sz_roles_dup_words: (transfer full): "personnel,finance". */
char *sz_roles_dup_words (SzRoles roles);
/** sz_roles_list: (transfer container) (element-type utf8): the word of each. */
GPtrArray *sz_roles_list (SzRoles roles);

G_END_DECLS
