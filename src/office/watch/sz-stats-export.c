/* sz-stats-export.c — the structure of the staff as a workbook or PDF 教职工队伍结构统计表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stats-export.h"

#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-outfile.h"
#include "sz-paper.h"

/* The rows of one table and 合计 behind them. */
typedef struct
{
  GArray *rows; /* of SzStatsRow, with the texts of the labels */
  guint next;
} Source;

static void
label_freed_cb (gpointer data)
{
  g_free (((SzStatsRow *)data)->label);
}

static gboolean
reset_cb (gpointer self, GError **error)
{
  ((Source *)self)->next = 0;
  return TRUE;
}

static gboolean
next_cb (gpointer self, SzValue *values, const char **group, GError **error)
{
  Source *source = self;
  const SzStatsRow *row;

  if (source->next == source->rows->len)
    return FALSE;
  row = &g_array_index (source->rows, SzStatsRow, source->next++);
  values[0] = (SzValue){ .type = SZ_VALUE_TEXT, .text = row->label };
  values[1] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = row->total };
  values[2] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = row->male };
  values[3] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = row->female };
  if (row->has_share)
    values[4] = (SzValue){ .type = SZ_VALUE_NUMBER, .number = row->share_x100 };
  return TRUE;
}

static guint64
count_cb (gpointer self)
{
  return ((Source *)self)->rows->len;
}

static void
source_freed_cb (gpointer self)
{
  g_array_unref (((Source *)self)->rows);
  g_free (self);
}

static const SzPaperSourceClass source_class
    = { .reset = reset_cb, .next = next_cb, .count = count_cb, .free = source_freed_cb };

static Source *
copy_rows (const GArray *rows)
{
  Source *source = g_new0 (Source, 1);

  source->rows = g_array_new (FALSE, TRUE, sizeof (SzStatsRow));
  g_array_set_clear_func (source->rows, label_freed_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      SzStatsRow row = g_array_index (rows, SzStatsRow, i);

      row.label = g_strdup (row.label);
      g_array_append_val (source->rows, row);
    }
  return source;
}

static void
add_table (SzPaper *paper, const GArray *rows)
{
  static const SzPaperColumn columns[] = {
    { .heading = "项目", .kind = SZ_COLUMN_TEXT, .width = 18 },
    { .heading = "合计", .kind = SZ_COLUMN_COUNT, .width = 10, .total = SZ_TOTAL_SUM },
    { .heading = "男", .kind = SZ_COLUMN_COUNT, .width = 10, .total = SZ_TOTAL_SUM },
    { .heading = "女", .kind = SZ_COLUMN_COUNT, .width = 10, .total = SZ_TOTAL_SUM },
    { .heading = "占比（%）",
      .kind = SZ_COLUMN_DECIMAL,
      .decimals = 2,
      .width = 12,
      .total = SZ_TOTAL_SUM,
      .dash = TRUE },
  };
  static const SzTableOptions options = { .total_label = "合计" };

  sz_paper_add_table (paper, columns, G_N_ELEMENTS (columns), &options, &source_class,
                      copy_rows (rows));
}

static void
add_chart (SzPaper *paper, const char *title, const GArray *rows)
{
  static const char *const sexes[] = { "男", "女", NULL };
  g_autofree const char **labels = g_new0 (const char *, rows->len + 1);
  g_autofree gint64 *counts = g_new0 (gint64, 2 * rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      const SzStatsRow *row = &g_array_index (rows, SzStatsRow, i);

      labels[i] = row->label;
      counts[i] = row->male;
      counts[rows->len + i] = row->female;
    }
  if (rows->len > 0)
    sz_paper_add_stack (paper, title, labels, rows->len, sexes, counts);
}

static char *
make_age (gint64 age_x10)
{
  return age_x10 < 0 ? g_strdup ("—") : sz_decimal_format (age_x10, 1);
}

/* Which people: college or department, which 人员类别. */
static char *
describe_scope (const SzStatsScope *scope, const char *college)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "范围：%s；人员类别：",
                          scope->department != NULL ? scope->department : college);
  for (const SzCode *code = sz_codes_table (SZ_TABLE_EMPLOYMENT); code->code != NULL; code++)
    if ((scope->employments & 1u << code->value) != 0)
      g_string_append_printf (text, "%s%s", g_str_has_suffix (text->str, "：") ? "" : "、",
                              code->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_head (SzPaper *paper, const SzStats *stats, const char *scope)
{
  g_autofree char *all = make_age (stats->average_age_x10[0]);
  g_autofree char *men = make_age (stats->average_age_x10[1]);
  g_autofree char *women = make_age (stats->average_age_x10[2]);
  g_autofree char *sums
      = g_strdup_printf ("总人数 %" G_GINT64_FORMAT " 人，专任教师 %" G_GINT64_FORMAT
                         " 人；平均年龄 %s 岁（男 %s 岁，女 %s 岁）。",
                         stats->people, stats->full_time, all, men, women);

  sz_paper_add_text (paper, scope);
  sz_paper_add_text (paper, sums);
}

GPtrArray *
sz_stats_papers (SzOffice *office, const SzStatsScope *scope, GError **error)
{
  static const char *const signatures[] = { "制表人", "人事部门负责人", NULL };
  g_autoptr (SzStats) stats = NULL;
  g_autofree char *college = NULL;
  g_autofree char *about = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  GPtrArray *papers;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && scope != NULL, NULL);
  stats = sz_view_stats (office, scope, error);
  college = stats != NULL ? sz_office_dup_college (office, error) : NULL;
  if (college == NULL)
    return NULL;
  about = describe_scope (scope, college);
  day = sz_date_format_cn (scope->day);
  title = g_strdup_printf ("教职工队伍结构统计表（截至%s）", day);
  papers = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_paper_unref);
  for (int i = 0; i < SZ_N_STATS_TABLES; i++)
    {
      const char *name = sz_stats_table_name ((SzStatsTable)i);
      SzPaper *paper = sz_paper_new (name, SZ_ORIENTATION_PORTRAIT);

      g_ptr_array_add (papers, paper);
      sz_paper_add_title (paper, title);
      if (i == 0)
        add_head (paper, stats, about);
      sz_paper_add_headline (paper, college, name, "单位：人");
      add_table (paper, stats->tables[i]);
      add_chart (paper, name, stats->tables[i]);
      sz_paper_add_signatures (paper, signatures);
    }
  return papers;
}

/* Nothing goes out without a trace: the file gets its name when the log knows of it (RULE aud-1).
 */
gboolean
sz_office_stats_export (SzOffice *office,
                        const SzStatsScope *scope,
                        const char *path,
                        GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *day = sz_date_format (scope->day);
  const gboolean is_pdf = g_str_has_suffix (lower, ".pdf");
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (SzOutfile) out = NULL;
  gboolean written;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (!is_pdf && !g_str_has_suffix (lower, ".xlsx"))
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_meeting", "file", name, NULL);
  papers = sz_stats_papers (office, scope, error);
  out = papers != NULL ? sz_outfile_new (path, error) : NULL;
  if (out == NULL)
    return FALSE;
  written = is_pdf ? sz_paper_write_pdf ((SzPaper *const *)papers->pdata, papers->len,
                                         sz_outfile_path (out), NULL, NULL, NULL, error)
                   : sz_paper_write_xlsx ((SzPaper *const *)papers->pdata, papers->len,
                                          sz_outfile_path (out), NULL, NULL, NULL, error);
  return written
         && sz_office_note_file (office, "export.stats", path, sz_outfile_path (out),
                                 json_pack ("{s:s}", "on", day), error)
         && sz_outfile_commit (out, error);
}
