/* college-small.h — the handbook's little college, imported as an office would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-fixture.h"

G_BEGIN_DECLS

/** SmallPerson: one row of the roster; the ID number is made up from the place in the list. */
typedef struct
{
  const char *staff_no;
  const char *name;
  const char *department;
  const char *employment; /* 人员类别 */
  const char *category;   /* 岗位类别 */
  const char *post;       /* 岗位等级 */
  const char *full_time;  /* 是/否 */
  const char *entry;      /* 来校日期 */
  const char *exit;       /* 离校日期, "" */
  const char *regime;     /* 薪酬方式 */
} SmallPerson;

/** small_import_people: imports @people as kind `people`. */
void small_import_people (Fixture *fixture, const SmallPerson *people, gsize n);

/** small_import_handbook: the five people of handbook P2 with their assessments of 2025, one out of
 *  service, one external. */
void small_import_handbook (Fixture *fixture);

/** SMALL_SCHEME: 100,000.00 shared out by post × assessment × months. */
extern const char small_scheme[];

G_END_DECLS
