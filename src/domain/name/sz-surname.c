/* sz-surname.c — compound surnames, and characters read otherwise in names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-surname.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *readings;
} Reading;

/* 复姓; the readings are those of the surname, whatever the dictionary says. */
static const Reading COMPOUNDS[] = {
  { "欧阳", "ou yang" },   { "司马", "si ma" },      { "上官", "shang guan" },
  { "诸葛", "zhu ge" },    { "尉迟", "yu chi" },     { "万俟", "mo qi" },
  { "澹台", "tan tai" },   { "司徒", "si tu" },      { "司空", "si kong" },
  { "司寇", "si kou" },    { "夏侯", "xia hou" },    { "皇甫", "huang fu" },
  { "东方", "dong fang" }, { "东郭", "dong guo" },   { "东门", "dong men" },
  { "西门", "xi men" },    { "南宫", "nan gong" },   { "北宫", "bei gong" },
  { "公孙", "gong sun" },  { "公羊", "gong yang" },  { "公冶", "gong ye" },
  { "公西", "gong xi" },   { "公良", "gong liang" }, { "长孙", "zhang sun" },
  { "仲孙", "zhong sun" }, { "颛孙", "zhuan sun" },  { "慕容", "mu rong" },
  { "宇文", "yu wen" },    { "令狐", "ling hu" },    { "独孤", "du gu" },
  { "拓跋", "tuo ba" },    { "呼延", "hu yan" },     { "赫连", "he lian" },
  { "闻人", "wen ren" },   { "端木", "duan mu" },    { "轩辕", "xuan yuan" },
  { "钟离", "zhong li" },  { "淳于", "chun yu" },    { "单于", "chan yu" },
  { "鲜于", "xian yu" },   { "申屠", "shen tu" },    { "太史", "tai shi" },
  { "太叔", "tai shu" },   { "濮阳", "pu yang" },    { "宗政", "zong zheng" },
  { "闾丘", "lü qiu" },    { "亓官", "qi guan" },    { "乐正", "yue zheng" },
  { "漆雕", "qi diao" },   { "壤驷", "rang si" },    { "夹谷", "jia gu" },
  { "宰父", "zai fu" },    { "谷梁", "gu liang" },   { "榖梁", "gu liang" },
  { "段干", "duan gan" },  { "百里", "bai li" },     { "微生", "wei sheng" },
  { "羊舌", "yang she" },  { "巫马", "wu ma" },      { "左丘", "zuo qiu" },
  { "梁丘", "liang qiu" }, { "子车", "zi ju" },      { "第五", "di wu" },
  { "完颜", "wan yan" },   { "耶律", "ye lü" },      { "纳兰", "na lan" },
  { "叶赫", "ye he" },     { "贺兰", "he lan" },     { "屈突", "qu tu" },
  { "仆固", "pu gu" },     { "相里", "xiang li" },   { "范姜", "fan jiang" },
  { "歐陽", "ou yang" },   { "司馬", "si ma" },      { "諸葛", "zhu ge" },
  { "尉遲", "yu chi" },    { "東方", "dong fang" },
};

/* What the transliterator for names has wrong, and surnames that families read in several ways. */
static const Reading SURNAMES[] = {
  { "朴", "piao pu" },     { "缪", "miao mou" },  { "薄", "bo bao" },      { "洗", "xian xi" },
  { "宓", "mi fu" },       { "覃", "qin tan" },   { "牟", "mou mu" },      { "尉", "wei yu" },
  { "万", "wan mo" },      { "谌", "chen shen" }, { "贾", "jia gu" },      { "句", "gou ju" },
  { "郗", "xi chi" },      { "郇", "xun huan" },  { "黑", "he hei" },      { "祭", "zhai ji" },
  { "阚", "kan" },         { "柏", "bai bo" },    { "莘", "shen xin" },    { "晟", "cheng sheng" },
  { "卜", "bu" },          { "车", "che ju" },    { "盛", "sheng cheng" }, { "强", "qiang jiang" },
  { "长", "zhang chang" }, { "费", "fei bi" },    { "都", "du dou" },      { "能", "nai neng" },
  { "那", "na nuo" },      { "乜", "nie mie" },   { "佴", "nai er" },      { "适", "kuo shi" },
  { "粘", "nian" },        { "郄", "qie xi" },    { "降", "jiang xiang" }, { "行", "xing hang" },
  { "單", "shan dan" },    { "區", "ou qu" },     { "繆", "miao mou" },    { "蓋", "ge gai" },
  { "樂", "yue le" },      { "員", "yun yuan" },  { "蔚", "yu wei" },
};

