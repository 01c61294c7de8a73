/* sz-titles-left.c — left of the list: which year is assessed, which round is shown; of a year the
 * departments with what they may call excellent (RULE asm-2, asm-5, ttl-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-assess-year.h"
#include "sz-case-tables.h"
#include "sz-decimal.h"
#include "sz-side-list.h"
#include "sz-title-round.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

#define KEY "sz-left"
#define YEARS 8
#define WIDTH 164

/* Kept with the widget. */
typedef struct
{
  SzSideList *subjects;    /* borrowed: rounds, or years */
  SzSideList *departments; /* borrowed */
  GtkWidget *below;        /* borrowed: around the departments */
  GPtrArray *ids;          /* of char *: of the subjects, in their order */
  GPtrArray *names;        /* of char *: of the departments; "" for all */
} Left;

/* What is asked, and then what is known. */
typedef struct
{
  gboolean of_year;
  SzDate day;
  char *chosen;
  GPtrArray *rows;
  GPtrArray *ids;
  GPtrArray *shares; /* (nullable) of SzSideRow */
  GPtrArray *names;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_free (reading->chosen);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_clear_pointer (&reading->ids, g_ptr_array_unref);
  g_clear_pointer (&reading->shares, g_ptr_array_unref);
  g_clear_pointer (&reading->names, g_ptr_array_unref);
  g_free (reading);
}

static void
free_left (gpointer data)
{
  Left *left = data;

  g_clear_pointer (&left->ids, g_ptr_array_unref);
  g_clear_pointer (&left->names, g_ptr_array_unref);
  g_free (left);
}

static Left *
get_left (SzTitlesPage *page)
{
  return g_object_get_data (G_OBJECT (_sz_titles_get_left (page)), KEY);
}

/* ---- reading ---- */

static void
add_subject (Reading *reading, const char *id, const SzCaseTable *table, const char *state)
{
  const char *word = *state != '\0' ? sz_case_state_name (table, state) : _ ("not begun");
  SzSideRow *row = sz_side_row_new (id, g_intern_string (word));

  row->share_x1e4 = SZ_SIDE_NO_BAR;
  g_ptr_array_add (reading->rows, row);
  g_ptr_array_add (reading->ids, g_strdup (id));
}

static gboolean
read_rounds (SzOffice *office, Reading *reading, GError **error)
{
  g_autoptr (GArray) briefs = sz_title_round_list (office, error);

  for (guint i = briefs != NULL ? briefs->len : 0; i-- > 0;)
    {
      const SzTitleRoundBrief *brief = &g_array_index (briefs, SzTitleRoundBrief, i);

      add_subject (reading, brief->name, &sz_case_title_round, brief->state);
    }
  return briefs != NULL;
}

static gboolean
read_years (SzOffice *office, Reading *reading, GError **error)
{
  const int last = sz_date_year (reading->day);

  for (int year = last; year > last - YEARS; year--)
    {
      g_autoptr (SzCaseView) view = sz_assess_case (office, year, error);
      g_autofree char *id = g_strdup_printf ("%d", year);

      if (view == NULL)
        return FALSE;
      add_subject (reading, id, view->table, view->state);
    }
  return TRUE;
}

/* 优秀 5 / 名额 7, 实参加 33 / 应参加 33; over the share it stands out, and says so. */
static void
add_share (Reading *reading, const char *name, const char *shown, const SzAssessShare *share)
{
  SzSideRow *row;
  g_autofree char *title = g_strdup_printf (_ ("%s %d/%d"), shown, share->taken, share->due);

  row = sz_side_row_new (title, "");
  g_free (row->text);
  row->text = g_strdup_printf (share->excellent > share->cap ? _ ("▲ excellent %d/%d")
                                                             : _ ("excellent %d/%d"),
                               share->excellent, (int)share->cap);
  row->style = share->excellent > share->cap ? "error" : NULL;
  row->share_x1e4 = share->cap > 0 ? MIN (share->excellent, share->cap) * SZ_RATIO_ONE / share->cap
                                   : (share->excellent > 0 ? SZ_RATIO_ONE : 0);
  g_ptr_array_add (reading->shares, row);
  g_ptr_array_add (reading->names, g_strdup (name));
}

static gboolean
read_shares (SzOffice *office, Reading *reading, GError **error)
{
  g_autoptr (SzAssessYear) year
      = sz_assess_year (office, (int)g_ascii_strtoll (reading->chosen, NULL, 10), error);

  if (year == NULL)
    return FALSE;
  reading->shares = g_ptr_array_new_with_free_func (sz_side_row_free);
  add_share (reading, "", _ ("Whole college"),
             &(SzAssessShare){ .due = (int)year->due,
                               .taken = (int)year->taken,
                               .excellent = (int)year->grades[SZ_GRADE_EXCELLENT],
                               .cap = year->cap });
  for (guint i = 0; i < year->shares->len; i++)
    {
      const SzAssessShare *share = &g_array_index (year->shares, SzAssessShare, i);

      add_share (reading, share->department,
                 *share->department != '\0' ? share->department : _ ("no department"), share);
    }
  return TRUE;
}

