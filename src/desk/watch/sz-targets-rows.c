/* sz-targets-rows.c — targets, who is missing, and what one target comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-targets-rows.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-decimal.h"
#include "sz-field-list.h"
#include "sz-target-reason.h"
#include "sz-target-registers.h"
#include "sz-view-target-months.h"

static const SzListColumn target_columns[] = {
  { "order", N_ ("Order"), 52, .numeric = TRUE },
  { "name", N_ ("Target"), 210 },
  { "unit", N_ ("Unit"), 48 },
  { "goal", N_ ("Goal"), 84, .numeric = TRUE },
  { "value", N_ ("Value"), 84, .numeric = TRUE },
  { "needed", N_ ("Needed"), 84, .numeric = TRUE },
  { "done", N_ ("Done %"), 84, .numeric = TRUE },
  { "gap", N_ ("Gap"), 72, .numeric = TRUE },
  { "state", N_ ("State"), 76 },
  { "deadline", N_ ("Deadline"), 96 },
  { "office", N_ ("Office"), 110 },
  { NULL },
};

/* The target is chosen beside the list. */
static const SzListColumn missing_columns[] = {
  { "target", N_ ("Target"), 190, .hidden = TRUE },
  { "no", N_ ("No."), 80 },
  { "name", N_ ("Name"), 66, .name = TRUE },
  { "place", N_ ("Major or department"), 100 },
  { "what", N_ ("What is missing"), 146 },
  { "reason", N_ ("Reason"), 130, .typed = TRUE },
  { NULL },
};

const SzListColumn *
sz_targets_columns (void)
{
  return target_columns;
}

const SzListColumn *
sz_missing_columns (void)
{
  return missing_columns;
}

SzDate
sz_targets_day (int year, SzDate day)
{
  return sz_target_day (year, day);
}

static SzTargetsView *
open_view (SzOffice *office, const SzListAsk *ask, GError **error)
{
  const char *chosen = ask->choices[SZ_TARGET_FILTER_YEAR];
  const int year = *chosen != '\0' ? atoi (chosen) : sz_date_year (ask->day);

  return sz_view_targets (office, year, sz_targets_day (year, ask->day), error);
}

static gboolean
is_ratio (const SzTargetLine *line)
{
  return line->indicator->indicator.kind == SZ_INDICATOR_RATIO;
}

static char *
write_goal (const SzTargetLine *line)
{
  g_autofree char *percent = NULL;

  if (!line->has_goal)
    return g_strdup ("");
  if (!is_ratio (line))
    return sz_decimal_format_grouped (line->goal, 0);
  percent = sz_decimal_format (line->goal, 2);
  return g_strconcat (percent, "%", NULL);
}

static void
put_number (SzListRow *row, guint column, gboolean known, gint64 number)
{
  row->cells[column] = known ? sz_decimal_format_grouped (number, 0) : g_strdup ("");
  row->numbers[column] = known ? number * 100 : -1;
}

static const char *
find_style (SzTargetState state)
{
  return state == SZ_TARGET_MISSED                               ? "sz-error-row"
         : state == SZ_TARGET_BEHIND || state == SZ_TARGET_BELOW ? "sz-warning-row"
                                                                 : NULL;
}

static SzListRow *
make_row (const SzTargetLine *line, gint64 id)
{
  const SzTargetFigures *figures = &line->figures;
  const gboolean has_share = is_ratio (line) ? figures->has_rate : figures->has_completion;
  const gint64 share = is_ratio (line) ? figures->rate_x100 : figures->completion_x100;
  SzListRow *row = sz_list_row_new (id, G_N_ELEMENTS (target_columns) - 1);

  row->numbers = g_new0 (gint64, row->n_columns);
  row->cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  row->numbers[0] = id * 100;
  row->cells[1] = g_strdup (line->indicator->indicator.name);
  row->cells[2] = g_strdup (line->indicator->indicator.unit);
  row->cells[3] = write_goal (line);
  row->numbers[3] = line->has_goal ? line->goal : -1;
  put_number (row, 4, figures->reading.known, figures->reading.value);
  put_number (row, 5, figures->has_needed, figures->needed);
  row->cells[6] = has_share ? sz_decimal_format (share, 2) : g_strdup ("");
  row->numbers[6] = has_share ? share : -1;
  put_number (row, 7, figures->has_gap, figures->gap);
  row->cells[8] = g_strdup (sz_target_state_name (figures->state));
  row->cells[9] = sz_date_format (figures->deadline);
  row->cells[10] = g_strdup (line->office != NULL ? line->office : "");
  row->style = find_style (figures->state);
  return row;
}

