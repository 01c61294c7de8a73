/* sz-kinds-transfers.c — kind transfers 科技成果转化: contributors of projects (RULE pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-kinds-college.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-import-cell.h"
#include "sz-params.h"
#include "sz-row-type.h"
#include "sz-rules-year.h"
#include "sz-store-total.h"

static const SzImportField transfers[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzTransferRow, year), .required = TRUE, .example = "2025" },
  { "项目", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTransferRow, project), .required = TRUE,
    .example = "快换夹具" },
  { "登记号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTransferRow, registration_no), .required = TRUE,
    .example = "2025370001", .note = N_ ("Of the technology contract") },
  { "净收入", SZ_FIELD_SIGNED_MONEY, SZ_FIELD_AT (SzTransferRow, net_fen), .required = TRUE,
    .example = "600000.00" },
  { "奖励比例", SZ_FIELD_RATIO, SZ_FIELD_AT (SzTransferRow, ratio_x1e4), .required = TRUE,
    .example = "0.7000" },
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzTransferRow, person_id), .required = TRUE,
    .example = "1001" },
  { "贡献比例", SZ_FIELD_RATIO, SZ_FIELD_AT (SzTransferRow, share_x1e4), .required = TRUE,
    .example = "0.6000", .note = N_ ("Of the award; those of a project add up to 1") },
  { "主要贡献人", SZ_FIELD_CODE, SZ_FIELD_AT (SzTransferRow, is_main), .table = SZ_TABLE_YES_NO,
    .example = "是", .note = N_ ("They get at least half") },
  { "种类", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTransferRow, category), .example = "转让",
    .note = N_ ("转让, 许可, 作价投资, 开发, 咨询 or 服务") },
  { "合同额", SZ_FIELD_MONEY, SZ_FIELD_AT (SzTransferRow, contract_fen), .example = "800000.00" },
  { "成本", SZ_FIELD_MONEY, SZ_FIELD_AT (SzTransferRow, cost_fen), .example = "200000.00" },
  { "到账日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzTransferRow, received_on), .example = "2025-11-20" },
  { "发放日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzTransferRow, paid_on), .example = "2025-12-15",
    .note = N_ ("From then on it is taxed income") },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三",
    .note = N_ ("Only compared with the register") },
};

/* What the rows of one project say together. */
typedef struct
{
  int year;
  char *project;
  char *registration_no;
  SzMoney net_fen;
  gint64 ratio_x1e4;
  char *category; /* "" unsaid in the first row, as the next ones */
  SzMoney contract_fen;
  SzMoney cost_fen;
  SzDate received_on;
  SzDate paid_on;
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
  g_free (project->category);
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
  return TRUE;
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
  project->category = g_strdup (row->category != NULL ? row->category : "");
  project->contract_fen = row->contract_fen;
  project->cost_fen = row->cost_fen;
  project->received_on = row->received_on;
  project->paid_on = row->paid_on;
  project->row = run->row->number;
  project->parts = g_array_new (FALSE, TRUE, sizeof (SzTransferPart));
  project->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_insert (run->state, g_steal_pointer (&key), project);
  return project;
}

static void
add_part (SzImportRun *run, Project *project, const SzTransferRow *row)
{
  SzTransferPart part = { sz_import_person_by_id (run, row->person_id)->staff_no, row->share_x1e4,
                          row->is_main, 0 };

  g_array_append_val (project->parts, part);
  g_hash_table_add (project->people, g_memdup2 (&row->person_id, sizeof row->person_id));
}

/* What a row leaves out differs from nothing. */
static gboolean
differ_days (SzDate one, SzDate other)
{
  return one != SZ_DATE_NONE && other != SZ_DATE_NONE && one != other;
}

static gboolean
differ_sums (SzMoney one, SzMoney other)
{
  return one != 0 && other != 0 && one != other;
}

/* −1: the row says of its project what the others say; else the field that differs. */
static int
compare_project (SzImportRun *run, const Project *project, const SzTransferRow *row)
{
  if (g_strcmp0 (project->registration_no, row->registration_no) != 0)
    return SZ_IMPORT_FIELD (run, SzTransferRow, registration_no);
  if (project->net_fen != row->net_fen)
    return SZ_IMPORT_FIELD (run, SzTransferRow, net_fen);
  if (project->ratio_x1e4 != row->ratio_x1e4)
    return SZ_IMPORT_FIELD (run, SzTransferRow, ratio_x1e4);
  if (row->category != NULL && *row->category != '\0' && *project->category != '\0'
      && strcmp (project->category, row->category) != 0)
    return SZ_IMPORT_FIELD (run, SzTransferRow, category);
  if (differ_sums (project->contract_fen, row->contract_fen))
    return SZ_IMPORT_FIELD (run, SzTransferRow, contract_fen);
  if (differ_sums (project->cost_fen, row->cost_fen))
    return SZ_IMPORT_FIELD (run, SzTransferRow, cost_fen);
  if (differ_days (project->received_on, row->received_on))
    return SZ_IMPORT_FIELD (run, SzTransferRow, received_on);
  return differ_days (project->paid_on, row->paid_on)
             ? SZ_IMPORT_FIELD (run, SzTransferRow, paid_on)
             : -1;
}

static void
check_category (SzImportRun *run, const SzTransferRow *row)
{
  static const char *const known[] = { "转让", "许可", "作价投资", "开发", "咨询", "服务", NULL };

  if (row->category == NULL || *row->category == '\0' || g_strv_contains (known, row->category))
    return;
  sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown",
                  SZ_IMPORT_FIELD (run, SzTransferRow, category), row->category, "choices",
                  "转让、许可、作价投资、开发、咨询、服务", NULL);
}

static gboolean
check_transfer (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTransferRow *row = data;
  Project *project = find_project (run, row);
  int field = compare_project (run, project, row);
  g_autofree char *where = sz_import_dup_where (project->row);

  check_category (run, row);
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
      int field = compare_project (run, project, row);
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
choose_field (SzImportRun *run, const char *code)
{
  static const struct
  {
    const char *code;
    gsize offset;
  } fields[] = {
    { "transfer.registration_missing", G_STRUCT_OFFSET (SzTransferRow, registration_no) },
    { "transfer.ratio_out_of_range", G_STRUCT_OFFSET (SzTransferRow, ratio_x1e4) },
    { "transfer.main_share_low", G_STRUCT_OFFSET (SzTransferRow, is_main) },
    { "transfer.main_missing", G_STRUCT_OFFSET (SzTransferRow, is_main) },
    { "transfer.loss", G_STRUCT_OFFSET (SzTransferRow, net_fen) },
    { "transfer.shares_sum", G_STRUCT_OFFSET (SzTransferRow, share_x1e4) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].code, code))
      return (int)sz_import_kind_at (run->kind, fields[i].offset);
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
                         choose_field (run, issue->code), issue->value, issue->args);
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

static const SzImportHooks hooks = {
  .begin = begin_transfers,
  .end = end_transfers,
  .check_row = check_transfer,
  .after_all = finish_transfers,
};

const SzImportKind sz_import_kind_transfers = {
  "transfers",     "科技成果转化", SZ_IMPORT_FIELDS (transfers), .type = &sz_transfer_type,
  .hooks = &hooks,
};
