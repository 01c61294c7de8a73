/* sz-import-columns-pane.c — step 2: which heading is which field, and what unknown values mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-columns-pane.h"

#include <glib/gi18n.h>

#include "sz-import-learn.h"

#define CELL_CHARS 22

struct _SzImportColumnsPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkGrid *columns;
  GtkLabel *missing;
  GtkStack *values_stack;
  GtkGrid *values;

  SzImportDraft *draft;
  GPtrArray *headings; /* of char *: by place in the grid */
  GPtrArray *drops;    /* of GtkDropDown, borrowed */
  GtkGrid *given;      /* borrowed: values for every row */
  GPtrArray *unknown;  /* of SzImportUnknown */
  GPtrArray *meanings; /* of GtkDropDown, borrowed, by place in @unknown */
  gboolean showing;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzImportColumnsPane, sz_import_columns_pane, GTK_TYPE_WIDGET)

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (sz_import_draft_measure (text), CELL_CHARS));
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A drop-down one can type in to find a choice. */
static GtkWidget *
make_drop (GListModel *choices, const char *name)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *drop = gtk_drop_down_new (g_object_ref (choices), text);

  gtk_widget_set_hexpand (drop, TRUE);
  gtk_widget_add_css_class (drop, "sz-dense");
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), g_list_model_get_n_items (choices) > 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return drop;
}

/* ---- columns ---- */

static gboolean
has_column (SzImportColumnsPane *self, guint field)
{
  for (guint i = 0; i < self->drops->len; i++)
    if (gtk_drop_down_get_selected (g_ptr_array_index (self->drops, i)) == field + 1)
      return TRUE;
  return FALSE;
}

static char *
list_missing (SzImportColumnsPane *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SzImportKind *kind = self->draft->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].required && !has_column (self, i)
        && g_hash_table_lookup (self->draft->set, kind->fields[i].heading) == NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", kind->fields[i].heading);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
sz_import_columns_pane_is_complete (SzImportColumnsPane *self)
{
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->draft == NULL || self->draft->kind == NULL || self->drops->len == 0)
    return FALSE;
  missing = list_missing (self);
  return *missing == '\0';
}

static void
show_missing (SzImportColumnsPane *self)
{
  g_autofree char *missing = list_missing (self);
  g_autofree char *text
      = *missing != '\0' ? g_strdup_printf (_ ("Still without a column: %s"), missing) : NULL;

  gtk_label_set_label (self->missing, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), text != NULL);
}

/* ---- values for every row, of sheets that say them in their title only ---- */

static void
value_typed_cb (SzImportColumnsPane *self, GtkEditable *entry)
{
  const char *heading = g_object_get_data (G_OBJECT (entry), "sz-heading");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (self->showing)
    return;
  if (*text == '\0')
    g_hash_table_remove (self->draft->set, heading);
  else
    g_hash_table_replace (self->draft->set, g_strdup (heading), g_steal_pointer (&text));
  show_missing (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_given (SzImportColumnsPane *self, const char *heading, int place)
{
  const char *value = g_hash_table_lookup (self->draft->set, heading);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s for every row"), heading);

  g_object_set_data_full (G_OBJECT (entry), "sz-heading", g_strdup (heading), g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (value_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->given, make_label (name, NULL), 0, place, 1, 1);
  gtk_grid_attach (self->given, entry, 1, place, 1, 1);
}

/* Only what has no column can be given. */
static void
show_given (SzImportColumnsPane *self)
{
  const SzImportKind *kind = self->draft->kind;
  int place = 0;

  clear_grid (self->given);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].required && !has_column (self, i))
        add_given (self, kind->fields[i].heading, place++);
      else
        g_hash_table_remove (self->draft->set, kind->fields[i].heading);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->given), place > 0);
}

static void
remember (SzImportColumnsPane *self, guint place, guint picked)
{
  const char *field = picked > 0 ? self->draft->kind->fields[picked - 1].heading : "";

  g_hash_table_replace (self->draft->map, g_strdup (g_ptr_array_index (self->headings, place)),
                        g_strdup (field));
}

/* A field has one column: the one that was picked last. */
static void
field_picked_cb (GtkDropDown *drop, GParamSpec *pspec, gpointer user_data)
{
  SzImportColumnsPane *self = user_data;
  guint picked = gtk_drop_down_get_selected (drop);

  if (self->showing || picked == GTK_INVALID_LIST_POSITION)
    return;
  self->showing = TRUE;
  for (guint i = 0; i < self->drops->len; i++)
    {
      GtkDropDown *other = g_ptr_array_index (self->drops, i);

      if (other == drop)
        remember (self, i, picked);
      else if (picked > 0 && gtk_drop_down_get_selected (other) == picked)
        {
          gtk_drop_down_set_selected (other, 0);
          remember (self, i, 0);
        }
    }
  show_given (self);
  self->showing = FALSE;
  show_missing (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GListModel *
list_fields (const SzImportKind *kind)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("— left out —"));
  for (guint i = 0; i < kind->n_fields; i++)
    gtk_string_list_take (names, g_strconcat (kind->fields[i].heading,
                                              kind->fields[i].required ? " *" : "", NULL));
  return G_LIST_MODEL (names);
}

