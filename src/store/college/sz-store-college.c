/* sz-store-college.c — what the college says of itself: name and establishment, dated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-college.h"

#include <string.h>

#include "sz-row-table.h"
#include "sz-store-private.h"

typedef struct
{
  gint64 id;
  gint64 row_version;
  char *key;
  SzDate from;
  char *value;
  char *source;
} Setting;

static const SzColumn setting_columns[] = {
  { "key", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (Setting, key), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (Setting, from), 0 },
  { "value", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (Setting, value), 0 },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (Setting, source), 0 },
};

const SzRowType sz_setting_type = { SZ_ROW_TYPE ("settings", Setting, setting_columns) };

static gboolean
put_setting (
    SzAct *act, const char *key, SzDate from, const char *value, const char *source, GError **error)
{
  Setting row = { 0, 0, (char *)key, from, (char *)value, (char *)source };

  return sz_row_put (act, &sz_setting_type, &row, SZ_PUT_UPDATE, NULL, error);
}

/* "" when there is none. A month alone means its first day, and its text sorts before that day's.
 */
static char *
read_setting (SzStore *store, const char *key, SzDate day, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  char text[16];
  gboolean row = FALSE;

  stmt = sz_db_prepare (store->db,
                        "SELECT value FROM settings WHERE key = $1 AND from_date <= $2"
                        " ORDER BY from_date DESC LIMIT 1",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_date_to_text (day, text);
  sz_stmt_bind_text (stmt, 1, key);
  sz_stmt_bind_text (stmt, 2, text);
  if (!sz_stmt_step (stmt, &row, error))
    return NULL;
  return g_strdup (row ? sz_stmt_text (stmt, 0) : "");
}

char *
sz_store_dup_college (SzStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return read_setting (store, "college", SZ_DATE_NONE, error);
}

gboolean
sz_store_set_college (SzAct *act, const char *name, GError **error)
{
  g_return_val_if_fail (act != NULL && name != NULL, FALSE);
  return put_setting (act, "college", SZ_DATE_NONE, name, "", error);
}

char *
sz_store_dup_moved (SzStore *store, const char *kind, GError **error)
{
  g_return_val_if_fail (store != NULL && kind != NULL, NULL);

  return read_setting (store, kind, SZ_DATE_NONE, error);
}

gboolean
sz_store_set_moved (SzAct *act, const char *kind, const char *text, GError **error)
{
  g_return_val_if_fail (act != NULL && kind != NULL && text != NULL, FALSE);

  return put_setting (act, kind, SZ_DATE_NONE, text, "", error);
}

gboolean
sz_store_is_empty (SzStore *store, gboolean *empty, GError **error)
{
  gint64 n = 0;

  g_return_val_if_fail (store != NULL && empty != NULL, FALSE);

  if (!sz_db_query_int (
          store->db, "SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM import_batches)",
          0, &n, error))
    return FALSE;
  *empty = n == 0;
  return TRUE;
}
