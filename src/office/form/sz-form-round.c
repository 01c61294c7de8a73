/* sz-form-round.c — the applicants of a round as the forms of titles print them (handbook §13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-round.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-store-careers.h"
#include "sz-title-round-private.h"

#define MONTHS_A_YEAR 12

void
sz_form_round_free (SzFormRound *round)
{
  if (round == NULL)
    return;
  sz_title_round_free (round->round);
  sz_people_view_free (round->view);
  g_clear_pointer (&round->people, g_ptr_array_unref);
  g_clear_pointer (&round->applicants, g_array_unref);
  g_clear_pointer (&round->evidence, g_array_unref);
  g_clear_pointer (&round->confirmations, g_array_unref);
  g_clear_pointer (&round->pages, g_hash_table_unref);
  g_free (round);
}

/* The highest 技能等级 of the register and of the certificates that are valid. */
static int
find_skill (const SzCareer *career, SzDate cutoff)
{
  const SzCode *code = career->person->skill != NULL
                           ? sz_codes_by_code (SZ_TABLE_SKILL, career->person->skill)
                           : NULL;
  int highest = code != NULL ? code->value : -1;

  for (gsize i = 0; i < career->n_certificates; i++)
    {
      const SzCertificate *certificate = &career->certificates[i];

      if ((certificate->kind == SZ_CERTIFICATE_SKILL
           || certificate->kind == SZ_CERTIFICATE_QUALIFICATION)
          && sz_span_covers (certificate->from, certificate->to, cutoff))
        highest = MAX (highest, certificate->level);
    }
  return highest;
}

/* One applicant being read. */
typedef struct
{
  const SzTitleRound *round;
  SzFormApplicant *applicant;
  GHashTable *pages;
} Reading;

static char *
dup_row_key (SzTrace trace)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%d", trace.batch, trace.row);
}

static gboolean
read_career_cb (const SzCareer *now, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const SzTitleQuestion *question = sz_title_round_question (reading->round);
  SzCareer then;
  const SzCareer *career = &then;
  g_autofree SzRecord *records = NULL;
  SzFormApplicant *applicant = reading->applicant;
  const SzRecord *title;
  const SzDate work_start = now->person->work_start;
  SzHoursAverage average;

  (void)error;
  sz_title_round_career (reading->round, now, &then, &records);
  title = sz_career_at (career, SZ_RECORD_TITLE, question->cutoff);
  if (title != NULL && sz_career_title (career, question->cutoff) != NULL)
    applicant->title_from = title->from;
  applicant->education = sz_title_education (career, question->cutoff, &applicant->degree);
  applicant->has_work_years = work_start != SZ_DATE_NONE;
  applicant->work_years
      = applicant->has_work_years
            ? sz_whole_months (sz_date_first_day (work_start), question->cutoff) / MONTHS_A_YEAR
            : 0;
  for (int i = 0; i < SZ_FORM_GRADE_YEARS; i++)
    {
      const SzGradeFact *fact
          = sz_career_grade (career, question->assess_to - SZ_FORM_GRADE_YEARS + 1 + i);

      applicant->grades[i] = fact != NULL ? fact->grade : SZ_GRADE_NONE;
    }
  sz_title_hours (question, career, SZ_FORM_GRADE_YEARS, &average);
  applicant->has_hours = average.known_months > 0;
  applicant->hours_x100 = average.average_x100;
  applicant->skill = find_skill (career, question->cutoff);
  for (gsize i = 0; i < career->n_achievements; i++)
    {
      const SzAchievement *row = &career->achievements[i];

      applicant->n_achievements += sz_date_first_day (row->date) <= question->cutoff;
      if (row->page != NULL && *row->page != '\0' && row->trace.row > 0)
        g_hash_table_insert (reading->pages, dup_row_key (row->trace), g_strdup (row->page));
    }
  return TRUE;
}

static gboolean
add_applicant (SzFormRound *about,
               SzOffice *office,
               const SzTitleApplicationRow *application,
               GHashTable *places,
               GError **error)
{
  const SzPeopleRow *row = sz_people_view_get_row (about->view, application->person_id);
  SzFormApplicant applicant
      = { .person_id = application->person_id, .application = application, .row = row };
  Reading reading = { about->round, &applicant, about->pages };
  SzTitlePerson *person;
  gboolean found = FALSE;

  if (row == NULL)
    return TRUE;
  person = sz_title_check_person (office, about->round, row->staff_no, application->title, error);
  if (person == NULL)
    return FALSE;
  g_ptr_array_add (about->people, person);
  applicant.person = person;
  applicant.target = sz_codes_name (SZ_TABLE_TITLE, application->title);
  applicant.level = sz_title_level (application->title);
  applicant.place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &application->person_id));
  if (!sz_store_career_with (sz_office_get_store (office), SZ_CAREER_EVERYTHING, row->staff_no,
                             read_career_cb, &reading, &found, error))
    return FALSE;
  g_array_append_val (about->applicants, applicant);
  return TRUE;
}

static int
compare_applicants_cb (gconstpointer a, gconstpointer b)
{
  const SzFormApplicant *left = a;
  const SzFormApplicant *right = b;
  int order;

  if (left->level != right->level)
    return left->level > right->level ? -1 : 1;
  order = strcmp (left->application->title, right->application->title);
  return order != 0 ? order : (left->place > right->place) - (left->place < right->place);
}

