/* sz-template-dialog.c — an empty sheet to fill in: which kind, and where to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-template-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-import-kinds.h"
#include "sz-message.h"
#include "sz-open-folder.h"
#include "sz-template.h"

struct _SzTemplateDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkWidget *save_button;
};

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzTemplateDialog, sz_template_dialog, ADW_TYPE_WINDOW)

static const SzImportKind *
get_kind (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "kind") : NULL;
}

static gboolean
filter_row_cb (GtkListBoxRow *row, gpointer user_data)
{
  SzTemplateDialog *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return strstr (get_kind (row)->name, text) != NULL;
}

static void
search_changed_cb (SzTemplateDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_selected_cb (SzTemplateDialog *self, GtkListBoxRow *row)
{
  /* A dialog that goes away lets go of its list too. */
  if (self->save_button != NULL)
    gtk_widget_set_sensitive (self->save_button, row != NULL);
}

void
sz_template_dialog_write (SzTemplateDialog *self, const char *path)
{
  const SzImportKind *kind;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SZ_IS_TEMPLATE_DIALOG (self) && path != NULL);
  kind = get_kind (gtk_list_box_get_selected_row (self->list));
  if (kind == NULL)
    return;
  if (sz_office_template (kind, path, &error))
    {
      sz_open_folder_keep (path);
      g_signal_emit (self, signals[WRITTEN], 0, path);
    }
  else
    {
      text = sz_message_for_error (error);
      g_signal_emit (self, signals[FAILED], 0, text);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  SzTemplateDialog *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        sz_template_dialog_write (self, path);
    }
  g_object_unref (chooser);
}

static void
save_clicked_cb (SzTemplateDialog *self)
{
  const SzImportKind *kind = get_kind (gtk_list_box_get_selected_row (self->list));
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  if (kind == NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Save the Empty Sheet"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  name = g_strconcat (kind->name, ".xlsx", NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
fill (SzTemplateDialog *self)
{
  for (guint i = 0; sz_import_kinds ()[i] != NULL; i++)
    {
      const SzImportKind *kind = sz_import_kinds ()[i];
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (kind->name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data (G_OBJECT (row), "kind", (gpointer)kind);
      gtk_list_box_append (self->list, row);
    }
}

static void
sz_template_dialog_dispose (GObject *object)
{
  SZ_TEMPLATE_DIALOG (object)->save_button = NULL;
  G_OBJECT_CLASS (sz_template_dialog_parent_class)->dispose (object);
}

static void
sz_template_dialog_class_init (SzTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_template_dialog_dispose;
  signals[WRITTEN] = g_signal_new ("written", SZ_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", SZ_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SzTemplateDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SzTemplateDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SzTemplateDialog, search);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sz_template_dialog_init (SzTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row_cb, self, NULL);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

SzTemplateDialog *
sz_template_dialog_new (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  return g_object_new (SZ_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
}
