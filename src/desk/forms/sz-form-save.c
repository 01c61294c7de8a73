/* sz-form-save.c — forms saved as files: where to, then written off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-save.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a file chooser is about; lives as long as it does. */
typedef struct
{
  SzPage *page;
  SzFormOrder *order;
  char *suffix;
} Choice;

static void
free_choice (Choice *choice)
{
  g_clear_pointer (&choice->order, sz_form_order_free);
  g_clear_object (&choice->page);
  g_free (choice->suffix);
  g_free (choice);
}

char *
sz_form_save_dup_name (const SzForm *form, const SzFormParams *params, const char *suffix)
{
  g_autofree char *about = NULL;
  const gboolean numbered = form->id[0] == 'F' && g_ascii_isdigit (form->id[1]);

  /* Files go with the forms, which are always in Chinese. */
  if ((form->needs & SZ_FORM_NEEDS_RUN) != 0)
    about = g_strdup_printf ("第%d次", (int)params->run);
  else if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    about = g_strdup_printf ("%d年", params->year);
  else
    about = sz_date_format (params->on);
  return g_strconcat (numbered ? form->id : "", numbered ? "-" : "", form->title, "-", about,
                      suffix, NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPage *page = SZ_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (path == NULL)
    {
      sz_page_show_error (page, error);
      return;
    }
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
  SzTasks *tasks = sz_page_get_tasks (choice->page);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && tasks != NULL)
    {
      choice->order->path = complete_path (g_file_get_path (file), choice->suffix);
      sz_tasks_write (tasks, choice->page,
                      SZ_WORK (sz_form_work_export, g_steal_pointer (&choice->order),
                               (GDestroyNotify)sz_form_order_free, g_free),
                      NULL, written_cb, NULL);
    }
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
sz_form_save (SzPage *page, SzFormOrder *order, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Save the Form"),
                                     GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice){ g_object_ref (page), order, g_strdup (find_suffix (name)) };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), choice->suffix);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