/* Everybody's place by 姓氏笔画, from 0. */
static GHashTable *
number_people (SzPeopleView *view, GArray **ids)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);
  SzPeopleFilter all = SZ_PEOPLE_ALL;

  *ids = sz_people_view_ids (view, &all, SZ_PEOPLE_BY_SURNAME);
  for (guint i = 0; i < (*ids)->len; i++)
    g_hash_table_insert (places, &g_array_index (*ids, gint64, i), GUINT_TO_POINTER (i));
  return places;
}

static void
free_person_cb (gpointer data)
{
  sz_title_person_free (data);
}

static gboolean
read_round (SzFormRound *about,
            SzOffice *office,
            const SzFormParams *params,
            GCancellable *cancellable,
            GError **error)
{
  const SzCode *target
      = params->target != NULL ? sz_codes_by_name (SZ_TABLE_TITLE, params->target) : NULL;
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) ids = NULL;

  if (params->target != NULL && target == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "code.unknown", "value", params->target, "choices",
                         "助理讲师, 讲师, 高级讲师 …", NULL);
  about->round = sz_title_round_load (office, params->batch, error);
  about->view = about->round != NULL ? sz_view_people_open (office, about->round->question.closes,
                                                            cancellable, error)
                                     : NULL;
  if (about->view == NULL)
    return FALSE;
  about->evidence
      = sz_title_rows_of_round (sz_store_title_evidence_list (store, SZ_ROWS_ALL, error),
                                about->round->row.id);
  about->confirmations
      = sz_title_rows_of_round (sz_store_title_confirmation_list (store, SZ_ROWS_ALL, error),
                                about->round->row.id);
  if (about->evidence == NULL || about->confirmations == NULL)
    return FALSE;
  places = number_people (about->view, &ids);
  for (guint i = 0; i < about->round->applications->len; i++)
    {
      const SzTitleApplicationRow *application
          = &g_array_index (about->round->applications, SzTitleApplicationRow, i);
      const SzPeopleRow *row = sz_people_view_get_row (about->view, application->person_id);

      if ((target != NULL && g_strcmp0 (application->title, target->code) != 0)
          || (params->person != NULL && row != NULL
              && !g_str_equal (row->staff_no, params->person)))
        continue;
      if (!add_applicant (about, office, application, places, error))
        return FALSE;
    }
  if (params->person != NULL && about->applicants->len == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "batch.no_application", "value", params->person,
                         NULL);
  g_array_sort (about->applicants, compare_applicants_cb);
  return TRUE;
}

SzFormRound *
sz_form_round_open (SzOffice *office,
                    const SzFormParams *params,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SzFormRound) about = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && params != NULL && params->batch != NULL, NULL);

  about = g_new0 (SzFormRound, 1);
  about->people = g_ptr_array_new_with_free_func (free_person_cb);
  about->applicants = g_array_new (FALSE, FALSE, sizeof (SzFormApplicant));
  about->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return read_round (about, office, params, cancellable, error) ? g_steal_pointer (&about) : NULL;
}

const SzFormApplicant *
sz_form_round_get (const SzFormRound *round, guint index)
{
  g_return_val_if_fail (round != NULL && index < round->applicants->len, NULL);
  return &g_array_index (round->applicants, SzFormApplicant, index);
}

const SzFormApplicant *
sz_form_round_find (const SzFormRound *round, gint64 person_id)
{
  g_return_val_if_fail (round != NULL, NULL);
  for (guint i = 0; i < round->applicants->len; i++)
    if (sz_form_round_get (round, i)->person_id == person_id)
      return sz_form_round_get (round, i);
  return NULL;
}

const char *
sz_form_round_page (const SzFormRound *round, SzTrace trace)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (round != NULL, NULL);
  key = dup_row_key (trace);
  return g_hash_table_lookup (round->pages, key);
}

char *
sz_form_round_dup_notice (
    SzOffice *office, const SzFormRound *round, const char *stage, SzDate *start, GError **error)
{
  g_autoptr (GArray) notices = NULL;
  const SzTitleNoticeRow *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL && stage != NULL, NULL);

  notices = sz_title_rows_of_round (sz_store_title_notice_list (sz_office_get_store (office),
                                                                SZ_ROWS_ALL, error),
                                    round->round->row.id);
  for (guint i = 0; notices != NULL && i < notices->len; i++)
    if (g_strcmp0 (g_array_index (notices, SzTitleNoticeRow, i).stage, stage) == 0)
      last = &g_array_index (notices, SzTitleNoticeRow, i);
  if (last == NULL)
    return NULL;
  if (start != NULL)
    *start = last->start;
  from = sz_date_format_cn (last->start);
  to = sz_date_format_cn (last->end);
  return g_strdup_printf ("公示期：%s至%s（%d个工作日）", from, to, last->days);
}

void
sz_form_condition_each (const SzTitleConditionResult *result,
                        int depth,
                        SzFormConditionFn fn,
                        gpointer user_data)
{
  g_return_if_fail (result != NULL && fn != NULL);
  fn (result, depth, user_data);
  for (guint i = 0; i < result->n_members; i++)
    sz_form_condition_each (result->members[i], depth + 1, fn, user_data);
}
