/* sz-pay-split-sheet.c — the cells of a department's sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-split-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-columns.h"
#include "sz-error.h"
#include "sz-text.h"

/* Where the fields that every sheet has stand among the specs; components follow. */
enum
{
  FIELD_STAFF_NO,
  FIELD_NAME,
  N_FIELDS
};

#define TOKEN_LENGTH 12

void
sz_split_sheet_free (SzSplitSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->department);
  g_free (sheet->token);
  g_array_unref (sheet->rows);
  g_ptr_array_unref (sheet->names);
  g_ptr_array_unref (sheet->cells);
  g_string_chunk_free (sheet->texts);
  g_free (sheet);
}

SzSplitSheet *
sz_split_sheet_new (void)
{
  SzSplitSheet *sheet = g_new0 (SzSplitSheet, 1);

  sheet->rows = g_array_new (FALSE, TRUE, sizeof (SzSplitRow));
  sheet->names = g_ptr_array_new ();
  sheet->cells = g_ptr_array_new_with_free_func (g_free);
  sheet->texts = g_string_chunk_new (4096);
  return sheet;
}

/* "部门：机械工程系" in a cell of its own. */
static void
take_label (const char *text, const char *label, char **value)
{
  g_autofree char *folded = sz_text_fold (text);
  const char *rest;

  if (*value != NULL || !g_str_has_prefix (folded, label))
    return;
  rest = folded + strlen (label);
  if (g_str_has_prefix (rest, "："))
    rest += strlen ("：");
  else if (*rest == ':')
    rest++;
  else
    return;
  *value = g_strstrip (g_strdup (rest));
}

