/* sz-page-preview.c — pages as the printer will draw them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-page-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sz-sheet-pictures.h"
#include "sz-sheet-places.h"

#define PIXELS_A_POINT (96.0 / 72.0)
#define ZOOM_LEAST 0.25
#define ZOOM_MOST 3.0
#define ZOOM_STEP 1.2
#define LINE 60.0
/* The page in sight is the one at this part of the view's height. */
#define EYE 0.4

struct _SzPagePreview
{
  GtkWidget parent_instance;

  /* Owned */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  SzPrintout *printout;
  SzSheetPlaces *places;
  SzSheetPictures *pictures;

  double zoom; /* 0: fits the width */
  guint page;  /* in sight, from 1 */
  /* What lies at the top of the view: it stays there when sizes change. */
  guint anchor_page;
  double anchor_share;
  gboolean moving; /* the value of an adjustment is being set from here */
  guint telling;   /* source: the scale changed while sizes were given out */
};

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_SCALE,
  PROP_PAGE,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SzPagePreview,
                               sz_page_preview,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (SzPagePreview *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
tell_page (SzPagePreview *self)
{
  guint n_pages = self->places->n_pages;
  g_autofree char *text = NULL;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  text = n_pages > 0 ? g_strdup_printf (_ ("Page %u of %u"), self->page, n_pages)
                     : g_strdup (_ ("No pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_page (SzPagePreview *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  tell_page (self);
}

static void
find_page (SzPagePreview *self)
{
  double y = get_value (self, GTK_ORIENTATION_VERTICAL)
             + EYE * gtk_widget_get_height (GTK_WIDGET (self));

  set_page (self, self->places->n_pages > 0 ? sz_sheet_places_find (self->places, y) + 1 : 0);
}

static void
drop_anchor (SzPagePreview *self)
{
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  graphene_rect_t sheet;

  if (self->places->n_pages == 0)
    return;
  self->anchor_page = sz_sheet_places_find (self->places, y);
  sz_sheet_places_get_sheet (self->places, self->anchor_page, &sheet);
  self->anchor_share = (y - sheet.origin.y) / sheet.size.height;
}

static double
find_anchor (SzPagePreview *self)
{
  graphene_rect_t sheet;

  if (self->places->n_pages == 0)
    return 0;
  sz_sheet_places_get_sheet (self->places, MIN (self->anchor_page, self->places->n_pages - 1),
                             &sheet);
  return sheet.origin.y + self->anchor_share * sheet.size.height;
}

static void
value_changed_cb (SzPagePreview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->moving)
    return;
  drop_anchor (self);
  find_page (self);
}

static void
set_adjustment (SzPagePreview *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_data (*slot, self);
  g_clear_object (slot);
  *slot = adjustment != NULL ? g_object_ref_sink (adjustment)
                             : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*slot, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
configure (SzPagePreview *self, GtkOrientation orientation, double value, double upper, double size)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  upper = MAX (upper, size);
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - size), 0, upper, LINE,
                              size * 0.9, size);
}

/* Listeners change labels, which must not happen while sizes are given out. */
static gboolean
tell_scale_cb (gpointer user_data)
{
  SzPagePreview *self = user_data;

  self->telling = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  return G_SOURCE_REMOVE;
}

static void
sz_page_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (widget);
  double old = self->places->scale;
  double x = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double all_width, all_height;

  self->places->scale
      = self->zoom > 0 ? self->zoom * PIXELS_A_POINT : sz_sheet_places_fit (self->places, width);
  sz_sheet_places_get_size (self->places, &all_width, &all_height);
  x = (x + width / 2.0) * self->places->scale / old - width / 2.0;
  self->moving = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, all_width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, find_anchor (self), all_height, height);
  self->moving = FALSE;
  if (self->telling == 0 && old != self->places->scale)
    self->telling = g_idle_add (tell_scale_cb, self);
}

static void
sz_page_preview_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 120;
  *natural = 400;
}

static void
draw_sheet (SzPagePreview *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *sheet)
{
  static const GdkRGBA shadow = { 0, 0, 0, 0.45F };
  static const GdkRGBA paper = { 1, 1, 1, 1 };
  GdkTexture *texture = sz_sheet_pictures_get (self->pictures, page);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 6);
  gtk_snapshot_append_color (snapshot, &paper, sheet);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, sheet);
}

/* Sheets narrower than the view stand in its middle. */
static double
find_left (SzPagePreview *self)
{
  double width, height;
  double room = gtk_widget_get_width (GTK_WIDGET (self));

  sz_sheet_places_get_size (self->places, &width, &height);
  return width < room ? floor ((room - width) / 2)
                      : -round (get_value (self, GTK_ORIENTATION_HORIZONTAL));
}

static void
sz_page_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (widget);
  double top = round (get_value (self, GTK_ORIENTATION_VERTICAL));
  double bottom = top + gtk_widget_get_height (widget);
  double left = find_left (self);
  guint first, last;

  if (self->places->n_pages == 0)
    return;
  first = sz_sheet_places_find (self->places, top);
  last = sz_sheet_places_find (self->places, bottom);
  for (guint page = first; page <= last; page++)
    {
      graphene_rect_t sheet;

      sz_sheet_places_get_sheet (self->places, page, &sheet);
      graphene_rect_offset (&sheet, (float)left, (float)-top);
      draw_sheet (self, snapshot, page, &sheet);
    }
  sz_sheet_pictures_want (self->pictures, first, last,
                          self->places->scale * gtk_widget_get_scale_factor (widget));
}

