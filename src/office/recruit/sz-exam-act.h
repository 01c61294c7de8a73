/* sz-exam-act.h — entering, locking and correcting scores (RULE rec-2, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-exam.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzScoreAsk: one row: marks, or a number, or a status. */
typedef struct
{
  const char *plan;
  const char *post;
  const char *ticket;
  const char *component;
  const char *item;         /* (nullable) */
  const char *const *marks; /* (nullable): a text a judge, "-" is 回避, "." nothing yet */
  gboolean has_score;
  gint64 score_x100;
  const char *status;  /* (nullable): 缺考, 违纪, 作弊 */
  const char *draw_no; /* (nullable): 抽签号, else it stays as it is */
  const char *reason;  /* of a correction */
} SzScoreAsk;

/** sz_exam_enter: "component.unknown", "score.range", "scores.locked", "step.not_allowed" once the
 *  exam is over. @act_id: (out) (optional) (transfer full): what undo wants. */
gboolean sz_exam_enter (SzOffice *office, const SzScoreAsk *ask, char **act_id, GError **error);
/** sz_exam_correct: changes a locked score: the log keeps before and after. */
gboolean sz_exam_correct (SzOffice *office, const SzScoreAsk *ask, GError **error);
/** SzScoreSeen: what a second typing found: cells of the row, and how many are the same. */
typedef struct
{
  guint n_cells;
  guint n_equal;
} SzScoreSeen;

/** sz_exam_check: 复核录入: the row typed a second time, kept in the log and compared; no score
 *  changes. "score.not_entered" (ticket, component) where there is no first. */
gboolean sz_exam_check (SzOffice *office, const SzScoreAsk *ask, SzScoreSeen *seen, GError **error);
/** sz_exam_lock: when the sheet of a component is signed. */
gboolean sz_exam_lock (
    SzOffice *office, const char *plan, const char *post, const char *component, GError **error);

/** sz_exam_check_checker: RULE acc-5: where there are accounts, who entered scores of a post
 * neither locks nor finishes them: REFUSED "maker.checker" (who, verb). @component "": of all. */
gboolean
sz_exam_check_checker (SzOffice *office, const SzScoreAsk *ask, const char *verb, GError **error);

G_END_DECLS
