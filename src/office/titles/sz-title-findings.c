/* sz-title-findings.c — what does not fit in posts, titles and appointments (RULE ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-findings.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-post-day.h"
#include "sz-store-careers.h"
#include "sz-title-round-findings.h"

static void
clear_finding_cb (gpointer data)
{
  SzTitleFinding *finding = data;

  g_free (finding->staff_no);
  g_free (finding->level);
  g_free (finding->batch);
}

static int
compare_findings_cb (gconstpointer a, gconstpointer b)
{
  const SzTitleFinding *left = a;
  const SzTitleFinding *right = b;
  int order = strcmp (left->code, right->code);

  if (order == 0)
    order = g_strcmp0 (left->staff_no, right->staff_no);
  if (order == 0)
    order = (left->date > right->date) - (left->date < right->date);
  /* Levels stand from the highest to the lowest, as posts do everywhere. */
  if (order == 0 && left->level != NULL && right->level != NULL)
    {
      const SzPlace x = sz_place_of (sz_post_parse (left->level), FALSE);
      const SzPlace y = sz_place_of (sz_post_parse (right->level), FALSE);

      order = (x > y) - (x < y);
    }
  return order != 0 ? order : g_strcmp0 (left->batch, right->batch);
}

static void
add_finding (GArray *findings, const char *code, const char *staff_no, SzDate date, SzPost level)
{
  SzTitleFinding finding = { .code = code,
                             .staff_no = g_strdup (staff_no),
                             .date = date,
                             .level = level != 0 ? sz_post_name (level) : NULL };

  g_array_append_val (findings, finding);
}

/* How many at the level or above in its band sit there by an approval number. */
static int
count_approved (const SzPostDay *day, SzPlace place)
{
  const SzPlace first = sz_place_band (place)->first;
  int approved = 0;

  for (guint i = 0; i < day->holders->len; i++)
    {
      const SzHolder *holder = &g_array_index (day->holders, SzHolder, i);

      approved += holder->by_approval && holder->main >= first && holder->main <= place;
    }
  return approved;
}

static void
find_about_posts (const SzPostDay *day, GArray *findings)
{
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    {
      const int over = sz_structure_over (&day->structure, place);

      if (over > 0 && over > count_approved (day, place))
        {
          add_finding (findings, "post.over_unapproved", NULL, SZ_DATE_NONE, sz_place_post (place));
          g_array_index (findings, SzTitleFinding, findings->len - 1).number = over;
        }
    }
  for (guint i = 0; i < day->beside->len; i++)
    {
      const SzBeside *row = &g_array_index (day->beside, SzBeside, i);

      if (*row->approval == '\0')
        add_finding (findings, row->special ? "post.special_unapproved" : "post.dual_unapproved",
                     row->staff_no, SZ_DATE_NONE, 0);
    }
}

/* What is found about people one by one. */
typedef struct
{
  SzDate day;
  const SzTitleRules *rules;
  GArray *findings;
} People;

/* The professional record before @record, by its day; NULL: none. */
static const SzRecord *
find_before (const SzCareer *career, const SzRecord *record)
{
  const SzRecord *before = NULL;

  for (gsize i = 0; i < career->n_records; i++)
    {
      const SzRecord *other = &career->records[i];

      if (other->field == SZ_RECORD_POST && other->from < record->from
          && (before == NULL || other->from >= before->from))
        before = other;
    }
  return before;
}

/* A higher professional post from a day on which a bar of ttl-7 stood. */
static void
find_about_record (const People *people, const SzCareer *career, const SzRecord *record)
{
  const SzRecord *before = find_before (career, record);
  const SzPost post = sz_post_from_code (record->value);
  const SzPost was = before != NULL ? sz_post_from_code (before->value) : 0;
  const SzDate from = sz_date_first_day (record->from);

  if (sz_post_rank (post) == 0 || sz_post_rank (was) == 0
      || sz_post_level (post) >= sz_post_level (was) || from > people->day)
    return;
  if (sz_assessment_bars (career, from))
    add_finding (people->findings, "appoint.barred_assessment", career->person->staff_no, from,
                 post);
  if (sz_discipline_bars (career, people->rules->appoint_bar_discipline,
                          people->rules->falsification_years, from))
    add_finding (people->findings, "appoint.barred_discipline", career->person->staff_no, from,
                 post);
}

static void
find_about_person_cb (const SzPostDay *day, const SzCareer *career, gpointer user_data)
{
  const People people = { day->date, &day->params->rules, user_data };

  if (sz_career_in_service (career, people.day))
    {
      const SzPost post = sz_career_post (career, people.day);

      if (sz_post_rank (post) > sz_title_level (sz_career_title (career, people.day)))
        add_finding (people.findings, "appoint.title_missing", career->person->staff_no,
                     SZ_DATE_NONE, post);
    }
  for (gsize i = 0; i < career->n_records; i++)
    if (career->records[i].field == SZ_RECORD_POST)
      find_about_record (&people, career, &career->records[i]);
}

/* RULE ttl-24 */
GArray *
sz_title_findings (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) findings = NULL;
  g_autoptr (SzPostDay) posts = NULL;
  SzPostDayAsk ask = { .also = find_about_person_cb, .parts = SZ_CAREER_OF_POSTS };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  findings = g_array_new (FALSE, TRUE, sizeof (SzTitleFinding));
  g_array_set_clear_func (findings, clear_finding_cb);
  ask.user_data = findings;
  posts = sz_post_day (office, day, &ask, error);
  if (posts == NULL)
    return NULL;
  find_about_posts (posts, findings);
  if (!sz_title_round_findings (office, findings, error))
    return NULL;
  g_array_sort (findings, compare_findings_cb);
  return g_steal_pointer (&findings);
}
