/* test-undo-laws.c — random sequences of acts and undos against dumps of what stands in the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <string.h>

#include "sz-act.h"
#include "sz-store-workload.h"
#include "sz-undo.h"

#define PEOPLE 3
#define YEARS 3
#define STEPS 24
#define SHARE 25
#define SERVER_SHARE 6 /* the laws are proved on the file; the server must only not break them */
#define ALL 400

/* Row id → "person year grade"; what stands in the table. */
typedef GHashTable Dump;

static Dump *
take_dump (SzStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = sz_store_assessment_list (store, SZ_ROWS_ALL, &error);
  Dump *dump = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzAssessmentRow *row = &g_array_index (rows, SzAssessmentRow, i);

      g_hash_table_insert (dump, g_memdup2 (&row->id, sizeof row->id),
                           g_strdup_printf ("%d %d %d", (int)row->person_id, row->year,
                                            (int)row->grade));
    }
  return dump;
}

static void
assert_same (Dump *one, Dump *other)
{
  GHashTableIter iter;
  gpointer id, text;

  g_assert_cmpuint (g_hash_table_size (one), ==, g_hash_table_size (other));
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &id, &text))
    g_assert_cmpstr (g_hash_table_lookup (other, id), ==, text);
}

/* One act: what stood before and after it. An undo is one too, and can be taken back in its turn.
 */
typedef struct
{
  char *id;
  Dump *before;
  Dump *after;
  gboolean undone;
} Step;

static void
step_freed_cb (gpointer data)
{
  Step *step = data;

  g_free (step->id);
  g_hash_table_unref (step->before);
  g_hash_table_unref (step->after);
  g_free (step);
}

typedef struct
{
  Fixture fixture;
  GPtrArray *steps;
  GRand *chance;
} Walk;

static void
open_walk (Walk *walk, guint32 seed)
{
  memset (walk, 0, sizeof *walk);
  fixture_open (&walk->fixture);
  fixture_people (&walk->fixture, 1, PEOPLE);
  walk->steps = g_ptr_array_new_with_free_func (step_freed_cb);
  walk->chance = g_rand_new_with_seed (seed);
}

static void
close_walk (Walk *walk)
{
  g_assert_cmpuint (fixture_verify (walk->fixture.store, NULL), ==, 0);
  g_ptr_array_unref (walk->steps);
  g_rand_free (walk->chance);
  fixture_close (&walk->fixture);
}

/* Puts, changes or deletes up to three rows, each once. */
static void
write_some (Walk *walk, SzAct *act)
{
  guint n = (guint)g_rand_int_range (walk->chance, 1, 4);
  guint used = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (SzAssessmentRow) row
          = { .person_id = g_rand_int_range (walk->chance, 1, PEOPLE + 1),
              .year = g_rand_int_range (walk->chance, 2020, 2020 + YEARS) };
      const guint key = (guint)row.person_id * YEARS + (guint)(row.year - 2020);
      gboolean found = FALSE;

      if ((used & (1U << key)) != 0)
        continue;
      used |= 1U << key;
      g_assert_true (sz_store_assessment_find (walk->fixture.store, &row, &found, &error));
      if (found && g_rand_int_range (walk->chance, 0, 3) == 0)
        g_assert_true (sz_store_assessment_delete (act, row.id, row.row_version, &error));
      else
        {
          row.grade = (SzGrade)g_rand_int_range (walk->chance, SZ_GRADE_EXCELLENT,
                                                 SZ_GRADE_UNQUALIFIED + 1);
          g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, NULL, &error));
        }
      g_assert_no_error (error);
    }
}

static void
keep_step (Walk *walk, const char *id, Dump *before)
{
  Step *step = g_new0 (Step, 1);

  step->id = g_strdup (id);
  step->before = before;
  step->after = take_dump (walk->fixture.store);
  g_ptr_array_add (walk->steps, step);
}

static void
do_act (Walk *walk)
{
  Dump *before = take_dump (walk->fixture.store);
  SzAct *act = fixture_act (&walk->fixture, "edit");
  g_autofree char *id = g_strdup (sz_act_get_id (act));

  write_some (walk, act);
  fixture_commit (act);
  keep_step (walk, id, before);
}

static gboolean
take_back (Walk *walk, Step *step, Dump *before)
{
  g_autoptr (GError) error = NULL;
  SzAct *act = fixture_act (&walk->fixture, "undo");
  g_autofree char *id = g_strdup (sz_act_get_id (act));
  gboolean done = sz_undo_act (act, step->id, NULL, &error);

  if (!done)
    {
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED));
      sz_act_free (act);
      return FALSE;
    }
  fixture_commit (act);
  keep_step (walk, id, before);
  step->undone = TRUE;
  return TRUE;
}

