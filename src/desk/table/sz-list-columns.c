/* sz-list-columns.c — the columns of a table: widths, order, visibility and sorting, remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>

#include "sz-column-width.h"
#include "sz-row-voice.h"

/* So long after the last change the settings are written. */
#define SAVE_MS 500
/* Kept with a column that is not shown. */
#define HIDDEN_WIDTH "sz-width"

/*
 * GTK 4.8 does not tell which heading was clicked. Each column's sorter writes itself down when it
 * is asked to compare the two probes; the first one asked is the primary one, and the sign of the
 * answer is the direction.
 */
typedef struct
{
  SzListTable *table;
  guint column;
} Probe;

static int
compare_probes_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Probe *probe = user_data;

  if (probe->table->probed == G_MAXUINT)
    probe->table->probed = probe->column;
  return sz_list_item_get_position ((SzListItem *)a) < sz_list_item_get_position ((SzListItem *)b)
             ? GTK_ORDERING_SMALLER
             : GTK_ORDERING_LARGER;
}

static guint
find_primary (SzListTable *self, gboolean *descending)
{
  g_autoptr (SzListItem) first = sz_list_item_new (0, self->columns, self->n_columns);
  g_autoptr (SzListItem) second = sz_list_item_new (1, self->columns, self->n_columns);

  self->probed = G_MAXUINT;
  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), first, second)
                == GTK_ORDERING_LARGER;
  return self->probed;
}

static guint
find_column (SzListTable *self, const char *id)
{
  guint i = 0;

  while (i < self->n_columns && g_strcmp0 (self->columns[i].id, id) != 0)
    i++;
  return i;
}

static GtkColumnViewColumn *
get_view_column (SzListTable *self, guint column)
{
  return g_ptr_array_index (self->view_columns, column);
}

static void
show_sort_title (SzListTable *self, guint column)
{
  const SzListColumn *description = &self->columns[column];
  g_autofree char *title = NULL;

  if (!description->name)
    return;
  if (self->sort_column != column)
    title = g_strdup (_ (description->title));
  else
    /* TRANSLATORS: the heading of names and how they are sorted: strokes or pinyin */
    title = g_strdup_printf (_ ("%s · %s"), _ (description->title),
                             self->sort_variant == 0 ? _ ("strokes") : _ ("pinyin"));
  gtk_column_view_column_set_title (get_view_column (self, column), title);
}

static void
set_arrow (SzListTable *self)
{
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->view, get_view_column (self, self->sort_column),
                                  self->sort_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/* 笔画 ↑, 拼音 ↑, 拼音 ↓, and again. */
static void
cycle_names (SzListTable *self)
{
  if (self->sort_variant == 0)
    self->sort_variant = 1;
  else if (!self->sort_descending)
    self->sort_descending = TRUE;
  else
    {
      self->sort_variant = 0;
      self->sort_descending = FALSE;
    }
  set_arrow (self);
}

static void
sorter_changed_cb (SzListTable *self)
{
  gboolean descending;
  guint column;
  guint before = self->sort_column;

  /* The view tells of its columns when it goes away with them, too. */
  if (self->sorting || self->closing)
    return;
  column = find_primary (self, &descending);
  if (column == G_MAXUINT)
    return;
  if (column == before && self->columns[column].name)
    cycle_names (self);
  else
    {
      self->sort_column = column;
      self->sort_descending = descending;
      self->sort_variant = column != before ? self->name_variant : self->sort_variant;
    }
  show_sort_title (self, before);
  show_sort_title (self, column);
  _sz_list_table_save (self);
  g_signal_emit_by_name (self, "sort-changed");
}

void
sz_list_table_sort_by (SzListTable *self, const char *column, gboolean descending)
{
  const guint before = self->sort_column;
  const guint place = find_column (self, column);

  g_return_if_fail (place < self->n_columns);
  self->sort_column = place;
  self->sort_descending = descending;
  set_arrow (self);
  show_sort_title (self, before);
  show_sort_title (self, place);
  _sz_list_table_save (self);
  g_signal_emit_by_name (self, "sort-changed");
}

static void
cell_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const Probe *place = user_data;
  const SzListColumn *column = &place->table->columns[place->column];
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), column->numeric ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  if (column->numeric || column->code)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_layout_manager (cell, sz_cell_layout_new (place->table->cell_size));
  gtk_list_item_set_child (list_item, _sz_list_cell_new (place->table, column, cell));
  sz_row_voice_mark (list_item);
}

