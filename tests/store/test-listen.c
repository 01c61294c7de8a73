/* test-listen.c — a connection to a server is told when another one has written (RULE srv-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "server-fixture.h"
#include "store-fixture.h"

#include "sz-act.h"
#include "sz-store-open.h"
#include "sz-store-private.h"

/* Ends what hangs; no test waits that long. */
#define PATIENCE_MS 60000

static gboolean
at_server (void)
{
  const char *uri = g_getenv ("SHIZI_TEST_URI");

  return uri != NULL && !sz_store_is_file (uri);
}

static gboolean
is_readable (int fd, int patience)
{
  GPollFD socket = { fd, G_IO_IN | G_IO_HUP, 0 };

  return g_poll (&socket, 1, patience) > 0;
}

/* A second connection that listens, as the window's reader. */
static SzStore *
open_ear (Fixture *fixture, int *fd)
{
  g_autoptr (GError) error = NULL;
  SzStore *ear = sz_store_open (fixture->uri, SZ_STORE_READ_WRITE, FIXTURE_STAMP, &error);
  gboolean anew = TRUE;

  g_assert_no_error (error);
  g_assert_false (sz_store_listen (ear, fd, &anew));
  g_assert_false (anew);
  return ear;
}

static void
assert_told (SzStore *ear)
{
  gboolean anew = TRUE;
  int fd = -1;

  g_assert_true (sz_store_has_news (ear));
  g_assert_true (sz_store_listen (ear, &fd, &anew));
  g_assert_cmpint (fd, >=, 0);
  g_assert_false (anew);
  g_assert_false (sz_store_has_news (ear));
  g_assert_false (sz_store_listen (ear, &fd, &anew));
}

static void
test_told (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) person = fixture_person (2);
  g_autoptr (GError) error = NULL;
  SzStore *ear;
  SzAct *act;
  int fd = -1;

  fixture_open (&fixture);
  ear = open_ear (&fixture, &fd);
  g_assert_cmpint (fd, >=, 0);
  fixture_people (&fixture, 1, 1);
  g_assert_true (is_readable (fd, PATIENCE_MS));
  assert_told (ear);
  /* What is not committed is nobody's business. */
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_insert (act, person, NULL, &error));
  sz_act_free (act);
  g_assert_false (is_readable (fd, 0));
  g_assert_false (sz_store_has_news (ear));
  sz_store_free (ear);
}

/* The word comes with the answer to another question, and is not on the socket any more. */
static void
test_on_the_way (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 n = 0;
  SzStore *ear;
  int fd = -1;

  fixture_open (&fixture);
  ear = open_ear (&fixture, &fd);
  fixture_people (&fixture, 1, 3);
  g_assert_true (is_readable (fd, PATIENCE_MS));
  g_assert_true (sz_store_people_count (ear, &n, &error));
  g_assert_cmpint (n, ==, 3);
  assert_told (ear);
  sz_store_free (ear);
}

static void
test_anew (void)
{
  g_auto (Fixture) fixture = { 0 };
  gboolean anew = FALSE;
  SzStore *ear;
  int fd = -1;

  fixture_open (&fixture);
  ear = open_ear (&fixture, &fd);
  g_free (server_fixture_sql (fixture.uri,
                              "SELECT count(pg_terminate_backend (pid)) FROM pg_stat_activity"
                              " WHERE datname = current_database () AND pid <> pg_backend_pid ()",
                              NULL));
  /* Its last word and its end may come one after the other. */
  while (!anew)
    {
      g_assert_true (is_readable (fd, PATIENCE_MS));
      sz_store_listen (ear, &fd, &anew);
    }
  g_assert_cmpint (fd, >=, 0);
  /* And goes on listening. */
  fixture_people (&fixture, 1, 1);
  g_assert_true (is_readable (fd, PATIENCE_MS));
  assert_told (ear);
  sz_store_free (ear);
}

/* A file tells nobody: it is asked. */
static void
test_file (void)
{
  g_auto (Fixture) fixture = { 0 };
  gboolean anew = TRUE;
  int fd = 7;

  fixture_open (&fixture);
  g_assert_false (sz_store_listen (fixture.store, &fd, &anew));
  g_assert_cmpint (fd, ==, -1);
  g_assert_false (anew);
  g_assert_false (sz_store_has_news (fixture.store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (at_server ())
    {
      g_test_add_func ("/store/srv-11/told-of-another's-act", test_told);
      g_test_add_func ("/store/srv-11/told-on-the-way", test_on_the_way);
      g_test_add_func ("/store/srv-11/a-connection-made-anew", test_anew);
    }
  else
    g_test_add_func ("/store/srv-11/a-file-tells-nobody", test_file);
  return g_test_run ();
}
