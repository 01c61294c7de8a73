/* sz-store-pay.c — freezing a computed pay run (RULE pay-11, pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-pay.h"

#include <jansson.h>
#include <string.h>

#include "sz-act-private.h"
#include "sz-chain.h"
#include "sz-journal.h"
#include "sz-case-tables.h"
#include "sz-pay-lines.h"
#include "sz-row-table.h"
#include "sz-store-case.h"

#define FIRST_STATE "computed"
#define FIRST_VERB "compute"

static const SzColumn run_columns[] = {
  { "act_id", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, act_id), 0 },
  { "at", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, at), 0 },
  { "who", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, who), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, name), 0 },
  { "state", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, frozen_as), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, to), 0 },
  { "scheme", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, scheme), 0 },
  { "parameters", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, parameters), 0 },
  { "inputs_hash", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, inputs_hash), 0 },
  { "lines_hash", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, lines_hash), 0 },
  { "n_people", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, n_people), 0 },
  { "pool_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, pool_fen), 0 },
  { "reserve_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, reserve_fen), 0 },
  { "total_fen", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, total_fen), 0 },
  { "sums", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPayRun, sums), 0 },
};

const SzRowType sz_pay_run_type
    = { SZ_ROW_TYPE ("pay_runs", SzPayRun, run_columns), .stays = TRUE, .for_good = TRUE };

void
sz_store_pay_run_clear (SzPayRun *run)
{
  g_return_if_fail (run != NULL);

  g_clear_pointer (&run->state, g_free);
  sz_row_type_clear (&sz_pay_run_type, run);
}

GArray *
sz_store_pay_list (SzStore *store, GError **error)
{
  g_autoptr (GHashTable) states = NULL;
  g_autoptr (GArray) runs = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  states = sz_store_case_states (store, sz_case_pay_run.kind, error);
  if (states == NULL)
    return NULL;
  runs = sz_row_list (store, &sz_pay_run_type, SZ_ROWS_ALL, (GDestroyNotify)sz_store_pay_run_clear,
                      error);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      SzPayRun *run = &g_array_index (runs, SzPayRun, i);

      run->state = g_strdup (g_hash_table_lookup (states, &run->id));
    }
  return g_steal_pointer (&runs);
}

gboolean
sz_store_pay_get (SzStore *store, gint64 id, SzPayRun *run, gboolean *found, GError **error)
{
  g_auto (SzCase) state = { 0 };
  gboolean has_case = FALSE;

  g_return_val_if_fail (store != NULL && run != NULL && found != NULL, FALSE);

  if (!sz_row_get (store, &sz_pay_run_type, id, run, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  state.kind = g_strdup (sz_case_pay_run.kind);
  state.subject_id = id;
  if (!sz_store_case_find (store, &state, &has_case, error))
    return FALSE;
  run->state = g_steal_pointer (&state.state);
  return TRUE;
}

static json_t *
pack_sums (const SzPaySum *sums, guint n)
{
  json_t *array = json_array ();

  for (guint i = 0; i < n; i++)
    json_array_append_new (array,
                           json_pack ("[I, I, I]", (json_int_t)sums[i].amount_fen,
                                      (json_int_t)sums[i].points_x1e6, (json_int_t)sums[i].people));
  return array;
}

/* RULE pay-8: what a department had to split, a component; nothing where nothing goes by
 * department. */
static json_t *
pack_pools (const SzPayDepartmentSum *department, guint n_parts)
{
  json_t *pools = json_array ();
  gboolean any = FALSE;

  for (guint i = 0; department->pools_fen != NULL && i < n_parts; i++)
    {
      any |= department->pools_fen[i] >= 0;
      json_array_append_new (pools, json_integer (department->pools_fen[i]));
    }
  if (!any)
    json_array_clear (pools);
  return pools;
}

static json_t *
pack_departments (const SzPayResult *result, guint n_parts)
{
  json_t *array = json_array ();

  for (gsize i = 0; i < result->n_departments; i++)
    {
      const SzPayDepartmentSum *department = &result->departments[i];
      json_t *item = json_pack ("[s, I, I]", department->name, (json_int_t)department->people,
                                (json_int_t)department->amount_fen);
      json_t *pools = pack_pools (department, n_parts);

      if (json_array_size (pools) > 0)
        {
          json_array_append (item, pools);
          json_array_append_new (item, json_integer (department->unplaced_fen));
        }
      json_decref (pools);
      json_array_append_new (array, item);
    }
  return array;
}

