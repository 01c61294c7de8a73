/* test-watch-log.c — what the log of acts tells supervision: the clock, numbers that were looked
 * at, backups, refusals, verifications; each just not yet, and then (RULE aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include <string.h>

#include "sz-finding-act.h"
#include "sz-office-note.h"
#include "sz-person-reveal.h"
#include "sz-view-findings.h"

/* 2090-01-08 02:03:04 UTC: after whatever the making of the college says. */
#define DAYS(n) ((n)*G_TIME_SPAN_DAY)
#define START (G_GINT64_CONSTANT (3787524184) * G_USEC_PER_SEC)

static gint64 now;

static gint64
read_clock_cb (gpointer user_data)
{
  return now;
}

/* (transfer full): scanned on the day of the clock. */
static SzFindingsView *
scan (Fixture *fixture)
{
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (GError) error = NULL;
  SzScanReport report;
  SzFindingsView *view;

  g_assert_true (sz_office_findings_scan (fixture->office, sz_office_today (fixture->office),
                                          &report, &error));
  g_assert_no_error (error);
  view = sz_view_findings (fixture->office, &all, &error);
  g_assert_no_error (error);
  return view;
}

static const SzFindingItem *
find_present (const SzFindingsView *view, const char *kind)
{
  for (guint i = 0; i < view->items->len; i++)
    {
      const SzFindingItem *item = &g_array_index (view->items, SzFindingItem, i);

      if (strcmp (item->finding.kind, kind) == 0 && item->finding.present)
        return item;
    }
  return NULL;
}

static void
misses (Fixture *fixture, const char *kind)
{
  g_autoptr (SzFindingsView) view = scan (fixture);

  g_assert_null (find_present (view, kind));
}

static void
finds (Fixture *fixture, const char *kind, const char *subject, gint64 size)
{
  g_autoptr (SzFindingsView) view = scan (fixture);
  const SzFindingItem *item = find_present (view, kind);

  g_assert_nonnull (item);
  if (subject != NULL)
    g_assert_cmpstr (item->finding.subject, ==, subject);
  g_assert_cmpint (item->finding.size, ==, size);
  g_assert_null (strchr (item->message, '{'));
}

static Fixture *
begin (void)
{
  Fixture *fixture = fixture_new ();

  now = START;
  sz_office_set_clock (fixture->office, read_clock_cb, NULL);
  return fixture;
}

static void
note (Fixture *fixture, const char *kind, json_t *summary)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sz_office_note (fixture->office, kind, NULL, summary, &error));
  g_assert_no_error (error);
}

/* Five minutes back is nothing, a second more is. */
static void
test_clock (void)
{
  Fixture *fixture = begin ();

  now += G_TIME_SPAN_HOUR;
  note (fixture, "backup", json_object ());
  now -= 5 * G_TIME_SPAN_MINUTE;
  note (fixture, "backup", json_object ());
  misses (fixture, "clock.back");
  now -= 5 * G_TIME_SPAN_MINUTE + G_TIME_SPAN_SECOND;
  note (fixture, "backup", json_object ());
  finds (fixture, "clock.back", NULL, 1);
  /* Never gone. */
  now += DAYS (1);
  finds (fixture, "clock.back", NULL, 1);
  fixture_free (fixture);
}

/* watch.reveal_max on one day; the next day counts anew. */
static void
test_reveal (void)
{
  Fixture *fixture = begin ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sz_office_people_reveal (fixture->office, 50, &error));
  now += DAYS (1);
  g_assert_true (sz_office_people_reveal (fixture->office, 50, &error));
  misses (fixture, "reveal.many");
  g_assert_true (sz_office_people_reveal (fixture->office, 1, &error));
  g_assert_no_error (error);
  finds (fixture, "reveal.many", "测试|2090-01-09", 51);
  fixture_free (fixture);
}

static void
test_backup (void)
{
  Fixture *fixture = begin ();

  finds (fixture, "backup.old", "backup", 1);
  note (fixture, "backup", json_object ());
  now += DAYS (30);
  misses (fixture, "backup.old");
  now += DAYS (1);
  finds (fixture, "backup.old", "backup", 1);
  fixture_free (fixture);
}

/* Three refusals of one month with a code that counts; one of the month before does not join. */
static void
test_refused (void)
{
  Fixture *fixture = begin ();
  g_autoptr (GError) error = NULL;
  gint64 no;

  {
    g_autoptr (SzFindingsView) view = scan (fixture);

    no = g_array_index (view->items, SzFindingItem, 0).finding.no;
  }
  g_assert_true (sz_office_finding_answer (fixture->office, no, "已经安排备份", "记录", &error));
  for (int i = 0; i < 4; i++)
    {
      if (i == 3)
        misses (fixture, "act.refused_often");
      g_assert_false (sz_office_finding_accept (fixture->office, no, NULL, &error));
      g_clear_error (&error);
      if (i == 0)
        now += DAYS (31);
    }
  finds (fixture, "act.refused_often", "测试|2090-02", 3);
  fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/aud-3/clock-back", test_clock);
  g_test_add_func ("/office/aud-3/reveal-many", test_reveal);
  g_test_add_func ("/office/aud-3/backup-old", test_backup);
  g_test_add_func ("/office/aud-3/refused-often", test_refused);
  return g_test_run ();
}
