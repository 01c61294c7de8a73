/* sz-kind-leaves.c — kind leaves 请假 (RULE pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-calendar-book.h"
#include "sz-import-cell.h"
#include "sz-kinds-people.h"
#include "sz-leave.h"
#include "sz-row-type.h"
#include "sz-store-registers.h"

static const SzImportField fields[] = {
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzLeaveRow, person_id), .required = TRUE,
    .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
  { "类别", SZ_FIELD_CODE, SZ_FIELD_AT (SzLeaveRow, kind), .required = TRUE,
    .table = SZ_TABLE_LEAVE, .example = "事假" },
  { "起", SZ_FIELD_DATE, SZ_FIELD_AT (SzLeaveRow, from), .example = "2025-03-03",
    .note = N_ ("First day of leave") },
  { "止", SZ_FIELD_DATE, SZ_FIELD_AT (SzLeaveRow, to), .example = "2025-03-07",
    .note = N_ ("Last day of leave") },
  { "起止", SZ_FIELD_PERIOD, .example = "",
    .note = N_ ("Both days in one cell: 2025年3月3日至3月7日") },
  { "天数", SZ_FIELD_HOURS, SZ_FIELD_AT (SzLeaveRow, days_x100), .example = "5",
    .note = N_ ("Only compared with the dates") },
  { "销假日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzLeaveRow, back), .example = "2025-03-10",
    .note = N_ ("First day back at work") },
  { "备注", SZ_FIELD_TEXT, SZ_FIELD_AT (SzLeaveRow, note), .example = "" },
};

static void
find_order (SzImportRun *run, int field, SzDate other)
{
  g_autofree char *text = sz_date_format (other);

  sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", field,
                  sz_import_get_cell (run, (guint)field)->text, "other", text, NULL);
}

/* A month alone ends with its last day. */
static SzDate
get_last_day (const SzLeaveRow *row)
{
  return sz_date_is_month (row->to) ? sz_month_last_day (sz_date_month (row->to)) : row->to;
}

/* What the day of return makes of it. */
static SzLeave
make_leave (const SzLeaveRow *row, SzLeaveEnd *end)
{
  SzLeave leave = { row->kind, sz_date_first_day (row->from), get_last_day (row) };
  SzLeaveEnd ignored = sz_leave_end (leave.from, &leave.to, sz_date_first_day (row->back));

  if (end != NULL)
    *end = ignored;
  return leave;
}

/* 起 and 止, or both in 起止. */
static gboolean
resolve_leave (SzImportRun *run, gpointer data, GError **error)
{
  SzLeaveRow *row = data;
  SzDate from = SZ_DATE_NONE;
  SzDate to = SZ_DATE_NONE;
  int first = SZ_IMPORT_FIELD (run, SzLeaveRow, from);
  int last = SZ_IMPORT_FIELD (run, SzLeaveRow, to);
  SzLeaveEnd end;

  sz_import_read_period (run, (guint)sz_import_field (run, "起止"), &from, &to);
  if (row->from == SZ_DATE_NONE)
    row->from = from;
  if (row->to == SZ_DATE_NONE)
    row->to = to;
  if (row->from == SZ_DATE_NONE)
    sz_import_fail (run, "required.missing", (guint)first, NULL);
  if (row->to == SZ_DATE_NONE)
    sz_import_fail (run, "required.missing", (guint)last, NULL);
  if (row->from == SZ_DATE_NONE || row->to == SZ_DATE_NONE)
    return TRUE;
  if (!sz_import_has (run, (guint)last))
    last = sz_import_field (run, "起止");
  make_leave (row, &end);
  if (get_last_day (row) < sz_date_first_day (row->from))
    find_order (run, last, row->from);
  else if (end == SZ_LEAVE_END_FAULTY)
    find_order (run, SZ_IMPORT_FIELD (run, SzLeaveRow, back), row->from);
  return TRUE;
}

/* Written days are those of the calendar or the working ones; where the calendar of the year is not
   entered, nothing can be said. */
static void
check_days (SzImportRun *run, const SzLeaveRow *row, const SzLeave *leave)
{
  int field = SZ_IMPORT_FIELD (run, SzLeaveRow, days_x100);
  int days = sz_leave_count_days (leave->from, leave->to);
  int workdays = 0;
  g_autofree char *days_arg = NULL;
  g_autofree char *workdays_arg = NULL;

  if (row->days_x100 == 0 || row->days_x100 == days * 100
      || !sz_leave_count_workdays (run->state, leave->from, leave->to, &workdays, NULL)
      || row->days_x100 == workdays * 100)
    return;
  days_arg = g_strdup_printf ("%d", days);
  workdays_arg = g_strdup_printf ("%d", workdays);
  sz_import_find (run, SZ_SEVERITY_WARNING, "leave.days_mismatch", field,
                  sz_import_get_cell (run, (guint)field)->text, "days", days_arg, "workdays",
                  workdays_arg, NULL);
}

