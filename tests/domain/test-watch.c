/* test-watch.c — kinship, findings, rectification, tolerance, due list, statistics (aud-2 … aud-7,
 * sta-1 … sta-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-due.h"
#include "sz-finding.h"
#include "sz-kin.h"
#include "sz-rectify.h"
#include "sz-stats.h"
#include "sz-tolerance.h"

static void
test_relations (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean same_side;
    gboolean agrees;
  } cases[] = {
    { "父母", "子女", FALSE, TRUE },
    { "父母", "父母", FALSE, FALSE },
    { "父母", "父母", TRUE, TRUE },
    { "父母", "父母子女", FALSE, TRUE },
    { "父母", "祖孙", TRUE, TRUE },
    { "父母", "养子女", FALSE, FALSE },
    { "叔伯姑舅姨", "甥子女", FALSE, TRUE },
    { "叔伯姑舅姨", "侄子女", FALSE, TRUE },
    { "侄子女", "甥子女", TRUE, FALSE },
    { "夫妻", "夫妻", FALSE, TRUE },
    { "兄弟姐妹", "堂兄弟姐妹", TRUE, FALSE },
    { "兄弟姐妹", "兄弟姐妹", FALSE, TRUE },
    { "旁系血亲的配偶", "配偶的旁系血亲", FALSE, TRUE },
    { "旁系血亲的配偶", "配偶的兄弟姐妹", FALSE, TRUE },
    { "继父母", "继子女", FALSE, TRUE },
    { "继父母", "养子女", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzRelation one = sz_relation_find (cases[i].one);
      SzRelation other = sz_relation_find (cases[i].other);

      g_test_message ("%s %s", cases[i].one, cases[i].other);
      g_assert_cmpint (one, !=, SZ_RELATION_NONE);
      g_assert_cmpint (other, !=, SZ_RELATION_NONE);
      g_assert_cmpint (sz_relation_agrees (one, other, cases[i].same_side), ==, cases[i].agrees);
      g_assert_cmpint (sz_relation_agrees (other, one, cases[i].same_side), ==, cases[i].agrees);
    }
  g_assert_cmpint (sz_relation_find ("同学"), ==, SZ_RELATION_NONE);
  g_assert_cmpstr (sz_relation_group (sz_relation_find ("翁媳")), ==, "近姻亲");
}

/* Opposites are opposites of each other, and of one group. */
static void
test_opposites (void)
{
  for (guint i = 0; i < sz_relation_count (); i++)
    for (guint j = 0; j < sz_relation_count (); j++)
      {
        if (!sz_relation_is_opposite ((SzRelation)i, (SzRelation)j))
          continue;
        g_assert_true (sz_relation_is_opposite ((SzRelation)j, (SzRelation)i));
        g_assert_cmpstr (sz_relation_group ((SzRelation)i), ==, sz_relation_group ((SzRelation)j));
      }
}

static const char *const key_units[] = { "personnel", "discipline", "audit", "finance", NULL };

