/* sz-store-exam.c — scores, checks and decisions of applicants 考试与考察 (RULE rec-2, rec-8,
 * rec-21, rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-exam.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn score_columns[] = {
  { "applicant_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzScoreRow, applicant_id), 0 },
  { "component", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzScoreRow, component), 0 },
  { "item", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzScoreRow, item), 0 },
  { "draw_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzScoreRow, draw_no), 0 },
  { "marks", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzScoreRow, marks), 0 },
  { "score_x100", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzScoreRow, score_x100), 0 },
  { "status", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzScoreRow, status), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzScoreRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzScoreRow, source_row), 0 },
};

const SzRowType sz_score_type = { SZ_ROW_TYPE ("exam_scores", SzScoreRow, score_columns) };

SZ_ROW_DEFINE (SzScoreRow, sz_store_score, sz_score_type)

gboolean
sz_store_scores_by (
    SzStore *store, const SzScorePlace *place, const char *who, gboolean *found, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && place != NULL && who != NULL && found != NULL, FALSE);

  stmt = sz_db_prepare (store->db,
                        "SELECT s.id FROM exam_scores s JOIN applicants a ON a.id = s.applicant_id"
                        " WHERE a.plan = $1 AND a.post = $2 AND s.changed_by = $3"
                        " AND ($4 = '' OR s.component = $4) LIMIT 1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, place->plan);
  sz_stmt_bind_text (stmt, 2, place->post);
  sz_stmt_bind_text (stmt, 3, who);
  sz_stmt_bind_text (stmt, 4, place->component);
  return sz_stmt_step (stmt, found, error);
}

static const SzColumn score_lock_columns[] = {
  { "position_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzScoreLockRow, position_id), 0 },
  { "component", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzScoreLockRow, component), 0 },
};

const SzRowType sz_score_lock_type
    = { SZ_ROW_TYPE ("exam_locks", SzScoreLockRow, score_lock_columns) };

SZ_ROW_DEFINE (SzScoreLockRow, sz_store_score_lock, sz_score_lock_type)

static const SzColumn check_columns[] = {
  { "applicant_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzCheckRow, applicant_id), 0 },
  { "physical", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCheckRow, physical), 0 },
  { "inspection", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCheckRow, inspection), 0 },
  { "withdrawn", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCheckRow, withdrawn), 0 },
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCheckRow, day), 0 },
  { "note", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCheckRow, note), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzCheckRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzCheckRow, source_row), 0 },
};

const SzRowType sz_check_type = { SZ_ROW_TYPE ("applicant_checks", SzCheckRow, check_columns) };

SZ_ROW_DEFINE (SzCheckRow, sz_store_check, sz_check_type)

static const SzColumn decision_columns[] = {
  { "applicant_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzDecisionRow, applicant_id),
    0 },
  { "meeting", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzDecisionRow, meeting), 0 },
  { "held_on", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzDecisionRow, held_on), 0 },
  { "minutes", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzDecisionRow, minutes), 0 },
  { "agreed", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzDecisionRow, agreed), 0 },
  { "basis", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzDecisionRow, basis), 0 },
  { "opinion", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzDecisionRow, opinion), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzDecisionRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzDecisionRow, source_row), 0 },
};

const SzRowType sz_decision_type
    = { SZ_ROW_TYPE ("applicant_decisions", SzDecisionRow, decision_columns) };

SZ_ROW_DEFINE (SzDecisionRow, sz_store_decision, sz_decision_type)

static const SzColumn objection_columns[] = {
  { "position_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzObjectionRow, position_id),
    0 },
  { "applicant_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzObjectionRow, applicant_id),
    0 },
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzObjectionRow, day), 0 },
  { "text", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzObjectionRow, text), 0 },
  { "state", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzObjectionRow, state), 0 },
  { "answer", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzObjectionRow, answer), 0 },
};

const SzRowType sz_objection_type
    = { SZ_ROW_TYPE ("recruit_objections", SzObjectionRow, objection_columns) };

SZ_ROW_DEFINE (SzObjectionRow, sz_store_objection, sz_objection_type)

static const SzColumn hire_columns[] = {
  { "applicant_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzHireRow, applicant_id), 0 },
  { "position_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHireRow, position_id), 0 },
  { "first_day", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHireRow, first_day), 0 },
  { "person_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHireRow, person_id), 0 },
  { "contract_id", SZ_COLUMN_REF, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzHireRow, contract_id), 0 },
};

const SzRowType sz_hire_type = { SZ_ROW_TYPE ("recruit_hires", SzHireRow, hire_columns) };

SZ_ROW_DEFINE (SzHireRow, sz_store_hire, sz_hire_type)
