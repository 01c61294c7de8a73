/* sz-pay-split-act.c — the sheets of departments read back 二次分配
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-split-act.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-pay-split-sheet.h"
#include "sz-source-hash.h"
#include "sz-store-pay-overlay.h"
#include "sz-store-people.h"

static void
part_cleared_cb (gpointer data)
{
  g_free (((SzSplitPart *)data)->name);
}

void
sz_split_done_free (SzSplitDone *done)
{
  if (done == NULL)
    return;
  g_free (done->department);
  g_array_unref (done->parts);
  g_free (done);
}

/* One sheet on its way. */
typedef struct
{
  const SzSplitRequest *request;
  SzIssueList *issues;
  SzPayRunFile run;
  GArray *columns; /* of SzSplitColumn */
  SzSplitSheet *sheet;
  guint department;
  SzSplitDone *done;
} Job;

static void
clear_job (Job *job)
{
  sz_pay_run_file_clear (&job->run);
  g_clear_pointer (&job->columns, g_array_unref);
  g_clear_pointer (&job->sheet, sz_split_sheet_free);
  g_clear_pointer (&job->done, sz_split_done_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/* What was typed has no file. */
static char *
dup_file (const SzSplitRequest *request)
{
  return request->path != NULL ? g_path_get_basename (request->path) : g_strdup ("");
}

static gboolean
refuse_sheet (const Job *job, GError **error)
{
  g_autofree char *count = g_strdup_printf ("%u", sz_issue_list_errors (job->issues));
  g_autofree char *file = dup_file (job->request);

  return sz_error_set (error, SZ_ERROR_FORMAT, "split.faulty", "file", file, "count", count, NULL);
}

/* RULE pay-8: whose sheet it is, and whether it is the one that was sent out; either ends it. */
static gboolean
find_department (Job *job)
{
  const char *name
      = job->request->department != NULL ? job->request->department : job->sheet->department;
  int found = name != NULL ? sz_pay_find_department (&job->run.frozen->result, name) : -1;
  g_autofree char *token = NULL;

  if (found < 0)
    {
      sz_issue_list_add (job->issues, SZ_SEVERITY_ERROR, "split.department_unknown", 0, NULL, name,
                         NULL);
      return FALSE;
    }
  job->department = (guint)found;
  token = sz_split_dup_token (&job->run, job->department, job->columns);
  if (job->sheet->token != NULL && *job->sheet->token != '\0'
      && strcmp (job->sheet->token, token) != 0)
    {
      sz_issue_list_add (job->issues, SZ_SEVERITY_ERROR, "split.stale", 0, NULL, job->sheet->token,
                         NULL);
      return FALSE;
    }
  return TRUE;
}

/* 工号 of somebody in the register, and 姓名 beside it. */
static gboolean
check_names (Job *job, SzStore *store, GError **error)
{
  for (guint i = 0; i < job->sheet->rows->len; i++)
    {
      SzSplitRow *row = &g_array_index (job->sheet->rows, SzSplitRow, i);
      const char *name = g_ptr_array_index (job->sheet->names, i);
      int line = sz_pay_frozen_find_line (job->run.frozen, row->staff_no);
      const char *known = NULL;

      row->known = line >= 0;
      if (line >= 0)
        known = job->run.frozen->input.people[job->run.frozen->result.lines[line].index].name;
      else
        {
          g_autoptr (GError) fault = NULL;
          g_autoptr (SzPersonFile) person
              = sz_store_person_by_staff_no (store, row->staff_no, &fault);

          row->known = person != NULL;
          if (fault != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&fault));
              return FALSE;
            }
        }
      if (known != NULL && *name != '\0' && strcmp (known, name) != 0)
        sz_issue_list_add (job->issues, SZ_SEVERITY_WARNING, "name.mismatch", row->row, "姓名",
                           name, "staff_no", row->staff_no, "name", known, NULL);
    }
  return TRUE;
}

/* How many have another amount than in the central split. */
static guint
count_changed (const Job *job, const GArray *own)
{
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < own->len; i++)
    {
      const SzPayOwn *amount = &g_array_index (own, SzPayOwn, i);

      if (job->run.frozen->result.lines[amount->line].shares[amount->part].central_fen
          != amount->amount_fen)
        g_hash_table_add (people, GUINT_TO_POINTER (amount->line + 1));
    }
  return g_hash_table_size (people);
}

