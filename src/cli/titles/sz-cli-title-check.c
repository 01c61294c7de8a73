/* sz-cli-title-check.c — shizictl title check, title who (RULE ttl-2, ttl-9 … ttl-11, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-titles.h"
#include "sz-title-words.h"

static json_t *
make_condition (const SzTitleRound *round, const SzTitleConditionResult *result, gboolean whole)
{
  json_t *object = json_object ();
  json_t *sources = json_array ();

  json_object_set_new (object, "id", json_string (result->condition->id));
  json_object_set_new (object, "kind",
                       json_string (sz_title_condition_kind_word (result->condition->kind)));
  json_object_set_new (object, "required", sz_cli_make_text (result->required));
  json_object_set_new (object, "actual", sz_cli_make_text (result->actual));
  json_object_set_new (object, "unit", json_string (result->unit));
  if (whole)
    json_object_set_new (object, "verdict", json_string (sz_verdict_word (result->verdict)));
  json_object_set_new (object, "short", sz_cli_make_text (result->lacking));
  json_object_set_new (object, "met_on", sz_cli_make_date (result->met_on));
  for (int i = 0; i < result->n_sources; i++)
    {
      const SzTrace trace = result->sources[i].trace;

      json_array_append_new (sources,
                             json_pack ("{s:s, s:o, s:o}", "kind", result->sources[i].kind, "file",
                                        sz_cli_make_text (sz_title_round_file (round, trace)),
                                        "row",
                                        trace.row > 0 ? json_integer (trace.row) : json_null ()));
    }
  if (!whole)
    {
      json_decref (sources);
      return object;
    }
  json_object_set_new (object, "source", sources);
  if (result->condition->kind == SZ_TITLE_CONDITION_ACHIEVEMENTS)
    {
      json_t *items = json_array ();

      for (guint i = 0; i < result->n_items; i++)
        json_array_append_new (items, json_pack ("{s:s, s:i, s:i}", "name", result->items[i].name,
                                                 "needed", result->items[i].needed, "fitting",
                                                 result->items[i].fitting));
      json_object_set_new (object, "items", items);
    }
  if (result->n_members > 0)
    {
      json_t *members = json_array ();

      for (guint i = 0; i < result->n_members; i++)
        json_array_append_new (members, make_condition (round, result->members[i], TRUE));
      json_object_set_new (object, "of", members);
    }
  return object;
}

static json_t *
make_path (const SzTitleRound *round, const SzPathResult *result)
{
  json_t *conditions = json_array ();

  for (guint i = 0; i < result->n_conditions; i++)
    json_array_append_new (conditions, make_condition (round, result->conditions[i], TRUE));
  return json_pack ("{s:s, s:s, s:s, s:s, s:o}", "id", result->path->id, "name", result->path->name,
                    "kind", sz_path_kind_word (result->path->kind), "verdict",
                    sz_verdict_word (result->verdict), "conditions", conditions);
}

static json_t *
make_bars (guint bars)
{
  json_t *list = json_array ();

  for (int i = 0; i < SZ_N_BARS; i++)
    if (bars & 1u << i)
      json_array_append_new (list, json_string (sz_bar_code (i)));
  return list;
}

static json_t *
make_path_id (const SzTargetResult *result, int path)
{
  return path >= 0 ? json_string (result->paths[path].path->id) : json_null ();
}

static json_t *
make_target (const SzTitleRound *round, const SzTargetResult *result)
{
  json_t *paths = json_array ();

  for (guint i = 0; i < result->n_paths; i++)
    json_array_append_new (paths, make_path (round, &result->paths[i]));
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "title", result->target->title,
                    "code", result->target->code, "level",
                    sz_title_level_name (result->target->level), "standard", result->standard->id,
                    "verdict", sz_verdict_word (result->verdict), "bars", make_bars (result->bars),
                    "best", make_path_id (result, result->best), "exceptional",
                    make_path_id (result, result->exceptional), "paths", paths);
}

static json_t *
make_held (const SzTitlePerson *person)
{
  json_t *missing;

  if (person->held == NULL)
    return json_null ();
  missing = json_array ();
  for (int i = 0; i < person->years.n_missing; i++)
    json_array_append_new (missing, json_integer (person->years.missing[i]));
  return json_pack ("{s:s, s:s, s:o, s:o, s:i, s:o}", "title",
                    sz_codes_name (SZ_TABLE_TITLE, person->held), "level",
                    sz_title_level_name (sz_title_level (person->held)), "start",
                    sz_cli_make_date (person->years.start), "months",
                    person->years.known ? json_integer (person->years.high) : json_null (),
                    "deducted", person->years.deducted, "missing_assessments", missing);
}

static void
fill_person (const SzTitleRound *round, const SzTitlePerson *person, json_t *object)
{
  const SzTitleQuestion *question = sz_title_round_question (round);
  json_t *targets = json_array ();

  json_object_set_new (object, "batch", json_string (sz_title_round_name (round)));
  json_object_set_new (object, "cutoff", sz_cli_make_date (question->cutoff));
  json_object_set_new (object, "on", sz_cli_make_date (question->closes));
  json_object_set_new (object, "staff_no", json_string (person->staff_no));
  json_object_set_new (object, "name", json_string (person->name));
  json_object_set_new (object, "held", make_held (person));
  json_object_set_new (object, "retirement_known", json_boolean (!person->retirement_unknown));
  for (guint i = 0; i < person->targets->len; i++)
    json_array_append_new (targets, make_target (round, g_ptr_array_index (person->targets, i)));
  json_object_set_new (object, "targets", targets);
}

/* "✗ 年限: 51 of 60 月, 9 short, met on 2026-09-15 ← 职称证书.csv 12". */
static void
print_condition (SzCli *cli,
                 const SzTitleRound *round,
                 const SzTitleConditionResult *result,
                 int depth)
{
  g_autofree char *words = sz_title_condition_words (round, result);

  sz_cli_print (cli, "      %*s%s %s: %s\n", depth * 2, "", sz_title_condition_mark (result),
                result->condition->id, words);
  for (guint i = 0; i < result->n_members; i++)
    print_condition (cli, round, result->members[i], depth + 1);
}

