/* sz-titles-posts.c — 结构: approved and occupied posts, and who sits on them (RULE pst-2 … pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-plan-dialog.h"
#include "sz-post-bar.h"
#include "sz-post-day.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"
#include "sz-view-people.h"

enum
{
  COLUMN_CATEGORY,
  COLUMN_BAND,
  COLUMN_LEVEL,
  COLUMN_APPROVED,
  COLUMN_OCCUPIED,
  COLUMN_CASES,
  COLUMN_VACANT,
  COLUMN_OVER,
  COLUMN_NEW,
  COLUMN_RISE,
  COLUMN_BAR,
  N_COLUMNS
};

#define UNIT_X100 100
/* Ids of rows: a level is its place + 1, then come the bands, then those without a level. */
#define FIRST_BAND (SZ_N_PLACES + 1)
#define UNLEVELLED (FIRST_BAND + SZ_N_PLACE_BANDS)

/* The filters in their order; the last three are chosen by the page alone. */
enum
{
  FILTER_CATEGORY,
  FILTER_BAND,
  FILTER_BESIDE,
  FILTER_FOLDED,
  FILTER_AFTER,
};

/* What a list of the structure is read with. */
typedef struct
{
  const SzPostDay *day;
  const SzListAsk *ask;
  int after[SZ_N_PLACES]; /* −1: as it is */
  GPtrArray *rows;
} Reading;

static void
set_number (SzListRow *row, guint column, int number)
{
  row->cells[column] = g_strdup_printf ("%d", number);
  row->numbers[column] = (gint64)number * UNIT_X100;
}

/* Sums of a band; of one level alone, the level itself. */
typedef struct
{
  int approved;
  int occupied;
  int cases;
  int after; /* −1: as it is */
} Sums;

static Sums
sum_up (const Reading *reading, SzPlace first, SzPlace last)
{
  const SzStructure *structure = &reading->day->structure;
  Sums sums = { 0, 0, 0, -1 };

  for (SzPlace place = first; place <= last; place++)
    {
      sums.approved += structure->approved[place];
      sums.occupied += structure->occupied[place];
      sums.cases += structure->open_cases[place];
      if (reading->after[place] >= 0)
        sums.after = MAX (sums.after, 0) + reading->after[place];
    }
  return sums;
}

/* @counts: whether the foot sums its numbers: a band does so for its levels when it is folded. */
static SzListRow *
make_row (gint64 id, const SzPlaceBand *band, gint64 order, const Sums *sums, gboolean counts)
{
  SzListRow *row = sz_list_row_new (id, N_COLUMNS);
  const SzPostFigures figures = { sums->occupied, sums->cases, sums->approved, sums->after };

  row->numbers = g_new0 (gint64, N_COLUMNS);
  row->cells[COLUMN_CATEGORY] = g_strdup (sz_place_category_name (band->category));
  row->cells[COLUMN_BAND] = g_strdup (band->name);
  set_number (row, COLUMN_APPROVED, sums->approved);
  set_number (row, COLUMN_OCCUPIED, sums->occupied);
  set_number (row, COLUMN_CASES, sums->cases);
  set_number (row, COLUMN_VACANT, MAX (0, sums->approved - sums->occupied));
  set_number (row, COLUMN_OVER, MAX (0, sums->occupied - sums->approved));
  for (guint column = COLUMN_APPROVED; !counts && column <= COLUMN_OVER; column++)
    row->numbers[column] = 0;
  /* From high to low, as forms have them. */
  for (guint column = COLUMN_CATEGORY; column <= COLUMN_LEVEL; column++)
    row->numbers[column] = order;
  row->cells[COLUMN_BAR] = sz_post_bar_dup_text (&figures);
  return row;
}

static SzListRow *
make_level (const Reading *reading, const SzPlaceBand *band, SzPlace place)
{
  const SzStructure *structure = &reading->day->structure;
  const Sums sums = sum_up (reading, place, place);
  SzListRow *row = make_row (place + 1, band, 2 * (gint64)place + 2, &sums, TRUE);
  g_autofree char *name = sz_post_name (sz_place_post (place));

  row->cells[COLUMN_LEVEL]
      = band->first == band->last ? g_strdup (name) : g_strconcat ("　", name, NULL);
  set_number (row, COLUMN_NEW, sz_structure_vacancy_new (structure, place));
  if (place < band->last)
    set_number (row, COLUMN_RISE, sz_structure_vacancy_rise (structure, place + 1, place));
  row->style = sums.occupied > sums.approved ? "warning" : NULL;
  return row;
}

