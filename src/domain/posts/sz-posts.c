/* sz-posts.c — posts 岗位: categories, levels, bands (handbook §3.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-posts.h"

#include <stdlib.h>
#include <string.h>

#include "sz-text.h"

#define CATEGORY_FACTOR 100
#define ORDINARY_WORKER_LEVEL 6
#define LEVEL_LAST 99

typedef struct
{
  SzPostCategory category;
  const char *code;
  const char *level_prefix; /* 专技 of 专技八级 */
  const char *name;         /* of the category alone */
  int levels;
  int rank; /* in printed lists */
} Category;

static const Category categories[] = {
  { SZ_POST_PROFESSIONAL, "professional", "专技", "专业技术岗位", 13, 1 },
  { SZ_POST_MANAGEMENT, "management", "管理", "管理岗位", 10, 2 },
  { SZ_POST_WORKER, "worker", "技术工", "工勤技能岗位", ORDINARY_WORKER_LEVEL, 3 },
};

/* Words that begin a post, longer ones before their own beginnings. */
static const struct
{
  const char *word;
  SzPostCategory category;
  gboolean may_stand_alone;
} words[] = {
  { "专业技术岗位", SZ_POST_PROFESSIONAL, TRUE },
  { "专业技术岗", SZ_POST_PROFESSIONAL, TRUE },
  { "专业技术", SZ_POST_PROFESSIONAL, TRUE },
  { "专技岗位", SZ_POST_PROFESSIONAL, TRUE },
  { "专技岗", SZ_POST_PROFESSIONAL, TRUE },
  { "专技", SZ_POST_PROFESSIONAL, TRUE },
  { "管理岗位", SZ_POST_MANAGEMENT, TRUE },
  { "管理岗", SZ_POST_MANAGEMENT, TRUE },
  { "管理", SZ_POST_MANAGEMENT, TRUE },
  { "工勤技能岗位", SZ_POST_WORKER, TRUE },
  { "工勤技能岗", SZ_POST_WORKER, TRUE },
  { "工勤技能", SZ_POST_WORKER, TRUE },
  { "工勤岗位", SZ_POST_WORKER, TRUE },
  { "工勤岗", SZ_POST_WORKER, TRUE },
  { "工勤", SZ_POST_WORKER, TRUE },
  { "技术工", SZ_POST_WORKER, FALSE },
};

static const char *const numerals[]
    = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三" };

static const char *const band_names[SZ_N_BANDS] = {
  [SZ_BAND_NONE] = "",
  [SZ_BAND_FULL_SENIOR] = "正高级",
  [SZ_BAND_ASSOCIATE_SENIOR] = "副高级",
  [SZ_BAND_INTERMEDIATE] = "中级",
  [SZ_BAND_JUNIOR] = "初级",
  [SZ_BAND_MANAGEMENT] = "管理",
  [SZ_BAND_WORKER] = "工勤",
};

static const Category *
find_category (SzPostCategory category)
{
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    if (categories[i].category == category)
      return &categories[i];
  return NULL;
}

static SzPost
make_post (SzPostCategory category, int level)
{
  return (SzPost)category * CATEGORY_FACTOR + level;
}

/* 八 or 8; 0 when it is neither. */
static int
parse_level (const char *text)
{
  if (g_ascii_isdigit (*text))
    return strlen (text) <= 2 && strspn (text, "0123456789") == strlen (text) ? atoi (text) : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (g_str_equal (text, numerals[i]))
      return (int)i + 1;
  return 0;
}

/* The levels one can write; 普通工 has no number of its own. */
static int
get_last_level (SzPostCategory category)
{
  return category == SZ_POST_WORKER ? ORDINARY_WORKER_LEVEL - 1 : find_category (category)->levels;
}

static SzPost
parse_behind_word (SzPostCategory category, char *rest)
{
  int level;

  if (!g_str_has_suffix (rest, "级"))
    return 0;
  rest[strlen (rest) - strlen ("级")] = '\0';
  level = parse_level (rest);
  return level >= 1 && level <= get_last_level (category) ? make_post (category, level) : 0;
}

