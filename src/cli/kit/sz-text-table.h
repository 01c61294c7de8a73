/* sz-text-table.h — a plain text table, columns aligned by display width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzTextTable: Chinese counts two. */
typedef struct _SzTextTable SzTextTable;

/** sz_text_table_new: @headings ended by NULL (translated); one that begins with '>' is
 *  right-aligned. */
SzTextTable *sz_text_table_new (const char *const *headings);
/** sz_text_table_add: the next cell, from the left; copied; NULL prints "—". */
void sz_text_table_add (SzTextTable *table, const char *text);
/** sz_text_table_row: as many strings as headings. */
void sz_text_table_row (SzTextTable *table, ...);
/** sz_text_table_append: its lines, each behind @indent blanks. */
void sz_text_table_append (const SzTextTable *table, GString *text, guint indent);
void sz_text_table_free (SzTextTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTextTable, sz_text_table_free)

G_END_DECLS
