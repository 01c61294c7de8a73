/* sz-index-model.c — a list of places, so that views keep nothing but numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-index-model.h"

struct _SzIndexItem
{
  GObject parent_instance;
  guint index;
};

G_DEFINE_FINAL_TYPE (SzIndexItem, sz_index_item, G_TYPE_OBJECT)

static void
sz_index_item_class_init (SzIndexItemClass *klass)
{
}

static void
sz_index_item_init (SzIndexItem *self)
{
}

SzIndexItem *
sz_index_item_new (guint index)
{
  SzIndexItem *item = g_object_new (SZ_TYPE_INDEX_ITEM, NULL);

  item->index = index;
  return item;
}

guint
sz_index_item_get_index (SzIndexItem *item)
{
  g_return_val_if_fail (SZ_IS_INDEX_ITEM (item), 0);

  return item->index;
}

struct _SzIndexModel
{
  GObject parent_instance;
  GPtrArray *items; /* of SzIndexItem, made when they are first asked for */
  guint size;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SzIndexModel,
                               sz_index_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return SZ_TYPE_INDEX_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SZ_INDEX_MODEL (model)->size;
}

/* The same object for the same place, as selections compare them. */
static gpointer
get_item (GListModel *model, guint position)
{
  SzIndexModel *self = SZ_INDEX_MODEL (model);

  if (position >= self->size)
    return NULL;
  while (self->items->len <= position)
    g_ptr_array_add (self->items, sz_index_item_new (self->items->len));
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sz_index_model_finalize (GObject *object)
{
  g_ptr_array_unref (SZ_INDEX_MODEL (object)->items);
  G_OBJECT_CLASS (sz_index_model_parent_class)->finalize (object);
}

static void
sz_index_model_class_init (SzIndexModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_index_model_finalize;
}

static void
sz_index_model_init (SzIndexModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

SzIndexModel *
sz_index_model_new (void)
{
  return g_object_new (SZ_TYPE_INDEX_MODEL, NULL);
}

void
sz_index_model_set_size (SzIndexModel *model, guint size)
{
  guint old = model->size;

  model->size = size;
  if (size > old)
    g_list_model_items_changed (G_LIST_MODEL (model), old, 0, size - old);
  else if (size < old)
    g_list_model_items_changed (G_LIST_MODEL (model), size, old - size, 0);
}
