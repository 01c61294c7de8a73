/* sz-score-grid.c — the grid in which marks are typed, with the ranking beside it, live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-grid.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-score-grid-private.h"

enum
{
  WRITTEN,
  DRAWN,
  CORRECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzScoreGrid, sz_score_grid, GTK_TYPE_WIDGET)

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
  sz_score_ranking_show (self->ranking, self->sheet);
}

static void
take_text (SzScoreGrid *self, guint index, const char *text)
{
  const guint line = index / sz_score_grid_columns (self);
  const guint column = index % sz_score_grid_columns (self);

  self->dirty[line] = self->touched[line] = TRUE;
  if (self->second)
    {
      sz_score_sheet_type_second (self->sheet, line, column, text);
      return;
    }
  sz_score_sheet_type (self->sheet, line, column, text);
  sz_score_grid_mark (self, line, column);
  show_figures (self);
}

void
sz_score_grid_cell_changed_cb (SzScoreGrid *self, GtkEditable *cell)
{
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
  take_text (self, sz_score_grid_find_index (self, GTK_WIDGET (cell)),
             gtk_editable_get_text (cell));
}

/* Every cell is saved as it is left; 855 is written as it was read, 85.5. */
void
sz_score_grid_cell_left_cb (SzScoreGrid *self, GtkEventController *focus)
{
  GtkWidget *cell = gtk_event_controller_get_widget (focus);
  const guint index = sz_score_grid_find_index (self, cell);
  const guint line = index / sz_score_grid_columns (self);
  g_autofree char *reading = NULL;

  self->last = line;
  if (self->filling || !self->dirty[line])
    return;
  reading
      = sz_score_sheet_dup_reading (self->sheet, line, gtk_editable_get_text (GTK_EDITABLE (cell)));
  if (reading != NULL)
    gtk_editable_set_text (GTK_EDITABLE (cell), reading);
  sz_score_grid_mark (self, line, index % sz_score_grid_columns (self));
  self->dirty[line] = FALSE;
  g_signal_emit (self, signals[WRITTEN], 0, line);
}

void
sz_score_grid_draw_left_cb (SzScoreGrid *self, GtkEventController *focus)
{
  GtkWidget *draw = gtk_event_controller_get_widget (focus);
  const guint line = sz_score_grid_find_index (self, draw);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (draw));

  if (self->filling || self->sheet == NULL
      || strcmp (text, g_array_index (self->sheet->lines, SzScoreLine, line).draw_no) == 0)
    return;
  sz_score_sheet_set_draw (self->sheet, line, text);
  sz_score_ranking_show (self->ranking, self->sheet);
  g_signal_emit (self, signals[DRAWN], 0, line);
}

/* ---- the keyboard ---- */

static gboolean
go_to (SzScoreGrid *self, int row, int column)
{
  if (row < 0 || row >= (int)sz_score_grid_height (self) || column < 0
      || column >= (int)sz_score_grid_width (self))
    return FALSE;
  gtk_widget_grab_focus (
      g_ptr_array_index (self->cells, sz_score_grid_find_seen (self, (guint)row, (guint)column)));
  return TRUE;
}

/* At the last judge to the first of the next row; past the last row the keyboard leaves. */
static gboolean
go_by (SzScoreGrid *self, int row, int column, int by)
{
  const int width = (int)sz_score_grid_width (self);
  const int at = row * width + column + by;

  return at >= 0 && go_to (self, at / width, at % width);
}

/* The draw numbers are typed one below the other. */
static gboolean
go_to_draw (SzScoreGrid *self, int line, int by)
{
  for (line += by; line >= 0 && line < (int)self->draws->len; line += by)
    if (g_ptr_array_index (self->draws, line) != NULL)
      return gtk_widget_grab_focus (g_ptr_array_index (self->draws, line));
  return FALSE;
}

