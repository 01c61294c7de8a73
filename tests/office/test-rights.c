/* test-rights.c — every kind of act × every role, through the one runner (RULE acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include <string.h>

#include "sz-account.h"
#include "sz-audit.h"
#include "sz-office-act.h"
#include "sz-password.h"
#include "sz-rights.h"
#include "sz-sign-in.h"

#define PASSWORD "correct horse battery staple"

static const struct
{
  SzRoles role;
  const char *login;
} accounts[] = {
  { SZ_ROLE_ADMINISTRATOR, "administrator" },
  { SZ_ROLE_PERSONNEL, "personnel" },
  { SZ_ROLE_FINANCE, "finance" },
  { SZ_ROLE_LEADER, "leader" },
  { SZ_ROLE_SUPERVISOR, "supervisor" },
};

static void
assert_code (GError **error, const char *code)
{
  g_autofree char *found = *error != NULL ? sz_error_dup_code (*error) : NULL;

  g_assert_cmpstr (found, ==, code);
  g_clear_error (error);
}

static gboolean
do_nothing (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  gboolean *was_done = user_data;

  *was_done = TRUE;
  return TRUE;
}

static void
add_accounts (SzOffice *office)
{
  g_autoptr (GError) error = NULL;

  sz_password_set_cost (1, 8 * 1024);
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autofree char *name = g_strconcat ("某", accounts[i].login, NULL);
      const SzNewAccount account = { accounts[i].login, name, accounts[i].login, PASSWORD };
      g_autofree char *code = NULL;

      g_assert_true (sz_office_account_add (office, &account, &code, &error));
      g_assert_no_error (error);
      g_assert_true ((code != NULL) == (i == 0));
    }
}

/* May and may not, as the table says, and the log says which it was; nothing is changed. */
static void
walk_line (SzOffice *office, SzRoles role, const SzRight *right)
{
  g_autoptr (GError) error = NULL;
  gboolean was_done = FALSE;
  const gboolean may = (right->roles & role) != 0;

  /* Done in earnest this one would say that the college is damaged, and stop all that follow. */
  if (strcmp (right->act, SZ_AUDIT_FAULTY) == 0)
    {
      g_assert_true (sz_office_require (office, right->act, &error));
      return;
    }
  g_assert_true (sz_office_run (office, &(SzActHead){ .kind = right->act }, do_nothing, &was_done,
                                NULL, &error)
                 == may);
  g_assert_true (was_done == may);
  if (!may)
    assert_code (&error, "role.denied");
}

static void
test_walk (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_denied = 0;

  add_accounts (fixture->office);
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (SzSession) session
          = sz_office_sign_in (fixture->office, accounts[i].login, PASSWORD, &error);

      g_assert_no_error (error);
      for (const SzRight *right = sz_rights (); right->act != NULL; right++)
        {
          g_assert_true (right->roles != SZ_ROLE_NONE);
          g_assert_true (i > 0 || g_hash_table_add (seen, (gpointer)right->act));
          walk_line (fixture->office, accounts[i].role, right);
          n_denied += (right->roles & accounts[i].role) == 0;
        }
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT count(*) FROM acts WHERE refused = 1"
                                           " AND summary LIKE '%role.denied%'"),
                   ==, n_denied);
}

/* A kind without a line is done by nobody. */
static void
test_unknown (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzSession) session = NULL;
  gboolean was_done = FALSE;

  add_accounts (fixture->office);
  session = sz_office_sign_in (fixture->office, "personnel", PASSWORD, &error);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*no line in the table of rights*");
  g_assert_false (sz_office_run (fixture->office, &(SzActHead){ .kind = "nothing.known" },
                                 do_nothing, &was_done, NULL, &error));
  g_test_assert_expected_messages ();
  assert_code (&error, "role.denied");
  g_assert_false (was_done);
}

/* Who was closed meanwhile is stopped, though signed in. */
static void
test_closed (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzOffice) other = NULL;
  g_autoptr (SzSession) session = NULL;
  g_autoptr (GError) error = NULL;
  gboolean was_done = FALSE;

  add_accounts (fixture->office);
  other = sz_office_open (fixture->db, NULL, &error);
  session = sz_office_sign_in (other, "personnel", PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_true (sz_office_account_close (fixture->office, "personnel", &error));
  g_assert_false (sz_office_run (other, &(SzActHead){ .kind = "person.add" }, do_nothing, &was_done,
                                 NULL, &error));
  assert_code (&error, "account.closed");
  g_assert_false (sz_office_take_session (other, session, &error));
  assert_code (&error, "account.wrong");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/acc-3/every-act-by-every-role", test_walk);
  g_test_add_func ("/office/acc-3/an-act-without-a-line", test_unknown);
  g_test_add_func ("/office/acc-3/closed-meanwhile", test_closed);
  return g_test_run ();
}
