/* sz-store-people.c — people 人员 with their dated records (RULE ppl-1, ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-people.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-arena.h"
#include "sz-person-rows.h"
#include "sz-row-sql.h"
#include "sz-row-table.h"

static gboolean
insert_records (SzAct *act, gint64 person_id, GArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!sz_store_record_change (act, person_id, &g_array_index (records, SzRecord, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_services (SzAct *act, gint64 person_id, GArray *services, GError **error)
{
  for (guint i = 0; i < services->len; i++)
    if (!sz_store_service_put (act, person_id, &g_array_index (services, SzService, i), error))
      return FALSE;
  return TRUE;
}

static void
set_origin (PersonRow *row, const SzOrigin *origin)
{
  row->batch_id = origin != NULL ? origin->batch_id : 0;
  row->source_row = origin != NULL ? origin->source_row : 0;
}

gboolean
sz_store_person_insert (SzAct *act, SzPersonFile *file, const SzOrigin *origin, GError **error)
{
  PersonRow row;

  g_return_val_if_fail (act != NULL && file != NULL, FALSE);

  row.person = file->person;
  row.person.id = 0;
  set_origin (&row, origin);
  if (!sz_row_put (act, &sz_person_type, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  file->person.id = row.person.id;
  file->person.row_version = row.person.row_version;
  return insert_records (act, row.person.id, file->records, error)
         && insert_services (act, row.person.id, file->services, error);
}

gboolean
sz_store_person_update (
    SzAct *act, SzPerson *person, const SzOrigin *origin, SzPutResult *result, GError **error)
{
  PersonRow row;

  g_return_val_if_fail (act != NULL && person != NULL && person->id != 0, FALSE);

  row.person = *person;
  set_origin (&row, origin);
  if (!sz_row_put (act, &sz_person_type, &row, SZ_PUT_UPDATE, result, error))
    return FALSE;
  person->row_version = row.person.row_version;
  return TRUE;
}

static gboolean
put_record (SzAct *act, gint64 person_id, SzRecord *record, GError **error)
{
  RecordRow row = { record->id,   record->row_version,
                    person_id,    (char *)sz_record_field_code (record->field),
                    record->from, record->value };

  if (!sz_row_put (act, &sz_record_type, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  record->id = row.id;
  record->row_version = row.row_version;
  return TRUE;
}

/* RULE ppl-3 变更 */
gboolean
sz_store_record_change (SzAct *act, gint64 person_id, SzRecord *record, GError **error)
{
  g_return_val_if_fail (act != NULL && record != NULL && person_id != 0, FALSE);

  record->id = 0;
  return put_record (act, person_id, record, error);
}

/* RULE ppl-3 更正 */
gboolean
sz_store_record_correct (SzAct *act, gint64 person_id, SzRecord *record, GError **error)
{
  g_return_val_if_fail (act != NULL && record != NULL && person_id != 0 && record->id != 0, FALSE);

  return put_record (act, person_id, record, error);
}

gboolean
sz_store_record_remove (SzAct *act, gint64 id, gint64 row_version, GError **error)
{
  g_return_val_if_fail (act != NULL, FALSE);

  return sz_row_delete (act, &sz_record_type, id, row_version, error);
}

