/* sz-cli-password.h — passwords: from a file, the environment or a terminal, never an argument
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"

G_BEGIN_DECLS

/** sz_cli_password: of a sealed file: the first line of @file, or SHIZI_PASSWORD where nobody
 *  signed in with it, or NULL; lives as long as the program. */
gboolean sz_cli_password (SzCli *cli, const char *file, const char **password, GError **error);

/** sz_cli_new_password: of an account: likewise, or typed twice. REFUSED
 *  "account.password_missing", "account.password_differs". */
gboolean sz_cli_new_password (SzCli *cli, const char *file, const char **password, GError **error);

/** sz_cli_credentials: whom --as names and the password: by --password-file before the command or
 *  where the command has none of its own, SHIZI_PASSWORD, or typed. REFUSED "account.sign_in"
 * without --as, "account.password_missing". */
gboolean sz_cli_credentials (SzCli *cli, const char **login, const char **password, GError **error);

/** sz_cli_server_password: (out) (nullable): of who signs in at a server: by --password-file before
 * the command or SHIZI_PASSWORD; where there is neither, typed when @ask. */
gboolean sz_cli_server_password (SzCli *cli, gboolean ask, const char **password, GError **error);

/** sz_cli_sign_in: where the college has accounts (RULE acc-1). */
gboolean sz_cli_sign_in (SzCli *cli, SzOffice *office, GError **error);

G_END_DECLS
