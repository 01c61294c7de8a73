/* sz-cli-overview.c — shizictl overview, due, stats, stats list (RULE aud-7, aud-8, sta-1 … sta-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-watch.h"
#include "sz-stats-export.h"
#include "sz-view-due.h"
#include "sz-view-overview.h"
#include "sz-view-stats.h"

typedef struct
{
  SzDate on;
  int days;
  const char *department;
  const char *employment;
  const char *table;
  const char *label;
  const char *sex;
  const char *output;
} Asked;

static const SzArg day_args[] = {
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

/* ---- due ---- */

typedef struct
{
  SzDate date;
  const char *kind;
  const char *key;
  const char *name;
  gint64 days_left;
  const char *page;
  const char *part;
} Due;

static json_t *
make_link (gconstpointer data)
{
  const Due *due = data;

  return sz_cli_watch_link (due->page, due->part, due->key);
}

static const SzMember due_fields[] = {
  SZ_SHOW_DATE (Due, date, "date", N_ ("Date")),
  SZ_SHOW_TEXT (Due, kind, "kind", N_ ("What")),
  SZ_SHOW_TEXT (Due, key, "key", N_ ("No.")),
  SZ_SHOW_TEXT (Due, name, "name", N_ ("Name")),
  SZ_SHOW_COUNT (Due, days_left, "days_left", N_ ("Days left")),
  SZ_SHOW_MADE ("link", NULL, make_link),
  { NULL },
};

typedef struct
{
  SzDate day;
  int days;
  GArray *items; /* of Due */
} DueList;

static const SzMember due_list_fields[] = {
  SZ_SHOW_DATE (DueList, day, "date", NULL),
  SZ_SHOW_COUNT (DueList, days, "days", NULL),
  SZ_SHOW_SAY (N_ ("On {date}, for {days} days:")),
  SZ_SHOW_LIST (DueList, items, "items", "", due_fields),
  { NULL },
};

static const SzArg due_args[] = {
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  SZ_OPTION (COUNT, Asked, days, "days", "N", N_ ("How many days ahead"), .least = 1, .most = 3650),
  { 0 },
};

