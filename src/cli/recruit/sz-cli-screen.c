/* sz-cli-screen.c — shizictl recruit list, screen, result: what a plan comes to (RULE rec-16 …
 * rec-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-recruit.h"
#include "sz-recruit-act.h"
#include "sz-recruit-book.h"

typedef struct
{
  const char *plan;
  const char *post;
} Asked;

static const SzArg list_args[] = {
  SZ_WORD_OF (TEXT, Asked, plan, N_ ("PLAN"), .optional = TRUE),
  { 0 },
};

static const SzArg plan_args[] = {
  SZ_WORD_OF (TEXT, Asked, plan, N_ ("PLAN")),
  SZ_WORD_OF (TEXT, Asked, post, N_ ("POST"), .optional = TRUE),
  { 0 },
};

static gboolean
is_asked (const Asked *asked, const char *post)
{
  return asked->post == NULL || strcmp (asked->post, post) == 0;
}

/* ---- recruit list ---- */

typedef struct
{
  char *plan;
  char *post;
  char *name;
  char *department;
  const char *way;
  const char *order;
  const char *uses;
  char *text; /* 成绩构成 as understood */
  int people;
  gint64 places; /* p' */
  char *state;
  guint registered;
  guint qualified;
  guint hired;
} Position;

typedef struct
{
  GArray *positions;
} List;

static const SzMember position_fields[] = {
  SZ_SHOW_TEXT (Position, plan, "plan", N_ ("Plan")),
  SZ_SHOW_TEXT (Position, post, "post", N_ ("Post")),
  SZ_SHOW_TEXT (Position, name, "name", N_ ("Name"), .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_TEXT (Position, department, "department", N_ ("Department")),
  SZ_SHOW_TEXT (Position, way, "way", NULL),
  SZ_SHOW_TEXT (Position, order, "order", NULL),
  SZ_SHOW_TEXT (Position, uses, "uses", NULL),
  SZ_SHOW_TEXT (Position, text, "components", N_ ("Components")),
  SZ_SHOW_COUNT (Position, people, "people", N_ ("Planned")),
  SZ_SHOW_COUNT (Position, places, "places", N_ ("Places")),
  SZ_SHOW_TEXT (Position, state, "state", N_ ("State")),
  SZ_SHOW_COUNT (Position, registered, "registered", N_ ("Registered")),
  SZ_SHOW_COUNT (Position, qualified, "qualified", N_ ("Qualified")),
  SZ_SHOW_COUNT (Position, hired, "hired", N_ ("Hired")),
  { NULL },
};

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (List, positions, "positions", "", position_fields),
  { NULL },
};

static const char *
get_code (SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  return code != NULL ? code->code : "";
}

static void
clear_position_cb (gpointer data)
{
  Position *position = data;

  g_free (position->plan);
  g_free (position->post);
  g_free (position->name);
  g_free (position->department);
  g_free (position->text);
  g_free (position->state);
}

static void
add_positions (GArray *positions, const SzRecruitBook *book)
{
  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (book->posts, i);
      const Position position = { .plan = g_strdup (book->plan.code),
                                  .post = g_strdup (post->row->code),
                                  .name = g_strdup (post->row->name),
                                  .department = g_strdup (post->row->department),
                                  .way = get_code (SZ_TABLE_RECRUIT_WAY, (int)post->row->way),
                                  .order = get_code (SZ_TABLE_EXAM_ORDER, (int)post->plan.order),
                                  .uses = get_code (SZ_TABLE_POST_USE, (int)post->row->uses),
                                  .text = sz_exam_plan_describe (&post->plan),
                                  .people = post->row->places,
                                  .places = post->cancelled ? 0 : post->places,
                                  .state = g_strdup (post->state),
                                  .registered = post->registered,
                                  .qualified = post->qualified,
                                  .hired = post->hired };

      g_array_append_val (positions, position);
    }
}

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_auto (GStrv) plans = sz_recruit_plans (office, error);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (Position));
  List list = { positions };

  g_array_set_clear_func (positions, clear_position_cb);
  if (plans == NULL)
    return SZ_EXIT_REFUSED;
  for (char **plan = plans; *plan != NULL; plan++)
    {
      g_autoptr (SzRecruitBook) book = NULL;

      if (asked->plan != NULL && strcmp (asked->plan, *plan) != 0)
        continue;
      book = sz_recruit_book_load (office, *plan, error);
      if (book == NULL)
        return SZ_EXIT_REFUSED;
      add_positions (positions, book);
    }
  if (asked->plan != NULL && !g_strv_contains ((const char *const *)plans, asked->plan))
    {
      g_autoptr (SzRecruitBook) unknown = sz_recruit_book_load (office, asked->plan, error);

      return SZ_EXIT_REFUSED;
    }
  sz_cli_show (cli, list_fields, &list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_recruit_list
    = { "recruit list", N_ ("The posts of a plan, or of all plans"),
        list_args,      sizeof (Asked),
        run_list,       .office = TRUE };

/* ---- recruit screen ---- */

typedef struct
{
  const char *condition;
  const char *result;
  const char *required;
  const char *actual;
  const char *basis;
} Condition;

typedef struct
{
  const char *post;
  const char *ticket;
  const char *name;
  const char *state;
  const char *automatic;
  gboolean overridden;
  GArray *conditions; /* of Condition */
} Screened;

typedef struct
{
  guint registered;
  guint qualified;
  guint refused;
  guint review;
} Totals;

typedef struct
{
  const char *plan;
  SzDate cutoff;
  GArray *applicants;
  Totals totals;
} Screen;

static const SzMember condition_fields[] = {
  SZ_SHOW_TEXT (Condition, condition, "condition", NULL),
  SZ_SHOW_TEXT (Condition, result, "result", NULL),
  SZ_SHOW_TEXT (Condition, required, "required", NULL),
  SZ_SHOW_TEXT (Condition, actual, "actual", NULL),
  SZ_SHOW_TEXT (Condition, basis, "basis", NULL),
  { NULL },
};

static json_t *
make_faults (gconstpointer of)
{
  const Screened *screened = of;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < screened->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (screened->conditions, Condition, i);

      if (strcmp (condition->result, "met") != 0)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", condition->condition,
                                condition->result);
    }
  return json_string (text->str);
}

