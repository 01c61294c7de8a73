/* sz-import-dialog-jobs.c — what the assistant waits for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-error.h"
#include "sz-import-dialog-private.h"
#include "sz-import-jobs.h"
#include "sz-message.h"
#include "sz-window.h"

#define POLL_MS 50

static gboolean
polled_cb (gpointer user_data)
{
  SzImportDialog *self = user_data;
  const char *what = g_atomic_pointer_get (&self->running->what);
  int permille = g_atomic_int_get (&self->running->permille);

  g_autofree char *place = _sz_import_dialog_dup_place (self);
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", what != NULL ? sz_message_for_progress (what) : "",
                         *place != '\0' ? " · " : "", place);

  gtk_label_set_label (self->progress_label, text);
  if (permille < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, permille / 1000.0);
  return G_SOURCE_CONTINUE;
}

void
_sz_import_dialog_stop (SzImportDialog *self)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_pointer (&self->running, sz_import_draft_unref);
  _sz_import_dialog_update (self);
}

/* A copy for the worker, whose meter is looked at from now on. */
static SzImportDraft *
begin (SzImportDialog *self)
{
  _sz_import_dialog_stop (self);
  gtk_widget_hide (GTK_WIDGET (self->error_bar));
  self->cancellable = g_cancellable_new ();
  self->running = sz_import_draft_copy (self->draft);
  gtk_label_set_label (self->progress_label, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->poll_source = g_timeout_add (POLL_MS, polled_cb, self);
  _sz_import_dialog_update (self);
  return self->running;
}

static void
end_meter (SzImportDialog *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_pointer (&self->running, sz_import_draft_unref);
  _sz_import_dialog_update (self);
}

/* FALSE: nobody waits for it any more. */
static gboolean
end (SzImportDialog *self, GAsyncResult *result)
{
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return FALSE;
  end_meter (self);
  return TRUE;
}

/* ---- several files ---- */

static void
sorted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = sz_tasks_finish (result, &error);

  if (!end (self, result))
    return;
  if (paths == NULL)
    {
      _sz_import_dialog_show_error (self, error);
      return;
    }
  _sz_import_dialog_forget (self);
  for (guint i = 0; paths[i] != NULL; i++)
    _sz_import_dialog_wait_for (self, paths[i]);
  _sz_import_dialog_next_file (self);
}

void
_sz_import_dialog_sort (SzImportDialog *self, GStrv paths)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  g_clear_pointer (&self->look, sz_import_look_free);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  g_clear_pointer (&self->draft, sz_import_draft_unref);
  self->draft = sz_import_draft_new (paths[0]);
  begin (self);
  sz_import_jobs_sort (self->tasks, self, paths, self->running, self->cancellable, sorted_cb);
}

/* ---- the file ---- */

/* What the file seems to say is there to be changed; what was typed before stays. */
static void
take_given (SzImportDialog *self, GHashTable *given)
{
  GHashTableIter iter;
  gpointer heading, value;

  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &heading, &value))
    if (!g_hash_table_contains (self->draft->set, heading))
      g_hash_table_insert (self->draft->set, g_strdup (heading), g_strdup (value));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportLook) look = sz_tasks_finish (result, &error);

  if (!end (self, result))
    return;
  if (look == NULL)
    {
      _sz_import_dialog_show_error (self, error);
      _sz_import_dialog_sweep (self);
      return;
    }
  g_free (self->draft->sheet);
  self->draft->sheet = g_strdup (look->sheet);
  self->draft->kind = look->kind;
  self->draft->update = look->known;
  take_given (self, look->given);
  self->look = g_steal_pointer (&look);
  sz_import_file_pane_show (self->file_pane, self->draft, self->look);
  _sz_import_dialog_update (self);
  _sz_import_dialog_offer_next (self);
  _sz_import_dialog_sweep (self);
}

void
_sz_import_dialog_look (SzImportDialog *self)
{
  SzImportDraft *draft;

  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  g_clear_pointer (&self->look, sz_import_look_free);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  draft = begin (self);
  sz_import_jobs_look (self->tasks, self, draft, self->cancellable, looked_cb);
}

/* ---- values ---- */

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *unknown = sz_tasks_finish (result, &error);

  if (end (self, result) && unknown != NULL)
    {
      const gboolean asks = unknown->len > 0;

      sz_import_columns_pane_show_unknown (self->columns_pane, unknown);
      if (asks)
        _sz_import_dialog_set_aside (self);
      else
        _sz_import_dialog_sweep (self);
    }
  else if (unknown != NULL)
    g_ptr_array_unref (unknown);
  else
    _sz_import_dialog_show_error (self, error);
}

void
_sz_import_dialog_search (SzImportDialog *self)
{
  SzImportDraft *draft;

  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  sz_import_columns_pane_show_unknown (self->columns_pane, NULL);
  draft = begin (self);
  sz_import_jobs_unknown (self->tasks, self, draft, self->cancellable, searched_cb);
}

static void
learned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean learned = sz_tasks_finish (result, &error) != NULL;

  if (!end (self, result))
    return;
  if (learned)
    _sz_import_dialog_check (self);
  else
    _sz_import_dialog_show_error (self, error);
}

void
_sz_import_dialog_learn (SzImportDialog *self)
{
  GArray *meanings = sz_import_columns_pane_dup_meanings (self->columns_pane);

  if (meanings->len == 0)
    {
      g_array_unref (meanings);
      _sz_import_dialog_check (self);
      return;
    }
  begin (self);
  sz_import_jobs_learn (self->tasks, self, meanings, self->cancellable, learned_cb);
}

