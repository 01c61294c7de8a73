/* sz-store-parttime.h — contracts of part-time teachers 兼职教师
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-money.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzContractRow: an agreement (RULE rec-9). Key: agreement_no. */
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
  gint64 batch_id;
  int source_row;
} SzContractRow;
SZ_ROW_API (SzContractRow, sz_store_contract)

G_END_DECLS
