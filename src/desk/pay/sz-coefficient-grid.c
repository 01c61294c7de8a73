/* sz-coefficient-grid.c — a table of coefficients, a small field for each name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-coefficient-grid.h"

#include "sz-fault-label.h"
#include "sz-scheme-field.h"
#include "sz-scheme.h"

#define N_COLUMNS 3

struct _SzCoefficientGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkGrid *grid;
  GPtrArray *names;  /* of char* */
  GPtrArray *fields; /* of SzSchemeField, borrowed, one a name */
  char *place;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzCoefficientGrid, sz_coefficient_grid, GTK_TYPE_WIDGET)

static void
field_changed_cb (SzCoefficientGrid *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_name (SzCoefficientGrid *self, const char *name)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL);
}

void
sz_coefficient_grid_add (SzCoefficientGrid *self, const char *name)
{
  int index = (int)self->names->len;
  g_autofree char *place = g_strdup_printf ("%s.%s", self->place, name);
  GtkWidget *field;

  if (has_name (self, name))
    return;
  field = sz_scheme_field_new ("ratio", name, place);
  gtk_grid_attach (self->grid, field, index % N_COLUMNS, index / N_COLUMNS, 1, 1);
  g_signal_connect_swapped (field, "changed", G_CALLBACK (field_changed_cb), self);
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->fields, field);
}

void
sz_coefficient_grid_show (SzCoefficientGrid *self, GHashTable *table)
{
  g_autoptr (GList) names
      = table != NULL ? g_list_sort (g_hash_table_get_keys (table), (GCompareFunc)g_strcmp0) : NULL;

  g_return_if_fail (SZ_IS_COEFFICIENT_GRID (self));

  for (GList *l = names; l != NULL; l = l->next)
    sz_coefficient_grid_add (self, l->data);
  for (guint i = 0; i < self->names->len; i++)
    {
      SzSchemeField *field = g_ptr_array_index (self->fields, i);
      const gint64 *value
          = table != NULL ? g_hash_table_lookup (table, g_ptr_array_index (self->names, i)) : NULL;

      if (value != NULL)
        sz_scheme_field_show_number (field, *value);
      else
        sz_scheme_field_show_text (field, "");
    }
}

void
sz_coefficient_grid_read (SzCoefficientGrid *self, GHashTable *table, SzIssueList *issues)
{
  g_return_if_fail (SZ_IS_COEFFICIENT_GRID (self));

  for (guint i = 0; i < self->names->len; i++)
    {
      SzSchemeField *field = g_ptr_array_index (self->fields, i);
      gint64 value_x1e4;

      if (!sz_scheme_field_is_blank (field)
          && sz_scheme_field_read_number (field, issues, &value_x1e4))
        sz_scheme_put_coefficient (table, g_ptr_array_index (self->names, i), value_x1e4);
    }
}

static void
sz_coefficient_grid_dispose (GObject *object)
{
  g_clear_pointer (&SZ_COEFFICIENT_GRID (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_coefficient_grid_parent_class)->dispose (object);
}

static void
sz_coefficient_grid_finalize (GObject *object)
{
  SzCoefficientGrid *self = SZ_COEFFICIENT_GRID (object);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->fields);
  g_free (self->place);
  G_OBJECT_CLASS (sz_coefficient_grid_parent_class)->finalize (object);
}

static void
sz_coefficient_grid_class_init (SzCoefficientGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sz_coefficient_grid_dispose;
  object_class->finalize = sz_coefficient_grid_finalize;
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_COEFFICIENT_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_coefficient_grid_init (SzCoefficientGrid *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sz_coefficient_grid_new (const char *place)
{
  SzCoefficientGrid *self = g_object_new (SZ_TYPE_COEFFICIENT_GRID, NULL);

  self->place = g_strdup (place);
  gtk_box_append (GTK_BOX (self->box), sz_fault_label_new (place));
  return GTK_WIDGET (self);
}
