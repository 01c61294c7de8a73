/* sz-cli-package.h — passwords of sealed files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"

G_BEGIN_DECLS

/** sz_cli_password: the first line of @file, or SHIZI_PASSWORD, or NULL; lives as long as the
 *  program. */
gboolean sz_cli_password (SzCli *cli, const char *file, const char **password, GError **error);

G_END_DECLS
