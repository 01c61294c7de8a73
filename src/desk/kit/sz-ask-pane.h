/* sz-ask-pane.h — a step or an act that wants a few words, asked for below the details of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-ask-dialog.h"
#include "sz-list-page.h"

G_BEGIN_DECLS

/** SzAskPane: the rows of an #SzAskOrder in place: Return in the last of them or Ctrl+Return sends;
 * what is refused is said below them, and what was typed stays. */
#define SZ_TYPE_ASK_PANE (sz_ask_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzAskPane, sz_ask_pane, SZ, ASK_PANE, AdwBin)

/** sz_ask_pane_new: (transfer none): below the details that @page has by now. */
SzAskPane *sz_ask_pane_new (SzListPage *page);

/** sz_ask_pane_new_alone: (transfer floating): to stand anywhere on @page. */
SzAskPane *sz_ask_pane_new_alone (SzListPage *page);

/** sz_ask_pane_show: what is asked now; asked about the same again it keeps what was typed.
 * @order: nullable: nothing is asked; @texts: (nullable): what the rows say at first, ended by NULL
 */
void sz_ask_pane_show (SzAskPane *self,
                       const SzAskOrder *order,
                       const char *subject,
                       const char *const *texts);

/** sz_ask_pane_focus: the first row has the keyboard; FALSE: it cannot be seen, or nothing is
 * asked. */
gboolean sz_ask_pane_focus (SzAskPane *self);

G_END_DECLS
