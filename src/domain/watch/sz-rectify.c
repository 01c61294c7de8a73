/* sz-rectify.c — problems found and put right 整改台账 (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rectify.h"

#include <string.h>

#include "sz-text.h"

static const struct
{
  const char *word;
  const char *name;
} states[SZ_N_RECTIFY_STATES] = {
  { "open", "未整改" },
  { "in_progress", "整改中" },
  { "submitted", "待销号" },
  { "closed", "已销号" },
};

static gboolean
has (const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
sz_same_name (const char *a, const char *b)
{
  g_autofree char *one = sz_text_squeeze (a);
  g_autofree char *other = sz_text_squeeze (b);

  return *one != '\0' && g_str_equal (one, other);
}

SzRectifyState
sz_rectify_state (const SzRectifyItem *item)
{
  g_return_val_if_fail (item != NULL, SZ_RECTIFY_OPEN);
  if (item->closed_on != SZ_DATE_NONE)
    return SZ_RECTIFY_CLOSED;
  if (item->percent == 0)
    return SZ_RECTIFY_OPEN;
  return item->percent == 100 ? SZ_RECTIFY_SUBMITTED : SZ_RECTIFY_IN_PROGRESS;
}

const char *
sz_rectify_state_word (SzRectifyState state)
{
  return states[state].word;
}

const char *
sz_rectify_state_name (SzRectifyState state)
{
  return states[state].name;
}

gboolean
sz_rectify_is_overdue (const SzRectifyItem *item, SzDate day)
{
  g_return_val_if_fail (item != NULL, FALSE);
  return item->closed_on == SZ_DATE_NONE && sz_date_first_day (item->deadline) < day;
}

const char *
sz_rectify_close_fault (const SzRectifyItem *item, const char *submitted_by, const char **heading)
{
  g_return_val_if_fail (item != NULL && heading != NULL, NULL);
  *heading = "完成率";
  if (item->percent != 100)
    return "rectify.not_done";
  *heading = has (item->evidence) ? "销号审核人" : "佐证材料";
  if (!has (item->evidence) || !has (item->closed_by))
    return "required.missing";
  if (sz_same_name (item->closed_by, item->person) || sz_same_name (item->closed_by, submitted_by))
    return "maker.checker";
  return NULL;
}

void
sz_rectify_add (SzRectifySum *sum, const SzRectifyItem *item, SzDate day)
{
  g_return_if_fail (sum != NULL && item != NULL);
  sum->items++;
  sum->by_state[sz_rectify_state (item)]++;
  sum->overdue += sz_rectify_is_overdue (item, day) ? 1 : 0;
}

int
sz_rectify_compare (const SzRectifyItem *a, const SzRectifyItem *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);
  if (a->area != b->area)
    return a->area < b->area ? -1 : 1;
  if (a->deadline != b->deadline)
    return a->deadline < b->deadline ? -1 : 1;
  return strcmp (a->no, b->no);
}
