/* sz-store-pay-frozen.c — a stored pay run in the shape in which it was computed (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <string.h>

#include "sz-arena.h"
#include "sz-pay-lines.h"
#include "sz-store-pay-overlay.h"
#include "sz-store-pay.h"
#include "sz-store-private.h"

typedef struct
{
  SzPayFrozen *frozen;
  SzArena *arena;
  SzDb *db;
  GArray *people;   /* of SzPayPerson */
  GArray *lines;    /* of SzPayLine */
  GArray *excluded; /* of SzPayExcluded */
  GArray *shares;   /* of SzPayShare, n_components a line */
  GArray *fixed;    /* of SzMoney, n_fixed a line */
  GArray *terms;    /* of SzPayTerm */
  SzPayLineHash people_hash;
  SzPayLineHash parts_hash;
} Reader;

static void
clear_reader (Reader *reader)
{
  GArray **arrays[] = { &reader->people, &reader->lines, &reader->excluded,
                        &reader->shares, &reader->fixed, &reader->terms };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_array_unref);
  sz_pay_line_hash_clear (&reader->people_hash);
  sz_pay_line_hash_clear (&reader->parts_hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

void
sz_pay_frozen_free (SzPayFrozen *frozen)
{
  if (frozen == NULL)
    return;
  sz_store_pay_run_clear (&frozen->run);
  sz_store_pay_life_clear (&frozen->life);
  sz_arena_free (frozen->storage);
  g_free (frozen);
}

static gboolean
fail_changed (gint64 run, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, run);

  return sz_error_set (error, SZ_ERROR_CORRUPT, "run.changed", "run", text, NULL);
}

static SzPaySum *
unpack_sums (SzArena *arena, json_t *array, guint *n)
{
  gsize length = json_array_size (array);
  SzPaySum *sums = sz_arena_take (arena, g_new0 (SzPaySum, length + 1));

  for (gsize i = 0; i < length; i++)
    {
      json_t *item = json_array_get (array, i);

      sums[i].amount_fen = json_integer_value (json_array_get (item, 0));
      sums[i].points_x1e6 = json_integer_value (json_array_get (item, 1));
      sums[i].people = (guint)json_integer_value (json_array_get (item, 2));
    }
  *n = (guint)length;
  return sums;
}

static void
unpack_pools (SzArena *arena, json_t *item, SzPayDepartmentSum *department)
{
  json_t *pools = json_array_get (item, 3);
  gsize n = json_array_size (pools);

  department->pools_fen = sz_arena_take (arena, g_new0 (SzMoney, n + 1));
  for (gsize i = 0; i < n; i++)
    department->pools_fen[i] = json_integer_value (json_array_get (pools, i));
  department->unplaced_fen = json_integer_value (json_array_get (item, 4));
}

static void
unpack_departments (SzArena *arena, json_t *array, SzPayFrozen *frozen)
{
  SzPayResult *result = &frozen->result;

  result->n_departments = json_array_size (array);
  result->departments
      = sz_arena_take (arena, g_new0 (SzPayDepartmentSum, result->n_departments + 1));
  for (gsize i = 0; i < result->n_departments; i++)
    {
      json_t *item = json_array_get (array, i);
      const char *name = json_string_value (json_array_get (item, 0));

      result->departments[i].name
          = sz_arena_intern (arena, name != NULL ? name : "", name != NULL ? strlen (name) : 0);
      result->departments[i].people = (guint)json_integer_value (json_array_get (item, 1));
      result->departments[i].amount_fen = json_integer_value (json_array_get (item, 2));
      if (json_array_size (json_array_get (item, 3)) == frozen->n_components)
        unpack_pools (arena, item, &result->departments[i]);
    }
}

