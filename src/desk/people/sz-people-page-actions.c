/* sz-people-page-actions.c — what the buttons of the people page do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-page-actions.h"

#include <glib/gi18n.h>

#include "sz-form-save.h"
#include "sz-person-act.h"
#include "sz-person-dialog.h"
#include "sz-record-dialog.h"
#include "sz-tax-window.h"
#include "sz-why-window.h"

/* The form of all who are in service. */
#define ROSTER "roster"

static void
saved_cb (SzPeoplePage *self, gint64 person_id, const char *act_id)
{
  sz_page_done (SZ_PAGE (self), _ ("Saved"), act_id);
  sz_list_page_select (SZ_LIST_PAGE (self), person_id);
}

static void
present_dialog (SzPeoplePage *self, gpointer dialog)
{
  GPtrArray *departments = _sz_people_page_get_departments (self);

  if (SZ_IS_RECORD_DIALOG (dialog))
    sz_record_dialog_offer_departments (dialog, departments);
  else
    sz_person_dialog_offer_departments (dialog, departments);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
open_person (GtkWidget *widget, gint64 person_id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));

  if (tasks != NULL)
    present_dialog (SZ_PEOPLE_PAGE (widget),
                    sz_person_dialog_new (sz_page_get_window (SZ_PAGE (widget)), tasks, person_id));
}

static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_person (widget, 0);
}

static void
edit_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (current != 0)
    open_person (widget, current);
}

static gpointer
delete_people_cb (SzOffice *office,
                  gpointer input,
                  SzProgress progress,
                  GCancellable *cancellable,
                  GError **error)
{
  char *act = NULL;

  sz_office_people_delete (office, input, &act, error);
  return act;
}

static void
deleted_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (owner, _ ("Deleted"), act);
}

/* Whoever has anything to their name is refused, and it can be undone: nobody is asked. */
static void
delete_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_page_write (SZ_PAGE (widget),
                   SZ_WORK (delete_people_cb,
                            sz_list_table_get_selected (
                                sz_list_page_get_table (SZ_LIST_PAGE (widget))),
                            (GDestroyNotify)g_array_unref, g_free, .changes = SZ_CHANGED_PEOPLE),
                   deleted_cb);
}

static void
change_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));
  int field = sz_record_field_from_code (g_variant_get_string (parameter, NULL));

  if (tasks != NULL && current != 0 && field >= 0)
    present_dialog (SZ_PEOPLE_PAGE (widget),
                    sz_record_dialog_new_change (sz_page_get_window (SZ_PAGE (widget)), tasks,
                                                 current, (SzRecordField)field));
}

/* A record or a service is corrected as it stands in the database now. */
typedef struct
{
  gint64 person_id;
  gint64 row_id;
  gboolean is_service;
} Wanted;

static gpointer
load_person_cb (SzOffice *office,
                gpointer input,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  const Wanted *wanted = input;

  return sz_office_person_load (office, wanted->person_id, error);
}

static gpointer
make_dialog (SzPeoplePage *self, const SzPersonFile *file, const Wanted *wanted)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  GtkWindow *window = sz_page_get_window (SZ_PAGE (self));

  for (guint i = 0; !wanted->is_service && i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);

      if (record->id == wanted->row_id)
        return sz_record_dialog_new_correction (window, tasks, file->person.id, record);
    }
  for (guint i = 0; wanted->is_service && i < file->services->len; i++)
    {
      const SzService *service = &g_array_index (file->services, SzService, i);

      if (service->id == wanted->row_id)
        return sz_record_dialog_new_leave (window, tasks, file->person.id, service);
    }
  return NULL;
}

static void
person_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeoplePage *self = SZ_PEOPLE_PAGE (source);
  g_autofree Wanted *wanted = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPersonFile) file = sz_tasks_finish (result, &error);
  gpointer dialog;

  if (file == NULL)
    {
      /* Cancelled work has nothing to say. */
      if (error != NULL)
        sz_page_show_error (SZ_PAGE (self), error);
      return;
    }
  if (sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  dialog = make_dialog (self, file, wanted);
  if (dialog != NULL)
    present_dialog (self, dialog);
}

static void
open_row (GtkWidget *widget, gint64 row_id, gboolean is_service)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));
  const Wanted wanted = { current, row_id, is_service };

  if (tasks == NULL || current == 0)
    return;
  sz_tasks_read (tasks, widget,
                 SZ_WORK (load_person_cb, g_memdup2 (&wanted, sizeof wanted), g_free,
                          (GDestroyNotify)sz_person_file_free),
                 NULL, person_loaded_cb, g_memdup2 (&wanted, sizeof wanted));
}

static void
correct_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_row (widget, g_variant_get_int64 (parameter), FALSE);
}

static void
why_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (current != 0)
    sz_why_window_open (SZ_PAGE (widget), current, g_variant_get_int64 (parameter));
}

static void
tax_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzTaxAbout about = { .person_id = sz_list_page_get_current (SZ_LIST_PAGE (widget)),
                             .day = sz_page_get_as_of (SZ_PAGE (widget)),
                             .amount_fen = 3600000 };

  if (about.person_id != 0)
    sz_tax_window_open (SZ_PAGE (widget), &about);
}

static void
leave_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_row (widget, g_variant_get_int64 (parameter), TRUE);
}

/* ---- the roster as of the day ---- */

static SzFormParams
make_params (SzPeoplePage *self)
{
  return (SzFormParams){ .on = sz_page_get_as_of (SZ_PAGE (self)) };
}

static void
export_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzForm *form = sz_form_find (ROSTER);
  const SzFormParams params = make_params (SZ_PEOPLE_PAGE (widget));
  g_autofree char *name = NULL;

  if (sz_page_get_tasks (SZ_PAGE (widget)) == NULL)
    return;
  name = sz_form_save_dup_name (form, &params, g_variant_get_string (parameter, NULL));
  sz_form_save (SZ_PAGE (widget), sz_form_order_new (ROSTER, &params), name);
}

/* The pages are made: a printer is asked for. */
static void
made_cb (gpointer owner, gpointer value)
{
  g_autoptr (SzPrintout) printout = value;

  sz_page_print (owner, printout, sz_form_find (ROSTER)->title);
}

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  const SzFormParams params = make_params (SZ_PEOPLE_PAGE (widget));

  if (tasks != NULL)
    sz_page_read (SZ_PAGE (widget),
                  SZ_WORK (sz_form_work_print, sz_form_order_new (ROSTER, &params),
                           (GDestroyNotify)sz_form_order_free, (GDestroyNotify)sz_printout_unref),
                  made_cb);
}

void
_sz_people_page_allow_roster (SzPeoplePage *self, gboolean allow)
{
  g_return_if_fail (SZ_IS_PEOPLE_PAGE (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.export", allow);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.print", allow);
}

void
_sz_people_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "people.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "people.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "people.change", "s", change_action_cb);
  gtk_widget_class_install_action (widget_class, "people.correct", "x", correct_action_cb);
  gtk_widget_class_install_action (widget_class, "people.leave", "x", leave_action_cb);
  gtk_widget_class_install_action (widget_class, "people.why", "x", why_action_cb);
  gtk_widget_class_install_action (widget_class, "people.tax", NULL, tax_action_cb);
  gtk_widget_class_install_action (widget_class, "people.export", "s", export_action_cb);
  gtk_widget_class_install_action (widget_class, "people.print", NULL, print_action_cb);
}
