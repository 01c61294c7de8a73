/* sz-post-day.c — the posts of a college on a day, and whether moves fit (RULE pst-2 … pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-day.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules.h"
#include "sz-store-careers.h"
#include "sz-store-case.h"
#include "sz-store-people.h"
#include "sz-store-posts.h"
#include "sz-store-rounds.h"

static void
clear_holder_cb (gpointer data)
{
  SzHolder *holder = data;

  g_free (holder->staff_no);
  g_free (holder->name);
}

static void
clear_beside_cb (gpointer data)
{
  SzBeside *beside = data;

  g_free (beside->staff_no);
  g_free (beside->name);
  g_free (beside->approval);
}

static void
clear_case_cb (gpointer data)
{
  SzOpenCase *open_case = data;

  g_free ((char *)open_case->staff_no);
}

void
sz_post_day_free (SzPostDay *day)
{
  if (day == NULL)
    return;
  g_array_unref (day->holders);
  g_array_unref (day->beside);
  g_array_unref (day->cases);
  sz_title_params_free (day->params);
  g_strfreev (day->documents);
  g_free (day);
}

static SzPostDay *
make_day (SzDate date)
{
  SzPostDay *day = g_new0 (SzPostDay, 1);

  day->date = date;
  day->holders = g_array_new (FALSE, TRUE, sizeof (SzHolder));
  g_array_set_clear_func (day->holders, clear_holder_cb);
  day->beside = g_array_new (FALSE, TRUE, sizeof (SzBeside));
  g_array_set_clear_func (day->beside, clear_beside_cb);
  day->cases = g_array_new (FALSE, TRUE, sizeof (SzOpenCase));
  g_array_set_clear_func (day->cases, clear_case_cb);
  return day;
}

static void
add_beside (SzPostDay *day, const SzCareer *career, const SzPostFact *fact, gboolean special)
{
  SzBeside beside = { .staff_no = g_strdup (career->person->staff_no),
                      .name = g_strdup (career->person->name),
                      .main = sz_career_post (career, day->date),
                      .post = fact->post,
                      .approval = g_strdup (fact->approval),
                      .special = special };

  beside.student
      = day->params->rules.student_affairs && sz_career_in_student_affairs (career, day->date);
  g_array_append_val (day->beside, beside);
}

/* RULE pst-5 */
static void
count_person (SzPostDay *day, const SzCareer *career)
{
  const SzTitleRules *rules = &day->params->rules;
  const SzRecord *record = sz_career_at (career, SZ_RECORD_POST, day->date);
  SzOccupant occupant;
  SzHolder holder = { 0 };

  sz_occupant_of (career, rules, day->date, &occupant);
  if (!occupant.counts)
    return;
  sz_occupant_count (&occupant, rules, &day->structure);
  day->n_unlevelled += occupant.unlevelled;
  if (occupant.special != NULL)
    {
      const SzPlace place = sz_place_of (occupant.special->post, occupant.student);

      if (place != SZ_PLACE_NONE)
        day->special[sz_place_category (place)]++;
      add_beside (day, career, occupant.special, TRUE);
    }
  for (int i = 0; i < occupant.n_duals; i++)
    add_beside (day, career, occupant.duals[i], FALSE);
  holder.person_id = career->person->id;
  holder.staff_no = g_strdup (career->person->staff_no);
  holder.name = g_strdup (career->person->name);
  holder.main = occupant.main;
  holder.unlevelled = occupant.unlevelled;
  if (record != NULL)
    {
      const SzPaperFact *paper = sz_career_paper (career, SZ_RECORD_POST, record->from);

      holder.post = sz_post_from_code (record->value);
      holder.post_from = sz_date_first_day (record->from);
      holder.by_approval = paper != NULL && *paper->approval != '\0';
    }
  g_array_append_val (day->holders, holder);
}

/* RULE pst-3: of each level the latest document up to the day. Rows come by their ids, so that of
   two of one day the later one stands. */
static gboolean
read_plan (SzPostDay *day, SzStore *store, GError **error)
{
  g_autoptr (GArray) rows = sz_store_post_plan_list (store, SZ_ROWS_ALL, error);
  const SzPostPlanRow *latest[SZ_N_PLACES] = { NULL };
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPostPlanRow *row = &g_array_index (rows, SzPostPlanRow, i);
      const gboolean student = row->series != NULL && *row->series != '\0';
      const SzPlace place = sz_place_of (row->post, student);

      if (place == SZ_PLACE_NONE || sz_date_first_day (row->from) > day->date
          || (student && !day->params->rules.student_affairs))
        continue;
      if (latest[place] == NULL
          || sz_date_first_day (row->from) >= sz_date_first_day (latest[place]->from))
        latest[place] = row;
    }
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    {
      if (latest[place] == NULL)
        continue;
      day->structure.planned[place] = TRUE;
      day->structure.approved[place] = (int)latest[place]->approved;
    }
  /* Documents by the day they came into force. */
  for (;;)
    {
      const SzPostPlanRow *next = NULL;

      for (SzPlace place = 0; place < SZ_N_PLACES; place++)
        if (latest[place] != NULL && (next == NULL || latest[place]->from < next->from))
          next = latest[place];
      if (next == NULL)
        break;
      if (next->source != NULL && *next->source != '\0'
          && !g_ptr_array_find_with_equal_func (documents, next->source, g_str_equal, NULL))
        g_ptr_array_add (documents, g_strdup (next->source));
      for (SzPlace place = 0; place < SZ_N_PLACES; place++)
        if (latest[place] == next)
          latest[place] = NULL;
    }
  g_ptr_array_add (documents, NULL);
  day->documents = (GStrv)g_ptr_array_free (g_steal_pointer (&documents), FALSE);
  return TRUE;
}