static const SzMember screened_fields[] = {
  SZ_SHOW_TEXT (Screened, post, "post", N_ ("Post")),
  SZ_SHOW_TEXT (Screened, ticket, "ticket", N_ ("Ticket")),
  SZ_SHOW_TEXT (Screened, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (Screened, state, "state", N_ ("State")),
  SZ_SHOW_TEXT (Screened, automatic, "auto", N_ ("By the rules")),
  SZ_SHOW_FLAG (Screened, overridden, "overridden", N_ ("Overruled")),
  SZ_SHOW_MADE ("faults", N_ ("Not met"), make_faults, .flags = SZ_SAID),
  SZ_SHOW_LIST (Screened, conditions, "conditions", NULL, condition_fields),
  { NULL },
};

static const SzMember totals_fields[] = {
  SZ_SHOW_COUNT (Totals, registered, "registered", NULL),
  SZ_SHOW_COUNT (Totals, qualified, "qualified", NULL),
  SZ_SHOW_COUNT (Totals, refused, "refused", NULL),
  SZ_SHOW_COUNT (Totals, review, "review", NULL),
  { NULL },
};

static const SzMember screen_fields[] = {
  SZ_SHOW_TEXT (Screen, plan, "plan", NULL),
  SZ_SHOW_DATE (Screen, cutoff, "cutoff", NULL),
  SZ_SHOW_LIST (Screen, applicants, "applicants", "", screened_fields),
  SZ_SHOW_OBJECT (Screen, totals, "totals", NULL, totals_fields),
  SZ_SHOW_SAY (N_ ("Registered {totals.registered}: qualified {totals.qualified}, refused "
                   "{totals.refused}, to be looked at {totals.review}")),
  { NULL },
};

static void
clear_screened_cb (gpointer data)
{
  g_array_unref (((Screened *)data)->conditions);
}

static void
add_screened (Screen *screen, const SzRecruitPerson *person)
{
  Screened screened = { .post = person->row->post,
                        .ticket = person->row->ticket,
                        .name = person->row->name,
                        .state = sz_screen_state_name (person->screened),
                        .automatic = sz_screen_state_name (person->screening.automatic),
                        .overridden = person->overridden,
                        .conditions = g_array_new (FALSE, FALSE, sizeof (Condition)) };

  for (guint i = 0; i < person->screening.n_lines; i++)
    {
      const SzConditionLine *line = &person->screening.lines[i];
      const Condition condition
          = { sz_condition_name (line->condition), sz_condition_result_name (line->result),
              line->required, line->actual, line->basis };

      g_array_append_val (screened.conditions, condition);
    }
  g_array_append_val (screen->applicants, screened);
  screen->totals.registered++;
  screen->totals.qualified += person->screened == SZ_QUALIFIED ? 1 : 0;
  screen->totals.refused += person->screened == SZ_REFUSED ? 1 : 0;
  screen->totals.review += person->screened == SZ_REVIEW ? 1 : 0;
}

static int
run_screen (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzRecruitBook) book = sz_recruit_book_load (office, asked->plan, error);
  g_autoptr (GArray) applicants = g_array_new (FALSE, FALSE, sizeof (Screened));
  Screen screen = { .applicants = applicants };

  g_array_set_clear_func (applicants, clear_screened_cb);
  if (book == NULL
      || (asked->post != NULL && sz_recruit_book_need_post (book, asked->post, error) == NULL))
    return SZ_EXIT_REFUSED;
  if (book->plan.cutoff == SZ_DATE_NONE)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "plan.cutoff_missing", "plan", asked->plan, NULL);
      return SZ_EXIT_REFUSED;
    }
  screen.plan = book->plan.code;
  screen.cutoff = book->plan.cutoff;
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      if (is_asked (asked, person->row->post))
        add_screened (&screen, person);
    }
  sz_cli_show (cli, screen_fields, &screen);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_recruit_screen
    = { "recruit screen", N_ ("Who meets the conditions of the posts, and why not"),
        plan_args,        sizeof (Asked),
        run_screen,       .office = TRUE };

