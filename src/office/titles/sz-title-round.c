/* sz-title-round.c — a round of titles with all that its questions are asked by (RULE ttl-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-round.h"

#include <stdlib.h>
#include <string.h>

#include "sz-act.h"
#include "sz-case-act.h"
#include "sz-params.h"
#include "sz-rules.h"
#include "sz-standard-file.h"
#include "sz-store-careers.h"
#include "sz-store-import.h"
#include "sz-title-round-private.h"

void
sz_title_round_free (SzTitleRound *round)
{
  if (round == NULL)
    return;
  sz_store_title_round_clear (&round->row);
  g_free (round->state);
  sz_title_params_free (round->params);
  g_clear_pointer (&round->entries, g_ptr_array_unref);
  g_free (round->standards);
  sz_covered_free (round->covered);
  sz_honours_free (round->honours);
  g_clear_pointer (&round->applications, g_array_unref);
  g_clear_pointer (&round->decisions, g_array_unref);
  g_clear_pointer (&round->ballots, g_array_unref);
  g_clear_pointer (&round->files, g_hash_table_unref);
  g_free (round);
}

/* What every row that hangs on a round begins with. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id;
} RoundHead;

GArray *
sz_title_rows_of_round (GArray *list, gint64 round_id)
{
  if (list == NULL)
    return NULL;
  for (guint i = list->len; i-- > 0;)
    {
      const RoundHead *head
          = (const RoundHead *)(gconstpointer)(list->data + i * g_array_get_element_size (list));

      if (head->round_id != round_id)
        g_array_remove_index (list, i);
    }
  return list;
}

static void
clear_param_cb (gpointer data)
{
  sz_param_clear (data);
}

/* {"key": {"value", "source", "from"}} as it was frozen. */
static GArray *
read_frozen_params (const char *text)
{
  GArray *params = g_array_new (FALSE, TRUE, sizeof (SzParam));
  json_t *root = json_loads (text, 0, NULL);
  const char *key;
  json_t *item;

  g_array_set_clear_func (params, clear_param_cb);
  json_object_foreach (root, key, item)
  {
    char *value = json_dumps (json_object_get (item, "value"), JSON_COMPACT | JSON_ENCODE_ANY);
    SzParam param = { .key = g_strdup (key), .value = g_strdup (value != NULL ? value : "null") };

    sz_date_parse (json_string_value (json_object_get (item, "from")), &param.from, NULL);
    free (value);
    g_array_append_val (params, param);
  }
  json_decref (root);
  return params;
}

static gboolean
read_frozen_standards (SzTitleRound *round, GError **error)
{
  json_t *root = json_loads (round->row.standards, 0, NULL);
  gboolean read = TRUE;
  gsize index;
  json_t *item;

  json_array_foreach (root, index, item)
  {
    const char *text = json_string_value (json_object_get (item, "text"));
    SzStandardEntry *entry
        = read && text != NULL ? sz_standard_entry_parse (text, TRUE, error) : NULL;

    read = entry != NULL;
    if (read)
      g_ptr_array_add (round->entries, entry);
  }
  json_decref (root);
  return read;
}

/* Whether a round wants this standard: with no list it takes all. */
static gboolean
is_wanted (const char *wanted, const char *id)
{
  json_t *root = *wanted != '\0' ? json_loads (wanted, 0, NULL) : NULL;
  gboolean found = root == NULL;
  gsize index;
  json_t *item;

  json_array_foreach (root, index, item) found
      = found || g_strcmp0 (json_string_value (item), id) == 0;
  json_decref (root);
  return found;
}

/* RULE ttl-8, ttl-14: those that would be frozen. */
static gboolean
read_live_standards (SzTitleRound *round, SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) all = sz_standard_book (office, error);

  if (all == NULL)
    return FALSE;
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      SzStandardEntry *entry = g_ptr_array_index (all, i);

      if (sz_standard_is_active (entry->standard, &round->params->rules)
          && sz_standard_in_force (entry->standard, round->row.opens)
          && is_wanted (round->row.wanted, entry->standard->id))
        g_ptr_array_add (round->entries, entry);
      else
        sz_standard_entry_free (entry);
    }
  return TRUE;
}

