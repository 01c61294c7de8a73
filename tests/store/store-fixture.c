/* store-fixture.c — a college in a temporary folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "server-fixture.h"
#include "sz-audit.h"
#include "sz-store-open.h"

static SzActInfo
make_info (const char *id, const char *kind)
{
  return (SzActInfo){ .id = id, .kind = kind, .who = "张三", .at = "2026-03-07T08:15:00Z" };
}

static char *
put_for (const char *text, const char *place, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, place, -1);

  return g_strjoinv (value, parts);
}

static char *
make_uri (const char *folder)
{
  const char *given = g_getenv ("SHIZI_TEST_URI");
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *named
      = put_for (given != NULL ? given : "sqlite:{folder}/college.db", "{name}", name);

  return put_for (named, "{folder}", folder);
}

void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SzActInfo info = make_info ("act-init", "init");

  fixture->folder = g_dir_make_tmp ("shizi-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "college.db", NULL);
  fixture->uri = make_uri (fixture->folder);
  if (!sz_store_is_file (fixture->uri))
    server_fixture_make (fixture->uri);
  fixture->store = sz_store_create (fixture->uri, &info, "某技师学院", 386, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_close (Fixture *fixture)
{
  g_clear_pointer (&fixture->store, sz_store_free);
  if (!sz_store_is_file (fixture->uri))
    server_fixture_drop (fixture->uri);
  fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->uri, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, sz_store_free);
  fixture->store = sz_store_open (fixture->uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
}

SzAct *
fixture_act (Fixture *fixture, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup_printf ("act-%u", ++fixture->n_acts);
  SzActInfo info = make_info (id, kind);
  SzAct *act = sz_act_begin (fixture->store, &info, &error);

  g_assert_no_error (error);
  g_assert_nonnull (act);
  return act;
}

void
fixture_commit (SzAct *act)
{
  g_autoptr (GError) error = NULL;

  sz_act_commit (act, &error);
  g_assert_no_error (error);
  sz_act_free (act);
}

static void
add_record (SzPersonFile *file, SzRecordField field, SzDate from, const char *value)
{
  SzRecord record = { 0, 0, field, from, g_strdup (value) };

  g_array_append_val (file->records, record);
}

SzPersonFile *
fixture_person (guint number)
{
  SzPersonFile *file = sz_person_file_new ();
  SzService service = { 0, 0, 20190901, SZ_DATE_NONE, SZ_SERVICE_ACTIVE };
  SzPerson *person = &file->person;

  person->staff_no = g_strdup_printf ("%05u", number);
  person->name = g_strdup_printf ("张%u", number);
  person->id_number = g_strdup_printf ("1101011990%08u", number);
  person->sex = number % 2 == 0 ? SZ_SEX_FEMALE : SZ_SEX_MALE;
  person->birth_date = 19900307;
  person->work_start = 20120700;
  person->original_retirement_age = 60;
  person->note = g_strdup ("引号\" 反斜线\\ 换行\n 制表\t");
  add_record (file, SZ_RECORD_DEPARTMENT, 20190901, number % 3 == 0 ? "机械系" : "信息系");
  add_record (file, SZ_RECORD_POST, 20200100, "professional-8");
  g_array_append_val (file->services, service);
  return file;
}

gint64
fixture_people (Fixture *fixture, guint first, guint n)
{
  SzAct *act = fixture_act (fixture, "import.people");
  g_auto (SzBatch) batch = { 0 };
  g_autoptr (GError) error = NULL;

  batch.kind = g_strdup ("people");
  batch.file = g_strdup ("花名册.xlsx");
  sz_store_batch_put (act, &batch, SZ_PUT_INSERT, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SzPersonFile) file = fixture_person (first + i);
      SzOrigin origin = { batch.id, (int)i + 2 };

      sz_store_person_insert (act, file, &origin, &error);
      g_assert_no_error (error);
    }
  batch.n_rows = batch.n_inserted = n;
  sz_store_batch_put (act, &batch, SZ_PUT_UPDATE, NULL, &error);
  g_assert_no_error (error);
  fixture_commit (act);
  return batch.id;
}

void
fixture_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

char *
fixture_query (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  if (sqlite3_step (stmt) == SQLITE_ROW)
    text = g_strdup ((const char *)sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return text;
}

guint
fixture_verify (SzStore *store, char **first)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  sz_audit_verify (store, issues, NULL, NULL, &error);
  g_assert_no_error (error);
  if (first != NULL)
    *first
        = g_strdup (sz_issue_list_length (issues) > 0 ? sz_issue_list_get (issues, 0)->code : NULL);
  return sz_issue_list_length (issues);
}

void
fixture_assert_code (GError **error, const char *code)
{
  g_autofree char *found = *error != NULL ? sz_error_dup_code (*error) : NULL;

  g_assert_cmpstr (found, ==, code);
  g_clear_error (error);
}
