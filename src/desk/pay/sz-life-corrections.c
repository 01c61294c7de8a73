/* sz-life-corrections.c — what a correction would come to, and what one is, as tabs (RULE pay-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-life-lists.h"

static char *
write_signed (SzMoney amount_fen)
{
  g_autofree char *text = sz_money_format_grouped (amount_fen);

  return amount_fen > 0 ? g_strconcat ("+", text, NULL) : g_strdup (text);
}

/* ---- before anything is kept: both ways side by side ---- */

enum
{
  GUESS_STAFF_NO,
  GUESS_NAME,
  GUESS_DEPARTMENT,
  GUESS_BEFORE,
  GUESS_PEOPLE,
  GUESS_RESERVE,
};

static gboolean
can_correct (const SzRunLife *life)
{
  return strcmp (life->steps->state, "paid") == 0 && life->face->corrects == 0;
}

static guint
count_guesses (const SzRunLife *life)
{
  return life->guesses != NULL ? life->guesses->len : 0;
}

static const SzLifeGuess *
get_guess (const SzRunLife *life, guint row)
{
  return &g_array_index (life->guesses, SzLifeGuess, row);
}

static char *
write_guess (const SzRunLife *life, guint row, guint column)
{
  const SzLifeGuess *guess = get_guess (life, row);
  const SzMoney way_fen
      = guess->ways_fen[column == GUESS_PEOPLE ? SZ_CORRECT_PEOPLE : SZ_CORRECT_RESERVE];

  switch (column)
    {
    case GUESS_STAFF_NO:
      return g_strdup (guess->staff_no);
    case GUESS_NAME:
      return g_strdup (guess->name);
    case GUESS_DEPARTMENT:
      return g_strdup (guess->department);
    case GUESS_BEFORE:
      return sz_money_format_grouped (guess->before_fen);
    default:
      return way_fen != 0 ? write_signed (way_fen) : g_strdup ("—");
    }
}

static int
compare_guesses (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzLifeGuess *one = get_guess (life, a);
  const SzLifeGuess *other = get_guess (life, b);
  const guint way = column == GUESS_PEOPLE ? SZ_CORRECT_PEOPLE : SZ_CORRECT_RESERVE;

  switch (column)
    {
    case GUESS_STAFF_NO:
      return strcmp (one->staff_no, other->staff_no);
    case GUESS_NAME:
      return strcmp (one->name, other->name);
    case GUESS_DEPARTMENT:
      return strcmp (one->department, other->department);
    case GUESS_BEFORE:
      return sz_money_compare (one->before_fen, other->before_fen);
    default:
      return sz_money_compare (one->ways_fen[way], other->ways_fen[way]);
    }
}

/* How many gain and lose, what of it all, and what becomes of the reserve. */
static char *
write_way (const SzRunLife *life, guint way)
{
  const SzCorrectView *view = life->ways[way];
  g_autofree char *gain = NULL;
  g_autofree char *lose = NULL;
  g_autofree char *total = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint gaining = 0;

  if (view == NULL)
    return g_strdup (life->way_faults[way] != NULL ? life->way_faults[way] : "");
  for (guint i = 0; i < view->people->len; i++)
    {
      const SzRevisedPerson *person = &g_array_index (view->people, SzRevisedPerson, i);

      gaining += person->after_fen > person->before_fen ? 1 : 0;
    }
  gain = write_signed (view->gain_fen);
  lose = write_signed (view->lose_fen);
  total = write_signed (view->total_fen);
  before = sz_money_format_grouped (view->reserve_before_fen);
  after = sz_money_format_grouped (view->reserve_fen);
  /* TRANSLATORS: how many gain and how much, how many lose and how much, the sum, the reserve */
  return g_strdup_printf (_ ("%u gain %s, %u lose %s, together %s, reserve %s → %s"), gaining, gain,
                          view->people->len - gaining, lose, total, before, after);
}

static char *
foot_guesses (const SzRunLife *life)
{
  g_autofree char *people = write_way (life, SZ_CORRECT_PEOPLE);
  g_autofree char *reserve = write_way (life, SZ_CORRECT_RESERVE);

  if (count_guesses (life) == 0)
    return g_strdup ("");
  /* TRANSLATORS: what either way of a correction comes to, a line each */
  return g_strdup_printf (_ ("Shared among all: %s\nFrom the reserve: %s"), people, reserve);
}

/* Neither way is open. */
static const char *
find_fault (const SzRunLife *life)
{
  return life->changes->len > 0 ? life->way_faults[SZ_CORRECT_RESERVE] : NULL;
}

static const SzFigureColumn guess_columns[]
    = { { .title = N_ ("Staff no."), .width = 80, .code = TRUE },
        { .title = N_ ("Name"), .width = 84 },
        { .title = N_ ("Department"), .width = 120, .expand = TRUE },
        { .title = N_ ("Until now"), .width = 116, .numeric = TRUE },
        { .title = N_ ("Shared among all"), .width = 124, .numeric = TRUE },
        { .title = N_ ("From the reserve"), .width = 124, .numeric = TRUE } };

