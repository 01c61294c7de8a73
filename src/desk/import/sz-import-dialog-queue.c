/* sz-import-dialog-queue.c — several files, and several sheets of one: what comes behind what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-import-dialog-private.h"
#include "sz-open-folder.h"

static void
part_freed_cb (gpointer data)
{
  SzImportPart *part = data;

  g_free (part->path);
  g_free (part->sheet);
  g_free (part);
}

/* Whether the sheet comes with the one that is looked at. */
static gboolean
is_other (SzImportDialog *self, const char *sheet)
{
  return !g_str_equal (sheet, self->look->sheet)
         && !g_hash_table_contains (self->draft->left_out, sheet);
}

guint
_sz_import_dialog_count_others (SzImportDialog *self)
{
  guint n = 0;

  g_return_val_if_fail (SZ_IS_IMPORT_DIALOG (self), 0);

  if (self->look == NULL || self->look->fitting == NULL || self->draft->is_part
      || !g_strv_contains ((const char *const *)self->look->fitting, self->look->sheet))
    return 0;
  for (char **sheet = self->look->fitting; *sheet != NULL; sheet++)
    n += is_other (self, *sheet) ? 1 : 0;
  return n;
}

static SzImportPart *
make_part (const char *path, const char *sheet, const SzImportKind *kind)
{
  SzImportPart *part = g_new0 (SzImportPart, 1);

  part->path = g_strdup (path);
  part->sheet = g_strdup (sheet);
  part->kind = kind;
  return part;
}

void
_sz_import_dialog_wait_for (SzImportDialog *self, const char *path)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  g_queue_push_tail (&self->waiting, make_part (path, NULL, NULL));
  self->n_files++;
}

void
_sz_import_dialog_forget (SzImportDialog *self)
{
  g_return_if_fail (SZ_IS_IMPORT_DIALOG (self));

  g_queue_clear_full (&self->waiting, part_freed_cb);
  g_queue_clear_full (&self->aside, part_freed_cb);
  self->n_files = 0;
  self->has_sheets = FALSE;
}

char *
_sz_import_dialog_dup_place (SzImportDialog *self)
{
  guint place = self->n_files - g_queue_get_length (&self->waiting);

  if (self->n_files < 2)
    return g_strdup ("");
  return self->has_sheets ? g_strdup_printf (_ ("Sheet %u of %u"), place, self->n_files)
                          : g_strdup_printf (_ ("File %u of %u"), place, self->n_files);
}

static void
show_place (SzImportDialog *self)
{
  g_autofree char *place = _sz_import_dialog_dup_place (self);

  gtk_label_set_label (self->count_label, place);
}

/* The other sheets of the file that are ticked come right behind this one. */
void
_sz_import_dialog_queue_others (SzImportDialog *self)
{
  guint n = _sz_import_dialog_count_others (self);

  if (n == 0)
    return;
  for (guint i = g_strv_length (self->look->fitting); i > 0; i--)
    if (is_other (self, self->look->fitting[i - 1]))
      g_queue_push_head (&self->waiting, make_part (self->draft->path, self->look->fitting[i - 1],
                                                    self->draft->kind));
  self->n_files = MAX (self->n_files, 1) + n;
  self->has_sheets = TRUE;
  show_place (self);
}

/* Back at the file it is asked again which sheets come. */
void
_sz_import_dialog_ask_others_again (SzImportDialog *self)
{
  SzImportPart *part;

  while (!self->draft->is_part && (part = g_queue_peek_head (&self->waiting)) != NULL
         && part->sheet != NULL && g_str_equal (part->path, self->draft->path))
    {
      part_freed_cb (g_queue_pop_head (&self->waiting));
      self->n_files--;
    }
  show_place (self);
}

void
_sz_import_dialog_set_aside (SzImportDialog *self)
{
  if (!self->sweeping)
    return;
  g_queue_push_tail (&self->aside,
                     make_part (self->draft->path, self->has_sheets ? self->draft->sheet : NULL,
                                self->draft->kind));
  _sz_import_dialog_next_file (self);
}

static void
begin_part (SzImportDialog *self, const SzImportPart *part)
{
  g_clear_pointer (&self->draft, sz_import_draft_unref);
  self->draft = sz_import_draft_new (part->path);
  self->draft->sheet = g_strdup (part->sheet);
  self->draft->is_part = part->sheet != NULL;
  if (part->sheet != NULL)
    self->draft->kind = part->kind;
  sz_open_folder_keep (part->path);
  _sz_import_dialog_show_step (self, SZ_IMPORT_FILE);
  _sz_import_dialog_look (self);
  sz_import_file_pane_show (self->file_pane, self->draft, NULL);
}

/* What was done without asking, and what is still to be looked at. */
static void
tell_swept (SzImportDialog *self)
{
  const SzImportTally *tally = &self->tally;
  g_autofree char *inserted = sz_decimal_format_grouped (tally->inserted, 0);
  g_autofree char *updated = sz_decimal_format_grouped (tally->updated, 0);
  g_autofree char *unchanged = sz_decimal_format_grouped (tally->unchanged, 0);
  g_autofree char *text = g_strdup_printf (
      _ ("Imported without a finding: %u (%s rows new, %s changed, %s unchanged). "
         "Still to be looked at: %u."),
      tally->n_parts, inserted, updated, unchanged, self->n_files);

  gtk_label_set_text (self->error_label, text);
  gtk_info_bar_set_message_type (self->error_bar, GTK_MESSAGE_INFO);
  gtk_widget_show (GTK_WIDGET (self->error_bar));
}

/* Those that wanted a person come now, one by one. */
static void
end_sweep (SzImportDialog *self)
{
  SzImportPart *part;

  self->sweeping = FALSE;
  self->n_files = g_queue_get_length (&self->aside);
  while ((part = g_queue_pop_head (&self->aside)) != NULL)
    g_queue_push_tail (&self->waiting, part);
}

gboolean
_sz_import_dialog_next_file (SzImportDialog *self)
{
  const gboolean swept = self->sweeping && g_queue_is_empty (&self->waiting);
  SzImportPart *part;

  if (swept)
    end_sweep (self);
  part = g_queue_pop_head (&self->waiting);
  if (part == NULL)
    return FALSE;
  show_place (self);
  begin_part (self, part);
  part_freed_cb (part);
  if (swept)
    tell_swept (self);
  return TRUE;
}
