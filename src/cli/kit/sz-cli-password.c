/* sz-cli-password.c — passwords: from a file, the environment or a terminal, never an argument
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-password.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "sz-sign-in.h"

#define VARIABLE "SHIZI_PASSWORD"
#define LINE_MAX_BYTES 1024

/* Other users can read arguments, but not this. */
static const char *
read_first_line (SzCli *cli, const char *file, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;

  if (!g_file_get_contents (file, &text, NULL, &fault))
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", file, "detail", fault->message,
                    NULL);
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  return sz_cli_keep (cli, g_steal_pointer (&text), g_free);
}

/* (nullable): nothing of it is shown. */
static const char *
ask_terminal (SzCli *cli, const char *question)
{
  struct termios seen, hidden;
  char line[LINE_MAX_BYTES] = "";
  gboolean read;

  if (!isatty (STDIN_FILENO) || tcgetattr (STDIN_FILENO, &seen) != 0)
    return NULL;
  hidden = seen;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  g_printerr ("%s ", question);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
  read = fgets (line, sizeof line, stdin) != NULL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &seen);
  g_printerr ("\n");
  line[strcspn (line, "\r\n")] = '\0';
  return read ? sz_cli_keep (cli, g_strdup (line), g_free) : NULL;
}

static gboolean
refuse_missing (GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, "account.password_missing", NULL);
}

/* Who signed in with what stands in the environment does not seal a file with it too. */
static const char *
get_variable (SzCli *cli)
{
  return cli->signed_in_by_variable ? NULL : g_getenv (VARIABLE);
}

gboolean
sz_cli_password (SzCli *cli, const char *file, const char **password, GError **error)
{
  g_return_val_if_fail (cli != NULL && password != NULL, FALSE);

  *password = file != NULL ? read_first_line (cli, file, error) : get_variable (cli);
  return file == NULL || *password != NULL;
}

gboolean
sz_cli_new_password (SzCli *cli, const char *file, const char **password, GError **error)
{
  const char *again;

  g_return_val_if_fail (cli != NULL && password != NULL, FALSE);

  if (!sz_cli_password (cli, file, password, error))
    return FALSE;
  if (*password != NULL)
    return TRUE;
  *password = ask_terminal (cli, _ ("New password:"));
  again = *password != NULL ? ask_terminal (cli, _ ("The same once more:")) : NULL;
  if (again == NULL)
    return refuse_missing (error);
  return g_str_equal (*password, again)
         || sz_error_set (error, SZ_ERROR_REFUSED, "account.password_differs", NULL);
}

gboolean
sz_cli_credentials (SzCli *cli, const char **login, const char **password, GError **error)
{
  g_return_val_if_fail (cli != NULL && login != NULL && password != NULL, FALSE);

  *login = cli->who;
  if (cli->who == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.sign_in", NULL);
  if (cli->password_file != NULL)
    {
      *password = read_first_line (cli, cli->password_file, error);
      return *password != NULL;
    }
  *password = g_getenv (VARIABLE);
  cli->signed_in_by_variable = *password != NULL;
  if (*password == NULL)
    *password = ask_terminal (cli, _ ("Password:"));
  return *password != NULL || refuse_missing (error);
}

gboolean
sz_cli_server_password (SzCli *cli, gboolean ask, const char **password, GError **error)
{
  g_return_val_if_fail (cli != NULL && password != NULL, FALSE);

  if (cli->password_file != NULL)
    {
      *password = read_first_line (cli, cli->password_file, error);
      return *password != NULL;
    }
  *password = g_getenv (VARIABLE);
  cli->signed_in_by_variable = *password != NULL;
  if (*password == NULL && ask)
    *password = ask_terminal (cli, _ ("Password:"));
  return TRUE;
}

gboolean
sz_cli_sign_in (SzCli *cli, SzOffice *office, GError **error)
{
  g_autoptr (SzSession) session = NULL;
  const char *login, *password;
  gboolean accounts = FALSE;

  g_return_val_if_fail (cli != NULL && SZ_IS_OFFICE (office), FALSE);

  if (!sz_office_has_accounts (office, &accounts, error))
    return FALSE;
  if (!accounts)
    return TRUE;
  if (!sz_cli_credentials (cli, &login, &password, error))
    return FALSE;
  session = sz_office_sign_in (office, login, password, error);
  return session != NULL;
}
