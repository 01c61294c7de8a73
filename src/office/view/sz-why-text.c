/* sz-why-text.c — an amount explained in words (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-view-why.h"

static char *
format_amount (SzMoney amount_fen)
{
  return sz_money_format_grouped (amount_fen);
}

const char *
sz_pay_source_phrase (SzPaySource source)
{
  static const char *const phrases[] = {
    [SZ_PAY_SOURCE_RECORD] = N_ ("from the records"),
    [SZ_PAY_SOURCE_LEVEL] = N_ ("the scheme's coefficient for the level"),
    [SZ_PAY_SOURCE_BAND] = N_ ("the scheme's coefficient for the band"),
    [SZ_PAY_SOURCE_SUBSTITUTE] = N_ ("the scheme's fixed value for the whole band"),
    [SZ_PAY_SOURCE_NO_QUOTA] = N_ ("the scheme's fixed value for people without a quota"),
    [SZ_PAY_SOURCE_BOUND] = N_ ("cut at the scheme's bounds"),
    [SZ_PAY_SOURCE_ABSENT] = N_ ("no record, so 0"),
  };

  g_return_val_if_fail ((guint)source < G_N_ELEMENTS (phrases), "");
  return _ (phrases[source]);
}

static void
add_factor (GString *text, const SzWhyFactor *factor)
{
  g_string_append_printf (text, "    %s %s: %s", factor->title, factor->value,
                          sz_pay_source_phrase (factor->source));
  if (*factor->detail != '\0')
    g_string_append_printf (text, " (%s)", factor->detail);
  g_string_append_c (text, '\n');
}

/* The factors of each stretch multiplied; several stretches are summed. */
static void
add_product (GString *text, const SzWhyComponent *component)
{
  g_autofree char *points = sz_decimal_format (component->points_x1e6, SZ_POINTS_DECIMALS);
  guint stretch = 0;

  g_string_append_printf (text, "    %s = ", _ ("points"));
  for (guint i = 0; i < component->factors->len; i++)
    {
      const SzWhyFactor *factor = &g_array_index (component->factors, SzWhyFactor, i);

      if (i > 0)
        g_string_append (text, factor->stretch != stretch ? " + " : " × ");
      stretch = factor->stretch;
      g_string_append (text, factor->value);
    }
  g_string_append_printf (text, " = %s\n", points);
}

static void
add_share (GString *text, const SzWhyComponent *component)
{
  SzMoney floor_fen = component->amount_fen - (component->remainder_fen ? 1 : 0);
  g_autofree char *pool = format_amount (component->pool_fen);
  g_autofree char *amount = format_amount (floor_fen);
  g_autofree char *points = sz_decimal_format_grouped (component->points_x1e6, SZ_POINTS_DECIMALS);
  g_autofree char *all
      = sz_decimal_format_grouped (component->points_total_x1e6, SZ_POINTS_DECIMALS);

  /* TRANSLATORS: pool × points of the person / points of all = amount */
  g_string_append_printf (text, _ ("    %s × %s / %s = %s, rounded down to the fen"), pool, points,
                          all, amount);
  if (component->remainder_fen)
    g_string_append (text, _ (", and 0.01 of what was left over"));
  g_string_append_c (text, '\n');
}

/* RULE pay-8: the department's own sheet says what it is. */
static void
add_own_split (GString *text, const SzWhyComponent *component)
{
  g_autofree char *pool = format_amount (component->pool_fen);
  g_autofree char *central = format_amount (component->central_fen);

  g_string_append_printf (text,
                          _ ("    the department split its %s itself; by points it would be %s\n"),
                          pool, central);
}

static void
add_component (GString *text, const SzWhyComponent *component)
{
  g_autofree char *amount = format_amount (component->amount_fen);

  g_string_append_printf (text, "%s: %s\n", component->name, amount);
  if (!component->admitted)
    {
      g_string_append_printf (text, "    %s\n",
                              _ ("the scheme's filter does not admit this person"));
      return;
    }
  for (guint i = 0; i < component->factors->len; i++)
    add_factor (text, &g_array_index (component->factors, SzWhyFactor, i));
  if (component->factors->len > 0)
    add_product (text, component);
  if (component->own_split)
    add_own_split (text, component);
  else if (component->points_total_x1e6 > 0)
    add_share (text, component);
}

static void
add_fixed (GString *text, const SzWhy *why)
{
  const SzScheme *scheme = why->view->scheme;

  for (guint i = 0; i < scheme->fixed->len; i++)
    {
      const SzFixed *fixed = &g_array_index (scheme->fixed, SzFixed, i);
      g_autofree char *amount = NULL;
      g_autofree char *whole = format_amount (fixed->amount_fen);

      if (why->line->fixed_fen[i] < 0)
        continue;
      amount = format_amount (why->line->fixed_fen[i]);
      g_string_append_printf (text, "%s: %s\n", fixed->name, amount);
      g_string_append_printf (text, _ ("    %s for the whole period, for the months as %s\n"),
                              whole, fixed->role);
    }
}

static void
add_limits (GString *text, const SzWhy *why)
{
  const SzPayResult *result = why->view->result;
  g_autofree char *before = format_amount (why->line->before_fen);
  g_autofree char *effect = format_amount (why->line->ceiling_fen);
  g_autofree char *ceiling = format_amount (result->ceiling_limit_fen);
  g_autofree char *floor = format_amount (result->floor_limit_fen);

  if (result->ceiling_limit_fen == 0 && result->floor_limit_fen == 0)
    return;
  g_string_append_printf (text, _ ("Before the limits: %s\n"), before);
  if (result->ceiling_limit_fen != 0)
    g_string_append_printf (text, _ ("Nobody gets more than %s\n"), ceiling);
  if (result->floor_limit_fen != 0)
    g_string_append_printf (text, _ ("Nobody who takes part gets less than %s\n"), floor);
  if (why->line->ceiling_fen < 0)
    g_string_append_printf (text, _ ("What is over goes to the others: %s\n"), effect);
  else if (why->line->ceiling_fen > 0)
    g_string_append_printf (text, _ ("A part of what others have over: +%s\n"), effect);
}

char *
sz_why_dup_text (const SzWhy *why)
{
  GString *text = g_string_new (NULL);
  g_autofree char *post = sz_post_name (why->line->post);
  g_autofree char *total = format_amount (why->line->total_fen);
  g_autofree char *adjusted = format_amount (why->line->adjust_fen);

  /* TRANSLATORS: name, staff number, department, post, months */
  g_string_append_printf (text, _ ("%s (%s), %s, %s, %u of %d months\n"), why->name, why->staff_no,
                          why->line->department, post, why->line->months,
                          why->view->result->period_months);
  for (guint i = 0; i < why->components->len; i++)
    add_component (text, &g_array_index (why->components, SzWhyComponent, i));
  add_fixed (text, why);
  add_limits (text, why);
  if (why->line->adjust_fen != 0)
    g_string_append_printf (text, _ ("Adjustments: %s\n"), adjusted);
  g_string_append_printf (text, _ ("Total: %s\n"), total);
  return g_string_free (text, FALSE);
}
