/* test-namekey.c — names by strokes, names by pinyin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-namekey.h"
#include "sz-stroke.h"
#include "sz-surname.h"

#include "names.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  char *key;
  const char *name;
} Row;

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Row *)a)->key, ((const Row *)b)->key);
}

static void
clear_row_cb (gpointer row)
{
  g_free (((Row *)row)->key);
}

/* Sorts names given with blanks between and returns them so. */
static char *
sort_names (SzNameOrder order, const char *names)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GString) sorted = g_string_new (NULL);

  g_array_set_clear_func (rows, clear_row_cb);
  for (guint i = 0; list[i] != NULL; i++)
    {
      const Row row = { sz_name_keys_sort_key (keys, order, list[i], NULL), list[i] };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows_cb);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (sorted, "%s%s", i > 0 ? " " : "", g_array_index (rows, Row, i).name);
  return g_strdup (sorted->str);
}

typedef struct
{
  const char *path;
  SzNameOrder order;
  const char *names;
  const char *sorted;
} OrderCase;

#define BY_SURNAME SZ_NAME_ORDER_SURNAME_STROKES
#define BY_NAME SZ_NAME_ORDER_NAME_STROKES
#define BY_PINYIN SZ_NAME_ORDER_PINYIN

static const OrderCase order_cases[] = {
  { "handbook", BY_SURNAME, "洪一 欧一 林一 李一 文一 王一 丁一",
    "丁一 王一 文一 李一 林一 欧一 洪一" },
  { "six-strokes-bi-leads", BY_SURNAME, "任 伍 关 刘 华 朱 毕 江", "毕 朱 伍 任 华 刘 关 江" },
  { "one-character-given-name-first", BY_SURNAME, "田大利 田富", "田富 田大利" },
  { "one-character-given-name-by-its-strokes", BY_NAME, "田富 田大利", "田大利 田富" },
  { "one-character-given-names-among-themselves", BY_SURNAME, "田富 田一 田大", "田一 田大 田富" },
  { "surname-alone-before-all", BY_SURNAME, "田一 田", "田 田一" },
  { "compound-by-its-first-character", BY_SURNAME, "欧阳修 洪一 司马光 林一 王一 石一 上官云",
    "上官云 王一 石一 司马光 林一 欧阳修 洪一" },
  { "compound-with-one-character-first", BY_SURNAME, "欧阳大山 欧阳修 欧阳山",
    "欧阳山 欧阳修 欧阳大山" },
  { "compound-by-its-strokes", BY_NAME, "欧阳修 欧阳大山", "欧阳大山 欧阳修" },
  { "two-characters-are-no-compound", BY_SURNAME, "司大山 司马", "司马 司大山" },
  { "given-name-by-strokes-then-order", BY_SURNAME, "李小明 李大明 李万明 李小五",
    "李大明 李万明 李小五 李小明" },
  { "same-strokes-as-the-table-lists-them", BY_SURNAME,
    "于一 干一 孔一 巴一 相一 查一 水一 贝一 由一 田一",
    "干一 于一 贝一 水一 巴一 孔一 田一 由一 相一 查一" },
  { "same-strokes-stay-apart", BY_SURNAME, "由一 田三 由三 田一", "田一 田三 由一 由三" },
  { "blanks-do-not-count", BY_SURNAME, "王　伟 王一 王伟", "王一 王伟 王　伟" },
  { "letters-after-characters", BY_SURNAME, "John 龑三 丁一 买买提·艾力",
    "丁一 买买提·艾力 龑三 John" },
  { "pinyin-surname-readings", BY_PINYIN,
    "张三 曾三 单三 沙三 邵三 解三 谢三 尉迟三 袁三 区三 牛三",
    "牛三 区三 沙三 单三 邵三 谢三 解三 尉迟三 袁三 曾三 张三" },
  { "pinyin-syllables-not-letters", BY_PINYIN, "林一 李一 李明 黎一 李阿",
    "李阿 李明 李一 黎一 林一" },
  { "pinyin-lü-after-lu", BY_PINYIN, "吕一 罗一 卢一", "卢一 吕一 罗一" },
};

