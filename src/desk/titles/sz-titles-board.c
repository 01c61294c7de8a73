/* sz-titles-board.c — the applications of a round as cards under where they stand (RULE ttl-14 …
 * ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-ballot-dialog.h"
#include "sz-card-board.h"
#include "sz-title-life.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

#define CARDS "sz-title-cards"
#define BOARD_HEIGHT 216

/* What a board was read for; @cards: of SzTitleCard. */
typedef struct
{
  char *round;
  GArray *cards;
} Board;

static void
free_board (gpointer data)
{
  Board *board = data;

  g_free (board->round);
  g_clear_pointer (&board->cards, g_array_unref);
  g_free (board);
}

const char *
_sz_titles_stage_name (SzTitleStage stage)
{
  static const char *const names[SZ_N_TITLE_STAGES]
      = { N_ ("To decide"),      N_ ("Put forward"), N_ ("Not recommended"), N_ ("On notice"),
          N_ ("To be voted on"), N_ ("Passed"),      N_ ("Not passed") };

  g_return_val_if_fail (stage < SZ_N_TITLE_STAGES, "");
  return _ (names[stage]);
}

char *
_sz_titles_dup_marks (const SzTitleCard *card)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (card != NULL, NULL);
  if (card->has_verdict && card->verdict == SZ_VERDICT_EXCEPTIONAL)
    g_string_append (text, _ ("exceptional "));
  if (card->has_verdict && card->verdict == SZ_VERDICT_UNKNOWN)
    g_string_append (text, _ ("to be confirmed "));
  if (card->objection)
    g_string_append (text, _ ("objection "));
  if (card->appeal)
    g_string_append (text, _ ("appeal "));
  if (card->stale)
    g_string_append (text, _ ("verdict changed "));
  g_strchomp (text->str);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- reading ---- */

static gpointer
read_board_cb (SzOffice *office,
               gpointer round,
               SzProgress progress,
               GCancellable *cancellable,
               GError **error)
{
  GArray *cards = sz_title_board (office, round, error);
  Board *board;

  if (cards == NULL)
    return NULL;
  board = g_new0 (Board, 1);
  board->round = g_strdup (round);
  board->cards = cards;
  return board;
}

static void
board_read_cb (gpointer owner, gpointer value)
{
  GtkWidget *widget = _sz_titles_get_board (owner);
  Board *board = value;
  g_autoptr (GArray) cards = g_array_new (FALSE, TRUE, sizeof (SzCard));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < board->cards->len; i++)
    {
      const SzTitleCard *card = &g_array_index (board->cards, SzTitleCard, i);
      g_autofree char *score = card->has_score ? sz_decimal_format (card->score_x100, 2) : NULL;
      char *line = score != NULL ? g_strdup_printf (_ ("%s points"), score) : NULL;
      char *marks = _sz_titles_dup_marks (card);
      const SzCard shown = { .id = card->person_id,
                             .column = card->stage,
                             .lines = { { card->name, "heading" },
                                        { card->title, NULL },
                                        { line, "caption" },
                                        { marks, "warning" } } };

      g_ptr_array_add (texts, line);
      g_ptr_array_add (texts, marks);
      g_array_append_val (cards, shown);
    }
  sz_card_board_show (SZ_CARD_BOARD (widget), cards);
  gtk_widget_set_visible (widget, board->cards->len > 0);
  g_object_set_data_full (G_OBJECT (widget), CARDS, board, free_board);
}

void
_sz_titles_board_read (SzTitlesPage *page, SzJob *job, const char *round)
{
  SzTasks *tasks;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  tasks = sz_page_get_tasks (SZ_PAGE (page));
  if (round == NULL || *round == '\0' || tasks == NULL)
    {
      sz_job_cancel (job);
      gtk_widget_set_visible (_sz_titles_get_board (page), FALSE);
      return;
    }
  sz_job_read (job, tasks, SZ_WORK (read_board_cb, g_strdup (round), g_free, free_board),
               board_read_cb);
}

/* ---- moving ---- */

typedef struct
{
  char *round;
  char *staff_no;
} Deciding;

static void
free_deciding (gpointer data)
{
  g_free (((Deciding *)data)->round);
  g_free (((Deciding *)data)->staff_no);
  g_free (data);
}

static gpointer
recommend_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Deciding *deciding = data;

  return GINT_TO_POINTER (
      sz_title_recommend (office, deciding->round, deciding->staff_no, TRUE, NULL, error));
}

void
_sz_titles_recommend (SzTitlesPage *page, const SzTitleWhom *whom)
{
  Deciding *deciding;
  g_autofree char *text = NULL;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page) && whom != NULL);
  deciding = g_new0 (Deciding, 1);
  deciding->round = g_strdup (whom->round);
  deciding->staff_no = g_strdup (whom->staff_no);
  text = g_strdup_printf (_ ("%s is recommended"), whom->name);
  _sz_titles_write (page, recommend_cb, deciding, free_deciding, text);
}

/* A card goes where a decision can take it; the others go together, by a step of the round. */
static void
card_moved_cb (SzTitlesPage *page, gint64 id, guint column, GtkWidget *widget)
{
  const Board *board = g_object_get_data (G_OBJECT (widget), CARDS);

  for (guint i = 0; board != NULL && i < board->cards->len; i++)
    {
      const SzTitleCard *card = &g_array_index (board->cards, SzTitleCard, i);
      const SzTitleWhom whom = { board->round, card->staff_no, card->name, NULL };

      if (card->person_id != id)
        continue;
      if (column == SZ_TITLE_RECOMMENDED)
        _sz_titles_recommend (page, &whom);
      else if (column == SZ_TITLE_NOT_RECOMMENDED)
        sz_title_dialog_present (SZ_PAGE (page), SZ_TITLE_ASK_REFUSE, &whom);
      else if (column == SZ_TITLE_PASSED || column == SZ_TITLE_NOT_PASSED)
        sz_ballot_dialog_present (SZ_PAGE (page), board->round);
      else
        sz_page_toast (SZ_PAGE (page),
                       _ ("All cards go there together, by the next step of the round."), NULL,
                       NULL, NULL);
      return;
    }
}

static void
card_chosen_cb (SzTitlesPage *page, gint64 id)
{
  sz_list_page_show_row (SZ_LIST_PAGE (page), id);
}

GtkWidget *
_sz_titles_board_new (SzTitlesPage *page)
{
  const char *titles[SZ_N_TITLE_STAGES + 1] = { NULL };
  GtkWidget *board;

  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), NULL);
  for (int i = 0; i < SZ_N_TITLE_STAGES; i++)
    titles[i] = _sz_titles_stage_name ((SzTitleStage)i);
  board = sz_card_board_new (titles, BOARD_HEIGHT);
  gtk_widget_set_visible (board, FALSE);
  g_signal_connect_object (board, "moved", G_CALLBACK (card_moved_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "chosen", G_CALLBACK (card_chosen_cb), page, G_CONNECT_SWAPPED);
  return board;
}
