/* test-namesearch.c — readings of names, and what is typed to find them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-namekey.h"

#include "names.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *pinyin;
} Reading;

static const Reading readings[] = {
  { "曾国藩", "zeng guo fan" },
  { "单雄信", "shan xiong xin" },
  { "解珍", "xie zhen" },
  { "仇英", "qiu ying" },
  { "区适", "ou shi" },
  { "查良镛", "zha liang yong" },
  { "翟明", "zhai ming" },
  { "朴信惠", "piao xin hui" },
  { "缪明", "miao ming" },
  { "薄一", "bo yi" },
  { "洗明", "xian ming" },
  { "宓明", "mi ming" },
  { "盖明", "ge ming" },
  { "种师道", "chong shi dao" },
  { "乐嘉", "yue jia" },
  { "召明", "shao ming" },
  { "员明", "yun ming" },
  { "吕布", "lv bu" },
  { "闾丘明", "lv qiu ming" },
  { "覃明", "qin ming" },
  { "任重", "ren chong" },
  { "华明", "hua ming" },
  { "尉迟恭", "yu chi gong" },
  { "尉明", "wei ming" },
  { "万俟卨", "mo qi xie" },
  { "万明", "wan ming" },
  { "澹台明", "tan tai ming" },
  { "长孙无忌", "zhang sun wu ji" },
  { "令狐冲", "ling hu chong" },
  /* a surname's reading is for the first place only */
  { "王曾", "wang zeng" },
  { "王解", "wang jie" },
  { "王单", "wang dan" },
  { "王乐", "wang le" },
  { "李晟", "li sheng" },
  { "陈珩", "chen heng" },
  /* no surname before a dot, no Han at all, no reading */
  { "买买提·艾力", "mai mai ti ai li" },
  { "单·布和", "dan bu he" },
  { "John Smith", "john smith" },
  { "王　伟", "wang wei" },
  { "王〇", "wang ling" },
};

static void
test_pinyin (gconstpointer data)
{
  const Reading *c = data;
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *pinyin = sz_name_keys_pinyin (keys, c->name);

  g_assert_cmpstr (pinyin, ==, c->pinyin);
}

typedef struct
{
  const char *name;
  const char *pinyin; /* as corrected */
  const char *found;  /* by each of these, with blanks between */
  const char *missed;
} Search;

static const Search searches[] = {
  { "曾国藩", NULL, "曾 国藩 曾国藩 zeng zengguofan zg zgf ZGF Zeng'Guo ceng z",
    "guofan gf zgfx 藩国 x" },
  { "吕布", NULL, "lv lu lü LÜ lvbu lubu lb lǚ ｌｖ", "l吕 lub吕 bu" },
  { "王女绿", NULL, "wangnvlv wangnulu wangnülü wnl", "wangnvb" },
  { "朴树", NULL, "piao pu piaoshu pushu ps", "po" },
  { "尉迟恭", NULL, "尉迟 yuchi weichi yuchigong ycg wcg", "chi gong cg" },
  { "万俟卨", NULL, "moqi wanqi mqx wqx", "qixie" },
  { "覃明", NULL, "qin tan qm tm qinming tanming", "ming" },
  { "覃明", "chén míng", "chen chenming cm qinming tanming tm", "ming" },
  { "覃明", "chenming", "chen chenming qm", "cm" },
  { "李明", "lv ming", "lvming luming lm", "" },
  { "西安", NULL, "xi'an xian xa XI’AN", "xi-an" },
  { "王乐", NULL, "wangle wangyue wl wy", "" },
  { "王　伟", NULL, "王伟 wangwei ww 伟", "" },
  { "买买提·艾力", NULL, "买买提艾力 买买提·艾力 买买提．艾力 mmt maimaitiaili 艾力", "aili" },
  { "John Smith", NULL, "john JOHN smith johnsmith js", "ss" },
  { "Ａ某", NULL, "a a某 amou am", "mou" },
  { "张𬭎", NULL, "张 𬭎 zhang zhanghong zh", "" },
};

