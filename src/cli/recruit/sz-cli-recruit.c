/* sz-cli-recruit.c — the commands of recruitment and part-time teachers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-recruit.h"

#include <glib/gi18n.h>

static const SzCliCommand *const commands[] = {
  &sz_cli_establishment,
  &sz_cli_establishment_list,
  &sz_cli_establishment_add,
  &sz_cli_establishment_forecast,
  &sz_cli_quota,
  &sz_cli_quota_check,
  &sz_cli_quota_year,
  &sz_cli_recruit_plan,
  &sz_cli_recruit_list,
  &sz_cli_recruit_screen,
  &sz_cli_recruit_result,
  &sz_cli_recruit_findings,
  &sz_cli_recruit_review,
  &sz_cli_recruit_withdraw,
  &sz_cli_recruit_move,
  &sz_cli_recruit_step,
  &sz_cli_recruit_objection,
  &sz_cli_recruit_answer,
  &sz_cli_recruit_hire,
  &sz_cli_exam_score,
  &sz_cli_exam_enter,
  &sz_cli_exam_check,
  &sz_cli_exam_lock,
  &sz_cli_exam_correct,
  &sz_cli_parttime_list,
  &sz_cli_parttime_check,
  &sz_cli_parttime_due,
  &sz_cli_parttime_open,
  &sz_cli_parttime_sign,
  &sz_cli_parttime_withdraw,
  &sz_cli_parttime_change,
  &sz_cli_parttime_renew,
  &sz_cli_parttime_end,
  &sz_cli_fees_compute,
  &sz_cli_fees_list,
  &sz_cli_fees_show,
  &sz_cli_fees_delete,
  &sz_cli_funding,
  &sz_cli_calendar,
  &sz_cli_workdays,
  NULL,
};

const SzCliDuty sz_cli_recruit = { N_ ("Recruitment and part-time teachers"), commands };
