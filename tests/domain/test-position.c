/* test-position.c — the grammar of a post's cells, places and the check list (rec-1, rec-6, rec-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "recruit.h"

#include <string.h>

/* The faults as "code@cell code@cell". */
static void
note_fault_cb (SzPositionCell cell, const char *code, gpointer user_data)
{
  g_string_append_printf (user_data, "%s%s@%d", ((GString *)user_data)->len > 0 ? " " : "", code,
                          cell);
}

static char *
read_plan (const SzPositionCells *cells, SzExamPlan *plan)
{
  GString *faults = g_string_new (NULL);

  g_assert_cmpint (sz_exam_plan_read (cells, &usual_rules, plan, note_fault_cb, faults), ==,
                   faults->len == 0);
  return g_string_free (faults, FALSE);
}

static void
test_components (void)
{
  static const struct
  {
    SzRecruitWay way;
    int order; /* −1: empty */
    const char *cell;
    const char *described;
    guint stages;
  } cases[] = {
    { SZ_WAY_OPEN, -1, NULL, "面试50%+笔试50%", 2 },
    { SZ_WAY_OPEN, -1, "面试50%+笔试50%", "面试50%+笔试50%", 2 },
    { SZ_WAY_OPEN, -1, "笔试30、面试70", "笔试30%+面试70%", 2 },
    { SZ_WAY_OPEN, -1, "面试:0.4;实操:0.2;笔试:0.4", "面试40%+实操20%+笔试40%", 2 },
    { SZ_WAY_OPEN, -1, "面试：４０％；实操×20%\n笔试*0.4", "面试40%+实操20%+笔试40%", 2 },
    { SZ_WAY_OPEN, -1, "初试0%→面试60%→笔试40%", "初试0%→面试60%→笔试40%", 3 },
    { SZ_WAY_OPEN, -1, "初试0% -> 面试60%+笔试40%", "初试0%→面试60%+笔试40%", 2 },
    { SZ_WAY_OPEN, SZ_ORDER_WRITTEN_FIRST, "面试33.33%/笔试66.67%", "面试33.33%+笔试66.67%", 2 },
    { SZ_WAY_INTERVIEW, -1, "", "面试100%", 1 },
    { SZ_WAY_EXPERTS, -1, NULL, "专家评议100%", 1 },
    { SZ_WAY_EXPERTS, SZ_ORDER_INTERVIEW_ONLY, "试讲60+答辩40", "试讲60%+答辩40%", 1 },
    { SZ_WAY_ASSESSMENT, -1, NULL, "", 0 },
    { SZ_WAY_PARTTIME, SZ_ORDER_ASSESSMENT, NULL, "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzPositionCells cells = { .way = cases[i].way,
                                      .has_order = cases[i].order >= 0,
                                      .order = (SzExamOrder)MAX (cases[i].order, 0),
                                      .places = 1,
                                      .components = cases[i].cell };
      g_auto (SzExamPlan) plan = { 0 };
      g_autofree char *faults = read_plan (&cells, &plan);
      g_autofree char *described = sz_exam_plan_describe (&plan);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (faults, ==, "");
      g_assert_cmpstr (described, ==, cases[i].described);
      g_assert_cmpuint (plan.n_stages, ==, cases[i].stages);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    SzPositionCells cells;
    const char *faults;
  } cases[] = {
    { { .components = "面试50%+笔试40%" }, "position.weights@0" },
    { { .components = "面试50%+面试50%" }, "position.components@0" },
    { { .components = "面试、笔试" }, "position.components@0" },
    { { .components = "笔试100%" }, "position.components@0" },
    { { .components = "面试60%+实操40%" }, "position.components@0" },
    { { .components = "→面试60%→笔试40%" }, "position.components@0" },
    { { .components = "面试50%+笔试50%", .lines = "六十" }, "number.invalid@1" },
    { { .components = "面试50%+笔试50%", .lines = "实操60" }, "component.unknown@1" },
    { { .lines = "101" }, "number.invalid@1" },
    { { .items = "试讲50+答辩30" }, "position.items@2" },
    { { .items = "试讲50+试讲50" }, "position.items@2" },
    { { .open_ratio = "2:1" }, "position.ratio_unapproved@3" },
    { { .open_ratio = "不设" }, "position.ratio_unapproved@3" },
    { { .open_ratio = "三比一" }, "number.invalid@3" },
    { { .enter = "0" }, "number.invalid@4" },
    { { .check = "1:0" }, "number.invalid@5" },
    { { .thin_pass = "x" }, "number.invalid@6" },
    { { .components = "面试1.5%+笔试", .open_ratio = "2" },
      "position.components@0 position.ratio_unapproved@3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SzExamPlan) plan = { 0 };
      g_autofree char *faults = read_plan (&cases[i].cells, &plan);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (faults, ==, cases[i].faults);
    }
}

static void
test_cells (void)
{
  const SzPositionCells cells = { .places = 2,
                                  .lines = "笔试55+面试65分，总成绩60",
                                  .items = "试讲50+答辩30+实操20",
                                  .tie = "面试>实操、笔试",
                                  .open_ratio = "1:4",
                                  .enter = "5",
                                  .check = "1:1.2",
                                  .thin_pass = "70分" };
  const SzPositionCells unset = { .places = 2, .open_ratio = "不设", .approval = "鲁人社招1号" };
  const SzPositionCells talent = { .way = SZ_WAY_TALENT, .places = 2 };
  g_auto (SzExamPlan) plan = { 0 };
  g_auto (SzExamPlan) free_plan = { 0 };
  g_auto (SzExamPlan) talent_plan = { 0 };
  g_autofree char *faults = read_plan (&cells, &plan);
  g_autofree char *free_faults = read_plan (&unset, &free_plan);
  g_autofree char *talent_faults = read_plan (&talent, &talent_plan);

  g_assert_cmpstr (faults, ==, "");
  g_assert_cmpint (plan.components[0].line_x100, ==, 6500);
  g_assert_cmpint (plan.components[1].line_x100, ==, 5500);
  g_assert_true (plan.has_total_line);
  g_assert_cmpuint (plan.n_items, ==, 3);
  g_assert_cmpint (plan.items[1].full_x100, ==, 3000);
  g_assert_cmpuint (plan.n_ties, ==, 2);
  g_assert_cmpuint (plan.ties[0], ==, 0);
  g_assert_cmpint (plan.ratio_x1e4, ==, 40000);
  g_assert_cmpint (plan.enter_x1e4, ==, 50000);
  g_assert_cmpint (plan.check_x1e4, ==, 12000);
  g_assert_cmpint (plan.thin_pass_x100, ==, 7000);
  g_assert_cmpstr (free_faults, ==, "");
  g_assert_false (free_plan.has_ratio);
  g_assert_cmpstr (talent_faults, ==, "");
  g_assert_false (talent_plan.has_ratio);
}

/* RULE rec-1, R5 of the handbook; RULE rec-6, R6 */
static void
test_places (void)
{
  static const struct
  {
    int planned;
    gint64 qualified;
    gint64 places;
  } cases[] = { { 3, 7, 2 }, { 1, 2, 0 }, { 2, 5, 1 }, { 2, 6, 2 }, { 4, 12, 4 }, { 4, 0, 0 } };
  static const struct
  {
    const char *check;
    SzRounding round;
    gint64 places;
    gint64 count;
  } checks[] = { { "1:1.2", SZ_ROUND_UP, 4, 5 },   { "1:1.5", SZ_ROUND_UP, 3, 5 },
                 { "1:1.5", SZ_ROUND_DOWN, 2, 3 }, { "2", SZ_ROUND_DOWN, 3, 6 },
                 { "", SZ_ROUND_UP, 3, 3 },        { "1:1.2", SZ_ROUND_UP, 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzPositionCells cells = { .places = cases[i].planned };
      g_auto (SzExamPlan) plan = { 0 };
      g_autofree char *faults = read_plan (&cells, &plan);

      g_assert_cmpint (sz_exam_places (&plan, cases[i].qualified), ==, cases[i].places);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      const SzPositionCells cells
          = { .places = 4, .check = checks[i].check, .has_round = TRUE, .round = checks[i].round };
      g_auto (SzExamPlan) plan = { 0 };
      g_autofree char *faults = read_plan (&cells, &plan);

      g_assert_cmpint (sz_exam_check_count (&plan, checks[i].places), ==, checks[i].count);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-15/components", test_components);
  g_test_add_func ("/domain/rec-15/faults", test_faults);
  g_test_add_func ("/domain/rec-15/cells", test_cells);
  g_test_add_func ("/domain/rec-1/rec-6/places", test_places);
  return g_test_run ();
}