static void
print_path (SzCli *cli, const SzTitleRound *round, const SzPathResult *path, gboolean best)
{
  sz_cli_print (cli, "    %s %s %s: %s\n", best ? "★" : "·", path->path->id, path->path->name,
                sz_title_verdict_name (path->verdict));
  for (guint i = 0; i < path->n_conditions; i++)
    print_condition (cli, round, path->conditions[i], 0);
}

static void
print_person (SzCli *cli, const SzTitleRound *round, const SzTitlePerson *person)
{
  sz_cli_print (cli, "%s %s\n", person->staff_no, person->name);
  for (guint i = 0; i < person->targets->len; i++)
    {
      const SzTargetResult *target = g_ptr_array_index (person->targets, i);

      sz_cli_print (cli, "  %s: %s\n", target->target->title,
                    sz_title_verdict_name (target->verdict));
      for (int bar = 0; bar < SZ_N_BARS; bar++)
        if (target->bars & 1u << bar)
          sz_cli_print (cli, "    %s\n", sz_title_bar_name (bar));
      for (guint j = 0; j < target->n_paths; j++)
        print_path (cli, round, &target->paths[j], (int)j == target->best);
    }
}

static int
check_one (SzCli *cli,
           SzOffice *office,
           const SzTitleRound *round,
           const char *staff_no,
           const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzTitlePerson) person = sz_title_check_person (office, round, staff_no, title, &error);

  if (person == NULL)
    return sz_cli_titles_fail (cli, error);
  fill_person (round, person, cli->document);
  print_person (cli, round, person);
  return SZ_EXIT_DONE;
}

static int
check_all (SzCli *cli, SzOffice *office, const SzTitleRound *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = sz_title_check_applications (office, round, &error);
  json_t *list;

  if (people == NULL)
    return sz_cli_titles_fail (cli, error);
  list = json_array ();
  for (guint i = 0; i < people->len; i++)
    {
      json_t *object = json_object ();

      fill_person (round, g_ptr_array_index (people, i), object);
      json_array_append_new (list, object);
      print_person (cli, round, g_ptr_array_index (people, i));
    }
  json_object_set_new (cli->document, "batch", json_string (sz_title_round_name (round)));
  json_object_set_new (cli->document, "people", list);
  return SZ_EXIT_DONE;
}

typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *target;
} CheckAsked;

static const SzArg check_args[] = {
  SZ_WORD_OF (TEXT, CheckAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, CheckAsked, staff_no, N_ ("工号"), .optional = TRUE),
  SZ_OPTION (TEXT, CheckAsked, target, "target", N_ ("职称"), N_ ("The title that is asked for")),
  { 0 },
};

