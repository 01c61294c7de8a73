/* sz-office-act.h — everything that writes runs here: begun, done, summed up, committed or refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office-private.h"

G_BEGIN_DECLS

/** SzActHead: what an act is called in the log, and what it was made from. */
typedef struct
{
  const char *kind;          /* "person.add" */
  const char *source;        /* (nullable): path of the source file */
  const char *source_hash;   /* (nullable): its SHA-256 */
  const SzIssueList *issues; /* (nullable): findings, of which a refusal logs the first */
  const char *right;         /* (nullable): its line in sz_rights() where that is not @kind */
  gboolean trial;            /* goes all the way and leaves nothing, in the log neither */
} SzActHead;

/** SzActBody: does the work and adds to @summary what the log is to say of it. %FALSE refuses the
 *  act: nothing of it stays. */
typedef gboolean (*SzActBody) (SzAct *act, json_t *summary, gpointer user_data, GError **error);

/**
 * sz_office_run:
 * @act_id: (out) (optional) (transfer full): what undo wants
 *
 * One act: begins it, calls @body, and commits with its summary. When @body or the commit refuses,
 * all is rolled back and the refusal is written to the log with its code and arguments (RULE
 * aud-1); trouble with the disk, a busy database or a cancelled act is no refusal.
 *
 *   static gboolean
 *   rename_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
 *   …
 *   return sz_office_run (office, &(SzActHead){ .kind = "pay.rename" }, rename_run, &job, NULL,
 * error);
 */
gboolean sz_office_run (SzOffice *office,
                        const SzActHead *head,
                        SzActBody body,
                        gpointer user_data,
                        char **act_id,
                        GError **error);

G_END_DECLS
