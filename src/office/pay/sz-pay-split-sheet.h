/* sz-pay-split-sheet.h — the cells of a department's sheet; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-columns.h"
#include "sz-pay-run.h"
#include "sz-pay-split-typed.h"
#include "sz-pay-split.h"

G_BEGIN_DECLS

/** SzSplitSheet: what stands in a file. Strings belong to it. */
typedef struct
{
  char *department; /* as the sheet says, NULL: not at all */
  char *token;      /* its check number, NULL: typed anew */
  GArray *rows;     /* of SzSplitRow; known is not set */
  GPtrArray *names; /* of char*: 姓名 of each row, "" */
  GStringChunk *texts;
  GPtrArray *cells; /* of SzSplitCell[n_columns] */
} SzSplitSheet;
void sz_split_sheet_free (SzSplitSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSplitSheet, sz_split_sheet_free)

/** sz_split_sheet_new: (transfer full): without a row. */
SzSplitSheet *sz_split_sheet_new (void);

/** sz_split_sheet_read: (transfer full): "heading.missing" in @issues where a column is not there.
 */
SzSplitSheet *sz_split_sheet_read (const char *path,
                                   const char *name,
                                   const SzSplitColumn *columns,
                                   guint n_columns,
                                   SzIssueList *issues,
                                   GError **error);

/** sz_split_sheet_type: (transfer full): what was typed, as a sheet. */
SzSplitSheet *sz_split_sheet_type (const SzSplitTyped *typed, const char *department);

/** sz_pay_sheet_judge_unit: "money.unit" where the amounts of @field stand in 万元 or 千元. */
void sz_pay_sheet_judge_unit (const SzColumns *columns, guint field, SzIssueList *issues);
/** sz_pay_sheet_explain: (transfer none): translated, behind the sentence that @text is no amount:
 *  why it is none; "" where the sentence says it all. @error: of sz_money_parse(), NULL: not
 * parsed.
 */
const char *sz_pay_sheet_explain (const char *text, const GError *error);
/** sz_pay_sheet_tell_hidden: warning "rows.hidden" (count): hidden rows were read like others. */
void sz_pay_sheet_tell_hidden (guint hidden, SzIssueList *issues);

/** sz_split_columns: (transfer full) (element-type SzSplitColumn): the components that go by
 *  department, in the order of the scheme. */
GArray *sz_split_columns (const SzPayRunFile *run);

/** sz_split_dup_token: (transfer full): the check number: 12 hex digits over run, revision,
 *  department, its pools and its people. */
char *sz_split_dup_token (const SzPayRunFile *run, guint department, const GArray *columns);

/** sz_split_count_members: who has an amount to fill in. */
guint sz_split_count_members (const SzPayRunFile *run, guint department);

/** sz_split_sheet_take: the amounts of a stored split as rows of a sheet. */
void sz_split_sheet_take (SzSplitSheet *sheet, const SzPaySplit *split, const GArray *columns);

G_END_DECLS
