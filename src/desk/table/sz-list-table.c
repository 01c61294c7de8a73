/* sz-list-table.c — a table of any size: ids first, rows when they are bound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-row-voice.h"

/* A selection of more rows than these is not carried over to other ids. */
#define REMAP_LIMIT 20000
/* A dense row is higher than this. */
#define ROW_HEIGHT 24
#define MIN_SCREENFUL 8
#define MAX_SCREENFUL 48
/* What a window has beside rows at the least: its header, tools, headings and foot. */
#define BESIDE_ROWS 130
/* Rows out of sight are loaded so long after those in sight. */
#define REST_MS 20

enum
{
  PROP_0,
  PROP_TASKS,
  N_PROPS
};

enum
{
  SELECTION_CHANGED,
  ACTIVATED,
  SORT_CHANGED,
  FOOT_CHANGED,
  TYPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzListTable, sz_list_table, GTK_TYPE_WIDGET)

/* What the reader thread gets to load rows. */
typedef struct
{
  SzListFetchFunc fetch;
  GArray *ids;
  GBytes *context;
} Load;

static void
free_load (Load *load)
{
  g_array_unref (load->ids);
  g_clear_pointer (&load->context, g_bytes_unref);
  g_free (load);
}

static gpointer
fetch_cb (SzOffice *office,
          gpointer input,
          SzProgress progress,
          GCancellable *cancellable,
          GError **error)
{
  Load *load = input;

  return load->fetch (office, (const gint64 *)(gpointer)load->ids->data, load->ids->len,
                      load->context != NULL ? g_bytes_get_data (load->context, NULL) : NULL, error);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzListTable *self = SZ_LIST_TABLE (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = sz_tasks_finish (result, &error);

  self->n_loading--;
  if (rows == NULL)
    {
      if (!g_cancellable_is_cancelled (cancellable))
        {
          g_autofree char *message = sz_message_for_error (error);

          g_warning ("%s: %s", self->name, message);
        }
      return;
    }
  if (g_cancellable_is_cancelled (cancellable))
    g_ptr_array_unref (rows);
  else
    {
      sz_list_model_add_rows (self->model, rows);
      sz_row_voice_tell (self->view);
    }
}

/* The places in sight, as far as one can tell. */
static void
find_sight (SzListTable *self, guint *first, guint *n)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const double height = gtk_adjustment_get_upper (scroll) / MAX (shown, 1);

  *first = 0;
  *n = 0;
  if (height <= 0)
    return;
  *first = (guint)(gtk_adjustment_get_value (scroll) / height);
  *n = (guint)(gtk_adjustment_get_page_size (scroll) / height) + 2;
}

static void
start_load (SzListTable *self, GArray *ids)
{
  Load *load = g_new0 (Load, 1);

  load->fetch = self->fetch;
  load->ids = ids;
  load->context = self->context != NULL ? g_bytes_ref (self->context) : NULL;
  self->n_loading++;
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (fetch_cb, load, (GDestroyNotify)free_load,
                          (GDestroyNotify)g_ptr_array_unref),
                 self->cancellable, fetched_cb, NULL);
}

/* When what is in sight was painted: the rows above and below, for scrolling. */
static gboolean
load_rest_cb (gpointer user_data)
{
  SzListTable *self = user_data;
  g_autoptr (GArray) ids = NULL;

  self->load_source = 0;
  if (self->tasks == NULL)
    return G_SOURCE_REMOVE;
  ids = sz_list_model_dup_wanted (self->model, 0, G_MAXUINT);
  if (ids->len > 0)
    start_load (self, g_steal_pointer (&ids));
  return G_SOURCE_REMOVE;
}

static gboolean
load_cb (gpointer user_data)
{
  SzListTable *self = user_data;
  g_autoptr (GArray) ids = NULL;
  guint first, n;

  self->load_source = 0;
  if (self->tasks == NULL)
    return G_SOURCE_REMOVE;
  find_sight (self, &first, &n);
  ids = sz_list_model_dup_wanted (self->model, first, n);
  if (ids->len > 0)
    start_load (self, g_steal_pointer (&ids));
  else
    self->load_source = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, load_rest_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* After the frame that bound them all: one load for a whole screen. */
static void
schedule_load (gpointer user_data)
{
  SzListTable *self = user_data;

  g_clear_handle_id (&self->load_source, g_source_remove);
  self->load_source = g_idle_add_full (G_PRIORITY_DEFAULT, load_cb, self, NULL);
}

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SzListTable *self = SZ_LIST_TABLE (widget);

  /* The tick before the first paint of these ids. */
  if (self->grow_waits)
    {
      self->grow_waits = FALSE;
      return G_SOURCE_CONTINUE;
    }
  if (sz_list_model_grow (self->model))
    return G_SOURCE_CONTINUE;
  sz_row_voice_tell (self->view);
  self->grow_source = 0;
  return G_SOURCE_REMOVE;
}

