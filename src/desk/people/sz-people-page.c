/* sz-people-page.c — the people of the college: list, filters, details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-page.h"

#include <glib/gi18n.h>

#include "sz-people-page-actions.h"
#include "sz-people-rows.h"
#include "sz-people-source.h"
#include "sz-person-pane.h"

struct _SzPeoplePage
{
  SzListPage parent_instance;

  SzPersonPane *pane; /* borrowed */

  /* Owned */
  SzPeopleSource *source;
};

G_DEFINE_FINAL_TYPE (SzPeoplePage, sz_people_page, SZ_TYPE_LIST_PAGE)

/* The choices of the service filter; NULL, the first one, is what one wants nearly always. */
#define SERVICE_ALL "all"
#define SERVICE_GONE "gone"

#define PANE_WIDTH 340

/* ---- the rows: at once, then all, then in any order ---- */

static void
ids_arrived_cb (GArray *ids, GPtrArray *rows, GBytes *context, gboolean asked, gpointer user_data)
{
  SzPeoplePage *self = user_data;
  const guint n_all
      = sz_people_source_is_ready (self->source) ? sz_people_source_get_size (self->source) : 1;

  sz_list_page_take_ids (SZ_LIST_PAGE (self), ids, rows, context, n_all, asked);
  _sz_people_page_allow_roster (self, n_all > 0);
}

static const char *
get_choice (SzListPage *page, const char *filter)
{
  return sz_choice_button_get_choice (sz_list_page_get_filter (page, filter));
}

static SzNameOrder
find_name_order (SzListPage *page, int variant)
{
  int preferred = g_settings_get_enum (sz_page_get_settings (SZ_PAGE (page)), "name-order");

  if (variant == 1)
    return SZ_NAME_ORDER_PINYIN;
  return preferred == SZ_NAME_ORDER_NAME_STROKES ? SZ_NAME_ORDER_NAME_STROKES
                                                 : SZ_NAME_ORDER_SURNAME_STROKES;
}

static void
sz_people_page_find (SzListPage *page, const SzListView *view)
{
  SzPeopleQuery *query = sz_people_query_new ();
  const char *text = sz_page_get_search (SZ_PAGE (page));
  const char *employment = get_choice (page, "employment");
  const char *service = get_choice (page, "service");
  int variant = 0;

  query->text = *text != '\0' ? g_strdup (text) : NULL;
  query->department = g_strdup (get_choice (page, "department"));
  query->title = g_strdup (get_choice (page, "title"));
  if (employment != NULL)
    query->employment = sz_codes_by_code (SZ_TABLE_EMPLOYMENT, employment)->value;
  if (service != NULL)
    query->in_service = g_str_equal (service, SERVICE_ALL) ? -1 : 0;
  query->sort = sz_people_rows_column (
      sz_list_table_get_sort (sz_list_page_get_table (page), &query->descending, &variant));
  query->name_order = find_name_order (page, variant);
  sz_people_source_ask (SZ_PEOPLE_PAGE (page)->source, query);
}

static void
sz_people_page_open (SzListPage *page, const SzListView *view)
{
  SzPeoplePage *self = SZ_PEOPLE_PAGE (page);

  sz_people_source_load (self->source, sz_page_get_tasks (SZ_PAGE (page)),
                         sz_page_get_as_of (SZ_PAGE (page)));
  sz_person_pane_reload (self->pane);
}

static void
source_ready_cb (SzPeoplePage *self)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  SzChoiceButton *department = sz_list_page_get_filter (page, "department");
  SzChoiceButton *title = sz_list_page_get_filter (page, "title");
  GPtrArray *departments = sz_people_source_get_departments (self->source);
  GPtrArray *titles = sz_people_source_get_titles (self->source);

  sz_choice_button_clear (department, _ ("All departments"));
  for (guint i = 0; i < departments->len; i++)
    sz_choice_button_add (department, g_ptr_array_index (departments, i),
                          g_ptr_array_index (departments, i));
  sz_choice_button_clear (title, _ ("All titles"));
  for (guint i = 0; i < titles->len; i++)
    sz_choice_button_add (title, g_ptr_array_index (titles, i),
                          sz_codes_name (SZ_TABLE_TITLE, g_ptr_array_index (titles, i)));
}

static void
fill_fixed_choices (SzListPage *page)
{
  SzChoiceButton *employment = sz_list_page_get_filter (page, "employment");
  SzChoiceButton *service = sz_list_page_get_filter (page, "service");

  for (const SzCode *code = sz_codes_table (SZ_TABLE_EMPLOYMENT); code->code != NULL; code++)
    sz_choice_button_add (employment, code->code, code->name);
  sz_choice_button_add (service, SERVICE_GONE, _ ("Gone"));
  sz_choice_button_add (service, SERVICE_ALL, _ ("Everybody"));
}

