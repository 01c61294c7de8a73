/* sz-post-timeline.c — what happened to an applicant, from the registration to the hire
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-field-list.h"
#include "sz-post-tables.h"

/* What happened, with its day. */
static void
add_event (GPtrArray *fields, SzDate day, const char *what, char *text)
{
  g_autofree char *date = day != SZ_DATE_NONE ? sz_date_format (day) : NULL;
  g_autofree char *title = date != NULL ? g_strdup_printf ("%s %s", date, what) : g_strdup (what);

  sz_fields_take (fields, title, text);
}

static void
add_exam_events (GPtrArray *fields, const SzRecruitPerson *person)
{
  const SzExamEntry *entry = person->entry;

  for (guint i = 0; entry != NULL && i < person->post->plan.n_components; i++)
    if (entry->scores[i].state == SZ_SCORE_GIVEN)
      add_event (fields, SZ_DATE_NONE, person->post->plan.components[i].name,
                 sz_decimal_format (entry->scores[i].score_x100, SZ_HOURS_DECIMALS));
  if (entry != NULL && entry->has_total)
    {
      g_autofree char *total = sz_decimal_format (entry->total_x100, SZ_HOURS_DECIMALS);

      add_event (fields, SZ_DATE_NONE, _ ("Total"),
                 entry->rank > 0 ? g_strdup_printf (_ ("%s, place %u"), total, entry->rank)
                                 : g_strdup (total));
    }
}

static void
add_check_events (GPtrArray *fields, const SzRecruitPerson *person)
{
  const SzCandidate *candidate = person->candidate;

  if (person->decision != NULL)
    add_event (fields, person->decision->held_on, person->decision->meeting,
               g_strdup_printf ("%s %s", person->decision->minutes,
                                person->decision->agreed ? "同意" : "不同意"));
  if (person->check != NULL && candidate != NULL)
    add_event (fields, person->check->day, "考察体检",
               g_strdup_printf ("体检%s　考察%s　%s", sz_post_outcome_word (candidate->physical),
                                sz_post_outcome_word (candidate->inspection), person->check->note));
  if (person->row->withdrawn_on != SZ_DATE_NONE)
    add_event (fields, person->row->withdrawn_on, "放弃", g_strdup (person->row->withdrawn_why));
}

static void
add_objection_events (GPtrArray *fields, const SzRecruitBook *book, const SzRecruitPerson *person)
{
  for (guint i = 0; i < book->objections->len; i++)
    {
      const SzObjectionRow *one = &g_array_index (book->objections, SzObjectionRow, i);

      if (one->applicant_id == person->row->id)
        add_event (fields, one->day, "异议",
                   g_strdup_printf ("%s　%s", one->text,
                                    *one->answer != '\0' ? one->answer : "待答复"));
    }
}

void
sz_post_add_timeline (GPtrArray *fields, const SzRecruitBook *book, const SzRecruitPerson *person)
{
  SzRecruitNotice notice;

  g_return_if_fail (fields != NULL && book != NULL && person != NULL);
  sz_fields_add_heading (fields, _ ("Timeline"));
  add_event (fields, SZ_DATE_NONE, "报名", g_strdup (person->row->ticket));
  if (*person->row->moved_from != '\0')
    add_event (fields, SZ_DATE_NONE, "改报自", g_strdup (person->row->moved_from));
  add_event (fields, SZ_DATE_NONE, "资格审查",
             g_strdup (sz_post_state_word (sz_screen_state_name (person->screened))));
  add_exam_events (fields, person);
  add_check_events (fields, person);
  if (sz_recruit_person_notice (person, &notice))
    {
      g_autofree char *to = sz_date_format (notice.to);

      add_event (fields, notice.from, "公示", g_strdup_printf ("至 %s", to));
    }
  add_objection_events (fields, book, person);
  if (person->hire != NULL)
    add_event (fields, person->hire->first_day, "聘用", g_strdup (person->post->row->name));
}

GPtrArray *
sz_post_timeline_fields (const SzRecruitBook *book, const SzRecruitPerson *person)
{
  GPtrArray *fields = sz_fields_new ();

  g_return_val_if_fail (book != NULL && person != NULL, fields);
  sz_fields_add_heading (fields, person->row->name);
  sz_post_add_timeline (fields, book, person);
  return fields;
}
