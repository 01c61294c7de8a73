/* sz-demo-posts.c — the posts of the plan of the demo college that go a way of their own: given up,
 * assessed, part-time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-tables.h"
#include "sz-demo-recruit-private.h"
#include "sz-store-case.h"
#include "sz-store-exam.h"
#include "sz-store-recruit.h"

/* A post that was given up after it had been approved. */
static gboolean
add_cancelled (SzDemoRecruit *recruit, GError **error)
{
  SzStore *store = sz_act_get_store (recruit->demo->act);
  SzPositionRow row = { .plan = recruit->plan,
                        .code = (char *)"A09",
                        .name = (char *)"旅游专业教师",
                        .department = (char *)sz_demo_department (4),
                        .post = SZ_POST_PROFESSIONAL * 100 + 12,
                        .full_time = (char *)"1",
                        .uses = SZ_USES_OUTSIDE,
                        .places = 1,
                        .education = (char *)"本科及以上",
                        .way = SZ_WAY_OPEN,
                        .components = (char *)"面试50%+笔试50%",
                        .open_ratio = (char *)"3:1" };
  const SzCaseAsk ask = { .verb = "cancel",
                          .subject = row.code,
                          .day = sz_demo_plan_day (recruit, 3, 5),
                          .reason = "专业停止招生",
                          .document = "示例党字〔示例〕3号" };
  const SzCaseEntry entry = { .to = "cancelled" };
  g_autoptr (SzCaseFile) file = NULL;

  if (!sz_store_position_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error)
      || !sz_demo_walk_post (recruit, &row, SZ_DEMO_APPROVED, NULL, error))
    return FALSE;
  file = sz_store_case_load (store, sz_case_recruit_post.kind, row.id, error);
  return file != NULL && sz_store_case_step (recruit->demo->act, file, &ask, &entry, error);
}

/* RULE rec-8: a master craftsman, assessed without an examination and agreed upon; what F06 shows.
 */
static gboolean
add_assessed (SzDemoRecruit *recruit, GError **error)
{
  SzAct *act = recruit->demo->act;
  g_autofree char *id_number
      = sz_demo_make_id_number (SZ_DEMO_RECRUIT_INDEX + recruit->n_people++, 19800512, SZ_SEX_MALE);
  SzPositionRow post = { .plan = recruit->plan,
                         .code = (char *)"B01",
                         .name = (char *)"数控加工实习指导教师",
                         .department = (char *)sz_demo_department (0),
                         .post = SZ_POST_PROFESSIONAL * 100 + 10,
                         .full_time = (char *)"1",
                         .uses = SZ_USES_OUTSIDE,
                         .places = 1,
                         .education = (char *)"本科及以上",
                         .age = (char *)"40周岁以下",
                         .way = SZ_WAY_ASSESSMENT };
  SzApplicantRow person = { .plan = recruit->plan,
                            .id_number = id_number,
                            .post = post.code,
                            .ticket = (char *)"B01-001",
                            .name = (char *)"鲁匠心",
                            .sex = (char *)"1",
                            .education = (char *)"40",
                            .full_time_study = (char *)"1",
                            .school = (char *)"某技师学院",
                            .major = (char *)"数控加工",
                            .skill = (char *)"L5",
                            .employer = (char *)"某机床厂",
                            .years_x100 = 2000 };
  SzHonourRow honour = { .id_number = id_number,
                         .honour = (char *)"全国技术能手",
                         .certificate = (char *)"示例证2019-001",
                         .got_on = sz_demo_plan_day (recruit, 1, 10),
                         .issuer = (char *)"人力资源和社会保障部" };
  SzDecisionRow decision = { .meeting = (char *)"党委会",
                             .held_on = sz_demo_plan_day (recruit, 5, 12),
                             .minutes = (char *)"示例纪要〔示例〕9号",
                             .agreed = TRUE,
                             .opinion = (char *)"技艺精湛，同意引进" };
  SzCheckRow check = { .physical = (char *)"passed",
                       .inspection = (char *)"passed",
                       .day = sz_demo_plan_day (recruit, 5, 26) };

  if (!sz_store_position_put (act, &post, SZ_PUT_INSERT, NULL, error)
      || !sz_store_applicant_put (act, &person, SZ_PUT_INSERT, NULL, error)
      || !sz_store_honour_put (act, &honour, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  decision.applicant_id = check.applicant_id = person.id;
  return sz_store_decision_put (act, &decision, SZ_PUT_INSERT, NULL, error)
         && sz_store_check_put (act, &check, SZ_PUT_INSERT, NULL, error)
         && sz_demo_walk_post (recruit, &post, SZ_DEMO_CHECK, NULL, error);
}

/* A part-time post holds its share of the quota on its term, as an open case does. */
static gboolean
add_parttime_post (SzDemoRecruit *recruit, GError **error)
{
  SzPositionRow row = { .plan = recruit->plan,
                        .code = (char *)"C01",
                        .name = (char *)"汽车维修兼职教师",
                        .department = (char *)sz_demo_department (2),
                        .uses = SZ_USES_PARTTIME,
                        .places = 1,
                        .education = (char *)"专科及以上",
                        .skill = (char *)"技师",
                        .way = SZ_WAY_PARTTIME,
                        .fte_x1e4 = 5000,
                        .term_from = sz_demo_plan_day (recruit, 9, 1),
                        .term_to = sz_date_make (recruit->demo->request->year + 1, 1, 31) };

  return sz_store_position_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error)
         && sz_demo_walk_post (recruit, &row, SZ_DEMO_APPROVED, NULL, error);
}

/* RULE rec-17 */
static gboolean
add_relaxation (SzDemoRecruit *recruit, GError **error)
{
  SzRelaxationRow row = { .plan = recruit->plan,
                          .post = (char *)"A04",
                          .condition = (char *)"age",
                          .audience = (char *)"高技能人才",
                          .relaxed_to = (char *)"45周岁以下",
                          .basis = (char *)"示例人社发〔示例〕22号" };

  return sz_store_relaxation_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_demo_add_other_posts (SzDemoRecruit *recruit, GError **error)
{
  g_return_val_if_fail (recruit != NULL, FALSE);
  return add_cancelled (recruit, error) && add_assessed (recruit, error)
         && add_parttime_post (recruit, error) && add_relaxation (recruit, error);
}
