/* test-uppercase.c — amounts in Chinese capital figures (num-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-uppercase.h"

#include <string.h>

#define SEED 9

static void
test_worked (void)
{
  static const struct
  {
    SzMoney fen;
    const char *text;
  } cases[] = {
    /* The rules and the handbook. */
    { 10000000, "壹拾万元整" },
    { 2060000, "贰万零陆佰元整" },
    { 1005, "壹拾元零伍分" },
    { 10002000350, "壹亿零贰万零叁元伍角整" },
    { 100000001, "壹佰万元零壹分" },
    { 530460, "伍仟叁佰零肆元陆角整" },
    { 961105000, "玖佰陆拾壹万壹仟零伍拾元整" },
    /* Cents. */
    { 0, "零元整" },
    { 1, "壹分" },
    { 5, "伍分" },
    { 10, "壹角整" },
    { 55, "伍角伍分" },
    { 100, "壹元整" },
    { 101, "壹元零壹分" },
    { 110, "壹元壹角整" },
    { 1055, "壹拾元伍角伍分" },
    /* Zeros inside, at the edges of groups, and none at the end. */
    { 100000, "壹仟元整" },
    { 100100, "壹仟零壹元整" },
    { 101000, "壹仟零壹拾元整" },
    { 110000, "壹仟壹佰元整" },
    { 1000000, "壹万元整" },
    { 1000100, "壹万零壹元整" },
    { 1010000, "壹万零壹佰元整" },
    { 1100000, "壹万壹仟元整" },
    { 10010000, "壹拾万零壹佰元整" },
    { 100000000, "壹佰万元整" },
    { 1001000000, "壹仟零壹万元整" },
    { 1010000000, "壹仟零壹拾万元整" },
    { 10000000000, "壹亿元整" },
    { 10000000100, "壹亿零壹元整" },
    { 10000100000, "壹亿零壹仟元整" },
    { 10001000000, "壹亿零壹万元整" },
    { 10100000000, "壹亿零壹佰万元整" },
    { 11000000000, "壹亿壹仟万元整" },
    { 100000000000000, "壹万亿元整" },
    { 100000000000100, "壹万亿零壹元整" },
    { 363456000, "叁佰陆拾叁万肆仟伍佰陆拾元整" },
    { 359821440, "叁佰伍拾玖万捌仟贰佰壹拾肆元肆角整" },
    { 12345678901234, "壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分" },
    /* Differences of a correction can be negative. */
    { -530460, "负伍仟叁佰零肆元陆角整" },
    { -1, "负壹分" },
    { G_MAXINT64, "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分" },
    { G_MININT64, "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sz_uppercase_amount (cases[i].fen);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The value of a figure or of a unit; 0 for what is neither. */
static guint64
read_figure (const char *p, guint64 *unit)
{
  static const char *const figures[]
      = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };
  static const struct
  {
    const char *word;
    guint64 value;
  } units[] = { { "拾", 10 }, { "佰", 100 }, { "仟", 1000 }, { "万", 10000 }, { "亿", 100000000 } };

  *unit = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_has_prefix (p, figures[i]))
      return i;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (p, units[i].word))
      *unit = units[i].value;
  return 0;
}

/* Reads an amount back as people do, so that no digit can be lost or moved. */
static SzMoney
read_back (const char *text)
{
  guint64 yi = 0;
  guint64 wan = 0;
  guint64 group = 0;
  guint64 digit = 0;
  guint64 fen = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint64 unit;
      const guint64 figure = read_figure (p, &unit);

      if (unit == 0)
        digit = figure != 0 || g_str_has_prefix (p, "零") ? figure : digit;
      else if (unit < 10000)
        group += digit * unit;
      else if (unit == 10000)
        wan = (group + digit) * unit;
      else
        yi = (yi + wan + group + digit) * unit;
      if (unit >= 10000)
        group = 0;
      if (unit == 100000000)
        wan = 0;
      if (unit != 0)
        digit = 0;
      if (g_str_has_prefix (p, "元"))
        {
          fen = (yi + wan + group + digit) * 100;
          digit = 0;
        }
      if (g_str_has_prefix (p, "角"))
        fen += digit * 10;
      if (g_str_has_prefix (p, "分"))
        fen += digit;
    }
  return (SzMoney)fen;
}

static void
test_read_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 50000; i++)
    {
      const guint64 bits = ((guint64)g_rand_int (rand) << 32) | g_rand_int (rand);
      SzMoney fen = (SzMoney)((bits >> 1) >> g_rand_int_range (rand, 0, 62));
      g_autofree char *text = NULL;

      /* Round amounts, where the zeros are. */
      if (i % 3 == 0)
        fen -= fen % 1000000;
      text = sz_uppercase_amount (fen);
      g_assert_cmpint (read_back (text), ==, fen);
      g_assert_null (strstr (text, "零零"));
      g_assert_null (strstr (text, "零万"));
      g_assert_null (strstr (text, "零亿"));
      g_assert_true (fen < 100 || strstr (text, "零元") == NULL);
      g_assert_cmpint (g_str_has_suffix (text, "整"), ==, fen % 10 == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/num-9/worked", test_worked);
  g_test_add_func ("/domain/num-9/read-back", test_read_back);
  return g_test_run ();
}
