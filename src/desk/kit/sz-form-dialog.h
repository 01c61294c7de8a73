/* sz-form-dialog.h — a dialog with a few fields that are saved by one act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-job.h"

G_BEGIN_DECLS

/** SzFormCheck: what the fields come to. Strings are owned, at most one of them is said. */
typedef struct
{
  gboolean complete; /* it can be saved */
  char *fault;       /* (nullable): what is wrong */
  char *notice;      /* (nullable): what one may want to know: it can be saved all the same */
  const char *rule;  /* (nullable) (static): the rule that the fault comes from */
} SzFormCheck;

/**
 * SzFormDialog: base class. Cancel left, save right; Escape closes, asking only when something was
 * typed; Return saves; the first field has the keyboard; a refusal is said in the dialog, which
 * stays. Property "tasks" (SzTasks, construct-only). Signal "refused" (error: GError): the refusal.
 *
 * A dialog of its own adds rows in its init, fills them, and calls sz_form_dialog_begin().
 */
#define SZ_TYPE_FORM_DIALOG (sz_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (SzFormDialog, sz_form_dialog, SZ, FORM_DIALOG, AdwWindow)

struct _SzFormDialogClass
{
  AdwWindowClass parent_class;

  /* What the fields come to, and which of them are marked. */
  SzFormCheck (*check) (SzFormDialog *self);
  /* Save was pressed and the check was good: ends in sz_form_dialog_write(). */
  void (*save) (SzFormDialog *self);
};

/** sz_form_dialog_get_tasks: (transfer none). */
SzTasks *sz_form_dialog_get_tasks (SzFormDialog *self);
/** sz_form_dialog_set_hint: a sentence over the fields; nullable. */
void sz_form_dialog_set_hint (SzFormDialog *self, const char *text);
/** sz_form_dialog_set_width: in pixels with letters of the usual size; wider with larger ones. */
void sz_form_dialog_set_width (SzFormDialog *self, int width);
/** sz_form_dialog_set_verb: what the button says instead of "_Save". */
void sz_form_dialog_set_verb (SzFormDialog *self, const char *label);
/** sz_form_dialog_add: below what was added before. */
void sz_form_dialog_add (SzFormDialog *self, GtkWidget *child);
/** sz_form_dialog_lay_beside: what was added last stands beside the fields instead of below them:
 * for what is seen while one types. */
void sz_form_dialog_lay_beside (SzFormDialog *self);
/** sz_form_dialog_add_entry: (transfer none): a row to type in, in @group; a @required one is
 * marked in its title. */
GtkEditable *sz_form_dialog_add_entry (SzFormDialog *self,
                                       AdwPreferencesGroup *group,
                                       const char *title,
                                       gboolean required);
/** sz_form_dialog_add_secret: (transfer none): a row for a password, in @group. */
GtkEditable *
sz_form_dialog_add_secret (SzFormDialog *self, AdwPreferencesGroup *group, const char *title);
/** sz_form_dialog_take_row: one made elsewhere, to type or to choose in, as one of its own. */
void sz_form_dialog_take_row (SzFormDialog *self, AdwPreferencesGroup *group, GtkWidget *row);
/** sz_form_dialog_begin: what the fields say now is nothing that was typed. */
void sz_form_dialog_begin (SzFormDialog *self);
/** sz_form_dialog_changed: a field says something else: checks. */
void sz_form_dialog_changed (SzFormDialog *self);
/** sz_form_dialog_check: judges again: something else than a field says something else. */
void sz_form_dialog_check (SzFormDialog *self);
/** sz_form_dialog_say: @text nullable. */
void sz_form_dialog_say (SzFormDialog *self, const char *text, gboolean fault);
/** sz_form_dialog_refuse: says @error as a fault, with the rule behind a refusal. */
void sz_form_dialog_refuse (SzFormDialog *self, const GError *error);
/** sz_form_dialog_write: nothing can be typed until it is back; @done closes with
 * sz_form_dialog_finish(), an error is said. */
void sz_form_dialog_write (SzFormDialog *self, const SzWork *work, SzJobDone done);
/** sz_form_dialog_unlock: @done was no end: it can be typed in and saved again. */
void sz_form_dialog_unlock (SzFormDialog *self);
/** sz_form_dialog_finish: saved: closes without asking. */
void sz_form_dialog_finish (SzFormDialog *self);

/** sz_form_mark_required: says at the end of @row that it must be filled in. */
void sz_form_mark_required (AdwEntryRow *row);
/** sz_form_mark: @row is marked when it is @faulty. Gives @faulty. */
gboolean sz_form_mark (GtkWidget *row, gboolean faulty);
/** sz_form_read_day: an empty row is SZ_DATE_NONE; marks what is no day, and gives FALSE. */
gboolean sz_form_read_day (GtkEditable *row, SzDate *day);

G_END_DECLS
