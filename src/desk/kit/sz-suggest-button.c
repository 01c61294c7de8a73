/* sz-suggest-button.c — what is already known, beside an entry, to choose instead of typing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-suggest-button.h"

#include <string.h>

/* Room for the names of most departments in one line. */
#define WIDTH 220
#define MAX_HEIGHT 300
#define TOP_LEVEL 13

struct _SzSuggestButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkListBox *list; /* NULL until it was opened */

  GtkEditable *entry; /* borrowed */
  GPtrArray *choices;
};

G_DEFINE_FINAL_TYPE (SzSuggestButton, sz_suggest_button, GTK_TYPE_WIDGET)

static char *
read_entry (SzSuggestButton *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static gboolean
holds (SzSuggestButton *self, const char *text)
{
  return g_ptr_array_find_with_equal_func (self->choices, text, g_str_equal, NULL);
}

/* A whole name is there to be changed for another one: then all are listed. */
static gboolean
is_narrowing (SzSuggestButton *self, const char *text)
{
  if (*text == '\0' || holds (self, text))
    return FALSE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      if (strstr (g_ptr_array_index (self->choices, i), text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
row_activated_cb (SzSuggestButton *self, GtkListBoxRow *row)
{
  const guint index = (guint)gtk_list_box_row_get_index (row);
  const char *label = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));

  g_return_if_fail (index < self->choices->len);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_editable_set_text (self->entry, label);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
fill_list (SzSuggestButton *self)
{
  g_autofree char *text = read_entry (self);
  const gboolean narrowing = is_narrowing (self, text);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *choice = g_ptr_array_index (self->choices, i);
      GtkWidget *label;

      if (narrowing && strstr (choice, text) == NULL)
        continue;
      label = gtk_label_new (choice);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (self->list, label);
      if (g_str_equal (choice, text))
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (gtk_widget_get_last_child (
                                                 GTK_WIDGET (self->list))));
    }
}

static GtkWidget *
make_popover (SzSuggestButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (popover, "sz-choices");
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

static void
popover_asked_cb (GtkMenuButton *button, gpointer user_data)
{
  SzSuggestButton *self = user_data;

  if (self->list == NULL)
    gtk_menu_button_set_popover (button, make_popover (self));
  fill_list (self);
}

static gboolean
alt_down_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  SzSuggestButton *self = user_data;

  if (self->choices->len == 0)
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  return TRUE;
}

GtkWidget *
sz_suggest_button_new (GtkEditable *entry, const char *label)
{
  SzSuggestButton *self = g_object_new (SZ_TYPE_SUGGEST_BUTTON, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->entry = entry;
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down,
                                                                                  GDK_ALT_MASK),
                                                          gtk_callback_action_new (alt_down_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  return GTK_WIDGET (self);
}

void
sz_suggest_button_offer (SzSuggestButton *self, const char *text)
{
  g_return_if_fail (SZ_IS_SUGGEST_BUTTON (self) && text != NULL);
  g_ptr_array_add (self->choices, g_strdup (text));
  gtk_widget_show (GTK_WIDGET (self));
}

void
sz_suggest_button_offer_posts (SzSuggestButton *self)
{
  static const SzPostCategory categories[]
      = { SZ_POST_PROFESSIONAL, SZ_POST_MANAGEMENT, SZ_POST_WORKER };

  g_return_if_fail (SZ_IS_SUGGEST_BUTTON (self));

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      for (int level = 1; level <= TOP_LEVEL; level++)
        {
          const SzPost post = (SzPost)categories[i] * 100 + level;
          g_autofree char *name = sz_post_name (post);

          /* Not every category goes down as far as the others. */
          if (sz_post_parse (name) == post)
            sz_suggest_button_offer (self, name);
        }
    }
}

void
sz_suggest_button_clear (SzSuggestButton *self)
{
  g_return_if_fail (SZ_IS_SUGGEST_BUTTON (self));
  g_ptr_array_set_size (self->choices, 0);
  gtk_widget_hide (GTK_WIDGET (self));
}

gboolean
sz_suggest_button_is_new (SzSuggestButton *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SZ_IS_SUGGEST_BUTTON (self), FALSE);
  text = read_entry (self);
  return self->choices->len > 0 && *text != '\0' && !holds (self, text);
}

static void
sz_suggest_button_dispose (GObject *object)
{
  g_clear_pointer (&SZ_SUGGEST_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_suggest_button_parent_class)->dispose (object);
}

static void
sz_suggest_button_finalize (GObject *object)
{
  g_ptr_array_unref (SZ_SUGGEST_BUTTON (object)->choices);
  G_OBJECT_CLASS (sz_suggest_button_parent_class)->finalize (object);
}

static void
sz_suggest_button_class_init (SzSuggestButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sz_suggest_button_dispose;
  object_class->finalize = sz_suggest_button_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_suggest_button_init (SzSuggestButton *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), popover_asked_cb, self,
                                         NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_hide (GTK_WIDGET (self));
}
