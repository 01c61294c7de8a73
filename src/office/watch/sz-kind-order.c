/* sz-kind-order.c — a beginning and an end in one row of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kind-order.h"

#include "sz-import-cell.h"

void
sz_kind_check_order (SzImportRun *run, const char *heading, SzDate from, SzDate to)
{
  g_autofree char *other = sz_date_format (from);
  int field = sz_import_field (run, heading);

  g_return_if_fail (run != NULL && heading != NULL);
  if (from != SZ_DATE_NONE && to != SZ_DATE_NONE
      && sz_date_first_day (to) < sz_date_first_day (from))
    sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", field,
                    sz_import_get_cell (run, (guint)field)->text, "other", other, NULL);
}
