/* sz-uppercase.c — amounts in Chinese capital figures 大写金额 (RULE num-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-uppercase.h"

#define FEN_PER_YUAN 100
#define FEN_PER_JIAO 10
#define WAN G_GUINT64_CONSTANT (10000)
#define YI G_GUINT64_CONSTANT (100000000)

static const char *const figures[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

/* Below ten thousand, without a zero at either end. */
static void
append_group (GString *text, guint64 number)
{
  static const struct
  {
    guint64 value;
    const char *unit;
  } places[] = { { 1000, "仟" }, { 100, "佰" }, { 10, "拾" }, { 1, "" } };
  gboolean written = FALSE;
  gboolean gap = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const guint64 digit = number / places[i].value % 10;

      if (digit == 0)
        {
          gap = written;
          continue;
        }
      if (gap)
        g_string_append (text, figures[0]);
      g_string_append (text, figures[digit]);
      g_string_append (text, places[i].unit);
      written = TRUE;
      gap = FALSE;
    }
}

static void append_whole (GString *text, guint64 number);

/* What is above @unit, the unit's word, and what is below, behind a zero where a place is skipped.
 */
static void
append_split (GString *text, guint64 number, guint64 unit, const char *word)
{
  const guint64 below = number % unit;

  append_whole (text, number / unit);
  g_string_append (text, word);
  if (below == 0)
    return;
  if (below < unit / 10)
    g_string_append (text, figures[0]);
  append_whole (text, below);
}

static void
append_whole (GString *text, guint64 number)
{
  if (number >= YI)
    append_split (text, number, YI, "亿");
  else if (number >= WAN)
    append_split (text, number, WAN, "万");
  else
    append_group (text, number);
}

static void
append_cents (GString *text, guint64 jiao, guint64 fen, gboolean behind_yuan)
{
  if (jiao > 0)
    {
      g_string_append (text, figures[jiao]);
      g_string_append (text, "角");
    }
  else if (fen > 0 && behind_yuan)
    {
      g_string_append (text, figures[0]);
    }
  if (fen > 0)
    {
      g_string_append (text, figures[fen]);
      g_string_append (text, "分");
    }
  else
    {
      g_string_append (text, "整");
    }
}

/* RULE num-9 */
char *
sz_uppercase_amount (SzMoney amount_fen)
{
  const guint64 fen = amount_fen < 0 ? -(guint64)amount_fen : (guint64)amount_fen;
  const guint64 yuan = fen / FEN_PER_YUAN;
  GString *text = g_string_new (amount_fen < 0 ? "负" : "");

  if (fen == 0)
    g_string_append (text, "零元");
  if (yuan > 0)
    {
      append_whole (text, yuan);
      g_string_append (text, "元");
    }
  append_cents (text, fen / FEN_PER_JIAO % 10, fen % FEN_PER_JIAO, yuan > 0);
  return g_string_free (text, FALSE);
}
