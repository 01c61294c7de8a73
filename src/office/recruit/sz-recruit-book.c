/* sz-recruit-book.c — a plan of recruitment, read and worked out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-book.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-recruit-book-private.h"
#include "sz-recruit-lists.h"
#include "sz-recruit-state.h"

static void
free_post_cb (gpointer data)
{
  SzRecruitPost *post = data;

  sz_case_file_free (post->file);
  sz_exam_plan_clear (&post->plan);
  g_ptr_array_unref (post->people);
  g_array_unref (post->entries);
  g_ptr_array_unref (post->entrants);
  g_array_unref (post->candidates);
  g_ptr_array_unref (post->called);
  g_free (post->order);
  g_free (post);
}

static void
free_person_cb (gpointer data)
{
  SzRecruitPerson *person = data;

  sz_screening_clear (&person->screening);
  g_ptr_array_unref (person->scores);
  g_free (person);
}

void
sz_recruit_book_free (SzRecruitBook *book)
{
  if (book == NULL)
    return;
  g_clear_pointer (&book->posts, g_ptr_array_unref);
  g_clear_pointer (&book->people, g_ptr_array_unref);
  g_clear_pointer (&book->rows, g_ptr_array_unref);
  g_clear_pointer (&book->rules, sz_recruit_rules_free);
  sz_store_plan_clear (&book->plan);
  g_free (book);
}

typedef GArray *(*ListFn) (SzStore *store, const char *plan, GError **error);

/* (transfer none): the book keeps the rows. */
static GArray *
read_list (SzRecruitBook *book, SzStore *store, ListFn list, GError **error)
{
  GArray *rows = list (store, book->plan.code, error);

  if (rows != NULL)
    g_ptr_array_add (book->rows, rows);
  return rows;
}

static int
compare_posts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SzRecruitPost *const *)a)->row->code,
                 (*(const SzRecruitPost *const *)b)->row->code);
}

static gboolean
add_post (SzRecruitBook *book, SzStore *store, const SzPositionRow *row, GError **error)
{
  SzRecruitPost *post = g_new0 (SzRecruitPost, 1);
  SzPositionCells cells;

  post->row = row;
  post->people = g_ptr_array_new ();
  post->entries = g_array_new (FALSE, TRUE, sizeof (SzExamEntry));
  post->entrants = g_ptr_array_new ();
  post->candidates = g_array_new (FALSE, TRUE, sizeof (SzCandidate));
  post->called = g_ptr_array_new ();
  g_ptr_array_add (book->posts, post);
  post->file = sz_store_case_load (store, sz_case_recruit_post.kind, row->id, error);
  if (post->file == NULL)
    return FALSE;
  post->state = sz_recruit_state (post->file);
  sz_recruit_cells (row, &cells);
  sz_exam_plan_read (&cells, &book->rules->exam, &post->plan, NULL, NULL);
  return TRUE;
}

static int
compare_people_cb (gconstpointer a, gconstpointer b)
{
  const SzRecruitPerson *left = *(const SzRecruitPerson *const *)a;
  const SzRecruitPerson *right = *(const SzRecruitPerson *const *)b;
  const int order = strcmp (left->row->post, right->row->post);

  return order != 0 ? order : strcmp (left->row->ticket, right->row->ticket);
}

static void
add_person (SzRecruitBook *book, const SzApplicantRow *row)
{
  SzRecruitPerson *person = g_new0 (SzRecruitPerson, 1);
  SzRecruitPost *old
      = *row->moved_from != '\0' ? sz_recruit_book_post (book, row->moved_from) : NULL;

  person->row = row;
  person->scores = g_ptr_array_new ();
  person->post = sz_recruit_book_post (book, row->post);
  g_ptr_array_add (book->people, person);
  if (person->post != NULL)
    person->post->registered++;
  if (old != NULL)
    old->registered++;
}

static SzRecruitPerson *
find_person (GHashTable *by_id, gint64 applicant_id)
{
  return g_hash_table_lookup (by_id, &applicant_id);
}

static SzRecruitPost *
find_post_by_id (const SzRecruitBook *book, gint64 position_id)
{
  for (guint i = 0; i < book->posts->len; i++)
    {
      SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      if (post->row->id == position_id)
        return post;
    }
  return NULL;
}

static void
take_objections (SzRecruitBook *book, GHashTable *by_id)
{
  for (guint i = 0; i < book->objections->len; i++)
    {
      const SzObjectionRow *row = &g_array_index (book->objections, SzObjectionRow, i);
      SzRecruitPerson *person = find_person (by_id, row->applicant_id);
      SzRecruitPost *post = find_post_by_id (book, row->position_id);
      const gboolean open = strcmp (row->state, "open") == 0;

      if (person != NULL)
        {
          person->objected |= open;
          person->upheld |= strcmp (row->state, "upheld") == 0;
        }
      else if (post != NULL)
        post->post_objected |= open;
    }
}

