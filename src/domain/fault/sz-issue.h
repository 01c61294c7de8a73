/* sz-issue.h — findings about data: all of them, never the first only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_SEVERITY_WARNING,
  SZ_SEVERITY_ERROR,
} SzSeverity;

/**
 * SzIssue:
 * @code: stable dotted code of the contract, interned
 * @file: (nullable): base name of the source file
 * @sheet: (nullable): sheet name
 * @row: row as the spreadsheet program shows it, 0: not about a row
 * @column: (nullable): heading as it stands in the sheet
 * @value: (nullable): what stood there
 * @args: (nullable): further named arguments "name=value" for the sentence
 */
typedef struct
{
  SzSeverity severity;
  const char *code;
  char *file;
  char *sheet;
  guint row;
  char *column;
  char *value;
  GStrv args;
} SzIssue;

/** SzIssueList: an ordered list that owns its issues. */
typedef struct _SzIssueList SzIssueList;

SzIssueList *sz_issue_list_new (void);
void sz_issue_list_free (SzIssueList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzIssueList, sz_issue_list_free)

/** sz_issue_list_set_place: file and sheet that later issues get (both nullable). */
void sz_issue_list_set_place (SzIssueList *list, const char *file, const char *sheet);

/**
 * sz_issue_list_add:
 * @code: interned by the list
 * @row: 0 when it is not about a row
 * @...: pairs of argument name and value, ended by a NULL name
 *
 * Returns: (transfer none): the new issue, owned by the list.
 */
SzIssue *sz_issue_list_add (SzIssueList *list,
                            SzSeverity severity,
                            const char *code,
                            guint row,
                            const char *column,
                            const char *value,
                            ...) G_GNUC_NULL_TERMINATED;

/** sz_issue_list_length: of all severities. */
guint sz_issue_list_length (const SzIssueList *list);
/** sz_issue_list_get: (transfer none). */
const SzIssue *sz_issue_list_get (const SzIssueList *list, guint index);
/** sz_issue_list_errors: how many of them are errors. */
guint sz_issue_list_errors (const SzIssueList *list);
/** sz_issue_list_sort: by row, then in the order they were found. */
void sz_issue_list_sort (SzIssueList *list);
/** sz_issue_arg: (nullable): borrowed value of a named argument. */
const char *sz_issue_arg (const SzIssue *issue, const char *name);

G_END_DECLS
