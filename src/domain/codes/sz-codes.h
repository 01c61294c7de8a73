/* sz-codes.h — code tables of the national standards and of the office (RULE ppl-2, handbook §11.3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-code.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_TABLE_SEX,               /* 性别 GB/T 2261.1, SzSex */
  SZ_TABLE_ETHNICITY,         /* 民族 GB/T 3304, all 56 and 97, 98 */
  SZ_TABLE_POLITICAL,         /* 政治面貌 GB/T 4762 */
  SZ_TABLE_EDUCATION,         /* 学历 GB/T 4658-2006 */
  SZ_TABLE_DEGREE,            /* 学位 GB/T 6864 */
  SZ_TABLE_TITLE,             /* 职称 GB/T 8561-2001 and handbook §4.1 */
  SZ_TABLE_SKILL,             /* 技能等级 L0 … L7 */
  SZ_TABLE_EMPLOYMENT,        /* 人员类别, SzEmployment */
  SZ_TABLE_POST_CATEGORY,     /* 岗位类别, SzPostCategory */
  SZ_TABLE_SERVICE_STATE,     /* 在职状态, SzServiceState */
  SZ_TABLE_PAY_REGIME,        /* 薪酬方式, SzPayRegime */
  SZ_TABLE_GRADE,             /* 年度考核档次, SzGrade */
  SZ_TABLE_COURSE_TYPE,       /* 课程类型, SzCourseType */
  SZ_TABLE_TRAINING_ROLE,     /* 培训角色, SzTrainingRole */
  SZ_TABLE_TIME_SLOT,         /* 时段, SzTimeSlot */
  SZ_TABLE_PAY_MODE,          /* 计酬方式, SzPayMode */
  SZ_TABLE_YES_NO,            /* 是/否: 1, 0 */
  SZ_TABLE_ACCOUNT,           /* 绩效工资科目, SzAccount */
  SZ_TABLE_FUND,              /* 资金来源, SzFund */
  SZ_TABLE_WEEKDAY,           /* 星期: 1 … 7 */
  SZ_TABLE_WEEKS,             /* 单双周, SzWeeks */
  SZ_TABLE_LEAVE,             /* 请假类别, SzLeaveKind */
  SZ_TABLE_DEDUCTION,         /* 减除方式, SzTaxDeduction */
  SZ_TABLE_GRADUATE,          /* 毕业去向, SzGraduateKind */
  SZ_TABLE_CONTEST_LEVEL,     /* 竞赛级别, SzContestLevel */
  SZ_TABLE_CONTEST_ROLE,      /* 参赛身份 */
  SZ_TABLE_DUTY,              /* 领导职务, SzDuty */
  SZ_TABLE_ROTATION,          /* 轮训类别, SzRotationKind */
  SZ_TABLE_RECTIFY_AREA,      /* 风险领域, SzRectifyArea */
  SZ_TABLE_RECTIFY_SOURCE,    /* 问题来源, SzRectifySource */
  SZ_TABLE_FUNCTION,          /* 机构职能 */
  SZ_TABLE_SKILL_RESULT,      /* 认定结果 */
  SZ_TABLE_CLASS_STATE,       /* 班次状态 */
  SZ_TABLE_DECISION,          /* 容错认定结论 */
  SZ_TABLE_OPEN_TO,           /* 公开范围 */
  SZ_TABLE_LEDGER,            /* 编制变动类型, SzLedgerKind */
  SZ_TABLE_RECRUIT_WAY,       /* 招聘方式, SzRecruitWay */
  SZ_TABLE_EXAM_ORDER,        /* 考试方式, SzExamOrder */
  SZ_TABLE_POST_USE,          /* 用编, SzPostUse */
  SZ_TABLE_ROUNDING,          /* 取整, SzRounding */
  SZ_TABLE_CONDITION,         /* 资格条件, SzScreenCondition */
  SZ_TABLE_OUTCOME,           /* 合格/不合格: 1, 0 */
  SZ_TABLE_CONSENT,           /* 同意/不同意: 1, 0 */
  SZ_TABLE_SCORE_STATUS,      /* 缺考, 违纪, 作弊 */
  SZ_TABLE_DAY_KIND,          /* 上班/放假: 1, 0 */
  SZ_TABLE_CERTIFICATE,       /* 证书类别, SzCertificateClass */
  SZ_TABLE_SCHOOL_LEVEL,      /* 培养层次 of technician colleges, SzSchoolLevel */
  SZ_TABLE_ACHIEVEMENT,       /* 成果类别, SzAchievementKind */
  SZ_TABLE_ACHIEVEMENT_LEVEL, /* 成果级别, SzAchievementLevel */
  SZ_TABLE_PRIZE,             /* 等次, SzPrize */
  SZ_TABLE_DISCIPLINE,        /* 处分种类, SzDisciplineKind */
  SZ_N_TABLES
} SzCodeTable;

