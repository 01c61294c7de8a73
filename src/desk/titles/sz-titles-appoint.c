/* sz-titles-appoint.c — 聘任: who could rise, cases under way, terms that end (RULE ttl-7, ttl-20,
 * ttl-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-appoint-act.h"
#include "sz-post-words.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"
#include "sz-view-people.h"

enum
{
  RISE_PLACE,
  RISE_NAME,
  RISE_DEPARTMENT,
  RISE_FROM,
  RISE_TO,
  RISE_LEVEL_MONTHS,
  RISE_BAND_MONTHS,
  RISE_SCORE,
  RISE_REASONS,
  RISE_FITS,
  RISE_STAFF_NO,
  N_RISE
};

enum
{
  CASE_NUMBER,
  CASE_NAME,
  CASE_DEPARTMENT,
  CASE_FROM,
  CASE_TO,
  CASE_DAY,
  CASE_OPENED,
  CASE_STATE,
  CASE_APPROVAL,
  CASE_DOCUMENT,
  CASE_STAFF_NO,
  N_CASE
};

enum
{
  DUE_NAME,
  DUE_DEPARTMENT,
  DUE_LEVEL,
  DUE_FROM,
  DUE_TO,
  DUE_STAFF_NO,
  N_DUE
};

#define TERMS_MONTHS 12

/* Staff number → person, as of the day. */
static GHashTable *
find_people (
    SzOffice *office, SzDate day, GCancellable *cancellable, SzPeopleView **view, GError **error)
{
  SzPeopleFilter all = SZ_PEOPLE_ALL;
  g_autoptr (GArray) ids = NULL;
  GHashTable *people;

  *view = sz_view_people_open (office, day, cancellable, error);
  if (*view == NULL)
    return NULL;
  people = g_hash_table_new (g_str_hash, g_str_equal);
  ids = sz_people_view_ids (*view, &all, SZ_PEOPLE_BY_STAFF_NO);
  for (guint i = 0; i < ids->len; i++)
    {
      const SzPeopleRow *row = sz_people_view_get_row (*view, g_array_index (ids, gint64, i));

      g_hash_table_insert (people, (gpointer)row->staff_no, (gpointer)row);
    }
  return people;
}

static void
fill_person (SzListRow *row, guint name, GHashTable *people, const char *staff_no)
{
  const SzPeopleRow *person = g_hash_table_lookup (people, staff_no);

  row->cells[name] = g_strdup (person != NULL ? person->name : staff_no);
  row->cells[name + 1] = g_strdup (person != NULL ? person->department : NULL);
}

/* ---- who could rise ---- */

static SzListRow *
make_rise (const SzRise *rise, guint place, GHashTable *people)
{
  SzListRow *row = sz_list_row_new (place, N_RISE);

  row->numbers = g_new0 (gint64, N_RISE);
  row->numbers[RISE_PLACE] = place;
  row->numbers[RISE_LEVEL_MONTHS] = rise->level_months;
  row->numbers[RISE_BAND_MONTHS] = rise->band_months;
  row->numbers[RISE_SCORE] = rise->has_score ? rise->score_x100 : -1;
  row->cells[RISE_PLACE] = g_strdup_printf ("%u", place);
  fill_person (row, RISE_NAME, people, rise->staff_no);
  row->cells[RISE_FROM] = sz_post_name (sz_place_post (rise->from));
  row->cells[RISE_TO] = sz_post_name (sz_place_post (rise->to));
  row->cells[RISE_LEVEL_MONTHS] = g_strdup_printf ("%d", rise->level_months);
  row->cells[RISE_BAND_MONTHS] = g_strdup_printf ("%d", rise->band_months);
  row->cells[RISE_SCORE] = rise->has_score ? sz_decimal_format (rise->score_x100, 2) : NULL;
  row->cells[RISE_REASONS] = sz_rise_words (rise);
  row->cells[RISE_FITS] = g_strdup (sz_rise_fits_words (rise));
  row->cells[RISE_STAFF_NO] = g_strdup (rise->staff_no);
  row->style = rise->reasons != 0 ? "dim-label" : NULL;
  return row;
}

static GPtrArray *
read_rises_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SzRiseList) list = sz_appoint_rises (office, ask->day, error);
  g_autoptr (SzPeopleView) opened = NULL;
  g_autoptr (GHashTable) people
      = list != NULL ? find_people (office, ask->day, cancellable, &opened, error) : NULL;
  GPtrArray *rows;

  if (people == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < list->rises->len; i++)
    g_ptr_array_add (rows, make_rise (&g_array_index (list->rises, SzRise, i), i + 1, people));
  return rows;
}

/* ---- cases ---- */

static const char *
get_state_name (const char *state)
{
  if (g_strcmp0 (state, "open") == 0)
    return _ ("open");
  return g_strcmp0 (state, "decided") == 0 ? _ ("decided") : _ ("withdrawn");
}

