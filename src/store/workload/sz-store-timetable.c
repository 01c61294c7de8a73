/* sz-store-timetable.c — who teaches when in a term 课表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-timetable.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn timetable_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, person_id), 0 },
  { "term", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, term), 0 },
  { "weekday", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, weekday), 0 },
  { "period", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, period), 0 },
  { "week_from", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, week_from), 0 },
  { "week_to", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, week_to), 0 },
  { "weeks", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, weeks),
    SZ_TABLE_WEEKS },
  { "course", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTimetableRow, course), 0 },
  { "class_name", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTimetableRow, class_name), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTimetableRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTimetableRow, source_row),
    0 },
};

const SzRowType sz_timetable_type
    = { SZ_ROW_TYPE ("timetable", SzTimetableRow, timetable_columns) };

SZ_ROW_DEFINE (SzTimetableRow, sz_store_timetable, sz_timetable_type)