GPtrArray *
_sz_people_page_get_departments (SzPeoplePage *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_PAGE (self), NULL);

  return sz_people_source_get_departments (self->source);
}

static void
sz_people_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  sz_person_pane_show (SZ_PEOPLE_PAGE (page)->pane, sz_page_get_tasks (SZ_PAGE (page)), id,
                       n_selected, sz_page_get_as_of (SZ_PAGE (page)));
}

gboolean
sz_people_page_is_answered (SzPeoplePage *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_PAGE (self), FALSE);
  return sz_people_source_is_answered (self->source)
         && sz_list_table_is_shown (sz_list_page_get_table (SZ_LIST_PAGE (self)));
}

gboolean
sz_people_page_is_settled (SzPeoplePage *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_PAGE (self), FALSE);
  return sz_people_source_is_settled (self->source) && sz_person_pane_is_settled (self->pane)
         && sz_list_table_is_settled (sz_list_page_get_table (SZ_LIST_PAGE (self)));
}

static gboolean
is_source_settled (SzListPage *page)
{
  return sz_people_page_is_settled (SZ_PEOPLE_PAGE (page));
}

static void
sz_people_page_constructed (GObject *object)
{
  SzPeoplePage *self = SZ_PEOPLE_PAGE (object);
  SzListPage *page = SZ_LIST_PAGE (object);

  self->pane = g_object_new (SZ_TYPE_PERSON_PANE, "width-request", PANE_WIDTH, NULL);
  self->source = sz_people_source_new (sz_people_rows_fetch, ids_arrived_cb, self);
  G_OBJECT_CLASS (sz_people_page_parent_class)->constructed (object);
  sz_list_page_set_details (page, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->pane, "failed", G_CALLBACK (sz_page_show_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->source, "ready", G_CALLBACK (source_ready_cb), self);
  g_signal_connect_object (self->source, "failed", G_CALLBACK (sz_page_show_error), self,
                           G_CONNECT_SWAPPED);
  fill_fixed_choices (page);
  sz_list_page_find (page);
}

static void
sz_people_page_dispose (GObject *object)
{
  SzPeoplePage *self = SZ_PEOPLE_PAGE (object);

  if (self->source != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->source, self);
      g_object_run_dispose (G_OBJECT (self->source));
    }
  g_clear_object (&self->source);
  G_OBJECT_CLASS (sz_people_page_parent_class)->dispose (object);
}

static const SzListFilter filters[] = {
  { "department", N_ ("Department"), NULL, N_ ("All departments") },
  { "employment", N_ ("Employment"), NULL, N_ ("All kinds of employment") },
  { "title", N_ ("Professional title"), NULL, N_ ("All titles") },
  { "service", N_ ("In service"), NULL, N_ ("In service") },
  { NULL },
};

static const SzListAction exports[] = {
  { N_ ("_Workbook…"), "list.export('.xlsx')" },
  { N_ ("_PDF…"), "list.export('.pdf')" },
  { N_ ("_CSV…"), "list.export('.csv')" },
  { N_ ("Whole Roster as _Workbook…"), "people.export('.xlsx')" },
  { N_ ("Whole Roster as P_DF…"), "people.export('.pdf')" },
  { N_ ("P_rint the Whole Roster…"), "people.print" },
  { NULL },
};

static const SzListAction actions[] = {
  { N_ ("_Import…"), "win.import" },
  { N_ ("_Add…"), "people.new" },
  { N_ ("C_orrect…"), "people.edit", SZ_NEEDS_ONE, .main = TRUE },
  { N_ ("_Delete"), "people.delete", SZ_NEEDS_SOME },
  { N_ ("_Export"), .menu = exports,
    .tooltip = N_ ("The list as it is seen, or the whole roster") },
  { N_ ("_Print…"), "list.print", .tooltip = N_ ("Print the list as it is seen") },
  { NULL },
};

static void
sz_people_page_class_init (SzPeoplePageClass *klass)
{
  static const SzListSource source = { .fetch = sz_people_rows_fetch };
  static SzListView views[2]; /* the columns are known to the rows */
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);

  views[0] = (SzListView){
    .name = "people",
    .title = N_ ("People"),
    .unit = N_ ("people"),
    .columns = sz_people_rows_columns (),
    .filters = filters,
    .actions = actions,
    .source = &source,
    .empty = { "system-users-symbolic", N_ ("Nobody Yet"),
               N_ ("Import the roster of the college, or enter the first person.") },
  };
  G_OBJECT_CLASS (klass)->constructed = sz_people_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sz_people_page_dispose;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE;
  list_class->views = views;
  list_class->open = sz_people_page_open;
  list_class->find = sz_people_page_find;
  list_class->selected = sz_people_page_selected;
  list_class->is_settled = is_source_settled;
  _sz_people_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
sz_people_page_init (SzPeoplePage *self)
{
}
