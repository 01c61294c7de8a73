/* sz-finding-kind.h — the catalogue of what supervision looks for 监督事项 (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_GRAVITY_ERROR,   /* 严重 "error" */
  SZ_GRAVITY_WARNING, /* 预警 "warning" */
  SZ_GRAVITY_NOTICE,  /* 提示 "notice" */
  SZ_N_GRAVITIES
} SzGravity;

typedef enum
{
  SZ_AREA_STAFF,   /* 人员聘用 */
  SZ_AREA_POSTS,   /* 岗位职称 */
  SZ_AREA_PAY,     /* 绩效薪酬 */
  SZ_AREA_WORK,    /* 工作量 */
  SZ_AREA_PEOPLE,  /* 人员 */
  SZ_AREA_TARGETS, /* 目标任务 */
  SZ_AREA_RECTIFY, /* 整改 */
  SZ_AREA_DATA,    /* 数据安全 */
  SZ_N_AREAS
} SzArea;

/**
 * SzFindingKind: one line of the catalogue.
 * @parts: the names of the parts of a subject, joined by `|` as the subject is; facts and links
 *   are named by them
 * @page: where one looks at the matter
 */
typedef struct
{
  const char *id;
  SzGravity gravity;
  const char *parts;
  const char *page;
} SzFindingKind;

/** sz_finding_kinds: (array length=n): in the order of the catalogue. */
const SzFindingKind *sz_finding_kinds (gsize *n);
/** sz_finding_kind_find: (nullable): by its id. */
const SzFindingKind *sz_finding_kind_find (const char *id);

/** sz_finding_area: by what stands in front of the dot of the id. */
SzArea sz_finding_area (const char *kind);
const char *sz_area_name (SzArea area);
/** sz_area_find: by its name; −1: there is none. */
int sz_area_find (const char *name);

const char *sz_gravity_word (SzGravity gravity);

G_END_DECLS
