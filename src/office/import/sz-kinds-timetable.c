/* sz-kinds-timetable.c — kind timetable 课表 (RULE wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-import-cell.h"
#include "sz-import-clash.h"
#include "sz-row-type.h"
#include "sz-store-timetable.h"

#define WEEKS_MAX 60
/* Three members are read from it. */
#define WEEK_RANGE "起止周"

static const SzImportField timetable[] = {
  { "学期", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTimetableRow, term), .required = TRUE,
    .example = "2025春", .note = N_ ("As in the parameter load.term_start") },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzTimetableRow, person_id), .required = TRUE,
    .example = "1001" },
  { "星期", SZ_FIELD_CODE, SZ_FIELD_AT (SzTimetableRow, weekday), .required = TRUE,
    .table = SZ_TABLE_WEEKDAY, .example = "星期三" },
  { "节次", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTimetableRow, period), .required = TRUE,
    .example = "1-2" },
  { "起止周", SZ_FIELD_TEXT, .required = TRUE, .example = "1-17" },
  { "单双周", SZ_FIELD_CODE, SZ_FIELD_AT (SzTimetableRow, weeks), .table = SZ_TABLE_WEEKS,
    .example = "每周", .note = N_ ("Empty means 每周") },
  { "课程", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTimetableRow, course), .example = "数控编程" },
  { "班级", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTimetableRow, class_name), .example = "24级3班" },
};

typedef struct
{
  SzImportClash *clash;
  GHashTable *seen; /* person id and term → GPtrArray of SzTimetableRow of this file */
} State;

static void
row_freed_cb (gpointer data)
{
  sz_store_timetable_clear (data);
  g_free (data);
}

static void
rows_freed_cb (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
end_timetable (SzImportRun *run)
{
  State *state = run->state;

  if (state == NULL)
    return;
  g_clear_pointer (&state->clash, sz_import_clash_free);
  g_clear_pointer (&state->seen, g_hash_table_unref);
  g_clear_pointer (&run->state, g_free);
}

static gboolean
begin_timetable (SzImportRun *run, GError **error)
{
  State *state;

  end_timetable (run);
  state = g_new0 (State, 1);
  run->state = state;
  state->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rows_freed_cb);
  if (run->act == NULL)
    state->clash = sz_import_clash_trainings (run, error);
  return run->act != NULL || state->clash != NULL;
}

/* What stands behind the numbers in 1-16(双), 1-17周, 3-15周(单). */
static gboolean
read_parity (const char *rest, SzWeeks *weeks)
{
  static const struct
  {
    const char *text;
    SzWeeks weeks;
  } endings[] = {
    { "", SZ_WEEKS_ALL },      { "周", SZ_WEEKS_ALL },    { "单", SZ_WEEKS_ODD },
    { "单周", SZ_WEEKS_ODD },  { "周单", SZ_WEEKS_ODD },  { "双", SZ_WEEKS_EVEN },
    { "双周", SZ_WEEKS_EVEN }, { "周双", SZ_WEEKS_EVEN },
  };
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = rest; *p != '\0'; p++)
    if (strchr ("() ", *p) == NULL)
      g_string_append_c (plain, *p);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (plain->str, endings[i].text))
      {
        *weeks = endings[i].weeks;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_range (const char *folded, SzTimetableRow *row)
{
  const char *at = g_str_has_prefix (folded, "第") ? folded + strlen ("第") : folded;
  char *end = NULL;

  row->week_from = row->week_to = (int)CLAMP (g_ascii_strtoll (at, &end, 10), 0, G_MAXINT);
  if (end == at || !g_ascii_isdigit (*at))
    return FALSE;
  if (*end == '-' || *end == '~')
    {
      at = end + 1;
      row->week_to = (int)CLAMP (g_ascii_strtoll (at, &end, 10), 0, G_MAXINT);
      if (end == at || !g_ascii_isdigit (*at))
        return FALSE;
    }
  return read_parity (end, &row->weeks) && row->week_from >= 1 && row->week_from <= row->week_to
         && row->week_to <= WEEKS_MAX;
}

static gboolean
read_range (SzImportRun *run, SzTimetableRow *row)
{
  g_autofree char *folded = NULL;

  if (!sz_import_read_folded (run, (guint)sz_import_field (run, WEEK_RANGE), &folded))
    return FALSE;
  return parse_range (folded, row)
         || sz_import_fail (run, "weeks.invalid", (guint)sz_import_field (run, WEEK_RANGE),
                            sz_import_get_cell (run, (guint)sz_import_field (run, WEEK_RANGE))
                                ->text);
}

/* A column of its own says more than an ending of the range. */
static gboolean
resolve_timetable (SzImportRun *run, gpointer data, GError **error)
{
  SzTimetableRow *row = data;
  int weeks = -1;

  read_range (run, row);
  sz_import_read_value (run, (guint)SZ_IMPORT_FIELD (run, SzTimetableRow, weeks), &weeks);
  if (weeks >= 0)
    row->weeks = (SzWeeks)weeks;
  return TRUE;
}

static SzTimetableRow *
copy_row (const SzTimetableRow *row)
{
  SzTimetableRow *copy = g_new0 (SzTimetableRow, 1);

  *copy = *row;
  copy->term = g_strdup (row->term);
  copy->period = g_strdup (row->period);
  copy->course = g_strdup (row->course);
  copy->class_name = g_strdup (row->class_name);
  return copy;
}

/* Several classes taught together are one lesson; another course at the same time is a clash. */
static void
check_file_clash (SzImportRun *run, State *state, const SzTimetableRow *row)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%s", row->person_id, row->term);
  GPtrArray *rows = g_hash_table_lookup (state->seen, key);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func (row_freed_cb);
      g_hash_table_insert (state->seen, g_steal_pointer (&key), rows);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const SzTimetableRow *other = g_ptr_array_index (rows, i);
      g_autofree char *where = sz_import_dup_where ((guint)other->source_row);

      if (g_strcmp0 (other->course, row->course) != 0
          && sz_import_clash_overlap (state->clash, row, other))
        {
          sz_import_find (run, SZ_SEVERITY_ERROR, "time.clash",
                          SZ_IMPORT_FIELD (run, SzTimetableRow, period), row->period, "where",
                          where, "other", other->course, NULL);
          break;
        }
    }
  g_ptr_array_add (rows, copy_row (row));
}

/* RULE wrk-6 */
static gboolean
check_timetable (SzImportRun *run, gconstpointer data, GError **error)
{
  State *state = run->state;
  const SzTimetableRow *row = data;

  sz_import_clash_doubt_period (run, state->clash, row->period,
                                (guint)SZ_IMPORT_FIELD (run, SzTimetableRow, period));
  check_file_clash (run, state, row);
  sz_import_clash_check_lesson (run, state->clash, row,
                                (guint)SZ_IMPORT_FIELD (run, SzTimetableRow, period));
  return TRUE;
}

static const SzImportHooks hooks = {
  .begin = begin_timetable,
  .end = end_timetable,
  .resolve = resolve_timetable,
  .check_row = check_timetable,
};

const SzImportKind sz_import_kind_timetable = {
  "timetable", "课表", SZ_IMPORT_FIELDS (timetable), .type = &sz_timetable_type, .hooks = &hooks,
};
