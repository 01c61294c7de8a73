/* sz-titles-page.c — posts, annual assessment, titles, appointment 岗位与职称
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-titles-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-assess-year.h"
#include "sz-case-bar.h"
#include "sz-step-dialog.h"
#include "sz-title-life.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-private.h"
#include "sz-what-if-pane.h"

#define YEARS 8
#define LAST_MONTH 12

struct _SzTitlesPage
{
  SzListPage parent_instance;

  /* Borrowed */
  GtkWidget *bar;
  GtkWidget *board;
  GtkWidget *parts;    /* the switcher */
  GtkWidget *head;     /* over the structure */
  GtkWidget *left;     /* rounds or years */
  GtkWidget *segments; /* verdicts over a list */
  GtkWidget *what_if;  /* below the details of the structure */

  /* Owned */
  GStrv rounds;    /* the latest first */
  char *new_round; /* (nullable): just made: the one that is shown */
  SzJob *case_job;
  SzJob *badge_job;
  SzJob *board_job;
  SzJob *head_job;
  SzJob *left_job;
  SzJob *segments_job;
  gboolean board_folded;
  gboolean what_if_asked; /* its pane is open, on the structure */
  char *subject;          /* what the bar is about: a round, or a year */
  gboolean of_year;
  const SzListView *beside; /* (nullable): the list that all of it belongs to */
  char *state;              /* (nullable): where that stands */
  const char *next;         /* (nullable): the verb of the step that usually follows */
};

G_DEFINE_FINAL_TYPE (SzTitlesPage, sz_titles_page, SZ_TYPE_LIST_PAGE)

/* ---- rounds and years to choose from ---- */

static GStrv
list_rounds (SzOffice *office, GError **error)
{
  g_autoptr (GArray) briefs = sz_title_round_list (office, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (briefs == NULL)
    return NULL;
  for (guint i = briefs->len; i-- > 0;)
    g_ptr_array_add (names, g_strdup (g_array_index (briefs, SzTitleRoundBrief, i).name));
  g_ptr_array_add (names, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

char *
_sz_titles_dup_round (SzOffice *office, const SzListAsk *ask, GError **error)
{
  g_auto (GStrv) rounds = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);

  if (*ask->choices[0] != '\0')
    return g_strdup (ask->choices[0]);
  rounds = list_rounds (office, error);
  return rounds != NULL ? g_strdup (rounds[0]) : NULL;
}

/* A year is assessed at its end: until December one is busy with the year before. */
static int
get_usual_year (SzDate day)
{
  return sz_date_year (day) - (day < sz_date_make (sz_date_year (day), LAST_MONTH, 1));
}

int
_sz_titles_get_year (const SzListAsk *ask)
{
  g_return_val_if_fail (ask != NULL, 0);

  return *ask->choices[0] != '\0' ? atoi (ask->choices[0]) : get_usual_year (ask->day);
}

static gboolean
is_about (const SzListView *view, const char *filter)
{
  return view->filters != NULL && g_str_equal (view->filters[0].id, filter);
}

static void
fill_rounds (SzTitlesPage *self, SzChoiceButton *button)
{
  g_autofree char *chosen = self->new_round != NULL
                                ? g_steal_pointer (&self->new_round)
                                : g_strdup (sz_choice_button_get_choice (button));

  sz_choice_button_clear (button, NULL);
  for (guint i = 0; self->rounds != NULL && self->rounds[i] != NULL; i++)
    sz_choice_button_add (button, self->rounds[i], self->rounds[i]);
  if (self->rounds != NULL && self->rounds[0] != NULL)
    sz_choice_button_choose (button, chosen != NULL && *chosen != '\0' ? chosen : self->rounds[0]);
}

static void
fill_years (SzTitlesPage *self, SzChoiceButton *button)
{
  const int last = sz_date_year (sz_page_get_as_of (SZ_PAGE (self)));
  g_autofree char *chosen = g_strdup (sz_choice_button_get_choice (button));
  g_autofree char *usual
      = g_strdup_printf ("%d", get_usual_year (sz_page_get_as_of (SZ_PAGE (self))));

  sz_choice_button_clear (button, NULL);
  for (int year = last; year > last - YEARS; year--)
    {
      g_autofree char *id = g_strdup_printf ("%d", year);

      sz_choice_button_add (button, id, id);
    }
  sz_choice_button_choose (button, chosen != NULL && *chosen != '\0' ? chosen : usual);
}

/* ---- the bar of a round or a year ---- */

typedef struct
{
  char *subject;
  gboolean of_year;
} CaseAsked;

static void
free_case_asked (gpointer data)
{
  g_free (((CaseAsked *)data)->subject);
  g_free (data);
}

static gpointer
read_case_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const CaseAsked *asked = data;

  return asked->of_year ? sz_assess_case (office, atoi (asked->subject), error)
                        : sz_title_round_case (office, asked->subject, error);
}

/* (nullable): what usually comes next; a step back never does. */
static const char *
find_next (const SzCaseView *view)
{
  for (guint i = 0; i < view->moves->len; i++)
    {
      const SzCaseMove *move = g_ptr_array_index (view->moves, i);

      if (!g_str_equal (move->verb, "back") && !g_str_equal (move->verb, "draft"))
        return move->verb;
    }
  return NULL;
}

static void
case_read_cb (gpointer owner, gpointer value)
{
  SzTitlesPage *self = owner;
  g_autoptr (SzCaseView) view = value;

  g_free (self->state);
  self->state = g_strdup (view->state);
  self->next = find_next (view);
  sz_case_bar_show (SZ_CASE_BAR (self->bar), view);
}

static void
show_bar (SzTitlesPage *self, const SzListView *view)
{
  SzChoiceButton *year = sz_list_page_get_filter (SZ_LIST_PAGE (self), "year");
  SzChoiceButton *round = sz_list_page_get_filter (SZ_LIST_PAGE (self), "round");
  SzChoiceButton *button = year != NULL ? year : round;
  const char *choice = button != NULL ? sz_choice_button_get_choice (button) : NULL;
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  CaseAsked *asked;

  (void)view;
  g_clear_pointer (&self->state, g_free);
  self->next = NULL;
  g_free (self->subject);
  self->subject = g_strdup (choice);
  self->of_year = year != NULL;
  if (self->subject == NULL || *self->subject == '\0' || tasks == NULL)
    {
      sz_job_cancel (self->case_job);
      sz_case_bar_show (SZ_CASE_BAR (self->bar), NULL);
      return;
    }
  asked = g_new0 (CaseAsked, 1);
  asked->subject = g_strdup (self->subject);
  asked->of_year = self->of_year;
  sz_job_read (self->case_job, tasks,
               SZ_WORK (read_case_cb, asked, free_case_asked, (GDestroyNotify)sz_case_view_free),
               case_read_cb);
}

GtkWidget *
_sz_titles_get_board (SzTitlesPage *page)
{
  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), NULL);
  return page->board;
}

