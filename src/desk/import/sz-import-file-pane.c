/* sz-import-file-pane.c — step 1: which file, which sheet, what kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-file-pane.h"

#include <glib/gi18n.h>

#include "sz-import-kinds.h"

/* Wider sheets are cut here; what is behind is still imported. */
#define COLUMNS_SHOWN 40
#define CELL_CHARS 22

struct _SzImportFilePane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *stack;
  GtkLabel *file_label;
  GtkWidget *choices;
  GtkDropDown *kind_drop;
  GtkWidget *sheet_label;
  GtkDropDown *sheet_drop;
  GtkWidget *sheets_row;
  GtkFlowBox *sheets_box;
  GtkWidget *encoding_label;
  GtkDropDown *encoding_drop;
  GtkGrid *grid;
  GtkLabel *summary;

  SzImportDraft *draft;
  gboolean showing; /* while the drop-downs are set by program */
};

enum
{
  CHOOSE,
  CHANGED,
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzImportFilePane, sz_import_file_pane, GTK_TYPE_WIDGET)

static void
choose_clicked_cb (SzImportFilePane *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
kind_picked_cb (SzImportFilePane *self)
{
  guint picked = gtk_drop_down_get_selected (self->kind_drop);

  if (self->showing || self->draft == NULL || picked == 0 || picked == GTK_INVALID_LIST_POSITION)
    return;
  self->draft->kind = sz_import_kinds ()[picked - 1];
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sheet_picked_cb (SzImportFilePane *self)
{
  GtkStringObject *picked = gtk_drop_down_get_selected_item (self->sheet_drop);

  if (self->showing || self->draft == NULL || picked == NULL)
    return;
  g_free (self->draft->sheet);
  self->draft->sheet = g_strdup (gtk_string_object_get_string (picked));
  self->draft->kind = NULL; /* the other sheet may be of another kind */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
encoding_picked_cb (SzImportFilePane *self)
{
  guint picked = gtk_drop_down_get_selected (self->encoding_drop);

  if (self->showing || self->draft == NULL)
    return;
  self->draft->encoding = picked == 0 ? SZ_ENCODING_UTF8 : SZ_ENCODING_GB18030;
  self->draft->kind = NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_cell (
    SzImportFilePane *self, const char *text, int column, int row, int width, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (width == 1)
    gtk_label_set_width_chars (GTK_LABEL (label),
                               MIN (sz_import_draft_measure (text) + 1, CELL_CHARS));
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "sz-sheet-cell");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, row, width, 1);
}

/* Titles above the headings run over the empty cells behind them. */
static guint
find_end (const SzImportLook *look, const SzImportLookRow *row, guint n, guint first)
{
  guint last = MIN (look->n_columns, COLUMNS_SHOWN);
  guint end = first + 1;

  if (row->number >= look->heading_row)
    return end;
  while (end < last && (end >= n || *row->cells[end] == '\0'))
    end++;
  return end;
}

static void
show_row (SzImportFilePane *self, const SzImportLook *look, const SzImportLookRow *row, int place)
{
  guint n = g_strv_length (row->cells);
  gboolean is_heading = row->number == look->heading_row;
  g_autofree char *number = g_strdup_printf ("%u", row->number);
  guint end;

  add_cell (self, number, 0, place, 1, "dim-label");
  for (guint i = 0; i < MIN (look->n_columns, COLUMNS_SHOWN); i = end)
    {
      end = find_end (look, row, n, i);
      add_cell (self, i < n ? row->cells[i] : "", (int)i + 1, place, (int)(end - i),
                is_heading ? "sz-heading-cell" : NULL);
    }
}

static void
clear_grid (SzImportFilePane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static guint
count_matched (const SzImportLook *look)
{
  guint n = 0;

  for (guint i = 0; i < look->columns->len; i++)
    n += ((SzImportLookColumn *)g_ptr_array_index (look->columns, i))->field >= 0 ? 1 : 0;
  return n;
}

static void
show_summary (SzImportFilePane *self, const SzImportLook *look)
{
  g_autofree char *text = NULL;

  if (look->kind == NULL)
    text = g_strdup (_ ("The headings are of no known kind. Choose the kind of sheet."));
  else if (look->heading_row == 0)
    text = g_strdup (_ ("No row of this sheet has the headings of this kind."));
  else
    text = g_strdup_printf (_ ("Row %u has the headings: %u of %u are known."), look->heading_row,
                            count_matched (look), look->columns->len);
  gtk_label_set_label (self->summary, text);
}

static void
show_choices (SzImportFilePane *self, const SzImportLook *look)
{
  g_autoptr (GtkStringList) sheets = gtk_string_list_new ((const char *const *)look->sheets);
  gboolean several = g_strv_length (look->sheets) > 1;
  guint place = 0;

  gtk_drop_down_set_model (self->sheet_drop, G_LIST_MODEL (sheets));
  for (guint i = 0; look->sheets[i] != NULL; i++)
    if (g_strcmp0 (look->sheets[i], look->sheet) == 0)
      gtk_drop_down_set_selected (self->sheet_drop, i);
  gtk_widget_set_visible (self->sheet_label, several);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_drop), several);

  for (guint i = 0; sz_import_kinds ()[i] != NULL; i++)
    if (sz_import_kinds ()[i] == look->kind)
      place = i + 1;
  gtk_drop_down_set_selected (self->kind_drop, place);

  gtk_widget_set_visible (self->encoding_label, look->encoding != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_drop), look->encoding != NULL);
  gtk_drop_down_set_selected (self->encoding_drop,
                              g_strcmp0 (look->encoding, "GB18030") == 0 ? 1 : 0);
}

