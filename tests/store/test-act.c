/* test-act.c — one act: wholly or not at all, and its row in the log (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <string.h>
#include <unistd.h>

#include "sz-audit.h"
#include "sz-store-college.h"
#include "sz-store-open.h"

static void
test_rollback (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean exists = TRUE;
  gint64 n = -1;

  fixture_open (&fixture);
  {
    g_autoptr (SzAct) act = fixture_act (&fixture, "edit");
    g_autoptr (SzPersonFile) file = fixture_person (1);

    g_assert_true (sz_store_person_insert (act, file, NULL, &error));
  }
  g_assert_true (sz_act_exists (fixture.store, "act-1", &exists, &error));
  g_assert_false (exists);
  g_assert_true (sz_store_people_count (fixture.store, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_repeated (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean exists = FALSE;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  g_assert_true (sz_act_exists (fixture.store, "act-1", &exists, &error));
  g_assert_true (exists);
  {
    SzActInfo info = { .id = "act-1", .kind = "edit", .who = "李四", .at = "2026-03-08T00:00:00Z" };

    g_assert_null (sz_act_begin (fixture.store, &info, &error));
    g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_CONSTRAINT));
    fixture_assert_code (&error, "act.repeated");
  }
  fixture_people (&fixture, 2, 1);
}

/* What the log says, an act a line. */
static gboolean
describe_cb (const SzAuditRow *row, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "%d %s %s %s%s %d %s\n", (int)row->seq, row->act_id, row->who,
                          row->kind, row->refused ? " refused" : "", (int)row->n_changes,
                          row->summary);
  return TRUE;
}

static void
test_log (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  SzActInfo refused
      = { "act-r", "import.people", "李四", "2026-03-08T00:00:00Z", "坏.xlsx", "ab12" };
  SzActInfo note = { "act-n", "export", "王五", "2026-03-09T00:00:00Z", NULL, NULL };

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  g_assert_true (sz_act_refuse (fixture.store, &refused, "{\"code\":\"batch.repeated\"}", &error));
  g_assert_true (sz_act_note (fixture.store, &note, NULL, &error));
  g_assert_true (sz_audit_each (fixture.store, 0, describe_cb, log, &error));
  /* A person is one row, with two records, one service; the batch is put twice. */
  g_assert_cmpstr (log->str, ==,
                   "1 act-init 张三 init 2 {}\n"
                   "2 act-1 张三 import.people 6 {}\n"
                   "3 act-r 李四 import.people refused 0 {\"code\":\"batch.repeated\"}\n"
                   "4 act-n 王五 export 0 {}\n");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_busy (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzStore) other = NULL;
  g_autoptr (GError) error = NULL;
  SzActInfo info
      = { .id = "act-other", .kind = "edit", .who = "李四", .at = "2026-03-08T00:00:00Z" };
  gint64 before = 0, after = 0;
  SzAct *act;

  fixture_open (&fixture);
  other = sz_store_open (fixture.path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  sz_store_set_busy_timeout (other, 0);
  g_assert_true (sz_store_data_version (other, &before, &error));
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_set_college (act, "新名", &error));
  g_assert_null (sz_act_begin (other, &info, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_BUSY));
  fixture_assert_code (&error, "db.busy");
  fixture_commit (act);
  g_assert_true (sz_store_data_version (other, &after, &error));
  g_assert_cmpint (before, !=, after);
  act = sz_act_begin (other, &info, &error);
  g_assert_no_error (error);
  sz_act_free (act);
}

static void
test_read_only (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  SzActInfo info = { .id = "x", .kind = "edit", .who = "李四", .at = "2026-03-08T00:00:00Z" };

  fixture_open (&fixture);
  reader = sz_store_open (fixture.path, SZ_STORE_READ_ONLY, "", &error);
  g_assert_no_error (error);
  g_assert_true (sz_store_is_read_only (reader));
  name = sz_store_dup_college (reader, &error);
  g_assert_cmpstr (name, ==, "某技师学院");
  g_assert_null (sz_act_begin (reader, &info, &error));
  fixture_assert_code (&error, "db.read_only");
}

static SzAct *
begin_other (SzStore *store, GError **error)
{
  SzActInfo info = { .id = "act-2nd", .kind = "edit", .who = "李四", .at = "2026-03-08T00:00:00Z" };

  return sz_act_begin (store, &info, error);
}

