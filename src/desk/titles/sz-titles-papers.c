/* sz-titles-papers.c — 申报材料 of an applicant, and the files that are kept of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sz-open-folder.h"
#include "sz-title-file.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

#define FOLDER_KEY "papers-folder"

/* ---- what there is ---- */

/* A button of a field: the action with who and what it is about. */
static void
set_button (SzField *field,
            const char *action,
            const SzTitleWhom *whom,
            const char *icon,
            const char *tooltip,
            const SzTitleMaterial *line)
{
  g_autoptr (GVariant) what
      = g_variant_ref_sink (g_variant_new ("(ssssss)", whom->round, whom->staff_no, whom->name,
                                           line->condition, line->material, line->name));
  g_autofree char *target = g_variant_print (what, FALSE);

  sz_field_set_button (field, g_strdup_printf ("titles.%s(%s)", action, target), icon, tooltip);
}

/* "论文.pdf（第 12 页，1.2 MB）"; what is not kept here says so. */
static char *
describe (const SzTitleMaterial *line)
{
  g_autoptr (GString) text = g_string_new (*line->name != '\0' ? line->name : NULL);
  g_autofree char *size = g_format_size ((guint64)line->bytes);

  if (*line->page != '\0')
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _ ("page %s"), line->page);
    }
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, line->bytes > 0 ? size : _ ("no file yet"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_line (GPtrArray *fields, const SzTitleWhom *whom, const SzTitleMaterial *line)
{
  const gboolean loose = *line->condition == '\0';
  g_autofree char *title = loose ? g_strdup (_ ("Named by no line"))
                                 : g_strdup_printf ("%s · %s", line->condition, line->material);
  SzField *field = sz_fields_take (fields, title, describe (line));

  if (line->bytes > 0)
    set_button (field, "open-paper", whom, "document-open-symbolic", _ ("Open the paper"), line);
  else
    set_button (field, "attach-paper", whom, "mail-attachment-symbolic", _ ("Attach its file…"),
                line);
  if (loose)
    set_button (sz_fields_add_note (fields, _ ("No line of the materials names this file.")),
                "detach-paper", whom, "user-trash-symbolic", _ ("Forget the file"), line);
}

gboolean
_sz_titles_add_papers (GPtrArray *fields, SzOffice *office, const SzTitleWhom *whom, GError **error)
{
  g_autoptr (GArray) materials = NULL;

  g_return_val_if_fail (fields != NULL && whom != NULL, FALSE);

  materials = sz_title_materials (office, whom->round, whom->staff_no, error);
  if (materials == NULL)
    return FALSE;
  if (materials->len > 0)
    sz_fields_add_heading (fields, _ ("Papers handed in"));
  for (guint i = 0; i < materials->len; i++)
    add_line (fields, whom, &g_array_index (materials, SzTitleMaterial, i));
  return TRUE;
}

/* ---- opening one ---- */

/* A paper on its way out to be looked at. */
typedef struct
{
  char *round;
  char *staff_no;
  char *name;
  char *path;
} Paper;

static void
free_paper (gpointer data)
{
  Paper *paper = data;

  g_free (paper->round);
  g_free (paper->staff_no);
  g_free (paper->name);
  g_free (paper->path);
  g_free (paper);
}

/* Nothing of the papers stays outside the college once the window is gone. */
static void
remove_folder (gpointer data)
{
  g_autofree char *folder = data;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* (nullable): for this user alone (0700). */
static const char *
get_folder (SzPage *page)
{
  char *folder = g_object_get_data (G_OBJECT (page), FOLDER_KEY);

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("shizi-XXXXXX", NULL);
      if (folder != NULL)
        g_object_set_data_full (G_OBJECT (page), FOLDER_KEY, folder, remove_folder);
    }
  return folder;
}

static gpointer
take_out_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Paper *paper = data;

  return sz_title_file_save (office, paper->round, paper->staff_no, paper->name, paper->path, error)
             ? g_strdup (paper->path)
             : NULL;
}