/* ---- trying ---- */

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportOutcome) outcome = sz_tasks_finish (result, &error);

  if (!end (self, result))
    return;
  if (outcome == NULL)
    {
      _sz_import_dialog_show_error (self, error);
      return;
    }
  self->outcome = g_steal_pointer (&outcome);
  sz_import_check_pane_show (self->check_pane, self->draft, self->outcome);
  _sz_import_dialog_update (self);
  _sz_import_dialog_offer_next (self);
  _sz_import_dialog_sweep (self);
}

void
_sz_import_dialog_check (SzImportDialog *self)
{
  SzImportDraft *draft;

  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  sz_import_check_pane_show (self->check_pane, self->draft, NULL);
  draft = begin (self);
  sz_import_jobs_check (self->tasks, self, draft, self->cancellable, checked_cb);
}

static void
row_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (SzImportLookRow) row = sz_tasks_finish (result, NULL);

  if (row != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    sz_import_check_pane_show_row (self->check_pane, row);
}

void
_sz_import_dialog_read_row (SzImportDialog *self, guint row)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  if (self->outcome == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_object_unref (self->reading);
  self->reading = g_cancellable_new ();
  sz_import_jobs_row (self->tasks, self, self->outcome->draft, row, self->reading, row_read_cb);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean written = sz_tasks_finish (result, &error) != NULL;

  if (end (self, result) && !written)
    _sz_import_dialog_show_error (self, error);
}

void
_sz_import_dialog_mark (SzImportDialog *self, const char *path)
{
  SzImportDraft *meter;

  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  if (self->outcome == NULL)
    return;
  meter = begin (self);
  sz_import_jobs_mark (self->tasks, self, self->outcome, meter, path, self->cancellable, marked_cb);
}

/* ---- doing ---- */

/* Of a sweep all together; Ctrl+Z takes them back one by one. */
static char *
dup_report (SzImportDialog *self, const SzImportOutcome *outcome)
{
  const SzImportTally *tally = &self->tally;
  g_autofree char *inserted = sz_decimal_format_grouped (tally->inserted, 0);
  g_autofree char *updated = sz_decimal_format_grouped (tally->updated, 0);
  g_autofree char *unchanged = sz_decimal_format_grouped (tally->unchanged, 0);

  if (tally->n_parts == 1)
    return g_strdup_printf (_ ("Imported %s: %s new, %s changed, %s unchanged"),
                            outcome->draft->kind->name, inserted, updated, unchanged);
  return g_strdup_printf (_ ("%u sheets imported: %s rows new, %s changed, %s unchanged"),
                          tally->n_parts, inserted, updated, unchanged);
}

static void
tell_imported (SzImportDialog *self, const SzImportOutcome *outcome)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const SzImportResult *result = outcome->result;
  SzImportTally *tally = &self->tally;
  g_autofree char *act = g_strdup_printf ("batch:%" G_GINT64_FORMAT, result->batch);
  g_autofree char *text = NULL;
  const gboolean swept = self->sweeping;
  gboolean more;

  if (!swept)
    *tally = (SzImportTally){ 0 };
  tally->n_parts++;
  tally->inserted += result->inserted;
  tally->updated += result->updated;
  tally->unchanged += result->unchanged;
  text = dup_report (self, outcome);
  more = _sz_import_dialog_next_file (self);
  /* Toasts that follow each other at once are more than the overlay takes. */
  if (SZ_IS_WINDOW (parent) && swept && more)
    sz_window_remember_act (SZ_WINDOW (parent), act);
  else if (SZ_IS_WINDOW (parent))
    sz_window_toast_done (SZ_WINDOW (parent), text, act);
  if (more)
    gtk_window_present (GTK_WINDOW (self));
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, SZ_ERROR, SZ_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
tell_cancelled (SzImportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (SZ_IS_WINDOW (parent))
    sz_window_toast (SZ_WINDOW (parent), _ ("The import was cancelled; nothing was changed."), NULL,
                     NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzImportDialog *self = SZ_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzImportOutcome) outcome = sz_tasks_finish (result, &error);

  /* The window was closed meanwhile. */
  if (self->tasks == NULL)
    return;
  if (self->running != NULL)
    end_meter (self);
  if (outcome != NULL && outcome->result->batch != 0)
    tell_imported (self, outcome);
  else if (outcome == NULL && is_cancelled (error))
    tell_cancelled (self);
  else
    {
      gtk_window_present (GTK_WINDOW (self));
      if (outcome == NULL)
        {
          _sz_import_dialog_show_error (self, error);
          return;
        }
      /* The file or the college changed since it was checked. */
      g_clear_pointer (&self->outcome, sz_import_outcome_unref);
      self->outcome = g_steal_pointer (&outcome);
      sz_import_check_pane_show (self->check_pane, self->draft, self->outcome);
      _sz_import_dialog_show_step (self, SZ_IMPORT_CHECK);
    }
}

void
_sz_import_dialog_import (SzImportDialog *self)
{
  g_autoptr (SzImportDraft) draft = sz_import_draft_copy (self->draft);

  if (self->sweeping)
    begin (self);
  else
    {
      _sz_import_dialog_stop (self);
      gtk_widget_hide (GTK_WIDGET (self));
    }
  sz_import_jobs_import (self->tasks, self, draft, self->running, self->cancellable, imported_cb);
}
