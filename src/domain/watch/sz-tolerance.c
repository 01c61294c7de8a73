/* sz-tolerance.c — tolerance of honest faults 容错纠错 (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tolerance.h"

#include "sz-codes-watch.h"
#include "sz-rectify.h"

static gboolean
has (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_before (SzDate date, SzDate earlier)
{
  return date != SZ_DATE_NONE && earlier != SZ_DATE_NONE
         && sz_date_first_day (date) < sz_date_first_day (earlier);
}

const char *
sz_tolerance_fault (const SzTolerance *tolerance, const char *applicant, const char **heading)
{
  const struct
  {
    gboolean there;
    const char *heading;
  } wanted[] = {
    { has (tolerance->verified_by), "核实人" }, { tolerance->verified != SZ_DATE_NONE, "核实日期" },
    { has (tolerance->meeting), "认定会议" },   { tolerance->decided != SZ_DATE_NONE, "认定日期" },
    { has (tolerance->open_to), "公开范围" },
  };

  g_return_val_if_fail (heading != NULL, NULL);
  *heading = "核实人";
  if (sz_same_name (tolerance->verified_by, applicant))
    return "maker.checker";
  *heading = "核实日期";
  if (is_before (tolerance->verified, tolerance->applied))
    return "tolerance.order";
  *heading = "认定日期";
  if (is_before (tolerance->decided, tolerance->verified)
      || is_before (tolerance->decided, tolerance->applied))
    return "tolerance.order";
  for (gsize i = 0; has (tolerance->decision) && i < G_N_ELEMENTS (wanted); i++)
    if (!wanted[i].there)
      {
        *heading = wanted[i].heading;
        return "required.missing";
      }
  return NULL;
}

const char *
sz_tolerance_state_word (const SzTolerance *tolerance)
{
  g_return_val_if_fail (tolerance != NULL, "applied");
  if (has (tolerance->decision))
    return has (tolerance->open_to) && !g_str_equal (tolerance->open_to, SZ_OPEN_TO_NOBODY)
               ? "published"
               : "decided";
  return tolerance->verified != SZ_DATE_NONE || has (tolerance->verified_by) ? "verified"
                                                                             : "applied";
}

gboolean
sz_tolerance_covers (const SzTolerance *tolerance, const char *about)
{
  g_return_val_if_fail (tolerance != NULL && about != NULL, FALSE);
  return g_strcmp0 (tolerance->decision, SZ_DECISION_TOLERATED) == 0
         && g_strcmp0 (tolerance->about, about) == 0;
}
