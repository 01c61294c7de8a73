/* sz-list-item.c — one place of a list: which row stands there, and the cells that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-item.h"

#include "sz-mask.h"

struct _SzListItem
{
  GObject parent_instance;

  const SzListColumn *columns; /* static */
  guint n_columns;
  guint position;
  gint64 id;
  const SzListRow *row;   /* borrowed from the model */
  GtkInscription **cells; /* (nullable) n_columns, borrowed while bound */
  guint n_bound;
};

G_DEFINE_FINAL_TYPE (SzListItem, sz_list_item, G_TYPE_OBJECT)

static void
sz_list_item_finalize (GObject *object)
{
  g_free (SZ_LIST_ITEM (object)->cells);
  G_OBJECT_CLASS (sz_list_item_parent_class)->finalize (object);
}

static void
sz_list_item_class_init (SzListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_list_item_finalize;
}

static void
sz_list_item_init (SzListItem *self)
{
}

SzListItem *
sz_list_item_new (guint position, const SzListColumn *columns, guint n_columns)
{
  SzListItem *self = g_object_new (SZ_TYPE_LIST_ITEM, NULL);

  self->position = position;
  self->columns = columns;
  self->n_columns = n_columns;
  return self;
}

guint
sz_list_item_get_position (SzListItem *self)
{
  g_return_val_if_fail (SZ_IS_LIST_ITEM (self), 0);

  return self->position;
}

gint64
sz_list_item_get_id (SzListItem *self)
{
  g_return_val_if_fail (SZ_IS_LIST_ITEM (self), 0);

  return self->id;
}

gboolean
sz_list_item_is_loaded (SzListItem *self)
{
  g_return_val_if_fail (SZ_IS_LIST_ITEM (self), FALSE);

  return self->row != NULL;
}

gboolean
sz_list_item_is_bound (SzListItem *self)
{
  g_return_val_if_fail (SZ_IS_LIST_ITEM (self), FALSE);

  return self->n_bound > 0;
}

static void
set_style (GtkWidget *cell, const char *old, const char *style)
{
  if (old == style)
    return;
  if (old != NULL)
    gtk_widget_remove_css_class (cell, old);
  if (style != NULL)
    gtk_widget_add_css_class (cell, style);
}

static void
show_cell (SzListItem *self, guint column, const char *old_style)
{
  GtkInscription *cell = self->cells[column];
  const char *text = self->row != NULL ? self->row->cells[column] : NULL;
  g_autofree char *masked = NULL;

  if (text != NULL && self->columns[column].code)
    text = masked = sz_mask_code (text);
  gtk_inscription_set_text (cell, text != NULL ? text : "");
  set_style (GTK_WIDGET (cell), old_style, self->row != NULL ? self->row->style : NULL);
}

void
sz_list_item_set_row (SzListItem *self, gint64 id, const SzListRow *row, gboolean keep_text)
{
  const char *old_style = self->row != NULL ? self->row->style : NULL;

  if (self->id == id && self->row == row)
    return;
  self->id = id;
  self->row = row;
  if (row == NULL && keep_text && old_style == NULL)
    return;
  for (guint i = 0; self->n_bound > 0 && i < self->n_columns; i++)
    {
      if (self->cells[i] != NULL)
        show_cell (self, i, old_style);
    }
}

void
sz_list_item_bind (SzListItem *self, guint column, GtkInscription *cell)
{
  g_return_if_fail (SZ_IS_LIST_ITEM (self));

  if (self->cells == NULL)
    self->cells = g_new0 (GtkInscription *, self->n_columns);
  if (self->cells[column] == NULL)
    self->n_bound++;
  self->cells[column] = cell;
  show_cell (self, column, NULL);
}

void
sz_list_item_unbind (SzListItem *self, guint column)
{
  g_return_if_fail (SZ_IS_LIST_ITEM (self));

  if (self->cells == NULL || self->cells[column] == NULL)
    return;
  set_style (GTK_WIDGET (self->cells[column]), self->row != NULL ? self->row->style : NULL, NULL);
  self->cells[column] = NULL;
  self->n_bound--;
}