static char *
find_value (const GError *error, const char *name)
{
  g_auto (GStrv) args = sz_error_dup_args (error);
  g_autofree char *start = g_strconcat (name, "=", NULL);

  for (guint i = 0; args[i] != NULL; i++)
    if (g_str_has_prefix (args[i], start))
      return g_strdup (args[i] + strlen (start));
  return NULL;
}

/* Who is kept waiting hears of whom, on which computer, since when. The label is no lock: what is
 * not whole, or was left by the dead, is not believed, and it goes with the act. */
static void
test_busy_names_writer (void)
{
  static const char *const not_believed[] = {
    "",
    "act-1\n",
    "act-1\n2026-03-07T08:15:00Z\n2147483646\n%s\n张三\n",
    "act-1\nyesterday\n1\n%s\n张三\n",
    "act-1\n2026-03-07T08:15:00Z\n1\n%s\n\xff\n",
  };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *who = NULL, *host = NULL, *since = NULL;
  SzAct *act;

  fixture_open (&fixture);
  label = g_strconcat (fixture.path, ".writer", NULL);
  other = sz_store_open (fixture.path, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  g_assert_no_error (error);
  sz_store_set_busy_timeout (other, 0);
  act = fixture_act (&fixture, "edit");
  g_assert_null (begin_other (other, &error));
  who = find_value (error, "who");
  host = find_value (error, "host");
  since = find_value (error, "since");
  g_assert_cmpstr (who, ==, sz_act_get_who (act));
  g_assert_cmpstr (host, ==, g_get_host_name ());
  g_assert_cmpuint (strlen (since), ==, strlen ("2026-03-07 16:15"));
  fixture_assert_code (&error, "db.busy");
  for (guint i = 0; i < G_N_ELEMENTS (not_believed); i++)
    {
      g_auto (GStrv) parts = g_strsplit (not_believed[i], "%s", -1);
      g_autofree char *text = g_strjoinv (g_get_host_name (), parts);
      g_autofree char *named = NULL;

      g_assert_true (g_file_set_contents (label, text, -1, NULL));
      g_assert_null (begin_other (other, &error));
      named = find_value (error, "who");
      g_assert_null (named);
      fixture_assert_code (&error, "db.busy");
    }
  fixture_commit (act);
  act = begin_other (other, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (label, G_FILE_TEST_EXISTS));
  sz_act_free (act);
  g_assert_false (g_file_test (label, G_FILE_TEST_EXISTS));
}

/* Nobody writes through a link that stands where the label is to be. */
static void
test_label_follows_no_link (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *label = NULL;
  g_autofree char *precious = NULL;
  g_autofree char *text = NULL;
  SzAct *act;

  fixture_open (&fixture);
  label = g_strconcat (fixture.path, ".writer", NULL);
  precious = g_build_filename (fixture.folder, "precious", NULL);
  g_assert_true (g_file_set_contents (precious, "x", 1, NULL));
  g_assert_cmpint (symlink (precious, label), ==, 0);
  act = fixture_act (&fixture, "edit");
  fixture_commit (act);
  g_assert_true (g_file_get_contents (precious, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "x");
}

static void
test_nested_reads (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  SzAct *act;

  fixture_open (&fixture);
  g_assert_true (sz_store_begin_read (fixture.store, &error));
  g_assert_true (sz_store_begin_read (fixture.store, &error));
  g_assert_true (sz_store_people_count (fixture.store, &n, &error));
  sz_store_end_read (fixture.store);
  sz_store_end_read (fixture.store);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_begin_read (fixture.store, &error));
  sz_store_end_read (fixture.store);
  g_assert_true (sz_store_set_college (act, "某技师学院（新）", &error));
  fixture_commit (act);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/act/rollback", test_rollback);
  g_test_add_func ("/store/act/repeated", test_repeated);
  g_test_add_func ("/store/aud-1/log", test_log);
  g_test_add_func ("/store/act/busy", test_busy);
  g_test_add_func ("/store/act/busy-names-the-writer", test_busy_names_writer);
  g_test_add_func ("/store/act/label-follows-no-link", test_label_follows_no_link);
  g_test_add_func ("/store/act/read-only", test_read_only);
  g_test_add_func ("/store/act/nested-reads", test_nested_reads);
  return g_test_run ();
}