static void
fill_done (Job *job, const GArray *own, const SzSplitSum *sums)
{
  SzSplitDone *done = g_new0 (SzSplitDone, 1);

  done->run = job->request->run;
  done->department = g_strdup (job->run.frozen->result.departments[job->department].name);
  done->parts = g_array_new (FALSE, TRUE, sizeof (SzSplitPart));
  g_array_set_clear_func (done->parts, part_cleared_cb);
  for (guint i = 0; i < job->columns->len; i++)
    {
      SzSplitPart part = { g_strdup (g_array_index (job->columns, SzSplitColumn, i).name),
                           sums[i].pool_fen, sums[i].sum_fen };

      g_array_append_val (done->parts, part);
    }
  done->people = sz_split_count_members (&job->run, job->department);
  done->changed = count_changed (job, own);
  job->done = done;
}

static gboolean
put_split (Job *job, SzAct *act, const GArray *own, GError **error)
{
  g_auto (SzPaySplit) split = { .run_id = job->request->run };
  gboolean found = FALSE;
  SzPutResult result;

  split.department = g_strdup (job->done->department);
  if (!sz_store_pay_split_find (sz_act_get_store (act), &split, &found, error))
    return FALSE;
  g_free (split.amounts);
  g_free (split.who);
  g_free (split.at);
  g_free (split.file);
  split.amounts
      = sz_pay_own_write (job->run.frozen, (const SzPayOwn *)(gpointer)own->data, own->len);
  split.changed = job->done->changed;
  split.who = g_strdup (sz_act_get_who (act));
  split.at = g_strdup (sz_act_get_at (act));
  split.file = dup_file (job->request);
  return sz_store_pay_split_put (act, &split, SZ_PUT_UPDATE, &result, error);
}

static gboolean
judge_sheet (Job *job, SzStore *store, GArray *own, SzSplitSum *sums, GError **error)
{
  SzSplitBook book = { .result = &job->run.frozen->result,
                       .input = &job->run.frozen->input,
                       .n_fixed = job->run.frozen->n_fixed,
                       .n_parts = job->run.frozen->n_components,
                       .columns = (const SzSplitColumn *)(gpointer)job->columns->data,
                       .n_columns = job->columns->len };

  if (sz_issue_list_errors (job->issues) > 0 || !find_department (job))
    return refuse_sheet (job, error);
  if (!check_names (job, store, error))
    return FALSE;
  book.department = job->department;
  return sz_pay_split_judge (&book, (const SzSplitRow *)(gpointer)job->sheet->rows->data,
                             job->sheet->rows->len, job->issues, sums, own)
         || refuse_sheet (job, error);
}

static gboolean
take_split (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  const SzCaseAsk ask = { .verb = "split" };
  g_autofree char *file = dup_file (job->request);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));
  g_autofree SzSplitSum *sums = NULL;
  json_auto_t *detail = NULL;

  if (!sz_pay_run_open (store, job->request->run, SZ_PAY_RUN_PLAIN | SZ_PAY_RUN_LEVELS, &job->run,
                        error)
      || !sz_pay_run_judge (&job->run, &ask, error))
    return FALSE;
  job->columns = sz_split_columns (&job->run);
  sz_issue_list_set_place (job->issues, file, NULL);
  if (job->request->typed != NULL)
    job->sheet = sz_split_sheet_type (job->request->typed, job->request->department);
  else
    job->sheet = sz_split_sheet_read (job->request->path, job->request->sheet,
                                      (const SzSplitColumn *)(gpointer)job->columns->data,
                                      job->columns->len, job->issues, error);
  if (job->sheet == NULL)
    return FALSE;
  sums = g_new0 (SzSplitSum, job->columns->len + 1);
  if (!judge_sheet (job, store, own, sums, error))
    return FALSE;
  /* Typed anew by the department: it was taken, but nothing says of which run it is. */
  if (job->sheet->token == NULL || *job->sheet->token == '\0')
    sz_issue_list_add (job->issues, SZ_SEVERITY_WARNING, "split.no_token", 0, NULL, NULL, NULL);
  fill_done (job, own, sums);
  detail = json_pack ("{s:s, s:s, s:i}", "department", job->done->department, "file", file,
                      "changed", (int)job->done->changed);
  json_object_update (summary, detail);
  return put_split (job, act, own, error)
         && sz_pay_run_step (act, summary, &job->run, &ask, detail, error)
         && sz_pay_run_refresh (act, &job->run, error);
}

SzSplitDone *
sz_office_pay_split (SzOffice *office,
                     const SzSplitRequest *request,
                     SzIssueList *issues,
                     GError **error)
{
  g_auto (Job) job = { .request = request, .issues = issues };
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && request != NULL && issues != NULL, NULL);
  g_return_val_if_fail (request->path != NULL || request->typed != NULL, NULL);
  hash = request->path != NULL ? sz_source_hash (request->path, NULL, NULL) : NULL;
  if (!sz_office_run (office,
                      &(SzActHead){ .kind = "pay.split",
                                    .source = request->path,
                                    .source_hash = hash,
                                    .issues = issues },
                      take_split, &job, NULL, error))
    return NULL;
  return g_steal_pointer (&job.done);
}

