/* accounts.c — a college with accounts whose passwords cost little to check: accounts DB
 * [LOGIN NAME ROLES PASSWORD]…; the first is the administrator. A college is made where there is
 * none. On a server, which is asked as its own administrator, each then signs in at the address
 * with his own login in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>
#include <stdio.h>

#include "sz-account.h"
#include "sz-office.h"
#include "sz-password.h"
#include "sz-sign-in.h"

/* What a seal may cost at least. */
#define PASSES 1
#define KIBIBYTES (8 * 1024)

#define OWNER "//postgres@"

/* The same address for another login. */
static char *
dup_address (const char *uri, const char *login)
{
  g_auto (GStrv) parts = g_strsplit (uri, OWNER, 2);

  return g_strconcat (parts[0], "//", login, "@", parts[1], NULL);
}

static gboolean
enter_server (const char *uri, const SzNewAccount *account, GError **error)
{
  g_autofree char *address = dup_address (uri, account->login);
  g_autoptr (SzOffice) own = sz_office_open_as (address, account->login, account->password, error);

  return own != NULL && sz_office_enter (own, error);
}

/* Its key is made now, too: the program would make it as dear as it makes all. */
static gboolean
enter (const char *db, const SzNewAccount *account, GError **error)
{
  g_autoptr (SzOffice) own = NULL;
  g_autoptr (SzSession) session = NULL;

  if (sz_office_at_server (db))
    return enter_server (db, account, error);
  own = sz_office_open (db, NULL, error);
  session = own != NULL ? sz_office_sign_in (own, account->login, account->password, error) : NULL;
  return session != NULL;
}

static SzOffice *
open_college (const char *db, GError **error)
{
  if (sz_office_at_server (db))
    {
      SzOffice *there = sz_office_open_as (db, "postgres", NULL, NULL);

      return there != NULL ? there
                           : sz_office_create_as (db, "postgres", NULL, "某技师学院", 128, error);
    }
  return g_file_test (db, G_FILE_TEST_EXISTS)
             ? sz_office_open (db, "测试", error)
             : sz_office_create (db, "测试", "某技师学院", 128, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GError) error = NULL;

  sz_password_set_cost (PASSES, KIBIBYTES);
  office = open_college (argv[1], &error);
  for (int i = 2; office != NULL && error == NULL && i + 3 < argc; i += 4)
    {
      const SzNewAccount account = { argv[i], argv[i + 1], argv[i + 2], argv[i + 3] };
      g_autofree char *code = NULL;

      if (sz_office_account_add (office, &account, &code, &error) && code != NULL)
        printf ("%s\n", code);
      if (error == NULL)
        enter (argv[1], &account, &error);
    }
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return error != NULL;
}