/* Whether @id is a member of "7;12;". */
static gboolean
has_member (const char *list, int id)
{
  g_autofree char *member = g_strdup_printf (";%d;", id);
  g_autofree char *whole = g_strconcat (";", list, NULL);

  return strstr (whole, member) != NULL;
}

/* Special or double posts at a place, whichever is asked for. */
static gboolean
has_beside (const SzPostDay *day, const char *asked, SzPlace place)
{
  for (guint i = 0; i < day->beside->len; i++)
    {
      const SzBeside *beside = &g_array_index (day->beside, SzBeside, i);

      if (beside->special == g_str_equal (asked, "special")
          && sz_place_of (beside->post, beside->student) == place)
        return TRUE;
    }
  return FALSE;
}

/* A band of several levels is a row that folds; one level alone is its own band. */
static void
add_band (const Reading *reading, int index)
{
  const SzPlaceBand *band = &sz_place_bands ()[index];
  const char *beside = reading->ask->choices[FILTER_BESIDE];
  const gboolean folded = has_member (reading->ask->choices[FILTER_FOLDED], index);

  if (*beside == '\0' && band->first != band->last)
    {
      const Sums sums = sum_up (reading, band->first, band->last);
      SzListRow *row
          = make_row (FIRST_BAND + index, band, 2 * (gint64)band->first + 1, &sums, folded);

      row->cells[COLUMN_LEVEL] = g_strdup_printf ("%s %s", folded ? "▸" : "▾", band->name);
      row->style = "heading";
      g_ptr_array_add (reading->rows, row);
    }
  for (SzPlace place = band->first; place <= band->last; place++)
    if (*beside == '\0' ? !folded || band->first == band->last
                        : has_beside (reading->day, beside, place))
      g_ptr_array_add (reading->rows, make_level (reading, band, place));
}

/* In-service people of the kinds of pst-5 with no post, or one without a level. */
static void
add_unlevelled (const Reading *reading)
{
  const char *beside = reading->ask->choices[FILTER_BESIDE];
  SzListRow *row;

  if (reading->day->n_unlevelled == 0 || (*beside != '\0' && !g_str_equal (beside, "none")))
    return;
  row = sz_list_row_new (UNLEVELLED, N_COLUMNS);
  row->numbers = g_new0 (gint64, N_COLUMNS);
  row->cells[COLUMN_LEVEL] = g_strdup (_ ("without a level"));
  set_number (row, COLUMN_OCCUPIED, reading->day->n_unlevelled);
  for (guint column = COLUMN_CATEGORY; column <= COLUMN_LEVEL; column++)
    row->numbers[column] = 2 * SZ_N_PLACES + 2;
  row->style = "warning";
  g_ptr_array_add (reading->rows, row);
}

static void
read_after (Reading *reading)
{
  g_auto (GStrv) parts = g_strsplit (reading->ask->choices[FILTER_AFTER], ";", -1);

  for (int place = 0; place < SZ_N_PLACES; place++)
    reading->after[place] = -1;
  for (char **part = parts; *part != NULL; part++)
    {
      const char *number = strchr (*part, ':');
      const int place = atoi (*part);

      if (number != NULL && place >= 0 && place < SZ_N_PLACES)
        reading->after[place] = atoi (number + 1);
    }
}

static GPtrArray *
read_posts_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SzPostDay) day = sz_post_day (office, ask->day, NULL, error);
  Reading reading = { .day = day, .ask = ask };

  if (day == NULL)
    return NULL;
  reading.rows = g_ptr_array_new ();
  read_after (&reading);
  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    if (sz_structure_tells (&day->structure, &sz_place_bands ()[i])
        && !g_str_equal (ask->choices[FILTER_BESIDE], "none"))
      add_band (&reading, i);
  add_unlevelled (&reading);
  return reading.rows;
}

/* ---- what is chosen by the page alone ---- */

void
_sz_titles_posts_ask (SzTitlesPage *page, const char *filter, const char *choice)
{
  SzListPage *list = SZ_LIST_PAGE (page);
  SzChoiceButton *button;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page) && filter != NULL && choice != NULL);
  button = sz_list_page_get_filter (list, filter);
  if (button == NULL)
    return;
  sz_choice_button_add (button, choice, choice);
  sz_list_page_choose (list, filter, *choice != '\0' ? choice : NULL);
  sz_list_page_open (list, sz_list_page_get_view (list));
}

