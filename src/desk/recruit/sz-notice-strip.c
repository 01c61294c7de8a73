/* sz-notice-strip.c — a notice as a strip of days (RULE rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-notice-strip.h"

#include <glib/gi18n.h>

static gboolean
is_weekend (SzDate day)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay)(day % 100), (GDateMonth)(day / 100 % 100),
                                           (GDateYear)(day / 10000));

  return g_date_get_weekday (date) >= G_DATE_SATURDAY;
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

void
sz_notice_strip_show (GtkBox *box, const SzRecruitDesk *desk, const SzRecruitPost *post)
{
  SzRecruitNotice notice;
  GtkWidget *child;
  guint number = 0;

  g_return_if_fail (GTK_IS_BOX (box));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (desk == NULL || desk->calendar == NULL || post == NULL
      || !sz_recruit_post_notice (post, &notice))
    return;
  for (SzDate day = notice.from; day <= notice.to; day = sz_date_add_days (day, 1))
    {
      gboolean working = FALSE;

      if (!sz_calendar_is_workday (desk->calendar, day, &working, NULL))
        return;
      number += working ? 1 : 0;
      gtk_box_append (box, make_day (day, working ? number : 0, day == desk->day));
    }
}
