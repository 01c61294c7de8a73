/* sz-recruit-board.c — the posts of a plan as cards under their states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-board.h"

#include <glib/gi18n.h>

#define BOARD_HEIGHT 236

static const struct
{
  const char *states; /* words parted by blanks */
  const char *title;
} columns[] = {
  { "draft", "拟定" },       { "approved", "已批" },
  { "announced", "已公告" }, { "screening", "资格审查" },
  { "exam", "考试" },        { "check", "考察体检" },
  { "publicity", "公示" },   { "closed cancelled", "办结" },
};

/* (transfer full): of a post whose notice runs, or ran. */
static char *
dup_notice_line (const SzRecruitPost *post, const SzRecruitCard *card)
{
  const gboolean announced = g_str_equal (post->state, "announced");
  g_autofree char *to = NULL;

  if (card->days_left == 0)
    {
      to = sz_date_format (card->notice.to);
      return g_strdup_printf (announced ? _ ("announcement over since %s")
                                        : _ ("publicity over since %s"),
                              to);
    }
  /* it ends within weeks: the year goes without saying */
  to = g_strdup_printf ("%d-%d", card->notice.to / 100 % 100, card->notice.to % 100);
  return announced ? g_strdup_printf (ngettext ("announced until %s, %d working day left",
                                                "announced until %s, %d working days left",
                                                (gulong)card->days_left),
                                      to, card->days_left)
                   : g_strdup_printf (ngettext ("public until %s, %d working day left",
                                                "public until %s, %d working days left",
                                                (gulong)card->days_left),
                                      to, card->days_left);
}

/* (transfer full): what the post waits for. */
static char *
dup_next (const SzRecruitPost *post)
{
  if (g_str_equal (post->state, "draft"))
    return g_strdup (_ ("to be approved"));
  if (g_str_equal (post->state, "approved"))
    return g_strdup (_ ("to be announced"));
  if (g_str_equal (post->state, "screening"))
    return post->undecided > 0
               ? g_strdup_printf (ngettext ("%u still to be looked at", "%u still to be looked at",
                                            post->undecided),
                                  post->undecided)
               : g_strdup (_ ("ready for the exam"));
  if (post->selection.blocked)
    return g_strdup (_ ("a tie stops the result"));
  if (g_str_equal (post->state, "exam"))
    return post->summary.n_pending > 0
               ? g_strdup_printf (ngettext ("%u without a score", "%u without a score",
                                            post->summary.n_pending),
                                  post->summary.n_pending)
               : g_strdup (_ ("ready for the inspection"));
  if (g_str_equal (post->state, "check"))
    return g_strdup_printf (_ ("%u of %d proposed"), post->selection.n_proposed, (int)post->places);
  return g_strdup_printf (_ ("%u hired"), post->hired);
}

char *
sz_recruit_card_line (const SzRecruitPost *post, const SzRecruitCard *card)
{
  g_autofree char *next = NULL;
  g_autofree char *since = NULL;
  SzDate day;

  g_return_val_if_fail (post != NULL && card != NULL, NULL);
  if (card->has_notice && !g_str_equal (post->state, "cancelled"))
    return dup_notice_line (post, card);
  next = g_str_equal (post->state, "cancelled") ? g_strdup (_ ("cancelled")) : dup_next (post);
  day = sz_recruit_post_since (post);
  since = day != SZ_DATE_NONE ? sz_date_format (day) : NULL;
  return since != NULL ? g_strdup_printf (_ ("%s, since %s"), next, since)
                       : g_steal_pointer (&next);
}

static guint
find_column (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto (GStrv) states = g_strsplit (columns[i].states, " ", -1);

      if (g_strv_contains ((const char *const *)states, state))
        return i;
    }
  return 0;
}

const char *
sz_recruit_state_title (const char *state)
{
  g_return_val_if_fail (state != NULL, "");
  return columns[find_column (state)].title;
}

const SzRecruitPost *
sz_recruit_board_post (SzRecruitDesk *desk, gint64 id)
{
  for (guint i = 0; desk != NULL && desk->book != NULL && i < desk->book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (desk->book->posts, i);

      if (post->row->id == id)
        return post;
    }
  return NULL;
}

static char *
describe_places (const SzRecruitPost *post)
{
  return post->places != post->row->places && post->registered > 0
             ? g_strdup_printf (_ ("places %d → %d"), post->row->places, (int)post->places)
             : g_strdup_printf (_ ("places %d"), post->row->places);
}

/* @texts owns what the card says. */
static void
add_card (GArray *cards, GPtrArray *texts, const SzRecruitPost *post, const SzRecruitCard *card)
{
  const guint column = find_column (post->state);
  char *head = g_strdup_printf ("%s %s", post->row->code, post->row->name);
  char *places = describe_places (post);
  char *people
      = g_strdup_printf (_ ("%u applied, %u qualified"), post->registered, post->qualified);
  char *line = sz_recruit_card_line (post, card);
  char *risks
      = card->risks > 0
            ? g_strdup_printf (ngettext ("● %u finding", "● %u findings", card->risks), card->risks)
            : g_strdup ("");
  const SzCard shown = { .id = post->row->id,
                         .column = column,
                         .lines = { { head, "heading", TRUE },
                                    { post->row->department, "dim-label", FALSE },
                                    { places, NULL, FALSE },
                                    { people, NULL, TRUE },
                                    { line, card->due ? "sz-card-due" : "caption", TRUE },
                                    { risks, "error", FALSE } },
                         .targets = 1U << MIN (column + 1, G_N_ELEMENTS (columns) - 1) };

  g_ptr_array_add (texts, head);
  g_ptr_array_add (texts, places);
  g_ptr_array_add (texts, people);
  g_ptr_array_add (texts, line);
  g_ptr_array_add (texts, risks);
  g_array_append_val (cards, shown);
}

void
sz_recruit_board_show (SzCardBoard *board, SzRecruitDesk *desk)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, TRUE, sizeof (SzCard));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (SZ_IS_CARD_BOARD (board));
  for (guint i = 0; desk != NULL && desk->book != NULL && i < desk->book->posts->len; i++)
    add_card (cards, texts, g_ptr_array_index (desk->book->posts, i),
              &g_array_index (desk->cards, SzRecruitCard, i));
  sz_card_board_show (board, cards);
}

GtkWidget *
sz_recruit_board_new (void)
{
  const char *titles[G_N_ELEMENTS (columns) + 1] = { NULL };
  GtkWidget *board;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    titles[i] = columns[i].title;
  board = sz_card_board_new (titles, BOARD_HEIGHT);
  gtk_widget_set_hexpand (board, TRUE);
  gtk_widget_set_vexpand (board, TRUE);
  return board;
}
