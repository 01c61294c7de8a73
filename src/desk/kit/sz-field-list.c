/* sz-field-list.c — titles and values under headings, as details panes show them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-field-list.h"

#include <glib/gi18n.h>

struct _SzFieldList
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  int n_lines;
};

enum
{
  REVEAL,
  N_SIGNALS
};

/* As many of a figure stand in one line; a formula may take more. */
#define WHOLE_CHARS 14

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzFieldList, sz_field_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_value (const char *text, const char *style)
{
  GtkWidget *label = make_label (text, style);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_figure (const char *text, const char *style)
{
  GtkWidget *label = make_value (text, style);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  /* A figure is not broken where large text leaves little room. */
  gtk_label_set_width_chars (GTK_LABEL (label), (int)MIN (g_utf8_strlen (text, -1), WHOLE_CHARS));
  return label;
}

static void
code_clicked_cb (SzFieldList *self, GtkWidget *button)
{
  g_signal_emit (self, signals[REVEAL], 0, gtk_widget_get_name (button));
}

static GtkWidget *
make_code (SzFieldList *self, const SzField *field)
{
  GtkWidget *button = gtk_button_new_with_label (field->value);

  gtk_widget_set_name (button, field->name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sz-code");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_BASELINE);
  gtk_widget_set_tooltip_text (button, _ ("Click to see the number; the look is recorded"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (code_clicked_cb), self);
  return button;
}

/* What leads to a place can be dragged there where places are taken: somebody into a what-if. */
static void
offer_place (GtkWidget *button, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) place = NULL;
  GtkDragSource *source;
  g_autoptr (GdkContentProvider) content = NULL;

  if (!g_action_parse_detailed_name (action, &name, &place, NULL) || place == NULL
      || !g_variant_is_of_type (place, G_VARIANT_TYPE_STRING))
    return;
  source = gtk_drag_source_new ();
  content = gdk_content_provider_new_typed (G_TYPE_STRING, g_variant_get_string (place, NULL));
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
make_button (const SzField *field)
{
  GtkWidget *button = gtk_button_new_from_icon_name (field->icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sz-small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, field->tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->tooltip, -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), field->action);
  offer_place (button, field->action);
  return button;
}

static void
attach_field (SzFieldList *self, const SzField *field)
{
  const int line = self->n_lines++;
  const int value_width = field->action != NULL ? 1 : 2;
  GtkWidget *heading;

  switch (field->kind)
    {
    case SZ_SHOW_HEADING:
      heading = make_label (field->title, "heading");
      if (line > 0)
        gtk_widget_set_margin_top (heading, 10);
      gtk_grid_attach (self->grid, heading, 0, line, 1 + value_width, 1);
      break;
    case SZ_SHOW_NOTE:
      gtk_grid_attach (self->grid, make_value (field->value, field->style), 0, line,
                       1 + value_width, 1);
      break;
    case SZ_SHOW_CODE:
      gtk_grid_attach (self->grid, make_label (field->title, "dim-label"), 0, line, 1, 1);
      gtk_grid_attach (self->grid, make_code (self, field), 1, line, value_width, 1);
      break;
    case SZ_SHOW_FIGURE:
      gtk_grid_attach (self->grid, make_label (field->title, "dim-label"), 0, line, 1, 1);
      gtk_grid_attach (self->grid, make_figure (field->value, field->style), 1, line, value_width,
                       1);
      break;
    case SZ_SHOW_VALUE:
    default:
      gtk_grid_attach (self->grid, make_label (field->title, "dim-label"), 0, line, 1, 1);
      gtk_grid_attach (self->grid, make_value (field->value, field->style), 1, line, value_width,
                       1);
      break;
    }
  if (field->action != NULL)
    gtk_grid_attach (self->grid, make_button (field), 2, line, 1, 1);
}

static void
clear_grid (SzFieldList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_lines = 0;
}

void
sz_field_list_show (SzFieldList *self, const GPtrArray *fields)
{
  g_return_if_fail (SZ_IS_FIELD_LIST (self));
  clear_grid (self);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    attach_field (self, g_ptr_array_index (fields, i));
}

void
sz_field_list_reveal (SzFieldList *self, const char *name, const char *number)
{
  g_return_if_fail (SZ_IS_FIELD_LIST (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column, line, width, height;

      if (!GTK_IS_BUTTON (child) || g_strcmp0 (gtk_widget_get_name (child), name) != 0)
        continue;
      gtk_grid_query_child (self->grid, child, &column, &line, &width, &height);
      gtk_grid_remove (self->grid, child);
      gtk_grid_attach (self->grid, make_value (number, NULL), column, line, width, height);
      return;
    }
}

static void
sz_field_list_dispose (GObject *object)
{
  SzFieldList *self = SZ_FIELD_LIST (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;
  G_OBJECT_CLASS (sz_field_list_parent_class)->dispose (object);
}

static void
sz_field_list_class_init (SzFieldListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_field_list_dispose;
  signals[REVEAL] = g_signal_new ("reveal", SZ_TYPE_FIELD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_field_list_init (SzFieldList *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "sz-details");
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
sz_field_list_new (void)
{
  return g_object_new (SZ_TYPE_FIELD_LIST, NULL);
}
