/* sz-title-score-grid.c — 量化评分: applicants by items; what the office gives is typed (RULE
 * ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows stay where they are while one types, whatever their rank: nothing moves under the hand.
 */
#include "sz-title-score-grid.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-title-score-row.h"
#include "sz-title-values.h"

/* So many rows a turn of the loop. */
#define ROWS_A_STEP 12
#define ROWS_HEIGHT 380

struct _SzTitleScoreGrid
{
  GtkWidget parent_instance;

  /* Borrowed */
  const SzTitleScores *scores;
  const SzTitleScoreGroup *group;
  GtkBox *rows_box;
  GtkWidget *entered; /* (nullable): the cell that has the keyboard; only compared */

  /* Owned */
  GtkWidget *whole;
  GPtrArray *rows; /* of SzTitleScoreRow, borrowed: in the order of the group */
  GArray *now;     /* of SzScore: as they are typed, in the same order */
  SzTitleScoreLook *look;
  char *before; /* (nullable): what stood where one types */

  guint filling; /* a source */
  guint holding; /* a source */
  int quota;
  guint last_row; /* where one typed last */
  guint last_item;
};

enum
{
  TYPED,
  DECIDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzTitleScoreGrid, sz_title_score_grid, GTK_TYPE_WIDGET)

static SzTitleScoreRow *
get_row (SzTitleScoreGrid *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

static const SzScore *
get_read (SzTitleScoreGrid *self, guint row)
{
  return &g_array_index (self->group->scores, SzScore, row);
}

static gboolean
is_other (const SzScore *one, const SzScore *other, guint item)
{
  return one->known[item] != other->known[item]
         || (one->known[item] && one->typed_x1e4[item] != other->typed_x1e4[item]);
}

gboolean
sz_title_score_grid_is_typed (SzTitleScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->scores->table->n_items; j++)
      if (sz_title_score_row_is_faulty (get_row (self, i), j)
          || (self->scores->table->items[j].kind == SZ_SCORE_VALUE
              && is_other (get_read (self, i), &g_array_index (self->now, SzScore, i), j)))
        return TRUE;
  return FALSE;
}

/* ---- what the rows come to ---- */

/* Ranks go by all applicants, those without a row yet too. */
static void
rank (SzTitleScoreGrid *self)
{
  g_autoptr (GArray) ranked = g_array_copy (self->now);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  const gboolean unsaved = sz_title_score_grid_is_typed (self);

  sz_scores_rank (ranked, self->scores->table->tie_by_months, self->quota > 0 ? self->quota : -1);
  for (guint i = 0; i < ranked->len; i++)
    {
      const SzScore *score = &g_array_index (ranked, SzScore, i);

      g_hash_table_insert (places, (gpointer)score->staff_no, (gpointer)score);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SzScore *score = g_hash_table_lookup (places, get_read (self, i)->staff_no);

      sz_title_score_row_show (get_row (self, i),
                               &(SzTitleScoreSeen){ score->rank, score->recommended,
                                                    self->quota > 0, unsaved });
    }
}

void
sz_title_score_grid_set_quota (SzTitleScoreGrid *self, int quota)
{
  g_return_if_fail (SZ_IS_TITLE_SCORE_GRID (self));
  self->quota = quota;
  rank (self);
}

void
sz_title_score_grid_refresh (SzTitleScoreGrid *self)
{
  g_return_if_fail (SZ_IS_TITLE_SCORE_GRID (self));
  rank (self);
}

static void
row_typed_cb (SzTitleScoreGrid *self, guint item, GtkWidget *row)
{
  if (g_ptr_array_find (self->rows, row, &self->last_row))
    self->last_item = item;
  rank (self);
  g_signal_emit (self, signals[TYPED], 0);
}

static void
row_decide_cb (SzTitleScoreGrid *self, SzTitleScoreRow *row)
{
  g_signal_emit (self, signals[DECIDE], 0, sz_title_score_row_get_score (row)->staff_no);
}

/* ---- what is to be said ---- */

