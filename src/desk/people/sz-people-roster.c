/* sz-people-roster.c — the roster printed and saved from the page of the people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-roster.h"

#include "sz-form-save.h"
#include "sz-print-job.h"

#define ROSTER "roster"

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

static void
failed_cb (SzPeoplePage *self, const char *text)
{
  sz_page_toast (SZ_PAGE (self), text, NULL, NULL, NULL);
}

/* The pages are made: a printer is asked for. */
static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPrintout) printout = sz_tasks_finish (result, &error);
  g_autoptr (SzPrintJob) job = NULL;

  if (printout == NULL)
    {
      sz_page_show_error (SZ_PAGE (source), error);
      return;
    }
  job = sz_print_job_new ();
  g_signal_connect_object (job, "failed", G_CALLBACK (failed_cb), source, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    sz_print_job_run (job, GTK_WINDOW (root), printout, 0, sz_form_find (ROSTER)->title);
}

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  const SzFormParams params = make_params (SZ_PEOPLE_PAGE (widget));

  if (tasks != NULL)
    sz_tasks_read (tasks, widget, sz_form_work_print, sz_form_order_new (ROSTER, &params),
                   (GDestroyNotify)sz_form_order_free, (GDestroyNotify)sz_printout_unref, NULL,
                   made_cb, NULL);
}

void
_sz_people_page_update_roster (SzPeoplePage *self, guint n_people)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.export", n_people > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.print", n_people > 0);
}

void
_sz_people_page_install_roster (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.export", "s", export_action_cb);
  gtk_widget_class_install_action (widget_class, "people.print", NULL, print_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "people.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "people.export",
                                       "s", ".xlsx");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "people.export", "s", ".pdf");
}
