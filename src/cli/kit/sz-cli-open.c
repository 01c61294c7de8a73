/* sz-cli-open.c — the college opened, and who signs in there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-open.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-password.h"
#include "sz-cli-warn.h"
#include "sz-message.h"
#include "sz-sign-in.h"
#include "sz-soundness.h"

/* On its face: whatever is asked of it, a college that does not verify says so. */
static void
warn_unsound (SzCli *cli)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *message = NULL;

  if (sz_office_require_sound (cli->office, &fault)
      || !g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
    return;
  message = sz_message_for_error (fault);
  sz_cli_warn (message);
}

/* A server is asked for what it knows itself first; who has to type a password is asked then. */
static SzOffice *
open_at_server (SzCli *cli, GError **error)
{
  g_autoptr (GError) fault = NULL;
  const char *password = NULL;
  SzOffice *office;

  if (!sz_cli_server_password (cli, FALSE, &password, error))
    return NULL;
  office = sz_office_open_as (cli->db, cli->who, password, &fault);
  if (office == NULL && password == NULL && g_str_has_prefix (fault->message, "db.sign_in")
      && sz_cli_server_password (cli, TRUE, &password, NULL) && password != NULL)
    {
      g_clear_error (&fault);
      office = sz_office_open_as (cli->db, cli->who, password, &fault);
    }
  if (office == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (!sz_office_enter (office, error))
    g_clear_object (&office);
  return office;
}

/* Not what a file of that name would be: a college that was named is there. */
gboolean
sz_cli_is_there (SzCli *cli)
{
  g_return_val_if_fail (cli != NULL, FALSE);

  return sz_office_at_server (cli->db)
         || g_file_test (g_str_has_prefix (cli->db, "sqlite:") ? cli->db + strlen ("sqlite:")
                                                               : cli->db,
                         G_FILE_TEST_EXISTS);
}

SzOffice *
sz_cli_office (SzCli *cli, GError **error)
{
  g_return_val_if_fail (cli != NULL, NULL);

  if (cli->office != NULL)
    return cli->office;
  if (sz_office_at_server (cli->db))
    cli->office = open_at_server (cli, error);
  else
    {
      cli->office = sz_office_open (cli->db, cli->who, error);
      if (cli->office != NULL && !sz_cli_sign_in (cli, cli->office, error))
        g_clear_object (&cli->office);
    }
  if (cli->office != NULL && sz_office_is_on_network (cli->office))
    g_printerr (_ ("%s lies on a network share, where a cut connection can cost the last act. Work "
                   "on a copy on this computer, and keep backups.\n"),
                cli->db);
  if (cli->office != NULL)
    warn_unsound (cli);
  return cli->office;
}
