/* sz-why-window.c — why this amount, beside the person it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-why-window.h"

#include <glib/gi18n.h>

#include "sz-pay-why.h"
#include "sz-person-act.h"
#include "sz-why-pane.h"

#define WIDTH 420
#define HEIGHT 560

typedef struct
{
  gint64 person_id;
  gint64 run;
} Asked;

typedef struct
{
  SzPayView *view;
  char *staff_no;
  char *more; /* what came behind the run: adjusted, paid, taxed */
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  sz_pay_view_free (answer->view);
  g_free (answer->staff_no);
  g_free (answer->more);
  g_free (answer);
}

static gpointer
read_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  const Asked *asked = input;
  g_autoptr (SzPersonFile) file = sz_office_person_load (office, asked->person_id, error);
  g_autoptr (SzPayView) view
      = file != NULL ? sz_view_pay_open (office, asked->run, cancellable, error) : NULL;
  g_autoptr (SzPayWhy) why = NULL;
  Answer *answer;

  if (view == NULL)
    return NULL;
  why = sz_view_pay_why (office, asked->run, file->person.staff_no, SZ_DATE_NONE, error);
  if (why == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->view = g_steal_pointer (&view);
  answer->staff_no = g_strdup (file->person.staff_no);
  answer->more = sz_pay_why_dup_text (why);
  return answer;
}

static GtkEventController *
make_escape (void)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  return keys;
}

static void
shown_cb (gpointer owner, gpointer value)
{
  Answer *answer = value;
  GtkWidget *window = adw_window_new ();
  GtkWidget *pane = g_object_new (SZ_TYPE_WHY_PANE, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), pane);
  adw_window_set_content (ADW_WINDOW (window), scrolled);
  gtk_window_set_title (GTK_WINDOW (window), answer->view->head.name);
  gtk_window_set_transient_for (GTK_WINDOW (window), sz_page_get_window (owner));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_add_controller (window, make_escape ());
  g_signal_connect_object (pane, "closed", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  sz_why_pane_show (SZ_WHY_PANE (pane), answer->view, answer->staff_no);
  sz_why_pane_add_text (SZ_WHY_PANE (pane), answer->more);
  gtk_window_present (GTK_WINDOW (window));
  free_answer (answer);
}

void
sz_why_window_open (SzPage *page, gint64 person_id, gint64 run)
{
  Asked *asked;

  g_return_if_fail (SZ_IS_PAGE (page));

  asked = g_new0 (Asked, 1);
  *asked = (Asked){ person_id, run };
  sz_page_read (page, SZ_WORK (read_cb, asked, g_free, free_answer), shown_cb);
}