/* A row of a band folds it; a level folds the band it is of. */
static void
fold_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzListPage *page = SZ_LIST_PAGE (widget);
  const gint64 id = sz_list_page_get_current (page);
  SzChoiceButton *button = sz_list_page_get_filter (page, "folded");
  const char *folded = button != NULL ? sz_choice_button_get_choice (button) : NULL;
  int band;
  g_autofree char *member = NULL;
  g_autoptr (GString) list = NULL;

  if (id <= 0 || id >= UNLEVELLED || button == NULL)
    return;
  band = id >= FIRST_BAND ? (int)(id - FIRST_BAND)
                          : (int)(sz_place_band ((SzPlace)id - 1) - sz_place_bands ());
  member = g_strdup_printf ("%d;", band);
  list = g_string_new (folded);
  if (has_member (list->str, band))
    g_string_replace (list, member, "", 1);
  else
    g_string_append (list, member);
  sz_list_page_select (page, FIRST_BAND + band);
  _sz_titles_posts_ask (SZ_TITLES_PAGE (widget), "folded", list->str);
}

/* ---- who sits there ---- */

/* When people of the college retire, by staff number. */
static void
keep_retirement_cb (const SzPostDay *day, const SzCareer *career, gpointer user_data)
{
  SzMonth month;

  if (sz_career_retirement_month (career, &day->params->rules, &month))
    g_hash_table_insert (user_data, g_strdup (career->person->staff_no),
                         g_strdup_printf ("%d-%02d", month / 12, month % 12 + 1));
}

/* What a level's people are shown with. */
typedef struct
{
  const SzPostDay *day;
  SzPeopleView *people;
  GHashTable *retirements;
} Holders;

static void
add_holder (GPtrArray *fields, const Holders *holders, const SzHolder *holder)
{
  const SzPostDay *day = holders->day;
  SzPeopleView *people = holders->people;
  const char *retires = g_hash_table_lookup (holders->retirements, holder->staff_no);
  g_autofree char *place = g_strconcat ("people?", holder->staff_no, NULL);
  const SzPeopleRow *row = sz_people_view_get_row (people, holder->person_id);
  g_autofree char *since = sz_date_format (holder->post_from);
  g_autoptr (GString) text = g_string_new (since);

  if (row != NULL)
    g_string_append_printf (text, " · %s · %s", row->department,
                            *row->title != '\0' ? sz_codes_name (SZ_TABLE_TITLE, row->title) : "—");
  for (guint i = 0; i < day->cases->len; i++)
    {
      const SzOpenCase *open_case = &g_array_index (day->cases, SzOpenCase, i);
      g_autofree char *to = sz_post_name (sz_place_post (open_case->to));
      g_autofree char *when = sz_date_format (open_case->day);

      if (g_strcmp0 (open_case->staff_no, holder->staff_no) == 0)
        g_string_append_printf (text, _ (" · case: %s from %s"), to, when);
    }
  if (retires != NULL)
    g_string_append_printf (text, _ (" · retires %s"), retires);
  sz_field_set_place (sz_fields_add (fields, holder->name, text->str), place);
}

/* The levels that a row speaks of, both ends included. */
static void
find_places (gint64 id, SzPlace *first, SzPlace *last)
{
  *first = *last = (SzPlace)id - 1;
  if (id >= FIRST_BAND && id < UNLEVELLED)
    {
      *first = sz_place_bands ()[id - FIRST_BAND].first;
      *last = sz_place_bands ()[id - FIRST_BAND].last;
    }
}

static void
add_people (GPtrArray *fields, const Holders *holders, gint64 id)
{
  const SzPostDay *day = holders->day;
  SzPlace first, last;

  find_places (id, &first, &last);
  for (guint i = 0; i < day->holders->len; i++)
    {
      const SzHolder *holder = &g_array_index (day->holders, SzHolder, i);

      if (id == UNLEVELLED ? holder->unlevelled : holder->main >= first && holder->main <= last)
        add_holder (fields, holders, holder);
    }
  for (guint i = 0; i < day->beside->len && id != UNLEVELLED; i++)
    {
      const SzBeside *beside = &g_array_index (day->beside, SzBeside, i);
      const SzPlace place = sz_place_of (beside->post, beside->student);

      if (place >= first && place <= last)
        sz_fields_add (fields, beside->name,
                       beside->special ? _ ("special post") : _ ("double post"));
    }
}

static void
name_row (SzListDetails *details, const SzStructure *structure, gint64 id)
{
  SzPlace first, last;
  int approved = 0, occupied = 0, cases = 0;

  if (id == UNLEVELLED)
    {
      details->name = g_strdup (_ ("without a level"));
      return;
    }
  find_places (id, &first, &last);
  for (SzPlace place = first; place <= last; place++)
    {
      approved += structure->approved[place];
      occupied += structure->occupied[place];
      cases += structure->open_cases[place];
    }
  details->name = id >= FIRST_BAND ? g_strdup (sz_place_band (first)->name)
                                   : sz_post_name (sz_place_post (first));
  details->line
      = g_strdup_printf (_ ("%d approved, %d there, %d in cases"), approved, occupied, cases);
}