GPtrArray *
sz_targets_read (SzOffice *office,
                 const SzListView *view,
                 const SzListAsk *ask,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SzTargetsView) targets = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);
  targets = open_view (office, ask, error);
  if (targets == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < targets->lines->len; i++)
    g_ptr_array_add (rows, make_row (&g_array_index (targets->lines, SzTargetLine, i), i + 1));
  return rows;
}

/* ---- who is missing ---- */

static void
add_missing (GPtrArray *rows, const SzTargetLine *line, const char *const *texts)
{
  SzListRow *row = sz_list_row_new (rows->len + 1, G_N_ELEMENTS (missing_columns) - 1);

  row->cells[0] = g_strdup (line->indicator->indicator.name);
  for (guint i = 1; i < row->n_columns; i++)
    row->cells[i] = g_strdup (texts[i - 1] != NULL ? texts[i - 1] : "");
  /* Only 应评名单 has a column for the reason. */
  row->fixed = !g_str_equal (line->indicator->indicator.id, "assessed");
  g_ptr_array_add (rows, row);
}

static void
add_graduates (GPtrArray *rows, const SzTargetsView *targets)
{
  const SzTargetLine *line = sz_targets_view_find (targets, "employment");
  const GPtrArray *missing = targets->registers->graduates->missing;

  for (guint i = 0; i < missing->len; i++)
    {
      const SzGraduate *graduate = g_ptr_array_index (missing, i);
      const char *kind = sz_codes_by_value (SZ_TABLE_GRADUATE, (int)graduate->kind)->name;
      g_autofree char *day = sz_date_format (graduate->placed_on);
      /* A place that begins after the day. */
      g_autofree char *what = g_strdup_printf (*day != '\0' ? "%s · %s" : "%s%s", kind, day);

      add_missing (rows, line,
                   (const char *[]){ graduate->student_no, graduate->name, graduate->major, what,
                                     "" });
    }
}

static void
add_skill (GPtrArray *rows, const SzTargetsView *targets)
{
  const SzTargetLine *line = sz_targets_view_find (targets, "assessed");
  const GArray *items = targets->registers->skill->items;

  for (guint i = 0; i < items->len; i++)
    {
      const SzSkillItem *item = &g_array_index (items, SzSkillItem, i);
      const SzSkillDue *due = item->due;
      g_autofree char *what = sz_target_reason_what (due->occupation, due->level, due->batch);

      if (!item->exempt && !item->taken)
        add_missing (rows, line,
                     (const char *[]){ due->student_no, due->name, due->major, what,
                                       due->missing_reason });
    }
}

static void
add_rotation (GPtrArray *rows, const SzTargetsView *targets)
{
  const SzTargetLine *line = sz_targets_view_find (targets, "rotation");
  const GArray *people = targets->registers->rotation;

  for (guint i = 0; i < people->len; i++)
    {
      const SzRotationLine *person = &g_array_index (people, SzRotationLine, i);
      g_autofree char *lapses = sz_date_format (person->state.lapses);
      g_autofree char *what = g_strdup_printf (_ ("Training lapses on %s"), lapses);

      if (!person->state.covered)
        add_missing (rows, line,
                     (const char *[]){ person->staff_no, person->name, person->department, what,
                                       "" });
    }
}

/* Those of the target that is chosen, or of all. */
static gboolean
is_asked (const SzListAsk *ask, const char *id)
{
  const char *name = ask->choices[SZ_TARGET_FILTER_NAME];

  return *name == '\0' || g_str_equal (name, sz_indicator_find (id)->name);
}

GPtrArray *
sz_missing_read (SzOffice *office,
                 const SzListView *view,
                 const SzListAsk *ask,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (SzTargetsView) targets = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);
  targets = open_view (office, ask, error);
  if (targets == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  if (is_asked (ask, "employment"))
    add_graduates (rows, targets);
  if (is_asked (ask, "assessed"))
    add_skill (rows, targets);
  if (is_asked (ask, "rotation"))
    add_rotation (rows, targets);
  return rows;
}

/* ---- one of them ---- */