static GPtrArray *
read_cases_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) cases = sz_appoint_list (office, NULL, error);
  g_autoptr (SzPeopleView) opened = NULL;
  g_autoptr (GHashTable) people
      = cases != NULL ? find_people (office, ask->day, cancellable, &opened, error) : NULL;
  GPtrArray *rows;

  if (people == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < cases->len; i++)
    {
      const SzAppointCase *shown = g_ptr_array_index (cases, i);
      SzListRow *row = sz_list_row_new (shown->number, N_CASE);

      row->numbers = g_new0 (gint64, N_CASE);
      row->numbers[CASE_NUMBER] = shown->number;
      row->cells[CASE_NUMBER] = g_strdup_printf ("%" G_GINT64_FORMAT, shown->number);
      fill_person (row, CASE_NAME, people, shown->staff_no);
      row->cells[CASE_FROM] = shown->from != 0 ? sz_post_name (shown->from) : NULL;
      row->cells[CASE_TO] = sz_post_name (shown->to);
      row->cells[CASE_DAY] = sz_date_format (shown->day);
      row->cells[CASE_OPENED] = sz_date_format (shown->opened);
      row->cells[CASE_STATE] = g_strdup (get_state_name (shown->state));
      row->cells[CASE_APPROVAL] = g_strdup (shown->approval);
      row->cells[CASE_DOCUMENT] = g_strdup (shown->document);
      row->cells[CASE_STAFF_NO] = g_strdup (shown->staff_no);
      row->style = g_strcmp0 (shown->state, "open") == 0 ? NULL : "dim-label";
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* ---- terms ---- */

static GPtrArray *
read_due_cb (SzOffice *office,
             const SzListView *view,
             const SzListAsk *ask,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GArray) terms
      = sz_appoint_due_until (office, ask->day, sz_date_add_months (ask->day, TERMS_MONTHS), error);
  g_autoptr (SzPeopleView) opened = NULL;
  g_autoptr (GHashTable) people
      = terms != NULL ? find_people (office, ask->day, cancellable, &opened, error) : NULL;
  GPtrArray *rows;

  if (people == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < terms->len; i++)
    {
      const SzTermDue *term = &g_array_index (terms, SzTermDue, i);
      SzListRow *row = sz_list_row_new (i + 1, N_DUE);

      fill_person (row, DUE_NAME, people, term->staff_no);
      row->cells[DUE_LEVEL] = sz_post_name (term->post);
      row->cells[DUE_FROM] = sz_date_format (term->from);
      row->cells[DUE_TO] = sz_date_format (term->to);
      row->cells[DUE_STAFF_NO] = g_strdup (term->staff_no);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* ---- acts ---- */

static void
open_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);
  const char *list = sz_list_page_get_view (SZ_LIST_PAGE (self))->name;
  g_autofree char *staff_no = NULL;
  g_autofree char *to = NULL;

  if (g_str_equal (list, "titles-rise"))
    {
      staff_no = _sz_titles_dup_cell (self, RISE_STAFF_NO);
      to = _sz_titles_dup_cell (self, RISE_TO);
    }
  else if (g_str_equal (list, "titles-due"))
    {
      staff_no = _sz_titles_dup_cell (self, DUE_STAFF_NO);
      to = _sz_titles_dup_cell (self, DUE_LEVEL);
    }
  sz_appoint_dialog_present (SZ_PAGE (self), staff_no, to != NULL ? sz_post_parse (to) : 0);
}

static void
decide_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GArray *numbers = sz_list_table_get_selected (sz_list_page_get_table (SZ_LIST_PAGE (widget)));

  if (numbers->len > 0 && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_appoint_decide_present (SZ_PAGE (widget), numbers);
  else
    g_array_unref (numbers);
}

static void
withdraw_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const gint64 number = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (number != 0 && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_appoint_withdraw_present (SZ_PAGE (widget), number);
}

static void
f15_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const int year = sz_date_year (sz_page_get_as_of (SZ_PAGE (widget)));
  const SzFormParams params = { .from = sz_date_make (year, 1, 1),
                                .to = sz_date_make (year, 12, 31),
                                .on = sz_page_get_as_of (SZ_PAGE (widget)) };

  _sz_titles_save_form (SZ_TITLES_PAGE (widget), "F15", &params);
}

void
_sz_titles_install_appoint (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.open-case", NULL, open_action_cb);
  gtk_widget_class_install_action (klass, "titles.decide-case", NULL, decide_action_cb);
  gtk_widget_class_install_action (klass, "titles.withdraw-case", NULL, withdraw_action_cb);
  gtk_widget_class_install_action (klass, "titles.f15", NULL, f15_action_cb);
}

#define NAME                                                                                       \
  {                                                                                                \
    "name", N_ ("Name"), 84, .name = TRUE                                                          \
  }
#define DEPARTMENT                                                                                 \
  {                                                                                                \
    "department", N_ ("Department"), 96                                                            \
  }
