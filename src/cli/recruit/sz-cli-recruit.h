/* sz-cli-recruit.h — the commands of recruitment and part-time teachers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_recruit;

extern const SzCliCommand sz_cli_quota;
extern const SzCliCommand sz_cli_quota_check;
extern const SzCliCommand sz_cli_workdays;

G_END_DECLS
