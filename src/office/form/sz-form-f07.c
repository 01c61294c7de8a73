/* sz-form-f07.c — F07 兼职教师聘用（备案）名册 (RULE rec-9, rec-23 … rec-25)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-departments.h"
#include "sz-forms-recruit.h"
#include "sz-idcard.h"
#include "sz-parttime-view.h"
#include "sz-quota-day.h"

typedef struct
{
  const char *department;
  const char *name;
  const char *key; /* 姓氏笔画 */
  int sex;
  SzDate birth;
  const char *id_number;
  const char *employer;
  const char *title;
  const char *skill;
  gboolean has_years;
  gint64 years_x100;
  const char *course;
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
  gboolean has_rate;
  SzMoney rate_fen;
  const char *agreement;
  const char *note;
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  TEXT (department, "部门", 11),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 8, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 5)),
  SZ_FORM_COL_DAY (Row, birth, SZ_COL ("出生年月", MONTH, 8)),
  SZ_FORM_COL_TEXT (Row, id_number, SZ_COL ("身份证号", CODE, 19)),
  TEXT (employer, "原单位", 14),
  SZ_FORM_COL_STORED (Row, title, SZ_TABLE_TITLE, SZ_COL ("职称", TEXT, 10, .dash = TRUE)),
  SZ_FORM_COL_STORED (Row, skill, SZ_TABLE_SKILL, SZ_COL ("技能等级", TEXT, 8, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Row,
                      years_x100,
                      SZ_COL ("从业年限", DECIMAL, 7, .decimals = 2, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_years)),
  TEXT (course, "课程", 12),
  SZ_FORM_COL_DAY (Row, from, SZ_COL ("聘期起", DATE, 11)),
  SZ_FORM_COL_DAY (Row, to, SZ_COL ("聘期止", DATE, 11)),
  SZ_FORM_COL_NUMBER (Row,
                      fte_x1e4,
                      SZ_COL ("占用员额",
                              DECIMAL,
                              8,
                              .decimals = SZ_RATIO_DECIMALS,
                              .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Row,
                      rate_fen,
                      SZ_COL ("课酬标准", AMOUNT, 9, .decimals = 2, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_rate)),
  SZ_FORM_COL_TEXT (Row, agreement, SZ_COL ("协议号", CODE, 12)),
  TEXT (note, "备注", 14),
  SZ_FORM_COL_END,
};

typedef struct
{
  SzDate from; /* a day, or a year */
  SzDate to;
  const GArray *warned; /* of SzParttimeWarned */
  SzNameKeys *keys;
  SzFormSheet *sheet;
} Roster;

/* 续聘, 变动, and what rec-25 warns of. */
static const char *
keep_note (const Roster *roster, const SzParttimeContract *contract)
{
  static const char *const warnings[SZ_N_PARTTIME_WARNINGS]
      = { [SZ_PARTTIME_AGE] = "超龄",
          [SZ_PARTTIME_FEE_HIGH] = "课酬超标",
          [SZ_PARTTIME_TERM_LONG] = "聘期过长",
          [SZ_PARTTIME_TERM_SHORT] = "聘期过短",
          [SZ_PARTTIME_YEARS] = "年限不足" };
  g_autoptr (GString) text = g_string_new (*contract->row->renews != '\0' ? "续聘" : "");

  if (contract->stretches->len > 1)
    g_string_append_printf (text, "%s变动", text->len > 0 ? "、" : "");
  for (guint i = 0; i < roster->warned->len; i++)
    {
      const SzParttimeWarned *one = &g_array_index (roster->warned, SzParttimeWarned, i);

      if (strcmp (one->agreement, contract->row->agreement_no) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", warnings[one->warning]);
    }
  return sz_form_sheet_keep (roster->sheet, text->str);
}

/* The last stretch that touches the days asked for; NULL: none does. */
static const SzStretch *
find_stretch (const Roster *roster, const SzParttimeContract *contract)
{
  const SzStretch *found = NULL;

  for (guint i = 0; i < contract->stretches->len; i++)
    {
      const SzStretch *stretch = &g_array_index (contract->stretches, SzStretch, i);

      if (stretch->from <= roster->to && stretch->to >= roster->from)
        found = stretch;
    }
  return found;
}

static void
add_row (const Roster *roster, const SzParttimeContract *contract, const SzStretch *stretch)
{
  const SzContractRow *from = contract->row;
  g_autofree char *masked = sz_idcard_mask (from->id_number);
  Row *row = sz_form_sheet_add (roster->sheet);

  *row = (Row){ .department = from->department,
                .name = from->name,
                .key = sz_form_keep_key (roster->sheet, roster->keys, from->name),
                .sex = (int)sz_idcard_sex (from->id_number),
                .birth = sz_idcard_birth_date (from->id_number),
                .id_number = sz_form_sheet_keep (roster->sheet, masked),
                .employer = from->employer,
                .title = from->title,
                .skill = from->skill,
                .has_years = from->has_years,
                .years_x100 = from->years_x100,
                .course = from->course,
                .from = sz_parttime_first (contract),
                .to = sz_parttime_last (contract),
                .fte_x1e4 = stretch->fte_x1e4,
                .has_rate = stretch->rate_fen != 0,
                .rate_fen = stretch->rate_fen,
                .agreement = from->agreement_no,
                .note = keep_note (roster, contract) };
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  const Row *one = a;
  const Row *other = b;
  int result = sz_department_order_compare (order, one->department, other->department);

  if (result == 0)
    result = strcmp (one->key, other->key);
  return result != 0 ? result : strcmp (one->agreement, other->agreement);
}

/* 编制数, both limits and what is left, on the day; the tightest day of its year. */
static gboolean
add_quota (SzOffice *office, const Roster *roster, GError **error)
{
  const int year = sz_date_year (roster->from);
  const SzDate first = sz_date_make (year, 1, 1);
  const SzDate last = sz_date_make (year, 12, 31);
  g_autoptr (SzQuotaTerm) term = sz_quota_term (office, first, last, error);
  g_autofree char *day = NULL;
  g_autofree char *used = NULL;
  g_autofree char *left = NULL;
  g_autofree char *tightest = NULL;
  g_autofree char *least = NULL;
  const SzQuotaState *state;
  SzQuotaMonth whole;
  guint index;

  if (term == NULL)
    return FALSE;
  whole = sz_quota_month (term, first, last);
  index = roster->from == roster->to ? (guint)(sz_date_days (roster->from) - term->first)
                                     : whole.tightest;
  state = &term->days[index];
  day = sz_date_format_cn (sz_quota_term_day (term, index));
  used = sz_decimal_format (state->used_x1e4, SZ_RATIO_DECIMALS);
  left = sz_decimal_format (sz_quota_available (state), SZ_RATIO_DECIMALS);
  tightest = sz_date_format_cn (sz_quota_term_day (term, whole.tightest));
  least = sz_decimal_format (sz_quota_available (&term->days[whole.tightest]), SZ_RATIO_DECIMALS);
  sz_form_sheet_below (roster->sheet,
                       g_strdup_printf ("%s：编制数 %" G_GINT64_FORMAT "，20%%额 %" G_GINT64_FORMAT
                                        "，30%%额 %" G_GINT64_FORMAT "，限额 %" G_GINT64_FORMAT
                                        "，已用 %s（含在办），余额 %s。",
                                        day, state->establishment,
                                        state->limit.limit_by_establishment,
                                        state->limit.limit_by_share, state->limit.limit, used,
                                        left));
  sz_form_sheet_below (roster->sheet,
                       g_strdup_printf ("%d 年最紧的一天：%s，余额 %s。", year, tightest, least));
  return TRUE;
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzParttimeBook *book = sz_parttime_book_load (office, error);
  g_autoptr (GArray) warned = book != NULL ? sz_parttime_warnings (office, book, error) : NULL;
  g_autoptr (SzDepartmentOrder) order
      = warned != NULL ? sz_department_order_new (office, error) : NULL;
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  const gboolean whole = params->year != 0;
  Roster roster = { .from = whole ? sz_date_make (params->year, 1, 1) : params->on,
                    .to = whole ? sz_date_make (params->year, 12, 31) : params->on,
                    .warned = warned,
                    .keys = keys,
                    .sheet = sheet };
  g_autofree char *day = sz_date_format_cn (params->on);

  sz_form_sheet_hold (sheet, book, (GDestroyNotify)sz_parttime_book_free);
  if (order == NULL)
    return FALSE;
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);
      const SzStretch *stretch = find_stretch (&roster, contract);

      if (stretch != NULL)
        add_row (&roster, contract, stretch);
    }
  sz_form_sheet_sort (sheet, compare_rows_cb, order);
  sz_form_sheet_above (sheet, whole ? g_strdup_printf ("%d 年在聘的兼职教师。", params->year)
                                    : g_strdup_printf ("截至%s在聘的兼职教师。", day));
  return add_quota (office, &roster, error);
}

static const char *const signatures[] = { "教务处", "人事处", NULL };

const SzFormTable sz_form_f07 = {
  .unit = "单位：人、员额、元／课时",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .group_subtotals = TRUE, .total_label = "合计", .autofilter = TRUE },
  .group = SZ_FORM_HAS (Row, department),
  .signatures = signatures,
  .gather = gather,
};
