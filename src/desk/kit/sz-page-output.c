/* sz-page-output.c — what a page gives out: a file where the user wants it, pages on a printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-page-output.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-open-folder.h"
#include "sz-print-job.h"

/* What a file chooser is about; lives as long as it does. */
typedef struct
{
  SzPage *page;
  SzSaving saving;
  char *suffix;
} Choice;

static void
free_choice (Choice *choice)
{
  if (choice->saving.input != NULL)
    choice->saving.free_input (choice->saving.input);
  g_clear_object (&choice->page);
  g_free (choice->suffix);
  g_free (choice);
}

static void
written_cb (gpointer owner, gpointer value)
{
  SzPage *page = owner;
  g_autofree char *path = value;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  shown = g_filename_display_name (path);
  /* TRANSLATORS: a file, with its folder */
  text = g_strdup_printf (_ ("Saved: %s"), shown);
  sz_page_toast (page, text, _ ("_Open"), "win.show-file", g_variant_new_string (path));
}

/* A name typed without its ending gets the one that was asked for. */
static char *
complete_path (char *path, const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  char *complete;

  if (g_str_has_suffix (lower, suffix))
    return path;
  complete = g_strconcat (path, suffix, NULL);
  g_free (path);
  return complete;
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && sz_page_get_tasks (choice->page) != NULL)
    {
      sz_open_folder_keep (path);
      choice->saving.set_path (choice->saving.input,
                               complete_path (g_steal_pointer (&path), choice->suffix));
      sz_page_write (choice->page,
                     SZ_WORK (choice->saving.write, g_steal_pointer (&choice->saving.input),
                              choice->saving.free_input, g_free),
                     written_cb);
    }
  g_free (path);
  free_choice (choice);
  g_object_unref (dialog);
}

static const char *
find_suffix (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL ? dot : "";
}

static void
add_filter (GtkFileChooser *chooser, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *pattern = g_strconcat ("*", suffix, NULL);
  const char *kind = g_str_equal (suffix, ".xlsx")  ? _ ("Workbooks (*.xlsx)")
                     : g_str_equal (suffix, ".pdf") ? _ ("PDF files (*.pdf)")
                                                    : _ ("CSV files (*.csv)");

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
sz_page_save (SzPage *page, const char *title, const char *name, const SzSaving *saving)
{
  GtkFileChooserNative *dialog;
  Choice *choice;

  g_return_if_fail (SZ_IS_PAGE (page) && title != NULL && name != NULL && saving != NULL);
  dialog = gtk_file_chooser_native_new (title, sz_page_get_window (page),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  choice = g_new0 (Choice, 1);
  *choice = (Choice){ g_object_ref (page), *saving, g_strdup (find_suffix (name)) };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  add_filter (GTK_FILE_CHOOSER (dialog), choice->suffix);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
sz_page_printed (SzPage *page, const char *name, const char *path)
{
  g_autofree char *file = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && name != NULL);
  if (file != NULL)
    {
      /* TRANSLATORS: a form that was printed to a file */
      text = g_strdup_printf (_ ("Written to %s"), file);
      sz_page_toast (page, text, _ ("_Show"), "win.show-file", g_variant_new_string (path));
      return;
    }
  /* TRANSLATORS: a form that went to the printer */
  text = g_strdup_printf (_ ("Sent to the printer: %s"), name);
  sz_page_toast (page, text, NULL, NULL, NULL);
}

void
sz_page_print_failed (SzPage *page, const char *reason)
{
  g_autofree char *text = g_strdup_printf (_ ("It was not printed: %s"), reason);

  g_return_if_fail (SZ_IS_PAGE (page));
  sz_page_toast (page, text, NULL, NULL, NULL);
}

void
sz_page_print (SzPage *page, SzPrintout *printout, const char *name)
{
  g_autoptr (SzPrintJob) job = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && printout != NULL && name != NULL);
  if (sz_page_get_window (page) == NULL)
    return;
  job = sz_print_job_new ();
  g_signal_connect_object (job, "printed", G_CALLBACK (sz_page_printed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "failed", G_CALLBACK (sz_page_print_failed), page,
                           G_CONNECT_SWAPPED);
  sz_print_job_run (job, sz_page_get_window (page), printout, 0, name);
}