static gboolean
join_rows (SzRecruitBook *book, SzStore *store, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *scores = read_list (book, store, sz_store_plan_scores, error);
  GArray *checks = scores != NULL ? read_list (book, store, sz_store_plan_checks, error) : NULL;
  GArray *decisions
      = checks != NULL ? read_list (book, store, sz_store_plan_decisions, error) : NULL;
  GArray *hires = decisions != NULL ? read_list (book, store, sz_store_plan_hires, error) : NULL;
  SzRecruitPerson *person;

  if (hires == NULL)
    return FALSE;
  for (guint i = 0; i < book->people->len; i++)
    {
      person = g_ptr_array_index (book->people, i);
      g_hash_table_insert (by_id, (gpointer)&person->row->id, person);
    }
  for (guint i = 0; i < scores->len; i++)
    {
      SzScoreRow *row = &g_array_index (scores, SzScoreRow, i);

      if ((person = find_person (by_id, row->applicant_id)) != NULL)
        g_ptr_array_add (person->scores, row);
    }
  for (guint i = 0; i < checks->len; i++)
    {
      const SzCheckRow *row = &g_array_index (checks, SzCheckRow, i);

      if ((person = find_person (by_id, row->applicant_id)) != NULL)
        person->check = row;
    }
  for (guint i = 0; i < decisions->len; i++)
    {
      const SzDecisionRow *row = &g_array_index (decisions, SzDecisionRow, i);

      if ((person = find_person (by_id, row->applicant_id)) != NULL)
        person->decision = row;
    }
  for (guint i = 0; i < hires->len; i++)
    {
      const SzHireRow *row = &g_array_index (hires, SzHireRow, i);
      SzRecruitPost *post = find_post_by_id (book, row->position_id);

      if ((person = find_person (by_id, row->applicant_id)) != NULL)
        person->hire = row;
      if (post != NULL)
        post->hired++;
    }
  take_objections (book, by_id);
  return TRUE;
}

