/* sz-package-part.c — what can be handed over: parts and their tables (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-part.h"

#include <string.h>

/* clang-format off */
static const SzPackageTable people[] = {
  { .table = "people" },
  { .table = "person_records" },
  { .table = "services" },
  { .table = "departments" },
  { .table = "leaves" },
  { .table = "staff_contracts" },
  { .table = "bank_accounts" },
  { NULL },
};

static const SzPackageTable workload[] = {
  { .table = "people" },
  { .table = "teaching_records" },
  { .table = "training_records" },
  { .table = "training_incomes" },
  { .table = "quotas" },
  { .table = "roles" },
  { .table = "awards" },
  { .table = "factors" },
  { .table = "assessments" },
  { .table = "timetable" },
  { NULL },
};

static const SzPackageTable parttime[] = {
  { .table = "contracts" },
  { .table = "contract_stretches" },
  { .table = "parttime_cases" },
  { "cases", "subject_id", "parttime_cases", NULL },
  { "case_steps", "case_id", "cases", NULL },
  { .table = "fee_sheets" },
  { .table = "fee_lines" },
  { .table = "parttime_lectures" },
  { .table = "parttime_funds" },
  { NULL },
};

static const SzPackageTable ledger[] = {
  { .table = "pay_ledger" },
  { .table = "advances" },
  { .table = "withholdings" },
  { .table = "transfers" },
  { .table = "talents" },
  { .table = "annual_pays" },
  { .table = "salaries" },
  { .table = "tax_statuses" },
  { NULL },
};

static const SzPackageTable params[] = {
  { .table = "parameters" },
  { .table = "calendar_days" },
  { NULL },
};

static const SzPackageTable pay_result[] = {
  { "pay_runs", "act_id", NULL, NULL },
  { "pay_people", "run_id", "pay_runs", NULL },
  { "pay_lines", "run_id", "pay_runs", NULL },
  { "pay_inputs", "run_id", "pay_runs", NULL },
  { "pay_differences", "run_id", "pay_runs", NULL },
  { "pay_settled", "run_id", "pay_runs", NULL },
  { "pay_nets", "run_id", "pay_runs", NULL },
  { "pay_lives", "run_id", "pay_runs", NULL },
  { "pay_splits", "run_id", "pay_runs", NULL },
  { "pay_adjustments", "run_id", "pay_runs", NULL },
  { "pay_objections", "run_id", "pay_runs", NULL },
  { "cases", "subject_id", "pay_runs", NULL },
  { "case_steps", "case_id", "cases", NULL },
  { NULL },
};

static const SzPackageTable registers[] = {
  { .table = "targets" },
  { .table = "target_entries" },
  { .table = "trainees" },
  { .table = "majors" },
  { .table = "graduates" },
  { .table = "skill_dues" },
  { .table = "skill_results" },
  { .table = "rotation_roster" },
  { .table = "rotation_courses" },
  { .table = "contests" },
  { .table = "leaders" },
  { .table = "kinships" },
  { NULL },
};

static const SzPackageTable recruit[] = {
  { "recruit_plans", "code", NULL, NULL },
  { "recruit_positions", "plan", NULL, NULL },
  { "recruit_relaxations", "plan", NULL, NULL },
  { "applicants", "plan", NULL, NULL },
  { "applicant_honours", "id_number", "applicants", "id_number" },
  { "exam_judges", "plan", NULL, NULL },
  { "exam_scores", "applicant_id", "applicants", NULL },
  { "exam_locks", "position_id", "recruit_positions", NULL },
  { "applicant_checks", "applicant_id", "applicants", NULL },
  { "applicant_decisions", "applicant_id", "applicants", NULL },
  { "recruit_objections", "position_id", "recruit_positions", NULL },
  { "recruit_hires", "applicant_id", "applicants", NULL },
  { "cases", "subject_id", "recruit_positions", NULL },
  { "case_steps", "case_id", "cases", NULL },
  { NULL },
};

