/* sz-form-pay.h — what the forms of a pay run have in common: the line it stands on, its people in
 * their order, the way from 应发 to 实发
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-people-order.h"
#include "sz-form-private.h"
#include "sz-form-rows.h"
#include "sz-pay-face.h"
#include "sz-pay-net-act.h"
#include "sz-pay-revise-act.h"

G_BEGIN_DECLS

/** SzFormPayRow: somebody of the run. Texts are borrowed. */
typedef struct
{
  SzFormPlace place;
  const char *name;
  const SzPayLine *line;          /* NULL of a correction, */
  const SzRevisedPerson *revised; /* which has this */
  const SzNetPerson *net;         /* NULL without a day of payment */
} SzFormPayRow;

/** SzFormPay: a run as its forms show it. */
typedef struct
{
  SzPayView *view;
  SzPayFace *face;
  SzCorrectView *correct; /* NULL: no correction */
  SzNetView *net;         /* NULL: neither paid nor was a day asked for */
  SzPeopleOrder *order;
  GArray *rows;     /* of SzFormPayRow: 部门序 → 岗位等级 → 姓氏笔画 */
  gboolean limited; /* 封顶调节 moved something */
  gboolean adjusted;
  gboolean has_advance; /* somebody has one of these */
  gboolean has_riding;
  gboolean has_tax;
  gboolean has_other;
  gboolean has_owed;
} SzFormPay;

/** SzFormPayWants: what else is read than the run, its face and its people. */
typedef enum
{
  SZ_FORM_PAY_PLAIN = 0,
  SZ_FORM_PAY_NET = 1 << 0,     /* of a paid run what was paid, else for params->on, if given */
  SZ_FORM_PAY_REGULAR = 1 << 1, /* a correction is REFUSED "run.is_correction" (run) */
} SzFormPayWants;

/** sz_form_pay_read: (transfer full): errors of sz_view_pay_open() and sz_view_pay_net(). */
SzFormPay *sz_form_pay_read (SzOffice *office,
                             const SzFormParams *params,
                             SzFormPayWants wants,
                             GCancellable *cancellable,
                             GError **error);
void sz_form_pay_free (SzFormPay *pay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFormPay, sz_form_pay_free)

/** sz_form_need_day: REFUSED "form.asks" (form, ask) where neither the run was paid nor a day was
 *  asked for. */
gboolean sz_form_need_day (const SzFormPay *pay,
                           const SzForm *form,
                           const SzFormParams *params,
                           GError **error);

/** sz_form_pay_dup_basis: (transfer full): scheme, period, run, state, notice; what changed since;
 *  that moves are known by name only. */
char *sz_form_pay_dup_basis (const SzFormPay *pay);

/** sz_form_pay_add_tail: the columns from 封顶调节 to 实发, those that somebody has. */
void sz_form_pay_add_tail (const SzFormPay *pay, SzFormColumns *columns);
/** sz_form_pay_fill_tail: their cells. */
void sz_form_pay_fill_tail (const SzFormPay *pay, const SzFormPayRow *from, SzFormRow *row);
/** sz_form_pay_add_notes: below the table: what 单 and 并 mean, and where the money goes. */
gboolean
sz_form_pay_add_notes (const SzFormPay *pay, SzOffice *office, SzPaper *paper, GError **error);

G_END_DECLS
