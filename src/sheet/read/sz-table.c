/* sz-table.c — opens a file of cells, whatever its kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-table.h"

#include "sz-csv-private.h"
#include "sz-sniff-private.h"
#include "sz-xls-convert-private.h"
#include "sz-xlsx-private.h"

#define MEBIBYTE (G_GUINT64_CONSTANT (1024) * 1024)

struct _SzTableFile
{
  gatomicrefcount refs; /* tables keep their file */
  SzInput *input;
  SzXlsx *xlsx; /* one of the two */
  SzCsv *csv;
  GPtrArray *sheets; /* of const char*, NULL-terminated */
};

const SzTableLimits *
sz_table_limits_default (void)
{
  static const SzTableLimits limits = {
    .file_bytes = 256 * MEBIBYTE,
    .entry_bytes = 1024 * MEBIBYTE,
    .total_bytes = 2048 * MEBIBYTE,
    .entries = 2000,
    .ratio = 250,
    .depth = 64,
    .cell_bytes = 131072, /* 32,767 characters, the most that spreadsheet programs allow */
    .rows = SZ_XLSX_ROWS,
    .columns = SZ_XLSX_COLUMNS,
  };

  return &limits;
}

static gboolean
open_workbook (SzTableFile *file, GCancellable *cancellable, GError **error)
{
  file->xlsx = sz_xlsx_open (file->input, cancellable, error);
  if (file->xlsx == NULL)
    return FALSE;
  for (guint i = 0; i < file->xlsx->sheets->len; i++)
    {
      const SzXlsxSheetInfo *info = g_ptr_array_index (file->xlsx->sheets, i);

      g_ptr_array_add (file->sheets, info->name);
    }
  return TRUE;
}

static gboolean
open_old_workbook (SzTableFile *file, GCancellable *cancellable, GError **error)
{
  SzInput *converted = sz_xls_convert (file->input, cancellable, error);

  if (converted == NULL)
    return FALSE;
  sz_input_unref (file->input);
  file->input = converted;
  return open_workbook (file, cancellable, error);
}

static gboolean
open_text (SzTableFile *file, SzEncoding encoding, GCancellable *cancellable, GError **error)
{
  file->csv = sz_csv_open (file->input, encoding, cancellable, error);
  if (file->csv == NULL)
    return FALSE;
  g_ptr_array_add (file->sheets, (gpointer) "");
  return TRUE;
}

static gboolean
open_by_content (SzTableFile *file, SzEncoding encoding, GCancellable *cancellable, GError **error)
{
  const char *detail = NULL;

  switch (sz_sniff_input (file->input, &detail, error))
    {
    case SZ_SNIFF_ZIP:
      return open_workbook (file, cancellable, error);
    case SZ_SNIFF_XLS:
      return open_old_workbook (file, cancellable, error);
    case SZ_SNIFF_TEXT:
      return open_text (file, encoding, cancellable, error);
    case SZ_SNIFF_ENCRYPTED:
      return sz_input_encrypted (file->input, error);
    case SZ_SNIFF_FAILED:
      return FALSE;
    case SZ_SNIFF_OTHER:
    default:
      return sz_input_refuse (file->input, error, detail, NULL, NULL);
    }
}

SzTableFile *
sz_table_file_open (const char *path,
                    SzEncoding encoding,
                    const SzTableLimits *limits,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SzTableFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  file = g_new0 (SzTableFile, 1);
  g_atomic_ref_count_init (&file->refs);
  file->sheets = g_ptr_array_new ();
  file->input = sz_input_open (path, limits != NULL ? limits : sz_table_limits_default (), error);
  if (file->input == NULL || !open_by_content (file, encoding, cancellable, error))
    return NULL;
  g_ptr_array_add (file->sheets, NULL);
  return g_steal_pointer (&file);
}

void
sz_table_file_free (SzTableFile *file)
{
  if (file == NULL || !g_atomic_ref_count_dec (&file->refs))
    return;
  g_clear_pointer (&file->xlsx, sz_xlsx_free);
  g_clear_pointer (&file->csv, sz_csv_free);
  g_clear_pointer (&file->input, sz_input_unref);
  g_ptr_array_unref (file->sheets);
  g_free (file);
}

const char *const *
sz_table_file_sheets (SzTableFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);
  return (const char *const *)file->sheets->pdata;
}

const char *
sz_table_file_active (SzTableFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  if (file->xlsx == NULL || file->xlsx->active < 0)
    return NULL;
  return g_ptr_array_index (file->sheets, (guint)file->xlsx->active);
}

const char *
sz_table_file_encoding (SzTableFile *file)
{
  g_return_val_if_fail (file != NULL, NULL);
  return file->csv != NULL ? sz_csv_encoding (file->csv) : NULL;
}

static gboolean
find_sheet (SzTableFile *file, const char *sheet, guint *index)
{
  *index = 0;
  if (sheet == NULL)
    return TRUE;
  for (guint i = 0; i + 1 < file->sheets->len; i++)
    {
      if (strcmp (g_ptr_array_index (file->sheets, i), sheet) != 0)
        continue;
      *index = i;
      return TRUE;
    }
  return FALSE;
}

SzTable *
sz_table_open (SzTableFile *file, const char *sheet, GError **error)
{
  SzTable *table;
  guint index;

  g_return_val_if_fail (file != NULL, NULL);
  if (!find_sheet (file, sheet, &index))
    {
      g_autofree char *sheets = g_strjoinv ("、", (char **)sz_table_file_sheets (file));

      sz_error_set (error, SZ_ERROR_FORMAT, "sheet.missing", "file", file->input->name, "sheet",
                    sheet, "sheets", sheets, NULL);
      return NULL;
    }
  table
      = file->csv != NULL
            ? sz_csv_table_new (file->csv)
            : sz_xlsx_sheet_new (file->xlsx, g_ptr_array_index (file->xlsx->sheets, index), error);
  if (table == NULL)
    return NULL;
  table->file = file;
  g_atomic_ref_count_inc (&file->refs);
  return table;
}

void
sz_table_free (SzTable *table)
{
  SzTableFile *file;

  if (table == NULL)
    return;
  file = table->file;
  table->klass->free (table);
  sz_table_file_free (file);
}

const SzTableRow *
sz_table_next (SzTable *table, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (table != NULL, NULL);
  return table->klass->next (table, cancellable, error);
}

void
sz_table_rewind (SzTable *table)
{
  g_return_if_fail (table != NULL);
  table->klass->rewind (table);
}

guint
sz_table_progress (SzTable *table)
{
  g_return_val_if_fail (table != NULL, 0);
  return table->klass->progress (table);
}
