/* sz-cli-open.h — the college opened, and who signs in there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"

G_BEGIN_DECLS

/** sz_cli_office: the college opened; (transfer none). Commands that have SzCliCommand.office get
 * it handed in. */
SzOffice *sz_cli_office (SzCli *cli, GError **error);

/** sz_cli_is_there: whether the college that was named is there, or on a server. */
gboolean sz_cli_is_there (SzCli *cli);

G_END_DECLS
