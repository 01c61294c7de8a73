/* test-simulation.c — random sequences of all kinds of acts, undos, restarts, backups and faults of
 * the disk: each is there whole, or was not (faults J4). SHIZI_SEED=17 walks one seed again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "dump-eye.h"
#include "fault-vfs.h"
#include "import-fixture.h"
#include "sz-import-batches.h"
#include "sz-import-kinds.h"
#include "sz-params.h"
#include "sz-pay-act.h"
#include "sz-safety.h"
#include "sz-scheme-default.h"

#define SEEDS 25
#define SEEDS_LONG 1000
#define STEPS 12
#define STEPS_LONG 200
/* Calls to the disk of an act, about: the fault comes at one of them, or behind all. */
#define CALLS 150

typedef struct
{
  Fixture *fixture;
  GRand *chance;
  GArray *batches; /* gint64: imported and not taken back */
  guint n_people;
  guint n_sheets;
  DumpEye *eye; /* kept: opening the college for each look took a third of the walk */
  char *state;  /* what stands in the tables, as the eye sees it */
  char *backup; /* (nullable): a copy … */
  char *of;     /* … and what stood in the tables then */
  guint n_done;
  guint n_struck; /* acts that met a fault */
  gint64 touched; /* the batch that the act at hand made or took away, 0: none */
} Walk;

/* FALSE with @error: it was refused, or the disk failed. */
typedef gboolean (*Move) (Walk *walk, GError **error);

static guint
pick (Walk *walk, guint n)
{
  return (guint)g_rand_int_range (walk->chance, 0, (gint32)n);
}

static gboolean
import_sheet (Walk *walk, const char *kind, const char *text, gboolean update, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u.csv", ++walk->n_sheets);
  g_autofree char *path = fixture_write (walk->fixture, name, text);
  const SzImportRequest request
      = { .kind = sz_import_kind_find (kind), .path = path, .update = update };
  g_autoptr (SzImportResult) result
      = sz_office_import (walk->fixture->office, &request, (SzProgress){ NULL, NULL }, NULL, error);

  if (result == NULL)
    return FALSE;
  g_assert_cmpint (result->rows, ==,
                   result->batch == 0 ? result->rows
                                      : result->inserted + result->updated + result->unchanged);
  if (result->batch == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "import.refused", NULL);
  walk->touched = result->batch;
  return TRUE;
}

static gboolean
import_people (Walk *walk, GError **error)
{
  const guint n = 1 + pick (walk, 3);
  g_autoptr (GString) sheet = g_string_new ("工号,姓名,身份证号,部门,人员类别,来校日期\n");
  gboolean done;

  for (guint i = 0; i < n; i++)
    {
      const guint number = walk->n_people + i;
      g_autofree char *id = fixture_id ("19850312", (int)number + 1);

      g_string_append_printf (sheet, "%u,甲%u,%s,%s,在编,2010-07-01\n", 1001 + number, number, id,
                              number % 2 == 0 ? "机械系" : "电气系");
    }
  done = import_sheet (walk, "people", sheet->str, FALSE, error);
  /* What is unsure may be there: its numbers are not given again. */
  walk->n_people += n;
  return done;
}

static gboolean
import_grades (Walk *walk, GError **error)
{
  static const char *const grades[] = { "优秀", "合格", "基本合格" };
  g_autoptr (GString) sheet = g_string_new ("年度,工号,档次\n");
  const guint year = 2016 + pick (walk, 10);
  const guint first = pick (walk, walk->n_people);

  for (guint i = first; i < MIN (first + 4, walk->n_people); i++)
    g_string_append_printf (sheet, "%u,%u,%s\n", year, 1001 + i, grades[pick (walk, 3)]);
  return import_sheet (walk, "assessments", sheet->str, pick (walk, 2) == 0, error);
}

static gboolean
import_pay (Walk *walk, GError **error)
{
  g_autofree char *sheet
      = g_strdup_printf ("年度,工号,应发合计\n%u,%u,%u.%02u\n", 2020 + pick (walk, 6),
                         1001 + pick (walk, walk->n_people), pick (walk, 200000), pick (walk, 100));

  return import_sheet (walk, "annual-pay", sheet, pick (walk, 2) == 0, error);
}

static gboolean
import_faulty (Walk *walk, GError **error)
{
  const gboolean done
      = import_sheet (walk, "assessments", "年度,工号,档次\n2025,1001,合格\n2025,无此人,合格\n",
                      FALSE, error);

  g_assert_false (done);
  return FALSE;
}

static gboolean
undo_import (Walk *walk, GError **error)
{
  gint64 batch;

  if (walk->batches->len == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "none", NULL);
  batch = g_array_index (walk->batches, gint64, pick (walk, walk->batches->len));
  if (!sz_office_import_undo (walk->fixture->office, batch, NULL, error))
    return FALSE;
  walk->touched = -batch;
  return TRUE;
}

static gboolean
set_param (Walk *walk, GError **error)
{
  g_autofree char *value = g_strdup_printf ("%u", 10 + pick (walk, 10));

  return sz_params_set (walk->fixture->office, "load.weeks", value,
                        sz_date_make (2025, 1 + (int)pick (walk, 12), 1), "文件", error);
}

static gboolean
compute (Walk *walk, GError **error)
{
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (20260101);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;

  scheme->pool_fen = 1000000 + pick (walk, 1000000);
  view = sz_office_pay_compute_scheme (walk->fixture->office, scheme, SZ_PAY_STORE, issues,
                                       (SzProgress){ NULL, NULL }, NULL, error);
  if (view != NULL)
    return TRUE;
  if (error != NULL && *error == NULL)
    sz_error_set (error, SZ_ERROR_REFUSED, "pay.refused", NULL);
  return FALSE;
}

