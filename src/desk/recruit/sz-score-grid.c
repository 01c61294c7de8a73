/* sz-score-grid.c — the grid in which marks are typed, with the ranking beside it, live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#define CELL_WIDTH 58
#define RESULTS 4

struct _SzScoreGrid
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkGrid *grid;
  SzScoreSheet *sheet;
  GPtrArray *cells;   /* of GtkText, borrowed: rows one after the other */
  GPtrArray *results; /* of GtkInscription, borrowed: RESULTS a row */
  gboolean *dirty;    /* one a row */
  gboolean filling;
};

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzScoreGrid, sz_score_grid, GTK_TYPE_WIDGET)

static guint
get_n_columns (SzScoreGrid *self)
{
  return sz_score_sheet_columns (self->sheet);
}

static GtkWidget *
get_cell (SzScoreGrid *self, guint line, guint column)
{
  return g_ptr_array_index (self->cells, line * get_n_columns (self) + column);
}

/* ---- what the rows come to ---- */

static void
set_result (SzScoreGrid *self, guint line, guint which, const char *text)
{
  GtkInscription *label = g_ptr_array_index (self->results, line * RESULTS + which);

  if (g_strcmp0 (gtk_inscription_get_text (label), text) != 0)
    gtk_inscription_set_text (label, text);
}

static void
set_number (SzScoreGrid *self, guint line, guint which, gboolean known, gint64 value_x100)
{
  g_autofree char *text = known ? sz_decimal_format (value_x100, SZ_HOURS_DECIMALS) : g_strdup ("");

  set_result (self, line, which, text);
}

static void
show_figures (SzScoreGrid *self)
{
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      const SzScoreLine *line = &g_array_index (self->sheet->lines, SzScoreLine, i);
      g_autofree char *rank = NULL;
      SzScoreFigures figures;

      if (!line->first)
        continue;
      sz_score_sheet_figures (self->sheet, i, &figures);
      set_number (self, i, 0, figures.score.state == SZ_SCORE_GIVEN, figures.score.score_x100);
      set_number (self, i, 1, figures.has_total, figures.total_x100);
      rank = figures.rank > 0 ? g_strdup_printf ("%u", figures.rank) : g_strdup ("");
      set_result (self, i, 2, rank);
      set_result (self, i, 3,
                  figures.shortlisted    ? _ ("goes on")
                  : figures.extra_needed ? _ ("extra test")
                                         : "");
    }
}

static void
mark_cell (SzScoreGrid *self, guint line, guint column)
{
  GtkWidget *cell = get_cell (self, line, column);

  if (g_array_index (self->sheet->lines, SzScoreLine, line).faulty[column])
    gtk_widget_add_css_class (cell, "sz-faulty-cell");
  else
    gtk_widget_remove_css_class (cell, "sz-faulty-cell");
}

static guint
find_index (SzScoreGrid *self, GtkWidget *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "sz-cell"));
}

static void
cell_changed_cb (SzScoreGrid *self, GtkEditable *cell)
{
  const guint index = find_index (self, GTK_WIDGET (cell));
  const guint line = index / get_n_columns (self);
  const char *meaning;

  if (self->filling)
    return;
  meaning = sz_score_sheet_meaning (gtk_editable_get_text (cell));
  if (meaning != NULL)
    {
      gtk_editable_set_text (cell, meaning);
      gtk_editable_select_region (cell, 0, -1);
      return;
    }
  sz_score_sheet_type (self->sheet, line, index % get_n_columns (self),
                       gtk_editable_get_text (cell));
  self->dirty[line] = TRUE;
  mark_cell (self, line, index % get_n_columns (self));
  show_figures (self);
}

/* Every cell is saved as it is left. */
static void
cell_left_cb (SzScoreGrid *self, GtkEventController *focus)
{
  const guint line
      = find_index (self, gtk_event_controller_get_widget (focus)) / get_n_columns (self);

  if (!self->dirty[line])
    return;
  self->dirty[line] = FALSE;
  g_signal_emit (self, signals[WRITTEN], 0, line);
}

/* ---- the keyboard ---- */

static void
go_to (SzScoreGrid *self, int line, int column)
{
  if (line < 0 || line >= (int)self->sheet->lines->len || column < 0
      || column >= (int)get_n_columns (self))
    return;
  gtk_widget_grab_focus (get_cell (self, (guint)line, (guint)column));
}

static gboolean
key_pressed_cb (SzScoreGrid *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *cell = root != NULL ? gtk_root_get_focus (root) : NULL;
  int line, column, position;

  if (self->sheet == NULL || cell == NULL || !g_ptr_array_find (self->cells, cell, NULL)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  line = (int)(find_index (self, cell) / get_n_columns (self));
  column = (int)(find_index (self, cell) % get_n_columns (self));
  position = gtk_editable_get_position (GTK_EDITABLE (cell));
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Down)
    go_to (self, line + 1, column);
  else if (key == GDK_KEY_Up)
    go_to (self, line - 1, column);
  else if (key == GDK_KEY_Left && position == 0)
    go_to (self, line, column - 1);
  else if (key == GDK_KEY_Right
           && position == (int)g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (cell)), -1))
    go_to (self, line, column + 1);
  else if (key == GDK_KEY_F2)
    gtk_editable_set_position (GTK_EDITABLE (cell), -1);
  else
    return FALSE;
  return TRUE;
}