char *
sz_title_score_grid_dup_fault (SzTitleScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self), NULL);
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->scores->table->n_items; j++)
      if (sz_title_score_row_is_faulty (get_row (self, i), j))
        return g_strdup_printf (_ ("%s, %s: a value is 0 or more, with four decimals at most, as "
                                   "85.5. Escape gives back what stood there."),
                                sz_title_score_row_get_name (get_row (self, i)),
                                self->scores->table->items[j].name);
  return NULL;
}

/* It counts no more than the table lets it. */
char *
sz_title_score_grid_dup_notice (SzTitleScoreGrid *self)
{
  const SzScoreItem *item;
  g_autofree char *max = NULL;

  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self), NULL);
  if (self->last_row >= self->rows->len
      || !sz_title_score_row_is_cut (get_row (self, self->last_row), self->last_item))
    return NULL;
  item = &self->scores->table->items[self->last_item];
  max = sz_decimal_format (item->max_x100, 2);
  return g_strdup_printf (_ ("%s, %s: it counts %s, the most of the item. Is it typed right?"),
                          sz_title_score_row_get_name (get_row (self, self->last_row)), item->name,
                          max);
}

/* ---- the rows come in ---- */

static void
add_row (SzTitleScoreGrid *self)
{
  const guint i = self->rows->len;
  GtkWidget *row
      = sz_title_score_row_new (self->look, i + 1, &g_array_index (self->now, SzScore, i));

  g_signal_connect_object (row, "typed", G_CALLBACK (row_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "decide", G_CALLBACK (row_decide_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_box_append (self->rows_box, row);
}

static gboolean
fill_cb (gpointer data)
{
  SzTitleScoreGrid *self = data;

  for (int i = 0; i < ROWS_A_STEP && self->rows->len < self->now->len; i++)
    add_row (self);
  rank (self);
  if (self->rows->len < self->now->len)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

/* ---- the keyboard ---- */

static gboolean
is_item_typed (SzTitleScoreGrid *self, int item)
{
  return item >= 0 && item < (int)self->scores->table->n_items
         && self->scores->table->items[item].kind == SZ_SCORE_VALUE;
}

static gboolean
go_to (SzTitleScoreGrid *self, int row, int item)
{
  if (row < 0 || row >= (int)self->now->len || !is_item_typed (self, item))
    return FALSE;
  while ((int)self->rows->len <= row)
    add_row (self);
  return gtk_widget_grab_focus (
      GTK_WIDGET (sz_title_score_row_get_cell (get_row (self, (guint)row), (guint)item)));
}

/* The next item that is typed; past the end of a row the first one of the row after it. */
static gboolean
go_by (SzTitleScoreGrid *self, int row, int item, int by)
{
  const int n = (int)self->scores->table->n_items;

  do
    {
      item += by;
      row += item >= n ? 1 : item < 0 ? -1 : 0;
      item = item >= n ? 0 : item < 0 ? n - 1 : item;
    }
  while (row >= 0 && row < (int)self->now->len && !is_item_typed (self, item));
  return go_to (self, row, item);
}

/* In the row only. */
static gboolean
go_beside (SzTitleScoreGrid *self, int row, int item, int by)
{
  do
    item += by;
  while (item >= 0 && item < (int)self->scores->table->n_items && !is_item_typed (self, item));
  return go_to (self, row, item);
}

static gboolean
give_back (SzTitleScoreGrid *self, GtkEditable *cell)
{
  if (self->before == NULL || g_strcmp0 (gtk_editable_get_text (cell), self->before) == 0)
    return FALSE;
  gtk_editable_set_text (cell, self->before);
  gtk_editable_select_region (cell, 0, -1);
  return TRUE;
}

/* FALSE: GTK does with the key what it always does. */
static gboolean
press (SzTitleScoreGrid *self, GtkEditable *cell, guint key)
{
  const int position = gtk_editable_get_position (cell);
  const int length = (int)g_utf8_strlen (gtk_editable_get_text (cell), -1);
  const int row = (int)self->last_row;
  const int item = (int)self->last_item;
  const gboolean held = sz_title_score_row_is_faulty (get_row (self, self->last_row), (guint)item);

  switch (key)
    {
    case GDK_KEY_Escape:
      return give_back (self, cell);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      return held || go_to (self, row + 1, item) || TRUE;
    case GDK_KEY_Up:
      return held || go_to (self, row - 1, item) || TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return held || go_by (self, row, item, 1);
    case GDK_KEY_ISO_Left_Tab:
      return held || go_by (self, row, item, -1);
    case GDK_KEY_Left:
      return position == 0 && (held || go_beside (self, row, item, -1));
    case GDK_KEY_Right:
      return position == length && (held || go_beside (self, row, item, 1));
    default:
      return FALSE;
    }
}

/* (nullable): the cell that has the keyboard; where it stands is remembered. */
static GtkEditable *
find_cell (SzTitleScoreGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    for (guint j = 0; gtk_widget_get_parent (focus) == GTK_WIDGET (get_row (self, i))
                      && j < self->scores->table->n_items;
         j++)
      if (GTK_WIDGET (sz_title_score_row_get_cell (get_row (self, i), j)) == focus)
        {
          self->last_row = i;
          self->last_item = j;
          return GTK_EDITABLE (focus);
        }
  return NULL;
}

static gboolean
key_pressed_cb (SzTitleScoreGrid *self, guint key, guint code, GdkModifierType state)
{
  GtkEditable *cell;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || ((state & GDK_SHIFT_MASK) != 0 && key != GDK_KEY_ISO_Left_Tab))
    return FALSE;
  cell = find_cell (self);
  return cell != NULL && press (self, cell, key);
}

/* ---- what is no value keeps the keyboard, whatever was clicked ---- */

static gboolean
hold_cb (gpointer data)
{
  SzTitleScoreGrid *self = data;
  SzTitleScoreRow *row = self->last_row < self->rows->len ? get_row (self, self->last_row) : NULL;

  self->holding = 0;
  if (row != NULL && sz_title_score_row_is_faulty (row, self->last_item))
    gtk_widget_grab_focus (GTK_WIDGET (sz_title_score_row_get_cell (row, self->last_item)));
  return G_SOURCE_REMOVE;
}

static void
focus_moved_cb (SzTitleScoreGrid *self)
{
  SzTitleScoreRow *row = self->last_row < self->rows->len ? get_row (self, self->last_row) : NULL;
  const guint before_row = self->last_row;
  const guint before_item = self->last_item;
  GtkEditable *cell = find_cell (self);

  if (row != NULL && sz_title_score_row_is_faulty (row, before_item)
      && GTK_WIDGET (cell) != GTK_WIDGET (sz_title_score_row_get_cell (row, before_item)))
    {
      self->last_row = before_row;
      self->last_item = before_item;
      if (self->holding == 0)
        self->holding = g_idle_add (hold_cb, self);
      return;
    }
  if (GTK_WIDGET (cell) == self->entered)
    return;
  self->entered = GTK_WIDGET (cell);
  if (cell == NULL)
    return;
  g_free (self->before);
  self->before = g_strdup (gtk_editable_get_text (cell));
}

static void
sz_title_score_grid_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sz_title_score_grid_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
sz_title_score_grid_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget),
                                        (gpointer)(GCallback)focus_moved_cb, widget);
  GTK_WIDGET_CLASS (sz_title_score_grid_parent_class)->unroot (widget);
}

