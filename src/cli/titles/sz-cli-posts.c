/* sz-cli-posts.c — shizictl posts, posts split, posts propose, posts what-if (RULE pst-1 … pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-titles.h"
#include "sz-post-day.h"
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
      json_array_append_new (categories,
                             json_pack ("{s:s, s:i, s:i, s:i, s:i}", "category",
                                        sz_place_category_name (category), "approved", approved,
                                        "occupied", occupied, "open_cases", cases, "special",
                                        (int)day->special[i]));
    }
  return categories;
}

static json_t *
make_post (SzPost post)
{
  g_autofree char *name = post != 0 ? sz_post_name (post) : NULL;

  return sz_cli_string (name);
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
                                                   sz_cli_string (row->approval)));
      else
        json_array_append_new (
            dual, json_pack ("{s:s, s:o, s:o, s:o}", "staff_no", row->staff_no, "main",
                             make_post (row->main), "other", make_post (row->post), "approval",
                             sz_cli_string (row->approval)));
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

  json_object_set_new (cli->document, "date", sz_cli_date (day->date));
  json_object_set_new (cli->document, "establishment", json_integer (day->establishment));
  json_object_set_new (cli->document, "categories", make_categories (day));
  json_object_set_new (cli->document, "bands", sz_cli_bands (&day->structure));
  fill_beside (day, cli->document);
  json_object_set_new (cli->document, "unlevelled", json_integer (day->n_unlevelled));
  json_object_set_new (cli->document, "professional_share",
                       sz_structure_professional_share (&day->structure, &share_x1e4)
                           ? sz_cli_decimal (share_x1e4, SZ_RATIO_DECIMALS)
                           : json_null ());
  for (guint i = 0; i < findings->len; i++)
    {
      const SzPostFinding *finding = &g_array_index (findings, SzPostFinding, i);

      json_array_append_new (list, json_pack ("{s:s, s:s, s:o}", "severity", "warning", "code",
                                              finding->code, "level",
                                              sz_cli_place (finding->place)));
      sz_cli_print (cli, "%s: %s\n", _ ("warning"), finding->code);
    }
  json_object_set_new (cli->document, "findings", list);
}

int
sz_cli_posts (SzCli *cli, int argc, char **argv)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("As of this day"), N_ ("DATE") }, { NULL } };
  g_autoptr (SzPostDay) day = NULL;
  g_autoptr (GError) error = NULL;
  SzDate date;
  int result;

  if (!sz_cli_parse (cli, "posts", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (!sz_cli_read_day (cli, on, &date, &result))
    return result;
  day = sz_post_day (cli->office, date, NULL, &error);
  if (day == NULL)
    return sz_cli_titles_fail (cli, error);
  sz_cli_print_structure (cli, &day->structure);
  fill_day (cli, day);
  return SZ_EXIT_DONE;
}

int
sz_cli_posts_split (SzCli *cli, int argc, char **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = { { "method", 0, 0, G_OPTION_ARG_STRING, &word,
                                     N_ ("cumulative_floor, largest_remainder or floor_each"),
                                     N_ ("METHOD") },
                                   { NULL } };
  SzSplitMethod method = SZ_SPLIT_CUMULATIVE_FLOOR;
  int weights[SZ_SPLIT_PARTS_MAX], parts[SZ_SPLIT_PARTS_MAX];
  gint64 total = 0;
  guint n = 0;
  json_t *list;

  if (!sz_cli_parse (cli, "posts split N RATIO", entries, &argc, &argv, 2, 2))
    return SZ_EXIT_USAGE;
  if (!sz_decimal_parse (argv[1], 0, &total, NULL) || total < 0 || total > SZ_SPLIT_POSTS_MAX)
    return sz_cli_usage (cli, _ ("“%s” is no number of posts."), argv[1]);
  if (!sz_ratio_parse (argv[2], weights, &n))
    return sz_cli_usage (cli, _ ("“%s” is no ratio such as 1:3:6."), argv[2]);
  if (word != NULL && !sz_split_method_find (word, &method))
    return sz_cli_usage (cli, _ ("“%s” is no method. There are: %s."), word,
                         "cumulative_floor, largest_remainder, floor_each");
  sz_posts_split (method, (int)total, weights, n, parts);
  list = json_array ();
  for (guint i = 0; i < n; i++)
    {
      json_array_append_new (list, json_integer (parts[i]));
      sz_cli_print (cli, i + 1 < n ? "%d " : "%d\n", parts[i]);
    }
  json_object_set_new (cli->document, "method", json_string (sz_split_method_word (method)));
  json_object_set_new (cli->document, "parts", list);
  return SZ_EXIT_DONE;
}

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
  return json_pack ("{s:s, s:i, s:i, s:i, s:i, s:i, s:o}", "method",
                    sz_split_method_word (method), "high", proposal.high, "intermediate",
                    proposal.intermediate, "junior", proposal.junior, "full_senior",
                    proposal.full_senior, "associate_senior", proposal.associate_senior, "levels",
                    levels);
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
read_rules (SzCli *cli, SzSplitRules *rules, int *result)
{
  const gboolean there
      = g_str_has_prefix (cli->db, "sqlite:") || g_file_test (cli->db, G_FILE_TEST_EXISTS);
  SzOffice *office = there ? sz_cli_open (cli, result) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const SzDate today
      = office != NULL ? sz_office_today (office)
                       : sz_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                                       g_date_time_get_day_of_month (now));
  g_autoptr (GError) error = NULL;

  if (there && office == NULL)
    return FALSE;
  if (sz_post_split_rules (office, today, rules, &error))
    return TRUE;
  *result = sz_cli_titles_fail (cli, error);
  return FALSE;
}

int
sz_cli_posts_propose (SzCli *cli, int argc, char **argv)
{
  gint total = -1, professional = -1;
  g_autofree char *ratio = NULL, *share = NULL;
  const GOptionEntry entries[] = {
    { "total", 0, 0, G_OPTION_ARG_INT, &total, N_ ("Posts altogether"), "N" },
    { "professional", 0, 0, G_OPTION_ARG_INT, &professional, N_ ("Of them professional"), "P" },
    { "ratio", 0, 0, G_OPTION_ARG_STRING, &ratio, N_ ("Senior, intermediate, junior"), "3:4:3" },
    { "full-senior", 0, 0, G_OPTION_ARG_STRING, &share, N_ ("Share of 正高 of the senior ones"),
      "0.2" },
    { NULL }
  };
  g_autofree char *ratio_text = NULL;
  SzSplitRules rules;
  int result = SZ_EXIT_DONE, least;
  json_t *methods;

  if (!sz_cli_parse (cli, "posts propose", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (total < 0 || total > SZ_SPLIT_POSTS_MAX || professional > SZ_SPLIT_POSTS_MAX
      || professional < -1)
    return sz_cli_usage (cli, "%s", _ ("posts propose wants --total N."));
  if (!read_rules (cli, &rules, &result))
    return result;
  if (ratio != NULL && !read_ratio (cli, ratio, &rules))
    return SZ_EXIT_USAGE;
  if (share != NULL
      && (!sz_decimal_parse (share, SZ_RATIO_DECIMALS, &rules.full_senior_x1e4, NULL)
          || rules.full_senior_x1e4 < 0 || rules.full_senior_x1e4 > SZ_RATIO_ONE))
    return sz_cli_usage (cli, _ ("“%s” is no share between 0 and 1."), share);
  least = sz_posts_least_professional (rules.prof_min_x1e4, total);
  if (professional < 0)
    professional = least;
  methods = json_array ();
  for (int i = 0; i < SZ_N_SPLIT_METHODS; i++)
    json_array_append_new (methods, make_method (cli, (SzSplitMethod)i, &rules, professional));
  ratio_text = g_strdup_printf ("%d:%d:%d", rules.hml[0], rules.hml[1], rules.hml[2]);
  json_object_set_new (cli->document, "total", json_integer (total));
  json_object_set_new (cli->document, "professional", json_integer (professional));
  json_object_set_new (cli->document, "professional_minimum", json_integer (least));
  json_object_set_new (cli->document, "meets_minimum", json_boolean (professional >= least));
  json_object_set_new (cli->document, "ratio", json_string (ratio_text));
  json_object_set_new (cli->document, "full_senior_share",
                       sz_cli_decimal (rules.full_senior_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (cli->document, "methods", methods);
  return SZ_EXIT_DONE;
}

static json_t *
make_move (const SzWhatIf *ask)
{
  const SzMove *move = &ask->move;

  return json_pack ("{s:s, s:o, s:o, s:s, s:o, s:b, s:o, s:b}", "staff_no", ask->staff_no, "from",
                    sz_cli_place (move->from), "to", sz_cli_place (move->to), "kind",
                    sz_move_kind_word (move->kind), "vacancy",
                    move->has_vacancy ? json_integer (move->vacancy) : json_null (), "fits",
                    move->fits, "reason", sz_cli_string (move->reason), "fits_alone",
                    move->fits_alone);
}

static void
fill_what_if (SzCli *cli, SzDate date, const GArray *list, const SzStructure *after)
{
  json_t *people = json_array ();
  json_t *no_longer = json_array ();
  /* In "after" every figure counts what is expected. */
  SzStructure shown = *after;

  for (guint i = 0; i < list->len; i++)
    {
      const SzWhatIf *ask = &g_array_index (list, SzWhatIf, i);

      json_array_append_new (people, make_move (ask));
      if (ask->move.fits_alone && !ask->move.fits)
        json_array_append_new (no_longer, json_string (ask->staff_no));
      sz_cli_print (cli, "%s %s %s\n", ask->staff_no, sz_move_kind_word (ask->move.kind),
                    ask->move.fits ? _ ("fits") : ask->move.reason);
    }
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    shown.occupied[place] = after->expected[place];
  json_object_set_new (cli->document, "date", sz_cli_date (date));
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

