/* sz-forms-people.c — the forms about people 花名册、年度考核、退休
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-forms-people.h"

static const SzFormMissing no_people
    = { N_ ("Nobody yet"),
        N_ ("This form lists the people of the college. Import the roster first."), N_ ("_Import…"),
        NULL };

static const SzFormMissing no_assessments
    = { N_ ("No assessments yet"),
        N_ ("This form counts the grades of the year's assessment. Import them first."),
        N_ ("_Import…"), NULL };

const SzFormEntry sz_forms_people[] = {
  { { "roster", "教职工花名册", SZ_FORM_NEEDS_DAY, 0, &no_people },
    .place = -1,
    .rows = { { "people" } },
    .table = &sz_form_roster },
  { { "F16", "年度考核结果汇总表", SZ_FORM_NEEDS_YEAR, SZ_FORM_NEEDS_PUBLIC, &no_assessments },
    .rows = { { "assessments", "year" } },
    .make = sz_form_make_f16 },
  { { "F33", "退休到龄预警名册", SZ_FORM_NEEDS_DAY, 0, &no_people },
    .rows = { { "people" } },
    .table = &sz_form_f33 },
  { { 0 } },
};
