/* accounts.c — a college with accounts whose passwords cost little to check: accounts DB
 * [LOGIN NAME ROLES PASSWORD]…; the first is the administrator of a new college. On a server, which
 * is asked as its own administrator, each then signs in at the address with his own login in it.
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

/* Its key is made now, too: the program would make it as dear as it makes all. */
static gboolean
enter (SzOffice *office, const SzNewAccount *account, GError **error)
{
  g_autoptr (SzOffice) own = sz_office_open (sz_office_get_path (office), NULL, error);
  g_autoptr (SzSession) session
      = own != NULL ? sz_office_sign_in (own, account->login, account->password, error) : NULL;

  return session != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GError) error = NULL;

  sz_password_set_cost (PASSES, KIBIBYTES);
  office = g_file_test (argv[1], G_FILE_TEST_EXISTS)
               ? sz_office_open (argv[1], "测试", &error)
               : sz_office_create (argv[1], "测试", "某技师学院", 128, &error);
  for (int i = 2; office != NULL && error == NULL && i + 3 < argc; i += 4)
    {
      const SzNewAccount account = { argv[i], argv[i + 1], argv[i + 2], argv[i + 3] };
      g_autofree char *code = NULL;

      if (sz_office_account_add (office, &account, &code, &error) && code != NULL)
        printf ("%s\n", code);
      if (error == NULL)
        enter (office, &account, &error);
    }
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return error != NULL;
}
