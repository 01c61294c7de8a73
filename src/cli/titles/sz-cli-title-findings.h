/* sz-cli-title-findings.h — what “findings --area titles” prints (RULE ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"

G_BEGIN_DECLS

/** sz_cli_show_title_findings: on @day, 0: today; the exit code, 1 with @error. */
int sz_cli_show_title_findings (SzCli *cli, SzOffice *office, SzDate day, GError **error);

G_END_DECLS