/* The cards stand over the list of a round, and over no other. */
static void
update_board (SzTitlesPage *self)
{
  const SzListView *view = sz_list_page_get_view (SZ_LIST_PAGE (self));
  const gboolean shown = g_strcmp0 (view->name, "titles-round") == 0 && !self->board_folded;

  _sz_titles_board_read (self, self->board_job, shown ? self->subject : NULL);
}

GtkWidget *
_sz_titles_get_segments (SzTitlesPage *page)
{
  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), NULL);
  return page->segments;
}

GtkWidget *
_sz_titles_get_left (SzTitlesPage *page)
{
  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), NULL);
  return page->left;
}

const char *
_sz_titles_get_state (SzTitlesPage *page)
{
  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), NULL);
  return page->state;
}

GtkWidget *
_sz_titles_get_head (SzTitlesPage *page)
{
  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), NULL);
  return page->head;
}

/* ---- the what-if ---- */

static gboolean
is_structure (SzTitlesPage *self)
{
  return g_strcmp0 (sz_list_page_get_view (SZ_LIST_PAGE (self))->name, "titles-posts") == 0;
}

/* The bars show what the list would come to. */
static void
show_after (SzTitlesPage *self)
{
  g_autofree char *after = self->what_if_asked
                               ? sz_what_if_pane_dup_after (SZ_WHAT_IF_PANE (self->what_if))
                               : g_strdup ("");

  if (is_structure (self))
    _sz_titles_posts_ask (self, "after", after);
}

void
_sz_titles_toggle_what_if (SzTitlesPage *page)
{
  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  if (!is_structure (page) || sz_page_get_tasks (SZ_PAGE (page)) == NULL)
    return;
  page->what_if_asked = !page->what_if_asked;
  gtk_widget_set_visible (page->what_if, page->what_if_asked);
  show_after (page);
  if (!page->what_if_asked)
    return;
  /* It shares the pane of the details, folded or not. */
  g_settings_set_boolean (sz_page_get_settings (SZ_PAGE (page)), "details", TRUE);
  sz_what_if_pane_focus (SZ_WHAT_IF_PANE (page->what_if));
}

static void
board_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);

  self->board_folded = !self->board_folded;
  update_board (self);
}

static gboolean
walk_round (SzOffice *office, gint64 id, const SzCaseAsk *ask, GError **error)
{
  const SzTitleStep step
      = { .batch = ask->subject, .state = ask->verb, .on = ask->day, .reason = ask->reason };

  (void)id;
  return sz_title_round_step (office, &step, error);
}

