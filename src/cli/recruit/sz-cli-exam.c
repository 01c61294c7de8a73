/* sz-cli-exam.c — shizictl exam score: scores, totals and ranks (RULE rec-1 … rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-recruit-book.h"

typedef struct
{
  const SzRecruitPerson *person;
  const char *ticket;
  const char *name;
  gboolean has_total;
  gint64 total;
  guint rank;
  gboolean extra_needed;
  gboolean shortlisted;
  const char *state;
} Applicant;

typedef struct
{
  const char *name;
  gint64 weight;
  gint64 line;
} Component;

typedef struct
{
  const char *post;
  const char *name;
  const char *state;
  const char *order;
  int plan;
  guint qualified;
  guint undecided;
  gint64 ratio_x100;
  gint64 places;
  gboolean cancelled;
  gboolean has_check;
  gint64 check_count;
  GArray *components;
  GArray *applicants;
} Position;

typedef struct
{
  const char *plan;
  GPtrArray *positions;
} Answer;

static json_t *
make_scores (gconstpointer of)
{
  const Applicant *applicant = of;
  const SzExamPlan *plan = &applicant->person->post->plan;
  json_t *scores = json_object ();

  for (guint i = 0; i < plan->n_components; i++)
    {
      const SzScore *score = &applicant->person->entry->scores[i];
      g_autofree char *text = sz_decimal_format (score->score_x100, SZ_HOURS_DECIMALS);

      json_object_set_new (scores, plan->components[i].name,
                           score->state == SZ_SCORE_GIVEN ? json_string (text) : json_null ());
    }
  return scores;
}

static json_t *
make_score_text (gconstpointer of)
{
  const Applicant *applicant = of;
  const SzExamPlan *plan = &applicant->person->post->plan;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_components; i++)
    {
      const SzScore *score = &applicant->person->entry->scores[i];
      g_autofree char *number = sz_decimal_format (score->score_x100, SZ_HOURS_DECIMALS);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", plan->components[i].name,
                              score->state == SZ_SCORE_GIVEN ? number : "—");
    }
  return json_string (text->str);
}

static const SzMember component_fields[] = {
  SZ_SHOW_TEXT (Component, name, "name", NULL),
  SZ_SHOW_DECIMAL (Component, weight, "weight", NULL, SZ_RATIO_DECIMALS),
  SZ_SHOW_DECIMAL (Component, line, "line", NULL, SZ_HOURS_DECIMALS),
  { NULL },
};

static const SzMember applicant_fields[] = {
  SZ_SHOW_COUNT (Applicant, rank, "rank", N_ ("Rank"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_TEXT (Applicant, ticket, "ticket", N_ ("Ticket")),
  SZ_SHOW_TEXT (Applicant, name, "name", N_ ("Name")),
  SZ_SHOW_MADE ("scores", NULL, make_scores),
  SZ_SHOW_MADE ("score_text", N_ ("Scores"), make_score_text, .flags = SZ_SAID),
  SZ_SHOW_DECIMAL (Applicant,
                   total,
                   "total",
                   N_ ("Total"),
                   SZ_HOURS_DECIMALS,
                   .has = SZ_HAS (Applicant, has_total)),
  SZ_SHOW_FLAG (Applicant, extra_needed, "extra_needed", N_ ("Extra test")),
  SZ_SHOW_FLAG (Applicant, shortlisted, "shortlisted", N_ ("Check list")),
  SZ_SHOW_TEXT (Applicant, state, "state", N_ ("State")),
  { NULL },
};

static const SzMember position_fields[] = {
  SZ_SHOW_TEXT (Position, post, "post", NULL),
  SZ_SHOW_TEXT (Position, name, "name", NULL),
  SZ_SHOW_TEXT (Position, state, "state", NULL),
  SZ_SHOW_TEXT (Position, order, "order", NULL),
  SZ_SHOW_COUNT (Position, plan, "plan", NULL),
  SZ_SHOW_COUNT (Position, qualified, "qualified", NULL),
  SZ_SHOW_COUNT (Position, undecided, "undecided", NULL),
  SZ_SHOW_DECIMAL (Position, ratio_x100, "ratio", NULL, 2),
  SZ_SHOW_COUNT (Position, places, "places", NULL),
  SZ_SHOW_FLAG (Position, cancelled, "cancelled", NULL),
  SZ_SHOW_COUNT (Position, check_count, "check_count", NULL, .has = SZ_HAS (Position, has_check)),
  SZ_SHOW_LIST (Position, components, "components", NULL, component_fields),
  SZ_SHOW_LIST (Position, applicants, "applicants", NULL, applicant_fields),
  { NULL },
};

static const SzMember answer_fields[] = {
  SZ_SHOW_TEXT (Answer, plan, "plan", NULL),
  SZ_SHOW_LIST (Answer, positions, "positions", NULL, position_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static void
free_position_cb (gpointer data)
{
  Position *position = data;

  g_array_unref (position->components);
  g_array_unref (position->applicants);
  g_free (position);
}

static void
add_applicants (Position *position, const SzRecruitPost *post)
{
  for (guint i = 0;
       !post->cancelled && post->plan.order != SZ_ORDER_ASSESSMENT && i < post->entries->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->entrants, post->order[i]);
      const SzExamEntry *entry = person->entry;
      const Applicant applicant = { person,
                                    person->row->ticket,
                                    person->row->name,
                                    entry->has_total,
                                    entry->total_x100,
                                    entry->rank,
                                    entry->extra_needed,
                                    entry->shortlisted,
                                    sz_exam_state_name (entry->state) };

      g_array_append_val (position->applicants, applicant);
    }
}

static Position *
make_position (const SzRecruitPost *post)
{
  Position *position = g_new0 (Position, 1);
  const SzCode *order = sz_codes_by_value (SZ_TABLE_EXAM_ORDER, (int)post->plan.order);

  position->post = post->row->code;
  position->name = post->row->name;
  position->state = post->state;
  position->order = order->code;
  position->plan = post->row->places;
  position->qualified = post->qualified;
  position->undecided = post->undecided;
  sz_decimal_div_round (post->plan.ratio_x1e4, 100, &position->ratio_x100, NULL);
  position->places = post->cancelled ? 0 : post->places;
  position->cancelled = post->cancelled;
  position->has_check = !post->cancelled;
  position->check_count = post->summary.check_count;
  position->components = g_array_new (FALSE, FALSE, sizeof (Component));
  position->applicants = g_array_new (FALSE, FALSE, sizeof (Applicant));
  for (guint i = 0; i < post->plan.n_components; i++)
    {
      const Component component
          = { post->plan.components[i].name, post->plan.components[i].weight_x1e4,
              post->summary.lines_x100[i] };

      g_array_append_val (position->components, component);
    }
  add_applicants (position, post);
  return position;
}

typedef struct
{
  const char *plan;
  const char *post;
} Asked;

static const SzArg score_args[] = {
  SZ_WORD_OF (TEXT, Asked, plan, N_ ("PLAN")),
  SZ_WORD_OF (TEXT, Asked, post, N_ ("POST"), .optional = TRUE),
  { 0 },
};

static void
print_position (SzCli *cli, const Position *position)
{
  const SzMember table[]
      = { SZ_SHOW_LIST (Position, applicants, "applicants", "", applicant_fields), { NULL } };
  json_t *object;
  g_autofree char *text = NULL;

  sz_cli_print (cli, _ ("%s %s: planned %d, qualified %u, places %d\n"), position->post,
                position->name, position->plan, position->qualified, (int)position->places);
  if (position->undecided > 0)
    sz_cli_print (cli, _ ("Still undecided: %u\n"), position->undecided);
  if (position->cancelled)
    sz_cli_print (cli, _ ("Cancelled: too few qualified people\n"));
  object = json_object ();
  sz_member_fill (object, table, position, TRUE);
  text = sz_member_text (table, object);
  sz_cli_print (cli, "%s", text);
  json_decref (object);
}

static int
run_score (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzRecruitBook) book = sz_recruit_book_load (office, asked->plan, error);
  g_autoptr (GPtrArray) positions = g_ptr_array_new_with_free_func (free_position_cb);
  Answer answer = { asked->plan, positions };

  if (book == NULL
      || (asked->post != NULL && sz_recruit_book_need_post (book, asked->post, error) == NULL))
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      if (asked->post == NULL || g_str_equal (asked->post, post->row->code))
        g_ptr_array_add (positions, make_position (post));
    }
  sz_cli_fill (cli, answer_fields, &answer);
  for (guint i = 0; i < positions->len; i++)
    print_position (cli, g_ptr_array_index (positions, i));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_exam_score
    = { "exam score", N_ ("Scores, totals and ranks of the posts of a plan"),
        score_args,   sizeof (Asked),
        run_score,    .office = TRUE };
