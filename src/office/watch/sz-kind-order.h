/* sz-kind-order.h — a beginning and an end in one row of a sheet; for kinds of import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/** sz_kind_check_order: "date.order" at the field of @heading when @to lies before @from; no date
 * is no fault. */
void sz_kind_check_order (SzImportRun *run, const char *heading, SzDate from, SzDate to);

G_END_DECLS
