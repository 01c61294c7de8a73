/* sz-score-grid-cells.c — where the cells of the grid of scores stand and how they are made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-column-width.h"
#include "sz-score-grid-private.h"
#include "sz-spoken.h"

#define CELL_WIDTH 58
#define BLOCK_CELL_WIDTH 74
#define DRAW_WIDTH 46

guint
sz_score_grid_columns (SzScoreGrid *self)
{
  return sz_score_sheet_columns (self->sheet);
}

GtkWidget *
sz_score_grid_cell (SzScoreGrid *self, guint line, guint column)
{
  return g_ptr_array_index (self->cells, line * sz_score_grid_columns (self) + column);
}

/* Where a cell stands: a line a row, or a person a row and a block a judge. */
gboolean
sz_score_grid_is_in_blocks (SzScoreGrid *self)
{
  return self->blocks && self->sheet->n_items > 1;
}

guint
sz_score_grid_width (SzScoreGrid *self)
{
  return sz_score_grid_is_in_blocks (self) ? sz_score_grid_columns (self) * self->sheet->n_items
                                           : sz_score_grid_columns (self);
}

guint
sz_score_grid_height (SzScoreGrid *self)
{
  return sz_score_grid_is_in_blocks (self) ? self->sheet->lines->len / self->sheet->n_items
                                           : self->sheet->lines->len;
}

/* Index of the cell that is seen there. */
guint
sz_score_grid_find_seen (SzScoreGrid *self, guint row, guint column)
{
  const guint items = self->sheet->n_items;

  return sz_score_grid_is_in_blocks (self)
             ? (row * items + column % items) * sz_score_grid_columns (self) + column / items
             : row * sz_score_grid_columns (self) + column;
}

void
sz_score_grid_find_spot (SzScoreGrid *self, guint index, int *row, int *column)
{
  const guint line = index / sz_score_grid_columns (self);
  const guint judge = index % sz_score_grid_columns (self);
  const guint items = self->sheet->n_items;

  *row = (int)(sz_score_grid_is_in_blocks (self) ? line / items : line);
  *column = (int)(sz_score_grid_is_in_blocks (self) ? judge * items + line % items : judge);
}

guint
sz_score_grid_find_index (SzScoreGrid *self, GtkWidget *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "sz-cell"));
}

static void
set_style (GtkWidget *cell, const char *style, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (cell, style);
  else
    gtk_widget_remove_css_class (cell, style);
}

/* Red: not sound; a difference of the two typings lights up in both. */
void
sz_score_grid_mark (SzScoreGrid *self, guint line, guint column)
{
  GtkWidget *cell = sz_score_grid_cell (self, line, column);
  const SzSecond second = sz_score_sheet_second (self->sheet, line, column);

  set_style (cell, "sz-faulty-cell",
             g_array_index (self->sheet->lines, SzScoreLine, line).faulty[column]);
  set_style (cell, "sz-other-cell", second == SZ_SECOND_OTHER);
  set_style (cell, "sz-checked-cell", second == SZ_SECOND_SAME);
}

static GtkWidget *
add_label (SzScoreGrid *self, int column, int row, const char *text, int width, gboolean heading)
{
  GtkWidget *label = gtk_inscription_new (text);

  gtk_widget_set_size_request (label, (int)(width * sz_text_scale ()), -1);
  gtk_widget_add_css_class (label, "sz-sheet-cell");
  if (heading)
    gtk_widget_add_css_class (label, "sz-heading-cell");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return label;
}

static char *
dup_heading (SzScoreGrid *self, guint column)
{
  const guint items = self->sheet->n_items;

  if (self->sheet->n_judges == 0)
    return g_strdup (_ ("Score"));
  return sz_score_grid_is_in_blocks (self)
             ? g_strdup_printf (_ ("Judge %u %s"), column / items + 1,
                                self->sheet->post->plan.items[column % items].name)
             : g_strdup_printf (_ ("Judge %u"), column + 1);
}

void
sz_score_grid_add_headings (SzScoreGrid *self)
{
  const char *const results[RESULTS] = { _ ("Mean"), _ ("Total"), _ ("Rank"), _ ("Check") };
  const guint n = sz_score_grid_width (self);
  int column = 0;

  add_label (self, column++, 0, _ ("Draw"), DRAW_WIDTH, TRUE);
  add_label (self, column++, 0, _ ("Ticket"), 104, TRUE);
  if (self->sheet->n_items > 1 && !sz_score_grid_is_in_blocks (self))
    add_label (self, column++, 0, _ ("Item"), 78, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_heading (self, i);

      add_label (self, column++, 0, text,
                 sz_score_grid_is_in_blocks (self) ? BLOCK_CELL_WIDTH : CELL_WIDTH, TRUE);
    }
  for (guint i = 0; i < RESULTS; i++)
    add_label (self, column++, 0, results[i], 64, TRUE);
}

