/* sz-filter-button.c — who takes part in a component
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-filter-button.h"

#include <glib/gi18n.h>

/* Names in an entry are separated by any of these. */
#define SEPARATORS "、，,;； "

struct _SzFilterButton
{
  SzValueButton parent_instance;

  GPtrArray *employments; /* of GtkCheckButton, borrowed */
  GPtrArray *categories;
  GPtrArray *bands;
  GtkDropDown *full_time;
  GtkEditable *departments;
  GtkEditable *staff_nos;
};

G_DEFINE_FINAL_TYPE (SzFilterButton, sz_filter_button, SZ_TYPE_VALUE_BUTTON)

static GPtrArray *
read_checks (const GPtrArray *checks)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (checks, i);

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (set, g_strdup (gtk_check_button_get_label (check)));
    }
  return set->len > 0 ? g_steal_pointer (&set) : NULL;
}

static GPtrArray *
read_names (GtkEditable *entry)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = gtk_editable_get_text (entry);; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_utf8_strchr (SEPARATORS, -1, c) == NULL)
        {
          g_string_append_unichar (name, c);
          continue;
        }
      if (name->len > 0)
        g_ptr_array_add (set, g_strdup (name->str));
      g_string_truncate (name, 0);
      if (c == 0)
        break;
    }
  return set->len > 0 ? g_steal_pointer (&set) : NULL;
}

void
sz_filter_button_read (SzFilterButton *self, SzFilter *filter)
{
  static const int values[] = { -1, 1, 0 };

  g_return_if_fail (SZ_IS_FILTER_BUTTON (self) && filter != NULL);

  *filter = (SzFilter){ .employment = read_checks (self->employments),
                        .category = read_checks (self->categories),
                        .band = read_checks (self->bands),
                        .department = read_names (self->departments),
                        .staff_no = read_names (self->staff_nos),
                        .full_time = values[gtk_drop_down_get_selected (self->full_time)] };
}

