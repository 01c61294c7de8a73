/* sz-figure-table.c — a table of computed figures that change under one's eyes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-figure-table.h"

#include <string.h>

#include "sz-column-width.h"
#include "sz-figure-bar.h"
#include "sz-index-model.h"
#include "sz-row-voice.h"

/* What a heading is for: its sorter is never asked to sort, only which one is the first. */
typedef struct
{
  SzFigureTable *table;
  guint index;
  char *title;
  int width;
  gboolean numeric;
  gboolean code;
  gboolean expand;
  gboolean bar;
} Column;

/* A bound cell, and of which figures its text is. */
typedef struct
{
  Column *column;
  guint written;
} Cell;

/* Rows written above and below those on the screen. */
#define MARGIN_ROWS 6

struct _SzFigureTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  SzIndexModel *model;
  GtkSingleSelection *selection;
  GPtrArray *columns; /* of Column */
  GHashTable *cells;  /* bound GtkListItem → Cell */
  guint figures;      /* counts how often the figures changed */
  GArray *order;      /* of guint: place → row */

  gpointer owner;
  SzFigureTextFunc text;
  SzFigureCompareFunc compare;
  SzFigureShareFunc share; /* (nullable): of bars */

  int sort_column; /* −1: the owner's order */
  gboolean descending;
  gboolean probing;
  int selected; /* row, −1: none */
  gboolean selecting;
};

static guint selected_signal;

G_DEFINE_FINAL_TYPE (SzFigureTable, sz_figure_table, GTK_TYPE_WIDGET)

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->title);
  g_free (column);
}

static void
write_cell (SzFigureTable *self, GtkListItem *item, Cell *cell)
{
  guint place = gtk_list_item_get_position (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  guint row;

  cell->written = self->figures;
  if (place >= self->order->len || self->text == NULL)
    return;
  row = g_array_index (self->order, guint, place);
  text = self->text (self->owner, row, cell->column->index);
  if (cell->column->bar)
    child = sz_figure_bar_show (child, self->share != NULL ? self->share (self->owner, row) : -1);
  gtk_inscription_set_text (GTK_INSCRIPTION (child), text);
}

/* The places on the screen, a few more on both sides; all rows are of one height. */
static void
find_visible (SzFigureTable *self, guint *first, guint *last)
{
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double height = gtk_adjustment_get_upper (rows) / MAX (self->order->len, 1);
  double top = gtk_adjustment_get_value (rows);

  *first = 0;
  *last = G_MAXUINT;
  if (height < 1)
    return;
  *first = (guint)MAX (top / height - MARGIN_ROWS, 0);
  *last = (guint)((top + gtk_adjustment_get_page_size (rows)) / height) + MARGIN_ROWS;
}

/* A list view keeps two hundred rows, of which twenty are seen: the others are written when they
 * come near, so that a frame has little to draw anew. */
static void
write_visible (SzFigureTable *self)
{
  GHashTableIter iter;
  gpointer item;
  gpointer cell;
  guint first, last;

  if (self->scrolled == NULL)
    return;
  find_visible (self, &first, &last);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, &cell))
    {
      guint place = gtk_list_item_get_position (item);

      if (((Cell *)cell)->written != self->figures && place >= first && place <= last)
        write_cell (self, item, cell);
    }
}

static void
write_cells (SzFigureTable *self)
{
  self->figures++;
  write_visible (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), column->numeric || column->bar ? 1 : 0);
  if (column->numeric || column->bar)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, column->bar ? sz_figure_bar_new (cell) : cell);
  sz_row_voice_mark (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Column *column = user_data;
  Cell *cell = g_new (Cell, 1);

  cell->column = column;
  g_hash_table_replace (column->table->cells, item, cell);
  write_cell (column->table, item, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Column *column = user_data;

  if (column->table->cells != NULL)
    g_hash_table_remove (column->table->cells, item);
}

/* GTK 4.8 does not tell by which column a view is sorted; the first one that is asked is it. */
static int
probe_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column *column = user_data;

  if (column->table->probing && column->table->sort_column < 0)
    column->table->sort_column = (int)column->index;
  return 1;
}

static void
find_sorting (SzFigureTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (SzIndexItem) a = sz_index_item_new (0);
  g_autoptr (SzIndexItem) b = sz_index_item_new (1);

  self->sort_column = -1;
  self->probing = TRUE;
  self->descending = gtk_sorter_compare (sorter, a, b) == GTK_ORDERING_SMALLER;
  self->probing = FALSE;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SzFigureTable *self = user_data;
  guint row_a = *(const guint *)a;
  guint row_b = *(const guint *)b;
  int order = self->compare (self->owner, row_a, row_b, (guint)self->sort_column);

  if (order != 0)
    return self->descending ? -order : order;
  return row_a < row_b ? -1 : row_a > row_b;
}

