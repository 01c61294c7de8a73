/* sz-total-parts.c — awards and trainings of a year, read for the total (RULE pay-2, pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-total-parts.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-store-people.h"
#include "sz-store-total.h"
#include "sz-store-workload.h"

/* ---- awards ---- */

static gint
compare_transfers_cb (gconstpointer a, gconstpointer b)
{
  const SzTransferRow *one = a;
  const SzTransferRow *other = b;
  int order = strcmp (one->project, other->project);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

/* Staff numbers decide about equal remainders; the register knows them. */
static GHashTable *
list_staff_nos (const SzPersonNames *names)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < names->n_people; i++)
    g_hash_table_insert (by_id, &names->people[i].id, (gpointer)names->people[i].staff_no);
  return by_id;
}

static gboolean
award_one (const SzTransferRules *rules,
           const SzTransferRow *rows,
           guint n,
           GHashTable *staff_nos,
           SzIssueList *issues,
           SzMoney *sum_fen,
           GError **error)
{
  g_autofree SzTransferPart *parts = g_new0 (SzTransferPart, n);
  SzTransfer transfer = { .project = rows[0].project,
                          .registration_no = rows[0].registration_no,
                          .net_fen = rows[0].net_fen,
                          .ratio_x1e4 = rows[0].ratio_x1e4,
                          .parts = parts,
                          .n_parts = n };

  for (guint i = 0; i < n; i++)
    parts[i] = (SzTransferPart){ g_hash_table_lookup (staff_nos, &rows[i].person_id),
                                 rows[i].share_x1e4, rows[i].is_main, 0 };
  return sz_transfer_award (rules, &transfer, issues, error)
         && sz_money_add (*sum_fen, transfer.award_fen, sum_fen, error);
}

/* RULE pay-3 */
gboolean
sz_total_awards (SzStore *store,
                 int year,
                 const SzTransferRules *rules,
                 SzIssueList *issues,
                 SzTotalAwards *awards,
                 GError **error)
{
  g_autoptr (GArray) array = NULL;
  g_autoptr (SzPersonNames) names = NULL;
  g_autoptr (GHashTable) staff_nos = NULL;
  const SzTransferRow *rows;
  guint next;

  g_return_val_if_fail (store != NULL && rules != NULL && awards != NULL, FALSE);

  *awards = (SzTotalAwards){ 0 };
  array = sz_store_transfer_list (store, SZ_ROWS_OF_YEAR (year), error);
  if (array == NULL || array->len == 0)
    return array != NULL;
  names = sz_store_people_names (store, error);
  if (names == NULL)
    return FALSE;
  staff_nos = list_staff_nos (names);
  g_array_sort (array, compare_transfers_cb);
  rows = (const SzTransferRow *)(gpointer)array->data;
  for (guint i = 0; i < array->len; i = next)
    {
      for (next = i + 1; next < array->len; next++)
        if (!g_str_equal (rows[next].project, rows[i].project))
          break;
      if (!award_one (rules, &rows[i], next - i, staff_nos, issues, &awards->sum_fen, error))
        return FALSE;
      awards->n++;
    }
  return TRUE;
}

/* ---- trainings ---- */

static void
project_freed_cb (gpointer data)
{
  SzTotalProject *project = data;

  g_free (project->code);
  g_free (project->name);
  g_free (project->category);
}

static gint
compare_projects_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzTotalProject *)a)->code, ((const SzTotalProject *)b)->code);
}

static GArray *
list_incomes (SzStore *store, int year, SzIssueList *issues, GError **error)
{
  g_autoptr (GArray) rows = sz_store_training_income_list (store, SZ_ROWS_OF_YEAR (year), error);
  g_autoptr (GArray) projects = NULL;

  if (rows == NULL)
    return NULL;
  projects = g_array_new (FALSE, TRUE, sizeof (SzTotalProject));
  g_array_set_clear_func (projects, project_freed_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzTrainingIncome *row = &g_array_index (rows, SzTrainingIncome, i);
      SzTotalProject project = { .person_times = row->person_times,
                                 .income_fen = row->income_fen,
                                 .cost_fen = row->cost_fen };
      g_autofree char *net = NULL;

      if (!sz_money_sub (row->income_fen, row->cost_fen, &project.net_fen, error))
        return NULL;
      project.code = g_strdup (row->project_code);
      project.name = g_strdup ("");
      project.category = g_strdup ("");
      g_array_append_val (projects, project);
      net = sz_money_format (project.net_fen);
      if (project.net_fen < 0)
        sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "training.project_loss", 0, NULL, net,
                           "project", row->project_code, "net", net, NULL);
    }
  g_array_sort (projects, compare_projects_cb);
  return g_steal_pointer (&projects);
}

