/* sz-store-param.h — the college's own parameters and calendar days (RULE num-7, num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-param.h"
#include "sz-row.h"

G_BEGIN_DECLS

/**
 * sz_store_param_put:
 *
 * A college's own row; presets are no rows of the database and never replace one (RULE num-7). The
 * same key and beginning again replaces value, source and end. Sets @param->id; preset is FALSE.
 */
gboolean sz_store_param_put (SzAct *act, SzParam *param, SzPutResult *result, GError **error);
gboolean sz_store_param_delete (SzAct *act, const char *key, SzDate from, GError **error);

/** sz_store_param_list: (transfer full) (element-type SzParam): all rows, by key and beginning. */
GArray *sz_store_param_list (SzStore *store, GError **error);

/** SzCalendarDay: 节假日 and 调休上班. Key: date. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzDate date;
  gboolean working;       /* TRUE: a make-up day, FALSE: a holiday */
  char *name;             /* 节日名称 */
  char *source;           /* 文号 */
  gboolean year_complete; /* 年份完整: all days of its year are known */
  gint64 batch_id;
  int source_row;
} SzCalendarDay;
SZ_ROW_API (SzCalendarDay, sz_store_calendar_day)

G_END_DECLS