static gboolean
read_sums (Reader *reader, GError **error)
{
  SzPayFrozen *frozen = reader->frozen;
  SzPayResult *result = &frozen->result;
  json_t *sums = json_loads (frozen->run.sums, 0, NULL);

  if (!json_is_object (sums))
    {
      json_decref (sums);
      return fail_changed (frozen->run.id, error);
    }
  result->period_months = (int)json_integer_value (json_object_get (sums, "months"));
  result->reserve_planned_fen = json_integer_value (json_object_get (sums, "reserve_planned"));
  result->unplaced_fen = json_integer_value (json_object_get (sums, "unplaced"));
  result->ceiling_limit_fen = json_integer_value (json_object_get (sums, "ceiling_limit"));
  result->floor_limit_fen = json_integer_value (json_object_get (sums, "floor_limit"));
  result->fixed = unpack_sums (reader->arena, json_object_get (sums, "fixed"), &frozen->n_fixed);
  result->components
      = unpack_sums (reader->arena, json_object_get (sums, "components"), &frozen->n_components);
  unpack_departments (reader->arena, json_object_get (sums, "departments"), frozen);
  json_decref (sums);
  result->pool_fen = frozen->run.pool_fen;
  result->reserve_fen = frozen->run.reserve_fen;
  result->total_fen = frozen->run.total_fen;
  return TRUE;
}

static int
find_reason (const char *word)
{
  for (int reason = SZ_PAY_OUT_TALENT; reason <= SZ_PAY_OUT_UNQUALIFIED; reason++)
    if (strcmp (sz_pay_reason_word ((SzPayReason)reason), word) == 0)
      return reason;
  return SZ_PAY_OUT_NONE;
}

static void
add_line (Reader *reader, const SzPayPersonLine *row, guint index)
{
  SzPayLine line = {
    .index = index,
    .department = sz_arena_intern (reader->arena, row->department, strlen (row->department)),
    .post = *row->post != '\0' ? sz_post_from_code (row->post) : 0,
    .n_stretches = (guint8)row->n_stretches,
    .months = (guint8)row->months,
    .before_fen = row->before_fen,
    .ceiling_fen = row->ceiling_fen,
    .total_fen = row->total_fen,
  };

  g_array_append_val (reader->lines, line);
}

static void
add_person (Reader *reader, const SzPayPersonLine *row)
{
  guint index = reader->people->len;
  SzPayPerson person = {
    .person_id = row->person_id,
    .staff_no = sz_arena_string (reader->arena, row->staff_no, strlen (row->staff_no)),
    .name = sz_arena_intern (reader->arena, row->name, strlen (row->name)),
    .grade = SZ_GRADE_NONE,
  };
  SzPayExcluded excluded = { index, (SzPayReason)find_reason (row->reason) };

  person.load.quota_x100 = -1;
  g_array_append_val (reader->people, person);
  if (excluded.reason == SZ_PAY_OUT_NONE)
    add_line (reader, row, index);
  else
    g_array_append_val (reader->excluded, excluded);
}

static gboolean
read_people (Reader *reader, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_pay_lines_select_people (reader->db, reader->frozen->run.id, error);
  gboolean more = TRUE;

  while (stmt != NULL && more)
    {
      SzPayPersonLine row;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      sz_pay_lines_take_person (stmt, &row);
      sz_pay_line_hash_person (&reader->people_hash, &row);
      add_person (reader, &row);
    }
  return stmt != NULL;
}

static void
make_parts (Reader *reader)
{
  guint n = reader->lines->len;

  g_array_set_size (reader->shares, n * reader->frozen->n_components);
  g_array_set_size (reader->fixed, n * reader->frozen->n_fixed);
  for (guint i = 0; i < reader->fixed->len; i++)
    g_array_index (reader->fixed, SzMoney, i) = -1;
}

static guint
read_terms (Reader *reader, const char *text)
{
  guint n = 0;

  while (*text != '\0')
    {
      gint64 numbers[5] = { 0 };
      SzPayTerm term;

      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          char *end = NULL;

          numbers[i] = g_ascii_strtoll (text, &end, 10);
          if (end == text)
            return n;
          text = *end != '\0' ? end + 1 : end;
        }
      term = (SzPayTerm){ (guint8)numbers[0], (guint8)numbers[1], (guint8)numbers[2], numbers[3],
                          numbers[4] };
      g_array_append_val (reader->terms, term);
      n++;
    }
  return n;
}

static gboolean
add_part (Reader *reader, const SzPayPartLine *row)
{
  const SzPayFrozen *frozen = reader->frozen;
  gint64 fixed = -1 - row->part;
  SzPayShare *share;

  if (row->place < 0 || row->place >= reader->lines->len)
    return FALSE;
  if (row->part < 0)
    {
      if (fixed >= frozen->n_fixed)
        return FALSE;
      g_array_index (reader->fixed, SzMoney, row->place * frozen->n_fixed + fixed)
          = row->amount_fen;
      return TRUE;
    }
  if (row->part >= frozen->n_components)
    return FALSE;
  share
      = &g_array_index (reader->shares, SzPayShare, row->place * frozen->n_components + row->part);
  share->admitted = TRUE;
  share->points_x1e6 = row->points_x1e6;
  share->amount_fen = row->amount_fen;
  share->central_fen = row->amount_fen;
  share->remainder_fen = (guint8)row->remainder_fen;
  share->first_term = reader->terms->len;
  share->n_terms = (guint16)read_terms (reader, row->terms);
  return TRUE;
}

