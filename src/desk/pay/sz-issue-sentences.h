/* sz-issue-sentences.h — findings said to people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"

G_BEGIN_DECLS

/** sz_issues_dup_sentences: (transfer full): the first @max findings, a line each. */
char *sz_issues_dup_sentences (const SzIssueList *issues, guint max);

/** sz_issues_fail: a task ends with its findings, one by one instead of their number, or with
 *  @fault where there are none. @fault: (transfer full). Always %NULL. */
gpointer sz_issues_fail (const SzIssueList *issues, guint max, GError *fault, GError **error);

G_END_DECLS
