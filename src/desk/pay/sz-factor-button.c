/* sz-factor-button.c — what a component's points are the product of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-factor-button.h"

#include <glib/gi18n.h>

#include "sz-scheme-field.h"
#include "sz-view-why.h"

/* One factor that can be chosen. */
typedef struct
{
  SzFactorKind kind;
  char *item; /* of SZ_FACTOR_VALUE */
  GtkCheckButton *check;
  SzSchemeField *lower;
  SzSchemeField *upper;
} Choice;

struct _SzFactorButton
{
  SzValueButton parent_instance;

  GtkGrid *grid;
  GtkEditable *item_entry;
  GPtrArray *choices; /* of Choice */
  char *place;
};

G_DEFINE_FINAL_TYPE (SzFactorButton, sz_factor_button, SZ_TYPE_VALUE_BUTTON)

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->item);
  g_free (choice);
}

static SzFactor
describe_choice (const Choice *choice)
{
  return (SzFactor){ .kind = choice->kind, .item = choice->item };
}

static char *
sz_factor_button_describe (SzValueButton *button)
{
  SzFactorButton *self = SZ_FACTOR_BUTTON (button);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);
      SzFactor factor = describe_choice (choice);
      g_autofree char *title = sz_factor_title (&factor);

      if (!gtk_check_button_get_active (choice->check))
        continue;
      if (text->len > 0)
        g_string_append (text, " × ");
      g_string_append (text, title);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SzSchemeField *
add_bound (SzFactorButton *self, int column, int row, const char *caption)
{
  GtkWidget *field = sz_scheme_field_new ("ratio", caption, NULL);

  gtk_widget_set_tooltip_text (field, caption);
  sz_scheme_field_set_caption_visible (SZ_SCHEME_FIELD (field), FALSE);
  sz_scheme_field_leave_faults (SZ_SCHEME_FIELD (field));
  gtk_grid_attach (self->grid, field, column, row, 1, 1);
  g_signal_connect_swapped (field, "changed", G_CALLBACK (sz_value_button_changed), self);
  return SZ_SCHEME_FIELD (field);
}

static void
name_places (SzFactorButton *self, const Choice *choice)
{
  SzFactor factor = describe_choice (choice);
  g_autofree char *word = sz_factor_word (&factor);
  g_autofree char *lower = g_strdup_printf ("%s.bounds.%s[0]", self->place, word);
  g_autofree char *upper = g_strdup_printf ("%s.bounds.%s[1]", self->place, word);

  sz_scheme_field_set_place (choice->lower, lower);
  sz_scheme_field_set_place (choice->upper, upper);
}

static Choice *
add_choice (SzFactorButton *self, SzFactorKind kind, const char *item)
{
  Choice *choice = g_new0 (Choice, 1);
  int row = (int)self->choices->len + 1;
  SzFactor factor = { .kind = kind, .item = (char *)item };
  g_autofree char *title = sz_factor_title (&factor);

  choice->kind = kind;
  choice->item = g_strdup (item);
  choice->check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (title));
  gtk_grid_attach (self->grid, GTK_WIDGET (choice->check), 0, row, 1, 1);
  g_signal_connect_swapped (choice->check, "toggled", G_CALLBACK (sz_value_button_changed), self);
  choice->lower = add_bound (self, 1, row, _ ("At least"));
  choice->upper = add_bound (self, 2, row, _ ("At most"));
  g_object_bind_property (choice->check, "active", choice->lower, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (choice->check, "active", choice->upper, "sensitive",
                          G_BINDING_SYNC_CREATE);
  g_ptr_array_add (self->choices, choice);
  name_places (self, choice);
  return choice;
}

static Choice *
find_choice (SzFactorButton *self, const SzFactor *factor)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->kind == factor->kind && g_strcmp0 (choice->item, factor->item) == 0)
        return choice;
    }
  return NULL;
}

static void
item_added_cb (SzFactorButton *self)
{
  g_autofree char *item = g_strstrip (g_strdup (gtk_editable_get_text (self->item_entry)));
  SzFactor factor = { .kind = SZ_FACTOR_VALUE, .item = item };
  Choice *choice = find_choice (self, &factor);

  if (*item == '\0')
    return;
  if (choice == NULL)
    choice = add_choice (self, SZ_FACTOR_VALUE, item);
  gtk_editable_set_text (self->item_entry, "");
  gtk_check_button_set_active (choice->check, TRUE);
}

