/* sz-import-transfers.c — kind transfers 科技成果转化: contributors of projects (RULE pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-import-cell.h"
#include "sz-import-handlers-private.h"
#include "sz-import-run.h"
#include "sz-import-rows-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-store-total.h"

SZ_IMPORT_ROWS (SzTransferRow, sz_store_transfer)

/* In the order of the fields in sz-import-kind.c. */
enum
{
  TRANSFER_YEAR,
  TRANSFER_PROJECT,
  TRANSFER_REGISTRATION,
  TRANSFER_NET,
  TRANSFER_RATIO,
  TRANSFER_STAFF_NO,
  TRANSFER_SHARE,
  TRANSFER_MAIN,
};

/* What the rows of one project say together. */
typedef struct
{
  int year;
  char *project;
  char *registration_no;
  SzMoney net_fen;
  gint64 ratio_x1e4;
  guint row;     /* the first of them */
  GArray *parts; /* of SzTransferPart, staff numbers borrowed from the names */
  GHashTable *people;
} Project;

static void
project_freed_cb (gpointer data)
{
  Project *project = data;

  g_free (project->project);
  g_free (project->registration_no);
  g_array_unref (project->parts);
  g_hash_table_unref (project->people);
  g_free (project);
}

static void
end_transfers (SzImportRun *run)
{
  g_clear_pointer ((GHashTable **)&run->state, g_hash_table_unref);
}

static gboolean
begin_transfers (SzImportRun *run, GError **error)
{
  end_transfers (run);
  run->state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, project_freed_cb);
  return sz_import_rows_begin (run, error);
}

static gboolean
parse_transfer (SzImportRun *run, gpointer data)
{
  SzTransferRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, TRANSFER_YEAR, &row->year);
  good &= sz_import_read_text (run, TRANSFER_PROJECT, &row->project);
  good &= sz_import_read_text (run, TRANSFER_REGISTRATION, &row->registration_no);
  good &= sz_import_read_signed_money (run, TRANSFER_NET, &row->net_fen);
  good &= sz_import_read_share (run, TRANSFER_RATIO, &row->ratio_x1e4);
  good &= sz_import_read_person (run, TRANSFER_STAFF_NO, -1, &row->person_id);
  good &= sz_import_read_share (run, TRANSFER_SHARE, &row->share_x1e4);
  good &= sz_import_read_value (run, TRANSFER_MAIN, &row->is_main);
  return good;
}

static char *
make_transfer_key (gconstpointer data)
{
  const SzTransferRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%s", row->person_id, row->year,
                          row->project);
}

static Project *
find_project (SzImportRun *run, const SzTransferRow *row)
{
  g_autofree char *key = g_strdup_printf ("%d\x1f%s", row->year, row->project);
  Project *project = g_hash_table_lookup (run->state, key);

  if (project != NULL)
    return project;
  project = g_new0 (Project, 1);
  project->year = row->year;
  project->project = g_strdup (row->project);
  project->registration_no = g_strdup (row->registration_no);
  project->net_fen = row->net_fen;
  project->ratio_x1e4 = row->ratio_x1e4;
  project->row = run->row->number;
  project->parts = g_array_new (FALSE, TRUE, sizeof (SzTransferPart));
  project->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (run->state, g_steal_pointer (&key), project);
  return project;
}

static const char *
find_staff_no (SzImportRun *run, gint64 person_id)
{
  for (gsize i = 0; i < run->names->n_people; i++)
    if (run->names->people[i].id == person_id)
      return run->names->people[i].staff_no;
  return "";
}

static void
add_part (SzImportRun *run, Project *project, const SzTransferRow *row)
{
  SzTransferPart part = { find_staff_no (run, row->person_id), row->share_x1e4, row->is_main, 0 };

  g_array_append_val (project->parts, part);
  g_hash_table_add (project->people, g_memdup2 (&row->person_id, sizeof row->person_id));
}

/* −1: the row says of its project what the others say; else the field that differs. */
static int
compare_project (const Project *project, const SzTransferRow *row)
{
  if (g_strcmp0 (project->registration_no, row->registration_no) != 0)
    return TRANSFER_REGISTRATION;
  if (project->net_fen != row->net_fen)
    return TRANSFER_NET;
  return project->ratio_x1e4 != row->ratio_x1e4 ? TRANSFER_RATIO : -1;
}

