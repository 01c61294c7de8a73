/* test-faults.c — every operation of the store with a fault at every call to the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "sz-backup.h"
#include "sz-store-open.h"
#include "sz-store-workload.h"
#include "sz-undo.h"

/* What stands in a place before each trial, and where the operation leaves its mark. */
typedef struct
{
  Fixture fixture;
  char *base; /* the bytes before */
  gsize size;
  char *backup; /* a good copy of the state before */
  char *other;  /* a path that is free */
} Bench;

typedef gboolean (*Operation) (Bench *bench, GError **error);

static SzStore *
open_store (Bench *bench, GError **error)
{
  return sz_store_open (bench->fixture.path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, error);
}

static SzAct *
begin (SzStore *store, const char *kind, GError **error)
{
  SzActInfo info = { .id = "trial", .kind = kind, .who = "张三", .at = "2026-03-07T08:15:00Z" };

  return sz_act_begin (store, &info, error);
}

static gboolean
fill_import (SzAct *act, GError **error)
{
  g_auto (SzBatch) batch = { 0 };

  batch.kind = g_strdup ("people");
  if (!sz_store_batch_put (act, &batch, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (SzPersonFile) file = fixture_person (100 + i);
      SzOrigin origin = { batch.id, (int)i };
      SzAssessmentRow row = { .person_id = 1 + i % 3, .year = 2020 + (int)i };

      if (!sz_store_person_insert (act, file, &origin, error)
          || !sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, NULL, error))
        return FALSE;
    }
  batch.n_inserted = 5;
  return sz_store_batch_put (act, &batch, SZ_PUT_UPDATE, NULL, error);
}

static gboolean
run_import (Bench *bench, GError **error)
{
  g_autoptr (SzStore) store = open_store (bench, error);
  g_autoptr (SzAct) act = store != NULL ? begin (store, "import.people", error) : NULL;

  return act != NULL && fill_import (act, error) && sz_act_commit (act, error);
}

static gboolean
fill_compute (SzStore *store, SzAct *act, GError **error)
{
  g_auto (PayFixture) pay = { 0 };
  g_auto (SzPayRun) run = pay_fixture_run ();
  g_autoptr (SzPayFacts) facts = sz_store_pay_facts (store, 20250101, 20251231, NULL, error);

  if (facts == NULL)
    return FALSE;
  pay_fixture_init (&pay);
  return sz_store_pay_put (act, &run, pay.scheme, &pay.input, &pay.result, NULL, error);
}

static gboolean
run_compute (Bench *bench, GError **error)
{
  g_autoptr (SzStore) store = open_store (bench, error);
  g_autoptr (SzAct) act = store != NULL ? begin (store, "pay.compute", error) : NULL;

  return act != NULL && fill_compute (store, act, error) && sz_act_commit (act, error);
}

static gboolean
run_undo (Bench *bench, GError **error)
{
  g_autoptr (SzStore) store = open_store (bench, error);
  g_autoptr (SzAct) act = store != NULL ? begin (store, "import.undo", error) : NULL;

  return act != NULL && sz_undo_act (act, "act-2", NULL, error) && sz_act_commit (act, error);
}

static gboolean
run_backup (Bench *bench, GError **error)
{
  g_autoptr (SzStore) store = open_store (bench, error);

  return store != NULL && sz_backup_make (store, bench->other, NULL, error);
}

static gboolean
run_restore (Bench *bench, GError **error)
{
  return sz_backup_restore (bench->backup, bench->fixture.path, FIXTURE_STAMP, NULL, NULL, error);
}

static gboolean
run_create (Bench *bench, GError **error)
{
  SzActInfo info = { .id = "init", .kind = "init", .who = "张三", .at = "2026-03-07T08:15:00Z" };
  g_autoptr (SzStore) store = sz_store_create (bench->other, &info, "某技师学院", 10, error);

  return store != NULL;
}

/* Opening a database of an older schema, which copies it aside and brings it up to today's. */
static gboolean
run_upgrade (Bench *bench, GError **error)
{
  g_autoptr (SzStore) store = open_store (bench, error);

  return store != NULL;
}

