/* sz-life-lists.c — the lists of a run's life as tabs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-life-lists.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-when.h"

static char *
dup_or_dash (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "—");
}

/* ---- two levels ---- */

enum
{
  SPLIT_DEPARTMENT,
  SPLIT_PEOPLE,
  SPLIT_POOL,
  SPLIT_OWN,
  SPLIT_STATE,
  SPLIT_CHANGED,
  SPLIT_BY,
  SPLIT_AT,
};

static gboolean
has_splits (const SzRunLife *life)
{
  return life->splits != NULL;
}

static guint
count_splits (const SzRunLife *life)
{
  return life->splits != NULL ? life->splits->departments->len : 0;
}

static const SzSplitFace *
get_split (const SzRunLife *life, guint row)
{
  return &g_array_index (life->splits->departments, SzSplitFace, row);
}

/* RULE pay-8: what a department gave otherwise than the central split, of what it had; −1: it had
 * nothing to split. */
static gint64
get_own_share (const SzRunLife *life, guint row)
{
  const SzSplitFace *face = get_split (life, row);
  gint64 share_x1e4 = -1;

  if (face->pool_fen <= 0)
    return -1;
  sz_decimal_div_round ((SzWide)face->moved_fen * SZ_RATIO_ONE, face->pool_fen, &share_x1e4, NULL);
  return share_x1e4;
}

static char *
write_own_share (const SzRunLife *life, guint row)
{
  g_autofree char *percent = NULL;

  if (strcmp (get_split (life, row)->state, "own") != 0)
    return g_strdup ("—");
  percent = sz_decimal_format (get_own_share (life, row), 2);
  return g_strconcat (percent, "%", NULL);
}

static const char *
get_split_state (const SzSplitFace *face)
{
  if (strcmp (face->state, "own") == 0)
    return _ ("answered");
  return strcmp (face->state, "default") == 0 ? _ ("no sheet yet") : _ ("nothing to split");
}

static char *
write_split (const SzRunLife *life, guint row, guint column)
{
  const SzSplitFace *face = get_split (life, row);
  const gboolean own = strcmp (face->state, "own") == 0;

  switch (column)
    {
    case SPLIT_DEPARTMENT:
      return g_strdup (face->name);
    case SPLIT_PEOPLE:
      return sz_decimal_format_grouped (face->people, 0);
    case SPLIT_POOL:
      return sz_money_format_grouped (face->pool_fen);
    case SPLIT_OWN:
      return write_own_share (life, row);
    case SPLIT_STATE:
      return g_strdup (get_split_state (face));
    case SPLIT_CHANGED:
      return own ? sz_decimal_format_grouped (face->changed, 0) : g_strdup ("—");
    case SPLIT_BY:
      return dup_or_dash (face->who);
    case SPLIT_AT:
    default:
      return own ? sz_when_format (face->at) : g_strdup ("—");
    }
}

static int
compare_splits (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzSplitFace *one = get_split (life, a);
  const SzSplitFace *other = get_split (life, b);

  switch (column)
    {
    case SPLIT_PEOPLE:
      return sz_money_compare (one->people, other->people);
    case SPLIT_POOL:
      return sz_money_compare (one->pool_fen, other->pool_fen);
    case SPLIT_OWN:
      return sz_money_compare (get_own_share (life, a), get_own_share (life, b));
    case SPLIT_STATE:
      return strcmp (one->state, other->state);
    case SPLIT_CHANGED:
      return sz_money_compare (one->changed, other->changed);
    case SPLIT_AT:
      return g_strcmp0 (one->at, other->at);
    case SPLIT_BY:
      return g_strcmp0 (one->who, other->who);
    default:
      return strcmp (one->name, other->name);
    }
}

static char *
foot_splits (const SzRunLife *life)
{
  SzMoney sum_fen = 0;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < count_splits (life); i++)
    sum_fen += get_split (life, i)->pool_fen;
  sum = sz_money_format_grouped (sum_fen);
  /* TRANSLATORS: departments that answered, that did not, and the amount */
  return g_strdup_printf (_ ("answered %u · not yet %u · to split %s"), life->splits->answered,
                          life->splits->silent, sum);
}

static const SzFigureColumn split_columns[]
    = { { .title = N_ ("Department"), .width = 130, .expand = TRUE },
        { .title = N_ ("People"), .width = 64, .numeric = TRUE },
        { .title = N_ ("To split"), .width = 116, .numeric = TRUE },
        { .title = N_ ("Own against central"), .width = 120, .bar = TRUE },
        { .title = N_ ("State"), .width = 84 },
        { .title = N_ ("Changed"), .width = 72, .numeric = TRUE },
        { .title = N_ ("By"), .width = 76 },
        { .title = N_ ("When"), .width = 110 } };