static int
run_check (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const CheckAsked *asked = data;
  g_autoptr (GError) reason = NULL;
  g_autoptr (SzTitleRound) round = NULL;
  const SzCode *code
      = asked->target != NULL ? sz_codes_by_name (SZ_TABLE_TITLE, asked->target) : NULL;

  if (asked->target != NULL && code == NULL)
    return sz_cli_usage (cli, _ ("“%s” is no title."), asked->target);
  round = sz_title_round_load (office, asked->batch, &reason);
  if (round == NULL)
    return sz_cli_titles_fail (cli, reason);
  if (asked->staff_no != NULL)
    return check_one (cli, office, round, asked->staff_no, code != NULL ? code->code : NULL);
  return check_all (cli, office, round);
}

const SzCliCommand sz_cli_title_check
    = { "title check", N_ ("Every path and condition for applicants of a round"),
        check_args,    sizeof (CheckAsked),
        run_check,     .office = TRUE };

/* What `title who` gathers. */
typedef struct
{
  SzCli *cli;
  const SzTitleRound *round;
  json_t *people;
  int counts[SZ_N_VERDICTS];
} Who;

/* What stands in the way on a path, at its top level. */
static void
add_lacks (const Who *who, const SzTargetResult *target, json_t *missing, json_t *unknown)
{
  const SzPathResult *path = target->best >= 0 ? &target->paths[target->best] : NULL;

  for (guint i = 0; path != NULL && i < path->n_conditions; i++)
    {
      const SzTitleConditionResult *result = path->conditions[i];

      if (result->verdict == SZ_VERDICT_UNMET)
        json_array_append_new (missing, make_condition (who->round, result, FALSE));
      else if (result->verdict == SZ_VERDICT_UNKNOWN)
        json_array_append_new (unknown, json_string (result->condition->id));
    }
}

static gboolean
add_person_cb (const SzTitlePerson *person, gpointer user_data, GError **error)
{
  Who *who = user_data;

  (void)error;
  for (guint i = 0; i < person->targets->len; i++)
    {
      const SzTargetResult *target = g_ptr_array_index (person->targets, i);

      who->counts[target->verdict]++;
      if (who->cli->json)
        {
          json_t *missing = json_array ();
          json_t *unknown = json_array ();

          add_lacks (who, target, missing, unknown);
          json_array_append_new (
              who->people,
              json_pack ("{s:s, s:s, s:o, s:o, s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "staff_no",
                         person->staff_no, "name", person->name, "department",
                         sz_cli_make_text (person->department), "held",
                         sz_cli_make_text (sz_codes_name (SZ_TABLE_TITLE, person->held)), "target",
                         target->target->title, "verdict", sz_verdict_word (target->verdict),
                         "bars", make_bars (target->bars), "path",
                         make_path_id (target, target->best), "exceptional",
                         make_path_id (target, target->exceptional), "missing", missing, "unknown",
                         unknown));
        }
      sz_cli_print (who->cli, "%s %s %s: %s\n", person->staff_no, person->name,
                    target->target->title, sz_title_verdict_name (target->verdict));
    }
  return TRUE;
}

typedef struct
{
  const char *batch;
} WhoAsked;

static const SzArg who_args[] = {
  SZ_WORD_OF (TEXT, WhoAsked, batch, N_ ("BATCH")),
  { 0 },
};

static int
run_who (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (SzTitleRound) round
      = sz_title_round_load (office, ((const WhoAsked *)data)->batch, &reason);
  const SzTitleQuestion *question;
  Who who = { .cli = cli, .round = round };

  if (round == NULL)
    return sz_cli_titles_fail (cli, reason);
  who.people = json_array ();
  if (!sz_title_who_each (office, round, add_person_cb, &who, &reason))
    {
      json_decref (who.people);
      return sz_cli_titles_fail (cli, reason);
    }
  question = sz_title_round_question (round);
  json_object_set_new (cli->document, "batch", json_string (sz_title_round_name (round)));
  json_object_set_new (cli->document, "cutoff", sz_cli_make_date (question->cutoff));
  json_object_set_new (cli->document, "on", sz_cli_make_date (question->closes));
  json_object_set_new (cli->document, "people", who.people);
  json_object_set_new (cli->document, "counts",
                       json_pack ("{s:i, s:i, s:i, s:i, s:i}", "met", who.counts[SZ_VERDICT_MET],
                                  "exceptional", who.counts[SZ_VERDICT_EXCEPTIONAL], "unknown",
                                  who.counts[SZ_VERDICT_UNKNOWN], "unmet",
                                  who.counts[SZ_VERDICT_UNMET], "barred",
                                  who.counts[SZ_VERDICT_BARRED]));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_who
    = { "title who", N_ ("Who of the college could apply for which title"),
        who_args,    sizeof (WhoAsked),
        run_who,     .office = TRUE };