static gboolean
read_terms (SzTitleRound *round, SzOffice *office, GError **error)
{
  const gboolean frozen = round->row.standards != NULL && *round->row.standards != '\0';
  g_autoptr (GArray) params
      = frozen ? read_frozen_params (round->row.parameters) : sz_params_gather (office, error);

  if (params == NULL)
    return FALSE;
  round->params = sz_title_params_load (params, round->row.opens, error);
  round->entries = sz_standard_entries_new ();
  if (round->params == NULL
      || !(frozen ? read_frozen_standards (round, error)
                  : read_live_standards (round, office, error)))
    return FALSE;
  round->standards = g_new0 (SzStandard *, round->entries->len + 1);
  round->n_standards = round->entries->len;
  for (guint i = 0; i < round->entries->len; i++)
    round->standards[i] = ((SzStandardEntry *)g_ptr_array_index (round->entries, i))->standard;
  return TRUE;
}

static gboolean
read_files (SzTitleRound *round, SzStore *store, GError **error)
{
  g_autoptr (GArray) rows = sz_store_batch_list (store, SZ_ROWS_ALL, error);

  if (rows == NULL)
    return FALSE;
  round->files = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzBatch *row = &g_array_index (rows, SzBatch, i);

      g_hash_table_replace (round->files, g_memdup2 (&row->id, sizeof row->id),
                            g_strdup (row->file));
    }
  return TRUE;
}

static gboolean
find_round (SzStore *store, const char *name, SzTitleRound *round, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;

  round->row.name = g_strdup (name);
  if (!sz_store_title_round_find (store, &round->row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_FORMAT, "batch.unknown", "value", name, NULL);
  file = sz_store_case_load (store, sz_case_title_round.kind, round->row.id, error);
  if (file == NULL)
    return FALSE;
  round->state = g_strdup (file->head.state);
  return TRUE;
}

static gboolean
read_round (SzTitleRound *round, SzOffice *office, const char *name, GError **error)
{
  SzStore *store = sz_office_get_store (office);

  if (!find_round (store, name, round, error) || !read_terms (round, office, error)
      || !read_files (round, store, error))
    return FALSE;
  round->covered = sz_store_covered (store, error);
  round->honours = sz_honours_shipped ();
  if (round->covered == NULL)
    return FALSE;
  round->applications
      = sz_title_rows_of_round (sz_store_title_application_list (store, SZ_ROWS_ALL, error),
                                round->row.id);
  round->decisions
      = sz_title_rows_of_round (sz_store_title_decision_list (store, SZ_ROWS_ALL, error),
                                round->row.id);
  round->question = (SzTitleQuestion){
    .rules = &round->params->rules,
    .covered = round->covered,
    .honours = round->honours,
    .closes = round->row.closes,
    .cutoff = round->row.cutoff,
    .assess_to = round->row.assess_to,
    .hours_to = round->row.hours_to,
  };
  if (g_str_equal (round->state, "done"))
    {
      round->ballots = sz_title_rows_of_round (sz_store_ballot_list (store, SZ_ROWS_ALL, error),
                                               round->row.id);
      if (round->ballots == NULL)
        return FALSE;
    }
  return round->applications != NULL && round->decisions != NULL;
}

SzTitleRound *
sz_title_round_load (SzOffice *office, const char *name, GError **error)
{
  g_autoptr (SzTitleRound) round = g_new0 (SzTitleRound, 1);
  SzStore *store;
  gboolean read;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL, NULL);

  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  read = read_round (round, office, name, error);
  sz_store_end_read (store);
  return read ? g_steal_pointer (&round) : NULL;
}

const SzTitleApplicationRow *
sz_title_round_application (const SzTitleRound *round, gint64 person_id)
{
  g_return_val_if_fail (round != NULL, NULL);
  for (guint i = 0; i < round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (round->applications, SzTitleApplicationRow, i);

      if (row->person_id == person_id)
        return row;
    }
  return NULL;
}