static gboolean
walk_year (SzOffice *office, gint64 id, const SzCaseAsk *ask, GError **error)
{
  const SzAssessStep step
      = { .year = atoi (ask->subject), .step = ask->verb, .on = ask->day, .reason = ask->reason };

  (void)id;
  return sz_assess_step (office, &step, error);
}

static void
step_asked_cb (SzTitlesPage *self, const char *verb)
{
  const SzCaseTable *table = self->of_year ? &sz_case_assess_year : &sz_case_title_round;
  const SzCaseMove *move = NULL;
  SzStepDialog *dialog;

  for (guint i = 0; i < table->n_moves && move == NULL; i++)
    if (g_str_equal (table->moves[i].verb, verb))
      move = &table->moves[i];
  if (move == NULL || sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  dialog
      = sz_step_dialog_new (sz_page_get_window (SZ_PAGE (self)), sz_page_get_tasks (SZ_PAGE (self)),
                            &(SzStepOrder){ .move = move,
                                            .subject = self->subject,
                                            .day = sz_page_get_as_of (SZ_PAGE (self)),
                                            .walk = self->of_year ? walk_year : walk_round,
                                            .changes = SZ_CHANGED_TITLES });
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
round_new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_title_round_dialog_present (SZ_PAGE (widget));
}

/* Ctrl+Return: whatever the state of the round or the year. */
static void
next_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);

  if (self->next != NULL && gtk_widget_get_visible (self->bar))
    step_asked_cb (self, self->next);
}

/* ---- the page ---- */

static gpointer
read_rounds_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return list_rounds (office, error);
}

static void
rounds_read_cb (gpointer owner, gpointer value)
{
  SzTitlesPage *self = owner;
  GStrv rounds = value;

  if (self->rounds != NULL && rounds[0] != NULL
      && !g_strv_contains ((const char *const *)self->rounds, rounds[0]))
    {
      g_free (self->new_round);
      self->new_round = g_strdup (rounds[0]);
    }
  g_strfreev (self->rounds);
  self->rounds = rounds;
  sz_list_page_open (SZ_LIST_PAGE (self), sz_list_page_get_view (SZ_LIST_PAGE (self)));
}

/* What stands beside a list of years says nothing of a round, and would be clicked as one. */
static void
forget_beside (SzTitlesPage *self, const SzListView *view)
{
  const gboolean fits = self->subject == NULL
                        || (self->of_year ? is_about (view, "year") : is_about (view, "round"));
  SzJob *const jobs[] = { self->left_job, self->case_job, self->segments_job, self->board_job };

  if (fits)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    sz_job_cancel (jobs[i]);
  gtk_widget_set_visible (self->left, FALSE);
  gtk_widget_set_visible (self->segments, FALSE);
  gtk_widget_set_visible (self->board, FALSE);
  sz_case_bar_show (SZ_CASE_BAR (self->bar), NULL);
}

/* Which rounds there are is asked first: a list of applicants is of one of them. */
static void
sz_titles_page_open (SzListPage *page, const SzListView *view)
{
  if (sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    forget_beside (SZ_TITLES_PAGE (page), view);
  if (is_about (view, "round") && sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    sz_page_read (SZ_PAGE (page), SZ_WORK (read_rounds_cb, NULL, NULL, (GDestroyNotify)g_strfreev),
                  rounds_read_cb);
  else
    sz_list_page_open (page, view);
}

/* What stands over and beside a list. */
static void
read_beside (SzTitlesPage *self, const SzListView *view, gpointer book)
{
  self->beside = view;
  show_bar (self, view);
  update_board (self);
  _sz_titles_head_read (self, self->head_job, is_structure (self));
  _sz_titles_left_read (self, self->left_job);
  _sz_titles_segments_count (self, self->segments_job, book);
}

static void
sz_titles_page_opened (SzListPage *page, const SzListView *view, gpointer book)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (page);

  if (is_about (view, "round"))
    fill_rounds (self, sz_list_page_get_filter (page, "round"));
  else if (is_about (view, "year"))
    fill_years (self, sz_list_page_get_filter (page, "year"));
  read_beside (self, view, book);
  _sz_titles_count_waiting (self, self->badge_job);
}

/* Told whenever another list is shown, too. */
static void
sz_titles_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (page);

  SZ_LIST_PAGE_CLASS (sz_titles_page_parent_class)->selected (page, id, n_selected);
  if (self->parts == NULL)
    return;
  _sz_titles_parts_follow (self, self->parts);
  gtk_widget_set_visible (self->what_if, self->what_if_asked && is_structure (self));
  if (!is_structure (self))
    gtk_widget_set_visible (self->head, FALSE);
  if (sz_list_page_get_filter (page, "verdict") == NULL)
    gtk_widget_set_visible (self->segments, FALSE);
  if (!is_about (sz_list_page_get_view (page), "year")
      && !is_about (sz_list_page_get_view (page), "round"))
    gtk_widget_set_visible (self->left, FALSE);
  /* A list that was read before is not opened again: what stands beside it was another's. */
  if (self->beside != NULL && self->beside != sz_list_page_get_view (page)
      && sz_list_page_get_book (page) != NULL)
    read_beside (self, sz_list_page_get_view (page), sz_list_page_get_book (page));
}

