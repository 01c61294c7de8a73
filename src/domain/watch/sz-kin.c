/* sz-kin.c — relations between people 亲属关系 and when they may not work so (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kin.h"

#include <string.h>

#include "sz-text.h"

typedef enum
{
  SPOUSE,
  DIRECT,
  COLLATERAL,
  AFFINITY,
  OTHER,
} Group;

static const char *const groups[]
    = { "夫妻", "直系血亲", "三代以内旁系血亲", "近姻亲", "其他亲属" };

/* A word without opposites names no direction and fits any of its group; one that is its own
 * opposite names it. */
static const struct
{
  const char *name;
  Group group;
  const char *opposites[2];
} relations[] = {
  { "夫妻", SPOUSE, { "夫妻" } },
  { "父母", DIRECT, { "子女" } },
  { "子女", DIRECT, { "父母" } },
  { "祖父母", DIRECT, { "孙子女" } },
  { "孙子女", DIRECT, { "祖父母" } },
  { "外祖父母", DIRECT, { "外孙子女" } },
  { "外孙子女", DIRECT, { "外祖父母" } },
  { "父母子女", DIRECT, { NULL } },
  { "祖孙", DIRECT, { NULL } },
  { "兄弟姐妹", COLLATERAL, { "兄弟姐妹" } },
  { "堂兄弟姐妹", COLLATERAL, { "堂兄弟姐妹" } },
  { "表兄弟姐妹", COLLATERAL, { "表兄弟姐妹" } },
  { "叔伯姑舅姨", COLLATERAL, { "侄子女", "甥子女" } },
  { "侄子女", COLLATERAL, { "叔伯姑舅姨" } },
  { "甥子女", COLLATERAL, { "叔伯姑舅姨" } },
  { "叔侄", COLLATERAL, { NULL } },
  { "姑侄", COLLATERAL, { NULL } },
  { "舅甥", COLLATERAL, { NULL } },
  { "姨甥", COLLATERAL, { NULL } },
  { "配偶的父母", AFFINITY, { "子女的配偶" } },
  { "子女的配偶", AFFINITY, { "配偶的父母" } },
  { "子女配偶的父母", AFFINITY, { "子女配偶的父母" } },
  { "配偶兄弟姐妹的配偶", AFFINITY, { "配偶兄弟姐妹的配偶" } },
  { "配偶的兄弟姐妹", AFFINITY, { "旁系血亲的配偶" } },
  { "配偶的旁系血亲", AFFINITY, { "旁系血亲的配偶" } },
  { "旁系血亲的配偶", AFFINITY, { "配偶的兄弟姐妹", "配偶的旁系血亲" } },
  { "岳婿", AFFINITY, { NULL } },
  { "婆媳", AFFINITY, { NULL } },
  { "翁媳", AFFINITY, { NULL } },
  { "养父母", OTHER, { "养子女" } },
  { "养子女", OTHER, { "养父母" } },
  { "继父母", OTHER, { "继子女" } },
  { "继子女", OTHER, { "继父母" } },
};

guint
sz_relation_count (void)
{
  return G_N_ELEMENTS (relations);
}

const char *
sz_relation_name (SzRelation relation)
{
  g_return_val_if_fail (relation >= 0 && (guint)relation < G_N_ELEMENTS (relations), "");
  return relations[relation].name;
}