static void
cell_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const Probe *place = user_data;
  GtkInscription *cell = _sz_list_cell_get_shown (gtk_list_item_get_child (list_item));

  g_object_set_data (G_OBJECT (cell), SZ_LIST_CELL_ITEM, gtk_list_item_get_item (list_item));
  sz_list_model_bind (place->table->model, gtk_list_item_get_item (list_item), place->column, cell);
}

static void
cell_unbound_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  const Probe *place = user_data;

  GtkWidget *cell = gtk_list_item_get_child (list_item);

  _sz_list_cell_unbound (cell);
  g_object_set_data (G_OBJECT (_sz_list_cell_get_shown (cell)), SZ_LIST_CELL_ITEM, NULL);
  sz_list_model_unbind (place->table->model, gtk_list_item_get_item (list_item), place->column);
}

/* The width a column has while it is shown. */
static int
get_width (GtkColumnViewColumn *column)
{
  return gtk_column_view_column_get_visible (column)
             ? gtk_column_view_column_get_fixed_width (column)
             : GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), HIDDEN_WIDTH));
}

/* GTK 4.8 leaves room for hidden columns when it gives away what is left: they get no width, and
 * theirs back when they are shown. */
static void
fold_hidden (SzListTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkColumnViewColumn *column = get_view_column (self, i);
      const int width = gtk_column_view_column_get_fixed_width (column);

      if (!gtk_column_view_column_get_visible (column) && width > 0)
        {
          g_object_set_data (G_OBJECT (column), HIDDEN_WIDTH, GINT_TO_POINTER (width));
          gtk_column_view_column_set_fixed_width (column, 0);
        }
      else if (gtk_column_view_column_get_visible (column) && width == 0)
        gtk_column_view_column_set_fixed_width (column, GPOINTER_TO_INT (
                                                            g_object_get_data (G_OBJECT (column),
                                                                               HIDDEN_WIDTH)));
    }
}

/*
 * The rightmost column of text takes what the others leave, for rows that go on to the edge; and
 * when nothing does, GTK 4.8 draws the shade of scrolling too far.
 */
static void
choose_growing (SzListTable *self)
{
  g_autoptr (GArray) order = _sz_list_table_get_order (self);
  guint growing = self->n_columns;

  for (guint i = order->len; i > 0 && growing == self->n_columns; i--)
    {
      const guint column = g_array_index (order, guint, i - 1);

      if (_sz_list_table_is_visible (self, column) && !self->columns[column].numeric)
        growing = column;
    }
  for (guint i = 0; i < self->n_columns; i++)
    gtk_column_view_column_set_expand (get_view_column (self, i), i == growing);
}

static void
layout_changed_cb (SzListTable *self)
{
  /* Columns that are taken out of the view are no layout. */
  if (!self->closing)
    {
      fold_hidden (self);
      choose_growing (self);
    }
  _sz_list_table_save (self);
}

static GMenuModel *
make_heading_menu (SzListTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) sums = g_menu_new ();

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *show = g_strconcat ("table.show-", self->columns[i].id, NULL);
      g_autofree char *sum = g_strdup_printf ("table.sum('%s')", self->columns[i].id);

      g_menu_append (shown, _ (self->columns[i].title), show);
      if (self->columns[i].sum)
        g_menu_append (sums, _ (self->columns[i].title), sum);
    }
  g_menu_append_section (menu, _ ("Columns"), G_MENU_MODEL (shown));
  if (g_menu_model_get_n_items (G_MENU_MODEL (sums)) > 0)
    g_menu_append_section (menu, _ ("Sum in the foot"), G_MENU_MODEL (sums));
  return G_MENU_MODEL (menu);
}

