/* sz-form-offer.h — which forms there are, which can be printed now, and of which years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form.h"

G_BEGIN_DECLS

/** SzFormWant: what must be in the college before a form can be printed. */
typedef enum
{
  SZ_FORM_WANTS_PEOPLE,      /* 花名册 */
  SZ_FORM_WANTS_RUN,         /* a pay run */
  SZ_FORM_WANTS_TEACHING,    /* 教学工作量 */
  SZ_FORM_WANTS_TRAINING,    /* 培训授课记录 */
  SZ_FORM_WANTS_WORKLOAD,    /* either of them */
  SZ_FORM_WANTS_ASSESSMENTS, /* 年度考核 */
  SZ_FORM_WANTS_LEDGER,      /* 绩效工资台账 */
  SZ_FORM_WANTS_INCOMES,     /* 培训收支 */
} SzFormWant;

/** SzFormOffer: one form. @years: of int, the latest first; empty for a form that is not of a year.
 */
typedef struct
{
  const SzForm *form;
  SzFormWant wants;
  gboolean ready;
  GArray *years;
} SzFormOffer;

/** sz_form_offers: (transfer full) (element-type SzFormOffer): all forms in the order of their
 * numbers, those that cannot be printed yet among them. */
GPtrArray *sz_form_offers (SzOffice *office, GError **error);

G_END_DECLS