SzRelation
sz_relation_find (const char *name)
{
  g_return_val_if_fail (name != NULL, SZ_RELATION_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (g_str_equal (relations[i].name, name))
      return (SzRelation)i;
  return SZ_RELATION_NONE;
}

const char *
sz_relation_group (SzRelation relation)
{
  g_return_val_if_fail (relation >= 0 && (guint)relation < G_N_ELEMENTS (relations), "");
  return groups[relations[relation].group];
}

gboolean
sz_relation_is_opposite (SzRelation relation, SzRelation other)
{
  const char *name = sz_relation_name (other);

  return g_strcmp0 (relations[relation].opposites[0], name) == 0
         || g_strcmp0 (relations[relation].opposites[1], name) == 0;
}

gboolean
sz_relation_agrees (SzRelation relation, SzRelation other, gboolean same_side)
{
  g_return_val_if_fail (relation >= 0 && other >= 0, FALSE);
  if (relations[relation].group != relations[other].group)
    return FALSE;
  if (relations[relation].opposites[0] == NULL || relations[other].opposites[0] == NULL)
    return TRUE;
  return same_side ? relation == other : sz_relation_is_opposite (relation, other);
}

static gboolean
is_leader (const SzKinParty *party)
{
  for (gsize i = 0; i < party->n_duties; i++)
    if (party->duties[i].duty == SZ_DUTY_LEADER || party->duties[i].duty == SZ_DUTY_DEPUTY_LEADER)
      return TRUE;
  return FALSE;
}

/* @unit (nullable): of just that unit. */
static gboolean
has_duty (const SzKinParty *party, SzDuty duty, const char *unit)
{
  for (gsize i = 0; i < party->n_duties; i++)
    if (party->duties[i].duty == duty
        && (unit == NULL || g_strcmp0 (party->duties[i].unit, unit) == 0))
      return TRUE;
  return FALSE;
}

static gboolean
leads_deputy (const SzKinParty *a, const SzKinParty *b)
{
  for (gsize i = 0; i < a->n_duties; i++)
    if (a->duties[i].duty == SZ_DUTY_HEAD && a->duties[i].unit != NULL
        && has_duty (b, SZ_DUTY_DEPUTY_HEAD, a->duties[i].unit))
      return TRUE;
  return FALSE;
}

static gboolean
runs_unit (const SzKinParty *party, const char *unit)
{
  return has_duty (party, SZ_DUTY_HEAD, unit) || has_duty (party, SZ_DUTY_DEPUTY_HEAD, unit);
}

/* A runs the department where B works in a post that may not be under a relative. */
static gboolean
leads_staff (const SzKinParty *a, const SzKinParty *b)
{
  SzPostCategory category = sz_post_category (b->post);

  if (b->department == NULL || !runs_unit (a, b->department) || is_leader (b)
      || runs_unit (b, b->department))
    return FALSE;
  return category == SZ_POST_MANAGEMENT
         || (category == SZ_POST_PROFESSIONAL
             && (g_strcmp0 (b->function, SZ_FUNCTION_AUDIT) == 0
                 || g_strcmp0 (b->function, SZ_FUNCTION_FINANCE) == 0));
}

static gboolean
is_superior (const SzKinParty *a, const SzKinParty *b)
{
  return (has_duty (a, SZ_DUTY_LEADER, NULL) && has_duty (b, SZ_DUTY_DEPUTY_LEADER, NULL))
         || (is_leader (a) && has_duty (b, SZ_DUTY_HEAD, NULL)) || leads_deputy (a, b)
         || leads_staff (a, b);
}

static gboolean
is_key (const SzKinRules *rules, const char *function)
{
  return function != NULL && *function != '\0' && g_strv_contains (rules->key_units, function);
}

/* Whether the party heads one of @units that is a key unit. */
static gboolean
heads_key_unit_of (const SzKinRules *rules, const SzKinParty *party, const char *const *units)
{
  for (gsize i = 0; i < party->n_duties; i++)
    if (party->duties[i].duty == SZ_DUTY_HEAD && party->duties[i].unit != NULL
        && is_key (rules, party->duties[i].function)
        && g_strv_contains (units, party->duties[i].unit))
      return TRUE;
  return FALSE;
}

static gboolean
have_same_leader (const SzKinRules *rules, const SzKinParty *a, const SzKinParty *b)
{
  for (guint i = 0; rules->charges != NULL && i < rules->charges->len; i++)
    {
      const char *const *units = g_ptr_array_index (rules->charges, i);

      if (heads_key_unit_of (rules, a, units) && heads_key_unit_of (rules, b, units))
        return TRUE;
    }
  return FALSE;
}

SzKinKinds
sz_kin_judge (const SzKinRules *rules, const SzKinParty *a, const SzKinParty *b)
{
  guint kinds = 0;

  g_return_val_if_fail (rules != NULL && a != NULL && b != NULL, 0);
  if (is_superior (a, b) || is_superior (b, a))
    kinds |= SZ_KIN_SUPERIOR;
  if ((is_leader (a) && !is_leader (b) && is_key (rules, b->function))
      || (is_leader (b) && !is_leader (a) && is_key (rules, a->function)))
    kinds |= SZ_KIN_KEY_UNIT;
  if (have_same_leader (rules, a, b))
    kinds |= SZ_KIN_SAME_LEADER;
  return kinds;
}

GStrv
sz_kin_split_units (const char *text)
{
  g_autofree char *plain = sz_text_fold (text);
  g_autoptr (GString) commas = g_string_new (plain);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_string_replace (commas, "、", ",", 0);
  g_string_replace (commas, "，", ",", 0);
  parts = g_strsplit (commas->str, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *unit = sz_text_fold (parts[i]);

      if (*unit != '\0')
        g_strv_builder_add (builder, unit);
    }
  return g_strv_builder_end (builder);
}