static gboolean
read_book (SzRecruitBook *book, SzStore *store, GError **error)
{
  GArray *positions = read_list (book, store, sz_store_plan_positions, error);
  GArray *applicants
      = positions != NULL ? read_list (book, store, sz_store_plan_applicants, error) : NULL;
  g_autoptr (GArray) cheats = NULL;

  if (applicants == NULL
      || (book->judges = read_list (book, store, sz_store_plan_judges, error)) == NULL
      || (book->honours = read_list (book, store, sz_store_plan_honours, error)) == NULL
      || (book->relaxations = read_list (book, store, sz_store_plan_relaxations, error)) == NULL
      || (book->locks = read_list (book, store, sz_store_plan_locks, error)) == NULL
      || (book->objections = read_list (book, store, sz_store_plan_objections, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < positions->len; i++)
    if (!add_post (book, store, &g_array_index (positions, SzPositionRow, i), error))
      return FALSE;
  g_ptr_array_sort (book->posts, compare_posts_cb);
  for (guint i = 0; i < applicants->len; i++)
    add_person (book, &g_array_index (applicants, SzApplicantRow, i));
  g_ptr_array_sort (book->people, compare_people_cb);
  for (guint i = 0; i < book->people->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      if (person->post != NULL)
        g_ptr_array_add (person->post->people, person);
    }
  cheats = sz_store_cheats (store, book->plan.code, error);
  if (cheats == NULL || !join_rows (book, store, error))
    return FALSE;
  sz_recruit_work_out (book, cheats);
  return TRUE;
}

static gboolean
read_plan (SzRecruitBook *book, SzOffice *office, const char *plan, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  gboolean found = FALSE;

  book->plan.code = g_strdup (plan);
  if (params == NULL || !sz_store_plan_find (store, &book->plan, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "plan.unknown", "plan", plan, NULL);
  book->rules = sz_recruit_rules (params,
                                  book->plan.cutoff != SZ_DATE_NONE ? book->plan.cutoff
                                                                    : sz_office_today (office),
                                  error);
  return book->rules != NULL && read_book (book, store, error);
}

SzRecruitBook *
sz_recruit_book_load (SzOffice *office, const char *plan, GError **error)
{
  g_autoptr (SzRecruitBook) book = NULL;
  SzStore *store;
  gboolean read;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && plan != NULL, NULL);
  store = sz_office_get_store (office);
  book = g_new0 (SzRecruitBook, 1);
  book->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  book->posts = g_ptr_array_new_with_free_func (free_post_cb);
  book->people = g_ptr_array_new_with_free_func (free_person_cb);
  if (!sz_store_begin_read (store, error))
    return NULL;
  read = read_plan (book, office, plan, error);
  sz_store_end_read (store);
  return read ? g_steal_pointer (&book) : NULL;
}

SzRecruitPost *
sz_recruit_book_post (const SzRecruitBook *book, const char *code)
{
  g_return_val_if_fail (book != NULL && code != NULL, NULL);
  for (guint i = 0; i < book->posts->len; i++)
    {
      SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      if (strcmp (post->row->code, code) == 0)
        return post;
    }
  return NULL;
}

SzRecruitPost *
sz_recruit_book_need_post (const SzRecruitBook *book, const char *code, GError **error)
{
  SzRecruitPost *post;

  g_return_val_if_fail (book != NULL && code != NULL, NULL);
  post = sz_recruit_book_post (book, code);
  if (post == NULL)
    sz_error_set (error, SZ_ERROR_REFUSED, "position.unknown", "plan", book->plan.code, "post",
                  code, NULL);
  return post;
}

SzRecruitPerson *
sz_recruit_book_need_person (const SzRecruitBook *book,
                             const char *post,
                             const char *ticket,
                             GError **error)
{
  g_return_val_if_fail (book != NULL && ticket != NULL, NULL);
  for (guint i = 0; i < book->people->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      if (strcmp (person->row->ticket, ticket) == 0
          && (post == NULL || strcmp (person->row->post, post) == 0))
        return person;
    }
  sz_error_set (error, SZ_ERROR_REFUSED, "applicant.unknown", "plan", book->plan.code, "ticket",
                ticket, NULL);
  return NULL;
}

gboolean
sz_recruit_post_locked (const SzRecruitBook *book, const SzRecruitPost *post, const char *component)
{
  g_return_val_if_fail (book != NULL && post != NULL && component != NULL, FALSE);
  for (guint i = 0; i < book->locks->len; i++)
    {
      const SzScoreLockRow *lock = &g_array_index (book->locks, SzScoreLockRow, i);

      if (lock->position_id == post->row->id
          && (*lock->component == '\0' || strcmp (lock->component, component) == 0))
        return TRUE;
    }
  return FALSE;
}

guint
sz_recruit_judges (const SzRecruitBook *book, const SzRecruitPost *post)
{
  guint own = 0;
  guint general = 0;

  g_return_val_if_fail (book != NULL && post != NULL, 0);
  for (guint i = 0; i < book->judges->len; i++)
    {
      const SzJudgeRow *judge = &g_array_index (book->judges, SzJudgeRow, i);

      if (strcmp (judge->post, post->row->code) == 0)
        own = MAX (own, (guint)judge->number);
      else if (*judge->post == '\0')
        general = MAX (general, (guint)judge->number);
    }
  own = own > 0 ? own : general;
  return own > 0 ? MIN (own, SZ_JUDGES_MAX) : (guint)book->rules->judges_min;
}

gboolean
sz_recruit_post_notice (const SzRecruitPost *post, SzRecruitNotice *notice)
{
  const SzCaseStep *step = NULL;

  g_return_val_if_fail (post != NULL && notice != NULL, FALSE);
  if (strcmp (post->state, "announced") == 0)
    step = sz_recruit_last_step (post->file, "announce");
  else if (strcmp (post->state, "publicity") == 0)
    step = sz_recruit_last_step (post->file, "publish");
  return step != NULL && sz_recruit_notice (step, notice);
}

gboolean
sz_recruit_person_notice (const SzRecruitPerson *person, SzRecruitNotice *notice)
{
  g_return_val_if_fail (person != NULL && notice != NULL, FALSE);
  return person->post != NULL
         && sz_recruit_published (person->post->file, person->row->id, notice) > 0;
}

SzDate
sz_recruit_post_since (const SzRecruitPost *post)
{
  g_return_val_if_fail (post != NULL, SZ_DATE_NONE);
  return ((const SzCaseFile *)post->file)->head.since;
}

GArray *
sz_recruit_post_notices (const SzRecruitPost *post)
{
  GArray *notices = g_array_new (FALSE, FALSE, sizeof (SzPostNotice));
  const SzCaseStep *steps;
  guint n = 0;

  g_return_val_if_fail (post != NULL, notices);
  steps = sz_case_file_steps (post->file, &n);
  for (guint i = 0; i < n; i++)
    {
      SzPostNotice one = { .announced = strcmp (steps[i].verb, "announce") == 0 };

      if (sz_case_counts (&sz_case_recruit_post, steps, n, i)
          && sz_recruit_notice (&steps[i], &one.notice))
        g_array_append_val (notices, one);
    }
  return notices;
}
