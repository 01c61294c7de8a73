/* sz-list-page-private.h — the lists of a page: what belongs to each of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-details-pane.h"
#include "sz-list-page.h"

G_BEGIN_DECLS

/** SzListTab: one list of a page. Its widgets are made when it is first shown. */
typedef struct
{
  const SzListView *view;
  const SzListSource *source;
  GtkWidget *bin;     /* borrowed: its place among the lists */
  GtkStack *stack;    /* borrowed; NULL until it is made: "list", "empty", "nothing" */
  SzListTable *table; /* borrowed */
  GtkWidget *filters; /* owned: a box, shared by lists with the same filters */
  GtkWidget *actions; /* owned: a box */
  GPtrArray *buttons; /* of SzChoiceButton (borrowed), in the order of the filters */
  gpointer book;      /* (nullable) */
  GBytes *context;    /* (nullable): the book, as the table hands it on */
  char *sums;         /* (nullable) */
  gboolean stale;     /* the book is of a state before this one */
  gboolean asked;     /* what is found next answers a new question */
} SzListTab;

/** _sz_list_tab_make: its table, its filters and its actions; @changed: a filter was. */
void _sz_list_tab_make (SzListTab *tab, SzListPage *page, GCallback filter_changed);
/** _sz_list_tab_share: the filters of another of @tabs that has the same, once they are made. */
void _sz_list_tab_share (SzListTab *tab, const GPtrArray *tabs);
/** _sz_list_choose_switcher: between @n lists: one of the three, none for a list alone. */
void _sz_list_choose_switcher (guint n, GtkWidget *among_tools, GtkWidget *row, GtkWidget *sidebar);
/** _sz_list_replace_child: @child alone in @box. */
void _sz_list_replace_child (GtkBox *box, GtkWidget *child);
/** _sz_list_set_count: behind the name of a list among others; 0: none. */
void _sz_list_set_count (GtkStackPage *page, guint count);
/** _sz_list_tab_has_filters: one that is seen. */
gboolean _sz_list_tab_has_filters (SzListTab *tab);
/** _sz_list_tab_is_filtered: a filter does not show all. */
gboolean _sz_list_tab_is_filtered (SzListTab *tab);
/** _sz_list_tab_update_actions: what can be done with @n_selected rows. */
void _sz_list_tab_update_actions (SzListTab *tab, GtkWidget *page, guint n_selected);
/** _sz_list_tab_get_main: (nullable): the action of Enter and a double click. */
const char *_sz_list_tab_get_main (SzListTab *tab);
/** _sz_list_tab_set_book: takes a reference of @book. */
void _sz_list_tab_set_book (SzListTab *tab, gpointer book);
/** _sz_list_tab_fill_choices: @values: of GPtrArray of char *, one a filter. */
void _sz_list_tab_fill_choices (SzListTab *tab, const GPtrArray *values);
void _sz_list_tab_free (gpointer tab);

/** _sz_list_page_bind_places: in class_init: what stands above the lists and beside them. */
void _sz_list_page_bind_places (GtkWidgetClass *widget_class);
/** _sz_list_page_install_output: in class_init: list.copy-codes, list.export, list.print. */
void _sz_list_page_install_output (GtkWidgetClass *widget_class);
/** _sz_list_page_allow_output: nothing is made of no rows. */
void _sz_list_page_allow_output (SzListPage *self, gboolean allow);

/** SzListWork: what the reader thread gets. */
typedef struct
{
  const SzListView *view;
  const SzListSource *source;
  SzListAsk *ask;
  gpointer book; /* (nullable) */
  gint64 id;
} SzListWork;

/** SzListAnswer: what it gives: of an opening @book and @values, of a finding @found and @n_all. */
typedef struct
{
  const SzListView *view; /* the list it was asked for */
  const SzListSource *source;
  gpointer book;
  GPtrArray *values; /* of GPtrArray of char *, one a filter */
  SzListFound *found;
  gsize n_all;
} SzListAnswer;

/** _sz_list_work_new: (transfer full): @ask: (transfer full). */
SzListWork *_sz_list_work_new (SzListTab *tab, SzListAsk *ask, gint64 id);
void _sz_list_work_free (gpointer work);
void _sz_list_answer_free (gpointer answer);
/** SzTaskFuncs: SzListWork → SzListAnswer, SzListAnswer, SzListDetails. */
gpointer _sz_list_work_open (SzOffice *office,
                             gpointer work,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);
gpointer _sz_list_work_find (SzOffice *office,
                             gpointer work,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);
gpointer _sz_list_work_describe (SzOffice *office,
                                 gpointer work,
                                 SzProgress progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
