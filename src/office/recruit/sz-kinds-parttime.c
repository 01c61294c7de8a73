/* sz-kinds-parttime.c — the establishment ledger, part-time teachers, their lectures and funds,
 * staff contracts, calendar days (RULE rec-12, rec-23 … rec-28)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-establishment-book.h"
#include "sz-import-cell.h"
#include "sz-import-keys.h"
#include "sz-kinds-recruit.h"
#include "sz-ledger-book.h"
#include "sz-params.h"
#include "sz-parttime-view.h"
#include "sz-quota-day.h"
#include "sz-recruit-rules.h"
#include "sz-row-table.h"
#include "sz-row-type.h"
#include "sz-store-parttime.h"
#include "sz-store-param.h"
#include "sz-store-workload.h"
#include "sz-text.h"

/* clang-format off */
#define T(name) .table = SZ_TABLE_##name
#define NEEDED .required = TRUE
#define NOTE_DATE N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日")

#define EST(member) SZ_FIELD_AT (SzEstablishmentRow, member)
static const SzImportField establishment_fields[] = {
  { "生效日期", SZ_FIELD_DATE, EST (day), NEEDED, .hand_may_lack = TRUE, .example = "2021-03-01", .note = NOTE_DATE },
  { "变动类型", SZ_FIELD_CODE, EST (kind), NEEDED, T (LEDGER), .example = "核增" },
  { "数量", SZ_FIELD_COUNT, EST (number), NEEDED, .example = "4" },
  { "文号", SZ_FIELD_TEXT, EST (document), NEEDED, .hand_may_lack = TRUE, .example = "鲁编办〔2021〕48号" },
  { "备注", SZ_FIELD_TEXT, EST (note), .example = "机构改革" },
  { "批文号", SZ_FIELD_TEXT, EST (approval), .example = "" },
};
/* clang-format on */

/* A line that is corrected does not stand beside itself. */
static void
leave_out (SzLedgerBook *book, gint64 id)
{
  for (guint i = 0; i < book->rows->len; i++)
    if (g_array_index (book->rows, SzEstablishmentRow, i).id == id)
      {
        g_array_remove_index (book->rows, i);
        g_array_remove_index (book->entries, i);
        return;
      }
}

/* The ledger as the rows read so far leave it. */
static gboolean
begin_ledger (SzImportRun *run, GError **error)
{
  if (run->state != NULL)
    sz_ledger_book_free (run->state);
  run->state = sz_store_ledger_load (run->store, error);
  if (run->state != NULL && run->replaces != 0)
    leave_out (run->state, run->replaces);
  return run->state != NULL;
}

static void
end_ledger (SzImportRun *run)
{
  sz_ledger_book_free (run->state);
  run->state = NULL;
}

/* RULE rec-12: the row that a college begins with stands before all days and has no document; it is
 * corrected without inventing them. Every other row has both. */
static gboolean
check_ground (SzImportRun *run, const SzEstablishmentRow *row, gboolean *sound, GError **error)
{
  SzEstablishmentRow there = { 0 };
  gboolean found = FALSE;

  *sound = row->day != SZ_DATE_NONE && row->document != NULL && *row->document != '\0';
  if (*sound)
    return TRUE;
  if (run->replaces != 0
      && !sz_row_get (run->store, &sz_establishment_type, run->replaces, &there, &found, error))
    return FALSE;
  *sound = found && there.day == SZ_DATE_NONE && row->day == SZ_DATE_NONE;
  if (!*sound)
    sz_import_find (run, SZ_SEVERITY_ERROR, "required.missing",
                    sz_import_field (run, row->day == SZ_DATE_NONE ? "生效日期" : "文号"), NULL,
                    NULL);
  sz_row_type_clear (&sz_establishment_type, &there);
  return TRUE;
}

