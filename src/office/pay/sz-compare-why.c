/* sz-compare-why.c — why a person has more or less in one run than in another (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-compare-private.h"
#include "sz-view-why.h"

/* Reasons being gathered. @terse: effects only, for summing up; texts and factors are left out. */
typedef struct
{
  GArray *reasons;
  gboolean terse;
} Why;

static void
reason_freed_cb (gpointer data)
{
  SzCompareReason *reason = data;

  g_free (reason->factor);
  g_free (reason->before);
  g_free (reason->after);
}

/* Takes the texts. */
static void
add_reason (
    Why *why, SzCompareCause cause, const char *part, char *before, char *after, SzMoney effect_fen)
{
  SzCompareReason reason = { cause, part, g_strdup (""), before, after, effect_fen };

  g_array_append_val (why->reasons, reason);
}

static char *
print_money (const Why *why, SzMoney amount_fen)
{
  return why->terse ? g_strdup ("") : sz_money_format_grouped (amount_fen);
}

static char *
print_points (const Why *why, gint64 points_x1e6)
{
  return why->terse ? g_strdup ("") : sz_decimal_format (points_x1e6, SZ_POINTS_DECIMALS);
}

static int
find_component (const SzScheme *scheme, const char *name)
{
  for (guint i = 0; i < scheme->components->len; i++)
    if (g_str_equal (g_array_index (scheme->components, SzComponent, i).name, name))
      return (int)i;
  return -1;
}

static int
find_fixed (const SzScheme *scheme, const char *name)
{
  for (guint i = 0; i < scheme->fixed->len; i++)
    if (g_str_equal (g_array_index (scheme->fixed, SzFixed, i).name, name))
      return (int)i;
  return -1;
}

/* ---- factors ---- */

