/* sz-finding.c — a matter that was found, and what a later scan makes of it (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-finding.h"

#include <string.h>

#include "sz-rectify.h"
#include "sz-text.h"

#define ANSWER_MIN 5

void
sz_condition_clear (SzCondition *condition)
{
  g_return_if_fail (condition != NULL);
  g_free (condition->subject);
  g_free (condition->facts);
  g_free (condition->staff_no);
  g_free (condition->office);
}

int
sz_condition_compare (const SzCondition *a, const SzCondition *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);
  if (a->gravity != b->gravity)
    return a->gravity < b->gravity ? -1 : 1;
  order = strcmp (a->kind->id, b->kind->id);
  return order != 0 ? order : strcmp (a->subject, b->subject);
}

static gboolean
replace_text (char **text, const char *by)
{
  if (g_strcmp0 (*text, by) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (by);
  return TRUE;
}

static gboolean
take_condition (SzFinding *finding, const SzCondition *condition)
{
  gboolean changed
      = finding->size != condition->size || finding->gravity != (int)condition->gravity;

  finding->size = condition->size;
  finding->gravity = (int)condition->gravity;
  changed |= replace_text (&finding->facts, condition->facts);
  changed |= replace_text (&finding->staff_no, condition->staff_no);
  changed |= replace_text (&finding->office, condition->office);
  return changed;
}

static gboolean
has_grown (const SzFinding *finding)
{
  return finding->state == SZ_FINDING_ACCEPTED
         && (finding->size > finding->accepted_size
             || finding->gravity < finding->accepted_gravity);
}

guint
sz_finding_see (SzFinding *finding, const SzCondition *condition)
{
  guint events = SZ_FINDING_SAME;

  g_return_val_if_fail (finding != NULL && condition != NULL, SZ_FINDING_SAME);
  if (take_condition (finding, condition))
    events |= SZ_FINDING_CHANGED;
  if (!finding->present)
    events |= SZ_FINDING_RETURNED;
  else if (has_grown (finding))
    events |= SZ_FINDING_GROWN;
  finding->present = TRUE;
  if ((events & (SZ_FINDING_RETURNED | SZ_FINDING_GROWN)) != 0
      && (finding->state == SZ_FINDING_ACCEPTED || finding->state == SZ_FINDING_CLOSED))
    {
      finding->state = SZ_FINDING_OPEN;
      finding->reopened++;
    }
  return events;
}

guint
sz_finding_miss (SzFinding *finding)
{
  g_return_val_if_fail (finding != NULL, SZ_FINDING_SAME);
  if (!finding->present)
    return SZ_FINDING_SAME;
  finding->present = FALSE;
  if (finding->gravity == SZ_GRAVITY_NOTICE && finding->state == SZ_FINDING_OPEN)
    finding->state = SZ_FINDING_CLOSED;
  return SZ_FINDING_GONE;
}

void
sz_finding_begin (SzFinding *finding, gint64 no, const SzCondition *condition, SzDate day)
{
  g_return_if_fail (finding != NULL && condition != NULL);
  *finding = (SzFinding){ .no = no,
                          .kind = g_strdup (condition->kind->id),
                          .subject = g_strdup (condition->subject),
                          .present = TRUE,
                          .first_seen = day,
                          .last_seen = day };
  take_condition (finding, condition);
}

const char *
sz_finding_answer_fault (const SzFinding *finding, const char *text, const char *evidence)
{
  g_autofree char *plain = sz_text_fold (text);
  g_autofree char *proof = sz_text_fold (evidence);

  g_return_val_if_fail (finding != NULL, NULL);
  if (finding->state != SZ_FINDING_OPEN && finding->state != SZ_FINDING_ANSWERED)
    return "finding.not_open";
  if (g_utf8_strlen (plain, -1) < ANSWER_MIN)
    return "finding.text_short";
  if (finding->gravity == SZ_GRAVITY_ERROR && *proof == '\0')
    return "finding.evidence_missing";
  return NULL;
}

const char *
sz_finding_accept_fault (const SzFinding *finding, const char *who)
{
  g_return_val_if_fail (finding != NULL, NULL);
  if (finding->state != SZ_FINDING_ANSWERED)
    return "finding.not_answered";
  return sz_same_name (finding->answered_by, who) ? "maker.checker" : NULL;
}

static const char *const words[SZ_N_FINDING_STATES] = { "open", "answered", "accepted", "closed" };

const char *
sz_finding_state_word (SzFindingState state)
{
  return words[state];
}

int
sz_finding_state_find (const char *word)
{
  g_return_val_if_fail (word != NULL, -1);
  for (int i = 0; i < SZ_N_FINDING_STATES; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}
