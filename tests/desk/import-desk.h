/* import-desk.h — a window with an empty college, and the import assistant on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-fixture.h"
#include "sz-import-dialog-private.h"
#include "sz-window.h"

G_BEGIN_DECLS

/** ImportDesk: the window and what is open on it. */
typedef struct
{
  char *folder;
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzImportDialog *dialog;
  gboolean closed;
} ImportDesk;

/** import_desk_open: an empty college with its window. */
void import_desk_open (ImportDesk *desk);
void import_desk_close (ImportDesk *desk);

/** import_desk_dup_sample: (transfer full): the path of a sheet of the sample college. */
char *import_desk_dup_sample (const char *name);

/** import_desk_open_file: the assistant on that file, looked at. */
void import_desk_open_file (ImportDesk *desk, const char *path);
/** import_desk_gone_cb: for g_object_weak_ref() of an assistant opened otherwise. */
void import_desk_gone_cb (gpointer data, GObject *dialog);
/** import_desk_press_next: and waits for the step that comes. */
void import_desk_press_next (ImportDesk *desk);
/** import_desk_press_import: the last press: the window goes when the rows are there. */
void import_desk_press_import (ImportDesk *desk);

/** For desk_wait(); data is the #ImportDesk. */
gboolean import_desk_is_idle (gpointer data);
gboolean import_desk_is_closed (gpointer data);

/** import_desk_count_people: those in the register at the end of 2025. */
guint import_desk_count_people (ImportDesk *desk);

G_END_DECLS
