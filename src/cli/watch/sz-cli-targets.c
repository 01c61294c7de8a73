/* sz-cli-targets.c — shizictl targets, targets show, targets set (RULE tgt-1 … tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-watch.h"
#include "sz-decimal.h"
#include "sz-percent.h"
#include "sz-target-act.h"
#include "sz-view-targets.h"

/* A line as it is printed. */
typedef struct
{
  const char *id;
  const char *name;
  const char *unit;
  const char *kind;
  gboolean is_ratio;
  gboolean has_goal;
  gint64 goal;
  const char *office;
  const char *document;
  const char *source;
  gboolean known;
  gint64 value;
  gboolean has_base;
  gint64 base;
  gboolean has_rate;
  gint64 rate_x100;
  gboolean has_needed;
  gint64 needed;
  gboolean has_completion;
  gint64 completion_x100;
  gboolean has_gap;
  gint64 gap;
  SzDate deadline;
  const char *state;
} Line;

static Line
make_line (const SzTargetLine *line)
{
  const SzTargetFigures *figures = &line->figures;
  const gboolean is_ratio = line->indicator->indicator.kind == SZ_INDICATOR_RATIO;

  return (Line){ .id = line->indicator->indicator.id,
                 .name = line->indicator->indicator.name,
                 .unit = line->indicator->indicator.unit,
                 .kind = sz_indicator_kind_word (line->indicator->indicator.kind),
                 .is_ratio = is_ratio,
                 .has_goal = line->has_goal,
                 .goal = line->goal,
                 .office = line->office,
                 .document = line->document,
                 .source = !figures->reading.known  ? NULL
                           : figures->from_register ? "register"
                                                    : "entries",
                 .known = figures->reading.known,
                 .value = figures->reading.value,
                 .has_base = is_ratio && figures->reading.known,
                 .base = figures->reading.base,
                 .has_rate = figures->has_rate,
                 .rate_x100 = figures->rate_x100,
                 .has_needed = figures->has_needed,
                 .needed = figures->needed,
                 .has_completion = figures->has_completion,
                 .completion_x100 = figures->completion_x100,
                 .has_gap = figures->has_gap,
                 .gap = figures->gap,
                 .deadline = figures->deadline,
                 .state = sz_target_state_word (figures->state) };
}

/* A number, of a ratio a decimal with four places. */
static json_t *
make_goal (gconstpointer data)
{
  const Line *line = data;
  g_autofree char *ratio = sz_decimal_format (line->goal, SZ_RATIO_DECIMALS);

  if (!line->has_goal)
    return json_null ();
  return line->is_ratio ? json_string (ratio) : json_integer (line->goal);
}

static const SzMember line_fields[] = {
  SZ_SHOW_TEXT (Line, id, "id", NULL),
  SZ_SHOW_TEXT (Line, name, "name", N_ ("Target")),
  SZ_SHOW_TEXT (Line, unit, "unit", N_ ("Unit")),
  SZ_SHOW_TEXT (Line, kind, "kind", NULL),
  SZ_SHOW_MADE ("goal", N_ ("Goal"), make_goal),
  SZ_SHOW_TEXT (Line, office, "office", NULL),
  SZ_SHOW_TEXT (Line, document, "document", NULL),
  SZ_SHOW_TEXT (Line, source, "source", NULL),
  SZ_SHOW_COUNT (Line, value, "value", N_ ("Value"), .has = SZ_HAS (Line, known)),
  SZ_SHOW_COUNT (Line, base, "base", N_ ("Base"), .has = SZ_HAS (Line, has_base)),
  SZ_SHOW_DECIMAL (Line, rate_x100, "rate", N_ ("Rate %"), 2, .has = SZ_HAS (Line, has_rate)),
  SZ_SHOW_COUNT (Line, needed, "needed", N_ ("Needed"), .has = SZ_HAS (Line, has_needed)),
  SZ_SHOW_DECIMAL (Line,
                   completion_x100,
                   "completion",
                   N_ ("Done %"),
                   2,
                   .has = SZ_HAS (Line, has_completion)),
  SZ_SHOW_COUNT (Line, gap, "gap", N_ ("Gap"), .has = SZ_HAS (Line, has_gap)),
  SZ_SHOW_DATE (Line, deadline, "deadline", N_ ("Deadline")),
  SZ_SHOW_TEXT (Line, state, "state", N_ ("State")),
  { NULL },
};

typedef struct
{
  int year;
  SzDate day;
  GArray *targets; /* of Line */
  guint counts[SZ_N_TARGET_STATES];
} Targets;

