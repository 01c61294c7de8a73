/* sz-forms-watch.c — the forms of targets and supervision 目标任务、轮训、应评尽评、整改
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-watch.h"

#include <glib/gi18n.h>

static const SzFormMissing no_targets = {
  N_ ("No targets yet"),
  N_ ("This form shows how far the targets of a year are reached. Import the allotted numbers, "
      "entries or one of the registers first."),
  N_ ("_Import…"), NULL
};
static const SzFormMissing no_due
    = { N_ ("Nobody due yet"),
        N_ ("This form lists who is due for a skill assessment. Import the 应评名单 first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_roster
    = { N_ ("No roster yet"),
        N_ ("This form lists who is due for further training. Import the 轮训名册 first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_items
    = { N_ ("No items yet"),
        N_ ("This form lists problems and how they are put right. Import the "
            "整改台账 first."),
        N_ ("_Import…"), NULL };

const SzFormEntry sz_forms_watch[] = {
  { { "F28", "高质量发展目标任务进度表", SZ_FORM_NEEDS_YEAR, SZ_FORM_NEEDS_DAY, &no_targets },
    .rows = { { "targets", "year" },
              { "target_entries", "year" },
              { "graduates", "year" },
              { "skill_dues", "year" },
              { "trainees", NULL },
              { "majors", NULL },
              { "rotation_roster", NULL },
              { "contests", NULL } },
    .make = sz_form_make_f28 },
  { { "F29", "职业技能等级认定应评尽评台账", SZ_FORM_NEEDS_YEAR, SZ_FORM_NEEDS_DAY, &no_due },
    .rows = { { "skill_dues", "year" } },
    .table = &sz_form_f29 },
  { { "F30", "骨干教师和管理人员轮训台账", SZ_FORM_NEEDS_DAY, 0, &no_roster },
    .rows = { { "rotation_roster", NULL } },
    .table = &sz_form_f30 },
  { { "F31", "风险点排查与整改台账", SZ_FORM_NEEDS_DAY, 0, &no_items },
    .rows = { { "rectify_items", NULL } },
    .table = &sz_form_f31 },
  { { 0 } },
};
