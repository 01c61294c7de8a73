/* dump-eye.c — looks into a college behind the program's back, as often as a walk wants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dump-eye.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define TABLES                                                                                     \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN "                           \
  "('acts', 'act_heads', 'changes', 'row_ids', 'import_batches') ORDER BY 1"

struct _DumpEye
{
  char *path;
  sqlite3 *db;
  GStatBuf file;     /* the file that was opened */
  GPtrArray *tables; /* of char: their names */
  GPtrArray *rows;   /* of sqlite3_stmt: their rows, in the same order */
};

static sqlite3_stmt *
prepare (DumpEye *eye, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (eye->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

static void
open_eye (DumpEye *eye)
{
  sqlite3_stmt *tables;

  g_assert_cmpint (g_stat (eye->path, &eye->file), ==, 0);
  g_assert_cmpint (sqlite3_open_v2 (eye->path, &eye->db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  tables = prepare (eye, TABLES);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *)sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);

      g_ptr_array_add (eye->tables, g_strdup (table));
      g_ptr_array_add (eye->rows, prepare (eye, sql));
    }
  sqlite3_finalize (tables);
  g_assert_cmpuint (eye->tables->len, >, 0);
}

static void
close_eye (DumpEye *eye)
{
  g_ptr_array_set_size (eye->tables, 0);
  g_ptr_array_set_size (eye->rows, 0);
  g_assert_cmpint (sqlite3_close (eye->db), ==, SQLITE_OK);
}

static void
finalize_statement_cb (gpointer statement)
{
  sqlite3_finalize (statement);
}

DumpEye *
dump_eye_new (const char *db)
{
  DumpEye *eye = g_new0 (DumpEye, 1);

  eye->path = g_strdup (db);
  eye->tables = g_ptr_array_new_with_free_func (g_free);
  eye->rows = g_ptr_array_new_with_free_func (finalize_statement_cb);
  open_eye (eye);
  return eye;
}

void
dump_eye_free (DumpEye *eye)
{
  close_eye (eye);
  g_ptr_array_unref (eye->tables);
  g_ptr_array_unref (eye->rows);
  g_free (eye->path);
  g_free (eye);
}

static void
dump_rows (sqlite3_stmt *rows, GString *dump)
{
  const int columns = sqlite3_column_count (rows);
  int result;

  while ((result = sqlite3_step (rows)) == SQLITE_ROW)
    {
      for (int i = 0; i < columns; i++)
        {
          const char *text = (const char *)sqlite3_column_text (rows, i);

          g_string_append (dump, text != NULL ? text : "(null)");
          g_string_append_c (dump, '|');
        }
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_reset (rows);
}

char *
dump_eye_look (DumpEye *eye)
{
  g_autoptr (GString) dump = g_string_sized_new (4096);
  GStatBuf now;

  g_assert_cmpint (g_stat (eye->path, &now), ==, 0);
  if (now.st_ino != eye->file.st_ino || now.st_dev != eye->file.st_dev)
    {
      close_eye (eye);
      open_eye (eye);
    }
  /* The pages are read from the file again, not remembered: a page that a fault changed without
   * the file's counter moving must be seen. */
  sqlite3_db_release_memory (eye->db);
  g_assert_cmpint (sqlite3_exec (eye->db, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < eye->tables->len; i++)
    {
      g_string_append_printf (dump, "== %s\n", (const char *)g_ptr_array_index (eye->tables, i));
      dump_rows (g_ptr_array_index (eye->rows, i), dump);
    }
  g_assert_cmpint (sqlite3_exec (eye->db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}
