/* sz-sheets-window.c — what is wrong with sheets of a run, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheets-window.h"

#include <glib/gi18n.h>

#include "sz-figure-table.h"
#include "sz-help.h"
#include "sz-pay-sheet-row.h"
#include "sz-transient.h"

#define WIDTH 860
#define HEIGHT 520
#define ROW_HEIGHT 72

struct _SzSheetsWindow
{
  AdwWindow parent_instance;

  SzFigureTable *table;
  const SzSheetLine *line; /* whose row is shown, or being read */
  GtkLabel *counts_label;
  GtkLabel *sentence_label;
  GtkGrid *row_grid;

  /* Owned */
  SzTasks *tasks;
  SzJob *reading;
  SzSheetsRead *read;
};

enum
{
  COLUMN_FILE,
  COLUMN_ROW,
  COLUMN_COLUMN,
  COLUMN_SENTENCE,
};

G_DEFINE_FINAL_TYPE (SzSheetsWindow, sz_sheets_window, ADW_TYPE_WINDOW)

static const SzSheetLine *
get_line (SzSheetsWindow *self, guint row)
{
  return &g_array_index (self->read->lines, SzSheetLine, row);
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const SzSheetLine *line = get_line (owner, row);

  switch (column)
    {
    case COLUMN_FILE:
      return g_strdup (line->file);
    case COLUMN_ROW:
      return line->row > 0 ? g_strdup_printf ("%u", line->row) : g_strdup ("");
    case COLUMN_COLUMN:
      return g_strdup (line->column != NULL ? line->column : "");
    case COLUMN_SENTENCE:
    default:
      return g_strdup (line->sentence);
    }
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzSheetLine *left = get_line (owner, a);
  const SzSheetLine *right = get_line (owner, b);

  switch (column)
    {
    case COLUMN_FILE:
      return g_strcmp0 (left->file, right->file);
    case COLUMN_ROW:
      return left->row < right->row ? -1 : left->row > right->row;
    case COLUMN_COLUMN:
      return g_strcmp0 (left->column, right->column);
    case COLUMN_SENTENCE:
    default:
      return g_strcmp0 (left->sentence, right->sentence);
    }
}

/* ---- the row of a finding ---- */

typedef struct
{
  char *path;
  guint row;
  char *value;
} Place;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->path);
  g_free (place->value);
  g_free (place);
}

static gpointer
read_row_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Place *place = data;

  return sz_pay_sheet_row_read (place->path, place->row, place->value, cancellable, error);
}

static void
clear_row (SzSheetsWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->row_grid))) != NULL)
    gtk_grid_remove (self->row_grid, child);
}

static void
add_cell (SzSheetsWindow *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), row == 1);
  gtk_widget_add_css_class (label, "sz-sheet-cell");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->row_grid, label, column, row, 1, 1);
}

/* A finding without a column is about the cell that says its value. */
static gboolean
is_faulty (const SzSheetLine *line, const char *heading, const char *text)
{
  return line->column != NULL ? g_strcmp0 (heading, line->column) == 0
                              : line->value != NULL && g_strcmp0 (text, line->value) == 0;
}

static void
row_read_cb (gpointer owner, gpointer value)
{
  SzSheetsWindow *self = owner;
  g_autoptr (SzPaySheetRow) row = value;
  const guint n_headings = g_strv_length (row->headings);
  const guint n_cells = g_strv_length (row->cells);

  clear_row (self);
  for (guint i = 0; n_cells > 0 && i < MAX (n_headings, n_cells); i++)
    {
      const char *heading = i < n_headings ? row->headings[i] : "";
      const char *text = i < n_cells ? row->cells[i] : "";

      add_cell (self, heading, (int)i, 0, "sz-heading-cell");
      add_cell (self, text, (int)i, 1,
                is_faulty (self->line, heading, text) ? "sz-faulty-cell" : NULL);
    }
}

/* The file may be gone by now. */
static void
failed_cb (gpointer owner, const GError *error)
{
  sz_refusal_tell (SZ_SHEETS_WINDOW (owner)->sentence_label, error);
}

