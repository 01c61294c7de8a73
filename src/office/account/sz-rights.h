/* sz-rights.h — who may what: the one table of acts and readings (RULE acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-roles.h"

G_BEGIN_DECLS

/** SzRight: one line: an act by its kind, or a reading, which begins with "read.". */
typedef struct
{
  const char *act;
  SzRoles roles;
} SzRight;

/** sz_rights: ended by a line without an act. */
const SzRight *sz_rights (void);

/** sz_rights_of_step: (nullable): the line of a step of a case of @kind ("pay.run"). */
const char *sz_rights_of_step (const char *kind, const char *verb);

/** sz_rights_find: (nullable): the line of an act: a kind that has none is done by nobody. */
const SzRight *sz_rights_find (const char *act);

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