static const SzLifeButton split_buttons[] = { { N_ ("_Send Sheets…"), "pay.send-sheets" },
                                              { N_ ("_Read Sheets…"), "pay.read-sheets" },
                                              { N_ ("_Own Amounts…"), "pay.own-amounts" },
                                              { N_ ("Use _Central Split"), "pay.withdraw" },
                                              { NULL, NULL } };

/* ---- adjustments ---- */

enum
{
  ADJUST_N,
  ADJUST_STAFF_NO,
  ADJUST_NAME,
  ADJUST_AMOUNT,
  ADJUST_REASON,
  ADJUST_BY,
  ADJUST_AT,
};

static gboolean
is_adjustable (const SzRunLife *life)
{
  return life->correct == NULL;
}

static guint
count_adjustments (const SzRunLife *life)
{
  return life->adjustments->lines->len;
}

static const SzAdjusted *
get_adjustment (const SzRunLife *life, guint row)
{
  return &g_array_index (life->adjustments->lines, SzAdjusted, row);
}

static char *
write_adjustment (const SzRunLife *life, guint row, guint column)
{
  const SzAdjusted *line = get_adjustment (life, row);

  switch (column)
    {
    case ADJUST_N:
      return g_strdup_printf ("%" G_GINT64_FORMAT, line->n);
    case ADJUST_STAFF_NO:
      return g_strdup (line->staff_no);
    case ADJUST_NAME:
      return g_strdup (line->name);
    case ADJUST_AMOUNT:
      return sz_money_format_grouped (line->amount_fen);
    case ADJUST_REASON:
      return g_strdup (line->reason);
    case ADJUST_BY:
      return g_strdup (line->who);
    case ADJUST_AT:
    default:
      return sz_when_format (line->at);
    }
}

static int
compare_adjustments (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzAdjusted *one = get_adjustment (life, a);
  const SzAdjusted *other = get_adjustment (life, b);

  switch (column)
    {
    case ADJUST_STAFF_NO:
      return strcmp (one->staff_no, other->staff_no);
    case ADJUST_NAME:
      return strcmp (one->name, other->name);
    case ADJUST_AMOUNT:
      return sz_money_compare (one->amount_fen, other->amount_fen);
    case ADJUST_REASON:
      return strcmp (one->reason, other->reason);
    case ADJUST_BY:
      return strcmp (one->who, other->who);
    default:
      return sz_money_compare (one->n, other->n);
    }
}

static char *
foot_adjustments (const SzRunLife *life)
{
  SzMoney sum_fen = 0;
  g_autofree char *sum = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = sz_money_format_grouped (life->adjustments->reserve_fen);

  for (guint i = 0; i < count_adjustments (life); i++)
    sum_fen += get_adjustment (life, i)->amount_fen;
  sum = sz_money_format_grouped (sum_fen);
  before = sz_money_format_grouped (life->adjustments->reserve_fen + sum_fen);
  /* TRANSLATORS: sum of adjustments, reserve before and after */
  return g_strdup_printf (_ ("adjusted %s · reserve %s → %s"), sum, before, after);
}

static const SzFigureColumn adjust_columns[]
    = { { .title = N_ ("No."), .width = 48, .numeric = TRUE },
        { .title = N_ ("Staff no."), .width = 76, .code = TRUE },
        { .title = N_ ("Name"), .width = 80 },
        { .title = N_ ("Amount"), .width = 104, .numeric = TRUE },
        { .title = N_ ("Reason"), .width = 160, .expand = TRUE },
        { .title = N_ ("By"), .width = 76 },
        { .title = N_ ("When"), .width = 110 } };

static const SzLifeButton adjust_buttons[] = { { N_ ("_Add…"), "pay.adjust" },
                                               { N_ ("_From a Sheet…"), "pay.adjust-sheet" },
                                               { N_ ("_Take Back"), "pay.adjust-undo" },
                                               { NULL, NULL } };

/* ---- the notice ---- */

enum
{
  OBJECTION_N,
  OBJECTION_FROM,
  OBJECTION_TEXT,
  OBJECTION_ON,
  OBJECTION_ANSWER,
  OBJECTION_STATE,
};

static guint
count_objections (const SzRunLife *life)
{
  return life->objections->len;
}

static const SzObjection *
get_objection (const SzRunLife *life, guint row)
{
  return &g_array_index (life->objections, SzObjection, row);
}

