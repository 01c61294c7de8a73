/* test-figure-table.c — a table whose figures change: sorting, selection, what is copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"
#include "sz-figure-table.h"
#include "sz-index-model.h"

typedef struct
{
  int values[5];
  const char *names[5];
  int told; /* the last row that was told as selected */
} Owner;

static char *
write_cb (gpointer data, guint row, guint column)
{
  Owner *owner = data;

  return column == 0 ? g_strdup (owner->names[row]) : g_strdup_printf ("%d", owner->values[row]);
}

static int
compare_cb (gpointer data, guint a, guint b, guint column)
{
  Owner *owner = data;

  return column == 0 ? g_strcmp0 (owner->names[a], owner->names[b])
                     : owner->values[a] - owner->values[b];
}

static SzFigureTable *
make_table (Owner *owner)
{
  static const SzFigureColumn columns[]
      = { { .title = "Name", .width = 80, .code = TRUE, .expand = TRUE },
          { .title = "Value", .width = 80, .numeric = TRUE } };
  SzFigureTable *table = g_object_ref_sink (g_object_new (SZ_TYPE_FIGURE_TABLE, NULL));

  *owner = (Owner){ { 30, 10, 20, 10, 40 }, { "c", "a", "d", "b", "e" }, -2 };
  sz_figure_table_set_owner (table, owner, write_cb, compare_cb);
  sz_figure_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  sz_figure_table_set_rows (table, G_N_ELEMENTS (owner->values));
  return table;
}

static void
assert_text (SzFigureTable *table, const char *wanted)
{
  g_autofree char *text = sz_figure_table_dup_text (table);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_sorting (void)
{
  Owner owner;
  g_autoptr (SzFigureTable) table = make_table (&owner);

  assert_text (table, "Name\tValue\nc\t30\na\t10\nd\t20\nb\t10\ne\t40\n");
  sz_figure_table_sort (table, 0, FALSE);
  assert_text (table, "Name\tValue\na\t10\nb\t10\nc\t30\nd\t20\ne\t40\n");
  /* Equal values keep the owner's order, in both directions. */
  sz_figure_table_sort (table, 1, FALSE);
  assert_text (table, "Name\tValue\na\t10\nb\t10\nd\t20\nc\t30\ne\t40\n");
  sz_figure_table_sort (table, 1, TRUE);
  assert_text (table, "Name\tValue\ne\t40\nc\t30\nd\t20\na\t10\nb\t10\n");
}

/* New figures are sorted as the old ones were, and whoever was selected stays so. */
static void
test_new_figures (void)
{
  Owner owner;
  g_autoptr (SzFigureTable) table = make_table (&owner);

  sz_figure_table_sort (table, 1, TRUE);
  sz_figure_table_select (table, 1, FALSE);
  owner.values[1] = 99;
  sz_figure_table_set_rows (table, 5);
  assert_text (table, "Name\tValue\na\t99\ne\t40\nc\t30\nd\t20\nb\t10\n");
  g_assert_cmpint (sz_figure_table_get_selected (table), ==, 1);
  sz_figure_table_set_rows (table, 1);
  g_assert_cmpint (sz_figure_table_get_selected (table), ==, -1);
  g_assert_cmpuint (sz_figure_table_get_n_rows (table), ==, 1);
}

static void
selected_cb (SzFigureTable *table, int row, gpointer user_data)
{
  ((Owner *)user_data)->told = row;
}

static void
test_selection (void)
{
  Owner owner;
  g_autoptr (SzFigureTable) table = make_table (&owner);
  GtkWidget *view = desk_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  g_signal_connect (table, "selected", G_CALLBACK (selected_cb), &owner);
  sz_figure_table_sort (table, 1, TRUE);
  sz_figure_table_select (table, 3, TRUE);
  g_assert_cmpint (owner.told, ==, -2); /* the program's own choice is no news */
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_cmpint (owner.told, ==, 4);
  g_assert_cmpint (sz_figure_table_get_selected (table), ==, 4);
}

static void
test_columns_renamed (void)
{
  static const SzFigureColumn renamed[]
      = { { .title = "Who", .width = 80, .code = TRUE, .expand = TRUE },
          { .title = "Amount", .width = 80, .numeric = TRUE } };
  static const SzFigureColumn other[] = { { .title = "Only", .width = 80, .expand = TRUE } };
  Owner owner;
  g_autoptr (SzFigureTable) table = make_table (&owner);

  sz_figure_table_sort (table, 0, TRUE);
  sz_figure_table_set_columns (table, renamed, 2);
  assert_text (table, "Who\tAmount\ne\t40\nd\t20\nc\t30\nb\t10\na\t10\n");
  sz_figure_table_set_columns (table, other, 1);
  assert_text (table, "Only\n");
  sz_figure_table_set_rows (table, 2);
  assert_text (table, "Only\nc\na\n");
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  guint *told = user_data;

  *told += removed + added;
}

/* Only the difference is told: a view asks for each item that it is told of. */
static void
test_index_model (void)
{
  g_autoptr (SzIndexModel) model = sz_index_model_new ();
  g_autoptr (SzIndexItem) first = NULL;
  g_autoptr (SzIndexItem) again = NULL;
  guint told = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (count_cb), &told);
  sz_index_model_set_size (model, 1000);
  g_assert_cmpuint (told, ==, 1000);
  sz_index_model_set_size (model, 1000);
  sz_index_model_set_size (model, 998);
  g_assert_cmpuint (told, ==, 1002);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 998);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 998));
  first = g_list_model_get_item (G_LIST_MODEL (model), 7);
  again = g_list_model_get_item (G_LIST_MODEL (model), 7);
  g_assert_true (first == again);
  g_assert_cmpuint (sz_index_item_get_index (first), ==, 7);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/figure-table/sorting", test_sorting);
  g_test_add_func ("/desk/figure-table/new-figures", test_new_figures);
  g_test_add_func ("/desk/figure-table/selection", test_selection);
  g_test_add_func ("/desk/figure-table/columns-renamed", test_columns_renamed);
  g_test_add_func ("/desk/index-model/difference-only", test_index_model);
  return g_test_run ();
}
