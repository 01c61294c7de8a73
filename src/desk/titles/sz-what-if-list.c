/* sz-what-if-list.c — the list of a what-if and its answer, judged off the main thread (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-what-if-list.h"

#include <glib/gi18n.h>

#include "sz-appoint-act.h"
#include "sz-post-day.h"
#include "sz-view-people.h"

static void
clear_wish_cb (gpointer data)
{
  g_free (((SzWish *)data)->who);
}

GArray *
sz_wishes_new (void)
{
  GArray *wishes = g_array_new (FALSE, TRUE, sizeof (SzWish));

  g_array_set_clear_func (wishes, clear_wish_cb);
  return wishes;
}

void
sz_wishes_free (gpointer data)
{
  g_array_unref (((SzWishes *)data)->wishes);
  g_free (data);
}

static void
clear_line_cb (gpointer data)
{
  SzWishLine *line = data;

  g_free (line->staff_no);
  g_free (line->who);
  g_free (line->verdict);
}

void
sz_wish_answer_free (gpointer data)
{
  SzWishAnswer *answer = data;

  g_array_unref (answer->lines);
  g_free (answer->left);
  g_free (answer->after);
  g_free (answer);
}

/* Staff number of who was typed: the number itself, else the first of that name. */
static const SzPeopleRow *
find_person (SzPeopleView *people, const char *who)
{
  g_autoptr (GArray) ids = sz_people_view_find (people, who);

  for (guint i = 0; i < ids->len; i++)
    {
      const SzPeopleRow *row = sz_people_view_get_row (people, g_array_index (ids, gint64, i));

      if (g_str_equal (row->staff_no, who) || g_str_equal (row->name, who))
        return row;
    }
  return ids->len > 0 ? sz_people_view_get_row (people, g_array_index (ids, gint64, 0)) : NULL;
}

/* One level up inside the band; whoever has no place is asked to the lowest professional one. */
static SzPost
find_usual_post (const SzPostDay *day, const char *staff_no)
{
  gboolean case_open;
  const SzPlace from = sz_post_day_from (day, staff_no, &case_open);

  if (from == SZ_PLACE_NONE)
    return sz_post_parse ("专技十二级");
  return sz_place_post (from > sz_place_band (from)->first ? from - 1 : from);
}

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

static char *
dup_verdict (const SzStructure *now, const SzMove *move)
{
  g_autofree char *sum = move->has_vacancy ? dup_arithmetic (now, move) : NULL;

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

static void
add_line (SzWishAnswer *answer,
          const SzStructure *now,
          const SzWhatIf *ask,
          const SzPeopleRow *person)
{
  g_autofree char *from = ask->move.from != SZ_PLACE_NONE
                              ? sz_post_name (sz_place_post (ask->move.from))
                              : g_strdup ("—");
  const SzWishLine line = { g_strdup (ask->staff_no), g_strdup_printf ("%s %s", person->name, from),
                            dup_verdict (now, &ask->move), ask->post, ask->move.fits };

  g_array_append_val (answer->lines, line);
}

/* What is left for new ones in the bands that were touched, and who sits where after the list. */
static void
describe_after (SzWishAnswer *answer, const SzStructure *after, const GArray *list)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  gboolean touched[SZ_N_PLACE_BANDS] = { FALSE };

  for (guint i = 0; i < list->len; i++)
    {
      const SzMove *move = &g_array_index (list, SzWhatIf, i).move;

      if (move->to != SZ_PLACE_NONE)
        touched[sz_place_band (move->to) - sz_place_bands ()] = TRUE;
      if (move->from != SZ_PLACE_NONE)
        touched[sz_place_band (move->from) - sz_place_bands ()] = TRUE;
    }
  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];

      if (!touched[i])
        continue;
      g_string_append_printf (left, "%s%s:", left->len > 0 ? "\n" : "", band->name);
      for (SzPlace place = band->first; place <= band->last; place++)
        {
          g_string_append_printf (left, " %d", sz_structure_vacancy_new (after, place));
          g_string_append_printf (told, "%d:%d;", place, after->expected[place]);
        }
    }
  answer->left
      = left->len > 0 ? g_strdup_printf (_ ("Left for new ones: %s"), left->str) : g_strdup ("");
  answer->after = g_string_free (g_steal_pointer (&told), FALSE);
}

static SzWishAnswer *
make_answer (SzPeopleView *people, const SzPostDay *day, const SzStructure *after, GArray *list)
{
  SzWishAnswer *answer = g_new0 (SzWishAnswer, 1);
  SzStructure now = day->structure;

  answer->lines = g_array_new (FALSE, TRUE, sizeof (SzWishLine));
  g_array_set_clear_func (answer->lines, clear_line_cb);
  for (guint i = 0; i < list->len; i++)
    {
      const SzWhatIf *ask = &g_array_index (list, SzWhatIf, i);

      add_line (answer, &now, ask, find_person (people, ask->staff_no));
      if (ask->move.fits)
        sz_structure_carry_out (&now, ask->move.from, ask->move.to);
    }
  describe_after (answer, after, list);
  return answer;
}

gpointer
sz_wishes_judge (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzWishes *asked = data;
  g_autoptr (SzPeopleView) people = sz_view_people_open (office, asked->day, cancellable, error);
  g_autoptr (SzPostDay) day = people != NULL ? sz_post_day (office, asked->day, NULL, error) : NULL;
  g_autoptr (GArray) list = sz_what_if_new ();
  SzStructure after;

  for (guint i = 0; day != NULL && i < asked->wishes->len; i++)
    {
      const SzWish *wish = &g_array_index (asked->wishes, SzWish, i);
      const SzPeopleRow *person = find_person (people, wish->who);

      if (person == NULL)
        {
          sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", wish->who, NULL);
          return NULL;
        }
      sz_what_if_add (list, person->staff_no,
                      wish->post != 0 ? wish->post : find_usual_post (day, person->staff_no));
    }
  if (day == NULL || !sz_what_if_judge (office, day, list, &after, error))
    return NULL;
  return make_answer (people, day, &after, list);
}

gpointer
sz_wishes_open_cases (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzWishes *asked = data;
  g_autofree SzAppointAsk *asks = g_new0 (SzAppointAsk, asked->wishes->len + 1);

  for (guint i = 0; i < asked->wishes->len; i++)
    {
      const SzWish *wish = &g_array_index (asked->wishes, SzWish, i);

      asks[i] = (SzAppointAsk){ .staff_no = wish->who, .post = wish->post, .day = asked->day };
    }
  if (!sz_appoint_open_several (office, asks, asked->wishes->len, error))
    return NULL;
  return g_strdup (sz_office_get_last_act (office));
}
