/* sz-stats-page.c — the structure of the staff: seven tables, and the people behind each figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stats-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-chart.h"
#include "sz-decimal.h"
#include "sz-details-pane.h"
#include "sz-stats-save.h"
#include "sz-view-people.h"

/* More names of men or of women than this are counted, not listed: the list of people has them all.
 */
#define NAMES_MAX 200
#define CHART_HEIGHT 190

struct _SzStatsPage
{
  SzListPage parent_instance;

  SzChart *chart;      /* borrowed */
  SzDetailsPane *pane; /* borrowed */
  SzJob *drawing;
  SzJob *naming;
  SzJob *printing;
};

G_DEFINE_FINAL_TYPE (SzStatsPage, sz_stats_page, SZ_TYPE_LIST_PAGE)

static SzStatsTable
get_table (const SzListView *view)
{
  return (SzStatsTable)GPOINTER_TO_INT (view->data);
}

/* ---- a table as rows ---- */

static const SzListColumn columns[] = {
  { "order", N_ ("Order"), 52, .numeric = TRUE },
  { "label", N_ ("Group"), 180 },
  { "total", N_ ("Total"), 90, .numeric = TRUE },
  { "male", N_ ("Men"), 90, .numeric = TRUE },
  { "female", N_ ("Women"), 90, .numeric = TRUE },
  { "share", N_ ("Share %"), 90, .numeric = TRUE },
  { NULL },
};

static SzListRow *
make_row (gint64 id, const SzStatsRow *figures)
{
  SzListRow *row = sz_list_row_new (id, G_N_ELEMENTS (columns) - 1);
  const gint64 counts[] = { figures->total, figures->male, figures->female };

  row->numbers = g_new0 (gint64, row->n_columns);
  row->cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  row->numbers[0] = id * 100;
  row->cells[1] = g_strdup (figures->label);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      row->cells[i + 2] = sz_decimal_format_grouped (counts[i], 0);
      row->numbers[i + 2] = counts[i] * 100;
    }
  row->cells[5] = figures->has_share ? sz_decimal_format (figures->share_x100, 2) : g_strdup ("—");
  row->numbers[5] = figures->share_x100;
  return row;
}

/* The rows of the table, and 合计 with the sum of the shares as its last. */
static GPtrArray *
read_table_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  const SzStatsScope scope = sz_stats_scope (ask);
  g_autoptr (SzStats) stats = sz_view_stats (office, &scope, error);
  SzStatsRow sum = { .label = (char *)"合计", .has_share = TRUE };
  const GArray *rows;
  GPtrArray *list;

  if (stats == NULL)
    return NULL;
  rows = stats->tables[get_table (view)];
  list = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const SzStatsRow *row = &g_array_index (rows, SzStatsRow, i);

      g_ptr_array_add (list, make_row (i + 1, row));
      sum.total += row->total;
      sum.male += row->male;
      sum.female += row->female;
      sum.share_x100 += row->share_x100;
      sum.has_share &= row->has_share;
    }
  if (stats->people > 0)
    g_ptr_array_add (list, make_row (rows->len + 1, &sum));
  return list;
}

/* What the reader is asked beside the rows. */
typedef struct
{
  SzListAsk *ask;
  SzStatsTable table;
  gint64 id; /* of a row; 0: of none */
} Question;

static void
free_question (gpointer data)
{
  sz_list_ask_free (((Question *)data)->ask);
  g_free (data);
}

static Question *
make_question (SzStatsPage *self, gint64 id)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  Question *question = g_new0 (Question, 1);

  question->ask = sz_list_page_dup_ask (page);
  question->table = get_table (sz_list_page_get_view (page));
  question->id = id;
  return question;
}

/* ---- the chart above ---- */

typedef struct
{
  SzChartData *data;
  GPtrArray *departments; /* owned names: the view they come from ends with the reading */
} Picture;

