/* sz-place.c — the places of the post plan: levels of posts, those of student affairs apart (RULE
 * pst-2, ttl-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-place.h"

#define N_PROFESSIONAL 13
#define N_MANAGEMENT 10
#define FIRST_STUDENT N_PROFESSIONAL
#define FIRST_MANAGEMENT (FIRST_STUDENT + N_PROFESSIONAL)
#define FIRST_WORKER (FIRST_MANAGEMENT + N_MANAGEMENT)
#define CATEGORY_FACTOR 100

#define PROFESSIONAL_BANDS(category, first)                                                        \
  { "一级", category, (first), (first) }, { "正高", category, (first) + 1, (first) + 3 },          \
      { "副高", category, (first) + 4, (first) + 6 },                                              \
      { "中级", category, (first) + 7, (first) + 9 },                                              \
      { "助理级", category, (first) + 10, (first) + 11 },                                          \
  {                                                                                                \
    "员级", category, (first) + 12, (first) + 12                                                   \
  }

#define MANAGEMENT_BAND(name, level)                                                               \
  {                                                                                                \
    name, SZ_PLACE_MANAGEMENT, FIRST_MANAGEMENT + (level)-1, FIRST_MANAGEMENT + (level)-1          \
  }

static const SzPlaceBand bands[SZ_N_PLACE_BANDS] = {
  PROFESSIONAL_BANDS (SZ_PLACE_PROFESSIONAL, 0),
  PROFESSIONAL_BANDS (SZ_PLACE_STUDENT, FIRST_STUDENT),
  MANAGEMENT_BAND ("管理一级", 1),
  MANAGEMENT_BAND ("管理二级", 2),
  MANAGEMENT_BAND ("管理三级", 3),
  MANAGEMENT_BAND ("管理四级", 4),
  MANAGEMENT_BAND ("管理五级", 5),
  MANAGEMENT_BAND ("管理六级", 6),
  MANAGEMENT_BAND ("管理七级", 7),
  MANAGEMENT_BAND ("管理八级", 8),
  MANAGEMENT_BAND ("管理九级", 9),
  MANAGEMENT_BAND ("管理十级", 10),
  { "技术工", SZ_PLACE_WORKER, FIRST_WORKER, FIRST_WORKER + 4 },
  { "普通工", SZ_PLACE_WORKER, FIRST_WORKER + 5, FIRST_WORKER + 5 },
};

static const char *const category_names[SZ_N_PLACE_CATEGORIES] = {
  [SZ_PLACE_PROFESSIONAL] = "专业技术",
  [SZ_PLACE_STUDENT] = "学生工作",
  [SZ_PLACE_MANAGEMENT] = "管理",
  [SZ_PLACE_WORKER] = "工勤技能",
};

SzPlace
sz_place_of (SzPost post, gboolean student)
{
  const int level = sz_post_level (post);

  if (level == 0)
    return SZ_PLACE_NONE;
  switch (sz_post_category (post))
    {
    case SZ_POST_PROFESSIONAL:
      return (student ? FIRST_STUDENT : 0) + level - 1;
    case SZ_POST_MANAGEMENT:
      return FIRST_MANAGEMENT + level - 1;
    case SZ_POST_WORKER:
      return FIRST_WORKER + level - 1;
    case SZ_POST_NONE:
    default:
      return SZ_PLACE_NONE;
    }
}

SzPost
sz_place_post (SzPlace place)
{
  static const struct
  {
    SzPlace first;
    SzPostCategory category;
  } parts[] = {
    { FIRST_WORKER, SZ_POST_WORKER },
    { FIRST_MANAGEMENT, SZ_POST_MANAGEMENT },
    { FIRST_STUDENT, SZ_POST_PROFESSIONAL },
    { 0, SZ_POST_PROFESSIONAL },
  };

  if (place < 0 || place >= SZ_N_PLACES)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (place >= parts[i].first)
      return (SzPost)parts[i].category * CATEGORY_FACTOR + (place - parts[i].first) + 1;
  return 0;
}

SzPlaceCategory
sz_place_category (SzPlace place)
{
  return sz_place_band (place)->category;
}

const char *
sz_place_category_name (SzPlaceCategory category)
{
  g_return_val_if_fail ((guint)category < SZ_N_PLACE_CATEGORIES, "");
  return category_names[category];
}

const SzPlaceBand *
sz_place_bands (void)
{
  return bands;
}

const SzPlaceBand *
sz_place_band (SzPlace place)
{
  g_return_val_if_fail (place >= 0 && place < SZ_N_PLACES, &bands[0]);
  for (gsize i = 0; i < SZ_N_PLACE_BANDS; i++)
    if (place <= bands[i].last)
      return &bands[i];
  return &bands[SZ_N_PLACE_BANDS - 1];
}

int
sz_post_rank (SzPost post)
{
  const int level = sz_post_level (post);

  if (sz_post_category (post) != SZ_POST_PROFESSIONAL || level == 0)
    return 0;
  return level <= 4 ? 5 : level <= 7 ? 4 : level <= 10 ? 3 : level <= 12 ? 2 : 1;
}
