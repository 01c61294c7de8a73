/* sz-due.c — what comes due in the next days, and what is overdue 到期事项 (RULE aud-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-due.h"

#include <string.h>

#define GAP_DAYS 31

static const struct
{
  const char *word;
  const char *page;
  const char *part;
} kinds[SZ_N_DUE_KINDS] = {
  { "contract.end", "parttime", "agreement" },
  { "retirement", "people", "staff_no" },
  { "rotation.lapse", "targets", "staff_no" },
  { "agreement.end", "targets", "major" },
  { "rectify.deadline", "rectify", "item" },
  { "target.checkpoint", "targets", "indicator" },
  { "employment.end", "people", "staff_no" },
  { "probation.end", "people", "staff_no" },
  { "notice.end", "recruit", "notice" },
  { "appointment.end", "posts", "staff_no" },
  { "run.stale", "pay", "run" },
  { "run.waiting", "pay", "run" },
  { "finding.answer", "findings", "no" },
};

void
sz_due_clear (SzDue *due)
{
  g_return_if_fail (due != NULL);
  g_free (due->key);
  g_free (due->name);
}

int
sz_due_compare (const SzDue *a, const SzDue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);
  if (a->date != b->date)
    return a->date < b->date ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return strcmp (a->key, b->key);
}

const char *
sz_due_kind_word (SzDueKind kind)
{
  return kinds[kind].word;
}

const char *
sz_due_kind_page (SzDueKind kind)
{
  return kinds[kind].page;
}

const char *
sz_due_kind_part (SzDueKind kind)
{
  return kinds[kind].part;
}

gboolean
sz_due_is_followed (SzDate end, SzDate next_from, SzDate next_to)
{
  return next_to > end && sz_date_days (next_from) <= sz_date_days (end) + GAP_DAYS;
}
