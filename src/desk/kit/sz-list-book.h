/* sz-list-book.h — all rows of a plain list: found, filtered and put in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"

G_BEGIN_DECLS

/** SzListBook: rows read once; asked only in the reader thread, freed anywhere. */
typedef struct _SzListBook SzListBook;

/** sz_list_book_source: how a view with a read function is read. */
const SzListSource *sz_list_book_source (void);

/** sz_list_book_get_row: (nullable) (transfer none). */
const SzListRow *sz_list_book_get_row (const SzListBook *book, gint64 id);
/** sz_list_book_dup_values: (transfer full): what the cells of a column say, each once, in order;
 * @column NULL: nothing. */
GPtrArray *sz_list_book_dup_values (const SzListBook *book, const char *column);
/** sz_list_book_count: rows whose cell in @column says @text, whatever the filters. */
guint sz_list_book_count (const SzListBook *book, const char *column, const char *text);
/** sz_list_book_describe: (transfer full): an SzListDetailsFunc of every plain list. */
SzListDetails *sz_list_book_describe (const SzListBook *book, gint64 id);

G_END_DECLS
