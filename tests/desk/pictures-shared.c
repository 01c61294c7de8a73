/* pictures-shared.c — what several offices on one college see: sign-in, accounts, hand-over,
 * conflicts, strips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "pictures.h"
#include "sz-accounts-dialog.h"
#include "sz-conflict-dialog.h"
#include "sz-hand-over-dialog.h"
#include "sz-person-act.h"
#include "sz-person-dialog.h"
#include "sz-person-set.h"
#include "sz-register-dialog.h"
#include "sz-register.h"
#include "sz-server-dialog.h"
#include "sz-sign-in-pane.h"
#include "sz-take-over-dialog.h"
#include "sz-window.h"

#define PASSWORD "十二个字的密码一二三四五"

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *row = camera_find (root, ADW_TYPE_PREFERENCES_ROW, "title", title);

  if (row == NULL)
    g_error ("no row %s", title);
  return row;
}

static GtkWidget *
find_shown (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (window->data, type) && gtk_widget_get_visible (window->data))
      return window->data;
  return NULL;
}

static void
press (Camera *camera, GtkWidget *root, const char *label)
{
  GtkWidget *button = camera_find (root, GTK_TYPE_BUTTON, "label", label);

  if (button == NULL || !gtk_widget_is_sensitive (button))
    g_error ("no button %s", label);
  g_signal_emit_by_name (button, "clicked");
  camera_rest (camera);
}

static void
take_and_close (Camera *camera, GtkWidget *dialog, const char *name)
{
  gtk_window_present (GTK_WINDOW (dialog));
  camera_take (camera, dialog, name);
  gtk_window_destroy (GTK_WINDOW (dialog));
  camera_rest (camera);
}

/* ---- work that takes its time ---- */

/* Long work, half done: it reports and waits to be cancelled. */
static gpointer
linger_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      sz_progress_report (progress, "export", 40, 100);
      g_usleep (20000);
    }
  return NULL;
}

static void
lingered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
take_progress (Camera *camera, GtkWidget *window)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean over = FALSE;

  sz_tasks_write (camera->tasks, window, SZ_WORK (linger_cb), cancellable, lingered_cb, &over);
  sz_window_toast_done (SZ_WINDOW (window), "潘娜", "act");
  camera_take (camera, window, "people-progress");
  g_cancellable_cancel (cancellable);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- two editors ---- */

/* Each picture another edit: what is there already would be none. */
static void
edit_elsewhere (const char *db)
{
  static const char *const edits[2][4]
      = { { "school=山东大学", "note=编制已核", "phone=13900000002", NULL },
          { "school=济南大学", "note=编制已复核", "phone=13900000003", NULL } };
  static guint round;
  const char *const *theirs = edits[round++ % 2];
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (db, "李处长", &error);
  g_autoptr (SzPersonFile) file = sz_office_person_load (office, 1, &error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  const SzPersonSet set = { file->person.staff_no, theirs, 0 };
  json_t *stale = NULL;
  gint64 version = 0;

  if (!sz_office_person_set (office, &set, &version, &stale, issues, &error))
    g_error ("no other editor: %s", error->message);
}

static void
take_conflict (Camera *camera, GtkWidget *window)
{
  GtkWidget *dialog = GTK_WIDGET (sz_person_dialog_new (GTK_WINDOW (window), camera->tasks, 1));
  GtkWidget *conflict;

  gtk_window_present (GTK_WINDOW (dialog));
  camera_rest (camera);
  edit_elsewhere (sz_tasks_get_db (camera->tasks));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, _ ("School"))), "山东建筑大学");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, _ ("Subject of study"))), "机械设计制造");
  press (camera, dialog, _ ("_Save"));
  conflict = find_shown (SZ_TYPE_CONFLICT_DIALOG);
  if (conflict == NULL)
    g_error ("no conflict");
  camera_take (camera, conflict, "conflict");
  gtk_window_destroy (GTK_WINDOW (conflict));
  gtk_window_destroy (GTK_WINDOW (dialog));
  camera_rest (camera);
}

