/* sz-watch-payrun.c — conditions about pay runs: who made them, what changed since, whom they pay
 * (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-case-tables.h"
#include "sz-pay-hours.h"
#include "sz-pay-notice.h"
#include "sz-pay-revise-act.h"
#include "sz-pay-stale.h"
#include "sz-store-pay-book.h"
#include "sz-store-total.h"
#include "sz-view-pay.h"
#include "sz-watch-scan.h"

static gboolean
is_final (const SzPayRun *run)
{
  return strcmp (run->state, "approved") == 0 || strcmp (run->state, "paid") == 0;
}

/* pay.same_person, pay.no_notice, pay.approved_stale: how a run was marked on its way. */
static gboolean
check_marks (SzWatchScan *scan, const SzPayRun *run, GError **error)
{
  static const char *const kinds[] = { "pay.same_person", "pay.no_notice", "pay.approved_stale" };
  g_autoptr (SzCaseFile) file
      = sz_store_case_load (scan->store, sz_case_pay_run.kind, run->id, error);
  g_autoptr (GPtrArray) marks = file != NULL ? sz_pay_marks_of (file) : NULL;

  for (gsize i = 0; marks != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ptr_array_find_with_equal_func (marks, kinds[i], g_str_equal, NULL))
      sz_watch_scan_add_format (scan, (SzFound){ .kind = kinds[i] }, "%" G_GINT64_FORMAT, run->id);
  return marks != NULL;
}

/* pay.stale */
static gboolean
check_stale (SzWatchScan *scan, const SzPayRun *run, GError **error)
{
  g_autoptr (GArray) changes = sz_office_pay_stale (scan->office, run->id, NULL, error);

  if (changes != NULL && changes->len > 0)
    sz_watch_scan_add_format (scan,
                              (SzFound){ .kind = "pay.stale",
                                         .size = changes->len,
                                         .facts = json_pack ("{s:s, s:i}", "name", run->name,
                                                             "count", (int)changes->len) },
                              "%" G_GINT64_FORMAT, run->id);
  return changes != NULL;
}

static void
note_twice (SzWatchScan *scan, gint64 run, const SzWatchPerson *person, SzMoney amount_fen)
{
  g_autofree char *amount = sz_money_format (amount_fen);

  sz_watch_scan_add_format (scan,
                            (SzFound){ .kind = "pay.talent_twice",
                                       .facts = json_pack ("{s:s, s:s}", "name", person->name,
                                                           "amount", amount),
                                       .staff_no = person->staff_no },
                            "%" G_GINT64_FORMAT "|%s", run, person->staff_no);
}

/* pay.talent_twice: an amount in the run, and a contract in its year. */
static gboolean
check_talents (SzWatchScan *scan, const SzPayRun *run, GError **error)
{
  g_autoptr (GArray) talents
      = sz_store_talent_list (scan->store, SZ_ROWS_OF_YEAR (sz_date_year (run->to)), error);
  g_autoptr (SzCorrectView) correct = NULL;
  g_autoptr (SzPayView) view = NULL;

  if (talents == NULL || talents->len == 0)
    return talents != NULL;
  view = sz_view_pay_open (scan->office, run->id, NULL, error);
  if (view == NULL)
    return FALSE;
  correct = sz_view_pay_correct (scan->office, run->id, NULL);
  for (guint i = 0; i < talents->len; i++)
    {
      const SzWatchPerson *person
          = sz_watch_book_person (scan->book, g_array_index (talents, SzTalentRow, i).person_id);
      const SzPayLine *line = person != NULL && correct == NULL
                                  ? sz_pay_view_find_line (view, person->staff_no)
                                  : NULL;

      if (line != NULL && line->total_fen > 0)
        note_twice (scan, run->id, person, line->total_fen);
      for (guint j = 0; person != NULL && correct != NULL && j < correct->people->len; j++)
        {
          const SzRevisedPerson *revised = &g_array_index (correct->people, SzRevisedPerson, j);

          if (strcmp (revised->staff_no, person->staff_no) == 0
              && revised->after_fen > revised->before_fen)
            note_twice (scan, run->id, person, revised->after_fen - revised->before_fen);
        }
    }
  return TRUE;
}

/* pay.hours_on_leave, pay.double_hours */
static gboolean
check_hours (SzWatchScan *scan, gboolean on_leave, GError **error)
{
  g_autoptr (GArray) hours = on_leave ? sz_pay_hours_on_leave (scan->office, 0, error)
                                      : sz_pay_hours_double (scan->office, 0, error);

  for (guint i = 0; hours != NULL && i < hours->len; i++)
    {
      const SzPayHours *found = &g_array_index (hours, SzPayHours, i);
      const SzWatchPerson *person = sz_watch_book_person (scan->book, found->person_id);
      json_t *facts;

      if (person == NULL)
        continue;
      facts = json_pack ("{s:s, s:s, s:o}", "staff_no", person->staff_no, "name", person->name,
                         "date", sz_watch_fact_date (found->date));
      if (on_leave)
        {
          json_object_set_new (facts, "leave_kind",
                               json_string (
                                   sz_codes_by_value (SZ_TABLE_LEAVE, (int)found->kind)->name));
          sz_watch_scan_add_format (scan,
                                    (SzFound){ .kind = "pay.hours_on_leave",
                                               .facts = facts,
                                               .staff_no = person->staff_no },
                                    "%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, found->record,
                                    found->against);
          continue;
        }
      json_object_set_new (facts, "course", json_string (found->course));
      sz_watch_scan_add_format (scan,
                                (SzFound){ .kind = "pay.double_hours",
                                           .facts = facts,
                                           .staff_no = person->staff_no },
                                "%" G_GINT64_FORMAT, found->record);
    }
  return hours != NULL;
}

gboolean
sz_watch_find_payrun (SzWatchScan *scan, GError **error)
{
  g_autoptr (GArray) runs = sz_store_pay_list (scan->store, error);

  if (runs == NULL)
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);

      if (strcmp (run->state, "computed") == 0)
        continue;
      if (!check_stale (scan, run, error))
        return FALSE;
      if (is_final (run) && (!check_marks (scan, run, error) || !check_talents (scan, run, error)))
        return FALSE;
    }
  return check_hours (scan, TRUE, error) && check_hours (scan, FALSE, error);
}
