/* sz-store-pay-facts.c — the inputs of a pay run in one reading (RULE pay-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-arena.h"
#include "sz-person-rows.h"
#include "sz-store-pay.h"
#include "sz-row-type.h"
#include "sz-store-private.h"

#define NOBODY G_MAXUINT32

/* Every table is read once, in the order in which it lies on the disk; rows find their person by
 * an array of ids and are put beside each other afterwards. No hash table, no sorting by SQL. */
typedef struct
{
  SzDb *db;
  const SzDbClass *klass;
  SzArena *arena;
  SzPayFacts *facts;
  GCancellable *cancellable;
  guint32 *index_of_id; /* person id → index, NOBODY */
  gint64 n_ids;
  guint32 *owners; /* of the rows of the table being read */
  gsize n_owners;
  gsize room_owners;
  gboolean in_order; /* … whose owners never descend */
} Gather;

typedef gboolean (*TakeRow) (Gather *gather, SzStmt *stmt, gpointer item);

/** Table: one SELECT whose first column is the person's id. */
typedef struct
{
  const char *sql;
  gsize item_size;
  TakeRow take;
  gsize first_offset; /* of the range in SzPayFact */
  gsize n_offset;
} Table;

void
sz_pay_facts_free (SzPayFacts *facts)
{
  if (facts == NULL)
    return;
  sz_arena_free (facts->storage);
  g_free (facts);
}

static const char *
intern_text (Gather *gather, SzStmt *stmt, int column)
{
  gsize length = 0;
  const char *text = gather->klass->column_text (stmt, column, &length);

  return sz_arena_intern (gather->arena, text, length);
}

static gboolean
decode (SzCodeTable table, SzStmt *stmt, int column, int *value)
{
  const SzCode *code = sz_codes_by_code (table, sz_stmt_text (stmt, column));

  if (code != NULL)
    *value = code->value;
  return code != NULL;
}

static gboolean
take_record (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzRecord *record = item;
  int field = sz_record_field_from_code (sz_stmt_text (stmt, 1));

  record->field = (SzRecordField)field;
  record->from = sz_date_from_text (sz_stmt_text (stmt, 2));
  record->value = (char *)intern_text (gather, stmt, 3);
  return field >= 0;
}

static gboolean
take_service (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzService *service = item;
  int ended_as = 0;

  if (!decode (SZ_TABLE_SERVICE_STATE, stmt, 3, &ended_as))
    return FALSE;
  service->from = sz_date_from_text (sz_stmt_text (stmt, 1));
  service->to = sz_date_from_text (sz_stmt_text (stmt, 2));
  service->ended_as = (SzServiceState)ended_as;
  return TRUE;
}

static gboolean
take_role (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzPayRole *role = item;

  role->role = intern_text (gather, stmt, 1);
  role->from = sz_date_from_text (sz_stmt_text (stmt, 2));
  role->to = sz_date_from_text (sz_stmt_text (stmt, 3));
  return TRUE;
}

static gboolean
take_value (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzPayValue *value = item;

  value->item = intern_text (gather, stmt, 1);
  value->value_x1e4 = sz_stmt_int (stmt, 2);
  return TRUE;
}

static gboolean
take_teaching (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzTeaching *teaching = item;
  int type = 0;

  if (!decode (SZ_TABLE_COURSE_TYPE, stmt, 3, &type))
    return FALSE;
  teaching->hours_x100 = sz_stmt_int (stmt, 1);
  teaching->students = (int)sz_stmt_int (stmt, 2);
  teaching->type = (SzCourseType)type;
  teaching->repeat = sz_stmt_int (stmt, 4) != 0;
  teaching->is_new = sz_stmt_int (stmt, 5) != 0;
  return TRUE;
}

static gboolean
take_training (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzTraining *training = item;
  int type = 0, slot = 0, role = 0, mode = 0;

  if (!decode (SZ_TABLE_COURSE_TYPE, stmt, 3, &type) || !decode (SZ_TABLE_TIME_SLOT, stmt, 4, &slot)
      || !decode (SZ_TABLE_TRAINING_ROLE, stmt, 5, &role)
      || !decode (SZ_TABLE_PAY_MODE, stmt, 6, &mode))
    return FALSE;
  training->hours_x100 = sz_stmt_int (stmt, 1);
  training->students = (int)sz_stmt_int (stmt, 2);
  training->type = (SzCourseType)type;
  training->time = (SzTimeSlot)slot;
  training->role = (SzTrainingRole)role;
  training->pay_mode = (SzPayMode)mode;
  training->category = intern_text (gather, stmt, 7);
  return TRUE;
}

#define RANGE(first, n) G_STRUCT_OFFSET (SzPayFact, first), G_STRUCT_OFFSET (SzPayFact, n)