/* The screenful that the model shows at once is painted first; the others come with the next
 * frames. */
static void
start_growing (SzListTable *self)
{
  self->grow_waits = TRUE;
  if (self->grow_source != 0
      || g_list_model_get_n_items (G_LIST_MODEL (self->model))
             == sz_list_model_get_ids (self->model)->len)
    return;
  self->grow_source = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
scroll_to (SzListTable *self, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* What the window can show; the first frame waits for no more rows. */
static guint
guess_screenful (SzListTable *self)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = 0;
  int height = (int)gtk_adjustment_get_page_size (scroll);

  if (!GTK_IS_WINDOW (root))
    return MAX_SCREENFUL;
  if (height <= 1)
    {
      gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
      if (gtk_window_is_maximized (GTK_WINDOW (root)) || height <= 0)
        return MAX_SCREENFUL;
      height -= BESIDE_ROWS;
    }
  /* One begins above the sight, one ends below it. */
  return (guint)CLAMP (height / ROW_HEIGHT + 2, MIN_SCREENFUL, MAX_SCREENFUL);
}

static void
set_ids (SzListTable *self, GArray *ids, GPtrArray *rows, GBytes *context)
{
  gboolean forget = context == NULL || context != self->context;
  g_autoptr (GArray) selected = _sz_list_table_count_selected (self) <= REMAP_LIMIT
                                    ? sz_list_table_get_selected (self)
                                    : NULL;
  g_autoptr (GtkBitset) places = NULL;
  g_autoptr (GtkBitset) all = NULL;

  if (forget)
    {
      g_cancellable_cancel (self->cancellable);
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
    }
  g_clear_pointer (&self->context, g_bytes_unref);
  self->context = context;

  self->remapping = TRUE;
  sz_list_model_set_screenful (self->model, guess_screenful (self));
  sz_list_model_set_ids (self->model, ids, rows, forget);
  places = selected != NULL && selected->len > 0 ? _sz_list_table_find_places (self, selected)
                                                 : gtk_bitset_new_empty ();
  if (selected == NULL || selected->len > 0)
    {
      all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
      gtk_bitset_intersect (places, all);
      gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), places, all);
    }
  self->remapping = FALSE;
  sz_row_voice_tell (self->view);
  start_growing (self);
}

void
sz_list_table_update_ids (SzListTable *self, GArray *ids, GPtrArray *first_rows, GBytes *context)
{
  g_return_if_fail (SZ_IS_LIST_TABLE (self) && self->columns != NULL && ids != NULL);
  set_ids (self, ids, first_rows, context);
  g_signal_emit_by_name (self, "selection-changed");
  _sz_list_table_sum (self);
}

void
sz_list_table_set_ids (SzListTable *self, GArray *ids, GPtrArray *first_rows, GBytes *context)
{
  sz_list_table_update_ids (self, ids, first_rows, context);
  scroll_to (self, 0);
}

/* The place may be one that the model has not shown yet. */
static void
show_place (SzListTable *self, guint place)
{
  while (place >= g_list_model_get_n_items (G_LIST_MODEL (self->model))
         && sz_list_model_grow (self->model))
    ;
  scroll_to (self, place);
}

void
sz_list_table_select (SzListTable *self, gint64 id)
{
  guint place = sz_list_model_find (self->model, id);

  if (place == GTK_INVALID_LIST_POSITION)
    return;
  show_place (self, place);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), place, TRUE);
}

gboolean
sz_list_table_is_shown (SzListTable *self)
{
  guint first, n;

  g_return_val_if_fail (SZ_IS_LIST_TABLE (self), FALSE);

  find_sight (self, &first, &n);
  return n > 0 && sz_list_model_is_loaded (self->model, first, n - 2);
}

