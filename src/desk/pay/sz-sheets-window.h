/* sz-sheets-window.h — what is wrong with sheets of a run, row by row (RULE pay-8, pay-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-sheets-read.h"

G_BEGIN_DECLS

/** SzSheetsWindow: a line a finding; the one selected shows its row as it stands in the sheet, the
 *  cell marked, as the import assistant does. */
#define SZ_TYPE_SHEETS_WINDOW (sz_sheets_window_get_type ())
G_DECLARE_FINAL_TYPE (SzSheetsWindow, sz_sheets_window, SZ, SHEETS_WINDOW, AdwWindow)

/** sz_sheets_window_open: over @page; @title: in words; @read: (transfer full). */
void sz_sheets_window_open (SzPage *page, const char *title, SzSheetsRead *read);

G_END_DECLS
