/* sz-list-page.c — a page of lists made from their descriptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-column-width.h"
#include "sz-list-book.h"
#include "sz-list-page-private.h"
#include "sz-wrap-layout.h"

/* At the usual size of the text. */
#define DETAILS_WIDTH 300

typedef struct
{
  /* Template widgets */
  GtkBox *actions;
  GtkWidget *switcher;
  GtkWidget *tab_row; /* instead of it, over the tools */
  GtkWidget *sidebar; /* instead of it, for many lists */
  GtkBox *filters;
  GtkWidget *clear_button;
  GtkStack *lists;
  AdwBin *details;

  GPtrArray *tabs; /* of SzListTab */
  SzJob *opening;
  SzJob *finding;
  SzJob *describing;
  SzDetailsPane *pane; /* borrowed; NULL: the page has one of its own */
  gint64 to_select;    /* what was just entered, once the list has it */
  gboolean filling;    /* choices, by program */
} SzListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SzListPage, sz_list_page, SZ_TYPE_PAGE)

#define GET(self) ((SzListPagePrivate *)sz_list_page_get_instance_private (SZ_LIST_PAGE (self)))

static SzListTab *
get_tab (SzListPage *self)
{
  SzListPagePrivate *priv = GET (self);
  GtkWidget *shown = gtk_stack_get_visible_child (priv->lists);

  for (guint i = 0; priv->tabs != NULL && i < priv->tabs->len; i++)
    {
      SzListTab *tab = g_ptr_array_index (priv->tabs, i);

      if (tab->bin == shown)
        return tab;
    }
  return NULL;
}

SzListAsk *
sz_list_page_dup_ask (SzListPage *self)
{
  SzListTab *tab = get_tab (self);
  SzListAsk *ask = g_new0 (SzListAsk, 1);

  g_return_val_if_fail (SZ_IS_LIST_PAGE (self) && tab != NULL, ask);
  ask->day = sz_page_get_as_of (SZ_PAGE (self));
  ask->text = g_strdup (sz_page_get_search (SZ_PAGE (self)));
  ask->choices = g_new0 (char *, tab->buttons->len + 1);
  for (guint i = 0; i < tab->buttons->len; i++)
    {
      const char *choice = sz_choice_button_get_choice (g_ptr_array_index (tab->buttons, i));

      ask->choices[i] = g_strdup (choice != NULL ? choice : "");
    }
  ask->sort = g_strdup (sz_list_table_get_sort (tab->table, &ask->descending, &ask->variant));
  return ask;
}

/* ---- foot and selection ---- */

static void
show_foot (SzListPage *self)
{
  SzListTab *tab = get_tab (self);
  g_autofree char *foot = NULL;
  g_autofree char *text = NULL;

  if (tab == NULL)
    return;
  foot = sz_list_table_dup_foot (tab->table, _ (tab->view->unit));
  text = tab->sums != NULL ? g_strdup_printf ("%s · %s", foot, tab->sums) : NULL;
  sz_page_set_foot (SZ_PAGE (self), text != NULL ? text : foot);
}

static void
fold_details (SzListPage *self)
{
  SzListPagePrivate *priv = GET (self);
  SzListTab *tab = get_tab (self);

  /* Without any row there are no details to speak of. */
  gtk_widget_set_visible (GTK_WIDGET (priv->details),
                          g_settings_get_boolean (sz_page_get_settings (SZ_PAGE (self)), "details")
                              && tab != NULL
                              && g_strcmp0 (gtk_stack_get_visible_child_name (tab->stack), "empty")
                                     != 0);
}

static void
described_cb (gpointer owner, gpointer value)
{
  g_autoptr (SzListDetails) details = value;

  sz_details_pane_show (GET (owner)->pane, details->name, details->line, details->fields);
}

