/* sz-choice-button.c — a filter: a button that names what is chosen, and the choices below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-choice-button.h"

#include <glib/gi18n.h>
#include <string.h>

/* A longer list gets a search entry. */
#define SEARCH_FROM 12
#define MAX_HEIGHT 420

typedef struct
{
  char *id; /* NULL: all */
  char *label;
} Choice;

struct _SzChoiceButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *search;
  GtkListBox *list; /* NULL until it was opened */

  char *title;
  char *chosen;
  GArray *choices; /* of Choice */
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzChoiceButton, sz_choice_button, GTK_TYPE_WIDGET)

static void
clear_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->id);
  g_free (choice->label);
}

static const Choice *
find_choice (SzChoiceButton *self, const char *id)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (g_strcmp0 (choice->id, id) == 0)
        return choice;
    }
  return NULL;
}

static void
show_choice (SzChoiceButton *self)
{
  const Choice *choice = self->chosen != NULL ? find_choice (self, self->chosen) : NULL;
  g_autofree char *name = NULL;

  gtk_label_set_label (self->label, choice != NULL ? choice->label : self->title);
  if (choice != NULL)
    gtk_widget_add_css_class (self->button, "sz-chosen");
  else
    gtk_widget_remove_css_class (self->button, "sz-chosen");
  name = choice != NULL ? g_strdup_printf ("%s: %s", self->title, choice->label)
                        : g_strdup (self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static gboolean
admit_row_cb (GtkListBoxRow *row, gpointer user_data)
{
  SzChoiceButton *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const Choice *choice
      = &g_array_index (self->choices, Choice, (guint)gtk_list_box_row_get_index (row));

  return *text == '\0' || choice->id == NULL || strstr (choice->label, text) != NULL;
}

static void
row_activated_cb (SzChoiceButton *self, GtkListBoxRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (index < self->choices->len)
    sz_choice_button_choose (self, g_array_index (self->choices, Choice, index).id);
}

static void
fill_list (SzChoiceButton *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);
      GtkWidget *label = gtk_label_new (choice->label);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->list, label);
      if (g_strcmp0 (choice->id, self->chosen) == 0)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int)i));
    }
  gtk_widget_set_visible (self->search, self->choices->len >= SEARCH_FROM);
}

static GtkWidget *
make_popover (SzChoiceButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (popover, "sz-choices");
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_list_box_set_filter_func (self->list, admit_row_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
popover_asked_cb (GtkMenuButton *button, gpointer user_data)
{
  SzChoiceButton *self = user_data;

  if (self->list == NULL)
    gtk_menu_button_set_popover (button, make_popover (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
}

void
sz_choice_button_clear (SzChoiceButton *self, const char *all)
{
  const Choice choice = { NULL, g_strdup (all) };

  g_return_if_fail (SZ_IS_CHOICE_BUTTON (self));
  g_array_set_size (self->choices, 0);
  if (all != NULL)
    g_array_append_val (self->choices, choice);
  show_choice (self);
}

void
sz_choice_button_add (SzChoiceButton *self, const char *id, const char *label)
{
  const Choice choice = { g_strdup (id), g_strdup (label) };

  g_return_if_fail (SZ_IS_CHOICE_BUTTON (self) && id != NULL && label != NULL);
  g_array_append_val (self->choices, choice);
  if (g_strcmp0 (id, self->chosen) == 0)
    show_choice (self);
}

const char *
sz_choice_button_get_choice (SzChoiceButton *self)
{
  g_return_val_if_fail (SZ_IS_CHOICE_BUTTON (self), NULL);

  return self->chosen;
}

void
sz_choice_button_choose (SzChoiceButton *self, const char *id)
{
  g_return_if_fail (SZ_IS_CHOICE_BUTTON (self));
  if (g_strcmp0 (self->chosen, id) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sz_choice_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SzChoiceButton *self = SZ_CHOICE_BUTTON (object);

  if (id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->title);
  self->title = g_value_dup_string (value);
  show_choice (self);
}

static void
sz_choice_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, SZ_CHOICE_BUTTON (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_choice_button_dispose (GObject *object)
{
  g_clear_pointer (&SZ_CHOICE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_choice_button_parent_class)->dispose (object);
}

static void
sz_choice_button_finalize (GObject *object)
{
  SzChoiceButton *self = SZ_CHOICE_BUTTON (object);

  g_free (self->title);
  g_free (self->chosen);
  g_array_unref (self->choices);
  G_OBJECT_CLASS (sz_choice_button_parent_class)->finalize (object);
}

static void
sz_choice_button_class_init (SzChoiceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sz_choice_button_set_property;
  object_class->get_property = sz_choice_button_get_property;
  object_class->dispose = sz_choice_button_dispose;
  object_class->finalize = sz_choice_button_finalize;
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_CHOICE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_choice_button_init (SzChoiceButton *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, clear_choice);
  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 20);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), popover_asked_cb, self,
                                         NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