static void
scroll_to (SzPagePreview *self, double value)
{
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], value);
}

void
sz_page_preview_go (SzPagePreview *self, int page)
{
  graphene_rect_t sheet;

  g_return_if_fail (SZ_IS_PAGE_PREVIEW (self));

  if (self->places->n_pages == 0)
    return;
  page = CLAMP (page, 1, (int)self->places->n_pages);
  sz_sheet_places_get_sheet (self->places, (guint)page - 1, &sheet);
  scroll_to (self, sheet.origin.y - SZ_SHEET_GAP / 2.0);
  /* The last pages may not reach the top of the view; they were asked for all the same. */
  set_page (self, (guint)page);
}

guint
sz_page_preview_get_page (SzPagePreview *self)
{
  g_return_val_if_fail (SZ_IS_PAGE_PREVIEW (self), 0);

  return self->page;
}

double
sz_page_preview_get_zoom (SzPagePreview *self)
{
  g_return_val_if_fail (SZ_IS_PAGE_PREVIEW (self), 0);

  return self->zoom;
}

void
sz_page_preview_set_zoom (SzPagePreview *self, double zoom)
{
  g_return_if_fail (SZ_IS_PAGE_PREVIEW (self));

  zoom = zoom > 0 ? CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST) : 0;
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
sz_page_preview_step_zoom (SzPagePreview *self, int steps)
{
  double zoom = self->places->scale / PIXELS_A_POINT * pow (ZOOM_STEP, steps);

  /* A step never jumps over the paper's own size. */
  if ((zoom - 1) * (self->places->scale / PIXELS_A_POINT - 1) < 0)
    zoom = 1;
  sz_page_preview_set_zoom (self, zoom);
}

void
sz_page_preview_set_printout (SzPagePreview *self, SzPrintout *printout, gboolean stay)
{
  double scale = self->places->scale;

  if (printout != NULL)
    sz_printout_ref (printout);
  g_clear_pointer (&self->printout, sz_printout_unref);
  self->printout = printout;
  g_clear_pointer (&self->places, sz_sheet_places_free);
  self->places = sz_sheet_places_new (printout);
  self->places->scale = scale;
  sz_sheet_pictures_set_printout (self->pictures, printout, stay);
  if (!stay || self->anchor_page >= self->places->n_pages)
    {
      self->anchor_page = 0;
      self->anchor_share = -1; /* above the first sheet */
      self->page = 1;
    }
  self->page = MIN (self->page, self->places->n_pages);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell_page (self);
}

SzPrintout *
sz_page_preview_get_printout (SzPagePreview *self)
{
  g_return_val_if_fail (SZ_IS_PAGE_PREVIEW (self), NULL);

  return self->printout;
}

gboolean
sz_page_preview_is_settled (SzPagePreview *self)
{
  g_return_val_if_fail (SZ_IS_PAGE_PREVIEW (self), FALSE);

  return sz_sheet_pictures_is_settled (self->pictures);
}

/* The argument of a key: how many pages, lines or views further; of the ends: the page itself. */
static gboolean
page_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (widget);

  sz_page_preview_go (self, (int)self->page + g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
end_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  sz_page_preview_go (SZ_PAGE_PREVIEW (widget), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
line_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (widget);

  scroll_to (self, get_value (self, GTK_ORIENTATION_VERTICAL) + LINE * g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
view_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (widget);

  scroll_to (self, get_value (self, GTK_ORIENTATION_VERTICAL)
                       + 0.9 * gtk_widget_get_height (widget) * g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  sz_page_preview_step_zoom (user_data, dy < 0 ? 1 : -1);
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, gpointer user_data)
{
  gtk_widget_grab_focus (user_data);
}

static void
sz_page_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      sz_page_preview_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* sheets are as large as they are */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sz_page_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->places->scale / PIXELS_A_POINT);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sz_page_preview_dispose (GObject *object)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->pictures != NULL)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_clear_object (&self->pictures);
  G_OBJECT_CLASS (sz_page_preview_parent_class)->dispose (object);
}

static void
sz_page_preview_finalize (GObject *object)
{
  SzPagePreview *self = SZ_PAGE_PREVIEW (object);

  g_clear_pointer (&self->printout, sz_printout_unref);
  g_clear_pointer (&self->places, sz_sheet_places_free);
  G_OBJECT_CLASS (sz_page_preview_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, 0, ZOOM_MOST, 0,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, 0, G_MAXDOUBLE, 1,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, page_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, page_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_key_cb, "i", G_MAXINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, line_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, line_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, view_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_SHIFT_MASK, view_key_cb, "i", -1);
}

static void
sz_page_preview_class_init (SzPagePreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sz_page_preview_set_property;
  object_class->get_property = sz_page_preview_get_property;
  object_class->dispose = sz_page_preview_dispose;
  object_class->finalize = sz_page_preview_finalize;
  widget_class->measure = sz_page_preview_measure;
  widget_class->size_allocate = sz_page_preview_size_allocate;
  widget_class->snapshot = sz_page_preview_snapshot;
  install_properties (object_class);
  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pagepreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sz_page_preview_init (SzPagePreview *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();

  self->places = sz_sheet_places_new (NULL);
  self->pictures = sz_sheet_pictures_new ();
  g_signal_connect_swapped (self->pictures, "arrived", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
