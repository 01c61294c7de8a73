/* sz-stats-page.c — the structure of the staff: seven tables, and the people behind each figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stats-page.h"

#include <glib/gi18n.h>

#include "sz-chart.h"
#include "sz-field-list.h"
#include "sz-list-book.h"
#include "sz-stats-figures.h"
#include "sz-stats-save.h"
#include "sz-view-people.h"

/* More figures than these are scrolled: the people below them want to be seen, too. */
#define FIGURES_HEIGHT 264

/* The filters, in their order: the first two as sz_stats_scope() reads them. */
#define FILTER_FIGURE 2

struct _SzStatsPage
{
  SzListPage parent_instance;

  SzStatsFigures *figures; /* borrowed */
  SzChart *chart;          /* borrowed */
  SzJob *drawing;
  SzJob *printing;
  const SzListView *shown; /* (nullable): whose figures stand there */
  gint64 wanted;           /* the row of the table that was asked for; 0: none */
};

G_DEFINE_FINAL_TYPE (SzStatsPage, sz_stats_page, SZ_TYPE_LIST_PAGE)

static SzStatsTable
get_table (const SzListView *view)
{
  return (SzStatsTable)GPOINTER_TO_INT (view->data);
}

/* ---- the people behind a figure ---- */

static const SzListColumn columns[] = {
  { "order", N_ ("Order"), 52, .numeric = TRUE },
  { "staff_no", N_ ("Staff no."), 96 },
  { "name", N_ ("Name"), 110, .name = TRUE },
  { "department", N_ ("Department"), 160 },
  { NULL },
};

static SzListRow *
make_row (const SzStatsName *name, guint order)
{
  SzListRow *row = sz_list_row_new (name->id, G_N_ELEMENTS (columns) - 1);

  row->numbers = g_new0 (gint64, row->n_columns);
  row->cells[0] = g_strdup_printf ("%u", order);
  row->numbers[0] = (gint64)order * 100;
  row->cells[1] = g_strdup (name->staff_no);
  row->cells[2] = g_strdup (name->name);
  row->cells[3] = g_strdup (name->department);
  return row;
}

/* Nobody, as long as no figure is chosen; nor for a group that the parameters no longer know. */
static GPtrArray *
read_people_cb (SzOffice *office,
                const SzListView *view,
                const SzListAsk *ask,
                GCancellable *cancellable,
                GError **error)
{
  const SzStatsScope scope = sz_stats_scope (ask);
  SzSex sex = SZ_SEX_UNKNOWN;
  g_autofree char *label = sz_stats_figure_read (ask->choices[FILTER_FIGURE], &sex);
  g_autoptr (GArray) names = NULL;
  g_autoptr (GError) fault = NULL;
  GPtrArray *rows;

  if (label == NULL)
    return g_ptr_array_new ();
  names = sz_view_stats_names (office, &scope, get_table (view), *label != '\0' ? label : NULL, sex,
                               &fault);
  if (names == NULL && g_error_matches (fault, SZ_ERROR, SZ_ERROR_FORMAT))
    return g_ptr_array_new ();
  if (names == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  rows = g_ptr_array_new ();
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (rows, make_row (&g_array_index (names, SzStatsName, i), i + 1));
  return rows;
}

static SzListDetails *
describe_person (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  SzListDetails *details = sz_list_book_describe (book, id);
  g_autofree char *place = g_strdup_printf ("people#%" G_GINT64_FORMAT, id);

  if (details->fields->len > 0)
    sz_field_set_place (g_ptr_array_index (details->fields, 0), place);
  return details;
}

static void
person_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const gint64 id = sz_list_page_get_current (SZ_LIST_PAGE (widget));
  g_autofree char *place = g_strdup_printf ("people#%" G_GINT64_FORMAT, id);

  if (id != 0)
    sz_page_go (SZ_PAGE (widget), place);
}

/* ---- which figure ---- */

static const char *
get_figure (SzStatsPage *self)
{
  return sz_choice_button_get_choice (sz_list_page_get_filter (SZ_LIST_PAGE (self), "figure"));
}

