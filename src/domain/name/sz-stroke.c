/* sz-stroke.c — how many strokes a character has and in which order (姓氏笔画)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stroke.h"

#include "sz-stroke-data.h"

#include <string.h>

/* Surnames whose stroke orders are the same, as 通用规范汉字表 lists them: 竖 before 竖钩, … */
static const char *const TIES[] = { "干于", "刀力",   "井亓", "贝水", "勾凤殳", "巴孔",
                                    "仇仉", "叶甲申", "田由", "余佘", "相查" };

/* RULE ppl-5 */
int
sz_stroke_count (gunichar character, const char **order)
{
  const guint block = character >> SZ_STROKE_PAGE_BITS;
  const guint cell = character & ((1u << SZ_STROKE_PAGE_BITS) - 1);
  guint32 place = 0;

  if (block < sz_stroke_n_blocks)
    place = sz_stroke_pages[sz_stroke_blocks[block]][cell];
  if (order != NULL)
    *order = place == 0 ? NULL : sz_stroke_pool + place - 1;
  return place == 0 ? 0 : (int)strlen (sz_stroke_pool + place - 1);
}

int
sz_stroke_rank (gunichar character)
{
  char text[8] = { 0 };

  g_unichar_to_utf8 (character, text);
  for (guint i = 0; i < G_N_ELEMENTS (TIES); i++)
    {
      const char *found = strstr (TIES[i], text);

      if (found != NULL)
        return (int)g_utf8_pointer_to_offset (TIES[i], found);
    }
  return SZ_STROKE_RANK_LAST;
}

static char
get_class_digit (char stroke)
{
  switch (stroke)
    {
    case 'h':
      return '1';
    case 's':
      return '2';
    case 'p':
      return '3';
    case 'n':
      return '4';
    default:
      return '5';
    }
}

void
sz_stroke_append_key (GString *key, gunichar character)
{
  const char *order = NULL;
  const int count = sz_stroke_count (character, &order);

  if (count == 0)
    {
      g_string_append_c (key, '\xfe');
    }
  else
    {
      g_string_append_c (key, (char)(SZ_STROKE_KEY_FIRST + count));
      for (const char *stroke = order; *stroke != '\0'; stroke++)
        g_string_append_c (key, get_class_digit (*stroke));
      g_string_append_c (key, (char)(SZ_STROKE_KEY_FIRST + sz_stroke_rank (character)));
    }
  g_string_append_unichar (key, character);
}
