/* sz-day-strip.c — the days of a notice as a strip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-day-strip.h"

#include <glib/gi18n.h>

#define SATURDAY 6

static gboolean
is_weekend (SzDate day)
{
  return sz_date_weekday (day) >= SATURDAY;
}

/* @number: of the working day, 0: none. */
static GtkWidget *
make_day (SzDate day, guint number, gboolean today)
{
  g_autofree char *date = g_strdup_printf ("%d-%d", day / 100 % 100, day % 100);
  g_autofree char *count = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("休");
  g_autofree char *text
      = g_strdup_printf ("%s\n%s%s", date, count, number > 0 && is_weekend (day) ? "班" : "");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "sz-notice-day");
  gtk_widget_add_css_class (label, number > 0 ? "sz-notice-work" : "sz-notice-free");
  if (today)
    gtk_widget_add_css_class (label, "sz-notice-today");
  gtk_widget_set_tooltip_text (label, number == 0        ? _ ("No working day")
                                      : is_weekend (day) ? _ ("Worked in place of a holiday")
                                                         : NULL);
  return label;
}

guint
sz_day_strip_show (GtkBox *box, const SzCalendar *calendar, SzDate from, SzDate to, SzDate today)
{
  GtkWidget *child;
  guint number = 0;
  guint off = 0;

  g_return_val_if_fail (GTK_IS_BOX (box), 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (calendar == NULL)
    return 0;
  for (SzDate day = from; day <= to; day = sz_date_add_days (day, 1))
    {
      gboolean working = FALSE;

      if (!sz_calendar_is_workday (calendar, day, &working, NULL))
        return off;
      number += working ? 1 : 0;
      off += working ? 0 : 1;
      gtk_box_append (box, make_day (day, working ? number : 0, day == today));
    }
  return off;
}
