/* sz-person-rows.c — people, their dated records and departments as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-rows.h"

#include "sz-arena.h"
#include "sz-store-people.h"
#include "sz-pay-ties.h"
#include "sz-store-private.h"

#include <string.h>

#define PERSON(field) G_STRUCT_OFFSET (PersonRow, person.field)

static const SzColumn person_columns[] = {
  { "staff_no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, PERSON (staff_no), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (name), 0 },
  { "pinyin", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (pinyin), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (id_number), 0 },
  { "sex", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, PERSON (sex), SZ_TABLE_SEX },
  { "birth_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, PERSON (birth_date), 0 },
  { "ethnicity", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (ethnicity), 0 },
  { "political", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (political), 0 },
  { "education", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (education), 0 },
  { "degree", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (degree), 0 },
  { "school", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (school), 0 },
  { "major", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (major), 0 },
  { "skill", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (skill), 0 },
  { "work_start", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, PERSON (work_start), 0 },
  { "original_retirement_age", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, PERSON (original_retirement_age),
    0 },
  { "phone", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (phone), 0 },
  { "bank_account", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (bank_account), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, PERSON (note), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (PersonRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (PersonRow, source_row), 0 },
};

const SzRowType sz_person_type
    = { SZ_ROW_TYPE ("people", PersonRow, person_columns), .ties = sz_pay_ties };

static const SzColumn record_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (RecordRow, person_id), 0 },
  { "field", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (RecordRow, field), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (RecordRow, from), 0 },
  { "value", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (RecordRow, value), 0 },
};

const SzRowType sz_record_type
    = { SZ_ROW_TYPE ("person_records", RecordRow, record_columns), .ties = sz_pay_ties };

static const SzColumn service_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (ServiceRow, person_id), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (ServiceRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ServiceRow, to), 0 },
  { "ended_as", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ServiceRow, ended_as),
    SZ_TABLE_SERVICE_STATE },
};

const SzRowType sz_service_type
    = { SZ_ROW_TYPE ("services", ServiceRow, service_columns), .ties = sz_pay_ties };

#define DEPARTMENT(field) G_STRUCT_OFFSET (SzDepartment, field)

static const SzColumn department_columns[] = {
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, DEPARTMENT (name), 0 },
  { "position", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, DEPARTMENT (position), 0 },
  { "parent", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, DEPARTMENT (parent), 0 },
  { "has_coefficient", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, DEPARTMENT (has_coefficient), 0 },
  { "coefficient_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, DEPARTMENT (coefficient_x1e4), 0 },
  { "function", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, DEPARTMENT (function), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, DEPARTMENT (batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, DEPARTMENT (source_row), 0 },
};

const SzRowType sz_department_type
    = { SZ_ROW_TYPE ("departments", SzDepartment, department_columns), .ties = sz_pay_ties };

SZ_ROW_DEFINE (SzDepartment, sz_store_department, sz_department_type)

int
sz_record_compare_cb (gconstpointer a, gconstpointer b)
{
  const SzRecord *left = a;
  const SzRecord *right = b;

  if (left->field != right->field)
    return left->field < right->field ? -1 : 1;
  return (left->from > right->from) - (left->from < right->from);
}

static gboolean
read_names (SzStore *store, SzArena *arena, GArray *people, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (store->db,
                       "SELECT id, staff_no, name, pinyin, id_number FROM people ORDER BY staff_no",
                       error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      const char *texts[4];
      SzPersonName name;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      for (int i = 0; i < 4; i++)
        {
          gsize length = 0;
          const char *text = store->db->klass->column_text (stmt, i + 1, &length);

          texts[i] = length > 0 ? sz_arena_string (arena, text, length) : "";
        }
      name = (SzPersonName){ sz_stmt_int (stmt, 0), texts[0], texts[1], texts[2], texts[3] };
      g_array_append_val (people, name);
    }
}

SzPersonNames *
sz_store_people_names (SzStore *store, GError **error)
{
  g_autoptr (SzArena) arena = NULL;
  g_autoptr (GArray) people = NULL;
  SzPersonNames *names;

  g_return_val_if_fail (store != NULL, NULL);

  arena = sz_arena_new ();
  people = g_array_new (FALSE, FALSE, sizeof (SzPersonName));
  if (!read_names (store, arena, people, error))
    return NULL;
  names = g_new0 (SzPersonNames, 1);
  names->n_people = people->len;
  names->people = sz_arena_take (arena, g_array_free (g_steal_pointer (&people), FALSE));
  names->storage = g_steal_pointer (&arena);
  return names;
}

void
sz_person_names_free (SzPersonNames *names)
{
  if (names == NULL)
    return;
  sz_arena_free (names->storage);
  g_free (names);
}

const SzPersonName *
sz_person_names_find (const SzPersonNames *names, const char *staff_no)
{
  gsize low = 0, high;

  g_return_val_if_fail (names != NULL && staff_no != NULL, NULL);

  high = names->n_people;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = strcmp (names->people[middle].staff_no, staff_no);

      if (order == 0)
        return &names->people[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
