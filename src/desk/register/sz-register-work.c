/* sz-register-work.c — rows of a register read, put and deleted off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-register-work.h"

SzRegisterWork *
sz_register_work_new (const SzRegister *reg, SzRegisterRow *row, GArray *ids)
{
  SzRegisterWork *work;

  g_return_val_if_fail (reg != NULL, NULL);

  work = g_new0 (SzRegisterWork, 1);
  work->reg = reg;
  work->row = row;
  work->ids = ids;
  return work;
}

void
sz_register_work_free (gpointer work)
{
  SzRegisterWork *self = work;

  g_return_if_fail (work != NULL);

  sz_register_row_free (self->row);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

gpointer
sz_register_work_get (
    SzOffice *office, gpointer work, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzRegisterWork *self = work;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && work != NULL, NULL);

  return sz_register_get (office, self->reg, self->id, error);
}

gpointer
sz_register_work_judge (
    SzOffice *office, gpointer work, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzRegisterWork *self = work;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && work != NULL && self->row != NULL, NULL);

  return GINT_TO_POINTER (sz_register_judge (office, self->reg, self->row, error));
}

gpointer
sz_register_work_put (
    SzOffice *office, gpointer work, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzRegisterWork *self = work;
  char *act = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && work != NULL && self->row != NULL, NULL);

  sz_office_register_put (office, self->reg, self->row, &act, error);
  return act;
}

gpointer
sz_register_work_delete (
    SzOffice *office, gpointer work, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzRegisterWork *self = work;
  char *act = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && work != NULL && self->ids != NULL, NULL);

  sz_office_register_delete (office, self->reg, self->ids, &act, error);
  return act;
}
