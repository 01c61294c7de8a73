/* sz-register-work.c — rows of a register read, put and deleted off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-register-work.h"

#include "sz-register-conflict.h"

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
  sz_register_row_free (self->was);
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

static gpointer
put_cb (
    SzOffice *office, gpointer work, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzRegisterWork *self = work;
  char *act = NULL;

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

static SzConflict *
compare_cb (SzOffice *office, gpointer row, GError **error)
{
  const SzRegisterWork *self = row;

  return sz_office_register_compare (office, self->reg, self->was, self->row, error);
}

static void
take_cb (gpointer row, const SzConflict *conflict)
{
  const SzRegisterWork *self = row;

  sz_register_take (self->reg, self->row, self->was, conflict);
}

/* Fields are headings, values what their cells say. */
static const char *
name_cb (gconstpointer row, const char *field)
{
  return field;
}

static char *
show_cb (gconstpointer row, const char *field, const char *value)
{
  return g_strdup (value);
}

static SzRegisterRow *
copy_row (const SzRegister *reg, const SzRegisterRow *row)
{
  SzRegisterRow *copy = g_new0 (SzRegisterRow, 1);

  copy->id = row->id;
  copy->row_version = row->row_version;
  copy->cells = g_new0 (char *, reg->n_columns + 1);
  for (guint i = 0; i < reg->n_columns; i++)
    copy->cells[i] = g_strdup (row->cells != NULL ? row->cells[i] : "");
  return copy;
}

void
sz_register_work_save (SzFormDialog *form,
                       const SzRegister *reg,
                       SzRegisterRow *row,
                       const SzRegisterRow *was,
                       SzJobDone done)
{
  static const SzRowEdit edit
      = { put_cb, compare_cb,    take_cb, { name_cb, show_cb }, sz_register_work_free,
          g_free, SZ_CHANGED_ALL };
  SzRegisterWork *work;

  g_return_if_fail (reg != NULL && row != NULL && was != NULL);

  work = sz_register_work_new (reg, row, NULL);
  work->was = copy_row (reg, was);
  sz_row_edit_save (form, &edit, work, done);
}
