/* sz-import-result.c — what an import is asked, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-result.h"

#include "sz-source-hash.h"

static void
column_freed_cb (gpointer data)
{
  SzImportColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
change_freed_cb (gpointer data)
{
  SzImportChange *change = data;

  g_free (change->key);
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
written_freed_cb (gpointer data)
{
  SzImportWritten *written = data;

  for (guint i = 0; i < written->n_values; i++)
    g_free (written->values[i]);
  g_free (written->values);
  g_free (written);
}

static void
skip_freed_cb (gpointer data)
{
  SzImportSkip *skip = data;

  g_free (skip->text);
  g_free (skip);
}

SzImportResult *
sz_import_result_new (const char *path)
{
  SzImportResult *result = g_new0 (SzImportResult, 1);

  g_return_val_if_fail (path != NULL, NULL);

  result->file = sz_source_dup_name (path);
  result->sheet = g_strdup ("");
  result->columns = g_ptr_array_new_with_free_func (column_freed_cb);
  result->changes = g_ptr_array_new_with_free_func (change_freed_cb);
  result->written = g_ptr_array_new_with_free_func (written_freed_cb);
  result->skips = g_ptr_array_new_with_free_func (skip_freed_cb);
  result->issues = sz_issue_list_new ();
  return result;
}

void
sz_import_result_free (SzImportResult *result)
{
  if (result == NULL)
    return;
  g_free (result->file);
  g_free (result->sheet);
  g_ptr_array_unref (result->columns);
  g_ptr_array_unref (result->changes);
  g_ptr_array_unref (result->written);
  g_ptr_array_unref (result->skips);
  sz_issue_list_free (result->issues);
  g_free (result);
}
