/* sz-titles-head.c — the line over the structure: each of its figures is a button that filters
 * (RULE pst-3, pst-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-post-day.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

enum
{
  HEAD_SHARE,
  HEAD_RATIO,
  HEAD_SPECIAL,
  HEAD_DOUBLE,
  HEAD_UNLEVELLED,
  N_HEADS
};

/* What a button chooses: the first two the category, the others what stands beside the plan. */
static const char *const choices[N_HEADS] = { "专业技术", "专业技术", "special", "double", "none" };

typedef struct
{
  char *texts[N_HEADS];
  gboolean known; /* there are approved numbers to compare */
  gboolean below;
} Head;

static void
free_head (gpointer data)
{
  Head *head = data;

  for (int i = 0; i < N_HEADS; i++)
    g_free (head->texts[i]);
  g_free (head);
}

/* 高:中:初 of the approved numbers. */
static char *
dup_ratio (const SzStructure *structure)
{
  int high = 0;
  int middle = 0;
  int low = 0;

  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    {
      const int rank = sz_post_rank (sz_place_post (place));

      high += rank >= 4 ? structure->approved[place] : 0;
      middle += rank == 3 ? structure->approved[place] : 0;
      low += rank == 1 || rank == 2 ? structure->approved[place] : 0;
    }
  return g_strdup_printf (_ ("high : middle : low %d:%d:%d"), high, middle, low);
}

/* 专业技术 80.00% ✓（最低 70%），高:中:初 28:40:32，特设 1，双肩挑 4，未定等级 0 */
static gpointer
read_head_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPostDay) day = sz_post_day (office, *(const SzDate *)data, NULL, error);
  g_autofree char *share = NULL;
  g_autofree char *least = NULL;
  gint64 share_x1e4 = 0;
  guint special = 0;
  Head *head;

  if (day == NULL)
    return NULL;
  head = g_new0 (Head, 1);
  for (guint i = 0; i < day->beside->len; i++)
    special += g_array_index (day->beside, SzBeside, i).special != 0;
  head->known = sz_structure_professional_share (&day->structure, &share_x1e4);
  head->below = head->known && share_x1e4 < day->params->rules.plan.prof_min_x1e4;
  share = sz_decimal_format (share_x1e4, 2);
  least = sz_decimal_format (day->params->rules.plan.prof_min_x1e4, 2);
  head->texts[HEAD_SHARE] = g_strdup_printf (_ ("professional %s %% %s (least %s %%)"), share,
                                             head->below ? "▲" : "✓", least);
  head->texts[HEAD_RATIO] = dup_ratio (&day->structure);
  head->texts[HEAD_SPECIAL] = g_strdup_printf (_ ("special %u"), special);
  head->texts[HEAD_DOUBLE] = g_strdup_printf (_ ("double %u"), day->beside->len - special);
  head->texts[HEAD_UNLEVELLED] = g_strdup_printf (_ ("without level %d"), day->n_unlevelled);
  return head;
}

static void
head_read_cb (gpointer owner, gpointer value)
{
  Head *head = value;
  GtkWidget *button = gtk_widget_get_first_child (_sz_titles_get_head (owner));

  for (int i = 0; i < N_HEADS && button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    {
      gtk_button_set_label (GTK_BUTTON (button), head->texts[i]);
      gtk_widget_set_visible (button, i != HEAD_SHARE || head->known);
    }
  button = gtk_widget_get_first_child (_sz_titles_get_head (owner));
  if (head->below)
    gtk_widget_add_css_class (button, "error");
  else
    gtk_widget_remove_css_class (button, "error");
  gtk_widget_set_visible (_sz_titles_get_head (owner), TRUE);
  free_head (head);
}

void
_sz_titles_head_read (SzTitlesPage *page, SzJob *job, gboolean shown)
{
  SzTasks *tasks;
  SzDate *day;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  tasks = sz_page_get_tasks (SZ_PAGE (page));
  if (!shown || tasks == NULL)
    {
      sz_job_cancel (job);
      gtk_widget_set_visible (_sz_titles_get_head (page), FALSE);
      return;
    }
  day = g_new (SzDate, 1);
  *day = sz_page_get_as_of (SZ_PAGE (page));
  sz_job_read (job, tasks, SZ_WORK (read_head_cb, day, g_free, free_head), head_read_cb);
}

/* Pressed again, everything is shown. */
static void
head_toggled_cb (GtkToggleButton *button, gpointer page)
{
  const gboolean on = gtk_toggle_button_get_active (button);
  const guint which = _sz_titles_toggles_keep_one (button);

  if (which >= HEAD_SPECIAL)
    {
      _sz_titles_posts_ask (page, "beside", on ? choices[which] : "");
      return;
    }
  sz_list_page_choose (page, "category", on ? choices[which] : NULL);
  sz_list_page_find (page);
}

GtkWidget *
_sz_titles_head_new (SzTitlesPage *page)
{
  return _sz_titles_toggles_new (page, N_HEADS,
                                 _ ("Only what the figure is about; again: everything"),
                                 G_CALLBACK (head_toggled_cb));
}
