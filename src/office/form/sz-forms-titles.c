/* sz-forms-titles.c — the forms of posts, titles and appointment 岗位、职称、聘任
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-titles.h"

#include <glib/gi18n.h>

static const SzFormMissing no_posts = {
  N_ ("No posts yet"),
  N_ ("This form compares the approved posts with the people on them. Import the roster or the "
      "approved numbers first."),
  N_ ("_Import…"), NULL
};
static const SzFormMissing no_round = {
  N_ ("No applications yet"),
  N_ ("This form is about a round of titles. Make a round and import its applications first."),
  N_ ("_Import…"), NULL
};
static const SzFormMissing no_ballots
    = { N_ ("No votes yet"),
        N_ ("This form shows how the panel of a round voted. Import the votes first."),
        N_ ("_Import…"), NULL };
static const SzFormMissing no_cases
    = { N_ ("No appointments yet"),
        N_ ("This form lists the appointments that were decided. Open and decide one first."), NULL,
        NULL };

const SzFormEntry sz_forms_titles[] = {
  { { "F10", "岗位设置及聘用情况表", SZ_FORM_NEEDS_DAY,
      SZ_FORM_NEEDS_PROPOSE | SZ_FORM_NEEDS_TOTAL | SZ_FORM_NEEDS_PROFESSIONAL | SZ_FORM_NEEDS_RATIO
          | SZ_FORM_NEEDS_SENIOR,
      &no_posts },
    .rows = { { "post_plans" } },
    .make = sz_form_make_f10 },
  { { "F11", "职称申报人员情况一览表", SZ_FORM_NEEDS_BATCH, SZ_FORM_NEEDS_TARGET, &no_round },
    .rows = { { "title_applications" } },
    .make = sz_form_make_f11 },
  { { "F12", "申报条件核对表", SZ_FORM_NEEDS_BATCH, SZ_FORM_NEEDS_PERSON, &no_round },
    .rows = { { "title_applications" } },
    .make = sz_form_make_f12 },
  { { "F13", "评审表决结果汇总表", SZ_FORM_NEEDS_BATCH, 0, &no_ballots },
    .rows = { { "ballots" } },
    .table = &sz_form_f13 },
  { { "F14", "评审通过人员公示", SZ_FORM_NEEDS_BATCH, 0, &no_ballots },
    .rows = { { "ballots" } },
    .table = &sz_form_f14 },
  { { "F15", "岗位聘用（变动）名册", SZ_FORM_NEEDS_FROM | SZ_FORM_NEEDS_TO, SZ_FORM_NEEDS_PUBLIC,
      &no_cases },
    .rows = { { "appointment_cases" } },
    .table = &sz_form_f15 },
  { { 0 } },
};