static void
test_order (gconstpointer data)
{
  const OrderCase *c = data;
  g_autofree char *sorted = sort_names (c->order, c->names);

  g_assert_cmpstr (sorted, ==, c->sorted);
}

static void
test_corrected_pinyin_sorts (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *qin = sz_name_keys_sort_key (keys, BY_PINYIN, "覃明", NULL);
  g_autofree char *tan = sz_name_keys_sort_key (keys, BY_PINYIN, "覃明", "Tán Míng");
  g_autofree char *joined = sz_name_keys_sort_key (keys, BY_PINYIN, "覃明", "tanming");
  g_autofree char *odd = sz_name_keys_sort_key (keys, BY_PINYIN, "覃明", "chen");
  g_autofree char *empty = sz_name_keys_sort_key (keys, BY_PINYIN, "覃明", " ");
  g_autofree char *sun = sz_name_keys_sort_key (keys, BY_PINYIN, "孙明", NULL);

  g_assert_cmpint (strcmp (qin, sun), <, 0);
  g_assert_cmpint (strcmp (tan, sun), >, 0);
  g_assert_cmpstr (joined, ==, tan);
  g_assert_cmpint (strcmp (odd, qin), <, 0);
  g_assert_cmpstr (empty, ==, qin);
}

static void
test_empty_name (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *sort = sz_name_keys_sort_key (keys, BY_SURNAME, "", NULL);
  g_autofree char *search = sz_name_keys_search_key (keys, "", NULL);
  g_autofree char *pinyin = sz_name_keys_pinyin (keys, "");

  g_assert_cmpstr (sort, ==, "");
  g_assert_cmpstr (search, ==, "");
  g_assert_cmpstr (pinyin, ==, "");
}

/* Broken bytes are no reason to read past the end. */
static void
test_broken_utf8 (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  static const char *const names[] = { "\xe5", "王\xe5\xbc", "\xff\xfe", "欧阳\xf0" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sort = sz_name_keys_sort_key (keys, BY_SURNAME, names[i], names[i]);
      g_autofree char *pinyin = sz_name_keys_sort_key (keys, BY_PINYIN, names[i], names[i]);
      g_autofree char *search = sz_name_keys_search_key (keys, names[i], names[i]);

      g_assert_cmpuint (strlen (sort), >, 0);
      g_assert_cmpuint (strlen (pinyin), >, 0);
      g_assert_true (g_utf8_validate (search, -1, NULL));
      g_assert_cmpint (sz_surname_length (names[i]), ==, i == 3 ? 2 : 1);
    }
}

static void
test_surname_length (void)
{
  g_assert_cmpint (sz_surname_length (""), ==, 0);
  g_assert_cmpint (sz_surname_length ("王"), ==, 1);
  g_assert_cmpint (sz_surname_length ("王大明"), ==, 1);
  g_assert_cmpint (sz_surname_length ("尉迟恭"), ==, 2);
  g_assert_cmpint (sz_surname_length ("欧阳　修"), ==, 2);
  g_assert_cmpint (sz_surname_length ("司马相如"), ==, 2);
  g_assert_cmpint (sz_surname_length ("司马"), ==, 1);
}

/* The rule over again, without keys: -1, 0 or 1. */
static int
compare_characters (gunichar a, gunichar b)
{
  const char *order_a = NULL;
  const char *order_b = NULL;
  const int count_a = sz_stroke_count (a, &order_a);
  const int count_b = sz_stroke_count (b, &order_b);

  if (count_a != count_b)
    return count_a == 0 || (count_b != 0 && count_a > count_b) ? 1 : -1;
  for (int i = 0; i < count_a; i++)
    {
      const char *class_a = strchr ("hspnz", order_a[i]);
      const char *class_b = strchr ("hspnz", order_b[i]);

      if (class_a != class_b)
        return class_a < class_b ? -1 : 1;
    }
  return a < b ? -1 : a > b;
}

