/* sz-stats.h — the structure of the staff 队伍统计 (RULE sta-1 … sta-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-person.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_STATS_AGE,
  SZ_STATS_TITLE,
  SZ_STATS_EDUCATION,
  SZ_STATS_POST,
  SZ_STATS_LEVEL,
  SZ_STATS_EMPLOYMENT,
  SZ_STATS_SERVICE,
  SZ_N_STATS_TABLES
} SzStatsTable;

/** sz_stats_table_word: "age" …; sz_stats_table_name: 年龄 …. */
const char *sz_stats_table_word (SzStatsTable table);
const char *sz_stats_table_name (SzStatsTable table);
/** sz_stats_table_find: by its word; −1: there is none. */
int sz_stats_table_find (const char *word);

/** SzStatsRules: upper bounds of the bands, ascending. */
typedef struct
{
  GArray *age_bands;     /* of int */
  GArray *service_bands; /* of int */
} SzStatsRules;

/** SzStatsPerson: what is counted of somebody who counts; codes borrowed. */
typedef struct
{
  SzSex sex;
  SzDate birth_date;
  SzDate service_from;
  const char *education; /* code, "" or NULL: not known */
  const char *title;     /* code, "" or NULL: none */
  SzPost post;
  int employment; /* SzEmployment or SZ_EMPLOYMENT_UNSET */
  gboolean full_time;
} SzStatsPerson;

typedef struct
{
  char *label;
  gint64 total;
  gint64 male;
  gint64 female;
  gboolean has_share;
  gint64 share_x100;
} SzStatsRow;

/** SzStats: all tables as of a day. */
typedef struct
{
  gint64 people;
  gint64 male;
  gint64 female;
  gint64 full_time;
  gint64 average_age_x10[3];         /* all, men, women; −1: nobody */
  GArray *tables[SZ_N_STATS_TABLES]; /* of SzStatsRow */
} SzStats;

/** sz_stats_new: (transfer full): @people: (array length=n). */
SzStats *sz_stats_new (const SzStatsRules *rules, const SzStatsPerson *people, gsize n, SzDate day);
void sz_stats_free (SzStats *stats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzStats, sz_stats_free)

/** sz_stats_dup_label: (transfer full): the row of @table that the person stands in. */
char *sz_stats_dup_label (const SzStatsRules *rules,
                          const SzStatsPerson *person,
                          SzStatsTable table,
                          SzDate day);

/** sz_stats_has_label: whether @table can have such a row. */
gboolean sz_stats_has_label (const SzStatsRules *rules, SzStatsTable table, const char *label);

/** sz_years_complete: full years from @from to @day (RULE num-8); 0 before it. */
int sz_years_complete (SzDate from, SzDate day);

G_END_DECLS