typedef enum
{
  SZ_EMPLOYMENT_ESTABLISHED, /* 在编 "established" */
  SZ_EMPLOYMENT_AGENCY,      /* 人事代理 "agency" */
  SZ_EMPLOYMENT_DISPATCHED,  /* 劳务派遣 "dispatched" */
  SZ_EMPLOYMENT_EXTERNAL,    /* 外聘 "external" */
} SzEmployment;

typedef enum
{
  SZ_SERVICE_ACTIVE,  /* 在职 "active" */
  SZ_SERVICE_RETIRED, /* 退休 "retired" */
  SZ_SERVICE_LEFT,    /* 离职 "left" */
  SZ_SERVICE_DIED,    /* 去世 "died" */
} SzServiceState;

typedef enum
{
  SZ_PAY_REGIME_PERFORMANCE, /* 绩效 "performance" */
  SZ_PAY_REGIME_ANNUAL,      /* 年薪 "annual" */
  SZ_PAY_REGIME_AGREED,      /* 协议 "agreed" */
  SZ_PAY_REGIME_PROJECT,     /* 项目 "project" */
} SzPayRegime;

typedef enum
{
  SZ_GRADE_EXCELLENT,    /* 优秀 "excellent" */
  SZ_GRADE_QUALIFIED,    /* 合格 "qualified" */
  SZ_GRADE_BASIC,        /* 基本合格 "basic" */
  SZ_GRADE_UNQUALIFIED,  /* 不合格 "unqualified" */
  SZ_GRADE_UNDETERMINED, /* 不确定档次 "undetermined" */
  SZ_GRADE_NONE,         /* no assessment known; in no table */
} SzGrade;

typedef enum
{
  SZ_COURSE_THEORY,     /* 理论 "theory" */
  SZ_COURSE_BILINGUAL,  /* 双语 "bilingual" */
  SZ_COURSE_INTEGRATED, /* 一体化 "integrated" */
  SZ_COURSE_LAB,        /* 实训 "lab" */
  SZ_COURSE_OPERATION,  /* 实操 "operation" */
  SZ_COURSE_INTERNSHIP, /* 校外实习 "internship" */
  SZ_N_COURSE_TYPES
} SzCourseType;

typedef enum
{
  SZ_TRAINING_LECTURER,   /* 主讲 "lecturer" */
  SZ_TRAINING_INSTRUCTOR, /* 实训指导 "instructor" */
  SZ_TRAINING_ADVISER,    /* 班主任 "adviser" */
  SZ_TRAINING_LEADER,     /* 项目负责人 "leader" */
  SZ_N_TRAINING_ROLES
} SzTrainingRole;

typedef enum
{
  SZ_TIME_REGULAR,  /* 常规 "regular" */
  SZ_TIME_ON_SITE,  /* 企业现场 "on_site" */
  SZ_TIME_OFF_DUTY, /* 周末晚间 "off_duty" */
  SZ_N_TIME_SLOTS
} SzTimeSlot;

typedef enum
{
  SZ_PAY_MODE_COUNT, /* 计工作量 "count_only" */
  SZ_PAY_MODE_FEE,   /* 发课酬 "fee_only" */
  SZ_PAY_MODE_SPLIT, /* 分段 "split" */
} SzPayMode;