static void
show_figure (SzStatsPage *self, const char *figure)
{
  SzListPage *page = SZ_LIST_PAGE (self);

  sz_list_page_choose (page, "figure", figure);
  if (sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    sz_list_page_open (page, sz_list_page_get_view (page));
}

static void
figure_chosen_cb (SzStatsPage *self, const char *figure)
{
  show_figure (self, figure);
}

/* The tables share their filters; a figure is one of its table. */
static void
enter_table (SzStatsPage *self, const SzListView *view)
{
  if (self->shown != NULL && self->shown != view)
    sz_list_page_choose (SZ_LIST_PAGE (self), "figure", NULL);
  self->shown = view;
}

static void
sz_stats_page_open (SzListPage *page, const SzListView *view)
{
  enter_table (SZ_STATS_PAGE (page), view);
  sz_list_page_open (page, view);
}

static void
sz_stats_page_find (SzListPage *page, const SzListView *view)
{
  if (SZ_STATS_PAGE (page)->shown != view && sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    sz_stats_page_open (page, view);
  else
    SZ_LIST_PAGE_CLASS (sz_stats_page_parent_class)->find (page, view);
}

/* A row of the table: all of its group, as soon as the figures are there. */
static gboolean
sz_stats_page_show_row (SzListPage *page, gint64 id)
{
  SzStatsPage *self = SZ_STATS_PAGE (page);

  if (id <= 0)
    return FALSE;
  self->wanted = id;
  if (sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    sz_list_page_open (page, sz_list_page_get_view (page));
  return TRUE;
}

/* What the reader is asked beside the rows. */
typedef struct
{
  SzListAsk *ask;
  SzStatsTable table;
} Question;

static void
free_question (gpointer data)
{
  sz_list_ask_free (((Question *)data)->ask);
  g_free (data);
}

static Question *
make_question (SzStatsPage *self)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  Question *question = g_new0 (Question, 1);

  question->ask = sz_list_page_dup_ask (page);
  question->table = get_table (sz_list_page_get_view (page));
  return question;
}

/* ---- the figures above, and their chart ---- */

typedef struct
{
  SzStats *stats;
  SzStatsTable table;
  SzChartData *data;
  GPtrArray *departments; /* owned names: the view they come from ends with the reading */
} Picture;

static void
free_picture (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->stats, sz_stats_free);
  g_clear_pointer (&picture->data, sz_chart_data_free);
  g_clear_pointer (&picture->departments, g_ptr_array_unref);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, free_picture)

static SzChartData *
make_chart (const SzStats *stats, SzStatsTable table)
{
  const char *const series[] = { _ ("Men"), _ ("Women") };
  SzChartData *data
      = sz_chart_data_new (sz_stats_table_name (table), 0, series, G_N_ELEMENTS (series));

  for (guint i = 0; i < stats->tables[table]->len; i++)
    {
      const SzStatsRow *row = &g_array_index (stats->tables[table], SzStatsRow, i);

      sz_chart_data_add (data, row->label, (gint64[]){ row->male, row->female });
    }
  return data;
}

static gpointer
picture_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  const Question *question = input;
  const SzStatsScope scope = sz_stats_scope (question->ask);
  g_autoptr (Picture) picture = g_new0 (Picture, 1);
  g_autoptr (SzStats) stats = sz_view_stats (office, &scope, error);
  g_autoptr (SzPeopleView) people
      = stats != NULL ? sz_view_people_open (office, scope.day, cancellable, error) : NULL;
  g_autoptr (GPtrArray) names = people != NULL ? sz_people_view_departments (people) : NULL;

  if (names == NULL)
    return NULL;
  picture->data = make_chart (stats, question->table);
  picture->departments = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (picture->departments, g_strdup (g_ptr_array_index (names, i)));
  picture->table = question->table;
  picture->stats = g_steal_pointer (&stats);
  return g_steal_pointer (&picture);
}

static void
fill_filters (SzStatsPage *self, const GPtrArray *departments)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  SzChoiceButton *button = sz_list_page_get_filter (page, "department");
  SzChoiceButton *kinds = sz_list_page_get_filter (page, "employment");
  g_autofree char *chosen = g_strdup (sz_choice_button_get_choice (button));
  g_autofree char *kind = g_strdup (sz_choice_button_get_choice (kinds));

  sz_choice_button_clear (button, _ ("All departments"));
  for (guint i = 0; i < departments->len; i++)
    sz_choice_button_add (button, g_ptr_array_index (departments, i),
                          g_ptr_array_index (departments, i));
  sz_choice_button_choose (button, chosen);
  sz_choice_button_clear (kinds, _ ("All own staff"));
  for (const SzCode *code = sz_codes_table (SZ_TABLE_EMPLOYMENT); code->code != NULL; code++)
    sz_choice_button_add (kinds, code->name, code->name);
  sz_choice_button_choose (kinds, kind);
}

/* What can be chosen by a button above can be chosen among the filters. */
static void
fill_figures (SzStatsPage *self, const GArray *rows)
{
  SzChoiceButton *button = sz_list_page_get_filter (SZ_LIST_PAGE (self), "figure");
  const SzSex sexes[] = { SZ_SEX_UNKNOWN, SZ_SEX_MALE, SZ_SEX_FEMALE };

  sz_choice_button_clear (button, _ ("No figure"));
  for (guint i = 0; i <= rows->len; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (sexes); s++)
      {
        const char *label = i < rows->len ? g_array_index (rows, SzStatsRow, i).label : "";
        g_autofree char *figure = sz_stats_figure_new (label, sexes[s]);
        g_autofree char *name = sz_stats_figure_name (label, sexes[s]);

        sz_choice_button_add (button, figure, name);
      }
}

