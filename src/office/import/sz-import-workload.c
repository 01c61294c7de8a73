/* sz-import-workload.c — kinds teaching 教学工作量, training 培训授课记录, training-income 培训收支
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "sz-import-cell.h"
#include "sz-import-clash.h"
#include "sz-import-handlers-private.h"
#include "sz-import-run.h"
#include "sz-import-rows-private.h"
#include "sz-store-workload.h"

SZ_IMPORT_ROWS (SzTeachingRow, sz_store_teaching)
SZ_IMPORT_ROWS (SzTrainingRow, sz_store_training)
SZ_IMPORT_ROWS (SzTrainingIncome, sz_store_training_income)

/* In the order of the fields in sz-import-kind.c. */
enum
{
  TEACHING_YEAR,
  TEACHING_TERM,
  TEACHING_STAFF_NO,
  TEACHING_NAME,
  TEACHING_COURSE,
  TEACHING_CLASS,
  TEACHING_STUDENTS,
  TEACHING_HOURS,
  TEACHING_TYPE,
  TEACHING_REPEAT,
  TEACHING_NEW,
};

static gboolean
parse_teaching (SzImportRun *run, gpointer data)
{
  SzTeachingRow *row = data;
  int type = 0;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, TEACHING_YEAR, &row->year);
  good &= sz_import_read_text (run, TEACHING_TERM, &row->term);
  good &= sz_import_read_person (run, TEACHING_STAFF_NO, TEACHING_NAME, &row->person_id);
  good &= sz_import_read_text (run, TEACHING_COURSE, &row->course);
  good &= sz_import_read_text (run, TEACHING_CLASS, &row->class_name);
  good &= sz_import_read_count (run, TEACHING_STUDENTS, &row->students);
  good &= sz_import_read_decimal (run, TEACHING_HOURS, SZ_HOURS_DECIMALS, &row->hours_x100);
  good &= sz_import_read_value (run, TEACHING_TYPE, &type);
  good &= sz_import_read_value (run, TEACHING_REPEAT, &row->is_repeat);
  good &= sz_import_read_value (run, TEACHING_NEW, &row->is_new);
  row->course_type = (SzCourseType)type;
  return good;
}

static char *
make_teaching_key (gconstpointer data)
{
  const SzTeachingRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s\x1f%s\x1f%s\x1f%d", row->person_id,
                          row->year, row->term, row->course, row->class_name, row->course_type);
}

static char *
make_teaching_content (gconstpointer data)
{
  const SzTeachingRow *row = data;

  return g_strdup_printf ("%d\x1f%" G_GINT64_FORMAT "\x1f%d%d", row->students, row->hours_x100,
                          row->is_repeat, row->is_new);
}

static gboolean
check_teaching (SzImportRun *run, gpointer data, GError **error)
{
  const SzTeachingRow *row = data;

  sz_import_check_service (run, TEACHING_STAFF_NO, row->person_id, TEACHING_YEAR,
                           sz_date_make (row->year, 1, 1), sz_date_make (row->year, 12, 31));
  return TRUE;
}

static const SzImportRows teaching_rows = {
  SZ_IMPORT_ROWS_OF (SzTeachingRow, sz_store_teaching),
  .parse = parse_teaching,
  .key = make_teaching_key,
  .content = make_teaching_content,
  .ordinal_offset = G_STRUCT_OFFSET (SzTeachingRow, ordinal),
  .check = check_teaching,
};

const SzImportHandler sz_import_teaching_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES | SZ_IMPORT_WANTS_SERVICES,
  SZ_IMPORT_ROWS_HANDLER (teaching_rows),
};

enum
{
  TRAINING_PROJECT,
  TRAINING_PROJECT_NAME,
  TRAINING_CATEGORY,
  TRAINING_SESSION,
  TRAINING_DATE,
  TRAINING_PERIOD,
  TRAINING_STAFF_NO,
  TRAINING_NAME,
  TRAINING_ROLE,
  TRAINING_TYPE,
  TRAINING_STUDENTS,
  TRAINING_HOURS,
  TRAINING_TIME,
  TRAINING_PAY_MODE,
};

static gboolean
parse_training (SzImportRun *run, gpointer data)
{
  SzTrainingRow *row = data;
  int role = SZ_TRAINING_LECTURER;
  int type = 0;
  int slot = SZ_TIME_REGULAR;
  int mode = SZ_PAY_MODE_COUNT;
  gboolean good = TRUE;

  good &= sz_import_read_text (run, TRAINING_PROJECT, &row->project_code);
  good &= sz_import_read_text (run, TRAINING_PROJECT_NAME, &row->project_name);
  good &= sz_import_read_text (run, TRAINING_CATEGORY, &row->category);
  good &= sz_import_read_text (run, TRAINING_SESSION, &row->session);
  good &= sz_import_read_date (run, TRAINING_DATE, &row->date);
  good &= sz_import_read_text (run, TRAINING_PERIOD, &row->period);
  good &= sz_import_read_person (run, TRAINING_STAFF_NO, TRAINING_NAME, &row->person_id);
  good &= sz_import_read_value (run, TRAINING_ROLE, &role);
  good &= sz_import_read_value (run, TRAINING_TYPE, &type);
  good &= sz_import_read_count (run, TRAINING_STUDENTS, &row->students);
  good &= sz_import_read_decimal (run, TRAINING_HOURS, SZ_HOURS_DECIMALS, &row->hours_x100);
  good &= sz_import_read_value (run, TRAINING_TIME, &slot);
  good &= sz_import_read_value (run, TRAINING_PAY_MODE, &mode);
  row->role = (SzTrainingRole)role;
  row->course_type = (SzCourseType)type;
  row->time_slot = (SzTimeSlot)slot;
  row->pay_mode = (SzPayMode)mode;
  return good;
}

