/* sz-import-rows.c — kinds whose rows are rows of one table: checked by key, put one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-import-run.h"
#include "sz-import-rows-private.h"

gboolean
sz_import_rows_begin (SzImportRun *run, GError **error)
{
  g_clear_pointer (&run->keys, sz_import_keys_free);
  g_clear_pointer (&run->more_keys, sz_import_keys_free);
  run->keys = sz_import_keys_new ();
  run->more_keys = sz_import_keys_new ();
  return TRUE;
}

gboolean
sz_import_rows_met_cb (gconstpointer row, gpointer found, GError **error)
{
  *(gboolean *)found = TRUE;
  return FALSE;
}

static void
find_duplicate (SzImportRun *run, guint first_row)
{
  g_autofree char *where = sz_import_dup_where (first_row);

  sz_import_find (run, SZ_SEVERITY_ERROR, "row.duplicate", -1, NULL, "where", where, NULL);
}

/* Numbers rows of one key where a key may repeat; else a repeated key is a duplicate. FALSE when
   the row is one. */
static gboolean
place_row (SzImportRun *run, const SzImportRows *rows, gpointer row)
{
  g_autofree char *key = rows->key (row);
  g_autofree char *content = rows->content != NULL ? rows->content (row) : NULL;
  guint before = 0;
  guint first = sz_import_keys_add (run->keys, key, run->row->number, &before);

  if (content == NULL)
    {
      if (first != 0)
        find_duplicate (run, first);
      return first == 0;
    }
  /* Only the checking pass needs the contents; the writing one only counts. */
  if (run->act == NULL)
    {
      g_autofree char *whole = g_strconcat (key, "\x1e", content, NULL);

      first = sz_import_keys_add (run->more_keys, whole, run->row->number, NULL);
      if (first != 0)
        {
          find_duplicate (run, first);
          return FALSE;
        }
    }
  G_STRUCT_MEMBER (int, row, rows->ordinal_offset) = (int)before;
  return TRUE;
}

static gboolean
check_parsed (SzImportRun *run, const SzImportRows *rows, gpointer row, GError **error)
{
  gboolean found = FALSE;
  gboolean named = FALSE;

  if (!place_row (run, rows, row))
    return TRUE;
  if (rows->check != NULL && !rows->check (run, row, error))
    return FALSE;
  if (run->request->update)
    return TRUE;
  if (!rows->find (run->store, row, &found, error))
    return FALSE;
  if (found && rows->is_named != NULL && !rows->is_named (run, row, &named, error))
    return FALSE;
  if (found && !named)
    find_duplicate (run, 0);
  return TRUE;
}

static gboolean
parse_row (SzImportRun *run, const SzImportRows *rows, gpointer row)
{
  G_STRUCT_MEMBER (gint64, row, rows->batch_offset) = run->batch_id;
  G_STRUCT_MEMBER (int, row, rows->source_offset) = (int)run->row->number;
  return rows->parse (run, row);
}

gboolean
sz_import_rows_check (SzImportRun *run, GError **error)
{
  const SzImportRows *rows = run->kind->handler->rows;
  gpointer row = g_malloc0 (rows->size);
  gboolean done = TRUE;

  if (parse_row (run, rows, row))
    done = check_parsed (run, rows, row, error);
  rows->clear (row);
  g_free (row);
  return done;
}

gboolean
sz_import_rows_write (SzImportRun *run, SzPutResult *result, GError **error)
{
  const SzImportRows *rows = run->kind->handler->rows;
  SzPutMode mode = run->request->update || rows->is_named != NULL ? SZ_PUT_UPDATE : SZ_PUT_INSERT;
  gpointer row = g_malloc0 (rows->size);
  gboolean done = FALSE;

  /* The file was checked a moment ago; if it reads otherwise now it was changed meanwhile. */
  if (!parse_row (run, rows, row) || !place_row (run, rows, row))
    sz_error_set (error, SZ_ERROR_STALE, "file.changed", "file", run->result->file, NULL);
  else
    done = rows->put (run->act, row, mode, result, error);
  rows->clear (row);
  g_free (row);
  return done;
}
