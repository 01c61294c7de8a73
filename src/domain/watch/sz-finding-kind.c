/* sz-finding-kind.c — the catalogue of what supervision looks for 监督事项 (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-finding-kind.h"

#include <string.h>

#define E SZ_GRAVITY_ERROR
#define W SZ_GRAVITY_WARNING
#define N SZ_GRAVITY_NOTICE

/* clang-format off */
static const SzFindingKind kinds[] = {
  { "parttime.over", E, "matter", "parttime" },
  { "parttime.own_staff", E, "agreement", "parttime" },
  { "parttime.age", W, "agreement", "parttime" },
  { "parttime.term_long", W, "agreement", "parttime" },
  { "establishment.over", E, "matter", "recruit" },
  { "recruit.few_judges", W, "post|component", "recruit" },
  { "recruit.judge_related", E, "post|judge|ticket", "recruit" },
  { "recruit.judge_same_employer", W, "post|employer", "recruit" },
  { "recruit.tailored", W, "post|ticket", "recruit" },
  { "recruit.override", W, "post|ticket", "recruit" },
  { "recruit.notice_short", E, "plan|person", "recruit" },
  { "recruit.score_changed", E, "post|ticket", "recruit" },
  { "recruit.direct_no_basis", E, "post|person", "recruit" },
  { "recruit.maker_checker", W, "post|person", "recruit" },
  { "quota.refused", W, "day|who|matter", "parttime" },
  { "post.over_unapproved", E, "level", "posts" },
  { "post.special_unapproved", E, "staff_no", "posts" },
  { "post.dual_unapproved", E, "staff_no", "posts" },
  { "appoint.title_missing", W, "staff_no", "posts" },
  { "appoint.barred_assessment", E, "staff_no", "posts" },
  { "appoint.barred_discipline", E, "staff_no", "posts" },
  { "title.years_miscounted", W, "staff_no", "titles" },
  { "title.same_hand", W, "staff_no", "titles" },
  { "title.notice_short", E, "batch|notice", "titles" },
  { "batch.stale", W, "batch", "titles" },
  { "panel.even", E, "batch", "titles" },
  { "panel.self", E, "batch", "titles" },
  { "panel.kinship", E, "batch", "titles" },
  { "assess.excellent_over", E, "year", "assessments" },
  { "assess.missing", N, "year", "assessments" },
  { "pay.over_cap", E, "year", "pay" },
  { "pay.level_high", W, "year", "pay" },
  { "pay.same_person", E, "run", "pay" },
  { "pay.no_notice", E, "run", "pay" },
  { "pay.stale", W, "run", "pay" },
  { "pay.approved_stale", W, "run", "pay" },
  { "pay.hours_on_leave", W, "record|leave", "workload" },
  { "pay.double_hours", W, "record", "workload" },
  { "pay.talent_twice", E, "run|staff_no", "pay" },
  { "pay.training_loss", W, "year|project", "pay" },
  { "pay.addition_unapproved", E, "year|month|source", "pay" },
  { "talent.no_approval", E, "staff_no|year", "pay" },
  { "time.clash", E, "record|other", "workload" },
  { "workload.out_of_service", W, "year", "workload" },
  { "workload.week_max", W, "staff_no|term", "workload" },
  { "training.no_class", W, "project|session", "targets" },
  { "training.people_differ", W, "year|project", "targets" },
  { "trainee.overlap", W, "project|session|other_project|other_session", "targets" },
  { "people.past_retirement", W, "staff_no", "people" },
  { "people.no_post", N, "matter", "people" },
  { "contract.ended", E, "staff_no", "people" },
  { "students.paid_differ", W, "year", "targets" },
  { "graduate.no_evidence", W, "year", "targets" },
  { "skill.exempt_unapproved", W, "year", "targets" },
  { "skill.missing_reason", W, "year", "targets" },
  { "target.behind", W, "year|indicator", "targets" },
  { "target.short", W, "year|indicator", "targets" },
  { "target.entries_differ", W, "year|indicator", "targets" },
  { "kin.superior", E, "person|relative", "families" },
  { "kin.key_unit", E, "person|relative", "families" },
  { "kin.same_leader", E, "person|relative", "families" },
  { "rectify.overdue", E, "item", "rectify" },
  { "audit.broken", E, "act", "safety" },
  { "backup.old", N, "matter", "safety" },
  { "act.refused_often", W, "who|month", "safety" },
  { "reveal.many", W, "who|day", "safety" },
  { "clock.back", W, "seq", "safety" },
};
/* clang-format on */

static const char *const area_names[SZ_N_AREAS]
    = { "人员聘用", "岗位职称", "绩效薪酬", "工作量", "人员", "目标任务", "整改", "数据安全" };

static const struct
{
  const char *stem;
  SzArea area;
} stems[] = {
  { "recruit", SZ_AREA_STAFF },
  { "parttime", SZ_AREA_STAFF },
  { "establishment", SZ_AREA_STAFF },
  { "contract", SZ_AREA_STAFF },
  { "kin", SZ_AREA_STAFF },
  { "quota", SZ_AREA_STAFF },
  { "post", SZ_AREA_POSTS },
  { "appoint", SZ_AREA_POSTS },
  { "title", SZ_AREA_POSTS },
  { "batch", SZ_AREA_POSTS },
  { "panel", SZ_AREA_POSTS },
  { "assess", SZ_AREA_POSTS },
  { "pay", SZ_AREA_PAY },
  { "talent", SZ_AREA_PAY },
  { "time", SZ_AREA_WORK },
  { "workload", SZ_AREA_WORK },
  { "training", SZ_AREA_WORK },
  { "trainee", SZ_AREA_WORK },
  { "people", SZ_AREA_PEOPLE },
  { "target", SZ_AREA_TARGETS },
  { "students", SZ_AREA_TARGETS },
  { "graduate", SZ_AREA_TARGETS },
  { "skill", SZ_AREA_TARGETS },
  { "rectify", SZ_AREA_RECTIFY },
};

const SzFindingKind *
sz_finding_kinds (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const SzFindingKind *
sz_finding_kind_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      return &kinds[i];
  return NULL;
}

SzArea
sz_finding_area (const char *kind)
{
  gsize length = strcspn (kind, ".");

  for (gsize i = 0; i < G_N_ELEMENTS (stems); i++)
    if (strlen (stems[i].stem) == length && strncmp (stems[i].stem, kind, length) == 0)
      return stems[i].area;
  return SZ_AREA_DATA;
}

const char *
sz_area_name (SzArea area)
{
  return area_names[area];
}

int
sz_area_find (const char *name)
{
  g_return_val_if_fail (name != NULL, -1);
  for (int i = 0; i < SZ_N_AREAS; i++)
    if (g_str_equal (area_names[i], name))
      return i;
  return -1;
}

const char *
sz_gravity_word (SzGravity gravity)
{
  static const char *const words[SZ_N_GRAVITIES] = { "error", "warning", "notice" };

  return words[gravity];
}