/* ---- GObject ---- */

static void
sz_title_score_grid_dispose (GObject *object)
{
  SzTitleScoreGrid *self = SZ_TITLE_SCORE_GRID (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_handle_id (&self->holding, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->whole, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_title_score_grid_parent_class)->dispose (object);
}

static void
sz_title_score_grid_finalize (GObject *object)
{
  SzTitleScoreGrid *self = SZ_TITLE_SCORE_GRID (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->now);
  g_free (self->before);
  sz_title_score_look_free (self->look);
  G_OBJECT_CLASS (sz_title_score_grid_parent_class)->finalize (object);
}

static void
sz_title_score_grid_class_init (SzTitleScoreGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SZ_TYPE_TITLE_SCORE_GRID;

  G_OBJECT_CLASS (klass)->dispose = sz_title_score_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_title_score_grid_finalize;
  widget_class->root = sz_title_score_grid_root;
  widget_class->unroot = sz_title_score_grid_unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[TYPED]
      = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DECIDE] = g_signal_new ("decide", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_title_score_grid_init (SzTitleScoreGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Headings stay above the rows; both go sideways together. */
static void
lay_out (SzTitleScoreGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *rows = gtk_scrolled_window_new ();

  self->rows_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (rows), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (rows), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (rows), ROWS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (rows), GTK_WIDGET (self->rows_box));
  gtk_widget_set_vexpand (rows, TRUE);
  gtk_box_append (GTK_BOX (box), sz_title_score_headings_new (self->look));
  gtk_box_append (GTK_BOX (box), rows);
  self->whole = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->whole), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->whole), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->whole), box);
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
}