static void
show_selected (SzListPage *self, gint64 id, guint n_selected)
{
  SzListPagePrivate *priv = GET (self);
  SzListTab *tab = get_tab (self);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  g_autofree char *several = NULL;

  if (priv->pane == NULL)
    return;
  sz_job_cancel (priv->describing);
  if (id == 0 || tab->book == NULL || tasks == NULL)
    {
      if (n_selected > 1)
        several = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record selected",
                                                "%u records selected", n_selected),
                                   n_selected);
      sz_details_pane_show_nothing (priv->pane, several != NULL
                                                    ? several
                                                    : _ ("Choose a record to see its details"));
      return;
    }
  sz_job_read (priv->describing, tasks,
               SZ_WORK (_sz_list_work_describe,
                        _sz_list_work_new (tab, sz_list_page_dup_ask (self), id),
                        _sz_list_work_free, (GDestroyNotify)sz_list_details_free),
               described_cb);
}

static void
selection_changed_cb (SzListPage *self)
{
  SzListTab *tab = get_tab (self);
  g_autoptr (GArray) selected = NULL;

  if (tab == NULL)
    return;
  selected = sz_list_table_get_selected (tab->table);
  _sz_list_tab_update_actions (tab, GTK_WIDGET (self), selected->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.copy-codes", selected->len > 0);
  SZ_LIST_PAGE_GET_CLASS (self)->selected (self,
                                           selected->len == 1 ? g_array_index (selected, gint64, 0)
                                                              : 0,
                                           selected->len);
}

static void
activated_cb (SzListPage *self)
{
  const char *action = _sz_list_tab_get_main (get_tab (self));

  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* ---- finding ---- */

void
sz_list_page_take_ids (
    SzListPage *self, GArray *ids, GPtrArray *rows, GBytes *context, gsize n_all, gboolean asked)
{
  SzListPagePrivate *priv = GET (self);
  SzListTab *tab = get_tab (self);
  gint64 first = ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && tab != NULL && ids != NULL);
  tab->asked = FALSE;
  gtk_stack_set_visible_child_name (tab->stack, ids->len > 0 ? "list"
                                                : n_all > 0  ? "nothing"
                                                             : "empty");
  if (asked)
    sz_list_table_set_ids (tab->table, ids, rows, context);
  else
    sz_list_table_update_ids (tab->table, ids, rows, context);
  if (priv->to_select == SZ_LIST_FIRST)
    priv->to_select = first;
  if (priv->to_select != 0)
    sz_list_table_select (tab->table, priv->to_select);
  if (sz_list_table_get_current (tab->table) == priv->to_select)
    priv->to_select = 0;
  _sz_list_page_allow_output (self, first != 0);
  fold_details (self);
  show_foot (self);
}

static void
found_cb (gpointer owner, gpointer value)
{
  SzListPage *self = owner;
  SzListTab *tab = get_tab (self);
  SzListAnswer *answer = value;
  gboolean asked = tab->asked;

  tab->asked = FALSE;
  g_free (tab->sums);
  tab->sums = g_steal_pointer (&answer->found->sums);
  sz_list_page_take_ids (self, g_steal_pointer (&answer->found->ids), NULL,
                         g_bytes_ref (tab->context), answer->n_all, asked);
  _sz_list_answer_free (answer);
}

static void
find_default (SzListPage *self, const SzListView *view)
{
  SzListTab *tab = get_tab (self);

  if (tab->book != NULL && !tab->stale && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    sz_job_read (GET (self)->finding, sz_page_get_tasks (SZ_PAGE (self)),
                 SZ_WORK (_sz_list_work_find,
                          _sz_list_work_new (tab, sz_list_page_dup_ask (self), 0),
                          _sz_list_work_free, _sz_list_answer_free),
                 found_cb);
}

void
sz_list_page_find (SzListPage *self)
{
  SzListTab *tab = get_tab (self);

  g_return_if_fail (SZ_IS_LIST_PAGE (self));
  if (tab == NULL)
    return;
  gtk_widget_set_sensitive (GET (self)->clear_button, _sz_list_tab_is_filtered (tab));
  tab->asked = TRUE;
  SZ_LIST_PAGE_GET_CLASS (self)->find (self, tab->view);
}

/* ---- opening ---- */

static void
opened_cb (gpointer owner, gpointer value)
{
  SzListPage *self = owner;
  SzListPagePrivate *priv = GET (self);
  SzListTab *tab = get_tab (self);
  SzListAnswer *answer = value;
  gboolean asked = tab->asked;

  if (answer->view != tab->view) /* another list is shown by now, and read on its own */
    return _sz_list_answer_free (answer);
  for (guint i = 0; i < priv->tabs->len; i++)
    {
      SzListTab *other = g_ptr_array_index (priv->tabs, i);

      if (other == tab || (tab->view->read == NULL && other->source->open == answer->source->open))
        _sz_list_tab_set_book (other, answer->book);
    }
  priv->filling = TRUE;
  _sz_list_tab_fill_choices (tab, answer->values);
  if (SZ_LIST_PAGE_GET_CLASS (self)->opened != NULL)
    SZ_LIST_PAGE_GET_CLASS (self)->opened (self, tab->view, tab->book);
  priv->filling = FALSE;
  _sz_list_answer_free (answer);
  sz_list_page_find (self);
  tab->asked = asked;
}

void
sz_list_page_open (SzListPage *self, const SzListView *view)
{
  SzListTab *tab = get_tab (self);

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && tab != NULL && view != NULL);

  sz_job_cancel (GET (self)->finding);
  sz_job_read (GET (self)->opening, sz_page_get_tasks (SZ_PAGE (self)),
               SZ_WORK (_sz_list_work_open, _sz_list_work_new (tab, sz_list_page_dup_ask (self), 0),
                        _sz_list_work_free, _sz_list_answer_free),
               opened_cb);
}

static void
filter_changed_cb (SzListPage *self, SzChoiceButton *button)
{
  SzListTab *tab = get_tab (self);
  guint place;

  if (GET (self)->filling || !g_ptr_array_find (tab->buttons, button, &place)
      || sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  if (tab->view->filters[place].reads)
    SZ_LIST_PAGE_GET_CLASS (self)->open (self, tab->view);
  else
    sz_list_page_find (self);
}

static void
clear_clicked_cb (SzListPage *self)
{
  SzListTab *tab = get_tab (self);

  GET (self)->filling = TRUE;
  for (guint i = 0; i < tab->buttons->len; i++)
    if (tab->view->filters[i].all != NULL && !tab->view->filters[i].hidden)
      sz_choice_button_choose (g_ptr_array_index (tab->buttons, i), NULL);
  GET (self)->filling = FALSE;
  sz_list_page_find (self);
}

/* ---- the lists ---- */

static void
typed_cb (SzListPage *self, const SzListRow *row, const char *text)
{
  if (SZ_LIST_PAGE_GET_CLASS (self)->typed != NULL)
    SZ_LIST_PAGE_GET_CLASS (self)->typed (self, row, text);
}

static void
make_tab (SzListPage *self, SzListTab *tab)
{
  _sz_list_tab_share (tab, GET (self)->tabs);
  _sz_list_tab_make (tab, self, G_CALLBACK (filter_changed_cb));
  g_signal_connect_object (tab->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tab->table, "foot-changed", G_CALLBACK (show_foot), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tab->table, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tab->table, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tab->table, "sort-changed", G_CALLBACK (sz_list_page_find), self,
                           G_CONNECT_SWAPPED);
}

static void
list_changed_cb (SzListPage *self)
{
  SzListPagePrivate *priv = GET (self);
  SzListTab *tab = get_tab (self);

  if (tab == NULL || sz_page_get_settings (SZ_PAGE (self)) == NULL)
    return;
  if (tab->stack == NULL)
    make_tab (self, tab);
  _sz_list_replace_child (priv->actions, tab->actions);
  _sz_list_replace_child (priv->filters, tab->filters);
  gtk_widget_set_visible (priv->clear_button, _sz_list_tab_has_filters (tab));
  sz_job_cancel (priv->finding);
  selection_changed_cb (self);
  fold_details (self);
  if (sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  if (tab->book == NULL || tab->stale)
    SZ_LIST_PAGE_GET_CLASS (self)->open (self, tab->view);
  else
    sz_list_page_find (self);
}

void
sz_list_page_set_views (SzListPage *self, const SzListView *views)
{
  SzListPagePrivate *priv = GET (self);
  GPtrArray *old = priv->tabs;
  GtkWidget *child;

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && views != NULL);
  priv->tabs = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->lists))) != NULL)
    gtk_stack_remove (priv->lists, child);
  g_clear_pointer (&old, g_ptr_array_unref);
  priv->tabs = g_ptr_array_new_with_free_func (_sz_list_tab_free);
  for (const SzListView *view = views; view->name != NULL; view++)
    {
      SzListTab *tab = g_new0 (SzListTab, 1);

      tab->view = view;
      tab->source = view->read != NULL ? sz_list_book_source () : view->source;
      tab->bin = adw_bin_new ();
      tab->stale = TRUE;
      g_ptr_array_add (priv->tabs, tab);
      gtk_stack_add_titled (priv->lists, tab->bin, view->name,
                            view->title != NULL ? _ (view->title) : view->name);
    }
  _sz_list_choose_switcher (priv->tabs->len, priv->switcher, priv->tab_row, priv->sidebar);
}