static void
make_column (SzListTable *self, guint i, GMenuModel *menu)
{
  const SzListColumn *description = &self->columns[i];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (description->title), factory);
  Probe *probe = g_new0 (Probe, 1);
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GPropertyAction) action = NULL;
  g_autofree char *action_name = g_strconcat ("show-", description->id, NULL);

  *probe = (Probe){ self, i };
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probes_cb, probe, NULL));
  g_signal_connect_data (factory, "setup", G_CALLBACK (cell_setup_cb), probe,
                         (GClosureNotify)(void (*) (void))g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bound_cb), probe);
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbound_cb), probe);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, sz_column_width (GTK_WIDGET (self->view),
                                                                   _ (description->title),
                                                                   description->width,
                                                                   description->numeric));
  gtk_column_view_column_set_visible (column, !description->hidden);
  gtk_column_view_column_set_header_menu (column, menu);
  g_ptr_array_add (self->view_columns, column);
  gtk_column_view_append_column (self->view, column);
  action = g_property_action_new (action_name, column, "visible");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_object_unref (column);
}

/* Headings stand over their figures; GTK has no word for it. */
static void
align_headings (SzListTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_first_child (header);
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && title != NULL;
       i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;
      guint place;

      if (GTK_IS_LABEL (label) && g_ptr_array_find (self->view_columns, column, &place)
          && self->columns[place].numeric)
        {
          gtk_label_set_xalign (GTK_LABEL (label), 1);
          gtk_widget_set_hexpand (label, TRUE);
        }
    }
}

static GVariant *
dup_saved (SzListTable *self)
{
  g_autoptr (GVariant) tables = g_settings_get_value (self->settings, "tables");

  return g_variant_lookup_value (tables, self->name, G_VARIANT_TYPE_VARDICT);
}

static void
restore_layout (SzListTable *self, GVariant *saved)
{
  g_autoptr (GVariant) layout
      = g_variant_lookup_value (saved, "columns", G_VARIANT_TYPE ("a(sib)"));
  GVariantIter iter;
  const char *id;
  int width;
  gboolean visible;
  guint position = 0;

  if (layout == NULL)
    return;
  g_variant_iter_init (&iter, layout);
  while (g_variant_iter_next (&iter, "(&sib)", &id, &width, &visible))
    {
      guint i = find_column (self, id);

      if (i == self->n_columns)
        continue;
      gtk_column_view_insert_column (self->view, position++, get_view_column (self, i));
      gtk_column_view_column_set_fixed_width (get_view_column (self, i),
                                              (int)(width * sz_text_scale () + 0.5));
      gtk_column_view_column_set_visible (get_view_column (self, i), visible);
    }
}

static void
restore_sort (SzListTable *self, GVariant *saved)
{
  const char *id = NULL;
  int variant = 0;
  gboolean descending = FALSE;
  guint column;

  if (saved == NULL || !g_variant_lookup (saved, "sort", "(&sbi)", &id, &descending, &variant))
    return;
  column = find_column (self, id);
  if (column == self->n_columns)
    return;
  self->sort_column = column;
  self->sort_descending = descending;
  self->sort_variant = variant;
}

static void
restore_sum (SzListTable *self, GVariant *saved)
{
  const char *id = NULL;
  guint first = 0;

  while (first < self->n_columns && !self->columns[first].sum)
    first++;
  self->sum_column = first;
  if (saved == NULL || !g_variant_lookup (saved, "sum", "&s", &id))
    return;
  if (find_column (self, id) < self->n_columns && self->columns[find_column (self, id)].sum)
    self->sum_column = find_column (self, id);
}

