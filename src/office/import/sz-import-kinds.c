/* sz-import-kinds.c — the kinds of sheets a college hands in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-kinds.h"

#include "sz-kinds-college.h"
#include "sz-kinds-pay.h"
#include "sz-kinds-people.h"
#include "sz-kinds-recruit.h"
#include "sz-kinds-titles.h"
#include "sz-kinds-watch.h"

/* In the order of a year's work, two a line. */
/* clang-format off */
static const SzImportKind *const kind_list[] = {
  &sz_import_kind_departments,     &sz_import_kind_people,
  &sz_import_kind_post_plan,       &sz_import_kind_parttime,
  &sz_import_kind_teaching,        &sz_import_kind_training,
  &sz_import_kind_training_income, &sz_import_kind_assessments,
  &sz_import_kind_quotas,          &sz_import_kind_awards,
  &sz_import_kind_roles,           &sz_import_kind_factors,
  &sz_import_kind_annual_pay,      &sz_import_kind_pay_ledger,
  &sz_import_kind_advances,        &sz_import_kind_withholding,
  &sz_import_kind_transfers,       &sz_import_kind_talents,
  &sz_import_kind_timetable,       &sz_import_kind_leaves,
  &sz_import_kind_kinship,         &sz_import_kind_establishment,
  &sz_import_kind_positions,       &sz_import_kind_relaxations,
  &sz_import_kind_applicants,      &sz_import_kind_honours,
  &sz_import_kind_judges,          &sz_import_kind_scores,
  &sz_import_kind_checks,          &sz_import_kind_decisions,
  &sz_import_kind_lectures,        &sz_import_kind_parttime_funds,
  &sz_import_kind_staff_contracts, &sz_import_kind_calendar,
  &sz_import_kind_salary,          &sz_import_kind_tax_status,
  &sz_import_kind_bank_accounts,   &sz_import_kind_leaders,
  &sz_import_kind_targets,         &sz_import_kind_target_entries,
  &sz_import_kind_trainees,        &sz_import_kind_majors,
  &sz_import_kind_graduates,       &sz_import_kind_skill_due,
  &sz_import_kind_skill_done,      &sz_import_kind_rotation_roster,
  &sz_import_kind_rotations,       &sz_import_kind_contests,
  &sz_import_kind_rectify,         &sz_import_kind_tolerance,
  &sz_import_kind_appointments,    &sz_import_kind_titles,
  &sz_import_kind_education,       &sz_import_kind_certificates,
  &sz_import_kind_yearly_hours,    &sz_import_kind_further_education,
  &sz_import_kind_practice,        &sz_import_kind_achievements,
  &sz_import_kind_discipline,      &sz_import_kind_dual_posts,
  &sz_import_kind_special_posts,   &sz_import_kind_student_affairs,
  &sz_import_kind_title_batch,     &sz_import_kind_title_evidence,
  &sz_import_kind_panel,           &sz_import_kind_recusals,
  &sz_import_kind_ballots,         &sz_import_kind_honour_list,
  NULL,
};
/* clang-format on */

const SzImportKind *const *
sz_import_kinds (void)
{
  return kind_list;
}

const SzImportKind *
sz_import_kind_find (const char *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  for (gsize i = 0; kind_list[i] != NULL; i++)
    if (g_str_equal (kind_list[i]->word, word) || g_strcmp0 (kind_list[i]->alias, word) == 0)
      return kind_list[i];
  return NULL;
}
