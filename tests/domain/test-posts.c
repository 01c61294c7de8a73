/* test-posts.c — posts, levels and bands (ppl-2, handbook §3.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-posts.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    SzPost post;
  } cases[] = {
    { "专技八级", 208 },
    { "专业技术八级", 208 },
    { "专技8级", 208 },
    { "专技１３级", 213 },
    { " 专技十一级　", 211 },
    { "专业技术岗位十三级", 213 },
    { "专技一级", 201 },
    { "专技岗十级", 210 },
    { "管理六级", 106 },
    { "管理岗位十级", 110 },
    { "管理5级", 105 },
    { "七级职员", 107 },
    { "技术工二级", 302 },
    { "技术工五级", 305 },
    { "工勤技能三级", 303 },
    { "普通工", 306 },
    { "管理", 100 },
    { "专业技术", 200 },
    { "专业技术岗位", 200 },
    { "工勤技能", 300 },
    { "工勤技能岗位", 300 },
    { "专技", 200 },
    /* No such post. */
    { "专技十四级", 0 },
    { "专技0级", 0 },
    { "专技零级", 0 },
    { "管理十一级", 0 },
    { "十一级职员", 0 },
    { "职员", 0 },
    { "技术工六级", 0 },
    { "技术工", 0 },
    { "八级", 0 },
    { "专技八", 0 },
    { "专技级", 0 },
    { "专技八级以上", 0 },
    { "专技008级", 0 },
    { "专技-8级", 0 },
    { "编外之外", 0 },
    { "普通工一级", 0 },
    { "", 0 },
    { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (sz_post_parse (cases[i].text), ==, cases[i].post);
    }
}

static void
test_names_and_codes (void)
{
  static const struct
  {
    SzPost post;
    const char *name;
    const char *code;
  } cases[] = {
    { 208, "专技八级", "professional-8" },
    { 213, "专技十三级", "professional-13" },
    { 106, "管理六级", "management-6" },
    { 302, "技术工二级", "worker-2" },
    { 306, "普通工", "worker-6" },
    { 100, "管理岗位", "management" },
    { 200, "专业技术岗位", "professional" },
    { 300, "工勤技能岗位", "worker" },
    { 0, "", "" },
    { 214, "", "" },
    { 400, "", "" },
    { -8, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = sz_post_name (cases[i].post);
      g_autofree char *code = sz_post_code (cases[i].post);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (code, ==, cases[i].code);
    }
  g_assert_cmpint (sz_post_from_code (NULL), ==, 0);
  g_assert_cmpint (sz_post_from_code (""), ==, 0);
  g_assert_cmpint (sz_post_from_code ("professional-14"), ==, 0);
  g_assert_cmpint (sz_post_from_code ("professional-"), ==, 0);
  g_assert_cmpint (sz_post_from_code ("professional-八"), ==, 0);
  g_assert_cmpint (sz_post_from_code ("professionals"), ==, 0);
  g_assert_cmpint (sz_post_from_code ("worker-7"), ==, 0);
}

/* Each post there is survives name and code, and its place in lists falls with its level. */
static void
test_every_post (void)
{
  static const int last_level[] = { 0, 10, 13, 6 };
  int count = 0;

  for (SzPost post = 0; post < 500; post++)
    {
      const gboolean exists = post >= 100 && post < 400 && post % 100 <= last_level[post / 100];
      g_autofree char *name = sz_post_name (post);
      g_autofree char *code = sz_post_code (post);

      g_assert_cmpint (sz_post_category (post) != SZ_POST_NONE, ==, exists);
      if (!exists)
        {
          g_assert_cmpint (sz_post_order (post), ==, G_MAXINT);
          continue;
        }
      count++;
      g_assert_cmpint (sz_post_parse (name), ==, post);
      g_assert_cmpint (sz_post_from_code (code), ==, post);
      g_assert_cmpint (sz_post_level (post), ==, post % 100);
      g_assert_cmpint (sz_post_category (post), ==, post / 100);
      if (sz_post_level (post) > 1)
        g_assert_cmpint (sz_post_order (post), >, sz_post_order (post - 1));
    }
  g_assert_cmpint (count, ==, 32);
  g_assert_cmpint (sz_post_order (213), <, sz_post_order (200));
  g_assert_cmpint (sz_post_order (200), <, sz_post_order (101));
  g_assert_cmpint (sz_post_order (110), <, sz_post_order (301));
}

static void
test_bands (void)
{
  static const SzBand professional[] = {
    SZ_BAND_NONE,
    SZ_BAND_FULL_SENIOR,
    SZ_BAND_FULL_SENIOR,
    SZ_BAND_FULL_SENIOR,
    SZ_BAND_FULL_SENIOR,
    SZ_BAND_ASSOCIATE_SENIOR,
    SZ_BAND_ASSOCIATE_SENIOR,
    SZ_BAND_ASSOCIATE_SENIOR,
    SZ_BAND_INTERMEDIATE,
    SZ_BAND_INTERMEDIATE,
    SZ_BAND_INTERMEDIATE,
    SZ_BAND_JUNIOR,
    SZ_BAND_JUNIOR,
    SZ_BAND_JUNIOR,
  };
  static const char *const names[] = { "", "正高级", "副高级", "中级", "初级", "管理", "工勤" };

  for (int level = 0; level <= 13; level++)
    g_assert_cmpint (sz_post_band (200 + level), ==, professional[level]);
  for (int level = 0; level <= 10; level++)
    g_assert_cmpint (sz_post_band (100 + level), ==, SZ_BAND_MANAGEMENT);
  for (int level = 0; level <= 6; level++)
    g_assert_cmpint (sz_post_band (300 + level), ==, SZ_BAND_WORKER);
  g_assert_cmpint (sz_post_band (0), ==, SZ_BAND_NONE);
  g_assert_cmpint (sz_post_band (214), ==, SZ_BAND_NONE);

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, SZ_N_BANDS);
  for (int band = 0; band < SZ_N_BANDS; band++)
    {
      g_assert_cmpstr (sz_band_name ((SzBand)band), ==, names[band]);
      g_assert_cmpint (sz_band_parse (names[band]), ==, band);
    }
  g_assert_cmpint (sz_band_parse ("　中级 "), ==, SZ_BAND_INTERMEDIATE);
  g_assert_cmpint (sz_band_parse ("高级"), ==, SZ_BAND_NONE);
  g_assert_cmpint (sz_band_parse (NULL), ==, SZ_BAND_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-2/posts-parse", test_parse);
  g_test_add_func ("/domain/ppl-2/posts-names-and-codes", test_names_and_codes);
  g_test_add_func ("/domain/ppl-2/posts-every-post", test_every_post);
  g_test_add_func ("/domain/ppl-2/posts-bands", test_bands);
  return g_test_run ();
}