/* RULE rec-12: rows are judged in their order; one that is refused does not stay. */
static gboolean
check_ledger_row (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzEstablishmentRow *row = data;
  SzLedgerBook *book = run->state;
  const SzLedgerEntry entry = { sz_date_first_day (row->day), row->kind, row->number };
  GArray *entries = sz_ledger_book_add (book, &entry, NULL);
  g_autoptr (GError) fault = NULL;
  g_autofree char *over = NULL;
  SzDate day = SZ_DATE_NONE;
  gboolean sound = FALSE;

  if (!check_ground (run, row, &sound, error))
    {
      g_array_unref (entries);
      return FALSE;
    }
  if (!sound)
    {
      g_array_unref (entries);
      return TRUE;
    }
  if (!sz_ledger_check ((const SzLedgerEntry *)(gconstpointer)entries->data, entries->len,
                        entry.date, &fault))
    {
      g_autofree char *code = sz_error_dup_code (fault);
      g_auto (GStrv) args = sz_error_dup_args (fault);

      sz_import_find (run, SZ_SEVERITY_ERROR, code, sz_import_field (run, "数量"),
                      sz_import_get_cell (run, (guint)sz_import_field (run, "数量"))->text, "date",
                      args[0] + strlen ("date="), NULL);
      g_array_unref (entries);
      return TRUE;
    }
  if (!sz_establishment_rises (run->office, (const SzLedgerEntry *)(gconstpointer)entries->data,
                               entries->len, book, entry.date, &day, error))
    {
      g_array_unref (entries);
      return FALSE;
    }
  g_array_unref (book->entries);
  book->entries = entries;
  over = sz_date_format (day);
  if (day != SZ_DATE_NONE)
    sz_import_find (run, SZ_SEVERITY_WARNING, "establishment.over", sz_import_field (run, "数量"),
                    sz_import_get_cell (run, (guint)sz_import_field (run, "数量"))->text, "date",
                    over, NULL);
  return TRUE;
}

static const SzImportHooks ledger_hooks = {
  .begin = begin_ledger,
  .end = end_ledger,
  .check_row = check_ledger_row,
};

const SzImportKind sz_import_kind_establishment
    = { "establishment", "编制台账", SZ_IMPORT_FIELDS (establishment_fields),
        .type = &sz_establishment_type, .hooks = &ledger_hooks };

/* clang-format off */
#define CON(member) SZ_FIELD_AT (SzContractRow, member)
static const SzImportField contract_fields[] = {
  { "协议号", SZ_FIELD_TEXT, CON (agreement_no), NEEDED, .example = "JZ2025-001" },
  { "姓名", SZ_FIELD_NAME, CON (name), NEEDED, .example = "李四" },
  { "身份证号", SZ_FIELD_ID_NUMBER, CON (id_number), NEEDED, .example = "11010519491231002X", .note = N_ ("18 characters, as text") },
  { "原单位", SZ_FIELD_TEXT, CON (employer), .example = "某机床厂" },
  { "职称", SZ_FIELD_CODE, CON (title), T (TITLE), .example = "工程师" },
  { "技能等级", SZ_FIELD_CODE, CON (skill), T (SKILL), .example = "高级技师" },
  { "部门", SZ_FIELD_TEXT, CON (department), .example = "机械工程系" },
  { "课程", SZ_FIELD_TEXT, CON (course), .example = "数控编程" },
  { "聘期起", SZ_FIELD_DATE, CON (from), NEEDED, .example = "2025-09-01", .note = NOTE_DATE },
  { "聘期止", SZ_FIELD_DATE, CON (to), NEEDED, .example = "2026-07-31", .note = N_ ("Last day of the term") },
  { "占用员额", SZ_FIELD_RATIO, CON (fte_x1e4), .fallback = SZ_RATIO_ONE, .example = "0.5", .note = N_ ("Empty means 1") },
  { "课酬标准", SZ_FIELD_MONEY, CON (rate_fen), .example = "120.00", .note = N_ ("Yuan per hour") },
  { "从业年限", SZ_FIELD_HOURS, CON (years_x100), .fallback = -1, .example = "8" },
  { "批文号", SZ_FIELD_TEXT, CON (approval), .example = "" },
  { "手机", SZ_FIELD_PHONE, CON (phone), .example = "13800000000" },
  { "银行卡号", SZ_FIELD_ACCOUNT, CON (bank_account), .example = "6222000000000000000" },
};
/* clang-format on */