static gboolean
read_parts (Reader *reader, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_pay_lines_select_parts (reader->db, reader->frozen->run.id, error);
  gboolean more = TRUE;

  while (stmt != NULL && more)
    {
      SzPayPartLine row;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      sz_pay_lines_take_part (stmt, &row);
      sz_pay_line_hash_part (&reader->parts_hash, &row);
      if (!add_part (reader, &row))
        return fail_changed (reader->frozen->run.id, error);
    }
  return stmt != NULL;
}

static gpointer
give_array (Reader *reader, GArray **array)
{
  return sz_arena_take (reader->arena, g_array_free (g_steal_pointer (array), FALSE));
}

static void
hand_over (Reader *reader)
{
  SzPayFrozen *frozen = reader->frozen;
  SzPayResult *result = &frozen->result;
  SzPayShare *shares;
  SzMoney *fixed;

  frozen->input.n_people = reader->people->len;
  result->n_lines = reader->lines->len;
  result->n_excluded = reader->excluded->len;
  result->n_terms = reader->terms->len;
  frozen->input.people = give_array (reader, &reader->people);
  result->lines = give_array (reader, &reader->lines);
  result->excluded = give_array (reader, &reader->excluded);
  result->terms = give_array (reader, &reader->terms);
  shares = give_array (reader, &reader->shares);
  fixed = give_array (reader, &reader->fixed);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      result->lines[i].shares = shares + i * frozen->n_components;
      result->lines[i].fixed_fen = fixed + i * frozen->n_fixed;
    }
}

static void
init_reader (Reader *reader, SzPayFrozen *frozen, SzDb *db)
{
  reader->frozen = frozen;
  reader->arena = frozen->storage;
  reader->db = db;
  reader->people = g_array_new (FALSE, TRUE, sizeof (SzPayPerson));
  reader->lines = g_array_new (FALSE, TRUE, sizeof (SzPayLine));
  reader->excluded = g_array_new (FALSE, TRUE, sizeof (SzPayExcluded));
  reader->shares = g_array_new (FALSE, TRUE, sizeof (SzPayShare));
  reader->fixed = g_array_new (FALSE, TRUE, sizeof (SzMoney));
  reader->terms = g_array_new (FALSE, TRUE, sizeof (SzPayTerm));
  sz_pay_line_hash_init (&reader->people_hash);
  sz_pay_line_hash_init (&reader->parts_hash);
}

static gboolean
read_frozen (SzStore *store, gint64 id, SzPayFrozen *frozen, GError **error)
{
  g_auto (Reader) reader = { 0 };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *hash = NULL;
  gboolean found = FALSE;

  init_reader (&reader, frozen, store->db);
  if (!sz_store_pay_get (store, id, &frozen->run, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.unknown", "run", number, NULL);
  if (!read_sums (&reader, error) || !read_people (&reader, error))
    return FALSE;
  make_parts (&reader);
  if (!read_parts (&reader, error))
    return FALSE;
  hash = sz_pay_line_hash_mix (&reader.people_hash, &reader.parts_hash);
  if (g_strcmp0 (hash, frozen->run.lines_hash) != 0)
    return fail_changed (id, error);
  hand_over (&reader);
  return sz_store_pay_overlay (store, frozen, error);
}

SzPayFrozen *
sz_store_pay_read (SzStore *store, gint64 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPayFrozen) frozen = NULL;
  gboolean done;

  g_return_val_if_fail (store != NULL, NULL);

  if (g_cancellable_is_cancelled (cancellable))
    {
      sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
      return NULL;
    }
  frozen = g_new0 (SzPayFrozen, 1);
  frozen->storage = sz_arena_new ();
  if (!sz_store_begin_read (store, error))
    return NULL;
  done = read_frozen (store, id, frozen, error);
  sz_store_end_read (store);
  return done ? g_steal_pointer (&frozen) : NULL;
}
