/* sz-case-tables.c — every kind of case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"

#include <string.h>

static const SzCaseTable *const tables[] = {
  &sz_case_appointment, &sz_case_assess_year,
  &sz_case_finding,     &sz_case_parttime,
  &sz_case_pay_run,     &sz_case_recruit_post,
  &sz_case_rectify,     &sz_case_title_round,
  &sz_case_tolerance,   NULL,
};

const SzCaseTable *const *
sz_case_tables (void)
{
  return tables;
}

const SzCaseTable *
sz_case_table_by_kind (const char *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    if (strcmp (tables[i]->kind, kind) == 0)
      return tables[i];
  return NULL;
}