static gboolean
resolve_contract (SzImportRun *run, gpointer data, GError **error)
{
  SzContractRow *row = data;
  g_autofree char *from = sz_date_format (row->from);

  row->has_years = row->years_x100 >= 0;
  row->years_x100 = MAX (row->years_x100, 0);
  if (sz_date_first_day (row->to) < sz_date_first_day (row->from))
    sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", sz_import_field (run, "聘期止"),
                    sz_import_get_cell (run, (guint)sz_import_field (run, "聘期止"))->text, "other",
                    from, NULL);
  return TRUE;
}

/* RULE rec-25: warnings, never refusals. */
static gboolean
warn_contract (SzImportRun *run, gconstpointer data, GError **error)
{
  static const char *const headings[SZ_N_PARTTIME_WARNINGS] = {
    [SZ_PARTTIME_AGE] = "身份证号",     [SZ_PARTTIME_FEE_HIGH] = "课酬标准",
    [SZ_PARTTIME_TERM_LONG] = "聘期止", [SZ_PARTTIME_TERM_SHORT] = "聘期止",
    [SZ_PARTTIME_YEARS] = "从业年限",
  };
  const SzContractRow *row = data;
  SzDate day;
  guint warnings;

  if (!sz_parttime_warn_row (run->office, row, &warnings, &day, error))
    return FALSE;
  for (guint i = 0; i < SZ_N_PARTTIME_WARNINGS; i++)
    if (warnings & (1U << i))
      sz_import_find (run, SZ_SEVERITY_WARNING, sz_parttime_warning_code ((SzParttimeWarning)i),
                      sz_import_field (run, headings[i]), NULL, NULL);
  return TRUE;
}

/* RULE rec-23: what was signed is recorded; over the limit is said on the row, judged in order. */
static gboolean
judge_in_order (SzImportRun *run, GError **error)
{
  g_autoptr (SzQuotaTerm) term = NULL;
  SzDate from = SZ_DATE_NONE;
  SzDate to = SZ_DATE_NONE;

  for (guint i = 0; i < run->kept->len; i++)
    {
      const SzContractRow *row = g_ptr_array_index (run->kept, i);

      from = i == 0 ? row->from : MIN (from, row->from);
      to = MAX (to, row->to);
    }
  if (run->kept->len == 0 || sz_date_days (to) - sz_date_days (from) >= SZ_QUOTA_TERM_DAYS_MAX)
    return TRUE;
  term = sz_quota_term (run->office, from, to, error);
  if (term == NULL)
    return FALSE;
  for (guint i = 0; i < run->kept->len; i++)
    {
      const SzContractRow *row = g_ptr_array_index (run->kept, i);
      const gint32 first = sz_date_days (row->from) - term->first;
      const gint32 last = sz_date_days (row->to) - term->first;
      gint32 over = -1;

      for (gint32 day = first; day <= last; day++)
        {
          term->days[day].used_x1e4 += row->fte_x1e4;
          if (over < 0 && sz_quota_available (&term->days[day]) < 0)
            over = day;
        }
      if (over >= 0)
        {
          g_autofree char *date = sz_date_format (sz_quota_term_day (term, (guint)over));
          g_autofree char *limit = sz_decimal_format (term->days[over].limit.limit, 0);
          g_autofree char *used
              = sz_decimal_format (term->days[over].used_x1e4 - row->fte_x1e4, SZ_RATIO_DECIMALS);
          g_autofree char *asked = sz_decimal_format (row->fte_x1e4, SZ_RATIO_DECIMALS);
          g_auto (GStrv) args = g_new0 (char *, 6);

          args[0] = g_strconcat ("date=", date, NULL);
          args[1] = g_strconcat ("limit=", limit, NULL);
          args[2] = g_strconcat ("used=", used, NULL);
          args[3] = g_strconcat ("asked=", asked, NULL);
          args[4] = g_strdup ("holders=0");
          sz_import_find_at (run, (guint)row->source_row, SZ_SEVERITY_WARNING, "quota.exceeded",
                             sz_import_field (run, "占用员额"), asked, args);
        }
    }
  return TRUE;
}