static const SzLifeButton guess_buttons[]
    = { { N_ ("Correct: Share Among _All…"), "pay.correct-people" },
        { N_ ("Correct: From the _Reserve…"), "pay.correct-reserve" },
        { NULL, NULL } };

const SzLifeList sz_life_guesses
    = { "guesses",
        N_ ("Corrections"),
        N_ ("Nothing that the run was computed from has changed: there is nothing to correct."),
        guess_columns,
        G_N_ELEMENTS (guess_columns),
        guess_buttons,
        can_correct,
        count_guesses,
        write_guess,
        compare_guesses,
        foot_guesses,
        find_fault,
        NULL,
        NULL };

/* ---- a correction that was kept ---- */

enum
{
  LINE_STAFF_NO,
  LINE_NAME,
  LINE_DEPARTMENT,
  LINE_BEFORE,
  LINE_AFTER,
  LINE_DIFFERENCE,
};

static gboolean
is_correction (const SzRunLife *life)
{
  return life->correct != NULL;
}

static guint
count_lines (const SzRunLife *life)
{
  return life->correct != NULL ? life->correct->people->len : 0;
}

static const SzRevisedPerson *
get_line (const SzRunLife *life, guint row)
{
  return &g_array_index (life->correct->people, SzRevisedPerson, row);
}

static char *
write_line (const SzRunLife *life, guint row, guint column)
{
  const SzRevisedPerson *line = get_line (life, row);

  switch (column)
    {
    case LINE_STAFF_NO:
      return g_strdup (line->staff_no);
    case LINE_NAME:
      return g_strdup (line->name);
    case LINE_DEPARTMENT:
      return g_strdup (line->department);
    case LINE_BEFORE:
      return sz_money_format_grouped (line->before_fen);
    case LINE_AFTER:
      return sz_money_format_grouped (line->after_fen);
    case LINE_DIFFERENCE:
    default:
      return write_signed (line->after_fen - line->before_fen);
    }
}

static int
compare_lines (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzRevisedPerson *one = get_line (life, a);
  const SzRevisedPerson *other = get_line (life, b);

  switch (column)
    {
    case LINE_STAFF_NO:
      return strcmp (one->staff_no, other->staff_no);
    case LINE_NAME:
      return strcmp (one->name, other->name);
    case LINE_DEPARTMENT:
      return strcmp (one->department, other->department);
    case LINE_BEFORE:
      return sz_money_compare (one->before_fen, other->before_fen);
    case LINE_AFTER:
      return sz_money_compare (one->after_fen, other->after_fen);
    case LINE_DIFFERENCE:
    default:
      return sz_money_compare (one->after_fen - one->before_fen,
                               other->after_fen - other->before_fen);
    }
}

static char *
foot_lines (const SzRunLife *life)
{
  const SzCorrectView *view = life->correct;
  g_autofree char *gain = write_signed (view->gain_fen);
  g_autofree char *lose = write_signed (view->lose_fen);
  g_autofree char *total = write_signed (view->total_fen);
  g_autofree char *before = sz_money_format_grouped (view->reserve_before_fen);
  g_autofree char *after = sz_money_format_grouped (view->reserve_fen);

  /* TRANSLATORS: number of the run, gains, losses, their sum, the reserve before and after */
  return g_strdup_printf (
      strcmp (view->settle, "next") == 0
          ? _ (
              "correction of run %d: %s, %s, together %s · reserve %s → %s · settled with the next "
              "payment")
          : _ ("correction of run %d: %s, %s, together %s · reserve %s → %s · settled by itself"),
      (int)view->corrects, gain, lose, total, before, after);
}

static const SzFigureColumn line_columns[]
    = { { .title = N_ ("Staff no."), .width = 80, .code = TRUE },
        { .title = N_ ("Name"), .width = 84 },
        { .title = N_ ("Department"), .width = 120, .expand = TRUE },
        { .title = N_ ("Before"), .width = 116, .numeric = TRUE },
        { .title = N_ ("After"), .width = 116, .numeric = TRUE },
        { .title = N_ ("Difference"), .width = 116, .numeric = TRUE } };

static const SzLifeButton line_buttons[]
    = { { N_ ("_Print the Correction…"), "pay.correct-form" }, { NULL, NULL } };

const SzLifeList sz_life_differences = { "differences",
                                         N_ ("Differences"),
                                         N_ ("Nobody's amount is different."),
                                         line_columns,
                                         G_N_ELEMENTS (line_columns),
                                         line_buttons,
                                         is_correction,
                                         count_lines,
                                         write_line,
                                         compare_lines,
                                         foot_lines,
                                         NULL,
                                         NULL,
                                         NULL };
