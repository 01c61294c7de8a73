/* sz-judge-ties.h — judges and applicants between whom a relation is declared 回避关系 (RULE
 * rec-15, rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-book.h"

G_BEGIN_DECLS

/** SzJudgeTie: whether the judge marked the applicant or not. */
typedef struct
{
  const SzRecruitPost *post;     /* borrowed from the book, as the next two are */
  const SzJudgeRow *judge;       /* a row of the post, or one for all posts */
  const SzRecruitPerson *person; /* at the post */
  char *relation;                /* 本人: the judge applies */
} SzJudgeTie;

/** sz_judge_ties: (transfer full) (element-type SzJudgeTie): by post, judge, ticket; freed before
 *  @book. */
GArray *sz_judge_ties (SzOffice *office, const SzRecruitBook *book, GError **error);

G_END_DECLS
