/* sz-list-view.h — a list in words: its columns, filters, actions, and who reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-list-row.h"

G_BEGIN_DECLS

/** SzListFilter: a button at the right of the tools. @column: of a plain list: rows are shown whose
 * cell says what is chosen, and what can be chosen is what the cells say; NULL: the page fills it.
 * @all: "All departments", a msgid; NULL: one of the choices always holds. @reads: another choice
 * is another list, as of another year: it is read anew. @hidden: chosen by the page alone. */
typedef struct
{
  const char *id;
  const char *title; /* msgid */
  const char *column;
  const char *all;
  gboolean reads;
  gboolean hidden;
} SzListFilter;

/** SzListNeed: what must be selected for an action. */
typedef enum
{
  SZ_NEEDS_NOTHING,
  SZ_NEEDS_ONE,
  SZ_NEEDS_SOME,
} SzListNeed;

/** SzListAction: a button at the left of the tools, and for those that need a row a line of the
 * row's menu. @action: as installed by the page, "leave.edit"; of the window, "win.import". */
typedef struct _SzListAction SzListAction;
struct _SzListAction
{
  const char *label; /* msgid with mnemonic */
  const char *action;
  SzListNeed needs;
  gboolean main;            /* what Enter and a double click do */
  const char *tooltip;      /* (nullable) msgid */
  const SzListAction *menu; /* (nullable), ended by a NULL label: a menu instead of an action */
};

/** SzListEmpty: what a list without any row says: what belongs there, and two actions: @action, or
 * else the first two. */
typedef struct
{
  const char *icon;
  const char *title;  /* msgid */
  const char *text;   /* msgid */
  const char *action; /* (nullable): the first thing to do, one of the list's */
} SzListEmpty;

/** SzListAsk: what a list is read for: a copy in the reader thread. */
typedef struct
{
  SzDate day;
  GStrv choices; /* one a filter, in their order, "" for all */
  char *text;    /* the search, "" for none */
  char *sort;    /* id of a column */
  gboolean descending;
  int variant; /* of names: 0 笔画, 1 拼音 */
} SzListAsk;

/** SzListReadFunc: (transfer full): in the reader thread: all rows as of the day, of SzListRow, in
 * the list's own order. @view: the list's own description. */
typedef struct _SzListView SzListView;
typedef GPtrArray *(*SzListReadFunc) (SzOffice *office,
                                      const SzListView *view,
                                      const SzListAsk *ask,
                                      GCancellable *cancellable,
                                      GError **error);

/** SzListDetails: what the pane beside the list says of one row; @fields of SzField. */
typedef struct
{
  char *name;
  char *line; /* "" for none */
  GPtrArray *fields;
} SzListDetails;

void sz_list_details_free (SzListDetails *details);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzListDetails, sz_list_details_free)

/** SzListDetailsFunc: (transfer full): in the reader thread. @book: what the list was read into. */
typedef SzListDetails *(*SzListDetailsFunc) (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error);

/** SzListFound: ids in the order asked for; @sums: (nullable) for the foot: "12.00 hours in all".
 */
typedef struct
{
  GArray *ids;
  char *sums;
} SzListFound;

/**
 * SzListSource: for lists that are too large to be written out row by row, or that have sums. All
 * calls are made in the reader thread, but for ref and unref. Lists of one page with the same
 * open() share one book.
 */
typedef struct
{
  gpointer (*open) (SzOffice *office,
                    const SzListView *view,
                    const SzListAsk *ask,
                    GCancellable *cancellable,
                    GError **error);
  gpointer (*ref) (gpointer book);
  void (*unref) (gpointer book);
  gsize (*count) (gpointer book, const SzListView *view);
  SzListFound *(*find) (gpointer book, const SzListView *view, const SzListAsk *ask);
  SzListFetchFunc fetch; /* its context is the book */
} SzListSource;

/**
 * SzListView: one list. A plain one needs columns and a read function:
 *
 *     static const SzListColumn columns[] = { { "name", N_ ("Name"), 106, .name = TRUE }, { NULL }
 * }; static const SzListView views[] = { { .name = "leaves", .unit = N_ ("records"), .columns =
 * columns, .read = read_leaves_cb }, { NULL } };
 *
 * Its rows are filtered, found by text, pinyin and number, sorted, summed, shown beside the list,
 * copied and printed without more code.
 */
struct _SzListView
{
  const char *name; /* of its settings, unique in the program */
  const char
      *title;       /* msgid; of its tab where a page has several lists, and over what is printed */
  const char *unit; /* msgid: "people" */
  const SzListColumn *columns;
  const SzListFilter *filters; /* (nullable), ended by a NULL id */
  const SzListAction *actions; /* (nullable), ended by a NULL label */
  SzListEmpty empty;
  SzListReadFunc read;        /* of a plain list */
  const SzListSource *source; /* of any other */
  SzListDetailsFunc details;  /* (nullable): all columns of the row */
  /* (nullable) (transfer full): of a plain list: what the foot says of all @rows together */
  char *(*line) (SzOffice *office,
                 const SzListView *view,
                 const SzListAsk *ask,
                 const GPtrArray *rows);
  gconstpointer data; /* the reader's own */
};

G_END_DECLS
