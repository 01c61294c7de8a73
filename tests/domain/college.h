/* college.h — a college made up in memory for the tests of workload and pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay.h"

G_BEGIN_DECLS

/** College: people with their histories; college_input() lends them to sz_pay_compute(). */
typedef struct _College College;

College *college_new (void);
void college_free (College *college);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (College, college_free)

/** college_add: 在编, 绩效, 合格, no workload, in service from @from; returns the person's number.
 */
guint college_add (
    College *college, const char *staff_no, const char *department, const char *post, SzDate from);
/** college_get: the person, to set grade, award and load; valid until the next college_add(). */
SzPayPerson *college_get (College *college, guint person);
guint college_size (const College *college);
/** college_record: one more dated record; @value as stored. */
void college_record (
    College *college, guint person, SzRecordField field, SzDate from, const char *value);
/** college_post: one more appointment, by the post's name. */
void college_post (College *college, guint person, SzDate from, const char *post);
/** college_leave: ends the last service. */
void college_leave (College *college, guint person, SzDate to);
/** college_serve: one more service. */
void college_serve (College *college, guint person, SzDate from, SzDate to);
void college_role (College *college, guint person, const char *role, SzDate from, SzDate to);
void college_value (College *college, guint person, const char *item, gint64 value_x1e4);
void college_department (College *college, const char *name, gint64 coefficient_x1e4);
/** college_input: borrowed; anything added later needs a new call. */
const SzPayInput *college_input (College *college);
/** college_shuffle: the same people in another order. */
void college_shuffle (College *college, GRand *rand);

/** scheme_2025: the year 2025 with this pool, no reserve, no component yet. */
SzScheme *scheme_2025 (SzMoney pool_fen);
/** scheme_component: @ratio_x1e4 −1 is `rest`; @factors are words with blanks between. */
SzComponent *
scheme_component (SzScheme *scheme, const char *name, gint64 ratio_x1e4, const char *factors);
void scheme_fixed (SzScheme *scheme, const char *name, const char *role, SzMoney amount_fen);
/** scheme_coefficients: those of the contract's example: 1.3 1.2 1.1 1.0 1.1 1.0; 1.1 1.0 0.6 0
 * 0.8. */
void scheme_coefficients (SzScheme *scheme);

/** compute: the run, which must succeed without findings. */
SzPayResult *compute (const SzScheme *scheme, College *college);
/** compute_fails: the run must fail with @code; returns the findings. */
SzIssueList *compute_fails (const SzScheme *scheme, College *college, const char *code);
/** get_line: of a staff number; NULL when the person is out. */
const SzPayLine *get_line (const SzPayResult *result, College *college, const char *staff_no);

/** load_rules: the presets of handbook §7. */
SzLoadRules *load_rules (void);

/** assert_code: @error is of our domain and carries @code. */
void assert_code (const GError *error, const char *code);
/** find_issue: the first finding with @code, NULL when none. */
const SzIssue *find_issue (const SzIssueList *issues, const char *code);

G_END_DECLS
