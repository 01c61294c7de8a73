/* sz-db-pgsql-schema.c — what PostgreSQL says of a database and of what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-schema.h"

#include "sz-db-pgsql-db.h"

/* The oldest whose statements we use. */
#define OLDEST 130000
#define OLDEST_TEXT "13"

/* Order must be bytewise, as in the files, or the same list would be two. */
gboolean
sz_db_pgsql_check_suits (SzDb *db, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  const char *encoding, *collation;
  g_autofree char *detail = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (db != NULL, FALSE);

  stmt = sz_db_prepare (db,
                        "SELECT pg_encoding_to_char (encoding)::text, datcollate::text"
                        " FROM pg_database WHERE datname = current_database ()",
                        error);
  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  /* Behind a question: a connection that is lost has no version, and would be called too old. */
  if (PQserverVersion (((SzDbPgsql *)db)->link) < OLDEST)
    return sz_error_set (error, SZ_ERROR_FORMAT, "db.unsuitable", "file", db->path, "detail",
                         "PostgreSQL < " OLDEST_TEXT, NULL);
  encoding = row ? sz_stmt_text (stmt, 0) : "";
  collation = row ? sz_stmt_text (stmt, 1) : "";
  if (g_str_equal (encoding, "UTF8")
      && (g_str_equal (collation, "C") || g_str_equal (collation, "POSIX")))
    return TRUE;
  detail = g_strdup_printf ("%s, LC_COLLATE %s", encoding, collation);
  return sz_error_set (error, SZ_ERROR_FORMAT, "db.unsuitable", "file", db->path, "detail", detail,
                       NULL);
}

gboolean
sz_db_pgsql_identify (SzDb *db, SzDbIdentity *identity, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (db != NULL && identity != NULL, FALSE);

  /* Also asked inside the model of a schema, which has another name. */
  stmt = sz_db_prepare (db,
                        "SELECT (SELECT count(*) FROM pg_class c WHERE c.relnamespace = n.oid),"
                        " (SELECT count(*) FROM pg_class c WHERE c.relnamespace = n.oid"
                        "  AND c.relname = 'schema_versions' AND c.relkind = 'r')"
                        " FROM pg_namespace n"
                        " WHERE n.nspname = " SZ_PGSQL_HERE "",
                        error);
  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  *identity = !row                        ? SZ_DB_NOTHING
              : sz_stmt_int (stmt, 1) > 0 ? SZ_DB_OURS
              : sz_stmt_int (stmt, 0) > 0 ? SZ_DB_FOREIGN
                                          : SZ_DB_NO_TABLES;
  return TRUE;
}

/* What is made belongs to the owner where "server prepare" made one, and not to whoever happens to
 * set the college up (RULE srv-2); until the end of the transaction. */
#define AS_OWNER                                                                                   \
  "DO $$BEGIN"                                                                                     \
  " IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'shizi_owner') THEN"                           \
  "  SET LOCAL ROLE shizi_owner;"                                                                  \
  " END IF; END$$;"

gboolean
sz_db_pgsql_mark (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return sz_db_exec (db, AS_OWNER " CREATE SCHEMA IF NOT EXISTS " SZ_PGSQL_SCHEMA, error);
}

gboolean
sz_db_pgsql_begin_model (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return sz_db_exec (db,
                     "BEGIN; " AS_OWNER
                     " CREATE SCHEMA shizi_model; SET LOCAL search_path = shizi_model",
                     error);
}

gboolean
sz_db_pgsql_unmake (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return sz_db_exec (db, "DROP SCHEMA IF EXISTS " SZ_PGSQL_SCHEMA " CASCADE", error);
}

const char sz_db_pgsql_columns_sql[]
    = "SELECT c.relname::text, a.attname::text, (a.atttypid = 'bigint'::regtype)::int,"
      " (NOT a.attnotnull)::int, coalesce (array_position (i.indkey::int2[], a.attnum) + 1, 0)::int"
      " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
      "  AND NOT a.attisdropped"
      " LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary"
      " WHERE c.relkind = 'r' AND c.relnamespace = to_regnamespace ('" SZ_PGSQL_SCHEMA "')"
      " ORDER BY c.relname, a.attnum";