static void
pictured_cb (gpointer owner, gpointer value)
{
  SzStatsPage *self = owner;
  g_autoptr (Picture) picture = value;
  const GArray *rows = picture->stats->tables[picture->table];
  const gint64 wanted = self->wanted;

  if (picture->table != get_table (sz_list_page_get_view (SZ_LIST_PAGE (self))))
    return;
  sz_chart_show (self->chart, g_steal_pointer (&picture->data));
  fill_filters (self, picture->departments);
  fill_figures (self, rows);
  sz_stats_figures_show (self->figures, rows, get_figure (self));
  self->wanted = 0;
  if (wanted > 0 && wanted <= rows->len)
    {
      g_autofree char *figure
          = sz_stats_figure_new (g_array_index (rows, SzStatsRow, wanted - 1).label,
                                 SZ_SEX_UNKNOWN);

      show_figure (self, figure);
    }
}

static void
sz_stats_page_opened (SzListPage *page, const SzListView *view, gpointer book)
{
  SzStatsPage *self = SZ_STATS_PAGE (page);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (page));

  if (tasks != NULL)
    sz_job_read (self->drawing, tasks,
                 SZ_WORK (picture_cb, make_question (self), free_question, free_picture),
                 pictured_cb);
}

/* ---- files ---- */

static void
workbook_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_stats_save (SZ_PAGE (widget), sz_list_page_dup_ask (SZ_LIST_PAGE (widget)), ".xlsx");
}

static void
pdf_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_stats_save (SZ_PAGE (widget), sz_list_page_dup_ask (SZ_LIST_PAGE (widget)), ".pdf");
}

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_stats_print (SZ_PAGE (widget), SZ_STATS_PAGE (widget)->printing,
                  sz_list_page_dup_ask (SZ_LIST_PAGE (widget)));
}

static gboolean
key_pressed_cb (GtkWidget *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  if (key != GDK_KEY_p
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != GDK_CONTROL_MASK)
    return FALSE;
  gtk_widget_activate_action (self, "stats.print", NULL);
  return TRUE;
}

/* Other lists print what they show; here the statistics are meant, as they go into a meeting. */
static void
add_print_key (SzStatsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* ---- the page ---- */

static void
sz_stats_page_class_init (SzStatsPageClass *klass)
{
  static const SzListFilter filters[]
      = { { "department", N_ ("Department"), NULL, N_ ("All departments"), .reads = TRUE },
          { "employment", N_ ("Employment"), NULL, N_ ("All own staff"), .reads = TRUE },
          { "figure", N_ ("Figure"), NULL, N_ ("No figure"), .reads = TRUE },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("S_how Person"), "stats.person", SZ_NEEDS_ONE, .main = TRUE },
          { N_ ("_Workbook…"), "stats.workbook" },
          { N_ ("_PDF…"), "stats.pdf" },
          { N_ ("P_rint the Statistics…"), "stats.print" },
          { NULL } };
  static SzListView views[SZ_N_STATS_TABLES + 1];
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);

  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    views[i] = (SzListView){
      .name = g_strconcat ("stats-", sz_stats_table_word ((SzStatsTable)i), NULL),
      .title = sz_stats_table_name ((SzStatsTable)i),
      .unit = N_ ("people"),
      .columns = columns,
      .filters = filters,
      .actions = actions,
      .empty = { "system-users-symbolic", N_ ("Who Stands Behind a Figure"),
                 N_ ("Every figure above lists its people here. Where there is none, import the "
                     "roster, or choose another department or day.") },
      .read = read_people_cb,
      .details = describe_person,
      .data = GINT_TO_POINTER (i),
    };
  list_class->views = views;
  list_class->open = sz_stats_page_open;
  list_class->opened = sz_stats_page_opened;
  list_class->find = sz_stats_page_find;
  list_class->show_row = sz_stats_page_show_row;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_PARAMS | SZ_CHANGED_TITLES;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.person", NULL,
                                   person_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.workbook", NULL,
                                   workbook_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.pdf", NULL, pdf_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.print", NULL, print_action_cb);
}

/* Figures and chart share the height; either scrolls alone. */
static GtkWidget *
make_part (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), FIGURES_HEIGHT);
  return scrolled;
}

static void
sz_stats_page_init (SzStatsPage *self)
{
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chart;

  self->figures = SZ_STATS_FIGURES (sz_stats_figures_new ());
  self->chart = SZ_CHART (sz_chart_new (SZ_CHART_BARS));
  self->drawing = sz_page_add_job (SZ_PAGE (self));
  self->printing = sz_page_add_job (SZ_PAGE (self));
  add_print_key (self);
  g_signal_connect_object (self->figures, "chosen", G_CALLBACK (figure_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "sz-charts");
  gtk_box_append (GTK_BOX (above), make_part (GTK_WIDGET (self->figures)));
  chart = make_part (GTK_WIDGET (self->chart));
  gtk_widget_set_hexpand (chart, TRUE);
  gtk_box_append (GTK_BOX (above), chart);
  sz_list_page_set_above (SZ_LIST_PAGE (self), above);
}
