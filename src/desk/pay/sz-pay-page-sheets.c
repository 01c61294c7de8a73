/* sz-pay-page-sheets.c — files of a run: sheets of departments out and back, adjustments, the bank
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-open-folder.h"
#include "sz-pay-page-private.h"
#include "sz-pay-split-act.h"
#include "sz-sheets-window.h"

/* What the writer gets: the run, and files or a word. */
typedef struct
{
  gint64 run;
  GPtrArray *paths; /* of char *, NULL: none */
  char *word;       /* a department */
  gint64 n;         /* an adjustment */
  SzDate on;
} Order;

static Order *
make_order (SzPayPage *self)
{
  Order *order = g_new0 (Order, 1);

  order->run = sz_run_list_get_selected (self->runs);
  order->paths = g_ptr_array_new_with_free_func (g_free);
  order->on = self->life != NULL ? self->life->on : SZ_DATE_NONE;
  return order;
}

static void
free_order (gpointer data)
{
  Order *order = data;

  g_ptr_array_unref (order->paths);
  g_free (order->word);
  g_free (order);
}

/* A task ends with a sentence for people, or with an error. */
static void
told_cb (gpointer owner, gpointer value)
{
  sz_page_toast (owner, value, NULL, NULL, NULL);
  g_free (value);
}

static void
start (SzPayPage *self, SzTaskFunc func, Order *order)
{
  sz_page_write (SZ_PAGE (self),
                 SZ_WORK (func, order, free_order, g_free,
                          .changes = SZ_CHANGED_PAY | SZ_CHANGED_WATCH),
                 told_cb);
}

/* ---- the sheets of departments ---- */

static gpointer
send_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (GArray) files
      = sz_office_pay_split_sheets (office, order->run, g_ptr_array_index (order->paths, 0), NULL,
                                    &components, error);

  if (files == NULL)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sheet was written",
                                       "%u sheets were written", files->len),
                          files->len);
}

static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return sz_sheets_read (office, order->run, order->paths);
}

/* What was found is a list; where nothing was, a word is enough. */
static void
sheets_read_cb (gpointer owner, gpointer value)
{
  SzSheetsRead *read = value;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sheet was read",
                                                        "%u sheets were read", read->n_read),
                                           read->n_read);

  if (read->lines->len > read->n_read)
    {
      sz_sheets_window_open (owner, _ ("Sheets of the Departments"), read);
      return;
    }
  sz_page_toast (owner, text, NULL, NULL, NULL);
  sz_sheets_read_free (read);
}

/* What is read tells its findings itself. */
static void
start_reading (SzPayPage *self, SzTaskFunc func, SzJobDone told, Order *order)
{
  sz_page_write (SZ_PAGE (self),
                 SZ_WORK (func, order, free_order, (GDestroyNotify)sz_sheets_read_free,
                          .changes = SZ_CHANGED_PAY | SZ_CHANGED_WATCH),
                 told);
}

/* Dropped on the tab. In a run that takes none any more the act itself says so. */
static void
drop_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);
  Order *order;

  if (sz_page_get_tasks (SZ_PAGE (self)) == NULL || self->life == NULL)
    return;
  order = make_order (self);
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (order->paths, g_strdup (paths[i]));
  start_reading (self, read_cb, sheets_read_cb, order);
}

static gpointer
withdraw_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  if (!sz_office_pay_withdraw (office, order->run, order->word, error))
    return NULL;
  return g_strdup_printf (_ ("%s: the central split again"), order->word);
}

static void
withdraw_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const int row = sz_life_pane_get_row (_sz_pay_page_get_list (self, "splits"));
  Order *order;

  if (row < 0)
    return;
  order = make_order (self);
  order->word = g_strdup (g_array_index (self->life->splits->departments, SzSplitFace, row).name);
  start (self, withdraw_cb, order);
}

/* ---- adjustments ---- */

static gpointer
adjust_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return sz_sheets_read_adjustments (office, order->run, g_ptr_array_index (order->paths, 0));
}