/* Everything that stands in a database, as one hash; also asserts that its structure is sound. */
static char *
hash_content (const char *path)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *check = fixture_query (path, "PRAGMA integrity_check");
  g_autofree char *tables
      = fixture_query (path, "SELECT group_concat (name) FROM (SELECT name FROM sqlite_schema"
                             " WHERE type = 'table' ORDER BY name)");
  g_auto (GStrv) names = g_strsplit (tables, ",", -1);
  sqlite3 *db = NULL;

  g_assert_cmpstr (check, ==, "ok");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", names[i]);
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (stmt); c++)
          {
            const char *text = (const char *)sqlite3_column_text (stmt, c);

            g_checksum_update (checksum, (const guchar *)(text != NULL ? text : "-"), -1);
            g_checksum_update (checksum, (const guchar *)"|", 1);
          }
      sqlite3_finalize (stmt);
    }
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
remove_rest (const Bench *bench)
{
  g_autoptr (GDir) dir = g_dir_open (bench->fixture.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (bench->fixture.folder, name, NULL);

      if (strcmp (path, bench->backup) != 0)
        g_unlink (path);
    }
}

static void
lay_out (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  remove_rest (bench);
  g_file_set_contents_full (bench->fixture.path, bench->base, (gssize)bench->size,
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
open_bench (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  fixture_open (&bench->fixture);
  fixture_people (&bench->fixture, 1, 3);
  bench->backup = g_build_filename (bench->fixture.folder, "backup.db", NULL);
  bench->other = g_build_filename (bench->fixture.folder, "other.db", NULL);
  g_assert_true (sz_backup_make (bench->fixture.store, bench->backup, NULL, &error));
  fixture_people (&bench->fixture, 4, 3);
  g_clear_pointer (&bench->fixture.store, sz_store_free);
  g_assert_true (g_file_get_contents (bench->fixture.path, &bench->base, &bench->size, &error));
}

static void
take_golden (Bench *bench)
{
  g_autofree char *golden = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "store",
                                              "golden", "college-v6.db", NULL);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&bench->base, g_free);
  g_file_get_contents (golden, &bench->base, &bench->size, &error);
  g_assert_no_error (error);
}

static void
close_bench (Bench *bench)
{
  fixture_close (&bench->fixture);
  g_free (bench->base);
  g_free (bench->backup);
  g_free (bench->other);
}

typedef struct
{
  const char *name;
  Operation run;
  gboolean makes_other; /* it makes the file `other`, and changes nothing in place */
  gboolean upgrades;    /* it begins with an old database */
} Trial;

static const Trial trials[] = {
  { "import", run_import, FALSE },
  { "compute", run_compute, FALSE },
  { "undo", run_undo, FALSE },
  { "restore", run_restore, FALSE },
  { "backup", run_backup, TRUE },
  { "create", run_create, TRUE },
  { "upgrade", run_upgrade, FALSE, TRUE },
};

/* Opens with our own program, and everything in it fits everything else. */
static void
verify_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzStore) store = sz_store_open (path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fixture_verify (store, NULL), ==, 0);
}

/* What was said, and what it means: what follows must bear it out. */
typedef enum
{
  SAID_NOTHING, /* it died */
  SAID_DONE,
  SAID_FAILED, /* and nothing was written */
  SAID_UNSURE, /* done, and the disk is failing */
  SAID_UNKNOWN,
} Said;

static Said
hear (gboolean done, const GError *error)
{
  static const char *const unsure[]
      = { "act.done_unsure", "file.unconfirmed", "restore.unconfirmed", "store.made", NULL };
  g_autofree char *code = done ? NULL : sz_error_dup_code (error);

  if (done)
    return SAID_DONE;
  return g_strv_contains (unsure, code)      ? SAID_UNSURE
         : g_str_equal (code, "act.unknown") ? SAID_UNKNOWN
                                             : SAID_FAILED;
}

static void
judge (Bench *bench, const Trial *trial, Said said, const char *before, const char *after)
{
  g_autofree char *found = NULL;

  /* Looked at before our program opens it, which would finish an upgrade. */
  found = hash_content (bench->fixture.path);
  verify_file (bench->fixture.path);
  if (trial->makes_other)
    {
      gboolean there = g_file_test (bench->other, G_FILE_TEST_EXISTS);

      g_assert_cmpstr (found, ==, before);
      g_assert_true (there || (said != SAID_DONE && said != SAID_UNSURE));
      g_assert_false (there && said == SAID_FAILED);
      if (there)
        verify_file (bench->other);
      return;
    }
  /* An upgrade can be unsure of the copy that it makes before it begins. */
  if (said == SAID_DONE || (said == SAID_UNSURE && !trial->upgrades))
    g_assert_cmpstr (found, ==, after);
  else if (said == SAID_FAILED && !trial->upgrades)
    g_assert_cmpstr (found, ==, before);
  else if (strcmp (found, before) != 0)
    g_assert_cmpstr (found, ==, after);
}