gboolean
sz_store_service_put (SzAct *act, gint64 person_id, SzService *service, GError **error)
{
  ServiceRow row;

  g_return_val_if_fail (act != NULL && service != NULL && person_id != 0, FALSE);

  row = (ServiceRow){ service->id,   service->row_version, person_id,
                      service->from, service->to,          service->ended_as };
  if (!sz_row_put (act, &sz_service_type, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  service->id = row.id;
  service->row_version = row.row_version;
  return TRUE;
}

gboolean
sz_store_service_remove (SzAct *act, gint64 id, gint64 row_version, GError **error)
{
  g_return_val_if_fail (act != NULL, FALSE);

  return sz_row_delete (act, &sz_service_type, id, row_version, error);
}

static gboolean
delete_dated (SzAct *act, const SzPersonFile *file, GError **error)
{
  for (guint i = 0; i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);

      if (!sz_store_record_remove (act, record->id, record->row_version, error))
        return FALSE;
    }
  for (guint i = 0; i < file->services->len; i++)
    {
      const SzService *service = &g_array_index (file->services, SzService, i);

      if (!sz_store_service_remove (act, service->id, service->row_version, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_store_person_delete (SzAct *act, gint64 id, gint64 row_version, GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (act != NULL, FALSE);

  file = sz_store_person_by_id (act->store, id, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (file != NULL && !delete_dated (act, file, error))
    return FALSE;
  return sz_row_delete (act, &sz_person_type, id, row_version, error);
}

static gboolean
take_record (SzStmt *stmt, SzPersonFile *file, GError **error)
{
  SzRecord record = { 0 };
  const int field = sz_record_field_from_code (sz_stmt_text (stmt, 3));

  if (field < 0)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "db.bad_value", "table", "person_records",
                         "column", "field", "value", sz_stmt_text (stmt, 3), NULL);
  record.id = sz_stmt_int (stmt, 1);
  record.row_version = sz_stmt_int (stmt, 2);
  record.field = (SzRecordField)field;
  record.from = sz_date_from_text (sz_stmt_text (stmt, 4));
  record.value = g_strdup (sz_stmt_text (stmt, 5));
  g_array_append_val (file->records, record);
  return TRUE;
}

static gboolean
take_service (SzStmt *stmt, SzPersonFile *file, GError **error)
{
  SzService service = { 0 };
  const SzCode *code = sz_codes_by_code (SZ_TABLE_SERVICE_STATE, sz_stmt_text (stmt, 5));

  if (code == NULL)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "db.bad_value", "table", "services", "column",
                         "ended_as", "value", sz_stmt_text (stmt, 5), NULL);
  service.id = sz_stmt_int (stmt, 1);
  service.row_version = sz_stmt_int (stmt, 2);
  service.from = sz_date_from_text (sz_stmt_text (stmt, 3));
  service.to = sz_date_from_text (sz_stmt_text (stmt, 4));
  service.ended_as = (SzServiceState)code->value;
  g_array_append_val (file->services, service);
  return TRUE;
}

/* Rows about people in the order of the people, the owner as their first column. */
typedef struct
{
  gboolean (*take) (SzStmt *stmt, SzPersonFile *file, GError **error);
  SzStmt *stmt;
  gboolean row; /* the statement stands on one that nobody has taken yet */
} Dated;

#define RECORD_COLUMNS "r.person_id, r.id, r.row_version, r.field, r.from_date, r.value"
#define SERVICE_COLUMNS "s.person_id, s.id, s.row_version, s.from_date, s.to_date, s.ended_as"

static gboolean
begin_dated (SzStore *store, const char *select, gint64 person_id, Dated *dated, GError **error)
{
  dated->stmt = person_id != 0 ? sz_db_prepare (store->db, select, error)
                               : sz_db_prepare_many (store->db, select, error);
  if (dated->stmt == NULL)
    return FALSE;
  if (person_id != 0)
    sz_stmt_bind_int (dated->stmt, 1, person_id);
  return sz_stmt_step (dated->stmt, &dated->row, error);
}

static void
end_dated (Dated *dated)
{
  g_clear_pointer (&dated->stmt, sz_stmt_done);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dated, end_dated)

static gboolean
take_dated (Dated *dated, SzPersonFile *file, GError **error)
{
  while (dated->row && sz_stmt_int (dated->stmt, 0) == file->person.id)
    if (!dated->take (dated->stmt, file, error) || !sz_stmt_step (dated->stmt, &dated->row, error))
      return FALSE;
  return TRUE;
}

/* The person that @stmt stands on. */
static SzPersonFile *
take_file (SzStmt *stmt, Dated *records, Dated *services, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  SzValue values[SZ_COLUMNS_MAX];
  PersonRow row = { 0 };

  sz_row_type_fetch (&sz_person_type, stmt, 2, values);
  if (!sz_row_type_fill (&sz_person_type, values, TRUE, &row, error))
    {
      sz_row_type_clear (&sz_person_type, &row);
      return NULL;
    }
  sz_person_clear (&file->person);
  file->person = row.person;
  file->person.id = sz_stmt_int (stmt, 0);
  file->person.row_version = sz_stmt_int (stmt, 1);
  if (!take_dated (records, file, error) || !take_dated (services, file, error))
    return NULL;
  g_array_sort (file->records, sz_record_compare_cb);
  return g_steal_pointer (&file);
}

static SzPersonFile *
read_person (SzStore *store, const char *condition, const char *text, gint64 number, GError **error)
{
  SzRowSql *sql = sz_row_sql (store, &sz_person_type, error);
  g_autofree char *select = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  g_auto (Dated) records = { .take = take_record };
  g_auto (Dated) services = { .take = take_service };
  gboolean row = FALSE;

  if (sql == NULL)
    return NULL;
  select = g_strdup_printf ("SELECT %s FROM people WHERE %s = $1", sql->columns, condition);
  stmt = sz_db_prepare (store->db, select, error);
  if (stmt == NULL)
    return NULL;
  if (text != NULL)
    sz_stmt_bind_text (stmt, 1, text);
  else
    sz_stmt_bind_int (stmt, 1, number);
  if (!sz_stmt_step (stmt, &row, error) || !row
      || !begin_dated (store,
                       "SELECT " RECORD_COLUMNS " FROM person_records r WHERE r.person_id = $1",
                       sz_stmt_int (stmt, 0), &records, error)
      || !begin_dated (store,
                       "SELECT " SERVICE_COLUMNS " FROM services s WHERE s.person_id = $1"
                       " ORDER BY s.from_date",
                       sz_stmt_int (stmt, 0), &services, error))
    return NULL;
  return take_file (stmt, &records, &services, error);
}

SzPersonFile *
sz_store_person_by_staff_no (SzStore *store, const char *staff_no, GError **error)
{
  g_return_val_if_fail (store != NULL && staff_no != NULL, NULL);
  return read_person (store, "staff_no", staff_no, 0, error);
}

SzPersonFile *
sz_store_person_by_id_number (SzStore *store, const char *id_number, GError **error)
{
  g_return_val_if_fail (store != NULL && id_number != NULL, NULL);
  /* The condition of the index, so that it is used; nobody is found by no number. */
  return read_person (store, "id_number <> '' AND id_number", id_number, 0, error);
}

SzPersonFile *
sz_store_person_by_id (SzStore *store, gint64 id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return read_person (store, "id", NULL, id, error);
}

/* Three statements side by side: one a person would be prepared, bound and reset twice for each. */
static gboolean
walk_people (SzStore *store, SzPersonFn fn, gpointer user_data, GError **error)
{
  SzRowSql *sql = sz_row_sql (store, &sz_person_type, error);
  g_autofree char *select = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  g_auto (Dated) records = { .take = take_record };
  g_auto (Dated) services = { .take = take_service };
  gboolean more = TRUE;

  if (sql == NULL)
    return FALSE;
  select = g_strdup_printf ("SELECT %s FROM people ORDER BY staff_no", sql->columns);
  stmt = sz_db_prepare_many (store->db, select, error);
  if (stmt == NULL
      || !begin_dated (store,
                       "SELECT " RECORD_COLUMNS " FROM people p"
                       " CROSS JOIN person_records r WHERE r.person_id = p.id ORDER BY p.staff_no",
                       0, &records, error)
      || !begin_dated (store,
                       "SELECT " SERVICE_COLUMNS " FROM people p CROSS JOIN services s"
                       " WHERE s.person_id = p.id ORDER BY p.staff_no, s.from_date",
                       0, &services, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (SzPersonFile) file = NULL;
      GError *fault = NULL;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      file = take_file (stmt, &records, &services, error);
      if (file == NULL)
        return FALSE;
      if (!fn (file, user_data, &fault))
        {
          if (fault != NULL)
            g_propagate_error (error, fault);
          return fault == NULL;
        }
    }
}

gboolean
sz_store_people_each (SzStore *store, SzPersonFn fn, gpointer user_data, GError **error)
{
  gboolean done;

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);

  if (!sz_store_begin_read (store, error))
    return FALSE;
  done = walk_people (store, fn, user_data, error);
  sz_store_end_read (store);
  return done;
}

gboolean
sz_store_people_count (SzStore *store, gint64 *n, GError **error)
{
  g_return_val_if_fail (store != NULL && n != NULL, FALSE);
  return sz_db_query_int (store->db, "SELECT count(*) FROM people", 0, n, error);
}