#define STAFF_NO                                                                                   \
  {                                                                                                \
    "staff-no", N_ ("Staff no."), 74                                                               \
  }

static const SzListColumn rise_columns[] = {
  [RISE_PLACE] = { "place", N_ ("Rank"), 48, .numeric = TRUE },
  [RISE_NAME] = NAME,
  [RISE_DEPARTMENT] = DEPARTMENT,
  [RISE_FROM] = { "from", N_ ("From"), 84 },
  [RISE_TO] = { "to", N_ ("To"), 84 },
  [RISE_LEVEL_MONTHS] = { "level-months", N_ ("At level"), 72, .numeric = TRUE },
  [RISE_BAND_MONTHS] = { "band-months", N_ ("In band"), 72, .numeric = TRUE },
  [RISE_SCORE] = { "score", N_ ("Score"), 60, .numeric = TRUE },
  [RISE_REASONS] = { "reasons", N_ ("What is missing"), 132 },
  [RISE_FITS] = { "fits", N_ ("Fits"), 88 },
  [RISE_STAFF_NO] = { "staff-no", N_ ("Staff no."), 74, .hidden = TRUE },
  [N_RISE] = { NULL },
};

static const SzListColumn case_columns[] = {
  [CASE_NUMBER] = { "number", N_ ("No."), 48, .numeric = TRUE },
  [CASE_NAME] = NAME,
  [CASE_DEPARTMENT] = DEPARTMENT,
  [CASE_FROM] = { "from", N_ ("From"), 92 },
  [CASE_TO] = { "to", N_ ("To"), 92 },
  [CASE_DAY] = { "day", N_ ("Appointment day"), 96 },
  [CASE_OPENED] = { "opened", N_ ("Opened"), 88 },
  [CASE_STATE] = { "state", N_ ("State"), 72 },
  [CASE_APPROVAL] = { "approval", N_ ("Approval"), 140 },
  [CASE_DOCUMENT] = { "document", N_ ("Document"), 120 },
  [CASE_STAFF_NO] = STAFF_NO,
  [N_CASE] = { NULL },
};

static const SzListColumn due_columns[] = {
  [DUE_NAME] = NAME,
  [DUE_DEPARTMENT] = DEPARTMENT,
  [DUE_LEVEL] = { "level", N_ ("Level"), 96 },
  [DUE_FROM] = { "from", N_ ("From"), 88 },
  [DUE_TO] = { "to", N_ ("Ends"), 88 },
  [DUE_STAFF_NO] = STAFF_NO,
  [N_DUE] = { NULL },
};

const SzListView *
_sz_titles_rise_view (void)
{
  static const SzListFilter filters[] = { { "to", N_ ("To"), "to", N_ ("All levels") },
                                          { "fits", N_ ("Fits"), "fits", N_ ("Everybody") },
                                          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_Open Case…"), "titles.open-case", SZ_NEEDS_ONE, .main = TRUE }, { NULL } };
  static const SzListView view = {
    .name = "titles-rise",
    .title = N_ ("Could rise"),
    .unit = N_ ("people"),
    .columns = rise_columns,
    .filters = filters,
    .actions = actions,
    .empty = { "go-up-symbolic", N_ ("Nobody to Rise"),
               N_ ("Nobody sits at a professional post below the highest of its band.") },
    .read = read_rises_cb,
  };

  return &view;
}

const SzListView *
_sz_titles_case_view (void)
{
  static const SzListFilter filters[]
      = { { "state", N_ ("State"), "state", N_ ("All states") }, { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_Open Case…"), "titles.open-case" },
          { N_ ("_Decide Cases…"), "titles.decide-case", SZ_NEEDS_SOME, .main = TRUE },
          { N_ ("_Withdraw…"), "titles.withdraw-case", SZ_NEEDS_ONE },
          { N_ ("_Save F15…"), "titles.f15" },
          { NULL } };
  static const SzListView view = {
    .name = "titles-case",
    .title = N_ ("Appointments"),
    .unit = N_ ("appointments"),
    .columns = case_columns,
    .filters = filters,
    .actions = actions,
    .empty = { "document-edit-symbolic", N_ ("No Appointments Yet"),
               N_ ("Open one for who is to sit at another level.") },
    .read = read_cases_cb,
  };

  return &view;
}

const SzListView *
_sz_titles_due_view (void)
{
  static const SzListAction actions[]
      = { { N_ ("_Open Case…"), "titles.open-case", SZ_NEEDS_ONE, .main = TRUE }, { NULL } };
  static const SzListView view = {
    .name = "titles-due",
    .title = N_ ("Terms"),
    .unit = N_ ("terms"),
    .columns = due_columns,
    .actions = actions,
    .empty = { "x-office-calendar-symbolic", N_ ("No Terms End"),
               N_ ("Nobody's appointment ends within a year.") },
    .read = read_due_cb,
  };

  return &view;
}
