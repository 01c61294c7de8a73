/* sz-form-f03.c — F03a 面试评分表 to be filled in, F03b 面试成绩汇总表 (RULE rec-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-forms-recruit.h"
#include "sz-score-log.h"

#define SPARE_ROWS 2 /* on the empty sheet, beside those who qualified */

/* The post, and its component when it has one of that name. */
static const SzRecruitPost *
find_component (const SzRecruitBook *book,
                const SzFormParams *params,
                int *component,
                GError **error)
{
  const SzRecruitPost *post = sz_recruit_book_need_post (book, params->post, error);

  if (post == NULL)
    return NULL;
  *component = sz_exam_plan_find (&post->plan, params->component);
  if (*component >= 0 || strcmp (params->component, SZ_COMPONENT_EXTRA) == 0)
    return post;
  sz_error_set (error, SZ_ERROR_REFUSED, "component.unknown", "value", params->component, NULL);
  return NULL;
}

static char *
dup_place (const SzRecruitBook *book, const SzRecruitPost *post, const char *component)
{
  return g_strdup_printf ("招聘批次：%s　　岗位：%s %s　　科目：%s", book->plan.code,
                          post->row->code, post->row->name, component);
}

/* ---- F03a ---- */

static void
fill_empty_cb (gpointer data, guint index, SzFormRow *row)
{
  const guint blanks = GPOINTER_TO_UINT (data);

  sz_form_row_number (row, index + 1);
  for (guint i = 0; i < blanks; i++)
    sz_form_row_empty (row);
}

/* (transfer full): 抽签号, the items with their full marks and 合计, or 得分; @blanks: (out): how
 * many cells are to be filled in. */
static SzFormColumns *
make_blanks (const SzExamPlan *plan, gboolean with_items, guint *blanks)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "抽签号", SZ_COLUMN_COUNT, 0, 10);
  for (guint i = 0; with_items && i < plan->n_items; i++)
    {
      g_autofree char *full = sz_form_decimal (plan->items[i].full_x100, 2);
      g_autofree char *heading = g_strdup_printf ("%s（%s）", plan->items[i].name, full);

      sz_form_columns_add (columns, NULL, heading, SZ_COLUMN_TEXT, 0, 16)->signs = TRUE;
    }
  sz_form_columns_add (columns, NULL, with_items ? "合计" : "得分", SZ_COLUMN_TEXT, 0, 16)->signs
      = TRUE;
  *blanks = with_items ? plan->n_items + 1 : 1;
  return columns;
}

SzPaper *
sz_form_make_f03a (SzOffice *office,
                   const SzForm *form,
                   const SzFormParams *params,
                   GCancellable *cancellable,
                   GError **error)
{
  static const SzTableOptions options = { .no_repeat = FALSE };
  static const char *const signatures[] = { "考官签字", "日期", NULL };
  g_autoptr (SzRecruitBook) book = sz_form_plan_load (office, params, error);
  g_autoptr (SzFormColumns) columns = NULL;
  const SzRecruitPost *post = NULL;
  g_autofree char *place = NULL;
  SzPaper *paper;
  int component = -1;
  guint blanks = 0;

  g_return_val_if_fail (form != NULL, NULL);

  if (book == NULL || (post = find_component (book, params, &component, error)) == NULL)
    return NULL;
  columns = make_blanks (&post->plan,
                         post->plan.n_items > 0
                             && strcmp (params->component, SZ_COMPONENT_INTERVIEW) == 0,
                         &blanks);
  place = dup_place (book, post, params->component);
  paper = sz_paper_new (form->title, SZ_ORIENTATION_PORTRAIT);
  for (guint judge = 1; judge <= sz_recruit_judges (book, post); judge++)
    {
      g_autofree char *who = g_strdup_printf ("考官 %u", judge);

      if (judge > 1)
        sz_paper_add_page_break (paper);
      sz_paper_add_title (paper, form->title);
      sz_paper_add_headline (paper, who, "日期：＿＿＿＿年＿＿月＿＿日", "单位：分");
      sz_paper_add_text (paper, place);
      sz_form_add_table (paper, columns, &options,
                         (SzFormSource){ post->qualified + SPARE_ROWS, fill_empty_cb,
                                         GUINT_TO_POINTER (blanks), NULL });
      sz_paper_add_signatures (paper, signatures);
    }
  return paper;
}

