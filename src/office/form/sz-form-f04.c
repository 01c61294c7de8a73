/* sz-form-f04.c — F04 考试总成绩及进入考察体检范围人员名单 (RULE rec-4 … rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-recruit.h"

typedef struct
{
  const SzRecruitPost *post;
  const SzRecruitPerson *person;
  gboolean first; /* of the post */
  char *group;    /* code and the line below the post's people */
} Line;

typedef struct
{
  SzRecruitBook *book;
  GPtrArray *components; /* of const char *, in order of first appearance */
  GArray *lines;         /* of Line */
  gboolean has_extra;
  guint shortlisted;
  guint pending;
} Table;

static void
line_freed_cb (gpointer data)
{
  g_free (((Line *)data)->group);
}

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->lines, g_array_unref);
  g_clear_pointer (&table->components, g_ptr_array_unref);
  g_clear_pointer (&table->book, sz_recruit_book_free);
  g_free (table);
}

static gboolean
is_examined (const SzRecruitPost *post)
{
  return post->plan.order != SZ_ORDER_ASSESSMENT;
}

static void
add_post (Table *table, const SzRecruitPost *post)
{
  guint shortlisted = 0;

  for (guint i = 0; i < post->plan.n_components; i++)
    if (!g_ptr_array_find_with_equal_func (table->components, post->plan.components[i].name,
                                           g_str_equal, NULL))
      g_ptr_array_add (table->components, post->plan.components[i].name);
  for (guint i = 0; i < post->entries->len; i++)
    shortlisted += g_array_index (post->entries, SzExamEntry, i).shortlisted ? 1 : 0;
  for (guint i = 0; i < post->entries->len; i++)
    {
      const guint index = post->order[i];
      const SzExamEntry *entry = &g_array_index (post->entries, SzExamEntry, index);
      const Line line = { post, g_ptr_array_index (post->entrants, index), i == 0,
                          g_strdup_printf ("%s\036%s %s：进入考察体检范围 %u 人", post->row->code,
                                           post->row->code, post->row->name, shortlisted) };

      g_array_append_val (table->lines, line);
      table->has_extra |= entry->has_extra;
    }
  table->shortlisted += shortlisted;
  table->pending += post->summary.n_pending;
}

static Table *
gather (SzOffice *office, const SzFormParams *params, GError **error)
{
  SzRecruitBook *book = sz_form_plan_load (office, params, error);
  Table *table;

  if (book == NULL)
    return NULL;
  table = g_new0 (Table, 1);
  table->book = book;
  table->components = g_ptr_array_new ();
  table->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (table->lines, line_freed_cb);
  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      if (sz_form_plan_wants (params, post) && is_examined (post) && !post->cancelled)
        add_post (table, post);
    }
  return table;
}

/* ---- the table ---- */

static void
fill_post (const Line *line, SzFormRow *row)
{
  if (!line->first)
    {
      for (guint i = 0; i < 4; i++)
        sz_form_row_empty (row);
      return;
    }
  sz_form_row_text (row, line->post->row->code);
  sz_form_row_text (row, line->post->row->name);
  sz_form_row_take (row, g_strdup_printf ("%d", line->post->row->places));
  sz_form_row_take (row, g_strdup_printf ("%" G_GINT64_FORMAT, line->post->places));
}

static const char *
get_remark (const SzExamEntry *entry)
{
  static const char *const remarks[SZ_N_EXAM_STATES] = { [SZ_EXAM_PENDING] = "成绩未齐",
                                                         [SZ_EXAM_ABSENT] = "缺考",
                                                         [SZ_EXAM_VOID] = "违纪",
                                                         [SZ_EXAM_CHEATED] = "作弊",
                                                         [SZ_EXAM_BELOW_LINE] = "未达合格线",
                                                         [SZ_EXAM_NOT_ENTERED] = "未进入下一轮" };

  return remarks[entry->state];
}

static void
fill_line_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const Line *line = &g_array_index (table->lines, Line, index);
  const SzExamEntry *entry = line->person->entry;

  sz_form_row_group (row, line->group);
  fill_post (line, row);
  sz_form_row_text (row, line->person->row->ticket);
  sz_form_row_take (row, sz_form_dup_name (line->person->row->name));
  for (guint i = 0; i < table->components->len; i++)
    {
      const int at
          = sz_exam_plan_find (&line->post->plan, g_ptr_array_index (table->components, i));

      if (at >= 0 && entry->scores[at].state == SZ_SCORE_GIVEN)
        sz_form_row_number (row, entry->scores[at].score_x100);
      else
        sz_form_row_empty (row);
    }
  if (table->has_extra && entry->has_extra)
    sz_form_row_number (row, entry->extra_x100);
  else if (table->has_extra)
    sz_form_row_empty (row);
  if (entry->has_total)
    sz_form_row_number (row, entry->total_x100);
  else
    sz_form_row_empty (row);
  if (entry->rank > 0)
    sz_form_row_number (row, entry->rank);
  else
    sz_form_row_empty (row);
  sz_form_row_text (row, entry->shortlisted ? "是" : entry->extra_needed ? "需加试" : NULL);
  sz_form_row_text (row, get_remark (entry));
}