static void
line_selected_cb (SzSheetsWindow *self, int row)
{
  const SzSheetLine *line = row >= 0 ? get_line (self, (guint)row) : NULL;
  Place *place;

  sz_job_cancel (self->reading);
  clear_row (self);
  gtk_label_set_text (self->sentence_label, line != NULL ? line->sentence : "");
  if (line == NULL || (line->row == 0 && (line->column != NULL || line->value == NULL)))
    return;
  self->line = line;
  place = g_new0 (Place, 1);
  *place = (Place){ g_strdup (line->path), line->row, g_strdup (line->value) };
  sz_job_read (self->reading, self->tasks,
               SZ_WORK (read_row_cb, place, free_place, (GDestroyNotify)sz_pay_sheet_row_free),
               row_read_cb);
}

/* ---- the window ---- */

static void
sz_sheets_window_dispose (GObject *object)
{
  SzSheetsWindow *self = SZ_SHEETS_WINDOW (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_sheets_window_parent_class)->dispose (object);
}

static void
sz_sheets_window_finalize (GObject *object)
{
  SzSheetsWindow *self = SZ_SHEETS_WINDOW (object);

  g_clear_pointer (&self->read, sz_sheets_read_free);
  G_OBJECT_CLASS (sz_sheets_window_parent_class)->finalize (object);
}

static void
sz_sheets_window_class_init (SzSheetsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_sheets_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_sheets_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_table (SzSheetsWindow *self, GtkBox *box)
{
  const SzFigureColumn columns[] = { { .title = _ ("File"), .width = 200 },
                                     { .title = _ ("Row"), .width = 56, .numeric = TRUE },
                                     { .title = _ ("Column"), .width = 110 },
                                     { .title = _ ("Finding"), .width = 420, .expand = TRUE } };

  self->table = g_object_new (SZ_TYPE_FIGURE_TABLE, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
  g_signal_connect_object (self->table, "selected", G_CALLBACK (line_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->table));
}

static void
sz_sheets_window_init (SzSheetsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  self->counts_label = add_label (GTK_BOX (box), "heading");
  add_table (self, GTK_BOX (box));
  self->sentence_label = add_label (GTK_BOX (box), NULL);
  self->row_grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->row_grid), "sz-sheet");
  gtk_widget_set_halign (GTK_WIDGET (self->row_grid), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->row_grid), GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), ROW_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->row_grid));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  self->reading = sz_job_new (self, failed_cb);
  sz_transient_let_go (GTK_WINDOW (self));
}

/* The first fault that has a row to show, or the first one. */
static int
find_first (const SzSheetsRead *read)
{
  int first = -1;

  for (guint i = 0; i < read->lines->len; i++)
    {
      const SzSheetLine *line = &g_array_index (read->lines, SzSheetLine, i);

      if (line->fault && line->row > 0)
        return (int)i;
      if (line->fault && first < 0)
        first = (int)i;
    }
  return MAX (first, 0);
}

void
sz_sheets_window_open (SzPage *page, const char *title, SzSheetsRead *read)
{
  SzSheetsWindow *self;
  g_autofree char *counts = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && title != NULL && read != NULL);
  if (sz_page_get_tasks (page) == NULL)
    {
      sz_sheets_read_free (read);
      return;
    }
  self = g_object_new (SZ_TYPE_SHEETS_WINDOW, "transient-for", sz_page_get_window (page), "modal",
                       TRUE, "destroy-with-parent", TRUE, "title", title, NULL);
  self->tasks = g_object_ref (sz_page_get_tasks (page));
  self->read = read;
  /* TRANSLATORS: how many sheets were read, and how many not, for their faults */
  counts = g_strdup_printf (_ ("sheets read %u · not read %u"), read->n_read, read->n_faulty);
  gtk_label_set_label (self->counts_label, counts);
  sz_figure_table_set_rows (self->table, read->lines->len);
  if (read->lines->len > 0)
    {
      const int first = find_first (read);

      sz_figure_table_select (self->table, first, TRUE);
      line_selected_cb (self, first);
    }
  gtk_window_present (GTK_WINDOW (self));
}