static SzTotalProject *
find_project (GArray *projects, const char *code)
{
  for (guint i = 0; i < projects->len; i++)
    if (g_str_equal (g_array_index (projects, SzTotalProject, i).code, code))
      return &g_array_index (projects, SzTotalProject, i);
  return NULL;
}

typedef struct
{
  GArray *projects;
  GHashTable *sessions;
  gint64 person_hours_x100;
} Reading;

/* What was taught in a project: its name, its classes, the hours of its lecturers. */
static gboolean
read_training_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingRow *row = data;
  Reading *reading = user_data;
  SzTotalProject *project = find_project (reading->projects, row->project_code);
  const gboolean taught = row->role == SZ_TRAINING_LECTURER || row->role == SZ_TRAINING_INSTRUCTOR;
  gint64 person_hours_x100 = 0;

  /* RULE wrk-7 */
  if (taught
      && (!sz_decimal_div_round ((SzWide)row->students * row->hours_x100, 1, &person_hours_x100,
                                 error)
          || !sz_money_add (reading->person_hours_x100, person_hours_x100,
                            &reading->person_hours_x100, error)))
    return FALSE;
  if (project == NULL)
    return TRUE;
  if (project->name[0] == '\0')
    {
      g_free (project->name);
      g_free (project->category);
      project->name = g_strdup (row->project_name);
      project->category = g_strdup (row->category);
    }
  if (g_hash_table_add (reading->sessions,
                        g_strconcat (row->project_code, "\x1f", row->session, NULL)))
    project->sessions++;
  if (taught)
    project->hours_x100 += row->hours_x100;
  return TRUE;
}

static gboolean
read_trainings (
    SzStore *store, int year, GArray *projects, gint64 *person_hours_x100, GError **error)
{
  g_autoptr (GHashTable) sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { projects, sessions, 0 };

  if (!sz_store_training_each (store, SZ_ROWS_OF_YEAR (year), read_training_cb, &reading, error))
    return FALSE;
  *person_hours_x100 = reading.person_hours_x100;
  return TRUE;
}

/* RULE pay-2, num-6 */
static gboolean
share_out (GArray *projects, SzMoney available_fen, GError **error)
{
  g_autofree gint64 *weights = g_new0 (gint64, projects->len);
  g_autofree const char **keys = g_new0 (const char *, projects->len);
  g_autofree SzMoney *shares = g_new0 (SzMoney, projects->len);

  for (guint i = 0; i < projects->len; i++)
    {
      const SzTotalProject *project = &g_array_index (projects, SzTotalProject, i);

      weights[i] = MAX (project->net_fen, 0);
      keys[i] = project->code;
    }
  if (!sz_money_apportion (available_fen, "F21", weights, keys, projects->len, shares, NULL, error))
    return FALSE;
  for (guint i = 0; i < projects->len; i++)
    g_array_index (projects, SzTotalProject, i).available_fen = shares[i];
  return TRUE;
}

gboolean
sz_total_trainings (SzStore *store,
                    int year,
                    const SzTotalRules *rules,
                    SzIssueList *issues,
                    SzTotalTrainings *trainings,
                    GError **error)
{
  g_autoptr (GArray) projects = NULL;
  SzMoney net_fen;
  SzMoney available_fen;

  g_return_val_if_fail (store != NULL && rules != NULL && trainings != NULL, FALSE);

  *trainings = (SzTotalTrainings){ 0 };
  projects = list_incomes (store, year, issues, error);
  for (guint i = 0; projects != NULL && i < projects->len; i++)
    {
      const SzTotalProject *project = &g_array_index (projects, SzTotalProject, i);

      if (!sz_money_add (trainings->income_fen, project->income_fen, &trainings->income_fen, error)
          || !sz_money_add (trainings->cost_fen, project->cost_fen, &trainings->cost_fen, error))
        return FALSE;
    }
  if (projects == NULL
      || !read_trainings (store, year, projects, &trainings->person_hours_x100, error)
      || !sz_total_training (trainings->income_fen, trainings->cost_fen, rules->train_ratio_x1e4,
                             &net_fen, &available_fen, error)
      || !share_out (projects, available_fen, error))
    return FALSE;
  trainings->projects = g_steal_pointer (&projects);
  return TRUE;
}