const SzTitleDecisionRow *
sz_title_round_decision (const SzTitleRound *round, gint64 person_id)
{
  g_return_val_if_fail (round != NULL, NULL);
  for (guint i = 0; i < round->decisions->len; i++)
    {
      const SzTitleDecisionRow *row = &g_array_index (round->decisions, SzTitleDecisionRow, i);

      if (row->person_id == person_id)
        return row;
    }
  return NULL;
}

static gboolean
is_own_result (const SzTitleRound *round, gint64 person_id, const SzRecord *record)
{
  const SzTitleApplicationRow *application = sz_title_round_application (round, person_id);

  if (application == NULL || g_strcmp0 (application->title, record->value) != 0)
    return FALSE;
  for (guint i = 0; i < round->ballots->len; i++)
    if (g_array_index (round->ballots, SzBallotRow, i).person_id == person_id)
      return g_array_index (round->ballots, SzBallotRow, i).meeting == record->from;
  return FALSE;
}

void
sz_title_round_career (const SzTitleRound *round,
                       const SzCareer *career,
                       SzCareer *then,
                       SzRecord **records)
{
  g_return_if_fail (round != NULL && career != NULL && then != NULL && records != NULL);

  *then = *career;
  *records = NULL;
  if (round->ballots == NULL)
    return;
  *records = g_new (SzRecord, career->n_records + 1);
  then->records = *records;
  then->n_records = 0;
  for (gsize i = 0; i < career->n_records; i++)
    if (career->records[i].field != SZ_RECORD_TITLE
        || !is_own_result (round, career->person->id, &career->records[i]))
      (*records)[then->n_records++] = career->records[i];
}

const SzTarget *
sz_title_round_target (const SzTitleRound *round,
                       const SzCareer *career,
                       const char *code,
                       const SzStandard **standard)
{
  g_return_val_if_fail (round != NULL && career != NULL && standard != NULL, NULL);
  for (guint i = 0; code != NULL && i < round->n_standards; i++)
    {
      const SzTarget *target = sz_standard_find (round->standards[i], code);

      if (target != NULL
          && sz_title_standard_applies (&round->question, career, round->standards[i],
                                        round->standards, round->n_standards))
        {
          *standard = round->standards[i];
          return target;
        }
    }
  return NULL;
}

const char *
sz_title_round_file (const SzTitleRound *round, SzTrace trace)
{
  const char *file;

  g_return_val_if_fail (round != NULL, "");
  file = g_hash_table_lookup (round->files, &trace.batch);
  return file != NULL ? file : "";
}

/* A round being made. */
typedef struct
{
  SzOffice *office;
  const SzTitleRoundNew *asked;
} NewRound;

static char *
list_wanted (const NewRound *job, GError **error)
{
  g_autoptr (GPtrArray) entries = sz_standard_book (job->office, error);
  json_t *list = json_array ();
  char *dumped, *text = NULL;
  gboolean known = entries != NULL;

  for (guint i = 0; known && job->asked->standards[i] != NULL; i++)
    {
      const char *id = job->asked->standards[i];
      gboolean found = FALSE;

      for (guint j = 0; j < entries->len && !found; j++)
        found = g_strcmp0 (((SzStandardEntry *)g_ptr_array_index (entries, j))->standard->id, id)
                == 0;
      known = found || sz_error_set (error, SZ_ERROR_FORMAT, "standard.unknown", "id", id, NULL);
      json_array_append_new (list, json_string (id));
    }
  if (known)
    {
      dumped = json_dumps (list, JSON_COMPACT);
      text = g_strdup (dumped);
      free (dumped);
    }
  json_decref (list);
  return text;
}

