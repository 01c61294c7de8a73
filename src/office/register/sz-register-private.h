/* sz-register-private.h — what reading and correcting a register share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office-act.h"
#include "sz-register.h"
#include "sz-row-type.h"

G_BEGIN_DECLS

/** _sz_register_is_person: a staff number that is kept as the id of a person. */
gboolean _sz_register_is_person (const SzRegister *reg, const SzRegisterColumn *column);

/** _sz_register_make: (transfer full) (nullable): the row of the table that @row comes to;
 * _sz_register_write: (transfer full): what its cells say then. */
gpointer
_sz_register_make (SzOffice *office, const SzRegister *reg, SzRegisterRow *row, GError **error);
SzRegisterRow *
_sz_register_write (SzOffice *office, const SzRegister *reg, gconstpointer data, GError **error);

/** SzRegisterOwn: a register whose rows are no rows of a table but stand together in one place;
 * _put and _drop are called within an act. */
struct _SzRegisterOwn
{
  guint n_fields; /* the first of the kind are its columns */
  GPtrArray *(*read) (SzOffice *office, const SzRegister *reg, GError **error);
  /* @row takes the place of the one of its id, or comes last with id 0; its id is set. */
  gboolean (*put) (
      SzAct *act, SzOffice *office, const SzRegister *reg, SzRegisterRow *row, GError **error);
  gboolean (*drop) (SzAct *act, SzOffice *office, const GArray *ids, GError **error);
};
typedef struct _SzRegisterOwn SzRegisterOwn;

/** The list of honours, which is a parameter (RULE rec-8). */
extern const SzRegisterOwn _sz_register_honours;

G_END_DECLS