static char *
write_sums (const SzScheme *scheme, const SzPayResult *result)
{
  json_t *sums
      = json_pack ("{s:i, s:I, s:I, s:I, s:I, s:o, s:o, s:o}", "months", result->period_months,
                   "reserve_planned", (json_int_t)result->reserve_planned_fen, "unplaced",
                   (json_int_t)result->unplaced_fen, "ceiling_limit",
                   (json_int_t)result->ceiling_limit_fen, "floor_limit",
                   (json_int_t)result->floor_limit_fen, "fixed",
                   pack_sums (result->fixed, scheme->fixed->len), "components",
                   pack_sums (result->components, scheme->components->len), "departments",
                   pack_departments (result, scheme->components->len));
  g_autofree char *dumped = json_dumps (sums, JSON_COMPACT);
  char *text = g_strdup (dumped);

  json_decref (sums);
  return text;
}

/* Each term: factor, stretch, source, numerator / denominator; in the order of the computation. */
static void
write_terms (const SzPayTerm *terms, guint n, GString *text)
{
  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      const gint64 numbers[] = { terms[i].factor, terms[i].stretch, terms[i].source,
                                 terms[i].numerator, terms[i].denominator };

      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        sz_chain_append_number (text, numbers[j], j + 1 < G_N_ELEMENTS (numbers) ? ',' : ';');
    }
}

/* All that writing the lines of one run needs. */
typedef struct
{
  SzStmt *insert_person;
  SzStmt *insert_part;
  SzPayLineHash people;
  SzPayLineHash parts;
  GString *terms;
  char *post; /* of the last line, which the next often shares */
  SzPost post_value;
} Writer;

static void
clear_writer (Writer *writer)
{
  sz_stmt_done (writer->insert_person);
  sz_stmt_done (writer->insert_part);
  sz_pay_line_hash_clear (&writer->people);
  sz_pay_line_hash_clear (&writer->parts);
  g_string_free (writer->terms, TRUE);
  g_free (writer->post);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, clear_writer)

