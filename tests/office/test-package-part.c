/* test-package-part.c — every table travels in a part or says why it stays (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-frozen-rows.h"
#include "sz-package-part.h"
#include "sz-row-registry.h"

static gboolean
is_in_a_part (const char *table)
{
  for (const SzPackagePart *part = sz_package_parts (); part->name != NULL; part++)
    if (sz_package_part_table (part, table) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_tables (void)
{
  const GPtrArray *types = sz_row_registry ();

  g_assert_cmpuint (types->len, >, 90);
  for (guint i = 0; i < types->len; i++)
    {
      const char *table = ((const SzRowType *)types->pdata[i])->table;

      if (is_in_a_part (table) == (sz_package_table_stays (table) != NULL))
        g_error ("%s stands in no part of pkg-1 and has no reason to stay, or has both", table);
    }
}

/* What a line goes by was read before it, and is a column of its table. */
static void
check_line (const SzPackagePart *part, const SzPackageTable *line)
{
  const SzRowType *type = sz_row_registry_find (line->table);
  const SzFrozenTable *frozen = sz_frozen_table_find (line->table);
  json_t *columns;
  const SzPackageTable *by;

  g_assert_true ((type != NULL) != (frozen != NULL));
  columns = type != NULL ? sz_natural_columns (type) : sz_frozen_columns (frozen);
  g_assert_cmpuint (json_array_size (columns), >, 0);
  g_assert_cmpuint (json_array_size (columns), <=, 64);
  if (line->column != NULL)
    g_assert_cmpint (sz_natural_find_column (columns, line->column), >=, 0);
  json_decref (columns);
  if (line->by == NULL)
    return;
  by = sz_package_part_table (part, line->by);
  g_assert_true (by != NULL && by < line);
}

static void
test_lines (void)
{
  for (const SzPackagePart *part = sz_package_parts (); part->name != NULL; part++)
    {
      g_assert_true (sz_package_part_find (part->name) == part);
      for (const SzPackageTable *line = part->tables; line->table != NULL; line++)
        check_line (part, line);
    }
}

/* The parts of RULE pkg-1, each with what it is told. */
static void
test_parts (void)
{
  static const struct
  {
    const char *name;
    const char *of;
  } parts[] = {
    { "people", "" },        { "workload", "year" }, { "parttime", "" },
    { "ledger", "year" },    { "params", "" },       { "pay-result", "run" },
    { "registers", "year" }, { "recruit", "plan" },  { "titles", "batch" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const SzPackagePart *part = sz_package_part_find (parts[i].name);

      g_assert_nonnull (part);
      g_assert_cmpstr (sz_package_of_word (part->of), ==, parts[i].of);
    }
  g_assert_null (sz_package_part_find ("everything"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/pkg-1/every-table-travels-or-says-why-not", test_tables);
  g_test_add_func ("/office/pkg-1/what-a-table-goes-by-stands-before-it", test_lines);
  g_test_add_func ("/office/pkg-1/the-parts", test_parts);
  return g_test_run ();
}