static void
sum_state_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SzListTable *self = user_data;
  guint column = find_column (self, g_variant_get_string (state, NULL));

  if (column == self->n_columns || !self->columns[column].sum)
    return;
  self->sum_column = column;
  g_simple_action_set_state (action, state);
  _sz_list_table_save (self);
  _sz_list_table_sum (self);
}

static void
add_sum_action (SzListTable *self)
{
  g_autoptr (GSimpleAction) action = NULL;

  if (self->sum_column == self->n_columns)
    return;
  action = g_simple_action_new_stateful ("sum", G_VARIANT_TYPE_STRING,
                                         g_variant_new_string (self->columns[self->sum_column].id));
  g_signal_connect (action, "change-state", G_CALLBACK (sum_state_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
watch_layout (SzListTable *self)
{
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_signal_connect_object (get_view_column (self, i), "notify::fixed-width",
                               G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (get_view_column (self, i), "notify::visible",
                               G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

void
_sz_list_table_make_columns (SzListTable *self)
{
  g_autoptr (GMenuModel) menu = make_heading_menu (self);
  g_autoptr (GVariant) saved = dup_saved (self);

  /* 拼音 or 笔画: what the preferences say holds until the heading is clicked. */
  self->name_variant = g_settings_get_enum (self->settings, "name-order") == 2 ? 1 : 0;
  self->sort_variant = self->name_variant;
  self->view_columns = g_ptr_array_new ();
  for (guint i = 0; i < self->n_columns; i++)
    make_column (self, i, menu);
  if (saved != NULL)
    restore_layout (self, saved);
  restore_sort (self, saved);
  restore_sum (self, saved);
  add_sum_action (self);
  set_arrow (self);
  show_sort_title (self, self->sort_column);
  align_headings (self);
  fold_hidden (self);
  choose_growing (self);
  watch_layout (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

GArray *
_sz_list_table_get_order (SzListTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      guint place;

      if (g_ptr_array_find (self->view_columns, column, &place))
        g_array_append_val (order, place);
    }
  return order;
}

gboolean
_sz_list_table_is_visible (SzListTable *self, guint column)
{
  g_return_val_if_fail (SZ_IS_LIST_TABLE (self), FALSE);

  return gtk_column_view_column_get_visible (get_view_column (self, column));
}

static GVariant *
make_layout (SzListTable *self)
{
  g_autoptr (GArray) order = _sz_list_table_get_order (self);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sib)"));
  for (guint i = 0; i < order->len; i++)
    {
      guint place = g_array_index (order, guint, i);
      GtkColumnViewColumn *column = get_view_column (self, place);

      g_variant_builder_add (&builder, "(sib)", self->columns[place].id,
                             (int)(get_width (column) / sz_text_scale () + 0.5),
                             gtk_column_view_column_get_visible (column));
    }
  return g_variant_builder_end (&builder);
}

void
_sz_list_table_save_now (SzListTable *self)
{
  g_autoptr (GVariant) tables = g_settings_get_value (self->settings, "tables");
  GVariantDict all;
  GVariantDict own;

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_variant_dict_init (&all, tables);
  g_variant_dict_init (&own, NULL);
  g_variant_dict_insert_value (&own, "columns", make_layout (self));
  g_variant_dict_insert (&own, "sort", "(sbi)", self->columns[self->sort_column].id,
                         self->sort_descending, self->sort_variant);
  if (self->sum_column < self->n_columns)
    g_variant_dict_insert (&own, "sum", "s", self->columns[self->sum_column].id);
  g_variant_dict_insert_value (&all, self->name, g_variant_dict_end (&own));
  g_settings_set_value (self->settings, "tables", g_variant_dict_end (&all));
}

static gboolean
save_cb (gpointer user_data)
{
  SzListTable *self = user_data;

  self->save_source = 0;
  _sz_list_table_save_now (self);
  return G_SOURCE_REMOVE;
}

void
_sz_list_table_save (SzListTable *self)
{
  if (self->save_source == 0 && !self->closing)
    self->save_source = g_timeout_add (SAVE_MS, save_cb, self);
}
