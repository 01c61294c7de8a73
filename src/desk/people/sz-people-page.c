/* sz-people-page.c — the people of the college: list, filters, details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-page.h"

#include <glib/gi18n.h>

#include "sz-choice-button.h"
#include "sz-list-table.h"
#include "sz-people-actions.h"
#include "sz-people-roster.h"
#include "sz-people-rows.h"
#include "sz-people-source.h"
#include "sz-person-pane.h"

struct _SzPeoplePage
{
  SzPage parent_instance;

  /* Template widgets */
  GtkStack *stack;
  SzListTable *table;
  SzChoiceButton *department_button;
  SzChoiceButton *employment_button;
  SzChoiceButton *title_button;
  SzChoiceButton *service_button;
  GtkWidget *clear_button;
  SzPersonPane *details; /* folds away */
  GMenuModel *row_menu;

  /* Owned */
  SzPeopleSource *source;
  GSettings *settings;
  gboolean clearing;
  gint64 to_select; /* a person just entered, once the list has him */
};

G_DEFINE_FINAL_TYPE (SzPeoplePage, sz_people_page, SZ_TYPE_PAGE)

/* The choices of the service filter; NULL, the first one, is what one wants nearly always. */
#define SERVICE_ALL "all"
#define SERVICE_GONE "gone"

static void
show_foot (SzPeoplePage *self)
{
  g_autofree char *foot = sz_list_table_dup_foot (self->table, _ ("people"));

  sz_page_set_foot (SZ_PAGE (self), foot);
}

static void
show_details (SzPeoplePage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->details),
                          g_settings_get_boolean (self->settings, "details")
                              && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty")
                                     != 0);
}

/* An empty college says what belongs there, and has no details to speak of; a search that finds
 * nothing says so. */
static void
show_stack (SzPeoplePage *self)
{
  const char *name = "list";

  if (sz_people_source_is_ready (self->source) && sz_people_source_get_size (self->source) == 0)
    name = "empty";
  else if (sz_people_source_is_ready (self->source) && sz_list_table_get_size (self->table) == 0)
    name = "nobody";
  gtk_stack_set_visible_child_name (self->stack, name);
  if (sz_people_source_is_ready (self->source))
    _sz_people_page_update_roster (self, sz_people_source_get_size (self->source));
  show_details (self);
}

static void
ids_arrived_cb (GArray *ids, GPtrArray *rows, GBytes *context, gboolean asked, gpointer user_data)
{
  SzPeoplePage *self = user_data;

  if (asked)
    sz_list_table_set_ids (self->table, ids, rows, context);
  else
    sz_list_table_update_ids (self->table, ids, rows, context);
  show_stack (self);
  if (self->to_select != 0)
    sz_list_table_select (self->table, self->to_select);
  if (self->to_select != 0 && sz_list_table_get_current (self->table) == self->to_select)
    self->to_select = 0;
}

static int
read_service (SzPeoplePage *self)
{
  const char *choice = sz_choice_button_get_choice (self->service_button);

  if (choice == NULL)
    return 1;
  return g_str_equal (choice, SERVICE_ALL) ? -1 : 0;
}

static SzNameOrder
find_name_order (SzPeoplePage *self, int variant)
{
  int preferred = g_settings_get_enum (self->settings, "name-order");

  if (variant == 1)
    return SZ_NAME_ORDER_PINYIN;
  return preferred == SZ_NAME_ORDER_NAME_STROKES ? SZ_NAME_ORDER_NAME_STROKES
                                                 : SZ_NAME_ORDER_SURNAME_STROKES;
}

static SzPeopleQuery *
make_query (SzPeoplePage *self)
{
  SzPeopleQuery *query = sz_people_query_new ();
  const char *text = sz_page_get_search (SZ_PAGE (self));
  const char *employment = sz_choice_button_get_choice (self->employment_button);
  int variant = 0;

  query->text = *text != '\0' ? g_strdup (text) : NULL;
  query->department = g_strdup (sz_choice_button_get_choice (self->department_button));
  query->title = g_strdup (sz_choice_button_get_choice (self->title_button));
  if (employment != NULL)
    query->employment = sz_codes_by_code (SZ_TABLE_EMPLOYMENT, employment)->value;
  query->in_service = read_service (self);
  query->sort
      = sz_people_rows_column (sz_list_table_get_sort (self->table, &query->descending, &variant));
  query->name_order = find_name_order (self, variant);
  return query;
}

static void
query_changed_cb (SzPeoplePage *self)
{
  gboolean filtered;

  if (self->clearing)
    return;
  filtered = sz_choice_button_get_choice (self->department_button) != NULL
             || sz_choice_button_get_choice (self->employment_button) != NULL
             || sz_choice_button_get_choice (self->title_button) != NULL
             || sz_choice_button_get_choice (self->service_button) != NULL;
  gtk_widget_set_sensitive (self->clear_button, filtered);
  sz_people_source_ask (self->source, make_query (self));
}

static void
clear_clicked_cb (SzPeoplePage *self)
{
  self->clearing = TRUE;
  sz_choice_button_choose (self->department_button, NULL);
  sz_choice_button_choose (self->employment_button, NULL);
  sz_choice_button_choose (self->title_button, NULL);
  sz_choice_button_choose (self->service_button, NULL);
  self->clearing = FALSE;
  query_changed_cb (self);
}