static json_t *
make_counts (gconstpointer data)
{
  return sz_cli_watch_counts (((const Targets *)data)->counts);
}

static const SzMember targets_fields[] = {
  SZ_SHOW_COUNT (Targets, year, "year", NULL),
  SZ_SHOW_DATE (Targets, day, "date", NULL),
  SZ_SHOW_SAY (N_ ("Targets of {year} on {date}")),
  SZ_SHOW_LIST (Targets, targets, "targets", "", line_fields),
  SZ_SHOW_MADE ("counts", NULL, make_counts),
  { NULL },
};

typedef struct
{
  const char *id;
  int year;
  SzDate on;
} Asked;

/* A day outside of the year asked for is wrong use. */
static gboolean
check_day (SzCli *cli, const Asked *asked)
{
  if (asked->on == SZ_DATE_NONE || asked->year == 0 || sz_date_year (asked->on) == asked->year)
    return TRUE;
  sz_cli_usage (cli, _ ("--on must be a day of the year %d."), asked->year);
  return FALSE;
}

static const SzArg list_args[] = {
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year; that of the day at first")),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_targets (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzTargetsView) view = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  Targets targets = { .targets = lines };

  if (!check_day (cli, asked))
    return SZ_EXIT_USAGE;
  view = sz_view_targets (office, asked->year, asked->on, error);
  if (view == NULL)
    return SZ_EXIT_REFUSED;
  targets.year = view->year;
  targets.day = view->day;
  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzTargetLine *target = &g_array_index (view->lines, SzTargetLine, i);
      Line line = make_line (target);

      targets.counts[target->figures.state]++;
      g_array_append_val (lines, line);
    }
  sz_cli_show (cli, targets_fields, &targets);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_targets
    = { "targets",   N_ ("The targets of a year: goal, value, gap, state"),
        list_args,   sizeof (Asked),
        run_targets, .office = TRUE };

/* ---- one of them ---- */

static const SzMember category_fields[] = {
  SZ_SHOW_TEXT (SzTrainingCategory, category, "category", N_ ("Category")),
  SZ_SHOW_COUNT (SzTrainingCategory, classes, "classes", N_ ("Classes")),
  SZ_SHOW_COUNT (SzTrainingCategory, person_times, "person_times", N_ ("Person-times")),
  SZ_SHOW_COUNT (SzTrainingCategory, people, "people", N_ ("People")),
  { NULL },
};

static const SzMember training_fields[] = {
  SZ_SHOW_COUNT (SzTrainingYear, registered, "registered", NULL),
  SZ_SHOW_COUNT (SzTrainingYear, classes, "classes", NULL),
  SZ_SHOW_COUNT (SzTrainingYear, cancelled, "cancelled", NULL),
  SZ_SHOW_COUNT (SzTrainingYear, person_times, "person_times", NULL),
  SZ_SHOW_COUNT (SzTrainingYear, people, "people", NULL),
  SZ_SHOW_COUNT (SzTrainingYear, not_completed, "not_completed", NULL),
  SZ_SHOW_LIST (SzTrainingYear, categories, "by_category", "", category_fields),
  { NULL },
};

static json_t *
describe_training (const SzTargetRegisters *registers)
{
  json_t *detail = sz_member_json (training_fields, registers->training);
  g_autofree char *students = sz_decimal_format (registers->equivalent_x100, 2);

  json_object_set_new (detail, "equivalent_students", json_string (students));
  return detail;
}

static json_t *
make_text (const char *text)
{
  return text != NULL && *text != '\0' ? json_string (text) : json_null ();
}

static json_t *
make_date (SzDate date)
{
  g_autofree char *text = sz_date_format (date);

  return make_text (text);
}

static json_t *
describe_graduates (const SzTargetRegisters *registers)
{
  const SzGraduateYear *year = registers->graduates;
  json_t *by_kind = json_array ();
  json_t *missing = json_array ();

  for (int i = 0; i < SZ_N_GRADUATE_KINDS; i++)
    json_array_append_new (by_kind, json_pack ("{s:s, s:i}", "kind",
                                               sz_codes_by_value (SZ_TABLE_GRADUATE, i)->name,
                                               "people", (int)year->by_kind[i]));
  for (guint i = 0; i < year->missing->len; i++)
    {
      const SzGraduate *graduate = g_ptr_array_index (year->missing, i);

      json_array_append_new (missing,
                             json_pack ("{s:s, s:s, s:o, s:s}", "student_no", graduate->student_no,
                                        "name", graduate->name, "major",
                                        make_text (graduate->major), "kind",
                                        sz_codes_by_value (SZ_TABLE_GRADUATE, (int)graduate->kind)
                                            ->name));
    }
  return json_pack ("{s:i, s:i, s:i, s:o, s:o}", "graduates", (int)year->graduates, "placed",
                    (int)year->placed, "without_evidence", (int)year->without_evidence, "by_kind",
                    by_kind, "missing", missing);
}

