/* sz-post-words.c — moves between posts and rises in the words of an office (RULE pst-6, ttl-20)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-words.h"

#include <glib/gi18n.h>

/* 副高：核准 72，现聘及在办 72: the levels that leave no place, by the arithmetic of pst-2. */
static char *
dup_arithmetic (const SzStructure *now, const SzMove *move)
{
  const SzPlaceBand *band = sz_place_band (move->to);
  const SzPlace last = move->kind == SZ_MOVE_RISE ? move->from - 1 : band->last;
  int approved = 0, expected = 0;
  int told_approved = 0, told_expected = 0;
  int least = G_MAXINT;

  for (SzPlace place = band->first; place <= last; place++)
    {
      approved += now->approved[place];
      expected += now->expected[place];
      if (place < move->to || approved - expected >= least)
        continue;
      least = approved - expected;
      told_approved = approved;
      told_expected = expected;
    }
  return g_strdup_printf (_ ("%s: %d approved, %d there and in cases"), band->name, told_approved,
                          told_expected);
}

char *
sz_post_move_words (const SzStructure *now, const SzMove *move)
{
  g_autofree char *sum = NULL;

  g_return_val_if_fail (now != NULL && move != NULL, NULL);
  sum = move->has_vacancy ? dup_arithmetic (now, move) : NULL;

  if (move->fits)
    return sum != NULL ? g_strdup_printf (_ ("✓ fits (%s)"), sum)
                       : g_strconcat ("✓ ", _ ("fits"), NULL);
  if (g_strcmp0 (move->reason, "post.same") == 0)
    return g_strdup_printf ("✗ %s", _ ("is there already"));
  if (g_strcmp0 (move->reason, "post.case_open") == 0)
    return g_strdup_printf ("✗ %s", _ ("has a case that begins later"));
  return g_strdup_printf (move->fits_alone ? _ ("✗ no vacancy (%s); would fit alone")
                                           : _ ("✗ no vacancy (%s)"),
                          sum != NULL ? sum : "");
}

gboolean
sz_post_is_touched (const GArray *list, SzPlace place)
{
  g_return_val_if_fail (list != NULL, FALSE);
  for (guint i = 0; i < list->len; i++)
    {
      const SzMove *move = &g_array_index (list, SzWhatIf, i).move;
      const SzPlaceBand *band = sz_place_band (place);

      if ((move->to != SZ_PLACE_NONE && sz_place_band (move->to) == band)
          || (move->from != SZ_PLACE_NONE && sz_place_band (move->from) == band))
        return TRUE;
    }
  return FALSE;
}

char *
sz_post_left_words (const SzStructure *after, const GArray *list)
{
  g_autoptr (GString) left = g_string_new (NULL);

  g_return_val_if_fail (after != NULL && list != NULL, NULL);
  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];

      if (!sz_post_is_touched (list, band->first))
        continue;
      g_string_append_printf (left, "%s%s:", left->len > 0 ? "\n" : "", band->name);
      for (SzPlace place = band->first; place <= band->last; place++)
        g_string_append_printf (left, " %d", sz_structure_vacancy_new (after, place));
    }
  return left->len > 0 ? g_strdup_printf (_ ("Left for new ones: %s"), left->str) : g_strdup ("");
}

char *
sz_rise_words (const SzRise *rise)
{
  static const char *const words[SZ_N_RISE_REASONS]
      = { N_ ("years"), N_ ("title"), N_ ("assessment of the year before"), N_ ("discipline") };
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (rise != NULL, NULL);
  for (int i = 0; i < SZ_N_RISE_REASONS; i++)
    if (rise->reasons & 1u << i)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ ("; ") : "", _ (words[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
sz_rise_fits_words (const SzRise *rise)
{
  g_return_val_if_fail (rise != NULL, "");
  return rise->reasons != 0 ? _ ("not yet") : rise->fits ? _ ("✓ vacancy") : _ ("✗ no vacancy");
}