static const Table records_table = {
  "SELECT person_id, field, from_date, value FROM person_records ORDER BY id",
  sizeof (SzRecord),
  take_record,
  RANGE (first_record, n_records),
};
static const Table services_table = {
  "SELECT person_id, from_date, to_date, ended_as FROM services ORDER BY id",
  sizeof (SzService),
  take_service,
  RANGE (first_service, n_services),
};
static const Table roles_table = {
  "SELECT person_id, role, from_date, to_date FROM roles"
  " WHERE from_date <= $1 AND (to_date = '' OR to_date >= $2) ORDER BY id",
  sizeof (SzPayRole),
  take_role,
  RANGE (first_role, n_roles),
};
static const Table values_table = {
  "SELECT person_id, item, value_x1e4 FROM factors WHERE year = $1 ORDER BY id",
  sizeof (SzPayValue),
  take_value,
  RANGE (first_value, n_values),
};
static const Table teaching_table = {
  "SELECT person_id, hours_x100, students, course_type, is_repeat, is_new FROM teaching_records"
  " WHERE year = $1 ORDER BY id",
  sizeof (SzTeaching),
  take_teaching,
  RANGE (first_teaching, n_teaching),
};
static const Table training_table = {
  "SELECT person_id, hours_x100, students, course_type, time_slot, role, pay_mode, category"
  " FROM training_records WHERE date >= $1 AND date < $2 ORDER BY id",
  sizeof (SzTraining),
  take_training,
  RANGE (first_training, n_training),
};

/* RULE pay-19: the first day back ends a leave the day before. */
static gboolean
take_leave (Gather *gather, SzStmt *stmt, gpointer item)
{
  SzLeave *leave = item;
  int kind = 0;

  (void)gather;
  if (!decode (SZ_TABLE_LEAVE, stmt, 1, &kind))
    return FALSE;
  leave->kind = (SzLeaveKind)kind;
  leave->from = sz_date_first_day (sz_date_from_text (sz_stmt_text (stmt, 2)));
  leave->to = sz_date_from_text (sz_stmt_text (stmt, 3));
  if (sz_date_is_month (leave->to))
    leave->to = sz_month_last_day (sz_date_month (leave->to));
  sz_leave_end (leave->from, &leave->to,
                sz_date_first_day (sz_date_from_text (sz_stmt_text (stmt, 4))));
  return TRUE;
}

static const Table leaves_table = {
  "SELECT person_id, kind, from_date, to_date, back_date FROM leaves"
  " ORDER BY person_id, from_date",
  sizeof (SzLeave),
  take_leave,
  RANGE (first_leave, n_leaves),
};

static guint32
find_owner (const Gather *gather, gint64 person_id)
{
  return person_id >= 0 && person_id < gather->n_ids ? gather->index_of_id[person_id] : NOBODY;
}

static void
add_owner (Gather *gather, guint32 owner)
{
  if (gather->n_owners == gather->room_owners)
    {
      gather->room_owners = MAX (gather->room_owners * 2, 1024);
      gather->owners = g_renew (guint32, gather->owners, gather->room_owners);
    }
  if (gather->n_owners > 0 && owner < gather->owners[gather->n_owners - 1])
    gather->in_order = FALSE;
  gather->owners[gather->n_owners++] = owner;
}

static gboolean
fail_value (SzStmt *stmt, GError **error)
{
  return sz_error_set (error, SZ_ERROR_CORRUPT, "db.bad_value", "table", "", "column", "", "value",
                       sz_stmt_text (stmt, 1), NULL);
}

static gboolean
read_items (Gather *gather, const Table *table, SzStmt *stmt, GArray *items, GError **error)
{
  gboolean more = TRUE;

  for (;;)
    {
      guint32 owner;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      owner = find_owner (gather, sz_stmt_int (stmt, 0));
      if (owner == NOBODY)
        continue;
      add_owner (gather, owner);
      g_array_set_size (items, items->len + 1);
      if (!table->take (gather, stmt, items->data + (items->len - 1) * table->item_size))
        return fail_value (stmt, error);
      if (items->len % 4096 == 0 && g_cancellable_is_cancelled (gather->cancellable))
        return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
    }
}

static guint *
get_field (SzPayFact *fact, gsize offset)
{
  return (guint *)(gpointer)((guint8 *)fact + offset);
}

static void
count_ranges (Gather *gather, const Table *table)
{
  SzPayFact *people = gather->facts->people;
  guint at = 0;

  for (gsize i = 0; i < gather->n_owners; i++)
    ++*get_field (&people[gather->owners[i]], table->n_offset);
  for (gsize i = 0; i < gather->facts->n_people; i++)
    {
      *get_field (&people[i], table->first_offset) = at;
      at += *get_field (&people[i], table->n_offset);
    }
}