static gboolean
put_round (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const NewRound *job = user_data;
  const SzTitleRoundNew *asked = job->asked;
  const int before = sz_date_year (asked->cutoff) - 1;
  g_autofree char *wanted = NULL;
  SzTitleRoundRow row = { .name = (char *)asked->name,
                          .year = asked->year,
                          .opens = asked->opens,
                          .closes = asked->closes,
                          .cutoff = asked->cutoff,
                          .assess_to = asked->assess_to > 0 ? asked->assess_to : before };
  SzTitleRoundRow there = { .name = g_strdup (asked->name) };
  g_autofree char *opens = sz_date_format (asked->opens);
  g_autofree char *closes = sz_date_format (asked->closes);
  gboolean found = FALSE, looked;
  SzPutResult result;

  row.hours_to = asked->hours_to > 0 ? asked->hours_to : row.assess_to;
  if (asked->opens > asked->closes)
    {
      g_free (there.name);
      return sz_error_set (error, SZ_ERROR_REFUSED, "batch.dates", "from", opens, "to", closes,
                           NULL);
    }
  looked = sz_store_title_round_find (sz_act_get_store (act), &there, &found, error);
  sz_store_title_round_clear (&there);
  if (!looked)
    return FALSE;
  if (found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "batch.exists", "value", asked->name, NULL);
  if (asked->standards != NULL && asked->standards[0] != NULL)
    {
      wanted = list_wanted (job, error);
      if (wanted == NULL)
        return FALSE;
    }
  row.wanted = wanted;
  json_object_set_new (summary, "batch", json_string (asked->name));
  return sz_store_title_round_put (act, &row, SZ_PUT_INSERT, &result, error)
         && sz_store_case_begin (act, &sz_case_title_round, row.id,
                                 &(SzCaseAsk){ .verb = "draft", .subject = asked->name }, error);
}

gboolean
sz_title_round_new (SzOffice *office, const SzTitleRoundNew *new_round, GError **error)
{
  NewRound job = { office, new_round };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && new_round != NULL && new_round->name != NULL,
                        FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "title.batch.new" }, put_round, &job, NULL,
                        error);
}

static void
clear_brief_cb (gpointer data)
{
  SzTitleRoundBrief *brief = data;

  g_free (brief->name);
  g_free (brief->state);
}

GArray *
sz_title_round_list (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GHashTable) states = NULL;
  GArray *briefs;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  store = sz_office_get_store (office);
  rows = sz_store_title_round_list (store, SZ_ROWS_ALL, error);
  states = rows != NULL ? sz_store_case_states (store, sz_case_title_round.kind, error) : NULL;
  if (states == NULL)
    return NULL;
  briefs = g_array_new (FALSE, TRUE, sizeof (SzTitleRoundBrief));
  g_array_set_clear_func (briefs, clear_brief_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzTitleRoundRow *row = &g_array_index (rows, SzTitleRoundRow, i);
      SzTitleRoundBrief brief
          = { g_strdup (row->name), row->year, g_strdup (g_hash_table_lookup (states, &row->id)) };

      g_array_append_val (briefs, brief);
    }
  return briefs;
}

/* RULE ttl-14 */
gboolean
sz_title_round_freeze (SzOffice *office, SzTitleRoundRow *row, GError **error)
{
  g_autoptr (SzTitleRound) round = sz_title_round_load (office, row->name, error);
  g_autoptr (GArray) params = NULL;
  json_t *list;
  char *dumped;

  if (round == NULL)
    return FALSE;
  if (round->n_standards == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "batch.no_standard", "batch", row->name, NULL);
  params = sz_params_gather (office, error);
  if (params == NULL)
    return FALSE;
  list = json_array ();
  for (guint i = 0; i < round->entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (round->entries, i);

      json_array_append_new (list, json_pack ("{s:s, s:s, s:s}", "id", entry->standard->id, "hash",
                                              entry->hash, "text", entry->text));
    }
  dumped = json_dumps (list, JSON_COMPACT);
  json_decref (list);
  g_free (row->standards);
  g_free (row->parameters);
  row->standards = g_strdup (dumped);
  row->parameters = sz_rules_dup_json (params, "", row->opens);
  free (dumped);
  return TRUE;
}

const SzTitleQuestion *
sz_title_round_question (const SzTitleRound *round)
{
  g_return_val_if_fail (round != NULL, NULL);
  return &round->question;
}

const char *
sz_title_round_name (const SzTitleRound *round)
{
  g_return_val_if_fail (round != NULL, "");
  return round->row.name;
}

int
sz_title_round_year (const SzTitleRound *round)
{
  g_return_val_if_fail (round != NULL, 0);
  return round->row.year;
}