const SzListView *
sz_list_page_get_view (SzListPage *self)
{
  SzListTab *tab;

  g_return_val_if_fail (SZ_IS_LIST_PAGE (self), NULL);
  tab = get_tab (self);
  return tab != NULL ? tab->view : NULL;
}

void
sz_list_page_show_view (SzListPage *self, const char *name)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self) && name != NULL);
  gtk_stack_set_visible_child_name (GET (self)->lists, name);
}

/* What was filtered may hide what is wanted. */
void
sz_list_page_show_row (SzListPage *self, gint64 id)
{
  SzListPageClass *klass;

  g_return_if_fail (SZ_IS_LIST_PAGE (self));
  klass = SZ_LIST_PAGE_GET_CLASS (self);
  if (klass->show_row != NULL && klass->show_row (self, id))
    return;
  GET (self)->to_select = id;
  clear_clicked_cb (self);
}

SzListTable *
sz_list_page_get_table (SzListPage *self)
{
  g_return_val_if_fail (SZ_IS_LIST_PAGE (self), NULL);
  return get_tab (self)->table;
}

SzChoiceButton *
sz_list_page_get_filter (SzListPage *self, const char *id)
{
  SzListTab *tab;

  g_return_val_if_fail (SZ_IS_LIST_PAGE (self) && id != NULL, NULL);
  tab = get_tab (self);
  for (guint i = 0; i < tab->buttons->len; i++)
    if (g_str_equal (tab->view->filters[i].id, id))
      return g_ptr_array_index (tab->buttons, i);
  return NULL;
}

