/* sz-heads.h — where the log stood, written down elsewhere: anchors against a rewritten log
 * (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzHead: a head that went out with a file: that of the log before the act. */
typedef struct
{
  char *head; /* "3f2a9c04be17@128" */
  gint64 seq;
  char *at; /* UTC */
  char *who;
  char *kind; /* "backup", "export.form", … */
  char *file;
} SzHead;

/** sz_office_dup_head: (transfer full): of the log as it stands, short: twelve digits and the
 * number of the act. */
char *sz_office_dup_head (SzOffice *office, GError **error);

/** sz_office_fix_head: tests print always the same. */
void sz_office_fix_head (SzOffice *office, const char *head);

/** sz_office_heads: (transfer full) (element-type SzHead): all that went out, the latest first. */
GPtrArray *sz_office_heads (SzOffice *office, GError **error);

/**
 * sz_office_compare_head:
 * @head: HASH or HASH@SEQ, of the hash at least eight digits, as it stands on paper
 *
 * Adds "audit.head_missing" (head) to @issues when the log does not hold that act: it was written
 * anew, cut off, or is older than the paper. FORMAT "head.format" (head).
 */
gboolean
sz_office_compare_head (SzOffice *office, const char *head, SzIssueList *issues, GError **error);

G_END_DECLS
