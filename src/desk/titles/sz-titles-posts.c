/* sz-titles-posts.c — 结构: approved and occupied posts, and who sits on them (RULE pst-2 … pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-plan-dialog.h"
#include "sz-post-day.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"
#include "sz-view-people.h"
#include "sz-what-if-dialog.h"

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

#define BAR_CELLS 10
#define UNIT_X100 100

/* Ten cells: filled with who is there, hatched with cases, empty up to what is approved; who sits
   beyond it has the sign ▲ and the number. */
static char *
draw_bar (int approved, int occupied, int cases)
{
  g_autoptr (GString) bar = g_string_new (NULL);
  const int most = MAX (1, MAX (approved, occupied + cases));
  const int filled = occupied * BAR_CELLS / most;
  const int hatched = (occupied + cases) * BAR_CELLS / most - filled;

  for (int i = 0; i < BAR_CELLS; i++)
    g_string_append (bar, i < filled ? "█" : i < filled + hatched ? "▒" : "·");
  if (occupied > approved)
    g_string_append_printf (bar, " ▲%d", occupied - approved);
  return g_string_free (g_steal_pointer (&bar), FALSE);
}

static void
set_number (SzListRow *row, guint column, int number)
{
  row->cells[column] = g_strdup_printf ("%d", number);
  row->numbers[column] = (gint64)number * UNIT_X100;
}

static SzListRow *
make_row (const SzStructure *structure, const SzPlaceBand *band, SzPlace place)
{
  const int approved = structure->approved[place];
  const int occupied = structure->occupied[place];
  SzListRow *row = sz_list_row_new (place + 1, N_COLUMNS);

  row->numbers = g_new0 (gint64, N_COLUMNS);
  row->cells[COLUMN_CATEGORY] = g_strdup (sz_place_category_name (band->category));
  row->cells[COLUMN_BAND] = g_strdup (band->name);
  row->cells[COLUMN_LEVEL] = sz_post_name (sz_place_post (place));
  /* From high to low, as forms have them. */
  for (guint column = COLUMN_CATEGORY; column <= COLUMN_LEVEL; column++)
    row->numbers[column] = place + 1;
  set_number (row, COLUMN_APPROVED, approved);
  set_number (row, COLUMN_OCCUPIED, occupied);
  set_number (row, COLUMN_CASES, structure->open_cases[place]);
  set_number (row, COLUMN_VACANT, MAX (0, approved - occupied));
  set_number (row, COLUMN_OVER, MAX (0, occupied - approved));
  set_number (row, COLUMN_NEW, sz_structure_vacancy_new (structure, place));
  if (place < band->last)
    set_number (row, COLUMN_RISE, sz_structure_vacancy_rise (structure, place + 1, place));
  row->cells[COLUMN_BAR] = draw_bar (approved, occupied, structure->open_cases[place]);
  row->style = occupied > approved ? "warning" : NULL;
  return row;
}

static GPtrArray *
read_posts_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SzPostDay) day = sz_post_day (office, ask->day, NULL, error);
  GPtrArray *rows;

  if (day == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];

      for (SzPlace place = band->first;
           sz_structure_tells (&day->structure, band) && place <= band->last; place++)
        g_ptr_array_add (rows, make_row (&day->structure, band, place));
    }
  return rows;
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
  return g_strdup_printf ("%d:%d:%d", high, middle, low);
}

