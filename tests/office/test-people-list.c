/* test-people-list.c — the quick list gives what the plain view gives (RULE ppl-5, ppl-6, ppl-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-demo.h"
#include "sz-key-order.h"
#include "sz-view-people-list.h"
#include "sz-view-people.h"

#define DAY 20251231
/* Everybody has joined by then: those who have not stand last in the quick list. */
#define LATE 20300101
#define PEOPLE 600

static SzPeopleList *
read_list (Fixture *fixture, SzDate day)
{
  g_autoptr (GError) error = NULL;
  SzPeopleList *list = sz_people_list_new (day);
  gboolean complete = FALSE;
  guint steps = 0;

  /* Without any time at all each call takes one step, and comes to the end all the same. */
  while (!complete)
    {
      g_assert_true (sz_people_list_read (list, fixture->office, 0, &complete, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (++steps, <, PEOPLE);
    }
  sz_people_list_take_names (list, sz_people_list_make_names (list));
  return list;
}

static Fixture *
make_demo (void)
{
  const SzDemoRequest request = { .people = PEOPLE, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  Fixture *fixture = fixture_new ();
  SzDemoReport report;

  sz_office_demo (fixture->office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
  return fixture;
}

static GArray *
find (SzPeopleList *list, Fixture *fixture, const SzPeopleQuery *query)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = sz_people_list_find (list, fixture->office, query, &error);

  g_assert_no_error (error);
  return ids;
}

static void
assert_same (const GArray *left, const GArray *right)
{
  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpint (g_array_index (left, gint64, i), ==, g_array_index (right, gint64, i));
}

static void
test_orders (void)
{
  static const struct
  {
    SzPeopleColumn column;
    SzNameOrder names;
    SzPeopleOrder plain;
  } cases[] = {
    { SZ_PEOPLE_COLUMN_STAFF_NO, 0, SZ_PEOPLE_BY_STAFF_NO },
    { SZ_PEOPLE_COLUMN_NAME, SZ_NAME_ORDER_SURNAME_STROKES, SZ_PEOPLE_BY_SURNAME },
    { SZ_PEOPLE_COLUMN_NAME, SZ_NAME_ORDER_NAME_STROKES, SZ_PEOPLE_BY_STROKES },
    { SZ_PEOPLE_COLUMN_NAME, SZ_NAME_ORDER_PINYIN, SZ_PEOPLE_BY_PINYIN },
    { SZ_PEOPLE_COLUMN_BIRTH, 0, SZ_PEOPLE_BY_BIRTH },
    { SZ_PEOPLE_COLUMN_ENTRY, 0, SZ_PEOPLE_BY_ENTRY },
  };
  g_autoptr (Fixture) fixture = make_demo ();
  g_autoptr (SzPeopleView) view = sz_view_people_open (fixture->office, LATE, NULL, NULL);
  g_autoptr (SzPeopleList) list = read_list (fixture, LATE);
  g_autoptr (SzPeopleQuery) query = sz_people_query_new ();

  query->in_service = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) quick = NULL;
      g_autoptr (GArray) plain = sz_people_view_ids (view, &SZ_PEOPLE_ALL, cases[i].plain);

      query->sort = cases[i].column;
      query->name_order = cases[i].names;
      g_test_message ("order %u", (guint)cases[i].plain);
      quick = find (list, fixture, query);
      assert_same (quick, plain);
    }
}

static void
test_texts (void)
{
  static const char *const texts[]
      = { "王", "w", "wang", "zh", "zw", "1", "10", "100", "国", "欧阳", "ouyang", "lv", "绝无" };
  g_autoptr (Fixture) fixture = make_demo ();
  g_autoptr (SzPeopleView) view = sz_view_people_open (fixture->office, DAY, NULL, NULL);
  g_autoptr (SzPeopleList) list = read_list (fixture, DAY);
  g_autoptr (SzPeopleQuery) query = sz_people_query_new ();

  query->in_service = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) quick = NULL;
      g_autoptr (GArray) plain = sz_people_view_find (view, texts[i]);

      g_free (query->text);
      query->text = g_strdup (texts[i]);
      quick = find (list, fixture, query);
      assert_same (quick, plain);
    }
}

