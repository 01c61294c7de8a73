/* sz-form-f12.c — F12 申报条件核对表: every condition of an application, a page a person (RULE
 * ttl-2, ttl-9 … ttl-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-round.h"
#include "sz-forms-titles.h"
#include "sz-import-kinds.h"
#include "sz-title-round-private.h"

#define MONTHS_A_YEAR 12

typedef struct
{
  const char *condition;
  const char *required;
  const char *actual;
  const char *unit;
  const char *source;
  const char *pages;
  const char *verdict;
} Row;

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),      TEXT (condition, "条件项", 15), TEXT (required, "要求值", 9),
  TEXT (actual, "实际值", 9),  TEXT (unit, "单位", 6),         TEXT (source, "来源", 22),
  TEXT (pages, "佐证页码", 9), TEXT (verdict, "结论", 16),     SZ_FORM_COL_END,
};

static const SzFormTable table = { .row_size = sizeof (Row), .columns = columns };

/* The table of one path while its conditions are put down. */
typedef struct
{
  const SzFormRound *about;
  const SzFormApplicant *applicant;
  SzFormSheet *sheet;
} Filling;

static gboolean
is_confirmed (const Filling *filling, const char *condition)
{
  const GArray *rows = filling->about->confirmations;

  for (guint i = 0; i < rows->len; i++)
    {
      const SzTitleConfirmationRow *row = &g_array_index (rows, SzTitleConfirmationRow, i);

      if (row->person_id == filling->applicant->person_id
          && g_strcmp0 (row->condition, condition) == 0)
        return TRUE;
    }
  return FALSE;
}

/* 满足 / 不满足（差 9 月，2026-09-15 满足） / 待核实 / 人工核实 */
static char *
dup_verdict (const Filling *filling, const SzTitleConditionResult *result)
{
  g_autofree char *met_on = sz_date_format (result->met_on);
  g_autofree char *lacking = result->lacking != NULL
                                 ? g_strdup_printf ("差 %s %s", result->lacking, result->unit)
                                 : g_strdup ("");
  g_autofree char *then = *met_on != '\0' ? g_strdup_printf ("%s 满足", met_on) : g_strdup ("");

  if (result->verdict == SZ_VERDICT_MET)
    return g_strdup ("满足");
  if (result->verdict == SZ_VERDICT_UNKNOWN)
    return g_strdup (is_confirmed (filling, result->condition->id) ? "人工核实" : "待核实");
  if (*lacking == '\0' && *then == '\0')
    return g_strdup ("不满足");
  return g_strdup_printf ("不满足（%s%s%s）", g_strstrip (lacking),
                          *lacking != '\0' && *then != '\0' ? "，" : "", then);
}