static void
adjusted_cb (gpointer owner, gpointer value)
{
  SzSheetsRead *read = value;

  if (read->lines->len > 0)
    {
      sz_sheets_window_open (owner, _ ("Sheet of Adjustments"), read);
      return;
    }
  sz_page_toast (owner, _ ("Adjustments were read"), NULL, NULL, NULL);
  sz_sheets_read_free (read);
}

static gpointer
undo_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  g_autoptr (SzAdjustView) view = sz_office_pay_adjust_undo (office, order->run, order->n, error);

  return view != NULL ? g_strdup (_ ("The adjustment was taken back")) : NULL;
}

static void
undo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const int row = sz_life_pane_get_row (_sz_pay_page_get_list (self, "adjust"));
  Order *order;

  if (row < 0)
    return;
  order = make_order (self);
  order->n = g_array_index (self->life->adjustments->lines, SzAdjusted, row).n;
  start (self, undo_cb, order);
}

/* ---- files are chosen ---- */

/* What is chosen, and what is done with it. */
typedef struct
{
  const char *action;
  GtkFileChooserAction kind;
  const char *title; /* N_() */
  const char *accept;
  const char *name;     /* (nullable): offered */
  const char *suffixes; /* by blanks; NULL: a folder */
  gboolean several;
  SzTaskFunc func; /* NULL: asks for more first */
  SzJobDone told;  /* (nullable): what came of a reading; NULL: a sentence */
} Choice;

static const Choice choices[] = {
  { "pay.send-sheets", GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, N_ ("Folder for the Sheets"),
    N_ ("_Write"), NULL, NULL, FALSE, send_cb, NULL },
  { "pay.read-sheets", GTK_FILE_CHOOSER_ACTION_OPEN, N_ ("Sheets of the Departments"), N_ ("_Read"),
    NULL, "xlsx xls csv", TRUE, read_cb, sheets_read_cb },
  { "pay.adjust-sheet", GTK_FILE_CHOOSER_ACTION_OPEN, N_ ("Sheet of Adjustments"), N_ ("_Read"),
    NULL, "xlsx xls csv", FALSE, adjust_cb, adjusted_cb },
  { "pay.bank", GTK_FILE_CHOOSER_ACTION_SAVE, N_ ("Bank List"), N_ ("_Write"), "银行代发清单.csv",
    "csv txt xlsx", FALSE, NULL, NULL },
};

static void
take_files (GtkFileChooser *chooser, Order *order)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (order->paths, path);
      if (path != NULL && i == 0)
        sz_open_folder_keep (path);
    }
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  SzPayPage *self = user_data;
  const Choice *choice = g_object_get_data (G_OBJECT (chooser), "choice");

  if (response == GTK_RESPONSE_ACCEPT && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    {
      Order *order = make_order (self);

      take_files (GTK_FILE_CHOOSER (chooser), order);
      if (order->paths->len > 0 && choice->told != NULL)
        start_reading (self, choice->func, choice->told, order);
      else if (order->paths->len > 0 && choice->func != NULL)
        start (self, choice->func, order);
      else
        {
          if (order->paths->len > 0)
            _sz_pay_page_offer_bank (self, g_ptr_array_index (order->paths, 0));
          free_order (order);
        }
    }
  g_object_unref (chooser);
}

static void
choose_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser;
  const Choice *choice = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (strcmp (choices[i].action, action) == 0)
      choice = &choices[i];
  g_return_if_fail (choice != NULL);
  chooser = gtk_file_chooser_native_new (_ (choice->title), sz_page_get_window (SZ_PAGE (widget)),
                                         choice->kind, _ (choice->accept), NULL);
  if (choice->suffixes != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_auto (GStrv) suffixes = g_strsplit (choice->suffixes, " ", -1);

      for (guint i = 0; suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, suffixes[i]);
      gtk_file_filter_set_name (filter, choice->suffixes);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), choice->several);
  if (choice->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), choice->name);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  g_object_set_data (G_OBJECT (chooser), "choice", (gpointer)choice);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_sz_pay_page_install_sheet_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_class_install_action (widget_class, choices[i].action, NULL, choose_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.drop-sheets", "as", drop_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.withdraw", NULL, withdraw_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.adjust-undo", NULL, undo_action_cb);
}
