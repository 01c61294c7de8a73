/* sz-quota-year.c — the part-time quota of a year: how full it is, and its days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota-year.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-gauge.h"
#include "sz-quota-chart.h"

/* What is said of the year, from above. */
enum
{
  NOW,
  PEAK,
  TIGHTEST,
  N_WORDS
};

struct _SzQuotaYear
{
  AdwBin parent_instance;

  /* Borrowed widgets */
  GtkWidget *gauge; /* a bin: a gauge is made anew */
  GtkWidget *words[N_WORDS];
  SzQuotaChart *chart;

  SzDate days[N_WORDS];
};

enum
{
  DAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzQuotaYear, sz_quota_year, ADW_TYPE_BIN)

/* 76.5 of 77 */
static char *
write_state (const SzQuotaState *day)
{
  g_autofree char *used = sz_decimal_format (day->used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *limit = sz_decimal_format (day->limit.limit, 0);

  return g_strdup_printf (_ ("%s of %s"), used, limit);
}

static void
say (SzQuotaYear *self, guint which, SzDate day, const char *text)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->words[which]));

  self->days[which] = day;
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_words (SzQuotaYear *self, const SzQuotaTerm *term, guint now)
{
  const SzQuotaMonth year = sz_quota_month (term, term->from, term->to);
  const SzDate peak_day = sz_quota_term_day (term, year.peak);
  const SzDate tight_day = sz_quota_term_day (term, year.tightest);
  g_autofree char *used = write_state (&term->days[now]);
  g_autofree char *most = sz_decimal_format (term->days[year.peak].used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *left
      = sz_decimal_format (sz_quota_available (&term->days[year.tightest]), SZ_RATIO_DECIMALS);
  g_autofree char *peak_date = sz_date_format (peak_day);
  g_autofree char *tight_date = sz_date_format (tight_day);
  g_autofree char *now_text = g_strdup_printf (_ ("Now: %s"), used);
  g_autofree char *peak = g_strdup_printf (_ ("Peak of the year: %s, %s"), most, peak_date);
  g_autofree char *tightest = g_strdup_printf (_ ("Tightest day: %s, %s left"), tight_date, left);

  say (self, NOW, sz_quota_term_day (term, now), now_text);
  say (self, PEAK, peak_day, peak);
  say (self, TIGHTEST, tight_day, tightest);
  gtk_widget_remove_css_class (self->words[TIGHTEST], "error");
  if (sz_quota_available (&term->days[year.tightest]) < 0)
    gtk_widget_add_css_class (self->words[TIGHTEST], "error");
}

void
sz_quota_year_show (SzQuotaYear *self, SzQuotaTerm *term, SzDate today)
{
  const SzQuotaState *day;
  guint now = 0;
  gint64 limit;

  g_return_if_fail (SZ_IS_QUOTA_YEAR (self) && term != NULL && term->n_days > 0);
  while (now + 1 < term->n_days && sz_quota_term_day (term, now) < today)
    now++;
  day = &term->days[now];
  limit = day->limit.limit * SZ_RATIO_ONE;
  adw_bin_set_child (ADW_BIN (self->gauge),
                     sz_gauge_new (limit > 0
                                       ? CLAMP (day->used_x1e4, 0, limit) * SZ_RATIO_ONE / limit
                                   : day->used_x1e4 > 0 ? SZ_RATIO_ONE
                                                        : 0,
                                   sz_quota_available (day) < 0));
  show_words (self, term, now);
  sz_quota_chart_show (self->chart, term, today);
}

static void
word_clicked_cb (SzQuotaYear *self, GtkWidget *button)
{
  for (guint i = 0; i < N_WORDS; i++)
    if (self->words[i] == button)
      sz_quota_chart_choose (self->chart, self->days[i]);
}

static void
day_chosen_cb (SzQuotaYear *self, int day)
{
  g_signal_emit (self, signals[DAY], 0, day);
}

static void
sz_quota_year_class_init (SzQuotaYearClass *klass)
{
  signals[DAY] = g_signal_new ("day", SZ_TYPE_QUOTA_YEAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkWidget *
make_words (SzQuotaYear *self)
{
  static const char *const names[N_WORDS] = { "now", "peak", "tightest" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->gauge = adw_bin_new ();
  gtk_widget_set_margin_bottom (self->gauge, 6);
  gtk_box_append (GTK_BOX (box), self->gauge);
  for (guint i = 0; i < N_WORDS; i++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = gtk_label_new ("");

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_name (button, names[i]);
      gtk_widget_set_tooltip_text (button, _ ("Who holds places on this day"));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "numeric");
      if (i == NOW)
        gtk_widget_add_css_class (label, "heading");
      g_signal_connect_object (button, "clicked", G_CALLBACK (word_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      self->words[i] = button;
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
sz_quota_year_init (SzQuotaYear *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->chart = SZ_QUOTA_CHART (sz_quota_chart_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->chart), TRUE);
  g_signal_connect_object (self->chart, "day", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (row, "sz-toolbar");
  gtk_box_append (GTK_BOX (row), make_words (self));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->chart));
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
sz_quota_year_new (void)
{
  return g_object_new (SZ_TYPE_QUOTA_YEAR, NULL);
}