void
sz_list_page_choose (SzListPage *self, const char *filter, const char *choice)
{
  gboolean before = GET (self)->filling;

  g_return_if_fail (SZ_IS_LIST_PAGE (self) && filter != NULL);
  GET (self)->filling = TRUE;
  sz_choice_button_choose (sz_list_page_get_filter (self, filter), choice);
  GET (self)->filling = before;
}

gpointer
sz_list_page_get_book (SzListPage *self)
{
  g_return_val_if_fail (SZ_IS_LIST_PAGE (self), NULL);
  return get_tab (self)->book;
}

gint64
sz_list_page_get_current (SzListPage *self)
{
  g_return_val_if_fail (SZ_IS_LIST_PAGE (self), 0);
  return sz_list_table_get_current (get_tab (self)->table);
}

void
sz_list_page_select (SzListPage *self, gint64 id)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self));
  GET (self)->to_select = id;
}

void
sz_list_page_set_details (SzListPage *self, GtkWidget *pane)
{
  g_return_if_fail (SZ_IS_LIST_PAGE (self) && GTK_IS_WIDGET (pane));
  GET (self)->pane = NULL;
  adw_bin_set_child (GET (self)->details, pane);
}

gboolean
sz_list_page_is_settled (SzListPage *self)
{
  SzListPageClass *klass = SZ_LIST_PAGE_GET_CLASS (self);
  SzListTab *tab;

  g_return_val_if_fail (SZ_IS_LIST_PAGE (self), FALSE);
  tab = get_tab (self);
  return sz_page_is_settled (SZ_PAGE (self)) && tab != NULL && !tab->asked
         && sz_list_table_is_settled (tab->table)
         && (klass->is_settled == NULL || klass->is_settled (self));
}

