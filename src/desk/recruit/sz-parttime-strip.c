/* sz-parttime-strip.c — what a dialog about a part-time teacher asks of the quota (RULE rec-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime-strip.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-parttime-names.h"
#include "sz-parttime-view.h"
#include "sz-quota-chart.h"

#define HOLDERS_SAID 12

/* The fields of the dialog of a new case. */
enum
{
  OPEN_NAME,
  OPEN_ID,
  OPEN_FROM,
  OPEN_TO,
  OPEN_SHARE,
  OPEN_RATE,
  OPEN_DEPARTMENT,
  OPEN_COURSE,
  OPEN_EMPLOYER,
  OPEN_APPROVAL,
  N_OPEN
};

gboolean
sz_parttime_read_day (const char *text, SzDate *day, GError **error)
{
  g_return_val_if_fail (text != NULL && day != NULL, FALSE);
  *day = SZ_DATE_NONE;
  return *text == '\0' || sz_date_parse (text, day, error);
}

gboolean
sz_parttime_read_number (const char *text, int decimals, gint64 *number, GError **error)
{
  g_return_val_if_fail (text != NULL && number != NULL, FALSE);
  *number = -1;
  return *text == '\0' || sz_decimal_parse (text, decimals, number, error);
}

gboolean
sz_parttime_read_change (const char *const *values, SzParttimeChange *change, GError **error)
{
  g_return_val_if_fail (values != NULL && change != NULL, FALSE);
  change->approval = values[4];
  return sz_parttime_read_day (values[0], &change->from, error)
         && sz_parttime_read_day (values[1], &change->to, error)
         && sz_parttime_read_number (values[2], SZ_RATIO_DECIMALS, &change->fte_x1e4, error)
         && sz_parttime_read_number (values[3], SZ_HOURS_DECIMALS, &change->rate_fen, error);
}

/* ---- reading ---- */

/* What the strip shows. */
typedef struct
{
  SzQuotaTerm *term;           /* (nullable): nothing is asked yet */
  SzQuotaJudgement *judgement; /* (nullable): the first that does not fit, else the first */
  gboolean approved;
  SzDate first;
  char *known;          /* (nullable): what there is about the person */
  char *offers[N_OPEN]; /* (nullable): what the person's fields say */
} Strip;

static void
strip_freed_cb (gpointer data)
{
  Strip *strip = data;

  if (strip == NULL)
    return;
  sz_quota_term_free (strip->term);
  sz_quota_judgement_free (strip->judgement);
  g_free (strip->known);
  for (guint i = 0; i < N_OPEN; i++)
    g_free (strip->offers[i]);
  g_free (strip);
}

static gboolean
judge (Strip *strip, SzOffice *office, const SzQuotaAsk *asks, guint n, GError **error)
{
  for (guint i = 0; i < n && (strip->judgement == NULL || strip->judgement->accepted); i++)
    {
      SzQuotaJudgement *judgement = sz_quota_judge (office, &asks[i], error);

      if (judgement == NULL)
        return FALSE;
      if (strip->judgement != NULL && judgement->accepted)
        sz_quota_judgement_free (judgement);
      else
        {
          sz_quota_judgement_free (strip->judgement);
          strip->judgement = judgement;
        }
    }
  return TRUE;
}

/* Whole years, so that the months stand where one looks for them. */
static gboolean
draw (Strip *strip, SzOffice *office, const SzQuotaAsk *asks, guint n, GError **error)
{
  if (n == 0)
    return TRUE;
  strip->first = asks[0].from;
  strip->term
      = sz_quota_term_asked (office, sz_date_make (sz_date_year (asks[0].from), 1, 1),
                             sz_date_make (sz_date_year (asks[n - 1].to), 12, 31), asks, n, error);
  return strip->term != NULL && judge (strip, office, asks, n, error);
}

static gpointer
finish_strip (Strip *strip, SzOffice *office, const SzQuotaAsk *asks, guint n, GError **error)
{
  if (draw (strip, office, asks, n, error))
    return strip;
  strip_freed_cb (strip);
  return NULL;
}

