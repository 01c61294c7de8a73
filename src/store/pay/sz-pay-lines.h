/* sz-pay-lines.h — the frozen lines of a pay run and their hash (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"
#include "sz-pay.h"

G_BEGIN_DECLS

/** SzPayLineHash: SHA-256 over lines in the order in which they are stored. */
typedef struct
{
  GChecksum *checksum;
  GString *text;
} SzPayLineHash;

void sz_pay_line_hash_init (SzPayLineHash *hash);
void sz_pay_line_hash_clear (SzPayLineHash *hash);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzPayLineHash, sz_pay_line_hash_clear)

/** SzPayPersonLine: a row of pay_people. */
typedef struct
{
  gint64 place;
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *reason; /* "" for who takes part */
  const char *department;
  const char *post;
  gint64 months;
  gint64 n_stretches;
  gint64 before_fen;
  gint64 ceiling_fen;
  gint64 total_fen;
} SzPayPersonLine;

/** SzPayPartLine: a row of pay_lines. */
typedef struct
{
  gint64 place;
  gint64 part; /* ≥ 0 component, −1 − i: fixed allowance i */
  gint64 points_x1e6;
  gint64 amount_fen;
  gint64 remainder_fen;
  const char *terms;
  gsize terms_length;
} SzPayPartLine;

void sz_pay_line_hash_person (SzPayLineHash *hash, const SzPayPersonLine *line);
void sz_pay_line_hash_part (SzPayLineHash *hash, const SzPayPartLine *line);
/** sz_pay_line_hash_mix: of both orders of lines, which are hashed apart. (transfer full) */
char *sz_pay_line_hash_mix (SzPayLineHash *people, SzPayLineHash *parts);

/** sz_pay_lines_people, _parts: the statements that read a run's lines in their order, bound. */
SzStmt *sz_pay_lines_select_people (SzDb *db, gint64 run, GError **error);
SzStmt *sz_pay_lines_select_parts (SzDb *db, gint64 run, GError **error);
void sz_pay_lines_take_person (SzStmt *stmt, SzPayPersonLine *line);
void sz_pay_lines_take_part (SzStmt *stmt, SzPayPartLine *line);

/** sz_pay_lines_dup_hash: as they are stored now. (transfer full) */
char *sz_pay_lines_dup_hash (SzDb *db, gint64 run, GError **error);

/** sz_pay_find_stray: the first run number in run_id of @table that the query @known does not give;
 *  0: none. @table's primary key begins with run_id. */
gboolean
sz_pay_find_stray (SzDb *db, const char *table, const char *known, gint64 *run, GError **error);

/** sz_pay_lines_find_stray: a run number that has lines but no head; 0: none. */
gboolean sz_pay_lines_find_stray (SzDb *db, gint64 *run, GError **error);

G_END_DECLS