/* A cell that is typed into; @left: as it loses the keyboard. */
static GtkWidget *
make_cell (SzScoreGrid *self, guint index, int width, const char *name, GCallback left)
{
  GtkWidget *cell = gtk_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  sz_spoken_text (cell);
  g_object_set_data (G_OBJECT (cell), "sz-cell", GUINT_TO_POINTER (index));
  gtk_widget_set_size_request (cell, (int)(width * sz_text_scale ()), -1);
  gtk_widget_add_css_class (cell, "sz-sheet-cell");
  gtk_text_set_input_purpose (GTK_TEXT (cell), GTK_INPUT_PURPOSE_NUMBER);
  /* no input method: Q, H, W, Z are letters here, not the beginning of a word */
  g_object_set (cell, "im-module", "gtk-im-context-simple", NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 3);
  gtk_editable_set_editable (GTK_EDITABLE (cell), !self->sheet->locked || self->second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (focus, "leave", left, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
  return cell;
}

/* What was there before a correction stands struck through before what is there now. */
void
sz_score_grid_fill_cell (SzScoreGrid *self, guint line, guint column, GtkText *cell)
{
  const SzScoreLine *row = &g_array_index (self->sheet->lines, SzScoreLine, line);
  const char *now = self->second ? row->seconds[column] : row->cells[column];
  const char *before = self->second ? NULL : row->befores[column];
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *both = NULL;

  if (before != NULL && *before != '\0' && g_strcmp0 (before, now) != 0)
    {
      PangoAttribute *struck = pango_attr_strikethrough_new (TRUE);

      both = g_strdup_printf ("%s %s", before, now != NULL ? now : "");
      struck->end_index = (guint)strlen (before);
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, struck);
    }
  if (both == NULL)
    both = g_strdup (now != NULL ? now : "");
  /* every row that is saved comes here for all cells: those that stay cost nothing */
  if (attributes != NULL || gtk_text_get_attributes (cell) != NULL)
    gtk_text_set_attributes (cell, attributes);
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (cell)), both) != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell), both);
}

static void
add_cell (SzScoreGrid *self, guint line, guint column)
{
  const SzScoreLine *row = &g_array_index (self->sheet->lines, SzScoreLine, line);
  const guint index = line * sz_score_grid_columns (self) + column;
  const int before = self->sheet->n_items > 1 && !sz_score_grid_is_in_blocks (self) ? 3 : 2;
  g_autofree char *name
      = g_strdup_printf (_ ("%s, judge %u"), row->person->row->ticket, column + 1);
  GtkWidget *cell
      = make_cell (self, index, sz_score_grid_is_in_blocks (self) ? BLOCK_CELL_WIDTH : CELL_WIDTH,
                   name, G_CALLBACK (sz_score_grid_cell_left_cb));
  int at_row, at_column;

  sz_score_grid_fill_cell (self, line, column, GTK_TEXT (cell));
  g_signal_connect_object (cell, "changed", G_CALLBACK (sz_score_grid_cell_changed_cb), self,
                           G_CONNECT_SWAPPED);
  sz_score_grid_find_spot (self, index, &at_row, &at_column);
  gtk_grid_attach (self->grid, cell, at_column + before, at_row + 1, 1, 1);
  g_ptr_array_add (self->cells, cell);
  sz_score_grid_mark (self, line, column);
}

static void
add_draw (SzScoreGrid *self, guint index, int row)
{
  const SzScoreLine *line = &g_array_index (self->sheet->lines, SzScoreLine, index);
  g_autofree char *name = g_strdup_printf (_ ("%s, draw number"), line->person->row->ticket);
  GtkWidget *draw
      = make_cell (self, index, DRAW_WIDTH, name, G_CALLBACK (sz_score_grid_draw_left_cb));

  gtk_editable_set_text (GTK_EDITABLE (draw), line->draw_no);
  gtk_editable_set_editable (GTK_EDITABLE (draw), !self->sheet->locked);
  gtk_grid_attach (self->grid, draw, 0, row, 1, 1);
  g_ptr_array_add (self->draws, draw);
}

void
sz_score_grid_add_line (SzScoreGrid *self, guint index)
{
  const SzScoreLine *line = &g_array_index (self->sheet->lines, SzScoreLine, index);
  const gboolean seen = line->first || !sz_score_grid_is_in_blocks (self);
  int row, column;

  sz_score_grid_find_spot (self, index * sz_score_grid_columns (self), &row, &column);
  column = 1;
  if (line->first)
    add_draw (self, index, row + 1);
  else
    g_ptr_array_add (self->draws, NULL);
  if (!line->first && seen)
    add_label (self, 0, row + 1, "", DRAW_WIDTH, FALSE);
  if (seen)
    add_label (self, column++, row + 1, line->first ? line->person->row->ticket : "", 104, FALSE);
  if (self->sheet->n_items > 1 && !sz_score_grid_is_in_blocks (self))
    add_label (self, column++, row + 1, self->sheet->post->plan.items[line->item].name, 78, FALSE);
  for (guint i = 0; i < sz_score_grid_columns (self); i++)
    add_cell (self, index, i);
  column += (int)sz_score_grid_width (self);
  for (guint i = 0; i < RESULTS; i++)
    g_ptr_array_add (self->results,
                     seen ? add_label (self, column++, row + 1, "", 64, FALSE) : NULL);
}
