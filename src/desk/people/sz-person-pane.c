/* sz-person-pane.c — the details beside the list: one person, six tabs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-person-details.h"
#include "sz-person-reveal.h"

/* A person one only passes over with the arrow keys is not asked for. */
#define WAIT_MS 60

struct _SzPersonPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *nobody;
  GtkLabel *name_label;
  GtkLabel *line_label;
  GtkStackSwitcher *switcher;
  GtkStack *tabs;

  SzFieldList *lists[SZ_N_DETAILS]; /* NULL until the first person */
  gboolean loaded[SZ_N_DETAILS];    /* of this person */

  SzTasks *tasks;
  gint64 person_id;
  SzDate day;
  GCancellable *cancellable;
  guint wait_source;
  guint n_loading;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPersonPane, sz_person_pane, GTK_TYPE_WIDGET)

typedef struct
{
  gint64 person_id;
  SzDate day;
  SzDetails details;
} Input;

typedef struct
{
  GPtrArray *fields;
  SzPersonHead *head;
  SzDetails details;
} Answer;

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->fields, g_ptr_array_unref);
  g_clear_pointer (&answer->head, sz_person_head_free);
  g_free (answer);
}

static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->details = input->details;
  answer->fields = sz_person_details_read (office, input->person_id, input->day, input->details,
                                           &answer->head, cancellable, error);
  if (answer->fields != NULL)
    return answer;
  free_answer (answer);
  return NULL;
}

static void
show_head (SzPersonPane *self, const SzPersonHead *head)
{
  gtk_label_set_label (self->name_label, head->name);
  gtk_label_set_label (self->line_label, head->line);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPersonPane *self = SZ_PERSON_PANE (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Answer *answer = sz_tasks_finish (result, &error);

  self->n_loading--;
  if (answer == NULL && !g_cancellable_is_cancelled (cancellable))
    g_signal_emit (self, signals[FAILED], 0, error);
  if (answer != NULL && !g_cancellable_is_cancelled (cancellable))
    {
      show_head (self, answer->head);
      sz_field_list_show (self->lists[answer->details], answer->fields);
    }
  g_clear_pointer (&answer, free_answer);
}

static SzDetails
get_tab (SzPersonPane *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->tabs);

  for (guint i = 0; i < SZ_N_DETAILS; i++)
    if (g_strcmp0 (sz_person_details_name ((SzDetails)i), name) == 0)
      return (SzDetails)i;
  return SZ_DETAILS_BASIC;
}

static void
load_tab (SzPersonPane *self)
{
  SzDetails details = get_tab (self);
  Input *input;

  if (self->person_id == 0 || self->tasks == NULL || self->loaded[details])
    return;
  self->loaded[details] = TRUE;
  input = g_new0 (Input, 1);
  *input = (Input){ self->person_id, self->day, details };
  self->n_loading++;
  sz_tasks_read (self->tasks, self, SZ_WORK (read_cb, input, g_free, (GDestroyNotify)free_answer),
                 self->cancellable, read_done_cb, NULL);
}

static void
tab_changed_cb (SzPersonPane *self)
{
  if (self->wait_source == 0)
    load_tab (self);
}

/* A masked number was clicked */

typedef struct
{
  gint64 person_id;
  char *field;
} Reveal;

static void
free_reveal (Reveal *reveal)
{
  g_free (reveal->field);
  g_free (reveal);
}

static gpointer
reveal_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Reveal *reveal = data;

  return sz_office_person_reveal (office, reveal->person_id, reveal->field, error);
}

static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPersonPane *self = SZ_PERSON_PANE (source);
  g_autofree char *field = user_data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *number = sz_tasks_finish (result, &error);

  if (g_cancellable_is_cancelled (cancellable))
    return;
  if (number == NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else
    sz_field_list_reveal (self->lists[SZ_DETAILS_BASIC], field, number);
}

static void
reveal_asked_cb (SzPersonPane *self, const char *field)
{
  Reveal *reveal = g_new0 (Reveal, 1);

  reveal->person_id = self->person_id;
  reveal->field = g_strdup (field);
  sz_tasks_write (self->tasks, self,
                  SZ_WORK (reveal_cb, reveal, (GDestroyNotify)free_reveal, g_free),
                  self->cancellable, revealed_cb, g_strdup (field));
}