static void
sort_rows (SzFigureTable *self)
{
  for (guint i = 0; i < self->order->len; i++)
    g_array_index (self->order, guint, i) = i;
  if (self->sort_column >= 0 && self->compare != NULL)
    g_array_sort_with_data (self->order, compare_cb, self);
}

static guint
find_place (SzFigureTable *self, int row)
{
  for (guint i = 0; row >= 0 && i < self->order->len; i++)
    if (g_array_index (self->order, guint, i) == (guint)row)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selection (SzFigureTable *self)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, find_place (self, self->selected));
  self->selecting = FALSE;
}

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, gpointer user_data)
{
  SzFigureTable *self = user_data;

  find_sorting (self);
  sort_rows (self);
  write_cells (self);
  show_selection (self);
}

static void
selected_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  SzFigureTable *self = user_data;
  guint place = gtk_single_selection_get_selected (self->selection);

  if (self->selecting)
    return;
  self->selected = place < self->order->len ? (int)g_array_index (self->order, guint, place) : -1;
  g_signal_emit (self, selected_signal, 0, self->selected);
}

/* Whether the columns stand for the same kind of figures; their titles may still differ. */
static gboolean
fits_columns (SzFigureTable *self, const SzFigureColumn *columns, guint n)
{
  if (self->columns->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);

      if (column->width != columns[i].width || column->numeric != columns[i].numeric
          || column->bar != columns[i].bar)
        return FALSE;
    }
  return TRUE;
}

static GtkColumnViewColumn *
find_heading (SzFigureTable *self, const char *title)
{
  GListModel *headings = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (headings); i++)
    {
      g_autoptr (GtkColumnViewColumn) heading = g_list_model_get_item (headings, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (heading), title) == 0)
        return heading; /* the view keeps it */
    }
  return NULL;
}

/* A component that is being renamed does not make a new table with every letter. */
static void
rename_columns (SzFigureTable *self, const SzFigureColumn *columns)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      GtkColumnViewColumn *heading;

      if (g_strcmp0 (column->title, columns[i].title) == 0)
        continue;
      heading = find_heading (self, column->title);
      g_free (column->title);
      column->title = g_strdup (columns[i].title);
      if (heading != NULL)
        gtk_column_view_column_set_title (heading, column->title);
    }
}

static void
append_column (SzFigureTable *self, const SzFigureColumn *wanted)
{
  Column *column = g_new0 (Column, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const int width
      = sz_column_width (GTK_WIDGET (self->view), wanted->title, wanted->width, wanted->numeric);
  g_autoptr (GtkColumnViewColumn) made = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, column, NULL));

  *column = (Column){ .table = self,
                      .index = self->columns->len,
                      .title = g_strdup (wanted->title),
                      .width = width,
                      .numeric = wanted->numeric,
                      .code = wanted->code,
                      .expand = wanted->expand,
                      .bar = wanted->bar };
  g_ptr_array_add (self->columns, column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  made = gtk_column_view_column_new (wanted->title, factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_expand (made, wanted->expand);
  gtk_column_view_append_column (self->view, made);
  if (wanted->numeric)
    sz_column_align_last (self->view);
}

static void
remove_columns (SzFigureTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_hash_table_remove_all (self->cells);
  g_ptr_array_set_size (self->columns, 0);
  self->sort_column = -1;
}

void
sz_figure_table_set_columns (SzFigureTable *self, const SzFigureColumn *columns, guint n)
{
  g_return_if_fail (SZ_IS_FIGURE_TABLE (self));
  if (fits_columns (self, columns, n))
    {
      rename_columns (self, columns);
      return;
    }
  sz_figure_table_set_rows (self, 0);
  remove_columns (self);
  for (guint i = 0; i < n; i++)
    append_column (self, &columns[i]);
}

/* GTK 4.8 leaves room for hidden columns unless they have no width. */
void
sz_figure_table_show_first (SzFigureTable *self, guint n)
{
  g_return_if_fail (SZ_IS_FIGURE_TABLE (self));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);
      GtkColumnViewColumn *heading = find_heading (self, column->title);
      const gboolean seen = n == 0 || i < n;

      if (heading == NULL)
        continue;
      if (gtk_column_view_column_get_visible (heading) != seen)
        {
          gtk_column_view_column_set_visible (heading, seen);
          gtk_column_view_column_set_fixed_width (heading, seen ? column->width : 0);
        }
      gtk_column_view_column_set_expand (heading, n == 0 ? column->expand : i + 1 == n);
    }
}

void
sz_figure_table_set_owner (SzFigureTable *self,
                           gpointer owner,
                           SzFigureTextFunc text,
                           SzFigureCompareFunc compare)
{
  g_return_if_fail (SZ_IS_FIGURE_TABLE (self));
  self->owner = owner;
  self->text = text;
  self->compare = compare;
}

