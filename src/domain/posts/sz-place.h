/* sz-place.h — the places of the post plan: levels of posts, those of student affairs apart (RULE
 * pst-2, ttl-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-posts.h"

G_BEGIN_DECLS

/**
 * SzPlace: one level of the plan as a running number, so that the plan is an array. 专业技术 comes
 * first, then the same levels of 学生工作, 管理 and 工勤技能, each from the highest level: numbers
 * order as forms do. SZ_PLACE_NONE is no place: no post, or a category without a level.
 */
typedef int SzPlace;

#define SZ_PLACE_NONE (-1)
#define SZ_N_PLACES (13 + 13 + 10 + 6)

/** SzPlaceCategory: 专业技术, 学生工作, 管理, 工勤技能, in the order of forms. */
typedef enum
{
  SZ_PLACE_PROFESSIONAL,
  SZ_PLACE_STUDENT,
  SZ_PLACE_MANAGEMENT,
  SZ_PLACE_WORKER,
  SZ_N_PLACE_CATEGORIES
} SzPlaceCategory;

/** SzPlaceBand: levels that lend each other their vacancies (RULE pst-2); both ends included. */
typedef struct
{
  const char *name; /* 一级, 正高, … 技术工; of a management level its own name */
  SzPlaceCategory category;
  SzPlace first; /* the highest level */
  SzPlace last;
} SzPlaceBand;

#define SZ_N_PLACE_BANDS 24

/** sz_place_of: of a post; a professional one counts in 学生工作 when @student (RULE ttl-8). */
SzPlace sz_place_of (SzPost post, gboolean student);
/** sz_place_post: the post of the place, 0 for none. */
SzPost sz_place_post (SzPlace place);
/** sz_place_category: of a place, which must not be none. */
SzPlaceCategory sz_place_category (SzPlace place);
/** sz_place_category_name: 专业技术, 学生工作, 管理, 工勤技能. */
const char *sz_place_category_name (SzPlaceCategory category);
/** sz_place_bands: all of them, in the order of places. */
const SzPlaceBand *sz_place_bands (void);
/** sz_place_band: the band of a place, which must not be none. */
const SzPlaceBand *sz_place_band (SzPlace place);
/** sz_post_rank: rank 5 (正高级) … 1 (员级) of a professional post with a level; 0 of any other. */
int sz_post_rank (SzPost post);

G_END_DECLS
