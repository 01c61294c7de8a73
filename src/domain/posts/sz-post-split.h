/* sz-post-split.h — a number of posts split by a ratio, and the proposal of a plan (RULE pst-1,
 * pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"

G_BEGIN_DECLS

/** SzSplitMethod: stored and printed as the word in the comment. */
typedef enum
{
  SZ_SPLIT_CUMULATIVE_FLOOR,  /* "cumulative_floor" 累计下取整 */
  SZ_SPLIT_LARGEST_REMAINDER, /* "largest_remainder" 最大余数 */
  SZ_SPLIT_FLOOR_EACH,        /* "floor_each" 逐项下取整 */
  SZ_N_SPLIT_METHODS
} SzSplitMethod;

/** At most so many parts, and posts, in one split. */
#define SZ_SPLIT_PARTS_MAX 16
#define SZ_SPLIT_POSTS_MAX 1000000

/** sz_split_method_word: "cumulative_floor" …; sz_split_method_name: 累计下取整 …; borrowed. */
const char *sz_split_method_word (SzSplitMethod method);
const char *sz_split_method_name (SzSplitMethod method);
/** sz_split_method_find: FALSE for any other word. */
gboolean sz_split_method_find (const char *word, SzSplitMethod *method);

/**
 * sz_ratio_parse: "1:3:6" into @parts of room SZ_SPLIT_PARTS_MAX; full-width colons count. FALSE
 * for anything else, and when every part is 0.
 */
gboolean sz_ratio_parse (const char *text, int *parts, guint *n);

/**
 * sz_posts_split: @total posts over @n parts, from the highest level on (RULE pst-1).
 *
 * cumulative_floor: part k is floor(N·W_k/W) − floor(N·W_(k−1)/W) over running sums of weights;
 * largest_remainder: equal remainders to the higher level first; floor_each: the rest to the
 * lowest. The weights are ≥ 0 and not all 0. 18 by 1:3:6 → 1,6,11 | 2,5,11 | 1,5,12.
 */
void sz_posts_split (SzSplitMethod method, int total, const int *weights, guint n, int *parts);

/** The levels 专技三级 … 专技十二级 that a proposal fills; 二级 is approved apart, 十三级 gets
 * none. */
#define SZ_PROPOSAL_FIRST 3
#define SZ_PROPOSAL_LAST 12
#define SZ_PROPOSAL_LEVELS (SZ_PROPOSAL_LAST - SZ_PROPOSAL_FIRST + 1)

/** SzSplitRules: post.hml, post.zhenggao_share, post.prof_min and post.split. */
typedef struct
{
  int hml[3];              /* 高:中:初 */
  gint64 full_senior_x1e4; /* 正高 of 高 */
  gint64 prof_min_x1e4;    /* least share of professional posts */
  gboolean splits_second;  /* `2-4` is set: 二级 is split too */
  int second_to_fourth[3]; /* of `2-4` */
  int third_fourth[2];     /* of `3-4` */
  int associate[3];        /* of `5-7` */
  int intermediate[3];     /* of `8-10` */
  int junior[2];           /* of `11-12` */
  SzSplitMethod method;    /* post.rounding: the default column */
} SzSplitRules;

/** SzProposal: one method's column of RULE pst-4; @levels by level, 2 … 12 (others 0). */
typedef struct
{
  int high;
  int intermediate;
  int junior;
  int full_senior;
  int associate_senior;
  int levels[14];
} SzProposal;

/** sz_posts_least_professional: ceil(share × total) (RULE pst-4, num-4). */
int sz_posts_least_professional (gint64 share_x1e4, int total);
/** sz_posts_propose: @professional posts by @method (RULE pst-4). */
void sz_posts_propose (const SzSplitRules *rules,
                       SzSplitMethod method,
                       int professional,
                       SzProposal *proposal);

G_END_DECLS
