/* sz-codes-watch.c — words of the registers behind targets and supervision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-codes-watch.h"

/* clang-format off */
const SzCode sz_codes_graduate[] = {
  { SZ_GRADUATE_SIGNED, "signed", "签约" },
  { SZ_GRADUATE_FLEXIBLE, "flexible", "灵活就业" },
  { SZ_GRADUATE_BUSINESS, "business", "创业" },
  { SZ_GRADUATE_STUDY, "study", "升学" },
  { SZ_GRADUATE_ARMY, "army", "入伍" },
  { SZ_GRADUATE_WAITING, "waiting", "待就业" },
  { SZ_GRADUATE_NOT_SEEKING, "not_seeking", "不就业" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_contest_level[] = {
  { SZ_CONTEST_WORLD, "world", "世界级" },
  { SZ_CONTEST_NATIONAL, "national", "国家级" },
  { SZ_CONTEST_PROVINCE, "province", "省级" },
  { SZ_CONTEST_CITY, "city", "市级" },
  { SZ_CONTEST_COLLEGE, "college", "校级" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_contest_role[] = {
  { 0, SZ_CONTESTANT, "选手" }, { 1, "coach", "教练" }, { 2, "judge", "裁判" },
  { 3, "expert", "专家" },      { -1, NULL, NULL },
};

const SzCode sz_codes_duty[] = {
  { SZ_DUTY_LEADER, "leader", "院领导正职" },
  { SZ_DUTY_DEPUTY_LEADER, "deputy_leader", "院领导副职" },
  { SZ_DUTY_HEAD, "head", "内设机构正职" },
  { SZ_DUTY_DEPUTY_HEAD, "deputy_head", "内设机构副职" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_rotation[] = {
  { SZ_ROTATION_TEACHER, "teacher", "骨干教师" },
  { SZ_ROTATION_MANAGER, "manager", "管理人员" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_rectify_area[] = {
  { SZ_RECTIFY_STAFF, "staff", "人员聘用" },
  { SZ_RECTIFY_ENROLMENT, "enrolment", "招生就业" },
  { SZ_RECTIFY_PROCUREMENT, "procurement", "设备采购" },
  { SZ_RECTIFY_BUILDING, "building", "基建财务" },
  { SZ_RECTIFY_OTHER, "other", "其他" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_rectify_source[] = {
  { SZ_RECTIFY_INSPECTION, "inspection", "巡视" },
  { SZ_RECTIFY_TOUR, "tour", "巡察" },
  { SZ_RECTIFY_AUDIT, "audit", "审计" },
  { SZ_RECTIFY_SELF_CHECK, "self_check", "自查" },
  { SZ_RECTIFY_PETITION, "petition", "信访" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_function[] = {
  { 0, SZ_FUNCTION_PERSONNEL, "组织人事" }, { 1, "discipline", "纪检监察" },
  { 2, SZ_FUNCTION_AUDIT, "审计" },         { 3, SZ_FUNCTION_FINANCE, "财务" },
  { 4, "other", "其他" },                   { -1, NULL, NULL },
};

const SzCode sz_codes_skill_result[] = {
  { 0, SZ_RESULT_PASS, "合格" },
  { 1, SZ_RESULT_FAIL, "不合格" },
  { 2, SZ_RESULT_ABSENT, "缺考" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_class_state[] = {
  { 0, "normal", "正常" },
  { 1, "cancelled", "取消" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_decision[] = {
  { 0, SZ_DECISION_TOLERATED, "予以容错" },
  { 1, "not_tolerated", "不予容错" },
  { -1, NULL, NULL },
};

const SzCode sz_codes_open_to[] = {
  { 0, "self", "本人" },
  { 1, SZ_OPEN_TO_DEPARTMENT, "部门" },
  { 2, SZ_OPEN_TO_COLLEGE, "全院" },
  { 3, SZ_OPEN_TO_NOBODY, "不公开" },
  { -1, NULL, NULL },
};
/* clang-format on */
