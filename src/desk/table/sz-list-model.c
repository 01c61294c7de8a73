/* sz-list-model.c — places over ids, rows beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-model.h"

/* What a tall screen shows of a dense table; the first frame waits for no more. */
#define SCREENFUL 48
/* So many places more at a time: a frame's worth of new row widgets. */
#define GROW_STEP 16
/* A GTK list makes no more row widgets than these, so that all the rest costs nothing. */
#define GROW_LIMIT 224
/* Rows kept although nothing shows them. */
#define ROWS_KEPT 2000

struct _SzListModel
{
  GObject parent_instance;

  const SzListColumn *columns;
  guint n_columns;
  GArray *ids;   /* of gint64 */
  guint n_shown; /* ≤ ids->len */
  guint screenful;
  GHashTable *items; /* position → SzListItem (borrowed; the items tell when they go) */
  GHashTable *rows;  /* &row->id → SzListRow */
  GHashTable *asked; /* ids on the way, as keys of GINT64 */
  SzListWantedFunc wanted;
  gpointer wanted_data;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SzListModel,
                               sz_list_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
get_id (SzListModel *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

const SzListRow *
sz_list_model_get_row (SzListModel *self, gint64 id)
{
  g_return_val_if_fail (SZ_IS_LIST_MODEL (self), NULL);

  return g_hash_table_lookup (self->rows, &id);
}

static void
item_gone_cb (gpointer user_data, GObject *gone)
{
  SzListModel *self = user_data;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      if (item != gone)
        continue;
      g_hash_table_iter_remove (&iter);
      return;
    }
}

static GType
get_item_type (GListModel *model)
{
  return SZ_TYPE_LIST_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SZ_LIST_MODEL (model)->n_shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  SzListModel *self = SZ_LIST_MODEL (model);
  SzListItem *item;
  gint64 id;

  if (position >= self->n_shown)
    return NULL;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);
  item = sz_list_item_new (position, self->columns, self->n_columns);
  id = get_id (self, position);
  sz_list_item_set_row (item, id, sz_list_model_get_row (self, id), FALSE);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
drop_items (SzListModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, item_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
}

static void
sz_list_model_dispose (GObject *object)
{
  SzListModel *self = SZ_LIST_MODEL (object);

  self->wanted = NULL;
  drop_items (self);
  G_OBJECT_CLASS (sz_list_model_parent_class)->dispose (object);
}

static void
sz_list_model_finalize (GObject *object)
{
  SzListModel *self = SZ_LIST_MODEL (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->asked);
  G_OBJECT_CLASS (sz_list_model_parent_class)->finalize (object);
}

static void
sz_list_model_class_init (SzListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_list_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_list_model_finalize;
}

static void
sz_list_model_init (SzListModel *self)
{
  self->screenful = SCREENFUL;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new (NULL, NULL);
  self->rows
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)sz_list_row_free);
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

SzListModel *
sz_list_model_new (const SzListColumn *columns, guint n_columns)
{
  SzListModel *self = g_object_new (SZ_TYPE_LIST_MODEL, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  return self;
}

void
sz_list_model_set_wanted (SzListModel *self, SzListWantedFunc wanted, gpointer user_data)
{
  g_return_if_fail (SZ_IS_LIST_MODEL (self));

  self->wanted = wanted;
  self->wanted_data = user_data;
}

/* No item may go on pointing to a row that is freed. */
static void
release_row (SzListModel *self, gint64 id)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (sz_list_item_get_id (item) == id)
      sz_list_item_set_row (item, id, NULL, TRUE);
}

static void
keep_row (SzListModel *self, SzListRow *row)
{
  if (g_hash_table_contains (self->rows, &row->id))
    release_row (self, row->id);
  g_hash_table_replace (self->rows, &row->id, row);
  g_hash_table_remove (self->asked, &row->id);
}

static void
keep_rows (SzListModel *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    keep_row (self, g_steal_pointer (&rows->pdata[i]));
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_unref (rows);
}

/* Places with a row show it; the others are blank or, where nobody sees them for long, as before.
 */