void
sz_list_table_scroll (SzListTable *self, guint place)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll) / MAX (n, 1) * place);
}

gboolean
sz_list_table_is_settled (SzListTable *self)
{
  g_return_val_if_fail (SZ_IS_LIST_TABLE (self), FALSE);

  return self->load_source == 0 && self->n_loading == 0 && self->grow_source == 0
         && !sz_list_model_has_wanted (self->model);
}

const char *
sz_list_table_get_sort (SzListTable *self, gboolean *descending, int *variant)
{
  g_return_val_if_fail (SZ_IS_LIST_TABLE (self), NULL);

  if (descending != NULL)
    *descending = self->sort_descending;
  if (variant != NULL)
    *variant = self->sort_variant;
  return self->columns[self->sort_column].id;
}

static void
selection_changed_cb (SzListTable *self)
{
  if (self->remapping)
    return;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  _sz_list_table_sum (self);
}

void
_sz_list_table_activate (SzListTable *self, guint position)
{
  const GArray *ids = sz_list_model_get_ids (self->model);

  if (position < ids->len)
    g_signal_emit (self, signals[ACTIVATED], 0, g_array_index (ids, gint64, position));
}

void
sz_list_table_setup (SzListTable *self,
                     GSettings *settings,
                     const char *name,
                     const SzListColumn *columns,
                     SzListFetchFunc fetch)
{
  g_return_if_fail (SZ_IS_LIST_TABLE (self) && self->columns == NULL && columns != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings) && name != NULL && fetch != NULL);
  self->settings = g_object_ref (settings);
  self->name = g_strdup (name);
  self->columns = columns;
  self->fetch = fetch;
  while (columns[self->n_columns].id != NULL)
    self->n_columns++;
  self->model = sz_list_model_new (columns, self->n_columns);
  self->cell_size = sz_cell_size_new ();
  sz_list_model_set_wanted (self->model, schedule_load, self);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  _sz_list_table_make_columns (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
sz_list_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SzListTable *self = SZ_LIST_TABLE (object);

  if (id != PROP_TASKS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_set_object (&self->tasks, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
sz_list_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TASKS)
    g_value_set_object (value, SZ_LIST_TABLE (object)->tasks);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_list_table_dispose (GObject *object)
{
  SzListTable *self = SZ_LIST_TABLE (object);

  if (self->save_source != 0)
    _sz_list_table_save_now (self);
  self->closing = TRUE;
  g_clear_handle_id (&self->load_source, g_source_remove);
  g_clear_handle_id (&self->sum_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->summing != NULL)
    g_cancellable_cancel (self->summing);
  if (self->model != NULL)
    sz_list_model_set_wanted (self->model, NULL, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_list_table_parent_class)->dispose (object);
}

static void
sz_list_table_finalize (GObject *object)
{
  SzListTable *self = SZ_LIST_TABLE (object);

  /* Columns that go tell their last widths. */
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->summing);
  g_clear_object (&self->actions);
  g_clear_object (&self->row_menu_model);
  g_clear_pointer (&self->context, g_bytes_unref);
  g_clear_pointer (&self->cell_size, sz_cell_size_unref);
  g_clear_pointer (&self->view_columns, g_ptr_array_unref);
  g_free (self->name);
  G_OBJECT_CLASS (sz_list_table_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SORT_CHANGED]
      = g_signal_new ("sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOOT_CHANGED]
      = g_signal_new ("foot-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
sz_list_table_class_init (SzListTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sz_list_table_set_property;
  object_class->get_property = sz_list_table_get_property;
  object_class->dispose = sz_list_table_dispose;
  object_class->finalize = sz_list_table_finalize;
  properties[PROP_TASKS]
      = g_param_spec_object ("tasks", NULL, NULL, SZ_TYPE_TASKS,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (SZ_TYPE_LIST_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-list-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SzListTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SzListTable, view);
  gtk_widget_class_bind_template_callback_full (widget_class, "activated_cb",
                                                G_CALLBACK (_sz_list_table_activate));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  _sz_list_table_install_menu (widget_class);
  _sz_list_table_install_typing (widget_class);
}

static void
sz_list_table_init (SzListTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_row_voice_watch (self->view);
  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
}