static gboolean
check_leave (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzLeaveRow *row = data;
  int back = SZ_IMPORT_FIELD (run, SzLeaveRow, back);
  g_autofree char *to = sz_date_format (row->to);
  SzLeaveEnd end;
  SzLeave leave = make_leave (row, &end);

  if (end == SZ_LEAVE_END_OVERSTAYED)
    sz_import_find (run, SZ_SEVERITY_WARNING, "leave.overstayed", back,
                    sz_import_get_cell (run, (guint)back)->text, "last", to, NULL);
  check_days (run, row, &leave);
  sz_import_check_service (run, (guint)SZ_IMPORT_FIELD (run, SzLeaveRow, person_id), row->person_id,
                           SZ_IMPORT_FIELD (run, SzLeaveRow, from), leave.from, leave.to);
  return TRUE;
}

static gboolean
shares_days (const SzLeaveRow *one, const SzLeaveRow *other)
{
  SzLeave a = make_leave (one, NULL);
  SzLeave b = make_leave (other, NULL);

  return one->person_id == other->person_id && sz_leaves_overlap (&a, &b);
}

static void
find_overlap (SzImportRun *run, const SzLeaveRow *row, const SzLeaveRow *other, gboolean stored)
{
  g_autofree char *from = sz_date_format (row->from);
  g_autofree char *where = sz_import_dup_where (stored ? 0 : (guint)other->source_row);
  g_autofree char *where_arg = g_strconcat ("where=", where, NULL);
  char *args[] = { where_arg, NULL };

  sz_import_find_at (run, (guint)row->source_row, SZ_SEVERITY_ERROR, "leave.overlap",
                     SZ_IMPORT_FIELD (run, SzLeaveRow, from), from, args);
}

static int
compare_leaves_cb (gconstpointer a, gconstpointer b)
{
  const SzLeaveRow *one = *(const SzLeaveRow *const *)a;
  const SzLeaveRow *other = *(const SzLeaveRow *const *)b;

  if (one->person_id != other->person_id)
    return one->person_id < other->person_id ? -1 : 1;
  return one->source_row < other->source_row ? -1 : one->source_row > other->source_row;
}

/* Leaves of one person lie side by side here: the few of each are compared with one another. */
static void
compare_leaves (SzImportRun *run, const GPtrArray *rows, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    for (guint j = first; j < i; j++)
      if (shares_days (g_ptr_array_index (rows, i), g_ptr_array_index (rows, j)))
        {
          find_overlap (run, g_ptr_array_index (rows, i), g_ptr_array_index (rows, j), FALSE);
          break;
        }
}

static gboolean
compare_stored (SzImportRun *run, const SzLeaveRow *row, GError **error)
{
  g_autoptr (GArray) stored
      = sz_store_leave_list (run->store, (SzRowFilter){ 0, row->person_id, 0 }, error);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const SzLeaveRow *other = &g_array_index (stored, SzLeaveRow, i);

      /* One of the same first day is the row itself, compared by its key. */
      if (other->from != row->from && shares_days (row, other))
        {
          find_overlap (run, row, other, TRUE);
          break;
        }
    }
  return stored != NULL;
}

/* RULE pay-19: leaves of a person do not overlap. */
static gboolean
compare_all (SzImportRun *run, GError **error)
{
  guint first = 0;

  g_ptr_array_sort (run->kept, compare_leaves_cb);
  for (guint i = 0; i < run->kept->len; i++)
    {
      const SzLeaveRow *row = g_ptr_array_index (run->kept, i);
      const SzLeaveRow *begin = g_ptr_array_index (run->kept, first);

      if (row->person_id != begin->person_id)
        {
          compare_leaves (run, run->kept, first, i);
          first = i;
        }
      if (!compare_stored (run, row, error))
        return FALSE;
    }
  compare_leaves (run, run->kept, first, run->kept->len);
  return TRUE;
}

static void
end_leaves (SzImportRun *run)
{
  g_clear_pointer ((SzCalendar **)&run->state, sz_calendar_free);
}

static gboolean
begin_leaves (SzImportRun *run, GError **error)
{
  end_leaves (run);
  run->state = sz_calendar_book_load (run->office, error);
  return run->state != NULL;
}

static const SzImportHooks hooks = {
  .wants = SZ_IMPORT_WANTS_SERVICES,
  .begin = begin_leaves,
  .end = end_leaves,
  .resolve = resolve_leave,
  .check_row = check_leave,
  .after_all = compare_all,
  .keeps_rows = TRUE,
};

const SzImportKind sz_import_kind_leaves = {
  "leaves",        "请假登记",       SZ_IMPORT_FIELDS (fields), .type = &sz_leave_type,
  .hooks = &hooks, .alias = "leave",
};
