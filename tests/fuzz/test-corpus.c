/* test-corpus.c — the inputs that once broke the readers, and the fuzzer's seeds, again and again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-table.h"

static void
test_file (gconstpointer path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  g_file_get_contents (path, &bytes, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *)bytes, n), ==, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder
      = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "fuzz", CORPUS, NULL);
  g_autoptr (GDir) entries = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  entries = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (entries);
  while ((name = g_dir_read_name (entries)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >, 0);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test
          = g_strdup_printf (CORPUS_PATH "/%s", (char *)g_ptr_array_index (names, i));

      g_test_add_data_func_full (test,
                                 g_build_filename (folder, g_ptr_array_index (names, i), NULL),
                                 test_file, g_free);
    }
  return g_test_run ();
}
