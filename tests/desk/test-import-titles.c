/* test-import-titles.c — the sheets of a round of titles through the import assistant: its guess of
 * each is right, and nothing is found but what the sheets hold (ttl-12, ttl-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-desk.h"

#include "sz-title-round.h"

/* A sheet, what it is, and the warnings that lie in it. */
typedef struct
{
  const char *file;
  const char *kind;
  const char *warning; /* (nullable) */
  guint n_warnings;
} Sheet;

static const Sheet before[] = {
  /* 9001 and 9004 were in service at 12 and at 15. */
  { "教职工花名册.xlsx", "people", "date.under_age", 4 },
  { "历年考核.xlsx", "assessments" },
  { "岗位核准.xlsx", "post-plan" },
  { "聘任记录.xlsx", "appointments" },
  { "职称证书.csv", "titles" },
  { "学历学位.xlsx", "education" },
  { "证书.xlsx", "certificates" },
  { "年度课时.xls", "yearly-hours" },
  { "继续教育.csv", "further-education" },
  /* Practice twice on the same days, and advisers before they came: both are in the sheets. */
  { "企业实践.xlsx", "practice", "record.overlap", 9 },
  { "业绩成果.xlsx", "achievements" },
  { "班主任.xlsx", "roles", "record.out_of_service", 14 },
  { "请假.xlsx", "leaves" },
  { "处分.xlsx", "discipline" },
  { "双肩挑.xlsx", "dual-posts" },
  { "特设岗位.xlsx", "special-posts" },
  { "聘任量化.xlsx", "factors" },
  { "亲属关系.xlsx", "kinship" },
};

static const Sheet after[] = {
  { "职称申报.xlsx", "title-batch" }, { "申报材料.xlsx", "title-evidence" },
  { "评委名单.xlsx", "panel" },       { "回避.xlsx", "recusals" },
  { "评审表决.xlsx", "ballots" },
};

static void
import_sheet (ImportDesk *desk, const Sheet *sheet)
{
  g_autofree char *path = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "samples",
                                            "titles-2025", sheet->file, NULL);
  const SzIssueList *issues;

  g_test_message ("%s", sheet->file);
  import_desk_open_file (desk, path);
  g_assert_nonnull (desk->dialog->draft->kind);
  g_assert_cmpstr (desk->dialog->draft->kind->word, ==, sheet->kind);
  import_desk_press_next (desk);
  import_desk_press_next (desk);
  g_assert_cmpint (desk->dialog->step, ==, SZ_IMPORT_CHECK);
  issues = desk->dialog->outcome->result->issues;
  g_assert_cmpuint (sz_issue_list_errors (issues), ==, 0);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, sheet->n_warnings);
  for (guint i = 0; i < sheet->n_warnings; i++)
    g_assert_cmpstr (sz_issue_list_get (issues, i)->code, ==, sheet->warning);
  import_desk_press_next (desk);
  import_desk_press_import (desk);
}

static void
make_round (ImportDesk *desk)
{
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", NULL);
  const SzTitleRoundNew round = { .name = "2025年度职称评审",
                                  .year = 2025,
                                  .opens = sz_date_make (2025, 10, 9),
                                  .closes = sz_date_make (2025, 10, 31),
                                  .cutoff = sz_date_make (2025, 12, 31) };
  g_autoptr (GError) error = NULL;

  g_assert_true (sz_title_round_new (office, &round, &error));
  g_assert_no_error (error);
}

static void
test_sheets (void)
{
  ImportDesk desk;

  import_desk_open (&desk);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    import_sheet (&desk, &before[i]);
  make_round (&desk);
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    import_sheet (&desk, &after[i]);
  import_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/import-titles/ttl-14/sample", test_sheets);
  return g_test_run ();
}