static void
source_ready_cb (SzPeoplePage *self)
{
  GPtrArray *departments = sz_people_source_get_departments (self->source);
  GPtrArray *titles = sz_people_source_get_titles (self->source);

  sz_choice_button_clear (self->department_button, _ ("All departments"));
  for (guint i = 0; i < departments->len; i++)
    sz_choice_button_add (self->department_button, g_ptr_array_index (departments, i),
                          g_ptr_array_index (departments, i));
  sz_choice_button_clear (self->title_button, _ ("All titles"));
  for (guint i = 0; i < titles->len; i++)
    sz_choice_button_add (self->title_button, g_ptr_array_index (titles, i),
                          sz_codes_name (SZ_TABLE_TITLE, g_ptr_array_index (titles, i)));
  show_stack (self);
}

static void
failed_cb (SzPeoplePage *self, const GError *error)
{
  sz_page_show_error (SZ_PAGE (self), error);
}

GPtrArray *
_sz_people_page_get_departments (SzPeoplePage *self)
{
  return sz_people_source_get_departments (self->source);
}

guint
_sz_people_page_count_selected (SzPeoplePage *self)
{
  g_autoptr (GArray) selected = sz_list_table_get_selected (self->table);

  return selected->len;
}

gint64
_sz_people_page_get_current (SzPeoplePage *self)
{
  return sz_list_table_get_current (self->table);
}

void
_sz_people_page_select (SzPeoplePage *self, gint64 person_id)
{
  self->to_select = person_id;
}

void
_sz_people_page_copy (SzPeoplePage *self, gboolean with_codes)
{
  sz_list_table_copy (self->table, with_codes);
}

static void
selection_changed_cb (SzPeoplePage *self)
{
  gint64 current = sz_list_table_get_current (self->table);

  sz_person_pane_show (self->details, sz_page_get_tasks (SZ_PAGE (self)), current,
                       current == 0 ? _sz_people_page_count_selected (self) : 1,
                       sz_page_get_as_of (SZ_PAGE (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.edit", current != 0);
}

static void
person_activated_cb (SzPeoplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "people.edit", NULL);
}

static void
sz_people_page_reload (SzPage *page)
{
  SzPeoplePage *self = SZ_PEOPLE_PAGE (page);

  sz_people_source_load (self->source, sz_page_get_tasks (page), sz_page_get_as_of (page));
  sz_person_pane_reload (self->details);
}

static void
sz_people_page_search_changed (SzPage *page, const char *text)
{
  query_changed_cb (SZ_PEOPLE_PAGE (page));
}

static gboolean
sz_people_page_copy (SzPage *page)
{
  SzPeoplePage *self = SZ_PEOPLE_PAGE (page);

  if (_sz_people_page_count_selected (self) == 0)
    return FALSE;
  sz_list_table_copy (self->table, FALSE);
  return TRUE;
}

gboolean
sz_people_page_is_answered (SzPeoplePage *self)
{
  return sz_people_source_is_answered (self->source) && sz_list_table_is_shown (self->table);
}

gboolean
sz_people_page_is_settled (SzPeoplePage *self)
{
  return sz_people_source_is_settled (self->source) && sz_list_table_is_settled (self->table)
         && sz_person_pane_is_settled (self->details);
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
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sz_people_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, department_button);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, details);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, employment_button);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, service_button);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, table);
  gtk_widget_class_bind_template_child (widget_class, SzPeoplePage, title_button);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_foot);
}

static void
sz_people_page_class_init (SzPeoplePageClass *klass)
{
  SzPageClass *page_class = SZ_PAGE_CLASS (klass);

  g_type_ensure (SZ_TYPE_CHOICE_BUTTON);
  g_type_ensure (SZ_TYPE_LIST_TABLE);
  g_type_ensure (SZ_TYPE_PERSON_PANE);
  G_OBJECT_CLASS (klass)->dispose = sz_people_page_dispose;
  page_class->reload = sz_people_page_reload;
  page_class->search_changed = sz_people_page_search_changed;
  page_class->copy = sz_people_page_copy;
  page_class->concerns = "people";
  page_class->has_search = TRUE;
  page_class->has_date = TRUE;
  page_class->has_details = TRUE;
  bind_template (GTK_WIDGET_CLASS (klass));
  _sz_people_page_install_actions (GTK_WIDGET_CLASS (klass));
  _sz_people_page_install_roster (GTK_WIDGET_CLASS (klass));
}

static void
fill_fixed_choices (SzPeoplePage *self)
{
  sz_choice_button_clear (self->department_button, _ ("All departments"));
  sz_choice_button_clear (self->title_button, _ ("All titles"));
  sz_choice_button_clear (self->employment_button, _ ("All kinds of employment"));
  for (const SzCode *code = sz_codes_table (SZ_TABLE_EMPLOYMENT); code->code != NULL; code++)
    sz_choice_button_add (self->employment_button, code->code, code->name);
  sz_choice_button_clear (self->service_button, _ ("In service"));
  sz_choice_button_add (self->service_button, SERVICE_GONE, _ ("Gone"));
  sz_choice_button_add (self->service_button, SERVICE_ALL, _ ("Everybody"));
}

static void
sz_people_page_init (SzPeoplePage *self)
{
  self->settings = g_settings_new ("org.shizi.Shizi");
  self->source = sz_people_source_new (sz_people_rows_fetch, ids_arrived_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->source, "ready", G_CALLBACK (source_ready_cb), self);
  g_signal_connect_swapped (self->source, "failed", G_CALLBACK (failed_cb), self);
  g_object_bind_property (self, "tasks", self->table, "tasks", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->settings, "changed::details", G_CALLBACK (show_details), self,
                           G_CONNECT_SWAPPED);
  show_details (self);
  fill_fixed_choices (self);
  sz_list_table_setup (self->table, "people", sz_people_rows_columns (), sz_people_rows_fetch);
  sz_list_table_set_row_menu (self->table, self->row_menu);
  sz_people_source_ask (self->source, make_query (self));
}