static void
test_kin (void)
{
  static const SzKinDuty leader = { SZ_DUTY_LEADER, "院办", "" };
  static const SzKinDuty deputy = { SZ_DUTY_DEPUTY_LEADER, "院办", "" };
  static const SzKinDuty head_staff = { SZ_DUTY_HEAD, "人事处", "personnel" };
  static const SzKinDuty head_money = { SZ_DUTY_HEAD, "财务处", "finance" };
  static const SzKinDuty vice_money = { SZ_DUTY_DEPUTY_HEAD, "财务处", "finance" };
  static const struct
  {
    SzKinParty a;
    SzKinParty b;
    guint kinds;
  } cases[] = {
    { { &leader, 1, "院办", "", 0 }, { &deputy, 1, "院办", "", 0 }, SZ_KIN_SUPERIOR },
    { { &deputy, 1, "院办", "", 0 }, { &head_staff, 1, "教务处", "", 0 }, SZ_KIN_SUPERIOR },
    { { &head_money, 1, "教务处", "", 0 }, { &vice_money, 1, "教务处", "", 0 }, SZ_KIN_SUPERIOR },
    { { &deputy, 1, "院办", "", 0 }, { NULL, 0, "财务处", "finance", 208 }, SZ_KIN_KEY_UNIT },
    { { &deputy, 1, "院办", "", 0 }, { NULL, 0, "教务处", "", 208 }, 0 },
    { { &head_staff, 1, "人事处", "personnel", 0 },
      { &head_money, 1, "财务处", "finance", 0 },
      SZ_KIN_SAME_LEADER },
    { { &vice_money, 1, "财务处", "finance", 0 },
      { NULL, 0, "财务处", "finance", 208 },
      SZ_KIN_SUPERIOR },
    { { &vice_money, 1, "财务处", "finance", 0 }, { NULL, 0, "财务处", "finance", 305 }, 0 },
    { { &head_staff, 1, "人事处", "personnel", 0 }, { NULL, 0, "人事处", "personnel", 208 }, 0 },
    { { &head_staff, 1, "人事处", "personnel", 0 },
      { NULL, 0, "人事处", "personnel", 107 },
      SZ_KIN_SUPERIOR },
    { { NULL, 0, "财务处", "finance", 208 }, { NULL, 0, "财务处", "finance", 208 }, 0 },
  };
  g_autoptr (GPtrArray) charges = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  SzKinRules rules = { key_units, charges };

  g_ptr_array_add (charges, sz_kin_split_units ("教务处、学生处"));
  g_ptr_array_add (charges, sz_kin_split_units ("人事处，财务处"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (sz_kin_judge (&rules, &cases[i].a, &cases[i].b), ==, cases[i].kinds);
      g_assert_cmpuint (sz_kin_judge (&rules, &cases[i].b, &cases[i].a), ==, cases[i].kinds);
    }
  g_ptr_array_remove_index (charges, 1);
  g_assert_cmpuint (sz_kin_judge (&rules, &cases[5].a, &cases[5].b), ==, 0);
}

static void
test_rectify (void)
{
  SzRectifyItem item = { .no = (char *)"ZG-1", .person = (char *)"张三", .deadline = 20251015 };
  const char *heading = NULL;

  g_assert_cmpstr (sz_rectify_state_word (sz_rectify_state (&item)), ==, "open");
  g_assert_false (sz_rectify_is_overdue (&item, 20251015));
  g_assert_true (sz_rectify_is_overdue (&item, 20251016));
  g_assert_cmpstr (sz_rectify_close_fault (&item, NULL, &heading), ==, "rectify.not_done");
  g_assert_cmpstr (heading, ==, "完成率");
  item.percent = 60;
  g_assert_cmpstr (sz_rectify_state_word (sz_rectify_state (&item)), ==, "in_progress");
  item.percent = 100;
  g_assert_cmpstr (sz_rectify_state_word (sz_rectify_state (&item)), ==, "submitted");
  g_assert_cmpstr (sz_rectify_close_fault (&item, NULL, &heading), ==, "required.missing");
  g_assert_cmpstr (heading, ==, "佐证材料");
  item.evidence = (char *)"会议纪要";
  g_assert_cmpstr (sz_rectify_close_fault (&item, NULL, &heading), ==, "required.missing");
  g_assert_cmpstr (heading, ==, "销号审核人");
  item.closed_by = (char *)" 张　三";
  g_assert_cmpstr (sz_rectify_close_fault (&item, NULL, &heading), ==, "maker.checker");
  item.closed_by = (char *)"李四";
  g_assert_cmpstr (sz_rectify_close_fault (&item, "李四", &heading), ==, "maker.checker");
  g_assert_null (sz_rectify_close_fault (&item, NULL, &heading));
  item.closed_on = 20251020;
  g_assert_cmpstr (sz_rectify_state_word (sz_rectify_state (&item)), ==, "closed");
  g_assert_false (sz_rectify_is_overdue (&item, 20251231));
}

static void
test_tolerance (void)
{
  SzTolerance row = { .no = (char *)"RC-1", .about = (char *)"3", .applied = 20250901 };
  const char *heading = NULL;

  g_assert_null (sz_tolerance_fault (&row, "王五", &heading));
  row.verified_by = (char *)"王五";
  g_assert_cmpstr (sz_tolerance_fault (&row, "王五", &heading), ==, "maker.checker");
  row.verified_by = (char *)"赵六";
  row.verified = 20250831;
  g_assert_cmpstr (sz_tolerance_fault (&row, "王五", &heading), ==, "tolerance.order");
  row.verified = 20250901;
  row.decision = (char *)"tolerated";
  g_assert_cmpstr (sz_tolerance_fault (&row, "王五", &heading), ==, "required.missing");
  g_assert_cmpstr (heading, ==, "认定会议");
  row.meeting = (char *)"院长办公会";
  row.decided = 20250902;
  g_assert_cmpstr (sz_tolerance_fault (&row, "王五", &heading), ==, "required.missing");
  g_assert_cmpstr (heading, ==, "公开范围");
  row.open_to = (char *)"college";
  g_assert_null (sz_tolerance_fault (&row, "王五", &heading));
  g_assert_true (sz_tolerance_covers (&row, "3"));
  g_assert_false (sz_tolerance_covers (&row, "4"));
  row.decision = (char *)"not_tolerated";
  g_assert_false (sz_tolerance_covers (&row, "3"));
}

static void
clear_finding (SzFinding *finding)
{
  g_free (finding->kind);
  g_free (finding->subject);
  g_free (finding->facts);
  g_free (finding->staff_no);
  g_free (finding->office);
}

/* A way through the states: found, answered, accepted, grown, gone, back. */
static void
test_life (void)
{
  SzCondition condition = { .kind = sz_finding_kind_find ("training.people_differ"),
                            .gravity = SZ_GRAVITY_WARNING,
                            .subject = (char *)"2025|PX1",
                            .size = 3,
                            .facts = (char *)"{}" };
  SzFinding finding;

  sz_finding_begin (&finding, 7, &condition, 20251015);
  g_assert_cmpint (finding.state, ==, SZ_FINDING_OPEN);
  g_assert_cmpuint (sz_finding_see (&finding, &condition), ==, SZ_FINDING_SAME);
  g_assert_cmpstr (sz_finding_answer_fault (&finding, "  已核对 ", NULL), ==, "finding.text_short");
  g_assert_null (sz_finding_answer_fault (&finding, "已逐人核对", NULL));
  g_assert_cmpstr (sz_finding_accept_fault (&finding, "乙"), ==, "finding.not_answered");
  finding.state = SZ_FINDING_ANSWERED;
  finding.answered_by = (char *)"甲";
  g_assert_cmpstr (sz_finding_accept_fault (&finding, "　甲 "), ==, "maker.checker");
  g_assert_null (sz_finding_accept_fault (&finding, "乙"));
  finding.state = SZ_FINDING_ACCEPTED;
  finding.accepted_size = 3;
  finding.accepted_gravity = SZ_GRAVITY_WARNING;
  g_assert_cmpstr (sz_finding_answer_fault (&finding, "已逐人核对", NULL), ==, "finding.not_open");
  condition.size = 2;
  g_assert_cmpuint (sz_finding_see (&finding, &condition), ==, SZ_FINDING_CHANGED);
  g_assert_cmpint (finding.state, ==, SZ_FINDING_ACCEPTED);
  condition.size = 4;
  g_assert_cmpuint (sz_finding_see (&finding, &condition) & SZ_FINDING_GROWN, !=, 0);
  g_assert_cmpint (finding.state, ==, SZ_FINDING_OPEN);
  g_assert_cmpint (finding.reopened, ==, 1);
  g_assert_cmpuint (sz_finding_miss (&finding), ==, SZ_FINDING_GONE);
  g_assert_cmpint (finding.state, ==, SZ_FINDING_OPEN);
  g_assert_cmpuint (sz_finding_miss (&finding), ==, SZ_FINDING_SAME);
  g_assert_cmpuint (sz_finding_see (&finding, &condition), ==, SZ_FINDING_RETURNED);
  g_assert_cmpint (finding.reopened, ==, 1);
  g_assert_cmpint (finding.no, ==, 7);
  clear_finding (&finding);
}

static void
test_heavier (void)
{
  SzCondition condition = { .kind = sz_finding_kind_find ("target.short"),
                            .gravity = SZ_GRAVITY_ERROR,
                            .subject = (char *)"2025|joint",
                            .size = 1 };
  SzFinding finding;

  sz_finding_begin (&finding, 1, &condition, 20251231);
  g_assert_cmpstr (sz_finding_answer_fault (&finding, "正在推进签约", "  "), ==,
                   "finding.evidence_missing");
  g_assert_null (sz_finding_answer_fault (&finding, "正在推进签约", "教务〔2025〕8号"));
  finding.state = SZ_FINDING_ACCEPTED;
  finding.accepted_size = 1;
  finding.accepted_gravity = SZ_GRAVITY_WARNING;
  g_assert_cmpuint (sz_finding_see (&finding, &condition), ==, SZ_FINDING_GROWN);
  clear_finding (&finding);
}

static void
test_notice (void)
{
  SzCondition condition = { .kind = sz_finding_kind_find ("backup.old"),
                            .gravity = SZ_GRAVITY_NOTICE,
                            .subject = (char *)"backup",
                            .size = 1 };
  SzFinding finding;

  sz_finding_begin (&finding, 1, &condition, 20251231);
  sz_finding_miss (&finding);
  g_assert_cmpint (finding.state, ==, SZ_FINDING_CLOSED);
  sz_finding_see (&finding, &condition);
  g_assert_cmpint (finding.state, ==, SZ_FINDING_OPEN);
  g_assert_cmpint (finding.reopened, ==, 1);
  clear_finding (&finding);
}

static void
test_catalogue (void)
{
  gsize n = 0;
  const SzFindingKind *kinds = sz_finding_kinds (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (sz_finding_kind_find (kinds[i].id) == &kinds[i]);
      g_assert_cmpstr (kinds[i].page, !=, "");
    }
  g_assert_cmpstr (sz_area_name (sz_finding_area ("talent.no_approval")), ==, "绩效薪酬");
  g_assert_cmpstr (sz_area_name (sz_finding_area ("assess.missing")), ==, "岗位职称");
  g_assert_cmpstr (sz_area_name (sz_finding_area ("skill.missing_reason")), ==, "目标任务");
  g_assert_cmpstr (sz_area_name (sz_finding_area ("clock.back")), ==, "数据安全");
  g_assert_cmpint (sz_area_find ("整改"), ==, SZ_AREA_RECTIFY);
  g_assert_cmpint (sz_area_find ("别的"), ==, -1);
}

static void
test_due (void)
{
  static const struct
  {
    SzDate end;
    SzDate from;
    SzDate to;
    gboolean followed;
  } cases[] = {
    { 20251031, 20251201, 20261130, TRUE },
    { 20251031, 20251202, 20261130, FALSE },
    { 20251031, 20250101, 20251031, FALSE },
    { 20251031, 20250101, 20251101, TRUE },
  };
  SzDue one = { 20251015, SZ_DUE_RETIREMENT, (char *)"1002", NULL };
  SzDue other = { 20251015, SZ_DUE_ROTATION_LAPSE, (char *)"1001", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sz_due_is_followed (cases[i].end, cases[i].from, cases[i].to), ==,
                     cases[i].followed);
  g_assert_cmpint (sz_due_compare (&one, &other), <, 0);
  other.date = 20251014;
  g_assert_cmpint (sz_due_compare (&one, &other), >, 0);
  g_assert_cmpstr (sz_due_kind_word (SZ_DUE_TARGET_CHECKPOINT), ==, "target.checkpoint");
}

static void
make_rules (SzStatsRules *rules)
{
  static const int ages[] = { 35, 40, 45, 50, 54 };
  static const int services[] = { 5, 10, 20, 30 };

  rules->age_bands = g_array_new (FALSE, TRUE, sizeof (int));
  rules->service_bands = g_array_new (FALSE, TRUE, sizeof (int));
  g_array_append_vals (rules->age_bands, ages, G_N_ELEMENTS (ages));
  g_array_append_vals (rules->service_bands, services, G_N_ELEMENTS (services));
}

static void
test_labels (void)
{
  static const struct
  {
    SzStatsTable table;
    SzStatsPerson person;
    const char *label;
  } cases[] = {
    { SZ_STATS_AGE, { .birth_date = 19891016 }, "35岁及以下" },
    { SZ_STATS_AGE, { .birth_date = 19891015 }, "36—40岁" },
    { SZ_STATS_AGE, { .birth_date = 19701015 }, "55岁及以上" },
    { SZ_STATS_AGE, { .birth_date = 0 }, "未填" },
    { SZ_STATS_TITLE, { .title = "" }, "无职称" },
    { SZ_STATS_EDUCATION, { .education = "17" }, "硕士研究生" },
    { SZ_STATS_EDUCATION, { .education = "47" }, "技工学校" },
    { SZ_STATS_EDUCATION, { .education = "44" }, "高中" },
    { SZ_STATS_EDUCATION, { .education = "" }, "未填" },
    { SZ_STATS_POST, { .post = 305 }, "工勤技能" },
    { SZ_STATS_LEVEL, { .post = 208 }, "专技八级" },
    { SZ_STATS_LEVEL, { .post = 200 }, "未填" },
    { SZ_STATS_SERVICE, { .service_from = 20191016 }, "5年及以下" },
    { SZ_STATS_SERVICE, { .service_from = 20191015 }, "6—10年" },
    { SZ_STATS_SERVICE, { .service_from = 19941015 }, "31年及以上" },
    { SZ_STATS_EMPLOYMENT, { .employment = SZ_EMPLOYMENT_AGENCY }, "人事代理" },
  };
  SzStatsRules rules;

  make_rules (&rules);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label
          = sz_stats_dup_label (&rules, &cases[i].person, cases[i].table, 20251015);

      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_true (sz_stats_has_label (&rules, cases[i].table, label));
    }
  g_array_unref (rules.age_bands);
  g_array_unref (rules.service_bands);
}

