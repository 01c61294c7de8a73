/* sz-ask-dialog.h — a step or an act that wants a few words first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-job.h"

G_BEGIN_DECLS

/** SzAskRow: a row to fill in. @choices: (nullable): words to choose from, parted by /. @file: a
 * file dropped on the row names itself there. */
typedef struct
{
  const char *label; /* msgid */
  gboolean required;
  const char *choices;
  gboolean file;
} SzAskRow;

/** SzAskFunc: in the writer thread: @texts: one a row, "" where nothing was typed. */
typedef gboolean (*SzAskFunc) (SzOffice *office,
                               const char *subject,
                               const char *const *texts,
                               GError **error);

/** SzAskOrder: what is asked, and what is done with it. Static. @rows: ended by a NULL label. */
typedef struct
{
  const char *title; /* msgid */
  const char *verb;  /* msgid of the button, with mnemonic */
  const SzAskRow *rows;
  SzAskFunc act;
  SzChange changes;
} SzAskOrder;

/** SzAskDialog: what is refused is said and can be mended. Signal "done". */
#define SZ_TYPE_ASK_DIALOG (sz_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzAskDialog, sz_ask_dialog, SZ, ASK_DIALOG, SzFormDialog)

/** sz_ask_dialog_new: @subject: what the act is about; @hint: (nullable): a sentence about it;
 * @texts: (nullable): what the rows say at first, ended by NULL. */
SzAskDialog *sz_ask_dialog_new (GtkWindow *parent,
                                SzTasks *tasks,
                                const SzAskOrder *order,
                                const char *subject,
                                const char *hint,
                                const char *const *texts);

/** sz_ask_row_new: (transfer floating): the row as it is filled in anywhere. */
GtkWidget *sz_ask_row_new (const SzAskRow *row, const char *text);
/** sz_ask_row_dup_text: (transfer full): what a row says. */
char *sz_ask_row_dup_text (GtkWidget *row);
/** sz_ask_write: does what is asked; @texts: (transfer full): one a row. */
void sz_ask_write (SzJob *job,
                   SzTasks *tasks,
                   const SzAskOrder *order,
                   const char *subject,
                   GStrv texts,
                   SzJobDone done);

G_END_DECLS
