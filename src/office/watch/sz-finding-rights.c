/* sz-finding-rights.c — whose findings they are: rights by area (RULE acc-3, "own")
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-finding-rights.h"

#include "sz-rights.h"

static const char *const words[SZ_N_AREAS] = {
  [SZ_AREA_STAFF] = "staff",     [SZ_AREA_POSTS] = "posts",   [SZ_AREA_PAY] = "pay",
  [SZ_AREA_WORK] = "work",       [SZ_AREA_PEOPLE] = "people", [SZ_AREA_TARGETS] = "targets",
  [SZ_AREA_RECTIFY] = "rectify", [SZ_AREA_DATA] = "data",
};

char *
sz_finding_dup_right (const char *head, SzArea area)
{
  g_return_val_if_fail (head != NULL && area < SZ_N_AREAS, NULL);

  return g_strconcat (head, ".", words[area], NULL);
}

guint
sz_finding_areas (SzOffice *office)
{
  guint areas = 0;

  g_return_val_if_fail (SZ_IS_OFFICE (office), 0);

  for (guint i = 0; i < SZ_N_AREAS; i++)
    {
      g_autofree char *right = sz_finding_dup_right ("read.findings", i);

      if (sz_office_allow (office, right, NULL))
        areas |= 1u << i;
    }
  return areas;
}
