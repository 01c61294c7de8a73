/* sz-indicator.c — what the policy sets the college to reach 指标 (RULE tgt-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-indicator.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-text.h"

/* clang-format off */
static const SzIndicator standard[] = {
  { "enrolment", "年招生人数", "人", SZ_INDICATOR_COUNT, SZ_REGISTER_NONE, TRUE },
  { "students", "全日制在校生规模", "人", SZ_INDICATOR_STOCK, SZ_REGISTER_NONE, TRUE },
  { "employment", "毕业生就业率", "人", SZ_INDICATOR_RATIO, SZ_REGISTER_GRADUATES, TRUE },
  { "training", "职业培训人次", "人次", SZ_INDICATOR_COUNT, SZ_REGISTER_TRAINEES, TRUE },
  { "joint", "校企合作专业共建率", "个", SZ_INDICATOR_RATIO, SZ_REGISTER_JOINT, TRUE },
  { "integrated", "工学一体化专业率", "个", SZ_INDICATOR_RATIO, SZ_REGISTER_INTEGRATED, TRUE },
  { "assessed", "职业技能等级认定应评尽评率", "人", SZ_INDICATOR_RATIO, SZ_REGISTER_SKILL, TRUE },
  { "rotation", "骨干教师和管理人员轮训覆盖率", "人", SZ_INDICATOR_RATIO, SZ_REGISTER_ROTATION, TRUE },
  { "contests_hosted", "承办省级以上技能竞赛", "次", SZ_INDICATOR_COUNT, SZ_REGISTER_HOSTED, TRUE },
  { "contests_won", "省级以上技能竞赛获奖", "人次", SZ_INDICATOR_COUNT, SZ_REGISTER_WON, TRUE },
  { "students_paid", "缴费在校生人数", "人", SZ_INDICATOR_STOCK, SZ_REGISTER_NONE, FALSE },
};
/* clang-format on */

static const char *const kind_words[] = { "count", "stock", "ratio" };

/* Beyond it nobody counts people; and products with ratios stay far inside 64 bits. */
#define GOAL_MAX G_GINT64_CONSTANT (1000000000000)

const SzIndicator *
sz_indicators_standard (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);
  *n = G_N_ELEMENTS (standard);
  return standard;
}

const SzIndicator *
sz_indicator_find (const char *id)
{
  gsize n = 0;
  const SzIndicator *all = sz_indicators_standard (&n);

  for (gsize i = 0; id != NULL && i < n; i++)
    if (g_str_equal (all[i].id, id))
      return &all[i];
  return NULL;
}

const char *
sz_indicator_kind_word (SzIndicatorKind kind)
{
  return kind_words[kind];
}

gboolean
sz_indicator_kind_parse (const char *word, SzIndicatorKind *kind)
{
  g_return_val_if_fail (word != NULL && kind != NULL, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_str_equal (word, kind_words[i]))
      {
        *kind = (SzIndicatorKind)i;
        return TRUE;
      }
  return FALSE;
}

/* A percent has two decimals fewer than the ratio it stands for. */
static gboolean
parse_ratio (char *text, gint64 *goal)
{
  gsize length = strlen (text);
  gboolean percent = length > 0 && text[length - 1] == '%';
  gint64 value;

  if (percent)
    text[length - 1] = '\0';
  if (percent ? !sz_decimal_parse (text, SZ_RATIO_DECIMALS - 2, &value, NULL)
              : !sz_decimal_parse (text, SZ_RATIO_DECIMALS, &value, NULL))
    return FALSE;
  if (!percent && value > SZ_RATIO_ONE)
    {
      if (value % 100 != 0)
        return FALSE;
      value /= 100;
    }
  *goal = value;
  return value > 0 && value <= SZ_RATIO_ONE;
}

gboolean
sz_indicator_parse_goal (SzIndicatorKind kind, const char *text, gint64 *goal)
{
  g_autofree char *plain = sz_text_squeeze (text);

  g_return_val_if_fail (goal != NULL, FALSE);
  if (kind == SZ_INDICATOR_RATIO)
    return parse_ratio (plain, goal);
  return sz_decimal_parse (plain, 0, goal, NULL) && *goal >= 0 && *goal <= GOAL_MAX;
}