static void
sheet_ticked_cb (GtkCheckButton *button, SzImportFilePane *self)
{
  const char *sheet = gtk_check_button_get_label (button);

  if (gtk_check_button_get_active (button))
    g_hash_table_remove (self->draft->left_out, sheet);
  else
    g_hash_table_add (self->draft->left_out, g_strdup (sheet));
  g_signal_emit (self, signals[TICKED], 0);
}

/* A sheet a department, a term, a year: all that fit are ticked; the one looked at comes anyway. */
static void
show_sheets (SzImportFilePane *self, const SzImportLook *look)
{
  const gboolean several = look->fitting != NULL && g_strv_length (look->fitting) > 1
                           && g_strv_contains ((const char *const *)look->fitting, look->sheet)
                           && !self->draft->is_part;
  GtkWidget *child;

  g_hash_table_remove (self->draft->left_out, look->sheet);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets_box))) != NULL)
    gtk_flow_box_remove (self->sheets_box, child);
  gtk_widget_set_visible (self->sheets_row, several);
  for (guint i = 0; several && look->fitting[i] != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (look->fitting[i]);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   !g_hash_table_contains (self->draft->left_out,
                                                           look->fitting[i]));
      gtk_widget_set_sensitive (button, !g_str_equal (look->fitting[i], look->sheet));
      g_signal_connect (button, "toggled", G_CALLBACK (sheet_ticked_cb), self);
      gtk_flow_box_append (self->sheets_box, button);
    }
}

void
sz_import_file_pane_show (SzImportFilePane *self, SzImportDraft *draft, const SzImportLook *look)
{
  g_autofree char *name = draft != NULL ? g_path_get_basename (draft->path) : NULL;

  g_return_if_fail (SZ_IS_IMPORT_FILE_PANE (self));
  if (self->draft != draft)
    {
      g_clear_pointer (&self->draft, sz_import_draft_unref);
      self->draft = draft != NULL ? sz_import_draft_ref (draft) : NULL;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), draft != NULL ? "sheet" : "none");
  gtk_label_set_label (self->file_label, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_label), draft != NULL ? draft->path : NULL);
  clear_grid (self);
  gtk_label_set_label (self->summary, "");
  gtk_widget_set_sensitive (self->choices, look != NULL);
  if (look == NULL)
    {
      gtk_widget_hide (self->sheets_row);
      return;
    }
  self->showing = TRUE;
  show_choices (self, look);
  self->showing = FALSE;
  show_sheets (self, look);
  for (guint i = 0; i < look->rows->len; i++)
    show_row (self, look, g_ptr_array_index (look->rows, i), (int)i);
  show_summary (self, look);
}

static void
fill_kinds (SzImportFilePane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Choose …"));
  for (const SzImportKind *const *kind = sz_import_kinds (); *kind != NULL; kind++)
    gtk_string_list_append (names, (*kind)->name);
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
}

static void
sz_import_file_pane_dispose (GObject *object)
{
  SzImportFilePane *self = SZ_IMPORT_FILE_PANE (object);

  g_clear_pointer (&self->draft, sz_import_draft_unref);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_import_file_pane_parent_class)->dispose (object);
}

static void
sz_import_file_pane_class_init (SzImportFilePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_import_file_pane_dispose;
  signals[CHOOSE] = g_signal_new ("choose", SZ_TYPE_IMPORT_FILE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_IMPORT_FILE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", SZ_TYPE_IMPORT_FILE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-import-file-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, choices);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, encoding_drop);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, encoding_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, file_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, grid);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, sheet_drop);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, sheets_box);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, sheets_row);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, stack);
  gtk_widget_class_bind_template_child (widget_class, SzImportFilePane, summary);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_picked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_import_file_pane_init (SzImportFilePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  fill_kinds (self);
  self->showing = FALSE;
}