static void
clear_choices (SzFactorButton *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      gtk_check_button_set_active (choice->check, FALSE);
      sz_scheme_field_show_text (choice->lower, "");
      sz_scheme_field_show_text (choice->upper, "");
    }
}

void
sz_factor_button_show (SzFactorButton *self, const GArray *factors)
{
  g_return_if_fail (SZ_IS_FACTOR_BUTTON (self) && factors != NULL);

  sz_value_button_set_showing (SZ_VALUE_BUTTON (self), TRUE);
  clear_choices (self);
  for (guint i = 0; i < factors->len; i++)
    {
      const SzFactor *factor = &g_array_index (factors, SzFactor, i);
      Choice *choice = find_choice (self, factor);

      if (choice == NULL)
        choice = add_choice (self, factor->kind, factor->item);
      gtk_check_button_set_active (choice->check, TRUE);
      if (!factor->bounded)
        continue;
      sz_scheme_field_show_number (choice->lower, factor->lower_x1e4);
      sz_scheme_field_show_number (choice->upper, factor->upper_x1e4);
    }
  sz_value_button_set_showing (SZ_VALUE_BUTTON (self), FALSE);
}

/* Both bounds or none: a missing one is a fault of its own. */
static void
read_bounds (const Choice *choice, SzFactor *factor, SzIssueList *issues)
{
  factor->bounded
      = !sz_scheme_field_is_blank (choice->lower) || !sz_scheme_field_is_blank (choice->upper);
  if (!factor->bounded)
    return;
  sz_scheme_field_read_number (choice->lower, issues, &factor->lower_x1e4);
  sz_scheme_field_read_number (choice->upper, issues, &factor->upper_x1e4);
}

void
sz_factor_button_read (SzFactorButton *self, GArray *factors, SzIssueList *issues)
{
  g_return_if_fail (SZ_IS_FACTOR_BUTTON (self));

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);
      SzFactor factor = { .kind = choice->kind };

      if (!gtk_check_button_get_active (choice->check))
        continue;
      factor.item = g_strdup (choice->item);
      read_bounds (choice, &factor, issues);
      g_array_append_val (factors, factor);
    }
}

void
sz_factor_button_set_place (SzFactorButton *self, const char *place)
{
  g_return_if_fail (SZ_IS_FACTOR_BUTTON (self));

  g_free (self->place);
  self->place = g_strdup (place);
  for (guint i = 0; i < self->choices->len; i++)
    name_places (self, g_ptr_array_index (self->choices, i));
}

static GtkWidget *
make_item_row (SzFactorButton *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->item_entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->item_entry), _ ("An imported figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->item_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("An imported figure"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->item_entry), TRUE);
  gtk_widget_set_tooltip_text (add, _ ("Add an imported figure as a factor"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add an imported figure as a factor"), -1);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->item_entry));
  gtk_box_append (GTK_BOX (row), add);
  g_signal_connect_swapped (self->item_entry, "activate", G_CALLBACK (item_added_cb), self);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (item_added_cb), self);
  return row;
}

static GtkWidget *
make_content (SzFactorButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 2);
  gtk_grid_set_column_spacing (self->grid, 8);
  gtk_grid_attach (self->grid, sz_value_button_make_caption (_ ("Points are the product of")), 0, 0,
                   1, 1);
  gtk_grid_attach (self->grid, sz_value_button_make_caption (_ ("At least")), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, sz_value_button_make_caption (_ ("At most")), 2, 0, 1, 1);
  for (int kind = 0; kind < SZ_FACTOR_VALUE; kind++)
    add_choice (self, (SzFactorKind)kind, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), make_item_row (self));
  return box;
}

static void
sz_factor_button_finalize (GObject *object)
{
  SzFactorButton *self = SZ_FACTOR_BUTTON (object);

  g_ptr_array_unref (self->choices);
  g_free (self->place);
  G_OBJECT_CLASS (sz_factor_button_parent_class)->finalize (object);
}

static void
sz_factor_button_class_init (SzFactorButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_factor_button_finalize;
  SZ_VALUE_BUTTON_CLASS (klass)->describe = sz_factor_button_describe;
}

static void
sz_factor_button_init (SzFactorButton *self)
{
  self->choices = g_ptr_array_new_with_free_func (free_choice);
  self->place = g_strdup ("components");
  sz_value_button_setup (SZ_VALUE_BUTTON (self), _ ("Factors"), _ ("Choose factors…"),
                         make_content (self));
}
