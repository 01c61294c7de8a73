/* sz-pay-split-out.c — the sheets that go out to the departments 二次分配表 (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-fill-xlsx.h"
#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-pay-split-act.h"
#include "sz-pay-split-sheet.h"

#define SHEET_NAME "二次分配表"
#define HINT "填写说明：只填黄色列，单位元，合计必须等于可分配总额；个人不得为负；不得增减人员。"
/* 序号 工号 姓名 岗位等级 月数, three a component, 备注. */
#define COLUMNS_BEFORE 5
#define COLUMNS_EACH 3

/* One department's sheet under way. Texts live in @texts. */
typedef struct
{
  const SzPayRunFile *run;
  const GArray *parts; /* of SzSplitColumn */
  guint department;
  GStringChunk *texts;
  GArray *columns; /* of SzFillColumn */
  GArray *cells;   /* of SzFillCell */
  guint n_rows;
} Out;

static void
clear_out (Out *out)
{
  g_string_chunk_free (out->texts);
  g_array_unref (out->columns);
  g_array_unref (out->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Out, clear_out)

static const char *
keep_text (Out *out, char *text)
{
  const char *kept = g_string_chunk_insert (out->texts, text);

  g_free (text);
  return kept;
}

static SzMoney
get_pool (const Out *out, guint part)
{
  const SzMoney *pools_fen = out->run->frozen->result.departments[out->department].pools_fen;

  return pools_fen != NULL ? MAX (pools_fen[part], 0) : 0;
}

static void
add_columns (Out *out)
{
  static const SzFillColumn before[COLUMNS_BEFORE] = { { "序号", SZ_FILL_COUNT, 6, 0 },
                                                       { "工号", SZ_FILL_TEXT, 12, 0 },
                                                       { "姓名", SZ_FILL_TEXT, 10, 0 },
                                                       { "岗位等级", SZ_FILL_TEXT, 12, 0 },
                                                       { "月数", SZ_FILL_COUNT, 6, 0 } };
  static const SzFillColumn note = { "备注", SZ_FILL_NOTE, 20, 0 };

  g_array_append_vals (out->columns, before, COLUMNS_BEFORE);
  for (guint i = 0; i < out->parts->len; i++)
    {
      const SzSplitColumn *part = &g_array_index (out->parts, SzSplitColumn, i);
      const SzFillColumn three[COLUMNS_EACH]
          = { { keep_text (out, g_strconcat (part->name, "测算额", NULL)), SZ_FILL_AMOUNT, 14, 0 },
              { part->name, SZ_FILL_INPUT, 14, 0 },
              { "差额", SZ_FILL_REST, 12, get_pool (out, part->part) } };

      g_array_append_vals (out->columns, three, COLUMNS_EACH);
    }
  g_array_append_val (out->columns, note);
}

static void
add_row (Out *out, const SzPayLine *line)
{
  const SzPayPerson *person = &out->run->frozen->input.people[line->index];
  const SzFillCell before[COLUMNS_BEFORE]
      = { { NULL, ++out->n_rows },
          { person->staff_no, 0 },
          { person->name, 0 },
          { line->post != 0 ? keep_text (out, sz_post_name (line->post)) : "—", 0 },
          { NULL, line->months } };
  const SzFillCell note = { NULL, 0 };

  g_array_append_vals (out->cells, before, COLUMNS_BEFORE);
  for (guint i = 0; i < out->parts->len; i++)
    {
      const SzPayShare *share = &line->shares[g_array_index (out->parts, SzSplitColumn, i).part];
      const char *dash = share->admitted ? NULL : "—";
      const SzFillCell three[COLUMNS_EACH]
          = { { dash, share->central_fen }, { dash, 0 }, { NULL, 0 } };

      g_array_append_vals (out->cells, three, COLUMNS_EACH);
    }
  g_array_append_val (out->cells, note);
}

/* A line for each component: what there is to split. */
static const char *const **
make_lines (Out *out, GPtrArray *lines)
{
  const SzPayResult *result = &out->run->frozen->result;
  g_autofree char *token = sz_split_dup_token (out->run, out->department, out->parts);
  const char **head = g_new0 (const char *, 4);
  const char **hint = g_new0 (const char *, 2);

  head[0]
      = keep_text (out, g_strconcat ("部门：", result->departments[out->department].name, NULL));
  head[1] = keep_text (out, g_strdup_printf ("批次：%" G_GINT64_FORMAT, out->run->frozen->run.id));
  head[2] = keep_text (out, g_strconcat ("校验码：", token, NULL));
  g_ptr_array_add (lines, head);
  for (guint i = 0; i < out->parts->len; i++)
    {
      const SzSplitColumn *part = &g_array_index (out->parts, SzSplitColumn, i);
      g_autofree char *pool = sz_money_format_grouped (get_pool (out, part->part));
      const char **line = g_new0 (const char *, 2);

      line[0] = keep_text (out, g_strconcat (part->name, "可分配总额：", pool, NULL));
      g_ptr_array_add (lines, line);
    }
  hint[0] = HINT;
  g_ptr_array_add (lines, hint);
  g_ptr_array_add (lines, NULL);
  return (const char *const **)lines->pdata;
}

/* What no file system takes becomes a line. */
static char *
make_name (const char *department)
{
  g_autofree char *clean = g_strdup (department);

  return g_strconcat ("二次分配-", g_strdelimit (clean, "/\\:*?\"<>|", '_'), ".xlsx", NULL);
}

static gboolean
write_department (Out *out, const char *path, GError **error)
{
  static const char *const signatures[] = { "部门负责人（签字）：", "制表人：", "日期：", NULL };
  const SzPayResult *result = &out->run->frozen->result;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = g_strconcat (out->run->frozen->run.name, SHEET_NAME, NULL);
  SzFillSheet sheet = { .name = SHEET_NAME, .title = title, .signatures = signatures };

  add_columns (out);
  for (gsize i = 0; i < result->n_lines; i++)
    if (strcmp (result->lines[i].department, result->departments[out->department].name) == 0
        && sz_pay_is_member (result, &result->lines[i], out->run->frozen->n_components))
      add_row (out, &result->lines[i]);
  sheet.lines = make_lines (out, lines);
  sheet.columns = (const SzFillColumn *)(gpointer)out->columns->data;
  sheet.n_columns = out->columns->len;
  sheet.cells = (const SzFillCell *)(gpointer)out->cells->data;
  sheet.n_rows = out->n_rows;
  return sz_fill_write_xlsx (&sheet, path, error);
}

static void
begin_out (Out *out, const SzPayRunFile *run, const GArray *parts, guint department)
{
  out->run = run;
  out->parts = parts;
  out->department = department;
  out->texts = g_string_chunk_new (4096);
  out->columns = g_array_new (FALSE, FALSE, sizeof (SzFillColumn));
  out->cells = g_array_new (FALSE, FALSE, sizeof (SzFillCell));
}

static void
file_cleared_cb (gpointer data)
{
  SzSplitFile *file = data;

  g_free (file->department);
  g_free (file->file);
  g_free (file->pools_fen);
}

static gboolean
export_department (SzOffice *office,
                   const SzPayRunFile *run,
                   const GArray *parts,
                   guint department,
                   const char *folder,
                   GArray *files,
                   GError **error)
{
  const char *name = run->frozen->result.departments[department].name;
  g_autofree char *base = make_name (name);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_auto (Out) out = { 0 };
  SzSplitFile file = { 0 };

  begin_out (&out, run, parts, department);
  if (!write_department (&out, path, error)
      || !sz_office_note_file (office, "pay.split-sheets", path, NULL,
                               json_pack ("{s:I, s:s}", "run", (json_int_t)run->frozen->run.id,
                                          "department", name),
                               error))
    return FALSE;
  file.department = g_strdup (name);
  file.file = g_strdup (base);
  file.people = out.n_rows;
  file.pools_fen = g_new0 (SzMoney, parts->len + 1);
  for (guint i = 0; i < parts->len; i++)
    file.pools_fen[i] = get_pool (&out, g_array_index (parts, SzSplitColumn, i).part);
  g_array_append_val (files, file);
  return TRUE;
}

static gboolean
has_money (const SzPayRunFile *run, guint department)
{
  const SzPayDepartmentSum *sum = &run->frozen->result.departments[department];

  for (guint i = 0; sum->pools_fen != NULL && i < run->frozen->n_components; i++)
    if (sum->pools_fen[i] > 0)
      return TRUE;
  return FALSE;
}

/* Sheets go out until the run is paid. */
static gboolean
open_run (SzOffice *office, gint64 run, const char *department, SzPayRunFile *file, GError **error)
{
  if (!sz_pay_run_open (sz_office_get_store (office), run, SZ_PAY_RUN_PLAIN | SZ_PAY_RUN_LEVELS,
                        file, error))
    return FALSE;
  if (strcmp (file->file->head.state, "paid") == 0)
    {
      g_autofree char *number = sz_pay_run_number (run);

      return sz_error_set (error, SZ_ERROR_REFUSED, "run.state", "run", number, "state", "paid",
                           "verb", "split", NULL);
    }
  return department == NULL || sz_pay_find_department (&file->frozen->result, department) >= 0
         || sz_error_set (error, SZ_ERROR_REFUSED, "split.department_unknown", "value", department,
                          NULL);
}

gboolean
sz_view_pay_split_sheet (
    SzOffice *office, gint64 run, const char *department, const char *path, GError **error)
{
  g_auto (SzPayRunFile) file = { 0 };
  g_autoptr (GArray) parts = NULL;
  g_auto (Out) out = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && department != NULL && path != NULL, FALSE);
  begin_out (&out, &file, NULL, 0);
  if (!open_run (office, run, department, &file, error))
    return FALSE;
  out.parts = parts = sz_split_columns (&file);
  out.department = (guint)sz_pay_find_department (&file.frozen->result, department);
  return write_department (&out, path, error);
}