/* ---- the widgets ---- */

static GtkWidget *
add_label (SzScoreGrid *self, int column, int row, const char *text, int width, gboolean heading)
{
  GtkWidget *label = gtk_inscription_new (text);

  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_add_css_class (label, "sz-sheet-cell");
  if (heading)
    gtk_widget_add_css_class (label, "sz-heading-cell");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return label;
}

static void
add_headings (SzScoreGrid *self)
{
  const char *const results[RESULTS] = { _ ("Mean"), _ ("Total"), _ ("Rank"), _ ("Check") };
  const guint n = get_n_columns (self);
  int column = 0;

  add_label (self, column++, 0, _ ("Draw"), 46, TRUE);
  add_label (self, column++, 0, _ ("Ticket"), 104, TRUE);
  if (self->sheet->n_items > 1)
    add_label (self, column++, 0, _ ("Item"), 78, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = self->sheet->n_judges > 0 ? g_strdup_printf (_ ("Judge %u"), i + 1)
                                                        : g_strdup (_ ("Score"));

      add_label (self, column++, 0, text, CELL_WIDTH, TRUE);
    }
  for (guint i = 0; i < RESULTS; i++)
    add_label (self, column++, 0, results[i], 64, TRUE);
}

static void
add_cell (SzScoreGrid *self, guint line, guint column, int at)
{
  const SzScoreLine *row = &g_array_index (self->sheet->lines, SzScoreLine, line);
  GtkWidget *cell = gtk_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name
      = g_strdup_printf (_ ("%s, judge %u"), row->person->row->ticket, column + 1);

  g_object_set_data (G_OBJECT (cell), "sz-cell",
                     GUINT_TO_POINTER (line * get_n_columns (self) + column));
  gtk_widget_set_size_request (cell, CELL_WIDTH, -1);
  gtk_widget_add_css_class (cell, "sz-sheet-cell");
  gtk_text_set_input_purpose (GTK_TEXT (cell), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 5);
  gtk_editable_set_editable (GTK_EDITABLE (cell), !self->sheet->locked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (row->cells[column] != NULL)
    gtk_editable_set_text (GTK_EDITABLE (cell), row->cells[column]);
  g_signal_connect_object (cell, "changed", G_CALLBACK (cell_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (cell_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
  gtk_grid_attach (self->grid, cell, at, (int)line + 1, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

static void
add_line (SzScoreGrid *self, guint index)
{
  const SzScoreLine *line = &g_array_index (self->sheet->lines, SzScoreLine, index);
  int column = 0;

  add_label (self, column++, (int)index + 1, line->first ? line->draw_no : "", 46, FALSE);
  add_label (self, column++, (int)index + 1, line->first ? line->person->row->ticket : "", 104,
             FALSE);
  if (self->sheet->n_items > 1)
    add_label (self, column++, (int)index + 1, self->sheet->post->plan.items[line->item].name, 78,
               FALSE);
  for (guint i = 0; i < get_n_columns (self); i++)
    add_cell (self, index, i, column++);
  for (guint i = 0; i < RESULTS; i++)
    g_ptr_array_add (self->results, add_label (self, column++, (int)index + 1, "", 64, FALSE));
}

static void
clear (SzScoreGrid *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->results, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_clear_pointer (&self->dirty, g_free);
  g_clear_pointer (&self->sheet, sz_score_sheet_free);
  self->filling = FALSE;
}

void
sz_score_grid_show (SzScoreGrid *self, SzScoreSheet *sheet)
{
  g_return_if_fail (SZ_IS_SCORE_GRID (self));
  clear (self);
  self->sheet = sheet;
  if (sheet == NULL)
    return;
  self->filling = TRUE;
  self->dirty = g_new0 (gboolean, sheet->lines->len + 1);
  add_headings (self);
  for (guint i = 0; i < sheet->lines->len; i++)
    add_line (self, i);
  self->filling = FALSE;
  show_figures (self);
}

const SzScoreSheet *
sz_score_grid_get_sheet (SzScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_SCORE_GRID (self), NULL);
  return self->sheet;
}

gboolean
sz_score_grid_is_typing (SzScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_SCORE_GRID (self), FALSE);
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->cells, i)))
      return TRUE;
  return FALSE;
}

void
sz_score_grid_type (SzScoreGrid *self, guint line, guint cell, const char *text)
{
  g_return_if_fail (SZ_IS_SCORE_GRID (self) && self->sheet != NULL && text != NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_cell (self, line, cell)), text);
}

static void
sz_score_grid_dispose (GObject *object)
{
  SzScoreGrid *self = SZ_SCORE_GRID (object);

  if (self->scrolled != NULL)
    clear (self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_score_grid_parent_class)->dispose (object);
}

static void
sz_score_grid_finalize (GObject *object)
{
  SzScoreGrid *self = SZ_SCORE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->results);
  G_OBJECT_CLASS (sz_score_grid_parent_class)->finalize (object);
}

static void
sz_score_grid_class_init (SzScoreGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_score_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_score_grid_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[WRITTEN] = g_signal_new ("written", SZ_TYPE_SCORE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sz_score_grid_init (SzScoreGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->results = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sz_score_grid_new (void)
{
  return g_object_new (SZ_TYPE_SCORE_GRID, NULL);
}