static void
add_tab (SzPersonPane *self, SzDetails details)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = sz_field_list_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  g_signal_connect_swapped (list, "reveal", G_CALLBACK (reveal_asked_cb), self);
  self->lists[details] = SZ_FIELD_LIST (list);
  gtk_stack_add_titled (self->tabs, scrolled, sz_person_details_name (details),
                        sz_person_details_title (details));
}

static void
make_tabs (SzPersonPane *self)
{
  if (self->lists[0] != NULL)
    return;
  for (guint i = 0; i < SZ_N_DETAILS; i++)
    add_tab (self, (SzDetails)i);
  gtk_stack_switcher_set_stack (self->switcher, self->tabs);
}

static gboolean
wait_over_cb (gpointer user_data)
{
  SzPersonPane *self = user_data;

  self->wait_source = 0;
  make_tabs (self);
  load_tab (self);
  return G_SOURCE_REMOVE;
}

static void
show_nobody (SzPersonPane *self, guint n_selected)
{
  g_autofree char *selected = sz_decimal_format_grouped (n_selected, 0);
  g_autofree char *text = NULL;

  text = n_selected < 2 ? g_strdup (_ ("Choose a person to see the details"))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person selected",
                                                        "%s people selected", n_selected),
                                           selected);
  gtk_label_set_label (self->nobody, text);
  gtk_stack_set_visible_child_name (self->stack, "nobody");
}

static void
start (SzPersonPane *self, guint wait_ms)
{
  g_clear_handle_id (&self->wait_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  memset (self->loaded, 0, sizeof self->loaded);
  if (self->person_id != 0)
    self->wait_source = g_timeout_add (wait_ms, wait_over_cb, self);
}

void
sz_person_pane_show (
    SzPersonPane *self, SzTasks *tasks, gint64 person_id, guint n_selected, SzDate day)
{
  gboolean same;

  g_return_if_fail (SZ_IS_PERSON_PANE (self));
  same = !g_set_object (&self->tasks, tasks) && self->person_id == person_id && self->day == day;
  self->person_id = person_id;
  self->day = day;
  if (person_id == 0)
    show_nobody (self, n_selected);
  if (!same)
    start (self, WAIT_MS);
}

void
sz_person_pane_reload (SzPersonPane *self)
{
  start (self, 0);
}

gint64
sz_person_pane_get_person (SzPersonPane *self)
{
  g_return_val_if_fail (SZ_IS_PERSON_PANE (self), 0);

  return self->person_id;
}

gboolean
sz_person_pane_is_settled (SzPersonPane *self)
{
  g_return_val_if_fail (SZ_IS_PERSON_PANE (self), FALSE);

  return self->wait_source == 0 && self->n_loading == 0;
}

void
sz_person_pane_show_tab (SzPersonPane *self, const char *name)
{
  make_tabs (self);
  gtk_stack_set_visible_child_name (self->tabs, name);
}

static void
sz_person_pane_dispose (GObject *object)
{
  SzPersonPane *self = SZ_PERSON_PANE (object);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->tasks);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (sz_person_pane_parent_class)->dispose (object);
}

static void
sz_person_pane_finalize (GObject *object)
{
  g_clear_object (&SZ_PERSON_PANE (object)->cancellable);
  G_OBJECT_CLASS (sz_person_pane_parent_class)->finalize (object);
}

static void
sz_person_pane_class_init (SzPersonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_person_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_person_pane_finalize;
  signals[FAILED] = g_signal_new ("failed", SZ_TYPE_PERSON_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-person-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzPersonPane, line_label);
  gtk_widget_class_bind_template_child (widget_class, SzPersonPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, SzPersonPane, nobody);
  gtk_widget_class_bind_template_child (widget_class, SzPersonPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SzPersonPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, SzPersonPane, tabs);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_person_pane_init (SzPersonPane *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_nobody (self, 0);
}