static void
fill_items (SzListModel *self, gboolean keep_text)
{
  GHashTableIter iter;
  gpointer key;
  gpointer item;
  gboolean missing = FALSE;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, &item))
    {
      guint position = GPOINTER_TO_UINT (key);
      gint64 id = position < self->ids->len ? get_id (self, position) : 0;
      const SzListRow *row = sz_list_model_get_row (self, id);

      sz_list_item_set_row (item, id, row, keep_text);
      missing |= row == NULL && sz_list_item_is_bound (item);
    }
  if (missing && self->wanted != NULL)
    self->wanted (self->wanted_data);
}

static void
forget_rows (SzListModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    sz_list_item_set_row (item, sz_list_item_get_id (item), NULL, TRUE);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->asked);
}

void
sz_list_model_set_screenful (SzListModel *self, guint screenful)
{
  g_return_if_fail (SZ_IS_LIST_MODEL (self));

  self->screenful = screenful;
}

void
sz_list_model_set_ids (SzListModel *self, GArray *ids, GPtrArray *rows, gboolean forget)
{
  const guint before = self->n_shown;

  g_return_if_fail (ids != NULL);

  if (forget || g_hash_table_size (self->rows) > ROWS_KEPT)
    forget_rows (self);
  if (rows != NULL)
    keep_rows (self, rows);
  g_array_unref (self->ids);
  self->ids = ids;
  if (before >= GROW_LIMIT)
    self->n_shown = ids->len;
  else
    self->n_shown = MIN (ids->len, MAX (before, self->screenful));
  fill_items (self, TRUE);
  if (self->n_shown != before)
    {
      const guint same = MIN (before, self->n_shown);

      g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, self->n_shown - same);
    }
}

gboolean
sz_list_model_grow (SzListModel *self)
{
  const guint before = self->n_shown;

  if (before == self->ids->len)
    return FALSE;
  self->n_shown = before + GROW_STEP >= GROW_LIMIT ? self->ids->len
                                                   : MIN (before + GROW_STEP, self->ids->len);
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_shown - before);
  return self->n_shown < self->ids->len;
}

GArray *
sz_list_model_get_ids (SzListModel *self)
{
  g_return_val_if_fail (SZ_IS_LIST_MODEL (self), NULL);

  return self->ids;
}

guint
sz_list_model_find (SzListModel *self, gint64 id)
{
  const gint64 *ids = (const gint64 *)(gpointer)self->ids->data;

  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

GArray *
sz_list_model_dup_wanted (SzListModel *self, guint first, guint n)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (SZ_IS_LIST_MODEL (self), NULL);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      gint64 id = sz_list_item_get_id (item);
      guint position = sz_list_item_get_position (item);

      if (position < first || position - first >= n || sz_list_item_is_loaded (item)
          || !sz_list_item_is_bound (item)
          || !g_hash_table_add (self->asked, g_memdup2 (&id, sizeof id)))
        continue;
      g_array_append_val (wanted, id);
    }
  return wanted;
}

gboolean
sz_list_model_has_wanted (SzListModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_val_if_fail (SZ_IS_LIST_MODEL (self), FALSE);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (sz_list_item_is_bound (item) && !sz_list_item_is_loaded (item))
      return TRUE;
  return FALSE;
}

gboolean
sz_list_model_is_loaded (SzListModel *self, guint first, guint n)
{
  g_return_val_if_fail (SZ_IS_LIST_MODEL (self), FALSE);

  for (guint i = first; i < MIN (first + n, self->n_shown); i++)
    {
      SzListItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (i));

      if (item == NULL || !sz_list_item_is_bound (item) || !sz_list_item_is_loaded (item))
        return FALSE;
    }
  return TRUE;
}

void
sz_list_model_add_rows (SzListModel *self, GPtrArray *rows)
{
  keep_rows (self, rows);
  fill_items (self, TRUE);
}

void
sz_list_model_bind (SzListModel *self, SzListItem *item, guint column, GtkInscription *cell)
{
  gboolean first = !sz_list_item_is_bound (item);

  g_return_if_fail (SZ_IS_LIST_MODEL (self));

  sz_list_item_bind (item, column, cell);
  if (first && !sz_list_item_is_loaded (item) && self->wanted != NULL)
    self->wanted (self->wanted_data);
}

void
sz_list_model_unbind (SzListModel *self, SzListItem *item, guint column)
{
  sz_list_item_unbind (item, column);

  g_return_if_fail (SZ_IS_LIST_MODEL (self));
}
