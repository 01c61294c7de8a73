/* sz-cli-posts.c — shizictl posts, posts split, posts propose, posts what-if (RULE pst-1 … pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-titles.h"
#include "sz-cli-open.h"
#include "sz-post-words.h"
#include "sz-what-if-file.h"

static json_t *
make_categories (const SzPostDay *day)
{
  json_t *categories = json_array ();

  for (int i = 0; i < SZ_N_PLACE_CATEGORIES; i++)
    {
      const SzPlaceCategory category = (SzPlaceCategory)i;
      const int approved = sz_structure_sum (day->structure.approved, category);
      const int occupied = sz_structure_sum (day->structure.occupied, category);
      const int cases = sz_structure_sum (day->structure.open_cases, category);

      if (approved == 0 && occupied == 0 && cases == 0 && day->special[i] == 0)
        continue;
      json_array_append_new (categories, json_pack ("{s:s, s:i, s:i, s:i, s:i}", "category",
                                                    sz_place_category_name (category), "approved",
                                                    approved, "occupied", occupied, "open_cases",
                                                    cases, "special", (int)day->special[i]));
    }
  return categories;
}

static json_t *
make_post (SzPost post)
{
  g_autofree char *name = post != 0 ? sz_post_name (post) : NULL;

  return sz_cli_make_text (name);
}

static void
fill_beside (const SzPostDay *day, json_t *document)
{
  json_t *special = json_array ();
  json_t *dual = json_array ();

  for (guint i = 0; i < day->beside->len; i++)
    {
      const SzBeside *row = &g_array_index (day->beside, SzBeside, i);

      if (row->special)
        json_array_append_new (special, json_pack ("{s:s, s:o, s:o}", "staff_no", row->staff_no,
                                                   "level", make_post (row->post), "approval",
                                                   sz_cli_make_text (row->approval)));
      else
        json_array_append_new (dual,
                               json_pack ("{s:s, s:o, s:o, s:o}", "staff_no", row->staff_no, "main",
                                          make_post (row->main), "other", make_post (row->post),
                                          "approval", sz_cli_make_text (row->approval)));
    }
  json_object_set_new (document, "special", special);
  json_object_set_new (document, "dual", dual);
}

static void
fill_day (SzCli *cli, const SzPostDay *day)
{
  g_autoptr (GArray) findings = sz_post_day_findings (day);
  json_t *list = json_array ();
  gint64 share_x1e4 = 0;

  json_object_set_new (cli->document, "date", sz_cli_make_date (day->date));
  json_object_set_new (cli->document, "establishment", json_integer (day->establishment));
  json_object_set_new (cli->document, "categories", make_categories (day));
  json_object_set_new (cli->document, "bands", sz_cli_bands (&day->structure));
  fill_beside (day, cli->document);
  json_object_set_new (cli->document, "unlevelled", json_integer (day->n_unlevelled));
  json_object_set_new (cli->document, "professional_share",
                       sz_structure_professional_share (&day->structure, &share_x1e4)
                           ? sz_cli_make_decimal (share_x1e4, SZ_RATIO_DECIMALS)
                           : json_null ());
  for (guint i = 0; i < findings->len; i++)
    {
      const SzPostFinding *finding = &g_array_index (findings, SzPostFinding, i);

      json_array_append_new (list,
                             json_pack ("{s:s, s:s, s:o}", "severity", "warning", "code",
                                        finding->code, "level", sz_cli_place (finding->place)));
      sz_cli_print (cli, "%s: %s\n", _ ("warning"), finding->code);
    }
  json_object_set_new (cli->document, "findings", list);
}

typedef struct
{
  SzDate on;
} DayAsked;

static const SzArg day_args[] = {
  SZ_OPTION (DATE, DayAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_posts (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const DayAsked *asked = data;
  g_autoptr (SzPostDay) day = sz_post_day (office, sz_cli_day (office, asked->on), NULL, error);

  if (day == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_print_structure (cli, &day->structure);
  fill_day (cli, day);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_posts
    = { "posts",   N_ ("Approved and occupied posts on a day, and what is vacant"),
        day_args,  sizeof (DayAsked),
        run_posts, .office = TRUE };

typedef struct
{
  int total;
  const char *ratio;
  const char *method;
} SplitAsked;

static const SzArg split_args[] = {
  SZ_WORD_OF (COUNT, SplitAsked, total, "N", .most = SZ_SPLIT_POSTS_MAX),
  SZ_WORD_OF (TEXT, SplitAsked, ratio, N_ ("RATIO")),
  SZ_OPTION (TEXT,
             SplitAsked,
             method,
             "method",
             N_ ("METHOD"),
             N_ ("cumulative_floor, largest_remainder or floor_each")),
  { 0 },
};

static int
run_split (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SplitAsked *asked = data;
  SzSplitMethod method = SZ_SPLIT_CUMULATIVE_FLOOR;
  int weights[SZ_SPLIT_PARTS_MAX], parts[SZ_SPLIT_PARTS_MAX];
  guint n = 0;
  json_t *list;

  if (!sz_ratio_parse (asked->ratio, weights, &n))
    return sz_cli_usage (cli, _ ("“%s” is no ratio such as 1:3:6."), asked->ratio);
  if (asked->method != NULL && !sz_split_method_find (asked->method, &method))
    return sz_cli_usage (cli, _ ("“%s” is no method. There are: %s."), asked->method,
                         "cumulative_floor, largest_remainder, floor_each");
  sz_posts_split (method, asked->total, weights, n, parts);
  list = json_array ();
  for (guint i = 0; i < n; i++)
    {
      json_array_append_new (list, json_integer (parts[i]));
      sz_cli_print (cli, "%d%s", parts[i], i + 1 < n ? " " : "\n");
    }
  json_object_set_new (cli->document, "method", json_string (sz_split_method_word (method)));
  json_object_set_new (cli->document, "parts", list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_posts_split = { "posts split", N_ ("Split a number of posts by a ratio"),
                                          split_args, sizeof (SplitAsked), run_split };

static json_t *
make_method (SzCli *cli, SzSplitMethod method, const SzSplitRules *rules, int professional)
{
  SzProposal proposal;
  json_t *levels = json_array ();

  sz_posts_propose (rules, method, professional, &proposal);
  sz_cli_print (cli, "%s:", sz_split_method_name (method));
  for (int level = rules->splits_second ? 2 : SZ_PROPOSAL_FIRST; level <= SZ_PROPOSAL_LAST; level++)
    {
      const SzPlace place = sz_place_of (sz_post_parse ("专技一级"), FALSE) + level - 1;

      json_array_append_new (levels, json_pack ("{s:o, s:i}", "level", sz_cli_place (place),
                                                "posts", proposal.levels[level]));
      sz_cli_print (cli, " %d", proposal.levels[level]);
    }
  sz_cli_print (cli, "\n");
  return json_pack ("{s:s, s:i, s:i, s:i, s:i, s:i, s:o}", "method", sz_split_method_word (method),
                    "high", proposal.high, "intermediate", proposal.intermediate, "junior",
                    proposal.junior, "full_senior", proposal.full_senior, "associate_senior",
                    proposal.associate_senior, "levels", levels);
}

static gboolean
read_ratio (SzCli *cli, const char *text, SzSplitRules *rules)
{
  int parts[SZ_SPLIT_PARTS_MAX];
  guint n = 0;

  if (!sz_ratio_parse (text, parts, &n) || n != 3)
    {
      sz_cli_usage (cli, _ ("“%s” is no ratio such as 1:3:6."), text);
      return FALSE;
    }
  for (int i = 0; i < 3; i++)
    rules->hml[i] = parts[i];
  return TRUE;
}

/* The rules of the college where there is one, else the presets. */
static gboolean
read_rules (SzCli *cli, SzSplitRules *rules, GError **error)
{
  const gboolean there = sz_cli_is_there (cli);
  SzOffice *office = there ? sz_cli_office (cli, error) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const SzDate today = office != NULL
                           ? sz_office_today (office)
                           : sz_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                                           g_date_time_get_day_of_month (now));

  return (!there || office != NULL) && sz_post_split_rules (office, today, rules, error);
}