/* What stands above the headings. */
static gboolean
read_labels (
    SzTableFile *file, const char *name, guint heading_row, SzSplitSheet *sheet, GError **error)
{
  g_autoptr (SzTable) table = sz_table_open (file, name, error);
  g_autoptr (GError) fault = NULL;
  const SzTableRow *row;

  if (table == NULL)
    return FALSE;
  while ((row = sz_table_next (table, NULL, &fault)) != NULL && row->number < heading_row)
    for (guint i = 0; i < row->n_cells; i++)
      {
        take_label (row->cells[i].text, "部门", &sheet->department);
        take_label (row->cells[i].text, "校验码", &sheet->token);
      }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

const char *
sz_pay_sheet_explain (const char *text, const GError *error)
{
  g_autofree char *code = error != NULL ? sz_error_dup_code (error) : g_strdup ("");

  g_return_val_if_fail (text != NULL, "");
  if (g_str_equal (text, "="))
    return _ (" (its formula has no result yet: open the file in the spreadsheet program and save "
              "it there)");
  if (*text == '#')
    return _ (" (its formula fails: correct it, or type the value)");
  if (sz_columns_unit (text) != NULL)
    return _ (" (amounts are counted in yuan, never in 万元 or 千元)");
  if (strstr (text, "元") != NULL)
    return _ (" (digits alone, without 元)");
  if (g_str_has_suffix (code, ".decimals"))
    return _ (" (at most two decimals)");
  return g_str_has_suffix (code, ".overflow") ? _ (" (it is too large)") : "";
}

/* A dash or nothing is empty; a formula without a value is no amount. */
static SzSplitCell
take_cell (SzSplitSheet *sheet, const SzCell *cell)
{
  static const char *const dashes[] = { "", "-", "—", "――", "——", "–", "/", NULL };
  g_autofree char *folded = sz_text_squeeze (cell->text);
  g_autoptr (GError) fault = NULL;
  SzSplitCell taken
      = { SZ_SPLIT_INVALID, 0, g_string_chunk_insert (sheet->texts, cell->text), NULL };

  if (cell->type == SZ_CELL_EMPTY || g_strv_contains (dashes, folded))
    taken.state = SZ_SPLIT_EMPTY;
  else if ((cell->type == SZ_CELL_TEXT || cell->type == SZ_CELL_NUMBER)
           && sz_money_parse (folded, &taken.amount_fen, &fault))
    taken.state = SZ_SPLIT_AMOUNT;
  else
    taken.why = sz_pay_sheet_explain (folded, fault);
  return taken;
}

SzSplitSheet *
sz_split_sheet_type (const SzSplitTyped *typed, const char *department)
{
  SzSplitSheet *sheet = sz_split_sheet_new ();
  const char *const *cell;

  g_return_val_if_fail (typed != NULL, sheet);
  sheet->department = g_strdup (department);
  sheet->token = g_strdup (typed->token);
  cell = typed->cells;
  for (guint i = 0; i < typed->n_rows; i++)
    {
      SzSplitCell *cells = g_new0 (SzSplitCell, typed->n_components + 1);
      SzSplitRow row = { .row = i + 1,
                         .staff_no = g_string_chunk_insert (sheet->texts, *cell++),
                         .cells = cells };

      for (guint j = 0; j < typed->n_components; j++)
        cells[j] = take_cell (sheet, &(SzCell){ .type = SZ_CELL_TEXT, .text = (char *)*cell++ });
      g_ptr_array_add (sheet->cells, cells);
      g_ptr_array_add (sheet->names, (gpointer) "");
      g_array_append_val (sheet->rows, row);
    }
  return sheet;
}

static void
take_row (SzSplitSheet *sheet, const SzColumns *columns, const SzTableRow *row, guint n_columns)
{
  g_autofree char *staff_no
      = sz_text_squeeze (sz_columns_cell (columns, row, FIELD_STAFF_NO)->text);
  g_autofree char *name = sz_text_squeeze (sz_columns_cell (columns, row, FIELD_NAME)->text);
  SzSplitCell *cells = g_new0 (SzSplitCell, n_columns + 1);
  SzSplitRow taken = { .row = row->number,
                       .staff_no = g_string_chunk_insert (sheet->texts, staff_no),
                       .cells = cells };

  for (guint i = 0; i < n_columns; i++)
    cells[i] = take_cell (sheet, sz_columns_cell (columns, row, N_FIELDS + i));
  g_ptr_array_add (sheet->cells, cells);
  g_ptr_array_add (sheet->names, g_string_chunk_insert (sheet->texts, name));
  g_array_append_val (sheet->rows, taken);
}

/* A component by its name; where it is the only one, also by what an amount is called. */
static SzColumnSpec *
make_specs (const SzSplitColumn *columns, guint n_columns)
{
  static const char *const numbers[] = { "职工号", "教工号", "工资号", "员工编号", NULL };
  static const char *const amounts[] = { "金额", "分配金额", "二次分配金额", "发放金额", NULL };
  SzColumnSpec *specs = g_new0 (SzColumnSpec, N_FIELDS + n_columns);

  specs[FIELD_STAFF_NO] = (SzColumnSpec){ "工号", "工号", numbers, TRUE };
  specs[FIELD_NAME] = (SzColumnSpec){ "姓名", "姓名", NULL, FALSE };
  for (guint i = 0; i < n_columns; i++)
    specs[N_FIELDS + i]
        = (SzColumnSpec){ columns[i].name, columns[i].name, n_columns == 1 ? amounts : NULL, TRUE };
  return specs;
}

/* A heading that says 元 has the last word over a line above it. */
void
sz_pay_sheet_judge_unit (const SzColumns *columns, guint field, SzIssueList *issues)
{
  const char *heading;
  const char *unit;
  int column;

  g_return_if_fail (columns != NULL && issues != NULL);
  column = columns->heading_row != 0 ? columns->column_of_field[field] : -1;
  if (column < 0)
    return;
  heading = g_ptr_array_index (columns->headings, column);
  unit = sz_columns_unit (heading);
  if (unit != NULL || (columns->unit_row != 0 && strstr (heading, "元") == NULL))
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "money.unit",
                       unit != NULL ? columns->heading_row : columns->unit_row, heading, unit,
                       NULL);
}

void
sz_pay_sheet_tell_hidden (guint hidden, SzIssueList *issues)
{
  g_autofree char *count = g_strdup_printf ("%u", hidden);

  g_return_if_fail (issues != NULL);
  if (hidden > 0)
    sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "rows.hidden", 0, NULL, NULL, "count", count,
                       NULL);
}

static gboolean
check_headings (const SzColumns *columns, const SzColumnSpec *specs, SzIssueList *issues)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < columns->n_specs; i++)
    if (specs[i].required && (columns->heading_row == 0 || columns->column_of_field[i] < 0))
      {
        sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "heading.missing", columns->heading_row,
                           specs[i].heading, specs[i].heading, NULL);
        complete = FALSE;
      }
  return complete;
}

