/* sz-store-people-scan.c — everybody in small steps, for lists that must not wait
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-people-scan.h"

#include <string.h>

#include "sz-row-type.h"
#include "sz-store-private.h"

static GArray *
step_ids (SzStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  gboolean row = TRUE;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (;;)
    {
      gint64 id;

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = sz_stmt_int (stmt, 0);
      g_array_append_val (ids, id);
    }
}

static GArray *
read_ids (SzStore *store, const char *select, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, select, error);

  return stmt != NULL ? step_ids (stmt, error) : NULL;
}

/* A month alone is its first day: as a text it comes before it, so that a service that ends with
 * the month of @day must be asked for by name. */
#define SERVING                                                                                    \
  " from_date <= $1 AND (to_date = '' OR to_date >= $1 OR (to_date = $2 AND to_date <> ''))"

/* @select has the condition in it; @limit 0: none of its own. */
static GArray *
read_serving (SzStore *store, const char *select, SzDate day, guint limit, GError **error)
{
  g_autofree char *on = sz_date_format (sz_date_first_day (day));
  g_autofree char *month = g_strndup (on, sz_date_day (day) == 1 ? strlen ("2019-09") : 0);
  g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, select, error);

  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, on);
  sz_stmt_bind_text (stmt, 2, month);
  if (limit > 0)
    sz_stmt_bind_int (stmt, 3, limit);
  return step_ids (stmt, error);
}

GArray *
sz_store_people_ids (SzStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  /* The index of the staff numbers alone answers this. */
  return read_ids (store, "SELECT id FROM people ORDER BY staff_no", error);
}

GArray *
sz_store_people_first (SzStore *store, SzDate day, guint limit, GError **error)
{
  g_return_val_if_fail (store != NULL && limit > 0, NULL);
  return read_serving (store,
                       "SELECT id FROM people WHERE EXISTS (SELECT 1 FROM services"
                       " WHERE person_id = people.id AND" SERVING ") ORDER BY staff_no LIMIT $3",
                       day, limit, error);
}

GArray *
sz_store_people_serving (SzStore *store, SzDate day, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return read_serving (store, "SELECT person_id FROM services WHERE" SERVING, day, 0, error);
}

GArray *
sz_store_people_ids_by (SzStore *store, const char *column, GError **error)
{
  gboolean phone = g_strcmp0 (column, "phone") == 0;

  g_return_val_if_fail (store != NULL && (phone || g_strcmp0 (column, "id_number") == 0), NULL);
  return read_ids (store,
                   phone ? "SELECT id FROM people WHERE phone <> '' ORDER BY phone, staff_no"
                         : "SELECT id FROM people WHERE id_number <> '' ORDER BY id_number",
                   error);
}

/* Who takes the rows of a scan: one of the three. */

typedef struct
{
  SzPersonBriefFn person;
  SzRecordFn record;
  SzServiceFn service;
  gpointer user_data;
} Taker;

static void
take_person (SzStmt *stmt, const Taker *taker)
{
  const SzPersonBrief brief = {
    .id = sz_stmt_int (stmt, 0),
    .staff_no = sz_stmt_text (stmt, 1),
    .name = sz_stmt_text (stmt, 2),
    .pinyin = sz_stmt_text (stmt, 3),
    .sex = sz_stmt_text (stmt, 4),
    .ethnicity = sz_stmt_text (stmt, 5),
    .political = sz_stmt_text (stmt, 6),
    .education = sz_stmt_text (stmt, 7),
    .degree = sz_stmt_text (stmt, 8),
    .skill = sz_stmt_text (stmt, 9),
    .birth_date = sz_date_from_text (sz_stmt_text (stmt, 10)),
  };

  taker->person (&brief, taker->user_data);
}

static void
take_record (SzStmt *stmt, const Taker *taker)
{
  int field = sz_record_field_from_code (sz_stmt_text (stmt, 2));

  if (field >= 0)
    taker->record (sz_stmt_int (stmt, 1), (SzRecordField)field,
                   sz_date_from_text (sz_stmt_text (stmt, 3)), sz_stmt_text (stmt, 4),
                   taker->user_data);
}

static void
take_service (SzStmt *stmt, const Taker *taker)
{
  const SzCode *state = sz_codes_by_code (SZ_TABLE_SERVICE_STATE, sz_stmt_text (stmt, 4));
  const SzService service = {
    .id = sz_stmt_int (stmt, 0),
    .from = sz_date_from_text (sz_stmt_text (stmt, 2)),
    .to = sz_date_from_text (sz_stmt_text (stmt, 3)),
    .ended_as = state != NULL ? (SzServiceState)state->value : SZ_SERVICE_ACTIVE,
  };

  taker->service (sz_stmt_int (stmt, 1), &service, taker->user_data);
}