static gboolean
overlap (const SzContractRow *one, const SzContractRow *other)
{
  return sz_date_first_day (one->from) <= sz_date_first_day (other->to)
         && sz_date_first_day (other->from) <= sz_date_first_day (one->to);
}

static void
warn_at (SzImportRun *run, const SzContractRow *row, const char *code, const char *heading, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  va_list list;

  va_start (list, heading);
  for (const char *name = va_arg (list, const char *); name != NULL;
       name = va_arg (list, const char *))
    {
      g_autofree char *pair = g_strconcat (name, "=", va_arg (list, const char *), NULL);

      g_strv_builder_add (builder, pair);
    }
  va_end (list);
  args = g_strv_builder_end (builder);
  sz_import_find_at (run, (guint)row->source_row, SZ_SEVERITY_WARNING, code,
                     sz_import_field (run, heading), row->name, args);
}

/* @other came before, in the file (@row not 0) or in the register. */
static void
compare_contracts (SzImportRun *run, const SzContractRow *row, const SzContractRow *other, guint at)
{
  g_autofree char *where = sz_import_dup_where (at);

  if (!sz_text_same_name (row->name, other->name))
    warn_at (run, row, "parttime.other_name", "姓名", "name", other->name, "where", where, NULL);
  if (overlap (row, other) && g_strcmp0 (row->agreement_no, other->agreement_no) != 0)
    warn_at (run, row, "parttime.overlap", "聘期起", "agreement", other->agreement_no, "where",
             where, NULL);
}

/* Who is in service here teaches as one of us. */
static void
warn_own_staff (SzImportRun *run, const SzContractRow *row)
{
  const SzPersonName *person = sz_import_person_by_id_number (run, row->id_number);
  const GArray *services = person != NULL ? g_hash_table_lookup (run->services, &person->id) : NULL;

  for (guint i = 0; services != NULL && i < services->len; i++)
    {
      const SzService *service = &g_array_index (services, SzService, i);

      if (sz_date_first_day (service->from) > sz_date_first_day (row->to)
          || (service->to != SZ_DATE_NONE
              && sz_date_first_day (service->to) < sz_date_first_day (row->from)))
        continue;
      warn_at (run, row, "parttime.own_staff", "身份证号", "detail", row->agreement_no, "staff_no",
               person->staff_no, NULL);
      return;
    }
}

/* RULE rec-23 */
static gboolean
judge_people (SzImportRun *run, GError **error)
{
  g_autoptr (GArray) stored = sz_store_contract_list (run->store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      SzContractRow *row = &g_array_index (stored, SzContractRow, i);

      row->source_row = 0;
      g_hash_table_insert (before, row->id_number, row);
    }
  for (guint i = 0; i < run->kept->len; i++)
    {
      SzContractRow *row = g_ptr_array_index (run->kept, i);
      const SzContractRow *other = g_hash_table_lookup (before, row->id_number);

      warn_own_staff (run, row);
      if (other != NULL)
        compare_contracts (run, row, other, (guint)other->source_row);
      g_hash_table_replace (before, row->id_number, row);
    }
  return judge_in_order (run, error);
}

static const SzImportHooks contract_hooks = {
  .wants = SZ_IMPORT_WANTS_NAMES | SZ_IMPORT_WANTS_SERVICES,
  .resolve = resolve_contract,
  .check_row = warn_contract,
  .after_all = judge_people,
  .keeps_rows = TRUE,
};

const SzImportKind sz_import_kind_parttime
    = { "parttime", "兼职教师", SZ_IMPORT_FIELDS (contract_fields), .type = &sz_contract_type,
        .hooks = &contract_hooks };

/* clang-format off */
#define LEC(member) SZ_FIELD_AT (SzLectureRow, member)
static const SzImportField lecture_fields[] = {
  { "协议号", SZ_FIELD_TEXT, .example = "JZ2025-001" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .example = "" },
  { "姓名", SZ_FIELD_NAME, .example = "李四" },
  { "日期", SZ_FIELD_DATE, LEC (day), NEEDED, .example = "2025-03-02", .note = NOTE_DATE },
  { "节次", SZ_FIELD_TEXT, LEC (period), .example = "上午" },
  { "课程", SZ_FIELD_TEXT, LEC (course), .example = "电子商务" },
  { "班级", SZ_FIELD_TEXT, LEC (class_name), .example = "24级8班" },
  { "课时", SZ_FIELD_HOURS, LEC (hours_x100), NEEDED, .example = "2" },
  { "课酬标准", SZ_FIELD_MONEY, LEC (rate_fen), .example = "", .note = N_ ("Empty: that of the contract") },
  { "备注", SZ_FIELD_TEXT, LEC (note), .example = "" },
};
/* clang-format on */