static const Move moves[]
    = { import_grades, import_grades, import_people, import_pay, import_faulty,
        undo_import,   undo_import,   set_param,     compute };

static void
reopen (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&walk->fixture->office);
  walk->fixture->office = sz_office_open (walk->fixture->db, "测试", &error);
  g_assert_no_error (error);
}

static void
assert_sound (Walk *walk)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzVerifyReport report = { 0 };

  g_assert_true (sz_office_verify (walk->fixture->office, issues, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sz_issue_list_errors (issues), ==, 0);
}

/* What the college itself says it imported and did not take back. */
static void
recall_batches (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = sz_office_import_batches (walk->fixture->office, &error);

  g_assert_no_error (error);
  g_array_set_size (walk->batches, 0);
  for (guint i = 0; i < batches->len; i++)
    {
      const SzImportBatch *batch = g_ptr_array_index (batches, i);

      if (!batch->undone)
        g_array_append_val (walk->batches, batch->batch);
    }
}

static gboolean
has_batch (Walk *walk, gint64 batch)
{
  for (guint i = 0; i < walk->batches->len; i++)
    if (g_array_index (walk->batches, gint64, i) == batch)
      return TRUE;
  return FALSE;
}

/* One act, with a fault somewhere below it or none. Done: what it did is there after a restart; not
 * done: all is as it was. */
static void
act (Walk *walk, gboolean faulty)
{
  const Move move = moves[pick (walk, G_N_ELEMENTS (moves))];
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  char *after;
  gboolean done;

  walk->touched = 0;
  if (faulty)
    fault_vfs_arm ((FaultMode)(FAULT_ONCE + pick (walk, 4)), 1 + pick (walk, CALLS));
  done = move (walk, &error);
  if (faulty)
    {
      walk->n_struck += fault_vfs_struck () ? 1 : 0;
      fault_vfs_disarm ();
      reopen (walk);
    }
  after = dump_eye_look (walk->eye);
  walk->n_done += done ? 1 : 0;
  code = error != NULL ? sz_error_dup_code (error) : g_strdup ("");
  recall_batches (walk);
  if (!done && !g_str_has_prefix (code, "act."))
    g_assert_cmpstr (after, ==, walk->state);
  if (done && walk->touched > 0)
    g_assert_true (has_batch (walk, walk->touched));
  if (done && walk->touched < 0)
    g_assert_false (has_batch (walk, -walk->touched));
  g_free (walk->state);
  walk->state = after;
}

static void
back_up (Walk *walk)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_free (walk->backup);
  walk->backup = g_strdup_printf ("%s/copy-%u.db", walk->fixture->folder, ++walk->n_sheets);
  g_assert_true (sz_office_backup (walk->fixture->office, walk->backup, issues, NULL, &error));
  g_assert_no_error (error);
  g_free (walk->of);
  walk->of = g_strdup (walk->state);
}

static void
restore (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  if (walk->backup == NULL)
    return;
  g_clear_object (&walk->fixture->office);
  g_assert_true (sz_office_restore (walk->backup, walk->fixture->db, &(SzRestorer){ .who = "测试" },
                                    NULL, NULL, &error));
  g_assert_no_error (error);
  reopen (walk);
  g_free (walk->state);
  walk->state = dump_eye_look (walk->eye);
  g_assert_cmpstr (walk->state, ==, walk->of);
  recall_batches (walk);
}

static void
step (Walk *walk)
{
  const guint chance = pick (walk, 100);
  g_autofree char *again = NULL;

  if (chance < 2)
    back_up (walk);
  else if (chance < 4)
    restore (walk);
  else if (chance < 8)
    {
      reopen (walk);
      again = dump_eye_look (walk->eye);
      g_assert_cmpstr (again, ==, walk->state);
    }
  else
    act (walk, chance < 40);
}

static void
walk_seed (guint32 seed, guint n_steps)
{
  g_autofree char *afresh = NULL;
  Walk walk = { 0 };

  walk.fixture = fixture_new ();
  walk.chance = g_rand_new_with_seed (seed);
  walk.batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_assert_true (import_people (&walk, NULL));
  g_array_append_val (walk.batches, walk.touched);
  walk.eye = dump_eye_new (walk.fixture->db);
  walk.state = dump_eye_look (walk.eye);
  g_test_message ("seed %u", seed);
  for (guint i = 0; i < n_steps; i++)
    step (&walk);
  assert_sound (&walk);
  afresh = fixture_dump (walk.fixture);
  g_assert_cmpstr (afresh, ==, walk.state);
  g_test_message ("%u acts done, %u met a fault", walk.n_done, walk.n_struck);
  g_assert_cmpuint (walk.n_done, >, 0);
  g_array_unref (walk.batches);
  g_rand_free (walk.chance);
  g_free (walk.state);
  g_free (walk.backup);
  g_free (walk.of);
  dump_eye_free (walk.eye);
  fixture_free (walk.fixture);
}

static void
test_walks (void)
{
  const gboolean whole = g_getenv ("SHIZI_LONG") != NULL;
  const char *only = g_getenv ("SHIZI_SEED");

  if (only != NULL)
    {
      walk_seed ((guint32)atoi (only), STEPS_LONG);
      return;
    }
  for (guint32 seed = 1; seed <= (whole ? SEEDS_LONG : SEEDS); seed++)
    walk_seed (seed, whole ? STEPS_LONG : STEPS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* A refusal that cannot be logged on a failing disk is said as a warning, and is right. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  fault_vfs_install ();
  g_test_add_func ("/office/simulation/aud-1", test_walks);
  return g_test_run ();
}
