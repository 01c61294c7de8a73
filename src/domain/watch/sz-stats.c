/* sz-stats.c — the structure of the staff 队伍统计 (RULE sta-1 … sta-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stats.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-money.h"

#define UNKNOWN "未填"

static const struct
{
  const char *word;
  const char *name;
  gboolean shows_zero; /* rows nobody stands in */
} tables[SZ_N_STATS_TABLES] = {
  { "age", "年龄", TRUE },         { "title", "职称", TRUE },
  { "education", "学历", FALSE },  { "post", "岗位类别", TRUE },
  { "level", "岗位等级", FALSE },  { "employment", "人员类别", FALSE },
  { "service", "来校年限", TRUE },
};

static const char *const titles[]
    = { "正高级", "副高级", "中级", "助理级", "员级", "无职称", NULL };
static const char *const educations[]
    = { "博士研究生", "硕士研究生", "大学本科",   "大学专科", "中专",
        "技工学校",   "高中",       "初中及以下", "其他",     NULL };

const char *
sz_stats_table_word (SzStatsTable table)
{
  return tables[table].word;
}

const char *
sz_stats_table_name (SzStatsTable table)
{
  return tables[table].name;
}

int
sz_stats_table_find (const char *word)
{
  g_return_val_if_fail (word != NULL, -1);
  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    if (g_str_equal (word, tables[i].word))
      return i;
  return -1;
}

int
sz_years_complete (SzDate from, SzDate day)
{
  int years = sz_date_year (day) - sz_date_year (from);

  if (from == SZ_DATE_NONE || years < 0)
    return 0;
  return sz_date_years_complete (sz_date_first_day (from), years, day) ? years : MAX (0, years - 1);
}

static char *
make_band (const GArray *bands, guint index, const char *unit)
{
  int low = index > 0 ? g_array_index (bands, int, index - 1) + 1 : 0;

  if (index == 0)
    return g_strdup_printf ("%d%s及以下", g_array_index (bands, int, 0), unit);
  if (index == bands->len)
    return g_strdup_printf ("%d%s及以上", low, unit);
  return g_strdup_printf ("%d—%d%s", low, g_array_index (bands, int, index), unit);
}

static char *
find_band (const GArray *bands, int years, const char *unit)
{
  guint index = 0;

  while (index < bands->len && years > g_array_index (bands, int, index))
    index++;
  return make_band (bands, index, unit);
}

/* The last digit of the code is the rank of the title: 1 正高 … 5 员级. */
static const char *
find_title (const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;
  int rank = length > 0 ? g_ascii_digit_value (code[length - 1]) : -1;

  if (length == 0)
    return titles[5];
  return rank >= 1 && rank <= 5 ? titles[rank - 1] : UNKNOWN;
}

/* By the code of GB/T 4658: handbook §11.3. */
static const char *
find_education (const char *code)
{
  int value = code != NULL && *code != '\0' ? (int)g_ascii_strtoll (code, NULL, 10) : 0;

  if (value >= 11 && value <= 13)
    return educations[0];
  switch (value / 10)
    {
    case 1:
      return educations[1];
    case 2:
      return educations[2];
    case 3:
      return educations[3];
    case 4:
      return value >= 47 ? educations[5] : value >= 44 ? educations[6] : educations[4];
    case 6:
      return educations[6];
    case 7:
    case 8:
      return educations[7];
    case 9:
      return educations[8];
    default:
      return UNKNOWN;
    }
}

static char *
find_post (SzPost post)
{
  const SzCode *code = sz_codes_by_value (SZ_TABLE_POST_CATEGORY, (int)sz_post_category (post));

  return g_strdup (post != 0 && code != NULL ? code->name : UNKNOWN);
}

char *
sz_stats_dup_label (const SzStatsRules *rules,
                    const SzStatsPerson *person,
                    SzStatsTable table,
                    SzDate day)
{
  const SzCode *code;

  g_return_val_if_fail (rules != NULL && person != NULL, NULL);
  switch (table)
    {
    case SZ_STATS_AGE:
      return person->birth_date == SZ_DATE_NONE
                 ? g_strdup (UNKNOWN)
                 : find_band (rules->age_bands, sz_years_complete (person->birth_date, day), "岁");
    case SZ_STATS_TITLE:
      return g_strdup (find_title (person->title));
    case SZ_STATS_EDUCATION:
      return g_strdup (find_education (person->education));
    case SZ_STATS_POST:
      return find_post (person->post);
    case SZ_STATS_LEVEL:
      return sz_post_level (person->post) != 0 ? sz_post_name (person->post) : g_strdup (UNKNOWN);
    case SZ_STATS_EMPLOYMENT:
      code = sz_codes_by_value (SZ_TABLE_EMPLOYMENT, person->employment);
      return g_strdup (code != NULL ? code->name : UNKNOWN);
    case SZ_STATS_SERVICE:
      return person->service_from == SZ_DATE_NONE
                 ? g_strdup (UNKNOWN)
                 : find_band (rules->service_bands, sz_years_complete (person->service_from, day),
                              "年");
    case SZ_N_STATS_TABLES:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_bands (GPtrArray *labels, const GArray *bands, const char *unit)
{
  for (guint i = 0; i <= bands->len; i++)
    g_ptr_array_add (labels, make_band (bands, i, unit));
}

static void
add_words (GPtrArray *labels, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (labels, g_strdup (words[i]));
}

static void
add_codes (GPtrArray *labels, SzCodeTable table)
{
  for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
    g_ptr_array_add (labels, g_strdup (code->name));
}

static void
add_levels (GPtrArray *labels)
{
  static const struct
  {
    SzPostCategory category;
    int levels;
  } categories[]
      = { { SZ_POST_MANAGEMENT, 10 }, { SZ_POST_PROFESSIONAL, 13 }, { SZ_POST_WORKER, 6 } };

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    for (int level = 1; level <= categories[i].levels; level++)
      g_ptr_array_add (labels, sz_post_name ((SzPost)categories[i].category * 100 + level));
}

/* All rows that @table can have, in order, 未填 last. */
static GPtrArray *
list_labels (const SzStatsRules *rules, SzStatsTable table)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  switch (table)
    {
    case SZ_STATS_AGE:
      add_bands (labels, rules->age_bands, "岁");
      break;
    case SZ_STATS_TITLE:
      add_words (labels, titles);
      break;
    case SZ_STATS_EDUCATION:
      add_words (labels, educations);
      break;
    case SZ_STATS_POST:
      add_codes (labels, SZ_TABLE_POST_CATEGORY);
      break;
    case SZ_STATS_LEVEL:
      add_levels (labels);
      break;
    case SZ_STATS_EMPLOYMENT:
      add_codes (labels, SZ_TABLE_EMPLOYMENT);
      break;
    case SZ_STATS_SERVICE:
    case SZ_N_STATS_TABLES:
    default:
      add_bands (labels, rules->service_bands, "年");
    }
  g_ptr_array_add (labels, g_strdup (UNKNOWN));
  return labels;
}

gboolean
sz_stats_has_label (const SzStatsRules *rules, SzStatsTable table, const char *label)
{
  g_autoptr (GPtrArray) labels = list_labels (rules, table);

  g_return_val_if_fail (label != NULL, FALSE);
  return g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL);
}

