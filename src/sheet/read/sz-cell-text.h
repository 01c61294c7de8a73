/* sz-cell-text.h — text on its way into a cell: what a workbook and a CSV file can hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_cell_text_units: width of the longest line in characters, wide ones count two. */
guint sz_cell_text_units (const char *text);

/** sz_cell_text_lines: lines that @text takes in @units characters of width, at least 1. */
guint sz_cell_text_lines (const char *text, double units);

/**
 * sz_cell_text_xml:
 * @owned: (out): what to free, or %NULL when @text could stay
 *
 * Text that XML can carry: broken UTF-8 and the two non-characters become U+FFFD, and what looks
 * like an escape of the format (`_x000D_`) is escaped, so that a reader gets the very text back.
 */
const char *sz_cell_text_xml (const char *text, char **owned);

/**
 * sz_cell_text_guard: (transfer full)
 *
 * For CSV: text that a spreadsheet program would take for a formula (it begins with = + - @ tab CR
 * LF or the full-width ＝＋－＠) gets a leading apostrophe; so does such text with apostrophes
 * before it, so that taking off one apostrophe always gives the text back.
 */
char *sz_cell_text_guard (const char *text);

/** sz_cell_text_is_guarded: does @text begin with the apostrophe of a guard? A reader passes over
 * it. */
gboolean sz_cell_text_is_guarded (const char *text);

/** sz_cell_text_unguard: (transfer full): takes the guard off again; other text stays. */
char *sz_cell_text_unguard (const char *text);

/** sz_cell_text_sheet_name: (transfer full): ≤ 31 characters, without []:*?/\, not in @taken (a set
 * of folded names), which it joins. */
char *sz_cell_text_sheet_name (const char *name, GHashTable *taken);

G_END_DECLS