/* Given names: the reading people choose, then the others they may be looked for by. */
static const Reading GIVEN[] = {
  { "乐", "le yue" },      { "长", "chang zhang" }, { "晟", "sheng cheng" },
  { "茜", "qian xi" },     { "莘", "xin shen" },    { "重", "chong zhong" },
  { "柏", "bai bo" },      { "盛", "sheng cheng" }, { "娜", "na nuo" },
  { "蔚", "wei yu" },      { "筠", "yun jun" },     { "焘", "tao dao" },
  { "朝", "chao zhao" },   { "行", "xing hang" },   { "降", "xiang jiang" },
  { "强", "qiang jiang" }, { "传", "chuan zhuan" }, { "都", "du dou" },
  { "参", "shen can" },    { "栖", "qi xi" },       { "率", "shuai lü" },
  { "单", "dan shan" },    { "曾", "zeng ceng" },   { "解", "jie xie" },
  { "贾", "jia gu" },      { "颉", "jie xie" },     { "校", "xiao jiao" },
  { "调", "tiao diao" },   { "省", "xing sheng" },  { "藏", "cang zang" },
  { "石", "shi dan" },     { "大", "da dai" },      { "种", "zhong chong" },
  { "宿", "su xiu" },      { "见", "jian xian" },   { "覃", "tan qin" },
  { "车", "che ju" },      { "沈", "shen chen" },   { "樂", "le yue" },
  { "禅", "chan shan" },   { "杉", "shan sha" },    { "琢", "zhuo zuo" },
  { "纶", "lun guan" },    { "佛", "fo" },          { "珩", "heng hang" },
  { "婼", "ruo chuo" },    { "嬛", "huan xuan" },   { "拓", "tuo ta" },
  { "隽", "jun juan" },    { "泊", "bo po" },       { "莞", "wan guan" },
  { "玢", "bin fen" },     { "炅", "jiong gui" },   { "靓", "jing liang" },
  { "栎", "li yue" },      { "昳", "yi die" },      { "埔", "pu bu" },
  { "溱", "zhen qin" },    { "湫", "qiu jiao" },    { "焯", "zhuo chao" },
  { "俶", "chu ti" },      { "伽", "jia qie" },     { "偲", "si cai" },
  { "澹", "dan tan" },     { "鹄", "hu gu" },       { "裳", "chang shang" },
  { "薄", "bo bao" },      { "峤", "qiao jiao" },   { "瑱", "zhen tian" },
  { "尉", "wei yu" },      { "乾", "qian gan" },    { "仔", "zai zi" },
};

const char *
sz_surname_get_compound (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (COMPOUNDS); i++)
    {
      const gsize length = strlen (COMPOUNDS[i].text);

      if (strncmp (name, COMPOUNDS[i].text, length) == 0 && name[length] != '\0')
        return COMPOUNDS[i].readings;
    }
  return NULL;
}

static const char *
find_reading (const Reading *table, guint n, gunichar character)
{
  char text[8] = { 0 };

  g_unichar_to_utf8 (character, text);
  for (guint i = 0; i < n; i++)
    if (strcmp (table[i].text, text) == 0)
      return table[i].readings;
  return NULL;
}

const char *
sz_surname_get_readings (gunichar character)
{
  return find_reading (SURNAMES, G_N_ELEMENTS (SURNAMES), character);
}

const char *
sz_surname_get_given_readings (gunichar character)
{
  return find_reading (GIVEN, G_N_ELEMENTS (GIVEN), character);
}

gboolean
sz_surname_is_separator (gunichar character)
{
  switch (character)
    {
    case 0x00b7: /* the interpunct of GB 18030 */
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22c5:
    case 0x30fb:
    case 0xff65:
    case 0xff0e:
    case '.':
    case 0x200b:
    case 0x200c:
    case 0x200d:
    case 0xfeff:
      return TRUE;
    default:
      return g_unichar_isspace (character);
    }
}

/* RULE ppl-5 */
int
sz_surname_length (const char *name)
{
  g_autoptr (GString) clean = NULL;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (name != NULL, 0);
  valid = g_utf8_make_valid (name, -1);
  clean = g_string_sized_new (strlen (valid) + 1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (!sz_surname_is_separator (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));
  if (clean->len == 0)
    return 0;
  return sz_surname_get_compound (clean->str) == NULL ? 1 : 2;
}
