/* sz-print-job.c — pages sent to the printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-print-job.h"

#include "sz-message.h"

struct _SzPrintJob
{
  GObject parent_instance;

  GtkPrintSettings *settings; /* of the last job */
};

enum
{
  PRINTED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPrintJob, sz_print_job, G_TYPE_OBJECT)

static void
page_setup_requested_cb (GtkPrintOperation *operation,
                         GtkPrintContext *context,
                         int page,
                         GtkPageSetup *setup,
                         gpointer user_data)
{
  double width, height;

  sz_printout_get_size (user_data, (guint)page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
page_drawn_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  sz_printout_get_size (user_data, (guint)page, &width, &height);
  /* Paper of another size than A4 gets the whole page, never a part of it. */
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  if (scale < 0.99 || scale > 1.01)
    cairo_scale (cr, scale, scale);
  sz_printout_draw (user_data, (guint)page, cr);
  cairo_restore (cr);
}

static void
unref_printout_cb (gpointer data, GClosure *closure)
{
  sz_printout_unref (data);
}

/* Printed to a file, each form has one of its own. */
static void
name_file (GtkPrintSettings *settings, const char *name)
{
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
}

static GtkPrintOperation *
make_operation (SzPrintJob *self, SzPrintout *printout, const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int)sz_printout_count (printout));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  name_file (self->settings, name);
  gtk_print_operation_set_print_settings (operation, self->settings);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (page_setup_requested_cb),
                         sz_printout_ref (printout), unref_printout_cb, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (page_drawn_cb),
                         sz_printout_ref (printout), unref_printout_cb, 0);
  return operation;
}

static void
fail (SzPrintJob *self, const GError *error)
{
  g_autofree char *message = error != NULL ? sz_message_for_error (error) : g_strdup ("");

  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  SzPrintJob *self = user_data;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  const char *uri;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      fail (self, error);
      return;
    }
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  g_set_object (&self->settings, gtk_print_operation_get_print_settings (operation));
  g_object_get (operation, "job-name", &name, NULL);
  /* Only printing to a file names one. */
  uri = gtk_print_settings_get (self->settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_signal_emit (self, signals[PRINTED], 0, name, path);
}

void
sz_print_job_run (
    SzPrintJob *self, GtkWindow *parent, SzPrintout *printout, guint page, const char *name)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (self, printout, name);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_print_operation_set_current_page (operation, (int)page);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_object_ref (self),
                         (GClosureNotify)(void (*) (void))g_object_unref, 0);
  /* Trouble comes with "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static void
sz_print_job_finalize (GObject *object)
{
  g_clear_object (&SZ_PRINT_JOB (object)->settings);
  G_OBJECT_CLASS (sz_print_job_parent_class)->finalize (object);
}

static void
sz_print_job_class_init (SzPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_print_job_finalize;
  signals[PRINTED] = g_signal_new ("printed", SZ_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", SZ_TYPE_PRINT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_print_job_init (SzPrintJob *self)
{
  self->settings = gtk_print_settings_new ();
}

SzPrintJob *
sz_print_job_new (void)
{
  return g_object_new (SZ_TYPE_PRINT_JOB, NULL);
}
