/* test-view-people.c — people found, filtered and sorted (RULE ppl-5, ppl-6, ppl-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-view-people.h"

#define DAY 20251231

static SzPeopleView *
open_view (Fixture *fixture, SzDate day)
{
  g_autoptr (GError) error = NULL;
  SzPeopleView *view = sz_view_people_open (fixture->office, day, NULL, &error);

  g_assert_no_error (error);
  return view;
}

/* "P1 P2 …" */
static char *
list (SzPeopleView *view, const GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            sz_people_view_get_row (view, g_array_index (ids, gint64, i))
                                ->staff_no);
  return g_string_free (text, FALSE);
}

static void
test_find (void)
{
  static const char *const cases[][2] = {
    { "曾", "P1" },
    { "zeng", "P1" },
    { "ZGQ", "P1" },
    { "shan", "P2" },
    { "lv", "P3" },
    { "lu", "P3" },
    { "yuchi", "P4" },
    { "xie", "P5" },
    { "xxh", "P5" },
    { "国", "P1" },
    { "查走", "P7" },
    { "zhaz", "P7" },
    { "P", "P1 P2 P3 P4 P5 P6 P7 P8" },
    { "P7", "P7" },
    { " P7 ", "P7" },
    { "P77", "" },
    { "不在", "" },
    { "zhai", "P8" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPeopleView) view = NULL;

  small_import_handbook (fixture);
  view = open_view (fixture, DAY);
  g_assert_cmpuint (sz_people_view_get_size (view), ==, 8);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = sz_people_view_find (view, cases[i][0]);
      g_autofree char *found = list (view, ids);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

/* 王4 吕6 查9 单8 曾12 尉11 解13 翟14 strokes. */
static void
test_order (void)
{
  static const struct
  {
    SzPeopleOrder order;
    const char *found;
  } cases[] = {
    { SZ_PEOPLE_BY_STAFF_NO, "P1 P2 P3 P4 P5 P6 P7 P8" },
    { SZ_PEOPLE_BY_SURNAME, "P6 P3 P2 P7 P4 P1 P5 P8" },
    { SZ_PEOPLE_BY_PINYIN, "P3 P2 P6 P5 P4 P1 P7 P8" },
    { SZ_PEOPLE_BY_DEPARTMENT, "P8 P7 P4 P3 P1 P6 P5 P2" },
    { SZ_PEOPLE_BY_TEACHER, "P3 P7 P4 P8 P6 P2 P1 P5" },
    { SZ_PEOPLE_BY_POST, "P8 P1 P6 P7 P5 P4 P2 P3" },
    { SZ_PEOPLE_BY_BIRTH, "P1 P2 P3 P4 P5 P6 P7 P8" },
    { SZ_PEOPLE_BY_ENTRY, "P5 P7 P1 P4 P2 P8 P6 P3" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPeopleView) view = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;

  /* 信息系 sorts before 机械系 by position, after it by bytes. */
  fixture_import_text (fixture, "departments", "部门,序号\n信息系,1\n机械系,2\n");
  small_import_handbook (fixture);
  view = open_view (fixture, DAY);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = sz_people_view_ids (view, &all, cases[i].order);
      g_autofree char *found = list (view, ids);

      g_test_message ("order %d", (int)cases[i].order);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_filter (void)
{
  static const struct
  {
    SzPeopleFilter filter;
    SzDate day;
    const char *found;
  } cases[] = {
    { { NULL, "机械系", -1, SZ_POST_NONE, -1, -1 }, DAY, "P1 P2 P5 P6" },
    { { NULL, NULL, SZ_EMPLOYMENT_EXTERNAL, SZ_POST_NONE, -1, -1 }, DAY, "P6" },
    { { NULL, NULL, -1, SZ_POST_MANAGEMENT, -1, -1 }, DAY, "" },
    { { NULL, NULL, -1, SZ_POST_NONE, 0, -1 }, DAY, "P7" },
    { { NULL, NULL, -1, SZ_POST_NONE, 1, -1 }, 20240831, "P1 P2 P4 P5 P6 P7 P8" },
    { { NULL, NULL, -1, SZ_POST_NONE, 0, -1 }, 20250531, "P3 P7" },
    { { NULL, NULL, -1, SZ_POST_NONE, -1, 0 }, DAY, "P2 P4" },
    { { "z", "信息系", -1, SZ_POST_NONE, 1, -1 }, DAY, "P8" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  small_import_handbook (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzPeopleView) view = open_view (fixture, cases[i].day);
      g_autoptr (GArray) ids = sz_people_view_ids (view, &cases[i].filter, SZ_PEOPLE_BY_STAFF_NO);
      g_autofree char *found = list (view, ids);

      g_test_message ("filter %d", (int)i);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPeopleView) view = NULL;
  g_autoptr (GPtrArray) departments = NULL;
  g_autoptr (GArray) ids = NULL;
  const SzPeopleRow *row;

  small_import_handbook (fixture);
  view = open_view (fixture, DAY);
  ids = sz_people_view_find (view, "P7");
  row = sz_people_view_get_row (view, g_array_index (ids, gint64, 0));
  g_assert_cmpstr (row->name, ==, "查走");
  g_assert_false (row->in_service);
  g_assert_cmpint (row->service_to, ==, 20240831);
  g_assert_cmpint (row->post, ==, sz_post_parse ("专技八级"));
  g_assert_null (sz_people_view_get_row (view, 12345));
  departments = sz_people_view_departments (view);
  g_assert_cmpuint (departments->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (departments, 0), ==, "机械系");
}

static void
test_person (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  small_import_handbook (fixture);
  file = sz_view_person_open (fixture->office, "P4", NULL);
  g_assert_cmpstr (file->person.name, ==, "尉迟远");
  g_assert_null (sz_view_person_open (fixture->office, "P44", &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "person.unknown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/ppl-6/find", test_find);
  g_test_add_func ("/office/ppl-5/order", test_order);
  g_test_add_func ("/office/ppl-7/filter", test_filter);
  g_test_add_func ("/office/ppl-3/rows", test_rows);
  g_test_add_func ("/office/ppl-3/person", test_person);
  return g_test_run ();
}
