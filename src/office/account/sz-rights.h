/* sz-rights.h — who may what: roles, and the one table of acts and readings (RULE acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

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

/** SzRight: one line: an act by its kind, or a reading, which begins with "read.". */
typedef struct
{
  const char *act;
  SzRoles roles;
} SzRight;

/** sz_rights: ended by a line without an act. */
const SzRight *sz_rights (void);

/** sz_rights_find: (nullable): the line of an act: a kind that has none is done by nobody. */
const SzRight *sz_rights_find (const char *act);

/** sz_roles_parse: words with "," between them; FALSE: one is unknown, or there is none. */
gboolean sz_roles_parse (const char *text, SzRoles *roles);
/** sz_roles_dup_words: (transfer full): "personnel,finance". */
char *sz_roles_dup_words (SzRoles roles);
/** sz_role_word: of one role. */
const char *sz_role_word (SzRoles role);

/**
 * sz_office_allow:
 * @act: a line of the table
 *
 * The one question that every act and reading asks (RULE acc-3). Everything may be done where there
 * are no accounts. REFUSED "account.sign_in": nobody has signed in; "account.closed";
 * "role.denied" (role, act).
 */
gboolean sz_office_allow (SzOffice *office, const char *act, GError **error);

/** sz_office_allow_undo: whether the act of the id @act_id may be taken back: by who may do it. */
gboolean sz_office_allow_undo (SzOffice *office, const char *act_id, GError **error);

/** sz_office_require: the same, and a refusal is left in the log: for readings and for commands. */
gboolean sz_office_require (SzOffice *office, const char *act, GError **error);

/** sz_office_allow_run: whether amounts of persons in the run are shown: to a leader only from its
 *  review on. REFUSED as above; it leaves its trace. */
gboolean sz_office_allow_run (SzOffice *office, gint64 run, GError **error);

G_END_DECLS
