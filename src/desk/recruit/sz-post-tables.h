/* sz-post-tables.h — what the tables of a post say, cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-figure-table.h"
#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/** sz_post_condition: 学历 … */
const char *sz_post_condition (SzScreenCondition condition);
/** sz_post_state_word: of RULE rec-20; sz_post_outcome_word: 合格, 不合格, —. */
const char *sz_post_state_word (const char *state);
const char *sz_post_outcome_word (SzOutcome outcome);

/* Columns are made once; texts are (transfer full); rows are those of post->people, the first
   called of post->called, and the objections of the post; @post NULL: none; fields are of SzField.
 */
void sz_post_applicant_columns (const SzRecruitPost *post, SzFigureTable *table);
char *sz_post_applicant_text (const SzRecruitPost *post, guint row, guint column);
GPtrArray *
sz_post_applicant_fields (const SzRecruitBook *book, const SzRecruitPost *post, guint row);

enum
{
  SZ_RESULT_PLACE,
  SZ_RESULT_TICKET,
  SZ_RESULT_NAME,
  SZ_RESULT_TOTAL,
  SZ_RESULT_PHYSICAL,
  SZ_RESULT_INSPECTION,
  SZ_RESULT_STATE,
  SZ_RESULT_NOTICE
};

char *sz_post_result_text (const SzRecruitPost *post, guint row, guint column);
/** sz_post_result_line: how many of the places have somebody proposed, or what stops the result. */
char *sz_post_result_line (const SzRecruitPost *post);
/* Of sz-post-timeline.c. */
/** sz_post_add_timeline: under a heading of its own. */
void
sz_post_add_timeline (GPtrArray *fields, const SzRecruitBook *book, const SzRecruitPerson *person);
/** sz_post_timeline_fields: somebody from the registration to the hire. */
GPtrArray *sz_post_timeline_fields (const SzRecruitBook *book, const SzRecruitPerson *person);

const SzFigureColumn *sz_post_objection_columns (guint *n);
guint sz_post_count_objections (const SzRecruitBook *book, const SzRecruitPost *post);
char *sz_post_objection_text (const SzRecruitBook *book,
                              const SzRecruitPost *post,
                              guint row,
                              guint column);
/** sz_post_objection_id: its number, as `recruit answer` takes it. */
char *sz_post_objection_id (const SzRecruitBook *book, const SzRecruitPost *post, guint row);

/* Of sz-post-scheme.c. */
/** sz_post_scheme_line: 先面试后笔试 · 面试50%+笔试50% · 开考 3:1 · 考察 1:1.2↑ in one line. */
char *sz_post_scheme_line (const SzRecruitPost *post);
/** sz_post_applicants_line: 12 报名 · 7 合格 · 2 待审 · 开考比例 3:1 → 招 2 人. */
char *sz_post_applicants_line (const SzRecruitPost *post);
/** sz_post_scheme_fields: with the relations of its judges. */
GPtrArray *sz_post_scheme_fields (const SzRecruitDesk *desk, const SzRecruitPost *post);

/** sz_post_find_ticket: @people: of SzRecruitPerson; −1: nobody. */
int sz_post_find_ticket (const GPtrArray *people, const char *ticket);

G_END_DECLS