static guint8 *
scatter_items (Gather *gather, const Table *table, const guint8 *items)
{
  guint8 *placed = g_malloc (gather->n_owners * table->item_size + 1);
  g_autofree guint *filled = g_new0 (guint, gather->facts->n_people + 1);

  for (gsize i = 0; i < gather->n_owners; i++)
    {
      guint32 owner = gather->owners[i];
      guint at = *get_field (&gather->facts->people[owner], table->first_offset) + filled[owner]++;

      memcpy (placed + (gsize)at * table->item_size, items + i * table->item_size,
              table->item_size);
    }
  return placed;
}

static gboolean
gather_table (
    Gather *gather, const Table *table, SzStmt *stmt, gpointer *placed, gsize *n, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, (guint)table->item_size);
  guint8 *data;

  gather->n_owners = 0;
  gather->in_order = TRUE;
  if (!read_items (gather, table, stmt, items, error))
    return FALSE;
  count_ranges (gather, table);
  *n = items->len;
  if (gather->in_order)
    data = (guint8 *)g_array_free (g_steal_pointer (&items), FALSE);
  else
    data = scatter_items (gather, table, (const guint8 *)items->data);
  *placed = sz_arena_take (gather->arena, data);
  return TRUE;
}

static gboolean
gather_with (Gather *gather,
             const Table *table,
             const char *first,
             const char *second,
             gint64 year,
             gpointer *placed,
             gsize *n,
             GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare_many (gather->db, table->sql, error);

  if (stmt == NULL)
    return FALSE;
  if (first != NULL)
    {
      sz_stmt_bind_text (stmt, 1, first);
      sz_stmt_bind_text (stmt, 2, second);
    }
  else if (year != 0)
    sz_stmt_bind_int (stmt, 1, year);
  return gather_table (gather, table, stmt, placed, n, error);
}

static gboolean
read_people (Gather *gather, GArray *people, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare_many (gather->db, "SELECT id, staff_no, name FROM people ORDER BY staff_no",
                            error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      SzPayFact fact = { .grade = SZ_GRADE_NONE, .quota_x100 = -1 };
      gsize length = 0;
      const char *text;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      fact.person_id = sz_stmt_int (stmt, 0);
      text = gather->klass->column_text (stmt, 1, &length);
      fact.staff_no = sz_arena_string (gather->arena, text, length);
      text = gather->klass->column_text (stmt, 2, &length);
      fact.name = sz_arena_string (gather->arena, text, length);
      g_array_append_val (people, fact);
    }
}

static gboolean
gather_people (Gather *gather, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (SzPayFact));
  gint64 last = 0;

  if (!sz_db_query_int (gather->db, "SELECT max(id) FROM people", 0, &last, error)
      || !read_people (gather, people, error))
    return FALSE;
  gather->n_ids = last + 1;
  gather->index_of_id = g_new (guint32, (gsize)gather->n_ids);
  memset (gather->index_of_id, 0xff, sizeof (guint32) * (gsize)gather->n_ids);
  for (guint i = 0; i < people->len; i++)
    gather->index_of_id[g_array_index (people, SzPayFact, i).person_id] = i;
  gather->facts->n_people = people->len;
  gather->facts->people
      = sz_arena_take (gather->arena, g_array_free (g_steal_pointer (&people), FALSE));
  return TRUE;
}

/* One figure a person and year: grade, quota, Σ of awards. */
static gboolean
gather_figures (Gather *gather,
                const char *sql,
                void (*set) (SzPayFact *, SzStmt *),
                GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare_many (gather->db, sql, error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, gather->facts->year);
  for (;;)
    {
      guint32 owner;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      owner = find_owner (gather, sz_stmt_int (stmt, 0));
      if (owner != NOBODY)
        set (&gather->facts->people[owner], stmt);
    }
}

static void
set_grade (SzPayFact *fact, SzStmt *stmt)
{
  int grade = SZ_GRADE_NONE;

  if (decode (SZ_TABLE_GRADE, stmt, 1, &grade))
    fact->grade = (SzGrade)grade;
}

static void
set_quota (SzPayFact *fact, SzStmt *stmt)
{
  fact->quota_x100 = sz_stmt_int (stmt, 1);
}

static void
add_award (SzPayFact *fact, SzStmt *stmt)
{
  fact->award_x100 += sz_stmt_int (stmt, 1);
}

static void
set_talent (SzPayFact *fact, SzStmt *stmt)
{
  (void)stmt;
  fact->talent = TRUE;
}

