/* sz-date-button.c — the day everything is seen as of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-date-button.h"

#include <glib/gi18n.h>

struct _SzDateButton
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *button;
  GtkLabel *label;

  /* NULL until it was opened */
  GtkPopover *popover;
  GtkEntry *entry;
  GtkCalendar *calendar;

  SzDate date;
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SzDateButton, sz_date_button, GTK_TYPE_WIDGET)

static void
show_in_popover (SzDateButton *self, const char *iso)
{
  g_autoptr (GDateTime) day
      = g_date_time_new_local (sz_date_year (self->date), sz_date_month_of_year (self->date),
                               sz_date_day (self->date), 0, 0, 0);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), iso);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
}

static void
show_date (SzDateButton *self)
{
  g_autofree char *iso = sz_date_format (self->date);
  /* TRANSLATORS: the day everything is shown as of */
  g_autofree char *text = g_strdup_printf (_ ("As of %s"), iso);

  gtk_label_set_label (self->label, text);
  if (self->popover != NULL)
    show_in_popover (self, iso);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

SzDate
sz_date_button_get_date (SzDateButton *self)
{
  g_return_val_if_fail (SZ_IS_DATE_BUTTON (self), 0);

  return self->date;
}

void
sz_date_button_set_date (SzDateButton *self, SzDate date)
{
  g_return_if_fail (SZ_IS_DATE_BUTTON (self));

  if (self->date == date || date == SZ_DATE_NONE)
    return;
  self->date = date;
  show_date (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

static void
entry_activated_cb (SzDateButton *self)
{
  SzDate date;

  if (!sz_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date, NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  sz_date_button_set_date (self, sz_date_first_day (date));
  gtk_popover_popdown (self->popover);
}

static void
day_selected_cb (SzDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (!self->filling)
    sz_date_button_set_date (self,
                             sz_date_make (g_date_time_get_year (day), g_date_time_get_month (day),
                                           g_date_time_get_day_of_month (day)));
}

static void
make_popover (SzDateButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_entry_set_placeholder_text (self->entry, "2025-12-31");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("As of"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_popover_set_child (self->popover, box);
}

/* A calendar has many widgets, and one rarely opens it: it is made then. */
static void
popover_asked_cb (GtkMenuButton *button, gpointer user_data)
{
  SzDateButton *self = user_data;

  if (self->popover != NULL)
    return;
  make_popover (self);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
  show_date (self);
}

static void
sz_date_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DATE)
    sz_date_button_set_date (SZ_DATE_BUTTON (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_date_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DATE)
    g_value_set_int (value, SZ_DATE_BUTTON (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_date_button_dispose (GObject *object)
{
  g_clear_pointer (&SZ_DATE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_date_button_parent_class)->dispose (object);
}

static void
sz_date_button_class_init (SzDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sz_date_button_set_property;
  object_class->get_property = sz_date_button_get_property;
  object_class->dispose = sz_date_button_dispose;
  properties[PROP_DATE]
      = g_param_spec_int ("date", NULL, NULL, 0, G_MAXINT, 0,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SzDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, SzDateButton, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_date_button_init (SzDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), popover_asked_cb, self,
                                         NULL);
}
