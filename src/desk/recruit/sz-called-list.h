/* sz-called-list.h — those called of a post, with their 体检 and 考察 as buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/**
 * SzCalledList: from the top; a line under those who are called first, substitutes below it and
 * indented; proposed are bold.
 *
 * Signals: "selected" (int row, −1 for none); "check" (string ticket, string physical, string
 * inspection): an outcome was pressed: "passed", "failed", "" or NULL where it stays.
 */
#define SZ_TYPE_CALLED_LIST (sz_called_list_get_type ())
G_DECLARE_FINAL_TYPE (SzCalledList, sz_called_list, SZ, CALLED_LIST, AdwBin)

GtkWidget *sz_called_list_new (void);
/** sz_called_list_show: @post (nullable): nobody. The row that was chosen stays it. */
void sz_called_list_show (SzCalledList *self, const SzRecruitPost *post);
/** sz_called_list_get_selected: −1: none. */
int sz_called_list_get_selected (SzCalledList *self);
/** sz_called_list_select: @row of those called. */
void sz_called_list_select (SzCalledList *self, int row);

G_END_DECLS
