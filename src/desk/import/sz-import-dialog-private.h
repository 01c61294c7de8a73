/* sz-import-dialog-private.h — the assistant and its files: steps, jobs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-check-pane.h"
#include "sz-import-columns-pane.h"
#include "sz-import-dialog.h"
#include "sz-import-draft.h"
#include "sz-import-file-pane.h"
#include "sz-import-preview-pane.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_IMPORT_FILE,
  SZ_IMPORT_COLUMNS,
  SZ_IMPORT_CHECK,
  SZ_IMPORT_PREVIEW,
  SZ_N_IMPORT_STEPS
} SzImportStep;

/** SzImportTally: what several imports brought. */
typedef struct
{
  guint n_parts;
  gint64 inserted;
  gint64 updated;
  gint64 unchanged;
} SzImportTally;

/** SzImportPart: a file, or one of several sheets of it, that waits for its turn. */
typedef struct
{
  char *path;
  char *sheet;              /* (nullable): to be found out */
  const SzImportKind *kind; /* (nullable): likewise */
} SzImportPart;

struct _SzImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkBox *steps; /* one label a step */
  GtkLabel *count_label;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;
  GtkStack *stack;
  SzImportFilePane *file_pane;
  SzImportColumnsPane *columns_pane;
  SzImportCheckPane *check_pane;
  SzImportPreviewPane *preview_pane;
  GtkWidget *progress_box;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GtkWidget *back_button;
  GtkButton *next_button;
  GtkWidget *sweep_button;

  /* Owned */
  SzTasks *tasks;
  GQueue waiting;           /* of SzImportPart: what comes after this one */
  GQueue aside;             /* … what asked for a person while sweeping */
  guint n_files;            /* how many there are together, sheets of one file each for itself */
  SzImportTally tally;      /* of what the sweep imported */
  SzImportDraft *draft;     /* (nullable): no file yet */
  SzImportLook *look;       /* (nullable): of the draft as it is */
  SzImportOutcome *outcome; /* (nullable): likewise */
  SzImportDraft *running;   /* (nullable): whose meter is shown */
  GCancellable *cancellable;
  GCancellable *reading; /* of the row of a finding */
  guint poll_source;

  SzImportStep step;
  gboolean sweeping;   /* what has no findings is imported one after the other */
  gboolean has_sheets; /* there are sheets among them */
};

/** _sz_import_dialog_show_step: with what is known; starts nothing. */
void _sz_import_dialog_show_step (SzImportDialog *self, SzImportStep step);
/** _sz_import_dialog_update: what can be pressed now. */
void _sz_import_dialog_update (SzImportDialog *self);
/** _sz_import_dialog_offer_next: when the step has nothing to ask any more, Return goes on. */
void _sz_import_dialog_offer_next (SzImportDialog *self);
/** _sz_import_dialog_sweep: while sweeping, once the step knows its answer: goes on by itself, or
 * sets the file aside when a person is wanted. */
void _sz_import_dialog_sweep (SzImportDialog *self);
/** _sz_import_dialog_set_aside: while sweeping: this file wants a person, the next one comes. */
void _sz_import_dialog_set_aside (SzImportDialog *self);
void _sz_import_dialog_show_error (SzImportDialog *self, const GError *error);
/** _sz_import_dialog_dup_place: (transfer full): "File 2 of 5", "" for one alone. */
char *_sz_import_dialog_dup_place (SzImportDialog *self);

/** _sz_import_dialog_wait_for: a file that comes behind those that wait already. */
void _sz_import_dialog_wait_for (SzImportDialog *self, const char *path);
/** _sz_import_dialog_count_others: further sheets of the file that are ticked. */
guint _sz_import_dialog_count_others (SzImportDialog *self);
/** _sz_import_dialog_queue_others: they come right behind this one. */
void _sz_import_dialog_queue_others (SzImportDialog *self);
/** _sz_import_dialog_ask_others_again: back at the file they wait no more. */
void _sz_import_dialog_ask_others_again (SzImportDialog *self);
/** _sz_import_dialog_forget: nothing waits any more. */
void _sz_import_dialog_forget (SzImportDialog *self);
/** _sz_import_dialog_next_file: FALSE when none waits. */
gboolean _sz_import_dialog_next_file (SzImportDialog *self);

/* What takes time; each stops what ran before. */
/** _sz_import_dialog_sort: takes @paths, and begins with the one that the others rest on. */
void _sz_import_dialog_sort (SzImportDialog *self, GStrv paths);
void _sz_import_dialog_look (SzImportDialog *self);
void _sz_import_dialog_search (SzImportDialog *self);
/** _sz_import_dialog_learn: remembers what values mean, then checks. */
void _sz_import_dialog_learn (SzImportDialog *self);
void _sz_import_dialog_check (SzImportDialog *self);
void _sz_import_dialog_read_row (SzImportDialog *self, guint row);
void _sz_import_dialog_mark (SzImportDialog *self, const char *path);
void _sz_import_dialog_import (SzImportDialog *self);
void _sz_import_dialog_stop (SzImportDialog *self);

G_END_DECLS