/* Whether the person of the case is of the student-affairs series on the appointment day. */
typedef struct
{
  SzDate day;
  gboolean student;
} SeriesAsk;

static gboolean
ask_series_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  SeriesAsk *ask = user_data;

  (void)error;
  ask->student = sz_career_in_student_affairs (career, ask->day);
  return TRUE;
}

static gboolean
add_case (SzPostDay *day, SzStore *store, const SzAppointmentRow *row, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (store, row->person_id, error);
  SeriesAsk ask = { .day = row->day };
  gboolean found;
  SzOpenCase open_case = { .id = row->id, .day = row->day, .opened = row->opened };

  if (file == NULL)
    return FALSE;
  if (day->params->rules.student_affairs
      && !sz_store_career_with (store, SZ_CAREER_STUDENT_AFFAIRS, file->person.staff_no,
                                ask_series_cb, &ask, &found, error))
    return FALSE;
  open_case.staff_no = g_strdup (file->person.staff_no);
  open_case.to = sz_place_of (row->to_post, ask.student);
  g_array_append_val (day->cases, open_case);
  return TRUE;
}

/* The open cases; they occupy at once, and give back from their day on. */
static gboolean
read_cases (SzPostDay *day, SzStore *store, const SzPostDayAsk *ask, GError **error)
{
  g_autoptr (GArray) rows = sz_store_appointment_list (store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) states
      = rows != NULL ? sz_store_case_states (store, sz_case_appointment.kind, error) : NULL;
  const SzDate until = ask != NULL ? MAX (day->date, ask->opened_by) : day->date;

  if (states == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzAppointmentRow *row = &g_array_index (rows, SzAppointmentRow, i);

      if (g_strcmp0 (g_hash_table_lookup (states, &row->id), "open") != 0
          || sz_date_first_day (row->opened) > until
          || (ask != NULL && row->id == ask->without_case))
        continue;
      if (!add_case (day, store, row, error))
        return FALSE;
    }
  for (guint i = 0; i < day->cases->len; i++)
    {
      const SzOpenCase *open_case = &g_array_index (day->cases, SzOpenCase, i);
      const SzHolder *holder = sz_post_day_holder (day, open_case->staff_no);

      if (open_case->to != SZ_PLACE_NONE)
        sz_open_case_count (open_case, holder != NULL ? holder->main : SZ_PLACE_NONE, day->date,
                            &day->structure);
    }
  return TRUE;
}

/* A reading of everybody. */
typedef struct
{
  SzPostDay *day;
  const SzPostDayAsk *ask; /* (nullable) */
} Reading;

static gboolean
read_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  const Reading *reading = user_data;

  (void)error;
  if (reading->ask != NULL && reading->ask->also != NULL)
    reading->ask->also (reading->day, career, reading->ask->user_data);
  count_person (reading->day, career);
  return TRUE;
}

static gboolean
gather_day (SzPostDay *day, SzOffice *office, const SzPostDayAsk *ask, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  Reading reading = { day, ask };

  if (params == NULL)
    return FALSE;
  day->params = sz_title_params_load (params, day->date, error);
  return day->params != NULL
         && sz_office_establishment (office, day->date, &day->establishment, error)
         && read_plan (day, store, error)
         && sz_store_careers_each (store,
                                   SZ_CAREER_DUALS | SZ_CAREER_SPECIALS | SZ_CAREER_STUDENT_AFFAIRS
                                       | SZ_CAREER_PAPERS | (ask != NULL ? ask->parts : 0),
                                   read_career_cb, &reading, error)
         && read_cases (day, store, ask, error);
}

SzPostDay *
sz_post_day (SzOffice *office, SzDate date, const SzPostDayAsk *ask, GError **error)
{
  g_autoptr (SzPostDay) day = NULL;
  SzStore *store;
  gboolean gathered;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && date != SZ_DATE_NONE, NULL);

  day = make_day (sz_date_first_day (date));
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  gathered = gather_day (day, office, ask, error);
  sz_store_end_read (store);
  if (!gathered)
    return NULL;
  day->warnings
      = sz_structure_warnings (&day->structure, &day->params->rules.plan, day->establishment);
  return g_steal_pointer (&day);
}

