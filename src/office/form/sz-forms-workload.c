/* sz-forms-workload.c — the forms about teaching and training
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-forms-workload.h"

#define TEACHING                                                                                   \
  {                                                                                                \
    "teaching_records", "year"                                                                     \
  }
#define TRAINING                                                                                   \
  {                                                                                                \
    "training_records", "date", TRUE                                                               \
  }

static const SzFormMissing no_teaching
    = { N_ ("No teaching yet"), N_ ("This form shows teaching workload. Import it first."),
        N_ ("_Import…"), NULL };

static const SzFormMissing no_training
    = { N_ ("No training yet"), N_ ("This form shows training records. Import them first."),
        N_ ("_Import…"), NULL };

static const SzFormMissing no_workload
    = { N_ ("No workload yet"),
        N_ ("This form adds up teaching and training workload. Import either of them first."),
        N_ ("_Import…"), NULL };

static const SzFormMissing no_incomes
    = { N_ ("No training accounts yet"),
        N_ ("This form shows income and cost of training projects. Import them first."),
        N_ ("_Import…"), NULL };

const SzFormEntry sz_forms_workload[] = {
  { { "F21", "培训项目收支与绩效来源测算表", SZ_FORM_NEEDS_YEAR, 0, &no_incomes },
    .rows = { { "training_incomes", "year" } },
    .table = &sz_form_f21 },
  { { "F24", "教师教学工作量统计表", SZ_FORM_NEEDS_YEAR, 0, &no_teaching },
    .rows = { TEACHING },
    .table = &sz_form_f24 },
  { { "F25", "培训工作量登记折算表", SZ_FORM_NEEDS_YEAR, 0, &no_training },
    .rows = { TRAINING },
    .make = sz_form_make_f25 },
  { { "F26", "年度工作量汇总及超课时津贴表", SZ_FORM_NEEDS_YEAR, 0, &no_workload },
    .rows = { TEACHING, TRAINING },
    .table = &sz_form_f26 },
  { { "F27", "工作量公示表", SZ_FORM_NEEDS_YEAR, SZ_FORM_NEEDS_DAY, &no_workload },
    .rows = { TEACHING, TRAINING },
    .table = &sz_form_f27 },
  { { 0 } },
};
