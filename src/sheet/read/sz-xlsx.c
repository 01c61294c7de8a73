/* sz-xlsx.c — a workbook: what all its sheets need, read once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

static gboolean
read_shared_parts (SzXlsx *xlsx, GCancellable *cancellable, GError **error)
{
  /* A part that is named and not there leaves numbers as they are. */
  if (xlsx->styles_part != NULL && sz_zip_has (xlsx->zip, xlsx->styles_part)
      && !sz_xlsx_styles_read (&xlsx->styles, xlsx->zip, xlsx->input, xlsx->styles_part,
                               cancellable, error))
    return FALSE;
  return xlsx->strings_part == NULL
         || sz_xlsx_strings_read (&xlsx->strings, xlsx->zip, xlsx->input, xlsx->strings_part,
                                  cancellable, error);
}

SzXlsx *
sz_xlsx_open (SzInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzXlsx) xlsx = g_new0 (SzXlsx, 1);

  xlsx->input = sz_input_ref (input);
  xlsx->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_xlsx_sheet_info_free);
  xlsx->zip = sz_zip_open (input, error);
  if (xlsx->zip == NULL || !sz_xlsx_workbook_read (xlsx, cancellable, error)
      || !read_shared_parts (xlsx, cancellable, error))
    return NULL;
  return g_steal_pointer (&xlsx);
}

void
sz_xlsx_free (SzXlsx *xlsx)
{
  if (xlsx == NULL)
    return;
  sz_xlsx_strings_clear (&xlsx->strings);
  sz_xlsx_styles_clear (&xlsx->styles);
  g_free (xlsx->strings_part);
  g_free (xlsx->styles_part);
  g_ptr_array_unref (xlsx->sheets);
  sz_zip_free (xlsx->zip);
  sz_input_unref (xlsx->input);
  g_free (xlsx);
}
