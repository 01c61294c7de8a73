/* test-workload-page.c — records of the year with their conversion, and the teacher's own sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "sz-choice-button.h"
#include "sz-field-list.h"
#include "sz-list-table.h"
#include "sz-window.h"
#include "sz-workload-page.h"
#include "sz-workload-query.h"
#include "sz-workload-rows.h"
#include "sz-workload-sheet.h"

#define PEOPLE 60

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzWorkloadPage *page;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (SZ_LIST_PAGE (((Desk *)data)->page));
}

static void
desk_open (Desk *desk)
{
  desk->path = desk_demo (PEOPLE);
  desk->window = desk_window (desk->path, &desk->tasks);
  desk->page = SZ_WORKLOAD_PAGE (sz_window_get_page (desk->window, "workload"));
  g_object_set (desk->page, "as-of", 20260108, NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "workload");
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

/* The list of teaching is the first. */
static SzListTable *
get_table (Desk *desk)
{
  return SZ_LIST_TABLE (desk_find (GTK_WIDGET (desk->page), SZ_TYPE_LIST_TABLE, NULL, NULL));
}

static char *
dup_foot (Desk *desk)
{
  char *foot = NULL;

  g_object_get (desk->page, "foot", &foot, NULL);
  return foot;
}

/* In January one looks at the year that is over. */
static void
test_year (void)
{
  Desk desk;
  GtkWidget *button;

  desk_open (&desk);
  button = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CHOICE_BUTTON, "title", "Year");
  g_assert_cmpstr (sz_choice_button_get_choice (SZ_CHOICE_BUTTON (button)), ==, "2025");
  g_assert_cmpuint (sz_list_table_get_size (get_table (&desk)), >, 0);
  desk_close (&desk);
}

static void
test_search (void)
{
  Desk desk;
  guint all;
  guint some;

  desk_open (&desk);
  all = sz_list_table_get_size (get_table (&desk));
  g_object_set (desk.page, "search", "zzzzzz", NULL);
  desk_wait (is_settled, &desk);
  g_assert_cmpuint (sz_list_table_get_size (get_table (&desk)), ==, 0);
  g_object_set (desk.page, "search", "数", NULL);
  desk_wait (is_settled, &desk);
  some = sz_list_table_get_size (get_table (&desk));
  g_assert_cmpuint (some, <, all);
  g_object_set (desk.page, "search", "", NULL);
  desk_wait (is_settled, &desk);
  g_assert_cmpuint (sz_list_table_get_size (get_table (&desk)), ==, all);
  desk_close (&desk);
}

static void
test_foot (void)
{
  Desk desk;
  g_autofree char *teaching = NULL;
  g_autofree char *year = NULL;

  desk_open (&desk);
  teaching = dup_foot (&desk);
  g_assert_nonnull (strstr (teaching, "standard hours in all"));
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "workload-year");
  desk_wait (is_settled, &desk);
  year = dup_foot (&desk);
  g_assert_nonnull (strstr (year, "over-hour pay in all"));
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "workload-training");
  desk_wait (is_settled, &desk);
  desk_close (&desk);
}

/* ---- the book without a window ---- */