/* ---- recruit result ---- */

typedef struct
{
  const char *ticket;
  guint rank;
  gboolean substitute;
  const char *physical;
  const char *inspection;
  const char *state;
} Called;

typedef struct
{
  const char *post;
  gint64 places;
  GArray *called;      /* of Called */
  GPtrArray *proposed; /* of char * */
  gint64 open;
  gboolean blocked;
} Outcome;

typedef struct
{
  const char *plan;
  GArray *positions;
} Result;

static const SzMember called_fields[] = {
  SZ_SHOW_TEXT (Called, ticket, "ticket", N_ ("Ticket")),
  SZ_SHOW_COUNT (Called, rank, "rank", N_ ("Rank"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_FLAG (Called, substitute, "substitute", N_ ("Substitute")),
  SZ_SHOW_TEXT (Called, physical, "physical", N_ ("Physical")),
  SZ_SHOW_TEXT (Called, inspection, "inspection", N_ ("Inspection")),
  SZ_SHOW_TEXT (Called, state, "state", N_ ("State")),
  { NULL },
};

static const SzMember ticket_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

static const SzMember outcome_fields[] = {
  SZ_SHOW_TEXT (Outcome, post, "post", NULL),
  SZ_SHOW_COUNT (Outcome, places, "places", NULL),
  SZ_SHOW_LIST (Outcome, called, "called", NULL, called_fields),
  SZ_SHOW_LIST (Outcome, proposed, "proposed", NULL, ticket_fields, .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_COUNT (Outcome, open, "open", NULL),
  SZ_SHOW_FLAG (Outcome, blocked, "blocked", NULL),
  { NULL },
};

static const SzMember result_fields[] = {
  SZ_SHOW_TEXT (Result, plan, "plan", NULL),
  SZ_SHOW_LIST (Result, positions, "positions", NULL, outcome_fields),
  { NULL },
};

static const char *
get_outcome (const char *code)
{
  return code == NULL || *code == '\0' ? NULL : sz_codes_name (SZ_TABLE_OUTCOME, code);
}

static void
clear_outcome_cb (gpointer data)
{
  g_array_unref (((Outcome *)data)->called);
  g_ptr_array_unref (((Outcome *)data)->proposed);
}

static void
add_outcome (GArray *outcomes, const SzRecruitPost *post)
{
  Outcome outcome = { .post = post->row->code,
                      .places = post->cancelled ? 0 : post->places,
                      .called = g_array_new (FALSE, FALSE, sizeof (Called)),
                      .proposed = g_ptr_array_new (),
                      .blocked = post->selection.blocked };

  for (guint i = 0; i < post->selection.n_called; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->called, i);
      const Called called
          = { person->row->ticket,
              post->plan.order != SZ_ORDER_ASSESSMENT ? person->entry->rank : 0,
              person->candidate->substitute,
              person->check != NULL ? get_outcome (person->check->physical) : NULL,
              person->check != NULL ? get_outcome (person->check->inspection) : NULL,
              person->hire != NULL ? "hired" : sz_called_state_name (person->candidate->state) };

      g_array_append_val (outcome.called, called);
      if (person->candidate->state == SZ_CALLED_PROPOSED)
        g_ptr_array_add (outcome.proposed, person->row->ticket);
    }
  outcome.open = outcome.places - outcome.proposed->len;
  g_array_append_val (outcomes, outcome);
}

static int
run_result (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzRecruitBook) book = sz_recruit_book_load (office, asked->plan, error);
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));
  Result result = { asked->plan, outcomes };

  g_array_set_clear_func (outcomes, clear_outcome_cb);
  if (book == NULL
      || (asked->post != NULL && sz_recruit_book_need_post (book, asked->post, error) == NULL))
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      if (is_asked (asked, post->row->code))
        add_outcome (outcomes, post);
    }
  sz_cli_fill (cli, result_fields, &result);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const Outcome *outcome = &g_array_index (outcomes, Outcome, i);
      const SzMember table[]
          = { SZ_SHOW_LIST (Outcome, called, "called", "", called_fields), { NULL } };
      json_t *object = sz_member_json (table, outcome);
      g_autofree char *text = sz_member_text (table, object);

      sz_cli_print (cli, _ ("%s: places %d, still open %d\n%s"), outcome->post,
                    (int)outcome->places, (int)outcome->open, text);
      if (outcome->blocked)
        sz_cli_print (cli, _ ("A tie stops it: an extra test must part them.\n"));
      json_decref (object);
    }
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_recruit_result
    = { "recruit result", N_ ("Who is called for the check, who is proposed"),
        plan_args,        sizeof (Asked),
        run_result,       .office = TRUE };