/* The factor's value in each stretch, "1.1000→1.2000"; "" where the person has none. */
static char *
print_factor (const SzPayView *view, const SzPayShare *share, guint8 index, SzFactorKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; share->admitted && i < share->n_terms; i++)
    {
      const SzPayTerm *term = &view->result->terms[share->first_term + i];
      g_autofree char *value = NULL;

      if (term->factor != index)
        continue;
      value = sz_pay_term_format (term, kind);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "→" : "", value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
find_factor (const SzComponent *component, const char *word)
{
  for (guint i = 0; i < component->factors->len; i++)
    {
      g_autofree char *other = sz_factor_word (&g_array_index (component->factors, SzFactor, i));

      if (g_str_equal (other, word))
        return (int)i;
    }
  return -1;
}

static void
add_factor (Why *why, const char *part, const SzFactor *factor, char *before, char *after)
{
  SzCompareReason reason = { SZ_CAUSE_FACTOR, part, sz_factor_title (factor), before, after, 0 };

  g_array_append_val (why->reasons, reason);
}

/* One component of one run, as one person has it. */
typedef struct
{
  const SzPayView *view;
  const SzComponent *component;
  const SzPayShare *share;
  SzMoney pool_fen;
  gint64 points_x1e6;
  gint64 all_x1e6;
  SzMoney amount_fen;
} Side;

static void
compare_factors (Why *why, const Side *before, const Side *after)
{
  const GArray *factors = after->component->factors;

  for (guint i = 0; i < factors->len; i++)
    {
      const SzFactor *factor = &g_array_index (factors, SzFactor, i);
      g_autofree char *word = sz_factor_word (factor);
      const int place = find_factor (before->component, word);
      g_autofree char *old
          = place >= 0 ? print_factor (before->view, before->share, (guint8)place, factor->kind)
                       : g_strdup ("");
      g_autofree char *new = print_factor (after->view, after->share, (guint8)i, factor->kind);

      if (!g_str_equal (old, new))
        add_factor (why, after->component->name, factor, g_steal_pointer (&old),
                    g_steal_pointer (&new));
    }
  for (guint i = 0; i < before->component->factors->len; i++)
    {
      const SzFactor *factor = &g_array_index (before->component->factors, SzFactor, i);
      g_autofree char *word = sz_factor_word (factor);

      if (find_factor (after->component, word) < 0)
        add_factor (why, after->component->name, factor,
                    print_factor (before->view, before->share, (guint8)i, factor->kind),
                    g_strdup (""));
    }
}

/* ---- components ---- */

static Side
make_side (const SzPayView *view, const SzPayLine *line, int index)
{
  const SzPayShare *share = &line->shares[index];
  Side side = { .view = view,
                .component = &g_array_index (view->scheme->components, SzComponent, (guint)index),
                .share = share,
                .pool_fen = view->result->components[index].amount_fen,
                .points_x1e6 = share->admitted ? share->points_x1e6 : 0,
                .all_x1e6 = view->result->components[index].points_x1e6,
                .amount_fen = share->admitted ? share->amount_fen : 0 };

  return side;
}

/* pool × points / points of all, to the fen; for telling effects apart only. */
static SzMoney
reckon (SzMoney pool_fen, gint64 points_x1e6, gint64 all_x1e6)
{
  SzMoney share_fen = 0;

  if (all_x1e6 > 0)
    sz_decimal_div_round ((SzWide)pool_fen * points_x1e6, all_x1e6, &share_fen, NULL);
  return share_fen;
}

/* One thing is changed after the other: the own points, the pool, at last the points of all, whose
   effect takes the fen that rounding leaves, so that the effects are the difference exactly. Where
   they have not changed, that fen is all there is (RULE num-6). */
static void
compare_component (Why *why, const Side *before, const Side *after)
{
  const char *name = after->component->name;
  const SzMoney own_fen = reckon (before->pool_fen, after->points_x1e6, before->all_x1e6)
                          - reckon (before->pool_fen, before->points_x1e6, before->all_x1e6);
  const SzMoney pool_fen = reckon (after->pool_fen, after->points_x1e6, before->all_x1e6)
                           - reckon (before->pool_fen, after->points_x1e6, before->all_x1e6);
  const SzMoney rest_fen = after->amount_fen - before->amount_fen - own_fen - pool_fen;

  if (before->points_x1e6 != after->points_x1e6)
    add_reason (why, SZ_CAUSE_POINTS, name, print_points (why, before->points_x1e6),
                print_points (why, after->points_x1e6), own_fen);
  if (!why->terse)
    compare_factors (why, before, after);
  if (before->pool_fen != after->pool_fen)
    add_reason (why, SZ_CAUSE_POOL, name, print_money (why, before->pool_fen),
                print_money (why, after->pool_fen), pool_fen);
  if (rest_fen != 0 && before->all_x1e6 == after->all_x1e6)
    add_reason (why, SZ_CAUSE_REMAINDER, name, g_strdup (""), g_strdup (""), rest_fen);
  else if (rest_fen != 0)
    add_reason (why, SZ_CAUSE_SHARE, name, print_points (why, before->all_x1e6),
                print_points (why, after->all_x1e6), rest_fen);
}

static void
add_lonely (Why *why, const char *name, SzMoney before_fen, SzMoney after_fen)
{
  if (before_fen != after_fen)
    add_reason (why, SZ_CAUSE_COMPONENT, name, print_money (why, before_fen),
                print_money (why, after_fen), after_fen - before_fen);
}

static void
compare_components (Why *why, const SzCompare *compare, const SzComparePerson *person)
{
  const SzScheme *old = compare->before->scheme;
  const SzScheme *new = compare->after->scheme;

  for (guint i = 0; i < new->components->len; i++)
    {
      const char *name = g_array_index (new->components, SzComponent, i).name;
      const int place = find_component (old, name);
      const Side after = make_side (compare->after, person->after, (int)i);

      if (place < 0)
        add_lonely (why, name, 0, after.amount_fen);
      else
        {
          const Side before = make_side (compare->before, person->before, place);

          compare_component (why, &before, &after);
        }
    }
  for (guint i = 0; i < old->components->len; i++)
    {
      const char *name = g_array_index (old->components, SzComponent, i).name;
      const Side before = make_side (compare->before, person->before, (int)i);

      if (find_component (new, name) < 0)
        add_lonely (why, name, before.amount_fen, 0);
    }
}

/* ---- allowances, limits, who takes part ---- */

static void
add_fixed (Why *why, const char *name, SzMoney before_fen, SzMoney after_fen)
{
  if (before_fen != after_fen)
    add_reason (why, SZ_CAUSE_FIXED, name, print_money (why, before_fen),
                print_money (why, after_fen), after_fen - before_fen);
}

static SzMoney
get_fixed (const SzPayLine *line, int index)
{
  return index >= 0 ? MAX (line->fixed_fen[index], 0) : 0;
}

static void
compare_fixed (Why *why, const SzCompare *compare, const SzComparePerson *person)
{
  const SzScheme *old = compare->before->scheme;
  const SzScheme *new = compare->after->scheme;

  for (guint i = 0; i < new->fixed->len; i++)
    {
      const char *name = g_array_index (new->fixed, SzFixed, i).name;

      add_fixed (why, name, get_fixed (person->before, find_fixed (old, name)),
                 get_fixed (person->after, (int)i));
    }
  for (guint i = 0; i < old->fixed->len; i++)
    {
      const char *name = g_array_index (old->fixed, SzFixed, i).name;

      if (find_fixed (new, name) < 0)
        add_fixed (why, name, get_fixed (person->before, (int)i), 0);
    }
}

/* Why somebody has no line: the run's own word, "" when the run does not know the person. */
static char *
print_absence (const SzPayView *view, const char *staff_no)
{
  const SzPayExcluded *excluded = sz_pay_view_find_excluded (view, staff_no);

  return g_strdup (excluded != NULL ? sz_pay_reason_word (excluded->reason) : "");
}

static void
compare_person (Why *why, const SzCompare *compare, const SzComparePerson *person)
{
  if (person->before == NULL)
    add_reason (why, SZ_CAUSE_ENTERED, "", print_absence (compare->before, person->staff_no),
                print_money (why, person->after_fen), person->difference_fen);
  else if (person->after == NULL)
    add_reason (why, SZ_CAUSE_LEFT, "", print_money (why, person->before_fen),
                print_absence (compare->after, person->staff_no), person->difference_fen);
  else
    {
      compare_fixed (why, compare, person);
      compare_components (why, compare, person);
      if (person->before->ceiling_fen != person->after->ceiling_fen)
        add_reason (why, SZ_CAUSE_CEILING, "", print_money (why, person->before->ceiling_fen),
                    print_money (why, person->after->ceiling_fen),
                    person->after->ceiling_fen - person->before->ceiling_fen);
    }
}

static GArray *
gather (const SzCompare *compare, const SzComparePerson *person, gboolean terse)
{
  Why why = { g_array_new (FALSE, TRUE, sizeof (SzCompareReason)), terse };

  g_array_set_clear_func (why.reasons, reason_freed_cb);
  compare_person (&why, compare, person);
  return why.reasons;
}

GArray *
sz_compare_why (const SzCompare *compare, const SzComparePerson *person)
{
  g_return_val_if_fail (compare != NULL && person != NULL, NULL);
  return gather (compare, person, FALSE);
}

GArray *
_sz_compare_effects (const SzCompare *compare, const SzComparePerson *person)
{
  return gather (compare, person, TRUE);
}

static const struct
{
  const char *word;
  const char *phrase;
} causes[] = {
  [SZ_CAUSE_ENTERED] = { "entered", N_ ("takes part now") },
  [SZ_CAUSE_LEFT] = { "left", N_ ("takes no part any more") },
  [SZ_CAUSE_COMPONENT] = { "component", N_ ("the component is in one scheme only") },
  [SZ_CAUSE_POINTS] = { "points", N_ ("own points") },
  [SZ_CAUSE_FACTOR] = { "factor", N_ ("a factor of the points") },
  [SZ_CAUSE_POOL] = { "pool", N_ ("the size of the pool") },
  [SZ_CAUSE_SHARE] = { "share", N_ ("the points of all together") },
  [SZ_CAUSE_REMAINDER] = { "remainder", N_ ("the fen that rounding leaves") },
  [SZ_CAUSE_FIXED] = { "fixed", N_ ("fixed allowance") },
  [SZ_CAUSE_CEILING] = { "ceiling", N_ ("ceiling and floor") },
  [SZ_CAUSE_MOVED] = { "moved", N_ ("people who changed the department") },
};

const char *
sz_compare_cause_word (SzCompareCause cause)
{
  g_return_val_if_fail ((guint)cause < G_N_ELEMENTS (causes), "");
  return causes[cause].word;
}

const char *
sz_compare_cause_phrase (SzCompareCause cause)
{
  g_return_val_if_fail ((guint)cause < G_N_ELEMENTS (causes), "");
  return _ (causes[cause].phrase);
}
