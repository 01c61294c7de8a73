/* sz-rectify.h — problems found and put right 整改台账 (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes-watch.h"
#include "sz-date.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_RECTIFY_OPEN,        /* 未整改 "open" */
  SZ_RECTIFY_IN_PROGRESS, /* 整改中 "in_progress" */
  SZ_RECTIFY_SUBMITTED,   /* 待销号 "submitted" */
  SZ_RECTIFY_CLOSED,      /* 已销号 "closed" */
  SZ_N_RECTIFY_STATES
} SzRectifyState;

/** SzRectifyItem: strings are owned. */
typedef struct
{
  char *no; /* 问题编号 */
  SzRectifySource source;
  SzRectifyArea area;
  char *problem;
  char *unit;    /* 责任单位 */
  char *person;  /* 责任人 */
  char *measure; /* 整改措施 */
  SzDate deadline;
  char *extension; /* 延期文号 */
  int percent;     /* 完成率 0 … 100 */
  char *evidence;
  char *closed_by; /* 销号审核人 */
  SzDate closed_on;
} SzRectifyItem;

SzRectifyState sz_rectify_state (const SzRectifyItem *item);
/** sz_rectify_state_word: "open" …; sz_rectify_state_name: 未整改 …. */
const char *sz_rectify_state_word (SzRectifyState state);
const char *sz_rectify_state_name (SzRectifyState state);
gboolean sz_rectify_is_overdue (const SzRectifyItem *item, SzDate day);

/**
 * sz_rectify_close_fault: what forbids that the item is closed: "rectify.not_done",
 * "required.missing", "maker.checker"; NULL: nothing. @submitted_by: (nullable): who put it up for
 * closing, as far as the program knows; @heading: (out): the column it is about.
 */
const char *
sz_rectify_close_fault (const SzRectifyItem *item, const char *submitted_by, const char **heading);

/** SzRectifySum: one area, or all. */
typedef struct
{
  guint items;
  guint by_state[SZ_N_RECTIFY_STATES];
  guint overdue;
} SzRectifySum;

void sz_rectify_add (SzRectifySum *sum, const SzRectifyItem *item, SzDate day);
/** sz_rectify_compare: by area, deadline, number. */
int sz_rectify_compare (const SzRectifyItem *a, const SzRectifyItem *b);

/** sz_same_name: whether two names are one after trimming and folding; empty ones are nobody's. */
gboolean sz_same_name (const char *a, const char *b);

G_END_DECLS