static void
add_column (SzImportColumnsPane *self, const SzImportLookColumn *column, GListModel *fields)
{
  int place = (int)self->drops->len;
  GtkWidget *drop = make_drop (fields, column->heading);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), (guint)(column->field + 1));
  g_signal_connect (drop, "notify::selected", G_CALLBACK (field_picked_cb), self);
  gtk_grid_attach (self->columns, make_label (column->heading, NULL), 0, place + 1, 1, 1);
  gtk_grid_attach (self->columns, make_label (column->sample, "dim-label"), 1, place + 1, 1, 1);
  gtk_grid_attach (self->columns, drop, 2, place + 1, 1, 1);
  g_ptr_array_add (self->headings, g_strdup (column->heading));
  g_ptr_array_add (self->drops, drop);
}

void
sz_import_columns_pane_show (SzImportColumnsPane *self,
                             SzImportDraft *draft,
                             const SzImportLook *look)
{
  g_autoptr (GListModel) fields = NULL;

  g_return_if_fail (SZ_IS_IMPORT_COLUMNS_PANE (self) && draft->kind != NULL);
  g_clear_pointer (&self->draft, sz_import_draft_unref);
  self->draft = sz_import_draft_ref (draft);
  g_ptr_array_set_size (self->headings, 0);
  g_ptr_array_set_size (self->drops, 0);
  clear_grid (self->columns);
  gtk_grid_attach (self->columns, make_label (_ ("Heading"), "heading"), 0, 0, 1, 1);
  gtk_grid_attach (self->columns, make_label (_ ("First value"), "heading"), 1, 0, 1, 1);
  gtk_grid_attach (self->columns, make_label (_ ("Field"), "heading"), 2, 0, 1, 1);
  self->showing = TRUE;
  fields = list_fields (draft->kind);
  for (guint i = 0; i < look->columns->len; i++)
    add_column (self, g_ptr_array_index (look->columns, i), fields);
  show_given (self);
  self->showing = FALSE;
  show_missing (self);
}

/* ---- values ---- */

static GListModel *
list_codes (SzCodeTable table)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("— not known —"));
  for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
    gtk_string_list_append (names, code->name);
  return G_LIST_MODEL (names);
}

static void
add_value (SzImportColumnsPane *self, const SzImportUnknown *unknown)
{
  const SzImportField *field = &self->draft->kind->fields[unknown->field];
  int place = (int)self->meanings->len;
  g_autoptr (GListModel) codes = list_codes (field->table);
  GtkWidget *drop = make_drop (codes, unknown->text);
  g_autofree char *rows
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", unknown->count),
                         unknown->count);

  gtk_grid_attach (self->values, make_label (field->heading, "dim-label"), 0, place, 1, 1);
  gtk_grid_attach (self->values, make_label (unknown->text, "heading"), 1, place, 1, 1);
  gtk_grid_attach (self->values, make_label (rows, "dim-label"), 2, place, 1, 1);
  gtk_grid_attach (self->values, drop, 3, place, 1, 1);
  g_ptr_array_add (self->meanings, drop);
}

void
sz_import_columns_pane_show_unknown (SzImportColumnsPane *self, GPtrArray *unknown)
{
  const char *page = "looking";

  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  self->unknown = unknown;
  g_ptr_array_set_size (self->meanings, 0);
  clear_grid (self->values);
  for (guint i = 0; unknown != NULL && i < unknown->len; i++)
    add_value (self, g_ptr_array_index (unknown, i));
  if (unknown != NULL)
    page = unknown->len > 0 ? "values" : "known";
  gtk_stack_set_visible_child_name (self->values_stack, page);
}

static void
clear_meaning (gpointer data)
{
  g_free ((char *)((SzImportMeaning *)data)->text);
}

GArray *
sz_import_columns_pane_dup_meanings (SzImportColumnsPane *self)
{
  GArray *meanings = g_array_new (FALSE, FALSE, sizeof (SzImportMeaning));

  g_return_val_if_fail (self != NULL, NULL);

  g_array_set_clear_func (meanings, clear_meaning);
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const SzImportUnknown *unknown = g_ptr_array_index (self->unknown, i);
      guint picked = gtk_drop_down_get_selected (g_ptr_array_index (self->meanings, i));
      SzImportMeaning meaning;

      if (picked == 0 || picked == GTK_INVALID_LIST_POSITION)
        continue;
      meaning.table = self->draft->kind->fields[unknown->field].table;
      meaning.text = g_strdup (unknown->text);
      meaning.code = sz_codes_table (meaning.table)[picked - 1].code;
      g_array_append_val (meanings, meaning);
    }
  return meanings;
}

static void
sz_import_columns_pane_dispose (GObject *object)
{
  SzImportColumnsPane *self = SZ_IMPORT_COLUMNS_PANE (object);

  /* The drop-downs must not tell anybody while they go. */
  self->showing = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->draft, sz_import_draft_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->drops, g_ptr_array_unref);
  g_clear_pointer (&self->meanings, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_import_columns_pane_parent_class)->dispose (object);
}

static void
sz_import_columns_pane_class_init (SzImportColumnsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_import_columns_pane_dispose;
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_IMPORT_COLUMNS_PANE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-import-columns-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzImportColumnsPane, box);
  gtk_widget_class_bind_template_child (widget_class, SzImportColumnsPane, columns);
  gtk_widget_class_bind_template_child (widget_class, SzImportColumnsPane, given);
  gtk_widget_class_bind_template_child (widget_class, SzImportColumnsPane, missing);
  gtk_widget_class_bind_template_child (widget_class, SzImportColumnsPane, values);
  gtk_widget_class_bind_template_child (widget_class, SzImportColumnsPane, values_stack);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_import_columns_pane_init (SzImportColumnsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->drops = g_ptr_array_new ();
  self->meanings = g_ptr_array_new ();
}