static gboolean
begin_lectures (SzImportRun *run, GError **error)
{
  g_clear_pointer ((SzParttimeBook **)&run->state, sz_parttime_book_free);
  run->state = sz_parttime_book_load (run->office, error);
  return run->state != NULL;
}

static void
end_lectures (SzImportRun *run)
{
  sz_parttime_book_free (run->state);
  run->state = NULL;
}

static void
fail_at (SzImportRun *run, const char *code, const char *heading)
{
  const int field = sz_import_field (run, heading);

  sz_import_find (run, SZ_SEVERITY_ERROR, code, field, sz_import_get_cell (run, (guint)field)->text,
                  NULL);
}

/* RULE rec-26: a record belongs to the contract that covers the day. */
static gboolean
resolve_lecture (SzImportRun *run, gpointer data, GError **error)
{
  SzLectureRow *row = data;
  const SzParttimeBook *book = run->state;
  g_autofree char *agreement = NULL;
  g_autofree char *id_number = NULL;
  const SzParttimeContract *found = NULL;
  gboolean known = FALSE;
  guint n = 0;

  sz_import_read_text (run, (guint)sz_import_field (run, "协议号"), &agreement);
  sz_import_read_id_number (run, (guint)sz_import_field (run, "身份证号"), &id_number);
  if ((agreement == NULL || *agreement == '\0') && (id_number == NULL || *id_number == '\0'))
    {
      fail_at (run, "required.missing", "协议号");
      return TRUE;
    }
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);
      const gboolean named = agreement != NULL && *agreement != '\0'
                                 ? strcmp (contract->row->agreement_no, agreement) == 0
                                 : strcmp (contract->row->id_number, id_number) == 0;

      known |= named;
      if (!named || sz_parttime_stretch_on (contract, row->day) == NULL)
        continue;
      found = contract;
      n++;
    }
  if (n != 1)
    {
      fail_at (run,
               n > 1   ? "contract.ambiguous"
               : known ? "record.out_of_term"
                       : "contract.unknown",
               n == 0 && known                           ? "日期"
               : agreement != NULL && *agreement != '\0' ? "协议号"
                                                         : "身份证号");
      return TRUE;
    }
  row->contract_id = found->row->id;
  if (row->rate_fen == 0 && sz_parttime_stretch_on (found, row->day)->rate_fen == 0)
    fail_at (run, "rate.missing", "课酬标准");
  return TRUE;
}

/* More than half a day's hours of one person, day and period. */
static gboolean
check_half_days (SzImportRun *run, GError **error)
{
  g_autoptr (GHashTable) hours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) params = sz_params_gather (run->office, error);
  g_autoptr (SzRecruitRules) rules
      = params != NULL ? sz_recruit_rules (params, run->today, error) : NULL;
  const SzParttimeBook *book = run->state;

  if (rules == NULL)
    return FALSE;
  for (guint i = 0; i < run->kept->len; i++)
    {
      const SzLectureRow *row = g_ptr_array_index (run->kept, i);
      const SzParttimeContract *contract = sz_parttime_book_by_id (book, row->contract_id);
      char *key
          = g_strdup_printf ("%s\x1f%d\x1f%s", contract != NULL ? contract->row->id_number : "",
                             row->day, row->period);
      const gint64 sum = row->hours_x100 + GPOINTER_TO_INT (g_hash_table_lookup (hours, key));

      if (sum > rules->half_day_x100 && sum - row->hours_x100 <= rules->half_day_x100)
        sz_import_find_at (run, (guint)row->source_row, SZ_SEVERITY_WARNING, "fee.half_day",
                           sz_import_field (run, "课时"), NULL, NULL);
      g_hash_table_insert (hours, key, GINT_TO_POINTER ((int)sum));
    }
  return TRUE;
}