/* Every filter by itself and with another. */
static void
test_filters (void)
{
  g_autoptr (Fixture) fixture = make_demo ();
  g_autoptr (SzPeopleView) view = sz_view_people_open (fixture->office, DAY, NULL, NULL);
  g_autoptr (SzPeopleList) list = read_list (fixture, DAY);
  g_autoptr (GPtrArray) departments = sz_people_list_departments (list);

  for (int service = -1; service <= 1; service++)
    for (int full_time = -1; full_time <= 1; full_time++)
      for (int employment = -1; employment <= (int)SZ_EMPLOYMENT_EXTERNAL; employment++)
        for (guint department = 0; department <= departments->len; department += 3)
          {
            const char *name = department < departments->len
                                   ? g_ptr_array_index (departments, department)
                                   : NULL;
            const SzPeopleFilter filter
                = { NULL, name, employment, SZ_POST_PROFESSIONAL, service, full_time };
            g_autoptr (SzPeopleQuery) query = sz_people_query_new ();
            g_autoptr (GArray) plain = sz_people_view_ids (view, &filter, SZ_PEOPLE_BY_STAFF_NO);
            g_autoptr (GArray) quick = NULL;

            query->department = g_strdup (name);
            query->employment = employment;
            query->category = SZ_POST_PROFESSIONAL;
            query->in_service = service;
            query->full_time = full_time;
            quick = find (list, fixture, query);
            assert_same (quick, plain);
          }
}

static void
test_descending (void)
{
  g_autoptr (Fixture) fixture = make_demo ();
  g_autoptr (SzPeopleList) list = read_list (fixture, DAY);
  g_autoptr (SzPeopleView) view = sz_view_people_open (fixture->office, DAY, NULL, NULL);

  for (guint column = 0; column < SZ_N_PEOPLE_COLUMNS; column++)
    {
      g_autoptr (SzPeopleQuery) query = sz_people_query_new ();
      g_autoptr (GArray) up = NULL;
      g_autoptr (GArray) down = NULL;

      query->sort = (SzPeopleColumn)column;
      up = find (list, fixture, query);
      query->descending = TRUE;
      down = find (list, fixture, query);
      g_assert_cmpuint (up->len, ==, down->len);
      if (column != SZ_PEOPLE_COLUMN_BIRTH)
        continue;
      for (guint i = 1; i < down->len; i++)
        {
          const SzPeopleRow *before
              = sz_people_view_get_row (view, g_array_index (down, gint64, i - 1));
          const SzPeopleRow *after = sz_people_view_get_row (view, g_array_index (down, gint64, i));

          g_assert_cmpint (before->birth_date, >=, after->birth_date);
        }
    }
}

/* What is asked before the list is read is the same as what it says afterwards. */
static void
test_first (void)
{
  static const SzDate days[] = { 19900101, 20100901, 20250701, 20251231, 20300101 };
  g_autoptr (Fixture) fixture = make_demo ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SzPeopleList) list = read_list (fixture, days[i]);
      g_autoptr (SzPeopleQuery) query = sz_people_query_new ();
      g_autoptr (GArray) all = sz_view_people_first (fixture->office, days[i], 0, &error);
      g_autoptr (GArray) some = sz_view_people_first (fixture->office, days[i], 7, &error);
      g_autoptr (GArray) listed = find (list, fixture, query);

      g_assert_no_error (error);
      assert_same (all, listed);
      g_assert_cmpuint (some->len, ==, MIN (7, all->len));
      g_array_set_size (all, some->len);
      assert_same (some, all);
    }
}

static void
test_key_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260108);

  for (guint round = 0; round < 50; round++)
    {
      const guint n = (guint)g_rand_int_range (random, 0, 3000);
      const guint32 greatest = round % 2 == 0 ? 100 : G_MAXUINT32 - 1;
      g_autofree guint32 *keys = g_new0 (guint32, n + 1);
      g_autofree guint32 *order = NULL;

      for (guint i = 0; i < n; i++)
        keys[i] = g_rand_int (random) % (greatest + 1);
      order = sz_key_order (keys, n);
      for (guint i = 1; i < n; i++)
        g_assert_true (keys[order[i - 1]] < keys[order[i]]
                       || (keys[order[i - 1]] == keys[order[i]] && order[i - 1] < order[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/people-list/ppl-5/orders", test_orders);
  g_test_add_func ("/office/people-list/ppl-6/texts", test_texts);
  g_test_add_func ("/office/people-list/ppl-7/filters", test_filters);
  g_test_add_func ("/office/people-list/ppl-7/first", test_first);
  g_test_add_func ("/office/people-list/descending", test_descending);
  g_test_add_func ("/office/people-list/key-order", test_key_order);
  return g_test_run ();
}
