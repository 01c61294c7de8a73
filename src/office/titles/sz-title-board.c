/* sz-title-board.c — the applications of a round, each where it stands (RULE ttl-14 … ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-board.h"

#include "sz-ballot.h"
#include "sz-office-private.h"
#include "sz-title-check.h"
#include "sz-title-life-private.h"

static void
clear_card_cb (gpointer data)
{
  SzTitleCard *card = data;

  g_free (card->staff_no);
  g_free (card->name);
  g_free (card->department);
  g_free (card->title);
  g_free (card->route);
}

/* What hangs on the round. */
typedef struct
{
  SzTitleRound *round;
  GArray *objections;
  GArray *appeals;
  GArray *ballots;
  GArray *scores;
} Board;

static void
clear_board (Board *board)
{
  sz_title_round_free (board->round);
  g_clear_pointer (&board->objections, g_array_unref);
  g_clear_pointer (&board->appeals, g_array_unref);
  g_clear_pointer (&board->ballots, g_array_unref);
  g_clear_pointer (&board->scores, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, clear_board)

static gboolean
load_board (Board *board, SzOffice *office, const char *batch, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  gint64 id;

  board->round = sz_title_round_load (office, batch, error);
  if (board->round == NULL)
    return FALSE;
  id = board->round->row.id;
  board->objections
      = sz_title_rows_of_round (sz_store_title_objection_list (store, SZ_ROWS_ALL, error), id);
  if (board->objections != NULL)
    board->appeals
        = sz_title_rows_of_round (sz_store_title_appeal_list (store, SZ_ROWS_ALL, error), id);
  if (board->appeals != NULL)
    board->ballots = sz_title_rows_of_round (sz_store_ballot_list (store, SZ_ROWS_ALL, error), id);
  if (board->ballots != NULL)
    board->scores
        = sz_title_rows_of_round (sz_store_title_score_list (store, SZ_ROWS_ALL, error), id);
  return board->scores != NULL;
}

static SzTitleStage
find_stage (const Board *board, gint64 person_id)
{
  const SzTitleDecisionRow *decision = sz_title_round_decision (board->round, person_id);
  const char *state = board->round->state;

  if (decision == NULL)
    return SZ_TITLE_TO_DECIDE;
  if (!decision->recommended)
    return SZ_TITLE_NOT_RECOMMENDED;
  if (g_str_equal (state, "announced"))
    return SZ_TITLE_ON_NOTICE;
  if (sz_title_ballot_of (board->ballots, person_id) != NULL)
    return sz_title_passed (board->round, board->objections, board->ballots, person_id)
               ? SZ_TITLE_PASSED
               : SZ_TITLE_NOT_PASSED;
  return g_str_equal (state, "reviewed") || g_str_equal (state, "published") ? SZ_TITLE_TO_VOTE
                                                                             : SZ_TITLE_RECOMMENDED;
}

static void
fill_vote (const Board *board, SzTitleCard *card)
{
  const SzBallotRow *row = sz_title_ballot_of (board->ballots, card->person_id);
  SzTally tally;
  SzBallot ballot;

  if (row == NULL)
    return;
  tally = (SzTally){ row->panel,   row->attending, row->recused, row->in_favour,
                     row->against, row->abstain,   row->spoilt };
  sz_ballot_count (&tally, board->round->params->rules.recusal_includes, &ballot);
  card->has_vote = TRUE;
  card->in_favour = row->in_favour;
  card->needed = ballot.needed;
}

static void
fill_marks (const Board *board, SzTitleCard *card)
{
  for (guint i = 0; i < board->objections->len; i++)
    {
      const SzTitleObjectionRow *row = &g_array_index (board->objections, SzTitleObjectionRow, i);

      card->objection
          |= row->person_id == card->person_id && (row->answer == NULL || *row->answer == '\0');
    }
  for (guint i = 0; i < board->appeals->len; i++)
    {
      const SzTitleAppealRow *row = &g_array_index (board->appeals, SzTitleAppealRow, i);

      card->appeal |= row->person_id == card->person_id
                      && (row->conclusion == NULL || *row->conclusion == '\0');
    }
  for (guint i = 0; i < board->scores->len; i++)
    {
      const SzTitleScoreRow *row = &g_array_index (board->scores, SzTitleScoreRow, i);

      if (row->person_id != card->person_id || !row->ranked)
        continue;
      card->has_score = TRUE;
      card->score_x100 = row->total_x100;
    }
}

static void
add_card (GArray *cards, const Board *board, const SzTitlePerson *person)
{
  const SzTitleApplicationRow *application
      = sz_title_round_application (board->round, person->person_id);
  const SzTitleDecisionRow *decision = sz_title_round_decision (board->round, person->person_id);
  const SzTargetResult *target
      = person->targets->len > 0 ? g_ptr_array_index (person->targets, 0) : NULL;
  SzTitleCard card = { .person_id = person->person_id,
                       .staff_no = g_strdup (person->staff_no),
                       .name = g_strdup (person->name),
                       .department = g_strdup (person->department),
                       .title = g_strdup (sz_codes_name (SZ_TABLE_TITLE, application->title)),
                       .route = g_strdup (application->route),
                       .has_verdict = target != NULL,
                       .verdict = target != NULL ? target->verdict : SZ_VERDICT_UNMET,
                       .stage = find_stage (board, person->person_id) };

  fill_vote (board, &card);
  fill_marks (board, &card);
  card.stale
      = decision != NULL
        && g_strcmp0 (decision->verdict, target != NULL ? sz_verdict_word (target->verdict) : "")
               != 0;
  g_array_append_val (cards, card);
}

GArray *
sz_title_board (SzOffice *office, const char *batch, GError **error)
{
  g_auto (Board) board = { NULL };
  g_autoptr (GPtrArray) people = NULL;
  GArray *cards;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, NULL);

  if (!load_board (&board, office, batch, error))
    return NULL;
  people = sz_title_check_applications (office, board.round, error);
  if (people == NULL)
    return NULL;
  cards = g_array_new (FALSE, TRUE, sizeof (SzTitleCard));
  g_array_set_clear_func (cards, clear_card_cb);
  for (guint i = 0; i < people->len; i++)
    add_card (cards, &board, g_ptr_array_index (people, i));
  return cards;
}