static int
run_due (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzDueView) view
      = sz_view_due (office, sz_cli_day (office, asked->on), asked->days, error);
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Due));
  DueList shown = { .items = items };

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  shown.day = view->day;
  shown.days = view->days;
  for (guint i = 0; i < view->items->len; i++)
    {
      const SzDue *due = &g_array_index (view->items, SzDue, i);
      Due item = { due->date,
                   sz_due_kind_word (due->kind),
                   due->key,
                   due->name,
                   sz_date_days (due->date) - sz_date_days (view->day),
                   sz_due_kind_page (due->kind),
                   sz_due_kind_part (due->kind) };

      g_array_append_val (items, item);
    }
  sz_cli_show (cli, due_list_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_due = { "due",    N_ ("What comes due, and what is overdue"),
                                  due_args, sizeof (Asked),
                                  run_due,  .office = TRUE };

/* ---- statistics ---- */

typedef struct
{
  const char *word;
  GArray *rows; /* of SzStatsRow */
  gint64 total;
  gint64 male;
  gint64 female;
} Table;

static const SzMember row_fields[] = {
  SZ_SHOW_TEXT (SzStatsRow, label, "label", N_ ("Group")),
  SZ_SHOW_COUNT (SzStatsRow, total, "total", N_ ("Total")),
  SZ_SHOW_COUNT (SzStatsRow, male, "male", N_ ("Men")),
  SZ_SHOW_COUNT (SzStatsRow, female, "female", N_ ("Women")),
  SZ_SHOW_DECIMAL (SzStatsRow,
                   share_x100,
                   "share",
                   N_ ("Share %"),
                   2,
                   .has = SZ_HAS (SzStatsRow, has_share)),
  { NULL },
};

static const SzMember table_fields[] = {
  SZ_SHOW_TEXT (Table, word, "table", NULL),     SZ_SHOW_LIST (Table, rows, "rows", "", row_fields),
  SZ_SHOW_COUNT (Table, total, "total", NULL),   SZ_SHOW_COUNT (Table, male, "male", NULL),
  SZ_SHOW_COUNT (Table, female, "female", NULL), { NULL },
};

static json_t *
make_tables (gconstpointer data)
{
  const SzStats *stats = *(SzStats *const *)data;
  json_t *tables = json_array ();

  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    {
      const Table table = { sz_stats_table_word ((SzStatsTable)i), stats->tables[i], stats->people,
                            stats->male, stats->female };

      json_array_append_new (tables, sz_member_json (table_fields, &table));
    }
  return tables;
}

typedef struct
{
  SzStats *stats; /* the first, for what is made of it */
  SzDate day;
  const char *department;
  gint64 people;
  gint64 male;
  gint64 female;
  gint64 full_time;
  gint64 age_x10;
  gint64 age_male_x10;
  gint64 age_female_x10;
} Stats;

static const SzMember stats_fields[] = {
  SZ_SHOW_DATE (Stats, day, "date", N_ ("Day")),
  SZ_SHOW_TEXT (Stats, department, "department", N_ ("Department")),
  SZ_SHOW_COUNT (Stats, people, "people", N_ ("People")),
  SZ_SHOW_COUNT (Stats, male, "male", N_ ("Men")),
  SZ_SHOW_COUNT (Stats, female, "female", N_ ("Women")),
  SZ_SHOW_COUNT (Stats, full_time, "full_time_teachers", N_ ("Full-time teachers")),
  SZ_SHOW_DECIMAL (Stats, age_x10, "average_age", N_ ("Average age"), 1, .flags = SZ_NEGATIVE_NULL),
  SZ_SHOW_DECIMAL (Stats,
                   age_male_x10,
                   "average_age_male",
                   N_ ("Average age of men"),
                   1,
                   .flags = SZ_NEGATIVE_NULL),
  SZ_SHOW_DECIMAL (Stats,
                   age_female_x10,
                   "average_age_female",
                   N_ ("Average age of women"),
                   1,
                   .flags = SZ_NEGATIVE_NULL),
  SZ_SHOW_MADE ("tables", NULL, make_tables),
  { NULL },
};

/* 在编,人事代理 as a set; FALSE after a usage message. */
static gboolean
read_scope (SzCli *cli, SzOffice *office, const Asked *asked, SzStatsScope *scope)
{
  g_auto (GStrv) words = asked->employment != NULL ? g_strsplit (asked->employment, ",", -1) : NULL;

  *scope = (SzStatsScope){ sz_cli_day (office, asked->on), asked->department, 0 };
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const SzCode *code = sz_codes_by_name (SZ_TABLE_EMPLOYMENT, g_strstrip (words[i]));

      if (code == NULL)
        {
          sz_cli_usage (cli, _ ("There is no 人员类别 “%s”."), words[i]);
          return FALSE;
        }
      scope->employments |= 1u << code->value;
    }
  if (scope->employments == 0)
    scope->employments = SZ_STATS_EMPLOYMENTS;
  return TRUE;
}

#define SCOPE_ARGS                                                                                 \
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),                           \
      SZ_OPTION (TEXT, Asked, department, "department", N_ ("部门"), N_ ("Of one department")),    \
      SZ_OPTION (TEXT, Asked, employment, "employment", N_ ("在编,…"), N_ ("Which 人员类别"))

static const SzArg stats_args[] = {
  SCOPE_ARGS,
  SZ_OPTION (TEXT,
             Asked,
             output,
             "output",
             N_ ("FILE"),
             N_ ("The file to write: .xlsx or .pdf"),
             .letter = 'o'),
  { 0 },
};

/* For people the seven tables one under another. */
static void
print_tables (SzCli *cli, const SzStats *stats)
{
  for (int i = 0; i < SZ_N_STATS_TABLES && !cli->json; i++)
    {
      const Table table = { sz_stats_table_word ((SzStatsTable)i), stats->tables[i], stats->people,
                            stats->male, stats->female };

      sz_cli_print (cli, "\n%s\n", sz_stats_table_name ((SzStatsTable)i));
      sz_cli_show (cli, table_fields, &table);
    }
}