/* The central split stands again. */
typedef struct
{
  gint64 run;
  const char *department;
} Withdrawal;

static gboolean
withdraw_split (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Withdrawal *job = user_data;
  const SzCaseAsk ask = { .verb = "withdraw" };
  g_auto (SzPayRunFile) run = { 0 };
  g_auto (SzPaySplit) split = { .run_id = job->run };
  gboolean found = FALSE;
  json_auto_t *detail = json_pack ("{s:s}", "department", job->department);

  if (!sz_pay_run_open (sz_act_get_store (act), job->run, SZ_PAY_RUN_PLAIN | SZ_PAY_RUN_LEVELS,
                        &run, error)
      || !sz_pay_run_judge (&run, &ask, error))
    return FALSE;
  split.department = g_strdup (job->department);
  if (!sz_store_pay_split_find (sz_act_get_store (act), &split, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "split.none", "department", job->department,
                         NULL);
  json_object_update (summary, detail);
  return sz_store_pay_split_delete (act, split.id, split.row_version, error)
         && sz_pay_run_step (act, summary, &run, &ask, detail, error)
         && sz_pay_run_refresh (act, &run, error);
}

gboolean
sz_office_pay_withdraw (SzOffice *office, gint64 run, const char *department, GError **error)
{
  Withdrawal job = { run, department };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && department != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "pay.withdraw" }, withdraw_split, &job, NULL,
                        error);
}

static void
face_cleared_cb (gpointer data)
{
  SzSplitFace *face = data;

  g_free (face->name);
  g_free (face->pools_fen);
  g_free (face->who);
  g_free (face->at);
  g_free (face->file);
}

void
sz_split_view_free (SzSplitView *view)
{
  if (view == NULL)
    return;
  g_ptr_array_unref (view->components);
  g_array_unref (view->departments);
  g_free (view);
}

static const SzPaySplit *
find_split (const GArray *splits, const char *department)
{
  for (guint i = 0; i < splits->len; i++)
    if (strcmp (g_array_index (splits, SzPaySplit, i).department, department) == 0)
      return &g_array_index (splits, SzPaySplit, i);
  return NULL;
}

/* What somebody has more than in the central split: as much as the others have less. */
static SzMoney
sum_moved (const SzPayRunFile *run, const char *department, const GArray *columns)
{
  const SzPayResult *result = &run->frozen->result;
  SzMoney moved_fen = 0;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      if (strcmp (result->lines[i].department, department) != 0)
        continue;
      for (guint j = 0; j < columns->len; j++)
        {
          const SzPayShare *share
              = &result->lines[i].shares[g_array_index (columns, SzSplitColumn, j).part];

          if (share->admitted)
            moved_fen += MAX (share->amount_fen - share->central_fen, 0);
        }
    }
  return moved_fen;
}

static SzSplitFace
make_face (const SzPayRunFile *run, guint department, const GArray *columns, const GArray *splits)
{
  const SzPayDepartmentSum *sum = &run->frozen->result.departments[department];
  const SzPaySplit *split = find_split (splits, sum->name);
  SzSplitFace face = { .name = g_strdup (sum->name), .state = "none" };

  face.pools_fen = g_new0 (SzMoney, columns->len + 1);
  face.people = sz_split_count_members (run, department);
  for (guint i = 0; i < columns->len; i++)
    {
      guint part = g_array_index (columns, SzSplitColumn, i).part;

      face.pools_fen[i] = sum->pools_fen != NULL ? sum->pools_fen[part] : -1;
      if (face.pools_fen[i] > 0)
        face.state = "default";
      face.pool_fen += MAX (face.pools_fen[i], 0);
    }
  if (split != NULL)
    {
      face.state = "own";
      face.moved_fen = sum_moved (run, sum->name, columns);
      face.changed = (guint)split->changed;
      face.who = g_strdup (split->who);
      face.at = g_strdup (split->at);
      face.file = g_strdup (split->file);
    }
  return face;
}

