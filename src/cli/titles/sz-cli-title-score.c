/* sz-cli-title-score.c — shizictl title score, title ballot (RULE ttl-6, ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-ballot.h"
#include "sz-cli-titles.h"
#include "sz-score-file.h"
#include "sz-title-ranking.h"

static json_t *
make_score (const SzScoreTable *table, const SzScore *score)
{
  json_t *items = json_object ();
  json_t *missing = json_array ();

  for (guint i = 0; i < table->n_items; i++)
    {
      json_object_set_new (items, table->items[i].name,
                           score->known[i] ? sz_cli_make_decimal (score->values_x100[i], 2)
                                           : json_null ());
      if (!score->known[i])
        json_array_append_new (missing, json_string (table->items[i].name));
    }
  return json_pack ("{s:s, s:o, s:o, s:o, s:o, s:o}", "staff_no", score->staff_no, "items", items,
                    "total",
                    score->ranked ? sz_cli_make_decimal (score->total_x100, 2) : json_null (),
                    "rank", score->rank > 0 ? json_integer (score->rank) : json_null (),
                    "recommended",
                    score->recommended >= 0 ? json_boolean (score->recommended) : json_null (),
                    "missing", missing);
}

/* "3 9010 51.32 ✓ recommended", "— 9004 — ? a value is missing: 民主测评" */
static void
print_score (SzCli *cli, const SzScoreTable *table, const SzScore *score)
{
  g_autofree char *rank = score->rank > 0 ? g_strdup_printf ("%d", score->rank) : g_strdup ("—");
  g_autofree char *total
      = score->ranked ? sz_decimal_format (score->total_x100, 2) : g_strdup ("—");
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < table->n_items; i++)
    if (!score->known[i])
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : ": ",
                              table->items[i].name);
  sz_cli_print (cli, "%s %s %s %s%s\n", rank, score->staff_no, total,
                score->recommended == 1   ? _ ("✓ recommended")
                : score->recommended == 0 ? _ ("✗ beyond the quota")
                : score->rank == 0        ? _ ("? a value is missing")
                                          : _ ("? to decide"),
                missing->str);
}

typedef struct
{
  const char *batch;
  const char *table;
  const char *target;
  int quota;
} ScoreAsked;

static const SzArg score_args[] = {
  SZ_WORD_OF (TEXT, ScoreAsked, batch, N_ ("BATCH")),
  SZ_OPTION (
      TEXT, ScoreAsked, table, "table", N_ ("FILE"), N_ ("The score table"), .required = TRUE),
  SZ_OPTION (TEXT,
             ScoreAsked,
             target,
             "target",
             N_ ("职称"),
             N_ ("The title that is asked for"),
             .required = TRUE),
  SZ_OPTION (COUNT,
             ScoreAsked,
             quota,
             "quota",
             "Q",
             N_ ("How many may be recommended"),
             .most = G_MAXINT,
             .otherwise = -1),
  { 0 },
};

static int
run_score (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ScoreAsked *asked = data;
  const SzCode *code = sz_codes_by_name (SZ_TABLE_TITLE, asked->target);
  g_autoptr (GError) reason = NULL;
  g_autoptr (SzScoreTable) table = NULL;
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (SzTitleRanking) ranking = NULL;
  json_t *people;

  if (code == NULL)
    return sz_cli_usage (cli, _ ("“%s” is no title."), asked->target);
  table = sz_score_table_load (asked->table, &reason);
  round = table != NULL ? sz_title_round_load (office, asked->batch, &reason) : NULL;
  ranking = round != NULL
                ? sz_title_ranking (office, round, table, code->code, asked->quota, &reason)
                : NULL;
  if (ranking == NULL)
    return sz_cli_titles_fail (cli, reason);
  people = json_array ();
  for (guint i = 0; i < ranking->scores->len; i++)
    {
      const SzScore *score = &g_array_index (ranking->scores, SzScore, i);

      json_array_append_new (people, make_score (table, score));
      print_score (cli, table, score);
    }
  json_object_set_new (cli->document, "batch", json_string (asked->batch));
  json_object_set_new (cli->document, "target", json_string (asked->target));
  json_object_set_new (cli->document, "people", people);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_score
    = { "title score", N_ ("The applicants for a title by a score table"),
        score_args,    sizeof (ScoreAsked),
        run_score,     .office = TRUE };

typedef struct
{
  SzTally tally;
  const char *recusal;
} BallotAsked;

#define NUMBER(member, name, text, ...)                                                            \
  SZ_OPTION (COUNT, BallotAsked, tally.member, name, "N", text, .most = 100000, ##__VA_ARGS__)

static const SzArg ballot_args[] = {
  NUMBER (panel, "panel", N_ ("Members of the panel"), .required = TRUE),
  NUMBER (attending, "attending", N_ ("Who attended"), .required = TRUE),
  NUMBER (in_favour, "for", N_ ("In favour"), .required = TRUE),
  NUMBER (against, "against", N_ ("Against"), .required = TRUE),
  NUMBER (abstain, "abstain", N_ ("Abstained"), .required = TRUE),
  NUMBER (spoilt, "spoilt", N_ ("Spoilt"), .required = TRUE),
  NUMBER (recused, "recused", N_ ("Recused")),
  SZ_OPTION (TEXT,
             BallotAsked,
             recusal,
             "recusal",
             "exclude|include",
             N_ ("Whether the recused count")),
  { 0 },
};

typedef struct
{
  SzBallot ballot;
} Shown;

static const SzMember ballot_fields[] = {
  SZ_SHOW_COUNT (Shown, ballot.quorum, "quorum", N_ ("Quorum")),
  SZ_SHOW_COUNT (Shown, ballot.denominator, "denominator", N_ ("Counted")),
  SZ_SHOW_COUNT (Shown, ballot.needed, "needed", N_ ("Needed")),
  SZ_SHOW_FLAG (Shown, ballot.valid, "valid", N_ ("Valid")),
  SZ_SHOW_FLAG (Shown, ballot.passed, "passed", N_ ("Passed")),
  { NULL },
};

static int
run_ballot (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const BallotAsked *asked = data;
  const gboolean includes = g_strcmp0 (asked->recusal, "include") == 0;
  Shown shown;

  if (asked->recusal != NULL && !includes && !g_str_equal (asked->recusal, "exclude"))
    return sz_cli_usage (cli, "%s", _ ("--recusal is exclude or include."));
  sz_ballot_count (&asked->tally, includes, &shown.ballot);
  sz_cli_show (cli, ballot_fields, &shown);
  if (shown.ballot.valid)
    return SZ_EXIT_DONE;
  sz_error_set (error, SZ_ERROR_REFUSED, shown.ballot.error, "value", "", NULL);
  return SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_title_ballot
    = { "title ballot", N_ ("Whether a vote is valid, and whether it passed"), ballot_args,
        sizeof (BallotAsked), run_ballot };