static json_t *
describe_majors (const SzTargetRegisters *registers)
{
  json_t *majors = json_array ();

  for (guint i = 0; i < registers->majors->len; i++)
    {
      const SzMajorDay *major = &g_array_index (registers->majors, SzMajorDay, i);

      json_array_append_new (majors,
                             json_pack ("{s:s, s:s, s:b, s:i, s:o, s:b}", "code", major->code,
                                        "name", major->name, "joint", major->joint, "agreements",
                                        (int)major->agreements, "agreement_until",
                                        make_date (major->agreement_until), "integrated",
                                        major->integrated));
    }
  return json_pack ("{s:o}", "majors", majors);
}

static json_t *
describe_skill (const SzTargetRegisters *registers)
{
  const SzSkillYear *year = registers->skill;
  g_autofree char *pass_rate = sz_percent_dup (year->passed, year->taken);
  g_autofree char *coverage = sz_percent_dup (year->taken, year->due);
  json_t *missing = json_array ();

  for (guint i = 0; i < year->items->len; i++)
    {
      const SzSkillItem *item = &g_array_index (year->items, SzSkillItem, i);

      if (item->exempt || item->taken)
        continue;
      json_array_append_new (missing,
                             json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "student_no",
                                        item->due->student_no, "name", item->due->name, "major",
                                        item->due->major, "occupation", item->due->occupation,
                                        "level", item->due->level, "batch", item->due->batch,
                                        "reason", make_text (item->due->missing_reason)));
    }
  return json_pack ("{s:i, s:i, s:i, s:i, s:i, s:o, s:o, s:i, s:o}", "due", (int)year->due,
                    "exempt", (int)year->exempt, "exempt_unapproved", (int)year->exempt_unapproved,
                    "taken", (int)year->taken, "passed", (int)year->passed, "pass_rate",
                    make_text (pass_rate), "coverage", make_text (coverage), "not_due",
                    (int)year->not_due, "missing", missing);
}

static json_t *
describe_rotation (const SzTargetRegisters *registers)
{
  json_t *people = json_array ();

  for (guint i = 0; i < registers->rotation->len; i++)
    {
      const SzRotationLine *line = &g_array_index (registers->rotation, SzRotationLine, i);
      const SzRotationCourse *last = line->state.last_course;

      json_array_append_new (people, json_pack ("{s:s, s:s, s:o, s:b, s:o, s:o}", "staff_no",
                                                line->staff_no, "name", line->name, "department",
                                                make_text (line->department), "covered",
                                                line->state.covered, "last",
                                                make_date (last != NULL ? last->to : SZ_DATE_NONE),
                                                "lapses", make_date (line->state.lapses)));
    }
  return json_pack ("{s:o}", "people", people);
}

static json_t *
describe_contests (const SzTargetRegisters *registers)
{
  return json_pack ("{s:i, s:i, s:i}", "rows", (int)registers->contests.rows, "hosted",
                    (int)registers->contests.hosted, "won", (int)registers->contests.won);
}

static json_t *
describe_register (const SzTargetRegisters *registers, SzIndicatorSource source)
{
  switch (source)
    {
    case SZ_REGISTER_GRADUATES:
      return describe_graduates (registers);
    case SZ_REGISTER_TRAINEES:
      return describe_training (registers);
    case SZ_REGISTER_JOINT:
    case SZ_REGISTER_INTEGRATED:
      return describe_majors (registers);
    case SZ_REGISTER_SKILL:
      return describe_skill (registers);
    case SZ_REGISTER_ROTATION:
      return describe_rotation (registers);
    case SZ_REGISTER_HOSTED:
    case SZ_REGISTER_WON:
      return describe_contests (registers);
    case SZ_REGISTER_NONE:
    default:
      return json_null ();
    }
}

/* An entry as it is printed: one of the two numbers is not there. */
typedef struct
{
  const char *period;
  SzDate from;
  SzDate to;
  gboolean is_increment;
  gboolean is_cumulative;
  gboolean has_base;
  gint64 number;
  gint64 base;
  const char *evidence;
} Entry;