static const char *
get_objection_state (const SzObjection *objection)
{
  if (objection->answer == NULL)
    return objection->late ? _ ("too late") : _ ("unanswered");
  return objection->upheld ? _ ("upheld") : _ ("rejected");
}

static char *
write_objection (const SzRunLife *life, guint row, guint column)
{
  const SzObjection *objection = get_objection (life, row);

  switch (column)
    {
    case OBJECTION_N:
      return g_strdup_printf ("%" G_GINT64_FORMAT, objection->n);
    case OBJECTION_FROM:
      return g_strdup (objection->source);
    case OBJECTION_TEXT:
      return g_strdup (objection->text);
    case OBJECTION_ON:
      return sz_date_format (objection->on);
    case OBJECTION_ANSWER:
      return dup_or_dash (objection->answer);
    case OBJECTION_STATE:
    default:
      return g_strdup (get_objection_state (objection));
    }
}

static int
compare_objections (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzObjection *one = get_objection (life, a);
  const SzObjection *other = get_objection (life, b);

  switch (column)
    {
    case OBJECTION_FROM:
      return strcmp (one->source, other->source);
    case OBJECTION_TEXT:
      return strcmp (one->text, other->text);
    case OBJECTION_ON:
      return one->on - other->on;
    case OBJECTION_ANSWER:
      return g_strcmp0 (one->answer, other->answer);
    case OBJECTION_STATE:
      return strcmp (get_objection_state (one), get_objection_state (other));
    default:
      return sz_money_compare (one->n, other->n);
    }
}

static char *
foot_notice (const SzRunLife *life)
{
  g_autofree char *from = sz_date_format (life->face->notice_from);
  g_autofree char *to = sz_date_format (life->face->notice_to);

  if (!life->face->announced)
    return g_strdup (_ ("not announced"));
  /* TRANSLATORS: first and last day, working days, objections that wait for an answer */
  return g_strdup_printf (_ ("notice %s – %s, %d working days · %u open"), from, to,
                          life->face->notice_days, life->open);
}

static const SzFigureColumn notice_columns[]
    = { { .title = N_ ("No."), .width = 48, .numeric = TRUE },
        { .title = N_ ("Raised by"), .width = 80 },
        { .title = N_ ("Objection"), .width = 170, .expand = TRUE },
        { .title = N_ ("On"), .width = 96 },
        { .title = N_ ("Answer"), .width = 170, .expand = TRUE },
        { .title = N_ ("State"), .width = 76 } };

static const SzLifeButton notice_buttons[] = { { N_ ("_Objection…"), "pay.object" },
                                               { N_ ("_Answer…"), "pay.answer" },
                                               { N_ ("_Print the Notice…"), "pay.notice" },
                                               { NULL, NULL } };

static const SzLifeList splits_list = { "splits",
                                        N_ ("Two Levels"),
                                        N_ ("No department takes part."),
                                        split_columns,
                                        G_N_ELEMENTS (split_columns),
                                        split_buttons,
                                        has_splits,
                                        count_splits,
                                        write_split,
                                        compare_splits,
                                        foot_splits,
                                        NULL,
                                        NULL,
                                        .drops = "pay.drop-sheets",
                                        .share = get_own_share };
static const SzLifeList adjust_list
    = { "adjust",
        N_ ("Adjustments"),
        N_ ("Nothing was adjusted. An adjustment comes out of the reserve and has a reason."),
        adjust_columns,
        G_N_ELEMENTS (adjust_columns),
        adjust_buttons,
        is_adjustable,
        count_adjustments,
        write_adjustment,
        compare_adjustments,
        foot_adjustments,
        NULL,
        NULL,
        NULL };
static const SzLifeList notice_list = { "notice",
                                        N_ ("Notice"),
                                        N_ ("Nobody objected."),
                                        notice_columns,
                                        G_N_ELEMENTS (notice_columns),
                                        notice_buttons,
                                        NULL,
                                        count_objections,
                                        write_objection,
                                        compare_objections,
                                        foot_notice,
                                        NULL,
                                        NULL };
gboolean
sz_life_list_is_there (const SzLifeList *list, const SzRunLife *life)
{
  g_return_val_if_fail (list != NULL, FALSE);

  return life != NULL && (list->there == NULL || list->there (life));
}

const SzLifeList *const *
sz_life_lists (void)
{
  static const SzLifeList *const lists[]
      = { &splits_list,     &adjust_list,         &notice_list,     &sz_life_paid,
          &sz_life_guesses, &sz_life_differences, &sz_life_changes, NULL };

  return lists;
}
