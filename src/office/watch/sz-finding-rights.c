/* sz-finding-rights.c — whose findings they are: rights by area (RULE acc-3, "own")
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-finding-rights.h"

#include "sz-rights.h"

static const struct
{
  const char *read;
  const char *answer;
} lines[SZ_N_AREAS] = {
  [SZ_AREA_STAFF] = { "read.findings.staff", "findings.answer.staff" },
  [SZ_AREA_POSTS] = { "read.findings.posts", "findings.answer.posts" },
  [SZ_AREA_PAY] = { "read.findings.pay", "findings.answer.pay" },
  [SZ_AREA_WORK] = { "read.findings.work", "findings.answer.work" },
  [SZ_AREA_PEOPLE] = { "read.findings.people", "findings.answer.people" },
  [SZ_AREA_TARGETS] = { "read.findings.targets", "findings.answer.targets" },
  [SZ_AREA_RECTIFY] = { "read.findings.rectify", "findings.answer.rectify" },
  [SZ_AREA_DATA] = { "read.findings.data", "findings.answer.data" },
};

const char *
sz_finding_right_read (SzArea area)
{
  g_return_val_if_fail (area < SZ_N_AREAS, NULL);

  return lines[area].read;
}

const char *
sz_finding_right_answer (SzArea area)
{
  g_return_val_if_fail (area < SZ_N_AREAS, NULL);

  return lines[area].answer;
}

guint
sz_finding_areas (SzOffice *office)
{
  guint areas = 0;

  g_return_val_if_fail (SZ_IS_OFFICE (office), 0);

  for (guint i = 0; i < SZ_N_AREAS; i++)
    if (sz_office_allow (office, lines[i].read, NULL))
      areas |= 1u << i;
  return areas;
}
