/* test-issue.c — the list of findings keeps all of them, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-issue.h"

static void
test_place_and_arguments (void)
{
  g_autoptr (SzIssueList) list = sz_issue_list_new ();
  const SzIssue *first;
  const SzIssue *second;
  char code[] = "idcard.mismatch";

  g_assert_cmpuint (sz_issue_list_length (list), ==, 0);
  first = sz_issue_list_add (list, SZ_SEVERITY_WARNING, "heading.unknown", 0, NULL, NULL, NULL);
  sz_issue_list_set_place (list, "花名册.xlsx", "在职");
  second = sz_issue_list_add (list, SZ_SEVERITY_ERROR, code, 63, "性别", "女", "expected", "男",
                              "nothing", NULL, "a", "b=c", NULL);
  code[0] = 'x';

  g_assert_cmpuint (sz_issue_list_length (list), ==, 2);
  g_assert_cmpuint (sz_issue_list_errors (list), ==, 1);
  g_assert_true (sz_issue_list_get (list, 0) == first);
  g_assert_null (first->file);
  g_assert_null (first->sheet);
  g_assert_null (first->column);
  g_assert_null (first->args);
  g_assert_null (sz_issue_arg (first, "expected"));

  g_assert_cmpstr (second->code, ==, "idcard.mismatch");
  g_assert_true (second->code == g_intern_string ("idcard.mismatch"));
  g_assert_cmpstr (second->file, ==, "花名册.xlsx");
  g_assert_cmpstr (second->sheet, ==, "在职");
  g_assert_cmpuint (second->row, ==, 63);
  g_assert_cmpstr (second->column, ==, "性别");
  g_assert_cmpstr (second->value, ==, "女");
  g_assert_cmpstr (sz_issue_arg (second, "expected"), ==, "男");
  g_assert_cmpstr (sz_issue_arg (second, "nothing"), ==, "");
  g_assert_cmpstr (sz_issue_arg (second, "a"), ==, "b=c");
  g_assert_null (sz_issue_arg (second, "exp"));
}

static void
test_place_from_itself (void)
{
  g_autoptr (SzIssueList) list = sz_issue_list_new ();
  const SzIssue *issue;

  sz_issue_list_set_place (list, "a.xlsx", "Sheet1");
  issue = sz_issue_list_add (list, SZ_SEVERITY_ERROR, "file.format", 0, NULL, NULL, NULL);
  sz_issue_list_set_place (list, issue->file, NULL);
  issue = sz_issue_list_add (list, SZ_SEVERITY_ERROR, "file.format", 0, NULL, NULL, NULL);
  g_assert_cmpstr (issue->file, ==, "a.xlsx");
  g_assert_null (issue->sheet);
}

static void
test_sort_is_stable (void)
{
  static const guint rows[] = { 7, 3, 7, 0, 3, 4000000000u, 7 };
  static const char *const sorted[] = { "3", "1", "4", "0", "2", "6", "5" };
  g_autoptr (SzIssueList) list = sz_issue_list_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);
      sz_issue_list_add (list, SZ_SEVERITY_ERROR, "date.invalid", rows[i], "来校日期", value, NULL);
    }
  sz_issue_list_sort (list);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    g_assert_cmpstr (sz_issue_list_get (list, i)->value, ==, sorted[i]);
}

/* Pointers given out stay good while the list grows. */
static void
test_many (void)
{
  g_autoptr (SzIssueList) list = sz_issue_list_new ();
  const SzIssue *first
      = sz_issue_list_add (list, SZ_SEVERITY_WARNING, "row.duplicate", 1, NULL, "first", NULL);

  for (guint row = 2; row <= 5000; row++)
    sz_issue_list_add (list, row % 2 == 0 ? SZ_SEVERITY_ERROR : SZ_SEVERITY_WARNING,
                       "row.duplicate", row, NULL, NULL, NULL);
  g_assert_true (sz_issue_list_get (list, 0) == first);
  g_assert_cmpstr (first->value, ==, "first");
  g_assert_cmpuint (sz_issue_list_length (list), ==, 5000);
  g_assert_cmpuint (sz_issue_list_errors (list), ==, 2500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/issue/place-and-arguments", test_place_and_arguments);
  g_test_add_func ("/domain/issue/place-from-itself", test_place_from_itself);
  g_test_add_func ("/domain/issue/sort-is-stable", test_sort_is_stable);
  g_test_add_func ("/domain/issue/many", test_many);
  return g_test_run ();
}
