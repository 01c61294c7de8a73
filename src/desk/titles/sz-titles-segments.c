/* sz-titles-segments.c — 符合 · 破格 · 待核实 · 不符合 · 限制 over the list, with how many each;
 * one of them pressed, the list shows only those (RULE ttl-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-titles-page.h"
#include "sz-titles-private.h"

#define FILLING "sz-filling"
#define COLUMN "verdict"

static const SzVerdict order[SZ_N_VERDICTS]
    = { SZ_VERDICT_MET, SZ_VERDICT_EXCEPTIONAL, SZ_VERDICT_UNKNOWN, SZ_VERDICT_UNMET,
        SZ_VERDICT_BARRED };

/* How many of each, in the order shown. */
static gpointer
count_cb (
    SzOffice *office, gpointer book, SzProgress progress, GCancellable *cancellable, GError **error)
{
  guint *counts = g_new0 (guint, SZ_N_VERDICTS);

  for (int i = 0; i < SZ_N_VERDICTS; i++)
    counts[i] = sz_list_book_count (book, COLUMN, sz_title_verdict_name (order[i]));
  return counts;
}

static void
counted_cb (gpointer owner, gpointer value)
{
  SzTitlesPage *page = owner;
  g_autofree guint *counts = value;
  GtkWidget *box = _sz_titles_get_segments (page);
  SzChoiceButton *filter = sz_list_page_get_filter (SZ_LIST_PAGE (page), COLUMN);
  const char *chosen = filter != NULL ? sz_choice_button_get_choice (filter) : NULL;
  GtkWidget *button = gtk_widget_get_first_child (box);

  g_object_set_data (G_OBJECT (box), FILLING, box);
  for (int i = 0; i < SZ_N_VERDICTS && button != NULL; i++)
    {
      const char *name = sz_title_verdict_name (order[i]);
      g_autofree char *label = g_strdup_printf ("%s %u", name, counts[i]);

      gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_widget_set_sensitive (button, counts[i] > 0);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (chosen, name) == 0);
      button = gtk_widget_get_next_sibling (button);
    }
  g_object_set_data (G_OBJECT (box), FILLING, NULL);
  gtk_widget_set_visible (box, filter != NULL);
}

void
_sz_titles_segments_count (SzTitlesPage *page, SzJob *job, gpointer book)
{
  SzTasks *tasks;
  const SzListSource *source;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  tasks = sz_page_get_tasks (SZ_PAGE (page));
  if (tasks == NULL || book == NULL
      || sz_list_page_get_filter (SZ_LIST_PAGE (page), COLUMN) == NULL)
    {
      sz_job_cancel (job);
      gtk_widget_set_visible (_sz_titles_get_segments (page), FALSE);
      return;
    }
  source = sz_list_book_source ();
  sz_job_read (job, tasks, SZ_WORK (count_cb, source->ref (book), source->unref, g_free),
               counted_cb);
}

/* Pressed again, everybody is shown. */
static void
toggled_cb (GtkToggleButton *button, gpointer page)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (button));
  const gboolean on = gtk_toggle_button_get_active (button);
  SzChoiceButton *filter = sz_list_page_get_filter (page, COLUMN);
  guint place;

  if (g_object_get_data (G_OBJECT (box), FILLING) != NULL || filter == NULL)
    return;
  g_object_set_data (G_OBJECT (box), FILLING, box);
  place = _sz_titles_toggles_keep_one (button);
  g_object_set_data (G_OBJECT (box), FILLING, NULL);
  sz_choice_button_choose (filter, on ? sz_title_verdict_name (order[place]) : NULL);
}

GtkWidget *
_sz_titles_segments_new (SzTitlesPage *page)
{
  return _sz_titles_toggles_new (page, SZ_N_VERDICTS, _ ("Only these; again: everybody"),
                                 G_CALLBACK (toggled_cb));
}