static const SzImportHooks lecture_hooks = {
  .begin = begin_lectures,
  .end = end_lectures,
  .resolve = resolve_lecture,
  .after_all = check_half_days,
  .keeps_rows = TRUE,
};

const SzImportKind sz_import_kind_lectures
    = { "parttime-teaching", "兼职教师授课记录", SZ_IMPORT_FIELDS (lecture_fields),
        .type = &sz_lecture_type, .hooks = &lecture_hooks };

/* clang-format off */
#define FUN(member) SZ_FIELD_AT (SzParttimeFundRow, member)
static const SzImportField fund_fields[] = {
  { "年度", SZ_FIELD_YEAR, FUN (year), NEEDED, .example = "2025" },
  { "月份", SZ_FIELD_MONTH, FUN (month), NEEDED, .example = "1" },
  { "金额", SZ_FIELD_MONEY, FUN (amount_fen), NEEDED, .example = "618013.60" },
  { "文号", SZ_FIELD_TEXT, FUN (document), .example = "鲁财社指〔2025〕1号" },
};

#define STA(member) SZ_FIELD_AT (SzStaffContractRow, member)
static const SzImportField staff_contract_fields[] = {
  { "工号", SZ_FIELD_PERSON, STA (person_id), NEEDED, .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三" },
  { "合同起", SZ_FIELD_DATE, STA (from), NEEDED, .example = "2025-07-01", .note = NOTE_DATE },
  { "合同止", SZ_FIELD_DATE, STA (to), NEEDED, .example = "2028-06-30" },
  { "试用期止", SZ_FIELD_DATE, STA (probation_to), .example = "2026-06-30" },
};

#define DAY(member) SZ_FIELD_AT (SzCalendarDay, member)
static const SzImportField calendar_fields[] = {
  { "日期", SZ_FIELD_DATE, DAY (date), NEEDED, .example = "2027-01-01" },
  { "类型", SZ_FIELD_CODE, DAY (working), NEEDED, T (DAY_KIND), .example = "放假" },
  { "名称", SZ_FIELD_TEXT, DAY (name), .example = "元旦" },
  { "文号", SZ_FIELD_TEXT, DAY (source), .example = "国办发明电〔2026〕1号" },
  { "年份完整", SZ_FIELD_CODE, DAY (year_complete), T (YES_NO), .example = "否", .note = N_ ("是: all days of this year are here") },
};

#define ANN(member) SZ_FIELD_AT (SzAnnualPayRow, member)
static const SzImportField annual_pay_fields[] = {
  { "年度", SZ_FIELD_YEAR, ANN (year), NEEDED, .example = "2025" },
  { "工号", SZ_FIELD_PERSON, ANN (person_id), NEEDED, .example = "1001" },
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三", .note = N_ ("Only compared with the register") },
  { "应发合计", SZ_FIELD_MONEY, ANN (amount_fen), NEEDED, .example = "136232.14" },
  { "其中转化奖励", SZ_FIELD_MONEY, ANN (conversion_fen), .example = "0.00" },
  { "单位缴费", SZ_FIELD_MONEY, ANN (employer_fen), .example = "0.00" },
};
/* clang-format on */

const SzImportKind sz_import_kind_parttime_funds
    = { "parttime-funds", "兼职经费核拨", SZ_IMPORT_FIELDS (fund_fields),
        .type = &sz_parttime_fund_type };
const SzImportKind sz_import_kind_staff_contracts
    = { "staff-contracts", "聘用合同", SZ_IMPORT_FIELDS (staff_contract_fields),
        .type = &sz_staff_contract_type };
const SzImportKind sz_import_kind_calendar
    = { "calendar", "日历", SZ_IMPORT_FIELDS (calendar_fields), .type = &sz_calendar_day_type };
const SzImportKind sz_import_kind_annual_pay
    = { "annual-pay", "全年薪酬", SZ_IMPORT_FIELDS (annual_pay_fields),
        .type = &sz_annual_pay_type };