const SzHolder *
sz_post_day_holder (const SzPostDay *day, const char *staff_no)
{
  guint low = 0, high;

  g_return_val_if_fail (day != NULL && staff_no != NULL, NULL);

  high = day->holders->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const SzHolder *holder = &g_array_index (day->holders, SzHolder, middle);
      const int order = strcmp (holder->staff_no, staff_no);

      if (order == 0)
        return holder;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* RULE pst-6 */
SzPlace
sz_post_day_from (const SzPostDay *day, const char *staff_no, gboolean *case_open)
{
  const SzHolder *holder;
  SzPlace from;

  g_return_val_if_fail (day != NULL && staff_no != NULL && case_open != NULL, SZ_PLACE_NONE);

  holder = sz_post_day_holder (day, staff_no);
  from = holder != NULL ? holder->main : SZ_PLACE_NONE;
  *case_open = FALSE;
  for (guint i = 0; i < day->cases->len; i++)
    {
      const SzOpenCase *open_case = &g_array_index (day->cases, SzOpenCase, i);

      if (g_strcmp0 (open_case->staff_no, staff_no) != 0)
        continue;
      if (open_case->day > day->date)
        *case_open = TRUE;
      else
        from = open_case->to;
    }
  return from;
}

static void
add_finding (GArray *findings, const char *code, SzPlace place)
{
  const SzPostFinding finding = { code, place };

  g_array_append_val (findings, finding);
}

/* RULE pst-3, then post.over by level, then post.level_missing */
GArray *
sz_post_day_findings (const SzPostDay *day)
{
  static const char *const warnings[] = { "plan.professional_below", "plan.over_establishment",
                                          "plan.worker_12", "plan.worker_123" };
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (SzPostFinding));

  g_return_val_if_fail (day != NULL, findings);

  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (day->warnings & 1u << i)
      add_finding (findings, warnings[i], SZ_PLACE_NONE);
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    if (sz_structure_over (&day->structure, place) > 0)
      add_finding (findings, "post.over", place);
  if (day->n_unlevelled > 0)
    add_finding (findings, "post.level_missing", SZ_PLACE_NONE);
  return findings;
}

static void
clear_what_if_cb (gpointer data)
{
  g_free (((SzWhatIf *)data)->staff_no);
}

GArray *
sz_what_if_new (void)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (SzWhatIf));

  g_array_set_clear_func (list, clear_what_if_cb);
  return list;
}

void
sz_what_if_add (GArray *list, const char *staff_no, SzPost post)
{
  SzWhatIf ask = { .staff_no = g_strdup (staff_no), .post = post };

  g_return_if_fail (list != NULL && staff_no != NULL);
  g_array_append_val (list, ask);
}

/* RULE pst-6: who stands twice in the list moves on from where the first move led. */
static SzPlace
find_earlier (const GArray *list, guint index, SzPlace otherwise)
{
  const SzWhatIf *ask = &g_array_index (list, SzWhatIf, index);

  for (guint i = index; i-- > 0;)
    {
      const SzWhatIf *earlier = &g_array_index (list, SzWhatIf, i);

      if (earlier->move.fits && g_str_equal (earlier->staff_no, ask->staff_no))
        return earlier->move.to;
    }
  return otherwise;
}

gboolean
sz_what_if_judge (
    SzOffice *office, const SzPostDay *day, GArray *list, SzStructure *after, GError **error)
{
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && day != NULL, FALSE);
  g_return_val_if_fail (list != NULL && after != NULL, FALSE);

  store = sz_office_get_store (office);
  *after = day->structure;
  for (guint i = 0; i < list->len; i++)
    {
      SzWhatIf *ask = &g_array_index (list, SzWhatIf, i);
      SeriesAsk series = { .day = day->date };
      gboolean found = FALSE;

      if (!sz_store_career_with (store, SZ_CAREER_STUDENT_AFFAIRS, ask->staff_no, ask_series_cb,
                                 &series, &found, error))
        return FALSE;
      if (!found)
        return sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", ask->staff_no,
                             NULL);
      ask->move.from = sz_post_day_from (day, ask->staff_no, &ask->move.case_open);
      ask->move.to = sz_place_of (ask->post, series.student && day->params->rules.student_affairs);
      sz_structure_judge (&day->structure, &ask->move);
      ask->move.fits_alone = ask->move.fits;
      ask->move.from = find_earlier (list, i, ask->move.from);
      sz_structure_judge (after, &ask->move);
      if (ask->move.fits)
        sz_structure_carry_out (after, ask->move.from, ask->move.to);
    }
  return TRUE;
}

gboolean
sz_post_split_rules (SzOffice *office, SzDate day, SzSplitRules *rules, GError **error)
{
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzTitleParams) loaded = NULL;

  g_return_val_if_fail (rules != NULL, FALSE);

  params = office != NULL ? sz_params_gather (office, error) : sz_rules_presets ();
  loaded = params != NULL ? sz_title_params_load (params, day, error) : NULL;
  if (loaded != NULL)
    *rules = loaded->rules.split;
  return loaded != NULL;
}
