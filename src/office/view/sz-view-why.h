/* sz-view-why.h — why an amount is what it is (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzWhyFactor: one factor of one stretch of the period. */
typedef struct
{
  char *factor; /* as schemes spell it; "stretch" for the stretch's part of the months */
  char *title;  /* 岗位系数, 工作量系数 … */
  char *value;  /* "1.1000", "7/12", "115.78" */
  SzPaySource source;
  char *detail;  /* the level or band whose coefficient it is, the bound …, "" when none */
  guint stretch; /* 0 the first */
} SzWhyFactor;

/** SzWhyComponent: the person's share of one component. Name borrowed from the view's scheme. */
typedef struct
{
  const char *name;
  gboolean admitted; /* by the component's filter */
  GArray *factors;   /* of SzWhyFactor */
  gint64 points_x1e6;
  gboolean by_department;   /* the next two are the department's (RULE pay-8) */
  gint64 points_total_x1e6; /* of all */
  SzMoney pool_fen;
  gboolean own_split;     /* the department split it itself: no points made the amount, */
  SzMoney central_fen;    /* which would have been this */
  SzMoney amount_fen;     /* before the ceiling */
  gint64 share_x1e6;      /* points / points of all, for reading only */
  gboolean remainder_fen; /* one fen of the remainder is in the amount (RULE num-6) */
} SzWhyComponent;

/** SzWhy: everything behind one person's total. Borrows from the view. */
typedef struct
{
  const SzPayView *view;
  const SzPayLine *line;
  const char *staff_no;
  const char *name;
  GArray *components; /* of SzWhyComponent */
} SzWhy;

/** sz_why_new: REFUSED "run.person_unknown" (run, staff_no) for who is not in the run; who is out
 * of it (sz_pay_view_find_excluded()) is not in it either. */
SzWhy *sz_why_new (const SzPayView *view, const char *staff_no, GError **error);
void sz_why_free (SzWhy *why);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWhy, sz_why_free)

/** sz_pay_source_word: "record", "level", "band", "substitute", "no_quota", "bound", "absent". */
const char *sz_pay_source_word (SzPaySource source);

/** sz_pay_source_phrase: the same in words, translated: "the scheme's coefficient for the band". */
const char *sz_pay_source_phrase (SzPaySource source);

/** sz_factor_title: (transfer full): the official term of a factor: 岗位系数, 考核系数 … */
char *sz_factor_title (const SzFactor *factor);

/** sz_pay_term_format: (transfer full): "7/12" for months, else a decimal. */
char *sz_pay_term_format (const SzPayTerm *term, SzFactorKind kind);

/** sz_why_dup_text: (transfer full): several lines that a teacher understands, translated. */
char *sz_why_dup_text (const SzWhy *why);

G_END_DECLS