static gboolean
gather_departments (Gather *gather, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SzPayDepartment));
  g_autoptr (SzStmt) stmt = sz_db_prepare (
      gather->db, "SELECT name, has_coefficient, coefficient_x1e4 FROM departments ORDER BY name",
      error);
  gboolean more = TRUE;

  while (stmt != NULL && more)
    {
      SzPayDepartment row;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      row.name = intern_text (gather, stmt, 0);
      row.has_coefficient = sz_stmt_int (stmt, 1) != 0;
      row.coefficient_x1e4 = sz_stmt_int (stmt, 2);
      g_array_append_val (rows, row);
    }
  gather->facts->n_departments = rows->len;
  gather->facts->departments
      = sz_arena_take (gather->arena, g_array_free (g_steal_pointer (&rows), FALSE));
  return stmt != NULL;
}

/* Mostly they lie in order already. */
static void
sort_dated (SzPayFacts *facts)
{
  for (gsize i = 0; i < facts->n_people; i++)
    {
      SzRecord *records = facts->records + facts->people[i].first_record;
      SzService *services = facts->services + facts->people[i].first_service;

      for (guint a = 1; a < facts->people[i].n_records; a++)
        for (guint b = a; b > 0 && sz_record_compare_cb (&records[b - 1], &records[b]) > 0; b--)
          {
            SzRecord other = records[b];

            records[b] = records[b - 1];
            records[b - 1] = other;
          }
      for (guint a = 1; a < facts->people[i].n_services; a++)
        for (guint b = a; b > 0 && services[b - 1].from > services[b].from; b--)
          {
            SzService other = services[b];

            services[b] = services[b - 1];
            services[b - 1] = other;
          }
    }
}

static gboolean
gather_rows (Gather *gather, const char *from, const char *to, GError **error)
{
  SzPayFacts *facts = gather->facts;
  gint64 year = facts->year;
  g_autofree char *first_day = g_strdup_printf ("%04d", facts->year);
  g_autofree char *beyond = g_strdup_printf ("%04d", facts->year + 1);

#define INTO(field) (gpointer *)&facts->field, &facts->n_##field, error
  return gather_with (gather, &records_table, NULL, NULL, 0, INTO (records))
         && gather_with (gather, &services_table, NULL, NULL, 0, INTO (services))
         && gather_with (gather, &roles_table, to, from, 0, INTO (roles))
         && gather_with (gather, &values_table, NULL, NULL, year, INTO (values))
         && gather_with (gather, &teaching_table, NULL, NULL, year, INTO (teaching))
         && gather_with (gather, &training_table, first_day, beyond, 0, INTO (training))
         && gather_with (gather, &leaves_table, NULL, NULL, 0, INTO (leaves));
#undef INTO
}

static gboolean
gather_all (Gather *gather, SzDate from, SzDate to, GError **error)
{
  char from_text[16], to_text[16];

  /* RULE pay-6: a role that went on from last month's into the period was not entered in it, so
   * those that ended last month are wanted too. Months alone sort before their days: "2025-03" is
   * before "2025-03-01" and after "2025-02-28". */
  sz_date_to_text (sz_date_add_months (from / 100 * 100, -1), from_text);
  sz_date_to_text (to, to_text);
  if (!gather_people (gather, error) || !gather_rows (gather, from_text, to_text, error))
    return FALSE;
  sort_dated (gather->facts);
  return gather_figures (gather, "SELECT person_id, grade FROM assessments WHERE year = $1",
                         set_grade, error)
         && gather_figures (gather, "SELECT person_id, hours_x100 FROM quotas WHERE year = $1",
                            set_quota, error)
         && gather_figures (gather, "SELECT person_id, points_x100 FROM awards WHERE year = $1",
                            add_award, error)
         && gather_figures (gather, "SELECT person_id FROM talents WHERE year = $1", set_talent,
                            error)
         && gather_departments (gather, error);
}

SzPayFacts *
sz_store_pay_facts (
    SzStore *store, SzDate from, SzDate to, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPayFacts) facts = NULL;
  Gather gather = { 0 };
  gboolean done;

  g_return_val_if_fail (store != NULL && from > 0 && to >= from, NULL);

  facts = g_new0 (SzPayFacts, 1);
  facts->year = sz_date_year (to);
  facts->storage = sz_arena_new ();
  gather.db = store->db;
  gather.klass = store->db->klass;
  gather.arena = facts->storage;
  gather.facts = facts;
  gather.cancellable = cancellable;
  if (!sz_store_begin_read (store, error))
    return NULL;
  done = gather_all (&gather, from, to, error);
  sz_store_end_read (store);
  g_free (gather.index_of_id);
  g_free (gather.owners);
  return done ? g_steal_pointer (&facts) : NULL;
}