char *
sz_view_pay_split_token (SzOffice *office, gint64 run, const char *department, GError **error)
{
  g_auto (SzPayRunFile) file = { 0 };
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && department != NULL, NULL);
  if (!open_run (office, run, department, &file, error))
    return NULL;
  parts = sz_split_columns (&file);
  return sz_split_dup_token (&file,
                             (guint)sz_pay_find_department (&file.frozen->result, department),
                             parts);
}

GArray *
sz_office_pay_split_sheets (SzOffice *office,
                            gint64 run,
                            const char *folder,
                            const char *department,
                            GPtrArray **components,
                            GError **error)
{
  g_auto (SzPayRunFile) file = { 0 };
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) files = g_array_new (FALSE, TRUE, sizeof (SzSplitFile));

  g_array_set_clear_func (files, file_cleared_cb);
  g_return_val_if_fail (SZ_IS_OFFICE (office) && folder != NULL && components != NULL, NULL);
  if (!open_run (office, run, department, &file, error))
    return NULL;
  /* a folder that is not there yet; where it cannot be made, the first file says so */
  g_mkdir_with_parents (folder, 0700);
  parts = sz_split_columns (&file);
  for (gsize i = 0; i < file.frozen->result.n_departments; i++)
    {
      const char *name = file.frozen->result.departments[i].name;

      if ((department == NULL || strcmp (name, department) == 0) && has_money (&file, (guint)i)
          && !export_department (office, &file, parts, (guint)i, folder, files, error))
        return NULL;
    }
  *components = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (*components, g_strdup (g_array_index (parts, SzSplitColumn, i).name));
  return g_steal_pointer (&files);
}
