/* sz-cli-account.c — account add, list, close, unlock, role, password, recover; whoami (RULE acc-1
 * … acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-account.h"

#include <glib/gi18n.h>

#include "sz-account.h"
#include "sz-cli-password.h"
#include "sz-message.h"

#define PASSWORD_FILE(Struct)                                                                      \
  SZ_OPTION (TEXT, Struct, password_file, "password-file", N_ ("FILE"),                            \
             N_ ("Whose first line is the new password"))

/* ---- add ---- */

typedef struct
{
  const char *login;
  const char *name;
  const char *roles;
  const char *password_file;
  char *recovery;
} Add;

static const SzArg add_args[] = {
  SZ_WORD_OF (TEXT, Add, login, N_ ("LOGIN")),
  SZ_OPTION (TEXT,
             Add,
             name,
             "name",
             N_ ("NAME"),
             N_ ("The name that stands in the log"),
             .required = TRUE),
  SZ_OPTION (TEXT,
             Add,
             roles,
             "role",
             N_ ("ROLE[,ROLE]"),
             N_ ("personnel, finance, leader, supervisor, administrator"),
             .required = TRUE),
  PASSWORD_FILE (Add),
  { 0 },
};

static const SzMember add_fields[] = {
  SZ_SHOW_TEXT (Add, login, "login", NULL),
  SZ_SHOW_TEXT (Add, name, "name", NULL),
  SZ_SHOW_TEXT (Add, roles, "role", NULL),
  SZ_SHOW_SAY (N_ ("Account {login} of {name} ({role}).")),
  { NULL },
};

static const SzMember recovery_fields[] = {
  SZ_SHOW_TEXT (Add, recovery, "recovery_code", N_ ("Recovery code")),
  { NULL },
};

/* RULE acc-4, acc-7 */
void
sz_cli_show_recovery (SzCli *cli, const char *code)
{
  const Add shown = { .recovery = (char *)code };
  g_autofree char *protects = sz_message_for_code ("account.protects", NULL);

  g_return_if_fail (cli != NULL && code != NULL);

  sz_cli_show (cli, recovery_fields, &shown);
  sz_cli_print (cli, "%s\n",
                _ ("Write the code down and lock it away: it opens the college once when the "
                   "administrator's password is lost, and is not shown again."));
  sz_cli_print (cli, "%s\n", protects);
}

