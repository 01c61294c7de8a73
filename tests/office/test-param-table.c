/* test-param-table.c — values of parameters as people read and change them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>

#include "sz-param-table.h"
#include "sz-rules.h"

static void
test_shapes (void)
{
  static const struct
  {
    const char *json;
    SzParamShape shape;
    guint n_columns;
    guint n_rows;
  } cases[] = {
    { "\"0.8\"", SZ_PARAM_PLAIN, 1, 1 },
    { "[1,3,4]", SZ_PARAM_LIST, 1, 1 },
    { "{\"理论\":\"1.0\",\"双语\":\"1.2\"}", SZ_PARAM_MAP, 2, 2 },
    { "{\"2-4\":[1,3,6]}", SZ_PARAM_MAP, 2, 1 },
    { "[[40,\"1.0\"],[0,\"1.9\"]]", SZ_PARAM_GRID, 2, 2 },
    { "[[\"5.00\",\"3\"],[null,\"45\"]]", SZ_PARAM_GRID, 2, 2 },
    { "[{\"sex\":\"男\",\"age\":60}]", SZ_PARAM_RECORDS, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzParamTable) table = sz_param_table_new (cases[i].json);
      g_autofree char *back = NULL;

      g_assert_nonnull (table);
      g_assert_cmpint (table->shape, ==, cases[i].shape);
      g_assert_cmpuint (table->n_columns, ==, cases[i].n_columns);
      g_assert_cmpuint (table->rows->len, ==, cases[i].n_rows);
      back = sz_param_table_to_json (table);
      g_assert_cmpstr (back, ==, cases[i].json);
    }
}

/* RULE num-7: whatever ships can be shown, and comes back as it was. */
static void
test_presets (void)
{
  g_autoptr (GArray) presets = sz_rules_presets ();

  g_assert_cmpuint (presets->len, >, 30);
  for (guint i = 0; i < presets->len; i++)
    {
      const SzParam *param = &g_array_index (presets, SzParam, i);
      g_autoptr (SzParamTable) table = sz_param_table_new (param->value);
      g_autofree char *back = NULL;
      json_t *before = json_loads (param->value, JSON_DECODE_ANY, NULL);
      json_t *after;

      g_test_message ("%s", param->key);
      g_assert_nonnull (table);
      back = sz_param_table_to_json (table);
      after = json_loads (back, JSON_DECODE_ANY, NULL);
      g_assert_true (json_equal (before, after));
      g_assert_true (sz_rules_check (param->key, back, NULL));
      json_decref (before);
      json_decref (after);
    }
}

static void
set_cell (SzParamTable *table, guint row, guint column, const char *text)
{
  char **cells = g_ptr_array_index (table->rows, row);

  g_free (cells[column]);
  cells[column] = g_strdup (text);
}

static void
test_change (void)
{
  g_autoptr (SzParamTable) grid = sz_param_table_new ("[[40,\"1.0\"],[0,\"1.9\"]]");
  g_autoptr (SzParamTable) map = sz_param_table_new ("{\"金蓝领\":\"1.2\"}");
  g_autoptr (SzParamTable) list = sz_param_table_new ("[1,3]");
  g_autofree char *changed = NULL;
  g_autofree char *emptied = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *wrong = NULL;
  GStrv row = g_new0 (char *, 3);

  set_cell (grid, 0, 0, " 45 ");
  set_cell (grid, 1, 1, "2.0");
  changed = sz_param_table_to_json (grid);
  g_assert_cmpstr (changed, ==, "[[45,\"1.0\"],[0,\"2.0\"]]");

  /* A new row; one whose first cell is emptied goes. */
  row[0] = g_strdup ("退役军人");
  row[1] = g_strdup ("1.1");
  g_ptr_array_add (map->rows, row);
  set_cell (map, 0, 0, "");
  emptied = sz_param_table_to_json (map);
  g_assert_cmpstr (emptied, ==, "{\"退役军人\":\"1.1\"}");

  set_cell (list, 0, 0, "1，3、 9");
  listed = sz_param_table_to_json (list);
  g_assert_cmpstr (listed, ==, "[1,3,9]");

  /* What is no number stays visible for the rule to refuse. */
  set_cell (grid, 0, 0, "many");
  wrong = sz_param_table_to_json (grid);
  g_assert_cmpstr (wrong, ==, "[[\"many\",\"1.0\"],[0,\"2.0\"]]");
  g_assert_false (sz_rules_check ("load.size", wrong, NULL));
}

static void
test_strange (void)
{
  static const char *const strange[] = { "",
                                         "{",
                                         "true",
                                         "1.5",
                                         "[]",
                                         "{}",
                                         "[[1],[1,2]]",
                                         "[{\"a\":1},{\"b\":1}]",
                                         "{\"a\":true}",
                                         "[[1,\"x\"],[\"y\",\"x\"]]" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (SzParamTable) table = sz_param_table_new (strange[i]);

      /* What is no JSON is no table; what is deeper or uneven is one cell that comes back as it
       * was. */
      g_assert_cmpint (table == NULL, ==, i < 2);
      if (table != NULL)
        {
          g_autofree char *back = sz_param_table_to_json (table);

          g_assert_cmpint (table->shape, ==, SZ_PARAM_PLAIN);
          g_assert_cmpstr (back, ==, strange[i]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/param-table/shapes", test_shapes);
  g_test_add_func ("/office/param-table/num-7/presets", test_presets);
  g_test_add_func ("/office/param-table/change", test_change);
  g_test_add_func ("/office/param-table/strange", test_strange);
  return g_test_run ();
}
