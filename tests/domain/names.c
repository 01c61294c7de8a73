/* names.c — made-up names for laws and benches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "names.h"

static const char *const COMPOUNDS[] = { "欧阳", "司马", "尉迟", "上官", "诸葛", "万俟" };

/* 田 and 由 have the same strokes; their code points stand as the table lists them. */
static const char SURNAMES[] = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程"
                               "蔡彭潘袁董余苏叶吕魏蒋田由"
                               "杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白"
                               "龙段郝孔邵史毛常万顾赖武康贺"
                               "严尹钱施牛洪龚单解仇区查翟朴缪覃毕欧";

static const char GIVEN[] = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅春萍燕彬凤洁琳"
                            "素云莲真环雪荣爱妹香月莺"
                            "媛瑞凡佳嘉琼勤珍贞莉一大小山川文武国建志远海天宇轩浩然子涵梓晨欣怡雨桐"
                            "思乐行长朝晟茜重柏盛女绿"
                            "禛祺翀喆垚㛃䶮𬭎";

static void
append_pick (GString *text, GRand *random, const char *characters)
{
  const int n = (int)g_utf8_strlen (characters, -1);
  const char *p = g_utf8_offset_to_pointer (characters, g_rand_int_range (random, 0, n));

  g_string_append_unichar (text, g_utf8_get_char (p));
}

char *
make_name (GRand *random)
{
  GString *name = g_string_new (NULL);
  const int n = g_rand_int_range (random, 0, 4) == 0 ? 1 : 2;

  if (g_rand_int_range (random, 0, 20) == 0)
    g_string_append (name,
                     COMPOUNDS[g_rand_int_range (random, 0, (gint32)G_N_ELEMENTS (COMPOUNDS))]);
  else
    append_pick (name, random, SURNAMES);
  for (int i = 0; i < n; i++)
    append_pick (name, random, GIVEN);
  return g_string_free (name, FALSE);
}

char *
pick_part (GRand *random, const char *text)
{
  const int n = (int)g_utf8_strlen (text, -1);
  const int start = g_rand_int_range (random, 0, n);

  return g_utf8_substring (text, start, g_rand_int_range (random, start + 1, n + 1));
}