/* ---- what a page is asked by its window ---- */

static void
sz_list_page_reload (SzPage *page)
{
  SzListPage *self = SZ_LIST_PAGE (page);
  SzListPagePrivate *priv = GET (self);
  SzListTab *tab = get_tab (self);

  for (guint i = 0; i < priv->tabs->len; i++)
    ((SzListTab *)g_ptr_array_index (priv->tabs, i))->stale = TRUE;
  if (tab != NULL)
    SZ_LIST_PAGE_GET_CLASS (self)->open (self, tab->view);
}

static void
sz_list_page_search_changed (SzPage *page, const char *text)
{
  sz_list_page_find (SZ_LIST_PAGE (page));
}

static void
sz_list_page_enter (SzPage *page, gboolean open)
{
  sz_list_table_enter (get_tab (SZ_LIST_PAGE (page))->table, open);
}

static gboolean
sz_list_page_copy (SzPage *page)
{
  SzListTab *tab = get_tab (SZ_LIST_PAGE (page));
  g_autoptr (GArray) selected = sz_list_table_get_selected (tab->table);

  if (selected->len == 0)
    return FALSE;
  sz_list_table_copy (tab->table, FALSE);
  return TRUE;
}

static void
sz_list_page_constructed (GObject *object)
{
  SzListPage *self = SZ_LIST_PAGE (object);

  G_OBJECT_CLASS (sz_list_page_parent_class)->constructed (object);
  g_signal_connect_object (sz_page_get_settings (SZ_PAGE (self)), "changed::details",
                           G_CALLBACK (fold_details), self, G_CONNECT_SWAPPED);
  if (SZ_LIST_PAGE_GET_CLASS (self)->views != NULL)
    sz_list_page_set_views (self, SZ_LIST_PAGE_GET_CLASS (self)->views);
}

static void
sz_list_page_dispose (GObject *object)
{
  g_clear_pointer (&GET (object)->tabs, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_list_page_parent_class)->dispose (object);
}

static void
sz_list_page_class_init (SzListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SzPageClass *page_class = SZ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sz_list_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sz_list_page_dispose;
  page_class->reload = sz_list_page_reload;
  page_class->search_changed = sz_list_page_search_changed;
  page_class->copy = sz_list_page_copy;
  page_class->enter = sz_list_page_enter;
  page_class->has_search = TRUE;
  page_class->has_date = TRUE;
  page_class->has_details = TRUE;
  klass->selected = show_selected;
  klass->open = sz_list_page_open;
  klass->find = find_default;
  g_type_ensure (SZ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shizi/Shizi/ui/sz-list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, actions);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, clear_button);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, details);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, filters);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, lists);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, sidebar);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, switcher);
  gtk_widget_class_bind_template_child_private (widget_class, SzListPage, tab_row);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  _sz_list_page_install_output (widget_class);
  _sz_list_page_bind_places (widget_class);
}

static void
sz_list_page_init (SzListPage *self)
{
  SzListPagePrivate *priv = GET (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->opening = sz_page_add_job (SZ_PAGE (self));
  priv->finding = sz_page_add_job (SZ_PAGE (self));
  priv->describing = sz_page_add_job (SZ_PAGE (self));
  gtk_widget_set_size_request (GTK_WIDGET (priv->details), (int)(DETAILS_WIDTH * sz_text_scale ()),
                               -1);
  priv->pane = sz_details_pane_new ();
  adw_bin_set_child (priv->details, GTK_WIDGET (priv->pane));
}