GtkWidget *
sz_title_score_grid_new (const SzTitleScores *scores, guint group)
{
  SzTitleScoreGrid *self;

  g_return_val_if_fail (scores != NULL && group < scores->groups->len, NULL);
  self = g_object_new (SZ_TYPE_TITLE_SCORE_GRID, NULL);
  self->scores = scores;
  self->group = g_ptr_array_index (scores->groups, group);
  self->now = g_array_copy (self->group->scores);
  self->look = sz_title_score_look_new (scores, GTK_WIDGET (self));
  lay_out (self);
  if (fill_cb (self))
    self->filling = g_idle_add (fill_cb, self);
  return GTK_WIDGET (self);
}

void
sz_title_score_grid_focus (SzTitleScoreGrid *self)
{
  g_return_if_fail (SZ_IS_TITLE_SCORE_GRID (self));
  go_by (self, 0, -1, 1);
}

void
sz_title_score_grid_add_values (SzTitleScoreGrid *self, GArray *values)
{
  const SzScoreTable *table;

  g_return_if_fail (SZ_IS_TITLE_SCORE_GRID (self) && values != NULL);
  table = self->scores->table;
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < table->n_items; j++)
      {
        const SzScore *score = &g_array_index (self->now, SzScore, i);
        gboolean first = TRUE;
        SzTitleValue value = { .given = score->known[j], .value_x1e4 = score->typed_x1e4[j] };

        /* Items of the same name are one value. */
        for (guint k = 0; k < j; k++)
          first &= g_strcmp0 (table->items[k].item, table->items[j].item) != 0;
        if (table->items[j].kind != SZ_SCORE_VALUE || !first
            || !is_other (get_read (self, i), score, j))
          continue;
        for (guint k = 0; k < self->scores->values->len; k++)
          {
            const SzTitleValue *there = &g_array_index (self->scores->values, SzTitleValue, k);

            if (g_str_equal (there->staff_no, score->staff_no)
                && g_str_equal (there->item, table->items[j].item))
              {
                value.id = there->id;
                value.row_version = there->row_version;
              }
          }
        value.staff_no = g_strdup (score->staff_no);
        value.item = g_strdup (table->items[j].item);
        g_array_append_val (values, value);
      }
}

guint
sz_title_score_grid_get_size (SzTitleScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self), 0);
  return self->now->len;
}

gboolean
sz_title_score_grid_is_filled (SzTitleScoreGrid *self)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self), FALSE);
  return self->rows->len == self->now->len;
}

GtkEditable *
sz_title_score_grid_get_cell (SzTitleScoreGrid *self, guint row, guint item)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self) && row < self->rows->len, NULL);
  return sz_title_score_row_get_cell (get_row (self, row), item);
}

char *
sz_title_score_grid_dup_row (SzTitleScoreGrid *self, guint row)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_GRID (self) && row < self->rows->len, NULL);
  return sz_title_score_row_dup_text (get_row (self, row));
}