int
sz_cli_posts_what_if (SzCli *cli, int argc, char **argv)
{
  g_autofree char *on = NULL, *file = NULL;
  const GOptionEntry entries[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("As of this day"), N_ ("DATE") },
          { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("Columns 工号, 岗位等级, in order"),
            N_ ("FILE") },
          { NULL } };
  g_autoptr (GArray) list = sz_what_if_new ();
  g_autoptr (SzPostDay) day = NULL;
  g_autoptr (GError) error = NULL;
  SzStructure after;
  SzDate date;
  int result;

  if (!sz_cli_parse (cli, "posts what-if 工号=POST …", entries, &argc, &argv, 0, -1))
    return SZ_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    if (!add_word (cli, argv[i], list))
      return SZ_EXIT_USAGE;
  if (file != NULL && !sz_what_if_read (file, list, &error))
    return sz_cli_titles_fail (cli, error);
  if (list->len == 0)
    return sz_cli_usage (cli, "%s", _ ("posts what-if wants 工号=POST or --file FILE."));
  if (!sz_cli_read_day (cli, on, &date, &result))
    return result;
  day = sz_post_day (cli->office, date, NULL, &error);
  if (day == NULL || !sz_what_if_judge (cli->office, day, list, &after, &error))
    return sz_cli_titles_fail (cli, error);
  fill_what_if (cli, date, list, &after);
  return SZ_EXIT_DONE;
}