static int
compare_names (SzNameOrder order, const char *a, const char *b)
{
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, NULL);
  const glong n_left = g_utf8_strlen (a, -1);
  const glong n_right = g_utf8_strlen (b, -1);
  const int surname_left = sz_surname_length (a);
  const int surname_right = sz_surname_length (b);

  for (glong i = 0; i < n_left && i < n_right; i++)
    {
      const gboolean blank_left = order == BY_SURNAME && i == surname_left && n_left == i + 1;
      const gboolean blank_right = order == BY_SURNAME && i == surname_right && n_right == i + 1;
      const int difference = compare_characters (left[i], right[i]);

      if (blank_left != blank_right)
        return blank_left ? -1 : 1;
      if (difference != 0)
        return difference;
    }
  return n_left < n_right ? -1 : n_left > n_right;
}

static int
get_sign (int number)
{
  return (number > 0) - (number < 0);
}

static void
test_law_keys_are_the_rule (gconstpointer data)
{
  const SzNameOrder order = (SzNameOrder)GPOINTER_TO_INT (data);
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sort_keys = g_ptr_array_new_with_free_func (g_free);

  g_test_message ("seed 5");
  for (guint i = 0; i < 300; i++)
    {
      g_ptr_array_add (names, make_name (random));
      g_ptr_array_add (sort_keys, sz_name_keys_sort_key (keys, order, names->pdata[i], NULL));
    }
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < names->len; j++)
      {
        const int by_key = get_sign (strcmp (sort_keys->pdata[i], sort_keys->pdata[j]));
        const int by_rule = compare_names (order, names->pdata[i], names->pdata[j]);

        if (by_key != by_rule)
          g_test_message ("%s %s", (char *)names->pdata[i], (char *)names->pdata[j]);
        g_assert_cmpint (by_key, ==, by_rule);
      }
}

/* Different names have different keys, in any order: then strcmp makes the order total. */
static void
test_law_total_order (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_test_message ("seed 6");
  for (guint i = 0; i < 3000; i++)
    {
      const SzNameOrder order = (SzNameOrder)(i % 3);
      g_autofree char *plain = make_name (random);
      g_autofree char *name
          = g_strdup_printf (i % 7 == 0 ? "%s Ab" : (i % 5 == 0 ? " %s" : "%s"), plain);
      g_autofree char *key = sz_name_keys_sort_key (keys, order, name, NULL);
      g_autofree char *place = g_strdup_printf ("%d %s", (int)order, key);
      const char *other = g_hash_table_lookup (seen, place);

      if (other != NULL)
        g_assert_cmpstr (other, ==, name);
      else
        g_hash_table_insert (seen, g_steal_pointer (&place), g_steal_pointer (&name));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/domain/ppl-5/", order_cases[i].path, NULL);

      g_test_add_data_func (path, &order_cases[i], test_order);
    }
  g_test_add_func ("/domain/ppl-5/corrected-pinyin-sorts", test_corrected_pinyin_sorts);
  g_test_add_func ("/domain/ppl-5/empty-name", test_empty_name);
  g_test_add_func ("/domain/ppl-5/broken-utf8", test_broken_utf8);
  g_test_add_func ("/domain/ppl-5/surname-length", test_surname_length);
  g_test_add_data_func ("/domain/ppl-5/law/keys-are-the-rule/surname-strokes",
                        GINT_TO_POINTER (BY_SURNAME), test_law_keys_are_the_rule);
  g_test_add_data_func ("/domain/ppl-5/law/keys-are-the-rule/name-strokes",
                        GINT_TO_POINTER (BY_NAME), test_law_keys_are_the_rule);
  g_test_add_func ("/domain/ppl-5/law/total-order", test_law_total_order);
  return g_test_run ();
}