static void
sz_titles_page_constructed (GObject *object)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (object);

  G_OBJECT_CLASS (sz_titles_page_parent_class)->constructed (object);
  _sz_titles_parts_restore (self);
  self->parts = _sz_titles_parts_new (self);
  _sz_titles_add_keys (self);
  sz_list_page_set_top (SZ_LIST_PAGE (self), self->parts);
  self->what_if = sz_what_if_pane_new (SZ_PAGE (self));
  gtk_widget_set_visible (self->what_if, FALSE);
  sz_list_page_add_to_details (SZ_LIST_PAGE (self), self->what_if, GTK_PACK_END);
  g_signal_connect_object (self->what_if, "judged", G_CALLBACK (show_after), self,
                           G_CONNECT_SWAPPED);
  _sz_titles_parts_follow (self, self->parts);
}

static void
sz_titles_page_finalize (GObject *object)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (object);

  g_strfreev (self->rounds);
  g_free (self->subject);
  g_free (self->state);
  g_free (self->new_round);
  G_OBJECT_CLASS (sz_titles_page_parent_class)->finalize (object);
}

static void
sz_titles_page_class_init (SzTitlesPageClass *klass)
{
  static SzListView views[11];
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);
  const SzListView *const made[]
      = { _sz_titles_posts_view (),   _sz_titles_assess_view (), _sz_titles_who_view (),
          _sz_titles_round_view (),   _sz_titles_panel_view (),  _sz_titles_rise_view (),
          _sz_titles_case_view (),    _sz_titles_due_view (),    _sz_titles_standard_view (),
          _sz_titles_findings_view () };

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    views[i] = *made[i];
  G_OBJECT_CLASS (klass)->constructed = sz_titles_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = sz_titles_page_finalize;
  list_class->views = views;
  list_class->open = sz_titles_page_open;
  list_class->opened = sz_titles_page_opened;
  list_class->selected = sz_titles_page_selected;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_TITLES | SZ_CHANGED_PARAMS
                                    | SZ_CHANGED_REGISTERS | SZ_CHANGED_WORKLOAD | SZ_CHANGED_WATCH;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Name, pinyin, number, any cell …");
  _sz_titles_install_posts (widget_class);
  _sz_titles_install_assess (widget_class);
  _sz_titles_install_who (widget_class);
  _sz_titles_install_round (widget_class);
  _sz_titles_install_panel (widget_class);
  _sz_titles_install_appoint (widget_class);
  _sz_titles_install_standards (widget_class);
  _sz_titles_install_findings (widget_class);
  _sz_titles_install_parts (widget_class);
  _sz_titles_install_papers (widget_class);
  gtk_widget_class_install_action (widget_class, "titles.new-round", NULL, round_new_action_cb);
  gtk_widget_class_install_action (widget_class, "titles.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "titles.board", NULL, board_action_cb);
}

static void
sz_titles_page_init (SzTitlesPage *self)
{
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = sz_case_bar_new ();
  self->board = _sz_titles_board_new (self);
  self->board_job = sz_page_add_job (SZ_PAGE (self));
  self->case_job = sz_page_add_job (SZ_PAGE (self));
  self->badge_job = sz_page_add_job (SZ_PAGE (self));
  self->head = _sz_titles_head_new (self);
  self->head_job = sz_page_add_job (SZ_PAGE (self));
  self->left = _sz_titles_left_new (self);
  self->left_job = sz_page_add_job (SZ_PAGE (self));
  sz_list_page_set_left (SZ_LIST_PAGE (self), self->left);
  sz_case_bar_show (SZ_CASE_BAR (self->bar), NULL);
  g_signal_connect_object (self->bar, "step", G_CALLBACK (step_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (above), self->bar);
  gtk_box_append (GTK_BOX (above), self->board);
  self->segments = _sz_titles_segments_new (self);
  self->segments_job = sz_page_add_job (SZ_PAGE (self));
  gtk_box_append (GTK_BOX (above), self->head);
  gtk_box_append (GTK_BOX (above), self->segments);
  sz_list_page_set_above (SZ_LIST_PAGE (self), above);
}
