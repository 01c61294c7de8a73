/* sz-pay-net-act-private.h — what a payment is made from while it is counted; for files of this
 * room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-net-act.h"
#include "sz-pay-run.h"
#include "sz-tax-book.h"

G_BEGIN_DECLS

/* What is taken from a person besides tax. */
typedef struct
{
  SzMoney advance_fen;
  SzMoney other_fen;
  SzMoney withheld_fen; /* 代扣税 of the imported figures */
  SzMoney riding_fen;
} SzNetTaken;

/* A correction whose differences may ride along. */
typedef struct
{
  gint64 run;
  GArray *people; /* of gint64: those whose differences this payment settles */
  guint waiting;  /* differences that were not settled before */
} SzNetRider;

typedef struct
{
  SzOffice *office;
  SzStore *store;
  SzNetView *view;
  SzIssueList *issues;
  SzPayRunFile *run;
  GHashTable *lines;   /* person id → place + 1 */
  GHashTable *covered; /* person id → SzMonthSet that runs paid before have taken */
  SzNetTaken *taken;   /* by place */
  SzMoney *owed_fen;   /* by place */
  GArray *riders;      /* of SzNetRider */
  SzTaxBook *book;
} SzNetWork;

/** sz_pay_net_take: advances, withheld amounts and riding corrections that nobody took yet (RULE
 *  pay-12, pay-16): fills covered, taken and riders. */
gboolean sz_pay_net_take (SzNetWork *net, GError **error);

G_END_DECLS