/* The content with and without the operation, and how many calls it makes. */
static guint
measure (Bench *bench, const Trial *trial, char **before, char **after)
{
  g_autoptr (GError) error = NULL;
  guint n;

  lay_out (bench);
  *before = hash_content (bench->fixture.path);
  fault_vfs_arm (FAULT_NONE, G_MAXUINT);
  g_assert_true (trial->run (bench, &error));
  n = fault_vfs_disarm ();
  g_assert_no_error (error);
  *after = hash_content (bench->fixture.path);
  g_assert_true (trial->makes_other || strcmp (*before, *after) != 0);
  return n;
}

static Said
run_faulty (Bench *bench, const Trial *trial, FaultMode mode, guint at)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  fault_vfs_arm (mode, at);
  done = trial->run (bench, &error);
  fault_vfs_disarm ();
  /* Never a failure without a word, and the word is ours. */
  g_assert_true (done == (error == NULL));
  g_assert_true (done || error->domain == SZ_ERROR);
  /* What a disk does not give is no damage of the college: nobody is told to restore for it. */
  g_assert_true (done
                 || (!g_error_matches (error, SZ_ERROR, SZ_ERROR_CORRUPT)
                     && !g_error_matches (error, SZ_ERROR, SZ_ERROR_FORMAT)));
  return hear (done, error);
}

static Said
run_dying (Bench *bench, const Trial *trial, guint at)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      fault_vfs_arm (FAULT_KILL, at);
      trial->run (bench, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? SAID_DONE : SAID_NOTHING;
}

/* With SHIZI_LONG import and compute at every call in every way, the others at every call with the
 * plain fault and now and then with the rest; else a share of the same calls. SHIZI_FAULT_STRIDE
 * thins them all. */
static guint
choose_stride (guint which, FaultMode mode)
{
  const char *wanted = g_getenv ("SHIZI_FAULT_STRIDE");

  if (wanted != NULL && atoi (wanted) > 0)
    return (guint)atoi (wanted);
  if (g_getenv ("SHIZI_LONG") == NULL)
    return which < 2 || mode == FAULT_ONCE ? 31 : 97;
  if (which < 2 || mode == FAULT_ONCE)
    return 1;
  return mode == FAULT_KILL ? 3 : 11;
}

static void
test_everywhere (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  const Trial *trial = &trials[which / 8];
  FaultMode mode = (FaultMode)(which % 8);
  Bench bench = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n, n_failed = 0, n_unsure = 0;

  open_bench (&bench);
  if (trial->upgrades)
    take_golden (&bench);
  n = measure (&bench, trial, &before, &after);
  for (guint at = 1; at <= n; at += choose_stride (which / 8, mode))
    {
      Said said;

      lay_out (&bench);
      said = mode == FAULT_KILL ? run_dying (&bench, trial, at)
                                : run_faulty (&bench, trial, mode, at);
      n_failed += said != SAID_DONE;
      n_unsure += said == SAID_UNSURE;
      judge (&bench, trial, said, before, after);
    }
  g_test_message ("%s: %u calls, %u trials failed, %u of them behind the commit", trial->name, n,
                  n_failed, n_unsure);
  g_assert_cmpuint (n_failed, >, 0);
  /* Removing the journal, syncing a folder: the last calls come when all is done already, where
     every call has its turn, which is so in the whole sweep. */
  g_assert_true (n_unsure > 0 || mode != FAULT_ONCE || trial->upgrades
                 || choose_stride (which / 8, mode) > 1);
  close_bench (&bench);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    FaultMode mode;
    const char *name;
  } modes[] = { { FAULT_ONCE, "once" },
                { FAULT_FOREVER, "forever" },
                { FAULT_FULL, "disk-full" },
                { FAULT_TORN, "torn" },
                { FAULT_KILL, "dies" } };

  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    for (guint m = 0; m < G_N_ELEMENTS (modes); m++)
      {
        g_autofree char *path
            = g_strdup_printf ("/store/faults/%s/%s", trials[i].name, modes[m].name);

        g_test_add_data_func (path, GUINT_TO_POINTER (i * 8 + modes[m].mode), test_everywhere);
      }
  return g_test_run ();
}
