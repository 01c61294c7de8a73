/* sz-pay-points.c — points 点数 of every person in every component (RULE pay-5, pay-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include "sz-error.h"

/* Points of one stretch: the exact product so far. */
typedef struct
{
  SzWide numerator;
  SzWide denominator;
} Product;

static gboolean
refuse_overflow (GError **error)
{
  return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", "points", NULL);
}

static gboolean
multiply (Product *product, const SzPayTerm *term, GError **error)
{
  SzWide numerator = term->numerator;
  SzWide denominator = term->denominator;

  /* 1.0000 and 30.00 need no room for their decimals. */
  if (term->numerator % term->denominator == 0)
    {
      numerator /= denominator;
      denominator = 1;
    }
  if (__builtin_mul_overflow (product->numerator, numerator, &product->numerator)
      || __builtin_mul_overflow (product->denominator, denominator, &product->denominator))
    return refuse_overflow (error);
  return TRUE;
}

static void
keep_term (SzPayRun *run, SzPayShare *share, const SzPayTerm *term)
{
  g_array_append_val (run->terms, *term);
  share->n_terms++;
}

/* RULE pay-5: rounded once to 6 decimals from the exact product. */
static gboolean
add_points (const Product *product, SzPayShare *share, GError **error)
{
  SzWide scaled;
  gint64 points_x1e6;

  if (__builtin_mul_overflow (product->numerator, (SzWide)SZ_POINTS_ONE, &scaled))
    return refuse_overflow (error);
  if (!sz_decimal_div_round (scaled, product->denominator, &points_x1e6, error))
    return FALSE;
  if (__builtin_add_overflow (share->points_x1e6, points_x1e6, &share->points_x1e6))
    return refuse_overflow (error);
  return TRUE;
}

typedef struct
{
  SzPayRun *run;
  const SzPayLine *line;
  const SzPayMember *member;
  guint64 reported; /* inputs of this person that are in the findings already */
} Person;

/* RULE pay-6: without `months` among the factors, a post counts for its part of the months. */
static gboolean
weigh_stretch (Person *person,
               const SzPayPart *part,
               const SzPayStretch *stretch,
               SzPayTerm *term,
               Product *product,
               SzPayShare *share,
               GError **error)
{
  if (part->has_months || stretch->months == person->line->months)
    return TRUE;
  term->factor = SZ_PAY_TERM_WEIGHT;
  term->numerator = stretch->months;
  term->denominator = person->line->months;
  term->source = SZ_PAY_SOURCE_RECORD;
  keep_term (person->run, share, term);
  return multiply (product, term, error);
}

static gboolean
add_stretch (Person *person,
             const SzPayPart *part,
             guint8 number,
             const SzPayStretch *stretch,
             SzPayShare *share,
             GError **error)
{
  Product product = { 1, 1 };
  SzPayTerm term = { .stretch = number };
  gboolean complete = TRUE;

  for (guint i = 0; i < part->n_factors; i++)
    {
      term.factor = (guint8)i;
      if (!sz_pay_find_factor (person->run, person->member, &part->factors[i], stretch,
                               &person->reported, &term))
        {
          complete = FALSE;
          continue;
        }
      keep_term (person->run, share, &term);
      if (!multiply (&product, &term, error))
        return FALSE;
    }
  if (!complete)
    return TRUE; /* the findings stop the run, after all of them were found */
  return weigh_stretch (person, part, stretch, &term, &product, share, error)
         && add_points (&product, share, error);
}

static gboolean
admits_person (const SzPayPart *part, const SzPayLine *line, const SzPayMember *member)
{
  int full_time = part->component->filter.full_time;

  return (part->employments >> member->employment & 1) != 0
         && (full_time < 0 || (full_time != 0) == member->full_time)
         && (part->departments == NULL
             || (line->department != NULL
                 && g_hash_table_contains (part->departments, line->department)))
         && (part->staff_nos == NULL
             || g_hash_table_contains (part->staff_nos, member->person->staff_no));
}