static void
take_row (SzStmt *stmt, const Taker *taker)
{
  if (taker->person != NULL)
    take_person (stmt, taker);
  else if (taker->record != NULL)
    take_record (stmt, taker);
  else
    take_service (stmt, taker);
}

static gboolean
scan (SzStore *store,
      const char *select,
      gint64 *after,
      guint limit,
      gboolean *more,
      const Taker *taker,
      GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, select, error);
  guint n = 0;
  gboolean row = TRUE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, *after);
  sz_stmt_bind_int (stmt, 2, limit);
  for (;; n++)
    {
      if (!sz_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        break;
      *after = sz_stmt_int (stmt, 0);
      take_row (stmt, taker);
    }
  *more = n == limit;
  return TRUE;
}

gboolean
sz_store_people_scan (SzStore *store,
                      gint64 *after,
                      guint limit,
                      gboolean *more,
                      SzPersonBriefFn fn,
                      gpointer user_data,
                      GError **error)
{
  const Taker taker = { .person = fn, .user_data = user_data };

  g_return_val_if_fail (store != NULL && after != NULL && more != NULL && fn != NULL, FALSE);
  return scan (store,
               "SELECT id, staff_no, name, pinyin, sex, ethnicity, political, education, degree,"
               " skill, birth_date FROM people WHERE id > $1 ORDER BY id LIMIT $2",
               after, limit, more, &taker, error);
}

gboolean
sz_store_records_scan (SzStore *store,
                       gint64 *after,
                       guint limit,
                       gboolean *more,
                       SzRecordFn fn,
                       gpointer user_data,
                       GError **error)
{
  const Taker taker = { .record = fn, .user_data = user_data };

  g_return_val_if_fail (store != NULL && after != NULL && more != NULL && fn != NULL, FALSE);
  return scan (store,
               "SELECT id, person_id, field, from_date, value FROM person_records"
               " WHERE id > $1 ORDER BY id LIMIT $2",
               after, limit, more, &taker, error);
}

gboolean
sz_store_services_scan (SzStore *store,
                        gint64 *after,
                        guint limit,
                        gboolean *more,
                        SzServiceFn fn,
                        gpointer user_data,
                        GError **error)
{
  const Taker taker = { .service = fn, .user_data = user_data };

  g_return_val_if_fail (store != NULL && after != NULL && more != NULL && fn != NULL, FALSE);
  return scan (store,
               "SELECT id, person_id, from_date, to_date, ended_as FROM services"
               " WHERE id > $1 ORDER BY id LIMIT $2",
               after, limit, more, &taker, error);
}

/* Both in the order of their indexes, so that nothing is sorted: a row a service and record. */
#define FIELD_DAYS                                                                                 \
  "SELECT s.person_id, s.from_date, s.to_date, r.from_date, r.value FROM services s"               \
  " CROSS JOIN person_records r WHERE r.person_id = s.person_id AND r.field = $1"                  \
  " ORDER BY s.person_id, s.from_date, r.from_date"

static void
take_dated (SzStmt *stmt, SzRecordField field, SzPersonFile *file)
{
  const SzService service = { .from = sz_date_from_text (sz_stmt_text (stmt, 1)),
                              .to = sz_date_from_text (sz_stmt_text (stmt, 2)) };
  const guint n = file->services->len;

  if (n == 0 || g_array_index (file->services, SzService, n - 1).from != service.from)
    g_array_append_val (file->services, service);
  if (file->services->len == 1)
    {
      const SzRecord record = { .field = field,
                                .from = sz_date_from_text (sz_stmt_text (stmt, 3)),
                                .value = g_strdup (sz_stmt_text (stmt, 4)) };

      g_array_append_val (file->records, record);
    }
}

static gboolean
give_file (const SzPersonFile *file, SzPersonFn fn, gpointer user_data, GError **error)
{
  return file->records->len == 0 || fn (file, user_data, error);
}

gboolean
sz_store_field_each (
    SzStore *store, SzRecordField field, SzPersonFn fn, gpointer user_data, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);
  stmt = sz_db_prepare (store->db, FIELD_DAYS, error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, sz_record_field_code (field));
  for (;;)
    {
      gboolean more = TRUE;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return give_file (file, fn, user_data, error);
      if (sz_stmt_int (stmt, 0) != file->person.id)
        {
          if (!give_file (file, fn, user_data, error))
            return FALSE;
          file->person.id = sz_stmt_int (stmt, 0);
          g_array_set_size (file->records, 0);
          g_array_set_size (file->services, 0);
        }
      take_dated (stmt, field, file);
    }
}
