/* sz-columns-rows.c — what a row below the headings is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-columns.h"

static const char *const total_words[] = {
  "合计", "小计", "总计", "共计", "累计", "汇总", "本页小计", "本页合计", "全校合计",
};
static const char *const signature_words[] = {
  "制表人",   "审核人",   "单位负责人", "填表人",     "负责人",     "经办人",
  "复核人",   "填报人",   "校对人",     "部门负责人", "财务负责人", "主管领导",
  "分管领导", "院长签字", "领导签字",   "报送人",     "填报单位",   "填报日期",
  "制表日期", "制表单位", "单位盖章",   "单位公章",   "以下空白",   "以下无正文",
};
/* Of these only those before a colon are signatures. */
static const char *const signature_beginnings[]
    = { "制表", "审核", "复核", "校对", "院长", "主管", "日期" };
static const char *const note_words[] = { "注", "备注", "说明", "填表说明", "填报说明" };

static const char *
skip_blanks (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
is_blank (const SzCell *cell)
{
  return cell->type == SZ_CELL_EMPTY || *skip_blanks (cell->text) == '\0';
}

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == 0xff1a;
}

/* "合 计" is "合计": forms spread words by blanks. Behind @word, or NULL. */
static const char *
skip_word (const char *text, const char *word)
{
  while (*word != '\0')
    {
      text = skip_blanks (text);
      if (g_utf8_get_char (text) != g_utf8_get_char (word))
        return NULL;
      text = g_utf8_next_char (text);
      word = g_utf8_next_char (word);
    }
  return skip_blanks (text);
}

/* A word stands alone, or before a figure or mark: "合计（元）", "合计：128人", not "合计局". */
static gboolean
ends_word (const char *behind)
{
  gunichar c = g_utf8_get_char (behind);

  return c == 0 || !g_unichar_isalpha (c) || c == 0x4eba || c == 0x91d1; /* 人 金 */
}

static gboolean
is_total (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (total_words); i++)
    {
      const char *behind = skip_word (text, total_words[i]);

      if (behind != NULL && ends_word (behind))
        return TRUE;
    }
  return g_str_has_suffix (text, "小计") || g_str_has_suffix (text, "合计")
         || g_str_has_suffix (text, "汇总") || g_str_has_suffix (text, "总计");
}