static gboolean
init_writer (Writer *writer, SzDb *db, GError **error)
{
  writer->terms = g_string_sized_new (256);
  sz_pay_line_hash_init (&writer->people);
  sz_pay_line_hash_init (&writer->parts);
  writer->insert_person
      = sz_db_prepare (db,
                       "INSERT INTO pay_people (run_id, place, person_id, staff_no, name, reason,"
                       " department, post, months, n_stretches, before_fen, ceiling_fen, total_fen)"
                       " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                       error);
  if (writer->insert_person == NULL)
    return FALSE;
  writer->insert_part = sz_db_prepare (db,
                                       "INSERT INTO pay_lines (run_id, place, part, points_x1e6,"
                                       " amount_fen, remainder_fen, terms)"
                                       " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                                       error);
  return writer->insert_part != NULL;
}

static gboolean
write_person (Writer *writer, gint64 run, const SzPayPersonLine *line, GError **error)
{
  SzStmt *stmt = writer->insert_person;

  sz_stmt_bind_int (stmt, 1, run);
  sz_stmt_bind_int (stmt, 2, line->place);
  sz_stmt_bind_int (stmt, 3, line->person_id);
  sz_stmt_bind_text (stmt, 4, line->staff_no);
  sz_stmt_bind_text (stmt, 5, line->name);
  sz_stmt_bind_text (stmt, 6, line->reason);
  sz_stmt_bind_text (stmt, 7, line->department);
  sz_stmt_bind_text (stmt, 8, line->post);
  sz_stmt_bind_int (stmt, 9, line->months);
  sz_stmt_bind_int (stmt, 10, line->n_stretches);
  sz_stmt_bind_int (stmt, 11, line->before_fen);
  sz_stmt_bind_int (stmt, 12, line->ceiling_fen);
  sz_stmt_bind_int (stmt, 13, line->total_fen);
  sz_pay_line_hash_person (&writer->people, line);
  return sz_stmt_queue (stmt,
                        &(SzRowTag){ .table = "pay_people", .key = line->staff_no, .heap = TRUE },
                        error);
}

static gboolean
write_part (Writer *writer, gint64 run, const SzPayPartLine *line, GError **error)
{
  SzStmt *stmt = writer->insert_part;

  sz_stmt_bind_int (stmt, 1, run);
  sz_stmt_bind_int (stmt, 2, line->place);
  sz_stmt_bind_int (stmt, 3, line->part);
  sz_stmt_bind_int (stmt, 4, line->points_x1e6);
  sz_stmt_bind_int (stmt, 5, line->amount_fen);
  sz_stmt_bind_int (stmt, 6, line->remainder_fen);
  stmt->db->klass->bind_text (stmt, 7, line->terms, (gssize)line->terms_length);
  sz_pay_line_hash_part (&writer->parts, line);
  return sz_stmt_queue (stmt, &(SzRowTag){ .table = "pay_lines", .id = line->place, .heap = TRUE },
                        error);
}

static gboolean
write_parts (Writer *writer,
             gint64 run,
             gsize place,
             const SzScheme *scheme,
             const SzPayResult *result,
             GError **error)
{
  const SzPayLine *line = &result->lines[place];

  /* Parts ascend in the table: the last allowance first. */
  for (guint i = scheme->fixed->len; i-- > 0;)
    {
      SzPayPartLine part = { (gint64)place, -1 - (gint64)i, 0, line->fixed_fen[i], 0, "", 0 };

      if (part.amount_fen >= 0 && !write_part (writer, run, &part, error))
        return FALSE;
    }
  for (guint i = 0; i < scheme->components->len; i++)
    {
      const SzPayShare *share = &line->shares[i];
      SzPayPartLine part = {
        (gint64)place, i, share->points_x1e6, share->amount_fen, share->remainder_fen, NULL, 0
      };

      if (!share->admitted)
        continue;
      write_terms (result->terms + share->first_term, share->n_terms, writer->terms);
      part.terms = writer->terms->str;
      part.terms_length = writer->terms->len;
      if (!write_part (writer, run, &part, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
code_of_post (Writer *writer, SzPost post)
{
  if (writer->post == NULL || writer->post_value != post)
    {
      g_free (writer->post);
      writer->post = post != 0 ? sz_post_code (post) : g_strdup ("");
      writer->post_value = post;
    }
  return writer->post;
}

static gboolean
write_line (Writer *writer,
            gint64 run,
            gsize place,
            const SzPayInput *input,
            const SzPayResult *result,
            GError **error)
{
  const SzPayLine *line = &result->lines[place];
  const SzPayPerson *person = &input->people[line->index];
  SzPayPersonLine row = {
    .place = (gint64)place,
    .person_id = person->person_id,
    .staff_no = person->staff_no,
    .name = person->name,
    .reason = "",
    .department = line->department != NULL ? line->department : "",
    .post = code_of_post (writer, line->post),
    .months = line->months,
    .n_stretches = line->n_stretches,
    .before_fen = line->before_fen,
    .ceiling_fen = line->ceiling_fen,
    .total_fen = line->total_fen,
  };

  return write_person (writer, run, &row, error);
}

static gboolean
write_excluded (
    Writer *writer, gint64 run, const SzPayInput *input, const SzPayResult *result, GError **error)
{
  for (gsize i = 0; i < result->n_excluded; i++)
    {
      const SzPayPerson *person = &input->people[result->excluded[i].index];
      SzPayPersonLine row = {
        .place = (gint64)(result->n_lines + i),
        .person_id = person->person_id,
        .staff_no = person->staff_no,
        .name = person->name,
        .reason = sz_pay_reason_word (result->excluded[i].reason),
        .department = "",
        .post = "",
      };

      if (!write_person (writer, run, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_stopped (GCancellable *cancellable, gsize done, GError **error)
{
  return done % 1024 == 0 && g_cancellable_is_cancelled (cancellable)
         && !sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
}

static gboolean
write_lines (SzAct *act,
             gint64 run,
             const SzScheme *scheme,
             const SzPayInput *input,
             const SzPayResult *result,
             char **hash,
             GCancellable *cancellable,
             GError **error)
{
  g_auto (Writer) writer = { 0 };

  if (!init_writer (&writer, act->store->db, error))
    return FALSE;
  /* Table by table: rows of one go to a server together. */
  for (gsize i = 0; i < result->n_lines; i++)
    if (!write_line (&writer, run, i, input, result, error) || is_stopped (cancellable, i, error))
      return FALSE;
  if (!write_excluded (&writer, run, input, result, error))
    return FALSE;
  for (gsize i = 0; i < result->n_lines; i++)
    if (!write_parts (&writer, run, i, scheme, result, error) || is_stopped (cancellable, i, error))
      return FALSE;
  *hash = sz_pay_line_hash_mix (&writer.people, &writer.parts);
  return TRUE;
}

static void
set_string (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

static void
fill_head (SzAct *act, SzPayRun *run, const SzScheme *scheme, const SzPayResult *result)
{
  set_string (&run->act_id, g_strdup (act->id));
  set_string (&run->at, g_strdup (act->at));
  set_string (&run->who, g_strdup (act->who));
  set_string (&run->frozen_as, g_strdup (FIRST_STATE));
  set_string (&run->state, g_strdup (FIRST_STATE));
  set_string (&run->sums, write_sums (scheme, result));
  run->n_people = (gint64)result->n_lines;
  run->pool_fen = result->pool_fen;
  run->reserve_fen = result->reserve_fen;
  run->total_fen = result->total_fen;
}

/* The lines of the revision before go: the head's hash in the journal still tells of them. */
static gboolean
drop_lines (SzAct *act, gint64 run, GError **error)
{
  static const char *const deletes[]
      = { "DELETE FROM pay_lines WHERE run_id = $1", "DELETE FROM pay_people WHERE run_id = $1" };

  for (gsize i = 0; i < G_N_ELEMENTS (deletes); i++)
    {
      g_autoptr (SzStmt) stmt = sz_db_prepare (act->store->db, deletes[i], error);

      if (stmt == NULL)
        return FALSE;
      sz_stmt_bind_int (stmt, 1, run);
      if (!sz_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_store_pay_put (SzAct *act,
                  SzPayRun *run,
                  const SzScheme *scheme,
                  const SzPayInput *input,
                  const SzPayResult *result,
                  GCancellable *cancellable,
                  GError **error)
{
  const SzCaseAsk begin = { .verb = FIRST_VERB };
  SzValue values[SZ_COLUMNS_MAX];
  SzPutResult put;
  char *hash = NULL;
  gint64 id;

  g_return_val_if_fail (act != NULL && run != NULL && scheme != NULL, FALSE);
  g_return_val_if_fail (input != NULL && result != NULL, FALSE);

  id = run->id;
  if (id == 0 ? !sz_journal_next_id (act, &sz_pay_run_type, &id, error)
              : !drop_lines (act, id, error))
    return FALSE;
  if (!write_lines (act, id, scheme, input, result, &hash, cancellable, error))
    {
      act->failed = TRUE;
      return FALSE;
    }
  set_string (&run->lines_hash, hash);
  fill_head (act, run, scheme, result);
  if (run->id != 0)
    return sz_row_put (act, &sz_pay_run_type, run, SZ_PUT_UPDATE, &put, error);
  sz_row_type_values (&sz_pay_run_type, run, values);
  if (!sz_journal_insert (act, &sz_pay_run_type, id, 1, values, error))
    return FALSE;
  run->id = id;
  run->row_version = 1;
  return sz_store_case_begin (act, &sz_case_pay_run, id, &begin, error);
}

gboolean
sz_store_pay_adopt (SzAct *act, GError **error)
{
  g_autoptr (GArray) runs = NULL;

  g_return_val_if_fail (act != NULL, FALSE);

  runs = sz_store_pay_list (act->store, error);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);
      const SzCaseAsk ask = { .verb = FIRST_VERB };
      const SzCaseEntry entry = { .to = run->frozen_as, .who = run->who, .at = run->at };
      g_autoptr (SzCaseFile) file
          = sz_store_case_load (act->store, sz_case_pay_run.kind, run->id, error);

      if (file == NULL
          || (file->steps->len == 0 && !sz_store_case_step (act, file, &ask, &entry, error)))
        return FALSE;
    }
  return runs != NULL;
}