static void
free_picture (gpointer data)
{
  Picture *picture = data;

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

static void
pictured_cb (gpointer owner, gpointer value)
{
  SzStatsPage *self = owner;
  g_autoptr (Picture) picture = value;

  sz_chart_show (self->chart, g_steal_pointer (&picture->data));
  fill_filters (self, picture->departments);
}

static void
sz_stats_page_opened (SzListPage *page, const SzListView *view, gpointer book)
{
  SzStatsPage *self = SZ_STATS_PAGE (page);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (page));

  if (tasks != NULL)
    sz_job_read (self->drawing, tasks,
                 SZ_WORK (picture_cb, make_question (self, 0), free_question, free_picture),
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

/* ---- the people beside the table ---- */

static void
list_names (GPtrArray *fields, const char *title, const GArray *names)
{
  g_autofree char *heading = g_strdup_printf ("%s %u", title, names->len);

  if (names->len > 0)
    sz_fields_add_heading (fields, heading);
  for (guint i = 0; i < names->len && i < NAMES_MAX; i++)
    {
      const SzStatsName *name = &g_array_index (names, SzStatsName, i);
      g_autofree char *who = g_strdup_printf ("%s %s", name->name, name->department);
      g_autofree char *place = g_strconcat ("people?", name->staff_no, NULL);
      SzField *field = sz_fields_add (fields, name->staff_no, who);

      if (field != NULL)
        sz_field_set_place (field, place);
    }
  if (names->len > NAMES_MAX)
    sz_fields_add_note (fields, _ ("The list of people shows the rest."));
}

static gpointer
name_people_cb (SzOffice *office,
                gpointer input,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  const Question *question = input;
  const SzStatsScope scope = sz_stats_scope (question->ask);
  g_autoptr (SzStats) stats = sz_view_stats (office, &scope, error);
  g_autoptr (SzListDetails) details = g_new0 (SzListDetails, 1);
  const SzSex sexes[] = { SZ_SEX_MALE, SZ_SEX_FEMALE };
  const char *const titles[] = { _ ("Men"), _ ("Women") };
  guint n = 0;
  const GArray *rows;

  if (stats == NULL)
    return NULL;
  rows = stats->tables[question->table];
  if (question->id > rows->len)
    return g_steal_pointer (&details);
  details->name = g_strdup (g_array_index (rows, SzStatsRow, question->id - 1).label);
  details->fields = sz_fields_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (sexes); i++)
    {
      g_autoptr (GArray) names
          = sz_view_stats_names (office, &scope, question->table, details->name, sexes[i], error);

      if (names == NULL)
        return NULL;
      list_names (details->fields, titles[i], names);
      n += names->len;
    }
  details->line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
  return g_steal_pointer (&details);
}

static void
people_named_cb (gpointer owner, gpointer value)
{
  SzStatsPage *self = owner;
  g_autoptr (SzListDetails) details = value;

  if (details->fields != NULL)
    sz_details_pane_show (self->pane, details->name, details->line, details->fields);
  else
    sz_details_pane_show_nothing (self->pane, _ ("Choose a group to see its people"));
}

static void
sz_stats_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  SzStatsPage *self = SZ_STATS_PAGE (page);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (page));

  sz_job_cancel (self->naming);
  if (id == 0 || tasks == NULL)
    sz_details_pane_show_nothing (self->pane, _ ("Choose a group to see its people"));
  else
    sz_job_read (self->naming, tasks,
                 SZ_WORK (name_people_cb, make_question (self, id), free_question,
                          (GDestroyNotify)sz_list_details_free),
                 people_named_cb);
}

/* ---- the page ---- */

static void
sz_stats_page_class_init (SzStatsPageClass *klass)
{
  static const SzListFilter filters[]
      = { { "department", N_ ("Department"), NULL, N_ ("All departments"), .reads = TRUE },
          { "employment", N_ ("Employment"), NULL, N_ ("All own staff"), .reads = TRUE },
          { NULL } };
  static const SzListAction actions[] = { { N_ ("_Workbook…"), "stats.workbook" },
                                          { N_ ("_PDF…"), "stats.pdf" },
                                          { N_ ("P_rint the Statistics…"), "stats.print" },
                                          { NULL } };
  static SzListView views[SZ_N_STATS_TABLES + 1];
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);

  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    views[i] = (SzListView){
      .name = g_strconcat ("stats-", sz_stats_table_word ((SzStatsTable)i), NULL),
      .title = sz_stats_table_name ((SzStatsTable)i),
      .unit = N_ ("groups"),
      .columns = columns,
      .filters = filters,
      .actions = actions,
      .empty = { "system-users-symbolic", N_ ("Nobody to Count"),
                 N_ ("Import the roster, or choose another department or day.") },
      .read = read_table_cb,
      .data = GINT_TO_POINTER (i),
    };
  list_class->views = views;
  list_class->opened = sz_stats_page_opened;
  list_class->selected = sz_stats_page_selected;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_PARAMS | SZ_CHANGED_TITLES;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.workbook", NULL,
                                   workbook_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.pdf", NULL, pdf_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stats.print", NULL, print_action_cb);
}

static void
sz_stats_page_init (SzStatsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->chart = SZ_CHART (sz_chart_new (SZ_CHART_BARS));
  self->drawing = sz_page_add_job (SZ_PAGE (self));
  self->naming = sz_page_add_job (SZ_PAGE (self));
  self->printing = sz_page_add_job (SZ_PAGE (self));
  add_print_key (self);
  self->pane = sz_details_pane_new ();
  sz_list_page_set_details (SZ_LIST_PAGE (self), GTK_WIDGET (self->pane));
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "sz-charts");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->chart));
  gtk_widget_set_size_request (scrolled, -1, CHART_HEIGHT);
  sz_list_page_set_above (SZ_LIST_PAGE (self), scrolled);
}
