/* sz-list-tab.c — the widgets of one list: its table, filters, actions, and what it says when empty
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-list-page-private.h"
#include "sz-row-voice.h"

/* So many actions an empty list offers. */
#define EMPTY_ACTIONS 2

/* More lists than these have a line of their own; and more than these stand below one another. */
#define AMONG_TOOLS 4
#define SIDE_BY_SIDE 6

/* Without its underline. */
static char *
dup_plain (const char *label)
{
  g_auto (GStrv) words = g_strsplit (label, "_", -1);

  return g_strjoinv ("", words);
}

static GtkWidget *
make_button (const SzListAction *action)
{
  GtkWidget *button = action->menu != NULL ? gtk_menu_button_new () : gtk_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = NULL;

  g_object_set (button, "label", _ (action->label), "use-underline", TRUE, NULL);
  if (action->tooltip != NULL)
    gtk_widget_set_tooltip_text (button, _ (action->tooltip));
  if (action->menu == NULL)
    {
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action->action);
      return button;
    }
  for (const SzListAction *item = action->menu; item->label != NULL; item++)
    g_menu_append (menu, _ (item->label), item->action);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  /* GTK 4.8 has no name for it but that of the button within. */
  name = dup_plain (_ (action->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* In the order of the tools, but for what is to be done first. */
static GPtrArray *
pick_empty (const SzListView *view)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; view->actions != NULL && view->actions[i].label != NULL; i++)
    {
      const SzListAction *action = &view->actions[i];
      const gboolean first = g_strcmp0 (action->action, view->empty.action) == 0;

      if (action->needs != SZ_NEEDS_NOTHING || action->menu != NULL)
        continue;
      if (first || i < EMPTY_ACTIONS)
        g_ptr_array_insert (picked, first ? 0 : -1, (gpointer)action);
    }
  g_ptr_array_set_size (picked, (int)MIN (picked->len, EMPTY_ACTIONS));
  return picked;
}

static GtkWidget *
make_empty (const SzListView *view)
{
  g_autoptr (GPtrArray) picked = pick_empty (view);
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < picked->len; i++)
    {
      const SzListAction *action = g_ptr_array_index (picked, i);
      GtkWidget *button = make_button (action);
      g_autofree char *label = dup_plain (_ (action->label));

      /* The letter is that of the same button among the tools: with two of them it would only go
       * from one to the other. */
      gtk_button_set_label (GTK_BUTTON (button), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      view->empty.title != NULL ? _ (view->empty.title)
                                                                : _ ("Nothing Here Yet"),
                                      -1);
      gtk_widget_add_css_class (button, "pill");
      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_box_append (GTK_BOX (box), button);
    }
  g_object_set (page, "icon-name", view->empty.icon, "title",
                view->empty.title != NULL ? _ (view->empty.title) : _ ("Nothing Here Yet"),
                "description", view->empty.text != NULL ? _ (view->empty.text) : NULL, "child", box,
                NULL);
  return page;
}

static GtkWidget *
make_nothing (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "edit-find-symbolic", "title",
                       _ ("Nothing Found"), "description",
                       _ ("Type less of what you look for, or clear the filters."), NULL);
}

/* The lines of a row: what can be done with it, the main thing first, then copying. */
static GMenuModel *
make_row_menu (const SzListView *view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  gboolean has_codes = FALSE;

  for (const SzListAction *action = view->actions; action != NULL && action->label != NULL;
       action++)
    if (action->needs != SZ_NEEDS_NOTHING)
      g_menu_append (acts, _ (action->label), action->action);
  for (const SzListColumn *column = view->columns; column->id != NULL; column++)
    has_codes |= column->code;
  g_menu_append (copies, _ ("_Copy"), "win.copy");
  if (has_codes)
    g_menu_append (copies, _ ("Copy with _ID and Account Numbers"), "list.copy-codes");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  return G_MENU_MODEL (menu);
}

static void
make_table (SzListTab *tab, SzListPage *page)
{
  const SzListView *view = tab->view;
  g_autoptr (GMenuModel) menu = make_row_menu (view);

  tab->table = g_object_new (SZ_TYPE_LIST_TABLE, NULL);
  sz_row_voice_name (GTK_WIDGET (tab->table), view->title != NULL ? _ (view->title) : _ ("List"));
  g_object_bind_property (page, "tasks", tab->table, "tasks", G_BINDING_SYNC_CREATE);
  sz_list_table_setup (tab->table, sz_page_get_settings (SZ_PAGE (page)), view->name, view->columns,
                       tab->source->fetch);
  sz_list_table_set_row_menu (tab->table, menu);
}

