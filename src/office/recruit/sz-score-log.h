/* sz-score-log.h — what the log tells of scores: who typed and who checked a row, what stood there
 * before a correction 录入与复核
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-recruit-rows.h"

G_BEGIN_DECLS

/** SzScoreNote: about one row: applicant, component, item. Strings are owned, "" for nothing. */
typedef struct
{
  char *typed_by;   /* "": it came with a sheet */
  char *checked_by; /* who typed it a second time */
  char *second;     /* what was typed then, as sz_score_text() */
  char *before;     /* what stood there before the first correction after the lock */
} SzScoreNote;

typedef struct _SzScoreLog SzScoreLog;

/** sz_score_log_load: (transfer full): of a plan. */
SzScoreLog *sz_score_log_load (SzOffice *office, const char *plan, GError **error);
void sz_score_log_free (SzScoreLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzScoreLog, sz_score_log_free)

/** sz_score_log_find: (nullable) (transfer none): @item "" without items. */
const SzScoreNote *sz_score_log_find (const SzScoreLog *log,
                                      const char *ticket,
                                      const char *component,
                                      const char *item);

/** sz_score_text: (transfer full): "88.00 86.50 -", "87.50", or the code of a status. */
char *sz_score_text (const SzScoreRow *row);
/** sz_score_word: (transfer full): the @index-th of such a text, "" where there is none. */
char *sz_score_word (const char *text, guint index);
/** sz_score_compare: how many words of two such texts there are, the longer one's; @equal: how many
 *  of them are the same in both. */
guint sz_score_compare (const char *one, const char *other, guint *equal);

G_END_DECLS
