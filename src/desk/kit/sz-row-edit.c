/* sz-row-edit.c — a row saved that others may save as well (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-edit.h"

/* One saving, with all that comes of it. */
typedef struct
{
  const SzRowEdit *edit;
  gpointer row;
  SzJobDone done;
  SzFormDialog *form; /* borrowed: it outlives what stands over it */
} Saving;

/* What comes back. */
typedef struct
{
  Saving *saving; /* owned */
  gpointer result;
  SzConflict *conflict; /* somebody else changed the row meanwhile */
  gboolean nothing;     /* both want the same */
} Saved;

static const char SAVING[] = "row-saving";

static void
clear_saving (gpointer data)
{
  Saving *saving = data;

  if (saving->edit->free_row != NULL)
    saving->edit->free_row (saving->row);
}

static void
saving_freed_cb (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_saving);
}

static void
saved_freed_cb (gpointer data)
{
  Saved *saved = data;

  if (saved->result != NULL && saved->saving->edit->free_result != NULL)
    saved->saving->edit->free_result (saved->result);
  sz_conflict_free (saved->conflict);
  saving_freed_cb (saved->saving);
  g_free (saved);
}

/* The row moved: FALSE with @error when nobody can tell what became of it. */
static gboolean
compare (SzOffice *office, Saved *saved, gboolean *again, GError **error)
{
  Saving *saving = saved->saving;
  SzConflict *conflict = saving->edit->compare (office, saving->row, error);

  if (conflict == NULL)
    return FALSE;
  *again = FALSE;
  if (sz_conflict_is_agreed (conflict))
    saved->nothing = TRUE;
  else if (sz_conflict_is_mine_alone (conflict))
    {
      saving->edit->take (saving->row, conflict);
      *again = TRUE;
    }
  else
    saved->conflict = g_steal_pointer (&conflict);
  sz_conflict_free (conflict);
  return TRUE;
}

static gpointer
write_cb (SzOffice *office,
          gpointer input,
          SzProgress progress,
          GCancellable *cancellable,
          GError **error)
{
  Saved *saved = g_new0 (Saved, 1);
  Saving *saving = input;
  gboolean again = TRUE;

  saved->saving = g_atomic_rc_box_acquire (saving);
  while (again)
    {
      g_autoptr (GError) fault = NULL;

      saved->result = saving->edit->write (office, saving->row, progress, cancellable, &fault);
      if (fault == NULL)
        return saved;
      if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_STALE))
        {
          if (compare (office, saved, &again, error))
            continue;
        }
      else
        g_propagate_error (error, g_steal_pointer (&fault));
      saved_freed_cb (saved);
      return NULL;
    }
  return saved;
}

static const SzWork *
fill_work (SzWork *work, Saving *saving)
{
  *work = (SzWork){ write_cb, g_atomic_rc_box_acquire (saving), saving_freed_cb, saved_freed_cb,
                    .changes = saving->edit->changes };
  return work;
}

/* TRUE: nothing is left to be asked. */
static gboolean
settle (Saved *saved)
{
  Saving *saving = saved->saving;

  if (saved->nothing)
    sz_form_dialog_finish (saving->form);
  else if (saved->conflict == NULL)
    saving->done (saving->form, g_steal_pointer (&saved->result));
  return saved->conflict == NULL;
}

static void
written_again_cb (gpointer owner, gpointer value)
{
  Saved *saved = value;

  if (settle (saved))
    sz_form_dialog_finish (owner);
  else
    {
      sz_conflict_dialog_show (owner, g_steal_pointer (&saved->conflict));
      sz_form_dialog_unlock (owner);
    }
  saved_freed_cb (saved);
}

static void
chosen_cb (SzConflictDialog *dialog)
{
  Saving *saving = g_object_get_data (G_OBJECT (dialog), SAVING);
  const SzConflict *conflict = sz_conflict_dialog_get_conflict (dialog);
  gboolean all_theirs = TRUE;
  SzWork work;

  for (guint i = 0; i < conflict->fields->len; i++)
    all_theirs &= ((const SzConflictField *)conflict->fields->pdata[i])->take_theirs;
  if (all_theirs)
    {
      /* It stands there already. */
      sz_form_dialog_finish (saving->form);
      sz_form_dialog_finish (SZ_FORM_DIALOG (dialog));
      return;
    }
  saving->edit->take (saving->row, conflict);
  sz_form_dialog_write (SZ_FORM_DIALOG (dialog), fill_work (&work, saving), written_again_cb);
}

static void
written_cb (gpointer owner, gpointer value)
{
  Saved *saved = value;
  SzConflictDialog *dialog;

  if (!settle (saved))
    {
      dialog = sz_conflict_dialog_new (owner, &saved->saving->edit->look, saved->saving->row);
      g_object_set_data_full (G_OBJECT (dialog), SAVING, g_atomic_rc_box_acquire (saved->saving),
                              saving_freed_cb);
      g_signal_connect (dialog, "chosen", G_CALLBACK (chosen_cb), NULL);
      sz_conflict_dialog_show (dialog, g_steal_pointer (&saved->conflict));
      sz_form_dialog_unlock (owner);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  saved_freed_cb (saved);
}

void
sz_row_edit_save (SzFormDialog *form, const SzRowEdit *edit, gpointer row, SzJobDone done)
{
  Saving *saving;
  SzWork work;

  g_return_if_fail (SZ_IS_FORM_DIALOG (form) && edit != NULL && row != NULL && done != NULL);

  saving = g_atomic_rc_box_new0 (Saving);
  *saving = (Saving){ edit, row, done, form };
  sz_form_dialog_write (form, fill_work (&work, saving), written_cb);
  saving_freed_cb (saving);
}
