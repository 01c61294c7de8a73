/* sz-graduate.h — where the graduates of a year went 毕业生就业 (RULE tgt-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes-watch.h"
#include "sz-date.h"

G_BEGIN_DECLS

/** SzGraduate: strings are owned. */
typedef struct
{
  int year;         /* 毕业年度 */
  char *student_no; /* 学号 */
  char *name;
  char *id_number;
  char *major;
  SzGraduateKind kind; /* 毕业去向 */
  SzDate placed_on;    /* 落实日期, 0: empty */
  char *employer;      /* 就业单位 */
  char *uscc;          /* 统一社会信用代码 */
  char *evidence;      /* 佐证材料 */
} SzGraduate;

/** sz_graduate_is_placed: @placed_kinds: a bit for each SzGraduateKind that counts. */
gboolean sz_graduate_is_placed (const SzGraduate *graduate, guint placed_kinds, SzDate day);

/** SzGraduateYear: one year's graduates as of a day. */
typedef struct
{
  guint graduates;
  guint placed;
  guint without_evidence; /* of the placed */
  guint by_kind[SZ_N_GRADUATE_KINDS];
  GPtrArray *missing; /* of SzGraduate, borrowed, by student number */
} SzGraduateYear;

/** sz_graduate_year_new: (transfer full); the graduates must outlive it. */
SzGraduateYear *sz_graduate_year_new (
    const SzGraduate *const *graduates, gsize n, guint placed_kinds, int year, SzDate day);
void sz_graduate_year_free (SzGraduateYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzGraduateYear, sz_graduate_year_free)

G_END_DECLS
