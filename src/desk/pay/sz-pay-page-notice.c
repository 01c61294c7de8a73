/* sz-pay-page-notice.c — the days of a notice while its first day is typed (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-day-strip.h"
#include "sz-message.h"
#include "sz-pay-move-act.h"
#include "sz-pay-page-private.h"

#define STRIP_KEY "sz-days"

/* The first two answers of the dialog. */
enum
{
  FROM,
  DAYS,
};

/* What the answers come to: a span, a fault, or nothing yet. */
typedef struct
{
  SzPayNoticeSpan *span;
  char *fault;
} Look;

static void
look_freed_cb (gpointer data)
{
  Look *look = data;

  sz_pay_notice_span_free (look->span);
  g_free (look->fault);
  g_free (look);
}

/* A fault is a value, too: what was shown for the answers before must not stay. */
static gpointer
look_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  Look *look = g_new0 (Look, 1);
  g_autoptr (GError) fault = NULL;
  guint64 days = 0;
  SzDate from = SZ_DATE_NONE;

  if (!sz_date_parse (values[FROM], &from, NULL) || from % 100 == 0)
    return look;
  if (*values[DAYS] != '\0' && !g_ascii_string_to_unsigned (values[DAYS], 10, 1, 999, &days, NULL))
    {
      look->fault = g_strdup (_ ("Working days are a number, or nothing."));
      return look;
    }
  look->span = sz_view_pay_notice_span (office, from, (int)days, &fault);
  if (look->span == NULL)
    look->fault = sz_message_for_error (fault);
  return look;
}

static char *
show_cb (GtkWidget *widget, gpointer value)
{
  Look *look = value;
  const SzPayNoticeSpan *span = look->span;
  char *fault = g_strdup (look->fault);
  GtkWidget *label = gtk_widget_get_first_child (widget);
  g_autofree char *last = span != NULL ? sz_date_format (span->to) : NULL;
  g_autofree char *text = NULL;
  const guint off = sz_day_strip_show (g_object_get_data (G_OBJECT (widget), STRIP_KEY),
                                       span != NULL ? span->calendar : NULL,
                                       span != NULL ? span->from : SZ_DATE_NONE,
                                       span != NULL ? span->to : SZ_DATE_NONE, SZ_DATE_NONE);

  /* TRANSLATORS: last day of a notice, its working days, and the weekend days and holidays in it */
  if (span != NULL)
    text = g_strdup_printf (_ ("Last day %s · working days %d · days off %u"), last, span->days,
                            off);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  look_freed_cb (look);
  return fault;
}

void
_sz_pay_page_preview_notice (SzQueryDialog *dialog)
{
  static const SzQueryPreview preview = { look_cb, show_cb, look_freed_cb };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new ("");

  g_return_if_fail (SZ_IS_QUERY_DIALOG (dialog));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), strip);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  g_object_set_data (G_OBJECT (box), STRIP_KEY, strip);
  sz_query_dialog_preview (dialog, box, &preview);
}