static gboolean
admits_post (const SzPayPart *part, SzPost post)
{
  return (part->bands >> sz_post_band (post) & 1) != 0
         && (part->categories >> sz_post_category (post) & 1) != 0;
}

static void
miss_post (Person *person)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << 63;

  if ((person->reported & bit) == 0)
    sz_pay_add_missing (person->run, "pay.input_missing", person->member->person, "post", NULL);
  person->reported |= bit;
}

/* Without a post it is open which points there would be, but not what else is missing: all of it is
 * found at once. A filter by post or a value for a whole band may make an input needless. */
static void
find_other_missing (Person *person, const SzPayPart *part, const SzPayStretch *stretch)
{
  const SzFilter *filter = &part->component->filter;

  if (filter->band != NULL || filter->category != NULL)
    return;
  for (guint i = 0; i < part->n_factors; i++)
    {
      const SzPayFactor *factor = &part->factors[i];
      SzPayTerm term = { 0 };

      if (factor->factor->kind != SZ_FACTOR_POST && !factor->has_substitutes)
        (void)sz_pay_find_factor (person->run, person->member, factor, stretch, &person->reported,
                                  &term);
    }
}

/* RULE pay-6: each stretch has its points, the person has one share of their sum. */
static gboolean
add_stretches (Person *person, const SzPayPart *part, SzPayShare *share, GError **error)
{
  for (guint i = 0; i < person->line->n_stretches; i++)
    {
      const SzPayStretch *stretch = &g_array_index (person->run->stretches, SzPayStretch,
                                                    person->member->first_stretch + i);

      if (stretch->post == 0)
        {
          miss_post (person);
          find_other_missing (person, part, stretch);
          continue;
        }
      if (!admits_post (part, stretch->post))
        continue;
      share->admitted = TRUE;
      if (!add_stretch (person, part, (guint8)i, stretch, share, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_whole (Person *person, const SzPayPart *part, SzPayShare *share, GError **error)
{
  SzPayStretch whole = { person->line->post, person->line->months };

  share->admitted = TRUE;
  return add_stretch (person, part, 0, &whole, share, error);
}

static void
refuse_negative (Person *person, const SzPayPart *part, SzPayShare *share)
{
  if (share->points_x1e6 >= 0)
    return;
  sz_pay_add_missing (person->run, "pay.points_negative", person->member->person,
                      part->component->name, NULL);
}

static gboolean
count_share (Person *person, guint index, SzPayShare *share, GError **error)
{
  const SzPayPart *part = &person->run->parts[index];
  SzPaySum *sum = &person->run->result->components[index];

  share->first_term = person->run->terms->len;
  if (!admits_person (part, person->line, person->member))
    return TRUE;
  if (part->by_post ? !add_stretches (person, part, share, error)
                    : !add_whole (person, part, share, error))
    return FALSE;
  refuse_negative (person, part, share);
  sum->people += share->admitted ? 1 : 0;
  if (__builtin_add_overflow (sum->points_x1e6, share->points_x1e6, &sum->points_x1e6))
    return refuse_overflow (error);
  return TRUE;
}

static guint
count_factors (const SzPayRun *run)
{
  guint n = 0;

  for (guint i = 0; i < run->n_parts; i++)
    n += run->parts[i].n_factors;
  return n;
}

gboolean
sz_pay_count_points (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;

  run->terms = g_array_sized_new (FALSE, FALSE, sizeof (SzPayTerm),
                                  (guint)result->n_lines * count_factors (run));
  for (gsize i = 0; i < result->n_lines; i++)
    {
      Person person = { run, &result->lines[i], &g_array_index (run->members, SzPayMember, i), 0 };

      for (guint j = 0; j < run->n_parts; j++)
        if (!count_share (&person, j, &result->lines[i].shares[j], error))
          return FALSE;
    }
  return TRUE;
}
