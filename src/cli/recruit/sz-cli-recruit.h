/* sz-cli-recruit.h — the commands of recruitment and part-time teachers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_recruit;

extern const SzCliCommand sz_cli_establishment;
extern const SzCliCommand sz_cli_establishment_list;
extern const SzCliCommand sz_cli_establishment_add;
extern const SzCliCommand sz_cli_establishment_forecast;
extern const SzCliCommand sz_cli_quota;
extern const SzCliCommand sz_cli_quota_check;
extern const SzCliCommand sz_cli_quota_year;
extern const SzCliCommand sz_cli_recruit_plan;
extern const SzCliCommand sz_cli_recruit_list;
extern const SzCliCommand sz_cli_recruit_screen;
extern const SzCliCommand sz_cli_recruit_result;
extern const SzCliCommand sz_cli_recruit_findings;
extern const SzCliCommand sz_cli_recruit_review;
extern const SzCliCommand sz_cli_recruit_withdraw;
extern const SzCliCommand sz_cli_recruit_move;
extern const SzCliCommand sz_cli_recruit_step;
extern const SzCliCommand sz_cli_recruit_objection;
extern const SzCliCommand sz_cli_recruit_answer;
extern const SzCliCommand sz_cli_recruit_hire;
extern const SzCliCommand sz_cli_exam_score;
extern const SzCliCommand sz_cli_exam_enter;
extern const SzCliCommand sz_cli_exam_check;
extern const SzCliCommand sz_cli_exam_lock;
extern const SzCliCommand sz_cli_exam_correct;
extern const SzCliCommand sz_cli_parttime_list;
extern const SzCliCommand sz_cli_parttime_check;
extern const SzCliCommand sz_cli_parttime_due;
extern const SzCliCommand sz_cli_parttime_open;
extern const SzCliCommand sz_cli_parttime_sign;
extern const SzCliCommand sz_cli_parttime_withdraw;
extern const SzCliCommand sz_cli_parttime_change;
extern const SzCliCommand sz_cli_parttime_renew;
extern const SzCliCommand sz_cli_parttime_end;
extern const SzCliCommand sz_cli_fees_compute;
extern const SzCliCommand sz_cli_fees_list;
extern const SzCliCommand sz_cli_fees_show;
extern const SzCliCommand sz_cli_fees_delete;
extern const SzCliCommand sz_cli_funding;
extern const SzCliCommand sz_cli_calendar;
extern const SzCliCommand sz_cli_workdays;
/** sz_cli_judgement_fields: of an SzQuotaJudgement. */
extern const SzMember sz_cli_judgement_fields[];

G_END_DECLS
