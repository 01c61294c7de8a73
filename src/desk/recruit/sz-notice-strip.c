/* sz-notice-strip.c — the notices of a post, each as a strip of days (RULE rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-notice-strip.h"

#include "sz-day-strip.h"

/* Which it is and since when, and its days. */
static GtkWidget *
make_notice (const SzRecruitDesk *desk, const SzPostNotice *one)
{
  const SzRecruitNotice *notice = &one->notice;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *from = sz_date_format (notice->from);
  g_autofree char *to = sz_date_format (notice->to);
  g_autofree char *text = g_strdup_printf ("%s\n%s", one->announced ? "公告" : "公示", from);
  g_autofree char *term = g_strdup_printf ("%s – %s", from, to);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_tooltip_text (label, term);
  sz_day_strip_show (GTK_BOX (days), desk->calendar, notice->from, notice->to, desk->day);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), days);
  return row;
}

void
sz_notice_strip_show (GtkBox *box, const SzRecruitDesk *desk, const SzRecruitPost *post)
{
  g_autoptr (GArray) notices = NULL;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  notices = post != NULL ? sz_recruit_post_notices (post) : NULL;
  for (guint i = 0; desk != NULL && notices != NULL && i < notices->len; i++)
    gtk_box_append (box, make_notice (desk, &g_array_index (notices, SzPostNotice, i)));
}