static char *
make_training_key (gconstpointer data)
{
  const SzTrainingRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s\x1f%s\x1f%s\x1f%d", row->person_id,
                          row->date, row->project_code, row->session, row->period, row->role);
}

/* A record with a period is one record; without one a day may hold several of a kind. */
static char *
make_training_content (gconstpointer data)
{
  const SzTrainingRow *row = data;

  if (*row->period != '\0')
    return NULL;
  return g_strdup_printf ("%d\x1f%d\x1f%" G_GINT64_FORMAT "\x1f%d\x1f%d\x1f%s\x1f%s",
                          row->course_type, row->students, row->hours_x100, row->time_slot,
                          row->pay_mode, row->project_name, row->category);
}

static void
find_clash (SzImportRun *run, const char *where, const SzTrainingRow *row, const char *project)
{
  g_autofree char *day = sz_date_format (row->date);
  g_autofree char *other = g_strdup_printf ("%s %s %s", day, row->period, project);

  sz_import_find (run, SZ_SEVERITY_ERROR, "time.clash", TRAINING_PERIOD, row->period, "where",
                  where, "other", g_strchomp (other), NULL);
}

/* The register's own copy of this very record is no clash. */
static gboolean
check_stored_clash (SzImportRun *run, const SzTrainingRow *row, GError **error)
{
  g_auto (SzTrainingRow) own = { .person_id = row->person_id,
                                 .date = row->date,
                                 .project_code = g_strdup (row->project_code),
                                 .session = g_strdup (row->session),
                                 .period = g_strdup (row->period),
                                 .role = row->role,
                                 .ordinal = row->ordinal };
  g_auto (SzTrainingRow) other = { 0 };
  g_autofree char *where = NULL;
  gboolean found = FALSE;
  gboolean clash = FALSE;

  if (!sz_store_training_find (run->store, &own, &found, error)
      || !sz_import_clash_stored (run, run->state, &own, &other, &clash, error))
    return FALSE;
  if (!clash)
    return TRUE;
  where = other.batch_id != 0
              ? g_strdup_printf (_ ("row %d of batch %" PRId64), other.source_row, other.batch_id)
              : sz_import_dup_where (0);
  find_clash (run, where, &other, other.project_code);
  return TRUE;
}

/* RULE wrk-6: one teacher, date and period belongs to one record. */
static gboolean
check_training (SzImportRun *run, gpointer data, GError **error)
{
  const SzTrainingRow *row = data;
  g_autofree char *key = NULL;
  g_autofree char *where = NULL;
  guint first;

  sz_import_check_service (run, TRAINING_STAFF_NO, row->person_id, TRAINING_DATE, row->date,
                           sz_date_first_day (row->date));
  if (*row->period == '\0')
    return TRUE;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s", row->person_id, row->date,
                         row->period);
  sz_import_clash_check_training (run, run->state, row, TRAINING_PERIOD);
  first = sz_import_keys_add (run->more_keys, key, run->row->number, NULL);
  if (first == 0)
    first = sz_import_clash_note_training (run->state, row);
  if (first == 0)
    return check_stored_clash (run, row, error);
  where = sz_import_dup_where (first);
  find_clash (run, where, row, "");
  return TRUE;
}

static void
end_training (SzImportRun *run)
{
  sz_import_clash_free (run->state);
  run->state = NULL;
}

/* The timetables are wanted while checking only. */
static gboolean
begin_training (SzImportRun *run, GError **error)
{
  end_training (run);
  if (run->act == NULL)
    run->state = sz_import_clash_lessons (run, error);
  return (run->act != NULL || run->state != NULL) && sz_import_rows_begin (run, error);
}

static const SzImportRows training_rows = {
  SZ_IMPORT_ROWS_OF (SzTrainingRow, sz_store_training),
  .parse = parse_training,
  .key = make_training_key,
  .content = make_training_content,
  .ordinal_offset = G_STRUCT_OFFSET (SzTrainingRow, ordinal),
  .check = check_training,
};

const SzImportHandler sz_import_training_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES | SZ_IMPORT_WANTS_SERVICES,
  .begin = begin_training,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .end = end_training,
  .rows = &training_rows,
};

enum
{
  INCOME_YEAR,
  INCOME_PROJECT,
  INCOME_INCOME,
  INCOME_COST,
  INCOME_PERSON_TIMES,
};

static gboolean
parse_income (SzImportRun *run, gpointer data)
{
  SzTrainingIncome *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, INCOME_YEAR, &row->year);
  good &= sz_import_read_text (run, INCOME_PROJECT, &row->project_code);
  good &= sz_import_read_money (run, INCOME_INCOME, &row->income_fen);
  good &= sz_import_read_money (run, INCOME_COST, &row->cost_fen);
  good &= sz_import_read_decimal (run, INCOME_PERSON_TIMES, 0, &row->person_times);
  return good;
}

static char *
make_income_key (gconstpointer data)
{
  const SzTrainingIncome *row = data;

  return g_strdup_printf ("%d\x1f%s", row->year, row->project_code);
}

static const SzImportRows income_rows = {
  SZ_IMPORT_ROWS_OF (SzTrainingIncome, sz_store_training_income),
  .parse = parse_income,
  .key = make_income_key,
};

const SzImportHandler sz_import_training_income_handler = {
  SZ_IMPORT_ROWS_HANDLER (income_rows),
};