static gboolean
fill_view (SzSplitView *view, SzStore *store, GError **error)
{
  g_auto (SzPayRunFile) run = { 0 };
  g_autoptr (GArray) splits = NULL;
  g_autoptr (GArray) columns = NULL;

  if (!sz_pay_run_open (store, view->run, SZ_PAY_RUN_PLAIN | SZ_PAY_RUN_LEVELS, &run, error))
    return FALSE;
  splits = sz_store_pay_splits_of (store, view->run, error);
  if (splits == NULL)
    return FALSE;
  columns = sz_split_columns (&run);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (view->components, g_strdup (g_array_index (columns, SzSplitColumn, i).name));
  for (gsize i = 0; i < run.frozen->result.n_departments; i++)
    {
      SzSplitFace face = make_face (&run, (guint)i, columns, splits);

      view->answered += strcmp (face.state, "own") == 0 ? 1 : 0;
      view->silent += strcmp (face.state, "default") == 0 ? 1 : 0;
      g_array_append_val (view->departments, face);
    }
  return TRUE;
}

SzSplitView *
sz_view_pay_splits (SzOffice *office, gint64 run, GError **error)
{
  g_autoptr (SzSplitView) view = NULL;
  SzStore *store;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  view = g_new0 (SzSplitView, 1);
  view->run = run;
  view->components = g_ptr_array_new_with_free_func (g_free);
  view->departments = g_array_new (FALSE, TRUE, sizeof (SzSplitFace));
  g_array_set_clear_func (view->departments, face_cleared_cb);
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_view (view, store, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&view) : NULL;
}

static void
person_cleared_cb (gpointer data)
{
  SzSplitPerson *person = data;

  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->central_fen);
  g_free (person->own_fen);
}

void
sz_split_people_free (SzSplitPeople *people)
{
  if (people == NULL)
    return;
  g_free (people->department);
  g_free (people->token);
  g_ptr_array_unref (people->components);
  g_free (people->pools_fen);
  g_array_unref (people->people);
  g_free (people);
}

static void
add_person (SzSplitPeople *people, const SzPayRunFile *run, gsize index, const GArray *columns)
{
  const SzPayLine *line = &run->frozen->result.lines[index];
  const SzPayPerson *from = &run->frozen->input.people[line->index];
  SzSplitPerson person = { g_strdup (from->staff_no), g_strdup (from->name),
                           g_new0 (SzMoney, columns->len + 1), g_new0 (SzMoney, columns->len + 1) };

  for (guint i = 0; i < columns->len; i++)
    {
      const SzPayShare *share = &line->shares[g_array_index (columns, SzSplitColumn, i).part];
      const gboolean admitted = share->admitted && people->pools_fen[i] >= 0;

      person.central_fen[i] = admitted ? share->central_fen : -1;
      person.own_fen[i] = admitted ? share->amount_fen : -1;
    }
  g_array_append_val (people->people, person);
}

static gboolean
fill_split_people (SzSplitPeople *people, SzStore *store, GError **error)
{
  g_auto (SzPayRunFile) run = { 0 };
  g_autoptr (GArray) columns = NULL;
  const SzPayResult *result;
  int place;

  if (!sz_pay_run_open (store, people->run, SZ_PAY_RUN_PLAIN | SZ_PAY_RUN_LEVELS, &run, error))
    return FALSE;
  result = &run.frozen->result;
  place = sz_pay_find_department (result, people->department);
  if (place < 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "split.department_unknown", "value",
                         people->department, NULL);
  columns = sz_split_columns (&run);
  people->token = sz_split_dup_token (&run, (guint)place, columns);
  people->pools_fen = g_new0 (SzMoney, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    {
      const SzMoney *pools_fen = result->departments[place].pools_fen;

      g_ptr_array_add (people->components,
                       g_strdup (g_array_index (columns, SzSplitColumn, i).name));
      people->pools_fen[i]
          = pools_fen != NULL ? pools_fen[g_array_index (columns, SzSplitColumn, i).part] : -1;
    }
  for (gsize i = 0; i < result->n_lines; i++)
    if (strcmp (result->lines[i].department, people->department) == 0
        && sz_pay_is_member (result, &result->lines[i], run.frozen->n_components))
      add_person (people, &run, i, columns);
  return TRUE;
}

SzSplitPeople *
sz_view_pay_split_people (SzOffice *office, gint64 run, const char *department, GError **error)
{
  g_autoptr (SzSplitPeople) people = NULL;
  SzStore *store;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && department != NULL, NULL);
  store = sz_office_get_store (office);
  people = g_new0 (SzSplitPeople, 1);
  people->run = run;
  people->department = g_strdup (department);
  people->components = g_ptr_array_new_with_free_func (g_free);
  people->people = g_array_new (FALSE, TRUE, sizeof (SzSplitPerson));
  g_array_set_clear_func (people->people, person_cleared_cb);
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_split_people (people, store, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&people) : NULL;
}
