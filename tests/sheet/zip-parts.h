/* zip-parts.h — the parts of a workbook, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <unzip.h>

/* Name → GBytes of every part; the order of names in @order. */
static inline GHashTable *
read_parts (const char *path, GPtrArray *order)
{
  GHashTable *parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  unzFile zip = unzOpen64 (path);

  g_assert_nonnull (zip);
  for (int step = unzGoToFirstFile (zip); step == UNZ_OK; step = unzGoToNextFile (zip))
    {
      char name[256];
      char buffer[16384];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      int length;

      g_assert_cmpint (unzGetCurrentFileInfo64 (zip, NULL, name, sizeof name, NULL, 0, NULL, 0), ==,
                       UNZ_OK);
      g_assert_cmpint (unzOpenCurrentFile (zip), ==, UNZ_OK);
      while ((length = unzReadCurrentFile (zip, buffer, sizeof buffer)) > 0)
        g_byte_array_append (bytes, (const guint8 *)buffer, (guint)length);
      g_assert_cmpint (unzCloseCurrentFile (zip), ==, UNZ_OK);
      if (order != NULL)
        g_ptr_array_add (order, g_strdup (name));
      g_hash_table_insert (parts, g_strdup (name),
                           g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
    }
  unzClose (zip);
  return parts;
}

static inline char *
read_part (const char *path, const char *name)
{
  g_autoptr (GHashTable) parts = read_parts (path, NULL);
  GBytes *bytes = g_hash_table_lookup (parts, name);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
