/* sz-watch-pay.c — conditions about assessments and pay (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-assess.h"
#include "sz-rules-year.h"
#include "sz-store-total.h"
#include "sz-store-workload.h"
#include "sz-total-act.h"
#include "sz-watch-scan.h"

/* The grades of one year. */
typedef struct
{
  gint64 excellent;
  GHashTable *people; /* ids */
} Grades;

static void
grades_freed_cb (gpointer data)
{
  Grades *grades = data;

  g_hash_table_unref (grades->people);
  g_free (grades);
}

static gboolean
add_grade_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzAssessmentRow *row = data;
  Grades *grades = g_hash_table_lookup (user_data, GINT_TO_POINTER (row->year));

  if (grades == NULL)
    {
      grades = g_new0 (Grades, 1);
      grades->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (user_data, GINT_TO_POINTER (row->year), grades);
    }
  grades->excellent += row->grade == SZ_GRADE_EXCELLENT ? 1 : 0;
  g_hash_table_add (grades->people, g_memdup2 (&row->person_id, sizeof row->person_id));
  return TRUE;
}

/* Who F16 counts as due and who has no grade: at the end of the year on the college's own staff
 * (RULE asm-1). */
static gint64
count_missing (const SzWatchBook *book, int year, const Grades *grades)
{
  const SzDate last = sz_date_make (year, 12, 31);
  gint64 missing = 0;

  for (guint i = 0; i < book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (book->people, SzWatchPerson, i);

      missing += !g_hash_table_contains (grades->people, &person->id)
                 && sz_watch_book_is_own (book, person, last);
    }
  return missing;
}

/* The cap is the one that F16 prints (RULE asm-2). */
static gboolean
check_year (SzWatchScan *scan, int year, const Grades *grades, GError **error)
{
  const gint64 missing = count_missing (scan->book, year, grades);
  gint64 cap_x1e4 = 0;
  gint64 cap;

  if (!sz_rules_excellent_cap (scan->book->params, sz_date_make (year, 12, 31), &cap_x1e4, error))
    return FALSE;
  cap = sz_assess_cap (cap_x1e4, g_hash_table_size (grades->people) + missing);
  if (grades->excellent > cap)
    sz_watch_scan_add_format (scan,
                              (SzFound){ .kind = "assess.excellent_over",
                                         .size = grades->excellent - cap,
                                         .facts = json_pack ("{s:I, s:I}", "excellent",
                                                             (json_int_t)grades->excellent, "cap",
                                                             (json_int_t)cap) },
                              "%d", year);
  if (missing > 0 && scan->day >= sz_date_make (year + 1, 3, 1))
    sz_watch_scan_add_format (scan, (SzFound){ .kind = "assess.missing", .size = missing }, "%d",
                              year);
  return TRUE;
}

/* assess.excellent_over, assess.missing */
gboolean
sz_watch_find_assessments (SzWatchScan *scan, GError **error)
{
  g_autoptr (GHashTable) years = g_hash_table_new_full (NULL, NULL, NULL, grades_freed_cb);
  GHashTableIter iter;
  gpointer year;
  gpointer grades;

  g_return_val_if_fail (scan != NULL, FALSE);

  if (!sz_store_assessment_each (scan->store, SZ_ROWS_ALL, add_grade_cb, years, error))
    return FALSE;
  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &year, &grades))
    if (!check_year (scan, GPOINTER_TO_INT (year), grades, error))
      return FALSE;
  return TRUE;
}

static gboolean
note_addition_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzLedgerRow *row = data;
  SzWatchScan *scan = user_data;
  const SzCode *fund = sz_codes_by_code (SZ_TABLE_FUND, row->source != NULL ? row->source : "");

  if (row->account == SZ_ACCOUNT_X3 && (row->document == NULL || *row->document == '\0'))
    sz_watch_scan_add_format (scan, (SzFound){ .kind = "pay.addition_unapproved" }, "%d|%d|%s",
                              row->year, row->month, fund != NULL ? fund->name : row->source);
  return TRUE;
}

static gboolean
note_talent_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTalentRow *row = data;
  SzWatchScan *scan = user_data;
  const SzWatchPerson *person = sz_watch_book_person (scan->book, row->person_id);

  if (person == NULL || (row->approval != NULL && *row->approval != '\0'))
    return TRUE;
  sz_watch_scan_add_format (scan,
                            (SzFound){ .kind = "talent.no_approval",
                                       .facts = json_pack ("{s:s}", "name", person->name),
                                       .staff_no = person->staff_no },
                            "%s|%d", person->staff_no, row->year);
  return TRUE;
}

static gboolean
note_loss_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingIncome *row = data;
  SzWatchScan *scan = user_data;
  g_autofree char *loss = sz_money_format (row->cost_fen - row->income_fen);

  if (row->cost_fen > row->income_fen)
    sz_watch_scan_add_format (scan,
                              (SzFound){ .kind = "pay.training_loss",
                                         .facts = json_pack ("{s:s}", "amount", loss) },
                              "%d|%s", row->year, row->project_code);
  return TRUE;
}

static gboolean
add_year_cb (gconstpointer data, gpointer user_data, GError **error)
{
  g_hash_table_add (user_data, GINT_TO_POINTER (((const SzLedgerRow *)data)->year));
  return TRUE;
}

/* pay.over_cap, pay.level_high: of each year that has a ledger. */
static gboolean
check_totals (SzWatchScan *scan, GError **error)
{
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  if (!sz_store_ledger_each (scan->store, SZ_ROWS_ALL, add_year_cb, years, error))
    return FALSE;
  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const int year = GPOINTER_TO_INT (key);
      g_autoptr (SzTotalView) view = sz_office_total (scan->office, year, error);
      const SzTotal *total;

      if (view == NULL)
        return FALSE;
      total = &view->total;
      if (total->has_cap && !total->within_cap)
        {
          g_autofree char *over = sz_money_format (total->r_fen - total->cap_fen);

          sz_watch_scan_add_format (scan,
                                    (SzFound){ .kind = "pay.over_cap",
                                               .facts = json_pack ("{s:s}", "over", over) },
                                    "%d", year);
        }
      if (total->has_level && total->level_x1e4 > view->rules.control_x1e4)
        {
          g_autofree char *level = sz_decimal_format (total->level_x1e4, SZ_RATIO_DECIMALS);
          g_autofree char *most = sz_decimal_format (view->rules.control_x1e4, SZ_RATIO_DECIMALS);

          sz_watch_scan_add_format (scan,
                                    (SzFound){ .kind = "pay.level_high",
                                               .heavier = !total->level_allowed,
                                               .facts = json_pack ("{s:s, s:s}", "level", level,
                                                                   "max", most) },
                                    "%d", year);
        }
    }
  return TRUE;
}

gboolean
sz_watch_find_pay (SzWatchScan *scan, GError **error)
{
  g_return_val_if_fail (scan != NULL, FALSE);

  return check_totals (scan, error)
         && sz_store_ledger_each (scan->store, SZ_ROWS_ALL, note_addition_cb, scan, error)
         && sz_store_talent_each (scan->store, SZ_ROWS_ALL, note_talent_cb, scan, error)
         && sz_store_training_income_each (scan->store, SZ_ROWS_ALL, note_loss_cb, scan, error);
}
