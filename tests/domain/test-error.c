/* test-error.c — codes and arguments survive the way through GError
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>

#include "check-error.h"

static void
test_code_and_arguments (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = NULL;

  g_assert_false (sz_error_set (&error, SZ_ERROR_REFUSED, "quota.exceeded", "limit", "77", "used",
                                "a=b", "nothing", NULL, "name", "王 小明", NULL));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
  args = sz_error_dup_args (error);
  g_assert_cmpuint (g_strv_length (args), ==, 4);
  g_assert_cmpstr (args[0], ==, "limit=77");
  g_assert_cmpstr (args[1], ==, "used=a=b");
  g_assert_cmpstr (args[2], ==, "nothing=");
  g_assert_cmpstr (args[3], ==, "name=王 小明");
  check_error (&error, SZ_ERROR_REFUSED, "quota.exceeded", NULL);
}

static void
test_no_arguments (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) args = NULL;

  sz_error_set (&error, SZ_ERROR_BUSY, "db.busy", NULL);
  args = sz_error_dup_args (error);
  g_assert_nonnull (args);
  g_assert_null (args[0]);
  check_error (&error, SZ_ERROR_BUSY, "db.busy", "");
}

static void
test_separator_in_value (void)
{
  g_autoptr (GError) error = NULL;

  sz_error_set (&error, SZ_ERROR_FORMAT, "number.invalid", "value",
                "1\x1f"
                "code=2",
                NULL);
  check_error (&error, SZ_ERROR_FORMAT, "number.invalid", "value=1 code=2");
}

static void
test_nobody_listens (void)
{
  g_assert_false (sz_error_set (NULL, SZ_ERROR_IO, "file.missing", "path", "/a", NULL));
}

static void
test_foreign (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT,
                                                  "no\x1f"
                                                  "a=1");
  g_autofree char *code = sz_error_dup_code (error);
  g_auto (GStrv) args = sz_error_dup_args (error);

  g_assert_cmpstr (code, ==,
                   "no\x1f"
                   "a=1");
  g_assert_null (args[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/error/code-and-arguments", test_code_and_arguments);
  g_test_add_func ("/domain/error/no-arguments", test_no_arguments);
  g_test_add_func ("/domain/error/separator-in-value", test_separator_in_value);
  g_test_add_func ("/domain/error/nobody-listens", test_nobody_listens);
  g_test_add_func ("/domain/error/foreign", test_foreign);
  return g_test_run ();
}
