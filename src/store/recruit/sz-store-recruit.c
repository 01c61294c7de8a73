/* sz-store-recruit.c — plans, posts, applicants and judges of recruitment 公开招聘 (RULE rec-15 …
 * rec-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-recruit.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn plan_columns[] = {
  { "code", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPlanRow, code), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPlanRow, name), 0 },
  { "cutoff", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPlanRow, cutoff), 0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPlanRow, document), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzPlanRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzPlanRow, source_row), 0 },
};

const SzRowType sz_plan_type = { SZ_ROW_TYPE ("recruit_plans", SzPlanRow, plan_columns) };

SZ_ROW_DEFINE (SzPlanRow, sz_store_plan, sz_plan_type)

static const SzColumn position_columns[] = {
  { "plan", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPositionRow, plan), 0 },
  { "code", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPositionRow, code), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, name), 0 },
  { "department", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, department), 0 },
  { "post", SZ_COLUMN_POST, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, post), 0 },
  { "full_time", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, full_time), 0 },
  { "uses", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, uses),
    SZ_TABLE_POST_USE },
  { "places", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, places), 0 },
  { "education", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, education), 0 },
  { "degree", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, degree), 0 },
  { "major", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, major), 0 },
  { "age", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, age), 0 },
  { "skill", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, skill), 0 },
  { "title", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, title), 0 },
  { "years", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, years), 0 },
  { "political", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, political), 0 },
  { "certificate", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, certificate),
    0 },
  { "other", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, other), 0 },
  { "way", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, way),
    SZ_TABLE_RECRUIT_WAY },
  { "exam_order", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, exam_order), 0 },
  { "components", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, components), 0 },
  { "lines", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, lines), 0 },
  { "tie", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, tie), 0 },
  { "open_ratio", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, open_ratio), 0 },
  { "enter_multiple", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzPositionRow, enter_multiple), 0 },
  { "check_ratio", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, check_ratio),
    0 },
  { "rounding", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, rounding), 0 },
  { "items", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, items), 0 },
  { "thin_pass", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, thin_pass), 0 },
  { "fte_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, fte_x1e4), 0 },
  { "term_from", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, term_from), 0 },
  { "term_to", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, term_to), 0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, approval), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPositionRow, note), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzPositionRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzPositionRow, source_row), 0 },
};

const SzRowType sz_position_type
    = { SZ_ROW_TYPE ("recruit_positions", SzPositionRow, position_columns) };

SZ_ROW_DEFINE (SzPositionRow, sz_store_position, sz_position_type)

static const SzColumn relaxation_columns[] = {
  { "plan", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRelaxationRow, plan), 0 },
  { "post", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRelaxationRow, post), 0 },
  { "condition", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRelaxationRow, condition), 0 },
  { "audience", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRelaxationRow, audience), 0 },
  { "relaxed_to", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRelaxationRow, relaxed_to), 0 },
  { "basis", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRelaxationRow, basis), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRelaxationRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRelaxationRow, source_row),
    0 },
};

const SzRowType sz_relaxation_type
    = { SZ_ROW_TYPE ("recruit_relaxations", SzRelaxationRow, relaxation_columns) };

SZ_ROW_DEFINE (SzRelaxationRow, sz_store_relaxation, sz_relaxation_type)

static const SzColumn applicant_columns[] = {
  { "plan", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzApplicantRow, plan), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzApplicantRow, id_number), 0 },
  { "post", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, post), 0 },
  { "ticket", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, ticket), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, name), 0 },
  { "sex", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, sex), 0 },
  { "education", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, education), 0 },
  { "degree", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, degree), 0 },
  { "full_time_study", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzApplicantRow, full_time_study), 0 },
  { "school", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, school), 0 },
  { "major", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, major), 0 },
  { "major_class", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, major_class),
    0 },
  { "skill", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, skill), 0 },
  { "title", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, title), 0 },
  { "political", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, political), 0 },
  { "certificates", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, certificates),
    0 },
  { "trade_from", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, trade_from),
    0 },
  { "years_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, years_x100),
    0 },
  { "employer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, employer), 0 },
  { "talent", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, talent), 0 },
  { "phone", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, phone), 0 },
  { "decision", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, decision), 0 },
  { "decision_note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzApplicantRow, decision_note), 0 },
  { "first_reviewer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzApplicantRow, first_reviewer), 0 },
  { "second_reviewer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzApplicantRow, second_reviewer), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, note), 0 },
  { "moved_from", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, moved_from),
    0 },
  { "withdrawn_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzApplicantRow, withdrawn_on),
    0 },
  { "withdrawn_early", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzApplicantRow, withdrawn_early), 0 },
  { "withdrawn_why", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzApplicantRow, withdrawn_why), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzApplicantRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzApplicantRow, source_row),
    0 },
};

const SzRowType sz_applicant_type
    = { SZ_ROW_TYPE ("applicants", SzApplicantRow, applicant_columns) };

SZ_ROW_DEFINE (SzApplicantRow, sz_store_applicant, sz_applicant_type)

static const SzColumn honour_columns[] = {
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzHonourRow, id_number), 0 },
  { "honour", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzHonourRow, honour), 0 },
  { "certificate", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzHonourRow, certificate), 0 },
  { "got_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHonourRow, got_on), 0 },
  { "rank", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHonourRow, rank), 0 },
  { "team_size", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHonourRow, team_size), 0 },
  { "issuer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHonourRow, issuer), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzHonourRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzHonourRow, source_row), 0 },
};

const SzRowType sz_honour_type = { SZ_ROW_TYPE ("applicant_honours", SzHonourRow, honour_columns) };

SZ_ROW_DEFINE (SzHonourRow, sz_store_honour, sz_honour_type)

static const SzColumn judge_columns[] = {
  { "plan", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzJudgeRow, plan), 0 },
  { "post", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzJudgeRow, post), 0 },
  { "number", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzJudgeRow, number), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzJudgeRow, name), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzJudgeRow, id_number), 0 },
  { "employer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzJudgeRow, employer), 0 },
  { "outside", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzJudgeRow, outside), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzJudgeRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzJudgeRow, source_row), 0 },
};

const SzRowType sz_judge_type = { SZ_ROW_TYPE ("exam_judges", SzJudgeRow, judge_columns) };

SZ_ROW_DEFINE (SzJudgeRow, sz_store_judge, sz_judge_type)
