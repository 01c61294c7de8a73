/* sz-step-dialog.h — the next step of a case: its day, reason and document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case.h"
#include "sz-form-dialog.h"

G_BEGIN_DECLS

/** SzStepFunc: in the writer thread: takes the step; the duty's own way of walking. */
typedef gboolean (*SzStepFunc) (SzOffice *office,
                                gint64 subject_id,
                                const SzCaseAsk *ask,
                                GError **error);

/** SzStepOrder: which step of what. @subject: as people call it; copied. */
typedef struct
{
  const SzCaseMove *move;
  gint64 subject_id;
  const char *subject;
  SzDate day;         /* offered */
  gboolean approvals; /* a 批文号 may lift a condition: it can be given too */
  SzStepFunc walk;
  SzChange changes;
} SzStepOrder;

/** SzStepDialog: asks for what the move needs; what is refused is said and can be mended. Signal
 * "taken" (verb: string). */
#define SZ_TYPE_STEP_DIALOG (sz_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzStepDialog, sz_step_dialog, SZ, STEP_DIALOG, SzFormDialog)

SzStepDialog *sz_step_dialog_new (GtkWindow *parent, SzTasks *tasks, const SzStepOrder *order);

G_END_DECLS