/** SzAccount: a line of the year's performance pay (RULE pay-1). */
typedef enum
{
  SZ_ACCOUNT_BASIC,     /* 基础性 "basic" */
  SZ_ACCOUNT_INCENTIVE, /* 奖励性 "incentive" */
  SZ_ACCOUNT_X1,        /* X1 "x1" 科技成果转化现金奖励 */
  SZ_ACCOUNT_X2,        /* X2 "x2" 高层次人才 */
  SZ_ACCOUNT_X3,        /* X3 "x3" 经批准核增 */
  SZ_ACCOUNT_CAP,       /* 核定总量 "cap" */
  SZ_ACCOUNT_PREVIOUS,  /* 上年执行 "previous" */
  SZ_N_ACCOUNTS
} SzAccount;

/** SzFund: where the money of R comes from (RULE pay-1). */
typedef enum
{
  SZ_FUND_FISCAL,   /* 财政 "fiscal" */
  SZ_FUND_EARNED,   /* 事业收入 "earned" */
  SZ_FUND_TRAINING, /* 培训净收入 "training" */
  SZ_FUND_SPECIAL,  /* 专项 "special" */
  SZ_N_FUNDS
} SzFund;

/** SzWeeks: in which weeks of a term a lesson is held. */
typedef enum
{
  SZ_WEEKS_ALL,  /* 每周 "all" */
  SZ_WEEKS_ODD,  /* 单周 "odd" */
  SZ_WEEKS_EVEN, /* 双周 "even" */
} SzWeeks;

/** SzLeaveKind: why somebody is away (RULE pay-19). */
typedef enum
{
  SZ_LEAVE_SICK,      /* 病假 "sick" */
  SZ_LEAVE_PERSONAL,  /* 事假 "personal" */
  SZ_LEAVE_MATERNITY, /* 产假 "maternity" */
  SZ_LEAVE_PATERNITY, /* 护理假 "paternity" */
  SZ_LEAVE_PARENTAL,  /* 育儿假 "parental" */
  SZ_LEAVE_MARRIAGE,  /* 婚假 "marriage" */
  SZ_LEAVE_FUNERAL,   /* 丧假 "funeral" */
  SZ_LEAVE_INJURY,    /* 工伤 "injury" */
  SZ_LEAVE_ANNUAL,    /* 年休假 "annual" */
  SZ_LEAVE_OFFICIAL,  /* 公假 "official" */
  SZ_LEAVE_SECONDED,  /* 援派挂职 "seconded" */
  SZ_LEAVE_ABSENT,    /* 旷工 "absent" */
  SZ_LEAVE_OTHER,     /* 其他 "other" */
  SZ_N_LEAVE_KINDS
} SzLeaveKind;

/** SzTaxDeduction: 减除方式 of kind `tax-status` (RULE tax-1). */
typedef enum
{
  SZ_TAX_BY_MONTH,   /* 按月 "by_month" */
  SZ_TAX_FIRST_JOB,  /* 首次就业 "first_job" */
  SZ_TAX_WHOLE_YEAR, /* 全年六万 "whole_year" */
} SzTaxDeduction;

/** sz_codes_table: the table's rows, ended by one whose code is NULL. */
const SzCode *sz_codes_table (SzCodeTable table);
/** sz_codes_by_name: exact official term after trimming; NULL when unknown. Synonyms are office's.
 */
const SzCode *sz_codes_by_name (SzCodeTable table, const char *name);
/** sz_codes_by_code: by the stored word; sz_codes_by_value: by the enum value; NULL when unknown.
 */
const SzCode *sz_codes_by_code (SzCodeTable table, const char *code);
const SzCode *sz_codes_by_value (SzCodeTable table, int value);
/** sz_codes_name: the official term for a stored code; the code itself when unknown, "" for NULL.
 */
const char *sz_codes_name (SzCodeTable table, const char *code);

/** sz_codes_word: the word under which a table's synonyms are kept: "pay_regime". */
const char *sz_codes_word (SzCodeTable table);

G_END_DECLS