/* With what was checked of those who applied. */
static const SzPackageTable titles[] = {
  { .table = "title_standards" },
  { "title_rounds", "name", NULL, NULL },
  { "title_applications", "round_id", "title_rounds", NULL },
  { "title_decisions", "round_id", "title_rounds", NULL },
  { "title_confirmations", "round_id", "title_rounds", NULL },
  { "title_scores", "round_id", "title_rounds", NULL },
  { "title_objections", "round_id", "title_rounds", NULL },
  { "title_appeals", "round_id", "title_rounds", NULL },
  { "title_notices", "round_id", "title_rounds", NULL },
  { "title_certificates", "round_id", "title_rounds", NULL },
  { "title_evidences", "round_id", "title_rounds", NULL },
  { "title_files", "round_id", "title_rounds", NULL },
  { "panel_members", "round_id", "title_rounds", NULL },
  { "recusals", "round_id", "title_rounds", NULL },
  { "ballots", "round_id", "title_rounds", NULL },
  { "record_papers", "staff_no", "title_applications", "staff_no" },
  { "schoolings", "staff_no", "title_applications", "staff_no" },
  { "certificates", "staff_no", "title_applications", "staff_no" },
  { "yearly_hours", "staff_no", "title_applications", "staff_no" },
  { "further_educations", "staff_no", "title_applications", "staff_no" },
  { "practices", "staff_no", "title_applications", "staff_no" },
  { "achievements", "staff_no", "title_applications", "staff_no" },
  { "disciplines", "staff_no", "title_applications", "staff_no" },
  { "dual_posts", "staff_no", "title_applications", "staff_no" },
  { "special_posts", "staff_no", "title_applications", "staff_no" },
  { "student_affairs", "staff_no", "title_applications", "staff_no" },
  { "cases", "subject_id", "title_rounds", NULL },
  { "case_steps", "case_id", "cases", NULL },
  { NULL },
};

static const SzPackagePart parts[] = {
  { "people", SZ_PACKAGE_OF_ALL, people },
  { "workload", SZ_PACKAGE_OF_YEAR, workload },
  { "parttime", SZ_PACKAGE_OF_ALL, parttime },
  { "ledger", SZ_PACKAGE_OF_YEAR, ledger },
  { "params", SZ_PACKAGE_OF_ALL, params },
  { "pay-result", SZ_PACKAGE_OF_RUN, pay_result },
  { "registers", SZ_PACKAGE_OF_YEAR, registers },
  { "recruit", SZ_PACKAGE_OF_PLAN, recruit },
  { "titles", SZ_PACKAGE_OF_BATCH, titles },
  { NULL },
};

static const struct
{
  const char *table;
  const char *why;
} staying[] = {
  { "settings", "each copy's own" },
  { "import_batches", "each copy's own: what it imported" },
  { "import_mappings", "each copy's own: what it learned of headings" },
  { "import_synonyms", "each copy's own: what it learned of words" },
  { "post_plans", "one office's: the plan of posts stays where posts are filled" },
  { "establishment_rows", "one office's: the establishment is kept by personnel" },
  { "appointment_cases", "one office's: what was appointed travels as records of people" },
  { "assess_years", "one office's: what was graded travels with the workload" },
  { "pay_collections", "one office's: what was handed in is the cashier's" },
  { "findings", "found anew in each copy" },
  { "finding_scans", "found anew in each copy" },
  { "rectify_items", "one office's: the supervisor closes them where they were opened" },
  { "tolerances", "one office's: what is not public stays where it was recorded" },
  { "erasures", "who was erased here must be erased there by an act of its own" },
  { "packages", "each copy's own trace" },
  { "handover_rows", "each copy's own trace" },
  { "trusted_keys", "trust is not handed over" },
  { "accounts", "rights are not handed over" },
  { "account_keys", "rights are not handed over" },
};
/* clang-format on */

const SzPackagePart *
sz_package_parts (void)
{
  return parts;
}

const SzPackagePart *
sz_package_part_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; parts[i].name != NULL; i++)
    if (g_str_equal (parts[i].name, name))
      return &parts[i];
  return NULL;
}

const SzPackageTable *
sz_package_part_table (const SzPackagePart *part, const char *table)
{
  g_return_val_if_fail (part != NULL && table != NULL, NULL);

  for (const SzPackageTable *line = part->tables; line->table != NULL; line++)
    if (g_str_equal (line->table, table))
      return line;
  return NULL;
}

char *
sz_package_part_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; parts[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", parts[i].name);
  return g_string_free (names, FALSE);
}

const char *
sz_package_of_word (SzPackageOf of)
{
  static const char *const words[] = { "", "year", "run", "plan", "batch" };

  return words[of];
}

const char *
sz_package_table_stays (const char *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (staying); i++)
    if (g_str_equal (staying[i].table, table))
      return staying[i].why;
  return NULL;
}
