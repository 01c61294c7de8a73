/* sz-cli-recruit.c — the commands of recruitment and part-time teachers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-recruit.h"

#include <glib/gi18n.h>

static const SzCliCommand *const commands[] = {
  &sz_cli_quota,
  &sz_cli_quota_check,
  &sz_cli_workdays,
  NULL,
};

const SzCliDuty sz_cli_recruit = { N_ ("Recruitment and part-time teachers"), commands };
