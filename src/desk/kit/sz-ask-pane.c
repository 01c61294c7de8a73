/* sz-ask-pane.c — a step or an act that wants a few words, asked for below the details of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ask-pane.h"

#include <glib/gi18n.h>

#include "sz-help.h"
#include "sz-job.h"

struct _SzAskPane
{
  AdwBin parent_instance;

  SzPage *page; /* borrowed: it holds the pane */
  SzJob *writing;
  GtkBox *box;
  GtkWidget *group; /* (nullable): of the rows */
  GtkLabel *fault;
  GtkButton *send;
  GPtrArray *rows;
  const SzAskOrder *order; /* (nullable) */
  char *subject;
  gboolean typed;
};

G_DEFINE_FINAL_TYPE (SzAskPane, sz_ask_pane, ADW_TYPE_BIN)

static void
say (SzAskPane *self, const char *text)
{
  gtk_label_set_text (self->fault, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), text != NULL);
}

static void
update_button (SzAskPane *self)
{
  gboolean complete = self->order != NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = sz_ask_row_dup_text (g_ptr_array_index (self->rows, i));

      complete &= !self->order->rows[i].required || *text != '\0';
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->send), complete);
}

static void
changed_cb (SzAskPane *self)
{
  self->typed = TRUE;
  say (self, NULL);
  update_button (self);
}

/* GTK 4.8 forgets to tell a text that goes or cannot be typed in that it has no focus any more. */
static void
drop_focus (SzAskPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

/* ---- sending ---- */

/* The page is read anew, and asks again about what the row is now. */
static void
acted_cb (gpointer owner, gpointer value)
{
  SzAskPane *self = owner;

  self->typed = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (sz_list_page_get_table (SZ_LIST_PAGE (self->page))));
}

static void
refused_cb (gpointer owner, const GError *error)
{
  SzAskPane *self = owner;

  gtk_widget_set_sensitive (GTK_WIDGET (self->box), TRUE);
  say (self, "");
  sz_refusal_tell (self->fault, error);
  sz_ask_pane_focus (self);
}

static void
send (SzAskPane *self)
{
  SzTasks *tasks = sz_page_get_tasks (self->page);
  GStrv texts;

  if (tasks == NULL || self->order == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->send)))
    return;
  texts = g_new0 (char *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    texts[i] = sz_ask_row_dup_text (g_ptr_array_index (self->rows, i));
  drop_focus (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), FALSE);
  sz_ask_write (self->writing, tasks, self->order, self->subject, texts, acted_cb);
}

/* From row to row, and sent from the last. */
static void
row_activated_cb (SzAskPane *self, GtkWidget *row)
{
  guint place;

  if (g_ptr_array_find (self->rows, row, &place) && place + 1 < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, place + 1));
  else
    send (self);
}

static gboolean
key_pressed_cb (SzAskPane *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  send (self);
  return TRUE;
}

/* ---- asking ---- */

static void
add_row (SzAskPane *self, const SzAskRow *described, const char *text)
{
  GtkWidget *row = sz_ask_row_new (described, text);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_signal_connect_object (row, ADW_IS_COMBO_ROW (row) ? "notify::selected" : "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (row_activated_cb), self,
                             G_CONNECT_SWAPPED);
}

void
sz_ask_pane_show (SzAskPane *self,
                  const SzAskOrder *order,
                  const char *subject,
                  const char *const *texts)
{
  g_return_if_fail (SZ_IS_ASK_PANE (self) && (order == NULL || subject != NULL));

  if (order != NULL && self->typed && order == self->order
      && g_strcmp0 (subject, self->subject) == 0)
    return;
  drop_focus (self);
  if (self->group != NULL)
    gtk_box_remove (self->box, self->group);
  self->group = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_free (self->subject);
  self->subject = g_strdup (subject);
  self->order = order;
  self->typed = FALSE;
  say (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), order != NULL);
  if (order == NULL)
    return;
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ (order->title));
  gtk_box_prepend (self->box, self->group);
  for (const SzAskRow *row = order->rows; row->label != NULL; row++)
    add_row (self, row, texts != NULL && *texts != NULL ? *texts++ : NULL);
  gtk_button_set_label (self->send, _ (order->verb));
  self->typed = FALSE;
  update_button (self);
}

gboolean
sz_ask_pane_focus (SzAskPane *self)
{
  g_return_val_if_fail (SZ_IS_ASK_PANE (self), FALSE);
  return self->rows->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
         && gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
sz_ask_pane_dispose (GObject *object)
{
  SzAskPane *self = SZ_ASK_PANE (object);

  g_clear_pointer (&self->writing, sz_job_free);
  G_OBJECT_CLASS (sz_ask_pane_parent_class)->dispose (object);
}

static void
sz_ask_pane_finalize (GObject *object)
{
  SzAskPane *self = SZ_ASK_PANE (object);

  g_free (self->subject);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (sz_ask_pane_parent_class)->finalize (object);
}

static void
sz_ask_pane_class_init (SzAskPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_ask_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_ask_pane_finalize;
}

static void
sz_ask_pane_init (SzAskPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  self->writing = sz_job_new (self, refused_cb);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  self->send = GTK_BUTTON (gtk_button_new_with_label (_ ("_Save")));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_label_set_xalign (self->fault, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_button_set_use_underline (self->send, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->send), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->send), "suggested-action");
  gtk_box_append (self->box, GTK_WIDGET (self->fault));
  gtk_box_append (self->box, GTK_WIDGET (self->send));
  gtk_widget_add_css_class (GTK_WIDGET (self), "sz-ask-pane");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  g_signal_connect_object (self->send, "clicked", G_CALLBACK (send), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

SzAskPane *
sz_ask_pane_new_alone (SzListPage *page)
{
  SzAskPane *self;

  g_return_val_if_fail (SZ_IS_LIST_PAGE (page), NULL);
  self = g_object_new (SZ_TYPE_ASK_PANE, NULL);
  self->page = SZ_PAGE (page);
  return self;
}

SzAskPane *
sz_ask_pane_new (SzListPage *page)
{
  SzAskPane *self;
  AdwBin *details;
  GtkWidget *shown;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (SZ_IS_LIST_PAGE (page), NULL);
  self = sz_ask_pane_new_alone (page);
  details
      = ADW_BIN (gtk_widget_get_template_child (GTK_WIDGET (page), SZ_TYPE_LIST_PAGE, "details"));
  shown = g_object_ref (adw_bin_get_child (details));
  adw_bin_set_child (details, NULL);
  gtk_widget_set_vexpand (shown, TRUE);
  gtk_box_append (GTK_BOX (box), shown);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self));
  g_object_unref (shown);
  adw_bin_set_child (details, box);
  return self;
}