/* The last contract of the same ID: a name that differs is a slip of the pen. */
static char *
dup_known (SzOffice *office, const char *id_number, char **offers)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, NULL);
  const SzParttimeContract *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; book != NULL && i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      if (g_strcmp0 (contract->row->id_number, id_number) == 0
          && (last == NULL || sz_parttime_last (last) < sz_parttime_last (contract)))
        last = contract;
    }
  if (last == NULL)
    return NULL;
  offers[OPEN_NAME] = g_strdup (last->row->name);
  offers[OPEN_RATE]
      = last->row->rate_fen > 0 ? sz_decimal_format (last->row->rate_fen, SZ_HOURS_DECIMALS) : NULL;
  offers[OPEN_DEPARTMENT] = g_strdup (last->row->department);
  offers[OPEN_COURSE] = g_strdup (last->row->course);
  offers[OPEN_EMPLOYER] = g_strdup (last->row->employer);
  from = sz_date_format (sz_parttime_first (last));
  to = sz_date_format (sz_parttime_last (last));
  return g_strdup_printf (_ ("Known already: %s, %s, %s, agreement %s from %s to %s."),
                          last->row->name, last->row->employer, last->row->course,
                          last->row->agreement_no, from, to);
}

static gpointer
read_open_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzQuotaAsk ask = { 0 };
  Strip *strip;
  guint n;

  if (!sz_parttime_read_day (values[OPEN_FROM], &ask.from, error)
      || !sz_parttime_read_day (values[OPEN_TO], &ask.to, error)
      || !sz_parttime_read_number (values[OPEN_SHARE], SZ_RATIO_DECIMALS, &ask.asked_x1e4, error))
    return NULL;
  if (ask.asked_x1e4 < 0)
    ask.asked_x1e4 = SZ_RATIO_ONE;
  n = ask.from != SZ_DATE_NONE && ask.from <= ask.to && ask.asked_x1e4 > 0 ? 1 : 0;
  strip = g_new0 (Strip, 1);
  strip->approved = *values[OPEN_APPROVAL] != '\0';
  strip->known
      = *values[OPEN_ID] != '\0' ? dup_known (office, values[OPEN_ID], strip->offers) : NULL;
  return finish_strip (strip, office, &ask, n, error);
}

static gpointer
read_changed (SzOffice *office,
              const char *const *values,
              const SzParttimeAbout *about,
              gboolean renewal,
              GError **error)
{
  SzParttimeChange change = { .agreement = about->agreement };
  SzQuotaAsk asks[2];
  Strip *strip;
  guint n = 0;

  if (!sz_parttime_read_change (values, &change, error))
    return NULL;
  if ((renewal ? change.to : change.from) != SZ_DATE_NONE
      && !sz_parttime_asks (office, &change, renewal, asks, &n, error))
    return NULL;
  strip = g_new0 (Strip, 1);
  strip->approved = *change.approval != '\0';
  return finish_strip (strip, office, asks, n, error);
}

static gpointer
read_renew_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  return read_changed (office, values, data, TRUE, error);
}

static gpointer
read_change_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  return read_changed (office, values, data, FALSE, error);
}

/* ---- showing ---- */

/* Where a holder is found: a contract by its number, a case by its name, a post by its code. */
static char *
dup_place (const SzQuotaHolder *holder)
{
  g_auto (GStrv) words = g_strsplit (holder->name, " ", 2);

  if (*holder->agreement != '\0')
    return g_strdup_printf ("parttime:" SZ_PARTTIME_CONTRACTS "?%s", holder->agreement);
  return words[0] != NULL && words[1] != NULL
             ? g_strdup_printf ("recruit?%s", words[0])
             : g_strdup_printf ("parttime:" SZ_PARTTIME_CONTRACTS "?%s", holder->name);
}

/* (transfer full): who fills the day, each with the way there. */
static char *
dup_links (const GArray *holders)
{
  g_autoptr (GString) links = g_string_new (NULL);

  for (guint i = 0; i < holders->len && i < HOLDERS_SAID; i++)
    {
      const SzQuotaHolder *holder = &g_array_index (holders, SzQuotaHolder, i);
      g_autofree char *place = dup_place (holder);
      g_autofree char *link
          = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", place, holder->name);

      g_string_append_printf (links, "%s%s", i > 0 ? "、" : "", link);
    }
  if (holders->len > HOLDERS_SAID)
    g_string_append (links, " …");
  return g_strdup_printf (_ ("Filled by: %s"), links->str);
}

