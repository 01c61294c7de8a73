/* sz-register-conflict.c — a row of a register that somebody else changed meanwhile (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-register-conflict.h"

#include "sz-register-private.h"
#include "sz-row-type.h"

/* (transfer full) (nullable): as the row would be read once it is saved: 300.5 is 300.50. */
static SzRegisterRow *
write_out (SzOffice *office, const SzRegister *reg, SzRegisterRow *mine)
{
  gpointer data = reg->type != NULL ? _sz_register_make (office, reg, mine, NULL) : NULL;
  SzRegisterRow *row = NULL;

  if (data == NULL)
    return NULL;
  row = _sz_register_write (office, reg, data, NULL);
  sz_row_type_clear (reg->type, data);
  g_free (data);
  return row;
}

SzConflict *
sz_office_register_compare (SzOffice *office,
                            const SzRegister *reg,
                            const SzRegisterRow *base,
                            SzRegisterRow *mine,
                            GError **error)
{
  g_autoptr (SzRegisterRow) now = NULL;
  g_autoptr (SzRegisterRow) written = NULL;
  g_autoptr (SzConflict) conflict = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reg != NULL, NULL);
  g_return_val_if_fail (base != NULL && mine != NULL, NULL);

  now = sz_register_get (office, reg, mine->id, &fault);
  if (now == NULL && reg->type != NULL && g_error_matches (fault, SZ_ERROR, SZ_ERROR_STALE))
    sz_office_fail_gone (office, reg->type->table, mine->id, error);
  else if (now == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  if (now == NULL)
    return NULL;
  written = write_out (office, reg, mine);
  conflict = sz_conflict_new (now->row_version);
  for (guint i = 0; i < reg->n_columns; i++)
    if (!reg->columns[i].is_name)
      sz_conflict_add (conflict, reg->columns[i].heading, base->cells[i],
                       (written != NULL ? written : mine)->cells[i], now->cells[i]);
  /* The rows of one of its own have no log of theirs. */
  return reg->type == NULL
                 || sz_office_conflict_sign (office, conflict, reg->type->table, mine->id, error)
             ? g_steal_pointer (&conflict)
             : NULL;
}

void
sz_register_take (const SzRegister *reg,
                  SzRegisterRow *mine,
                  SzRegisterRow *base,
                  const SzConflict *conflict)
{
  g_return_if_fail (reg != NULL && mine != NULL && base != NULL && conflict != NULL);

  for (guint i = 0; i < reg->n_columns; i++)
    {
      const SzConflictField *field = sz_conflict_find (conflict, reg->columns[i].heading);

      if (field == NULL || reg->columns[i].is_name)
        continue;
      g_free (mine->cells[i]);
      g_free (base->cells[i]);
      mine->cells[i] = g_strdup (sz_conflict_field_get_chosen (field));
      base->cells[i] = g_strdup (field->theirs);
    }
  mine->row_version = conflict->version;
}
