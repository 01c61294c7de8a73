/* sz-cli-open.c — the college opened, and who signs in there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-open.h"

#include <glib/gi18n.h>

#include "sz-cli-password.h"
#include "sz-cli-warn.h"
#include "sz-message.h"
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

SzOffice *
sz_cli_office (SzCli *cli, GError **error)
{
  g_return_val_if_fail (cli != NULL, NULL);

  if (cli->office != NULL)
    return cli->office;
  cli->office = sz_office_open (cli->db, cli->who, error);
  if (cli->office != NULL && !sz_cli_sign_in (cli, cli->office, error))
    g_clear_object (&cli->office);
  if (cli->office != NULL && sz_office_is_on_network (cli->office))
    g_printerr (_ ("%s lies on a network share, where a cut connection can cost the last act. Work "
                   "on a copy on this computer, and keep backups.\n"),
                cli->db);
  if (cli->office != NULL)
    warn_unsound (cli);
  return cli->office;
}