static SzFormColumns *
make_columns (const Table *table)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "岗位代码", SZ_COLUMN_CODE, 0, 6);
  sz_form_columns_add (columns, NULL, "岗位名称", SZ_COLUMN_TEXT, 0, 14);
  sz_form_columns_add (columns, NULL, "计划数", SZ_COLUMN_CODE, 0, 6);
  sz_form_columns_add (columns, NULL, "实际数", SZ_COLUMN_CODE, 0, 6);
  sz_form_columns_add (columns, NULL, "准考证号", SZ_COLUMN_CODE, 0, 11);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 8);
  for (guint i = 0; i < table->components->len; i++)
    sz_form_columns_add (columns, NULL, g_ptr_array_index (table->components, i), SZ_COLUMN_DECIMAL,
                         2, 8)
        ->dash
        = TRUE;
  if (table->has_extra)
    sz_form_columns_add (columns, NULL, SZ_COMPONENT_EXTRA, SZ_COLUMN_DECIMAL, 2, 7)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "总成绩", SZ_COLUMN_DECIMAL, 2, 8)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "名次", SZ_COLUMN_COUNT, 0, 5)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "是否进入", SZ_COLUMN_TEXT, 0, 7);
  sz_form_columns_add (columns, NULL, "备注", SZ_COLUMN_TEXT, 0, 12);
  return columns;
}

/* ---- around it ---- */

/* How it was reckoned, once for all posts that are reckoned alike. */
static void
add_methods (SzPaper *paper, const Table *table)
{
  g_autoptr (GPtrArray) methods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func (g_free); /* one a method */
  g_autoptr (GString) all = g_string_new ("成绩计算办法：");
  const SzExamRules *rules = &table->book->rules->exam;

  for (guint i = 0; i < table->lines->len; i++)
    {
      const Line *line = &g_array_index (table->lines, Line, i);
      g_autofree char *method = line->first ? sz_form_exam_dup (&line->post->plan) : NULL;
      guint at = 0;

      if (method == NULL)
        continue;
      if (g_ptr_array_find_with_equal_func (methods, method, g_str_equal, &at))
        {
          char **codes = (char **)&g_ptr_array_index (posts, at);
          g_autofree char *before = *codes;

          *codes = g_strconcat (before, "、", line->post->row->code, NULL);
          continue;
        }
      g_ptr_array_add (methods, g_steal_pointer (&method));
      g_ptr_array_add (posts, g_strdup (line->post->row->code));
    }
  for (guint i = 0; i < methods->len; i++)
    g_string_append_printf (all, "%s：%s；", (const char *)g_ptr_array_index (posts, i),
                            (const char *)g_ptr_array_index (methods, i));
  g_string_append_printf (all,
                          "考官评分去掉 %d 个最高分和 %d 个最低分后取平均分，"
                          "各项成绩和总成绩四舍五入保留 2 位小数。",
                          rules->trim, rules->trim);
  sz_paper_add_text (paper, all->str);
}

/* RULE rec-1: those whose exam does not take place. */
static void
add_cancelled (SzPaper *paper, const Table *table, const SzFormParams *params)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (table->book->posts, i);
      g_autofree char *ratio
          = post->plan.has_ratio ? sz_form_ratio_dup (post->plan.ratio_x1e4) : g_strdup ("不设");

      if (post->cancelled && is_examined (post) && sz_form_plan_wants (params, post))
        g_string_append_printf (text, "%s%s %s（计划 %d 人，合格 %u 人，开考比例 %s）",
                                text->len > 0 ? "；" : "取消的岗位：", post->row->code,
                                post->row->name, post->row->places, post->qualified, ratio);
    }
  if (text->len > 0)
    sz_paper_add_text (paper, text->str);
}

SzPaper *
sz_form_make_f04 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[] = { "人事处", "纪检监察", NULL };
  Table *table = gather (office, params, error);
  g_autoptr (SzFormColumns) columns = NULL;
  g_autofree char *total = NULL;
  g_autofree char *head = NULL;
  SzTableOptions options = { .autofilter = TRUE };
  SzPaper *paper = NULL;

  g_return_val_if_fail (form != NULL, NULL);

  if (table == NULL)
    return NULL;
  if (table->lines->len == 0)
    sz_form_refuse_empty (form, error);
  else
    paper = sz_form_new_paper (office, form, form->title, "单位：分", error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  if (table->pending > 0)
    sz_paper_add_text (paper, "成绩未齐");
  head = sz_form_plan_line (table->book);
  sz_paper_add_text (paper, head);
  add_methods (paper, table);
  total = g_strdup_printf ("合计：进入考察体检范围 %u 人", table->shortlisted);
  options.total_text = total;
  columns = make_columns (table);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ table->lines->len, fill_line_cb, table, table_freed_cb });
  add_cancelled (paper, table, params);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