static void
row_freed_cb (gpointer data)
{
  g_free (((SzStatsRow *)data)->label);
}

/* RULE sta-3: hundredths of a percent apportioned over the totals. */
static void
share_rows (GArray *rows, gint64 people)
{
  g_autofree gint64 *weights = g_new0 (gint64, rows->len + 1);
  g_autofree SzMoney *shares = g_new0 (SzMoney, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    weights[i] = g_array_index (rows, SzStatsRow, i).total;
  if (people == 0
      || !sz_money_apportion (10000, "share", weights, NULL, rows->len, shares, NULL, NULL))
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      g_array_index (rows, SzStatsRow, i).has_share = TRUE;
      g_array_index (rows, SzStatsRow, i).share_x100 = shares[i];
    }
}

static GArray *
make_table (
    const SzStatsRules *rules, const SzStatsPerson *people, gsize n, SzStatsTable table, SzDate day)
{
  g_autoptr (GPtrArray) labels = list_labels (rules, table);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (SzStatsRow));

  g_array_set_clear_func (rows, row_freed_cb);
  for (guint i = 0; i < labels->len; i++)
    {
      SzStatsRow row = { .label = g_strdup (g_ptr_array_index (labels, i)) };

      g_hash_table_insert (places, g_ptr_array_index (labels, i), GUINT_TO_POINTER (i));
      g_array_append_val (rows, row);
    }
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *label = sz_stats_dup_label (rules, &people[i], table, day);
      SzStatsRow *row = &g_array_index (rows, SzStatsRow,
                                        GPOINTER_TO_UINT (g_hash_table_lookup (places, label)));

      row->total++;
      row->male += people[i].sex == SZ_SEX_MALE;
      row->female += people[i].sex == SZ_SEX_FEMALE;
    }
  for (guint i = rows->len; i > 0; i--)
    if (g_array_index (rows, SzStatsRow, i - 1).total == 0
        && (!tables[table].shows_zero || i == labels->len))
      g_array_remove_index (rows, i - 1);
  share_rows (rows, (gint64)n);
  return rows;
}

static gint64
find_average (gint64 sum, gint64 people)
{
  gint64 average_x10 = -1;

  if (people == 0 || !sz_decimal_div_round ((SzWide)sum * 10, people, &average_x10, NULL))
    return -1;
  return average_x10;
}

static void
count_people (SzStats *stats, const SzStatsPerson *people, gsize n, SzDate day)
{
  gint64 sums[3] = { 0 };
  gint64 counts[3] = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      int age = sz_years_complete (people[i].birth_date, day);
      int sex = people[i].sex == SZ_SEX_MALE ? 1 : people[i].sex == SZ_SEX_FEMALE ? 2 : 0;

      stats->people++;
      stats->male += sex == 1;
      stats->female += sex == 2;
      stats->full_time += people[i].full_time ? 1 : 0;
      if (people[i].birth_date == SZ_DATE_NONE)
        continue;
      sums[0] += age;
      counts[0]++;
      if (sex == 0)
        continue;
      sums[sex] += age;
      counts[sex]++;
    }
  for (int i = 0; i < 3; i++)
    stats->average_age_x10[i] = find_average (sums[i], counts[i]);
}

SzStats *
sz_stats_new (const SzStatsRules *rules, const SzStatsPerson *people, gsize n, SzDate day)
{
  SzStats *stats = g_new0 (SzStats, 1);

  g_return_val_if_fail (rules != NULL && (people != NULL || n == 0), stats);
  count_people (stats, people, n, day);
  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    stats->tables[i] = make_table (rules, people, n, (SzStatsTable)i, day);
  return stats;
}

void
sz_stats_free (SzStats *stats)
{
  if (stats == NULL)
    return;
  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    g_clear_pointer (&stats->tables[i], g_array_unref);
  g_free (stats);
}
