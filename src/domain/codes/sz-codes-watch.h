/* sz-codes-watch.h — words of the registers behind targets and supervision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-code.h"

G_BEGIN_DECLS

/** SzGraduateKind: 毕业去向; which of them are placed says target.employment_kinds. */
typedef enum
{
  SZ_GRADUATE_SIGNED,      /* 签约 "signed" */
  SZ_GRADUATE_FLEXIBLE,    /* 灵活就业 "flexible" */
  SZ_GRADUATE_BUSINESS,    /* 创业 "business" */
  SZ_GRADUATE_STUDY,       /* 升学 "study" */
  SZ_GRADUATE_ARMY,        /* 入伍 "army" */
  SZ_GRADUATE_WAITING,     /* 待就业 "waiting" */
  SZ_GRADUATE_NOT_SEEKING, /* 不就业 "not_seeking" */
  SZ_N_GRADUATE_KINDS
} SzGraduateKind;

/** SzContestLevel: 竞赛级别; which of them count says contest.levels. */
typedef enum
{
  SZ_CONTEST_WORLD,    /* 世界级 "world" */
  SZ_CONTEST_NATIONAL, /* 国家级 "national" */
  SZ_CONTEST_PROVINCE, /* 省级 "province" */
  SZ_CONTEST_CITY,     /* 市级 "city" */
  SZ_CONTEST_COLLEGE,  /* 校级 "college" */
  SZ_N_CONTEST_LEVELS
} SzContestLevel;

/** SzDuty: 职务 of the college's leaders and heads of units. */
typedef enum
{
  SZ_DUTY_LEADER,        /* 院领导正职 "leader" */
  SZ_DUTY_DEPUTY_LEADER, /* 院领导副职 "deputy_leader" */
  SZ_DUTY_HEAD,          /* 内设机构正职 "head" */
  SZ_DUTY_DEPUTY_HEAD,   /* 内设机构副职 "deputy_head" */
  SZ_N_DUTIES
} SzDuty;

/** SzRotationKind: 类别 of the rotation roster. */
typedef enum
{
  SZ_ROTATION_TEACHER, /* 骨干教师 "teacher" */
  SZ_ROTATION_MANAGER, /* 管理人员 "manager" */
} SzRotationKind;

/** SzRectifyArea: 风险领域, in the order of every list. */
typedef enum
{
  SZ_RECTIFY_STAFF,       /* 人员聘用 "staff" */
  SZ_RECTIFY_ENROLMENT,   /* 招生就业 "enrolment" */
  SZ_RECTIFY_PROCUREMENT, /* 设备采购 "procurement" */
  SZ_RECTIFY_BUILDING,    /* 基建财务 "building" */
  SZ_RECTIFY_OTHER,       /* 其他 "other" */
  SZ_N_RECTIFY_AREAS
} SzRectifyArea;

/** SzRectifySource: 问题来源. */
typedef enum
{
  SZ_RECTIFY_INSPECTION, /* 巡视 "inspection" */
  SZ_RECTIFY_TOUR,       /* 巡察 "tour" */
  SZ_RECTIFY_AUDIT,      /* 审计 "audit" */
  SZ_RECTIFY_SELF_CHECK, /* 自查 "self_check" */
  SZ_RECTIFY_PETITION,   /* 信访 "petition" */
} SzRectifySource;

/* What may be left out is stored as its code, "" for none. */
#define SZ_FUNCTION_AUDIT "audit"          /* 职能 审计 */
#define SZ_FUNCTION_FINANCE "finance"      /* 职能 财务 */
#define SZ_FUNCTION_PERSONNEL "personnel"  /* 职能 组织人事 */
#define SZ_RESULT_PASS "pass"              /* 合格 */
#define SZ_RESULT_FAIL "fail"              /* 不合格 */
#define SZ_RESULT_ABSENT "absent"          /* 缺考 */
#define SZ_CONTESTANT "contestant"         /* 身份 选手 */
#define SZ_DECISION_TOLERATED "tolerated"  /* 结论 予以容错 */
#define SZ_OPEN_TO_DEPARTMENT "department" /* 公开范围 部门 */
#define SZ_OPEN_TO_COLLEGE "college"       /* 公开范围 全院 */
#define SZ_OPEN_TO_NOBODY "closed"         /* 公开范围 不公开 */

/* Each is ended by a row whose code is NULL; read them through sz_codes_table(). */
extern const SzCode sz_codes_graduate[];
extern const SzCode sz_codes_contest_level[];
extern const SzCode sz_codes_contest_role[];
extern const SzCode sz_codes_duty[];
extern const SzCode sz_codes_rotation[];
extern const SzCode sz_codes_rectify_area[];
extern const SzCode sz_codes_rectify_source[];
extern const SzCode sz_codes_function[];
extern const SzCode sz_codes_skill_result[];
extern const SzCode sz_codes_class_state[];
extern const SzCode sz_codes_decision[];
extern const SzCode sz_codes_open_to[];

G_END_DECLS
