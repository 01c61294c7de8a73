/* sz-package-part.c — what can be handed over: parts and their tables (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-part.h"

/* clang-format off */
static const char *const people[] = {
  "people", "person_records", "services", "departments", "leaves", "staff_contracts",
  "bank_accounts", NULL,
};
static const char *const workload[] = {
  "people", "teaching_records", "training_records", "training_incomes", "quotas", "roles", "awards",
  "factors", "assessments", "timetable", NULL,
};
static const char *const ledger[] = {
  "pay_ledger", "advances", "withholdings", "transfers", "talents", "annual_pays", "salaries",
  "tax_statuses", NULL,
};
static const char *const params[] = { "parameters", "calendar_days", NULL };
static const char *const registers[] = {
  "targets", "target_entries", "trainees", "majors", "graduates", "skill_dues", "skill_results",
  "rotation_roster", "rotation_courses", "contests", "leaders", "kinships", NULL,
};

static const SzPackagePart parts[] = {
  { "people", FALSE, people },
  { "workload", TRUE, workload },
  { "ledger", TRUE, ledger },
  { "params", FALSE, params },
  { "registers", TRUE, registers },
};
/* clang-format on */

const SzPackagePart *
sz_package_part_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].name, name))
      return &parts[i];
  return NULL;
}

char *
sz_package_part_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", parts[i].name);
  return g_string_free (names, FALSE);
}
