/* sz-source-hash.c — what a file held that came in or went out (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-source-hash.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "sz-error.h"
#include "sz-text.h"

#define READ_BLOCK (64 * 1024)

char *
sz_source_dup_name (const char *path)
{
  g_autofree char *base = NULL;
  g_autofree char *converted = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  base = g_path_get_basename (path);
  if (!g_utf8_validate (base, -1, NULL))
    converted = g_convert (base, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  return sz_text_harmless (converted != NULL ? converted : base);
}

gboolean
sz_source_check (const char *path, GError **error)
{
  GStatBuf info;
  const char *detail;

  g_return_val_if_fail (path != NULL, FALSE);
  if (g_stat (path, &info) == 0 && S_ISREG (info.st_mode))
    return TRUE;
  if (g_stat (path, &info) != 0)
    return sz_error_set (error, SZ_ERROR_IO, errno == ENOENT ? "file.missing" : "file.unreadable",
                         "file", path, "detail", g_strerror (errno), NULL);
  detail = S_ISDIR (info.st_mode) ? "folder" : "no_file";
  return sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", path, "detail", detail, NULL);
}

char *
sz_source_hash (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (READ_BLOCK);
  g_autoptr (GError) fault = NULL;
  gssize n = -1;

  if (!sz_source_check (path, error))
    return NULL;
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