/* ---- F03b ---- */

typedef struct
{
  const SzRecruitPerson *person;
  const SzScoreRow *row; /* (nullable): the first of the component: draw number, status */
  gboolean has_marks;
  SzMarks marks;
  SzMarkWork work;
  SzScore score;
} Line;

typedef struct
{
  SzRecruitBook *book;
  GArray *lines; /* of Line */
  guint n_judges;
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->lines, g_array_unref);
  g_clear_pointer (&table->book, sz_recruit_book_free);
  g_free (table);
}

static const SzScoreRow *
find_row (const SzRecruitPerson *person, const char *component)
{
  for (guint i = 0; i < person->scores->len; i++)
    {
      const SzScoreRow *row = g_ptr_array_index (person->scores, i);

      if (strcmp (row->component, component) == 0)
        return row;
    }
  return NULL;
}

/* Who sits for it: those who got that far, and whoever has a score all the same. */
static void
list_lines (Table *table, const SzRecruitPost *post, const char *name, int component)
{
  for (guint i = 0; i < post->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->people, i);
      Line line = { .person = person, .row = find_row (person, name) };
      gint64 score;

      if (line.row == NULL
          && (person->entry == NULL || component < 0
              || post->plan.components[component].stage >= person->entry->stages))
        continue;
      line.has_marks = sz_recruit_marks (person, &post->plan, name, &line.marks);
      if (line.has_marks)
        sz_exam_marks (&line.marks, post->plan.trim, post->plan.trim_by_item, &score, &line.work);
      line.score = sz_recruit_score (person, &post->plan, name);
      table->n_judges = MAX (table->n_judges, line.has_marks ? line.marks.n_judges : 0);
      g_array_append_val (table->lines, line);
    }
}

static const char *
get_draw (const Line *line)
{
  return line->row != NULL ? line->row->draw_no : "";
}

/* By draw number, those without one behind; then by ticket. */
static int
compare_lines_cb (gconstpointer a, gconstpointer b)
{
  const Line *one = a;
  const Line *other = b;
  const gint64 left = g_ascii_strtoll (get_draw (one), NULL, 10);
  const gint64 right = g_ascii_strtoll (get_draw (other), NULL, 10);

  if ((left == 0) != (right == 0))
    return left == 0 ? 1 : -1;
  if (left != right)
    return left < right ? -1 : 1;
  if (strcmp (get_draw (one), get_draw (other)) != 0)
    return strcmp (get_draw (one), get_draw (other));
  return strcmp (one->person->row->ticket, other->person->row->ticket);
}

/* The judges' sums that fell away; trim 2 lists two. */
static char *
dup_dropped (const Line *line, const guint *dropped, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sum = sz_decimal_format (line->work.sums_x100[dropped[i]], 2);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", sum);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_marks (const Table *table, const Line *line, SzFormRow *row)
{
  for (guint i = 0; i < table->n_judges; i++)
    {
      if (!line->has_marks || i >= line->marks.n_judges)
        sz_form_row_empty (row);
      else if (line->work.sums_x100[i] == SZ_MARK_NONE)
        sz_form_row_text (row, "回避");
      else
        sz_form_row_take (row, sz_decimal_format (line->work.sums_x100[i], 2));
    }
}

static void
fill_result (const Line *line, guint trim, SzFormRow *row)
{
  const SzScoreState state = line->score.state;
  const gboolean worked = line->has_marks && state == SZ_SCORE_GIVEN && line->work.n_kept > 0;

  if (worked)
    {
      sz_form_row_take (row, dup_dropped (line, line->work.dropped_high, trim));
      sz_form_row_take (row, dup_dropped (line, line->work.dropped_low, trim));
      sz_form_row_take (row, sz_decimal_format (line->work.kept_sum_x100, 2));
    }
  else
    for (guint i = 0; i < 3; i++)
      sz_form_row_empty (row);
  if (state == SZ_SCORE_GIVEN)
    sz_form_row_take (row, sz_decimal_format (line->score.score_x100, 2));
  else
    sz_form_row_empty (row);
  sz_form_row_text (row, line->row != NULL && *line->row->status != '\0'
                             ? sz_codes_name (SZ_TABLE_SCORE_STATUS, line->row->status)
                         : state == SZ_SCORE_FEW ? "有效分不足"
                                                 : NULL);
}

static void
fill_line_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const Line *line = &g_array_index (table->lines, Line, index);

  const char *draw = get_draw (line);

  sz_form_row_text (row, *draw != '\0' ? draw : line->person->row->ticket);
  fill_marks (table, line, row);
  fill_result (line, (guint)line->person->post->plan.trim, row);
}

