/* sz-posts.h — posts 岗位: categories, levels, bands (handbook §3.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_POST_NONE,
  SZ_POST_MANAGEMENT,   /* 管理 "management", levels 1–10 */
  SZ_POST_PROFESSIONAL, /* 专业技术 "professional", levels 1–13 */
  SZ_POST_WORKER,       /* 工勤技能 "worker", 技术工 levels 1–5, 普通工 6 */
} SzPostCategory;

/** SzPost: category × 100 + level; 0 is none. 专技七级 is 207. A category alone has level 0. */
typedef gint32 SzPost;

typedef enum
{
  SZ_BAND_NONE,
  SZ_BAND_FULL_SENIOR,      /* 正高级, 专技 1–4 */
  SZ_BAND_ASSOCIATE_SENIOR, /* 副高级, 5–7 */
  SZ_BAND_INTERMEDIATE,     /* 中级, 8–10 */
  SZ_BAND_JUNIOR,           /* 初级, 11–13 */
  SZ_BAND_MANAGEMENT,       /* 管理 */
  SZ_BAND_WORKER,           /* 工勤 */
  SZ_N_BANDS
} SzBand;

/** sz_post_parse: 专技八级, 专业技术八级, 管理六级, 技术工二级, 普通工, also with digits (专技8级);
 * 0 when unknown. */
SzPost sz_post_parse (const char *text);
/** sz_post_name: (transfer full) — 专技八级; 管理岗位/专业技术岗位/工勤技能岗位 for a category
 * alone. */
char *sz_post_name (SzPost post);
/** sz_post_code, sz_post_from_code: what is stored, "professional-8". (transfer full) */
char *sz_post_code (SzPost post);
SzPost sz_post_from_code (const char *code);
/** sz_post_category: of the post; sz_post_level: 1 is the highest, 0 the category alone. */
SzPostCategory sz_post_category (SzPost post);
int sz_post_level (SzPost post);
/** sz_post_band: 档 of the post (RULE pay-5). */
SzBand sz_post_band (SzPost post);
/** sz_band_name: 正高级 … 工勤, as schemes spell them (RULE pay-5); "" for none. */
const char *sz_band_name (SzBand band);
/** sz_band_parse: by its name; %SZ_BAND_NONE when unknown. */
SzBand sz_band_parse (const char *name);
/** sz_post_order: sorts 专技, 管理, 工勤, each from the highest level; for printed lists. */
int sz_post_order (SzPost post);

G_END_DECLS