/* Whether the ids of @in that @other lacks or has otherwise stand in @now as in @in; each such id
 * gets what @other has. */
static gboolean
turn_back (Dump *now, Dump *in, Dump *other)
{
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, in);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const char *back = g_hash_table_lookup (other, id);

      if (g_strcmp0 (back, text) == 0)
        continue;
      if (g_strcmp0 (g_hash_table_lookup (now, id), text) != 0)
        return FALSE;
      if (back == NULL)
        g_hash_table_remove (now, id);
      else
        g_hash_table_replace (now, g_memdup2 (id, sizeof (gint64)), g_strdup (back));
    }
  return TRUE;
}

/* Rows that the act took away come back, where nobody is in their place. */
static gboolean
bring_back (Dump *now, Dump *before, Dump *after)
{
  GHashTableIter iter, there;
  gpointer id, text, other;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const gsize key = strlen ("1 2020");

      if (g_hash_table_lookup (after, id) != NULL)
        continue;
      if (g_hash_table_lookup (now, id) != NULL)
        return FALSE;
      g_hash_table_iter_init (&there, now);
      while (g_hash_table_iter_next (&there, NULL, &other))
        if (strncmp (other, text, key) == 0)
          return FALSE;
      g_hash_table_insert (now, g_memdup2 (id, sizeof (gint64)), g_strdup (text));
    }
  return TRUE;
}

/* What must come of an undo by the rule alone: a row that no longer holds what the act left is in
 * its way, whatever versions it went through. NULL: it must be refused. */
static Dump *
foretell (Walk *walk, const Step *step)
{
  Dump *now = take_dump (walk->fixture.store);

  if (turn_back (now, step->after, step->before) && bring_back (now, step->before, step->after))
    return now;
  g_hash_table_unref (now);
  return NULL;
}

static void
undo_any (Walk *walk)
{
  Step *step = walk->steps->pdata[g_rand_int_range (walk->chance, 0, (gint32)walk->steps->len)];
  Dump *expected = step->undone ? NULL : foretell (walk, step);
  Dump *before;

  if (step->undone)
    return;
  before = take_dump (walk->fixture.store);
  g_assert_cmpint (take_back (walk, step, before), ==, expected != NULL);
  if (expected == NULL)
    {
      Dump *after = take_dump (walk->fixture.store);

      assert_same (before, after);
      g_hash_table_unref (before);
      g_hash_table_unref (after);
      return;
    }
  assert_same (((Step *)walk->steps->pdata[walk->steps->len - 1])->after, expected);
  g_hash_table_unref (expected);
}

static guint
count_seeds (void)
{
  if (g_getenv ("SHIZI_LONG") != NULL)
    return ALL;
  return g_getenv ("SHIZI_TEST_URI") != NULL ? SERVER_SHARE : SHARE;
}

/* In any order: what the rule foretells happens, and a refusal changes nothing. */
static void
test_any_order (void)
{
  for (guint32 seed = 1; seed <= count_seeds (); seed++)
    {
      Walk walk;

      open_walk (&walk, seed);
      g_test_message ("seed %u", seed);
      do_act (&walk);
      for (guint i = 0; i < STEPS; i++)
        if (g_rand_int_range (walk.chance, 0, 5) < 3)
          do_act (&walk);
        else
          undo_any (&walk);
      close_walk (&walk);
    }
}

/* The last first: every one can be taken back, and each time all is as it was before it; and then
 * the undos themselves, the last first. */
static void
test_last_first (void)
{
  for (guint32 seed = 1; seed <= count_seeds (); seed++)
    {
      Walk walk;

      open_walk (&walk, seed);
      g_test_message ("seed %u", seed);
      for (guint i = 0; i < STEPS / 3; i++)
        do_act (&walk);
      for (guint round = 0, last = walk.steps->len; round < 2; round++)
        {
          guint end = walk.steps->len;

          for (guint i = end; i > end - last; i--)
            {
              Step *step = walk.steps->pdata[i - 1];

              g_assert_true (take_back (&walk, step, take_dump (walk.fixture.store)));
              assert_same (((Step *)walk.steps->pdata[walk.steps->len - 1])->after, step->before);
            }
        }
      close_walk (&walk);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/laws/any-order", test_any_order);
  g_test_add_func ("/store/undo/laws/last-first", test_last_first);
  return g_test_run ();
}