static void
shown_cb (GObject *window, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SzPage) page = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    sz_page_toast (page, _ ("No program on this computer opens this kind of file"), NULL, NULL,
                   NULL);
}

static void
taken_out_cb (gpointer owner, gpointer value)
{
  g_autofree char *path = value;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkWindow *window = sz_page_get_window (owner);

  if (window != NULL && uri != NULL)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (owner));
}

static void
open_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPage *page = SZ_PAGE (widget);
  const char *folder = get_folder (page);
  Paper *paper;
  const char *round, *staff_no, *name;

  if (folder == NULL || sz_page_get_tasks (page) == NULL)
    return;
  g_variant_get (parameter, "(&s&s&s&s&s&s)", &round, &staff_no, NULL, NULL, NULL, &name);
  paper = g_new0 (Paper, 1);
  *paper = (Paper){ g_strdup (round), g_strdup (staff_no), g_strdup (name),
                    g_build_filename (folder, name, NULL) };
  sz_page_write (page, SZ_WORK (take_out_cb, paper, free_paper, g_free), taken_out_cb);
}

/* ---- keeping and forgetting one ---- */

/* What the file that is being chosen is for. */
typedef struct
{
  SzTitleWhom whom; /* its texts owned */
  char *material;
} Wanted;

static void
free_wanted (gpointer data, GClosure *closure)
{
  Wanted *wanted = data;

  g_free ((char *)wanted->whom.round);
  g_free ((char *)wanted->whom.staff_no);
  g_free ((char *)wanted->whom.name);
  g_free ((char *)wanted->whom.condition);
  g_free (wanted->material);
  g_free (wanted);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  const Wanted *wanted = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  SzPage *page = g_object_get_data (G_OBJECT (chooser), "page");

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && sz_page_get_tasks (page) != NULL)
    {
      sz_open_folder_keep (path);
      sz_title_attach_present (page, &wanted->whom, wanted->material, path);
    }
  g_object_unref (chooser);
}

void
_sz_titles_attach (SzTitlesPage *page, const SzTitleWhom *whom, const char *material)
{
  GtkFileChooserNative *chooser;
  Wanted *wanted;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page) && whom != NULL && material != NULL);

  wanted = g_new0 (Wanted, 1);
  *wanted = (Wanted){ { g_strdup (whom->round), g_strdup (whom->staff_no), g_strdup (whom->name),
                        g_strdup (whom->condition) },
                      g_strdup (material) };
  chooser = gtk_file_chooser_native_new (_ ("Paper That Is Handed In"),
                                         sz_page_get_window (SZ_PAGE (page)),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  g_object_set_data_full (G_OBJECT (chooser), "page", g_object_ref (page), g_object_unref);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), wanted, free_wanted, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
attach_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitleWhom whom;
  const char *material;

  g_variant_get (parameter, "(&s&s&s&s&s&s)", &whom.round, &whom.staff_no, &whom.name,
                 &whom.condition, &material, NULL);
  _sz_titles_attach (SZ_TITLES_PAGE (widget), &whom, material);
}

static gpointer
forget_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Paper *paper = data;

  return GINT_TO_POINTER (
      sz_title_detach (office, paper->round, paper->staff_no, paper->name, error));
}

static void
detach_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Paper *paper = g_new0 (Paper, 1);

  g_variant_get (parameter, "(ss&s&s&ss)", &paper->round, &paper->staff_no, NULL, NULL, NULL,
                 &paper->name);
  _sz_titles_write (SZ_TITLES_PAGE (widget), forget_cb, paper, free_paper,
                    _ ("The file is forgotten"));
}

void
_sz_titles_install_papers (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.open-paper", "(ssssss)", open_action_cb);
  gtk_widget_class_install_action (klass, "titles.attach-paper", "(ssssss)", attach_action_cb);
  gtk_widget_class_install_action (klass, "titles.detach-paper", "(ssssss)", detach_action_cb);
}