static const SzListAction files[] = {
  { N_ ("_Workbook…"), "list.export('.xlsx')" },
  { N_ ("_PDF…"), "list.export('.pdf')" },
  { N_ ("_CSV…"), "list.export('.csv')" },
  { NULL },
};

/* What every list can do: what is seen, or the rows selected. */
static const SzListAction outputs[] = {
  { N_ ("_Export"), .menu = files, .tooltip = N_ ("The list as it is seen, or the selected rows") },
  { N_ ("_Print…"), "list.print", .tooltip = N_ ("Print the list as it is seen") },
  { NULL },
};

static gboolean
gives_out (const SzListView *view)
{
  for (const SzListAction *action = view->actions; action != NULL && action->label != NULL;
       action++)
    if (g_strcmp0 (action->action, "list.print") == 0)
      return TRUE;
  return FALSE;
}

void
_sz_list_tab_make (SzListTab *tab, SzListPage *page, GCallback filter_changed)
{
  const SzListView *view = tab->view;

  g_return_if_fail (SZ_IS_LIST_PAGE (page));

  tab->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (tab->stack, FALSE);
  gtk_stack_set_vhomogeneous (tab->stack, FALSE);
  make_table (tab, page);
  gtk_stack_add_named (tab->stack, GTK_WIDGET (tab->table), "list");
  gtk_stack_add_named (tab->stack, make_empty (view), "empty");
  gtk_stack_add_named (tab->stack, make_nothing (), "nothing");
  adw_bin_set_child (ADW_BIN (tab->bin), GTK_WIDGET (tab->stack));

  tab->actions = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  for (const SzListAction *action = view->actions; action != NULL && action->label != NULL;
       action++)
    gtk_box_append (GTK_BOX (tab->actions), make_button (action));
  /* A page with more to give out has said so itself. */
  if (!gives_out (view))
    for (const SzListAction *action = outputs; action->label != NULL; action++)
      gtk_box_append (GTK_BOX (tab->actions), make_button (action));
  if (tab->filters != NULL)
    return;
  tab->filters = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  tab->buttons = g_ptr_array_new ();
  for (const SzListFilter *filter = view->filters; filter != NULL && filter->id != NULL; filter++)
    {
      GtkWidget *button = g_object_new (SZ_TYPE_CHOICE_BUTTON, "title", _ (filter->title), NULL);

      gtk_widget_set_visible (button, !filter->hidden);
      sz_choice_button_clear (SZ_CHOICE_BUTTON (button),
                              filter->all != NULL ? _ (filter->all) : NULL);
      g_signal_connect_object (button, "changed", filter_changed, page, G_CONNECT_SWAPPED);
      g_ptr_array_add (tab->buttons, button);
      gtk_box_append (GTK_BOX (tab->filters), button);
    }
}

/* Lists with the same filters share their buttons, and with them what is chosen. */
void
_sz_list_tab_share (SzListTab *tab, const GPtrArray *tabs)
{
  g_return_if_fail (tab != NULL && tabs != NULL);

  for (guint i = 0; tab->view->filters != NULL && i < tabs->len; i++)
    {
      SzListTab *other = g_ptr_array_index (tabs, i);

      if (other->buttons == NULL || other->view->filters != tab->view->filters)
        continue;
      tab->filters = g_object_ref (other->filters);
      tab->buttons = g_ptr_array_ref (other->buttons);
      return;
    }
}

void
_sz_list_choose_switcher (guint n, GtkWidget *among_tools, GtkWidget *row, GtkWidget *sidebar)
{
  g_return_if_fail (GTK_IS_WIDGET (among_tools) && GTK_IS_WIDGET (row) && GTK_IS_WIDGET (sidebar));
  gtk_widget_set_visible (among_tools, n > 1 && n <= AMONG_TOOLS);
  gtk_widget_set_visible (row, n > AMONG_TOOLS && n <= SIDE_BY_SIDE);
  gtk_widget_set_visible (sidebar, n > SIDE_BY_SIDE);
}

