/* sz-cli-init.c — shizictl init: an empty college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-account.h"
#include "sz-cli-account.h"
#include "sz-cli-college.h"
#include "sz-cli-password.h"

typedef struct
{
  const char *name;
  gint64 establishment;
  const char *db;
  const char *administrator;
  const char *password_file;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (
      TEXT, Asked, name, "name", N_ ("院校名"), N_ ("Name of the college"), .required = TRUE),
  SZ_OPTION (COUNT,
             Asked,
             establishment,
             "establishment",
             "N",
             N_ ("Posts of the establishment (编制员额)"),
             .required = TRUE),
  SZ_OPTION (TEXT,
             Asked,
             administrator,
             "administrator",
             N_ ("LOGIN"),
             N_ ("A college with accounts, and who administers them; --as is the name")),
  SZ_OPTION (TEXT,
             Asked,
             password_file,
             "password-file",
             N_ ("FILE"),
             N_ ("Whose first line is the administrator's password")),
  { 0 },
};

static const SzMember fields[] = {
  SZ_SHOW_TEXT (Asked, name, "college", NULL),
  SZ_SHOW_COUNT (Asked, establishment, "establishment", NULL),
  SZ_SHOW_TEXT (Asked, db, "db", NULL),
  SZ_SHOW_SAY (N_ ("{college}: an empty college with {establishment} posts, in {db}")),
  { NULL },
};

/* What is wrong with the account is told before anything is made. */
static gboolean
make_college (SzCli *cli, const Asked *asked, char **recovery, GError **error)
{
  SzNewAccount account = { .login = asked->administrator, .roles = "administrator" };
  const char *maker = NULL;

  if (sz_office_at_server (cli->db) && !sz_cli_server_password (cli, FALSE, &maker, error))
    return FALSE;
  account.name = cli->who != NULL ? cli->who : asked->administrator;
  if (account.login != NULL
      && (!sz_cli_new_password (cli, asked->password_file, &account.password, error)
          || !sz_account_check (&account, error)))
    return FALSE;
  if (sz_office_at_server (cli->db) && account.login == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "server.administrator", NULL);
  cli->office
      = sz_office_create_as (cli->db, cli->who, maker, asked->name, asked->establishment, error);
  return cli->office != NULL
         && (account.login == NULL
             || sz_office_account_add (cli->office, &account, recovery, error));
}

static int
run_init (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Asked asked = *(const Asked *)data;
  g_autofree char *recovery = NULL;

  if (!make_college (cli, &asked, &recovery, error))
    return SZ_EXIT_REFUSED;
  asked.db = cli->db;
  sz_cli_show (cli, fields, &asked);
  if (recovery != NULL)
    sz_cli_show_recovery (cli, recovery);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_init
    = { "init", N_ ("Make an empty college"), args, sizeof (Asked), run_init };