static gboolean
check_transfer (SzImportRun *run, gpointer data, GError **error)
{
  const SzTransferRow *row = data;
  Project *project = find_project (run, row);
  int field = compare_project (project, row);
  g_autofree char *where = sz_import_dup_where (project->row);

  if (field >= 0)
    sz_import_find (run, SZ_SEVERITY_ERROR, "transfer.differs", field,
                    sz_import_get_cell (run, (guint)field)->text, "project", row->project, "where",
                    where, NULL);
  add_part (run, project, row);
  return TRUE;
}

/* Contributors who stand in the register already and not in this file. */
static gboolean
add_stored (SzImportRun *run, Project *project, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_transfer_list (run->store, SZ_ROWS_OF_YEAR (project->year), error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTransferRow *row = &g_array_index (rows, SzTransferRow, i);
      int field = compare_project (project, row);
      g_autofree char *where = sz_import_dup_where (0);
      g_autofree char *project_arg = g_strconcat ("project=", row->project, NULL);
      g_autofree char *where_arg = g_strconcat ("where=", where, NULL);
      char *args[] = { project_arg, where_arg, NULL };

      if (!g_str_equal (row->project, project->project)
          || g_hash_table_contains (project->people, &row->person_id))
        continue;
      if (field >= 0)
        sz_import_find_at (run, project->row, SZ_SEVERITY_ERROR, "transfer.differs", field, NULL,
                           args);
      add_part (run, project, row);
    }
  return rows != NULL;
}

static int
choose_field (const char *code)
{
  static const struct
  {
    const char *code;
    int field;
  } fields[] = {
    { "transfer.registration_missing", TRANSFER_REGISTRATION },
    { "transfer.ratio_out_of_range", TRANSFER_RATIO },
    { "transfer.main_share_low", TRANSFER_MAIN },
    { "transfer.main_missing", TRANSFER_MAIN },
    { "transfer.loss", TRANSFER_NET },
    { "transfer.shares_sum", TRANSFER_SHARE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].code, code))
      return fields[i].field;
  return -1;
}

/* RULE pay-3: judged by the parameters of the year's last day. */
static gboolean
judge_project (SzImportRun *run, const GArray *params, Project *project, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTransferRules rules;
  SzTransfer transfer = { .project = project->project,
                          .registration_no = project->registration_no,
                          .net_fen = project->net_fen,
                          .ratio_x1e4 = project->ratio_x1e4,
                          .parts = (SzTransferPart *)(gpointer)project->parts->data,
                          .n_parts = project->parts->len };

  if (!sz_rules_transfer (params, sz_date_make (project->year, 12, 31), &rules, error)
      || !sz_transfer_award (&rules, &transfer, issues, error))
    return FALSE;
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      sz_import_find_at (run, project->row, issue->severity, issue->code,
                         choose_field (issue->code), issue->value, issue->args);
    }
  return TRUE;
}

static gint
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const Project *one = a;
  const Project *other = b;

  return (one->row > other->row) - (one->row < other->row);
}

static gboolean
finish_transfers (SzImportRun *run, GError **error)
{
  g_autoptr (GList) projects = g_hash_table_get_values (run->state);
  g_autoptr (GArray) params = sz_params_gather (run->office, error);

  if (params == NULL)
    return FALSE;
  projects = g_list_sort (projects, compare_rows_cb);
  for (GList *l = projects; l != NULL; l = l->next)
    if (!add_stored (run, l->data, error) || !judge_project (run, params, l->data, error))
      return FALSE;
  return TRUE;
}

static const SzImportRows transfer_rows = {
  SZ_IMPORT_ROWS_OF (SzTransferRow, sz_store_transfer),
  .parse = parse_transfer,
  .key = make_transfer_key,
  .check = check_transfer,
};

const SzImportHandler sz_import_transfers_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES,
  .begin = begin_transfers,
  .check = sz_import_rows_check,
  .write = sz_import_rows_write,
  .finish = finish_transfers,
  .end = end_transfers,
  .rows = &transfer_rows,
};