/* 年度考核 历年考核.xlsx 第5、17行: rows of one sheet stand together. */
static char *
dup_source (const Filling *filling, const SzTitleConditionResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < result->n_sources; i++)
    {
      const SzResultSource *source = &result->sources[i];
      const SzResultSource *before = i > 0 ? &result->sources[i - 1] : NULL;
      const SzImportKind *kind = sz_import_kind_find (source->kind);
      const char *file = sz_title_round_file (filling->about->round, source->trace);
      const gboolean again = before != NULL && g_str_equal (before->kind, source->kind)
                             && before->trace.batch == source->trace.batch;

      if (again && source->trace.row > 0)
        g_string_append_printf (text, "、%d", source->trace.row);
      else if (!again)
        {
          g_string_append_printf (text, "%s%s", i > 0 ? "行；" : "",
                                  kind != NULL ? kind->name : source->kind);
          if (source->trace.row > 0)
            g_string_append_printf (text, " %s 第%d", file, source->trace.row);
          else
            g_string_append (text, " 手工录入");
        }
    }
  if (text->len > 0 && g_ascii_isdigit (text->str[text->len - 1]))
    g_string_append (text, "行");
  g_string_replace (text, "手工录入行；", "手工录入；", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_page (GString *text, const char *page)
{
  if (page != NULL && *page != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", page);
}

/* Of the evidence that was handed in for it; else of the rows themselves. */
static char *
dup_pages (const Filling *filling, const SzTitleConditionResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GArray *evidence = filling->about->evidence;

  for (guint i = 0; i < evidence->len; i++)
    {
      const SzTitleEvidenceRow *row = &g_array_index (evidence, SzTitleEvidenceRow, i);

      if (row->person_id == filling->applicant->person_id
          && g_strcmp0 (row->condition, result->condition->id) == 0)
        append_page (text, row->page);
    }
  for (int i = 0; text->len == 0 && i < result->n_sources; i++)
    append_page (text, sz_form_round_page (filling->about, result->sources[i].trace));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_condition_cb (const SzTitleConditionResult *result, int depth, gpointer user_data)
{
  const Filling *filling = user_data;
  SzFormSheet *sheet = filling->sheet;
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *source = dup_source (filling, result);
  g_autofree char *pages = dup_pages (filling, result);
  g_autofree char *verdict = dup_verdict (filling, result);

  for (int i = 0; i < depth; i++)
    g_string_append (name, "　");
  g_string_append (name, result->condition->id);
  *(Row *)sz_form_sheet_add (sheet)
      = (Row){ .condition = sz_form_sheet_keep (sheet, name->str),
               .required = sz_form_sheet_keep (sheet, result->required),
               .actual = sz_form_sheet_keep (sheet, result->actual),
               .unit = result->unit,
               .source = sz_form_sheet_keep (sheet, source),
               .pages = sz_form_sheet_keep (sheet, pages),
               .verdict = sz_form_sheet_keep (sheet, verdict) };
}

/* What a page is put together from. */
typedef struct
{
  SzOffice *office;
  const SzFormParams *params;
  SzFormRound *about;
  SzPaper *paper;
} Page;

static void
add_path (Page *page, const SzFormApplicant *applicant, const SzPathResult *path)
{
  g_autoptr (SzFormSheet) sheet = sz_form_sheet_new (sizeof (Row));
  Filling filling = { page->about, applicant, sheet };
  g_autofree char *title
      = g_strdup_printf ("途径：%s %s%s", path->path->id, path->path->name,
                         path->path->kind == SZ_PATH_EXCEPTIONAL ? "（破格）" : "");

  sz_paper_add_text (page->paper, title);
  for (guint i = 0; i < path->n_conditions; i++)
    sz_form_condition_each (path->conditions[i], 0, add_condition_cb, &filling);
  sz_form_table_add (page->paper, &table, sheet, page->params);
}

static void
add_text (SzPaper *paper, char *text)
{
  sz_paper_add_text (paper, text);
  g_free (text);
}

static char *
dup_month (SzDate date)
{
  return date != SZ_DATE_NONE
             ? g_strdup_printf ("%04d.%02d", sz_date_year (date), sz_date_month_of_year (date))
             : g_strdup ("—");
}

/* 4 年（扣减 12 个月：2021 基本合格） */
static char *
dup_years (const SzFormApplicant *applicant, const SzFormRound *about)
{
  const SzTitleYears *years = &applicant->person->years;
  g_autoptr (GString) text = g_string_new (NULL);

  if (applicant->person->held == NULL || !years->known)
    return g_strdup ("—");
  g_string_printf (text, "%d 年（%d 个月", years->high / MONTHS_A_YEAR, years->high);
  if (years->deducted > 0)
    g_string_append_printf (text, "；扣减 %d 个月：", years->deducted);
  for (int i = 0; i < years->n_counted; i++)
    {
      const int at = years->counted[i] - about->round->question.assess_to + SZ_FORM_GRADE_YEARS - 1;
      const SzCode *code = at >= 0 && at < SZ_FORM_GRADE_YEARS
                               ? sz_codes_by_value (SZ_TABLE_GRADE, (int)applicant->grades[at])
                               : NULL;

      g_string_append_printf (text, "%s%d%s%s", i > 0 ? "、" : "", years->counted[i],
                              code != NULL ? " " : "", code != NULL ? code->name : "");
    }
  g_string_append (text, "）");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_text (const char *text)
{
  return text != NULL && *text != '\0' ? text : "—";
}

static void
add_head (Page *page, const SzFormApplicant *applicant, const SzTargetResult *target)
{
  const SzTitlePerson *person = applicant->person;
  const SzTitleApplicationRow *application = applicant->application;
  const SzCode *sex = sz_codes_by_value (SZ_TABLE_SEX, (int)applicant->row->sex);
  g_autofree char *name = sz_form_dup_name (person->name);
  g_autofree char *birth = dup_month (applicant->row->birth_date);
  g_autofree char *title_from = dup_month (applicant->title_from);
  g_autofree char *start = dup_month (person->years.start);
  g_autofree char *years = dup_years (applicant, page->about);
  g_autofree char *cutoff = sz_date_format_cn (page->about->round->question.cutoff);
  g_autofree char *from = target != NULL ? sz_date_format_cn (target->standard->from) : NULL;
  g_autofree char *standard = target != NULL
                                  ? g_strdup_printf ("%s，%s，%s起施行", target->standard->name,
                                                     get_text (target->standard->source), from)
                                  : g_strdup ("—");
  const char *const short_pairs[]
      = { "姓名",     name,
          "性别",     sex != NULL ? sex->name : "—",
          "出生年月", birth,
          "部门",     get_text (person->department),
          "现职称",   person->held != NULL ? sz_codes_name (SZ_TABLE_TITLE, person->held) : "—",
          "取得时间", title_from,
          "聘任时间", start,
          "途径",     get_text (application->route),
          "申报职称", applicant->target,
          "任教类别", get_text (application->teaching),
          "批文号",   get_text (application->approval),
          "截止日期", cutoff,
          NULL };
  const char *const long_pairs[]
      = { "批次", page->params->batch, "任现职年限", years, "标准", standard, NULL };

  sz_paper_add_fields (page->paper, 3, short_pairs);
  sz_paper_add_fields (page->paper, 1, long_pairs);
}

static const char *
get_bar_name (int bar)
{
  static const char *const names[SZ_N_BARS]
      = { "不在职",   "人员类别不在申报范围", "已到退休年龄",
          "在处分期", "弄虚作假未满年限",     "已具有本系列同级或以上职称" };

  return names[bar];
}

static const char *
get_verdict_name (SzVerdict verdict)
{
  static const char *const names[SZ_N_VERDICTS]
      = { "满足", "待核实", "不满足", "符合破格条件", "限制申报" };

  return names[verdict];
}

static void
add_bars (Page *page, const SzFormApplicant *applicant, const SzTargetResult *target)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int bar = 0; bar < SZ_N_BARS; bar++)
    if (target->bars & 1u << bar)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", get_bar_name (bar));
  add_text (page->paper, g_strconcat ("限制情形：", text->len > 0 ? text->str : "无",
                                      applicant->person->retirement_unknown
                                          ? "（未录入原退休年龄，未核退休情形）"
                                          : "",
                                      NULL));
}

static void
add_sums (Page *page, const SzPathResult *best)
{
  guint counts[SZ_N_VERDICTS] = { 0 };

  for (guint i = 0; best != NULL && i < best->n_conditions; i++)
    counts[best->conditions[i]->verdict]++;
  add_text (page->paper,
            g_strdup_printf ("满足 %u 项，不满足 %u 项，待核实 %u 项", counts[SZ_VERDICT_MET],
                             counts[SZ_VERDICT_UNMET], counts[SZ_VERDICT_UNKNOWN]));
}

static void
add_other_paths (Page *page, const SzTargetResult *target)
{
  for (guint i = 0; i < target->n_paths; i++)
    {
      const SzPathResult *path = &target->paths[i];

      if ((int)i == target->best
          || ((int)i == target->exceptional && target->verdict == SZ_VERDICT_EXCEPTIONAL))
        continue;
      add_text (page->paper, g_strdup_printf ("其他途径：%s %s　%s", path->path->id,
                                              path->path->name, get_verdict_name (path->verdict)));
    }
}

static const char *
get_conclusion (SzVerdict verdict)
{
  static const char *const conclusions[SZ_N_VERDICTS]
      = { "结论：符合申报条件", "结论：待核实", "结论：不符合", "结论：符合破格条件，须批准",
          "结论：不符合" };

  return conclusions[verdict];
}

static void
add_applicant (Page *page, const SzFormApplicant *applicant)
{
  static const char *const signatures[] = { "本人", "系部负责人", "人事负责人", "审核日期", NULL };
  const SzTargetResult *target = applicant->person->targets->len > 0
                                     ? g_ptr_array_index (applicant->person->targets, 0)
                                     : NULL;
  const SzPathResult *best = sz_title_person_best (applicant->person);

  add_head (page, applicant, target);
  if (best != NULL)
    add_path (page, applicant, best);
  if (target != NULL && target->verdict == SZ_VERDICT_EXCEPTIONAL)
    add_path (page, applicant, &target->paths[target->exceptional]);
  if (target == NULL)
    sz_paper_add_text (page->paper, "所申报的职称不在适用的标准中。");
  else
    {
      add_sums (page, best);
      add_bars (page, applicant, target);
      add_other_paths (page, target);
      sz_paper_add_text (page->paper, get_conclusion (target->verdict));
    }
  sz_paper_add_signatures (page->paper, signatures);
}

SzPaper *
sz_form_make_f12 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SzFormRound) about = sz_form_round_open (office, params, cancellable, error);
  Page page = { office, params, about, NULL };

  g_return_val_if_fail (form != NULL, NULL);

  if (about == NULL)
    return NULL;
  page.paper = about->applicants->len > 0
                   ? sz_form_new_paper (office, form, form->title, NULL, error)
                   : sz_form_refuse_empty (form, error);
  if (page.paper != NULL)
    sz_paper_set_orientation (page.paper, SZ_ORIENTATION_PORTRAIT);
  for (guint i = 0; page.paper != NULL && i < about->applicants->len; i++)
    {
      if (i > 0)
        {
          sz_paper_add_page_break (page.paper);
          sz_paper_add_title (page.paper, form->title);
        }
      add_applicant (&page, sz_form_round_get (about, i));
    }
  return page.paper;
}
