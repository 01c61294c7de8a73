/* sz-store-coverage.c — registers that prove a coverage: trainees, majors, graduates, skills,
 * rotation, contests (RULE tgt-5 … tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-coverage.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn trainee_columns[] = {
  { "project", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTraineeRow, trainee.project), 0 },
  { "project_name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzTraineeRow, trainee.project_name), 0 },
  { "category", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.category),
    0 },
  { "session", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTraineeRow, trainee.session), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.to), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.name), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzTraineeRow, trainee.id_number),
    0 },
  { "employer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.employer),
    0 },
  { "due_hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzTraineeRow, trainee.due_hours_x100), 0 },
  { "done_hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzTraineeRow, trainee.done_hours_x100), 0 },
  { "finished", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.finished),
    0 },
  { "certificate", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzTraineeRow, trainee.certificate), 0 },
  { "cancelled", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzTraineeRow, trainee.cancelled),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTraineeRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzTraineeRow, source_row), 0 },
};

const SzRowType sz_trainee_type = { SZ_ROW_TYPE ("trainees", SzTraineeRow, trainee_columns) };

SZ_ROW_DEFINE (SzTraineeRow, sz_store_trainee, sz_trainee_type)

static const SzColumn major_columns[] = {
  { "code", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzMajorRow, major.code), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.name), 0 },
  { "level", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.level), 0 },
  { "opened", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.opened), 0 },
  { "stopped", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.stopped), 0 },
  { "partner", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.partner), 0 },
  { "agreement", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzMajorRow, major.agreement), 0 },
  { "agreement_from", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzMajorRow, major.agreement_from), 0 },
  { "agreement_to", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzMajorRow, major.agreement_to), 0 },
  { "courses", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.courses), 0 },
  { "teachers", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.teachers), 0 },
  { "sites", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.sites), 0 },
  { "practice", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.practice), 0 },
  { "integrated_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzMajorRow, major.integrated_on), 0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMajorRow, major.document), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzMajorRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzMajorRow, source_row), 0 },
};

const SzRowType sz_major_type = { SZ_ROW_TYPE ("majors", SzMajorRow, major_columns) };

SZ_ROW_DEFINE (SzMajorRow, sz_store_major, sz_major_type)

static const SzColumn graduate_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzGraduateRow, graduate.year), 0 },
  { "student_no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY,
    G_STRUCT_OFFSET (SzGraduateRow, graduate.student_no), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzGraduateRow, graduate.name), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzGraduateRow, graduate.id_number), 0 },
  { "major", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzGraduateRow, graduate.major), 0 },
  { "kind", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzGraduateRow, graduate.kind),
    SZ_TABLE_GRADUATE },
  { "placed_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzGraduateRow, graduate.placed_on), 0 },
  { "employer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzGraduateRow, graduate.employer),
    0 },
  { "uscc", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzGraduateRow, graduate.uscc), 0 },
  { "evidence", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzGraduateRow, graduate.evidence),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzGraduateRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzGraduateRow, source_row), 0 },
};

const SzRowType sz_graduate_type = { SZ_ROW_TYPE ("graduates", SzGraduateRow, graduate_columns) };

SZ_ROW_DEFINE (SzGraduateRow, sz_store_graduate, sz_graduate_type)

static const SzColumn skill_due_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillDueRow, due.year), 0 },
  { "batch", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillDueRow, due.batch), 0 },
  { "student_no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillDueRow, due.student_no),
    0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSkillDueRow, due.name), 0 },
  { "id_number", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSkillDueRow, due.id_number),
    0 },
  { "major", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSkillDueRow, due.major), 0 },
  { "class_name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSkillDueRow, due.class_name),
    0 },
  { "occupation", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillDueRow, due.occupation),
    0 },
  { "level", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillDueRow, due.level), 0 },
  { "exempt_reason", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillDueRow, due.exempt_reason), 0 },
  { "exempt_document", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillDueRow, due.exempt_document), 0 },
  { "missing_reason", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillDueRow, due.missing_reason), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzSkillDueRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzSkillDueRow, source_row), 0 },
};

const SzRowType sz_skill_due_type
    = { SZ_ROW_TYPE ("skill_dues", SzSkillDueRow, skill_due_columns) };

SZ_ROW_DEFINE (SzSkillDueRow, sz_store_skill_due, sz_skill_due_type)

static const SzColumn skill_result_columns[] = {
  { "year", SZ_COLUMN_INT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillResultRow, result.year), 0 },
  { "batch", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillResultRow, result.batch), 0 },
  { "student_no", SZ_COLUMN_TEXT, SZ_COLUMN_KEY,
    G_STRUCT_OFFSET (SzSkillResultRow, result.student_no), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSkillResultRow, result.name), 0 },
  { "occupation", SZ_COLUMN_TEXT, SZ_COLUMN_KEY,
    G_STRUCT_OFFSET (SzSkillResultRow, result.occupation), 0 },
  { "level", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSkillResultRow, result.level), 0 },
  { "theory_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillResultRow, result.theory_x100), 0 },
  { "practice_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillResultRow, result.practice_x100), 0 },
  { "outcome", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSkillResultRow, result.outcome),
    0 },
  { "certificate", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillResultRow, result.certificate), 0 },
  { "examined", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzSkillResultRow, result.examined), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzSkillResultRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzSkillResultRow, source_row),
    0 },
};

const SzRowType sz_skill_result_type
    = { SZ_ROW_TYPE ("skill_results", SzSkillResultRow, skill_result_columns) };

SZ_ROW_DEFINE (SzSkillResultRow, sz_store_skill_result, sz_skill_result_type)

static const SzColumn roster_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRosterRow, person_id), 0 },
  { "kind", SZ_COLUMN_CODE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRosterRow, entry.kind),
    SZ_TABLE_ROTATION },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRosterRow, entry.from), 0 },
  { "off_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRosterRow, entry.off), 0 },
  { "off_reason", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRosterRow, entry.off_reason),
    0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRosterRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRosterRow, source_row), 0 },
};

const SzRowType sz_roster_type = { SZ_ROW_TYPE ("rotation_roster", SzRosterRow, roster_columns) };

SZ_ROW_DEFINE (SzRosterRow, sz_store_roster, sz_roster_type)

static const SzColumn rotation_columns[] = {
  { "person_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRotationRow, person_id), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRotationRow, course.name), 0 },
  { "host", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRotationRow, course.host), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzRotationRow, course.from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRotationRow, course.to), 0 },
  { "hours_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzRotationRow, course.hours_x100), 0 },
  { "finished", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzRotationRow, course.finished),
    0 },
  { "certificate", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzRotationRow, course.certificate), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRotationRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzRotationRow, source_row), 0 },
};

const SzRowType sz_rotation_type
    = { SZ_ROW_TYPE ("rotation_courses", SzRotationRow, rotation_columns) };

SZ_ROW_DEFINE (SzRotationRow, sz_store_rotation, sz_rotation_type)

static const SzColumn contest_columns[] = {
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzContestRow, contest.name), 0 },
  { "level", SZ_COLUMN_CODE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContestRow, contest.level),
    SZ_TABLE_CONTEST_LEVEL },
  { "event", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzContestRow, contest.event), 0 },
  { "date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzContestRow, contest.date), 0 },
  { "hosted", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContestRow, contest.hosted), 0 },
  { "person", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzContestRow, contest.person), 0 },
  { "role", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContestRow, contest.role), 0 },
  { "staff_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContestRow, contest.staff_no),
    0 },
  { "award", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzContestRow, contest.award), 0 },
  { "certificate", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzContestRow, contest.certificate), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzContestRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzContestRow, source_row), 0 },
};

const SzRowType sz_contest_type = { SZ_ROW_TYPE ("contests", SzContestRow, contest_columns) };

SZ_ROW_DEFINE (SzContestRow, sz_store_contest, sz_contest_type)
