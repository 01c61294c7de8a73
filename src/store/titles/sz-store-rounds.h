/* sz-store-rounds.h — rounds of titles with what hangs on them, assessment years, appointments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-posts.h"
#include "sz-row.h"

G_BEGIN_DECLS

/* Natural keys are what `import --update` matches by. */

/** SzTitleStandardRow: a standard that the college took 申报条件. Key: standard_id. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *standard_id; /* its id */
  char *text;        /* the file, JSON */
  char *hash;        /* SHA-256 of the text */
} SzTitleStandardRow;
SZ_ROW_API (SzTitleStandardRow, sz_store_title_standard)

/** SzTitleRoundRow: a round 评审批次; its state is that of its case. Key: name. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *name; /* 批次 */
  int year;   /* 年度 */
  SzDate opens;
  SzDate closes;
  SzDate cutoff;
  int assess_to;
  int hours_to;
  char *wanted;     /* ids of standards asked for, JSON; "": all */
  char *standards;  /* frozen ones, JSON; "": not yet */
  char *parameters; /* frozen ones, JSON */
  char *document;   /* 文号 of the results */
} SzTitleRoundRow;
SZ_ROW_API (SzTitleRoundRow, sz_store_title_round)

/** SzTitleApplicationRow: 职称申报, one a person and round. Key: round, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  char *title;         /* 申报职称, code */
  char *route;         /* 途径 */
  char *teaching;      /* 任教类别 */
  gint64 claimed_x100; /* 任职年限 */
  char *approval;      /* 批文号 */
  char *specialty;     /* 申报专业 */
  gint64 batch_id;
  int source_row;
} SzTitleApplicationRow;
SZ_ROW_API (SzTitleApplicationRow, sz_store_title_application)

/** SzTitleDecisionRow: what the office decided on an application, and the verdict it stood on. Key:
 *  round, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  gboolean recommended;
  char *reason;
  char *verdict;
  char *path; /* the best one */
  char *who;
} SzTitleDecisionRow;
SZ_ROW_API (SzTitleDecisionRow, sz_store_title_decision)

/** SzTitleConfirmationRow: 人工核实 of a condition that no sheet tells. Key: round, person,
 * condition. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  char *condition;
  char *evidence;
  char *who;
} SzTitleConfirmationRow;
SZ_ROW_API (SzTitleConfirmationRow, sz_store_title_confirmation)

/** SzTitleScoreRow: who computed the score of an application. Key: round, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  gint64 total_x100;
  gboolean ranked;
  char *who;
} SzTitleScoreRow;
SZ_ROW_API (SzTitleScoreRow, sz_store_title_score)

/** SzTitleObjectionRow: 异议 during a notice. Key: round, person, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  int ordinal;
  char *text;
  SzDate raised;
  char *answer;
  SzDate answered;
  gboolean upheld;
} SzTitleObjectionRow;
SZ_ROW_API (SzTitleObjectionRow, sz_store_title_objection)

/** SzTitleAppealRow: 复查 that an applicant asks for. Key: round, person, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  int ordinal;
  SzDate raised;
  char *text;
  char *conclusion; /* "" while it is open */
  SzDate concluded;
} SzTitleAppealRow;
SZ_ROW_API (SzTitleAppealRow, sz_store_title_appeal)

/** SzTitleNoticeRow: 公示 of a round: announced, published. Key: round, stage, ordinal. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  char *stage;
  int ordinal;
  SzDate start;
  int days;
  SzDate end;
} SzTitleNoticeRow;
SZ_ROW_API (SzTitleNoticeRow, sz_store_title_notice)

/** SzTitleCertificateRow: 证书编号 of a result. Key: round, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  char *certificate;
} SzTitleCertificateRow;
SZ_ROW_API (SzTitleCertificateRow, sz_store_title_certificate)

/** SzTitleEvidenceRow: 申报材料. Key: round, person, condition, material. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  char *condition;  /* 条件 */
  char *material;   /* 材料名称 */
  char *page;       /* 页码 */
  char *attachment; /* 附件 */
  gint64 batch_id;
  int source_row;
} SzTitleEvidenceRow;
SZ_ROW_API (SzTitleEvidenceRow, sz_store_title_evidence)

/** SzPanelMemberRow: 评委名单. Key: round, name. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  char *name;      /* 姓名 */
  char *staff_no;  /* 工号, of insiders */
  char *id_number; /* 身份证号 */
  char *employer;  /* 单位 */
  char *title;     /* 职称 */
  char *specialty; /* 专业 */
  char *duty;      /* 职务 */
  gint64 batch_id;
  int source_row;
} SzPanelMemberRow;
SZ_ROW_API (SzPanelMemberRow, sz_store_panel_member)

/** SzRecusalRow: 回避. Key: round, member, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  char *member;    /* 评委姓名 */
  gint64 person_id;
  char *reason; /* 原因 */
  gint64 batch_id;
  int source_row;
} SzRecusalRow;
SZ_ROW_API (SzRecusalRow, sz_store_recusal)

/** SzBallotRow: 评审表决, counts only (RULE ttl-6). Key: round, person. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  char *title;    /* 申报职称, code */
  SzDate meeting; /* 会议日期 */
  int panel;      /* 评委会人数 */
  int attending;  /* 出席 */
  int recused;    /* 回避 */
  int in_favour;  /* 同意 */
  int against;    /* 反对 */
  int abstain;    /* 弃权 */
  int spoilt;     /* 废票 */
  gint64 batch_id;
  int source_row;
} SzBallotRow;
SZ_ROW_API (SzBallotRow, sz_store_ballot)

/** SzAssessYearRow: the assessment of a year as a whole; its state is that of its case. Key: year.
 */
typedef struct
{
  gint64 id;
  gint64 row_version;
  int year;
  SzDate start; /* of the notice */
  int days;
  SzDate end;
} SzAssessYearRow;
SZ_ROW_API (SzAssessYearRow, sz_store_assess_year)

/** SzAppointmentRow: an appointment asked for 聘任; its state is that of its case. Key: number. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 number;
  gint64 person_id;
  SzPost from_post; /* at opening; 0: none */
  SzPost to_post;
  SzDate day; /* appointment day */
  SzDate opened;
  char *approval;
  char *document;
} SzAppointmentRow;
SZ_ROW_API (SzAppointmentRow, sz_store_appointment)

G_END_DECLS
