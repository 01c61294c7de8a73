/* sz-form-save.h — forms saved as files: where to, then written off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-work.h"
#include "sz-page-output.h"

G_BEGIN_DECLS

/** sz_form_save_dup_name: (transfer full): the name offered: "F20-奖励性绩效发放明细表-第3次.xlsx".
 */
char *sz_form_save_dup_name (const SzForm *form, const SzFormParams *params, const char *suffix);

/**
 * sz_form_save:
 * @page: shows the file chooser over its window, then a toast with Open, or the error
 * @order: (transfer full): its path is filled in
 * @name: offered; its ending (".xlsx", ".pdf", ".csv") decides what is written
 */
void sz_form_save (SzPage *page, SzFormOrder *order, const char *name);

G_END_DECLS