static SzFormColumns *
make_columns (const Table *table)
{
  static const char *const results[] = { "去掉最高分", "去掉最低分", "有效分合计", "平均分" };
  SzFormColumns *columns = sz_form_columns_new ();

  /* whoever drew no number stands with the ticket */
  sz_form_columns_add (columns, NULL, "抽签号", SZ_COLUMN_CODE, 0, 12);
  for (guint i = 1; i <= table->n_judges; i++)
    {
      g_autofree char *heading = g_strdup_printf ("考官%u", i);

      sz_form_columns_add (columns, NULL, heading, SZ_COLUMN_CODE, 0, 7)->dash = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    sz_form_columns_add (columns, NULL, results[i], SZ_COLUMN_CODE, 0, 8)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "备注", SZ_COLUMN_TEXT, 0, 9);
  return columns;
}

/* Each name once, parted by 、. */
static void
add_name (GString *names, const char *name)
{
  g_auto (GStrv) there = g_strsplit (names->str, "、", -1);

  if (*name != '\0' && !g_strv_contains ((const char *const *)there, name))
    g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", name);
}

/* Who typed the marks, who typed them again, and how many cells were the same both times; NULL:
 * nobody did it with this program. */
static char *
dup_typing (const Table *table, const SzScoreLog *log, const char *component)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (GString) checked = g_string_new (NULL);
  guint cells = 0;
  guint same = 0;

  for (guint i = 0; i < table->lines->len; i++)
    {
      const SzRecruitPerson *person = g_array_index (table->lines, Line, i).person;

      for (guint j = 0; j < person->scores->len; j++)
        {
          const SzScoreRow *row = g_ptr_array_index (person->scores, j);
          const SzScoreNote *note
              = sz_score_log_find (log, person->row->ticket, row->component, row->item);
          g_autofree char *text = sz_score_text (row);
          guint equal;

          if (strcmp (row->component, component) != 0)
            continue;
          cells += sz_score_compare (text, note != NULL ? note->second : "", &equal);
          same += equal;
          if (note != NULL)
            add_name (typed, note->typed_by);
          if (note != NULL)
            add_name (checked, note->checked_by);
        }
    }
  if (typed->len == 0 && checked->len == 0)
    return NULL;
  return g_strdup_printf ("录入：%s　　复核录入：%s（%u格中%u格两次相同）",
                          typed->len > 0 ? typed->str : "导入",
                          checked->len > 0 ? checked->str : "—", cells, same);
}

SzPaper *
sz_form_make_f03b (SzOffice *office,
                   const SzForm *form,
                   const SzFormParams *params,
                   GCancellable *cancellable,
                   GError **error)
{
  static const SzTableOptions options = { .autofilter = TRUE };
  static const char *const signatures[] = { "计分员", "核分员", "监督员", "主考官", NULL };
  Table *table = g_new0 (Table, 1);
  g_autoptr (SzFormColumns) columns = NULL;
  const SzRecruitPost *post = NULL;
  g_autoptr (SzScoreLog) log = NULL;
  g_autofree char *place = NULL;
  g_autofree char *typing = NULL;
  SzPaper *paper = NULL;
  int component = -1;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && form != NULL && params != NULL, NULL);

  table->book = sz_form_plan_load (office, params, error);
  table->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  if (table->book != NULL)
    post = find_component (table->book, params, &component, error);
  if (post != NULL)
    list_lines (table, post, params->component, component);
  if (post != NULL && table->lines->len == 0)
    sz_form_refuse_empty (form, error);
  else if (post != NULL
           && (log = sz_score_log_load (office, table->book->plan.code, error)) != NULL)
    paper = sz_form_new_paper (office, form, form->title, "单位：分", error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  g_array_sort (table->lines, compare_lines_cb);
  columns = make_columns (table);
  place = dup_place (table->book, post, params->component);
  typing = dup_typing (table, log, params->component);
  sz_paper_add_text (paper, place);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ table->lines->len, fill_line_cb, table, table_freed_cb });
  if (typing != NULL)
    sz_paper_add_text (paper, typing);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