static void
append_set (GString *text, const GPtrArray *set, const char *joint)
{
  if (set == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  for (guint i = 0; i < set->len; i++)
    {
      if (i > 0)
        g_string_append (text, joint);
      g_string_append (text, g_ptr_array_index (set, i));
    }
}

static void
clear_filter (SzFilter *filter)
{
  g_clear_pointer (&filter->employment, g_ptr_array_unref);
  g_clear_pointer (&filter->category, g_ptr_array_unref);
  g_clear_pointer (&filter->band, g_ptr_array_unref);
  g_clear_pointer (&filter->department, g_ptr_array_unref);
  g_clear_pointer (&filter->staff_no, g_ptr_array_unref);
}

static char *
sz_filter_button_describe (SzValueButton *button)
{
  SzFilterButton *self = SZ_FILTER_BUTTON (button);
  g_autoptr (GString) text = g_string_new (NULL);
  SzFilter filter;

  sz_filter_button_read (self, &filter);
  append_set (text, filter.employment, "、");
  append_set (text, filter.category, "、");
  append_set (text, filter.band, "、");
  append_set (text, filter.department, "、");
  append_set (text, filter.staff_no, "、");
  if (filter.full_time >= 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                            filter.full_time ? _ ("full-time teachers")
                                             : _ ("no full-time teachers"));
  clear_filter (&filter);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
has_name (const GPtrArray *set, const char *name)
{
  for (guint i = 0; set != NULL && i < set->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (set, i), name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_checks (const GPtrArray *checks, const GPtrArray *set)
{
  for (guint i = 0; i < checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (checks, i);

      gtk_check_button_set_active (check, has_name (set, gtk_check_button_get_label (check)));
    }
}

static void
show_names (GtkEditable *entry, const GPtrArray *set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_set (text, set, "、");
  gtk_editable_set_text (entry, text->str);
}

void
sz_filter_button_show (SzFilterButton *self, const SzFilter *filter)
{
  g_return_if_fail (SZ_IS_FILTER_BUTTON (self) && filter != NULL);

  sz_value_button_set_showing (SZ_VALUE_BUTTON (self), TRUE);
  show_checks (self->employments, filter->employment);
  show_checks (self->categories, filter->category);
  show_checks (self->bands, filter->band);
  show_names (self->departments, filter->department);
  show_names (self->staff_nos, filter->staff_no);
  gtk_drop_down_set_selected (self->full_time,
                              filter->full_time < 0 ? 0 : (filter->full_time ? 1 : 2));
  sz_value_button_set_showing (SZ_VALUE_BUTTON (self), FALSE);
}

static void
add_check (SzFilterButton *self, GtkGrid *grid, GPtrArray *checks, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);
  int index = (int)checks->len;

  gtk_grid_attach (grid, check, index % 3, index / 3, 1, 1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (sz_value_button_changed), self);
  g_ptr_array_add (checks, check);
}

static GPtrArray *
add_checks (SzFilterButton *self, GtkBox *box, const char *caption, GtkGrid **grid)
{
  GtkWidget *made = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (made), 12);
  gtk_box_append (box, sz_value_button_make_caption (caption));
  gtk_box_append (box, made);
  *grid = GTK_GRID (made);
  return g_ptr_array_new ();
}

static GPtrArray *
add_code_checks (SzFilterButton *self, GtkBox *box, const char *caption, SzCodeTable table)
{
  GtkGrid *grid;
  GPtrArray *checks = add_checks (self, box, caption, &grid);

  for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
    add_check (self, grid, checks, code->name);
  return checks;
}

static GPtrArray *
add_band_checks (SzFilterButton *self, GtkBox *box)
{
  GtkGrid *grid;
  GPtrArray *checks = add_checks (self, box, _ ("Band of the post"), &grid);

  for (int band = SZ_BAND_NONE + 1; band < SZ_N_BANDS; band++)
    add_check (self, grid, checks, sz_band_name ((SzBand)band));
  return checks;
}

static GtkEditable *
add_entry (SzFilterButton *self, GtkBox *box, const char *caption)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("All; several with 、 between"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  -1);
  gtk_box_append (box, sz_value_button_make_caption (caption));
  gtk_box_append (box, entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (sz_value_button_changed), self);
  return GTK_EDITABLE (entry);
}

static GtkDropDown *
add_full_time (SzFilterButton *self, GtkBox *box)
{
  const char *choices[]
      = { _ ("Either"), _ ("Full-time teachers only"), _ ("Without full-time teachers"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Full-time teacher"), -1);
  gtk_box_append (box, sz_value_button_make_caption (_ ("Full-time teacher")));
  gtk_box_append (box, choice);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (sz_value_button_changed), self);
  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
make_content (SzFilterButton *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));

  self->employments = add_code_checks (self, box, _ ("Kind of employment"), SZ_TABLE_EMPLOYMENT);
  self->categories
      = add_code_checks (self, box, _ ("Category of the post"), SZ_TABLE_POST_CATEGORY);
  self->bands = add_band_checks (self, box);
  self->full_time = add_full_time (self, box);
  self->departments = add_entry (self, box, _ ("Departments"));
  self->staff_nos = add_entry (self, box, _ ("Staff numbers"));
  return GTK_WIDGET (box);
}

static void
sz_filter_button_finalize (GObject *object)
{
  SzFilterButton *self = SZ_FILTER_BUTTON (object);

  g_ptr_array_unref (self->employments);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->bands);
  G_OBJECT_CLASS (sz_filter_button_parent_class)->finalize (object);
}

static void
sz_filter_button_class_init (SzFilterButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_filter_button_finalize;
  SZ_VALUE_BUTTON_CLASS (klass)->describe = sz_filter_button_describe;
}

static void
sz_filter_button_init (SzFilterButton *self)
{
  sz_value_button_setup (SZ_VALUE_BUTTON (self), _ ("Who takes part"),
                         _ ("Everybody who takes part"), make_content (self));
}
