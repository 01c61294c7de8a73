/* sz-standard-form.c — the values of one line of a standard, to be typed and chosen (RULE ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-form.h"
#include "sz-spoken.h"

#include <glib/gi18n.h>

struct _SzStandardForm
{
  AdwBin parent_instance;

  GPtrArray *fields; /* of SzDraftField */
};

enum
{
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzStandardForm, sz_standard_form, ADW_TYPE_BIN)

static void
tell (SzStandardForm *self, const char *key, const char *value)
{
  g_signal_emit (self, signals[TYPED], 0, key, value);
}

static const SzDraftField *
get_field (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "sz-field");
}

static void
entry_changed_cb (SzStandardForm *self, GtkWidget *row)
{
  tell (self, get_field (row)->key, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
combo_changed_cb (SzStandardForm *self, GParamSpec *pspec, GtkWidget *row)
{
  const SzDraftField *field = get_field (row);
  g_auto (GStrv) words = g_strsplit (field->choices, "/", -1);
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  const guint first
      = field->optional || !g_strv_contains ((const char *const *)words, field->value);

  if (selected < first)
    tell (self, field->key, "");
  else if (selected - first < g_strv_length (words))
    tell (self, field->key, words[selected - first]);
}

/* The first line of the menu is none, where there may be none or where what stands is no choice. */
static GtkWidget *
make_combo (SzStandardForm *self, const SzDraftField *field)
{
  g_auto (GStrv) words = g_strsplit (field->choices, "/", -1);
  const gboolean strange = !g_strv_contains ((const char *const *)words, field->value);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  guint selected = 0;

  if (field->optional || strange)
    gtk_string_list_append (labels, strange && *field->value != '\0' ? field->value : "—");
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], field->value))
        selected = g_list_model_get_n_items (G_LIST_MODEL (labels));
      gtk_string_list_append (labels, sz_draft_word (words[i]));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_object_set_data (G_OBJECT (row), "sz-field", (gpointer)field);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (combo_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_entry (SzStandardForm *self, const SzDraftField *field)
{
  GtkWidget *row = adw_entry_row_new ();

  sz_spoken_text (row);
  gtk_editable_set_text (GTK_EDITABLE (row), field->value);
  g_object_set_data (G_OBJECT (row), "sz-field", (gpointer)field);
  g_signal_connect_object (row, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

void
sz_standard_form_show (SzStandardForm *self, GPtrArray *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_return_if_fail (SZ_IS_STANDARD_FORM (self));
  adw_bin_set_child (ADW_BIN (self), group);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = fields;
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const SzDraftField *field = g_ptr_array_index (fields, i);
      GtkWidget *row = field->choices != NULL && *field->choices != '\0' ? make_combo (self, field)
                                                                         : make_entry (self, field);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (fields != NULL && fields->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ ("These conditions hold on every path of the level."));
}

static void
sz_standard_form_finalize (GObject *object)
{
  g_clear_pointer (&SZ_STANDARD_FORM (object)->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_standard_form_parent_class)->finalize (object);
}

static void
sz_standard_form_class_init (SzStandardFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_standard_form_finalize;
  signals[TYPED] = g_signal_new ("typed", SZ_TYPE_STANDARD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
sz_standard_form_init (SzStandardForm *self)
{
}

GtkWidget *
sz_standard_form_new (void)
{
  return g_object_new (SZ_TYPE_STANDARD_FORM, NULL);
}

/* ---- the tools over the lines ---- */

static void
add_button (GtkBox *box, const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (box, button);
}

GtkWidget *
sz_standard_tools_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *add = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Level"), "standard.level");
  g_menu_append (menu, _ ("_Path"), "standard.path");
  g_menu_append (menu, _ ("_Condition"), "standard.condition");
  g_menu_append (menu, _ ("_Group"), "standard.group");
  g_menu_append (menu, _ ("_Achievement"), "standard.item");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (add), _ ("_Add"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (add), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (add), G_MENU_MODEL (menu));
  gtk_box_append (GTK_BOX (box), add);
  add_button (GTK_BOX (box), "list-remove-symbolic", "standard.remove", _ ("Take out (Delete)"));
  add_button (GTK_BOX (box), "go-up-symbolic", "standard.move::up", _ ("Up (Alt+↑)"));
  add_button (GTK_BOX (box), "go-down-symbolic", "standard.move::down", _ ("Down (Alt+↓)"));
  add_button (GTK_BOX (box), "format-indent-more-symbolic", "standard.move::in",
              _ ("Into the group above (Alt+→)"));
  add_button (GTK_BOX (box), "format-indent-less-symbolic", "standard.move::out",
              _ ("Out of its group (Alt+←)"));
  return box;
}