/* ---- from office to office ---- */

static void
take_packages (Camera *camera, GtkWidget *window, const char *package)
{
  GtkWidget *dialog = GTK_WIDGET (sz_hand_over_dialog_new (GTK_WINDOW (window), camera->tasks));

  gtk_window_present (GTK_WINDOW (dialog));
  camera_rest (camera);
  sz_hand_over_dialog_set_file (SZ_HAND_OVER_DIALOG (dialog), "/media/U盘/人员-2025-12.szpkg");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, _ ("Password, 12 characters at least"))),
                         PASSWORD);
  take_and_close (camera, dialog, "hand-over");
  dialog = GTK_WIDGET (sz_take_over_dialog_new (GTK_WINDOW (window), camera->tasks));
  gtk_window_present (GTK_WINDOW (dialog));
  camera_take (camera, dialog, "take-over-1-file");
  sz_take_over_dialog_set_file (SZ_TAKE_OVER_DIALOG (dialog), package, PASSWORD);
  take_and_close (camera, dialog, "take-over-2-conflict");
}

/* ---- strips ---- */

static void
take_strips (Camera *camera, GtkWidget *window)
{
  g_autofree char *file = g_strconcat (sz_tasks_get_db (camera->tasks), ".writer", NULL);
  g_autofree char *label = g_strdup_printf ("act\n2026-01-05T08:00:00Z\n%d\n%s\n李处长\n",
                                            (int)getpid (), g_get_host_name ());
  GtkWidget *bar;

  g_signal_emit_by_name (camera->tasks, "away", TRUE);
  camera_take (camera, window, "strip-away");
  g_signal_emit_by_name (camera->tasks, "away", FALSE);
  if (!g_file_set_contents (file, label, -1, NULL))
    g_error ("cannot write %s", file);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      bar = g_object_get_data (G_OBJECT (window), "writer-bar");
    }
  while (bar == NULL || !gtk_widget_get_visible (bar));
  camera_take (camera, window, "strip-writer");
  g_unlink (file);
}

void
pictures_of_sharing (Camera *camera, GtkWidget *window)
{
  const char *package = g_getenv ("SHIZI_PICTURES_PACKAGE");

  gtk_widget_activate_action (window, "win.page", "s", "people");
  camera_rest (camera);
  take_progress (camera, window);
  take_conflict (camera, window);
  if (package != NULL)
    take_packages (camera, window, package);
  take_and_close (camera,
                  GTK_WIDGET (sz_server_dialog_new_at (
                      GTK_WINDOW (window),
                      "postgresql://renshi@10.1.2.3/college?sslmode=verify-full")),
                  "server");
  take_strips (camera, window);
}

/* The password goes when it has been judged, whatever comes of it. */
static void
sign_in (Camera *camera, GtkWidget *pane, const char *password)
{
  GtkEditable *row = GTK_EDITABLE (find_row (pane, _ ("Password")));

  gtk_editable_set_text (GTK_EDITABLE (find_row (pane, _ ("Login"))), "admin");
  gtk_editable_set_text (row, password);
  press (camera, pane, _ ("_Sign In"));
  while (*gtk_editable_get_text (row) != '\0')
    g_main_context_iteration (NULL, TRUE);
  camera_rest (camera);
}

void
pictures_of_accounts (Camera *camera, GtkWidget *window)
{
  GtkWidget *pane = camera_find (window, SZ_TYPE_SIGN_IN_PANE, NULL, NULL);

  if (pane == NULL)
    g_error ("nobody asks who it is");
  camera_take (camera, window, "sign-in");
  sign_in (camera, pane, PASSWORD "错");
  camera_take (camera, window, "sign-in-wrong");
  sign_in (camera, pane, PASSWORD);
  take_and_close (camera, GTK_WIDGET (sz_accounts_dialog_new (GTK_WINDOW (window), camera->tasks)),
                  "accounts");
}
