/* sz-rotation.c — further training of key teachers and managers in turn 轮训 (RULE tgt-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rotation.h"

gboolean
sz_roster_holds (const SzRosterEntry *entry, SzDate day)
{
  g_return_val_if_fail (entry != NULL, FALSE);
  return sz_date_first_day (entry->from) <= day
         && (entry->off == SZ_DATE_NONE || sz_date_first_day (entry->off) > day);
}

static SzDate
find_end (const SzRotationRules *rules, SzDate from)
{
  return sz_date_add_months (sz_date_first_day (from), rules->months);
}

static void
read_courses (const SzRotationRules *rules,
              const GPtrArray *courses,
              SzDate day,
              SzRotationState *state)
{
  gint64 hours_x100 = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < courses->len; i++)
    {
      const SzRotationCourse *course = g_ptr_array_index (courses, i);

      if (!course->finished || course->to > day)
        continue;
      if (state->last_course == NULL || course->to > state->last_course->to)
        state->last_course = course;
      if (find_end (rules, course->to) <= day)
        continue;
      any = TRUE;
      hours_x100 += course->hours_x100;
    }
  state->covered = any && hours_x100 >= rules->min_hours_x100;
}

void
sz_rotation_judge (const SzRotationRules *rules,
                   const GPtrArray *entries,
                   const GPtrArray *courses,
                   SzDate day,
                   SzRotationState *state)
{
  g_return_if_fail (rules != NULL && entries != NULL && courses != NULL && state != NULL);
  *state = (SzRotationState){ FALSE };
  for (guint i = 0; i < entries->len; i++)
    {
      const SzRosterEntry *entry = g_ptr_array_index (entries, i);

      if (!sz_roster_holds (entry, day))
        continue;
      state->on_roster = TRUE;
      state->kinds |= 1u << entry->kind;
      if (state->listed == SZ_DATE_NONE || entry->from < state->listed)
        state->listed = entry->from;
    }
  if (!state->on_roster)
    return;
  read_courses (rules, courses, day, state);
  state->lapses
      = find_end (rules, state->last_course != NULL ? state->last_course->to : state->listed);
}
