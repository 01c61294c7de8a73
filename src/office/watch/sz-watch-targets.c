/* sz-watch-targets.c — conditions about targets and the registers of coverage (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-watch-scan.h"

/* Of the indicators that the documents date, last year's row says nothing any more. */
static gboolean
is_dated (const SzTargetLine *line)
{
  static const char *const dated[] = { "joint", "integrated", "rotation", NULL };

  return g_strv_contains (dated, line->indicator->indicator.id);
}

static gboolean
is_short_error (const SzTargetsView *view, const SzTargetLine *line)
{
  if (is_dated (line))
    return line->indicator->deadlines != NULL
           && g_array_index (line->indicator->deadlines, SzDate, 0) <= view->day;
  return view->day == sz_date_make (view->year, 12, 31);
}

static gboolean
entries_differ (const SzTargetLine *line)
{
  const SzReading *one = &line->register_reading;
  const SzReading *other = &line->entries_reading;

  if (!line->in_register || !other->known)
    return FALSE;
  return one->value != other->value
         || (line->indicator->indicator.kind == SZ_INDICATOR_RATIO && one->base != other->base);
}

static json_t *
make_facts (const SzTargetLine *line)
{
  return json_pack ("{s:s, s:I, s:I, s:I}", "name", line->indicator->indicator.name, "value",
                    (json_int_t)line->figures.reading.value, "needed",
                    (json_int_t)line->figures.needed, "gap", (json_int_t)line->figures.gap);
}

static void
check_line (SzWatchScan *scan, const SzTargetsView *view, const SzTargetLine *line)
{
  const char *id = line->indicator->indicator.id;
  const SzTargetState state = line->figures.state;
  SzFound found = { .unit = line->office != NULL && *line->office != '\0' ? line->office : NULL };

  if (state == SZ_TARGET_BEHIND || state == SZ_TARGET_MISSED || state == SZ_TARGET_BELOW)
    {
      found.kind = state == SZ_TARGET_BEHIND ? "target.behind" : "target.short";
      found.heavier = state != SZ_TARGET_BEHIND && is_short_error (view, line);
      found.facts = make_facts (line);
      sz_watch_scan_add_format (scan, found, "%d|%s", view->year, id);
    }
  if (!entries_differ (line))
    return;
  found.kind = "target.entries_differ";
  found.heavier = FALSE;
  found.facts = json_pack ("{s:s, s:I, s:I}", "name", line->indicator->indicator.name, "registered",
                           (json_int_t)line->register_reading.value, "reported",
                           (json_int_t)line->entries_reading.value);
  sz_watch_scan_add_format (scan, found, "%d|%s", view->year, id);
}

/* target.behind, target.short, target.entries_differ */
gboolean
sz_watch_find_targets (SzWatchScan *scan, GError **error)
{
  g_return_val_if_fail (scan != NULL, FALSE);

  for (guint i = 0; i < scan->this_year->lines->len; i++)
    {
      const SzTargetLine *now = &g_array_index (scan->this_year->lines, SzTargetLine, i);
      const SzTargetLine *before = &g_array_index (scan->last_year->lines, SzTargetLine, i);

      check_line (scan, scan->this_year, now);
      if (!is_dated (before))
        check_line (scan, scan->last_year, before);
    }
  return TRUE;
}

/* students.paid_differ: the latest period by the day for which both have an entry. */
static void
check_students (SzWatchScan *scan)
{
  g_autoptr (GPtrArray) students = sz_targets_view_entries (scan->this_year, "students");
  g_autoptr (GPtrArray) paid = sz_targets_view_entries (scan->this_year, "students_paid");

  for (guint i = students->len; i > 0; i--)
    for (guint j = 0; j < paid->len; j++)
      {
        const SzEntry *all = g_ptr_array_index (students, i - 1);
        const SzEntry *paying = g_ptr_array_index (paid, j);
        gint64 difference = ABS (all->number - paying->number);
        gint64 allowed = 0;

        if (all->to > scan->day || all->from != paying->from || all->to != paying->to)
          continue;
        sz_decimal_div_floor ((SzWide)scan->book->rules->tolerance_x1e4 * all->number, SZ_RATIO_ONE,
                              &allowed, NULL);
        if (difference > allowed)
          sz_watch_scan_add_format (scan,
                                    (SzFound){ .kind = "students.paid_differ",
                                               .size = difference,
                                               .facts = json_pack ("{s:I, s:I, s:s}", "students",
                                                                   (json_int_t)all->number, "paid",
                                                                   (json_int_t)paying->number,
                                                                   "period", all->period) },
                                    "%d", scan->this_year->year);
        return;
      }
}

/* graduate.no_evidence, skill.exempt_unapproved, skill.missing_reason, students.paid_differ */
gboolean
sz_watch_find_coverage (SzWatchScan *scan, GError **error)
{
  const SzTargetRegisters *registers = scan->this_year->registers;
  const struct
  {
    const char *kind;
    guint size;
  } counts[] = {
    { "graduate.no_evidence", registers->graduates->without_evidence },
    { "skill.exempt_unapproved", registers->skill->exempt_unapproved },
    { "skill.missing_reason", registers->skill->missing_reason },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].size > 0)
      sz_watch_scan_add_format (scan, (SzFound){ .kind = counts[i].kind, .size = counts[i].size },
                                "%d", scan->this_year->year);
  check_students (scan);
  return TRUE;
}

/* rectify.overdue */
gboolean
sz_watch_find_rectify (SzWatchScan *scan, GError **error)
{
  g_return_val_if_fail (scan != NULL, FALSE);

  for (guint i = 0; i < scan->book->rectify->len; i++)
    {
      const SzRectifyItem *item = &g_array_index (scan->book->rectify, SzRectifyRow, i).item;

      if (!sz_rectify_is_overdue (item, scan->day))
        continue;
      sz_watch_scan_add (scan, &(SzFound){ .kind = "rectify.overdue",
                                           .subject = item->no,
                                           .facts
                                           = json_pack ("{s:s, s:s, s:o}", "problem", item->problem,
                                                        "unit", item->unit, "deadline",
                                                        sz_watch_fact_date (item->deadline)),
                                           .unit = item->unit });
    }
  return TRUE;
}
