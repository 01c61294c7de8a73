/* sz-parttime-rows.h — contracts, cases and fees of part-time teachers (RULE rec-23, rec-26)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-parttime.h"

G_BEGIN_DECLS

/* Rows as they are kept: strings are owned, codes are stored codes, batch_id and source_row tell
   where a row came from. */

/** SzContractRow: an agreement with its first stretch (RULE rec-9). Key: agreement_no. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *agreement_no; /* 协议号 */
  char *name;         /* 姓名 */
  char *id_number;    /* 身份证号 */
  char *employer;     /* 原单位 */
  char *title;        /* 职称, code */
  char *skill;        /* 技能等级, code */
  char *department;   /* 部门 */
  char *course;       /* 课程 */
  SzDate from;        /* 聘期起 */
  SzDate to;          /* 聘期止 */
  gint64 fte_x1e4;    /* 占用员额 */
  SzMoney rate_fen;   /* 课酬标准 */
  gboolean has_years; /* 从业年限 is given */
  gint64 years_x100;  /* 从业年限 */
  char *approval;     /* 批文号 */
  char *phone;        /* 手机 */
  char *bank_account; /* 银行卡号 */
  char *renews;       /* 协议号 of the contract that it renews */
  gint64 batch_id;
  int source_row;
} SzContractRow;

/** SzStretchRow: a later stretch of a contract (变更). Key: contract, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 contract_id;
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;  /* 占用员额 */
  SzMoney rate_fen; /* 课酬标准 */
  char *approval;   /* 批文号 */
} SzStretchRow;

/** SzParttimeCaseRow: 拟聘: holds its place until it is signed or withdrawn. No key. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *name;         /* 姓名 */
  char *id_number;    /* 身份证号 */
  char *employer;     /* 原单位 */
  char *department;   /* 部门 */
  char *course;       /* 课程 */
  SzDate from;        /* 聘期起 */
  SzDate to;          /* 聘期止 */
  gint64 fte_x1e4;    /* 占用员额 */
  SzMoney rate_fen;   /* 课酬标准 */
  gint64 years_x100;  /* 从业年限, −1: not given */
  char *approval;     /* 批文号 */
  char *state;        /* "open", "signed", "withdrawn" */
  char *agreement_no; /* 协议号 once signed */
} SzParttimeCaseRow;

/** SzLectureRow: 兼职教师授课记录. Key: contract, day, period. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 contract_id;
  SzDate day;        /* 日期 */
  char *period;      /* 节次 */
  char *course;      /* 课程 */
  char *class_name;  /* 班级 */
  gint64 hours_x100; /* 课时 */
  SzMoney rate_fen;  /* own 课酬标准, 0: the contract's */
  char *note;        /* 备注 */
  gint64 sheet_id;   /* paid on, 0: not yet */
  gint64 batch_id;
  int source_row;
} SzLectureRow;

/** SzFeeSheetRow: 课酬发放表, kept. No key. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzDate from; /* 授课期间 */
  SzDate to;
  SzDate paid_on; /* 发放日期 */
  int people;
  gint64 hours_x100;
  SzMoney gross_fen;
  SzMoney tax_fen;
  SzMoney net_fen;
} SzFeeSheetRow;

/** SzFeeLineRow: a line of a kept sheet. Key: sheet, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 sheet_id;
  int ordinal;
  gint64 contract_id;
  char *id_number; /* 身份证号 */
  gint64 hours_x100;
  SzMoney rate_fen;
  SzMoney gross_fen;
  SzMoney tax_fen;
  SzMoney net_fen;
} SzFeeLineRow;

/** SzParttimeFundRow: 兼职经费核拨. Key: year, month, document. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  int year;           /* 年度 */
  int month;          /* 月份 */
  char *document;     /* 文号 */
  SzMoney amount_fen; /* 金额 */
  gint64 batch_id;
  int source_row;
} SzParttimeFundRow;

/** SzStaffContractRow: 聘用合同. Key: person, from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate from;         /* 合同起 */
  SzDate to;           /* 合同止 */
  SzDate probation_to; /* 试用期止 */
  gint64 batch_id;
  int source_row;
} SzStaffContractRow;

G_END_DECLS