static void
test_years (void)
{
  g_assert_cmpint (sz_years_complete (20000229, 20250227), ==, 24);
  g_assert_cmpint (sz_years_complete (20000229, 20250228), ==, 25);
  g_assert_cmpint (sz_years_complete (20250901, 20250831), ==, 0);
}

static void
test_shares (void)
{
  static const SzStatsPerson people[] = {
    { .sex = SZ_SEX_MALE, .birth_date = 19900101, .post = 105, .employment = 0 },
    { .sex = SZ_SEX_FEMALE, .birth_date = 19840101, .post = 208, .employment = 0 },
    { .sex = SZ_SEX_FEMALE, .birth_date = 19780101, .post = 301, .employment = 0 },
  };
  static const gint64 shares[] = { 3334, 3333, 3333 };
  SzStatsRules rules;
  g_autoptr (SzStats) stats = NULL;
  g_autoptr (SzStats) nobody = NULL;

  make_rules (&rules);
  stats = sz_stats_new (&rules, people, 3, 20251015);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (stats->tables[SZ_STATS_POST], SzStatsRow, i).share_x100, ==,
                     shares[i]);
  g_assert_cmpint (stats->average_age_x10[0], ==, 410);
  g_assert_cmpint (stats->average_age_x10[1], ==, 350);
  g_assert_cmpint (stats->average_age_x10[2], ==, 440);
  nobody = sz_stats_new (&rules, people, 0, 20251015);
  g_assert_cmpint (nobody->average_age_x10[0], ==, -1);
  g_assert_cmpuint (nobody->tables[SZ_STATS_AGE]->len, ==, 6);
  g_assert_false (g_array_index (nobody->tables[SZ_STATS_AGE], SzStatsRow, 0).has_share);
  g_assert_cmpuint (nobody->tables[SZ_STATS_LEVEL]->len, ==, 0);
  g_array_unref (rules.age_bands);
  g_array_unref (rules.service_bands);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aud-4/relations", test_relations);
  g_test_add_func ("/aud-4/opposites", test_opposites);
  g_test_add_func ("/aud-4/kinds", test_kin);
  g_test_add_func ("/aud-5/rectify", test_rectify);
  g_test_add_func ("/aud-6/tolerance", test_tolerance);
  g_test_add_func ("/aud-2/life", test_life);
  g_test_add_func ("/aud-2/heavier", test_heavier);
  g_test_add_func ("/aud-2/notice", test_notice);
  g_test_add_func ("/aud-3/catalogue", test_catalogue);
  g_test_add_func ("/aud-7/due", test_due);
  g_test_add_func ("/sta-1/years", test_years);
  g_test_add_func ("/sta-2/labels", test_labels);
  g_test_add_func ("/sta-3/shares", test_shares);
  return g_test_run ();
}