static gboolean
read_rows (SzTable *table,
           SzColumns *columns,
           guint n_columns,
           SzSplitSheet *sheet,
           SzIssueList *issues,
           GError **error)
{
  g_autoptr (GError) fault = NULL;
  const SzTableRow *row;
  gboolean ended = FALSE;
  guint hidden = 0;

  while ((row = sz_table_next (table, NULL, &fault)) != NULL)
    {
      SzRowKind kind = sz_columns_classify (columns, row);

      ended = sz_columns_ends (kind, ended);
      if (kind != SZ_ROW_DATA || ended)
        continue;
      hidden += row->hidden ? 1 : 0;
      take_row (sheet, columns, row, n_columns);
    }
  sz_pay_sheet_tell_hidden (hidden, issues);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

SzSplitSheet *
sz_split_sheet_read (const char *path,
                     const char *name,
                     const SzSplitColumn *columns,
                     guint n_columns,
                     SzIssueList *issues,
                     GError **error)
{
  g_autoptr (SzSplitSheet) sheet = sz_split_sheet_new ();
  g_autofree SzColumnSpec *specs = NULL;
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzTable) table = NULL;
  g_autoptr (SzColumns) found = NULL;

  g_return_val_if_fail (path != NULL && columns != NULL && issues != NULL, NULL);
  file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, error);
  table = file != NULL ? sz_table_open (file, name, error) : NULL;
  if (table == NULL)
    return NULL;
  specs = make_specs (columns, n_columns);
  found = sz_columns_find (table, specs, N_FIELDS + n_columns, NULL, NULL, error);
  if (found == NULL)
    return NULL;
  for (guint i = 0; i < n_columns; i++)
    sz_pay_sheet_judge_unit (found, N_FIELDS + i, issues);
  if (!check_headings (found, specs, issues))
    return g_steal_pointer (&sheet);
  if (!read_labels (file, name, found->heading_row, sheet, error)
      || !read_rows (table, found, n_columns, sheet, issues, error))
    return NULL;
  return g_steal_pointer (&sheet);
}

GArray *
sz_split_columns (const SzPayRunFile *run)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SzSplitColumn));

  g_return_val_if_fail (run != NULL, columns);
  for (guint i = 0; i < run->scheme->components->len; i++)
    {
      SzSplitColumn column = { i, g_array_index (run->scheme->components, SzComponent, i).name };

      if (sz_scheme_by_department (run->scheme, i))
        g_array_append_val (columns, column);
    }
  return columns;
}

guint
sz_split_count_members (const SzPayRunFile *run, guint department)
{
  const SzPayResult *result;
  guint n = 0;

  g_return_val_if_fail (run != NULL, 0);
  result = &run->frozen->result;
  for (gsize i = 0; i < result->n_lines; i++)
    if (strcmp (result->lines[i].department, result->departments[department].name) == 0
        && sz_pay_is_member (result, &result->lines[i], run->frozen->n_components))
      n++;
  return n;
}

char *
sz_split_dup_token (const SzPayRunFile *run, guint department, const GArray *columns)
{
  const SzPayResult *result;
  const SzPayDepartmentSum *sum;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *hash = NULL;

  g_return_val_if_fail (run != NULL && columns != NULL, NULL);
  result = &run->frozen->result;
  sum = &result->departments[department];
  g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\n",
                          run->frozen->run.id, run->frozen->life.revision,
                          run->frozen->run.lines_hash, sum->name);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n",
                            sum->pools_fen != NULL
                                ? sum->pools_fen[g_array_index (columns, SzSplitColumn, i).part]
                                : -1);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize)text->len);
  return g_strndup (hash, TOKEN_LENGTH);
}

void
sz_split_sheet_take (SzSplitSheet *sheet, const SzPaySplit *split, const GArray *columns)
{
  json_t *list = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  json_t *item;
  gsize i;

  g_return_if_fail (sheet != NULL && split != NULL && columns != NULL);
  list = json_loads (split->amounts, 0, NULL);
  json_array_foreach (list, i, item)
  {
    const char *staff_no
        = g_string_chunk_insert_const (sheet->texts, json_string_value (json_array_get (item, 0)));
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, staff_no));
    SzSplitCell *cells;

    if (place == 0)
      {
        SzSplitRow row = { .row = 1, .staff_no = staff_no, .known = TRUE };

        row.cells = cells = g_new0 (SzSplitCell, columns->len + 1);
        for (guint j = 0; j < columns->len; j++)
          cells[j].text = "";
        g_ptr_array_add (sheet->cells, cells);
        g_array_append_val (sheet->rows, row);
        place = sheet->rows->len;
        g_hash_table_insert (places, (gpointer)staff_no, GUINT_TO_POINTER (place));
      }
    cells = g_ptr_array_index (sheet->cells, place - 1);
    for (guint j = 0; j < columns->len; j++)
      if (g_array_index (columns, SzSplitColumn, j).part
          == (guint)json_integer_value (json_array_get (item, 1)))
        cells[j] = (SzSplitCell){ SZ_SPLIT_AMOUNT, json_integer_value (json_array_get (item, 2)),
                                  "", NULL };
  }
  json_decref (list);
}
