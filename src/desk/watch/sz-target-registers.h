/* sz-target-registers.h — the registers that targets are counted from, as lists beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-view.h"
#include "sz-register.h"

G_BEGIN_DECLS

/** The filters that the page of targets chooses by itself; every list of it has them first. */
enum
{
  SZ_TARGET_FILTER_YEAR,
  SZ_TARGET_FILTER_NAME, /* 指标 */
};

/** sz_target_register_columns: (transfer full): all of the register's. */
SzListColumn *sz_target_register_columns (const SzRegister *reg);

/** sz_target_register_read: an #SzListReadFunc; its view's data is the register. Of entries those
 * of the year and the target, of any other register all rows. */
GPtrArray *sz_target_register_read (SzOffice *office,
                                    const SzListView *view,
                                    const SzListAsk *ask,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
