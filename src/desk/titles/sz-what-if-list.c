/* sz-what-if-list.c — the list of a what-if and its answer, judged off the main thread (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-what-if-list.h"

#include "sz-appoint-act.h"
#include "sz-post-words.h"
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
                            sz_post_move_words (now, &ask->move), ask->post, ask->move.fits };

  g_array_append_val (answer->lines, line);
}

/* Who sits where after the list, and what it leaves. */
static void
describe_after (SzWishAnswer *answer, const SzStructure *after, const GArray *list)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    if (sz_post_is_touched (list, place))
      g_string_append_printf (told, "%d:%d;", place, after->expected[place]);
  answer->left = sz_post_left_words (after, list);
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
