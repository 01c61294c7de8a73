/* sz-post-bar.h — a cell of the structure: who sits at a level, drawn against what is approved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzPostFigures: of one level; @after: −1: as it is. */
typedef struct
{
  int there;
  int cases;
  int approved;
  int after; /* with the moves of a what-if */
} SzPostFigures;

/** sz_post_bar_dup_text: (transfer full): "70+2/72", "70+2/72→71", with ▲ and the number over. */
char *sz_post_bar_dup_text (const SzPostFigures *figures);
/** sz_post_bar_parse: what the text says; FALSE for any other. */
gboolean sz_post_bar_parse (const char *text, SzPostFigures *figures);
/**
 * sz_post_bar_new: (transfer floating): filled to who is there, hatched for cases, a line at what
 * is approved, beyond it in the colour of warnings; after a what-if it is filled to what would be,
 * and an outline says what is. @text: a GtkInscription with sz_post_bar_dup_text(); to those who do
 * not see the bar it says the numbers in words.
 */
GtkWidget *sz_post_bar_new (GtkWidget *text);

G_END_DECLS
