/* sz-form-f22.c — F22 科技成果转化现金奖励公示、发放表 (RULE pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-pay.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-payrun.h"
#include "sz-rules-year.h"
#include "sz-store-people.h"
#include "sz-store-total.h"
#include "sz-transfer.h"

typedef struct
{
  const char *project;
  const char *note;  /* below the project */
  gboolean is_first; /* of its project, whose cells it carries */
  gboolean has_contract;
  gboolean has_cost;
  const char *category;
  const char *registration_no;
  SzMoney contract_fen;
  SzMoney cost_fen;
  SzMoney net_fen;
  gint64 ratio_x1e4;
  SzDate received_on;
  SzDate paid_on;
  const char *staff_no;
  const char *name;
  const char *is_main;
  gint64 share_x1e4;
  SzMoney amount_fen;
  gboolean halves;
  SzMoney taxed_fen;
} Row;

#define OF_PROJECT .has = SZ_FORM_HAS (Row, is_first)
#define DOWN .down = TRUE /* one cell a project */

/* clang-format off */
static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, project, SZ_COL ("成果（项目）", TEXT, 20, DOWN), OF_PROJECT),
  SZ_FORM_COL_TEXT (Row, category, SZ_COL ("种类", TEXT, 8, DOWN), OF_PROJECT, .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, registration_no, SZ_COL ("合同登记号", TEXT, 16, DOWN), OF_PROJECT),
  SZ_FORM_COL_NUMBER (Row, contract_fen, SZ_COL ("合同额", AMOUNT, 13, DOWN, .decimals = 2),
                      .has = SZ_FORM_HAS (Row, has_contract), .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, cost_fen, SZ_COL ("成本", AMOUNT, 13, DOWN, .decimals = 2),
                      .has = SZ_FORM_HAS (Row, has_cost), .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, net_fen, SZ_COL ("净收入", AMOUNT, 13, DOWN, .decimals = 2), OF_PROJECT),
  SZ_FORM_COL_NUMBER (Row, ratio_x1e4, SZ_COL ("奖励比例", DECIMAL, 8, DOWN, .decimals = SZ_RATIO_DECIMALS), OF_PROJECT),
  SZ_FORM_COL_TEXT (Row, staff_no, SZ_COL ("工号", CODE, 8), .unless = SZ_FORM_NEEDS_NOTICE),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 9)),
  SZ_FORM_COL_TEXT (Row, is_main, SZ_COL ("主要贡献人", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, share_x1e4, SZ_COL ("贡献比例", DECIMAL, 8, .decimals = SZ_RATIO_DECIMALS)),
  SZ_FORM_COL_NUMBER (Row, taxed_fen, SZ_COL_AMOUNT ("计税额", 13), .has = SZ_FORM_HAS (Row, halves), .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, amount_fen, SZ_COL_AMOUNT ("金额", 13)),
  SZ_FORM_COL_DAY (Row, received_on, SZ_COL ("到账日期", DATE, 11, DOWN), OF_PROJECT, .absent = TRUE),
  SZ_FORM_COL_DAY (Row, paid_on, SZ_COL ("发放日期", DATE, 11, DOWN), OF_PROJECT, .absent = TRUE),
  SZ_FORM_COL_BLANK (SZ_COL ("领取人签字", TEXT, 11, .signs = TRUE), .unless = SZ_FORM_NEEDS_NOTICE),
  SZ_FORM_COL_END,
};
/* clang-format on */

/* While projects are laid out. */
typedef struct
{
  SzFormSheet *sheet;
  SzTransferRules rules;
  gboolean halves;
  GHashTable *people; /* person id → SzPersonName */
} Job;