typedef struct
{
  int total;
  int professional;
  const char *ratio;
  gint64 share_x1e4;
} ProposeAsked;

static const SzArg propose_args[] = {
  SZ_OPTION (COUNT,
             ProposeAsked,
             total,
             "total",
             "N",
             N_ ("Posts altogether"),
             .required = TRUE,
             .most = SZ_SPLIT_POSTS_MAX),
  SZ_OPTION (COUNT,
             ProposeAsked,
             professional,
             "professional",
             "P",
             N_ ("Of them professional"),
             .most = SZ_SPLIT_POSTS_MAX,
             .otherwise = -1),
  SZ_OPTION (TEXT, ProposeAsked, ratio, "ratio", "3:4:3", N_ ("Senior, intermediate, junior")),
  SZ_OPTION (DECIMAL,
             ProposeAsked,
             share_x1e4,
             "full-senior",
             "0.2",
             N_ ("Share of 正高 of the senior ones"),
             .decimals = SZ_RATIO_DECIMALS,
             .most = SZ_RATIO_ONE,
             .otherwise = -1),
  { 0 },
};

static int
run_propose (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ProposeAsked *asked = data;
  g_autofree char *ratio = NULL;
  SzSplitRules rules;
  int least, professional;
  json_t *methods;

  if (!read_rules (cli, &rules, error))
    return SZ_EXIT_REFUSED;
  if (asked->ratio != NULL && !read_ratio (cli, asked->ratio, &rules))
    return SZ_EXIT_USAGE;
  if (asked->share_x1e4 >= 0)
    rules.full_senior_x1e4 = asked->share_x1e4;
  least = sz_posts_least_professional (rules.prof_min_x1e4, asked->total);
  professional = asked->professional >= 0 ? asked->professional : least;
  methods = json_array ();
  for (int i = 0; i < SZ_N_SPLIT_METHODS; i++)
    json_array_append_new (methods, make_method (cli, (SzSplitMethod)i, &rules, professional));
  ratio = g_strdup_printf ("%d:%d:%d", rules.hml[0], rules.hml[1], rules.hml[2]);
  json_object_set_new (cli->document, "total", json_integer (asked->total));
  json_object_set_new (cli->document, "professional", json_integer (professional));
  json_object_set_new (cli->document, "professional_minimum", json_integer (least));
  json_object_set_new (cli->document, "meets_minimum", json_boolean (professional >= least));
  json_object_set_new (cli->document, "ratio", json_string (ratio));
  json_object_set_new (cli->document, "full_senior_share",
                       sz_cli_make_decimal (rules.full_senior_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (cli->document, "methods", methods);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_posts_propose
    = { "posts propose", N_ ("A plan of posts by three methods of rounding"), propose_args,
        sizeof (ProposeAsked), run_propose };

static json_t *
make_move (const SzWhatIf *ask)
{
  const SzMove *move = &ask->move;

  return json_pack ("{s:s, s:o, s:o, s:s, s:o, s:b, s:o, s:b}", "staff_no", ask->staff_no, "from",
                    sz_cli_place (move->from), "to", sz_cli_place (move->to), "kind",
                    sz_move_kind_word (move->kind), "vacancy",
                    move->has_vacancy ? json_integer (move->vacancy) : json_null (), "fits",
                    move->fits, "reason", sz_cli_make_text (move->reason), "fits_alone",
                    move->fits_alone);
}

/* "1001 专技十级 → 专技九级: ✗ 无空岗（中级：核准 37，现聘及在办 40）" */
static void
print_move (SzCli *cli, const SzStructure *now, const SzWhatIf *ask)
{
  g_autofree char *from = ask->move.from != SZ_PLACE_NONE
                              ? sz_post_name (sz_place_post (ask->move.from))
                              : g_strdup ("—");
  g_autofree char *to = sz_post_name (ask->post);
  g_autofree char *words = sz_post_move_words (now, &ask->move);

  sz_cli_print (cli, "%s %s → %s: %s\n", ask->staff_no, from, to, words);
}

static void
fill_what_if (SzCli *cli, const SzPostDay *day, const GArray *list, const SzStructure *after)
{
  json_t *people = json_array ();
  json_t *no_longer = json_array ();
  g_autofree char *left = sz_post_left_words (after, list);
  SzStructure now = day->structure;
  /* In "after" every figure counts what is expected. */
  SzStructure shown = *after;

  for (guint i = 0; i < list->len; i++)
    {
      const SzWhatIf *ask = &g_array_index (list, SzWhatIf, i);

      json_array_append_new (people, make_move (ask));
      if (ask->move.fits_alone && !ask->move.fits)
        json_array_append_new (no_longer, json_string (ask->staff_no));
      print_move (cli, &now, ask);
      if (ask->move.fits)
        sz_structure_carry_out (&now, ask->move.from, ask->move.to);
    }
  sz_cli_print (cli, "%s\n", left);
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    shown.occupied[place] = after->expected[place];
  json_object_set_new (cli->document, "date", sz_cli_make_date (day->date));
  json_object_set_new (cli->document, "people", people);
  json_object_set_new (cli->document, "no_longer", no_longer);
  json_object_set_new (cli->document, "after", sz_cli_bands (&shown));
}

/* 工号=POST */
static gboolean
add_word (SzCli *cli, const char *word, GArray *list)
{
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);
  SzPost post;

  if (g_strv_length (parts) != 2 || *parts[0] == '\0')
    {
      sz_cli_usage (cli, _ ("“%s” is not 工号=POST."), word);
      return FALSE;
    }
  if (!sz_cli_read_post (cli, parts[1], &post))
    return FALSE;
  sz_what_if_add (list, parts[0], post);
  return TRUE;
}

typedef struct
{
  const char *const *moves;
  SzDate on;
  const char *file;
} WhatIfAsked;

static const SzArg what_if_args[] = {
  SZ_WORD_OF (TEXTS, WhatIfAsked, moves, N_ ("工号=POST"), .optional = TRUE),
  SZ_OPTION (DATE, WhatIfAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  SZ_OPTION (TEXT, WhatIfAsked, file, "file", N_ ("FILE"), N_ ("Columns 工号, 岗位等级, in order")),
  { 0 },
};

static int
run_what_if (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const WhatIfAsked *asked = data;
  g_autoptr (GArray) list = sz_what_if_new ();
  g_autoptr (SzPostDay) day = NULL;
  g_autoptr (GError) reason = NULL;
  SzStructure after;

  for (guint i = 0; asked->moves != NULL && asked->moves[i] != NULL; i++)
    if (!add_word (cli, asked->moves[i], list))
      return SZ_EXIT_USAGE;
  if (asked->file != NULL && !sz_what_if_read (asked->file, list, &reason))
    return sz_cli_titles_fail (cli, reason);
  if (list->len == 0)
    return sz_cli_usage (cli, "%s", _ ("posts what-if wants 工号=POST or --file FILE."));
  day = sz_post_day (office, sz_cli_day (office, asked->on), NULL, &reason);
  if (day == NULL || !sz_what_if_judge (office, day, list, &after, &reason))
    return sz_cli_titles_fail (cli, reason);
  fill_what_if (cli, day, list, &after);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_posts_what_if
    = { "posts what-if", N_ ("Whether people would fit into other posts, one after another"),
        what_if_args,    sizeof (WhatIfAsked),
        run_what_if,     .office = TRUE };