static const SzMember entry_fields[] = {
  SZ_SHOW_TEXT (Entry, period, "period", N_ ("Period")),
  SZ_SHOW_DATE (Entry, from, "from", N_ ("From")),
  SZ_SHOW_DATE (Entry, to, "to", N_ ("To")),
  SZ_SHOW_COUNT (Entry,
                 number,
                 "increment",
                 N_ ("In the period"),
                 .has = SZ_HAS (Entry, is_increment)),
  SZ_SHOW_COUNT (Entry,
                 number,
                 "cumulative",
                 N_ ("By its end"),
                 .has = SZ_HAS (Entry, is_cumulative)),
  SZ_SHOW_COUNT (Entry, base, "base", N_ ("Base"), .has = SZ_HAS (Entry, has_base)),
  SZ_SHOW_TEXT (Entry, evidence, "evidence", N_ ("Evidence")),
  { NULL },
};

typedef struct
{
  int year;
  SzDate day;
  Line line;
  GArray *entries; /* of Entry */
  const SzTargetRegisters *registers;
  SzIndicatorSource source;
} Shown;

static json_t *
make_detail (gconstpointer data)
{
  const Shown *shown = data;

  return describe_register (shown->registers, shown->source);
}

static const SzMember shown_fields[] = {
  SZ_SHOW_COUNT (Shown, year, "year", N_ ("Year")),
  SZ_SHOW_DATE (Shown, day, "date", N_ ("Day")),
  SZ_SHOW_OBJECT (Shown, line, "target", "", line_fields),
  SZ_SHOW_LIST (Shown, entries, "entries", N_ ("Entries"), entry_fields),
  SZ_SHOW_MADE ("detail", NULL, make_detail),
  { NULL },
};

static GArray *
list_entries (const SzTargetsView *view, const SzTargetLine *line)
{
  g_autoptr (GPtrArray) entries = sz_targets_view_entries (view, line->indicator->indicator.id);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < entries->len; i++)
    {
      const SzEntry *entry = g_ptr_array_index (entries, i);
      Entry shown = { entry->period,     entry->from,
                      entry->to,         !entry->cumulative,
                      entry->cumulative, line->indicator->indicator.kind == SZ_INDICATOR_RATIO,
                      entry->number,     entry->base,
                      entry->evidence };

      g_array_append_val (list, shown);
    }
  return list;
}

static const SzArg show_args[] = {
  SZ_WORD_OF (TEXT, Asked, id, N_ ("ID")),
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year; that of the day at first")),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzTargetsView) view = NULL;
  g_autoptr (GArray) entries = NULL;
  const SzTargetLine *line;
  Shown shown;

  if (!check_day (cli, asked))
    return SZ_EXIT_USAGE;
  view = sz_view_targets (office, asked->year, asked->on, error);
  if (view == NULL)
    return SZ_EXIT_REFUSED;
  line = sz_targets_view_find (view, asked->id);
  if (line == NULL)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "target.unknown", "indicator", asked->id, NULL);
      return SZ_EXIT_REFUSED;
    }
  entries = list_entries (view, line);
  shown = (Shown){ view->year, view->day,       make_line (line),
                   entries,    view->registers, line->indicator->indicator.source };
  sz_cli_show (cli, shown_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_targets_show
    = { "targets show", N_ ("One target with its entries and what the register says"),
        show_args,      sizeof (Asked),
        run_show,       .office = TRUE };

/* ---- its number ---- */

typedef struct
{
  const char *id;
  const char *number;
  int year;
  const char *office;
  const char *source;
} Setting;

static const SzArg set_args[] = {
  SZ_WORD_OF (TEXT, Setting, id, N_ ("ID")),
  SZ_WORD_OF (TEXT, Setting, number, N_ ("NUMBER")),
  SZ_OPTION (YEAR, Setting, year, "year", N_ ("YEAR"), N_ ("The year"), .required = TRUE),
  SZ_OPTION (TEXT, Setting, office, "office", N_ ("处室"), N_ ("Who answers for it")),
  SZ_OPTION (TEXT, Setting, source, "source", N_ ("文号"), N_ ("Number of the document")),
  { 0 },
};

static int
run_set (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Setting *setting = data;
  const SzTargetGoal goal
      = { setting->year, setting->id, setting->number, setting->office, setting->source };
  g_autoptr (SzTargetsView) view = NULL;
  Line line;

  if (!sz_office_target_set (office, &goal, error))
    return SZ_EXIT_REFUSED;
  view = sz_view_targets (office, setting->year, SZ_DATE_NONE, error);
  if (view == NULL)
    return SZ_EXIT_REFUSED;
  line = make_line (sz_targets_view_find (view, setting->id));
  sz_cli_show (cli, line_fields, &line);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_targets_set
    = { "targets set", N_ ("The allotted number of a target"), set_args, sizeof (Setting), run_set,
        .office = TRUE };
