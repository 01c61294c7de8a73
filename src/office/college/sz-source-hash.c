/* sz-source-hash.c — what a file held that came in or went out (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-source-hash.h"

#include "sz-error.h"

#define READ_BLOCK (64 * 1024)

char *
sz_source_hash (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (READ_BLOCK);
  g_autoptr (GError) fault = NULL;
  GFileType type;
  gssize n = -1;

  /* A pipe would keep us waiting for ever. */
  type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", path, "detail",
                    type == G_FILE_TYPE_DIRECTORY ? "folder" : "no_file", NULL);
      return NULL;
    }
  stream = g_file_read (file, cancellable, &fault);
  while (
      stream != NULL
      && (n = g_input_stream_read (G_INPUT_STREAM (stream), block, READ_BLOCK, cancellable, &fault))
             > 0)
    g_checksum_update (checksum, block, n);
  if (stream != NULL && n == 0)
    return g_strdup (g_checksum_get_string (checksum));
  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    sz_error_set (error, SZ_ERROR_IO, "file.missing", "file", path, NULL);
  else if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
  else
    sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", path, "detail", fault->message,
                  NULL);
  return NULL;
}