/* 七级职员 is what the rules of management posts call 管理七级. */
static SzPost
parse_clerk (const char *text)
{
  g_autofree char *level = NULL;

  if (!g_str_has_suffix (text, "职员"))
    return 0;
  level = g_strndup (text, strlen (text) - strlen ("职员"));
  return parse_behind_word (SZ_POST_MANAGEMENT, level);
}

SzPost
sz_post_parse (const char *text)
{
  g_autofree char *folded = sz_text_fold (text);

  if (g_str_equal (folded, "普通工"))
    return make_post (SZ_POST_WORKER, ORDINARY_WORKER_LEVEL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i].word))
      {
        char *rest = folded + strlen (words[i].word);

        if (*rest == '\0')
          return words[i].may_stand_alone ? make_post (words[i].category, 0) : 0;
        return parse_behind_word (words[i].category, rest);
      }
  return parse_clerk (folded);
}

char *
sz_post_name (SzPost post)
{
  const Category *category = find_category (sz_post_category (post));
  const int level = sz_post_level (post);

  if (category == NULL)
    return g_strdup ("");
  if (level == 0)
    return g_strdup (category->name);
  if (category->category == SZ_POST_WORKER && level == ORDINARY_WORKER_LEVEL)
    return g_strdup ("普通工");
  return g_strdup_printf ("%s%s级", category->level_prefix, numerals[level - 1]);
}

char *
sz_post_code (SzPost post)
{
  const Category *category = find_category (sz_post_category (post));

  if (category == NULL)
    return g_strdup ("");
  if (sz_post_level (post) == 0)
    return g_strdup (category->code);
  return g_strdup_printf ("%s-%d", category->code, sz_post_level (post));
}

SzPost
sz_post_from_code (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (categories); i++)
    {
      const char *rest = code + strlen (categories[i].code);
      int level;

      if (!g_str_has_prefix (code, categories[i].code))
        continue;
      if (*rest == '\0')
        return make_post (categories[i].category, 0);
      if (*rest != '-' || !g_ascii_isdigit (rest[1]))
        return 0;
      level = parse_level (rest + 1);
      return level >= 1 && level <= categories[i].levels ? make_post (categories[i].category, level)
                                                         : 0;
    }
  return 0;
}

SzPostCategory
sz_post_category (SzPost post)
{
  const Category *category;

  if (post < 0)
    return SZ_POST_NONE;
  category = find_category ((SzPostCategory)(post / CATEGORY_FACTOR));
  if (category == NULL || post % CATEGORY_FACTOR > category->levels)
    return SZ_POST_NONE;
  return category->category;
}

int
sz_post_level (SzPost post)
{
  return sz_post_category (post) == SZ_POST_NONE ? 0 : post % CATEGORY_FACTOR;
}

static SzBand
get_professional_band (int level)
{
  if (level == 0)
    return SZ_BAND_NONE;
  if (level <= 4)
    return SZ_BAND_FULL_SENIOR;
  if (level <= 7)
    return SZ_BAND_ASSOCIATE_SENIOR;
  if (level <= 10)
    return SZ_BAND_INTERMEDIATE;
  return SZ_BAND_JUNIOR;
}

SzBand
sz_post_band (SzPost post)
{
  switch (sz_post_category (post))
    {
    case SZ_POST_PROFESSIONAL:
      return get_professional_band (sz_post_level (post));
    case SZ_POST_MANAGEMENT:
      return SZ_BAND_MANAGEMENT;
    case SZ_POST_WORKER:
      return SZ_BAND_WORKER;
    case SZ_POST_NONE:
    default:
      return SZ_BAND_NONE;
    }
}

const char *
sz_band_name (SzBand band)
{
  g_return_val_if_fail ((guint)band < SZ_N_BANDS, "");
  return band_names[band];
}

SzBand
sz_band_parse (const char *name)
{
  g_autofree char *folded = sz_text_fold (name);

  for (int band = SZ_BAND_NONE + 1; band < SZ_N_BANDS; band++)
    if (g_str_equal (folded, band_names[band]))
      return (SzBand)band;
  return SZ_BAND_NONE;
}

int
sz_post_order (SzPost post)
{
  const Category *category = find_category (sz_post_category (post));
  const int level = sz_post_level (post);

  if (category == NULL)
    return G_MAXINT;
  return category->rank * CATEGORY_FACTOR + (level == 0 ? LEVEL_LAST : level);
}
