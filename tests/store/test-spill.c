/* test-spill.c — who can read while much is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"
#include "sz-store-college.h"
#include "sz-store-open.h"

/* What a reader finds while an act of 70 MiB is under way. */
static gboolean
reads_meanwhile (guint mebibytes)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzStore) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autofree char *college = NULL;
  SzAct *act;

  fixture_open (&fixture);
  other = sz_store_open (fixture.path, SZ_STORE_READ_ONLY, "", &error);
  g_assert_no_error (error);
  sz_store_set_busy_timeout (other, 0);
  if (mebibytes > 0)
    g_assert_true (sz_store_set_spill (fixture.store, mebibytes, &error));
  act = fixture_act (&fixture, "edit");
  /* The journal keeps what was before and what came after. */
  for (int i = 0; i < 35; i++)
    {
      text[0] = (char)('a' + i % 26);
      g_assert_true (sz_store_set_college (act, text, &error));
    }
  college = sz_store_dup_college (other, &error);
  if (college == NULL)
    fixture_assert_code (&error, "db.busy");
  sz_act_free (act);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  return college != NULL;
}

/* Issue 3: while an import of 100,000 people runs the lists still answer. */
static void
test_spares_readers (void)
{
  g_assert_false (reads_meanwhile (0));
  g_assert_true (reads_meanwhile (512));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/spill/spares-readers", test_spares_readers);
  return g_test_run ();
}
