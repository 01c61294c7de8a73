/* sz-case.c — things with states: which step may be taken, by whom, with what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case.h"

#include <string.h>

#include "sz-text.h"

static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  if (words == NULL)
    return FALSE;
  if (length == 0)
    return *words == '\0';
  for (const char *p = strstr (words, word); p != NULL; p = strstr (p + length, word))
    if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
      return TRUE;
  return FALSE;
}

const SzCaseMove *
sz_case_find_move (const SzCaseTable *table, const char *state, const char *verb)
{
  g_return_val_if_fail (table != NULL && state != NULL && verb != NULL, NULL);

  for (guint i = 0; i < table->n_moves; i++)
    if (strcmp (table->moves[i].verb, verb) == 0 && has_word (table->moves[i].from, state))
      return &table->moves[i];
  return NULL;
}

char *
sz_case_dup_usual (const SzCaseMove *move)
{
  g_return_val_if_fail (move != NULL, NULL);

  return g_strndup (move->to, strcspn (move->to, " "));
}

gboolean
sz_case_leads_to (const SzCaseMove *move, const char *state)
{
  g_return_val_if_fail (move != NULL && state != NULL, FALSE);

  return has_word (move->to, state);
}

gboolean
sz_case_counts (const SzCaseTable *table, const SzCaseStep *steps, guint n_steps, guint i)
{
  g_return_val_if_fail (table != NULL && i < n_steps, FALSE);

  for (guint j = i + 1; j < n_steps; j++)
    {
      const SzCaseMove *move = sz_case_find_move (table, steps[j].from, steps[j].verb);

      if (move != NULL && has_word (move->forgets, steps[i].verb))
        return FALSE;
    }
  return TRUE;
}

const SzCaseStep *
sz_case_last_step (const SzCaseTable *table,
                   const SzCaseStep *steps,
                   guint n_steps,
                   const char *verbs)
{
  g_return_val_if_fail (table != NULL && verbs != NULL, NULL);

  for (guint i = n_steps; i-- > 0;)
    if (has_word (verbs, steps[i].verb) && sz_case_counts (table, steps, n_steps, i))
      return &steps[i];
  return NULL;
}

gboolean
sz_case_locked (const SzCaseTable *table, const SzCaseStep *steps, guint n_steps, const char *what)
{
  g_return_val_if_fail (table != NULL && what != NULL, FALSE);

  for (guint i = 0; i < n_steps; i++)
    {
      const SzCaseMove *move = sz_case_find_move (table, steps[i].from, steps[i].verb);

      if (move != NULL && has_word (move->locks, what) && sz_case_counts (table, steps, n_steps, i))
        return TRUE;
    }
  return FALSE;
}

const char *
sz_case_state_name (const SzCaseTable *table, const char *state)
{
  g_return_val_if_fail (table != NULL && state != NULL, state);

  for (guint i = 0; i < table->n_states; i++)
    if (strcmp (table->states[i].id, state) == 0)
      return table->states[i].name;
  return state;
}

gboolean
sz_case_same_person (const char *a, const char *b)
{
  g_autofree char *folded_a = sz_text_squeeze (a);
  g_autofree char *folded_b = sz_text_squeeze (b);
  g_autofree char *lower_a = g_utf8_casefold (folded_a, -1);
  g_autofree char *lower_b = g_utf8_casefold (folded_b, -1);

  return strcmp (lower_a, lower_b) == 0;
}

/* Steps of the other verbs that count must be somebody else's. */
static gboolean
is_another (const SzCaseTable *table,
            const SzCaseMove *move,
            const SzCaseStep *steps,
            guint n_steps,
            const char *who)
{
  for (guint i = 0; i < n_steps; i++)
    if (has_word (move->other_than, steps[i].verb) && sz_case_counts (table, steps, n_steps, i)
        && sz_case_same_person (steps[i].who, who))
      return FALSE;
  return TRUE;
}

gboolean
sz_case_allows (const SzCaseTable *table,
                const char *state,
                const SzCaseStep *steps,
                guint n_steps,
                const SzCaseMove *move,
                const char *who)
{
  g_return_val_if_fail (table != NULL && state != NULL && move != NULL, FALSE);

  return !move->by_program && has_word (move->from, state)
         && is_another (table, move, steps, n_steps, who);
}

static gboolean
check_order (const SzCaseTable *table,
             const SzCaseStep *steps,
             guint n_steps,
             const SzCaseAsk *ask,
             GError **error)
{
  const char *code = table->codes.order != NULL ? table->codes.order : "date.order";
  g_autofree char *day = NULL;
  g_autofree char *last = NULL;

  if (!table->ascends || n_steps == 0 || ask->day == SZ_DATE_NONE
      || ask->day >= steps[n_steps - 1].day)
    return TRUE;
  day = sz_date_format (ask->day);
  last = sz_date_format (steps[n_steps - 1].day);
  return sz_error_set (error, SZ_ERROR_REFUSED, code, table->noun, ask->subject, "value", day,
                       "other", last, NULL);
}

/* Blanks are nothing that anybody could read later. */
static gboolean
has_words (const char *text)
{
  while (text != NULL && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text != NULL && *text != '\0';
}

static gboolean
check_needs (const SzCaseTable *table, const SzCaseMove *move, const SzCaseAsk *ask, GError **error)
{
  const struct
  {
    SzMoveNeeds need;
    gboolean given;
    const char *code;
    const char *usual;
  } needs[] = {
    { SZ_MOVE_REASON, has_words (ask->reason), table->codes.reason, "step.no_reason" },
    { SZ_MOVE_DOCUMENT, has_words (ask->document), table->codes.document, "step.no_document" },
    { SZ_MOVE_DAY, ask->day != SZ_DATE_NONE, table->codes.day, "step.no_day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if ((move->needs & needs[i].need) && !needs[i].given)
      return sz_error_set (error, SZ_ERROR_REFUSED,
                           needs[i].code != NULL ? needs[i].code : needs[i].usual, table->noun,
                           ask->subject, "verb", move->verb, NULL);
  return TRUE;
}

const SzCaseMove *
sz_case_judge (const SzCaseTable *table,
               const char *state,
               const SzCaseStep *steps,
               guint n_steps,
               const SzCaseAsk *ask,
               GError **error)
{
  const SzCaseMove *move = NULL;
  const char *code;

  g_return_val_if_fail (table != NULL && state != NULL && ask != NULL && ask->verb != NULL, NULL);

  move = sz_case_find_move (table, state, ask->verb);
  if (move == NULL)
    {
      code = table->codes.state != NULL ? table->codes.state : "step.not_allowed";
      for (guint i = 0; i < table->n_moves; i++)
        if (strcmp (table->moves[i].verb, ask->verb) == 0 && table->moves[i].refusal != NULL)
          code = table->moves[i].refusal;
      sz_error_set (error, SZ_ERROR_REFUSED, code, table->noun, ask->subject, "state", state,
                    "verb", ask->verb, NULL);
      return NULL;
    }
  if (!is_another (table, move, steps, n_steps, ask->who))
    {
      code = table->codes.person != NULL ? table->codes.person : "maker.checker";
      sz_error_set (error, SZ_ERROR_REFUSED, code, table->noun, ask->subject, "verb", move->verb,
                    "who", ask->who, NULL);
      return NULL;
    }
  return check_order (table, steps, n_steps, ask, error) && check_needs (table, move, ask, error)
             ? move
             : NULL;
}
