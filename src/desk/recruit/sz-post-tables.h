/* sz-post-tables.h — what the tables of a post say, cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-figure-table.h"
#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/* Columns are made once; texts are (transfer full); rows are those of post->people, the first
   called of post->called, and the objections of the post; @post NULL: none; fields are of SzField.
 */
void sz_post_applicant_columns (const SzRecruitPost *post, SzFigureTable *table);
char *sz_post_applicant_text (const SzRecruitPost *post, guint row, guint column);
GPtrArray *sz_post_applicant_fields (const SzRecruitPost *post, guint row);

const SzFigureColumn *sz_post_result_columns (guint *n);
char *sz_post_result_text (const SzRecruitPost *post, guint row, guint column);
/** sz_post_result_line: how many of the places have somebody proposed, or what stops the result. */
char *sz_post_result_line (const SzRecruitPost *post);
GPtrArray *sz_post_result_fields (const SzRecruitPost *post, guint row);

const SzFigureColumn *sz_post_objection_columns (guint *n);
guint sz_post_count_objections (const SzRecruitBook *book, const SzRecruitPost *post);
char *sz_post_objection_text (const SzRecruitBook *book,
                              const SzRecruitPost *post,
                              guint row,
                              guint column);
/** sz_post_objection_id: its number, as `recruit answer` takes it. */
char *sz_post_objection_id (const SzRecruitBook *book, const SzRecruitPost *post, guint row);

/** sz_post_scheme_line: 先面试后笔试 · 面试50%+笔试50% · 3:1 · 招 2 人 in one line. */
char *sz_post_scheme_line (const SzRecruitPost *post);
GPtrArray *sz_post_scheme_fields (const SzRecruitBook *book, const SzRecruitPost *post);

G_END_DECLS
