/* import-fixture.c — a college in a private folder, and files to import into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "dump-eye.h"
#include "sz-idcard.h"
#include "sz-import-kinds.h"
#include "sz-message.h"

/* 2026-01-08 02:03:04 UTC */
#define NOW (G_GINT64_CONSTANT (1767837784) * G_USEC_PER_SEC)

static gint64
clock_cb (gpointer user_data)
{
  return NOW;
}

Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("shizi-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->db = g_build_filename (fixture->folder, "college.db", NULL);
  fixture->office = sz_office_create (fixture->db, "测试", "某技师学院", 128, &error);
  g_assert_no_error (error);
  sz_office_set_clock (fixture->office, clock_cb, NULL);
  return fixture;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_free (Fixture *fixture)
{
  g_clear_object (&fixture->office);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->db);
  g_free (fixture);
}

char *
fixture_write (Fixture *fixture, const char *name, const char *content)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
fixture_sample (const char *name)
{
  return g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "data", "sample", name, NULL);
}

SzImportResult *
fixture_import_from (
    Fixture *fixture, const char *kind, const char *path, FixtureFlags flags, SzDate from)
{
  SzImportRequest request = { .kind = sz_import_kind_find (kind),
                              .path = path,
                              .update = (flags & FIXTURE_UPDATE) != 0,
                              .dry_run = (flags & FIXTURE_DRY_RUN) != 0,
                              .from = from,
                              .list_changes = TRUE };
  g_autoptr (GError) error = NULL;
  SzProgress progress = { NULL, NULL };
  SzImportResult *result;

  g_assert_nonnull (request.kind);
  result = sz_office_import (fixture->office, &request, progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

SzImportResult *
fixture_import (Fixture *fixture, const char *kind, const char *path, FixtureFlags flags)
{
  return fixture_import_from (fixture, kind, path, flags, SZ_DATE_NONE);
}

void
fixture_print (const SzImportResult *result)
{
  for (guint i = 0; i < sz_issue_list_length (result->issues); i++)
    {
      g_autofree char *text = sz_message_for_issue (sz_issue_list_get (result->issues, i));

      g_test_message ("%s: %s", sz_issue_list_get (result->issues, i)->code, text);
    }
}

void
fixture_import_text (Fixture *fixture, const char *kind, const char *content)
{
  g_autofree char *name = g_strconcat (kind, "-given.csv", NULL);
  g_autofree char *path = fixture_write (fixture, name, content);
  g_autoptr (SzImportResult) result = fixture_import (fixture, kind, path, FIXTURE_PLAIN);

  if (sz_issue_list_errors (result->issues) > 0)
    fixture_print (result);
  g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 0);
  g_assert_cmpint (result->batch, >, 0);
}

void
fixture_assert_finding (const SzImportResult *result,
                        const char *code,
                        guint row,
                        const char *column)
{
  for (guint i = 0; i < sz_issue_list_length (result->issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (result->issues, i);

      if (g_str_equal (issue->code, code) && issue->row == row
          && g_strcmp0 (issue->column, column) == 0)
        return;
    }
  fixture_print (result);
  g_test_message ("%s in row %u, column %s was not found", code, row, column);
  g_test_fail ();
}

void
fixture_assert_counts (
    const SzImportResult *result, gint64 rows, gint64 inserted, gint64 updated, gint64 unchanged)
{
  if (sz_issue_list_errors (result->issues) > 0)
    fixture_print (result);
  g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 0);
  g_assert_cmpint (result->rows, ==, rows);
  g_assert_cmpint (result->inserted, ==, inserted);
  g_assert_cmpint (result->updated, ==, updated);
  g_assert_cmpint (result->unchanged, ==, unchanged);
  g_assert_cmpint (result->rejected, ==, 0);
}

/* ---- looking into the file behind the program's back ---- */

static sqlite3 *
open_file (Fixture *fixture)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->db, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

char *
fixture_dump (Fixture *fixture)
{
  g_autoptr (DumpEye) eye = dump_eye_new (fixture->db);

  return dump_eye_look (eye);
}

gint64
fixture_count (Fixture *fixture, const char *sql)
{
  sqlite3 *db = open_file (fixture);
  sqlite3_stmt *statement = NULL;
  gint64 count;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return count;
}

char *
fixture_text (Fixture *fixture, const char *sql)
{
  sqlite3 *db = open_file (fixture);
  sqlite3_stmt *statement = NULL;
  char *text;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return text;
}

char *
fixture_id (const char *birth, int sequence)
{
  g_autofree char *digits = g_strdup_printf ("370102%s%03d", birth, sequence);

  return g_strdup_printf ("%s%c", digits, sz_idcard_check_digit (digits));
}