static gboolean
is_signature (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signature_words); i++)
    {
      const char *behind = skip_word (text, signature_words[i]);

      if (behind != NULL && ends_word (behind))
        return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (signature_beginnings); i++)
    {
      const char *behind = skip_word (text, signature_beginnings[i]);

      if (behind != NULL && is_colon (g_utf8_get_char (behind)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_note (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (note_words); i++)
    {
      const char *behind = skip_word (text, note_words[i]);

      if (behind != NULL && is_colon (g_utf8_get_char (behind)))
        return TRUE;
    }
  return FALSE;
}

/* Nothing of ours in the row: blank, or only a running number printed in advance. */
static gboolean
has_no_field (const SzColumns *columns, const SzTableRow *row)
{
  for (guint i = 0; i < columns->n_specs; i++)
    if (!is_blank (sz_columns_cell (columns, row, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_field (const SzColumns *columns, guint column)
{
  for (guint i = 0; i < columns->n_specs; i++)
    if (columns->column_of_field[i] == (gint)column)
      return TRUE;
  return FALSE;
}

static gboolean
is_alone (const SzTableRow *row, guint column)
{
  for (guint i = column + 1; i < row->n_cells; i++)
    if (!is_blank (&row->cells[i]))
      return FALSE;
  return TRUE;
}

/* A remark that stands alone in its row, in brackets from end to end. */
static gboolean
is_remark (const char *text)
{
  g_autofree char *trimmed = g_strchomp (g_strdup (text));
  gboolean wide = g_str_has_prefix (trimmed, "（") && g_str_has_suffix (trimmed, "）");

  return wide || (*trimmed == '(' && g_str_has_suffix (trimmed, ")"));
}

/* Printed lists repeat the headings on each page. */
static gboolean
repeats_headings (const SzColumns *columns, const SzTableRow *row)
{
  guint n_equal = 0;

  for (guint i = 0; i < columns->n_specs; i++)
    {
      const SzCell *cell = sz_columns_cell (columns, row, i);
      gint column = columns->column_of_field[i];

      if (column < 0 || is_blank (cell))
        continue;
      if (strcmp (cell->text, g_ptr_array_index (columns->headings, column)) != 0)
        return FALSE;
      n_equal++;
    }
  return n_equal >= 2;
}

gboolean
sz_columns_ends (SzRowKind kind, gboolean ended)
{
  return kind == SZ_ROW_SIGNATURE || (ended && kind != SZ_ROW_HEADING);
}

static guint
find_filled (const SzTableRow *row, guint from)
{
  while (from < row->n_cells && is_blank (&row->cells[from]))
    from++;
  return from;
}

static gboolean
is_running_number (const SzColumns *columns, guint column)
{
  return column < columns->headings->len && !is_field (columns, column)
         && skip_word (g_ptr_array_index (columns->headings, column), "序号") != NULL;
}

/* Every required field has a value: a role 负责人 and a project 示例工厂实训 are data. */
static gboolean
is_whole (const SzColumns *columns, const SzTableRow *row)
{
  gboolean any = FALSE;

  for (guint i = 0; columns->required != NULL && i < columns->n_specs; i++)
    {
      if (columns->required[i] && is_blank (sz_columns_cell (columns, row, i)))
        return FALSE;
      any |= columns->required[i];
    }
  return any;
}

/* Our own template marks its example by the word alone before the value: "示例 1001". */
static gboolean
is_example (const SzColumns *columns, const SzTableRow *row, const char *text)
{
  const char *behind = text + strlen ("示例");

  if (!g_str_has_prefix (text, "示例"))
    return FALSE;
  return !g_unichar_isalpha (g_utf8_get_char (behind)) || !is_whole (columns, row);
}

/* What the cell at the head of a row makes of the row. */
static SzRowKind
classify_word (const SzColumns *columns, const SzTableRow *row, guint column)
{
  const char *text = column < row->n_cells ? skip_blanks (row->cells[column].text) : "";

  /* All words asked for are Chinese; numbers in front, the usual case, are done with here. */
  if ((guchar)*text >= 0x80)
    {
      if (is_example (columns, row, text))
        return SZ_ROW_EXAMPLE;
      if (is_total (text) && !is_whole (columns, row))
        return SZ_ROW_TOTAL;
      if (is_signature (text) && !is_whole (columns, row))
        return SZ_ROW_SIGNATURE;
    }
  if (*text != '\0' && is_alone (row, column) && (is_note (text) || is_remark (text)))
    return SZ_ROW_BLANK;
  /* 序号 runs on beside 合计 in some lists. */
  if (column < row->n_cells && is_running_number (columns, column))
    return classify_word (columns, row, find_filled (row, column + 1));
  return SZ_ROW_DATA;
}

/* Subtotals name their group first and say what they are in any column: 电气系 … 小计. */
static gboolean
says_total (const SzColumns *columns, const SzTableRow *row)
{
  guint n_filled = 0;

  for (guint i = 0; columns->required != NULL && i < columns->n_specs; i++)
    n_filled += columns->required[i] && !is_blank (sz_columns_cell (columns, row, i)) ? 1 : 0;
  if (n_filled > 1)
    return FALSE;
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].type == SZ_CELL_TEXT && (guchar)*row->cells[i].text >= 0x80
        && is_total (skip_blanks (row->cells[i].text)))
      return TRUE;
  return FALSE;
}

SzRowKind
sz_columns_classify (const SzColumns *columns, const SzTableRow *row)
{
  SzRowKind kind;
  guint first;

  g_return_val_if_fail (columns != NULL && row != NULL, SZ_ROW_BLANK);
  first = find_filled (row, 0);
  if (first == row->n_cells)
    return SZ_ROW_BLANK;
  kind = classify_word (columns, row, first);
  if (kind != SZ_ROW_DATA)
    return kind;
  if (repeats_headings (columns, row))
    return SZ_ROW_HEADING;
  if (has_no_field (columns, row))
    return SZ_ROW_BLANK;
  return says_total (columns, row) ? SZ_ROW_TOTAL : SZ_ROW_DATA;
}