void
_sz_list_replace_child (GtkBox *box, GtkWidget *child)
{
  GtkWidget *old;

  g_return_if_fail (GTK_IS_BOX (box) && GTK_IS_WIDGET (child));
  old = gtk_widget_get_first_child (GTK_WIDGET (box));
  if (old == child)
    return;
  if (old != NULL)
    gtk_box_remove (box, old);
  gtk_box_append (box, child);
}

/* Its name is kept beside the title, which says the number too. */
void
_sz_list_set_count (GtkStackPage *page, guint count)
{
  g_autofree char *text = NULL;
  const char *title;

  g_return_if_fail (GTK_IS_STACK_PAGE (page));
  title = g_object_get_data (G_OBJECT (page), "title");
  if (title == NULL)
    {
      g_object_set_data_full (G_OBJECT (page), "title", g_strdup (gtk_stack_page_get_title (page)),
                              g_free);
      title = g_object_get_data (G_OBJECT (page), "title");
    }
  text = count > 0 ? g_strdup_printf ("%s %u", title, count) : g_strdup (title);
  gtk_stack_page_set_title (page, text);
}

gboolean
_sz_list_tab_has_filters (SzListTab *tab)
{
  g_return_val_if_fail (tab != NULL, FALSE);

  for (guint i = 0; i < tab->buttons->len; i++)
    if (!tab->view->filters[i].hidden)
      return TRUE;
  return FALSE;
}

gboolean
_sz_list_tab_is_filtered (SzListTab *tab)
{
  g_return_val_if_fail (tab != NULL, FALSE);

  for (guint i = 0; i < tab->buttons->len; i++)
    if (tab->view->filters[i].all != NULL && !tab->view->filters[i].hidden
        && sz_choice_button_get_choice (g_ptr_array_index (tab->buttons, i)) != NULL)
      return TRUE;
  return FALSE;
}

void
_sz_list_tab_update_actions (SzListTab *tab, GtkWidget *page, guint n_selected)
{
  g_return_if_fail (tab != NULL && GTK_IS_WIDGET (page));

  for (const SzListAction *action = tab->view->actions; action != NULL && action->label != NULL;
       action++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (action->needs == SZ_NEEDS_NOTHING
          || !g_action_parse_detailed_name (action->action, &name, &target, NULL))
        continue;
      gtk_widget_action_set_enabled (page, name,
                                     action->needs == SZ_NEEDS_ONE ? n_selected == 1
                                                                   : n_selected > 0);
    }
}

const char *
_sz_list_tab_get_main (SzListTab *tab)
{
  g_return_val_if_fail (tab != NULL, NULL);

  for (const SzListAction *action = tab->view->actions; action != NULL && action->label != NULL;
       action++)
    if (action->main)
      return action->action;
  return NULL;
}

void
_sz_list_tab_set_book (SzListTab *tab, gpointer book)
{
  g_return_if_fail (tab != NULL);

  g_clear_pointer (&tab->context, g_bytes_unref);
  g_clear_pointer (&tab->book, tab->source->unref);
  tab->stale = FALSE;
  tab->book = tab->source->ref (book);
  /* The tables hand a pointer on, never what it points to. */
  tab->context = g_bytes_new_with_free_func (book, 1, tab->source->unref, tab->source->ref (book));
}

void
_sz_list_tab_fill_choices (SzListTab *tab, const GPtrArray *values)
{
  g_return_if_fail (tab != NULL && values != NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const GPtrArray *texts = g_ptr_array_index (values, i);
      const SzListFilter *filter = &tab->view->filters[i];
      SzChoiceButton *button = g_ptr_array_index (tab->buttons, i);

      if (filter->column == NULL)
        continue;
      sz_choice_button_clear (button, filter->all != NULL ? _ (filter->all) : NULL);
      for (guint j = 0; j < texts->len; j++)
        sz_choice_button_add (button, g_ptr_array_index (texts, j), g_ptr_array_index (texts, j));
    }
}

void
_sz_list_tab_free (gpointer data)
{
  SzListTab *tab = data;

  g_clear_object (&tab->actions);
  g_clear_object (&tab->filters);
  g_clear_pointer (&tab->buttons, g_ptr_array_unref);
  g_clear_pointer (&tab->context, g_bytes_unref);
  if (tab->book != NULL)
    tab->source->unref (tab->book);
  g_free (tab->sums);
  g_free (tab);
}