static void
test_search (gconstpointer data)
{
  const Search *c = data;
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *key = sz_name_keys_search_key (keys, c->name, c->pinyin);
  g_auto (GStrv) found = g_strsplit (c->found, " ", -1);
  g_auto (GStrv) missed = g_strsplit (c->missed, " ", -1);

  for (guint i = 0; found[i] != NULL; i++)
    {
      g_autofree char *query = sz_name_fold_query (found[i]);

      g_test_message ("%s finds %s", found[i], c->name);
      g_assert_true (sz_name_key_matches (key, query));
    }
  for (guint i = 0; missed[i] != NULL && missed[i][0] != '\0'; i++)
    {
      g_autofree char *query = sz_name_fold_query (missed[i]);

      g_test_message ("%s does not find %s", missed[i], c->name);
      g_assert_false (sz_name_key_matches (key, query));
    }
}

static void
test_key_lines (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *key = sz_name_keys_search_key (keys, "吕　布", NULL);

  g_assert_cmpstr (key, ==, "吕布\nlvbu\nlubu\nlb");
}

static const Reading folds[] = {
  { " Zēng’guó fān ", "zengguofan" },
  { "LÜ", "lv" },
  { "lu\xcc\x88", "lv" },
  { "nǚ lǘ", "nvlv" },
  { "ＡＢ１２　王", "ab12王" },
  { "買買提·艾力", "買買提艾力" },
  { "\t\n\x01", "" },
  { "a\xff"
    "b",
    "a\xef\xbf\xbd"
    "b" },
  { "", "" },
};

static void
test_fold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = sz_name_fold_query (folds[i].name);
      g_autofree char *again = sz_name_fold_query (folded);

      g_assert_cmpstr (folded, ==, folds[i].pinyin);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_many_readings_end (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *name = g_strnfill (3 * 2000, 'x');
  g_autofree char *key = NULL;

  for (guint i = 0; i < 2000; i++)
    memcpy (name + (gsize)3 * i, "乐", 3);
  key = sz_name_keys_search_key (keys, name, NULL);
  g_assert_true (g_str_has_prefix (key, name));
  g_assert_cmpuint (strlen (key), <, (gsize)2000 * 3 * 70);
}

/* Any part of a name, any beginning of its pinyin and of its initials finds it. */
static void
test_law_found (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  g_test_message ("seed 7");
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *name = make_name (random);
      g_autofree char *key = sz_name_keys_search_key (keys, name, NULL);
      g_autofree char *pinyin = sz_name_keys_pinyin (keys, name);
      g_autofree char *part = pick_part (random, name);
      g_autofree char *part_query = sz_name_fold_query (part);
      g_autofree char *query = sz_name_fold_query (pinyin);
      g_auto (GStrv) syllables = g_strsplit (pinyin, " ", -1);
      g_autoptr (GString) initials = g_string_new (NULL);

      for (guint j = 0; syllables[j] != NULL; j++)
        g_string_append_c (initials, syllables[j][0]);
      g_assert_true (sz_name_key_matches (key, part_query));
      g_assert_true (sz_name_key_matches (key, initials->str));
      query[g_rand_int_range (random, 1, (gint32)strlen (query) + 1)] = '\0';
      g_assert_true (sz_name_key_matches (key, query));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/domain/ppl-6/pinyin/%u-%s", i, readings[i].pinyin);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &readings[i], test_pinyin);
    }
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/domain/ppl-6/search/%u", i);

      g_test_add_data_func (path, &searches[i], test_search);
    }
  g_test_add_func ("/domain/ppl-6/key-lines", test_key_lines);
  g_test_add_func ("/domain/ppl-6/fold", test_fold);
  g_test_add_func ("/domain/ppl-6/many-readings-end", test_many_readings_end);
  g_test_add_func ("/domain/ppl-6/law/found", test_law_found);
  return g_test_run ();
}