static SzListDetails *
describe_level (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate date, GError **error)
{
  g_autoptr (GHashTable) retirements
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const SzPostDayAsk ask = { .also = keep_retirement_cb, .user_data = retirements };
  g_autoptr (SzPostDay) day = sz_post_day (office, date, &ask, error);
  g_autoptr (SzPeopleView) people
      = day != NULL ? sz_view_people_open (office, date, NULL, error) : NULL;
  SzListDetails *details;

  if (people == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  name_row (details, &day->structure, id);
  add_people (details->fields, &(Holders){ day, people, retirements }, id);
  if (details->fields->len == 0)
    sz_fields_add_note (details->fields, _ ("Nobody sits at this level."));
  return details;
}

/* ---- acts ---- */

static void
what_if_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _sz_titles_toggle_what_if (SZ_TITLES_PAGE (widget));
}

static void
plan_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_plan_dialog_present (SZ_PAGE (widget));
}

static void
f10_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzFormParams params = { .on = sz_page_get_as_of (SZ_PAGE (widget)) };

  _sz_titles_save_form (SZ_TITLES_PAGE (widget), "F10", &params);
}

void
_sz_titles_install_posts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.what-if", NULL, what_if_action_cb);
  gtk_widget_class_install_action (klass, "titles.fold", NULL, fold_action_cb);
  gtk_widget_class_install_action (klass, "titles.plan", NULL, plan_action_cb);
  gtk_widget_class_install_action (klass, "titles.f10", NULL, f10_action_cb);
}

#define NUMBER(id, title, ...)                                                                     \
  {                                                                                                \
    id, title, 54, .numeric = TRUE, ##__VA_ARGS__                                                  \
  }

static const SzListColumn columns[] = {
  [COLUMN_CATEGORY] = { "category", N_ ("Category"), 80 },
  [COLUMN_BAND] = { "band", N_ ("Band"), 74, .hidden = TRUE },
  [COLUMN_LEVEL] = { "level", N_ ("Level"), 98 },
  [COLUMN_APPROVED] = NUMBER ("approved", N_ ("Approved"), .sum = TRUE),
  [COLUMN_OCCUPIED] = NUMBER ("occupied", N_ ("There"), .sum = TRUE),
  [COLUMN_CASES] = NUMBER ("cases", N_ ("Cases"), .sum = TRUE),
  [COLUMN_VACANT] = NUMBER ("vacant", N_ ("Vacant"), .sum = TRUE),
  [COLUMN_OVER] = NUMBER ("over", N_ ("Over"), .sum = TRUE),
  [COLUMN_NEW] = NUMBER ("new", N_ ("For new")),
  [COLUMN_RISE] = NUMBER ("rise", N_ ("Rises")),
  [COLUMN_BAR] = { "bar", N_ ("There / approved"), 210, .wrap = sz_post_bar_new },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_posts_view (void)
{
  static const SzListFilter filters[]
      = { { "category", N_ ("Category"), "category", N_ ("All categories") },
          { "band", N_ ("Band"), "band", N_ ("All bands") },
          [FILTER_BESIDE] = { "beside", "beside", NULL, "", .reads = TRUE, .hidden = TRUE },
          [FILTER_FOLDED] = { "folded", "folded", NULL, "", .reads = TRUE, .hidden = TRUE },
          [FILTER_AFTER] = { "after", "after", NULL, "", .reads = TRUE, .hidden = TRUE },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_What If"), "titles.what-if",
            .tooltip = N_ ("A list of people and levels: would they fit? (Ctrl+W)") },
          { N_ ("Pl_an of Posts…"), "titles.plan",
            .tooltip = N_ ("Proposed by three methods, and approved by a document") },
          { N_ ("Save _F10…"), "titles.f10" },
          { N_ ("F_old"), "titles.fold", SZ_NEEDS_ONE, .main = TRUE,
            .tooltip = N_ ("Folds the band, or unfolds it (Enter)") },
          { N_ ("_Import…"), "win.import" },
          { NULL } };
  static const SzListView view = {
    .name = "titles-posts",
    .title = N_ ("Structure"),
    .unit = N_ ("levels"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "view-grid-symbolic", N_ ("No Posts Yet"),
               N_ ("Import the roster and the approved numbers of posts."), "win.import" },
    .read = read_posts_cb,
    .details = describe_level,
  };

  return &view;
}