static int
run_stats (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  SzStatsScope scope;
  g_autoptr (SzStats) stats = NULL;
  Stats shown;

  if (!read_scope (cli, office, asked, &scope))
    return SZ_EXIT_USAGE;
  stats = sz_view_stats (office, &scope, error);
  if (stats == NULL)
    return SZ_EXIT_REFUSED;
  shown = (Stats){ stats,
                   scope.day,
                   scope.department,
                   stats->people,
                   stats->male,
                   stats->female,
                   stats->full_time,
                   stats->average_age_x10[0],
                   stats->average_age_x10[1],
                   stats->average_age_x10[2] };
  if (asked->output != NULL && !sz_office_stats_export (office, &scope, asked->output, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, stats_fields, &shown);
  print_tables (cli, stats);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_stats = { "stats",    N_ ("The structure of the staff in seven tables"),
                                    stats_args, sizeof (Asked),
                                    run_stats,  .office = TRUE };

static const SzMember name_fields[] = {
  SZ_SHOW_TEXT (SzStatsName, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzStatsName, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzStatsName, department, "department", N_ ("Department")),
  { NULL },
};

typedef struct
{
  GArray *people;
} Names;

static const SzMember names_fields[] = {
  SZ_SHOW_LIST (Names, people, "people", "", name_fields),
  { NULL },
};

static const SzArg stats_list_args[] = {
  SZ_WORD_OF (TEXT, Asked, table, N_ ("TABLE")),
  SZ_WORD_OF (TEXT, Asked, label, N_ ("LABEL")),
  SZ_OPTION (TEXT, Asked, sex, "sex", N_ ("男|女"), N_ ("Only men or only women")),
  SCOPE_ARGS,
  { 0 },
};

static int
run_stats_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzCode *sex = asked->sex != NULL ? sz_codes_by_name (SZ_TABLE_SEX, asked->sex) : NULL;
  int table = sz_stats_table_find (asked->table);
  SzStatsScope scope;
  g_autoptr (GArray) people = NULL;
  g_autoptr (GError) fault = NULL;
  Names names;

  if (!read_scope (cli, office, asked, &scope))
    return SZ_EXIT_USAGE;
  if (table < 0)
    return sz_cli_usage (cli, _ ("There is no table “%s”."), asked->table);
  if (asked->sex != NULL && sex == NULL)
    return sz_cli_usage (cli, _ ("--sex wants 男 or 女."));
  people = sz_view_stats_names (office, &scope, (SzStatsTable)table, asked->label,
                                sex != NULL ? (SzSex)sex->value : SZ_SEX_UNKNOWN, &fault);
  if (people == NULL && g_error_matches (fault, SZ_ERROR, SZ_ERROR_FORMAT)
      && g_str_has_prefix (fault->message, "stats.unknown"))
    return sz_cli_usage (cli, _ ("Table %s has no row “%s”."), asked->table, asked->label);
  if (people == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return SZ_EXIT_REFUSED;
    }
  names.people = people;
  sz_cli_show (cli, names_fields, &names);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_stats_list = { "stats list",    N_ ("The people behind one figure"),
                                         stats_list_args, sizeof (Asked),
                                         run_stats_list,  .office = TRUE };

/* ---- overview ---- */

static json_t *
make_decimal (gint64 value, int decimals)
{
  g_autofree char *text = sz_decimal_format (value, decimals);

  return json_string (text);
}

static json_t *
make_quota (const SzQuotaDay *day, gboolean with_date)
{
  json_t *object = json_object ();
  g_autofree char *date = sz_date_format (day->date);

  if (with_date)
    json_object_set_new (object, "date", json_string (date));
  json_object_set_new (object, "limit", json_integer (day->limit.limit));
  json_object_set_new (object, "used", make_decimal (day->used_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (object, "available", make_decimal (day->available_x1e4, SZ_RATIO_DECIMALS));
  return object;
}

static json_t *
make_people (gconstpointer data)
{
  const SzOverview *overview = data;

  return json_pack ("{s:i, s:i, s:I}", "in_service", (int)overview->in_service, "own_staff",
                    (int)overview->own_staff, "full_time_teachers",
                    (json_int_t)overview->full_time);
}

static json_t *
make_parttime (gconstpointer data)
{
  const SzOverview *overview = data;
  json_t *object = make_quota (&overview->quota, FALSE);

  json_object_set_new (object, "worst", make_quota (&overview->worst, TRUE));
  return object;
}

static json_t *
make_posts (gconstpointer data)
{
  const SzOverview *overview = data;
  json_t *bands = json_array ();

  for (guint i = 0; i < overview->bands->len; i++)
    {
      const SzOverviewBand *band = &g_array_index (overview->bands, SzOverviewBand, i);

      json_array_append_new (bands, json_pack ("{s:s, s:I, s:I}", "band", band->band, "approved",
                                               (json_int_t)band->approved, "occupied",
                                               (json_int_t)band->occupied));
    }
  return bands;
}

static json_t *
make_targets (gconstpointer data)
{
  return sz_cli_watch_counts (((const SzOverview *)data)->targets);
}

static json_t *
make_training (gconstpointer data)
{
  const SzOverview *overview = data;

  return json_pack ("{s:o, s:o}", "value",
                    overview->has_training ? json_integer (overview->training_value) : json_null (),
                    "needed",
                    overview->has_training_needed ? json_integer (overview->training_needed)
                                                  : json_null ());
}

static json_t *
make_pay (gconstpointer data)
{
  const SzOverview *overview = data;
  json_t *runs = json_object ();
  json_t *pay;
  GHashTableIter iter;
  gpointer state;
  gpointer count;

  g_hash_table_iter_init (&iter, overview->runs);
  while (g_hash_table_iter_next (&iter, &state, &count))
    json_object_set_new (runs, state, json_integer (GPOINTER_TO_UINT (count)));
  pay = json_pack ("{s:i, s:o, s:o, s:o, s:o}", "year", overview->pay_year, "R",
                   make_decimal (overview->r_fen, 2), "CAP",
                   overview->has_cap ? make_decimal (overview->cap_fen, 2) : json_null (),
                   "within_cap",
                   overview->has_cap ? json_boolean (overview->within_cap) : json_null (), "runs",
                   runs);
  if (overview->has_pay)
    return pay;
  json_decref (pay);
  return json_null ();
}

static json_t *
make_findings (gconstpointer data)
{
  const SzOverview *overview = data;
  json_t *counts = json_object ();

  for (int i = 0; i < SZ_N_GRAVITIES; i++)
    json_object_set_new (counts, sz_gravity_word ((SzGravity)i),
                         json_integer (overview->findings[i]));
  return counts;
}

static json_t *
make_due (gconstpointer data)
{
  const SzOverview *overview = data;
  json_t *kinds = json_object ();

  for (int i = 0; i < SZ_N_DUE_KINDS; i++)
    if (overview->due_kinds[i] > 0)
      json_object_set_new (kinds, sz_due_kind_word ((SzDueKind)i),
                           json_integer (overview->due_kinds[i]));
  return json_pack ("{s:i, s:i, s:i, s:o}", "days", overview->due_days, "total",
                    (int)overview->due_total, "overdue", (int)overview->due_overdue, "kinds",
                    kinds);
}

static const SzMember overview_fields[] = {
  SZ_SHOW_DATE (SzOverview, day, "date", N_ ("Day")),
  SZ_SHOW_MADE ("people", N_ ("People"), make_people),
  SZ_SHOW_MADE ("parttime", N_ ("Part-time teachers"), make_parttime),
  SZ_SHOW_MADE ("posts", N_ ("Posts"), make_posts),
  SZ_SHOW_MADE ("targets", N_ ("Targets"), make_targets),
  SZ_SHOW_MADE ("training", N_ ("Training"), make_training),
  SZ_SHOW_MADE ("pay", N_ ("Performance pay"), make_pay),
  SZ_SHOW_MADE ("findings", N_ ("Findings"), make_findings),
  SZ_SHOW_MADE ("due", N_ ("Due"), make_due),
  { NULL },
};

static int
run_overview (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzOverview) overview
      = sz_view_overview (office, sz_cli_day (office, ((const Asked *)data)->on), SZ_OVERVIEW_ALL,
                          error);

  if (overview == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, overview_fields, overview);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_overview = { "overview",   N_ ("What a director sees at one glance"),
                                       day_args,     sizeof (Asked),
                                       run_overview, .office = TRUE };