void
sz_figure_table_set_bars (SzFigureTable *self, SzFigureShareFunc share)
{
  g_return_if_fail (SZ_IS_FIGURE_TABLE (self));
  self->share = share;
}

void
sz_figure_table_set_rows (SzFigureTable *self, guint n)
{
  g_return_if_fail (SZ_IS_FIGURE_TABLE (self));
  g_array_set_size (self->order, n);
  sort_rows (self);
  self->selecting = TRUE;
  sz_index_model_set_size (self->model, n);
  self->selecting = FALSE;
  if (self->selected >= (int)n)
    self->selected = -1;
  write_cells (self);
  show_selection (self);
}

guint
sz_figure_table_get_n_rows (SzFigureTable *self)
{
  g_return_val_if_fail (SZ_IS_FIGURE_TABLE (self), 0);
  return self->order->len;
}

void
sz_figure_table_sort (SzFigureTable *self, guint column, gboolean descending)
{
  g_autoptr (GtkColumnViewColumn) heading
      = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  g_return_if_fail (heading != NULL);
  gtk_column_view_sort_by_column (self->view, heading,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

void
sz_figure_table_select (SzFigureTable *self, int row, gboolean scroll)
{
  guint place;

  g_return_if_fail (SZ_IS_FIGURE_TABLE (self));
  self->selected = row;
  show_selection (self);
  place = find_place (self, row);
  if (scroll && place != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                                "list.scroll-to-item", "u", place);
}

int
sz_figure_table_get_selected (SzFigureTable *self)
{
  g_return_val_if_fail (SZ_IS_FIGURE_TABLE (self), 0);
  return self->selected;
}

char *
sz_figure_table_dup_text (SzFigureTable *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SZ_IS_FIGURE_TABLE (self), NULL);
  for (guint c = 0; c < self->columns->len; c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "",
                            ((Column *)g_ptr_array_index (self->columns, c))->title);
  for (guint i = 0; i < self->order->len; i++)
    for (guint c = 0; c < self->columns->len; c++)
      {
        g_autofree char *cell = self->text (self->owner, g_array_index (self->order, guint, i), c);

        g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "\n", cell != NULL ? cell : "");
      }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
append_html_row (SzFigureTable *self, GString *html, guint row)
{
  g_string_append (html, "<tr>");
  for (guint c = 0; c < self->columns->len; c++)
    {
      const Column *column = g_ptr_array_index (self->columns, c);
      g_autofree char *cell = self->text (self->owner, row, c);
      g_autofree char *escaped = g_markup_escape_text (cell != NULL ? cell : "", -1);

      g_string_append_printf (html, "<td%s>%s</td>",
                              column->code ? " style=\"mso-number-format:'\\@'\"" : "", escaped);
    }
  g_string_append (html, "</tr>");
}

static char *
make_html (SzFigureTable *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table><tr>");

  for (guint c = 0; c < self->columns->len; c++)
    {
      const Column *column = g_ptr_array_index (self->columns, c);
      g_autofree char *escaped = g_markup_escape_text (column->title, -1);

      g_string_append_printf (html, "<th>%s</th>", escaped);
    }
  g_string_append (html, "</tr>");
  for (guint i = 0; i < self->order->len; i++)
    append_html_row (self, html, g_array_index (self->order, guint, i));
  g_string_append (html, "</table>");
  return g_string_free (html, FALSE);
}

void
sz_figure_table_copy (SzFigureTable *self)
{
  g_autofree char *text = sz_figure_table_dup_text (self);
  char *html = make_html (self);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[2] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                       gdk_content_provider_new_typed (G_TYPE_STRING, text) };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, 2);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

static void
sz_figure_table_dispose (GObject *object)
{
  SzFigureTable *self = SZ_FIGURE_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_figure_table_parent_class)->dispose (object);
}

static void
sz_figure_table_finalize (GObject *object)
{
  SzFigureTable *self = SZ_FIGURE_TABLE (object);

  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->order);
  G_OBJECT_CLASS (sz_figure_table_parent_class)->finalize (object);
}

static void
sz_figure_table_class_init (SzFigureTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sz_figure_table_dispose;
  object_class->finalize = sz_figure_table_finalize;
  selected_signal = g_signal_new ("selected", SZ_TYPE_FIGURE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_figure_table_init (SzFigureTable *self)
{
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sort_column = -1;
  self->selected = -1;

  self->model = sz_index_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->model));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "sz-table");
  sz_row_voice_watch (self->view);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, 0);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, 0);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  g_object_connect (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)),
                    "swapped-object-signal::value-changed", write_visible, self,
                    "swapped-object-signal::changed", write_visible, self, NULL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