/* Forms are in Chinese whatever the language of the program. */
static const char *
get_fault (const char *code)
{
  static const char *const faults[][2] = {
    { "transfer.registration_missing", "缺合同登记号" },
    { "transfer.ratio_out_of_range", "奖励比例超出规定范围" },
    { "transfer.main_share_low", "主要贡献人所得低于规定份额" },
    { "transfer.loss", "净收入不为正，奖励为 0" },
    { "transfer.shares_sum", "贡献比例合计不为 100%" },
    { "transfer.main_missing", "未标明主要贡献人" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (strcmp (faults[i][0], code) == 0)
      return faults[i][1];
  return code;
}

/* 奖励额, what the main contributors get of it, and what is against RULE pay-3. */
static const char *
make_note (Job *job, const SzTransfer *transfer, const SzIssueList *faults)
{
  g_autofree char *award = sz_money_format_grouped (transfer->award_fen);
  g_autofree char *main = sz_money_format_grouped (transfer->main_fen);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 share_x1e4 = 0;
  g_autofree char *share = NULL;

  if (transfer->award_fen > 0)
    sz_decimal_div_round ((SzWide)transfer->main_fen * SZ_RATIO_ONE, transfer->award_fen,
                          &share_x1e4, NULL);
  share = sz_decimal_format (share_x1e4, 2);
  g_string_printf (text, "奖励额 %s　其中主要贡献人 %s（占 %s%%）", award, main, share);
  for (guint i = 0; i < sz_issue_list_length (faults); i++)
    g_string_append_printf (text, "　注意：%s", get_fault (sz_issue_list_get (faults, i)->code));
  return sz_form_sheet_keep (job->sheet, text->str);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const SzTransferRow *one = a;
  const SzTransferRow *other = b;
  int order = strcmp (one->project, other->project);

  if (order == 0 && one->share_x1e4 != other->share_x1e4)
    return one->share_x1e4 > other->share_x1e4 ? -1 : 1;
  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static void
add_row (Job *job, const SzTransferRow *from, const SzTransferPart *part, const char *note)
{
  const SzPersonName *person = g_hash_table_lookup (job->people, &from->person_id);
  Row *row = sz_form_sheet_add (job->sheet);

  *row = (Row){ .project = from->project,
                .note = note,
                .category = from->category,
                .registration_no = from->registration_no,
                .contract_fen = from->contract_fen,
                .cost_fen = from->cost_fen,
                .net_fen = from->net_fen,
                .ratio_x1e4 = from->ratio_x1e4,
                .received_on = from->received_on,
                .paid_on = from->paid_on,
                .staff_no = part->staff_no,
                .name = person != NULL ? sz_form_sheet_keep (job->sheet, person->name) : NULL,
                .is_main = from->is_main ? "是" : "否",
                .share_x1e4 = from->share_x1e4,
                .amount_fen = part->amount_fen,
                .halves = job->halves,
                .taxed_fen = (part->amount_fen + 1) / 2 };
}

/* RULE pay-3: one project, contributors by share falling. */
static gboolean
add_project (Job *job, const SzTransferRow *rows, guint n, GError **error)
{
  g_autofree SzTransferPart *parts = g_new0 (SzTransferPart, n);
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  SzTransfer transfer = { .project = rows->project,
                          .registration_no = rows->registration_no,
                          .net_fen = rows->net_fen,
                          .ratio_x1e4 = rows->ratio_x1e4,
                          .parts = parts,
                          .n_parts = n };
  const char *note;

  for (guint i = 0; i < n; i++)
    {
      const SzPersonName *person = g_hash_table_lookup (job->people, &rows[i].person_id);

      parts[i].staff_no = person != NULL ? sz_form_sheet_keep (job->sheet, person->staff_no) : "";
      parts[i].share_x1e4 = rows[i].share_x1e4;
      parts[i].is_main = rows[i].is_main;
    }
  if (!sz_transfer_award (&job->rules, &transfer, faults, error))
    return FALSE;
  note = make_note (job, &transfer, faults);
  for (guint i = 0; i < n; i++)
    {
      Row *row;

      add_row (job, &rows[i], &parts[i], note);
      row = sz_form_sheet_row (job->sheet, sz_form_sheet_count (job->sheet) - 1);
      row->is_first = i == 0;
      row->has_contract = i == 0 && rows->contract_fen != 0;
      row->has_cost = i == 0 && rows->cost_fen != 0;
    }
  return TRUE;
}

static gboolean
add_projects (Job *job, const GArray *rows, GError **error)
{
  const SzTransferRow *all = (const SzTransferRow *)(gpointer)rows->data;
  guint next;

  for (guint i = 0; i < rows->len; i = next)
    {
      for (next = i + 1; next < rows->len; next++)
        if (!g_str_equal (all[next].project, all[i].project))
          break;
      if (!add_project (job, &all[i], next - i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzStore *store = sz_office_get_store (office);
  const SzDate last = sz_date_make (params->year, 12, 31);
  g_autoptr (GArray) book = sz_params_gather (office, error);
  g_autoptr (SzPersonNames) names = NULL;
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *rows;
  SzTaxRules tax;
  Job job = { .sheet = sheet, .people = people };

  if (book == NULL || !sz_rules_transfer (book, last, &job.rules, error)
      || !sz_rules_tax (book, last, &tax, error))
    return FALSE;
  job.halves = tax.half_for_conv;
  rows = sz_store_transfer_list (store, SZ_ROWS_OF_YEAR (params->year), error);
  sz_form_sheet_hold (sheet, rows, (GDestroyNotify)g_array_unref);
  names = rows != NULL ? sz_store_people_names (store, error) : NULL;
  if (names == NULL)
    return FALSE;
  for (gsize i = 0; i < names->n_people; i++)
    g_hash_table_insert (people, &names->people[i].id, &names->people[i]);
  g_array_sort (rows, compare_rows_cb);
  sz_form_sheet_above (sheet, g_strdup ("计入当年绩效工资总量，不受核定总量限制。"));
  sz_form_sheet_above (sheet,
                       g_strdup (
                           "公示期：　　年　月　日至　　年　月　日（一般不少于 15 个工作日）。"));
  return add_projects (&job, rows, error);
}

static const char *const signatures[]
    = { "制表人", "科研（转化）部门", "人事", "财务", "纪检", "单位负责人（签章）", NULL };

const SzFormTable sz_form_f22 = {
  .title = "{year}年度{title}",
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE, .group_subtotals = TRUE },
  .group = SZ_FORM_HAS (Row, project),
  .note = SZ_FORM_HAS (Row, note),
  .signatures = signatures,
  .gather = gather,
};