/* The input is given back, filled: it is copied, for the task frees what it was given. */
static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Reading *asked = data;
  Reading *reading = g_new0 (Reading, 1);
  gboolean read;

  reading->of_year = asked->of_year;
  reading->day = asked->day;
  reading->chosen = g_strdup (asked->chosen);
  reading->rows = g_ptr_array_new_with_free_func (sz_side_row_free);
  reading->ids = g_ptr_array_new_with_free_func (g_free);
  reading->names = g_ptr_array_new_with_free_func (g_free);
  if (!reading->of_year)
    read = read_rounds (office, reading, error);
  else
    read = read_years (office, reading, error)
           && (reading->chosen == NULL || read_shares (office, reading, error));
  if (read)
    return reading;
  free_reading (reading);
  return NULL;
}

/* ---- showing ---- */

/* The place of @id among @ids, from 1; 0: it is none of them. */
static guint
find_place (const GPtrArray *ids, const char *id)
{
  guint place;

  if (id == NULL || !g_ptr_array_find_with_equal_func ((GPtrArray *)ids, id, g_str_equal, &place))
    return 0;
  return place + 1;
}

static void
read_done_cb (gpointer owner, gpointer value)
{
  SzTitlesPage *page = owner;
  Left *left = get_left (page);
  Reading *reading = value;
  SzChoiceButton *department = sz_list_page_get_filter (SZ_LIST_PAGE (page), "department");
  const char *chosen = department != NULL ? sz_choice_button_get_choice (department) : NULL;

  g_clear_pointer (&left->ids, g_ptr_array_unref);
  g_clear_pointer (&left->names, g_ptr_array_unref);
  left->ids = g_steal_pointer (&reading->ids);
  left->names = g_steal_pointer (&reading->names);
  sz_side_list_select (left->subjects, find_place (left->ids, reading->chosen));
  sz_side_list_show (left->subjects, g_steal_pointer (&reading->rows));
  gtk_widget_set_visible (left->below, reading->shares != NULL);
  if (reading->shares != NULL)
    {
      sz_side_list_select (left->departments,
                           find_place (left->names, chosen != NULL ? chosen : ""));
      sz_side_list_show (left->departments, g_steal_pointer (&reading->shares));
    }
  gtk_widget_set_visible (_sz_titles_get_left (page), left->ids->len > 0);
  free_reading (reading);
}

void
_sz_titles_left_read (SzTitlesPage *page, SzJob *job)
{
  SzListPage *list;
  SzChoiceButton *year;
  SzChoiceButton *round;
  SzTasks *tasks;
  Reading *reading;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  list = SZ_LIST_PAGE (page);
  year = sz_list_page_get_filter (list, "year");
  round = sz_list_page_get_filter (list, "round");
  tasks = sz_page_get_tasks (SZ_PAGE (page));
  if ((year == NULL && round == NULL) || tasks == NULL)
    {
      sz_job_cancel (job);
      gtk_widget_set_visible (_sz_titles_get_left (page), FALSE);
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->of_year = year != NULL;
  reading->day = sz_page_get_as_of (SZ_PAGE (page));
  reading->chosen = g_strdup (sz_choice_button_get_choice (year != NULL ? year : round));
  sz_job_read (job, tasks, SZ_WORK (read_cb, reading, free_reading, free_reading), read_done_cb);
}

/* ---- choosing ---- */

static void
subject_chosen_cb (SzTitlesPage *page, guint place)
{
  Left *left = get_left (page);
  SzListPage *list = SZ_LIST_PAGE (page);
  SzChoiceButton *year = sz_list_page_get_filter (list, "year");
  SzChoiceButton *button = year != NULL ? year : sz_list_page_get_filter (list, "round");

  if (button != NULL && left->ids != NULL && place <= left->ids->len)
    sz_choice_button_choose (button, g_ptr_array_index (left->ids, place - 1));
}

static void
department_chosen_cb (SzTitlesPage *page, guint place)
{
  Left *left = get_left (page);
  SzChoiceButton *button = sz_list_page_get_filter (SZ_LIST_PAGE (page), "department");
  const char *name = left->names != NULL && place <= left->names->len
                         ? g_ptr_array_index (left->names, place - 1)
                         : NULL;

  if (button != NULL && name != NULL)
    sz_choice_button_choose (button, *name != '\0' ? name : NULL);
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWidget *
_sz_titles_left_new (SzTitlesPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Left *left = g_new0 (Left, 1);

  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), box);
  left->subjects = SZ_SIDE_LIST (sz_side_list_new (_ ("Rounds or years")));
  left->departments = SZ_SIDE_LIST (sz_side_list_new (_ ("Departments")));
  left->below = make_scrolled (GTK_WIDGET (left->departments));
  g_object_set_data_full (G_OBJECT (box), KEY, left, free_left);
  g_signal_connect_object (left->subjects, "chosen", G_CALLBACK (subject_chosen_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (left->departments, "chosen", G_CALLBACK (department_chosen_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_add_css_class (box, "sz-side-list");
  gtk_widget_add_css_class (left->below, "sz-side-below");
  gtk_box_append (GTK_BOX (box), make_scrolled (GTK_WIDGET (left->subjects)));
  gtk_box_append (GTK_BOX (box), left->below);
  gtk_widget_set_visible (box, FALSE);
  return box;
}