static char *
say_over (const SzQuotaJudgement *judgement)
{
  g_autoptr (GError) reason = NULL;

  sz_quota_refusal (judgement, &reason);
  return sz_message_for_error (reason);
}

/* The dialog makes way for what is shown. */
static gboolean
link_followed_cb (GtkLabel *links, const char *place, gpointer none)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (links), SZ_TYPE_FORM_DIALOG);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", place);
  sz_form_dialog_finish (SZ_FORM_DIALOG (dialog));
  return TRUE;
}

static char *
say_fits (const SzQuotaJudgement *judgement)
{
  g_autofree char *day = sz_date_format (judgement->peak_day);
  g_autofree char *used = sz_decimal_format (judgement->peak_used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *asked = sz_decimal_format (judgement->asked_x1e4, SZ_RATIO_DECIMALS);

  return g_strdup_printf (
      _ ("It fits: the limit is %d, most is used on %s, %s, and %s is asked for."),
      (int)judgement->day.limit.limit, day, used, asked);
}

/* What stands against saving: over the limit, and nobody approved it. */
static char *
show_strip_cb (GtkWidget *widget, gpointer value)
{
  g_autofree char *text = NULL;
  char *against;
  GtkWidget *chart = gtk_widget_get_first_child (widget);
  GtkWidget *known = gtk_widget_get_next_sibling (chart);
  GtkWidget *label = gtk_widget_get_next_sibling (known);
  GtkWidget *links = gtk_widget_get_next_sibling (label);
  g_autofree char *markup = NULL;
  Strip *strip = value;
  const gboolean over = strip->judgement != NULL && !strip->judgement->accepted;

  if (strip->judgement != NULL)
    text = over ? say_over (strip->judgement) : say_fits (strip->judgement);
  gtk_widget_set_visible (chart, strip->term != NULL);
  if (strip->term != NULL)
    sz_quota_chart_show (SZ_QUOTA_CHART (chart), g_steal_pointer (&strip->term),
                         over ? strip->judgement->first_day_over : strip->first);
  for (guint i = 0; i < N_OPEN; i++)
    if (strip->offers[i] != NULL)
      sz_query_dialog_offer (SZ_QUERY_DIALOG (
                                 gtk_widget_get_ancestor (widget, SZ_TYPE_QUERY_DIALOG)),
                             i, strip->offers[i]);
  gtk_label_set_label (GTK_LABEL (known), strip->known != NULL ? strip->known : "");
  gtk_widget_set_visible (known, strip->known != NULL);
  gtk_label_set_label (GTK_LABEL (label), text != NULL && (!over || strip->approved) ? text : "");
  gtk_widget_set_visible (label, text != NULL && (!over || strip->approved));
  markup = over ? dup_links (strip->judgement->holders) : NULL;
  gtk_label_set_markup (GTK_LABEL (links), markup != NULL ? markup : "");
  gtk_widget_set_visible (links, over);
  against = over && !strip->approved ? g_steal_pointer (&text) : NULL;
  strip_freed_cb (strip);
  return against;
}

const SzQueryPreview sz_parttime_open_preview
    = { read_open_cb, show_strip_cb, strip_freed_cb, "rec-9" };
const SzQueryPreview sz_parttime_renew_preview
    = { read_renew_cb, show_strip_cb, strip_freed_cb, "rec-9" };
const SzQueryPreview sz_parttime_change_preview
    = { read_change_cb, show_strip_cb, strip_freed_cb, "rec-9" };

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

GtkWidget *
sz_parttime_strip_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *chart = sz_quota_chart_new ();
  GtkWidget *links = make_label ();

  gtk_widget_set_name (links, "sz-holders");
  g_signal_connect (links, "activate-link", G_CALLBACK (link_followed_cb), NULL);
  gtk_widget_set_visible (chart, FALSE);
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (GTK_BOX (box), make_label ());
  gtk_box_append (GTK_BOX (box), make_label ());
  gtk_box_append (GTK_BOX (box), links);
  return box;
}