static SzWorkloadBook *
open_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);
  SzWorkloadBook *book = NULL;

  g_assert_no_error (error);
  book = sz_workload_book_open (office, 0, 20260108, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static SzWorkloadAnswer *
ask (SzWorkloadBook *book, SzWorkloadList list, const char *sort, gboolean descending)
{
  g_autoptr (SzWorkloadQuery) query = sz_workload_query_new (list);

  query->sort = g_strdup (sort);
  query->descending = descending;
  return sz_workload_query_ask (query, book);
}

/* Sorted is what the column says, and the totals are those of the lines. */
static void
test_sort (void)
{
  char *path = desk_demo (PEOPLE);
  g_autoptr (SzWorkloadBook) book = open_book (path);

  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    {
      SzWorkloadList list = (SzWorkloadList)i;
      const SzListColumn *columns = sz_workload_rows_columns (list);

      for (guint c = 0; columns[c].id != NULL; c++)
        {
          g_autoptr (SzWorkloadAnswer) up = ask (book, list, columns[c].id, FALSE);
          g_autoptr (SzWorkloadAnswer) down = ask (book, list, columns[c].id, TRUE);

          g_assert_cmpuint (up->ids->len, ==, sz_workload_book_count (book, list));
          g_assert_cmpint (up->worth_x100, ==, down->worth_x100);
          for (guint k = 1; k < up->ids->len && !columns[c].name; k++)
            {
              gconstpointer a
                  = sz_workload_book_line (book, list, g_array_index (up->ids, gint64, k - 1));
              gconstpointer b
                  = sz_workload_book_line (book, list, g_array_index (up->ids, gint64, k));

              if (strcmp (columns[c].id, "department") != 0)
                g_assert_cmpint (sz_workload_rows_compare (list, columns[c].id, a, b), <=, 0);
            }
        }
    }
  desk_demo_free (path);
}

/* RULE wrk-1: what the sheet says is what the record is worth. */
static void
test_sheet (void)
{
  SzTeachingLine teaching = {
    .record = { .hours_x100 = 7200 },
    .terms = { .size_x1e4 = 11000, .repeat_x1e4 = 10000, .type_x1e4 = 8000, .new_x1e4 = 10000 },
    .standard_x100 = 6336,
  };
  SzTrainingLine training = {
    .record = { .hours_x100 = 800 },
    .terms = { .size_x1e4 = 10000,
               .type_x1e4 = 10000,
               .category_x1e4 = 10000,
               .time_x1e4 = 10000,
               .role_x1e4 = 10000 },
    .raw_x100 = 800,
  };
  g_autofree char *lesson = sz_workload_sheet_teaching (&teaching);
  g_autofree char *course = sz_workload_sheet_training (&training);
  g_autofree char *plain = sz_workload_sheet_factors (&training);
  g_autofree char *factors = NULL;
  g_autofree char *fine = sz_workload_sheet_ratio (12345);

  g_assert_cmpstr (lesson, ==, "72.00 × 1.10 × 0.80");
  g_assert_null (course);
  g_assert_cmpstr (plain, ==, "1.00");
  training.terms.time_x1e4 = 13000;
  training.terms.role_x1e4 = 1000;
  factors = sz_workload_sheet_factors (&training);
  g_assert_cmpstr (factors, ==, "1.30 × 0.10");
  g_assert_cmpstr (fine, ==, "1.2345");
}

/* Everybody's sheet adds up to what the year says of them. */
static void
test_sums (void)
{
  char *path = desk_demo (PEOPLE);
  g_autoptr (SzWorkloadBook) book = open_book (path);
  g_autoptr (SzWorkloadAnswer) teaching = ask (book, SZ_WORKLOAD_TEACHING, NULL, FALSE);
  gint64 of_lines_x100 = 0;

  for (gsize i = 0; i < book->convert->n_lines; i++)
    {
      const SzConvertLine *line = &book->convert->lines[i];
      gint64 sum_x100 = 0;
      g_autoptr (GPtrArray) fields = sz_workload_sheet (book, line->person_id);

      for (gsize k = 0; k < book->view->n_teaching; k++)
        if (book->view->teaching[k].person_id == line->person_id)
          sum_x100 += book->view->teaching[k].standard_x100;
      g_assert_cmpint (sum_x100, ==, line->load.teaching_x100);
      g_assert_cmpuint (fields->len, >=, 5);
      of_lines_x100 += sum_x100;
    }
  g_assert_cmpint (teaching->worth_x100, >=, of_lines_x100);
  desk_demo_free (path);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/workload/year", test_year);
  g_test_add_func ("/desk/workload/search", test_search);
  g_test_add_func ("/desk/workload/foot", test_foot);
  g_test_add_func ("/desk/workload/sort", test_sort);
  g_test_add_func ("/desk/workload/wrk-1/sheet", test_sheet);
  g_test_add_func ("/desk/workload/wrk-1/sums", test_sums);
  return g_test_run ();
}
