/* sz-sheet-pictures.c — pictures of sheets, drawn off the main thread and kept while they are near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-pictures.h"

#include <math.h>

/* Sheets before and behind those in sight that are kept and drawn ahead. */
#define NEAR 1
/* No picture is larger: at this size nobody reads more out of it. */
#define WIDTH_MOST 4096

typedef struct
{
  GdkTexture *texture;
  int width;      /* wanted when it was drawn */
  guint printout; /* of which it is */
} Picture;

struct _SzSheetPictures
{
  GObject parent_instance;

  SzPrintout *printout;
  guint generation;
  GHashTable *pictures; /* page → Picture */
  double scale;
  guint first; /* of those in sight */
  guint last;
  gboolean wanted;
  gboolean busy;
};

enum
{
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzSheetPictures, sz_sheet_pictures, G_TYPE_OBJECT)

typedef struct
{
  SzPrintout *printout;
  guint generation;
  guint page;
  int width;
} Order;

static void draw_next (SzSheetPictures *self);

static void
free_order (Order *order)
{
  sz_printout_unref (order->printout);
  g_free (order);
}

static void
free_picture (Picture *picture)
{
  g_clear_object (&picture->texture);
  g_free (picture);
}

static int
find_width (SzSheetPictures *self, guint page)
{
  double width, height;

  sz_printout_get_size (self->printout, page, &width, &height);
  return CLAMP ((int)lround (width * self->scale), 1, WIDTH_MOST);
}

static gboolean
is_drawn (SzSheetPictures *self, guint page)
{
  const Picture *picture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (page));

  return picture != NULL && picture->printout == self->generation
         && picture->width == find_width (self, page);
}

static guint
get_near_first (SzSheetPictures *self)
{
  return self->first > NEAR ? self->first - NEAR : 0;
}

static guint
get_near_last (SzSheetPictures *self)
{
  return MIN (self->last + NEAR, sz_printout_count (self->printout) - 1);
}

/* Those in sight first, then the one below, then the one above. */
static gboolean
find_missing (SzSheetPictures *self, guint *page)
{
  guint last = get_near_last (self);

  for (*page = self->first; *page <= last; (*page)++)
    if (!is_drawn (self, *page))
      return TRUE;
  *page = get_near_first (self);
  return !is_drawn (self, *page);
}

static void
draw_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Order *order = task_data;

  g_task_return_pointer (task, sz_printout_render (order->printout, order->page, order->width),
                         g_object_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzSheetPictures *self = SZ_SHEET_PICTURES (source);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->busy = FALSE;
  if (texture != NULL && order->generation == self->generation)
    {
      Picture *picture = g_new0 (Picture, 1);

      *picture = (Picture){ g_steal_pointer (&texture), order->width, order->generation };
      g_hash_table_insert (self->pictures, GUINT_TO_POINTER (order->page), picture);
      g_signal_emit (self, signals[ARRIVED], 0);
    }
  draw_next (self);
}

/* One at a time, so that what has gone out of sight meanwhile is never drawn. */
static void
draw_next (SzSheetPictures *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;
  guint page;

  if (self->busy || !self->wanted || self->printout == NULL || !find_missing (self, &page))
    return;
  self->busy = TRUE;
  order = g_new0 (Order, 1);
  *order = (Order){ sz_printout_ref (self->printout), self->generation, page,
                    find_width (self, page) };
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, draw_cb);
}

static gboolean
is_far_cb (gpointer key, gpointer value, gpointer user_data)
{
  SzSheetPictures *self = user_data;
  guint page = GPOINTER_TO_UINT (key);

  return page < get_near_first (self) || page > get_near_last (self);
}

void
sz_sheet_pictures_want (SzSheetPictures *self, guint first, guint last, double scale)
{
  guint n_pages = self->printout != NULL ? sz_printout_count (self->printout) : 0;

  if (n_pages == 0)
    return;
  self->wanted = TRUE;
  self->first = MIN (first, n_pages - 1);
  self->last = MIN (last, n_pages - 1);
  self->scale = scale;
  g_hash_table_foreach_remove (self->pictures, is_far_cb, self);
  draw_next (self);
}

void
sz_sheet_pictures_set_printout (SzSheetPictures *self, SzPrintout *printout, gboolean keep)
{
  g_return_if_fail (SZ_IS_SHEET_PICTURES (self));

  if (self->printout == printout)
    return;
  if (printout != NULL)
    sz_printout_ref (printout);
  g_clear_pointer (&self->printout, sz_printout_unref);
  self->printout = printout;
  self->generation++;
  self->wanted = FALSE;
  if (!keep || printout == NULL)
    g_hash_table_remove_all (self->pictures);
}

GdkTexture *
sz_sheet_pictures_get (SzSheetPictures *self, guint page)
{
  const Picture *picture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (page));

  return picture != NULL ? picture->texture : NULL;
}

gboolean
sz_sheet_pictures_is_settled (SzSheetPictures *self)
{
  guint page;

  return self->printout == NULL || (self->wanted && !self->busy && !find_missing (self, &page));
}

static void
sz_sheet_pictures_finalize (GObject *object)
{
  SzSheetPictures *self = SZ_SHEET_PICTURES (object);

  g_clear_pointer (&self->printout, sz_printout_unref);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  G_OBJECT_CLASS (sz_sheet_pictures_parent_class)->finalize (object);
}

static void
sz_sheet_pictures_class_init (SzSheetPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_sheet_pictures_finalize;
  signals[ARRIVED] = g_signal_new ("arrived", SZ_TYPE_SHEET_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sz_sheet_pictures_init (SzSheetPictures *self)
{
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)free_picture);
}

SzSheetPictures *
sz_sheet_pictures_new (void)
{
  return g_object_new (SZ_TYPE_SHEET_PICTURES, NULL);
}
