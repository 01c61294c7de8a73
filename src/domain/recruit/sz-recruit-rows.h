/* sz-recruit-rows.h — plans, posts, applicants, scores of recruitment (RULE rec-15 … rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-position.h"

G_BEGIN_DECLS

/* Rows as they are kept: strings are owned, codes are stored codes, batch_id and source_row tell
   where a row came from. */

/** SzPlanRow: 招聘批次. Key: code. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *code;     /* 招聘批次 */
  char *name;     /* 名称 */
  SzDate cutoff;  /* 截止日 */
  char *document; /* 方案文号 */
  gint64 batch_id;
  int source_row;
} SzPlanRow;

/** SzPositionRow: 招聘岗位; cells that rec-15 and rec-16 read stand as written. Key: plan, code. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *plan;           /* 招聘批次 */
  char *code;           /* 岗位代码 */
  char *name;           /* 岗位名称 */
  char *department;     /* 部门 */
  SzPost post;          /* 岗位类别, 岗位等级 */
  char *full_time;      /* 专任教师: "1", "0", "" */
  SzPostUse uses;       /* 用编 */
  int places;           /* 招聘人数 */
  char *education;      /* 学历要求 */
  char *degree;         /* 学位要求 */
  char *major;          /* 专业要求 */
  char *age;            /* 年龄要求 */
  char *skill;          /* 技能等级要求 */
  char *title;          /* 职称要求 */
  char *years;          /* 工作年限要求 */
  char *political;      /* 政治面貌要求 */
  char *certificate;    /* 证书要求 */
  char *other;          /* 其他条件 */
  SzRecruitWay way;     /* 招聘方式 */
  char *exam_order;     /* 考试方式, code or "" */
  char *components;     /* 成绩构成 */
  char *lines;          /* 合格线 */
  char *tie;            /* 同分 */
  char *open_ratio;     /* 开考比例 */
  char *enter_multiple; /* 进入倍数 */
  char *check_ratio;    /* 考察比例 */
  char *rounding;       /* 取整, code or "" */
  char *items;          /* 面试分项 */
  char *thin_pass;      /* 不足比例面试线 */
  gint64 fte_x1e4;      /* 占用员额 */
  SzDate term_from;     /* 聘期起 */
  SzDate term_to;       /* 聘期止 */
  char *approval;       /* 批文号 */
  char *note;           /* 备注 */
  gint64 batch_id;
  int source_row;
} SzPositionRow;

/** SzRelaxationRow: 放宽条件. Key: plan, post, condition, audience, relaxed_to. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *plan;       /* 招聘批次 */
  char *post;       /* 岗位代码 */
  char *condition;  /* 条件: code */
  char *audience;   /* 适用对象 */
  char *relaxed_to; /* 放宽至 */
  char *basis;      /* 依据 */
  gint64 batch_id;
  int source_row;
} SzRelaxationRow;

/** SzApplicantRow: 应聘人员. Key: plan, id_number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *plan;               /* 招聘批次 */
  char *id_number;          /* 身份证号 */
  char *post;               /* 岗位代码 */
  char *ticket;             /* 准考证号 */
  char *name;               /* 姓名 */
  char *sex;                /* 性别, code */
  char *education;          /* 学历: code, or a word of recruit.edu_equal */
  char *degree;             /* 学位, code */
  char *full_time_study;    /* 全日制: "1", "0", "" */
  char *school;             /* 毕业院校 */
  char *major;              /* 所学专业 */
  char *major_class;        /* 专业类 */
  char *skill;              /* 技能等级, code */
  char *title;              /* 职称, code */
  char *political;          /* 政治面貌, code */
  char *certificates;       /* 证书 */
  SzDate trade_from;        /* 从业起始日期 */
  gint64 years_x100;        /* 工作年限, −1: not given */
  char *employer;           /* 原单位 */
  char *talent;             /* 人才类别 */
  char *phone;              /* 手机 */
  char *decision;           /* 审查意见: "passed", "failed", "" */
  char *decision_note;      /* 审查说明 */
  char *first_reviewer;     /* 初审人 */
  char *second_reviewer;    /* 复审人 */
  char *note;               /* 备注 */
  char *moved_from;         /* 改报: the old post */
  SzDate withdrawn_on;      /* 放弃 */
  gboolean withdrawn_early; /* before the exam */
  char *withdrawn_why;
  gint64 batch_id;
  int source_row;
} SzApplicantRow;

/** SzHonourRow: 荣誉证书. Key: id_number, honour, certificate. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *id_number;   /* 身份证号 */
  char *honour;      /* 荣誉 */
  char *certificate; /* 证书号 */
  SzDate got_on;     /* 获得日期 */
  int rank;          /* 名次 */
  int team_size;     /* 队员数 */
  char *issuer;      /* 授予单位 */
  gint64 batch_id;
  int source_row;
} SzHonourRow;

/** SzJudgeRow: 考官. Key: plan, post, number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *plan;       /* 招聘批次 */
  char *post;       /* 岗位代码, "": all posts */
  int number;       /* 考官序号 */
  char *name;       /* 姓名 */
  char *id_number;  /* 身份证号 */
  char *employer;   /* 单位 */
  gboolean outside; /* 外单位 */
  gint64 batch_id;
  int source_row;
} SzJudgeRow;

/** SzScoreRow: 成绩: one component of an applicant, or one item of it. Key: applicant, component,
 * item. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  char *component;   /* 科目 */
  char *item;        /* 分项 */
  char *draw_no;     /* 抽签号 */
  char *marks;       /* 考官1 …: "88.00 86.50 -"; "-" is 回避 */
  gint64 score_x100; /* 成绩 as one number, −1: none */
  char *status;      /* "absent", "void", "cheated", "" */
  gint64 batch_id;
  int source_row;
} SzScoreRow;

/** SzScoreLockRow: 成绩 that a correction alone may change. Key: position, component; component ""
 * is all of them. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 position_id;
  char *component; /* 科目 */
} SzScoreLockRow;

/** SzCheckRow: 体检与考察. Key: applicant. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  char *physical;     /* 体检: "passed", "failed", "" */
  char *inspection;   /* 考察 */
  gboolean withdrawn; /* 放弃 */
  SzDate day;         /* 日期 */
  char *note;         /* 说明 */
  gint64 batch_id;
  int source_row;
} SzCheckRow;

/** SzDecisionRow: 集体研究决定. Key: applicant. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  char *meeting;   /* 会议 */
  SzDate held_on;  /* 会议日期 */
  char *minutes;   /* 纪要号 */
  gboolean agreed; /* 结论 */
  char *basis;     /* 依据 */
  char *opinion;   /* 专家意见 */
  gint64 batch_id;
  int source_row;
} SzDecisionRow;

/** SzObjectionRow: 异议. No key; @applicant_id 0: about the post. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 position_id;
  gint64 applicant_id;
  SzDate day;   /* 日期 */
  char *text;   /* 内容 */
  char *state;  /* "open", "upheld", "dismissed" */
  char *answer; /* 答复 */
} SzObjectionRow;

/** SzHireRow: 聘用. Key: applicant. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 applicant_id;
  gint64 position_id;
  SzDate first_day;   /* 第一天 */
  gint64 person_id;   /* 0: 兼职 */
  gint64 contract_id; /* of 兼职 */
} SzHireRow;

/** SzRecruitNotice: a notice that a step began: day of the step, working days, last day. */
typedef struct
{
  SzDate from;
  int days;
  SzDate to;
} SzRecruitNotice;

G_END_DECLS
