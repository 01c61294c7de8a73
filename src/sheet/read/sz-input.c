/* sz-input.c — the bytes of a file that somebody else made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-input-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
refuse_reading (const char *name, int reason, GError **error)
{
  if (reason == ENOENT || reason == ENOTDIR)
    return sz_error_set (error, SZ_ERROR_IO, "file.missing", "file", name, NULL);
  return sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", name, "detail",
                       g_strerror (reason), NULL);
}

static gboolean
examine_descriptor (SzInput *input, GError **error)
{
  struct stat info;

  if (fstat (input->fd, &info) != 0)
    return refuse_reading (input->name, errno, error);
  if (!S_ISREG (info.st_mode))
    return refuse_reading (input->name, S_ISDIR (info.st_mode) ? EISDIR : EINVAL, error);
  input->size = (guint64)info.st_size;
  if (input->size > input->limits.file_bytes)
    return sz_input_exceed (input, error, "file_bytes", input->limits.file_bytes, NULL, NULL);
  return TRUE;
}

SzInput *
sz_input_open (const char *path, const SzTableLimits *limits, GError **error)
{
  g_autoptr (SzInput) input = NULL;

  g_return_val_if_fail (path != NULL && limits != NULL, NULL);
  input = g_new0 (SzInput, 1);
  g_atomic_ref_count_init (&input->refs);
  input->name = g_filename_display_basename (path);
  input->limits = *limits;
  /* O_NONBLOCK: a pipe under the name of a workbook must not hold us. */
  input->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (input->fd < 0)
    {
      refuse_reading (input->name, errno, error);
      return NULL;
    }
  if (!examine_descriptor (input, error))
    return NULL;
  return g_steal_pointer (&input);
}

SzInput *
sz_input_ref (SzInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  g_atomic_ref_count_inc (&input->refs);
  return input;
}

void
sz_input_unref (SzInput *input)
{
  if (input == NULL || !g_atomic_ref_count_dec (&input->refs))
    return;
  if (input->fd >= 0)
    close (input->fd);
  g_free (input->name);
  g_free (input);
}

gssize
sz_input_read_at (const SzInput *input, guint64 offset, void *buffer, gsize n, GError **error)
{
  gsize done = 0;

  g_return_val_if_fail (input != NULL, 0);

  while (done < n)
    {
      gssize got = pread (input->fd, (char *)buffer + done, n - done, (off_t)(offset + done));

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          refuse_reading (input->name, errno, error);
          return -1;
        }
      if (got == 0)
        break;
      done += (gsize)got;
    }
  return (gssize)done;
}

gboolean
sz_input_refuse (
    const SzInput *input, GError **error, const char *detail, const char *where, const char *place)
{
  g_return_val_if_fail (input != NULL, FALSE);

  return sz_error_set (error, SZ_ERROR_FORMAT, "file.format", "file", input->name, "detail", detail,
                       where, place, NULL);
}

gboolean
sz_input_exceed (const SzInput *input,
                 GError **error,
                 const char *limit,
                 guint64 value,
                 const char *where,
                 const char *place)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, value);

  g_return_val_if_fail (input != NULL, FALSE);

  return sz_error_set (error, SZ_ERROR_FORMAT, "file.limit", "file", input->name, "limit", limit,
                       "value", number, where, place, NULL);
}

gboolean
sz_input_encrypted (const SzInput *input, GError **error)
{
  g_return_val_if_fail (input != NULL, FALSE);

  return sz_error_set (error, SZ_ERROR_FORMAT, "file.encrypted", "file", input->name, NULL);
}
