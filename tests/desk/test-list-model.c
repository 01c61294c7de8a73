/* test-list-model.c — places stay, rows come, and only the tail is told to the view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include "sz-list-model.h"
#include "sz-mask.h"

static const SzListColumn columns[]
    = { { "no", "No.", 80 }, { "card", "Card", 80, .code = TRUE }, { NULL } };

#define N_COLUMNS 2

typedef struct
{
  SzListModel *model;
  guint n_changes;
  guint position;
  guint removed;
  guint added;
  guint n_wanted;
} Watched;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Watched *watched = user_data;

  watched->n_changes++;
  watched->position = position;
  watched->removed = removed;
  watched->added = added;
}

static void
wanted_cb (gpointer user_data)
{
  ((Watched *)user_data)->n_wanted++;
}

static void
watch (Watched *watched)
{
  *watched = (Watched){ .model = sz_list_model_new (columns, N_COLUMNS) };
  sz_list_model_set_wanted (watched->model, wanted_cb, watched);
  g_signal_connect (watched->model, "items-changed", G_CALLBACK (items_changed_cb), watched);
}

/* Ids @first, @first + @step … */
static GArray *
make_ids (guint n, gint64 first, gint64 step)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + step * i;

      g_array_append_val (ids, id);
    }
  return ids;
}

static SzListRow *
make_row (gint64 id)
{
  SzListRow *row = sz_list_row_new (id, N_COLUMNS);

  row->cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  row->cells[1] = g_strdup ("110101199001011234");
  return row;
}

static GPtrArray *
make_rows (guint n, gint64 first)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, make_row (first + i));
  return rows;
}

static void
test_grow (void)
{
  Watched watched;
  guint n;

  watch (&watched);
  sz_list_model_set_screenful (watched.model, 20);
  sz_list_model_set_ids (watched.model, make_ids (100000, 1, 1), NULL, TRUE);
  n = g_list_model_get_n_items (G_LIST_MODEL (watched.model));
  g_assert_cmpuint (n, ==, 20);
  g_assert_cmpuint (watched.n_changes, ==, 1);
  while (sz_list_model_grow (watched.model))
    {
      guint more = g_list_model_get_n_items (G_LIST_MODEL (watched.model));

      g_assert_cmpuint (more, >, n);
      g_assert_cmpuint (watched.position, ==, n);
      g_assert_cmpuint (watched.removed, ==, 0);
      n = more;
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (watched.model)), ==, 100000);
  g_object_unref (watched.model);
}

static void
test_in_place (void)
{
  Watched watched;
  g_autoptr (SzListItem) item = NULL;

  watch (&watched);
  sz_list_model_set_ids (watched.model, make_ids (40, 1, 1), make_rows (40, 1), TRUE);
  item = g_list_model_get_item (G_LIST_MODEL (watched.model), 3);
  g_assert_cmpint (sz_list_item_get_id (item), ==, 4);
  g_assert_true (sz_list_item_is_loaded (item));
  watched.n_changes = 0;

  /* Sorted the other way round: the same places, nothing to tell. */
  sz_list_model_set_ids (watched.model, make_ids (40, 40, -1), NULL, FALSE);
  g_assert_cmpuint (watched.n_changes, ==, 0);
  g_assert_cmpint (sz_list_item_get_id (item), ==, 37);
  g_assert_true (sz_list_item_is_loaded (item));

  /* Fewer: the tail goes, and nothing else. */
  sz_list_model_set_ids (watched.model, make_ids (5, 11, 2), NULL, FALSE);
  g_assert_cmpuint (watched.n_changes, ==, 1);
  g_assert_cmpuint (watched.position, ==, 5);
  g_assert_cmpuint (watched.removed, ==, 35);
  g_assert_cmpuint (watched.added, ==, 0);
  g_assert_cmpint (sz_list_item_get_id (item), ==, 17);

  /* Other rows are not true any more. */
  sz_list_model_set_ids (watched.model, make_ids (5, 11, 2), NULL, TRUE);
  g_assert_false (sz_list_item_is_loaded (item));
  g_object_unref (watched.model);
}

static void
test_rows (void)
{
  Watched watched;
  g_autoptr (SzListItem) item = NULL;
  g_autoptr (GArray) wanted = NULL;
  g_autoptr (GArray) again = NULL;
  GtkWidget *cells[N_COLUMNS] = { g_object_ref_sink (gtk_inscription_new (NULL)),
                                  g_object_ref_sink (gtk_inscription_new (NULL)) };

  watch (&watched);
  sz_list_model_set_ids (watched.model, make_ids (10, 1, 1), NULL, TRUE);
  item = g_list_model_get_item (G_LIST_MODEL (watched.model), 2);
  g_assert_cmpuint (watched.n_wanted, ==, 0);
  for (guint i = 0; i < N_COLUMNS; i++)
    sz_list_model_bind (watched.model, item, i, GTK_INSCRIPTION (cells[i]));
  g_assert_cmpuint (watched.n_wanted, ==, 1);
  g_assert_false (sz_list_model_is_loaded (watched.model, 2, 1));

  wanted = sz_list_model_dup_wanted (watched.model, 0, 2);
  g_assert_cmpuint (wanted->len, ==, 0);
  g_clear_pointer (&wanted, g_array_unref);
  wanted = sz_list_model_dup_wanted (watched.model, 0, 10);
  g_assert_cmpuint (wanted->len, ==, 1);
  g_assert_cmpint (g_array_index (wanted, gint64, 0), ==, 3);
  /* It is on its way: nobody asks twice. */
  again = sz_list_model_dup_wanted (watched.model, 0, 10);
  g_assert_cmpuint (again->len, ==, 0);

  g_assert_true (sz_list_model_has_wanted (watched.model));
  sz_list_model_add_rows (watched.model, make_rows (10, 1));
  g_assert_true (sz_list_model_is_loaded (watched.model, 2, 1));
  g_assert_false (sz_list_model_has_wanted (watched.model));
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (cells[0])), ==, "3");
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (cells[1])), ==, "110***********1234");

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      sz_list_model_unbind (watched.model, item, i);
      g_object_unref (cells[i]);
    }
  g_object_unref (watched.model);
}

static void
test_find (void)
{
  Watched watched;

  watch (&watched);
  sz_list_model_set_ids (watched.model, make_ids (1000, 7, 3), NULL, TRUE);
  g_assert_cmpuint (sz_list_model_find (watched.model, 7), ==, 0);
  g_assert_cmpuint (sz_list_model_find (watched.model, 7 + 3 * 999), ==, 999);
  g_assert_cmpuint (sz_list_model_find (watched.model, 8), ==, GTK_INVALID_LIST_POSITION);
  g_object_unref (watched.model);
}

static void
test_mask (void)
{
  static const char *const cases[][2] = {
    { "110101199001011234", "110***********1234" },
    { "13952087838", "139****7838" },
    { "1234567", "*****67" },
    { "12", "*2" },
    { "", "" },
    { "港澳台居民证明号码一二", "港澳台****号码一二" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = sz_mask_code (cases[i][0]);

      g_assert_cmpstr (masked, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/list-model/grow", test_grow);
  g_test_add_func ("/desk/list-model/in-place", test_in_place);
  g_test_add_func ("/desk/list-model/rows", test_rows);
  g_test_add_func ("/desk/list-model/find", test_find);
  g_test_add_func ("/desk/mask", test_mask);
  return g_test_run ();
}
