/* sz-titles-dialogs.h — what is asked about an application, a round, an appointment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-page.h"
#include "sz-posts.h"
#include "sz-title-panel.h"

G_BEGIN_DECLS

/** SzTitleAsk: what is said about an application. */
typedef enum
{
  SZ_TITLE_ASK_REFUSE,  /* 不推荐, with the reason */
  SZ_TITLE_ASK_CONFIRM, /* 人工核实 of a condition */
  SZ_TITLE_ASK_OBJECT,  /* 异议 */
  SZ_TITLE_ASK_ANSWER,  /* its answer */
  SZ_TITLE_ASK_APPEAL,  /* 复查 */
  SZ_TITLE_ASK_DECIDE,  /* 推荐 or not, of a tie that the quota cuts, with the reason */
  SZ_N_TITLE_ASKS
} SzTitleAsk;

/** SzTitleWhom: about whom; copied. */
typedef struct
{
  const char *round;
  const char *staff_no;
  const char *name;
  const char *condition; /* (nullable): that is to be confirmed */
  GtkWindow *over;       /* the dialog it is asked from; NULL: the page's window */
} SzTitleWhom;

void sz_title_dialog_present (SzPage *page, SzTitleAsk ask, const SzTitleWhom *whom);

/** sz_title_attach_present: 附件: the file at @path is handed in; @condition and @material, "" or
 *  not, are offered. */
void sz_title_attach_present (SzPage *page,
                              const SzTitleWhom *whom,
                              const char *material,
                              const char *path);

/** sz_assess_correct_present: 更正 of grades in a year that is confirmed, with the reason. @people:
 *  (transfer full): staff numbers. */
void sz_assess_correct_present (SzPage *page, int year, GStrv people, SzGrade grade);

/** sz_title_recusal_present: 登记回避; what is known of it is offered. */
void sz_title_recusal_present (SzPage *page, const SzTitleRecusal *recusal);

/** sz_title_round_dialog_present: a new round with its dates. */
void sz_title_round_dialog_present (SzPage *page);

/** sz_appoint_dialog_present: a case to be opened; @staff_no and @post (0) may be left out. */
void sz_appoint_dialog_present (SzPage *page, const char *staff_no, SzPost post);
/** sz_appoint_decide_present: several are decided by one document, all or none. @numbers (transfer
 *  full): of gint64. */
void sz_appoint_decide_present (SzPage *page, GArray *numbers);
/** sz_appoint_withdraw_present: with the reason. */
void sz_appoint_withdraw_present (SzPage *page, gint64 number);

G_END_DECLS