static gboolean
press_draw (SzScoreGrid *self, GtkWidget *draw, guint key)
{
  const int line = (int)sz_score_grid_find_index (self, draw);
  int row, column;

  sz_score_grid_find_spot (self, (guint)line * sz_score_grid_columns (self), &row, &column);
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Down || key == GDK_KEY_Tab)
    return go_to_draw (self, line, 1) || (key != GDK_KEY_Down && go_to (self, 0, 0));
  if (key == GDK_KEY_Up || key == GDK_KEY_ISO_Left_Tab)
    return go_to_draw (self, line, -1);
  return key == GDK_KEY_Right && go_to (self, row, 0);
}

static gboolean
press_cell (SzScoreGrid *self, GtkWidget *cell, guint key)
{
  const guint index = sz_score_grid_find_index (self, cell);
  const int position = gtk_editable_get_position (GTK_EDITABLE (cell));
  const int length = (int)g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (cell)), -1);
  int row, column;

  sz_score_grid_find_spot (self, index, &row, &column);
  if (self->sheet->locked && (key == GDK_KEY_Return || key == GDK_KEY_F2))
    {
      g_signal_emit (self, signals[CORRECT], 0, index / sz_score_grid_columns (self));
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      return go_to (self, row + 1, column) || TRUE;
    case GDK_KEY_Up:
      return go_to (self, row - 1, column) || TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return go_by (self, row, column, 1);
    case GDK_KEY_ISO_Left_Tab:
      return go_by (self, row, column, -1);
    case GDK_KEY_Left:
      if (position == 0 && column == 0)
        return go_to_draw (self, (int)(index / sz_score_grid_columns (self)) + 1, -1);
      return position == 0 && go_to (self, row, column - 1);
    case GDK_KEY_Right:
      return position == length && go_to (self, row, column + 1);
    case GDK_KEY_F2:
      gtk_editable_set_position (GTK_EDITABLE (cell), -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What is taken back is to be seen: rows that are saved show what is read from now on. */
static void
forget_touched (SzScoreGrid *self)
{
  for (guint i = 0; i < self->sheet->lines->len; i++)
    self->touched[i] = self->dirty[i];
}

static gboolean
key_pressed_cb (SzScoreGrid *self, guint key, guint code, GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->sheet != NULL && key == GDK_KEY_z && (state & GDK_CONTROL_MASK) != 0)
    forget_touched (self);
  if (self->sheet == NULL || focus == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || ((state & GDK_SHIFT_MASK) != 0 && key != GDK_KEY_ISO_Left_Tab))
    return FALSE;
  if (g_ptr_array_find (self->draws, focus, NULL))
    return press_draw (self, focus, key);
  return g_ptr_array_find (self->cells, focus, NULL) && press_cell (self, focus, key);
}

static void
clear (SzScoreGrid *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->draws, 0);
  g_ptr_array_set_size (self->results, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_clear_pointer (&self->dirty, g_free);
  g_clear_pointer (&self->touched, g_free);
  self->filling = FALSE;
}

static void
fill (SzScoreGrid *self)
{
  clear (self);
  if (self->sheet == NULL)
    {
      sz_score_ranking_show (self->ranking, NULL);
      return;
    }
  self->filling = TRUE;
  self->dirty = g_new0 (gboolean, self->sheet->lines->len + 1);
  self->touched = g_new0 (gboolean, self->sheet->lines->len + 1);
  sz_score_grid_add_headings (self);
  for (guint i = 0; i < self->sheet->lines->len; i++)
    sz_score_grid_add_line (self, i);
  self->filling = FALSE;
  show_figures (self);
}

void
sz_score_grid_show (SzScoreGrid *self, SzScoreSheet *sheet)
{
  g_return_if_fail (SZ_IS_SCORE_GRID (self));
  clear (self);
  g_clear_pointer (&self->sheet, sz_score_sheet_free);
  self->sheet = sheet;
  fill (self);
}

/* The same rows in the same order: then what is being typed need not go. */
static gboolean
is_alike (const SzScoreSheet *one, const SzScoreSheet *other)
{
  if (one->lines->len != other->lines->len || one->n_judges != other->n_judges
      || one->n_items != other->n_items || one->locked != other->locked)
    return FALSE;
  for (guint i = 0; i < one->lines->len; i++)
    {
      const SzScoreLine *line = &g_array_index (one->lines, SzScoreLine, i);
      const SzScoreLine *now = &g_array_index (other->lines, SzScoreLine, i);

      if (line->item != now->item
          || strcmp (line->person->row->ticket, now->person->row->ticket) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_score_grid_refresh (SzScoreGrid *self, SzScoreSheet *sheet)
{
  g_autoptr (SzScoreSheet) before = NULL;

  g_return_val_if_fail (SZ_IS_SCORE_GRID (self) && sheet != NULL, FALSE);
  if (self->sheet == NULL || !is_alike (self->sheet, sheet))
    return FALSE;
  before = self->sheet;
  self->sheet = sheet;
  self->filling = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      const guint line = i / sz_score_grid_columns (self);
      const guint column = i % sz_score_grid_columns (self);
      const SzScoreLine *old = &g_array_index (before->lines, SzScoreLine, line);

      if (self->touched[line])
        {
          sz_score_sheet_put (sheet, line, column,
                              old->cells[column] != NULL ? old->cells[column] : "");
          sz_score_sheet_type_second (sheet, line, column,
                                      old->seconds[column] != NULL ? old->seconds[column] : "");
        }
      else if (!gtk_widget_has_focus (cell))
        sz_score_grid_fill_cell (self, line, column, GTK_TEXT (cell));
      sz_score_grid_mark (self, line, column);
    }
  sz_score_sheet_settle (sheet);
  self->filling = FALSE;
  show_figures (self);
  return TRUE;
}

void
sz_score_grid_set_second (SzScoreGrid *self, gboolean second)
{
  g_return_if_fail (SZ_IS_SCORE_GRID (self));
  self->second = second;
  fill (self);
}

void
sz_score_grid_set_blocks (SzScoreGrid *self, gboolean blocks)
{
  g_return_if_fail (SZ_IS_SCORE_GRID (self));
  self->blocks = blocks;
  fill (self);
}

gboolean
sz_score_grid_is_second (SzScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_SCORE_GRID (self), FALSE);
  return self->second;
}

const SzScoreSheet *
sz_score_grid_get_sheet (SzScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_SCORE_GRID (self), NULL);
  return self->sheet;
}

void
sz_score_grid_focus (SzScoreGrid *self)
{
  g_return_if_fail (SZ_IS_SCORE_GRID (self));
  if (self->sheet != NULL)
    go_to (self, 0, 0);
}

guint
sz_score_grid_get_line (SzScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_SCORE_GRID (self), 0);
  return self->sheet != NULL && self->last < self->sheet->lines->len ? self->last : 0;
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
  gtk_editable_set_text (GTK_EDITABLE (sz_score_grid_cell (self, line, cell)), text);
}

static void
sz_score_grid_dispose (GObject *object)
{
  SzScoreGrid *self = SZ_SCORE_GRID (object);

  if (self->box != NULL)
    sz_score_grid_show (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_score_grid_parent_class)->dispose (object);
}

static void
sz_score_grid_finalize (GObject *object)
{
  SzScoreGrid *self = SZ_SCORE_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->draws);
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
  signals[DRAWN] = g_signal_new ("drawn", SZ_TYPE_SCORE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CORRECT] = g_signal_new ("correct", SZ_TYPE_SCORE_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sz_score_grid_init (SzScoreGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cells = g_ptr_array_new ();
  self->draws = g_ptr_array_new ();
  self->results = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  self->ranking = SZ_SCORE_RANKING (sz_score_ranking_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->ranking), "sz-ranking");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->ranking));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
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
