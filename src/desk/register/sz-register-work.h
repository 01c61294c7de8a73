/* sz-register-work.h — rows of a register read, put and deleted off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-register.h"
#include "sz-row-edit.h"

G_BEGIN_DECLS

/** SzRegisterWork: input of the functions below; what one does not use stays 0. */
typedef struct
{
  const SzRegister *reg;
  gint64 id;          /* to read */
  SzRegisterRow *row; /* to put; owned */
  SzRegisterRow *was; /* as it was read; owned */
  GArray *ids;        /* to delete; owned */
} SzRegisterWork;

/** sz_register_work_new: (transfer full): @row, @ids: (transfer full) (nullable). */
SzRegisterWork *sz_register_work_new (const SzRegister *reg, SzRegisterRow *row, GArray *ids);
void sz_register_work_free (gpointer work);

/** sz_register_work_save: @form saves @row (transfer full), which it read as @was (new rows have no
 * cells); @done gets the act. Others may save it as well (RULE srv-12). */
void sz_register_work_save (SzFormDialog *form,
                            const SzRegister *reg,
                            SzRegisterRow *row,
                            const SzRegisterRow *was,
                            SzJobDone done);

/** sz_register_work_judge: an #SzTaskFunc: TRUE, or what is wrong with the row. */
gpointer sz_register_work_judge (SzOffice *office,
                                 gpointer work,
                                 SzProgress progress,
                                 GCancellable *cancellable,
                                 GError **error);
/** sz_register_work_get, _delete: each an #SzTaskFunc; the first gives the #SzRegisterRow,
 * the other the act that undo takes back (char *). Errors: those of sz_register_get(),
 * sz_office_register_delete(). */
gpointer sz_register_work_get (SzOffice *office,
                               gpointer work,
                               SzProgress progress,
                               GCancellable *cancellable,
                               GError **error);
gpointer sz_register_work_delete (SzOffice *office,
                                  gpointer work,
                                  SzProgress progress,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
