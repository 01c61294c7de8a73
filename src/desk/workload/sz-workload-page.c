/* sz-workload-page.c — teaching and training of a year, and what they come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-workload-query.h"
#include "sz-workload-rows.h"
#include "sz-workload-sheet.h"

struct _SzWorkloadPage
{
  SzListPage parent_instance;

  SzDate day; /* as of which the year was chosen */
};

G_DEFINE_FINAL_TYPE (SzWorkloadPage, sz_workload_page, SZ_TYPE_LIST_PAGE)

/* The filters, in their order. */
enum
{
  FILTER_YEAR,
  FILTER_DEPARTMENT,
};

static SzWorkloadList
get_list (const SzListView *view)
{
  return (SzWorkloadList)GPOINTER_TO_INT (view->data);
}

/* ---- the book, read once for all lists ---- */

static gpointer
open_book (SzOffice *office,
           const SzListView *view,
           const SzListAsk *ask,
           GCancellable *cancellable,
           GError **error)
{
  return sz_workload_book_open (office, atoi (ask->choices[FILTER_YEAR]), ask->day, cancellable,
                                error);
}

static gpointer
ref_book (gpointer book)
{
  return sz_workload_book_ref (book);
}

static void
unref_book (gpointer book)
{
  sz_workload_book_unref (book);
}

/* A year without records is not a college without records. */
static gsize
count_all (gpointer data, const SzListView *view)
{
  const SzWorkloadBook *book = data;

  return sz_workload_book_count (book, SZ_WORKLOAD_TEACHING)
         + sz_workload_book_count (book, SZ_WORKLOAD_TRAINING) + book->years->len;
}

static char *
describe_sums (SzWorkloadList list, const SzWorkloadAnswer *answer)
{
  g_autofree char *planned = sz_decimal_format_grouped (answer->planned_x100, SZ_HOURS_DECIMALS);
  g_autofree char *worth = sz_decimal_format_grouped (answer->worth_x100, SZ_HOURS_DECIMALS);
  g_autofree char *over = sz_decimal_format_grouped (answer->over_x100, SZ_HOURS_DECIMALS);
  g_autofree char *pay = sz_money_format_grouped (answer->over_pay_fen);

  if (list == SZ_WORKLOAD_TEACHING)
    return g_strdup_printf (_ ("%s hours, %s standard hours in all"), planned, worth);
  if (list == SZ_WORKLOAD_TRAINING)
    return g_strdup_printf (_ ("%s hours, %s after conversion in all"), planned, worth);
  return g_strdup_printf (_ ("%s hours, %s over-hours, %s over-hour pay in all"), worth, over, pay);
}

static SzListFound *
find_lines (gpointer book, const SzListView *view, const SzListAsk *ask)
{
  g_autoptr (SzWorkloadQuery) query = sz_workload_query_new (get_list (view));
  g_autoptr (SzWorkloadAnswer) answer = NULL;
  SzListFound *found = g_new0 (SzListFound, 1);

  query->text = *ask->text != '\0' ? g_strdup (ask->text) : NULL;
  if (*ask->choices[FILTER_DEPARTMENT] != '\0')
    query->department = g_strdup (ask->choices[FILTER_DEPARTMENT]);
  query->sort = g_strdup (ask->sort);
  query->descending = ask->descending;
  query->by_pinyin = ask->variant == 1;
  answer = sz_workload_query_ask (query, book);
  found->sums = describe_sums (query->list, answer);
  found->ids = g_steal_pointer (&answer->ids);
  return found;
}

/* The teacher's own sheet. */
static SzListDetails *
describe_person (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  const SzWorkloadBook *book = data;
  gint64 person_id = sz_workload_book_person (book, get_list (view), id);
  const SzPeopleRow *person
      = sz_people_view_get_row (sz_workload_view_people (book->view), person_id);
  SzListDetails *details = g_new0 (SzListDetails, 1);

  details->fields = sz_workload_sheet (book, person_id);
  if (person == NULL)
    return details;
  details->name = g_strdup (person->name);
  details->line = g_strdup_printf ("%s · %s", person->staff_no, person->department);
  return details;
}

/* ---- the page ---- */

static void
sz_workload_page_opened (SzListPage *page, const SzListView *view, gpointer data)
{
  const SzWorkloadBook *book = data;
  SzChoiceButton *years = sz_list_page_get_filter (page, "year");
  SzChoiceButton *departments = sz_list_page_get_filter (page, "department");
  g_autofree char *chosen = g_strdup_printf ("%d", book->year);
  g_autoptr (GPtrArray) names = sz_people_view_departments (sz_workload_view_people (book->view));
  gboolean listed = FALSE;

  sz_choice_button_clear (years, NULL);
  for (guint i = 0; i < book->years->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", g_array_index (book->years, int, i));

      listed |= g_str_equal (id, chosen);
      sz_choice_button_add (years, id, id);
    }
  if (!listed)
    sz_choice_button_add (years, chosen, chosen);
  sz_choice_button_choose (years, chosen);
  sz_choice_button_clear (departments, _ ("All departments"));
  for (guint i = 0; i < names->len; i++)
    sz_choice_button_add (departments, g_ptr_array_index (names, i), g_ptr_array_index (names, i));
}

/* Another day means its year; other data mean the year one was looking at. */
static void
sz_workload_page_open (SzListPage *page, const SzListView *view)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (page);
  SzDate day = sz_page_get_as_of (SZ_PAGE (page));

  if (self->day != day)
    sz_list_page_choose (page, "year", NULL);
  self->day = day;
  sz_list_page_open (page, view);
}

#define SOURCE                                                                                     \
  .open = open_book, .ref = ref_book, .unref = unref_book, .count = count_all, .find = find_lines

static void
describe_lists (SzListView *views)
{
  static const SzListFilter filters[]
      = { { "year", N_ ("Year"), .reads = TRUE },
          { "department", N_ ("Department"), NULL, N_ ("All departments") },
          { NULL } };
  static const SzListAction actions[] = { { N_ ("_Import…"), "win.import" }, { NULL } };
  static SzListSource sources[SZ_N_WORKLOAD_LISTS] = { { SOURCE }, { SOURCE }, { SOURCE } };
  static const SzListView lists[SZ_N_WORKLOAD_LISTS] = {
    { .name = "workload-teaching", .title = N_ ("Teaching"), .unit = N_ ("records") },
    { .name = "workload-training", .title = N_ ("Training"), .unit = N_ ("records") },
    { .name = "workload-year", .title = N_ ("Year"), .unit = N_ ("people") },
  };

  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    {
      sources[i].fetch = sz_workload_rows_fetch ((SzWorkloadList)i);
      views[i] = lists[i];
      views[i].columns = sz_workload_rows_columns ((SzWorkloadList)i);
      views[i].filters = filters;
      views[i].actions = actions;
      views[i].source = &sources[i];
      views[i].details = describe_person;
      views[i].data = GINT_TO_POINTER (i);
      views[i].empty
          = (SzListEmpty){ "x-office-calendar-symbolic", N_ ("No Hours Recorded Yet"),
                           N_ ("Import the teaching workload or the training records of a year.") };
    }
}

static void
sz_workload_page_class_init (SzWorkloadPageClass *klass)
{
  static SzListView views[SZ_N_WORKLOAD_LISTS + 1];
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);

  describe_lists (views);
  list_class->views = views;
  list_class->open = sz_workload_page_open;
  list_class->opened = sz_workload_page_opened;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_WORKLOAD | SZ_CHANGED_PARAMS;
}

static void
sz_workload_page_init (SzWorkloadPage *self)
{
}
