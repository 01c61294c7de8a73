/* sz-contest.h — skill contests hosted and won 竞赛 (RULE tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes-watch.h"
#include "sz-date.h"

G_BEGIN_DECLS

/** SzContest: one row of the register. Strings are owned. */
typedef struct
{
  char *name; /* 赛事名称 */
  SzContestLevel level;
  char *event; /* 项目 */
  SzDate date;
  gboolean hosted; /* 承办 */
  char *person;    /* 姓名 */
  char *role;      /* 身份: code, "" for none */
  char *staff_no;  /* 工号 */
  char *award;     /* 奖项 */
  char *certificate;
} SzContest;

typedef struct
{
  gboolean any; /* whether the register has a row of the year, whatever its day */
  guint rows;   /* of every level, by the day */
  guint hosted; /* distinct contests */
  guint won;
} SzContestYear;

/** sz_contests_count: @levels: a bit for each SzContestLevel that counts. */
void sz_contests_count (const SzContest *const *contests,
                        gsize n,
                        guint levels,
                        int year,
                        SzDate day,
                        SzContestYear *result);

G_END_DECLS