/* 专业技术 80.00% ✓（最低 70%），高:中:初 28:40:32，特设 1，双肩挑 4，未定等级 0 */
static char *
describe_day (SzOffice *office, const SzListView *view, const SzListAsk *ask, const GPtrArray *rows)
{
  g_autoptr (SzPostDay) day = sz_post_day (office, ask->day, NULL, NULL);
  g_autofree char *share = NULL;
  g_autofree char *least = NULL;
  g_autofree char *ratio = NULL;
  guint special = 0;
  gint64 share_x1e4 = 0;

  (void)rows;
  if (day == NULL)
    return NULL;
  for (guint i = 0; i < day->beside->len; i++)
    special += g_array_index (day->beside, SzBeside, i).special != 0;
  sz_structure_professional_share (&day->structure, &share_x1e4);
  share = sz_decimal_format (share_x1e4, 2);
  least = sz_decimal_format (day->params->rules.plan.prof_min_x1e4, 2);
  ratio = dup_ratio (&day->structure);
  return g_strdup_printf (
      _ ("professional %s %% %s (least %s %%) · high : middle : low %s · special "
         "%u · double %u · without level %d"),
      share, share_x1e4 >= day->params->rules.plan.prof_min_x1e4 ? "✓" : "▲", least, ratio, special,
      day->beside->len - special, day->n_unlevelled);
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
  const SzPlace place = (SzPlace)id - 1;
  SzListDetails *details;

  if (people == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = sz_post_name (sz_place_post (place));
  details->line
      = g_strdup_printf (_ ("%d approved, %d there, %d in cases"), day->structure.approved[place],
                         day->structure.occupied[place], day->structure.open_cases[place]);
  for (guint i = 0; i < day->holders->len; i++)
    {
      const SzHolder *holder = &g_array_index (day->holders, SzHolder, i);

      if (holder->main == place)
        add_holder (details->fields, &(Holders){ day, people, retirements }, holder);
    }
  for (guint i = 0; i < day->beside->len; i++)
    {
      const SzBeside *beside = &g_array_index (day->beside, SzBeside, i);

      if (sz_place_of (beside->post, beside->student) == place)
        sz_fields_add (details->fields, beside->name,
                       beside->special ? _ ("special post") : _ ("double post"));
    }
  if (details->fields->len == 0)
    sz_fields_add_note (details->fields, _ ("Nobody sits at this level."));
  return details;
}

/* ---- acts ---- */

static void
what_if_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_what_if_dialog_present (SZ_PAGE (widget));
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
  gtk_widget_class_install_action (klass, "titles.plan", NULL, plan_action_cb);
  gtk_widget_class_install_action (klass, "titles.f10", NULL, f10_action_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "titles.what-if", NULL);
}

#define NUMBER(id, title, ...)                                                                     \
  {                                                                                                \
    id, title, 54, .numeric = TRUE, ##__VA_ARGS__                                                  \
  }

static const SzListColumn columns[] = {
  [COLUMN_CATEGORY] = { "category", N_ ("Category"), 72 },
  [COLUMN_BAND] = { "band", N_ ("Band"), 66 },
  [COLUMN_LEVEL] = { "level", N_ ("Level"), 88 },
  [COLUMN_APPROVED] = NUMBER ("approved", N_ ("Approved"), .sum = TRUE),
  [COLUMN_OCCUPIED] = NUMBER ("occupied", N_ ("There"), .sum = TRUE),
  [COLUMN_CASES] = NUMBER ("cases", N_ ("In cases"), .sum = TRUE),
  [COLUMN_VACANT] = NUMBER ("vacant", N_ ("Vacant"), .sum = TRUE),
  [COLUMN_OVER] = NUMBER ("over", N_ ("Over"), .sum = TRUE),
  [COLUMN_NEW] = NUMBER ("new", N_ ("For new")),
  [COLUMN_RISE] = NUMBER ("rise", N_ ("For rises")),
  [COLUMN_BAR] = { "bar", N_ ("There and approved"), 138 },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_posts_view (void)
{
  static const SzListFilter filters[]
      = { { "category", N_ ("Category"), "category", N_ ("All categories") },
          { "band", N_ ("Band"), "band", N_ ("All bands") },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_What If…"), "titles.what-if", .tooltip = N_ ("Would people fit? (Ctrl+W)") },
          { N_ ("_Plan…"), "titles.plan",
            .tooltip = N_ ("Proposed by three methods, and approved by a document") },
          { N_ ("Save _F10…"), "titles.f10" },
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
               N_ ("Import the roster and the approved numbers of posts.") },
    .read = read_posts_cb,
    .details = describe_level,
    .line = describe_day,
  };

  return &view;
}