static int
run_add (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Add add = *(const Add *)data;
  SzNewAccount account = { .login = add.login, .name = add.name, .roles = add.roles };

  if (!sz_cli_new_password (cli, add.password_file, &account.password, error)
      || !sz_office_account_add (office, &account, &add.recovery, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, add_fields, &add);
  if (add.recovery != NULL)
    sz_cli_show_recovery (cli, add.recovery);
  g_free (add.recovery);
  return SZ_EXIT_DONE;
}

static const SzCliCommand account_add
    = { "account add", N_ ("Make an account; the first one is the administrator's"),
        add_args,      sizeof (Add),
        run_add,       .office = TRUE };

/* ---- list ---- */

/* A text is an element of its own. */
static const SzMember text_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

static const SzMember account_fields[] = {
  SZ_SHOW_TEXT (SzAccountInfo, login, "login", N_ ("Login")),
  SZ_SHOW_TEXT (SzAccountInfo, name, "name", N_ ("Name")),
  SZ_SHOW_LIST (SzAccountInfo, roles, "roles", NULL, text_fields, .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_TEXT (SzAccountInfo, state, "state", N_ ("State")),
  SZ_SHOW_TEXT (SzAccountInfo, fingerprint, "fingerprint", N_ ("Fingerprint")),
  SZ_SHOW_TIME (SzAccountInfo, last_seen, "last_seen", N_ ("Last seen")),
  { NULL },
};

typedef struct
{
  GPtrArray *accounts;
} Accounts;

static const SzMember accounts_fields[] = {
  SZ_SHOW_LIST (Accounts, accounts, "accounts", "", account_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static char *
join_roles (const GPtrArray *roles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (const char *)roles->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_accounts (SzCli *cli, const GPtrArray *infos)
{
  const char *const headings[] = { _ ("Login"), _ ("Name"), _ ("Roles"), _ ("State"), NULL };
  SzTextTable *table = sz_text_table_new (headings);

  for (guint i = 0; i < infos->len; i++)
    {
      const SzAccountInfo *info = infos->pdata[i];
      g_autofree char *roles = join_roles (info->roles);

      sz_text_table_row (table, info->login, info->name, roles, info->state);
    }
  sz_cli_print_table (cli, table);
}

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (GPtrArray) infos = sz_office_accounts (office, error);
  const Accounts accounts = { infos };

  if (infos == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, accounts_fields, &accounts);
  print_accounts (cli, infos);
  return SZ_EXIT_DONE;
}

static const SzCliCommand account_list
    = { "account list", N_ ("All accounts"), NULL, 0, run_list, .office = TRUE };

/* ---- changes ---- */

typedef struct
{
  const char *login;
  const char *roles;
  const char *password_file;
  const char *code_file;
} Change;

static const SzArg login_args[] = {
  SZ_WORD_OF (TEXT, Change, login, N_ ("LOGIN")),
  { 0 },
};

static const SzMember changed_fields[] = {
  SZ_SHOW_TEXT (Change, login, "login", NULL),
  SZ_SHOW_SAY (N_ ("Account {login}: done.")),
  { NULL },
};

static int
tell (SzCli *cli, const Change *change, gboolean done)
{
  if (done)
    sz_cli_show (cli, changed_fields, change);
  return done ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

static int
run_close (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Change *change = data;

  return tell (cli, change, sz_office_account_close (office, change->login, error));
}

static const SzCliCommand account_close
    = { "account close", N_ ("Close an account for good; its acts keep its name"),
        login_args,      sizeof (Change),
        run_close,       .office = TRUE };

static int
run_unlock (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Change *change = data;

  return tell (cli, change, sz_office_account_unlock (office, change->login, error));
}

static const SzCliCommand account_unlock
    = { "account unlock", N_ ("End the wait after wrong passwords"),
        login_args,       sizeof (Change),
        run_unlock,       .office = TRUE };

static const SzArg role_args[] = {
  SZ_WORD_OF (TEXT, Change, login, N_ ("LOGIN")),
  SZ_WORD_OF (TEXT, Change, roles, N_ ("ROLE[,ROLE]")),
  { 0 },
};

static int
run_role (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Change *change = data;

  return tell (cli, change,
               sz_office_account_set_roles (office, change->login, change->roles, error));
}

static const SzCliCommand account_role
    = { "account role", N_ ("Give an account other roles"), role_args, sizeof (Change), run_role,
        .office = TRUE };

static const SzArg password_args[] = {
  SZ_WORD_OF (TEXT, Change, login, N_ ("LOGIN")),
  PASSWORD_FILE (Change),
  { 0 },
};

static int
run_password (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Change *change = data;
  const char *password;

  return tell (cli, change,
               sz_cli_new_password (cli, change->password_file, &password, error)
                   && sz_office_account_set_password (office, change->login, password, error));
}

static const SzCliCommand account_password
    = { "account password", N_ ("Another password: one's own, or by an administrator"),
        password_args,      sizeof (Change),
        run_password,       .office = TRUE };

static const SzArg recover_args[] = {
  SZ_WORD_OF (TEXT, Change, login, N_ ("LOGIN")),
  SZ_OPTION (TEXT,
             Change,
             code_file,
             "code-file",
             N_ ("FILE"),
             N_ ("Whose first line is the recovery code"),
             .required = TRUE),
  PASSWORD_FILE (Change),
  { 0 },
};

/* The password is lost: there is nobody to sign in. */
static int
run_recover (SzCli *cli, SzOffice *none, gconstpointer data, GError **error)
{
  const Change *change = data;
  const char *code = NULL;
  const char *password = NULL;

  cli->office = sz_office_open (cli->db, cli->who, error);
  return tell (cli, change,
               cli->office != NULL && sz_cli_password (cli, change->code_file, &code, error)
                   && sz_cli_new_password (cli, change->password_file, &password, error)
                   && sz_office_account_recover (cli->office, change->login, code, password,
                                                 error));
}

static const SzCliCommand account_recover
    = { "account recover", N_ ("A new password for the first administrator, by the recovery code"),
        recover_args, sizeof (Change), run_recover };

/* ---- whoami ---- */

typedef struct
{
  const char *login;
  const char *name;
  GPtrArray *roles;
  gboolean signed_in;
} Who;

static const SzMember who_fields[] = {
  SZ_SHOW_TEXT (Who, login, "login", N_ ("Login")),
  SZ_SHOW_TEXT (Who, name, "name", N_ ("Name")),
  SZ_SHOW_LIST (Who, roles, "roles", NULL, text_fields, .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_FLAG (Who, signed_in, "signed_in", N_ ("Signed in")),
  { NULL },
};

static int
run_whoami (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  SzSession *session = sz_office_get_session (office);
  g_autoptr (GPtrArray) roles
      = sz_roles_list (session != NULL ? sz_session_get_roles (session) : SZ_ROLE_NONE);
  const Who who = { .login = session != NULL ? sz_session_get_login (session) : NULL,
                    .name = sz_office_get_who (office),
                    .roles = roles,
                    .signed_in = session != NULL };

  sz_cli_show (cli, who_fields, &who);
  return SZ_EXIT_DONE;
}

static const SzCliCommand whoami
    = { "whoami", N_ ("Who is acting, and in which roles"), NULL, 0, run_whoami, .office = TRUE };

static const SzCliCommand *const commands[] = { &account_add,     &account_list, &account_close,
                                                &account_unlock,  &account_role, &account_password,
                                                &account_recover, &whoami,       NULL };

const SzCliDuty sz_cli_accounts = { N_ ("Accounts"), commands };