/* References can wait only where they are said to; saying so, and back, is the owner's right. */
#define EACH_REFERENCE(mode)                                                                       \
  "FOR r IN SELECT conrelid::regclass AS place, conname AS name FROM pg_constraint"                \
  "  WHERE contype = 'f' AND connamespace = to_regnamespace ('" SZ_PGSQL_SCHEMA "') LOOP"          \
  " EXECUTE format ('ALTER TABLE %s ALTER CONSTRAINT %I " mode "', r.place, r.name);"              \
  " END LOOP;"
#define EACH_GUARD(mode)                                                                           \
  "FOR r IN SELECT tgrelid::regclass AS place, tgname AS name FROM pg_trigger t"                   \
  "  JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal"                                  \
  "  AND c.relnamespace = to_regnamespace ('" SZ_PGSQL_SCHEMA "') LOOP"                            \
  " EXECUTE format ('ALTER TABLE %s " mode " TRIGGER %I', r.place, r.name);"                       \
  " END LOOP;"
#define BLOCK(body) "DO $$DECLARE r record; BEGIN " body " END$$;"

gboolean
sz_db_pgsql_fill (SzDb *db, gboolean open, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return sz_db_exec (db,
                     open ? BLOCK (EACH_REFERENCE ("DEFERRABLE INITIALLY DEFERRED")
                                       EACH_GUARD ("DISABLE"))
                          : "SET CONSTRAINTS ALL IMMEDIATE;" BLOCK (
                              EACH_REFERENCE ("NOT DEFERRABLE") EACH_GUARD ("ENABLE")),
                     error);
}

/* Everything that runs, holds or guards something in our schema, in the words of the server itself;
 * names are those that a search path with the schema in front gives. */
const char sz_db_pgsql_schema_sql[]
    = "WITH ours AS (SELECT n.oid FROM pg_namespace n"
      "  WHERE n.nspname = " SZ_PGSQL_HERE ")"
      " SELECT 'column ' || c.relname || '.' || a.attname,"
      "  format_type (a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE ''"
      "  END || coalesce (' collate ' || l.collname, '')"
      "  || coalesce (' default ' || pg_get_expr (d.adbin, d.adrelid), '')"
      " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
      "  AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
      "  LEFT JOIN pg_collation l ON l.oid = a.attcollation AND l.collname <> 'default'"
      " WHERE c.relkind IN ('r', 'v', 'p', 'm') AND c.relnamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'constraint ' || conrelid::regclass || '.' || conname,"
      "  pg_get_constraintdef (oid) FROM pg_constraint"
      "  WHERE contype <> 't' AND connamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'index ' || indexrelid::regclass,"
      "  regexp_replace (pg_get_indexdef (indexrelid), ' ON \\S+ USING', ' ON '"
      "  || indrelid::regclass || ' USING') FROM pg_index i"
      "  JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'trigger ' || tgrelid::regclass || '.' || tgname,"
      "  tgtype || ' ' || tgfoid::regproc || ' ' || tgenabled::text FROM pg_trigger t"
      "  JOIN pg_class c ON c.oid = t.tgrelid"
      "  WHERE NOT tgisinternal AND c.relnamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'function ' || proname || ' ' || pg_get_function_arguments (oid),"
      "  prosrc || ' ' || prosecdef FROM pg_proc WHERE pronamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'view ' || c.relname, pg_get_viewdef (c.oid) FROM pg_class c"
      "  WHERE relkind IN ('v', 'm') AND relnamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'policy ' || polrelid::regclass || '.' || polname,"
      "  polcmd::text || coalesce (pg_get_expr (polqual, polrelid), '')"
      "  || coalesce (' check ' || pg_get_expr (polwithcheck, polrelid), '') FROM pg_policy p"
      "  JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = (SELECT oid FROM ours)"
      " UNION ALL SELECT 'rule ' || ev_class::regclass || '.' || rulename, ev_type::text"
      "  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class"
      "  WHERE rulename <> '_RETURN' AND c.relnamespace = (SELECT oid FROM ours)";