static void
add_training (GPtrArray *fields, const SzTargetsView *targets)
{
  const SzTrainingYear *training = targets->registers->training;

  sz_fields_add_heading (fields, _ ("Register"));
  sz_fields_take (fields, _ ("Classes"), sz_decimal_format_grouped (training->classes, 0));
  sz_fields_take (fields, _ ("Cancelled"), sz_decimal_format_grouped (training->cancelled, 0));
  sz_fields_take (fields, _ ("People"), sz_decimal_format_grouped (training->people, 0));
  sz_fields_take (fields, _ ("Not completed"),
                  sz_decimal_format_grouped (training->not_completed, 0));
  sz_fields_take (fields, _ ("Equivalent students"),
                  sz_decimal_format (targets->registers->equivalent_x100, 2));
}

static SzListDetails *
describe (const SzTargetsView *targets, const SzTargetLine *line)
{
  SzListDetails *details = g_new0 (SzListDetails, 1);
  const SzTargetFigures *figures = &line->figures;

  details->name = g_strdup (line->indicator->indicator.name);
  details->line = g_strdup (sz_target_state_name (figures->state));
  details->fields = sz_fields_new ();
  if (figures->reading.known)
    {
      sz_fields_take (details->fields, _ ("Value"),
                      sz_decimal_format_grouped (figures->reading.value, 0));
      if (is_ratio (line))
        sz_fields_take (details->fields, _ ("Of"),
                        sz_decimal_format_grouped (figures->reading.base, 0));
      sz_fields_add (details->fields, _ ("Figure from"),
                     figures->from_register ? _ ("Register") : _ ("Entries"));
    }
  if (figures->has_gap)
    sz_fields_take (details->fields, _ ("Gap"), sz_decimal_format_grouped (figures->gap, 0));
  if (g_str_equal (line->indicator->indicator.id, "training")
      && targets->registers->training->registered > 0)
    add_training (details->fields, targets);
  return details;
}

/* By month against the straight line of the year, where it goes by pace. */
static SzChartData *
make_chart (const SzTargetLine *line, const SzTargetMonths *months)
{
  const gboolean paced = line->indicator->by_pace && line->figures.has_needed;
  const char *const series[] = { _ ("Reached"), _ ("Still to the line of the year") };
  SzChartData *data;

  if (months->n == 0)
    return NULL;
  data = sz_chart_data_new (line->indicator->indicator.name, 0, series, paced ? 2 : 1);
  for (guint i = 0; i < months->n; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Month %u"), i + 1);
      const gint64 due = paced ? line->figures.needed * (i + 1) / SZ_TARGET_MONTHS : 0;
      const gint64 value = MAX (0, months->values[i]);

      sz_chart_data_add (data, label, (gint64[]){ value, MAX (0, due - value) });
    }
  return data;
}

char *
sz_missing_due (const SzListRow *row, int year)
{
  g_return_val_if_fail (row != NULL, NULL);
  return row->fixed ? NULL : sz_target_reason_subject (year, row->cells[1], row->cells[4]);
}

SzTargetFace *
sz_target_face (SzOffice *office, int year, SzDate day, gint64 row, GError **error)
{
  g_autoptr (SzTargetsView) targets = NULL;
  g_autoptr (SzTargetFace) face = NULL;
  const SzTargetLine *line;
  SzTargetMonths months;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  face = g_new0 (SzTargetFace, 1);
  targets = sz_view_targets (office, year, sz_targets_day (year, day), error);
  if (targets == NULL)
    return NULL;
  face->briefs = sz_target_list (targets);
  if (row < 1 || row > targets->lines->len)
    return g_steal_pointer (&face);
  line = &g_array_index (targets->lines, SzTargetLine, row - 1);
  face->id = g_strdup (line->indicator->indicator.id);
  face->name = g_strdup (line->indicator->indicator.name);
  face->goal = write_goal (line);
  face->ratio = is_ratio (line);
  face->office = g_strdup (line->office != NULL ? line->office : "");
  face->document = g_strdup (line->document != NULL ? line->document : "");
  face->details = describe (targets, line);
  if (!sz_view_target_months (office, targets->year, targets->day, face->id, &months, error))
    return NULL;
  face->chart = make_chart (line, &months);
  return g_steal_pointer (&face);
}

void
sz_target_face_free (SzTargetFace *face)
{
  if (face == NULL)
    return;
  g_free (face->id);
  g_free (face->name);
  g_free (face->goal);
  g_free (face->office);
  g_free (face->document);
  g_clear_pointer (&face->briefs, g_ptr_array_unref);
  g_clear_pointer (&face->details, sz_list_details_free);
  g_clear_pointer (&face->chart, sz_chart_data_free);
  g_free (face);
}
