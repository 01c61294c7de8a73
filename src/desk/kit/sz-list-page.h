/* sz-list-page.h — a page of lists made from their descriptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-choice-button.h"
#include "sz-list-table.h"
#include "sz-list-view.h"
#include "sz-page.h"

G_BEGIN_DECLS

/**
 * SzListPage: actions left, filters right, a table, a details pane that follows the selection (F9),
 * a foot with count and sums; remembered columns, an empty state, copying. Several lists stand
 * behind a switcher. A page of its own is a type that sets @views and installs its actions:
 *
 *     static void
 *     sz_leave_page_class_init (SzLeavePageClass *klass)
 *     {
 *       SZ_LIST_PAGE_CLASS (klass)->views = views;
 *       SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_REGISTERS;
 *       gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "leave.add", NULL, add_cb);
 *     }
 *
 * What an action wrote is told by sz_page_done(); the list reads itself again.
 */
#define SZ_TYPE_LIST_PAGE (sz_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SzListPage, sz_list_page, SZ, LIST_PAGE, SzPage)

struct _SzListPageClass
{
  SzPageClass parent_class;

  const SzListView *views; /* ended by a NULL name */

  /* Vfuncs have defaults. A list was read: fills the choices of filters that no column fills. */
  void (*opened) (SzListPage *self, const SzListView *view, gpointer book);
  /* The selection is another one: a page with a pane of its own shows it there. */
  void (*selected) (SzListPage *self, gint64 id, guint n_selected);
  /* For pages whose rows come in a way of their own: they end in sz_list_page_take_ids(). */
  void (*open) (SzListPage *self, const SzListView *view);
  void (*find) (SzListPage *self, const SzListView *view);
  /* A row asked for from elsewhere, that is none of the list: TRUE when the page showed it. */
  gboolean (*show_row) (SzListPage *self, gint64 id);
  /* @text was typed into a cell of @row, in a column one types into. */
  void (*typed) (SzListPage *self, const SzListRow *row, const char *text);
  /* Nothing else of the page is under way. */
  gboolean (*is_settled) (SzListPage *self);
};

/** sz_list_page_get_view: the list that is shown. */
const SzListView *sz_list_page_get_view (SzListPage *self);
/** sz_list_page_show_view: by name. */
void sz_list_page_show_view (SzListPage *self, const char *name);
/** sz_list_page_show_row: of the list that is shown, whatever its filters: an id, or
 * #SZ_LIST_FIRST: the first one that the search finds. */
#define SZ_LIST_FIRST (-1)
void sz_list_page_show_row (SzListPage *self, gint64 id);
/** sz_list_page_show_only: the tabs of these lists, ended by %NULL, over the tools; the others can
 * still be shown by name. */
void sz_list_page_show_only (SzListPage *self, const char *const *names);
/** sz_list_page_set_count: behind the name of a list: what waits there; 0: nothing. */
void sz_list_page_set_count (SzListPage *self, const char *name, guint count);
/** sz_list_page_set_views: other lists instead of those of the class; @views stays the caller's. */
void sz_list_page_set_views (SzListPage *self, const SzListView *views);
/** sz_list_page_get_table: (transfer none): of the list that is shown. */
SzListTable *sz_list_page_get_table (SzListPage *self);
/** sz_list_page_get_filter: (nullable) (transfer none): of the list that is shown, by its id. */
SzChoiceButton *sz_list_page_get_filter (SzListPage *self, const char *id);
/** sz_list_page_choose: a filter, by program: nothing is asked for. */
void sz_list_page_choose (SzListPage *self, const char *filter, const char *choice);
/** sz_list_page_get_book: (nullable) (transfer none): of the list that is shown; asked only in the
 * reader thread. */
gpointer sz_list_page_get_book (SzListPage *self);
/** sz_list_page_get_current: the one row selected, 0: none or several. */
gint64 sz_list_page_get_current (SzListPage *self);
/** sz_list_page_select: as soon as the row is in the list: what was just entered. */
void sz_list_page_select (SzListPage *self, gint64 id);
/** sz_list_page_set_above: (transfer full): between the tools and the list: where a case stands,
 * a chart of it. */
void sz_list_page_set_above (SzListPage *self, GtkWidget *child);
/** sz_list_page_set_beside: (transfer full): left of everything: what the lists are about. */
void sz_list_page_set_beside (SzListPage *self, GtkWidget *child);
/** sz_list_page_set_left: (transfer full): left of the list, below its tools: which of several the
 * list is of. */
void sz_list_page_set_left (SzListPage *self, GtkWidget *child);
/** sz_list_page_set_top: (transfer full): over the tabs: what all of them are about. */
void sz_list_page_set_top (SzListPage *self, GtkWidget *child);
/** sz_list_page_set_details: (transfer full): a pane of the page's own instead of the fields. */
void sz_list_page_set_details (SzListPage *self, GtkWidget *pane);
/** sz_list_page_add_to_details: (transfer full): over the details (GTK_PACK_START) or under them
 *  (GTK_PACK_END), folded away with them. */
void sz_list_page_add_to_details (SzListPage *self, GtkWidget *child, GtkPackType place);
/** sz_list_page_dup_ask: (transfer full): what is asked for now. */
SzListAsk *sz_list_page_dup_ask (SzListPage *self);
void sz_list_ask_free (SzListAsk *ask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzListAsk, sz_list_ask_free)
/**
 * sz_list_page_take_ids: what find() came to
 * @ids, @rows, @context: (transfer full): as of sz_list_table_set_ids()
 * @n_all: how many there are, found or not
 * @asked: whether it answers a new question: shown from its top
 */
void sz_list_page_take_ids (
    SzListPage *self, GArray *ids, GPtrArray *rows, GBytes *context, gsize n_all, gboolean asked);
/** sz_list_page_open: what @open does by default: reads the list anew. */
void sz_list_page_open (SzListPage *self, const SzListView *view);
/** sz_list_page_find: filters, sorting or search have changed. */
void sz_list_page_find (SzListPage *self);
/** sz_list_page_is_settled: the list shows the answer to what was asked last, and nothing is under
 * way. For tests and pictures. */
gboolean sz_list_page_is_settled (SzListPage *self);

G_END_DECLS
